//! Long quiet stretches, in which no date begins or ends, folded: the axis without them.
//!
//! In: the dates of a selection. Out: a map between days of the calendar and days of the axis, and the same dates in days of
//! the axis. Layout, zooming and panning know only days of the axis; what has words asks for the calendar. Unfolded, the
//! two are the same.

use std::rc::Rc;

use dossier_query::order;
use dossier_time::Day;

use super::Timeline;
use super::calendar::Unit;
use super::gaps::Gap;
use super::items::{Item, Items};
use super::view::{View, whole};

/// A stretch is long when it would take up at least this share of the axis, without those that are longer.
const LONG: f64 = 0.08;

/// And when it is so many times as long as the longest that stays: what is spread evenly is not folded.
const FAR: f64 = 3.0;

/// What is left of it on either side, as a share of the axis without long stretches.
const KEPT: f64 = 0.015;

/// There are at least so many days on which a date begins or ends for each that is folded.
const MIN_EDGES: usize = 4;

/// No more than so many are folded.
const MAX_FOLDS: usize = 12;

/// A stretch of days that the axis leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cut {
    /// Its first day.
    first: i32,
    /// The day after its last one.
    end: i32,
    /// Days left out before it.
    before: i32,
    /// The quiet stretch that it is part of.
    gap: Gap,
}

impl Cut {
    /// The day of the axis that it is folded into.
    fn at(&self) -> i32 {
        self.first.saturating_sub(self.before)
    }

    /// Days left out up to its end.
    fn through(&self) -> i32 {
        self.before
            .saturating_add(self.end.saturating_sub(self.first))
    }
}

/// What the axis leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold(Rc<[Cut]>);

impl Fold {
    /// Folds the long quiet stretches of these dates; leaves out nothing when there is none. Costs one step for each date.
    #[must_use]
    pub fn of(items: &Items) -> Self {
        let Some((first, last)) = items.extent() else {
            return Self::default();
        };
        let length = |it: &Gap| it.after.saturating_sub(it.before).saturating_sub(1);
        let (mut widest, n_edges) = widest(items);
        let mut rest = f64::from(last.0) - f64::from(first.0) + 1.0;
        let mut n_folded = 0;
        let mut rest_folded = rest;
        for (n, gap) in (1..=MAX_FOLDS).zip(&widest) {
            let days = f64::from(length(gap));
            if days < LONG * rest {
                break;
            }
            rest -= days;
            let stays = widest.get(n).map_or(0, length);
            if days >= FAR * f64::from(stays) && n * MIN_EDGES <= n_edges {
                (n_folded, rest_folded) = (n, rest);
            }
        }
        widest.truncate(n_folded);
        let kept = whole((rest_folded * KEPT).ceil()).max(1);
        widest.retain(|it| length(it) > 4 * kept);
        order::sort_by_key(&mut widest, |it| it.before);
        let mut before = 0;
        let cuts = widest.into_iter().map(|gap| {
            let cut = Cut {
                first: gap.before + 1 + kept,
                end: gap.after - kept,
                before,
                gap,
            };
            before = cut.through();
            cut
        });
        Self(cuts.collect())
    }

    /// Whether nothing is left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The day of the axis for a day of the calendar. Keeps the order; open ends stay open.
    #[must_use]
    pub fn axis(&self, day: i32) -> i32 {
        let n_begun = self.0.partition_point(|it| it.first <= day);
        match n_begun.checked_sub(1).and_then(|it| self.0.get(it)) {
            Some(cut) if day < cut.end => cut.at(),
            Some(cut) if day != i32::MAX => day.saturating_sub(cut.through()),
            _ => day,
        }
    }

    /// The day of the calendar for a day of the axis; at a fold, the first one after it.
    #[must_use]
    pub fn calendar(&self, day: i32) -> i32 {
        let n_begun = self.0.partition_point(|it| it.at() <= day);
        match n_begun.checked_sub(1).and_then(|it| self.0.get(it)) {
            Some(cut) if day != i32::MAX => day.saturating_add(cut.through()),
            _ => day,
        }
    }

    /// Days of the calendar as a view of the axis.
    #[must_use]
    pub fn view(&self, (first, last): (Day, Day)) -> View {
        View::days(Day(self.axis(first.0)), Day(self.axis(last.0)))
    }

