//! What only looks like a date: "May said", "the Friday Club", "Flight 1987", "in 2000 steps".
//!
//! Every question here is answered from the few tokens around; none knows a document.

mod months;
mod years;

pub(super) use months::{is_bare_month, needs_capital};
pub(super) use years::{is_counted, is_year};

use crate::dates::lexicon::{Class, Mark};
use crate::dates::token::{Kind, Letters, Tokens};

/// Whether a preposition or the like stands before a position.
pub(super) fn has_preposition(tokens: &Tokens<'_>, at: usize) -> bool {
    at > 0 && tokens.has(at - 1, Mark::BeforeTime)
}

/// Whether the token at a position is glued to a word, number or currency before it.
pub(super) fn is_glued_to_word(tokens: &Tokens<'_>, at: usize) -> bool {
    if !tokens.is_glued(at) {
        return false;
    }
    match tokens.before(at).map(|it| it.kind) {
        Some(Kind::Sign(sign)) => {
            let is_joint = matches!(sign, '-' | '.' | '/' | ',' | ':' | '_' | '\'' | '’');
            // "c.1850", "1789-07-14/1789-07-15"
            let circa = sign == '.' && matches!(tokens.word(at.wrapping_sub(2)), "c" | "ca");
            let goes_back = tokens.is_glued(at.saturating_sub(1)) && !circa;
            matches!(
                sign,
                '$' | '£' | '€' | '#' | '@' | '_' | '=' | '&' | '\\' | '+'
            ) || (is_joint && goes_back && !is_mid(tokens, at))
        }
        Some(_) => true,
        None => false,
    }
}

/// Whether "mid-" or the like is glued before a position.
fn is_mid(tokens: &Tokens<'_>, at: usize) -> bool {
    // "555-1987", "747-1998", "E-1998" are no ranges of years.
    let dashed = at
        .checked_sub(2)
        .and_then(|at| tokens.get(at))
        .map(|it| (it.kind, it.span.len()));
    let is_code = match dashed {
        Some((Kind::Number(_, n_digits), _)) => {
            n_digits <= 3
                && tokens.number(at).is_some_and(|it| it.1 == 4)
                && crate::dates::years::era(tokens, at + 1).is_none()
        }
        Some((Kind::Word, len)) => len <= 2,
        _ => false,
    };
    if is_code && tokens.is_glued(at.saturating_sub(1)) {
        return false;
    }
    let word = at.checked_sub(2).map_or("", |at| tokens.word(at));
    let is_prefix = matches!(word, "mid" | "early" | "late" | "post" | "pre");
    let is_range = tokens.is_dash(at.saturating_sub(1));
    is_prefix || is_range
}

pub(super) fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "told"
            | "was"
            | "were"
            | "is"
            | "are"
            | "has"
            | "had"
            | "have"
            | "will"
            | "would"
            | "be"
    )
}

/// Whether "No.", "Art.", "p." or the like stands before a position.
pub(super) fn is_abbreviated_label(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_sign(at.wrapping_sub(1), '.')
        && tokens.is_glued(at.wrapping_sub(1))
        && matches!(
            tokens.word(at.wrapping_sub(2)),
            "no" | "nos"
                | "nr"
                | "art"
                | "sec"
                | "vol"
                | "p"
                | "pp"
                | "fig"
                | "ch"
                | "para"
                | "cap"
                | "tel"
                | "ext"
                | "v"
        )
}

/// Whether a word like "version" or "section" makes the numbers behind it a label.
pub(super) fn is_label(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word_before(at);
    if matches!(tokens.sign(at.wrapping_sub(1)), Some('§' | '№' | '#'))
        || is_abbreviated_label(tokens, at)
    {
        return true;
    }
    tokens.has(at.wrapping_sub(1), Mark::Numbered)
        && !matches!(
            word,
            "about"
                | "nearly"
                | "almost"
                | "over"
                | "only"
                | "some"
                | "roughly"
                | "approximately"
                | "exactly"
                | "case"
                | "order"
                | "law"
                | "act"
                | "file"
        )
}

/// Whether a weekday or the like is part of a name: "the Friday Club", "Black Monday", "Friday’s Child".
pub(super) fn is_part_of_name(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let next_is_name = tokens
        .get(end)
        .is_some_and(|it| it.kind == Kind::Word && it.letters == Letters::Capital && it.spaced)
        && matches!(tokens.class(end), Class::None);
    let before = tokens.word_before(at);
    let is_start = !matches!(tokens.kind_before(at), Some(Kind::Word));
    // "on Monday and Friday Smith left" lists days; "and Friday Smith left" names somebody.
    let is_person = before == "and"
        && !matches!(
            tokens.class(at.wrapping_sub(2)),
            Class::Weekday(_) | Class::ShortWeekday(_)
        );
    let is_place = matches!(
        tokens.word(end),
        "street" | "road" | "market" | "mosque" | "club" | "times" | "post"
    );
    if next_is_name && (matches!(before, "the" | "a") || is_start || is_person || is_place) {
        return true;
    }
    // "the Mail on Sunday"
    if before == "on"
        && matches!(tokens.word(at.wrapping_sub(2)), "mail" | "independent")
        && tokens.is_capital(at.wrapping_sub(2))
    {
        return true;
    }
    // "Friday the 13th"
    if tokens.is(end, "the") && tokens.number(end + 1).is_some() {
        return true;
    }
    let name_before = tokens.before(at).is_some_and(|it| {
        it.kind == Kind::Word && it.letters == Letters::Capital && it.class == Class::None
    });
    name_before
        && matches!(
            before,
            "black"
                | "bloody"
                | "good"
                | "super"
                | "man"
                | "ash"
                | "palm"
                | "holy"
                | "cyber"
                | "casual"
                | "fat"
        )
        || matches!(before, "every" | "each" | "named" | "called")
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn what_only_looks_like_a_date_is_left() {
        check(&[
            (
                "May said the March on Washington was over.",
                "",
                "",
                "names and verbs",
            ),
            (
                "April Jones met June Carter; August Strindberg wrote.",
                "",
                "",
                "people",
            ),
            (
                "The Sun and the Friday Club said a second will was found.",
                "",
                "",
                "papers and clubs",
            ),
            (
                "Jan sat with Mark; the May family moved.",
                "",
                "",
                "more names",
            ),
            (
                "Man Friday, Black Friday, Friday the 13th.",
                "",
                "",
                "names of days",
            ),
            (
                "Theresa May said in May that she would go.",
                "",
                "May=XXXX-05",
                "both",
            ),
            (
                "Psalm 1912, page 1998, resolution 1970, Windows 2000.",
                "",
                "",
                "labels",
            ),
        ]);
    }
}
