//! Resolves an expression against an anchor, and never further than the anchor allows.
//!
//! Where the anchor is too coarse or missing, what is known is kept open: `XXXX-07`, `XXXX-XX-XX`.

use super::pick::pick;
use super::{Expr, Step, Unit};
use crate::day::{Day, month_length};
use crate::edtf::{Date, Edtf, End, Member, Part, Year};

/// The value of an expression, resolved against an anchor as far as that goes.
///
/// Without an anchor, or with one that is too coarse, what is not known is left open. Of an interval as anchor
/// its beginning counts.
#[must_use]
pub fn resolve(expr: &Expr, anchor: Option<&Edtf>) -> Edtf {
    let end = |steps: &Option<Vec<Step>>| steps.as_ref().map(|it| run(it, anchor));
    match expr {
        Expr::At(steps) => run(steps, anchor),
        Expr::Between(from, to) => {
            let (from, to) = (end(from), end(to));
            let first = from.map_or(End::Open, |it| edge(it, false));
            let last = to.map_or(End::Open, |it| edge(it, true));
            Edtf::Interval(first, last)
        }
    }
}

/// One end of an interval: of a value that is itself an interval, its outer end.
fn edge(value: Edtf, last: bool) -> End {
    match value {
        Edtf::Date(date) => End::Date(date),
        Edtf::Interval(from, to) => {
            if last {
                to
            } else {
                from
            }
        }
        Edtf::Set { .. } => End::Unknown,
    }
}

/// A day of which nothing is known.
pub(super) fn unknown_day() -> Edtf {
    Edtf::Date(Date {
        month: Some(Part::UNKNOWN),
        day: Some(Part::UNKNOWN),
        ..Date::new(Year::UNKNOWN, None, None)
    })
}

fn run(steps: &[Step], anchor: Option<&Edtf>) -> Edtf {
    let mut current = anchor.cloned();
    for step in steps {
        let at = current.as_ref();
        let next = match step {
            Step::Value(value) => Some(value.clone()),
            Step::Offset { by, unit, to } => at.and_then(|it| offset(it, *by, *unit, *to)),
            Step::Shift(unit, by) => at.and_then(|it| shift(it, *unit, *by)),
            Step::Pick(what, tense) => Some(pick(*what, *tense, at)),
            Step::Doubt(doubt) => at.map(|it| match it {
                Edtf::Date(date) => Edtf::Date(trimmed(date.clone().doubted(*doubt))),
                other => other.clone(),
            }),
            Step::Clock(clock) => at.map(|it| match it {
                Edtf::Date(date) if date.day.is_some() => Edtf::Date(Date {
                    clock: Some(*clock),
                    ..date.clone()
                }),
                other => other.clone(),
            }),
        };
        current = Some(next.unwrap_or_else(unknown_day));
    }
    current.unwrap_or_else(unknown_day)
}

/// Doubt stands only on the parts a date has.
fn trimmed(mut date: Date) -> Date {
    let n_parts = date.n_parts();
    for doubt in date.doubts.iter_mut().skip(n_parts) {
        *doubt = crate::edtf::Doubt::default();
    }
    date
}

/// The single date an anchor stands for, without doubts and time of day.
pub(super) fn single(anchor: &Edtf) -> Option<Date> {
    let date = match anchor {
        Edtf::Date(date) => date,
        Edtf::Interval(from, to) => from.date().or(to.date())?,
        Edtf::Set { members, .. } => match members.first()? {
            Member::One(date) => date,
            Member::Span(from, to) => from.as_ref().or(to.as_ref())?,
        },
    };
    Some(Date {
        month: date.month,
        day: date.day,
        ..Date::new(date.year, None, None)
    })
}

/// Year, month and day as far as they are known numbers; the month is 1–12.
pub(super) fn numbers(date: &Date) -> (Option<i64>, Option<u8>, Option<u8>) {
    let month = date.month.and_then(Part::known).filter(|it| *it <= 12);
    (date.year.known(), month, date.day.and_then(Part::known))
}

