//! Which one of its kind an expression means: the July before, the next Friday, the nearest Easter.

use super::resolve::{numbers, plus_months, single, unknown_day};
use super::{Tense, What};
use crate::day::{Day, month_length};
use crate::edtf::{Date, Edtf, Part, Year};

/// The one of its kind that the tense chooses.
pub(super) fn pick(what: What, tense: Tense, anchor: Option<&Edtf>) -> Edtf {
    anchor
        .and_then(|anchor| chosen(what, tense, anchor))
        .unwrap_or_else(|| open(what, anchor))
}

/// What is known without a year.
fn open(what: What, anchor: Option<&Edtf>) -> Edtf {
    let of = |month, day| Edtf::Date(Date::new(Year::UNKNOWN, Some(month), day));
    match what {
        What::MonthDay { month, day, .. } if day <= month_length(2000, month) => {
            of(month, Some(day))
        }
        What::Month(month) | What::MonthDay { month, .. } => of(month, None),
        What::Part(code) => of(code, None),
        What::Holiday(holiday) => match holiday.fixed() {
            Some((month, day)) => of(month, Some(day)),
            None => unknown_day(),
        },
        What::Weekday(_) => unknown_day(),
        What::Day(day) => {
            let date = anchor.and_then(single);
            let month = date
                .as_ref()
                .and_then(|it| it.month)
                .unwrap_or(Part::UNKNOWN);
            let fits = month
                .known()
                .is_none_or(|it| it <= 12 && day <= month_length(2000, it));
            Edtf::Date(Date {
                month: Some(if fits { month } else { Part::UNKNOWN }),
                day: Some(Part::Known(day)),
                ..Date::new(date.map_or(Year::UNKNOWN, |it| it.year), None, None)
            })
        }
    }
}

fn chosen(what: What, tense: Tense, anchor: &Edtf) -> Option<Edtf> {
    let bounds = anchor.bounds()?;
    let earliest = bounds.earliest.or(bounds.latest)?;
    let latest = bounds.latest.or(bounds.earliest)?;
    let candidates: Vec<Edtf> = match what {
        What::Weekday(weekday) => {
            if latest.0.checked_sub(earliest.0)? > 13 {
                return None;
            }
            let monday = earliest.plus(1 - i32::from(earliest.weekday()) + i32::from(weekday) - 1);
            (-2..=3)
                .map(|week| Edtf::from_day(monday.plus(7 * week)))
                .collect()
        }
        What::Day(day) => {
            let (year, month, _) = numbers(&single(anchor)?);
            (-13..=13)
                .filter_map(|by| {
                    let (year, month) = plus_months(year, month?, by);
                    let fits = day <= month_length(year?, month);
                    let date = Date::new(Year::Known(year?), Some(month), Some(day));
                    fits.then_some(Edtf::Date(date))
                })
                .collect()
        }
        _ => {
            let (first, last) = single(anchor)?.year.range()?;
            // A year must be known to the year; a decade says nothing about "in July".
            if last != first {
                return None;
            }
            // Leap days and weekdays come round again within twelve years, but for the turn of a century.
            (-12..=12)
                .filter_map(|by| in_year(what, first + by))
                .collect()
        }
    };
    let placed = candidates.iter().filter_map(|it| {
        let bounds = it.bounds()?;
        Some((bounds.earliest?, bounds.latest?, it))
    });
    let tense = rather(
        tense,
        what,
        nearest(placed.clone(), earliest, latest),
        (earliest, latest),
    );
    let chosen = match tense {
        Tense::Past => placed.filter(|it| it.0 <= latest).max_by_key(|it| it.0),
        Tense::Future => placed.filter(|it| it.1 >= earliest).min_by_key(|it| it.0),
        Tense::StrictPast => placed.filter(|it| it.1 < earliest).max_by_key(|it| it.0),
        Tense::StrictFuture => placed.filter(|it| it.0 > latest).min_by_key(|it| it.0),
        Tense::Nearest | Tense::RatherPast | Tense::RatherFuture => {
            nearest(placed, earliest, latest)
        }
        Tense::Same => {
            let same = |it: &(Day, Day, &Edtf)| match what {
                What::Weekday(_) => week(it.0) == week(earliest),
                What::Day(_) => {
                    (it.0.ymd().0, it.0.ymd().1) == (earliest.ymd().0, earliest.ymd().1)
                }
                _ => it.0.ymd().0 == earliest.ymd().0,
            };
            let found: Vec<_> = placed.collect();
            let same = found.iter().copied().find(same);
            same.or_else(|| nearest(found.into_iter(), earliest, latest))
        }
    };
    chosen.map(|it| it.2.clone())
}

/// A leaning tense made plain: nearest, unless the nearest one lies well on the other side.
fn rather(
    tense: Tense,
    what: What,
    nearest: Option<Placed<'_>>,
    (earliest, latest): (Day, Day),
) -> Tense {
    /// Days within which the other side is near enough for a day, and for a month or more.
    const NEAR: (i32, i32) = (60, 60);
    let near = if matches!(
        what,
        What::MonthDay { .. } | What::Holiday(_) | What::Day(_)
    ) {
        NEAR.0
    } else {
        NEAR.1
    };
    let ahead = nearest.map_or(0, |it| it.0.0.saturating_sub(latest.0));
    let behind = nearest.map_or(0, |it| earliest.0.saturating_sub(it.1.0));
    match tense {
        Tense::RatherPast if ahead > near => Tense::Past,
        Tense::RatherFuture if behind > near => Tense::Future,
        Tense::RatherPast | Tense::RatherFuture => Tense::Nearest,
        plain => plain,
    }
}

type Placed<'a> = (Day, Day, &'a Edtf);

fn nearest<'a>(
    placed: impl Iterator<Item = Placed<'a>>,
    earliest: Day,
    latest: Day,
) -> Option<Placed<'a>> {
    let middle = |a: Day, b: Day| i64::from(a.0) + i64::from(b.0);
    placed.min_by_key(|it| (middle(it.0, it.1) - middle(earliest, latest)).abs())
}

/// Number of the week, from Monday.
const fn week(day: Day) -> i32 {
    (day.0.saturating_add(3)).div_euclid(7)
}

fn in_year(what: What, year: i64) -> Option<Edtf> {
    let date = match what {
        What::Month(month) => Date::new(Year::Known(year), Some(month), None),
        What::Part(code) => Date::new(Year::Known(year), Some(code), None),
        What::Holiday(holiday) => Date::from_day(holiday.in_year(i32::try_from(year).ok()?)?),
        What::MonthDay {
            month,
            day,
            weekday,
        } => {
            let placed = Day::from_ymd(i32::try_from(year).ok()?, month, day)?;
            if weekday.is_some_and(|it| it != placed.weekday()) {
                return None;
            }
            Date::from_day(placed)
        }
        What::Weekday(_) | What::Day(_) => return None,
    };
    Some(Edtf::Date(date))
}
