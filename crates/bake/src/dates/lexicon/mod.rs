//! What single words mean for dates, as data per language.
//!
//! One table per language; words are in small letters. A lookup is one hash of the word.

mod english;
mod languages;
mod phrases;
mod role;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use dossier_time::expr::{Holiday, Unit};

use role::Phrases;
pub(super) use role::Role;

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
    /// A [`Role`] of its language may begin with it.
    Begins = 16,
}

impl Entry {
    /// Whether the word has that mark.
    pub(super) const fn has(self, mark: Mark) -> bool {
        self.marks & mark as u8 != 0
    }
}

type Table = HashMap<&'static str, Entry, BuildHasherDefault<Fnv>>;

/// No word here has more bytes, and long strings shall not be hashed.
const LONGEST: usize = 30;

/// Stands in [`LANGUAGES`] for a word that English has in every sentence.
const ENGLISH_ALONE: u16 = 1 << 15;

/// Words of English that stand in every sentence and are no words for time.
const ENGLISH_WORDS: [&str; 24] = [
    "the", "of", "and", "was", "were", "is", "are", "to", "on", "by", "for", "with", "it", "he",
    "she", "they", "had", "has", "at", "from", "that", "in", "said", "a",
];

/// The words of one language.
pub(super) struct Lexicon {
    table: Table,
    /// By the first byte of a word, the lengths that words with it have, one bit each: most words of a text are told
    /// to be none of these without a look into the table.
    lengths: [u32; 256],
    /// What else the words of other languages say; empty for English.
    phrases: Phrases,
}

impl Lexicon {
    fn new(table: Table, phrases: Phrases) -> Self {
        let mut lengths = [0_u32; 256];
        for word in words_of(&table) {
            let first = usize::from(word.bytes().next().unwrap_or(0));
            if let (Some(slot), true) = (lengths.get_mut(first), word.len() <= LONGEST) {
                *slot |= 1 << word.len();
            }
        }
        Self {
            table,
            lengths,
            phrases,
        }
    }

    /// The lexicon for a language tag; for a language that has none, the one that knows most of the text's first
    /// words, or English.
    pub(super) fn of(lang: &str, text: &str) -> &'static Self {
        let primary = lang.split(['-', '_']).next().unwrap_or("");
        match languages::CODES.iter().position(|it| *it == primary) {
            Some(idx) => FOREIGN.get(idx).unwrap_or(&ENGLISH),
            None if primary == "en" => &ENGLISH,
            None => Self::guess(text),
        }
    }

    /// The text in small letters, with the same offsets; of English, only what is ASCII is made small.
    pub(super) fn small(&self, text: &str) -> String {
        if self.phrases.is_empty() {
            return text.to_ascii_lowercase();
        }
        text.chars()
            .map(|sign| {
                let mut small = sign.to_lowercase();
                let first = small.next().unwrap_or(sign);
                let fits = small.next().is_none() && first.len_utf8() == sign.len_utf8();
                if fits { first } else { sign }
            })
            .collect()
    }

    fn guess(text: &str) -> &'static Self {
        /// Words that are looked at.
        const WORDS: usize = 80;
        let mut scores = [0_usize; languages::CODES.len()];
        let mut n_english = 0;
        let words = text
            .split(|it: char| !it.is_alphabetic())
            .filter(|it| !it.is_empty() && it.len() <= LONGEST);
        for word in words.take(WORDS) {
            let Some(languages) = LANGUAGES.get(word.to_lowercase().as_str()) else {
                continue;
            };
            n_english += usize::from(*languages == ENGLISH_ALONE);
            // A long word says more than a short one.
            let weight = if word.len() > 4 { 2 } else { 1 };
            for (idx, score) in scores.iter_mut().enumerate() {
                *score += weight * usize::from(languages & (1 << idx) != 0);
            }
        }
        let best = scores.iter().zip(FOREIGN.iter()).rev();
        best.max_by_key(|it| it.0)
            .filter(|it| *it.0 >= 2 && *it.0 > 2 * n_english)
            .map_or(&ENGLISH, |it| it.1)
    }

    /// The position behind a phrase with that role, whose first word or sign is given by `word`.
    pub(super) fn role<'a>(
        &self,
        at: usize,
        role: Role,
        word: impl Fn(usize) -> &'a str,
    ) -> Option<usize> {
        self.phrases.behind(at, role, word)
    }

    /// The role of a phrase for which this says yes, with the position behind it.
    pub(super) fn role_where<'a, T>(
        &self,
        at: usize,
        wanted: impl Fn(Role) -> Option<T>,
        word: impl Fn(usize) -> &'a str,
    ) -> Option<(T, usize)> {
        self.phrases.find(at, wanted, word)
    }

    /// What the word (in small letters) is in this language.
    pub(super) fn entry(&self, word: &str) -> Entry {
        let bit = 1_u32.checked_shl(u32::try_from(word.len()).unwrap_or(u32::MAX));
        let first = word.bytes().next().unwrap_or(0);
        let is_possible = self
            .lengths
            .get(usize::from(first))
            .is_some_and(|it| bit.is_some_and(|bit| it & bit != 0));
        if !is_possible && (word.is_ascii() || word.len() > LONGEST) {
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
    if word.len() > LONGEST || word.is_empty() {
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
    Lexicon::new(table, Phrases::default())
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

/// The languages that have a word, one bit each in the order of their codes; not for what English has too.
static LANGUAGES: LazyLock<HashMap<&'static str, u16, BuildHasherDefault<Fnv>>> =
    LazyLock::new(|| {
        let mut all = HashMap::default();
        for (idx, lexicon) in FOREIGN.iter().enumerate() {
            for word in words_of(&lexicon.table) {
                let is_english = ENGLISH
                    .table
                    .get(word)
                    .is_some_and(|it| it.class != Class::None);
                if !is_english {
                    *all.entry(word).or_insert(0) |= 1 << idx;
                }
            }
        }
        for word in ENGLISH_WORDS {
            all.insert(word, ENGLISH_ALONE);
        }
        all
    });

/// The words of a table, in no order that matters.
#[allow(
    clippy::iter_over_hash_type,
    reason = "only sets of bits are made of it"
)]
fn words_of(table: &Table) -> impl Iterator<Item = &'static str> {
    table.keys().copied()
}

static FOREIGN: LazyLock<Vec<Lexicon>> = LazyLock::new(|| {
    languages::CODES
        .iter()
        .map(|code| {
            let (phrases, words, marks) = role::read(phrases::of(code));
            let mut table: Table = entries(languages::words(code)).collect();
            for (word, entry) in entries(words.into_iter()) {
                table.entry(word).or_insert(entry);
            }
            for (word, mark) in marks {
                table.entry(word).or_default().marks |= mark as u8;
            }
            Lexicon::new(table, phrases)
        })
        .collect()
});
