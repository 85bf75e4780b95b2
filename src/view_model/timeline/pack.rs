//! Labelled marks in rows: nothing lies over anything else, and what finds no place is counted.
//!
//! In: the dates of a window, its scale, the width of each label. Out: for each placed date its row and the
//! place of its shape and label in pixels from the window's left edge; for the others, counts along the axis.
//! A date keeps the row it had. Cost: dates of the window × rows.

use super::calendar::Unit;
use super::fold::Fold;
use super::items::{Item, Items, Shape};
use super::view::View;

/// Free space between two marks of a row.
const GAP: f64 = 16.0;

/// Between a shape and its label.
const LABEL_GAP: f64 = 8.0;

/// Half the width of a point.
const POINT: f64 = 4.5;

/// No shape is narrower.
const NARROWEST: f64 = 6.0;

/// A fading shape is never narrower.
const NARROWEST_FADE: f64 = 24.0;

/// After so many dates no further one is tried: every row is full long before.
const MAX_TRIED: usize = 400;

/// Counts of what found no place stand at least so far apart.
const MORE_WIDTH: f64 = 96.0;

/// Where the label of a mark stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The date's number.
    pub idx: usize,
    /// Its row, from 0.
    pub row: usize,
    /// Left edge of the shape.
    pub left: f64,
    /// Right edge of the shape.
    pub right: f64,
    /// How it is drawn.
    pub shape: Shape,
    /// Left edge of the label.
    pub label: f64,
    /// Width of the label.
    pub width: f64,
    /// Which of the label's forms found room.
    pub form: usize,
}

impl Placed {
    /// Whether the label stands over the shape instead of beside it.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.left < self.label + self.width && self.label < self.right
    }

    /// What it takes up of its row: shape and label.
    fn span(&self) -> (f64, f64) {
        (
            self.left.min(self.label),
            self.right.max(self.label + self.width),
        )
    }
}

/// Dates of a stretch that found no place.
#[derive(Clone, Debug, PartialEq)]
pub struct More {
    /// First day of the stretch.
    pub first: i32,
    /// The day after its last one.
    pub end: i32,
    /// Their numbers, in order; at least one.
    pub hidden: Vec<usize>,
}

/// A window of the axis and what is laid out in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// What is laid out: what is in view, and some room beside it.
    pub view: View,
    /// What is in view: labels stay inside of it.
    pub shown: View,
    /// Pixels a day.
    pub scale: f64,
    /// Number of rows.
    pub n_rows: usize,
    /// More marks than this are not placed.
    pub max_marks: usize,
    /// What the axis leaves out: days here are days of the axis.
    pub fold: Fold,
}

impl Window {
    /// Pixels from the window's left edge to the beginning of a day.
    #[must_use]
    pub fn x(&self, day: i32) -> f64 {
        (f64::from(day) - self.view.first) * self.scale
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.view.span() * self.scale
    }

    /// The edges of what is in view, in pixels.
    #[must_use]
    pub fn shown_edges(&self) -> (f64, f64) {
        (
            (self.shown.first - self.view.first) * self.scale,
            (self.shown.last - self.view.first) * self.scale,
        )
    }

    /// The edges between which a mark's label may stand: those of what is in view or, for a mark outside of it, of what is
    /// outside on that side.
    fn edges(&self, mark: &Placed) -> (f64, f64) {
        let (left, right) = self.shown_edges();
        if mark.right <= left {
            (0.0, left)
        } else if right <= mark.left {
            (right, self.width())
        } else {
            (left, right)
        }
    }
}

