//! The English wording of dates.

use super::Wording;
use crate::edtf::{Clock, Date, Doubt, Edtf, End, Member, Part, Year};

/// English.
#[derive(Clone, Copy, Debug, Default)]
pub struct English;

/// Names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const NO_YEAR: &str = "year not stated";

impl Wording for English {
    fn words(&self, value: &Edtf) -> String {
        match value {
            Edtf::Date(date) => dated(date),
            Edtf::Interval(from, to) => interval(from, to),
            Edtf::Set { all, members } => set(*all, members),
        }
    }
}

fn interval(from: &End, to: &End) -> String {
    match (from, to) {
        (End::Date(from), End::Date(to)) => between(from, to, " to "),
        (End::Date(from), End::Open) => format!("since {}", dated(from)),
        (End::Date(from), End::Unknown) => format!("from {}, end not known", dated(from)),
        (End::Open, End::Date(to)) => format!("before {}", dated(to)),
        (End::Unknown, End::Date(to)) => format!("until {}, beginning not known", dated(to)),
        _ => "not dated".to_owned(),
    }
}

/// Two dates; what they share is said once, behind the second.
fn between(from: &Date, to: &Date, word: &str) -> String {
    let plain = from.doubt().is_none()
        && to.doubt().is_none()
        && from.clock.is_none()
        && to.clock.is_none();
    if plain && from.year == to.year && from != to {
        if let (Some(Part::Known(month)), Some(Part::Known(first)), Some(Part::Known(_))) =
            (from.month, from.day, to.day)
        {
            return if to.month == from.month {
                format!("{first}{word}{}", dated(to))
            } else {
                format!("{first} {}{word}{}", month_name(month), dated(to))
            };
        }
        if let (Some(Part::Known(month @ 1..=12)), None, Some(Part::Known(1..=12)), None) =
            (from.month, from.day, to.month, to.day)
        {
            return format!("{}{word}{}", month_name(month), dated(to));
        }
    }
    format!("{}{word}{}", dated(from), dated(to))
}

fn set(all: bool, members: &[Member]) -> String {
    if let ([Member::Span(Some(from), Some(to))], false) = (members, all) {
        return part_of_span(from, to)
            .unwrap_or_else(|| format!("some time from {}", between(from, to, " to ")));
    }
    let words: Vec<_> = members
        .iter()
        .map(|it| match it {
            Member::One(date) => dated(date),
            Member::Span(from, to) => {
                let end = |it: &Option<Date>| it.clone().map_or(End::Open, End::Date);
                interval(&end(from), &end(to))
            }
        })
        .collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => {
            let word = if all { "and" } else { "or" };
            format!("{} {word} {last}", rest.join(", "))
        }
        None => "not dated".to_owned(),
    }
}

/// "early 1990s" for one of 1990 to 1993, "late January 2020" for one of its last days.
fn part_of_span(from: &Date, to: &Date) -> Option<String> {
    if !from.doubt().is_none() || !to.doubt().is_none() {
        return None;
    }
    let (first, last) = (from.year.known()?, to.year.known()?);
    if from.month.is_none() && to.month.is_none() {
        let decade = first.div_euclid(10);
        let part = match (first.rem_euclid(10), last - decade * 10) {
            (0, 3) => "early ",
            (4, 6) => "mid-",
            (7, 9) => "late ",
            _ => return None,
        };
        return Some(format!("{part}{}", dated(&Date::decade(decade))));
    }
    let (month, day, last_day) = (from.month?.known()?, from.day?.known()?, to.day?.known()?);
    if from.year != to.year || from.month != to.month {
        return None;
    }
    let part = match (day, last_day) {
        (1, 10) => "early ",
        (11, 20) => "mid-",
        (21, last) if last == crate::day::month_length(first, month) => "late ",
        _ => return None,
    };
    Some(format!(
        "{part}{}",
        dated(&Date::new(from.year, Some(month), None))
    ))
}

/// A single date with its doubt.
fn dated(date: &Date) -> String {
    let Doubt {
        approximate,
        uncertain,
    } = date.doubt();
    let mut words = String::new();
    if uncertain {
        words.push_str("possibly ");
    }
    if approximate {
        words.push_str("about ");
    }
    words.push_str(&plain(date));
    words
}

