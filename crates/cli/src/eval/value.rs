//! Brings TIMEX3 and EDTF values to one form, so that equal dates are equal.
//!
//! In: a value as gold or the engine writes it. Out: [`Value`]. Days are counted from 1970; doubt (`~ ? %`) is dropped.
//! What is a season, a time or not known stays what it is.

use dossier_time::Day;

/// A value in its one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// From one day to another; `None` is an open end.
    Days(Option<i32>, Option<i32>),
    /// A season of a year.
    Season(i32, &'static str),
    /// A day, minutes into it, and the zone in minutes.
    Time(i32, i32, Option<i32>),
    /// A day and a part of it.
    PartOfDay(i32, &'static str),
    /// `PRESENT_REF` and the like.
    Reference(String),
    /// A duration.
    Duration(String),
    /// A set of dates.
    Set(String),
    /// From one value to another, of which one is no range of days.
    Interval(Option<Box<Self>>, Option<Box<Self>>),
    /// Nothing.
    Nothing,
    /// What cannot be placed.
    Unplaced(String),
}

impl Value {
    /// Reads a value.
    pub(super) fn read(text: &str) -> Self {
        let text: String = clean(text)
            .chars()
            .filter(|it| !matches!(it, '?' | '~' | '%'))
            .collect();
        if text.starts_with(['{', '[']) {
            return Self::Set(text);
        }
        let Some((from, to)) = text.split_once('/') else {
            return point(&text);
        };
        let end = |text: &str| (!matches!(text, "" | "..")).then(|| point(text));
        let (from, to) = (end(from), end(to));
        if from.is_none() && to.is_none() {
            return Self::Unplaced(text.clone());
        }
        match (&from, &to) {
            (None | Some(Self::Days(..)), None | Some(Self::Days(..))) => {
                let days = |it: &Option<Self>| match it {
                    Some(Self::Days(first, last)) => (*first, *last),
                    _ => (None, None),
                };
                Self::Days(days(&from).0, days(&to).1)
            }
            _ => Self::Interval(from.map(Box::new), to.map(Box::new)),
        }
    }

    /// Whether it lies on the calendar.
    pub(super) fn is_calendar(&self) -> bool {
        match self {
            Self::Days(..) | Self::Season(..) | Self::Time(..) | Self::PartOfDay(..) => true,
            Self::Interval(from, to) => [from, to].into_iter().flatten().any(|it| it.is_calendar()),
            Self::Set(text) => text
                .as_bytes()
                .windows(4)
                .any(|it| it.iter().all(u8::is_ascii_digit)),
            _ => false,
        }
    }

    /// Whether it is a date whose year is not known.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Unplaced(_) | Self::Interval(..))
    }

    /// Whether both say the same; a zone counts only where both have one.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Time(day, minutes, Some(zone)), Self::Time(day2, minutes2, Some(zone2))) => {
                day * 1440 + minutes - zone == day2 * 1440 + minutes2 - zone2
            }
            (Self::Time(day, minutes, _), Self::Time(day2, minutes2, _)) => {
                (day, minutes) == (day2, minutes2)
            }
            (Self::Interval(from, to), Self::Interval(from2, to2)) => {
                let same = |a: &Option<Box<Self>>, b: &Option<Box<Self>>| match (a, b) {
                    (Some(a), Some(b)) => a.is_same(b),
                    (a, b) => a == b,
                };
                same(from, from2) && same(to, to2)
            }
            _ => self == other,
        }
    }

    /// Whether `found` leaves one end open where this has both: "until Friday" may be `../b` for `b`.
    pub(super) fn has_end_of(&self, found: &Self) -> bool {
        let (Self::Days(Some(first), Some(last)), Self::Days(from, to)) = (self, found) else {
            return false;
        };
        (from.is_none() && *to == Some(*last)) || (to.is_none() && *from == Some(*first))
    }

    /// The same to the day.
    pub(super) fn to_day(&self) -> Self {
        match self {
            Self::Time(day, ..) | Self::PartOfDay(day, _) => Self::Days(Some(*day), Some(*day)),
            Self::Interval(from, to) => {
                let is_placed = |it: &Option<Box<Self>>| {
                    it.as_deref().is_none_or(|it| {
                        matches!(it, Self::Days(..) | Self::Time(..) | Self::PartOfDay(..))
                    })
                };
                if !is_placed(from) || !is_placed(to) {
                    return self.clone();
                }
                let days = |it: &Option<Box<Self>>| match it.as_ref().map(|it| it.to_day()) {
                    Some(Self::Days(first, last)) => (first, last),
                    _ => (None, None),
                };
                Self::Days(days(from).0, days(to).1)
            }
            Self::Unplaced(text) if text.contains('T') && !text.starts_with('T') => {
                Self::Unplaced(text.split('T').next().unwrap_or_default().to_owned())
            }
            _ => self.clone(),
        }
    }
}