/// Packs these dates of the window. `widths` gives the widths in pixels of the forms of a date's label, the
/// longest first; `kept` names dates that had a row before. Marks come by number, counts from left to right; together
/// they name each date once.
pub fn pack<const N: usize>(
    items: &Items,
    numbers: impl Iterator<Item = usize>,
    window: &Window,
    kept: &[(usize, usize)],
    mut widths: impl FnMut(usize) -> [f64; N],
) -> (Vec<Placed>, Vec<More>) {
    let (first, end) = window.view.counted();
    let mut rows: Vec<Vec<(f64, f64)>> = vec![Vec::new(); window.n_rows];
    let mut placed: Vec<Placed> = Vec::new();
    let row_of = |idx: usize| kept.iter().find(|it| it.0 == idx).map(|it| it.1);
    let all: Vec<(usize, Item)> = numbers
        .filter_map(|idx| Some((idx, items.get(idx)?)))
        .collect();
    // What has a row comes first, what says least last: a date that only passes through.
    let rank = |idx: usize, item: Item| match row_of(idx) {
        Some(_) => 0,
        None if item.start < first && item.end > end => 2,
        None => 1,
    };
    let ranked = (0..3).flat_map(|n| all.iter().filter(move |it| rank(it.0, it.1) == n));
    for &(idx, item) in ranked.take(MAX_TRIED) {
        if placed.len() >= window.max_marks {
            break;
        }
        let found = (0..N).zip(widths(idx)).find_map(|(form, width)| {
            let mut mark = shape(window, idx, item);
            (mark.width, mark.form) = (width.max(0.0), form);
            let sides = labels(window, &mark, form + 1 == N);
            find_row(&rows, row_of(idx), mark, &sides)
        });
        if let Some((mark, row)) = found.and_then(|it| Some((it, rows.get_mut(it.row)?))) {
            row.push(mark.span());
            let at = placed.partition_point(|it| it.idx < idx);
            placed.insert(at, mark);
        }
    }
    let is_placed = |idx: &usize| placed.binary_search_by_key(idx, |it| it.idx).is_ok();
    let hidden = all
        .iter()
        .map(|it| it.0)
        .filter(|it| !is_placed(it))
        .collect();
    (placed, counted(items, window, hidden))
}

/// The mark in the first row that has room for it, the old one before all others.
fn find_row(
    rows: &[Vec<(f64, f64)>],
    old: Option<usize>,
    mark: Placed,
    sides: &[Option<f64>],
) -> Option<Placed> {
    old.into_iter().chain(0..rows.len()).find_map(|row| {
        let taken = rows.get(row)?;
        sides.iter().flatten().find_map(|&label| {
            let mark = Placed { row, label, ..mark };
            let (from, to) = mark.span();
            let is_free = taken.iter().all(|&(a, b)| to + GAP <= a || b + GAP <= from);
            is_free.then_some(mark)
        })
    })
}

fn shape(window: &Window, idx: usize, item: Item) -> Placed {
    let (left, right) = (
        window.x(item.start).max(0.0),
        window.x(item.end).min(window.width()),
    );
    let middle = f64::midpoint(left, right);
    let half = match item.shape {
        Shape::Point => POINT,
        Shape::Span => ((right - left) / 2.0).max(NARROWEST / 2.0),
        Shape::OpenLeft | Shape::OpenRight | Shape::Vague => {
            ((right - left) / 2.0).max(NARROWEST_FADE / 2.0)
        }
    };
    Placed {
        idx,
        row: 0,
        left: middle - half,
        right: middle + half,
        shape: item.shape,
        label: 0.0,
        width: 0.0,
        form: 0,
    }
}

/// Where the label may stand: right of the shape or left of it. When it leaves no room on either side: over it, if it is
/// longer than the label or there is no shorter form.
fn labels(window: &Window, mark: &Placed, is_last_form: bool) -> [Option<f64>; 2] {
    let right = mark.right + LABEL_GAP;
    let left = mark.left - LABEL_GAP - mark.width;
    let (first, last) = window.edges(mark);
    let right = (right + mark.width <= last).then_some(right);
    let left = (left >= first).then_some(left);
    // As far to its beginning as can be seen.
    let over = (mark.left.max(first) + LABEL_GAP)
        .min(last - mark.width)
        .max(first);
    let is_long = mark.right.min(last) - over > mark.width;
    if right.is_none() && left.is_none() && (is_long || is_last_form) {
        return [Some(over), None];
    }
    [right, left]
}

