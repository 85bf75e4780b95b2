//! Tells past from future for a bare weekday or month, by the verbs of its sentence.
//!
//! The nearest verb before the date decides, then the nearest one behind it.

use std::ops::Range;

use dossier_time::expr::Tense;

use super::token::{Kind, Tokens};

/// How many tokens are looked at to each side.
const REACH: usize = 30;

/// The tense of the sentence around a date: past, future, or nearest when nothing tells.
///
/// `sentence` holds the positions of the sentence's tokens.
pub(super) fn of(tokens: &Tokens<'_>, date: Range<usize>, sentence: Range<usize>) -> Tense {
    let start = sentence.start.max(date.start.saturating_sub(REACH));
    let end = sentence.end.min(date.end.saturating_add(REACH));
    let lead = tokens.word_before(date.start);
    let at_first = if tokens.is(date.start, "until") {
        "until"
    } else {
        lead
    };
    let lasted = (start..date.start).any(|at| {
        matches!(
            tokens.word(at),
            "lasted"
                | "remained"
                | "stayed"
                | "continued"
                | "ran"
                | "worked"
                | "lived"
                | "held"
                | "kept"
                | "fought"
                | "served"
        )
    });
    let has_verb = (start..date.start)
        .any(|at| cue(tokens, at).is_some() || matches!(tokens.word(at), "is" | "are" | "be"));
    let ahead = matches!(at_first, "until" | "till" | "through") && has_verb && !lasted;
    if ahead || is_as_soon_as(tokens, date.start) {
        return Tense::Future;
    }
    let cue = |at: usize| cue(tokens, at);
    (start..date.start)
        .rev()
        .find_map(cue)
        .or_else(|| (date.end..end).find_map(cue))
        .unwrap_or(Tense::Nearest)
}

/// "as soon as Tuesday", "as early as May".
fn is_as_soon_as(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(start) = at.checked_sub(3) else {
        return false;
    };
    tokens.is(start, "as")
        && matches!(tokens.word(start + 1), "soon" | "early" | "late")
        && tokens.is(start + 2, "as")
}

fn cue(tokens: &Tokens<'_>, at: usize) -> Option<Tense> {
    if tokens.get(at)?.kind != Kind::Word {
        return None;
    }
    let word = tokens.word(at);
    let before = tokens.word_before(at);
    let plans = matches!(word, "plan" | "planning" | "plans") && tokens.is(at + 1, "to");
    if is_future(word) || plans {
        return Some(Tense::Future);
    }
    if is_present(tokens, at) {
        return Some(Tense::Future);
    }
    // "is to resume"
    if before == "to" && matches!(tokens.word(at.wrapping_sub(2)), "is" | "are") {
        return Some(Tense::Future);
    }
    // "to meet", "to be held": what is to happen, unless it has ("was to", "came to").
    if before == "to"
        && matches!(
            word,
            "be" | "begin"
                | "meet"
                | "take"
                | "hold"
                | "start"
                | "open"
                | "end"
                | "visit"
                | "arrive"
                | "leave"
                | "vote"
                | "go"
                | "run"
                | "return"
        )
    {
        return Some(Tense::Future);
    }
    if is_past(word) {
        let passive = before == "be"
            || (matches!(before, "not" | "also") && tokens.word(at.wrapping_sub(2)) == "be");
        return (!passive).then_some(Tense::Past);
    }
    None
}

/// "Voters go to the polls", "talks, which opened on Sunday, end on Friday": what is told of the present and has a
/// date lies ahead.
fn is_present(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = tokens.word_before(at);
    match tokens.word(at) {
        "meets" | "ends" | "reopens" | "resumes" | "closes" | "arrives" | "goes" | "departs"
        | "convenes" => true,
        "go" | "meet" | "end" | "begin" | "start" | "open" | "close" | "resume" | "vote"
        | "arrive" | "leave" | "return" | "convene" | "depart" => {
            let is_plural = before.len() > 3
                && before.ends_with('s')
                && !matches!(before, "this" | "does" | "always");
            is_plural
                || matches!(before, "they" | "we" | "you" | "which" | "who" | "people")
                || tokens.is_sign(at.wrapping_sub(1), ',')
        }
        _ => false,
    }
}

/// Whether a word says that something lies ahead.
pub(super) fn is_future(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "ll"
            | "shall"
            | "expected"
            | "expects"
            | "expect"
            | "due"
            | "scheduled"
            | "slated"
            | "plans"
            | "upcoming"
            | "would"
            | "soon"
            | "hopes"
            | "hope"
            | "intends"
            | "may"
            | "might"
            | "should"
            | "must"
            | "can"
            | "tomorrow"
            | "deadline"
            | "begins"
            | "starts"
            | "opens"
            | "expires"
            | "expire"
            | "takes"
            | "going"
            | "forthcoming"
            | "tentatively"
    )
}

fn is_past(word: &str) -> bool {
    (word.len() > 3
        && word.ends_with("ed")
        && !matches!(
            word,
            "need"
                | "indeed"
                | "united"
                | "allied"
                | "hundred"
                | "alleged"
                | "proposed"
                | "speed"
                | "feed"
                | "seed"
                | "limited"
                | "based"
                | "armed"
        ))
        || matches!(
            word,
            "was"
                | "were"
                | "had"
                | "did"
                | "said"
                | "told"
                | "has"
                | "have"
                | "been"
                | "began"
                | "came"
                | "went"
                | "took"
                | "made"
                | "gave"
                | "held"
                | "won"
                | "lost"
                | "fell"
                | "rose"
                | "met"
                | "left"
                | "sent"
                | "got"
                | "found"
                | "became"
                | "saw"
                | "ran"
                | "grew"
                | "led"
                | "shot"
                | "hit"
                | "spoke"
                | "wrote"
                | "struck"
                | "broke"
                | "drew"
                | "flew"
                | "fought"
                | "bought"
                | "sold"
                | "paid"
                | "brought"
                | "thought"
                | "kept"
                | "felt"
                | "stood"
                | "knew"
                | "quit"
                | "drove"
                | "ate"
                | "chose"
                | "swept"
                | "died"
                | "since"
                | "threw"
                | "taught"
                | "caught"
                | "built"
                | "spent"
                | "reached"
                | "slid"
                | "sank"
                | "ago"
                | "lay"
                | "lied"
                | "heard"
                | "agreed"
                | "says"
        )
}
