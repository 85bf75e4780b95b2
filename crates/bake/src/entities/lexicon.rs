//! The lists of names and words, read once and looked up in one pass.
//!
//! Role: knowledge of *entities* and *statements*. The lists are the files of `data/`, each with its source, date and
//! licence in its header. Names of several words are found by walking one automaton, so a lookup costs no more than
//! the letters it reads.
//!
//! Not done here: judging what a match means in its sentence.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use fst::Map;

pub(crate) use super::marks::Marks;
use super::token::{Shape, Token, unaccented};

/// All lists, opened.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Whether there is a list of common words; without one an unknown capital says less.
    pub(crate) has_common_words: bool,
    /// Whether every noun is written with a capital.
    pub(crate) has_noun_capitals: bool,
    names: Map<Vec<u8>>,
    /// By value of `names`: marks and the number of the country, 0 for none.
    values: Vec<(Marks, usize)>,
    words: HashMap<String, Marks>,
    countries: Vec<String>,
    /// Abbreviation → full name, of organisations and countries.
    full_names: BTreeMap<String, String>,
    /// Folded full name of an organisation → its abbreviation.
    abbreviations: BTreeMap<String, String>,
}

/// A name of the lists found in a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    /// How many tokens it takes.
    pub(crate) n_tokens: usize,
    /// What it is.
    pub(crate) marks: Marks,
}

const PLAIN_NAMES: &[(&str, Marks)] = &[
    (
        include_str!("data/world/first_names.txt"),
        Marks::FIRST_NAME,
    ),
    (include_str!("data/world/surnames.txt"), Marks::SURNAME),
    (include_str!("data/en/calendar.txt"), Marks::CALENDAR),
    (include_str!("data/en/titles.txt"), Marks::TITLE),
];

const NAMES_BY_COUNTRY: &[(&str, Marks)] = &[
    (include_str!("data/world/countries.txt"), Marks::COUNTRY),
    (include_str!("data/world/cities.txt"), Marks::CITY),
    (include_str!("data/en/regions.txt"), Marks::REGION),
    (include_str!("data/en/demonyms.txt"), Marks::GROUP),
];

/// The English lists of words; other languages have all theirs in one file.
const WORDS: &[(&str, Marks)] = &[
    (include_str!("data/en/titles.txt"), Marks::TITLE),
    (include_str!("data/en/offices.txt"), Marks::OFFICE),
    (include_str!("data/en/roles.txt"), Marks::ROLE),
    (include_str!("data/en/org_heads.txt"), Marks::ORG_HEAD),
    (include_str!("data/en/place_heads.txt"), Marks::PLACE_HEAD),
    (include_str!("data/en/other_heads.txt"), Marks::OTHER_HEAD),
    (include_str!("data/en/function_words.txt"), Marks::FUNCTION),
    (include_str!("data/en/person_verbs.txt"), Marks::PERSON_VERB),
];

/// The classes of `words.txt`: of words in small letters, and of names with their capitals.
const CLASSES: &[(&str, Marks)] = &[
    ("inside", Marks::INSIDE),
    ("toward", Marks::TOWARD),
    ("from", Marks::FROM),
    ("article", Marks::ARTICLE),
    ("indefinite", Marks::INDEFINITE),
    ("beside person", Marks::BESIDE_PERSON),
    ("body", Marks::BODY),
    ("of company", Marks::OF_COMPANY),
    ("relative", Marks::RELATIVE),
    ("published", Marks::PUBLISHED),
    ("suffix", Marks::SUFFIX),
    ("portfolio", Marks::PORTFOLIO),
    ("function", Marks::FUNCTION),
    ("title", Marks::TITLE),
    ("role", Marks::ROLE),
    ("organisation head", Marks::ORG_HEAD),
    ("organisation head first", Marks::ORG_HEAD_FIRST),
    ("place head", Marks::PLACE_HEAD),
    ("place head first", Marks::PLACE_HEAD_FIRST),
    ("place head small", Marks::PLACE_HEAD_SMALL),
];
const NAME_CLASSES: &[(&str, Marks)] = &[
    ("calendar", Marks::CALENDAR),
    ("place", Marks::REGION),
    ("group", Marks::GROUP),
    ("organisation", Marks::ORGANISATION),
    ("first name", Marks::FIRST_NAME),
];

macro_rules! language {
    ($code:literal) => {{
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            Lexicon::new($code, include_str!(concat!("data/", $code, "/words.txt")))
        })
    }};
}

/// The lists of a language by its tag, read at the first call; a language without lists is read with the English ones.
pub(crate) fn lexicon(lang: &str) -> &'static Lexicon {
    match lang.split('-').next().unwrap_or(lang) {
        "de" => language!("de"),
        "es" => language!("es"),
        "fr" => language!("fr"),
        "ru" => language!("ru"),
        _ => language!("en"),
    }
}

