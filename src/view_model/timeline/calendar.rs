//! Pieces of the calendar that the axis is cut into: which suit a scale, where they begin, what they are called.

use dossier_time::{Date, Day, Edtf};

use super::view::{View, stretch_words, whole};
use crate::wording::{self, say};

/// More pieces than this are never cut; a view that would need more is cut off.
const MAX_PIECES: usize = 400;

/// A piece of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// So many days; a week begins on Monday.
    Days(i32),
    /// So many months, counted from January.
    Months(u8),
    /// So many years, counted away from the beginning of the era on either side of it.
    Years(i32),
}

/// Pieces for bars, the smallest first.
const BARS: [Unit; 8] = [
    Unit::Days(1),
    Unit::Days(7),
    Unit::Months(1),
    Unit::Months(3),
    Unit::Years(1),
    Unit::Years(10),
    Unit::Years(100),
    Unit::Years(1000),
];

/// Pieces between ticks, the smallest first.
const TICKS: [Unit; 18] = [
    Unit::Days(1),
    Unit::Days(2),
    Unit::Days(7),
    Unit::Days(14),
    Unit::Months(1),
    Unit::Months(2),
    Unit::Months(3),
    Unit::Months(6),
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(200),
    Unit::Years(500),
    Unit::Years(1000),
];

impl Unit {
    /// The smallest unit of bars that is at least so many days long.
    #[must_use]
    pub fn for_bars(days: f64) -> Self {
        Self::at_least(days, &BARS)
    }

    /// The smallest unit between ticks that is at least so many days long.
    #[must_use]
    pub fn for_ticks(days: f64) -> Self {
        Self::at_least(days, &TICKS)
    }

    fn at_least(days: f64, units: &[Self]) -> Self {
        if let Some(&unit) = units.iter().find(|it| it.shortest() >= days) {
            return unit;
        }
        let mut years = 1000;
        while f64::from(years) * 365.0 < days && years < 1_000_000 {
            years *= 10;
        }
        Self::Years(years)
    }

    /// Length in days of the shortest piece.
    fn shortest(self) -> f64 {
        match self {
            Self::Days(n) => f64::from(n),
            Self::Months(n) => f64::from(n) * 30.0 - 2.0,
            Self::Years(n) => f64::from(n) * 365.0,
        }
    }

    /// The first day of each piece that the view touches, and of the one behind: one more than there are pieces.
    #[must_use]
    pub fn starts(self, view: View) -> Vec<i32> {
        let mut starts = Vec::new();
        let mut push = |day: Option<i32>| {
            let Some(day) = day else { return false };
            starts.push(day);
            f64::from(day) < view.last && starts.len() <= MAX_PIECES
        };
        let first = Day(whole(view.first.floor()));
        let (year, month, _) = first.ymd();
        let of_month = |year, month| Day::from_ymd(year, month, 1).map(|it| it.0);
        match self {
            Self::Days(n) => {
                // Day −3 is a Monday.
                let mut day = first
                    .0
                    .saturating_sub(first.0.saturating_add(3).rem_euclid(n.max(1)));
                while push(Some(day)) {
                    day = day.saturating_add(n.max(1));
                }
            }
            Self::Months(n) => {
                let n = n.clamp(1, 12);
                let (mut year, mut month) = (year, (month - 1) / n * n);
                while push(of_month(year, month + 1)) {
                    month += n;
                    year = year.saturating_add(i32::from(month / 12));
                    month %= 12;
                }
            }
            Self::Years(n) => {
                let n = n.max(1);
                let mut year = round_year(year, n);
                while push(of_month(year, 1)) {
                    year = match year {
                        1 if n > 1 => n,
                        year => year.saturating_add(n),
                    };
                }
            }
        }
        starts
    }

    /// The name of a piece that begins on day `first` and ends before day `end`: `May 1998`, `1990s`.
    #[must_use]
    pub fn name(self, first: i32, end: i32) -> String {
        let (year, month, _) = Day(first).ymd();
        let year64 = i64::from(year);
        let date = match self {
            Self::Days(1) => Date::from_day(Day(first)),
            Self::Months(1) => Date::new(Date::year(year64).year, Some(month), None),
            Self::Months(3) => Date::new(Date::year(year64).year, Some(33 + (month - 1) / 3), None),
            Self::Years(1) => Date::year(year64),
            Self::Years(10) if (10..9_990).contains(&year) => Date::decade(year64 / 10),
            Self::Years(100) if (100..9_900).contains(&year) => Date::century(year64 / 100),
            _ => return stretch_words(Day(first), Day(end.saturating_sub(1).max(first))),
        };
        wording::date(&Edtf::Date(date))
    }

