//! Which part of a long list is laid out: some screens around what is seen, never all of it.
//!
//! In: where the laid-out part lies on the screen. Out: the part to lay out, and how high the rest is. Lengths are CSS
//! pixels, positions are relative to the top of the window.

use std::ops::Range;

/// Items that are added or taken away together.
pub const CHUNK: usize = 5;

/// Height that is assumed of a chunk until one was seen.
const ASSUMED: f64 = 700.0;

/// So far beyond the window the list is laid out.
const AHEAD: f64 = 1_500.0;

/// What is further away than this is taken out again.
const BEHIND: f64 = 4_500.0;

/// The laid-out part of a list, and the heights seen so far.
#[derive(Clone, Debug, PartialEq)]
pub struct ListWindow {
    /// Number of chunks in all.
    n_chunks: usize,
    /// The laid-out chunks; not empty when there are any.
    chunks: Range<usize>,
    /// Heights of chunks, as far as seen.
    heights: Vec<Option<f64>>,
}

/// Where the laid-out part lies on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Geometry {
    /// Top of the whole list, with what is not laid out.
    pub top: f64,
    /// Tops of the laid-out chunks.
    pub chunk_tops: Vec<f64>,
    /// Bottom of the last laid-out chunk.
    pub bottom: f64,
    /// Height of the window.
    pub window: f64,
}

impl ListWindow {
    /// The first chunks of a list of `n` items.
    #[must_use]
    pub fn new(n: usize, n_first: usize) -> Self {
        let n_chunks = n.div_ceil(CHUNK);
        Self {
            n_chunks,
            chunks: 0..n_chunks.min(n_first),
            heights: vec![None; n_chunks],
        }
    }

    /// Whether it is a window of a list of `n` items.
    #[must_use]
    pub fn is_of(&self, n: usize) -> bool {
        self.n_chunks == n.div_ceil(CHUNK)
    }

    /// The laid-out items of `n`.
    #[must_use]
    pub fn items(&self, n: usize) -> Range<usize> {
        self.chunks.start * CHUNK..(self.chunks.end * CHUNK).min(n)
    }

    /// Height of what is left out above.
    #[must_use]
    pub fn above(&self) -> f64 {
        self.height(0..self.chunks.start)
    }

    /// Height of what is left out below.
    #[must_use]
    pub fn below(&self) -> f64 {
        self.height(self.chunks.end..self.n_chunks)
    }

    /// The part to lay out when the list lies so on the screen.
    #[must_use]
    pub fn moved(&self, at: &Geometry) -> Self {
        let mut next = self.clone();
        next.see(at);
        let (first, last) = (-AHEAD, at.window + AHEAD);
        let shown_top = at.chunk_tops.first().copied().unwrap_or(at.bottom);
        if at.bottom < first || shown_top > last {
            // Somebody dragged the scroll bar: begin where the window is now.
            let start = next.chunk_at(-at.top).min(self.n_chunks.saturating_sub(1));
            next.chunks = start.saturating_sub(1)..(start + 2).min(self.n_chunks);
            return next;
        }
        if shown_top > first && next.chunks.start > 0 {
            next.chunks.start -= 1;
        } else if at.chunk_tops.get(1).is_some_and(|it| *it < -BEHIND) {
            next.chunks.start += 1;
        }
        if at.bottom < last && next.chunks.end < self.n_chunks {
            next.chunks.end += 1;
        } else if at.chunk_tops.len() > 2
            && at
                .chunk_tops
                .last()
                .is_some_and(|it| *it > at.window + BEHIND)
        {
            next.chunks.end -= 1;
        }
        next
    }

    /// Keeps the heights that can be seen.
    fn see(&mut self, at: &Geometry) {
        let bottoms = at.chunk_tops.iter().skip(1).chain([&at.bottom]);
        let heights = at
            .chunk_tops
            .iter()
            .zip(bottoms)
            .map(|(top, bottom)| bottom - top);
        for (slot, height) in self.heights.iter_mut().skip(self.chunks.start).zip(heights) {
            *slot = Some(height);
        }
    }

    fn assumed(&self) -> f64 {
        let seen: Vec<f64> = self.heights.iter().copied().flatten().take(50).collect();
        match u32::try_from(seen.len()) {
            Ok(n @ 1..) => seen.iter().sum::<f64>() / f64::from(n),
            _ => ASSUMED,
        }
    }

    fn height(&self, chunks: Range<usize>) -> f64 {
        let assumed = self.assumed();
        let heights = self.heights.get(chunks).unwrap_or_default();
        heights.iter().map(|it| it.unwrap_or(assumed)).sum()
    }

    /// The chunk at a height below the top of the list.
    fn chunk_at(&self, height: f64) -> usize {
        let assumed = self.assumed();
        let mut bottom = 0.0;
        let begun = self.heights.iter().take_while(|it| {
            bottom += it.unwrap_or(assumed);
            bottom < height
        });
        begun.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixels(n_chunks: usize) -> f64 {
        1_000.0 * f64::from(u32::try_from(n_chunks).unwrap())
    }

    /// A reader at `scrolled` pixels below the top of a list whose chunks are 1,000 high, until nothing moves.
    fn settle(mut list: ListWindow, scrolled: f64) -> ListWindow {
        for _ in 0..100 {
            let chunks = list.chunks.clone();
            let above = list.above();
            let top = |it: usize| above - scrolled + pixels(it - chunks.start);
            let at = Geometry {
                top: -scrolled,
                chunk_tops: chunks.clone().map(top).collect(),
                bottom: top(chunks.end),
                window: 900.0,
            };
            let next = list.moved(&at);
            if next == list {
                return next;
            }
            list = next;
        }
        panic!("the list never comes to rest at {scrolled}");
    }

    #[test]
    fn what_is_seen_is_laid_out_and_little_else() {
        for n in [0, 1, 19, 20, 21, 100, 10_000] {
            let mut list = ListWindow::new(n, 1);
            let end = pixels(n.div_ceil(CHUNK));
            for scrolled in [
                0.0, 700.0, 5_000.0, 5_400.0, 100_000.0, 400_000.0, 3_000.0, 0.0,
            ] {
                let scrolled = f64::min(scrolled, f64::max(end - 900.0, 0.0));
                list = settle(list, scrolled);
                let (above, below) = (list.above(), list.below());
                assert!(
                    above <= scrolled,
                    "{n} at {scrolled}: the top of the screen is laid out"
                );
                assert!(
                    end - below >= f64::min(scrolled + 900.0, end),
                    "{n} at {scrolled}: its bottom too"
                );
                assert!(
                    list.items(n).len() <= 15 * CHUNK,
                    "{n} at {scrolled}: {:?}",
                    list.chunks
                );
                assert!((above + below + pixels(list.chunks.len()) - end).abs() < 1.0);
            }
        }
    }
}
