//! Places a value on the axis of days.
//!
//! Seasons are those of the northern hemisphere, by whole months: spring begins in March, winter in December
//! and ends with the February of the next year. Codes 29–32 (southern) are moved by half a year. Doubt does
//! not widen a date here; [`relation`](crate::relation()) takes it into account.

use super::{Date, Edtf, End, Member, Part};
use crate::day::{Day, month_length};

/// First and last day that a value can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bounds {
    /// The first day; `None` when the value is open or unknown to that side.
    pub earliest: Option<Day>,
    /// The last day, included; `None` when the value is open or unknown to that side. Never before `earliest`.
    pub latest: Option<Day>,
}

/// How exactly a value says when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A time on a day.
    Time,
    /// A day.
    Day,
    /// A month.
    Month,
    /// A season.
    Season,
    /// A quarter of a year.
    Quarter,
    /// A third of a year.
    Third,
    /// Half a year.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
    /// From one date to another.
    Interval,
    /// Several dates, or one of several.
    Set,
    /// Nothing but that there is a date (`XXXX-XX-XX`).
    Unknown,
}

impl Edtf {
    /// First and last day that the value can mean; `None` when it cannot be placed, because the year is not
    /// known. Of several dates, the first and the last.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        let alternatives = self.alternatives()?;
        let earliest = alternatives.iter().map(|it| it.earliest).min()?;
        let latest = alternatives
            .iter()
            .map(|it| it.latest)
            .max_by_key(|it| (it.is_none(), *it))?;
        Some(Bounds { earliest, latest })
    }

    /// The bounds of each member, or of the whole when it is no set; `None` when one cannot be placed.
    pub(crate) fn alternatives(&self) -> Option<Vec<Bounds>> {
        let closed = |(earliest, latest)| Bounds {
            earliest: Some(earliest),
            latest: Some(latest),
        };
        match self {
            Self::Date(date) => Some(vec![closed(date.bounds()?)]),
            Self::Interval(from, to) => Some(vec![between(from.date(), to.date())?]),
            Self::Set { members, .. } => members
                .iter()
                .map(|it| match it {
                    Member::One(date) => date.bounds().map(closed),
                    Member::Span(from, to) => between(from.as_ref(), to.as_ref()),
                })
                .collect(),
        }
    }

    /// How exactly the value says when.
    #[must_use]
    pub fn precision(&self) -> Precision {
        match self {
            Self::Date(date) => date.precision(),
            Self::Interval(End::Date(from), End::Date(to)) if from == to => from.precision(),
            Self::Interval(..) => Precision::Interval,
            Self::Set { .. } => Precision::Set,
        }
    }
}

/// From the beginning of one date to the end of another; a pair that runs backwards is turned round.
fn between(from: Option<&Date>, to: Option<&Date>) -> Option<Bounds> {
    let place = |date: Option<&Date>| match date {
        Some(date) => date.bounds().map(Some),
        None => Some(None),
    };
    let (from, to) = (place(from)?, place(to)?);
    Some(match (from, to) {
        (Some((low, _)), Some((_, high))) if low > high => Bounds {
            earliest: to.map(|it| it.0),
            latest: from.map(|it| it.1),
        },
        _ => Bounds {
            earliest: from.map(|it| it.0),
            latest: to.map(|it| it.1),
        },
    })
}

impl Date {
    /// First and last day the date can mean; `None` when nothing is known of its year, or when no such day
    /// exists.
    #[must_use]
    pub fn bounds(&self) -> Option<(Day, Day)> {
        let (first_year, last_year) = self.year.range()?;
        let (first_month, last_month, years_on) = match self.month {
            None => (1, 12, 0),
            Some(Part::Known(code @ 21..)) => part_of_year(code),
            Some(part) => {
                let (low, high) = part.range(1, 12);
                (low, high, 0)
            }
        };
        let last_year = last_year + years_on;
        let (first_day, last_day) = match self.day {
            None => (1, month_length(last_year, last_month)),
            Some(part) => part.range(1, month_length(last_year, last_month)),
        };
        let low = place(first_year, first_month, first_day);
        Some((low, place(last_year, last_month, last_day).max(low)))
    }

    /// How exactly it says when.
    #[must_use]
    pub fn precision(&self) -> Precision {
        if self.clock.is_some() {
            return Precision::Time;
        }
        let knows = |part: Option<Part>| part.is_some_and(|it| it.known().is_some());
        match (self.year.range(), self.month, self.day) {
            (_, Some(_), day) if knows(day) => Precision::Day,
            (_, Some(Part::Known(code)), _) => match code {
                1..=12 => Precision::Month,
                21..=32 => Precision::Season,
                33..=36 => Precision::Quarter,
                37..=39 => Precision::Third,
                _ => Precision::Half,
            },
            (None, ..) => Precision::Unknown,
            (Some((first, last)), ..) => match last - first {
                0 => Precision::Year,
                1..=9 => Precision::Decade,
                10..=99 => Precision::Century,
                _ => Precision::Millennium,
            },
        }
    }
}

