//! Dates as other languages say them: "gestern", "в прошлом году", "il y a deux semaines", "Anfang 1998", "XIX secolo".
//!
//! One grammar for all of them; what their words mean is data ([`Role`]). Months, weekdays, full dates and ranges are
//! read by the grammars that all languages share.

use dossier_time::edtf::{Date, Doubt};
use dossier_time::expr::{Step, Tense, Unit, What};

use super::counts;
use super::grammar;
use super::lexicon::{Class, Role};
use super::piece::{Anchor, Found, Meaning, Piece, counted_to};
use super::token::Tokens;
use super::traps;
use super::vague;
use super::written;

/// Reads a range or a single date that begins with a word of its language.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    between(tokens, at)
        .or_else(|| open(tokens, at))
        .or_else(|| {
            let piece = single(tokens, at)?;
            Some(Found {
                first: piece.first,
                end: piece.end,
                rule: piece.rule,
                meaning: Meaning::At(piece),
            })
        })
}

/// Reads a single date that begins with a word of its language.
pub(super) fn single(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    day(tokens, at)
        .or_else(|| softened(tokens, at))
        .or_else(|| pointed(tokens, at))
        .or_else(|| counted(tokens, at))
        .or_else(|| century(tokens, at))
        .or_else(|| decade(tokens, at))
        .or_else(|| before_christ(tokens, at))
        .or_else(|| weekday(tokens, at))
}

/// A date behind words that may stand between.
fn date(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let at = fillers(tokens, at);
    single(tokens, at).or_else(|| grammar::single(tokens, at))
}

/// The position behind words like "im" or "de la".
fn fillers(tokens: &Tokens<'_>, at: usize) -> usize {
    /// Fillers that are passed.
    const MOST: usize = 3;
    (0..MOST).fold(at, |at, _| tokens.role(at, Role::Filler).unwrap_or(at))
}

/// "zwischen März und Juni 1943", "entre 1914 et 1918".
fn between(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let start = fillers(tokens, tokens.role(at, Role::Between)?);
    // What leaves out its month or year is understood from the second date.
    let (from, behind) = match tokens.number(start) {
        Some((_, 1..=2)) => (None, start + 1),
        _ => {
            let piece = date(tokens, start)?;
            let end = piece.end;
            (Some(piece), end)
        }
    };
    let joint = tokens.role(behind, Role::And)?;
    let to = date(tokens, joint)?;
    let from = match from {
        None => {
            let bare = super::ranges::bare_number(tokens, start, 2)?;
            super::ranges::complete_bare(&bare, &to, start)?
        }
        Some(from) => super::ranges::complete(from, to.clone())?.0,
    };
    Some(Found {
        first: from.first,
        end: to.end,
        meaning: Meaning::Between(Some(from), Some(to)),
        rule: "range",
    })
}

/// "seit 2019", "до мая 1945", "avant 1900".
fn open(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let wanted = |role| match role {
        Role::Since => Some((true, false)),
        Role::After => Some((true, true)),
        Role::Until => Some((false, false)),
        Role::Before => Some((false, true)),
        _ => None,
    };
    let ((is_from, is_loose), behind) = tokens.role_where(at, wanted)?;
    // "vor zwei Wochen" is no range.
    if ago(tokens, at).is_some() {
        return None;
    }
    let start = fillers(tokens, behind);
    // "с 3 по 7 мая" has two ends.
    if super::ranges::closed(tokens, start, super::ranges::JOINTS).is_some() {
        return None;
    }
    let piece = date(tokens, start)?;
    if is_loose && piece.anchor == Anchor::Running || piece.rule == "time" {
        return None;
    }
    let end = piece.end;
    let (meaning, rule) = if is_from {
        (Meaning::Between(Some(piece), None), "since")
    } else {
        (Meaning::Between(None, Some(piece)), "until")
    };
    Some(Found {
        first: at,
        end,
        meaning,
        rule,
    })
}

/// "gestern", "позавчера", "la veille".
fn day(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let wanted = |role| match role {
        Role::Day(by) => Some((by, Anchor::Published)),
        Role::Running(by) => Some((by, Anchor::Running)),
        _ => None,
    };
    let ((by, anchor), end) = tokens.role_where(at, wanted)?;
    // "am Morgen", "der Morgen" is a part of the day.
    if tokens.is_capital(at) && at > 0 && tokens.word(at).is_ascii() && tokens.is(at, "morgen") {
        return None;
    }
    let step = Step::Shift(Unit::Day, i32::from(by));
    Some(Piece::step(at, end, step, anchor, "relative day"))
}