/// The entries of a list: lines without the header, cut at `;`.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(';'))
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

/// The words of a file of classes, each with the marks of its class.
fn classified<'a>(
    list: &'a str,
    classes: &'static [(&str, Marks)],
) -> impl Iterator<Item = (&'a str, Marks)> {
    list.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':'))
        .filter_map(|(name, rest)| Some((classes.iter().find(|it| it.0 == name)?.1, rest)))
        .flat_map(|(marks, rest)| entries(rest).map(move |it| (it, marks)))
}

impl Lexicon {
    fn new(code: &str, own_words: &str) -> Self {
        let is_english = code == "en";
        let mut names: BTreeMap<String, (Marks, usize)> = BTreeMap::new();
        let mut countries = vec![String::new()];
        let mut abbreviations = BTreeMap::new();
        let mut full_names = BTreeMap::new();
        let mut add = |name: &str, marks: Marks, country: usize| {
            let entry = names.entry(key(name)).or_default();
            entry.0 = entry.0.and(marks);
            if entry.1 == 0 {
                entry.1 = country;
            }
        };
        for (name, marks) in classified(own_words, NAME_CLASSES) {
            add(name, marks, 0);
        }
        for &(list, marks) in PLAIN_NAMES {
            // English titles and months are words of other meaning elsewhere.
            if !is_english && marks == Marks::TITLE {
                continue;
            }
            for name in entries(list) {
                add(name, marks, 0);
            }
        }
        for entry in entries(include_str!("data/en/organisations.txt")) {
            match entry.split_once(" = ") {
                Some((name, short)) => {
                    add(name, Marks::ORGANISATION, 0);
                    add(short, Marks::ORGANISATION, 0);
                    abbreviations.insert(key(name), short.to_owned());
                    full_names.insert(short.to_owned(), name.to_owned());
                }
                None => add(entry, Marks::ORGANISATION, 0),
            }
        }
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for &(list, marks) in NAMES_BY_COUNTRY {
            for line in list.lines().filter(|it| !it.starts_with('#')) {
                let Some((code, rest)) = line.split_once(':') else {
                    continue;
                };
                let first = rest.split(';').next().unwrap_or("").trim();
                let country = match code {
                    "001" => 0,
                    _ => *numbers.entry(code).or_insert_with(|| {
                        countries.push(first.to_owned());
                        countries.len() - 1
                    }),
                };
                for name in entries(rest) {
                    if marks == Marks::COUNTRY && code != "001" && is_acronym(name) {
                        full_names.insert(name.to_owned(), first.to_owned());
                    }
                    add(name, marks, country);
                }
            }
        }
        let mut words: HashMap<String, Marks> = HashMap::new();
        let mut mark = |word: &str, marks: Marks| {
            let entry = words.entry(unaccented(word).to_lowercase()).or_default();
            *entry = entry.and(marks);
        };
        for (word, marks) in classified(own_words, CLASSES) {
            mark(word, marks);
        }
        for word in entries(include_str!("data/world/particles.txt")) {
            mark(word, Marks::PARTICLE);
        }
        let common = is_english.then_some(include_str!("data/en/common.txt"));
        for word in common
            .into_iter()
            .flat_map(entries)
            .flat_map(|it| it.split(' '))
        {
            mark(word, Marks::COMMON);
        }
        for &(list, marks) in WORDS.iter().filter(|_| is_english) {
            for entry in entries(list) {
                let (word, marks) = match entry.split_at_checked(1) {
                    Some(("+", word)) if marks == Marks::ORG_HEAD => {
                        (word, marks.and(Marks::ORG_HEAD_OF))
                    }
                    Some(("^", word)) => (word, Marks::ORG_HEAD_FIRST),
                    Some(("+", word)) => (word, Marks::PLACE_HEAD_FIRST),
                    Some(("~", word)) => (word, marks.and(Marks::PLACE_HEAD_SMALL)),
                    _ => (entry, marks),
                };
                mark(word, marks);
            }
        }
        let mut values = Vec::with_capacity(names.len());
        let sorted = names.into_iter().enumerate().map(|(idx, (name, value))| {
            values.push(value);
            (name.into_bytes(), idx as u64)
        });
        let names = Map::from_iter(sorted.collect::<Vec<_>>()).unwrap_or_default();
        Self {
            has_common_words: is_english,
            has_noun_capitals: code == "de",
            names,
            values,
            words,
            countries,
            full_names,
            abbreviations,
        }
    }

    /// What the lists say about a word in small letters; regular English endings of common words are taken off.
    pub(crate) fn word(&self, lower: &str) -> Marks {
        let own = self.words.get(lower).copied().unwrap_or_default();
        if own.has(Marks::COMMON) || !self.is_inflected(lower) {
            return own;
        }
        own.and(Marks::COMMON)
    }

