//! From the visible text of a passage back to its source.
//!
//! In: runs, each a source span and the number of bytes shown for it. Out: source spans. A run that is shown by other
//! words than its own is never cut.

use crate::span::Span;

/// Where the visible text of a passage stands in its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Bytes of the visible text.
    visible: Span,
    /// Bytes of the source.
    source: Span,
}

impl Run {
    /// The source byte of a byte of the visible text.
    fn at(&self, position: u32) -> u32 {
        match self.visible.len() == self.source.len() {
            true => self.source.start + (position - self.visible.start),
            false if position == self.visible.start => self.source.start,
            false => self.source.end,
        }
    }
}

impl SourceMap {
    /// A map of these runs, in order: source span, and bytes shown.
    pub(crate) fn new(runs: impl Iterator<Item = (Span, u32)>) -> Self {
        let mut end = 0;
        let runs = runs.map(|(source, len)| {
            let visible = Span::new(end, end + len);
            end = visible.end;
            Run { visible, source }
        });
        Self {
            runs: runs.collect(),
        }
    }

    /// The source span of a range of bytes of the visible text. `O(log n)`.
    #[must_use]
    pub fn to_source(&self, visible: Span) -> Span {
        let first = self
            .runs
            .partition_point(|it| it.visible.end <= visible.start);
        let last = self.runs.partition_point(|it| it.visible.end < visible.end);
        let (first, last) = (self.runs.get(first), self.runs.get(last));
        let end = match last {
            Some(run) if run.visible.start < visible.end => run.at(visible.end),
            _ => self.runs.last().map_or(0, |it| it.source.end),
        };
        Span::new(first.map_or(end, |it| it.at(visible.start)), end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_found_in_the_source() {
        // `a &amp; *b*`: seen as `a & b`.
        let runs = [(0, 2, 2), (2, 7, 1), (7, 8, 1), (9, 10, 1)];
        let map = SourceMap::new(
            runs.into_iter()
                .map(|(start, end, len)| (Span::new(start, end), len)),
        );
        for ((start, end), expected, why) in [
            ((0, 1), (0, 1), "the first letter"),
            ((2, 3), (2, 7), "shown by another word"),
            ((0, 5), (0, 10), "all of it"),
            ((4, 5), (9, 10), "behind a sign"),
            ((3, 5), (7, 10), "across it"),
            ((5, 5), (10, 10), "behind all"),
            ((1, 9), (1, 10), "beyond the end"),
        ] {
            let found = map.to_source(Span::new(start, end));
            assert_eq!((found.start, found.end), expected, "{why}");
        }
        assert_eq!(
            SourceMap::default().to_source(Span::new(0, 3)),
            Span::new(0, 0)
        );
    }
}
