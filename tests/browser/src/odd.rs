//! A made-up collection of odd documents: each has too much or too little of something.
//!
//! The same files on every machine. What the tests expect is computed from the same functions that write them.

#![allow(clippy::indexing_slicing, reason = "lists of a known length")]

use std::fs;
use std::io;
use std::path::Path;

/// Number of documents.
pub const N_DOCUMENTS: usize = 7;

/// The document whose title has 500 characters, 120 of them without a space.
pub const LONG_TITLE: &str = "long-title";

/// A word that stands in that document alone, beside a statement.
pub const BESIDE_LONG_TITLE: &str = "gatepost";

/// The document of a single word.
pub const ONE_WORD: &str = "one-word";

/// All of its text.
pub const WORD: &str = "Halt.";

/// The title that it gets of that.
pub const WORD_TITLE: &str = "Halt";

/// The document of five megabytes.
pub const LOG: &str = "log";

/// Its title, which is also its first sentence.
pub const LOG_TITLE: &str = "The long log of the lower gate";

/// A word that stands in it once, near its end, and nowhere else.
pub const LOG_WORD: &str = "zephyrine";

/// The document that names 400 people in one paragraph.
pub const CROWD: &str = "crowd";

/// How many people that paragraph names.
pub const N_CROWD: usize = FIRST_NAMES.len() * FAMILIES.len();

/// The document that is all table.
pub const TABLE: &str = "table";

/// Its title.
pub const TABLE_TITLE: &str = "What came through the lower gate";

/// Its rows below the head.
pub const N_ROWS: usize = 300;

/// The row that has [`TABLE_WORD`] among its cells, from 1.
pub const TABLE_ROW: usize = 217;

/// A word that stands in that row alone.
pub const TABLE_WORD: &str = "quicksilver";

/// The document that is written in both directions.
pub const BOTH_WAYS: &str = "both-ways";

/// Its title.
pub const BOTH_WAYS_TITLE: &str = "Three hands in one log";

/// Its paragraphs, each with the direction that it reads in.
pub const BOTH_WAYS_PARAGRAPHS: [(&str, &str); 4] = [
    (
        "The harbour master wrote in his log: המגדלור כבה בלילה. Nobody asked him why.",
        "ltr",
    ),
    (
        "The next page is torn, and the one behind it is wet.",
        "ltr",
    ),
    (
        "הספינה יצאה מן הנמל לפני עלות השחר. איש לא ראה אותה שוב, והרציף נשאר חשוך.",
        "rtl",
    ),
    (
        "On the last page somebody else went on: وصلت السفينة إلى الميناء عند الفجر. The hand is not known.",
        "ltr",
    ),
];

/// A Hebrew and an Arabic word that stand in one of those paragraphs each.
pub const BOTH_WAYS_WORDS: [&str; 2] = ["חשוך", "الفجر"];

/// The document with 20,000 tags.
pub const TAGGED: &str = "tagged";

/// How many tags it has.
pub const N_TAGS: usize = 20_000;

/// Its passages, each of which has all the tags.
pub const N_TAGGED: usize = 2;

const FIRST_NAMES: [&str; 20] = [
    "Ada", "Adela", "Albert", "Anna", "Clara", "Edith", "Elsa", "Emil", "Erik", "Greta", "Hanna",
    "Ida", "Jakob", "Johan", "Karl", "Lena", "Magnus", "Maria", "Nils", "Vera",
];

const FAMILIES: [&str; 20] = [
    "Almgren",
    "Bergstrom",
    "Carlsson",
    "Dahlberg",
    "Ekholm",
    "Fagerlund",
    "Hellman",
    "Isaksson",
    "Jansson",
    "Kessler",
    "Lindqvist",
    "Moreau",
    "Nyberg",
    "Olofsson",
    "Rasmussen",
    "Sandberg",
    "Tornqvist",
    "Vogel",
    "Wikander",
    "Zimmermann",
];

/// None of the crowd.
const VISITORS: [&str; 4] = [
    "Agnes Dubois",
    "Hugo Novak",
    "Ingrid Steiner",
    "Otto Brandt",
];

const PLACES: [&str; 3] = ["Halmstad", "Riga", "Tallinn"];

const MONTHS: [&str; 3] = ["March", "June", "October"];

const SENTENCES: [&str; 7] = [
    "The lower gate was opened at dawn and shut again before the tide had turned.",
    "Nobody came through but a lighter with planks, and she lay too deep in the water.",
    "The hinges were greased, and the keeper complained of the cold in the gatehouse.",
    "It rained until noon; then the wind went round and the fog lifted from the quay.",
    "The books were compared with the customs house, which had two barrels more.",
    "A boy brought the lamp back that had been lent to the ferry in the winter.",
    "The water stood a hand below the mark, as it had done for most of the week.",
];

fn pick<T: Copy>(all: &[T], n: usize) -> T {
    all[n % all.len()]
}

/// The title of 500 characters.
#[must_use]
pub fn long_title() -> String {
    const UNBROKEN: usize = 120;
    let letters = "schleusenwaerterhaeuschentuerschlossbeschlag".chars();
    let word: String = letters.cycle().take(UNBROKEN).collect();
    format!(
        "Minutes of the inquiry into the lower gate, its hinges, its keepers and its keys, with what the board called the \
         {word} of the harbour, and all that was said of it on the quay, in the customs house, at the ferry and before the \
         board by those who had seen it, by those who had heard of it, and by those who had not, set down in the order in \
         which they came, with the answers to every one"
    )
}

