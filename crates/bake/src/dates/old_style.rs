//! Old Style and dual dates: "3/16 May 1913", "25 October (7 November) 1917", "5 March 1711 (O.S.)", "11 February
//! 1731/2".

use dossier_time::End;
use dossier_time::edtf::{Date, Edtf};
use dossier_time::expr::What;

use super::piece::{Piece, in_year};
use super::token::Tokens;
use super::written::{Written, YearOf, day, month};
use super::years;

/// "O.S.", "(Old Style)" behind a date: the position behind it.
pub(super) fn old_style(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let open = usize::from(opens(tokens, at));
    let (is_old, end) = mark(tokens, at + open)?;
    is_old.then_some(end + usize::from(open == 1 && closes(tokens, end)))
}

/// "O.S.", "Old Style", "N.S.", "New Style": whether it is the old one, and the position behind.
fn mark(tokens: &Tokens<'_>, at: usize) -> Option<(bool, usize)> {
    match tokens.written(at, at + 4) {
        "O.S." | "O. S." => return Some((true, at + 4)),
        "N.S." | "N. S." => return Some((false, at + 4)),
        _ => {}
    }
    match tokens.written(at, at + 1) {
        "OS" => return Some((true, at + 1)),
        "NS" => return Some((false, at + 1)),
        _ => {}
    }
    let old = tokens.phrase(at, "old style").map(|end| (true, end));
    old.or_else(|| tokens.phrase(at, "new style").map(|end| (false, end)))
}

fn opens(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.sign(at), Some('(' | '['))
}

fn closes(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.sign(at), Some(')' | ']'))
}

/// Day, month and, where it is written, year.
struct Day {
    month: u8,
    day: u8,
    year: Option<i64>,
    end: usize,
}

impl Day {
    fn read(tokens: &Tokens<'_>, at: usize) -> Option<Self> {
        let (month, day, behind) = if let Some((day, behind)) = day(tokens, at) {
            let (month, end) = month(tokens, behind, tokens.class_in_any_language(behind))?;
            (month, day, end)
        } else {
            let (month, behind) = month(tokens, at, tokens.class(at))?;
            let (day, end) = day(tokens, behind)?;
            (month, day, end)
        };
        let (year, end) = known_year(tokens, behind);
        Some(Self {
            month,
            day,
            year,
            end,
        })
    }

    fn dated(&self, year: i64) -> Option<Date> {
        let what = What::MonthDay {
            month: self.month,
            day: self.day,
            weekday: None,
        };
        in_year(what, year)
    }
}

fn known_year(tokens: &Tokens<'_>, at: usize) -> (Option<i64>, usize) {
    match years::behind_month(tokens, at) {
        (Some(YearOf::Known(year)), end) => (Some(year), end),
        _ => (None, at),
    }
}

/// "25 October (7 November) 1917", "20 July/2 August 1914", "7 November 1917 (25 October O.S.)": of the two, the
/// Gregorian day is the one that is not said to be Old Style, or the later one.
pub(super) fn dual_months(tokens: &Tokens<'_>, at: usize, first: usize) -> Option<Written> {
    let one = Day::read(tokens, at)?;
    let is_bracket = opens(tokens, one.end);
    let is_slash = tokens.is_sign(one.end, '/') && tokens.is_glued(one.end);
    if !is_bracket && !is_slash {
        return None;
    }
    let mut start = one.end + 1;
    let mut style = mark(tokens, start);
    start = style.map_or(start, |it| it.1);
    let other = Day::read(tokens, start)?;
    let mut end = other.end;
    if let Some(found) = mark(tokens, end).filter(|_| is_bracket) {
        (style, end) = (Some(found), found.1);
    }
    let mut last_year = None;
    if is_bracket {
        end += usize::from(closes(tokens, end));
        (last_year, end) = known_year(tokens, end);
    }
    let year = one.year.or(last_year).or(other.year)?;
    let other_year = other.year.or(last_year).unwrap_or(year);
    // "20 December/2 January 1900": the year is that of the second day.
    let turns = one.year.is_none() && one.month == 12 && other.month == 1;
    let one = one.dated(year - i64::from(turns))?;
    let other = other.dated(other_year)?;
    let apart = one.bounds()?.0.0 - other.bounds()?.0.0;
    (10..=14).contains(&apart.abs()).then(|| {
        let is_one = style.map_or(apart > 0, |it| it.0);
        let date = if is_one { one } else { other };
        Written::Date(Piece::date(first, end, date, "old style"))
    })
}

/// "3/16 May 1913": the second day is the Gregorian one; when it is the smaller, it lies in the next month only
/// if the first one belongs to the month before ("18/30 July" and "20 July/2 August" are written so). Days that
/// follow on each other are a night ("3/4 May 1941").
pub(super) fn dual(first: usize, end: usize, year: i64, month: u8, old: u8, new: u8) -> Written {
    let dated = |day| {
        let what = What::MonthDay {
            month,
            day,
            weekday: None,
        };
        in_year(what, year)
    };
    if new == old + 1
        && let (Some(from), Some(to)) = (dated(old), dated(new))
    {
        let night = Edtf::Interval(End::Date(from), End::Date(to));
        return Written::Date(Piece::value(first, end, night, "range"));
    }
    match dated(if new > old { new } else { old }) {
        Some(value) => Written::Date(Piece::date(first, end, value, "old style")),
        None => Written::Impossible(end),
    }
}

/// The year of "11 February 1731/2" and the position behind it: where the year began in spring, the second number
/// is the one that counts.
pub(super) fn dual_year(
    tokens: &Tokens<'_>,
    month: u8,
    (year, end): (Option<YearOf>, usize),
) -> (Option<YearOf>, usize) {
    let Some(YearOf::Known(known)) = year else {
        return (year, end);
    };
    let is_slash = tokens.is_sign(end, '/') && tokens.is_glued(end) && tokens.is_glued(end + 1);
    let next = known + 1;
    let follows = is_slash
        && month <= 3
        && match tokens.number(end + 1) {
            Some((value, 1)) => i64::from(value) == next.rem_euclid(10),
            Some((value, 2)) => i64::from(value) == next.rem_euclid(100),
            Some((value, 4)) => i64::from(value) == next,
            _ => false,
        };
    if follows {
        (Some(YearOf::Known(next)), end + 2)
    } else {
        (Some(YearOf::Known(known)), end)
    }
}
