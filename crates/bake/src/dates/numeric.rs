//! Dates in digits: ISO 8601, and day, month and year parted by dots, slashes or hyphens.
//!
//! "2004-11-30", "2004-11-30T14:30Z", "2004-W07", "30.11.2004", "11/30/2004", "7.XI.13". "04/05/2024" can be read
//! either way round; both readings are kept.

use dossier_time::edtf::{Clock, Date, Edtf, Year};

use super::clock;
use super::piece::{Found, Meaning, Piece};
use super::token::{Kind, Tokens};
use super::traps;

/// Reads a date in digits that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (first, n_digits) = tokens.number(at)?;
    if is_inside_number(tokens, at) || traps::is_label(tokens, at) {
        return None;
    }
    let found = match n_digits {
        4 => iso(tokens, at, first),
        1 | 2 => short(tokens, at, first),
        8 => compact(tokens, at, first),
        _ => None,
    }?;
    Some(found)
}

/// Reads an ISO date behind the slash of an interval.
pub(super) fn behind_slash(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (year, 4) = tokens.number(at)? else {
        return None;
    };
    iso(tokens, at, year)
}

/// Whether letters, digits, dots or the like are glued to the front.
fn is_inside_number(tokens: &Tokens<'_>, at: usize) -> bool {
    if !tokens.is_glued(at) {
        return false;
    }
    match tokens.before(at).map(|it| it.kind) {
        Some(Kind::Sign(sign)) => matches!(
            sign,
            '.' | ','
                | '-'
                | '/'
                | ':'
                | '#'
                | '$'
                | '£'
                | '€'
                | '%'
                | '_'
                | '@'
                | '='
                | '&'
                | '+'
                | '\\'
        ),
        Some(_) => true,
        None => false,
    }
}

/// Whether the number goes on behind a position: "-3", ".7", "/2", or letters.
fn goes_on(tokens: &Tokens<'_>, end: usize) -> bool {
    if !tokens.is_glued(end) {
        return false;
    }
    match tokens.get(end).map(|it| it.kind) {
        Some(Kind::Number(..) | Kind::Word | Kind::Sign('%' | '°' | '@' | '\\')) => true,
        // Behind a slash another date may stand.
        Some(Kind::Sign('/')) => {
            tokens.is_glued(end + 1) && tokens.number(end + 1).is_some_and(|it| it.1 != 4)
        }
        Some(Kind::Sign('.' | ',' | '-' | ':' | '_')) => {
            tokens.is_glued(end + 1) && tokens.number(end + 1).is_some()
        }
        _ => false,
    }
}

/// A glued sign and a glued number behind it.
fn part(tokens: &Tokens<'_>, at: usize, sign: char) -> Option<(u32, u8)> {
    (tokens.is_sign(at, sign) && tokens.is_glued(at) && tokens.is_glued(at + 1))
        .then(|| tokens.number(at + 1))
        .flatten()
}

fn iso(tokens: &Tokens<'_>, at: usize, year: u32) -> Option<Found> {
    let sign = ['-', '/', '.', '‑', '–']
        .into_iter()
        .find(|it| part(tokens, at + 1, *it).is_some());
    let Some(sign) = sign else {
        return week(tokens, at, year);
    };
    let (month, n_digits) = part(tokens, at + 1, sign)?;
    let is_hyphen = matches!(sign, '-' | '‑' | '–');
    let Some((day, n_day_digits)) = part(tokens, at + 3, sign) else {
        let is_month = sign == '-' && n_digits == 2 && (1..=12).contains(&month);
        let is_range = (year % 100).checked_add(1).is_some_and(|it| month >= it);
        if !is_month || is_range || goes_on(tokens, at + 3) || !(1000..2200).contains(&year) {
            return None;
        }
        let date = Date::new(Year::Known(i64::from(year)), u8::try_from(month).ok(), None);
        return Some(found(at, Piece::date(at, at + 3, date, "iso")));
    };
    if n_day_digits > 2 || n_digits > 2 || (is_hyphen && month > 12 && n_digits != n_day_digits) {
        return None;
    }
    let mut end = at + 5;
    let mut time = None;
    if tokens.is_glued(end) && tokens.is(end, "t") && tokens.is_glued(end + 1) {
        let (clock, behind) = clock::digits(tokens, end + 1)?;
        (time, end) = (Some(clock), behind);
    } else if goes_on(tokens, end) {
        return None;
    } else if let Some((clock, behind)) = clock::digits(tokens, end).filter(|_| is_hyphen) {
        (time, end) = (Some(clock), behind);
    }
    Some(day_found(tokens, at, end, (year, month, day), time, "iso"))
}

