//! The stretch of time that is in view: zooming, panning, and its place in the address.
//!
//! Days are counted as in `dossier_time::Day`, here with fractions. Every function gives a view that is not
//! empty, whatever it is given.

use dossier_time::{Date, Day, Edtf, End};

use crate::wording;

/// No view is shorter: at this span a day is wide enough for its label.
const SHORTEST: f64 = 3.0;

/// Share of the extent that is left free at either end when all is in view.
const MARGIN: f64 = 0.02;

/// Lengths that differ by no more than this share of them are the same.
const NEARLY: f64 = 0.001;

/// A stretch of time on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Its beginning, in days.
    pub first: f64,
    /// Its end, in days; at least three days later.
    pub last: f64,
}

impl View {
    /// All days from the first to the last one, with some room at either end.
    #[must_use]
    pub fn around(first: Day, last: Day) -> Self {
        let (first, last) = (f64::from(first.0), f64::from(last.0) + 1.0);
        let margin = (last - first) * MARGIN;
        Self::new(first - margin, last + margin)
    }

    /// All days from the first to the last one, and nothing else.
    #[must_use]
    pub fn days(first: Day, last: Day) -> Self {
        Self::new(f64::from(first.0), f64::from(last.0) + 1.0)
    }

    fn new(first: f64, last: f64) -> Self {
        let span = (last - first).max(SHORTEST);
        let middle = f64::midpoint(first, last);
        if last - first >= SHORTEST {
            Self { first, last }
        } else {
            Self {
                first: middle - span / 2.0,
                last: middle + span / 2.0,
            }
        }
    }

    /// Its length in days.
    #[must_use]
    pub fn span(self) -> f64 {
        self.last - self.first
    }

    /// The day at a share of its length, 0 to 1.
    #[must_use]
    pub fn at(self, share: f64) -> f64 {
        self.first + self.span() * share
    }

    /// Its length multiplied by `factor`; what is at `share` of it (0 to 1) stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, share: f64) -> Self {
        let about = self.at(share);
        let span = (self.span() * factor).max(SHORTEST);
        Self {
            first: about - span * share,
            last: about + span * (1.0 - share),
        }
    }

    /// Moved by a share of its length.
    #[must_use]
    pub fn panned(self, share: f64) -> Self {
        let days = self.span() * share;
        Self {
            first: self.first + days,
            last: self.last + days,
        }
    }

    /// The same length around a day.
    #[must_use]
    pub fn centred(self, day: f64) -> Self {
        self.panned((day - f64::midpoint(self.first, self.last)) / self.span())
    }

    /// No longer than `whole`, and with its middle inside of it.
    #[must_use]
    pub fn within(self, whole: Self) -> Self {
        if self.span() > whole.span() * (1.0 + NEARLY) {
            return whole;
        }
        let middle = f64::midpoint(self.first, self.last);
        self.centred(middle.clamp(whole.first, whole.last))
    }

    /// The same, and `whole` itself when it is nearly as long: what is zoomed out ends there.
    #[must_use]
    pub fn snapped(self, whole: Self) -> Self {
        if self.span() > whole.span() * (1.0 - NEARLY) {
            return whole;
        }
        self.within(whole)
    }

    /// Whether all of `other` is in it.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether it shares any time with `other`.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.first < other.last && other.first < self.last
    }

    /// Its first day, and the day after its last, as numbers that can be counted.
    #[must_use]
    pub fn counted(self) -> (i32, i32) {
        (whole(self.first.floor()), whole(self.last.ceil()))
    }

    /// Its first and last day, to the nearest.
    #[must_use]
    pub fn rounded(self) -> (Day, Day) {
        let (first, end) = (whole(self.first.round()), whole(self.last.round()));
        (Day(first), Day(end.saturating_sub(1).max(first)))
    }

    /// In words: `3 May to 19 June 1998`; coarser the longer it is.
    #[must_use]
    pub fn words(self) -> String {
        let (first, last) = self.rounded();
        stretch_words(first, last)
    }
}

/// A stretch of days in words: years when it is longer than some years, months when longer than some months.
#[must_use]
pub fn stretch_words(first: Day, last: Day) -> String {
    let (first, last) = ends(first, last);
    if first == last {
        return wording::date(&Edtf::Date(first));
    }
    wording::date(&Edtf::Interval(End::Date(first), End::Date(last)))
}

/// What lies between two days: `3 and 19 May 1998`, as exact as a stretch.
#[must_use]
pub fn between_words(first: Day, last: Day) -> String {
    let (first, last) = ends(first, last);
    wording::between(&first, &last)
}

fn ends(first: Day, last: Day) -> (Date, Date) {
    let days = i64::from(last.0) - i64::from(first.0) + 1;
    let date = |day: Day| {
        let (year, month, _) = day.ymd();
        match days {
            ..=366 => Date::from_day(day),
            367..=1_500 => Date::new(Date::year(year.into()).year, Some(month), None),
            _ => Date::year(year.into()),
        }
    };
    (date(first), date(last))
}

/// The nearest number of a day that can be counted.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, which is what is wanted"
)]
pub(super) fn whole(days: f64) -> i32 {
    days as i32
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_view_is_worded_as_exactly_as_it_is_long() {
        let day = |text: &str| {
            Edtf::parse(text)
                .unwrap()
                .bounds()
                .unwrap()
                .earliest
                .unwrap()
        };
        for (first, last, expected) in [
            ("1998-05-03", "1998-05-03", "3 May 1998"),
            ("1998-05-03", "1998-06-19", "3 May to 19 June 1998"),
            ("1998-05-03", "2000-06-19", "May 1998 to June 2000"),
            ("1945-05-03", "2025-12-31", "1945 to 2025"),
            ("-0100-01-01", "0100-01-01", "101 BCE to 100"),
        ] {
            assert_eq!(stretch_words(day(first), day(last)), expected);
        }
    }

    #[test]
    fn zooming_out_ends_at_the_whole_and_panning_does_not() {
        let whole = View::around(Day(0), Day(1000));
        let again = whole.zoomed(1.0 / 1.6, 0.3).zoomed(1.6, 0.9);
        assert_eq!(again.snapped(whole), whole);
        let panned = whole.panned(0.2);
        assert_eq!(panned.within(whole), panned);
    }

    proptest! {
        #[test]
        fn what_is_under_the_pointer_stays_there(first in -1e6..1e6f64, span in 3.0..1e6f64, factor in 0.1..10.0f64, share in 0.0..1.0f64) {
            let view = View::new(first, first + span);
            let zoomed = view.zoomed(factor, share);
            prop_assert!((zoomed.at(share) - view.at(share)).abs() < 1e-3);
            prop_assert!(zoomed.span() >= SHORTEST - 1e-6);
        }

        #[test]
        fn no_view_leaves_the_whole(first in any::<i32>(), length in 0..100_000i32, factor in 0.0..1e9f64, pan in -1e9..1e9f64) {
            let whole = View::around(Day(first), Day(first.saturating_add(length)));
            let view = whole.zoomed(factor, 0.3).panned(pan).within(whole);
            prop_assert!(view.span() > 0.0 && view.meets(whole), "{:?} of {:?}", view, whole);
        }
    }
}
