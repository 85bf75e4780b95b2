//! Reported clauses of a sentence: where the content of each cue begins and ends.
//!
//! Role: part of *attribution*.

use dossier_corpus::span::Span;

use super::{Found, Frame, Reader};
use crate::entities::token::Shape;
use crate::statements::cues::verb;

impl Reader<'_> {
    /// Reported clauses of one sentence: every cue outside quotations that no quotation took.
    pub(super) fn clauses(&mut self, start: usize, end: usize) {
        let words = self.words;
        let mut frames: Vec<(Frame, (usize, usize))> = Vec::new();
        let mut at = start;
        while at < end {
            if words.is_quoted(at) || self.used.contains(&at) {
                at += 1;
                continue;
            }
            let found = if words.is(at, &["according"]) && words.is(at + 1, &["to"]) {
                self.according(at, start, end)
            } else {
                words.tokens.get(at).and_then(verb).and_then(|follows| {
                    self.reported(at, follows, start, end, frames.last().map(|it| it.0))
                })
            };
            if let Some(found) = found {
                at = found.0.cue.1;
                frames.push(found);
            } else {
                at += 1;
            }
        }
        // A clause ends where the next frame of the same rank begins.
        for idx in 0..frames.len() {
            let Some(&(frame, (from, to))) = frames.get(idx) else {
                continue;
            };
            let mut to = to;
            for (next, _) in frames.get(idx + 1..).unwrap_or(&[]) {
                let next_start = next.subject.0.min(next.cue.0);
                if next_start > from
                    && next_start < to
                    && let Some(cut) = self.clause_break(next_start, from)
                {
                    to = to.min(cut);
                }
            }
            let Some(span) = words.span(from, to) else {
                continue;
            };
            let mut is_quoted = false;
            for (idx, (quote, _)) in words.quotes.iter().enumerate() {
                if span.overlaps(quote.outer) {
                    is_quoted = true;
                    if let Some(flag) = self.spoken.get_mut(idx) {
                        *flag = true;
                    }
                }
            }
            self.found.push(Found {
                at: frame.cue.0,
                content: vec![self.without_marks(span)],
                is_quoted,
                is_carried: false,
                frame: Some(frame),
            });
        }
    }

    /// A span that is one quotation gives its inside.
    pub(super) fn without_marks(&self, span: Span) -> Span {
        self.words
            .quotes
            .iter()
            .find(|(quote, _)| quote.outer == span)
            .map_or(span, |it| it.0.inner)
    }

    /// Where the clause before a frame that begins at `at` ends: at the comma or semicolon before its conjunction.
    pub(super) fn clause_break(&self, at: usize, from: usize) -> Option<usize> {
        let words = self.words;
        let mut it = at;
        let mut steps = 0;
        while it > from && steps < 4 {
            if words.is_mark(it - 1, &[',', ';', '—', '–']) {
                return Some(it - 1);
            }
            if !words.is(
                it - 1,
                &[
                    "and", "but", "though", "although", "while", "with", "as", "yet", "whereas",
                    "when", "also", "however",
                ],
            ) {
                return None;
            }
            it -= 1;
            steps += 1;
        }
        None
    }

    /// "According to X, …", "…, according to X".
    pub(super) fn according(
        &self,
        at: usize,
        start: usize,
        end: usize,
    ) -> Option<(Frame, (usize, usize))> {
        let words = self.words;
        let subject_end = self.phrase_end(at + 2);
        let frame = Frame {
            cue: (at, at + 2),
            subject: (at + 2, subject_end),
            end: subject_end,
        };
        let leads = at == start
            || words.is_mark(at - 1, &['“', '"', '—', ';'])
            || (at - start <= 2 && !words.is_mark(at - 1, &[',']));
        if leads {
            let from = if words.is_mark(subject_end, &[',']) {
                subject_end + 1
            } else {
                subject_end
            };
            return (from < end).then_some((frame, (from, end)));
        }
        let before = at - usize::from(words.is_mark(at - 1, &[',', '—', '–']));
        let from = self.conjoined(start, before);
        (from < before).then_some((frame, (from, before)))
    }

    /// The start of a sentence without the conjunction it begins with.
    pub(super) fn conjoined(&self, start: usize, end: usize) -> usize {
        if start + 1 < end && self.words.is(start, &["but", "and", "however", "yet"]) {
            start + 1
        } else {
            start
        }
    }

    /// Whether a clause without "that" begins at `at`: a pronoun, article, name or noun, and not an object.
    pub(super) fn begins_clause(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let Some(token) = words.tokens.get(at).filter(|_| at + 2 < end) else {
            return false;
        };
        let starts = token.is_name_like()
            || token.shape == Shape::Number
            || words.is_quoted(at)
            || words.is(
                at,
                &[
                    "he", "she", "it", "they", "we", "i", "you", "there", "the", "a", "an", "his",
                    "her", "its", "their", "our", "my", "this", "these", "those", "some", "many",
                    "most", "no", "all", "both", "each", "such", "what", "more", "if", "people",
                    "one", "two", "three",
                ],
            )
            || (token.shape == Shape::Lower
                && token.norm.len() > 3
                && !words.is(
                    at,
                    &[
                        "with",
                        "from",
                        "about",
                        "during",
                        "after",
                        "before",
                        "into",
                        "over",
                        "goodbye",
                        "nothing",
                        "something",
                        "anything",
                        "they're",
                        "only",
                        "much",
                        "when",
                        "while",
                        "because",
                        "than",
                        "then",
                        "otherwise",
                        "similar",
                        "hello",
                    ],
                )
                && verb(token).is_none());
        if words.is(at, &["he", "she", "it", "they", "we", "i"]) {
            return true;
        }
        starts && (at + 1..end.min(at + 16)).any(|it| self.is_finite(it))
    }

    /// Whether a token looks like a finite verb.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let words = self.words;
        words.is(
            at,
            &[
                "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
                "should", "may", "might", "must", "did", "does", "do", "isn't", "wasn't", "won't",
                "can't", "don't", "didn't", "doesn't", "hasn't", "wouldn't", "couldn't", "aren't",
                "weren't", "haven't", "hadn't", "went", "came", "took", "made", "got", "gave",
                "saw", "left", "began", "became", "knew", "felt", "found", "lost", "won", "held",
                "kept", "ran", "met", "led", "wants", "needs", "think", "believe", "want", "need",
                "expect", "hope", "plan",
            ],
        ) || words.tokens.get(at).is_some_and(|it| {
            it.shape == Shape::Lower && it.norm.len() > 4 && it.norm.ends_with("ed")
        }) || words.tokens.get(at).is_some_and(|it| {
            it.shape == Shape::Lower && matches!(it.norm.as_ref(), "'s" | "'re" | "'ll")
        })
    }
}
