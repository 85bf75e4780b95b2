//! Parts of a year: "the winter of 1941/42", "third-quarter", "Q3 2024", "the first half of 2001".

use dossier_time::expr::{Step, Tense, What};

use super::counts;
use super::lexicon::Class;
use super::piece::{Anchor, Piece, in_year};
use super::token::Tokens;
use super::written::{YearOf, year_steps};
use super::years;

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
    // "Autumn Reeser", "Spring Street"
    let is_name =
        tokens.is_capital(at) && tokens.is_capital(end) && tokens.class(end) == Class::None;
    let led_in = match before {
        "and" | "or" => {
            !is_fall
                && !is_name
                && matches!(
                    tokens.class(at.wrapping_sub(2)),
                    Class::Season(_) | Class::Month(_)
                )
        }
        "in" | "by" | "during" | "since" | "until" | "throughout" | "early" | "late" | "mid" => {
            !is_fall
        }
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
    if let Some(piece) = quarter_in_short(tokens, at) {
        return Some(piece);
    }
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
            _ => counts::ordinal(tokens, at + fiscal + dash)?,
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

/// "2024-Q2", "2024 Q2", "1Q98": the year and the quarter glued together.
pub(super) fn quarter_in_short(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (value, n_digits) = tokens.number(at)?;
    let date = |year: u32, quarter: u32, end| {
        let code = u8::try_from(quarter).ok().map(|it| it + 32)?;
        let date = in_year(What::Part(code), i64::from(year))?;
        Some(Piece::date(at, end, date, "quarter"))
    };
    if n_digits == 1
        && (1..=4).contains(&value)
        && tokens.is(at + 1, "q")
        && tokens.is_glued(at + 1)
    {
        let year = match tokens.number(at + 2)? {
            (year @ 1900..2100, 4) => year,
            (year, 2) => year + if year >= 50 { 1900 } else { 2000 },
            _ => return None,
        };
        return date(year, value, at + 3);
    }
    let dash = usize::from(tokens.is_dash(at + 1));
    let (quarter @ 1..=4, 1) = tokens.number(at + dash + 2)? else {
        return None;
    };
    let is_quarter = tokens.is(at + dash + 1, "q") && tokens.is_glued(at + dash + 2);
    (n_digits == 4 && (1900..2100).contains(&value) && is_quarter)
        .then(|| date(value, quarter, at + dash + 3))
        .flatten()
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
