//! The words by which statements are read: verbs of saying, small classes of words, hedges.
//!
//! Role: knowledge of *statements*, per language. The lists are in `data/`, a folder a language; a language without
//! one is read with the English lists.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::entities::lexicon::entries;
use crate::entities::token::{Shape, Token, unaccented};

/// What may follow a verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follows {
    /// A clause, with or without "that".
    Clause,
    /// "that", "how", a colon or a quotation.
    That,
    /// The person told, then the content.
    Listener,
    /// A quoted phrase, with words between: "called him “a liar”".
    Phrase,
    /// A noun phrase in doubt: "questioned the veracity".
    Doubted,
}

macro_rules! classes {
    ($($name:ident = $key:literal,)*) => {
        /// A small class of words. The names of the lists stand in `data/<language>/words.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Class {
            $(#[doc = $key] $name,)*
        }

        const CLASSES: &[(&str, Class)] = &[$(($key, Class::$name),)*];
    };
}

classes! {
    That = "that",
    Joiner = "joiner",
    Opener = "opener",
    Pronoun = "pronoun",
    ClauseStart = "clause start",
    NoClauseStart = "no clause start",
    Finite = "finite",
    BeforeNoun = "before noun",
    Determiner = "determiner",
    PhraseEnd = "phrase end",
    Weekday = "weekday",
    NoSubject = "no subject",
    Preposition = "preposition",
    ClauseBreak = "clause break",
    Relative = "relative",
    Conjunction = "conjunction",
    AlwaysVerb = "always verb",
    NounToo = "noun too",
    Passive = "passive",
    By = "by",
    When = "when",
    Adverbial = "adverbial",
    Question = "question",
    Asks = "asks",
    Inverts = "inverts",
    ListenerEnd = "listener end",
    Listener = "listener",
    Unnamed = "unnamed",
    Auxiliary = "auxiliary",
    He = "he",
    Vague = "vague",
    Utterance = "utterance",
    Source = "source",
    AfterBody = "after body",
    Definite = "definite",
    Frame = "frame",
    RoleEnd = "role end",
    Negation = "negation",
    Claimable = "claimable",
    BehindNegation = "behind negation",
    Emphatic = "emphatic",
    Raising = "raising",
    Impersonal = "impersonal",
    NewPhrase = "new phrase",
    Nominative = "nominative",
    Plural = "plural",
    TimeNoun = "time noun",
    BeforeTime = "before time",
}

/// A hedge by its words.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// `None` stands for up to three words of any kind.
    pub(crate) words: Vec<Option<String>>,
    /// How many of them are the hedge, where the rest only has to follow ("may" before "have").
    pub(crate) shown: Option<usize>,
}

/// The lists of one language, opened.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    verbs: HashMap<String, Follows>,
    /// By word: its classes, a bit each.
    classes: HashMap<String, u64>,
    /// By first word: what stands for "according to".
    according: HashMap<String, Vec<Vec<String>>>,
    /// By first word: hedges, longest first.
    hedges: HashMap<String, Vec<Phrase>>,
}

macro_rules! language {
    ($code:literal) => {{
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(|| {
            Cues::new(
                include_str!(concat!("data/", $code, "/cues.txt")),
                include_str!(concat!("data/", $code, "/words.txt")),
                include_str!(concat!("data/", $code, "/hedges.txt")),
            )
        })
    }};
}

/// The lists of a language by its tag, read at the first call.
pub(crate) fn cues(lang: &str) -> &'static Cues {
    match lang.split('-').next().unwrap_or(lang) {
        "de" => language!("de"),
        "es" => language!("es"),
        "fr" => language!("fr"),
        "ru" => language!("ru"),
        _ => language!("en"),
    }
}

/// A word as lists are keyed: small letters, no accents.
fn key(word: &str) -> String {
    unaccented(word).replace('’', "'").to_lowercase()
}

