//! From one date to another, or with one end open.
//!
//! "from 3 to 7 May 1998", "3–7 May", "1914–18", "between March and June", "499–493 BC", "since 2019", "until
//! Friday", "before May 1945". What the first date leaves out is taken from the second one.

use dossier_time::edtf::{Date, Edtf};
use dossier_time::expr::{Step, Tense, What};

use super::grammar;
use super::numeric;
use super::piece::{Anchor, Found, Meaning, Piece, in_year};
use super::token::{Kind, Tokens};
use super::traps;
use super::years;

/// Reads a range that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    match tokens.word(at) {
        "since" | "until" | "till" | "before" | "after" => open(tokens, at, at),
        "prior" if tokens.is(at + 1, "to") => open(tokens, at, at + 1),
        "up" if matches!(tokens.word(at + 1), "to" | "until") => open(tokens, at, at + 1),
        "no" | "not"
            if tokens.is(at + 2, "than") && matches!(tokens.word(at + 1), "earlier" | "later") =>
        {
            open(tokens, at, at + 2)
        }
        "from" if onward(tokens, at).is_some() => onward(tokens, at),
        "from" => closed(tokens, at + 1, &["to", "until", "till", "through", "into"])
            .map(|it| from(it, at + 1)),
        "between" => closed(tokens, at + 1, &["and", "to"]),
        _ if tokens.number(at).is_some() => {
            iso_interval(tokens, at).or_else(|| closed(tokens, at, JOINTS))
        }
        _ => None,
    }
}