/// "2004-W07", "2004-W07-3".
fn week(tokens: &Tokens<'_>, at: usize, year: u32) -> Option<Found> {
    let is_week = tokens.is_sign(at + 1, '-') && tokens.is_glued(at + 1) && tokens.is(at + 2, "w");
    let (week, 2) = tokens
        .number(at + 3)
        .filter(|_| is_week && tokens.is_glued(at + 3))?
    else {
        return None;
    };
    let fourth = dossier_time::Day::from_ymd(i32::try_from(year).ok()?, 1, 4)?;
    let monday = fourth.plus(1 - i32::from(fourth.weekday()) + 7 * (i32::try_from(week).ok()? - 1));
    let (days, end) = match part(tokens, at + 4, '-') {
        Some((day @ 1..=7, 1)) => (
            (i32::try_from(day).ok()? - 1, i32::try_from(day).ok()? - 1),
            at + 6,
        ),
        _ => ((0, 6), at + 4),
    };
    if !(1..=53).contains(&week) || goes_on(tokens, end) {
        return None;
    }
    let value = if days.0 == days.1 {
        Edtf::from_day(monday.plus(days.0))
    } else {
        let end = |by| dossier_time::End::Date(Date::from_day(monday.plus(by)));
        Edtf::Interval(end(days.0), end(days.1))
    };
    Some(found(at, Piece::value(at, end, value, "iso")))
}

/// "20041130", "20041130T1430".
fn compact(tokens: &Tokens<'_>, at: usize, digits: u32) -> Option<Found> {
    let date = (digits / 10_000, digits / 100 % 100, digits % 100);
    let is_time = tokens.is_glued(at + 1) && tokens.is(at + 1, "t") && tokens.is_glued(at + 2);
    if !is_time {
        // Eight digits alone are a date only when they can be no count and no telephone.
        let day = possible(date.0, date.1, date.2).filter(|_| (1900..2100).contains(&date.0))?;
        let is_alone = !goes_on(tokens, at + 1)
            && !traps::is_counted(tokens, at + 1)
            && tokens.number(at + 1).is_none()
            && (at == 0
                || traps::has_preposition(tokens, at)
                || matches!(tokens.word_before(at), "dated" | "signed" | "date"));
        return is_alone.then(|| found(at, Piece::date(at, at + 1, day, "iso")));
    }
    let (time, n_digits) = tokens.number(at + 2).filter(|_| is_time)?;
    let (hour, minute) = match n_digits {
        4 => (time / 100, time % 100),
        6 => (time / 10_000, time / 100 % 100),
        _ => return None,
    };
    let is_greenwich = tokens.is_glued(at + 3) && tokens.is(at + 3, "z");
    let clock = Clock {
        hour: u8::try_from(hour).ok().filter(|it| *it < 24)?,
        minute: Some(u8::try_from(minute).ok().filter(|it| *it < 60)?),
        second: u8::try_from(time % 100)
            .ok()
            .filter(|it| n_digits == 6 && *it < 60),
        zone: is_greenwich.then_some(0),
    };
    let end = at + 3 + usize::from(is_greenwich);
    Some(day_found(tokens, at, end, date, Some(clock), "iso"))
}

/// "7 XI 1913".
fn spaced_roman(tokens: &Tokens<'_>, at: usize, day: u32) -> Option<Found> {
    let month = roman(tokens.written(at + 1, at + 2))?;
    let (year, 4) = tokens.number(at + 2)? else {
        return None;
    };
    let date = possible(year, month, day)
        .filter(|_| (1000..2200).contains(&year) && !goes_on(tokens, at + 3))?;
    Some(found(at, Piece::date(at, at + 3, date, "numeric")))
}

