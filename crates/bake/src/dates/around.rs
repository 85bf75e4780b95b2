//! Dates beside one that is not repeated: "the day before", "the year-ago quarter", "the end of the year".

use dossier_time::edtf::Doubt;
use dossier_time::expr::{Step, Tense, Unit};

use super::counted::beside;
use super::lexicon::Class;
use super::parts;
use super::piece::{Anchor, Piece};
use super::token::Tokens;
use super::traps;

/// "the day before", "the year before", "the day after Christmas", "the day following", "the weekend", "the month".
pub(super) fn around(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if !tokens.is(at, "the") {
        return year_earlier(tokens, at);
    }
    if let Some(piece) = year_earlier(tokens, at + 1) {
        return Some(piece.from(at));
    }
    if let Class::Unit(unit) = tokens.class(at + 1)
        && let Some(end) = tokens.phrase(at + 2, "before last")
    {
        return Some(Piece::step(
            at,
            end,
            Step::Shift(unit, -2),
            Anchor::Published,
            "relative",
        ));
    }
    let latest = usize::from(matches!(tokens.word(at + 1), "latest" | "current"));
    if tokens.phrase(at, "the latest period").is_some() {
        let step = Step::Shift(Unit::Quarter, 0);
        return Some(Piece::step(at, at + 3, step, Anchor::Running, "quarter"));
    }
    let Class::Unit(unit) = tokens.class(at + 1 + latest) else {
        return None;
    };
    let end = at + 2 + latest;
    if latest == 1 {
        let is_past = tokens.is(at + 1, "latest");
        return (is_past && unit == Unit::Quarter).then(|| {
            Piece::step(
                at,
                end,
                Step::Shift(Unit::Quarter, 0),
                Anchor::Running,
                "quarter",
            )
        });
    }
    let sign = match tokens.word(end) {
        "before" | "previous" | "earlier" => -1,
        "after" | "following" | "later" => 1,
        _ => {
            let before = tokens.word_before(at);
            let ended = matches!(
                before,
                "of" | "later" | "earlier" | "in" | "for" | "during" | "over" | "on" | "by" | "at"
            ) || at == 0;
            return match unit {
                Unit::Weekend if ended => Some(Piece::step(
                    at,
                    end,
                    Step::Shift(Unit::Weekend, 0),
                    Anchor::Free,
                    "weekend",
                )),
                Unit::Quarter if tokens.phrase(end, "a year ago").is_some() => {
                    let step = Step::Offset {
                        by: -4,
                        unit: Unit::Quarter,
                        to: Unit::Quarter,
                    };
                    Some(Piece::step(at, end + 3, step, Anchor::Running, "quarter"))
                }
                Unit::Quarter
                    if matches!(before, "for" | "in" | "during" | "of" | "over")
                        && !matches!(tokens.word(end), "of" | "ago") =>
                {
                    Some(Piece::step(
                        at,
                        end,
                        Step::Shift(Unit::Quarter, 0),
                        Anchor::Running,
                        "quarter",
                    ))
                }
                Unit::Year | Unit::Month | Unit::Decade | Unit::Century if is_ended(tokens, at) => {
                    Some(Piece::step(
                        at,
                        end,
                        Step::Shift(unit, 0),
                        Anchor::Free,
                        "relative",
                    ))
                }
                _ => None,
            };
        }
    };
    if matches!(tokens.word(end), "before" | "after") {
        let piece = beside(tokens, at, end + 1, (sign, unit), Doubt::default())?;
        let Some(Step::Offset { by, unit, .. }) = piece.steps.last().cloned() else {
            return Some(piece);
        };
        let mut steps = piece.steps;
        steps.pop();
        steps.push(Step::Shift(unit, by));
        return Some(Piece { steps, ..piece });
    }
    Some(Piece::step(
        at,
        end + 1,
        Step::Shift(unit, sign),
        Anchor::Running,
        "relative",
    ))
}

/// "the end of the year", "later in the month".
fn is_ended(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.word_before(at) {
        "of" => matches!(
            tokens.word(at.wrapping_sub(2)),
            "end" | "beginning" | "start" | "middle" | "rest" | "remainder" | "part" | "half"
        ),
        "in" => matches!(
            tokens.word(at.wrapping_sub(2)),
            "later" | "earlier" | "early" | "late"
        ),
        _ => false,
    }
}

/// "year end", "year-end", "year’s end".
fn year_end(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let possessive = matches!(tokens.sign(at + 1), Some('\'' | '’')) && tokens.is(at + 2, "s");
    let behind = at
        + 1
        + if possessive {
            2
        } else {
            usize::from(tokens.is_dash(at + 1))
        };
    let led_in = matches!(
        tokens.word_before(at),
        "by" | "at" | "until" | "around" | "before" | "since" | "through" | "near"
    );
    let is_end = tokens.is(at, "year") && tokens.is(behind, "end") && led_in;
    is_end.then(|| {
        Piece::step(
            at,
            behind + 1,
            Step::Shift(Unit::Year, 0),
            Anchor::Published,
            "relative",
        )
    })
}

/// "year-earlier", "the year-ago quarter", "a year ago" is [`counted`].
fn year_earlier(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if let Some(piece) = year_end(tokens, at) {
        return Some(piece);
    }
    let is_year = tokens.is(at, "year")
        && tokens.is_dash(at + 1)
        && matches!(tokens.word(at + 2), "earlier" | "ago");
    if !is_year || traps::is_glued_to_word(tokens, at) {
        return None;
    }
    let mut end = at + 3;
    let step = Step::Shift(Unit::Year, -1);
    if tokens.is(end, "quarter") || tokens.is(end, "period") || tokens.is(end, "results") {
        end += 1;
        let step = Step::Offset {
            by: -4,
            unit: Unit::Quarter,
            to: Unit::Quarter,
        };
        return Some(Piece::step(at, end, step, Anchor::Running, "quarter"));
    }
    if let Some(part) = parts::part_of_year(tokens, end)
        && let Some(what) = part.what()
    {
        return Some(Piece {
            first: at,
            end: part.end,
            steps: vec![step, Step::Pick(what, Tense::Same)],
            anchor: Anchor::Running,
            rule: "quarter",
        });
    }
    let step = Step::Offset {
        by: -1,
        unit: Unit::Year,
        to: Unit::Month,
    };
    Some(Piece::step(at, end, step, Anchor::Running, "relative"))
}
