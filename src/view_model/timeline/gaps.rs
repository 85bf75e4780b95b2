//! Long stretches in which nothing lies.

use dossier_time::Day;

use super::items::Items;
use super::view::{View, between_words};
use crate::wording::say;

/// A gap is worth a word when it fills at least this share of the view.
const SHARE: f64 = 0.2;

/// No more than so many are named.
const MAX_GAPS: usize = 2;

/// A stretch of time between two dates in which nothing lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last day before it.
    pub before: i32,
    /// The first day after it.
    pub after: i32,
    /// Whether dates that begin before it and end after it cover it.
    pub is_covered: bool,
}

impl Gap {
    /// `3 and 19 May 1998`.
    fn stretch(self) -> String {
        between_words(Day(self.before), Day(self.after))
    }

    /// `nothing between 3 and 19 May 1998`.
    #[must_use]
    pub fn words(self) -> String {
        if self.is_covered {
            say::gap_covered(&self.stretch())
        } else {
            say::gap_nothing(&self.stretch())
        }
    }
}

/// Several in words, what they have in common once: `Nothing between 1066 and 1789, between 1815 and 1990`.
#[must_use]
pub fn all_words(gaps: &[Gap]) -> String {
    let mut words = String::new();
    let mut before: Option<&Gap> = None;
    for gap in gaps {
        words = match before {
            None => gap.words(),
            Some(it) if it.is_covered == gap.is_covered => say::gap_next(&words, &gap.stretch()),
            Some(_) => format!("{words}; {}", gap.words()),
        };
        before = Some(gap);
    }
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The widest gaps between dates of a view, from left to right. Costs one step for each date in it.
#[must_use]
pub fn gaps(items: &Items, view: View) -> Vec<Gap> {
    let (first, end) = view.counted();
    let length = |it: &Gap| f64::from(it.after) - f64::from(it.before);
    let mut widest: Vec<Gap> = Vec::new();
    let mut busy: Option<i32> = None;
    for item in items.touching(first, end).filter_map(|it| items.get(it)) {
        if let Some(busy) = busy.filter(|&it| item.start > it) {
            widest.push(Gap {
                before: busy - 1,
                after: item.start,
                is_covered: false,
            });
            widest.retain(|it| length(it) > SHARE * view.span() && length(it) > 2.0);
            if widest.len() > MAX_GAPS {
                let shortest = (0..widest.len())
                    .zip(&widest)
                    .min_by(|a, b| length(a.1).total_cmp(&length(b.1)));
                if let Some((idx, _)) = shortest {
                    widest.remove(idx);
                }
            }
        }
        busy = Some(busy.map_or(item.end, |it| it.max(item.end)));
    }
    widest
}

#[cfg(test)]
mod tests {
    use super::super::items::{Item, Shape};
    use super::*;

    #[test]
    fn gaps_lie_between_dates() {
        let view = View::days(Day(0), Day(99));
        for (dates, expected, why) in [
            (&[(0, 1), (60, 61)][..], &[(0, 60)][..], "one gap"),
            (
                &[(0, 70), (20, 21), (98, 99)],
                &[(69, 98)],
                "a long date covers a gap",
            ),
            (&[(0, 1), (2, 3)], &[], "a short gap says nothing"),
            (
                &[(50, 51)],
                &[],
                "before the first and behind the last is no gap",
            ),
            (&[], &[], "no dates"),
            (&[(i32::MIN, 1), (90, i32::MAX)], &[(0, 90)], "open ends"),
            (
                &[(0, 1), (35, 36), (60, 61), (99, 100)],
                &[(0, 35), (60, 99)],
                "the widest two",
            ),
        ] {
            let item = |&(start, end): &(i32, i32)| Item {
                start,
                end,
                shape: Shape::Span,
            };
            let items = Items::new(dates.iter().map(item).collect());
            let found: Vec<_> = gaps(&items, view)
                .iter()
                .map(|it| (it.before, it.after))
                .collect();
            assert_eq!(found, expected, "{why}");
        }
    }

    #[test]
    fn a_gap_is_worded() {
        // 3 May 1998 and 19 May 1998.
        let gap = Gap {
            before: 10_349,
            after: 10_365,
            is_covered: false,
        };
        assert_eq!(gap.words(), "nothing between 3 and 19 May 1998");
        let covered = Gap {
            is_covered: true,
            ..gap
        };
        for (gaps, expected) in [
            (&[][..], ""),
            (
                &[gap, gap],
                "Nothing between 3 and 19 May 1998, between 3 and 19 May 1998",
            ),
            (
                &[covered, gap],
                "No date begins or ends between 3 and 19 May 1998; nothing between 3 and 19 May 1998",
            ),
        ] {
            assert_eq!(all_words(gaps), expected);
        }
    }
}
