//! From one date to another.
//!
//! "from 3 to 7 May 1998", "3–7 May", "1914–18", "between March and June", "499–493 BC". What the first date leaves
//! out is taken from the second one. Ranges with an open end are in `open_ends`.

use dossier_time::edtf::{Date, Edtf};
use dossier_time::expr::What;

use super::grammar;
use super::lexicon::Role;
use super::lists;
use super::numeric;
use super::open_ends;
use super::parts;
use super::piece::{Anchor, Found, Meaning, Piece, in_year};
use super::short_ends::{day_behind_month, short_year};
use super::token::Tokens;
use super::traps;
use super::years;

/// Reads a range that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    match tokens.word(at) {
        "since" | "until" | "till" | "before" | "after" => open_ends::open(tokens, at, at),
        "prior" if tokens.is(at + 1, "to") => open_ends::open(tokens, at, at + 1),
        "up" if matches!(tokens.word(at + 1), "to" | "until") => {
            open_ends::open(tokens, at, at + 1)
        }
        "not" if matches!(tokens.word(at + 1), "before" | "after") => {
            open_ends::not_beyond(tokens, at)
        }
        "no" | "not"
            if tokens.is(at + 2, "than") && matches!(tokens.word(at + 1), "earlier" | "later") =>
        {
            open_ends::open(tokens, at, at + 2)
        }
        "from" if open_ends::onward(tokens, at).is_some() => open_ends::onward(tokens, at),
        "from" => closed(tokens, at + 1, &["to", "until", "till", "through", "into"])
            .map(|it| from(it, at + 1)),
        "between" => closed(tokens, at + 1, &["and", "to"]),
        _ if tokens.number(at).is_some() => {
            if parts::quarter_in_short(tokens, at).is_some() {
                return None;
            }
            if let Some(found) = one_of_two(tokens, at) {
                return Some(found);
            }
            iso_interval(tokens, at).or_else(|| closed(tokens, at, JOINTS))
        }
        _ => None,
    }
}

/// "[1912 or 1913]": one of two years, as archivists write it, in brackets.
fn one_of_two(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let is_bracketed = tokens.is_sign(at.wrapping_sub(1), '[')
        && tokens.is(at + 1, "or")
        && tokens.is_sign(at + 3, ']');
    let year = |at| tokens.number(at).filter(|it| it.1 == 4).map(|it| it.0);
    let (one, other) = (year(at)?, year(at + 2)?);
    let value = Edtf::parse(&format!("[{one},{other}]")).ok()?;
    is_bracketed.then(|| Found {
        first: at,
        end: at + 3,
        meaning: Meaning::At(Piece::value(at, at + 3, value, "year")),
        rule: "year",
    })
}

/// "1789-07-14/1789-07-15".
fn iso_interval(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let piece = |found: Option<Found>| match found?.meaning {
        Meaning::At(piece) if piece.rule == "iso" => Some(piece),
        _ => None,
    };
    let from = piece(numeric::read(tokens, at))
        .filter(|it| tokens.is_sign(it.end, '/') && tokens.is_glued(it.end))?;
    let to = piece(numeric::behind_slash(tokens, from.end + 1))?;
    (!runs_backwards(&from, &to)).then_some(Found {
        first: at,
        end: to.end,
        meaning: Meaning::Between(Some(from), Some(to)),
        rule: "range",
    })
}

/// Words that join the two ends of a range, in the languages that are read.
pub(super) const JOINTS: &[&str] = &[
    "to", "through", "bis", "по", "до", "au", "al", "do", "tot", "à",
];

/// A range whose first date was just read.
pub(super) fn behind(tokens: &Tokens<'_>, first: &Piece) -> Option<Found> {
    let is_slash = tokens.is_sign(first.end, '/') && first.rule == "season";
    let joins = is_slash
        || tokens.is_dash(first.end)
        || JOINTS.contains(&tokens.word(first.end))
        || tokens.role(first.end, Role::To).is_some()
        || tokens.role(first.end, Role::Until).is_some();
    if !joins || tokens.number(first.first).is_some() {
        return None;
    }
    joined(tokens, first.first, None, Some(first.clone()), JOINTS)
}

fn from(found: Found, first: usize) -> Found {
    Found { first, ..found }
}

