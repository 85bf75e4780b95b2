//! The order in which the grammars are asked, and how a passage is read from left to right.
//!
//! At each token that can begin a date the grammars are tried; the first that reads something wins, and reading
//! goes on behind it. Each grammar looks at a bounded number of tokens, so a passage is read in linear time.

use super::cjk;
use super::clock;
use super::decades;
use super::foreign;
use super::lexicon::{Class, Mark};
use super::lists;
use super::lone;
use super::names;
use super::numeric;
use super::others;
use super::parts;
use super::piece::{Anchor, Found, Meaning, Piece};
use super::ranges;
use super::relative;
use super::token::{Kind, Tokens};
use super::vague;
use super::written::{self, Written};
use super::year_first;
use super::years;
use dossier_time::edtf::Doubt;
use dossier_time::expr::{Step, Unit};

/// Everything in a passage that was read as a date or as something that only looks like one, in order.
pub(super) fn passage(tokens: &Tokens<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !can_begin(tokens, at) {
            at += 1;
            continue;
        }
        match read(tokens, at) {
            Some(it) if it.end > at => {
                at = it.end;
                let days = lists::behind(tokens, &it);
                match days.last() {
                    Some(last) => {
                        at = last.end;
                        found.extend(days);
                    }
                    None => found.push(it),
                }
            }
            _ => at += 1,
        }
    }
    found
}

/// A quick look that spares most tokens the grammars.
fn can_begin(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    match token.kind {
        Kind::Number(..) => true,
        Kind::Sign(sign) => matches!(sign, '\'' | '’' | '‘' | '~'),
        Kind::Word => {
            token.class != Class::None
                || tokens.has(at, Mark::Begins)
                || foreign::is_century(tokens, at)
                || (tokens.has(at, Mark::Leads) && is_promising(tokens, at))
                || is_before_year(tokens, at)
                || (token.span.len() == 3 && cjk::can_begin(tokens.word(at)))
        }
    }
}

/// Whether a word stands before a year, as months of other languages do ("mayo de 1998").
fn is_before_year(tokens: &Tokens<'_>, at: usize) -> bool {
    let behind = at + 1 + usize::from(matches!(tokens.word(at + 1), "de" | "del" | "di"));
    tokens.number(behind).is_some_and(|it| it.1 == 4)
}

/// Whether something that concerns dates stands near behind a word that only leads one in.
fn is_promising(tokens: &Tokens<'_>, at: usize) -> bool {
    /// Tokens that are looked at.
    const REACH: usize = 7;
    (at + 1..=at + REACH)
        .map_while(|at| tokens.get(at).map(|it| (at, it)))
        .any(|(at, it)| {
            it.class != Class::None
                || matches!(it.kind, Kind::Number(..))
                || matches!(tokens.word(at), "period" | "mayo")
        })
}

/// Reads whatever begins at a position.
fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if matches!(tokens.word(at), "each" | "every" | "per") {
        return others::repetition(tokens, at);
    }
    if let Some(found) = foreign::read(tokens, at).or_else(|| ranges::read(tokens, at)) {
        return Some(found);
    }
    if let Some(found) = numeric::read(tokens, at).or_else(|| cjk::read(tokens, at)) {
        return Some(timed(tokens, found));
    }
    match single(tokens, at) {
        Some(piece) => Some(ranges::behind(tokens, &piece).unwrap_or_else(|| at_piece(piece))),
        None => impossible(tokens, at).or_else(|| others::duration(tokens, at)),
    }
}

/// A found date out of a piece.
fn at_piece(piece: Piece) -> Found {
    Found {
        first: piece.first,
        end: piece.end,
        rule: piece.rule,
        meaning: Meaning::At(piece),
    }
}

fn impossible(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    match written::read(tokens, at)? {
        Written::Impossible(end) => Some(Found {
            first: at,
            end,
            meaning: Meaning::Impossible,
            rule: "day",
        }),
        Written::Date(_) => None,
    }
}

