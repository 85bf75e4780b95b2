//! The words that mark somebody's words: "said", "according to".
//!
//! Role: knowledge of *statements*. The lists are in `data/`.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::entities::lexicon::entries;
use crate::entities::token::{Shape, Token};

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

/// The verb at a token, if it is one of saying.
pub(crate) fn verb(token: &Token<'_>) -> Option<Follows> {
    if !matches!(token.shape, Shape::Lower) {
        return None;
    }
    verbs().get(token.norm.as_ref()).copied()
}

fn verbs() -> &'static HashMap<&'static str, Follows> {
    static VERBS: OnceLock<HashMap<&'static str, Follows>> = OnceLock::new();
    VERBS.get_or_init(|| {
        let mut out = HashMap::new();
        for entry in entries(include_str!("data/en/questioning.txt")) {
            out.insert(entry, Follows::Doubted);
        }
        for line in include_str!("data/en/cues.txt")
            .lines()
            .filter(|it| !it.starts_with('#'))
        {
            let Some((class, rest)) = line.split_once(' ') else {
                continue;
            };
            let follows = match class {
                "=" => Follows::Clause,
                ">" => Follows::Listener,
                "~" => Follows::Phrase,
                _ => Follows::That,
            };
            for entry in entries(rest) {
                // Of a phrasal verb the verb alone is looked up; its particle is skipped.
                let word = entry.split(' ').next().unwrap_or(entry);
                out.entry(word).or_insert(follows);
            }
        }
        out
    })
}

/// Whether a word may stand between a subject and its verb.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "have"
            | "had"
            | "also"
            | "later"
            | "then"
            | "will"
            | "would"
            | "now"
            | "still"
            | "again"
            | "once"
            | "repeatedly"
            | "recently"
            | "often"
            | "is"
            | "are"
            | "was"
            | "were"
            | "been"
            | "be"
            | "did"
            | "does"
            | "do"
            | "not"
            | "never"
            | "already"
            | "previously"
            | "further"
            | "even"
            | "only"
            | "publicly"
            | "privately"
            | "reportedly"
            | "earlier"
            | "first"
            | "always"
            | "should"
            | "could"
            | "can"
            | "may"
            | "might"
            | "must"
            | "simply"
            | "just"
            | "separately"
            | "subsequently"
            | "quickly"
            | "immediately"
            | "explicitly"
            | "specifically"
            | "finally"
            | "consistently"
            | "clearly"
            | "both"
            | "all"
            | "sometimes"
            | "usually"
            | "long"
            | "ever"
            | "to"
            | "long-ago"
            | "angrily"
            | "flatly"
            | "openly"
            | "jokingly"
            | "n't"
    )
}

/// Whether a form of the verb is a participle that carries the subject of the clause before it ("adding that").
pub(crate) fn is_participle(word: &str) -> bool {
    word.ends_with("ing") && word.len() > 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_one_small_word() {
        for word in verbs().keys() {
            assert!(word.chars().all(char::is_lowercase), "{word}");
        }
        assert_eq!(verbs().get("said"), Some(&Follows::Clause));
        assert_eq!(verbs().get("told"), Some(&Follows::Listener));
    }
}
