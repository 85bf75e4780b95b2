//! Finds the words that lower a claim: "allegedly", "could not be verified".
//!
//! Stage: *analysis*. In: a sentence's tokens. Out: spans of hedges, in order, not overlapping. A hedge that is negated
//! ("not alleged") or only mentioned (“the word ‘alleged’”) is none.

use std::collections::HashMap;
use std::sync::OnceLock;

use dossier_corpus::span::Span;

use crate::entities::lexicon::entries;
use crate::entities::token::{Shape, Token};

/// A phrase by its words; `None` stands for up to three words of any kind.
type Phrase = Vec<Option<&'static str>>;

fn phrases() -> &'static HashMap<&'static str, Vec<Phrase>> {
    static PHRASES: OnceLock<HashMap<&'static str, Vec<Phrase>>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut out: HashMap<&'static str, Vec<Phrase>> = HashMap::new();
        for entry in entries(include_str!("data/en/hedges.txt")) {
            let phrase: Phrase = entry
                .split(' ')
                .map(|it| (it != "*").then_some(it))
                .collect();
            if let Some(Some(first)) = phrase.first() {
                out.entry(*first).or_default().push(phrase);
            }
        }
        for list in out.values_mut() {
            list.sort_by_key(|it| std::cmp::Reverse(it.len()));
        }
        out
    })
}

/// How far the three words of a gap reach.
const GAP: usize = 3;

/// The hedges of a sentence, in order.
pub(crate) fn hedges(tokens: &[Token<'_>]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is_word()
            && let Some(list) = phrases().get(token.lower().as_ref())
            && let Some((phrase, n)) = list
                .iter()
                .find_map(|it| Some((it, matched(it, tokens, at)?)))
            && !is_unhedged(tokens, at, n)
        {
            let last = tokens
                .get(at + shown(phrase, n) - 1)
                .map_or(token.span, |it| it.span);
            out.push(Span::new(token.span.start, last.end));
            at += n;
        } else {
            at += 1;
        }
    }
    out
}

/// Of "may have" the hedge is "may"; of other phrases all words.
fn shown(phrase: &Phrase, n: usize) -> usize {
    match phrase.as_slice() {
        [Some("may" | "might" | "could"), Some("have"), ..] => 1,
        [Some("claims" | "claim"), ..] => 1,
        _ => n,
    }
}

/// How many tokens from `at` the phrase takes.
fn matched(phrase: &Phrase, tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut n = 0;
    let mut pieces = phrase.iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Some(word) => {
                let token = tokens.get(at + n)?;
                if token.lower() != *word {
                    return None;
                }
                n += 1;
            }
            None => {
                let next = pieces.peek().copied().copied().flatten()?;
                let gap = (0..=GAP).find(|gap| {
                    tokens
                        .get(at + n + gap)
                        .is_some_and(|it| it.lower() == next)
                })?;
                n += gap;
            }
        }
    }
    Some(n)
}

fn is_unhedged(tokens: &[Token<'_>], at: usize, n: usize) -> bool {
    let word = tokens.get(at).map_or_else(Default::default, Token::lower);
    let is = |at: Option<usize>, words: &[&str]| {
        at.and_then(|it| tokens.get(it))
            .is_some_and(|it| words.contains(&it.lower().as_ref()))
    };
    let negated = n == 1
        && is(
            at.checked_sub(1),
            &["not", "no", "never", "neither", "hardly"],
        )
        && !word.ends_with("ly");
    // The word itself is quoted: it is spoken about.
    let mark = |it: Option<&Token<'_>>| {
        it.is_some_and(|it| {
            matches!(
                it.shape,
                Shape::Mark('“' | '”' | '"' | '‘' | '’' | '\'' | '«' | '»')
            )
        })
    };
    let mentioned =
        n == 1 && mark(at.checked_sub(1).and_then(|it| tokens.get(it))) && mark(tokens.get(at + 1));
    let other_sense = match word.as_ref() {
        "supposed" => is(Some(at + 1), &["to"]),
        "claimed" => is(
            Some(at + 1),
            &[
                "responsibility",
                "victory",
                "credit",
                "the",
                "a",
                "an",
                "its",
                "his",
                "her",
                "their",
                "asylum",
                "more",
                "at",
            ],
        ),
        _ => false,
    };
    negated || mentioned || other_sense
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::lexicon::lexicon;
    use crate::entities::sentence_tokens;

    #[track_caller]
    fn check(text: &str, expected: &[&str], why: &str) {
        let tokens = sentence_tokens(lexicon(), text, 0);
        let got: Vec<_> = hedges(&tokens).iter().map(|it| it.of(text)).collect();
        assert_eq!(got, expected, "{why}: {text}");
    }

    #[test]
    fn words_and_phrases() {
        check(
            "The alleged thief reportedly fled.",
            &["alleged", "reportedly"],
            "single words",
        );
        check("The ship may have sunk.", &["may"], "doubt about the past");
        check(
            "The ship may sail.",
            &[],
            "the future is no doubt about a fact",
        );
        check(
            "It could not be independently verified.",
            &["could not be independently verified"],
            "with a gap",
        );
        check(
            "In the absence of any solid evidence they left.",
            &["absence of any solid evidence"],
            "with a gap",
        );
        check(
            "It is believed that he left.",
            &["It is believed"],
            "passive, at the start",
        );
        check("He was supposed to leave.", &[], "an obligation");
        check(
            "The group claimed responsibility.",
            &[],
            "no claim of a fact",
        );
        check("They were not alleged thieves.", &[], "negated");
        check(
            "He disliked the word “alleged”.",
            &[],
            "mentioned, not used",
        );
    }
}
