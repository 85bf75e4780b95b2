//! Dates in words: "3 May 1998", "Friday, May 3rd", "May 1998", "in July", "the 15th of May", "May ’98".

use dossier_time::edtf::{Date, Edtf, Year};
use dossier_time::expr::{Step, Tense, What};

use super::counts;
use super::lexicon::Class;
use super::old_style::{dual, dual_months, dual_year, old_style};
use super::piece::{Anchor, Piece, gregorian, in_year};
use super::token::Tokens;
use super::traps;
use super::years;

/// What a written date can turn out to be.
#[derive(Debug)]
pub(super) enum Written {
    /// A date.
    Date(Piece),
    /// A day that the calendar does not have; the position behind it.
    Impossible(usize),
}

/// Reads a date with a month's name that begins at a position, with the weekday before it if there is one.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Written> {
    let Some((weekday, behind)) = weekday(tokens, at) else {
        return without_weekday(tokens, at, at, None);
    };
    let mut start = behind + usize::from(tokens.is_sign(behind, ','));
    for filler in ["the", "den"] {
        start += usize::from(tokens.is(start, filler));
    }
    without_weekday(tokens, start, at, Some(weekday))
        .filter(|it| !matches!(it, Written::Date(piece) if !matches!(piece.what(), None | Some(What::MonthDay { .. }))))
}

/// A weekday's name, with the full stop of a short form; the position behind it.
pub(super) fn weekday(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    match tokens.class(at) {
        Class::Weekday(day) => Some((day, at + 1)),
        Class::ShortWeekday(day) => Some((day, at + 1 + usize::from(tokens.is_sign(at + 1, '.')))),
        _ => None,
    }
}

/// A month's name, with the full stop of a short form; the position behind it.
pub(super) fn month(tokens: &Tokens<'_>, at: usize, class: Class) -> Option<(u8, usize)> {
    match class {
        Class::Month(month) => Some((month, at + 1)),
        Class::ShortMonth(month) => {
            let has_stop = tokens.is_sign(at + 1, '.') && tokens.is_glued(at + 1);
            Some((month, at + 1 + usize::from(has_stop)))
        }
        _ => None,
    }
}

/// A day of the month: a number, "3rd", "third", "17."; the position behind it.
pub(super) fn day(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    if let Some((number, 1..=2)) = tokens.number(at) {
        let day = u8::try_from(number).ok().filter(|it| *it >= 1)?;
        let is_ordinal = tokens.is_glued(at + 1)
            && matches!(
                tokens.word(at + 1),
                "st" | "nd" | "rd" | "th" | "er" | "º" | "o"
            );
        return Some((day, at + 1 + usize::from(is_ordinal)));
    }
    counts::ordinal(tokens, at).filter(|it| it.0 <= 31)
}

