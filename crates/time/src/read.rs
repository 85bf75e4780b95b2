//! What people type into From and To: EDTF, plain dates, and the words that the page prints in English.
//!
//! This is no search in running text: the whole input must be one date. Linear in its length.

use crate::day::month_length;
use crate::edtf::{Date, Doubt, Edtf, End, Member, Part, Year};

/// Names of the months.
const MONTHS: [&str; 12] = [
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

/// The date that the text means, or `None` when it is not understood.
#[must_use]
pub fn read(text: &str) -> Option<Edtf> {
    let text = text.trim();
    if let Ok(value) = Edtf::parse(text) {
        return Some(value);
    }
    if text.len() > 200 {
        return None;
    }
    let text: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|it| match it {
            '–' | '—' | '−' => '-',
            '’' => '\'',
            other => other,
        })
        .collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    value(&text)
}

fn value(text: &str) -> Option<Edtf> {
    let open_before = ["before ", "until ", "till ", "up to ", "by ", "../"];
    if let Some(rest) = after_any(text, &open_before) {
        let (rest, end) = match rest.strip_suffix(", beginning not known") {
            Some(rest) => (rest, End::Unknown),
            None => (rest, End::Open),
        };
        return Some(Edtf::Interval(end, End::Date(date(rest)?)));
    }
    if let Some(rest) = after_any(text, &["since ", "after "]) {
        return Some(Edtf::Interval(End::Date(date(rest)?), End::Open));
    }
    if let Some(rest) = text
        .strip_prefix("from ")
        .and_then(|it| it.strip_suffix(", end not known"))
    {
        return Some(Edtf::Interval(End::Date(date(rest)?), End::Unknown));
    }
    if let Some(rest) = text.strip_prefix("some time from ") {
        let (from, to) = two(rest, &[" to "])?;
        let members = vec![Member::Span(Some(from), Some(to))];
        return Some(Edtf::Set {
            all: false,
            members,
        });
    }
    if let Some(date) = date(text) {
        return Some(Edtf::Date(date));
    }
    if let Some(part) = part(text) {
        return Some(part);
    }
    for (word, all) in [(" or ", false), (" and ", true)] {
        if !text.starts_with("between ") && text.contains(word) {
            let members = text.split(word).flat_map(|it| it.split(", "));
            let members: Option<Vec<_>> = members.map(|it| date(it).map(Member::One)).collect();
            return members.map(|members| Edtf::Set { all, members });
        }
    }
    let rest = after_any(text, &["from ", "between "]).unwrap_or(text);
    let (from, to) = two(rest, &[" to ", " until ", " and ", " - ", "-"])?;
    Some(Edtf::Interval(End::Date(from), End::Date(to)))
}

fn after_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|it| text.strip_prefix(it))
}

/// Two dates with one of these words between; the first one may leave out what the second one says.
fn two(text: &str, words: &[&str]) -> Option<(Date, Date)> {
    words.iter().find_map(|word| {
        let (from, to) = text.split_once(word)?;
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        if digits(to) && to.len() == 2 {
            let (first, last) = (date(from)?, to.parse::<i64>().ok()?);
            let year = first.year.known().filter(|_| first.month.is_none())?;
            return Some((first, Date::year(year - year.rem_euclid(100) + last)));
        }
        let to_date = date(to)?;
        let completed = || {
            let year = to_date.year.known()?;
            let month = to_date.month.and_then(Part::known).and_then(name_of);
            match month.filter(|_| digits(from)) {
                Some(month) => date(&format!("{from} {month} {year}")),
                None => date(&format!("{from} {year}")),
            }
        };
        let has_year = date(from).is_some_and(|it| it.year.range().is_some());
        let from_date = if has_year { None } else { completed() };
        Some((from_date.or_else(|| date(from))?, to_date))
    })
}

