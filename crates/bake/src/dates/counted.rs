//! Dates that are counted to: "two weeks ago", "a year earlier", "in two weeks", "two days before Christmas".

use dossier_time::edtf::Doubt;
use dossier_time::expr::{Step, Tense, Unit, What};

use super::counts::count;
use super::lexicon::Class;
use super::piece::{Anchor, Piece, counted_to};
use super::token::Tokens;
use super::vague;

/// "two weeks ago", "a year earlier", "three days later", "two days after Christmas", "a year-ago".
pub(super) fn counted(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let mut start = at;
    let mut doubt = Doubt::default();
    if matches!(
        tokens.word(at),
        "nearly"
            | "almost"
            | "about"
            | "roughly"
            | "some"
            | "around"
            | "approximately"
            | "just"
            | "exactly"
            | "only"
    ) {
        doubt.approximate = !matches!(tokens.word(at), "just" | "exactly" | "only");
        start += 1;
    }
    let (by, mut behind) = count(tokens, start)?;
    let is_half = tokens.is(start.wrapping_sub(1), "half");
    if tokens.phrase(behind, "and a half").is_some() || is_half {
        return None;
    }
    behind += usize::from(tokens.is_dash(behind) && tokens.is_glued(behind));
    behind += usize::from(matches!(
        tokens.word(behind),
        "full" | "short" | "whole" | "more"
    ));
    let unit = match tokens.class(behind) {
        Class::Unit(unit) if by == 1 => unit,
        Class::Units(unit) if by != 1 => unit,
        _ => return None,
    };
    let by = if tokens.is(behind, "fortnight") {
        2
    } else {
        by
    };
    let mut end = behind + 1;
    if tokens.phrase(end, "or so").is_some() {
        (doubt.approximate, end) = (true, end + 2);
    }
    end += usize::from(tokens.is_dash(end) && matches!(tokens.word(end + 1), "earlier" | "ago"));
    let (sign, anchor) = match tokens.word(end) {
        "ago" => (-1, Anchor::Published),
        "earlier" | "previously" | "beforehand" => (-1, Anchor::Running),
        "later" | "afterwards" | "afterward" | "hence" | "thereafter" => (1, Anchor::Running),
        word @ ("before" | "after" | "from") => {
            let sign = if word == "before" { -1 } else { 1 };
            return beside(tokens, at, end + 1, (sign * by, unit), doubt);
        }
        _ => return None,
    };
    let step = Step::Offset {
        by: sign * by,
        unit,
        to: counted_to(unit, by == 1),
    };
    let piece = Piece::step(at, end + 1, step, anchor, "relative");
    Some(vague::doubted(piece, doubt))
}

/// "in two weeks", which is a date only in a sentence about the future, and "in three days’ time".
pub(super) fn ahead(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if !tokens.is(at, "in") {
        return None;
    }
    let (by, behind) = count(tokens, at + 1)?;
    let (Class::Unit(unit) | Class::Units(unit)) = tokens.class(behind) else {
        return None;
    };
    let mut end = behind + 1;
    end += usize::from(matches!(tokens.sign(end), Some('\'' | '’')));
    end += usize::from(tokens.is(end, "s"));
    let is_said = tokens.is(end, "time");
    let step = Step::Offset {
        by,
        unit,
        to: counted_to(unit, by == 1),
    };
    let (end, rule) = if is_said {
        (end + 1, "relative")
    } else {
        (behind + 1, "ahead")
    };
    let follows = tokens.class(end) != Class::None
        || unit == Unit::Quarter
        || matches!(tokens.word(end), "of" | "old" | "or" | "that");
    (!follows).then(|| Piece::step(at, end, step, Anchor::Published, rule))
}

/// "two days before Christmas", "a week after 3 May 1998", "two weeks from Monday".
pub(super) fn beside(
    tokens: &Tokens<'_>,
    at: usize,
    other: usize,
    (by, unit): (i32, Unit),
    doubt: Doubt,
) -> Option<Piece> {
    let step = Step::Offset {
        by,
        unit,
        to: counted_to(unit, by.abs() == 1),
    };
    if tokens.is(other, "now") || tokens.is(other, "today") {
        let piece = Piece::step(at, other + 1, step, Anchor::Published, "relative");
        return Some(vague::doubted(piece, doubt));
    }
    let Some(piece) = super::grammar::named(tokens, other) else {
        // "two weeks before." stands alone; "two weeks before the vote" says nothing of a date.
        let alone = tokens.word(other).is_empty()
            || matches!(
                tokens.word(other),
                "and"
                    | "but"
                    | "when"
                    | "he"
                    | "she"
                    | "they"
                    | "it"
                    | "we"
                    | "i"
                    | "had"
                    | "was"
                    | "were"
            );
        let is_from = tokens.is(other.saturating_sub(1), "from");
        let piece = Piece::step(at, other, step, Anchor::Running, "relative");
        return (alone && !is_from && tokens.number(other).is_none())
            .then(|| vague::doubted(piece, doubt));
    };
    let mut steps = piece.steps;
    if let [Step::Pick(What::Weekday(_), tense @ Tense::Nearest)] = steps.as_mut_slice()
        && tokens.is(other.saturating_sub(1), "from")
    {
        *tense = Tense::Future;
    }
    steps.push(step);
    let piece = Piece {
        first: at,
        end: piece.end,
        steps,
        anchor: piece.anchor,
        rule: "relative",
    };
    Some(vague::doubted(piece, doubt))
}