/// Two dates with a dash or one of these words between them.
pub(super) fn closed(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> Option<Found> {
    if let Some(found) = lists::listed(tokens, at, words) {
        return Some(found);
    }
    let bare = bare(tokens, at);
    let is_bare = bare.is_some();
    bare.and_then(|(bare, piece)| joined(tokens, at, bare, piece, words))
        .or_else(|| {
            let is_said = !is_bare || tokens.is(at, "the");
            let piece = is_said.then(|| grammar::single(tokens, at)).flatten()?;
            joined(tokens, at, None, Some(piece), words)
        })
}

/// The second date behind a first one, with a dash or one of these words between.
fn joined(
    tokens: &Tokens<'_>,
    at: usize,
    bare: Option<Bare>,
    piece: Option<Piece>,
    words: &[&str],
) -> Option<Found> {
    let behind = bare
        .as_ref()
        .map(|it: &Bare| it.end)
        .or(piece.as_ref().map(|it| it.end))?;
    let is_season = piece.as_ref().is_some_and(|it| it.rule == "season");
    let is_slash = tokens.is_sign(behind, '/')
        && (is_season || bare.as_ref().is_some_and(|it| it.n_digits == 4));
    let joint = if tokens.is_dash(behind) {
        behind + 1 + usize::from(tokens.is_dash(behind + 1))
    } else if is_slash || words.contains(&tokens.word(behind)) {
        behind + 1
    } else {
        tokens
            .role(behind, Role::To)
            .or_else(|| tokens.role(behind, Role::Until))?
    };
    // "the 1914–18 war", "c. 1850–60": the year is known, and doubted perhaps.
    let year = piece
        .as_ref()
        .filter(|it| it.rule == "year")
        .and_then(|it| {
            Some(Bare {
                value: it.known_year()?,
                n_digits: 4,
                end: it.end,
            })
        });
    if let Some(mut found) = short_year(tokens, at, bare.as_ref().or(year.as_ref()), joint) {
        if let (None, Some(piece)) = (&bare, piece)
            && let Meaning::Between(from, _) = &mut found.meaning
        {
            found.first = piece.first;
            *from = Some(piece);
        }
        return Some(found);
    }
    if let Some(found) = day_behind_month(tokens, piece.as_ref(), joint) {
        return Some(found);
    }
    let to = grammar::single(tokens, joint)?;
    let dashed = tokens.is_dash(behind);
    let (from, to) = match (bare, piece) {
        (Some(bare), piece) => (
            complete_bare(&bare, &to, at).or(
                piece.filter(|_| !dashed || to.anchor != Anchor::None || to.known_year().is_some())
            )?,
            to,
        ),
        (None, Some(piece)) => complete(piece, to)?,
        (None, None) => return None,
    };
    let has_weekday = [grain(&from), grain(&to)].contains(&Some("weekday"));
    let fits = grain(&from) == grain(&to)
        || grain(&from).is_none()
        || grain(&to).is_none()
        || (!dashed && !has_weekday);
    if !fits || runs_backwards(&from, &to) || from.rule == "time" || to.rule == "time" {
        return None;
    }
    Some(Found {
        first: from.first,
        end: to.end,
        meaning: Meaning::Between(Some(from), Some(to)),
        rule: "range",
    })
}

/// A number of few digits that nothing is glued to.
pub(super) fn bare_number(tokens: &Tokens<'_>, at: usize, most: u8) -> Option<Bare> {
    let (value, n_digits) = tokens.number(at)?;
    let fits = n_digits <= most
        && !traps::is_glued_to_word(tokens, at)
        && (!tokens.is_glued(at + 1) || tokens.word(at + 1).is_empty());
    fits.then_some(Bare {
        value: i64::from(value),
        n_digits,
        end: at + 1,
    })
}

/// A number that may be a day or a year of the date behind the dash.
#[derive(Clone, Debug)]
pub(super) struct Bare {
    pub(super) value: i64,
    pub(super) n_digits: u8,
    pub(super) end: usize,
}

fn bare(tokens: &Tokens<'_>, at: usize) -> Option<(Option<Bare>, Option<Piece>)> {
    let at = at + usize::from(tokens.is(at, "the"));
    let (value, n_digits) = tokens.number(at)?;
    if traps::is_glued_to_word(tokens, at)
        || traps::is_abbreviated_label(tokens, at)
        || n_digits > 4
    {
        return None;
    }
    let ordinal =
        tokens.is_glued(at + 1) && matches!(tokens.word(at + 1), "st" | "nd" | "rd" | "th");
    let end = at
        + 1
        + usize::from(ordinal)
        + usize::from(
            !ordinal
                && tokens.is_sign(at + 1, '.')
                && (tokens.is_dash(at + 2) || matches!(tokens.word(at + 2), "bis" | "und")),
        );
    let joins = tokens.is_dash(end)
        || tokens.is_sign(end, '/')
        || matches!(
            tokens.word(end),
            "to" | "and"
                | "until"
                | "till"
                | "through"
                | "bis"
                | "по"
                | "до"
                | "au"
                | "al"
                | "do"
                | "tot"
                | "à"
        )
        || tokens.role(end, Role::To).is_some()
        || tokens.role(end, Role::Until).is_some();
    joins.then(|| {
        let bare = Bare {
            value: i64::from(value),
            n_digits,
            end,
        };
        (Some(bare), years::read(tokens, at))
    })
}

/// "9" in "9 to 21 October 1912", "499" in "499–493 BC".
pub(super) fn complete_bare(bare: &Bare, to: &Piece, first: usize) -> Option<Piece> {
    let (first, end) = (first, bare.end);
    if let Some(date) = to.known() {
        let month = date.month.and_then(dossier_time::edtf::Part::known);
        if let (Some(year), Some(month), Some(_)) = (date.year.known(), month, date.day) {
            let day = u8::try_from(bare.value)
                .ok()
                .filter(|_| bare.n_digits <= 2)?;
            let what = What::MonthDay {
                month,
                day,
                weekday: None,
            };
            return Some(Piece::date(first, end, in_year(what, year)?, "day"));
        }
        let year = date.year.known().filter(|_| date.month.is_none())?;
        if year <= 0 && bare.value > 0 {
            return (1 - bare.value < year)
                .then(|| Piece::date(first, end, Date::year(1 - bare.value), "year"));
        }
        // "37–41 CE": the era is said of both.
        if to.end > to.first + 1 && (1..year).contains(&bare.value) {
            return Some(Piece::date(first, end, Date::year(bare.value), "year"));
        }
        return None;
    }
    let What::MonthDay { month, .. } = to.what()? else {
        return None;
    };
    let day = u8::try_from(bare.value)
        .ok()
        .filter(|it| bare.n_digits <= 2 && (1..=31).contains(it))?;
    let what = What::MonthDay {
        month,
        day,
        weekday: None,
    };
    Some(Piece::free(first, end, what, "day"))
}

/// Gives the first date the year of the second one.
pub(super) fn complete(from: Piece, to: Piece) -> Option<(Piece, Piece)> {
    if let (Some(what), Some(last)) = (from.what(), to.known()) {
        let year = last.year.known()?;
        let month_of = |what| match what {
            What::Month(month) | What::MonthDay { month, .. } => Some(month),
            _ => None,
        };
        let later = month_of(what)
            > last
                .month
                .and_then(dossier_time::edtf::Part::known)
                .filter(|it| *it <= 12);
        let wraps = later && month_of(what).is_some() && last.month.is_some();
        let value = in_year(what, year - i64::from(wraps))?;
        let from = Piece::date(from.first, from.end, value, from.rule);
        return Some((from, to));
    }
    Some((from, to))
}

/// Whether the date is a day, a month, a year …: ranges join what is alike.
fn grain(piece: &Piece) -> Option<&'static str> {
    match piece.rule {
        "day" | "iso" | "numeric" => Some("day"),
        "year" => Some("year"),
        "month" => Some("month"),
        "weekday" => Some("weekday"),
        "decade" => Some("decade"),
        "season" => Some("season"),
        _ => None,
    }
}