fn name_of(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// "early 1990s", "mid-July 1998".
fn part(text: &str) -> Option<Edtf> {
    let (part, rest) = [("early ", 0), ("mid-", 1), ("mid ", 1), ("late ", 2)]
        .iter()
        .find_map(|(word, part)| Some((*part, text.strip_prefix(word)?)))?;
    let whole = date(rest)?;
    let year = whole.year.range()?;
    let (from, to) = match (
        year.1 - year.0,
        whole.month.and_then(Part::known),
        whole.day,
    ) {
        (9, None, _) => {
            let (low, high) = [(0, 3), (4, 6), (7, 9)].get(part).copied()?;
            (Date::year(year.0 + low), Date::year(year.0 + high))
        }
        (0, Some(month @ 1..=12), None) => {
            let last = month_length(year.0, month);
            let (low, high) = [(1, 10), (11, 20), (21, last)].get(part).copied()?;
            let day = |day| Date::new(whole.year, Some(month), Some(day));
            (day(low), day(high))
        }
        _ => return Some(Edtf::Date(whole)),
    };
    let members = vec![Member::Span(Some(from), Some(to))];
    Some(Edtf::Set {
        all: false,
        members,
    })
}

/// A single date in words or digits.
fn date(text: &str) -> Option<Date> {
    if let Ok(Edtf::Date(date)) = Edtf::parse(&text.to_ascii_uppercase()) {
        return Some(date);
    }
    let mut doubt = Doubt::default();
    let mut text = text;
    loop {
        let about = [
            "about ",
            "around ",
            "circa ",
            "c. ",
            "ca. ",
            "c.",
            "approximately ",
            "~",
        ];
        if let Some(rest) = after_any(text, &about) {
            doubt.approximate = true;
            text = rest;
        } else if let Some(rest) = after_any(text, &["possibly ", "perhaps ", "probably "]) {
            doubt.uncertain = true;
            text = rest;
        } else if let Some(rest) = text.strip_suffix('?') {
            doubt.uncertain = true;
            text = rest;
        } else {
            break;
        }
    }
    let no_year = text.strip_suffix(", year not stated");
    let date = numeric(text).or_else(|| match no_year {
        Some(text) => named(text, true),
        None => named(text, false),
    })?;
    let printed = Edtf::Date(date.doubted(doubt)).to_string();
    // Printing and reading again refuses days that do not exist and sets doubts where they belong.
    match Edtf::parse(&printed).ok()? {
        Edtf::Date(date) => Some(date),
        _ => None,
    }
}

/// "25/11/2004" and "25.11.2004": day, month, year, unless only the other order is possible.
fn numeric(text: &str) -> Option<Date> {
    let mut parts = text.split(['/', '.']).map(|it| it.parse::<u16>().ok());
    let (a, b, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || year < 100 {
        return None;
    }
    let (day, month) = if b > 12 { (b, a) } else { (a, b) };
    Some(Date::new(
        Year::Known(i64::from(year)),
        Some(u8::try_from(month).ok()?),
        Some(u8::try_from(day).ok()?),
    ))
}

/// Day, month, season, quarter and year in words, in any order that people use.
fn named(text: &str, no_year: bool) -> Option<Date> {
    let (mut month, mut day, mut year, mut era) = (None, None, None, None);
    let mut words = text
        .split([' ', ','])
        .filter(|it| !it.is_empty() && !matches!(*it, "of" | "the" | "in" | "on"))
        .peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or("");
        if let Some(found) = month_of(word).or_else(|| season_of(word)) {
            if month.replace(found).is_some() {
                return None;
            }
        } else if let Some(found) =
            ordinal(word).filter(|_| matches!(next, "century" | "millennium" | "quarter" | "half"))
        {
            let code = i64::from(found);
            match words.next()? {
                "century" => year = Some(Date::century(code - 1).year),
                "millennium" => {
                    year = Edtf::parse(&format!("{}XXX", code - 1))
                        .ok()
                        .and_then(|it| it.dates().next().map(|it| it.year));
                }
                "quarter" if (1..=4).contains(&found) => month = Some(32 + found),
                "half" if (1..=2).contains(&found) => month = Some(39 + found),
                _ => return None,
            }
        } else if let Some(decade) = word.strip_suffix('s').or_else(|| word.strip_suffix("'s")) {
            let first: i64 = decade.trim_end_matches('\'').parse().ok()?;
            if first % 10 != 0 || decade.len() < 3 {
                return None;
            }
            year = Some(Date::decade(first / 10).year);
        } else if matches!(word, "bce" | "bc" | "b.c.") {
            era = Some(true);
        } else if matches!(word, "ce" | "ad" | "a.d.") {
            era = Some(false);
        } else if let Some(number) = ordinal(word) {
            if day.replace(number).is_some() {
                return None;
            }
        } else if !word.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        } else if word.len() <= 2
            && day.is_none()
            && (month.is_some_and(|it| it <= 12) || month_of(next).is_some())
        {
            day = Some(word.parse().ok()?);
        } else if year.replace(Year::Known(word.parse().ok()?)).is_some() {
            return None;
        }
    }
    let year = match (year, era) {
        (Some(Year::Known(year)), Some(true)) => Year::Known(1 - year),
        (Some(Year::Masked { digits, .. }), Some(true)) => Year::Masked {
            negative: true,
            digits,
        },
        (Some(Year::Known(year)), None) if (0..100).contains(&year) => {
            return None;
        }
        (Some(year), _) if !no_year => year,
        (None, None) if month.is_some() => Year::UNKNOWN,
        _ => return None,
    };
    (day.is_none() || month.is_some_and(|it| it <= 12)).then(|| Date::new(year, month, day))
}