/// A single date that begins at a position: with what softens it before, and a time of day before or behind.
pub(super) fn single(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if let Some((clock, behind)) = clock::read(tokens, at) {
        let mut start = behind + usize::from(tokens.is_sign(behind, ','));
        start += usize::from(matches!(tokens.word(start), "on" | "of"));
        if let Some(mut piece) = softened(tokens, start) {
            piece.steps.push(Step::Clock(clock));
            return Some(piece.from(at));
        }
        let step = Step::Shift(Unit::Day, 0);
        let mut piece = Piece::step(at, behind, step, Anchor::Running, "time");
        piece.steps.push(Step::Clock(clock));
        return Some(piece);
    }
    if let Some((clock, behind)) = clock::digits(tokens, at)
        && tokens.is(behind, "on")
        && let Some(mut piece) =
            softened(tokens, behind + 1).filter(|it| matches!(it.rule, "day" | "iso"))
    {
        piece.steps.push(Step::Clock(clock));
        return Some(piece.from(at));
    }
    if let Some((clock, behind)) = clock::digits(tokens, at)
        && matches!(tokens.word_before(at), "at" | "by" | "around" | "until")
        && !tokens.is_dash(behind)
    {
        let mut piece = Piece::step(
            at,
            behind,
            Step::Shift(Unit::Day, 0),
            Anchor::Running,
            "time",
        );
        piece.steps.push(Step::Clock(clock));
        return Some(piece);
    }
    let mut piece = softened(tokens, at)?;
    let mut behind = piece.end + usize::from(tokens.is_sign(piece.end, ','));
    behind += usize::from(tokens.is(behind, "at"));
    let said = tokens.is(behind.wrapping_sub(1), "at");
    let time =
        clock::read(tokens, behind).or_else(|| clock::digits(tokens, behind).filter(|_| said));
    if let Some((clock, end)) = time
        && tokens.number(piece.end).is_none()
    {
        piece.steps.push(Step::Clock(clock));
        piece.end = end;
    } else if tokens.class(piece.end) == Class::DayPart && matches!(piece.rule, "weekday" | "day") {
        piece.end += 1;
    }
    Some(piece)
}

/// A date with "about", "early", "the end of", "possibly" and "?" around it.
fn softened(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let mut doubt = vague::doubt_before(tokens, at);
    let mut start = at;
    let said_to_the_month = vague::modifier(tokens, start)
        .is_some_and(|it| matches!(tokens.class(it), Class::Month(_) | Class::ShortMonth(_)));
    if let Some(piece) = relative::read(tokens, start).filter(|_| !said_to_the_month) {
        return Some(vague::doubted(piece, doubt).from(start));
    }
    if let Some(behind) = vague::approximation(tokens, start) {
        doubt.approximate = true;
        start = behind;
    }
    if let Some(piece) = vague::modifier(tokens, start)
        .and_then(|behind| {
            core(tokens, behind).or_else(|| relative::read(tokens, behind.checked_sub(1)?))
        })
        .filter(|it| {
            it.rule != "weekday"
                || matches!(tokens.word(start), "early" | "late" | "earlier" | "later")
        })
    {
        return Some(vague::doubted(piece, doubt).from(at));
    }
    let the = usize::from(tokens.is(start, "the"));
    let piece = match core(tokens, start) {
        Some(piece) => piece,
        None => core(tokens, start + the).filter(|it| the == 1 && it.rule != "weekday")?,
    };
    if doubt.approximate && matches!(piece.rule, "weekday" | "relative day") {
        return None;
    }
    if vague::question_behind(tokens, piece.end) {
        doubt = doubt.and(Doubt {
            approximate: false,
            uncertain: true,
        });
    }
    Some(vague::doubted(piece, doubt).from(at))
}

/// A date without anything around it.
fn core(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if let Some(found) = numeric::read(tokens, at) {
        return match found.meaning {
            Meaning::At(piece) => Some(piece),
            _ => None,
        };
    }
    names::read(tokens, at)
        .or_else(|| match written::read(tokens, at)? {
            Written::Date(piece) => Some(piece),
            Written::Impossible(_) => None,
        })
        .or_else(|| decades::dashed(tokens, at))
        .or_else(|| decades::decade(tokens, at))
        .or_else(|| decades::spelled_decade(tokens, at))
        .or_else(|| decades::century(tokens, at))
        .or_else(|| parts::part_of_year(tokens, at))
        .or_else(|| parts::season(tokens, at))
        .or_else(|| years::fiscal(tokens, at))
        .or_else(|| relative::read(tokens, at))
        .or_else(|| lone::lone_day(tokens, at))
        .or_else(|| lone::lone_weekday(tokens, at))
        .or_else(|| year_first::year_first(tokens, at))
        .or_else(|| years::read(tokens, at))
}

/// A date that another one is counted from: one that is named, and is not counted itself.
pub(super) fn named(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if let Some(found) = numeric::read(tokens, at) {
        return match found.meaning {
            Meaning::At(piece) => Some(piece),
            _ => None,
        };
    }
    names::read(tokens, at)
        .or_else(|| match written::read(tokens, at)? {
            Written::Date(piece) => Some(piece),
            Written::Impossible(_) => None,
        })
        .or_else(|| lone::lone_weekday(tokens, at))
        .or_else(|| relative::simple(tokens, at))
        .or_else(|| years::read(tokens, at))
}

/// A numeric date with a time of day behind it.
fn timed(tokens: &Tokens<'_>, mut found: Found) -> Found {
    let Meaning::At(piece) = &mut found.meaning else {
        return found;
    };
    let has_clock = piece
        .known()
        .is_some_and(|it| it.clock.is_some() || it.day.is_none());
    let mut behind = piece.end + usize::from(tokens.is_sign(piece.end, ','));
    behind += usize::from(tokens.is(behind, "at"));
    if let Some((clock, end)) = clock::read(tokens, behind)
        && !has_clock
    {
        piece.steps.push(Step::Clock(clock));
        piece.end = end;
        found.end = end;
    }
    found
}
