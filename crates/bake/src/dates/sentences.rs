//! The sentences of a passage as ranges of token positions.

use dossier_corpus::span::Span;

use super::token::Tokens;

/// The sentences of a passage as ranges of token positions, asked for in order.
pub(super) struct Sentences<'a> {
    spans: &'a [Span],
    start: usize,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(spans: &'a [Span]) -> Self {
        Self { spans, start: 0 }
    }

    /// The positions of the tokens in the sentence that holds one.
    pub(super) fn around(&mut self, tokens: &Tokens<'_>, at: usize) -> std::ops::Range<usize> {
        let offset = tokens.get(at).map_or(0, |it| it.span.start);
        while let [first, rest @ ..] = self.spans
            && first.end <= offset
            && !rest.is_empty()
        {
            let end = first.end;
            while tokens.get(self.start).is_some_and(|it| it.span.start < end) {
                self.start += 1;
            }
            self.spans = rest;
        }
        let end_offset = self.spans.first().map_or(u32::MAX, |it| it.end);
        let near = at.saturating_add(64).min(tokens.len());
        let end = (at..near)
            .find(|it| {
                tokens
                    .get(*it)
                    .is_some_and(|it| it.span.start >= end_offset)
            })
            .unwrap_or(near);
        self.start.min(at)..end
    }
}