fn month_of(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let idx = MONTHS.iter().position(|it| {
        let same = |len: usize| {
            it.get(..len)
                .is_some_and(|it| it.eq_ignore_ascii_case(word))
        };
        same(it.len()) || (word.len() >= 3 && same(word.len()) && word.len() <= 4)
    })?;
    u8::try_from(idx + 1).ok()
}

fn season_of(word: &str) -> Option<u8> {
    Some(match word {
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        "winter" => 24,
        _ => return None,
    })
}

/// "3rd", "first".
fn ordinal(word: &str) -> Option<u8> {
    let spelled = ["first", "second", "third", "fourth"];
    if let Some(idx) = spelled.iter().position(|it| *it == word) {
        return u8::try_from(idx + 1).ok();
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|it| word.strip_suffix(it))?;
    digits.parse().ok().filter(|it| *it > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_is_understood() {
        let rows = [
            ("1998-05-03", "1998-05-03"),
            (" 198x ", "198X"),
            ("3 May 1998", "1998-05-03"),
            ("May 3, 1998", "1998-05-03"),
            ("3rd of May 1998", "1998-05-03"),
            ("MAY 1998", "1998-05"),
            ("Sept. 1998", "1998-09"),
            ("25.11.2004", "2004-11-25"),
            ("11/25/2004", "2004-11-25"),
            ("1998", "1998"),
            ("1990s", "199X"),
            ("17th century", "16XX"),
            ("about 1850", "1850~"),
            ("c. 1850", "1850~"),
            ("1912?", "1912?"),
            ("146 BC", "-0145"),
            ("68 CE", "0068"),
            ("summer 1998", "1998-22"),
            ("first quarter of 2023", "2023-33"),
            ("since 2019", "2019/.."),
            ("until 5 May 1945", "../1945-05-05"),
            ("1914–18", "1914/1918"),
            ("1914 - 1918", "1914/1918"),
            ("between March and June 1998", "1998-03/1998-06"),
            ("from 3 to 7 May 1998", "1998-05-03/1998-05-07"),
            ("28 May to 2 June 1998", "1998-05-28/1998-06-02"),
            ("July", "XXXX-07"),
            ("14 July", "XXXX-07-14"),
        ];
        for (text, expected) in rows {
            assert_eq!(
                read(text).map(|it| it.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        for text in [
            "",
            "31 February 1998",
            "tomorrow",
            "12",
            "May May 1998",
            "13/13/2004",
            "x".repeat(999).as_str(),
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in ".{0,40}", other in "(from|to|[0-9]{1,4}|May|early|1990s|bc|[ /.,~?-]){0,9}") {
            let _ = read(&text);
            let _ = read(&other);
        }
    }
}
