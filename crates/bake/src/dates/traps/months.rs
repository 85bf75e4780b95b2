//! Whether a month’s name means the month: not in "May said", "the March on Washington", "August Strindberg".

use super::{has_preposition, is_verb};
use crate::dates::lexicon::{Class, Mark};
use crate::dates::token::{Kind, Letters, Token, Tokens};

/// Whether the word at a position is one that a date writes with a capital.
pub(in crate::dates) fn needs_capital(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.word(at).is_ascii()
        && matches!(
            tokens.word(at),
            "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "jan"
                | "feb"
                | "mar"
                | "apr"
                | "jun"
                | "jul"
                | "aug"
                | "sep"
                | "sept"
                | "oct"
                | "nov"
                | "dec"
                | "mon"
                | "tue"
                | "tues"
                | "wed"
                | "weds"
                | "thu"
                | "thur"
                | "thurs"
                | "fri"
                | "sat"
                | "sun"
        )
}

/// Whether a month's name by itself means the month.
///
/// "May", "March", "August", "April", "June" and short forms must be led in ("in May"), since they are also
/// verbs and people's names; the others must not be part of a name.
pub(in crate::dates) fn is_bare_month(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let is_month = |at: usize| matches!(tokens.class(at), Class::Month(_) | Class::ShortMonth(_));
    let before = tokens.word_before(at);
    let earlier = tokens.word(at.wrapping_sub(2));
    // "the 400th of May" is no day, and no May either.
    let is_no_day = before == "of" && matches!(earlier, "st" | "nd" | "rd" | "th");
    if is_no_day || matches!(before, "every" | "each" | "named" | "called") {
        return false;
    }
    // "mid-May", "Sept.–Oct. 1998", "the March accession"
    let is_mid = tokens.is_dash(at.wrapping_sub(1)) && matches!(earlier, "mid" | "early" | "late");
    let begins_range = tokens.is_dash(end) && is_month(end + 1) && tokens.is_capital(end + 1);
    if is_mid || begins_range || describes_noun(tokens, at, end) {
        return true;
    }
    let led_in = has_preposition(tokens, at) && !(before == "that" && tokens.is_sign(end, ','));
    let is_short = matches!(tokens.class(at), Class::ShortMonth(_));
    if is_short && !tokens.is_sign(end.saturating_sub(1), '.') && before != "in" {
        return false;
    }
    if is_short
        || matches!(
            tokens.word(at),
            "may" | "march" | "august" | "april" | "june"
        )
    {
        let is_chain = matches!(before, "and" | "or" | "to") && is_month(at.wrapping_sub(2));
        let is_loose = matches!(before, "and" | "or" | "that" | "as" | "at" | "on");
        return led_in && !is_verb_or_name(tokens, before, end) && (is_chain || !is_loose);
    }
    let is_name = |it: &Token<'_>| it.kind == Kind::Word && it.letters != Letters::Small;
    let next_is_name = tokens.get(end).is_some_and(|it| is_name(it) && it.spaced);
    // "Tuesday Weld and January Jones"
    if led_in && !(next_is_name && matches!(before, "and" | "or") && !is_month(at.wrapping_sub(2)))
    {
        return true;
    }
    let is_small_word = matches!(
        before,
        "the"
            | "in"
            | "by"
            | "since"
            | "early"
            | "late"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
    );
    let before_is_name = tokens.before(at).is_some_and(is_name) && !is_small_word;
    !(before_is_name || next_is_name && before == "the")
}

/// "the March accession", "a June agreement": a month before a noun.
fn describes_noun(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let has_article = matches!(
        tokens.word_before(at),
        "the" | "a" | "an" | "its" | "his" | "her" | "their"
    );
    let next = tokens.word(end);
    let is_noun = tokens
        .get(end)
        .is_some_and(|it| it.kind == Kind::Word && it.letters == Letters::Small && it.spaced)
        && !tokens.has(end, Mark::BeforeTime)
        && !is_verb(next)
        && !matches!(next, "against" | "that" | "which" | "who" | "not");
    let is_family = matches!(
        next,
        "family" | "government" | "administration" | "cabinet" | "ministry" | "campaign"
    );
    has_article && is_noun && !(tokens.is(at, "may") && is_family)
}

/// "to March on", "that May is", "and May said".
fn is_verb_or_name(tokens: &Tokens<'_>, before: &str, end: usize) -> bool {
    let next = tokens.word(end);
    let is_loose = matches!(
        before,
        "that"
            | "and"
            | "or"
            | "for"
            | "to"
            | "as"
            | "from"
            | "of"
            | "at"
            | "on"
            | "about"
            | "by"
            | "after"
    );
    is_loose && (is_verb(next) || matches!(next, "on" | "against"))
}
