//! Parts of time without sharp edges: decades, centuries, seasons, quarters, halves, "early", "late", "the end of".

use dossier_time::edtf::{Date, Doubt, Edtf};
use dossier_time::expr::{Step, Tense, Unit, What};

use super::lexicon::Class;
use super::piece::{Anchor, Piece, in_year};
use super::relative;
use super::token::Tokens;
use super::traps;
use super::written::{YearOf, year_steps};
use super::years;

/// "1990s", "the ’90s", "the 470s BC", "1990’s".
pub(super) fn decade(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let mark =
        usize::from(matches!(tokens.sign(at), Some('\'' | '’' | '‘')) && tokens.is_glued(at + 1));
    let (value, n_digits) = tokens.number(at + mark)?;
    let behind = at + mark + 1;
    let quote =
        usize::from(matches!(tokens.sign(behind), Some('\'' | '’')) && tokens.is_glued(behind));
    let end = behind + quote + 1;
    let is_decade =
        tokens.is(behind + quote, "s") && tokens.is_glued(behind + quote) && value % 10 == 0;
    if !is_decade || traps::is_glued_to_word(tokens, at) {
        return None;
    }
    if let Some((before, end)) = years::era(tokens, end).filter(|_| n_digits <= 4) {
        let decade = i64::from(value) / 10;
        let date = Date::decade(if before { -decade } else { decade });
        return Some(Piece::date(at, end, date, "decade"));
    }
    let first = match n_digits {
        4 if (1000..2100).contains(&value) => i64::from(value),
        2 if mark == 1 || matches!(tokens.word_before(at), "the" | "early" | "late" | "mid") => {
            i64::from(value) + if value >= 30 { 1900 } else { 2000 }
        }
        _ => return None,
    };
    // "in his 40s", "temperatures in the 50s" have no apostrophe and an owner.
    if n_digits == 2 && mark == 0 && tokens.word(at.wrapping_sub(2)) == "in" {
        return None;
    }
    let date = if n_digits == 4 && value % 100 == 0 && tokens.is_glued(at) {
        return None;
    } else {
        Date::decade(first / 10)
    };
    Some(Piece::date(at, end, date, "decade"))
}

/// "the nineteen-sixties", "the Sixties", "the late sixties": decades of the twentieth century.
pub(super) fn spelled_decade(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let said = usize::from(tokens.is(at, "nineteen"));
    let dash = usize::from(said == 1 && tokens.is_dash(at + 1));
    let place = at + said + dash;
    let Class::Tens(tens) = tokens.class(place) else {
        return None;
    };
    let before = tokens.word_before(at);
    let is_name = said == 1
        || matches!(before, "early" | "late" | "mid" | "roaring" | "swinging")
        || (before == "the" && tokens.is_capital(place));
    is_name.then(|| Piece::date(at, place + 1, Date::decade(190 + i64::from(tens)), "decade"))
}

/// "17th century", "the nineteenth-century", "4th century BC".
pub(super) fn century(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (number, behind) = relative::ordinal(tokens, at)?;
    let dash = usize::from(tokens.is_dash(behind));
    if tokens.is(behind + dash, "millennium") {
        return millennium(tokens, at, number, behind + dash + 1);
    }
    let is_said = matches!(tokens.word(behind + dash), "century" | "centuries");
    if number == 0 || !(is_said || is_century_ahead(tokens, behind)) {
        return None;
    }
    let end = if is_said { behind + dash + 1 } else { behind };
    let (before, end) = years::era(tokens, end).unwrap_or((false, end));
    let number = i64::from(number);
    // The first centuries have no digits left to stand before the unknown ones.
    let date = Date::century(if before { 1 - number } else { number - 1 });
    let date = if before && number == 1 {
        Date::year(-99)
    } else {
        date
    };
    Some(Piece::date(at, end, date, "century"))
}

/// "2nd millennium", "5th millennium BC".
fn millennium(tokens: &Tokens<'_>, at: usize, number: u8, end: usize) -> Option<Piece> {
    let (before, end) = years::era(tokens, end).unwrap_or((false, end));
    let sign = if before { "-" } else { "" };
    let digit = number.checked_sub(1).filter(|it| *it < 10)?;
    let value = Edtf::parse(&format!("{sign}{digit}XXX")).ok()?;
    Some(Piece::value(at, end, value, "millennium"))
}