    /// Whether it is an inflected form of a common word.
    fn is_inflected(&self, lower: &str) -> bool {
        let is_common = |stem: &str| self.words.get(stem).is_some_and(|it| it.has(Marks::COMMON));
        ENDINGS.iter().any(|(ending, instead)| {
            let Some(stem) = lower.strip_suffix(ending).filter(|it| it.len() >= 3) else {
                return false;
            };
            if instead.is_empty() {
                is_common(stem) || undoubled(stem).is_some_and(is_common)
            } else {
                is_common(&format!("{stem}{instead}"))
            }
        })
    }

    /// The longest name of the lists that begins at the first of `tokens`, if any; "LONDON" is found as "London".
    pub(crate) fn longest(&self, tokens: &[Token<'_>]) -> Option<Match> {
        let as_written = self.walk(tokens, |token| Cow::Borrowed(&token.norm));
        let is_shouted = |it: &Token<'_>| {
            it.shape == Shape::AllCaps && it.norm.len() > 3 && !it.norm.contains('.')
        };
        // "NEW YORK": of two words one has to be long.
        let begins_shouted = tokens.first().is_some_and(|it| it.shape == Shape::AllCaps)
            && tokens.iter().take(2).any(is_shouted);
        if as_written.is_some() || !begins_shouted {
            return as_written;
        }
        self.walk(tokens, |token| {
            if is_shouted(token) || token.shape == Shape::AllCaps {
                Cow::Owned(super::titled(&token.norm))
            } else {
                Cow::Borrowed(&token.norm)
            }
        })
    }

    fn walk<'t>(
        &self,
        tokens: &'t [Token<'_>],
        form: impl Fn(&'t Token<'_>) -> Cow<'t, str>,
    ) -> Option<Match> {
        let fst = self.names.as_fst();
        let mut node = fst.root();
        let mut output = 0;
        let mut best = None;
        for (idx, token) in tokens.iter().enumerate() {
            let gap: &[u8] = if idx > 0 && token.spaced { b" " } else { b"" };
            for &byte in gap.iter().chain(form(token).as_bytes()) {
                let Some(at) = node.find_input(byte) else {
                    return best;
                };
                let step = node.transition(at);
                output += step.out.value();
                node = fst.node(step.addr);
            }
            if node.is_final() {
                let value = output + node.final_output().value();
                let value = usize::try_from(value)
                    .ok()
                    .and_then(|it| self.values.get(it));
                if let Some(&(marks, _)) = value {
                    best = Some(Match {
                        n_tokens: idx + 1,
                        marks,
                    });
                }
            }
        }
        best
    }

    /// What the lists say about a whole name.
    pub(crate) fn name(&self, name: &str) -> Marks {
        self.value(name).0
    }

    /// The country that a listed place or people belongs to; empty where there is none.
    pub(crate) fn country(&self, name: &str) -> &str {
        self.countries
            .get(self.value(name).1)
            .map_or("", String::as_str)
    }

    /// The abbreviation of a listed organisation.
    pub(crate) fn abbreviation(&self, name: &str) -> Option<&str> {
        self.abbreviations.get(&key(name)).map(String::as_str)
    }

    /// The full name of a listed abbreviation.
    pub(crate) fn full_name(&self, short: &str) -> Option<&str> {
        self.full_names.get(short).map(String::as_str)
    }

    fn value(&self, name: &str) -> (Marks, usize) {
        self.names
            .get(key(name))
            .and_then(|it| usize::try_from(it).ok())
            .and_then(|it| self.values.get(it))
            .copied()
            .unwrap_or_default()
    }

    /// Whether a word with its full stop is one token.
    pub(crate) fn is_abbreviation(&self, dotted: &str) -> bool {
        self.words.contains_key(&dotted.to_lowercase())
            || self.names.contains_key(dotted)
            || matches!(dotted, "Jr." | "Sr." | "St." | "Bros." | "vs." | "Ft.")
    }
}

/// Regular English endings and what stands in their place in the stem.
const ENDINGS: &[(&str, &str)] = &[
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
];

/// The form under which names are kept and looked up: no accents, straight apostrophes, case kept.
fn key(name: &str) -> String {
    unaccented(name).replace(['’', 'ʼ', '‘'], "'")
}

/// "U.S.", "UAE": nothing but capitals and full stops.
fn is_acronym(name: &str) -> bool {
    name.chars()
        .all(|it| it.is_uppercase() || matches!(it, '.' | ' '))
}

fn undoubled(stem: &str) -> Option<&str> {
    let mut last = stem.chars().rev();
    let (one, two) = (last.next()?, last.next()?);
    (one == two)
        .then(|| stem.get(..stem.len() - one.len_utf8()))
        .flatten()
}