/// "from 1998 onwards", "from 3 May on,".
fn onward(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let piece = grammar::single(tokens, at + 1)?;
    let end = piece.end;
    let is_on =
        tokens.is(end, "on") && tokens.word(end + 1).is_empty() && tokens.number(end + 1).is_none();
    (is_on || matches!(tokens.word(end), "onward" | "onwards")).then_some(Found {
        first: at,
        end: end + 1,
        meaning: Meaning::Between(Some(piece), None),
        rule: "since",
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
const JOINTS: &[&str] = &[
    "to", "through", "bis", "по", "до", "au", "al", "do", "tot", "à",
];

/// A range whose first date was just read.
pub(super) fn behind(tokens: &Tokens<'_>, first: &Piece) -> Option<Found> {
    let is_slash = tokens.is_sign(first.end, '/') && first.rule == "season";
    let joins = is_slash || tokens.is_dash(first.end) || JOINTS.contains(&tokens.word(first.end));
    if !joins || tokens.number(first.first).is_some() {
        return None;
    }
    joined(tokens, first.first, None, Some(first.clone()), JOINTS)
}

fn from(found: Found, first: usize) -> Found {
    Found { first, ..found }
}

/// "since X", "until X", "before X", "after X".
fn open(tokens: &Tokens<'_>, first: usize, at: usize) -> Option<Found> {
    let word = match tokens.word(at) {
        "than" if tokens.is(at.wrapping_sub(1), "earlier") => "since",
        "than" => "until",
        word => word,
    };
    let about = usize::from(matches!(
        tokens.word(at + 1),
        "about" | "around" | "shortly" | "just" | "at"
    ));
    let least = tokens.phrase(at + 1, "at least");
    let start = least.unwrap_or(at + 1 + if tokens.is(at + 1, "at") { 0 } else { about });
    if matches!(word, "before" | "after") && closed(tokens, start, &["to", "through"]).is_some() {
        return None;
    }
    let mut piece = grammar::single(tokens, start)?;
    // "before that year" and "after this week" are rather said of the anchor than of a range.
    if matches!(word, "before" | "after") && piece.anchor == Anchor::Running {
        return None;
    }
    if piece.rule == "time" {
        return None;
    }
    // "until 9 a.m. Tuesday" is a deadline, a time of its own.
    if piece.steps.iter().any(|it| matches!(it, Step::Clock(_))) {
        let rule = piece.rule;
        return Some(Found {
            first: piece.first,
            end: piece.end,
            meaning: Meaning::At(piece),
            rule,
        });
    }
    piece.first = first;
    let end = piece.end;
    let meaning = match word {
        "since" | "after" => {
            if word == "since" {
                past(&mut piece);
            }
            Meaning::Between(Some(piece), None)
        }
        _ => Meaning::Between(None, Some(piece)),
    };
    Some(Found {
        first,
        end,
        meaning,
        rule: if matches!(word, "since" | "after") {
            "since"
        } else {
            "until"
        },
    })
}

/// What has lasted since a day began before.
fn past(piece: &mut Piece) {
    if let Some(Step::Pick(_, tense @ Tense::Nearest)) = piece.steps.last_mut() {
        *tense = Tense::Past;
    }
}

/// Two dates with a dash or one of these words between them.
fn closed(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> Option<Found> {
    if let Some(found) = listed(tokens, at, words) {
        return Some(found);
    }
    let first = bare(tokens, at).or_else(|| grammar::single(tokens, at).map(|it| (None, Some(it))));
    let (bare, piece) = first?;
    joined(tokens, at, bare, piece, words)
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
        return None;
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

/// "5" in "5 and 6 May 1945": a day of its own. Only where "and" joins no range.
fn listed(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> Option<Found> {
    let joins = matches!(tokens.word(at + 1), "and" | "or" | "и" | "und" | "et" | "y")
        && !words.contains(&"and");
    let bare = bare_number(tokens, at, 2).filter(|it| joins && it.end == at + 1)?;
    let next = tokens
        .number(at + 2)
        .filter(|it| it.1 <= 2 && i64::from(it.0) > bare.value)?;
    debug_assert!(next.1 > 0);
    let piece = complete_bare(&bare, &grammar::single(tokens, at + 2)?, at)?;
    Some(Found {
        first: at,
        end: bare.end,
        rule: "day",
        meaning: Meaning::At(piece),
    })
}

/// "25" in "April 24 and 25", behind a day that was just read.
pub(super) fn listed_behind(tokens: &Tokens<'_>, found: &Found) -> Option<Found> {
    let Meaning::At(piece) = &found.meaning else {
        return None;
    };
    let at = found.end;
    let joins = matches!(tokens.word(at), "and" | "or") && piece.rule == "day";
    let bare = bare_number(tokens, at + 1, 2).filter(|_| {
        joins
            && tokens
                .number(at.wrapping_sub(1))
                .is_some_and(|it| it.1 <= 2)
    })?;
    let ends = tokens
        .sign(bare.end)
        .is_some_and(|it| matches!(it, '.' | ',' | ';' | ')'))
        && !tokens.is_glued(bare.end + 1)
        || tokens.get(bare.end).is_none()
        || matches!(
            tokens.word(bare.end),
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
        );
    let piece = complete_bare(&bare, piece, at + 1).filter(|_| ends)?;
    Some(Found {
        first: at + 1,
        end: bare.end,
        rule: "day",
        meaning: Meaning::At(piece),
    })
}

/// A number of few digits that nothing is glued to.
fn bare_number(tokens: &Tokens<'_>, at: usize, most: u8) -> Option<Bare> {
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
struct Bare {
    value: i64,
    n_digits: u8,
    end: usize,
}

fn bare(tokens: &Tokens<'_>, at: usize) -> Option<(Option<Bare>, Option<Piece>)> {
    let (value, n_digits) = tokens.number(at)?;
    if traps::is_glued_to_word(tokens, at) || n_digits > 4 {
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
        );
    joins.then(|| {
        let bare = Bare {
            value: i64::from(value),
            n_digits,
            end,
        };
        (Some(bare), years::read(tokens, at))
    })
}

/// "1914–18", "1931/34", "1914 to 1918" and the like.
fn short_year(tokens: &Tokens<'_>, at: usize, bare: Option<&Bare>, joint: usize) -> Option<Found> {
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
fn day_behind_month(tokens: &Tokens<'_>, piece: Option<&Piece>, joint: usize) -> Option<Found> {
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

/// "9" in "9 to 21 October 1912", "499" in "499–493 BC".
fn complete_bare(bare: &Bare, to: &Piece, first: usize) -> Option<Piece> {
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
fn complete(from: Piece, to: Piece) -> Option<(Piece, Piece)> {
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
