//! Years: "1998", "’98", "480 BC", "nineteen ninety-six", and the year behind a month.

use dossier_time::edtf::{Date, Edtf};
use dossier_time::expr::{Step, Unit};

use super::lexicon::{Class, Mark};
use super::piece::{Anchor, Piece};
use super::token::{Kind, Tokens};
use super::traps;
use super::written::YearOf;

/// The year behind a month or day ("May 1998", "May 3, 1998", "May of that year"), and the position behind it;
/// the same position when there is none.
pub(super) fn behind_month(tokens: &Tokens<'_>, at: usize) -> (Option<YearOf>, usize) {
    let comma = usize::from(tokens.is_sign(at, ','));
    let of = usize::from(matches!(tokens.word(at), "of" | "de" | "del" | "in") && comma == 0);
    let mut start = at + comma + of;
    if of == 1
        && let Some(behind) = tokens.phrase(start, "the year")
        && tokens.number(behind).is_some()
    {
        start = behind;
    }
    if let Some((year, end)) = number(tokens, start) {
        // "In May, 2000 people came"; "May 2000 people" is not written, and "May 3, 1998 stands" counts nothing.
        let is_amount = comma == 1
            && if tokens.number(at.wrapping_sub(1)).is_some() {
                tokens.has(end, Mark::Counted)
            } else {
                traps::is_counted(tokens, end)
            };
        if !is_amount {
            return (Some(YearOf::Known(year)), end);
        }
    }
    if comma == 0
        && let Some((year, end)) = apostrophe(tokens, start).or_else(|| spelled(tokens, start))
    {
        return (Some(YearOf::Known(year)), end);
    }
    match relative(tokens, start, of == 1) {
        Some((steps, anchor, end)) => (Some(YearOf::Steps(steps, anchor)), end),
        None => (None, at),
    }
}

/// "last year", "of the same year".
fn relative(tokens: &Tokens<'_>, at: usize, with_of: bool) -> Option<(Vec<Step>, Anchor, usize)> {
    let mut at = at;
    let the = tokens.is(at, "the");
    at += usize::from(the);
    if the && tokens.is(at, "year") && with_of {
        // "July of the year before" is left to the next word.
        return None;
    }
    let word = tokens.word(at);
    let same = usize::from(word == "that" && tokens.is(at + 1, "same"));
    let behind = at + same + 1;
    if !tokens.is(behind, "year") {
        return None;
    }
    let (by, anchor) = match word {
        "last" if !the => (-1, Anchor::Published),
        "this" => (0, Anchor::Published),
        "next" if !the => (1, Anchor::Published),
        "current" if the => (0, Anchor::Published),
        "that" | "same" => (0, Anchor::Running),
        "previous" | "preceding" => (-1, Anchor::Running),
        "following" | "next" => (1, Anchor::Running),
        _ => return None,
    };
    let end = behind + 1;
    Some((vec![Step::Shift(Unit::Year, by)], anchor, end))
}

/// A year of four digits or with its era; the position behind it.
fn number(tokens: &Tokens<'_>, at: usize) -> Option<(i64, usize)> {
    // "AD 68"
    if let Some((false, behind)) = era(tokens, at)
        && let Some((value, 1..=4)) = tokens.number(behind)
    {
        return Some((i64::from(value), behind + 1));
    }
    let (value, n_digits) = tokens.number(at)?;
    if let Some((before, end)) = era(tokens, at + 1) {
        let year = i64::from(value);
        let fits = n_digits <= 5 && value > 0;
        return fits.then_some((if before { 1 - year } else { year }, end));
    }
    let goes_on = tokens.is_glued(at + 1)
        && match tokens.get(at + 1).map(|it| it.kind) {
            Some(Kind::Word) => !matches!(tokens.word(at + 1), "年" | "년" | "г" | "р"),
            Some(Kind::Sign('.' | ',' | ':')) => {
                tokens.is_glued(at + 2) && tokens.number(at + 2).is_some()
            }
            Some(Kind::Sign('%' | '°')) => true,
            _ => false,
        };
    let mut end = at + 1;
    if matches!(tokens.class(end), Class::Unit(Unit::Year)) && !tokens.is(end, "year") {
        end += 1;
    }
    let is_early =
        n_digits == 3 && tokens.is(at.wrapping_sub(1), "year") && !traps::is_counted(tokens, end);
    (((1000..2200).contains(&value) && n_digits == 4 || is_early) && !goes_on)
        .then_some((i64::from(value), end))
}

/// "BC", "B.C.E.", "AD": whether the years count backwards, and the position behind.
pub(super) fn era(tokens: &Tokens<'_>, at: usize) -> Option<(bool, usize)> {
    match tokens.written(at, at + 1) {
        "BC" | "BCE" => return Some((true, at + 1)),
        "AD" | "CE" => return Some((false, at + 1)),
        _ => {}
    }
    let dotted = tokens.written(at, at + 4);
    let before = match dotted {
        "B.C." => true,
        "A.D." | "C.E." => false,
        _ => return None,
    };
    let is_long = before && tokens.written(at, at + 6) == "B.C.E.";
    Some((before, at + if is_long { 6 } else { 4 }))
}