/// Groups numbers by the stretch they begin in; what begins before the window belongs to its first stretch.
fn counted(items: &Items, window: &Window, hidden: Vec<usize>) -> Vec<More> {
    let unit = Unit::for_bars(MORE_WIDTH / window.scale);
    let starts = window.fold.starts(unit, window.view);
    let mut all: Vec<More> = starts
        .iter()
        .zip(starts.iter().skip(1))
        .map(|(&first, &end)| More {
            first,
            end,
            hidden: Vec::new(),
        })
        .collect();
    let last = all.len().saturating_sub(1);
    for idx in hidden {
        let start = items.get(idx).map_or(0, |it| it.start);
        let piece = all.partition_point(|it| it.end <= start).min(last);
        if let Some(more) = all.get_mut(piece) {
            more.hidden.push(idx);
        }
    }
    all.retain(|it| !it.hidden.is_empty());
    all
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::collections::BTreeSet;

    use dossier_time::Day;
    use proptest::prelude::*;

    use super::super::items::tests::items;
    use super::*;

    fn pack_all<const N: usize>(
        items: &Items,
        window: &Window,
        kept: &[(usize, usize)],
        widths: impl FnMut(usize) -> [f64; N],
    ) -> (Vec<Placed>, Vec<More>) {
        let (first, end) = window.view.counted();
        pack(items, items.touching(first, end), window, kept, widths)
    }

    fn window(items: &Items, pixels: f64, n_rows: usize) -> Option<Window> {
        let (first, last) = items.extent()?;
        let view = View::around(first, last);
        Some(Window {
            view,
            shown: view,
            scale: pixels / view.span(),
            n_rows,
            max_marks: 90,
            fold: Fold::default(),
        })
    }

    #[test]
    fn a_label_stands_where_there_is_room() {
        let day = |start, length| Item {
            start,
            end: start + length,
            shape: Shape::Span,
        };
        let view = View::days(Day(0), Day(99));
        let window = Window {
            view,
            shown: view,
            scale: 10.0,
            n_rows: 4,
            max_marks: 9,
            fold: Fold::default(),
        };
        for (item, width, expected, why) in [
            (day(10, 10), 100.0, 208.0, "right of it"),
            (
                day(85, 10),
                100.0,
                742.0,
                "left of it, where the window ends",
            ),
            (day(-50, 500), 100.0, 8.0, "over what fills the window"),
            (
                day(10, 10),
                5000.0,
                0.0,
                "what fits nowhere begins at the edge",
            ),
        ] {
            let items = Items::new(vec![item]);
            let (placed, _) = pack_all(&items, &window, &[], |_| [width]);
            assert!(
                (placed[0].label - expected).abs() < 1e-9,
                "{why}: {:?}",
                placed[0]
            );
        }
    }

    #[test]
    fn fifty_thousand_on_one_day_are_counted() {
        let item = Item {
            start: 5,
            end: 6,
            shape: Shape::Point,
        };
        let items = Items::new(vec![item; 50_000]);
        let view = View::days(Day(0), Day(9));
        let window = Window {
            view,
            shown: view,
            scale: 90.0,
            n_rows: 10,
            max_marks: 90,
            fold: Fold::default(),
        };
        let (placed, more) = pack_all(&items, &window, &[], |_| [100.0, 40.0]);
        assert_eq!(placed.len(), 10);
        let n: usize = more.iter().map(|it| it.hidden.len()).sum();
        assert_eq!((more.len(), n), (1, 49_990));
    }

    proptest! {
        #[test]
        fn nothing_overlaps_and_nothing_is_lost(items in items(), pixels in 300.0..2000.0f64, widths in prop::collection::vec(0.0..400.0f64, 1..9)) {
            let Some(window) = window(&items, pixels, 9) else { return Ok(()) };
            let width = |idx: usize| [1.0, 0.3].map(|part| widths[idx % widths.len()] * part);
            let (placed, more) = pack_all(&items, &window, &[], width);
            for (a, one) in placed.iter().enumerate() {
                for other in &placed[a + 1..] {
                    let ((a0, a1), (b0, b1)) = (one.span(), other.span());
                    prop_assert!(one.row != other.row || a1 <= b0 || b1 <= a0, "{:?} and {:?}", one, other);
                }
            }
            let named: Vec<usize> = placed.iter().map(|it| it.idx).chain(more.iter().flat_map(|it| it.hidden.clone())).collect();
            let once: BTreeSet<usize> = named.iter().copied().collect();
            prop_assert_eq!(once.len(), named.len(), "one date twice");
            let (first, end) = window.view.counted();
            prop_assert_eq!(named.len(), items.n_touching(first, end));
            let again = pack_all(&items, &window, &[], width);
            prop_assert_eq!((&placed, &more), (&again.0, &again.1));
        }

        #[test]
        fn rows_are_kept_when_the_window_moves(items in items(), pan in -0.4..0.4f64) {
            let Some(window) = window(&items, 900.0, 9) else { return Ok(()) };
            let (before, _) = pack_all(&items, &window, &[], |_| [80.0, 30.0]);
            let kept: Vec<(usize, usize)> = before.iter().map(|it| (it.idx, it.row)).collect();
            // Far from the edges, where labels do not change their side.
            let moved = Window { view: window.view.panned(pan), shown: window.view.panned(pan), ..window.clone() };
            let (after, _) = pack_all(&items, &moved, &kept, |_| [0.0]);
            for it in &after {
                if let Some(&(_, row)) = kept.iter().find(|old| old.0 == it.idx) {
                    prop_assert_eq!(it.row, row, "{:?}", it);
                }
            }
        }
    }
}
