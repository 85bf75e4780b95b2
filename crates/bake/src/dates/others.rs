//! What speaks of time and is no date: "every Friday", "three months", "daily", "now".

use dossier_time::expr::Unit;

use super::counts;
use super::lexicon::Class;
use super::piece::{Found, Meaning};
use super::token::Tokens;
use super::traps;

/// "every Friday", "each month", "per year": no date.
pub(super) fn repetition(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let mut end = at + 1;
    end += usize::from(
        counts::ordinal(tokens, end).is_some() || matches!(tokens.word(end), "other" | "single"),
    );
    let value = match tokens.class(end) {
        Class::None => return None,
        Class::Weekday(day) => format!("XXXX-WXX-{day}"),
        Class::Unit(unit) | Class::Units(unit) => length(1, unit),
        _ => String::new(),
    };
    Some(other(at, end + 1, value, "repetition"))
}

/// "three months", "a five-year", "10 days", "several weeks", "daily", "now": no date.
pub(super) fn duration(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if traps::is_glued_to_word(tokens, at) {
        return None;
    }
    match tokens.class(at) {
        Class::Every(unit) => return Some(other(at, at + 1, length(1, unit), "repetition")),
        Class::Now => return Some(other(at, at + 1, "PRESENT_REF".to_owned(), "now")),
        _ => {}
    }
    let is_open = matches!(
        tokens.word(at),
        "several" | "few" | "many" | "recent" | "coming"
    );
    let (by, mut end) = match counts::count(tokens, at) {
        Some((1, end)) if tokens.is(end, "few") => (None, end + 1),
        Some((by, end)) => (Some(by), end),
        None if is_open => (None, at + 1),
        None => return None,
    };
    end += usize::from(tokens.is_dash(end));
    let unit = tokens.class(end);
    let value = match (by, unit) {
        (Some(by), Class::Unit(unit) | Class::Units(unit)) => length(by, unit),
        (None, Class::Units(unit)) => length(0, unit).replace('0', "X"),
        (by, Class::ClockUnit) => {
            let letter = tokens.word(end).chars().next()?.to_ascii_uppercase();
            by.map_or(format!("PTX{letter}"), |by| format!("PT{by}{letter}"))
        }
        _ => return None,
    };
    Some(other(at, end + 1, value, "duration"))
}

/// An ISO 8601 duration; decades and centuries are counted in years, quarters in months.
fn length(by: i32, unit: Unit) -> String {
    let (times, letter) = match unit {
        Unit::Day | Unit::Weekend => (1, 'D'),
        Unit::Week => (1, 'W'),
        Unit::Month => (1, 'M'),
        Unit::Quarter => (3, 'M'),
        Unit::Half => (6, 'M'),
        Unit::Year => (1, 'Y'),
        Unit::Decade => (10, 'Y'),
        Unit::Century => (100, 'Y'),
    };
    format!("P{}{letter}", by.saturating_mul(times))
}

fn other(first: usize, end: usize, value: String, rule: &'static str) -> Found {
    Found {
        first,
        end,
        meaning: Meaning::Other(value),
        rule,
    }
}
