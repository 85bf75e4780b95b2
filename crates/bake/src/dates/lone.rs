//! Days that stand alone: "Friday", "the 15th".

use dossier_time::expr::{Step, Tense, Unit, What};

use super::lexicon::Class;
use super::piece::{Anchor, Piece};
use super::relative;
use super::token::{Letters, Tokens};
use super::traps;
use super::written::weekday;

/// A weekday by itself: "Friday", "last Friday", "on the previous Friday".
pub(super) fn lone_weekday(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (weekday, end) = weekday(tokens, at)?;
    let is_short = matches!(tokens.class(at), Class::ShortWeekday(_));
    let is_written_so = !traps::needs_capital(tokens, at) || tokens.is_capital(at);
    let has_preposition = matches!(
        tokens.word_before(at),
        "on" | "last" | "next" | "this" | "until" | "since" | "by" | "from"
    );
    let is_short_fine = !is_short
        || (has_preposition
            && tokens
                .get(at)
                .is_some_and(|it| it.letters == Letters::Capital)
            && !tokens.is(at, "sun"));
    if !is_written_so || !is_short_fine || traps::is_part_of_name(tokens, at, end) {
        return None;
    }
    if let Some(piece) = of_week(tokens, at, weekday, end) {
        return Some(piece);
    }
    Some(Piece::free(at, end, What::Weekday(weekday), "weekday"))
}

/// "Tuesday of last week", "Thursday next week", "Friday week".
fn of_week(tokens: &Tokens<'_>, at: usize, weekday: u8, end: usize) -> Option<Piece> {
    let pick = |steps: Vec<Step>, end, anchor| {
        Some(Piece {
            first: at,
            end,
            steps,
            anchor,
            rule: "weekday",
        })
    };
    if tokens.is(end, "week") {
        let steps = vec![
            Step::Pick(What::Weekday(weekday), Tense::Future),
            Step::Offset {
                by: 1,
                unit: Unit::Week,
                to: Unit::Day,
            },
        ];
        return pick(steps, end + 1, Anchor::Published);
    }
    let of = usize::from(matches!(tokens.word(end), "of" | "in"));
    let (by, anchor, _, behind) = relative::pointer(tokens, end + of)?;
    if !tokens.is(behind, "week") {
        return None;
    }
    let steps = vec![
        Step::Shift(Unit::Week, by),
        Step::Pick(What::Weekday(weekday), Tense::Same),
    ];
    pick(steps, behind + 1, anchor)
}

/// "the 15th" by itself: a day of the month that the text is in.
pub(super) fn lone_day(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if !tokens.is(at, "the")
        || !matches!(
            tokens.word_before(at),
            "on" | "by" | "until" | "since" | "from" | "to" | "and"
        )
    {
        return None;
    }
    let (number, 1..=2) = tokens.number(at + 1)? else {
        return None;
    };
    let is_ordinal =
        tokens.is_glued(at + 2) && matches!(tokens.word(at + 2), "st" | "nd" | "rd" | "th");
    let day = u8::try_from(number)
        .ok()
        .filter(|it| (1..=31).contains(it))?;
    let mut end = at + 3;
    let next = tokens.word(end);
    let stands_alone = next.is_empty()
        || matches!(
            next,
            "and"
                | "when"
                | "the"
                | "but"
                | "to"
                | "he"
                | "she"
                | "they"
                | "was"
                | "were"
                | "had"
                | "it"
                | "we"
                | "a"
                | "of"
        );
    if !is_ordinal || !stands_alone || tokens.is_dash(end) {
        return None;
    }
    if let Some(behind) = tokens
        .phrase(end, "of the month")
        .or_else(|| tokens.phrase(end, "of this month"))
    {
        end = behind;
    } else if tokens.is(end, "of") {
        let (by, anchor, _, behind) = relative::pointer(tokens, end + 1)?;
        let steps = vec![
            Step::Shift(Unit::Month, by),
            Step::Pick(What::Day(day), Tense::Same),
        ];
        return tokens.is(behind, "month").then_some(Piece {
            first: at,
            end: behind + 1,
            steps,
            anchor,
            rule: "day",
        });
    }
    Some(Piece::free(at, end, What::Day(day), "day"))
}
