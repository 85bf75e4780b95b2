//! EDTF for people: one function words a value, and it is used everywhere.
//!
//! A date stays as uncertain as it was written: "July, year not stated", "some time from 3 to 7 May 1998". What stands
//! where, and what is said once for both ends of a range, is decided here; the words are in the catalogue.

use dossier_time::day::month_length;
use dossier_time::edtf::{Clock, Date, Doubt, Edtf, End, Member, Part, Year};

use super::say;

/// The words for a value, without a capital at the beginning unless the language wants it.
#[must_use]
pub fn date(value: &Edtf) -> String {
    match value {
        Edtf::Date(date) => dated(date),
        Edtf::Interval(from, to) => interval(from, to),
        Edtf::Set { all, members } => set(*all, members),
    }
}

fn interval(from: &End, to: &End) -> String {
    match (from, to) {
        (End::Date(from), End::Date(to)) => joined(from, to, TO),
        (End::Date(from), End::Open) => say::date_since(&dated(from)),
        (End::Date(from), End::Unknown) => say::date_from_end_unknown(&dated(from)),
        (End::Open, End::Date(to)) if is_day(to) => say::date_before_day(&dated(to)),
        (End::Open, End::Date(to)) => say::date_before(&dated(to)),
        (End::Unknown, End::Date(to)) => say::date_until_beginning_unknown(&dated(to)),
        _ => say::date_none().to_owned(),
    }
}

fn is_day(date: &Date) -> bool {
    let known = |part: Option<Part>| part.and_then(Part::known).is_some();
    known(date.month) && known(date.day) && date.doubt().is_none()
}

/// How two dates are put together: any two, and two days of one month.
type Joint = [fn(&str, &str) -> String; 2];

const TO: Joint = [say::date_range, say::date_days];

/// What lies between two dates, for a sentence that says "between": "3 and 7 May 1998".
#[must_use]
pub fn between(from: &Date, to: &Date) -> String {
    const AND: Joint = [say::date_between, say::date_between_days];
    joined(from, to, AND)
}

/// Two dates; what they share is said once, behind the second.
fn joined(from: &Date, to: &Date, [range, days]: Joint) -> String {
    let plain = from.doubt().is_none()
        && to.doubt().is_none()
        && from.clock.is_none()
        && to.clock.is_none();
    if plain && from.year == to.year && from != to {
        if let (Some(Part::Known(month)), Some(Part::Known(first)), Some(Part::Known(_))) =
            (from.month, from.day, to.day)
        {
            return if to.month == from.month {
                days(&first.to_string(), &dated(to))
            } else {
                range(&day_of(first, month), &dated(to))
            };
        }
        if let (Some(Part::Known(month @ 1..=12)), None, Some(Part::Known(1..=12)), None) =
            (from.month, from.day, to.month, to.day)
        {
            return range(month_name(month), &dated(to));
        }
    }
    range(&dated(from), &dated(to))
}

fn set(all: bool, members: &[Member]) -> String {
    if let ([Member::Span(Some(from), Some(to))], false) = (members, all) {
        return part_of_span(from, to)
            .unwrap_or_else(|| say::date_some_time(&joined(from, to, TO)));
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
            let rest = rest.join(", ");
            if all {
                say::date_and(&rest, last)
            } else {
                say::date_or(&rest, last)
            }
        }
        None => say::date_none().to_owned(),
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
            (0, 3) => say::date_early_decade,
            (4, 6) => say::date_mid_decade,
            (7, 9) => say::date_late_decade,
            _ => return None,
        };
        return Some(part(&dated(&Date::decade(decade))));
    }
    let (month, day, last_day) = (from.month?.known()?, from.day?.known()?, to.day?.known()?);
    if from.year != to.year || from.month != to.month {
        return None;
    }
    let part = match (day, last_day) {
        (1, 10) => say::date_early_month,
        (11, 20) => say::date_mid_month,
        (21, last) if last == month_length(first, month) => say::date_late_month,
        _ => return None,
    };
    Some(part(&dated(&Date::new(from.year, Some(month), None))))
}

/// A single date with its doubt.
fn dated(date: &Date) -> String {
    let Doubt {
        approximate,
        uncertain,
    } = date.doubt();
    let mut words = plain(date);
    if approximate {
        words = say::date_about(&words);
    }
    if uncertain {
        words = say::date_possibly(&words);
    }
    words
}

fn plain(date: &Date) -> String {
    let year = date.year.range().map(|_| year(date.year));
    let with_year = |words: &str| match &year {
        Some(year) => say::date_with_year(words, year),
        None => say::date_without_year(words),
    };
    let known = |part: Option<Part>| part.and_then(Part::known);
    let words = match (date.month, known(date.month), known(date.day)) {
        (None, ..) => year.unwrap_or_else(|| say::date_no_year().to_owned()),
        (_, Some(month @ 1..=12), Some(day)) => with_year(&day_of(day, month)),
        (_, Some(month @ 1..=12), None) => with_year(month_name(month)),
        (_, Some(code), _) => with_year(part_of_year(code)),
        (Some(_), None, Some(day)) => match &year {
            Some(year) => say::date_day_of_a_month(&ordinal(day.into()), year),
            None => say::date_day_of_a_month_no_year(&ordinal(day.into())),
        },
        (Some(_), None, None) if date.day.is_some() => match &year {
            Some(year) => say::date_a_day(year),
            None => say::date_a_day_no_date().to_owned(),
        },
        (Some(_), None, None) => match &year {
            Some(year) => say::date_no_month(year),
            None => say::date_a_month_no_date().to_owned(),
        },
    };
    match date.clock {
        Some(clock) => say::date_time(&words, &time(clock)),
        None => words,
    }
}

