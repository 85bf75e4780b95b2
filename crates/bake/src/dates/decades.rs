//! Decades, centuries and millennia: "the ’90s", "the nineteen-sixties", "17th century", "4th century BC".

use dossier_time::edtf::{Date, Edtf};

use super::counts;
use super::lexicon::Class;
use super::piece::Piece;
use super::token::Tokens;
use super::traps;
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
        // "the 1960s and 70s"
        2 if mark == 1
            || matches!(tokens.word_before(at), "the" | "early" | "late" | "mid")
            || (matches!(tokens.word_before(at), "and" | "or" | "to")
                && tokens.is(at.wrapping_sub(2), "s")) =>
        {
            i64::from(value) + if value >= 30 { 1900 } else { 2000 }
        }
        _ => return None,
    };
    // "in his 40s", "temperatures in the 50s" have no apostrophe and an owner.
    if n_digits == 2 && mark == 0 && tokens.word(at.wrapping_sub(2)) == "in" {
        return None;
    }
    if n_digits == 4 && value % 100 == 0 && tokens.is_glued(at) {
        return None;
    }
    // "the 1800s" are a century.
    let is_century = n_digits == 4 && value % 100 == 0 && value < 2000;
    let date = if is_century {
        Date::century(first / 100)
    } else {
        Date::decade(first / 10)
    };
    Some(Piece::date(at, end, date, "decade"))
}

/// "[191-]", "[191-?]", "[19--]": a decade or a century as archivists write it, in brackets.
pub(super) fn dashed(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (value, n_digits @ 2..=3) = tokens.number(at)? else {
        return None;
    };
    let end = at + 5 - usize::from(n_digits);
    let is_dashed = (at + 1..end).all(|at| tokens.is_sign(at, '-') && tokens.is_glued(at));
    let is_doubted = tokens.is_sign(end, '?');
    let closes = matches!(tokens.sign(end + usize::from(is_doubted)), Some(']' | ')'));
    let opens = matches!(tokens.sign(at.wrapping_sub(1)), Some('[' | '('));
    if !(is_dashed && closes && opens) {
        return None;
    }
    let date = if n_digits == 3 {
        Date::decade(i64::from(value))
    } else {
        Date::century(i64::from(value))
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
    // "in the eighties"; "temperatures in the eighties" and "in his eighties" are no years.
    let is_time = before == "the"
        && matches!(
            tokens.word(at.wrapping_sub(2)),
            "in" | "of" | "during" | "since" | "from" | "through" | "by" | "until"
        )
        && !matches!(
            tokens.word(at.wrapping_sub(3)),
            "temperatures" | "temperature" | "highs" | "lows" | "degrees"
        );
    let is_name = said == 1
        || is_time
        || matches!(before, "early" | "late" | "mid" | "roaring" | "swinging")
        || (before == "the" && tokens.is_capital(place));
    is_name.then(|| Piece::date(at, place + 1, Date::decade(190 + i64::from(tens)), "decade"))
}

/// "17th century", "the nineteenth-century", "4th century BC".
pub(super) fn century(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (number, behind) = counts::ordinal(tokens, at)?;
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
    let behind = counts::ordinal(tokens, next).map(|it| it.1);
    joins && behind.is_some_and(|at| matches!(tokens.word(at), "century" | "centuries"))
}
