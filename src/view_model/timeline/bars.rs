//! The histogram of a stretch of time: how many dates lie in each piece of the calendar, and how many may.
//!
//! Cost: two binary searches a bar, and one step for each date that begins in the stretch.

use yew::AttrValue;

use super::calendar::Unit;
use super::fold::Fold;
use super::items::Items;
use super::view::View;
use crate::wording::say;

/// A bar of the histogram.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its first day on the axis.
    pub first: i32,
    /// The day after its last one.
    pub end: i32,
    /// Dates that lie in it or may.
    pub count: u32,
    /// Those that surely lie in it.
    pub certain: u32,
}

impl Bar {
    /// Its stretch of time and its count, in words: `May 1998: 37 dates, 5 of them possibly`.
    #[must_use]
    pub fn label(&self, unit: Unit, fold: &Fold) -> AttrValue {
        let dates = say::n_dates(self.count);
        let dates = match self.count - self.certain.min(self.count) {
            0 => dates,
            n if n == self.count => say::bar_possibly(&dates),
            n => say::bar_some_possibly(&dates, n),
        };
        say::bar(&self.name(unit, fold), &dates).into()
    }

    /// Its stretch of time in words.
    #[must_use]
    pub fn name(&self, unit: Unit, fold: &Fold) -> String {
        let last = fold.calendar(self.end.saturating_sub(1));
        unit.name(fold.calendar(self.first), last.saturating_add(1))
    }
}

/// The bars of a view, left to right without gaps between; the outer ones may reach beyond it.
#[must_use]
pub fn bars(items: &Items, fold: &Fold, unit: Unit, view: View) -> Vec<Bar> {
    let to_u32 = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let starts = fold.starts(unit, view);
    starts
        .iter()
        .zip(starts.iter().skip(1))
        .map(|(&first, &end)| {
            let inside = items.beginning(first, end);
            Bar {
                first,
                end,
                count: to_u32(items.n_touching(first, end)),
                certain: to_u32(inside.iter().filter(|it| it.end <= end).count()),
            }
        })
        .collect()
}

/// How many dates cover all of the bars: they say nothing about any one of them. Costs one step for each date that
/// touches them.
#[must_use]
pub fn n_through(items: &Items, bars: &[Bar]) -> u32 {
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else {
        return 0;
    };
    let covering = items
        .touching(first.first, first.first.saturating_add(1))
        .filter(|&it| {
            items
                .get(it)
                .is_some_and(|it| it.start <= first.first && it.end >= last.end)
        });
    u32::try_from(covering.count()).unwrap_or(u32::MAX)
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::super::items::tests::items;
    use super::*;

    #[test]
    fn a_bar_says_what_it_counts() {
        let unit = Unit::Years(1);
        for (count, certain, expected) in [
            (1, 1, "1970: 1 date"),
            (0, 0, "1970: 0 dates"),
            (1234, 1234, "1970: 1,234 dates"),
            (3, 1, "1970: 3 dates, 2 of them possibly"),
            (2, 0, "1970: 2 dates, possibly"),
        ] {
            let bar = Bar {
                first: 0,
                end: 365,
                count,
                certain,
            };
            assert_eq!(bar.label(unit, &Fold::default()).as_str(), expected);
        }
    }

    proptest! {
        #[test]
        fn each_date_is_sure_in_one_bar_or_crosses_an_edge(items in items(), n in 2.0..80.0f64) {
            let Some((first, last)) = items.extent() else { return Ok(()) };
            let view = View::around(first, last);
            let all = bars(&items, &Fold::default(), Unit::for_bars(view.span() / n), view);
            let certain: u32 = all.iter().map(|it| it.certain).sum();
            let edges: Vec<i32> = all.iter().map(|it| it.first).collect();
            let n_crossing = (0..items.len())
                .filter_map(|it| items.get(it))
                .filter(|it| it.start < all[0].first || edges.iter().any(|&edge| it.start < edge && edge < it.end) || it.end > all[all.len() - 1].end)
                .count();
            prop_assert_eq!(certain as usize + n_crossing, items.len());
            for bar in &all {
                prop_assert!(bar.certain <= bar.count);
                let touching = (0..items.len()).filter_map(|it| items.get(it)).filter(|it| it.start < bar.end && it.end > bar.first);
                prop_assert_eq!(bar.count as usize, touching.count());
                prop_assert!(n_through(&items, &all) <= bar.count);
            }
        }
    }
}