fn year(year: Year) -> String {
    match year {
        Year::Known(year) if year <= 0 => say::date_bce(&(1 - year).to_string()),
        Year::Known(year) if year < 100 => say::date_ce(&year.to_string()),
        Year::Known(year) => year.to_string(),
        Year::Masked { negative, .. } => {
            let Some((first, last)) = year.range() else {
                return say::date_no_year().to_owned();
            };
            let (first, last) = if negative {
                (-last, -first)
            } else {
                (first, last)
            };
            let words = match last - first {
                9 if first % 10 == 0 => say::date_decade(&first.to_string()),
                99 if first % 100 == 0 => say::date_century(&ordinal(first / 100 + 1)),
                999 if first % 1000 == 0 => say::date_millennium(&ordinal(first / 1000 + 1)),
                _ => say::date_range(&first.to_string(), &last.to_string()),
            };
            if negative {
                say::date_bce(&words)
            } else {
                words
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
    const MONTHS: [fn() -> &'static str; 12] = [
        say::month_1,
        say::month_2,
        say::month_3,
        say::month_4,
        say::month_5,
        say::month_6,
        say::month_7,
        say::month_8,
        say::month_9,
        say::month_10,
        say::month_11,
        say::month_12,
    ];
    let name = MONTHS.get(usize::from(month).wrapping_sub(1));
    name.map_or("", |it| it())
}

/// A season, quarter, third or half of a year.
fn part_of_year(code: u8) -> &'static str {
    match code {
        21 | 25 | 29 => say::season_spring(),
        22 | 26 | 30 => say::season_summer(),
        23 | 27 | 31 => say::season_autumn(),
        24 | 28 | 32 => say::season_winter(),
        33 => say::quarter_1(),
        34 => say::quarter_2(),
        35 => say::quarter_3(),
        36 => say::quarter_4(),
        37 => say::third_1(),
        38 => say::third_2(),
        39 => say::third_3(),
        40 => say::half_1(),
        _ => say::half_2(),
    }
}

/// "12th": the ordinal forms of CLDR for English; other languages have one for all.
fn ordinal(number: i64) -> String {
    let form = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => say::ordinal_one,
        (2, tens) if tens != 12 => say::ordinal_two,
        (3, tens) if tens != 13 => say::ordinal_few,
        _ => say::ordinal_other,
    };
    form(&number.to_string())
}

/// The name of a month, from 1, in few letters; empty when there is none of that number.
#[must_use]
pub fn short_month(month: u8) -> &'static str {
    const MONTHS: [fn() -> &'static str; 12] = [
        say::short_month_1,
        say::short_month_2,
        say::short_month_3,
        say::short_month_4,
        say::short_month_5,
        say::short_month_6,
        say::short_month_7,
        say::short_month_8,
        say::short_month_9,
        say::short_month_10,
        say::short_month_11,
        say::short_month_12,
    ];
    let name = MONTHS.get(usize::from(month).wrapping_sub(1));
    name.map_or("", |it| it())
}

/// "12 May".
fn day_of(day: u8, month: u8) -> String {
    say::date_day(&day.to_string(), month_name(month))
}

#[cfg(test)]
mod tests {
    use dossier_time::Edtf;

    use super::date;
    use crate::wording::tests::in_german;

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
            assert_eq!(date(&Edtf::parse(text).unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn the_words_are_read_back() {
        let rows = [
            "XXXX-07",
            "XXXX-07-14",
            "1850~",
            "1912?",
            "1912%",
            "1998-05-03/1998-05-07",
            "1998-05-28/1998-06-02",
            "1998-03/1998-06",
            "1914/1918",
            "[1990..1993]",
            "[1994..1996]",
            "[2020-01-21..2020-01-31]",
            "[2024-04-05,2024-05-04]",
            "../1986-05-02",
            "2019/..",
            "2019/",
            "/2019",
            "199X",
            "16XX",
            "-0145",
            "-01XX",
            "0068",
            "2001-21",
            "2023-33",
            "2023-41",
            "[1667..1760]",
            "1984~/1990",
            "-0145/-0140",
            "1XXX",
        ];
        for text in rows {
            let value = Edtf::parse(text).unwrap();
            assert_eq!(
                dossier_time::read(&date(&value))
                    .map(|it| it.to_string())
                    .as_deref(),
                Some(text),
                "{}",
                date(&value)
            );
        }
    }

    #[test]
    fn a_language_words_dates_its_own_way() {
        for (text, expected) in [
            ("XXXX-07-14", "14. Juli, Jahr nicht angegeben"),
            ("1850~", "etwa 1850"),
            ("1912%", "möglicherweise etwa 1912"),
            ("1998-05-03/1998-05-07", "3. bis 7. Mai 1998"),
            ("1998-05-28/1998-06-02", "28. Mai bis 2. Juni 1998"),
            ("[1990..1993]", "frühe 1990er-Jahre"),
            ("[2020-01-21..2020-01-31]", "Ende Januar 2020"),
            ("[1667..1760]", "irgendwann im Zeitraum 1667 bis 1760"),
            ("../1986-05-02", "vor dem 2. Mai 1986"),
            ("../1986", "vor 1986"),
            ("2019/", "ab 2019, Ende nicht bekannt"),
            ("16XX", "17. Jahrhundert"),
            ("-0145", "146 v. Chr."),
            ("2023-33", "1. Quartal 2023"),
            ("2004-XX-12", "der 12. eines Monats, 2004"),
        ] {
            let worded = in_german(|| date(&Edtf::parse(text).unwrap()));
            assert_eq!(worded, expected, "{text}");
        }
    }
}