/// "’98".
pub(super) fn apostrophe(tokens: &Tokens<'_>, at: usize) -> Option<(i64, usize)> {
    if !matches!(tokens.sign(at), Some('\'' | '’' | '‘')) || !tokens.is_glued(at + 1) {
        return None;
    }
    let (value, 2) = tokens.number(at + 1)? else {
        return None;
    };
    let goes_on = tokens.is_glued(at + 2)
        && !matches!(tokens.sign(at + 2), Some('.' | ',' | ';' | ')' | '?' | '!'));
    let year = i64::from(value) + if value >= 30 { 1900 } else { 2000 };
    (!goes_on).then_some((year, at + 2))
}

/// "nineteen ninety-six", "nineteen hundred".
pub(super) fn spelled(tokens: &Tokens<'_>, at: usize) -> Option<(i64, usize)> {
    let Class::Count(century @ 15..=20) = tokens.class(at) else {
        return None;
    };
    if tokens.is(at + 1, "hundred") {
        let end = at + 2;
        return (!matches!(tokens.class(end), Class::Units(_)) && !tokens.is(end, "and"))
            .then_some((i64::from(century) * 100, end))
            .filter(|_| {
                matches!(
                    tokens.word_before(at),
                    "in" | "since" | "of" | "by" | "until"
                )
            });
    }
    let at = at + 1 + usize::from(tokens.is_dash(at + 1));
    let Class::Count(rest @ 10..=99) = tokens.class(at) else {
        return None;
    };
    let (mut rest, mut end) = (rest, at + 1);
    let dash = usize::from(tokens.is_dash(end));
    if rest >= 20
        && rest % 10 == 0
        && let Class::Count(ones @ 1..=9) = tokens.class(end + dash)
    {
        (rest, end) = (rest + ones, end + dash + 1);
    }
    Some((i64::from(century) * 100 + i64::from(rest), end))
}

/// A year by itself that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let piece = |year, end| Piece::date(at, end, Date::year(year), "year");
    if let Some((year, end)) = spelled(tokens, at) {
        return Some(piece(year, end));
    }
    if let Some((year, end)) = apostrophe(tokens, at) {
        let is_said = matches!(
            tokens.word_before(at),
            "in" | "since"
                | "of"
                | "until"
                | "by"
                | "from"
                | "summer"
                | "winter"
                | "spring"
                | "fall"
                | "autumn"
                | "early"
                | "late"
                | "mid"
        );
        return is_said.then(|| piece(year, end));
    }
    if era(tokens, at).is_some() {
        let (year, end) = number(tokens, at)?;
        return Some(piece(year, end));
    }
    if tokens.number(at)?.1 > 5 || traps::is_glued_to_word(tokens, at) {
        return None;
    }
    let (year, end) = number(tokens, at)?;
    (year <= 0 || end > at + 1 || traps::is_year(tokens, at, end)).then(|| piece(year, end))
}

/// "fiscal 1998", "fiscal year 2023", "FY2023", "FY 2023-24".
pub(super) fn fiscal(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let mut start = at;
    if matches!(tokens.word(at), "fiscal" | "financial") {
        if tokens.is(at, "financial") && !tokens.is(at + 1, "year") {
            return None;
        }
        start += 1 + usize::from(tokens.is(at + 1, "year"));
    } else if tokens.is(at, "fy") {
        start += 1;
    } else {
        return None;
    }
    let (value, n_digits) = tokens.number(start)?;
    let year = match n_digits {
        4 if (1800..2200).contains(&value) => i64::from(value),
        2 if tokens.is(at, "fy") => i64::from(value) + if value >= 50 { 1900 } else { 2000 },
        _ => return None,
    };
    let mut end = start + 1;
    if (tokens.is_dash(end) || tokens.is_sign(end, '/')) && tokens.is_glued(end) {
        let (second, 2 | 4) = tokens.number(end + 1)? else {
            return None;
        };
        let last = year - year.rem_euclid(100) + i64::from(second % 100);
        end += 2;
        let ends = [year, last].map(|it| dossier_time::End::Date(Date::year(it)));
        let [from, to] = ends;
        return Some(Piece::value(
            at,
            end,
            Edtf::Interval(from, to),
            "fiscal year",
        ));
    }
    Some(Piece::date(at, end, Date::year(year), "fiscal year"))
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn years_are_told_from_other_numbers() {
        check(&[
            ("In 1912 it burned.", "", "1912=1912", "plain"),
            (
                "The harbour of 146 BC and AD 68.",
                "",
                "146 BC=-0145; AD 68=0068",
                "eras",
            ),
            (
                "It was nineteen ninety-six.",
                "",
                "nineteen ninety-six=1996",
                "in words",
            ),
            (
                "In fiscal 1998 and FY2023.",
                "",
                "fiscal 1998=1998; FY2023=2023",
                "fiscal years",
            ),
            (
                "In his unsuccessful 1996 campaign he spoke.",
                "",
                "1996=1996",
                "before a noun",
            ),
            (
                "Flight 1987 left gate 2012 in 2000 steps.",
                "",
                "",
                "names and counts",
            ),
            ("He sold 2010 units of model 1998.", "", "", "counts"),
            ("It cost $1999, or 1,945 euros.", "", "", "prices"),
            ("The 1500 m race had 2000 runners.", "", "", "measures"),
        ]);
    }
}