    /// What a tick at the beginning of a piece says: short, since it stands in a row of them.
    #[must_use]
    pub fn tick(self, first: i32) -> String {
        let (year, month, day) = Day(first).ymd();
        let year = || wording::date(&Edtf::Date(Date::year(year.into())));
        match self {
            Self::Years(_) => year(),
            Self::Months(_) if month == 1 => year(),
            Self::Months(_) => wording::short_month(month).to_owned(),
            Self::Days(_) => say::date_day(&day.to_string(), wording::short_month(month)),
        }
    }
}

/// The year at or before `year` where a piece of `n` years begins. The pieces are round in the years that people write:
/// 20 BCE, 10 BCE, 1 CE, 10 CE, 20 CE; the year 0 is 1 BCE.
fn round_year(year: i32, n: i32) -> i32 {
    match year {
        _ if n == 1 => year,
        ..=0 => {
            let pieces = (1 - i64::from(year)).div_euclid(n.into());
            let rest = (1 - i64::from(year)).rem_euclid(n.into());
            let pieces = pieces + i64::from(rest > 0);
            i32::try_from(1 - pieces * i64::from(n)).unwrap_or(i32::MIN)
        }
        _ if year < n => 1,
        _ => year - year % n,
    }
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn pieces_are_named() {
        let day = |text: &str| {
            Edtf::parse(text)
                .unwrap()
                .bounds()
                .unwrap()
                .earliest
                .unwrap()
                .0
        };
        for (unit, first, end, name, tick) in [
            (
                Unit::Days(1),
                "1998-05-03",
                "1998-05-04",
                "3 May 1998",
                "3 May",
            ),
            (
                Unit::Days(7),
                "1998-05-04",
                "1998-05-11",
                "4 to 10 May 1998",
                "4 May",
            ),
            (
                Unit::Months(1),
                "1998-05-01",
                "1998-06-01",
                "May 1998",
                "May",
            ),
            (
                Unit::Months(1),
                "1998-01-01",
                "1998-02-01",
                "January 1998",
                "1998",
            ),
            (
                Unit::Months(3),
                "1998-04-01",
                "1998-07-01",
                "second quarter of 1998",
                "Apr",
            ),
            (Unit::Years(1), "1998-01-01", "1999-01-01", "1998", "1998"),
            (Unit::Years(10), "1990-01-01", "2000-01-01", "1990s", "1990"),
            (
                Unit::Years(100),
                "1900-01-01",
                "2000-01-01",
                "20th century",
                "1900",
            ),
            (
                Unit::Years(10),
                "-0009-01-01",
                "0001-01-01",
                "10 BCE to 1 BCE",
                "10 BCE",
            ),
            (Unit::Years(1), "0000-01-01", "0001-01-01", "1 BCE", "1 BCE"),
        ] {
            assert_eq!(unit.name(day(first), day(end)), name);
            assert_eq!(unit.tick(day(first)), tick);
        }
    }

    #[test]
    fn years_are_round_on_either_side_of_the_era() {
        for (year, n, expected) in [
            (1998, 10, 1990),
            (9, 10, 1),
            (1, 10, 1),
            (0, 10, -9),    // 1 BCE is of the years 10 to 1 BCE
            (-9, 10, -9),   // 10 BCE
            (-10, 10, -19), // 11 BCE is of 20 to 11 BCE
            (-6500, 1000, -6999),
            (-44, 1, -44),
            (i32::MIN, 1000, i32::MIN),
        ] {
            assert_eq!(round_year(year, n), expected, "{year} by {n}");
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        let view = View::days(Day(0), Day(30));
        let starts = Unit::Days(7).starts(view);
        assert!(
            starts.iter().all(|&it| Day(it).weekday() == 1),
            "{starts:?}"
        );
    }

    proptest! {
        #[test]
        fn pieces_cover_the_view_without_gap(first in -4_000_000..4_000_000i32, length in 1..4_000_000i32, n in 3.0..200.0f64) {
            let view = View::days(Day(first), Day(first + length));
            for unit in [Unit::for_bars(view.span() / n), Unit::for_ticks(view.span() / n)] {
                let starts = unit.starts(view);
                prop_assert!(starts.len() <= MAX_PIECES + 1);
                prop_assert!(starts.is_sorted_by(|a, b| a < b));
                prop_assert!(f64::from(starts[0]) <= view.first, "{:?}: {:?}", unit, starts);
                prop_assert!(f64::from(starts[starts.len() - 1]) >= view.last, "{:?}: {:?}", unit, starts);
            }
        }

        #[test]
        fn no_view_is_too_far_away(first in any::<i32>(), length in any::<i32>()) {
            let view = View::days(Day(first), Day(first.saturating_add(length)));
            for unit in BARS.into_iter().chain(TICKS) {
                prop_assert!(unit.starts(view).len() <= MAX_PIECES + 1);
            }
        }
    }
}
