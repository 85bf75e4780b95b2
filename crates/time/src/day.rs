//! A civil day and the calendar arithmetic around it.
//!
//! `jiff` counts the days; it knows the years −9999 to 9999. The Gregorian calendar repeats itself every 400
//! years, so every other year is moved by whole cycles into its range and back.

use std::fmt;

use jiff::SignedDuration;
use jiff::civil::Date as Civil;

/// Days in 400 Gregorian years.
const CYCLE: i64 = 146_097;

/// The first year of the cycle in which `jiff` calculates.
const HOME: i64 = 2000;

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01; no time zone is involved.
///
/// Covers about 5.8 million years before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The first day that can be counted.
    pub const MIN: Self = Self(i32::MIN);
    /// The last day that can be counted.
    pub const MAX: Self = Self(i32::MAX);

    /// The day of an astronomical year (0 is 1 BCE), a month 1–12 and a day 1–31.
    ///
    /// `None` when the calendar has no such day, or when it lies too far away to be counted.
    #[must_use]
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let year = i64::from(year);
        let home = HOME + year.rem_euclid(400);
        let date = Civil::new(
            i16::try_from(home).ok()?,
            i8::try_from(month).ok()?,
            i8::try_from(day).ok()?,
        )
        .ok()?;
        let days = date.duration_since(epoch()).as_secs() / 86_400;
        let cycles = year.div_euclid(400) - HOME / 400;
        i32::try_from(days + cycles * CYCLE).ok().map(Self)
    }

    /// Astronomical year, month and day.
    #[must_use]
    pub fn ymd(self) -> (i32, u8, u8) {
        let home = civil(HOME).duration_since(epoch()).as_secs() / 86_400;
        let since = i64::from(self.0) - home;
        let within = SignedDuration::from_hours(24 * since.rem_euclid(CYCLE));
        let date = civil(HOME)
            .checked_add(within)
            .unwrap_or_else(|_| civil(HOME));
        let year = i64::from(date.year()) + 400 * since.div_euclid(CYCLE);
        (
            i32::try_from(year).unwrap_or(i32::MAX),
            date.month().unsigned_abs(),
            date.day().unsigned_abs(),
        )
    }

    /// Day of the week, 1 for Monday to 7 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from((i64::from(self.0) + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The day `days` later, or the outermost day that can be counted.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// Length of a month in days; `year` is astronomical. 31 for a month that does not exist.
#[must_use]
pub fn month_length(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

fn epoch() -> Civil {
    civil(1970)
}

fn civil(year: i64) -> Civil {
    i16::try_from(year)
        .ok()
        .and_then(|year| Civil::new(year, 1, 1).ok())
        .unwrap_or(Civil::ZERO)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let sign = match year {
            ..0 => "-",
            10_000.. => "+",
            _ => "",
        };
        write!(f, "{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_are_counted_as_the_calendar_says() {
        let rows = [
            ((1970, 1, 1), Some(0), "the first day"),
            ((1969, 12, 31), Some(-1), "the day before"),
            ((2000, 2, 29), Some(11_016), "a century that is a leap year"),
            ((1900, 2, 29), None, "a century that is none"),
            ((2024, 2, 31), None, "no such day"),
            ((2024, 13, 1), None, "no such month"),
            ((0, 3, 1), Some(-719_468), "the year 0 is 1 BCE"),
            ((99_999, 1, 1), Some(35_804_357), "far beyond four digits"),
            ((i32::MAX, 1, 1), None, "too far to be counted"),
        ];
        for ((year, month, day), expected, why) in rows {
            let found = Day::from_ymd(year, month, day);
            assert_eq!(found.map(|it| it.0), expected, "{why}");
            if let Some(found) = found {
                assert_eq!(found.ymd(), (year, month, day), "{why}");
            }
        }
        assert_eq!(Day(0).weekday(), 4, "a Thursday");
        assert_eq!(Day(-53_000).to_string(), "1824-11-22");
    }

    proptest! {
        #[test]
        fn every_day_has_a_date_and_comes_back(days in any::<i32>()) {
            let (year, month, day) = Day(days).ymd();
            prop_assert_eq!(Day::from_ymd(year, month, day), Some(Day(days)));
            prop_assert!((1..=7).contains(&Day(days).weekday()));
        }
    }
}