    /// A view of the calendar as one of the axis.
    #[must_use]
    pub fn fold(&self, view: View) -> View {
        if self.is_empty() {
            return view;
        }
        let moved = |at: f64| at - (f64::from(whole(at)) - f64::from(self.axis(whole(at))));
        View {
            first: moved(view.first),
            last: moved(view.last),
        }
    }

    /// First and last day of the calendar in a view of the axis.
    #[must_use]
    pub fn days(&self, view: View) -> (Day, Day) {
        let (first, last) = view.rounded();
        (Day(self.calendar(first.0)), Day(self.calendar(last.0)))
    }

    /// The same dates in days of the axis.
    #[must_use]
    pub fn items(&self, items: &Items) -> Items {
        let all = (0..items.len()).filter_map(|it| items.get(it));
        let folded = all.map(|it| Item {
            start: self.axis(it.start),
            end: self.axis(it.end),
            shape: it.shape,
        });
        Items::new(folded.collect())
    }

    /// Where the pieces of the calendar that a view of the axis touches begin, in days of the axis, rising; and the end of the
    /// last. What begins inside a fold begins at it.
    #[must_use]
    pub fn starts(&self, unit: Unit, view: View) -> Vec<i32> {
        if self.is_empty() {
            return unit.starts(view);
        }
        let (first, end) = view.counted();
        let edges = self
            .0
            .iter()
            .map(Cut::at)
            .filter(|it| (first..end).contains(it));
        let edges: Vec<i32> = [first].into_iter().chain(edges).chain([end]).collect();
        let mut starts: Vec<i32> = Vec::new();
        for (&from, &to) in edges.iter().zip(edges.iter().skip(1)) {
            let (from, to) = (self.calendar(from), self.calendar(to - 1));
            let stretch = View {
                first: from.into(),
                last: f64::from(to) + 1.0,
            };
            // A piece may begin before a fold and end after it.
            for start in unit.starts(stretch).into_iter().map(|it| self.axis(it)) {
                let at = starts.partition_point(|it| *it < start);
                if starts.get(at) != Some(&start) {
                    starts.insert(at, start);
                }
            }
        }
        starts
    }

    /// The folds in a view of the axis, each with the day of the axis that it lies at.
    pub fn folds(&self, view: View) -> impl Iterator<Item = (i32, Gap)> + '_ {
        let cuts = self.0.iter().map(|it| (it.at(), it.gap));
        cuts.filter(move |it| view.first < f64::from(it.0) && f64::from(it.0) < view.last)
    }
}

/// The dates of a timeline as its axis shows them, folded or not. Two are equal when they are the same.
#[derive(Clone)]
pub struct Axis {
    /// The dates in days of the calendar, with their words.
    pub timeline: Timeline,
    /// What the axis leaves out.
    pub fold: Fold,
    /// Whether there is anything to leave out.
    pub is_foldable: bool,
    folded: Option<Rc<Items>>,
}

impl PartialEq for Axis {
    fn eq(&self, other: &Self) -> bool {
        self.timeline == other.timeline && self.folded.is_some() == other.folded.is_some()
    }
}

impl Axis {
    /// The axis of a timeline, without its long quiet stretches when `folded`.
    #[must_use]
    pub fn new(timeline: &Timeline, folded: bool) -> Self {
        let fold = Fold::of(&timeline.items);
        let is_foldable = !fold.is_empty();
        let fold = if folded { fold } else { Fold::default() };
        Self {
            timeline: timeline.clone(),
            folded: (!fold.is_empty()).then(|| Rc::new(fold.items(&timeline.items))),
            is_foldable,
            fold,
        }
    }

    /// The dates in days of the axis.
    #[must_use]
    pub fn items(&self) -> &Items {
        self.folded.as_deref().unwrap_or(&self.timeline.items)
    }
}