fn runs_backwards(from: &Piece, to: &Piece) -> bool {
    let day = |piece: &Piece, last: bool| {
        let bounds = Edtf::Date(piece.known()?.clone()).bounds()?;
        if last { bounds.latest } else { bounds.earliest }
    };
    day(from, false)
        .zip(day(to, true))
        .is_some_and(|(from, to)| from > to)
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn ranges_are_read() {
        check(&[
            (
                "The siege lasted from 9 to 21 October 1912.",
                "",
                "9 to 21 October 1912=1912-10-09/1912-10-21",
                "within a month",
            ),
            (
                "It runs 28 May – 2 June 1998.",
                "",
                "28 May – 2 June 1998=1998-05-28/1998-06-02",
                "over two months",
            ),
            (
                "It runs May 3–7, 1998.",
                "",
                "May 3–7, 1998=1998-05-03/1998-05-07",
                "the month first",
            ),
            (
                "Between March and June 1943.",
                "",
                "March and June 1943=1943-03/1943-06",
                "months",
            ),
            (
                "From December to February 1871.",
                "",
                "December to February 1871=1870-12/1871-02",
                "over the new year",
            ),
            (
                "The war of 1914–18.",
                "",
                "1914–18=1914/1918",
                "short years",
            ),
            (
                "The revolt (499–493 BC).",
                "",
                "499–493 BC=-0498/-0492",
                "before the common era",
            ),
            (
                "Closed since 2019, until Friday.",
                "2024-05-15",
                "since 2019=2019/..; until Friday=../2024-05-17",
                "open ends",
            ),
            (
                "Burned before May 1945.",
                "",
                "before May 1945=../1945-05",
                "before",
            ),
            (
                "On 5 and 6 May 1945; on April 24 and 25.",
                "2000-05-01",
                "5=1945-05-05; 6 May 1945=1945-05-06; April 24=2000-04-24; 25=2000-04-25",
                "lists",
            ),
            (
                "A score of 3–1, 50 to 60 people, 1000–1500 men, 555-1987.",
                "",
                "",
                "other numbers",
            ),
        ]);
    }
}
