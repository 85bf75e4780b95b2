//! Reported clauses of a sentence: where the content of each cue begins and ends.
//!
//! Role: part of *attribution*.

use dossier_corpus::span::Span;

use super::{CLAUSE, Found, Frame, Reader};
use crate::entities::token::Shape;
use crate::statements::cues::Class;

impl Reader<'_> {
    /// Reported clauses of one sentence: every cue outside quotations that no quotation took.
    pub(super) fn clauses(&mut self, start: usize, end: usize) {
        let words = self.words;
        let mut frames: Vec<(Frame, (usize, usize))> = Vec::new();
        let mut at = start;
        while at < end {
            if words.is_quoted(at) || self.is_used(at) {
                at += 1;
                continue;
            }
            let found = if let Some(n) = words.according(at) {
                self.according(at, n, start, end)
            } else {
                words
                    .tokens
                    .get(at)
                    .and_then(|it| words.cues.verb(it))
                    .and_then(|follows| {
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
            let mut to = to.min(from + CLAUSE);
            // Behind a semicolon somebody else speaks.
            if from > frame.cue.0
                && let Some(stop) =
                    (from..to).find(|&it| words.is_mark(it, &[';']) && !words.is_quoted(it))
            {
                to = stop;
            }
            for (next, _) in frames.get(idx + 1..).unwrap_or(&[]) {
                let next_start = next.subject.0.min(next.cue.0);
                if next.cue.0 >= to {
                    break;
                }
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
            let first = words
                .quotes
                .partition_point(|it| it.0.outer.end <= span.start);
            for (idx, (quote, _)) in words.quotes.iter().enumerate().skip(first) {
                if quote.outer.start >= span.end {
                    break;
                }
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
            .skip(
                self.words
                    .quotes
                    .partition_point(|it| it.0.outer.start < span.start),
            )
            .take(1)
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
            if !words.is_a(it - 1, Class::Joiner) {
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
        n: usize,
        start: usize,
        end: usize,
    ) -> Option<(Frame, (usize, usize))> {
        let words = self.words;
        let subject_end = self.phrase_end(at + n);
        let frame = Frame {
            cue: (at, at + n),
            subject: (at + n, subject_end),
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
        if start + 1 < end && self.words.is_a(start, Class::Opener) {
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
            || (words.is_a(at, Class::Pronoun) || words.is_a(at, Class::ClauseStart))
            || (token.shape == Shape::Lower
                && token.norm.len() > 3
                && !words.is_a(at, Class::NoClauseStart)
                && self.words.cues.verb(token).is_none());
        if words.is_a(at, Class::Pronoun) {
            return true;
        }
        starts && (at + 1..end.min(at + 16)).any(|it| self.is_finite(it))
    }

    /// Whether a token looks like a finite verb.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let words = self.words;
        words.is_a(at, Class::Finite)
            || words.tokens.get(at).is_some_and(|it| {
                it.shape == Shape::Lower && it.norm.len() > 4 && it.norm.ends_with("ed")
            })
            || words.tokens.get(at).is_some_and(|it| {
                it.shape == Shape::Lower && matches!(it.norm.as_ref(), "'s" | "'re" | "'ll")
            })
    }
}