/// The widest stretches in which no date begins or ends, the widest first; and the number of days that bound any.
fn widest(items: &Items) -> (Vec<Gap>, usize) {
    let mut found: Vec<Gap> = Vec::new();
    let length = |it: &Gap| it.after.saturating_sub(it.before);
    let mut before: Option<i32> = None;
    let mut n_edges = 0;
    for edge in items.edges() {
        n_edges += usize::from(before != Some(edge));
        if let Some(before) = before.filter(|&it| it < edge) {
            let gap = Gap {
                before: before - 1,
                after: edge,
                is_covered: false,
            };
            let at = found.partition_point(|it| length(it) >= length(&gap));
            // One more than can be folded, to compare with.
            if at <= MAX_FOLDS {
                found.insert(at, gap);
                found.truncate(MAX_FOLDS + 1);
            }
        }
        before = Some(edge);
    }
    for gap in &mut found {
        gap.is_covered = items.n_touching(gap.before.saturating_add(1), gap.after) > 0;
    }
    (found, n_edges)
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::items::Shape;
    use super::super::items::tests::items;
    use super::*;

    fn points(days: &[i32]) -> Items {
        let point = |&day: &i32| Item {
            start: day,
            end: day + 1,
            shape: Shape::Point,
        };
        Items::new(days.iter().map(point).collect())
    }

    #[test]
    fn long_quiet_stretches_are_folded() {
        let year = |n: i32| n * 365;
        for (days, expected, why) in [
            (vec![0, 10, 20, 30], 0, "evenly spread"),
            (vec![0, 1, year(900), year(900) + 20], 1, "one far away"),
            (
                vec![0, 3, year(900), year(900) + 4, year(905), year(905) + 9],
                2,
                "what is long once the longest is folded",
            ),
            (vec![5], 0, "one date"),
            (vec![], 0, "none"),
        ] {
            let fold = Fold::of(&points(&days));
            assert_eq!(fold.0.len(), expected, "{why}: {fold:?}");
        }
    }

    #[test]
    fn a_date_that_covers_a_stretch_is_folded_with_it_and_said() {
        let near = points(&[0, 1, 9_000, 9_001]);
        let long = Item {
            start: 0,
            end: 9_002,
            shape: Shape::Span,
        };
        let near = (0..near.len()).filter_map(|it| near.get(it));
        let items = Items::new([long].into_iter().chain(near).collect());
        let fold = Fold::of(&items);
        assert!(matches!(&*fold.0, [it] if it.gap.is_covered), "{fold:?}");
    }

    proptest! {
        #[test]
        fn folding_keeps_order_and_every_date(items in items()) {
            let fold = Fold::of(&items);
            let folded = fold.items(&items);
            prop_assert_eq!(folded.len(), items.len());
            for idx in 0..items.len() {
                let (before, after) = (items.get(idx).unwrap(), folded.get(idx).unwrap());
                prop_assert_eq!(fold.calendar(after.start), before.start, "each date comes back");
                prop_assert!(after.start < after.end);
                prop_assert_eq!(fold.calendar(after.end), before.end);
            }
            let (Some(old), Some(new)) = (items.extent(), folded.extent()) else { return Ok(()) };
            if i64::from(old.1.0) - i64::from(old.0.0) > 3 {
                prop_assert_eq!(fold.days(fold.view(old)), old);
            }
            prop_assert!(new.1.0 - new.0.0 <= old.1.0 - old.0.0);
        }

        #[test]
        fn pieces_of_a_folded_axis_rise_and_cover_it(items in items(), n in 3.0..100.0f64) {
            let fold = Fold::of(&items);
            let Some((first, last)) = fold.items(&items).extent() else { return Ok(()) };
            let view = View::around(first, last);
            for unit in [Unit::for_bars(view.span() / n), Unit::for_ticks(view.span() / n)] {
                let starts = fold.starts(unit, view);
                prop_assert!(starts.is_sorted_by(|a, b| a < b), "{:?}", starts);
                prop_assert!(f64::from(starts[0]) <= view.first);
                prop_assert!(f64::from(starts[starts.len() - 1]) >= view.last, "{:?} {:?}", view, starts);
            }
        }

        #[test]
        fn any_day_has_a_place(items in items(), day in any::<i32>(), other in any::<i32>()) {
            let fold = Fold::of(&items);
            prop_assert!((day <= other) == (fold.axis(day) <= fold.axis(other)) || fold.axis(day) == fold.axis(other));
            let _ = fold.calendar(day);
        }
    }
}
