//! What single words mean for dates, as data per language.
//!
//! One table per language; words are in small letters. A lookup is one hash of the word.

mod english;
mod languages;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use dossier_time::expr::{Holiday, Unit};

/// What a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
    /// Nothing that concerns dates.
    #[default]
    None,
    /// A month's name.
    Month(u8),
    /// The short form of a month's name, which may have a full stop.
    ShortMonth(u8),
    /// A weekday's name, 1 for Monday.
    Weekday(u8),
    /// The short form of a weekday's name.
    ShortWeekday(u8),
    /// A unit of the calendar, one of it.
    Unit(Unit),
    /// A unit of the calendar, several.
    Units(Unit),
    /// Hours, minutes, seconds.
    ClockUnit,
    /// "daily", "monthly".
    Every(Unit),
    /// "now", "currently".
    Now,
    /// A number in words.
    Count(u16),
    /// "first" to "thirty-first", and tens.
    Ordinal(u8),
    /// A season: EDTF code 21–24.
    Season(u8),
    /// A holiday of one word.
    Holiday(Holiday),
    /// "twenties" (2) to "nineties" (9).
    Tens(u8),
    /// "today", "yesterday" and the like.
    NamedDay,
    /// A part of the day ("morning").
    DayPart,
}

/// A cheap hash: the words are ours, nobody can make them collide.
#[derive(Default)]
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// What the lexicon says of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it is.
    pub(super) class: Class,
    /// Its [`Mark`]s, one bit each.
    marks: u8,
}

/// What else a word does around dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A date may begin with it ("the", "last", "about").
    Leads = 1,
    /// A month, a season or a year stands by itself behind it ("in", "since").
    BeforeTime = 2,
    /// A number behind it is a name or a count ("flight", "page").
    Numbered = 4,
    /// It is counted by the number before it ("people").
    Counted = 8,
}

impl Entry {
    /// Whether the word has that mark.
    pub(super) const fn has(self, mark: Mark) -> bool {
        self.marks & mark as u8 != 0
    }
}

type Table = HashMap<&'static str, Entry, BuildHasherDefault<Fnv>>;

/// The words of one language.
pub(super) struct Lexicon {
    table: Table,
}

impl Lexicon {
    /// The lexicon for a language tag; English for a language that has none.
    pub(super) fn of(lang: &str) -> &'static Self {
        let primary = lang.split(['-', '_']).next().unwrap_or("");
        languages::CODES
            .iter()
            .position(|it| *it == primary)
            .and_then(|idx| FOREIGN.get(idx))
            .unwrap_or(&ENGLISH)
    }

    /// What the word (in small letters) is in this language.
    pub(super) fn entry(&self, word: &str) -> Entry {
        // No word here is longer, and long strings shall not be hashed.
        if word.len() > 30 {
            return Entry::default();
        }
        match self.table.get(word) {
            Some(entry) => *entry,
            // A letter beyond ASCII shows that the word is of another language, whatever the document's.
            None if !word.is_ascii() => ANY.get(word).copied().unwrap_or_default(),
            None => Entry::default(),
        }
    }
}

/// What the word is in the first language that knows it as a month.
pub(super) fn month_in_any_language(word: &str) -> Class {
    if word.len() > 30 || word.is_empty() {
        return Class::None;
    }
    std::iter::once(&*ENGLISH)
        .chain(FOREIGN.iter())
        .map(|it| it.entry(word).class)
        .find(|it| matches!(it, Class::Month(_) | Class::ShortMonth(_)))
        .unwrap_or(Class::None)
}

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut table: Table = entries(english::words()).collect();
    for (word, mark) in english::marks() {
        table.entry(word).or_default().marks |= mark as u8;
    }
    Lexicon { table }
});

fn entries(
    words: impl Iterator<Item = (&'static str, Class)>,
) -> impl Iterator<Item = (&'static str, Entry)> {
    words.map(|(word, class)| (word, Entry { class, marks: 0 }))
}

/// The words of all other languages; of a word that several have, the first one counts.
static ANY: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for (word, entry) in languages::CODES
        .iter()
        .flat_map(|code| entries(languages::words(code)))
    {
        table.entry(word).or_insert(entry);
    }
    table
});

static FOREIGN: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    languages::CODES
        .iter()
        .map(|code| Lexicon {
            table: entries(languages::words(code)).collect(),
        })
        .collect()
});