fn offset(anchor: &Edtf, by: i32, unit: Unit, to: Unit) -> Option<Edtf> {
    let date = single(anchor)?;
    let (year, month, day) = numbers(&date);
    let moved = match unit {
        Unit::Day | Unit::Week | Unit::Weekend => {
            let days = by.checked_mul(if unit == Unit::Day { 1 } else { 7 })?;
            match (year, month, day) {
                (Some(year), Some(month), Some(day)) => {
                    let day = Day::from_ymd(i32::try_from(year).ok()?, month, day)?;
                    Date::from_day(day.plus(days))
                }
                (None, Some(month), Some(day)) => yearless(month, day, days)?,
                _ => return None,
            }
        }
        Unit::Month | Unit::Quarter | Unit::Half => {
            let months = by.checked_mul(match unit {
                Unit::Month => 1,
                Unit::Quarter => 3,
                _ => 6,
            })?;
            let Some(month) = month else {
                return (unit == Unit::Quarter)
                    .then(|| shift(anchor, unit, by))
                    .flatten();
            };
            let (year, month) = plus_months(year, month, months);
            let day = day.map(|it| it.min(month_length(year.unwrap_or(2000), month)));
            Date::new(year.map_or(Year::UNKNOWN, Year::Known), Some(month), day)
        }
        Unit::Year | Unit::Decade | Unit::Century => {
            let years = i64::from(by)
                * match unit {
                    Unit::Year => 1,
                    Unit::Decade => 10,
                    _ => 100,
                };
            let year = year?.checked_add(years)?;
            let mut date = Date {
                year: Year::Known(year),
                ..date.clone()
            };
            if let (Some(month), Some(day)) = (month, day) {
                date.day = Some(Part::Known(day.min(month_length(year, month))));
            }
            date
        }
    };
    coarsen(&moved, to)
}

/// A day without a year, moved by days; `None` when it depends on whether the year is a leap year.
fn yearless(month: u8, day: u8, days: i32) -> Option<Date> {
    let in_year = |year| {
        let (_, month, day) = Day::from_ymd(year, month, day)?.plus(days).ymd();
        Some((month, day))
    };
    // Around a new year, the day before and the day behind may lie in a leap year too.
    let rows = [2001, 2003, 2004, 2005].map(in_year);
    let first = rows.iter().flatten().next()?;
    let agreed = rows.iter().flatten().all(|it| it == first);
    agreed.then(|| Date::new(Year::UNKNOWN, Some(first.0), Some(first.1)))
}

pub(super) fn plus_months(year: Option<i64>, month: u8, by: i32) -> (Option<i64>, u8) {
    let months = i64::from(month) - 1 + i64::from(by);
    let month = u8::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
    (
        year.map(|it| it.saturating_add(months.div_euclid(12))),
        month,
    )
}

/// The unit in which a date lies; `None` when the date is coarser than that unit.
fn coarsen(date: &Date, unit: Unit) -> Option<Edtf> {
    let (year, month, day) = numbers(date);
    let of_month = |month: u8| Date::new(date.year, Some(month), None);
    let date = match unit {
        Unit::Day => {
            // What is coarser than a day stays as it is: "two weeks later" of a month is no day.
            return day.is_some().then(|| Edtf::Date(date.clone()));
        }
        Unit::Week | Unit::Weekend => {
            let day = Day::from_ymd(i32::try_from(year?).ok()?, month?, day?)?;
            let monday = day.plus(1 - i32::from(day.weekday()));
            let (from, to) = if unit == Unit::Week { (0, 6) } else { (5, 6) };
            let end = |by| End::Date(Date::from_day(monday.plus(by)));
            return Some(Edtf::Interval(end(from), end(to)));
        }
        Unit::Month => of_month(month?),
        Unit::Quarter => of_month(quarter_of(date)? + 32),
        Unit::Half => of_month((month? - 1) / 6 + 40),
        Unit::Year => Date::new(Year::Known(year?), None, None),
        Unit::Decade => Date::decade(decade_of(date.year)?),
        Unit::Century => Date::century(century_of(date.year)?),
    };
    Some(Edtf::Date(date))
}

/// The quarter (1–4) in which a month lies, or which the date is.
fn quarter_of(date: &Date) -> Option<u8> {
    match date.month.and_then(Part::known)? {
        month @ 1..=12 => Some((month - 1) / 3 + 1),
        code @ 33..=36 => Some(code - 32),
        _ => None,
    }
}

/// The decade by its leading digits: those of −478 are −47, as EDTF writes them.
fn decade_of(year: Year) -> Option<i64> {
    let (first, last) = year.range()?;
    (first / 10 == last / 10).then_some(first / 10)
}

fn century_of(year: Year) -> Option<i64> {
    let (first, last) = year.range()?;
    (first / 100 == last / 100).then_some(first / 100)
}