/// The titles of all documents.
#[must_use]
pub fn titles() -> [String; N_DOCUMENTS] {
    [
        long_title(),
        WORD_TITLE.to_owned(),
        LOG_TITLE.to_owned(),
        "The list of those who signed".to_owned(),
        TABLE_TITLE.to_owned(),
        BOTH_WAYS_TITLE.to_owned(),
        "The casks of the cellar".to_owned(),
    ]
}

/// The text of five megabytes, a paragraph a line.
#[must_use]
pub fn log() -> String {
    const BYTES: usize = 5_000_000;
    const BEHIND: usize = 3;
    let mut text = format!("{LOG_TITLE}.\n");
    let mut n = 0;
    while text.len() < BYTES {
        text.push_str(&entry(n));
        n += 1;
    }
    text.push_str(&format!(
        "A {LOG_WORD} veil lay over the harbour that evening.\n"
    ));
    text.extend((n..n + BEHIND).map(entry));
    text
}

/// A paragraph of the log; every tenth names somebody, a place and a day.
fn entry(n: usize) -> String {
    const A_PARAGRAPH: usize = 5;
    let mut sentences: Vec<String> = (0..A_PARAGRAPH)
        .map(|it| pick(&SENTENCES, n * (it + 1) + it).to_owned())
        .collect();
    if n.is_multiple_of(10) {
        let visit = n / 10;
        sentences.push(format!(
            "On {} {} {} {} came from {} and asked for the papers.",
            1 + visit % 28,
            pick(&MONTHS, visit),
            1901 + visit % 60,
            pick(&VISITORS, visit),
            pick(&PLACES, visit),
        ));
    }
    sentences.join(" ") + "\n"
}

/// The last of the crowd, also by the alphabet.
#[must_use]
pub fn last_of_the_crowd() -> String {
    let last = |names: &[&'static str]| names[names.len() - 1];
    format!("{} {}", last(&FIRST_NAMES), last(&FAMILIES))
}

fn crowd() -> String {
    let families = FAMILIES.map(|family| {
        let names = FIRST_NAMES.map(|it| format!("{it} {family}"));
        format!("Then signed {}.", names.join(", "))
    });
    families.join(" ")
}

fn table() -> String {
    let head = "| Ship | Master | Berth | From | Cargo | Waybill | Arrived | Remark |\n|---|---|---|---|---|---|---|---|\n";
    let rows: String = (1..=N_ROWS).map(row).collect();
    head.to_owned() + &rows
}

/// A row of the table; its waybill cannot be broken.
fn row(n: usize) -> String {
    let cargo = match n {
        TABLE_ROW => TABLE_WORD,
        _ => pick(&["tar", "oats", "planks", "salt herring"], n),
    };
    format!(
        "| {} | {} | {} | {} | {cargo} | HALMSTAD{n:04}RIGA{:04}TALLINN{:04} | {}-{:02}-{:02} | nothing to declare |\n",
        pick(&["Halcyon", "Merganser", "Kittiwake"], n),
        pick(&VISITORS, n),
        1 + n % 12,
        pick(&PLACES, n),
        n * 7,
        n * 13,
        1901 + n / 12,
        1 + n % 12,
        1 + n % 28,
    )
}

/// A tag by its number, from 1.
#[must_use]
pub fn tag(n: usize) -> String {
    format!("cask {n:05}")
}

fn tags() -> String {
    let tags: Vec<String> = (1..=N_TAGS).map(tag).collect();
    format!("tags: [{}]\n", tags.join(", "))
}

/// A Markdown file in English. `more` are further lines of its head.
fn markdown(title: &str, more: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nlang: en\n{more}---\n\n{body}\n")
}

/// Writes the documents into `folder`, which is made anew.
///
/// # Errors
///
/// The folder cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let [
        long_title,
        _,
        _,
        crowd_title,
        table_title,
        both_ways_title,
        tagged_title,
    ] = titles();
    let statement = format!(
        "The keeper was heard first.\n\n“Nobody touched the {BESIDE_LONG_TITLE},” said Ingrid Steiner."
    );
    let both_ways = BOTH_WAYS_PARAGRAPHS.map(|(text, _)| text).join("\n\n");
    let casks = "Every cask of the cellar has a number.\n\nNobody has counted them since.";
    let files = [
        (LONG_TITLE, "md", markdown(&long_title, "", &statement)),
        (ONE_WORD, "txt", WORD.to_owned()),
        (LOG, "txt", log()),
        (CROWD, "md", markdown(&crowd_title, "", &crowd())),
        (TABLE, "md", markdown(&table_title, "", &table())),
        (BOTH_WAYS, "md", markdown(&both_ways_title, "", &both_ways)),
        (TAGGED, "md", markdown(&tagged_title, &tags(), casks)),
    ];
    for (id, ending, text) in files {
        fs::write(folder.join(format!("{id}.{ending}")), text)?;
    }
    Ok(())
}