impl Part {
    /// The lowest and highest number it can be, within `low` to `high`.
    fn range(self, low: u8, high: u8) -> (u8, u8) {
        match self {
            Self::Known(number) => (number, number),
            Self::Masked([tens, ones]) => {
                let with = |digit: u8, fill: u8| if digit == b'X' { fill } else { digit - b'0' };
                let lowest = with(tens, 0) * 10 + with(ones, 0);
                let highest = with(tens, high / 10) * 10 + with(ones, 9);
                (lowest.clamp(low, high), highest.clamp(low, high))
            }
        }
    }
}

/// First and last month of a part of the year (21–41), and by how many years the last month lies further.
const fn part_of_year(code: u8) -> (u8, u8, i64) {
    match code {
        21 | 25 | 31 => (3, 5, 0),
        22 | 26 | 32 => (6, 8, 0),
        23 | 27 | 29 => (9, 11, 0),
        24 | 28 | 30 => (12, 2, 1),
        33..=36 => ((code - 33) * 3 + 1, (code - 33) * 3 + 3, 0),
        37..=39 => ((code - 37) * 4 + 1, (code - 37) * 4 + 4, 0),
        40 => (1, 6, 0),
        41 => (7, 12, 0),
        _ => (1, 12, 0),
    }
}

/// A day, moved to the outermost day that can be counted where the year lies beyond, and to the last of the
/// month where the month is shorter.
fn place(year: i64, month: u8, day: u8) -> Day {
    let outermost = if year < 0 { Day::MIN } else { Day::MAX };
    i32::try_from(year)
        .ok()
        .and_then(|it| Day::from_ymd(it, month, day.min(month_length(year, month))))
        .unwrap_or(outermost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, earliest: &str, latest: &str, why: &str) {
        let bounds = Edtf::parse(text).unwrap().bounds().unwrap();
        let shown = |day: Option<Day>| day.map_or(String::new(), |it| it.to_string());
        assert_eq!(
            (
                shown(bounds.earliest).as_str(),
                shown(bounds.latest).as_str()
            ),
            (earliest, latest),
            "{text}: {why}"
        );
    }

    #[test]
    fn values_lie_where_the_calendar_puts_them() {
        let rows = [
            ("2024-02", "2024-02-01", "2024-02-29", "a leap year"),
            ("1900-02", "1900-02-01", "1900-02-28", "no leap year"),
            ("198X", "1980-01-01", "1989-12-31", "a decade"),
            (
                "-01XX",
                "-0199-01-01",
                "-0100-12-31",
                "negative years count down",
            ),
            (
                "2004-XX-31",
                "2004-01-31",
                "2004-12-31",
                "the month is unknown",
            ),
            (
                "2004-1X",
                "2004-10-01",
                "2004-12-31",
                "one digit of the month",
            ),
            (
                "1998-24",
                "1998-12-01",
                "1999-02-28",
                "winter crosses the new year",
            ),
            ("2023-33", "2023-01-01", "2023-03-31", "first quarter"),
            ("2023-41", "2023-07-01", "2023-12-31", "second half"),
            ("../1945-05", "", "1945-05-31", "open to the left"),
            ("2019/", "2019-01-01", "", "the end is unknown"),
            ("1918/1914", "1914-01-01", "1918-12-31", "runs backwards"),
            (
                "[1667,1760-12..]",
                "1667-01-01",
                "",
                "a set with an open end",
            ),
            (
                "[2024-05-04,2024-04-05]",
                "2024-04-05",
                "2024-05-04",
                "out of order",
            ),
        ];
        for (text, earliest, latest, why) in rows {
            check(text, earliest, latest, why);
        }
        assert_eq!(Edtf::parse("XXXX-07").unwrap().bounds(), None);
        let far = Edtf::parse("Y170000002").unwrap().bounds().unwrap();
        assert_eq!(far.earliest, Some(Day::MAX), "beyond counting");
    }

    proptest! {
        #[test]
        fn the_earliest_day_is_never_after_the_latest(text in "-?[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?(/-?[0-9X]{4}(-[0-9X]{2})?)?") {
            if let Some(Bounds { earliest: Some(low), latest: Some(high) }) = Edtf::parse(&text).ok().and_then(|it| it.bounds()) {
                prop_assert!(low <= high, "{}", text);
            }
        }
    }
}