fn plain(date: &Date) -> String {
    let year = date.year.range().map(|_| year(date.year));
    let with_year = |words: String, joint: &str| match &year {
        Some(year) => format!("{words}{joint}{year}"),
        None => format!("{words}, {NO_YEAR}"),
    };
    let known = |part: Option<Part>| part.and_then(Part::known);
    let words = match (date.month, known(date.month), known(date.day)) {
        (None, ..) => year.unwrap_or_else(|| NO_YEAR.to_owned()),
        (_, Some(month @ 1..=12), Some(day)) => {
            with_year(format!("{day} {}", month_name(month)), " ")
        }
        (_, Some(month @ 1..=12), None) => with_year(month_name(month).to_owned(), " "),
        (_, Some(code), _) => with_year(part_of_year(code).to_owned(), " "),
        (Some(_), None, Some(day)) => match &year {
            Some(year) => format!("the {} of a month in {year}", ordinal(day)),
            None => format!("the {} of a month, {NO_YEAR}", ordinal(day)),
        },
        (Some(_), None, None) if date.day.is_some() => match &year {
            Some(year) => format!("a day in {year}"),
            None => "a day, date not stated".to_owned(),
        },
        (Some(_), None, None) => match &year {
            Some(year) => format!("{year}, month not stated"),
            None => "a month, date not stated".to_owned(),
        },
    };
    match date.clock {
        Some(clock) => format!("{words}, {}", time(clock)),
        None => words,
    }
}

fn year(year: Year) -> String {
    match year {
        Year::Known(year) if year <= 0 => format!("{} BCE", 1 - year),
        Year::Known(year) if year < 100 => format!("{year} CE"),
        Year::Known(year) => year.to_string(),
        Year::Masked { negative, .. } => {
            let Some((first, last)) = year.range() else {
                return NO_YEAR.to_owned();
            };
            let (first, last) = if negative {
                (-last, -first)
            } else {
                (first, last)
            };
            let era = if negative { " BCE" } else { "" };
            match last - first {
                9 if first % 10 == 0 => format!("{first}s{era}"),
                99 if first % 100 == 0 => format!("{} century{era}", ordinal_of(first / 100 + 1)),
                999 if first % 1000 == 0 => {
                    format!("{} millennium{era}", ordinal_of(first / 1000 + 1))
                }
                _ => format!("{first} to {last}{era}"),
            }
        }
    }
}

fn time(clock: Clock) -> String {
    let (hour, minute) = (clock.hour, clock.minute.unwrap_or(0));
    let second = clock
        .second
        .map_or(String::new(), |second| format!(":{second:02}"));
    let zone = match clock.zone {
        None => String::new(),
        Some(0) => " UTC".to_owned(),
        Some(zone) => {
            let sign = if zone < 0 { '−' } else { '+' };
            let zone = zone.unsigned_abs();
            format!(" UTC{sign}{}:{:02}", zone / 60, zone % 60)
        }
    };
    format!("{hour:02}:{minute:02}{second}{zone}")
}

fn month_name(month: u8) -> &'static str {
    MONTHS
        .get(usize::from(month).wrapping_sub(1))
        .copied()
        .unwrap_or("month not stated")
}

/// A season, quarter, third or half of a year.
const fn part_of_year(code: u8) -> &'static str {
    match code {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        37 => "first third of",
        38 => "second third of",
        39 => "last third of",
        40 => "first half of",
        _ => "second half of",
    }
}

fn ordinal(number: u8) -> String {
    ordinal_of(i64::from(number))
}

fn ordinal_of(number: i64) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use crate::edtf::Edtf;
    use crate::words::words;

    #[test]
    fn values_are_worded_as_people_say_them() {
        let rows = [
            ("XXXX-07", "July, year not stated"),
            ("XXXX-07-14", "14 July, year not stated"),
            ("XXXX-XX-XX", "a day, date not stated"),
            ("1850~", "about 1850"),
            ("1912?", "possibly 1912"),
            ("1912%", "possibly about 1912"),
            ("1998-05-03/1998-05-07", "3 to 7 May 1998"),
            ("1998-05-28/1998-06-02", "28 May to 2 June 1998"),
            ("1998-03/1998-06", "March to June 1998"),
            ("1914/1918", "1914 to 1918"),
            ("[1990..1993]", "early 1990s"),
            ("[1994..1996]", "mid-1990s"),
            ("[2020-01-21..2020-01-31]", "late January 2020"),
            ("[2024-04-05,2024-05-04]", "5 April 2024 or 4 May 2024"),
            ("../1986-05-02", "before 2 May 1986"),
            ("2019/..", "since 2019"),
            ("199X", "1990s"),
            ("16XX", "17th century"),
            ("-0145", "146 BCE"),
            ("0068", "68 CE"),
            ("2001-21", "spring 2001"),
            ("2023-33", "first quarter of 2023"),
            ("2024-07-03T14:30Z", "3 July 2024, 14:30 UTC"),
            ("2024-07-03T14:30-05:00", "3 July 2024, 14:30 UTC−5:00"),
            ("2004-XX-12", "the 12th of a month in 2004"),
        ];
        for (text, expected) in rows {
            assert_eq!(words(&Edtf::parse(text).unwrap()), expected, "{text}");
        }
    }
}