/// "Anfang 1998", "etwa 1850", "vielleicht 1912".
fn softened(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let wanted = |role| match role {
        Role::Part => Some(Doubt::default()),
        Role::About => Some(Doubt {
            approximate: true,
            uncertain: false,
        }),
        Role::Perhaps => Some(Doubt {
            approximate: false,
            uncertain: true,
        }),
        _ => None,
    };
    let (doubt, behind) = tokens.role_where(at, wanted)?;
    let start = fillers(tokens, behind);
    // Doubts are said only of what is no plain number of things.
    if doubt.approximate
        && tokens.number(start).is_some_and(|it| it.1 != 4)
        && written::read(tokens, start).is_none()
    {
        return None;
    }
    let piece = date(tokens, start).or_else(|| year_behind(tokens, start))?;
    (piece.rule != "weekday").then(|| vague::doubted(piece, doubt).from(at))
}

/// A number of four digits behind a word that lets it be a year.
fn year_behind(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (value, 4) = tokens.number(at)? else {
        return None;
    };
    let fits = (1100..2100).contains(&value)
        && !traps::is_counted(tokens, at + 1)
        && !tokens.is_glued(at + 2);
    fits.then(|| Piece::date(at, at + 1, Date::year(i64::from(value)), "year"))
}

/// "letzte Woche", "в прошлом году", "la semana pasada", "lundi dernier", "am folgenden Tag".
fn pointed(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let pointer = |at| {
        tokens.role_where(at, |role| match role {
            Role::Pointed(by) => Some((by, Anchor::Published)),
            Role::Followed(by) => Some((by, Anchor::Running)),
            _ => None,
        })
    };
    let ((by, anchor), what_at, end) = if let Some((found, behind)) = pointer(at) {
        (found, behind, None)
    } else {
        let behind = thing_end(tokens, at)?;
        let (found, end) = pointer(behind)?;
        (found, at, Some(end))
    };
    let by = i32::from(by);
    let end = match end {
        Some(end) => end,
        None => thing_end(tokens, what_at)?,
    };
    let tense = match by {
        ..0 => Tense::StrictPast,
        0 => Tense::Same,
        1.. => Tense::StrictFuture,
    };
    let pick = |what, rule| Some(Piece::step(at, end, Step::Pick(what, tense), anchor, rule));
    match tokens.class(what_at) {
        Class::Unit(unit) | Class::Units(unit) => {
            // "am nächsten Tag" counts from the day told last, and "an diesem Tag" is it.
            let anchor = if unit == Unit::Day {
                Anchor::Running
            } else {
                anchor
            };
            Some(Piece::step(
                at,
                end,
                Step::Shift(unit, by),
                anchor,
                "relative",
            ))
        }
        Class::Weekday(day) => pick(What::Weekday(day), "weekday"),
        Class::Month(month) => pick(What::Month(month), "month"),
        Class::Season(code) => pick(What::Part(code), "season"),
        _ => {
            let (day, _) = weekday_of(tokens, what_at)?;
            pick(What::Weekday(day), "weekday")
        }
    }
}

/// The position behind a unit, weekday, month or season.
fn thing_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    match tokens.class(at) {
        Class::Unit(_)
        | Class::Units(_)
        | Class::Weekday(_)
        | Class::Month(_)
        | Class::Season(_) => Some(at + 1),
        _ => weekday_of(tokens, at).map(|it| it.1),
    }
}

fn weekday_of(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    tokens.role_where(at, |role| match role {
        Role::Weekday(day) => Some(day),
        _ => None,
    })
}

/// "segunda-feira".
fn weekday(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (day, end) = weekday_of(tokens, at)?;
    Some(Piece::free(at, end, What::Weekday(day), "weekday"))
}

/// "vor zwei Wochen", "две недели назад", "zwei Jahre später".
fn counted(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if let Some(piece) = ago(tokens, at) {
        return Some(piece);
    }
    if let Some(behind) = tokens.role(at, Role::Ahead) {
        let (by, unit, end) = length(tokens, behind)?;
        // "in zwei Jahren" is no date where it is said how long something took.
        return Some(step(at, end, (by, unit), Anchor::Published, "ahead"));
    }
    let (by, unit, behind) = length(tokens, at)?;
    let wanted = |role| match role {
        Role::Ago => Some((-1, Anchor::Published)),
        Role::Later => Some((1, Anchor::Running)),
        Role::Earlier => Some((-1, Anchor::Running)),
        _ => None,
    };
    let ((sign, anchor), end) = tokens.role_where(behind, wanted)?;
    Some(step(at, end, (sign * by, unit), anchor, "relative"))
}