/// "17th or 18th century", "late 17th and early 18th centuries": whether the century follows with another number.
fn is_century_ahead(tokens: &Tokens<'_>, at: usize) -> bool {
    let joins = tokens.is_dash(at)
        || tokens.is_sign(at, '/')
        || matches!(tokens.word(at), "and" | "or" | "to");
    let next = at + 1 + usize::from(matches!(tokens.word(at + 1), "early" | "late" | "the"));
    let behind = relative::ordinal(tokens, next).map(|it| it.1);
    joins && behind.is_some_and(|at| matches!(tokens.word(at), "century" | "centuries"))
}

/// "spring", "summer 1998", "the winter of 1941", "autumn of that year".
pub(super) fn season(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let Class::Season(code) = tokens.class(at) else {
        return None;
    };
    let end = at + 1;
    // "winter 1941–42", "the winter of 1941/42" belong to the year in which they begin.
    let (year, mut behind) = years::behind_month(tokens, end);
    if let Some(YearOf::Known(year)) = &year {
        if (tokens.is_dash(behind) || tokens.is_sign(behind, '/'))
            && tokens.is_glued(behind)
            && code == 24
        {
            let next = tokens
                .number(behind + 1)
                .filter(|it| it.1 == 2 || it.1 == 4);
            let follows =
                next.is_some_and(|it| i64::from(it.0 % 100) == (year + 1).rem_euclid(100));
            behind += if follows { 2 } else { 0 };
        }
        let value = in_year(What::Part(code), *year)?;
        return Some(Piece::date(at, behind, value, "season"));
    }
    // "spring/summer 1998", "the summer and autumn of 1943"
    let joint = end
        + usize::from(
            tokens.is_dash(end)
                || tokens.is_sign(end, '/')
                || matches!(tokens.word(end), "and" | "or" | "to"),
        );
    let is_chain = joint > end
        && matches!(tokens.class(joint), Class::Season(_))
        && years::behind_month(tokens, joint + 1).0.is_some();
    let is_fall = tokens.is(at, "fall");
    let is_spring = tokens.is(at, "spring");
    if let Some(year) = year {
        let (mut steps, anchor) = year_steps(year);
        steps.push(Step::Pick(What::Part(code), Tense::Same));
        return Some(Piece {
            first: at,
            end: behind,
            steps,
            anchor,
            rule: "season",
        });
    }
    let before = tokens.word_before(at);
    let led_in = match before {
        "in" | "by" | "during" | "since" | "until" | "throughout" | "early" | "late" | "mid"
        | "and" => !is_fall,
        "the" => {
            let article = matches!(
                tokens.word(at.wrapping_sub(2)),
                "in" | "by"
                    | "during"
                    | "over"
                    | "throughout"
                    | "through"
                    | "until"
                    | "since"
                    | "of"
                    | "spent"
                    | "passed"
                    | "all"
                    | "for"
                    | "early"
                    | "late"
            );
            article && !tokens.is(end, "of")
        }
        "of" => matches!(
            tokens.word(at.wrapping_sub(2)),
            "middle" | "end" | "beginning" | "start" | "onset" | "height"
        ),
        _ => false,
    };
    let is_other = (is_fall && matches!(tokens.word(end), "of" | "in" | "to" | "from" | "by"))
        || (is_spring && matches!(tokens.word(end), "water" | "from" | "up"));
    // "the summer offensive", "its fall campaign"
    let describes = matches!(
        tokens.word(end),
        "offensive"
            | "offensives"
            | "campaign"
            | "session"
            | "semester"
            | "term"
            | "meeting"
            | "meetings"
            | "floods"
            | "elections"
            | "harvest"
    );
    ((led_in || describes || is_chain) && !is_other)
        .then(|| Piece::free(at, end, What::Part(code), "season"))
}