fn without_weekday(
    tokens: &Tokens<'_>,
    at: usize,
    first: usize,
    weekday: Option<u8>,
) -> Option<Written> {
    if traps::is_glued_to_word(tokens, at) {
        return None;
    }
    let mut class = tokens.class(at);
    if class == Class::None && !tokens.word(at).is_empty() {
        // "mayo de 1998" in a text of unknown language: asked only before a year.
        let year_at = at + 1 + usize::from(matches!(tokens.word(at + 1), "de" | "del" | "di"));
        if tokens.number(year_at).is_some_and(|it| it.1 == 4) {
            class = tokens.class_in_any_language(at);
        }
    }
    if let Some((month, behind)) = month(tokens, at, class) {
        if let Some(found) = dual_months(tokens, at, first) {
            return Some(found);
        }
        return month_first(tokens, at, first, weekday, (month, behind));
    }
    if let Some(found) = dual_months(tokens, at, first) {
        return Some(found);
    }
    let (day, mut behind) = day(tokens, at)?;
    let by_number = tokens.number(at).is_some();
    if !by_number && tokens.is(at.wrapping_sub(1), "a") {
        // "a fifth of May’s voters"
        return None;
    }
    // "3/16 May 1913": Old Style and New Style.
    let mut new_style = None;
    if by_number && (tokens.is_sign(behind, '/')) && tokens.is_glued(behind + 1) {
        let (other, end) = self::day(tokens, behind + 1)?;
        (new_style, behind) = (Some(other), end);
    }
    if by_number && tokens.is_sign(behind, '.') && tokens.is_glued(behind) {
        behind += 1;
    }
    for filler in ["of", "de", "day"] {
        behind += usize::from(tokens.is(behind, filler));
    }
    behind += usize::from(tokens.is(behind, "of"));
    behind += usize::from(
        tokens.is_dash(behind) && tokens.is_glued(behind) && tokens.is_glued(behind + 1),
    );
    let class = if by_number {
        tokens.class_in_any_language(behind)
    } else {
        class_of_month(tokens, behind)
    };
    if matches!(tokens.word(behind), "may" | "march") && !tokens.is_capital(behind) {
        return None;
    }
    let (month, end) = month(tokens, behind, class)?;
    // "19 March" is a day; "in 19 March communities" is not: the month must not run into a capitalised name.
    let (mut year, mut end) = dual_year(tokens, month, years::behind_month(tokens, end));
    // "11-Sep-2001"
    if year.is_none()
        && tokens.is_dash(end)
        && tokens.is_dash(behind - 1)
        && tokens.is_glued(end)
        && tokens.is_glued(end + 1)
        && let Some((value, 4)) = tokens.number(end + 1)
    {
        (year, end) = (Some(YearOf::Known(i64::from(value))), end + 2);
    }
    if let (Some(YearOf::Known(value)), Some(behind)) = (&year, old_style(tokens, end)) {
        let date = in_year(
            What::MonthDay {
                month,
                day,
                weekday: None,
            },
            *value,
        )?;
        return Some(Written::Date(Piece::date(
            first,
            behind,
            gregorian(&date)?,
            "old style",
        )));
    }
    if let (Some(other), Some(YearOf::Known(year))) = (new_style, &year) {
        return Some(dual(first, end, *year, month, day, other));
    }
    Some(dated(
        first,
        end,
        weekday,
        Some(new_style.unwrap_or(day)),
        month,
        year,
    ))
}

fn class_of_month(tokens: &Tokens<'_>, at: usize) -> Class {
    match tokens.class(at) {
        class @ (Class::Month(_) | Class::ShortMonth(_)) => class,
        _ => Class::None,
    }
}

/// What is said of the year behind a month.
#[derive(Clone, Debug)]
pub(super) enum YearOf {
    /// A number.
    Known(i64),
    /// "of that year", "last year": steps to it.
    Steps(Vec<Step>, Anchor),
}

fn month_first(
    tokens: &Tokens<'_>,
    at: usize,
    first: usize,
    weekday: Option<u8>,
    (month, mut behind): (u8, usize),
) -> Option<Written> {
    if !tokens.is_capital(at) && traps::needs_capital(tokens, at) {
        return None;
    }
    let glue = tokens.is_dash(behind) && tokens.is_glued(behind) && tokens.is_glued(behind + 1);
    let the = usize::from(tokens.is(behind, "the"));
    let day_at =
        behind + the + usize::from(glue && tokens.number(behind + 1).is_some_and(|it| it.1 <= 2));
    let day = day(tokens, day_at).filter(|(_, end)| is_day(tokens, day_at, *end));
    // "May 3–7" is a range, "May 2004" has no day, "May 10:30" is a time.
    if let Some((day, end)) = day {
        behind = end;
        let (year, end) = dual_year(tokens, month, years::behind_month(tokens, behind));
        return Some(dated(first, end, weekday, Some(day), month, year));
    }
    if weekday.is_some() {
        return None;
    }
    let (year, end) = years::behind_month(tokens, behind);
    if year.is_some() {
        return Some(dated(first, end, None, None, month, year));
    }
    traps::is_bare_month(tokens, at, behind)
        .then(|| Written::Date(Piece::free(first, behind, What::Month(month), "month")))
}

/// Whether the number behind a month is its day, and not the beginning of something else.
pub(super) fn is_day(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    if tokens.number(at).is_none() {
        // "May first", "March eighth", but not "March first met".
        return tokens.is_sign(end, ',')
            || tokens.is_sign(end, '.')
            || tokens.number(end).is_some()
            || tokens.get(end).is_none();
    }
    let sign = tokens.sign(end);
    let goes_on = tokens.is_glued(end)
        && tokens.is_glued(end + 1)
        && tokens.number(end + 1).is_some()
        && matches!(sign, Some(':' | '.' | '/' | '%'));
    let is_thousands = sign == Some(',')
        && tokens.is_glued(end + 1)
        && tokens.number(end + 1).is_some_and(|it| it.1 == 3);
    let is_share = matches!(sign, Some('%' | '°'));
    let is_count = matches!(
        tokens.word(end),
        "percent" | "million" | "billion" | "thousand" | "people"
    );
    !goes_on && !is_thousands && !is_share && !is_count
}

