//! A made-up collection of letters: enough of them for long lists, many dates and names that recur.
//!
//! The same files on every machine. Letter `n` (from 0) is `NNN-writer.md`; what the tests expect is computed from
//! the same functions that write it.

#![allow(clippy::indexing_slicing, reason = "lists of a known length")]

use std::fs;
use std::io;
use std::path::Path;

/// Number of letters.
pub const N_LETTERS: usize = 120;

const WRITERS: [(&str, &str); 4] = [
    ("norling", "Ada Norling"),
    ("weir", "Jon Weir"),
    ("ilves", "Marta Ilves"),
    ("brandt", "Otto Brandt"),
];

const PLACES: [&str; 3] = ["Halmstad", "Riga", "Tallinn"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const REMARKS: [&str; 5] = [
    "The lower gate has rotted, and the commission will not pay for a new one.",
    "“We saw no light on the quay,” said the harbour master.",
    "The owner allegedly knew of the leak before the steamer sailed.",
    "Nobody answers my letters, and the ice is late this year.",
    "The inquiry was put off again; the papers wrote of a quarrel in the council.",
];

fn pick<T: Copy>(all: &[T], n: usize) -> T {
    all[n % all.len()]
}

/// Year, month and day on which a letter was written.
#[must_use]
pub fn day(n: usize) -> (usize, usize, usize) {
    (1911 + n / 40, 1 + n % 12, 1 + n * 7 % 28)
}

/// Who wrote a letter: name in its id, full name.
#[must_use]
pub fn writer(n: usize) -> (&'static str, &'static str) {
    pick(&WRITERS, n / 3)
}

/// The id of a letter.
#[must_use]
pub fn id(n: usize) -> String {
    format!("{n:03}-{}", writer(n).0)
}

/// The title of a letter.
#[must_use]
pub fn title(n: usize) -> String {
    format!("Letter {} of {}", n + 1, writer(n).1)
}

/// Whether a letter speaks of the ferry, and so is found by that word.
#[must_use]
pub fn is_about_the_ferry(n: usize) -> bool {
    n % 4 != 3
}

/// The letter in which somebody planted what a page must not run, load or follow.
pub const PLANTED_IN: usize = 7;

/// What is planted there: each of it would set `planted`, ask another host, or hide the page.
const PLANTED: &str = " <script>window.planted = 1</script><img src=\"https://planted.invalid/a.png\" \
    onerror=\"window.planted = 2\"> [A link](javascript:window.planted=3) ![A picture](https://planted.invalid/b.png) \
    <style>body { display: none }</style> <a href=\"javascript:window.planted=4\">Another link</a>";

/// A letter as it stands in its file.
#[must_use]
pub fn letter(n: usize) -> String {
    let (year, month, day) = day(n);
    let (_, name) = writer(n);
    let (place, other) = (pick(&PLACES, n), pick(&WRITERS, n / 3 + 1).1);
    let about = if is_about_the_ferry(n) {
        "I write again about the ferry."
    } else {
        "I write about the bridge this time."
    };
    let event = format!(
        "On {} {} {year} {other} came to {place} and asked for the papers.",
        1 + (day + 3) % 28,
        MONTHS[month - 1],
    );
    format!(
        "---\ntitle: {}\ndate: {year}-{month:02}-{day:02}\nauthor: {name}\nsource: {}\n---\n\n{about} {event}\n\n{}{}\n\n{}\n",
        title(n),
        if n.is_multiple_of(2) {
            "Town archive"
        } else {
            "Family papers"
        },
        pick(&REMARKS, n),
        if n == PLANTED_IN { PLANTED } else { "" },
        pick(&REMARKS, n / 5 + 2),
    )
}

/// Writes the letters into `folder`, which is made anew.
///
/// # Errors
///
/// The folder cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for n in 0..N_LETTERS {
        fs::write(folder.join(format!("{}.md", id(n))), letter(n))?;
    }
    Ok(())
}