/// "the third quarter", "third-quarter", "Q3 2024", "the first half of 2001", "the first quarter of next year".
pub(super) fn part_of_year(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (code, end) = if let Some(found) = short_quarter(tokens, at) {
        found
    } else {
        let fiscal = usize::from(tokens.is(at, "fiscal"));
        let dash = usize::from(tokens.is_dash(at + fiscal));
        let (number, behind) = match tokens.word(at + fiscal + dash) {
            "last" | "latter" | "second" if tokens.is(at + fiscal + dash + 1, "half") => {
                (2, at + fiscal + dash + 1)
            }
            "last" | "final"
                if tokens.is(at + fiscal + dash + 1, "quarter")
                    && tokens.is(at + fiscal + dash + 2, "of") =>
            {
                (4, at + fiscal + dash + 1)
            }
            _ => relative::ordinal(tokens, at + fiscal + dash)?,
        };
        let unit = behind + usize::from(tokens.is_dash(behind));
        match tokens.word(unit) {
            "quarter" if (1..=4).contains(&number) => (32 + number, unit + 1),
            "half" if (1..=2).contains(&number) => (39 + number, unit + 1),
            _ => return None,
        }
    };
    let slash = usize::from(
        tokens.is_sign(end, '/')
            && tokens.is_glued(end)
            && tokens.number(end + 1).is_some_and(|it| it.1 == 4),
    );
    let (year, behind) = years::behind_month(tokens, end + slash);
    let rule = if code >= 40 { "half" } else { "quarter" };
    match year {
        Some(YearOf::Known(year)) => {
            let value = in_year(What::Part(code), year)?;
            Some(Piece::date(at, behind, value, rule))
        }
        Some(year) => {
            let (mut steps, anchor) = year_steps(year);
            steps.push(Step::Pick(What::Part(code), Tense::Same));
            Some(Piece {
                first: at,
                end: behind,
                steps,
                anchor,
                rule,
            })
        }
        // "the first half" is more often of a match, a book or a century than of a year.
        None if code >= 40 => {
            let of_year = tokens
                .phrase(end, "of the year")
                .map(|end| (end, Anchor::Free));
            of_year.map(|(end, _)| Piece::free(at, end, What::Part(code), rule))
        }
        None => {
            let end = tokens.phrase(end, "of the year").unwrap_or(end);
            let of_something = tokens.is(end, "of") && tokens.sign(end + 1).is_none();
            (!of_something).then(|| Piece::free(at, end, What::Part(code), rule))
        }
    }
}

/// "Q3", "H1": a letter and a digit; the EDTF code and the position behind.
fn short_quarter(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let (number @ 1..=4, 1) = tokens.number(at + 1)? else {
        return None;
    };
    let first = match tokens.word(at) {
        "q" => 32,
        "h" if number <= 2 => 39,
        _ => return None,
    };
    // "H2" by itself is rather a formula.
    let has_year =
        first == 32 || tokens.number(at + 2).is_some_and(|it| it.1 == 4) || tokens.is(at + 2, "of");
    (tokens.is_capital(at) && tokens.is_glued(at + 1) && has_year)
        .then(|| u8::try_from(number).ok())
        .flatten()
        .map(|it| (first + it, at + 2))
}

/// "about", "circa", "c." before a date: the position behind.
pub(super) fn approximation(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    match tokens.word(at) {
        "about" | "around" | "circa" | "approximately" | "roughly" | "nearly" | "almost" => {
            Some(at + 1 + usize::from(tokens.is(at + 1, "the")))
        }
        "c" | "ca" | "cca" if tokens.is_sign(at + 1, '.') => Some(at + 2),
        "c" | "ca" if tokens.number(at + 1).is_some() => Some(at + 1),
        _ if tokens.is_sign(at, '~') => Some(at + 1),
        _ => None,
    }
}

