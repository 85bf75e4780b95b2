//! Finds the words that lower a claim: "allegedly", "could not be verified".
//!
//! Stage: *analysis*. In: a sentence's tokens. Out: hedges, in order, not overlapping, each with what it does there: it
//! lowers, or it is negated ("not alleged"), or it is quoted by itself (“the ‘alleged’ thief”).

use dossier_corpus::span::Span;
use dossier_corpus::statement::{Hedge, HedgeUse};

use super::cues::{Class, Cues, Phrase};
use crate::entities::token::{Shape, Token};

/// How far the three words of a gap reach.
const GAP: usize = 3;

/// The hedges of a sentence, in order.
pub(crate) fn hedges(cues: &Cues, tokens: &[Token<'_>]) -> Vec<Hedge> {
    let mut out: Vec<Hedge> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is_word()
            && let Some((phrase, n)) = cues
                .hedges(&token.lower())
                .iter()
                .find_map(|it| Some((it, matched(it, tokens, at)?)))
            && !has_other_sense(cues, tokens, at)
        {
            let n_shown = phrase.shown.unwrap_or(n);
            let last = tokens.get(at + n_shown - 1).unwrap_or(token);
            out.push(Hedge {
                span: Span::new(token.span.start, last.span.end),
                usage: usage(cues, tokens, at, at + n_shown),
            });
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

/// What the hedge in `start..end` does.
fn usage(cues: &Cues, tokens: &[Token<'_>], start: usize, end: usize) -> HedgeUse {
    let before = start.checked_sub(1).and_then(|it| tokens.get(it));
    if before.is_some_and(is_quotation_mark) && tokens.get(end).is_some_and(is_quotation_mark) {
        HedgeUse::Quoted
    } else if is_negated(cues, tokens, start) {
        HedgeUse::Negated
    } else {
        HedgeUse::Lowers
    }
}

/// "not alleged", "no longer in doubt", "has never been alleged", "wasn't rumoured"; not "did not allegedly".
fn is_negated(cues: &Cues, tokens: &[Token<'_>], start: usize) -> bool {
    let word = tokens
        .get(start)
        .map_or_else(Default::default, Token::lower);
    // An adverb of the sentence stands outside its negation, but "not possibly" is one that is stressed; "did not seem to
    // be" says that it seemed not to be.
    let is_outside = word.ends_with("ly") && !cues.is_a(&word, Class::Emphatic);
    if is_outside || cues.is_a(&word, Class::Raising) {
        return false;
    }
    let mut at = start;
    while let Some(before) = at.checked_sub(1).and_then(|it| tokens.get(it)) {
        let lower = before.lower();
        if cues.is_a(&lower, Class::Negation) || lower.ends_with("n't") {
            return true;
        }
        if start - at >= 2 || !cues.is_a(&lower, Class::BehindNegation) {
            return false;
        }
        at -= 1;
    }
    false
}

fn is_quotation_mark(token: &Token<'_>) -> bool {
    matches!(
        token.shape,
        Shape::Mark('“' | '”' | '„' | '"' | '‘' | '’' | '‚' | '\'' | '«' | '»')
    )
}

/// "supposed to", "claimed responsibility": the word says something else.
fn has_other_sense(cues: &Cues, tokens: &[Token<'_>], at: usize) -> bool {
    let lower = |at: usize| tokens.get(at).map_or_else(Default::default, Token::lower);
    let next = lower(at + 1);
    match lower(at).as_ref() {
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
    }
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
            .map(|it| match it.usage {
                HedgeUse::Lowers => it.span.of(text).to_owned(),
                other => format!("{}: {}", other.name(), it.span.of(text)),
            })
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
        check(
            "A letter believed to be his appears to be a copy.",
            &["believed to be", "appears to be"],
            "without a form of “be”",
        );
        check("He was supposed to leave.", &[], "an obligation");
        check(
            "The group claimed responsibility.",
            &[],
            "no claim of a fact",
        );
    }

    #[test]
    fn negated_and_quoted_hedges_are_told_apart() {
        for (text, expected, why) in [
            ("They were not alleged thieves.", "negated: alleged", "not"),
            (
                "It is no longer in doubt.",
                "negated: in doubt",
                "no longer",
            ),
            (
                "It has never been alleged.",
                "negated: alleged",
                "over a small word",
            ),
            (
                "It wasn’t unconfirmed.",
                "negated: unconfirmed",
                "a short form",
            ),
            ("No suspected thief left.", "negated: suspected", "no"),
            (
                "He could not possibly know.",
                "negated: possibly",
                "stressed",
            ),
            (
                "He did not allegedly flee.",
                "allegedly",
                "outside the negation",
            ),
            (
                "Not he, the alleged thief, fled.",
                "alleged",
                "the negation is of another word",
            ),
            (
                "He disliked the word “alleged”.",
                "quoted: alleged",
                "mentioned, not used",
            ),
            (
                "“The ‘alleged’ thief fled,” she said.",
                "quoted: alleged",
                "inside a quotation",
            ),
            (
                "“Alleged thieves,” she said.",
                "Alleged",
                "a word of what is said",
            ),
            (
                "It did not seem to be his.",
                "seem to be",
                "it seemed not to be",
            ),
            (
                "The ship may not have sunk.",
                "may",
                "what is negated is the fact",
            ),
            (
                "It is not believed to be his.",
                "is not believed to",
                "it is believed not to be",
            ),
        ] {
            check(text, &[expected], why);
        }
    }
}