/// Puts day, month, year and weekday together.
fn dated(
    first: usize,
    end: usize,
    weekday: Option<u8>,
    day: Option<u8>,
    month: u8,
    year: Option<YearOf>,
) -> Written {
    let rule = if day.is_some() { "day" } else { "month" };
    let what = day.map_or(What::Month(month), |day| What::MonthDay {
        month,
        day,
        weekday,
    });
    let longest = dossier_time::day::month_length(2000, month);
    if day.is_some_and(|it| it > longest) {
        return Written::Impossible(end);
    }
    match year {
        Some(YearOf::Known(year)) => match in_year(what, year) {
            Some(value) => Written::Date(Piece::date(first, end, value, rule)),
            None => Written::Impossible(end),
        },
        Some(YearOf::Steps(mut steps, anchor)) => {
            steps.push(Step::Pick(what, Tense::Same));
            Written::Date(Piece {
                first,
                end,
                steps,
                anchor,
                rule,
            })
        }
        None => Written::Date(Piece::free(first, end, what, rule)),
    }
}

/// A year's steps as a piece's.
pub(super) fn year_steps(year: YearOf) -> (Vec<Step>, Anchor) {
    match year {
        YearOf::Known(year) => (
            vec![Step::Value(Edtf::Date(Date::new(
                Year::Known(year),
                None,
                None,
            )))],
            Anchor::None,
        ),
        YearOf::Steps(steps, anchor) => (steps, anchor),
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn dates_in_words_are_read() {
        check(&[
            (
                "On 3 May 1998 they met.",
                "",
                "3 May 1998=1998-05-03",
                "day, month, year",
            ),
            (
                "On May 3rd, 1998 they met.",
                "",
                "May 3rd, 1998=1998-05-03",
                "month, day, year",
            ),
            (
                "On the twenty-first of June 1905.",
                "",
                "the twenty-first of June 1905=1905-06-21",
                "in words",
            ),
            (
                "On Friday, 3 May 2024.",
                "",
                "Friday, 3 May 2024=2024-05-03",
                "a weekday before",
            ),
            (
                "In May ’98 and Sept. 2001.",
                "",
                "May ’98=1998-05; Sept. 2001=2001-09",
                "short forms",
            ),
            (
                "On 3 May the fair opened.",
                "2024-06-01",
                "3 May=2024-05-03",
                "no year",
            ),
            (
                "In July they met.",
                "",
                "July=XXXX-07",
                "nothing else is known",
            ),
            (
                "In July they met.",
                "2025-10-01",
                "July=2025-07",
                "the July before",
            ),
            (
                "The letter is dated 3/16 May 1913.",
                "",
                "3/16 May 1913=1913-05-16",
                "Old Style and New Style",
            ),
            (
                "Octo\u{ad}ber 1998 and May 1998.",
                "",
                "Octo\u{ad}ber 1998=1998-10; May 1998=1998-05",
                "a soft hyphen",
            ),
            (
                "It closed on 31 February 1998.",
                "",
                "!31 February 1998",
                "no such day",
            ),
            (
                "It closed on 29 February 1900.",
                "",
                "!29 February 1900",
                "no leap year",
            ),
            ("On the 400th of May.", "", "", "no such day"),
            (
                "Am 17. Juni 1953, le 1er mai 1998, 5 июля 2021 года.",
                "",
                "17. Juni 1953=1953-06-17; 1er mai 1998=1998-05-01; 5 июля 2021 года=2021-07-05",
                "other languages",
            ),
            (
                "El 3 de mayo de 1998 y en julio de 1999.",
                "",
                "3 de mayo de 1998=1998-05-03; julio de 1999=1999-07",
                "with prepositions",
            ),
            (
                "W dniu 1 września 1939 r. i 29 Ekim 1923.",
                "",
                "1 września 1939 r=1939-09-01; 29 Ekim 1923=1923-10-29",
                "inflected",
            ),
        ]);
    }
}