/// "early", "mid-", "the end of", "later in the" before a date: the position behind.
pub(super) fn modifier(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut end = at + usize::from(tokens.is(at, "the"));
    match tokens.word(end) {
        "early" | "earlier" | "late" | "later" | "mid" => {
            end += 1;
            end += usize::from(tokens.is_dash(end));
            end += usize::from(matches!(tokens.word(end), "in" | "on"));
            end += usize::from(tokens.is(end, "the"));
        }
        "end" | "beginning" | "start" | "middle" | "close" | "height" | "turn" | "rest"
        | "remainder" => {
            end = tokens.is(end + 1, "of").then_some(end + 2)?;
            end += usize::from(tokens.is(end, "the"));
        }
        "latter" => {
            end = tokens
                .phrase(end, "latter part of")
                .or_else(|| tokens.phrase(end, "latter half of"))?;
            end += usize::from(tokens.is(end, "the"));
        }
        // "the last week of April", "the first Monday in May": said to the month.
        "first" | "second" | "third" | "fourth" | "last" | "final" | "opening" | "closing" => {
            end += 1 + usize::from(tokens.is(end + 1, "two") || tokens.is(end + 1, "few"));
            let is_part = matches!(
                tokens.class(end),
                Class::Weekday(_)
                    | Class::Unit(Unit::Day | Unit::Week | Unit::Weekend)
                    | Class::Units(Unit::Day | Unit::Week)
            );
            let is_of = matches!(tokens.word(end + 1), "of" | "in");
            let is_month = matches!(
                tokens.class(end + 2),
                Class::Month(_) | Class::ShortMonth(_)
            );
            end = (is_part && is_of && is_month).then_some(end + 2)?;
        }
        _ => return None,
    }
    Some(end)
}

/// The doubt that the words before a position cast: "possibly in 1912".
pub(super) fn doubt_before(tokens: &Tokens<'_>, at: usize) -> Doubt {
    let mut at = at;
    for _ in 0..2 {
        if matches!(
            tokens.word_before(at),
            "in" | "on" | "from" | "during" | "of"
        ) {
            at -= 1;
        }
    }
    Doubt {
        approximate: false,
        uncertain: matches!(
            tokens.word_before(at),
            "possibly" | "perhaps" | "probably" | "maybe" | "presumably" | "likely"
        ),
    }
}

/// "[1912?]", "(1912?)": a question mark that a bracket closes.
pub(super) fn question_behind(tokens: &Tokens<'_>, end: usize) -> bool {
    tokens.is_sign(end, '?')
        && tokens.is_glued(end)
        && matches!(tokens.sign(end + 1), Some(']' | ')'))
}

/// The same piece with a doubt on it.
pub(super) fn doubted(mut piece: Piece, doubt: Doubt) -> Piece {
    if doubt.is_none() {
        return piece;
    }
    match piece.steps.as_mut_slice() {
        [Step::Value(Edtf::Date(date))] => *date = date.clone().doubted(doubt),
        _ => piece.steps.push(Step::Doubt(doubt)),
    }
    if let [Step::Value(value)] = piece.steps.as_mut_slice() {
        // Printing and reading again sets the doubt on the parts that are there.
        if let Ok(same) = Edtf::parse(&value.to_string()) {
            *value = same;
        }
    }
    piece
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn parts_of_time_without_sharp_edges_are_read() {
        check(&[
            (
                "In the early 1990s and the ’60s.",
                "",
                "the early 1990s=199X; the ’60s=196X",
                "decades",
            ),
            (
                "A mill of the late 18th century.",
                "",
                "the late 18th century=17XX",
                "a century",
            ),
            (
                "In the 5th century BC.",
                "",
                "the 5th century BC=-04XX",
                "before the common era",
            ),
            (
                "In the summer of 1941.",
                "",
                "the summer of 1941=1941-22",
                "a season",
            ),
            (
                "In the winter of 1941/42.",
                "",
                "the winter of 1941/42=1941-24",
                "a winter has two years",
            ),
            (
                "Q3 2024, H1 2021 and the second quarter of 2023.",
                "",
                "Q3 2024=2024-35; H1 2021=2021-40; the second quarter of 2023=2023-34",
                "parts of a year",
            ),
            (
                "Around 1850, c. 1912 and ca. 480 BC.",
                "",
                "Around 1850=1850~; c. 1912=1912~; ca. 480 BC=-0479~",
                "approximate",
            ),
            ("Possibly in 1912.", "", "1912=1912?", "uncertain"),
            (
                "The photograph [1912?] shows it.",
                "",
                "1912=1912?",
                "an archivist’s guess",
            ),
            (
                "In late January.",
                "2019-11-02",
                "late January=2020-01",
                "a part of a month",
            ),
            (
                "He leaves at the end of the year.",
                "2024-05-15",
                "the end of the year=2024",
                "the current year",
            ),
            ("The fall of Rome; spring water.", "", "", "other things"),
        ]);
    }
}