/// "30.11.2004", "11/30/2004", "7.XI.13": the year is last.
fn short(tokens: &Tokens<'_>, at: usize, first: u32) -> Option<Found> {
    if let Some(found) = spaced_roman(tokens, at, first) {
        return Some(found);
    }
    let sign = tokens
        .sign(at + 1)
        .filter(|it| matches!(it, '.' | '/' | '-'))?;
    if !tokens.is_glued(at + 1) {
        return None;
    }
    // "3. 5. 1998" has spaces; so may the Roman months.
    let spaced = sign == '.' && !tokens.is_glued(at + 2);
    let month = tokens.number(at + 2);
    let second = match month {
        Some((second, 1..=2)) => second,
        Some(_) => return None,
        None => roman(tokens.written(at + 2, at + 3))?,
    };
    if !tokens.is_sign(at + 3, sign)
        || !tokens.is_glued(at + 3)
        || (!spaced && !tokens.is_glued(at + 4))
    {
        return None;
    }
    let (year, n_digits) = tokens.number(at + 4)?;
    let end = at + 5;
    if goes_on(tokens, end) {
        return None;
    }
    let is_roman = month.is_none();
    let year = match n_digits {
        4 if (1000..2200).contains(&year) => year,
        // Two digits are a year only where nothing else has that form.
        2 if sign == '/' || is_roman => full_year(year, is_roman),
        2 if sign == '.'
            && !spaced
            && second <= 12
            && tokens.number(at).is_some_and(|it| it.1 == 2)
            && month.is_some_and(|it| it.1 == 2) =>
        {
            full_year(year, false)
        }
        _ => return None,
    };
    let as_day_month = possible(year, second, first);
    let as_month_day = if is_roman || sign == '.' {
        None
    } else {
        possible(year, first, second)
    };
    let meaning = match (as_day_month, as_month_day) {
        (Some(one), Some(other)) if one != other => Meaning::Either(one, other),
        (Some(date), _) | (_, Some(date)) => Meaning::At(Piece::date(at, end, date, "numeric")),
        (None, None) if first <= 31 && second <= 31 && n_digits == 4 => Meaning::Impossible,
        (None, None) => return None,
    };
    Some(Found {
        first: at,
        end,
        meaning,
        rule: "numeric",
    })
}

/// The year of two digits: from 1930 to 2029, and earlier for the Roman months of old letters.
const fn full_year(year: u32, old: bool) -> u32 {
    if old || year >= 30 {
        1900 + year
    } else {
        2000 + year
    }
}

fn roman(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ];
    let idx = MONTHS.iter().position(|it| *it == text)?;
    u32::try_from(idx + 1).ok()
}

/// The day, when the calendar has it.
fn possible(year: u32, month: u32, day: u32) -> Option<Date> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    dossier_time::Day::from_ymd(i32::try_from(year).ok()?, month, day).map(Date::from_day)
}

fn day_found(
    tokens: &Tokens<'_>,
    at: usize,
    end: usize,
    (year, month, day): (u32, u32, u32),
    time: Option<Clock>,
    rule: &'static str,
) -> Found {
    debug_assert!(end <= tokens.len());
    match possible(year, month, day) {
        Some(date) => found(
            at,
            Piece::date(
                at,
                end,
                Date {
                    clock: time,
                    ..date
                },
                rule,
            ),
        ),
        None => Found {
            first: at,
            end,
            meaning: Meaning::Impossible,
            rule,
        },
    }
}

fn found(first: usize, piece: Piece) -> Found {
    Found {
        first,
        end: piece.end,
        rule: piece.rule,
        meaning: Meaning::At(piece),
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn digits_are_dates_where_only_a_date_is_written_so() {
        check(&[
            ("Signed on 2004-11-30.", "", "2004-11-30=2004-11-30", "ISO"),
            (
                "At 2004-11-30T14:30Z exactly.",
                "",
                "2004-11-30T14:30Z=2004-11-30T14:30Z",
                "ISO with a time",
            ),
            (
                "Week 2024-W07 was busy.",
                "",
                "2024-W07=2024-02-12/2024-02-18",
                "a week",
            ),
            (
                "From 2024-07 on.",
                "",
                "From 2024-07 on=2024-07/..",
                "a month, open",
            ),
            ("Signed 30.11.2004.", "", "30.11.2004=2004-11-30", "dots"),
            (
                "Signed 11/30/2004.",
                "",
                "11/30/2004=2004-11-30",
                "only one way round",
            ),
            (
                "Signed 04/05/2024.",
                "",
                "04/05/2024=[2024-04-05,2024-05-04]",
                "both ways",
            ),
            (
                "Signed 04/05/2024, ended 25/05/2024.",
                "",
                "04/05/2024=2024-05-04; 25/05/2024=2024-05-25",
                "the other date tells",
            ),
            (
                "Signed 04/05/2024.",
                "2024-05-06",
                "04/05/2024=2024-05-04",
                "the document’s date tells",
            ),
            ("Dated 7.XI.13.", "", "7.XI.13=1913-11-07", "a Roman month"),
            (
                "Signed ３０.１１.２００４.",
                "",
                "３０.１１.２００４=2004-11-30",
                "full-width digits",
            ),
            ("It failed on 2023-02-30.", "", "!2023-02-30", "no such day"),
            (
                "It failed on 2023-13-01.",
                "",
                "!2023-13-01",
                "no such month",
            ),
            ("Version 1.2.2010 and section 12.3.2001.", "", "", "labels"),
            (
                "The server 192.168.10.12 and 978-3-16-148410-0.",
                "",
                "",
                "addresses and numbers",
            ),
            ("Call 020 7946 0018 or 555-1987.", "", "", "telephones"),
        ]);
    }
}
