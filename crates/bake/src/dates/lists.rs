//! Days in a list that share their month: "3, 5 and 6 May 1945", "April 24 and 25, 1945".

use super::grammar;
use super::piece::{Found, Meaning, Piece};
use super::ranges::{bare_number, complete_bare};
use super::token::Tokens;
use super::years;

/// Days that a list may have.
const MOST: usize = 8;

/// "5" in "5 and 6 May 1945", "3" in "3, 5 and 6 May 1945": a day of its own. Only where "and" joins no range.
pub(super) fn listed(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> Option<Found> {
    let bare = bare_number(tokens, at, 2).filter(|it| it.end == at + 1)?;
    let mut last = at;
    let mut before = bare.value;
    for _ in 0..MOST {
        let is_and = matches!(
            tokens.word(last + 1),
            "and" | "or" | "и" | "und" | "et" | "y" | "e" | "en" | "i" | "ve"
        );
        if (is_and && words.contains(&"and")) || !(is_and || tokens.is_sign(last + 1, ',')) {
            return None;
        }
        last += 2;
        let next = tokens
            .number(last)
            .filter(|it| it.1 <= 2 && i64::from(it.0) > before)?;
        before = i64::from(next.0);
        if is_and {
            let piece = complete_bare(&bare, &grammar::single(tokens, last)?, at)?;
            return Some(day(at, bare.end, piece));
        }
    }
    None
}

/// The days in "April 24 and 25", "April 24, 25 and 27, 1945": the first one, which was just read, again and with
/// the year behind the list, and the others. Empty when there is no list.
pub(super) fn behind(tokens: &Tokens<'_>, found: &Found) -> Vec<Found> {
    let Meaning::At(first) = &found.meaning else {
        return Vec::new();
    };
    let is_day = first.rule == "day"
        && tokens
            .number(found.end.wrapping_sub(1))
            .is_some_and(|it| it.1 <= 2);
    if !is_day {
        return Vec::new();
    }
    list(tokens, found, first).unwrap_or_default()
}

fn list(tokens: &Tokens<'_>, found: &Found, first: &Piece) -> Option<Vec<Found>> {
    let mut numbers = Vec::new();
    let mut at = found.end;
    for _ in 0..MOST {
        let comma = usize::from(tokens.is_sign(at, ','));
        let is_and = matches!(tokens.word(at + comma), "and" | "or");
        if comma == 0 && !is_and {
            return None;
        }
        at += comma + usize::from(is_and);
        numbers.push((at, bare_number(tokens, at, 2)?));
        at += 1;
        if is_and {
            break;
        }
    }
    let (year, end) = years::behind_month(tokens, at);
    let what = first.what();
    let year = match (year, what) {
        (Some(super::written::YearOf::Known(year)), Some(_)) => Some(year),
        _ => None,
    };
    if year.is_none() && !ends(tokens, at) {
        return None;
    }
    let first = match (what, year) {
        (Some(what), Some(year)) => Piece::date(
            first.first,
            first.end,
            super::piece::in_year(what, year)?,
            "day",
        ),
        _ => first.clone(),
    };
    let mut days = Vec::with_capacity(numbers.len() + 1);
    for (at, bare) in &numbers {
        days.push(day(*at, bare.end, complete_bare(bare, &first, *at)?));
    }
    if let (Some(last), Some(_)) = (days.last_mut(), year) {
        last.end = end;
    }
    days.insert(0, day(found.first, found.end, first));
    Some(days)
}

/// Whether a list of days can end before a position: what follows is not counted by its last number.
fn ends(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_sign = tokens
        .sign(at)
        .is_some_and(|it| matches!(it, '.' | ',' | ';' | ')'))
        && !tokens.is_glued(at + 1);
    is_sign
        || tokens.get(at).is_none()
        || matches!(
            tokens.word(at),
            "in" | "at"
                | "when"
                | "by"
                | "for"
                | "to"
                | "were"
                | "the"
                | "with"
                | "after"
                | "as"
                | "on"
        )
}

fn day(first: usize, end: usize, piece: Piece) -> Found {
    Found {
        first,
        end,
        rule: "day",
        meaning: Meaning::At(piece),
    }
}
