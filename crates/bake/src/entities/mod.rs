//! Finds the names in a text: people, organisations, places and groups.
//!
//! Stage: *analysis*. In: a [`Reading`]. Out: the document's entities and their mentions, sorted, not
//! overlapping, with spans into the reading's text.
//!
//! ```text
//! sentence → tokens (token) → candidates (candidate, lexicon) → weights (context) → kinds (decide) → entities (fold)
//! ```
//!
//! # Invariants
//!
//! - A mention's span is the name alone: no title, article, possessive; both ends lie on `char` boundaries.
//! - Every entity has a mention, every mention an entity; entities are in the order of their first mention.
//! - Time is linear in the text's length; nothing depends on hashing order.
//!
//! # Not done here
//!
//! Joining the entities of several documents (`link`), and the publisher's corrections.

mod candidate;
mod context;
mod decide;
mod fold;
pub(crate) mod lexicon;
pub(crate) mod token;

use std::collections::HashSet;

use dossier_corpus::mention::{Entity, EntityKind, Mention};

use crate::reading::Reading;
use decide::Seen;
use lexicon::{Lexicon, lexicon};
use token::{Shape, Token, tokens};

/// What was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The entities; short forms are folded into their long form.
    pub entities: Vec<Entity>,
    /// Where they are named.
    pub mentions: Vec<Mention>,
}

/// Finds the names of a document. Time linear in its length.
#[must_use]
pub fn find(reading: Reading<'_>) -> Names {
    let lexicon = lexicon();
    let mut seen = Vec::new();
    let mut small_words = HashSet::new();
    for (_, span) in reading.sentences() {
        let tokens = sentence_tokens(lexicon, reading.words(span), span.start);
        for token in tokens.iter().filter(|it| it.shape == Shape::Lower) {
            if !small_words.contains(token.norm.as_ref()) {
                small_words.insert(token.norm.clone().into_owned());
            }
        }
        for candidate in candidate::candidates(lexicon, &tokens) {
            let (start, end) = candidate.tokens;
            let mut context = context::around(lexicon, &tokens, start, end);
            if end - start == 1 {
                let word = tokens.get(start).map_or("", |it| &it.norm);
                for (score, extra) in context.iter_mut().zip(context::ending(word)) {
                    *score += extra;
                }
            }
            let name = name_of(lexicon, tokens.get(start..end).unwrap_or(&[]));
            let beside = [EntityKind::Person, EntityKind::Organisation]
                .map(|kind| context::beside(lexicon, &tokens, start, end, kind));
            seen.push(Seen::new(&candidate, name, context, beside));
        }
    }
    let kinds = decide::kinds(&seen, &small_words);
    fold::entities(reading, lexicon, &seen, &kinds)
}

/// The full name of a well-known abbreviation: "UN", "U.S.".
pub(crate) fn expand(name: &str) -> Option<&'static str> {
    lexicon().full_name(name)
}

/// Whether two roles found beside one name may belong to one person: not when they are of different walks of life.
pub(crate) fn may_be_one_person(one: &str, other: &str) -> bool {
    let field = |role: &str| {
        include_str!("data/en/fields.txt")
            .lines()
            .position(|line| !line.starts_with('#') && line.split("; ").any(|it| it == role))
    };
    one == other || field(one).is_none() || field(other).is_none() || field(one) == field(other)
}

/// The tokens of a sentence that starts at byte `base` of its reading.
pub(crate) fn sentence_tokens<'a>(
    lexicon: &Lexicon,
    sentence: &'a str,
    base: u32,
) -> Vec<Token<'a>> {
    tokens(sentence, base, |word| lexicon.is_abbreviation(word))
}

/// The name that stands in these tokens, made comparable: "CLINTON" is "Clinton".
fn name_of(lexicon: &Lexicon, tokens: &[Token<'_>]) -> String {
    let mut name = String::new();
    let is_long = tokens.len() > 1
        && tokens.iter().all(|it| it.shape == Shape::AllCaps)
        && tokens.iter().any(|it| it.norm.len() > 3);
    let all_caps = tokens.iter().all(|it| it.shape != Shape::Capital);
    for (idx, token) in tokens.iter().enumerate() {
        if idx > 0 && token.spaced && token.shape != Shape::Possessive {
            name.push(' ');
        }
        let is_shouted = token.shape == Shape::AllCaps
            && (token.norm.len() > 3 || is_long)
            && all_caps
            && !token.norm.contains('.');
        if is_shouted
            && !(tokens.len() == 1 && lexicon.name(&token.norm).has(lexicon::Marks::ORGANISATION))
            && (tokens.len() > 1
                || token.norm.len() > 5
                || !lexicon.name(&titled(&token.norm)).is_none())
        {
            name.push_str(&titled(&token.norm));
        } else {
            name.extend(token.norm.split_whitespace());
        }
    }
    name
}

/// A word with a capital at its start and after hyphens only.
pub(crate) fn titled(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut at_start = true;
    for it in word.chars() {
        if at_start {
            out.push(it);
        } else {
            out.extend(it.to_lowercase());
        }
        at_start = !it.is_alphabetic() && it != '\'';
    }
    out
}