impl Cues {
    fn new(verbs: &str, words: &str, hedges: &str) -> Self {
        let mut out = Self::default();
        for line in verbs.lines().filter(|it| !it.starts_with('#')) {
            let Some((class, rest)) = line.split_once(' ') else {
                continue;
            };
            let follows = match class {
                "=" => Follows::Clause,
                ">" => Follows::Listener,
                "~" => Follows::Phrase,
                "?" => Follows::Doubted,
                _ => Follows::That,
            };
            for entry in entries(rest) {
                // Of a phrasal verb the verb alone is looked up; its particle is skipped.
                let word = entry.split(' ').next().unwrap_or(entry);
                out.verbs.entry(key(word)).or_insert(follows);
            }
        }
        for line in words.lines().filter(|it| !it.starts_with('#')) {
            let Some((name, rest)) = line.split_once(':') else {
                continue;
            };
            for entry in entries(rest) {
                if name == "according" {
                    let phrase: Vec<String> = entry.split(' ').map(key).collect();
                    if let Some(first) = phrase.first() {
                        out.according.entry(first.clone()).or_default().push(phrase);
                    }
                } else if let Some((_, class)) = CLASSES.iter().find(|it| it.0 == name) {
                    *out.classes.entry(key(entry)).or_default() |= 1 << *class as u32;
                }
            }
        }
        for entry in entries(hedges) {
            let (hedge, rest) = entry.split_once(" | ").unwrap_or((entry, ""));
            let words: Vec<Option<String>> = hedge
                .split(' ')
                .chain(rest.split(' ').filter(|it| !it.is_empty()))
                .map(|it| (it != "*").then(|| key(it)))
                .collect();
            let shown = (!rest.is_empty()).then(|| hedge.split(' ').count());
            if let Some(Some(first)) = words.first().cloned() {
                let list = out.hedges.entry(first).or_default();
                let at = list.partition_point(|it| it.words.len() >= words.len());
                list.insert(at, Phrase { words, shown });
            }
        }
        out
    }

    /// The verb at a token, if it is one of saying. Of those that begin a sentence only participles are read ("Calling
    /// it a lie, …"): others are commands, or no verbs.
    pub(crate) fn verb(&self, token: &Token<'_>) -> Option<Follows> {
        match token.shape {
            Shape::Lower => self.verbs.get(token.norm.as_ref()).copied(),
            Shape::Capital if is_participle(&token.norm) => {
                self.verbs.get(token.lower().as_ref()).copied()
            }
            _ => None,
        }
    }

    /// Whether a word in small letters is of this class.
    pub(crate) fn is_a(&self, lower: &str, class: Class) -> bool {
        self.classes
            .get(lower)
            .is_some_and(|it| it & (1 << class as u32) != 0)
    }

    /// How many tokens at the start of `tokens` stand for "according to".
    pub(crate) fn according(&self, tokens: &[Token<'_>]) -> Option<usize> {
        let first = tokens.first().filter(|it| it.is_word())?;
        let phrases = self.according.get(first.lower().as_ref())?;
        phrases
            .iter()
            .filter(|phrase| {
                phrase.len() <= tokens.len()
                    && phrase
                        .iter()
                        .zip(tokens)
                        .all(|(word, token)| token.lower() == *word)
            })
            .map(Vec::len)
            .max()
    }

    /// The hedges that begin with a word in small letters, longest first.
    pub(crate) fn hedges(&self, first: &str) -> &[Phrase] {
        self.hedges.get(first).map_or(&[], Vec::as_slice)
    }
}

/// Whether a form of an English verb is a participle that carries the subject of the clause before it ("adding that").
pub(crate) fn is_participle(word: &str) -> bool {
    word.ends_with("ing") && word.len() > 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_lists() {
        for (lang, said, hedge) in [
            ("en", "said", "allegedly"),
            ("de", "sagte", "angeblich"),
            ("fr", "declare", "pretendument"),
            ("es", "dijo", "supuestamente"),
            ("ru", "сказал", "якобы"),
            ("nl", "said", "allegedly"),
        ] {
            let cues = cues(lang);
            assert!(cues.verbs.contains_key(said), "{lang}: {said}");
            assert!(!cues.hedges(hedge).is_empty(), "{lang}: {hedge}");
        }
    }

    #[test]
    fn every_class_has_english_words_and_every_list_a_class() {
        let words = include_str!("data/en/words.txt");
        for (name, _) in CLASSES {
            assert!(
                words
                    .lines()
                    .any(|line| line.starts_with(&format!("{name}: "))),
                "{name}"
            );
        }
        for list in [
            words,
            include_str!("data/de/words.txt"),
            include_str!("data/fr/words.txt"),
            include_str!("data/es/words.txt"),
            include_str!("data/ru/words.txt"),
        ] {
            for line in list.lines().filter(|it| !it.starts_with('#')) {
                let name = line.split_once(':').unwrap().0;
                assert!(
                    name == "according" || CLASSES.iter().any(|it| it.0 == name),
                    "{name}"
                );
            }
        }
    }
}