fn ago(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let behind = tokens.role(at, Role::Ago)?;
    let (by, unit, end) = length(tokens, behind)?;
    Some(step(at, end, (-by, unit), Anchor::Published, "relative"))
}

/// A count and a unit; the unit alone is one of it ("через неделю").
fn length(tokens: &Tokens<'_>, at: usize) -> Option<(i32, Unit, usize)> {
    let (by, unit_at) = counts::count(tokens, at).unwrap_or((1, at));
    match tokens.class(unit_at) {
        Class::Unit(unit) | Class::Units(unit) => Some((by, unit, unit_at + 1)),
        _ => None,
    }
}

fn step(
    first: usize,
    end: usize,
    (by, unit): (i32, Unit),
    anchor: Anchor,
    rule: &'static str,
) -> Piece {
    let step = Step::Offset {
        by,
        unit,
        to: counted_to(unit, by.abs() == 1),
    };
    Piece::step(first, end, step, anchor, rule)
}

/// `19. Jahrhundert`, `XIXe siècle`, `siglo XIX`, `XX век`.
fn century(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let numbered = |at: usize| {
        let number = match tokens.number(at) {
            Some((number, 1..=2)) => i64::from(number),
            _ => roman(tokens.written(at, at + 1))?,
        };
        (1..=21).contains(&number).then_some(number)
    };
    let (number, end) = match tokens.role(at, Role::Century) {
        Some(behind) => (numbered(behind)?, behind + 1),
        None => {
            let number = numbered(at)?;
            // "19.", "19e", "XIX-го"
            let ordinal = (at + 1..at + 4).find_map(|at| tokens.role(at, Role::Century));
            (number, ordinal?)
        }
    };
    let before = tokens.role(end, Role::BeforeChrist);
    let century = if before.is_some() {
        1 - number
    } else {
        number - 1
    };
    // The first century before Christ has no digit left to stand before the unknown ones.
    let date = if before.is_some() && number == 1 {
        Date::year(-99)
    } else {
        Date::century(century)
    };
    Some(Piece::date(at, before.unwrap_or(end), date, "century"))
}

/// Whether a Roman number stands before a word for "century".
pub(super) fn is_century(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_capital(at)
        && tokens.role(at + 1, Role::Century).is_some()
        && roman(tokens.written(at, at + 1)).is_some()
}

/// A Roman number below forty, with a small ending (`XIXe`) or none.
fn roman(text: &str) -> Option<i64> {
    let capitals = text.trim_end_matches(|it: char| it.is_lowercase());
    if capitals.is_empty() || capitals.len() > 6 {
        return None;
    }
    let values: Option<Vec<i64>> = capitals
        .chars()
        .map(|it| match it {
            // Cyrillic letters look the same.
            'I' | 'І' => Some(1),
            'V' => Some(5),
            'X' | 'Х' => Some(10),
            _ => None,
        })
        .collect();
    let values = values?;
    let next = values.iter().skip(1).chain([&0]);
    Some(
        values
            .iter()
            .zip(next)
            .map(|(it, next)| if it < next { -it } else { *it })
            .sum(),
    )
}

/// "années 1980", "1980er Jahre", "1980-е годы", "años 80".
fn decade(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let decade = |at: usize| {
        let value = match tokens.number(at)? {
            (value, 4) if (1000..2100).contains(&value) => value,
            (value, 2) => 1900 + value,
            _ => return None,
        };
        (value % 10 == 0).then(|| Date::decade(i64::from(value) / 10))
    };
    if let Some(number_at) = tokens.role(at, Role::DecadeBefore) {
        let date = decade(number_at)?;
        // "lata 80."
        let end = number_at + 1;
        return Some(Piece::date(at, end, date, "decade"));
    }
    let date = decade(at)?;
    let end = tokens.role(at + 1, Role::DecadeAfter)?;
    let is_year = matches!(
        tokens.class(end),
        Class::Unit(Unit::Year) | Class::Units(Unit::Year)
    );
    Some(Piece::date(at, end + usize::from(is_year), date, "decade"))
}

/// "323 v. Chr.", "323 год до н. э.".
fn before_christ(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (value, 1..=4) = tokens.number(at)? else {
        return None;
    };
    let is_year = matches!(
        tokens.class(at + 1),
        Class::Unit(Unit::Year) | Class::Units(Unit::Year)
    );
    let end = tokens.role(at + 1 + usize::from(is_year), Role::BeforeChrist)?;
    let year = 1 - i64::from(value);
    (value > 0 && !traps::is_glued_to_word(tokens, at))
        .then(|| Piece::date(at, end, Date::year(year), "year"))
}