/// The unit in which the anchor lies, moved by so many units.
fn shift(anchor: &Edtf, unit: Unit, by: i32) -> Option<Edtf> {
    let date = single(anchor)?;
    let steps = i64::from(by);
    match unit {
        Unit::Quarter => {
            let quarter = i64::from(quarter_of(&date)?) - 1 + steps;
            let code = u8::try_from(quarter.rem_euclid(4) + 33).ok()?;
            let year = date.year.known()?.checked_add(quarter.div_euclid(4))?;
            Some(Edtf::Date(Date::new(Year::Known(year), Some(code), None)))
        }
        Unit::Decade => Some(Edtf::Date(Date::decade(
            decade_of(date.year)?.checked_add(steps)?,
        ))),
        Unit::Century => Some(Edtf::Date(Date::century(
            century_of(date.year)?.checked_add(steps)?,
        ))),
        Unit::Year => {
            let year = date.year.known()?.checked_add(steps)?;
            Some(Edtf::Date(Date::year(year)))
        }
        _ => offset(&Edtf::Date(date), by, unit, unit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_resolved_as_far_as_the_anchor_goes() {
        let rows = [
            ("M07p", "2025-10-01", "2025-07", "the July before"),
            ("M07p", "", "XXXX-07", "no anchor"),
            ("M07p", "198X", "XXXX-07", "a decade is too coarse"),
            ("M10s", "1805", "1805-10", "in the running year"),
            (
                "M08P",
                "1998-08-12",
                "1997-08",
                "last August, said in August",
            ),
            ("M01f", "2019-11-02", "2020-01", "the January to come"),
            ("M12n", "1990-01-15", "1989-12", "nearest"),
            ("W1p", "1998-08-12", "1998-08-10", "the Monday before"),
            ("W5p", "1998-08-07", "1998-08-07", "today is Friday"),
            (
                "W4F",
                "2024-09-12",
                "2024-09-19",
                "next Thursday, said on one",
            ),
            ("W5p", "1998-08", "XXXX-XX-XX", "a month has many Fridays"),
            (
                "@w+1 W2s",
                "1998-08-12",
                "1998-08-18",
                "Tuesday of next week",
            ),
            ("-3w:d", "2021-06-15", "2021-05-25", "three weeks ago"),
            ("-1y:m", "2021-05-25", "2020-05", "a year earlier"),
            ("-1y:d", "2024-02-29", "2023-02-28", "no leap day"),
            ("+2d:d", "XXXX-08-14", "XXXX-08-16", "no year is needed"),
            (
                "+2d:d",
                "XXXX-02-27",
                "XXXX-XX-XX",
                "it depends on the year",
            ),
            ("+2d:d", "1805-10", "XXXX-XX-XX", "no day to count from"),
            ("@m-1", "2024-01-15", "2023-12", "last month"),
            ("@q-1", "1998-02-10", "1997-36", "last quarter"),
            ("@q-1", "1998-33", "1997-36", "the quarter before a quarter"),
            (
                "@e+0",
                "1998-08-12",
                "1998-08-15/1998-08-16",
                "this weekend",
            ),
            ("@D-1", "1998-02-10", "198X", "last decade"),
            ("@D-1", "199X", "198X", "the decade before a decade"),
            (
                "@D+1",
                "-0478",
                "-046X",
                "years before the common era count down",
            ),
            ("@y-1 M05s", "1998-02-10", "1997-05", "May of last year"),
            ("D05-03#5p", "2024-05-20", "2024-05-03", "a Friday"),
            ("D05-03#1p", "2024-05-20", "2021-05-03", "a Monday"),
            ("D02-29p", "2023-05-20", "2020-02-29", "the last leap day"),
            ("D02-30p", "2023-05-20", "XXXX-02", "there is no such day"),
            ("N15s", "1940-05-10", "1940-05-15", "the 15th"),
            ("Hchristmas:n", "2022-12-30", "2022-12-25", "Christmas"),
            ("Heaster:p", "", "XXXX-XX-XX", "moves about"),
            ("S21f", "2023-02-01", "2023-21", "this spring"),
            (
                "W1p .. W5f",
                "2024-09-12",
                "2024-09-09/2024-09-13",
                "a range",
            ),
            (".. W5f", "2024-09-12", "../2024-09-13", "until Friday"),
            ("=1850 ~", "", "1850~", "about"),
            (
                "@d-1 T14:30",
                "2024-09-12",
                "2024-09-11T14:30",
                "a time of day",
            ),
        ];
        for (expr, anchor, expected, why) in rows {
            let anchor = Edtf::parse(anchor).ok();
            let found = resolve(&Expr::parse(expr).unwrap(), anchor.as_ref());
            assert_eq!(found.to_string(), expected, "{expr} from {anchor:?}: {why}");
        }
    }
}