/// Capitals, no days of which nothing is known, weeks of two digits.
fn clean(text: &str) -> String {
    let mut text = text.trim().to_uppercase().replace('−', "-");
    while let Some(shorter) = text.strip_suffix("-XX") {
        let rest = shorter
            .strip_prefix("BC")
            .or(shorter.strip_prefix('-'))
            .unwrap_or(shorter);
        let mut parts = rest.split('-');
        let is_year = parts.next().is_some_and(|it| is_digits(it, 4));
        let others: Vec<&str> = parts.collect();
        let is_month = match others.as_slice() {
            [] => true,
            [month] => is_digits(month, 2) || *month == "XX",
            _ => false,
        };
        if !(is_year && is_month) {
            break;
        }
        text.truncate(shorter.len());
    }
    match text.split_once("-W") {
        Some((year, week)) if is_digits(year, 4) && is_digits(week, 1) => {
            format!("{year}-W0{week}")
        }
        _ => text,
    }
}

fn is_digits(text: &str, len: usize) -> bool {
    text.len() == len && text.bytes().all(|it| it.is_ascii_digit())
}

fn number(text: &str) -> Option<i32> {
    (!text.is_empty() && text.bytes().all(|it| it.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Seasons by TIMEX3's letters or EDTF's numbers.
fn season(text: &str) -> Option<&'static str> {
    Some(match text {
        "21" | "25" | "29" | "SP" => "SP",
        "22" | "26" | "30" | "SU" => "SU",
        "23" | "27" | "31" | "FA" | "AU" => "FA",
        "24" | "28" | "32" | "WI" => "WI",
        _ => return None,
    })
}

fn day(year: i32, month: i32, day: i32) -> Option<i32> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    Day::from_ymd(year, month, day).map(|it| it.0)
}

/// All days from the beginning of a month to the end of another of the same year.
fn months(year: i32, first: i32, last: i32) -> Option<Value> {
    let behind = if last == 12 {
        day(year + 1, 1, 1)
    } else {
        day(year, last + 1, 1)
    };
    Some(Value::Days(
        Some(day(year, first, 1)?),
        Some(behind?.checked_sub(1)?),
    ))
}

fn years(first: i32, last: i32) -> Option<Value> {
    Some(Value::Days(
        Some(day(first, 1, 1)?),
        Some(day(last, 12, 31)?),
    ))
}

/// One date or time without interval or doubt.
fn point(text: &str) -> Value {
    placed(text).unwrap_or_else(|| Value::Unplaced(text.to_owned()))
}

fn placed(text: &str) -> Option<Value> {
    if matches!(text, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF") {
        return Some(Value::Reference(text.to_owned()));
    }
    if text.is_empty() {
        return Some(Value::Nothing);
    }
    let plain = text.strip_prefix('-').unwrap_or(text);
    if let Some(rest) = plain.strip_prefix('P')
        && rest.starts_with(|it: char| it.is_ascii_digit() || matches!(it, 'X' | 'T'))
    {
        return Some(Value::Duration(duration(plain)));
    }
    if let Some(rest) = text.strip_prefix("FY") {
        let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count().min(4);
        let (year, rest) = rest.split_at_checked(n_digits)?;
        let century = if number(year)? > 30 { "19" } else { "20" };
        let prefix = if n_digits == 4 { "" } else { century };
        return Some(point(&format!("{prefix}{year}{rest}")));
    }
    if let Some(rest) = text.strip_prefix("BC") {
        return before_christ(rest);
    }
    if let Some(rest) = text.strip_prefix('Y') {
        let rest = rest.split('S').next()?;
        let (digits, exponent) = rest.split_once('E').unwrap_or((rest, "0"));
        let year: i32 = digits.parse().ok()?;
        let year = year.checked_mul(10_i32.checked_pow(exponent.parse().ok()?)?)?;
        return years(year, year);
    }
    if let Some((date, clock)) = text.split_once('T') {
        return timed(text, date, clock);
    }
    date(text)
}

fn before_christ(rest: &str) -> Option<Value> {
    let (digits, more) = rest.split_once('-').unwrap_or((rest, ""));
    let value = number(digits)?;
    if !more.is_empty() {
        return (value > 1).then(|| point(&format!("-{:04}-{more}", value - 1)));
    }
    match digits.len() {
        4 => years(1 - value, 1 - value),
        3 => years(-(value * 10 + 9), -(value * 10)),
        2 => years(-(value * 100 + 99), -(value * 100)),
        _ => None,
    }
}

fn timed(text: &str, date: &str, clock: &str) -> Option<Value> {
    if matches!(date, "" | "XXXX-XX-XX" | "XXXX-WXX-X") {
        let clock = format!("T{clock}");
        let is_long = clock.len() > 6;
        let short = clock.strip_suffix(":00").filter(|_| is_long);
        return Some(Value::Unplaced(short.unwrap_or(&clock).to_owned()));
    }
    let fits = date
        .strip_prefix('-')
        .unwrap_or(date)
        .bytes()
        .all(|it| it.is_ascii_digit() || b"X-WSPUFAIQH".contains(&it));
    if !fits {
        return None;
    }
    let day = point(date);
    let Some(clock) = read_clock(clock) else {
        return Some(day);
    };
    match day {
        Value::Days(Some(first), Some(last)) if first == last => Some(match clock {
            Clock::Minutes(minutes, zone) => Value::Time(first, minutes, zone),
            Clock::Part(part) => Value::PartOfDay(first, part),
        }),
        _ => Some(Value::Unplaced(text.to_owned())),
    }
}

enum Clock {
    Minutes(i32, Option<i32>),
    Part(&'static str),
}

fn read_clock(text: &str) -> Option<Clock> {
    let part = match text {
        "MO" => Some("MO"),
        "AF" | "MI" => Some("AF"),
        "EV" => Some("EV"),
        "NI" => Some("NI"),
        "DT" => Some("DT"),
        "PM" => Some("PM"),
        "AM" => Some("AM"),
        _ => None,
    };
    if let Some(part) = part {
        return Some(Clock::Part(part));
    }
    let zone_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(zone_at)?;
    let zone = match zone {
        "" => None,
        "Z" => Some(0),
        _ => {
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
            let hours = number(digits.get(..2)?)?;
            let minutes = digits.get(2..).and_then(number).unwrap_or(0);
            Some(sign * (hours * 60 + minutes))
        }
    };
    let mut parts = clock.split(':');
    let first = parts.next()?;
    let (hour, minute) = if first.len() == 4 {
        (first.get(..2)?, first.get(2..))
    } else {
        (first, parts.next())
    };
    let hour = number(hour).filter(|it| *it <= 24)?;
    let minute = match minute {
        None | Some("XX") => 0,
        Some(minute) => number(minute)?,
    };
    Some(Clock::Minutes(hour * 60 + minute, zone))
}

/// A date without a time.
fn date(text: &str) -> Option<Value> {
    let (sign, body) = match text.strip_prefix('-') {
        Some(body) => (-1, body),
        None => (1, text),
    };
    let parts: Vec<&str> = body.split('-').collect();
    match parts.as_slice() {
        [only] => short(sign, only),
        [year, part] if is_digits(year, 4) => of_year(sign * number(year)?, part),
        [year, month, day_of]
            if is_digits(year, 4) && is_digits(month, 2) && is_digits(day_of, 2) =>
        {
            let found = day(sign * number(year)?, number(month)?, number(day_of)?)?;
            Some(Value::Days(Some(found), Some(found)))
        }
        [year, week, day_of] if is_digits(year, 4) && week.starts_with('W') => {
            week_of(sign * number(year)?, week.get(1..)?, day_of)
        }
        _ => None,
    }
    .or_else(|| open(&parts))
}

/// "1998", "199", "199X", "19", "19980103", "1998Q1", "2024W10".
fn short(sign: i32, text: &str) -> Option<Value> {
    if is_digits(text, 4) {
        return years(sign * number(text)?, sign * number(text)?);
    }
    if is_digits(text, 8) {
        let part = |range| text.get(range).and_then(number);
        let found = day(sign * part(0..4)?, part(4..6)?, part(6..8)?)?;
        return Some(Value::Days(Some(found), Some(found)));
    }
    if let Some((year, part)) = text.split_at_checked(4)
        && is_digits(year, 4)
    {
        return of_year(sign * number(year)?, part);
    }
    let digits = text.trim_end_matches('X');
    let is_masked = digits.len() < text.len();
    if digits.is_empty() || digits.len() > 3 || (is_masked && text.len() != 4) {
        return None;
    }
    let width = 10_i32.pow(u32::try_from(4 - digits.len()).ok()?);
    let first = number(digits)? * width;
    let last = first + width - 1;
    if sign < 0 {
        years(-last, -first)
    } else {
        years(first, last)
    }
}

/// A month, season, quarter, half or week of a year.
fn of_year(year: i32, part: &str) -> Option<Value> {
    if let Some(season) = season(part) {
        return Some(Value::Season(year, season));
    }
    if let Some(week) = part.strip_prefix('W') {
        return week_of(year, week, "");
    }
    let parts = |n: i32, width: i32| {
        (1..=12 / width)
            .contains(&n)
            .then(|| months(year, (n - 1) * width + 1, n * width))
            .flatten()
    };
    if let Some(quarter) = part.strip_prefix('Q') {
        return parts(number(quarter)?, 3);
    }
    if let Some(half) = part.strip_prefix('H') {
        return parts(number(half)?, 6);
    }
    match number(part).filter(|_| part.len() == 2)? {
        month @ 1..=12 => months(year, month, month),
        code @ 33..=36 => parts(code - 32, 3),
        code @ 37..=39 => parts(code - 36, 4),
        code @ 40..=41 => parts(code - 39, 6),
        _ => None,
    }
}

/// An ISO week, a day of it, or its weekend.
fn week_of(year: i32, week: &str, day_of: &str) -> Option<Value> {
    let fourth = Day::from_ymd(year, 1, 4)?;
    let monday = fourth.0 + 1 - i32::from(fourth.weekday());
    let first = monday + 7 * (number(week).filter(|_| week.len() == 2)? - 1);
    let (from, to) = match day_of {
        "" => (0, 6),
        "WE" => (5, 6),
        _ => {
            let day = number(day_of).filter(|it| (1..=7).contains(it))?;
            (day - 1, day - 1)
        }
    };
    Some(Value::Days(Some(first + from), Some(first + to)))
}

/// A date of which a part is not known: the parts in one form.
fn open(parts: &[&str]) -> Option<Value> {
    let mut words = Vec::new();
    for (idx, part) in parts.iter().enumerate() {
        words.push(match part.parse::<u8>() {
            Ok(code @ 33..=36) if idx == 1 => format!("Q{}", code - 32),
            _ if idx == 1 => season(part).unwrap_or(part).to_owned(),
            _ => (*part).to_owned(),
        });
    }
    (parts.len() > 1 && parts.first().is_some_and(|it| it.len() == 4))
        .then(|| Value::Unplaced(words.join("-")))
}

/// Durations in one unit where they are the same: weeks in days, decades in years.
fn duration(text: &str) -> String {
    let Some(rest) = text.strip_prefix('P') else {
        return text.to_owned();
    };
    let times = |digits: &str, by: i32| number(digits).and_then(|it| it.checked_mul(by));
    let known = if let Some(hours) = rest.strip_prefix('T').and_then(|it| it.strip_suffix('H')) {
        number(hours)
            .filter(|it| it % 24 == 0)
            .map(|it| format!("P{}D", it / 24))
    } else if let Some(decades) = rest.strip_suffix("DE").or(rest.strip_suffix("DECADE")) {
        times(decades, 10).map(|it| format!("P{it}Y"))
    } else if let Some(centuries) = rest.strip_suffix("CE").or(rest.strip_suffix("CENTURY")) {
        times(centuries, 100).map(|it| format!("P{it}Y"))
    } else if let Some(weeks) = rest.strip_suffix('W') {
        times(weeks, 7).map(|it| format!("P{it}D"))
    } else {
        None
    };
    known.unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_dates_are_equal_however_they_are_written() {
        let rows = [
            ("199X", "199", true),
            ("18XX", "18", true),
            ("2024-W10", "2024-03-04/2024-03-10", true),
            ("2024-W10-1", "2024-03-04", true),
            ("2024-SU", "2024-22", true),
            ("1915-WI", "1915-24", true),
            ("2024-Q2", "2024-34", true),
            ("2024-H1", "2024-40", true),
            ("XXXX-SU", "XXXX-22", true),
            ("BC0264", "-0263", true),
            ("1850~", "1850", true),
            ("FY1998", "1998", true),
            ("1998-01-08T20:00", "1998-01-08T20:00:00", true),
            ("1998-01-08T20:00Z", "1998-01-08T21:00+01:00", true),
            ("P2W", "P14D", true),
            ("PT24H", "P1D", true),
            ("../1998-05", "../1998-05-31", true),
            ("1998-XX-XX", "1998", true),
            ("199X", "1990", false),
            ("XXXX-07", "2024-07", false),
            ("2024-SU", "2024-07", false),
            ("1998-01-08TMO", "1998-01-08TEV", false),
            ("PRESENT_REF", "PAST_REF", false),
            ("P3D", "2024-01-03", false),
            ("2023-02-29", "2023-03-01", false),
        ];
        for (one, other, expected) in rows {
            let (a, b) = (Value::read(one), Value::read(other));
            assert_eq!(a.is_same(&b), expected, "{one} {a:?}, {other} {b:?}");
        }
    }
}
