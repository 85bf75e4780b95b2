//! Ranges with one end open: "since 2019", "until Friday", "before May 1945", "from 1998 onwards".

use dossier_time::expr::{Step, Tense};

use super::grammar;
use super::piece::{Anchor, Found, Meaning, Piece};
use super::ranges::closed;
use super::token::Tokens;

/// "from 1998 onwards", "from 3 May on,".
pub(super) fn onward(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
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

/// "since X", "until X", "before X", "after X".
pub(super) fn open(tokens: &Tokens<'_>, first: usize, at: usize) -> Option<Found> {
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

/// "not after 1912", "not before 1912".
pub(super) fn not_beyond(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let piece = grammar::single(tokens, at + 2)?;
    let (end, is_after) = (piece.end, tokens.is(at + 1, "after"));
    let meaning = if is_after {
        Meaning::Between(None, Some(piece))
    } else {
        Meaning::Between(Some(piece), None)
    };
    Some(Found {
        first: at,
        end,
        meaning,
        rule: if is_after { "until" } else { "since" },
    })
}

/// What has lasted since a day began before.
fn past(piece: &mut Piece) {
    if let Some(Step::Pick(_, tense @ Tense::Nearest)) = piece.steps.last_mut() {
        *tense = Tense::Past;
    }
}
