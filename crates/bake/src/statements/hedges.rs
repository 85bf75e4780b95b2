//! Finds the words that lower a claim: "allegedly", "could not be verified".
//!
//! Stage: *analysis*. In: a sentence's tokens. Out: spans of hedges, in order, not overlapping. A hedge that is negated
//! ("not alleged") or only mentioned (“the word ‘alleged’”) is none.

use dossier_corpus::span::Span;

use super::cues::{Class, Cues, Phrase};
use crate::entities::token::{Shape, Token};

/// How far the three words of a gap reach.
const GAP: usize = 3;

/// The hedges of a sentence, in order.
pub(crate) fn hedges(cues: &Cues, tokens: &[Token<'_>]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is_word()
            && let Some((phrase, n)) = cues
                .hedges(&token.lower())
                .iter()
                .find_map(|it| Some((it, matched(it, tokens, at)?)))
            && !is_unhedged(cues, tokens, at, n)
        {
            let last = tokens
                .get(at + phrase.shown.unwrap_or(n) - 1)
                .map_or(token.span, |it| it.span);
            out.push(Span::new(token.span.start, last.end));
            at += n;
        } else {
            at += 1;
        }
    }
    out
}

/// How many tokens from `at` the phrase takes.
fn matched(phrase: &Phrase, tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut n = 0;
    let mut pieces = phrase.words.iter().peekable();
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
                let next = pieces.peek()?.as_ref()?;
                let gap = (0..=GAP).find(|gap| {
                    tokens
                        .get(at + n + gap)
                        .is_some_and(|it| it.lower() == *next)
                })?;
                n += gap;
            }
        }
    }
    Some(n)
}

fn is_unhedged(cues: &Cues, tokens: &[Token<'_>], at: usize, n: usize) -> bool {
    let word = tokens.get(at).map_or_else(Default::default, Token::lower);
    let before = at.checked_sub(1).and_then(|it| tokens.get(it));
    let negated = n == 1
        && before.is_some_and(|it| cues.is_a(&it.lower(), Class::Negation))
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
    let lower = |at: usize| tokens.get(at).map_or_else(Default::default, Token::lower);
    let next = lower(at + 1);
    let other_sense = match word.as_ref() {
        "supposed" => next == "to",
        "claimed" => {
            let object = if cues.is_a(&next, Class::Determiner) {
                lower(at + 2)
            } else {
                next
            };
            cues.is_a(&object, Class::Claimable)
        }
        _ => false,
    };
    negated || mentioned || other_sense
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::lexicon::lexicon;
    use crate::entities::sentence_tokens;
    use crate::statements::cues::cues;

    #[track_caller]
    fn check(text: &str, expected: &[&str], why: &str) {
        let tokens = sentence_tokens(lexicon("en"), text, 0);
        let got: Vec<_> = hedges(cues("en"), &tokens)
            .iter()
            .map(|it| it.of(text))
            .collect();
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
