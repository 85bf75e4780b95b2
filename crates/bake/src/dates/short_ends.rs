//! Ranges whose second end is a bare number: "1914–18", "May 3–7, 1998".

use dossier_time::edtf::Date;
use dossier_time::expr::What;

use super::piece::{Found, Meaning, Piece, in_year};
use super::ranges::Bare;
use super::token::{Kind, Tokens};
use super::traps;
use super::years;

/// "1914–18", "1931/34", "1914 to 1918" and the like.
pub(super) fn short_year(
    tokens: &Tokens<'_>,
    at: usize,
    bare: Option<&Bare>,
    joint: usize,
) -> Option<Found> {
    let bare = bare.filter(|it| it.n_digits == 4 && (1000..2200).contains(&it.value))?;
    let (value, n_digits) = tokens.number(joint)?;
    let glued = tokens.is_glued(joint);
    let mut last = i64::from(value);
    let is_word = matches!(tokens.kind_before(joint), Some(Kind::Word));
    match n_digits {
        2 if glued => last += bare.value - bare.value.rem_euclid(100),
        4 => {}
        _ => return None,
    }
    let end = joint + 1;
    let goes_on = tokens.is_glued(end)
        && (tokens.number(end).is_some()
            || (matches!(tokens.sign(end), Some('-' | '–' | '.' | ',' | '/' | ':'))
                && tokens.is_glued(end + 1)
                && tokens.number(end + 1).is_some())
            || matches!(tokens.sign(end), Some('%')));
    let is_text = tokens.word(end).len() > 1 && tokens.is_glued(end);
    // "555–1987" and "1000–1500 men" are no years.
    let counted =
        traps::is_counted(tokens, end) || (is_word && !traps::is_year(tokens, joint, end));
    if last <= bare.value
        || last > bare.value + 400
        || goes_on
        || is_text
        || counted
        || last >= 2200
        || years::era(tokens, end).is_some()
    {
        return None;
    }
    let from = Piece::date(at, bare.end, Date::year(bare.value), "year");
    let to = Piece::date(joint, end, Date::year(last), "year");
    Some(Found {
        first: at,
        end,
        meaning: Meaning::Between(Some(from), Some(to)),
        rule: "range",
    })
}

/// "May 3–7", "May 3 to 7, 1998".
pub(super) fn day_behind_month(
    tokens: &Tokens<'_>,
    piece: Option<&Piece>,
    joint: usize,
) -> Option<Found> {
    let piece = piece?;
    let What::MonthDay { month, day, .. } = piece.what()? else {
        return None;
    };
    let (value, 1..=2) = tokens.number(joint)? else {
        return None;
    };
    let last = u8::try_from(value)
        .ok()
        .filter(|it| (day + 1..=31).contains(it))?;
    let ordinal =
        tokens.is_glued(joint + 1) && matches!(tokens.word(joint + 1), "st" | "nd" | "rd" | "th");
    let end = joint + 1 + usize::from(ordinal);
    let (year, behind) = years::behind_month(tokens, end);
    if super::written::month(tokens, end, tokens.class(end)).is_some() {
        return None;
    }
    let what = What::MonthDay {
        month,
        day: last,
        weekday: None,
    };
    let (from, to) = match year {
        Some(super::written::YearOf::Known(year)) => (
            Piece::date(piece.first, piece.end, in_year(piece.what()?, year)?, "day"),
            Piece::date(joint, behind, in_year(what, year)?, "day"),
        ),
        _ => (piece.clone(), Piece::free(joint, end, what, "day")),
    };
    let end = to.end;
    Some(Found {
        first: piece.first,
        end,
        meaning: Meaning::Between(Some(from), Some(to)),
        rule: "range",
    })
}
