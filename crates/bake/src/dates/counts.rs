//! Numbers as they are written: "third", "twenty-first", "3rd"; "two", "15", "a", "twenty-four".

use super::lexicon::Class;
use super::token::Tokens;

/// An ordinal number: "third", "twenty-first", "3rd", "17th"; the position behind it.
pub(super) fn ordinal(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    if let Some((number, 1..=2)) = tokens.number(at) {
        let is_ordinal =
            tokens.is_glued(at + 1) && matches!(tokens.word(at + 1), "st" | "nd" | "rd" | "th");
        return u8::try_from(number)
            .ok()
            .filter(|_| is_ordinal)
            .map(|it| (it, at + 2));
    }
    match tokens.class(at) {
        Class::Ordinal(number) => Some((number, at + 1)),
        Class::Count(tens @ (20 | 30)) => {
            let dash = usize::from(tokens.is_dash(at + 1));
            let Class::Ordinal(ones @ 1..=9) = tokens.class(at + 1 + dash) else {
                return None;
            };
            Some((u8::try_from(tens).ok()? + ones, at + 2 + dash))
        }
        _ => None,
    }
}

/// A number of units: "two", "15", "a", "twenty-four"; the position behind it.
pub(super) fn count(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    if let Some((number, n_digits)) = tokens.number(at) {
        let is_part =
            tokens.is_glued(at + 1) && matches!(tokens.sign(at + 1), Some('.' | ',' | ':' | '%'));
        return i32::try_from(number)
            .ok()
            .filter(|_| n_digits <= 4 && !is_part)
            .map(|it| (it, at + 1));
    }
    match (tokens.class(at), tokens.word(at)) {
        (_, "a") if tokens.phrase(at, "a couple of").is_some() => Some((2, at + 3)),
        (_, "a" | "an") => Some((1, at + 1)),
        (Class::Count(number), _) => {
            let dash = usize::from(tokens.is_dash(at + 1));
            if number >= 20
                && let Class::Count(ones @ 1..=9) = tokens.class(at + 1 + dash)
            {
                return Some((i32::from(number + ones), at + 2 + dash));
            }
            Some((i32::from(number), at + 1))
        }
        _ => None,
    }
}
