//! Whether a number of four digits is a year: not in "Flight 1987", "2000 steps", "$1999".

use super::is_verb;
use crate::dates::lexicon::{Class, Mark};
use crate::dates::token::{Kind, Letters, Tokens};

/// Whether what stands at a position is counted by the number before it.
pub(in crate::dates) fn is_counted(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.has(at, Mark::Counted)
        || matches!(tokens.class(at), Class::Units(_) | Class::ClockUnit)
        || (tokens.is(at, "million") || tokens.is(at, "billion"))
        || is_plural(tokens, at)
}

/// Whether a word in small letters looks like a plural noun.
fn is_plural(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    tokens
        .get(at)
        .is_some_and(|it| it.letters == Letters::Small && it.spaced)
        && word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
        && !matches!(
            word,
            "elections"
                | "games"
                | "olympics"
                | "championships"
                | "finals"
                | "talks"
                | "always"
                | "perhaps"
                | "besides"
                | "whereas"
                | "attacks"
                | "protests"
                | "riots"
                | "events"
                | "results"
                | "earnings"
                | "sales"
                | "accords"
                | "reforms"
                | "wars"
                | "hostilities"
                | "levels"
                | "prices"
                | "negotiations"
                | "crisis"
                | "floods"
                | "fires"
                | "uprisings"
                | "bombings"
                | "killings"
                | "treaties"
                | "amendments"
                | "regulations"
                | "guidelines"
                | "figures"
                | "profits"
                | "terms"
                | "includes"
                | "sees"
                | "shows"
                | "marks"
                | "begins"
                | "starts"
                | "ends"
                | "comes"
                | "remains"
                | "seems"
        )
}

/// Whether a four-digit number by itself is a year.
pub(in crate::dates) fn is_year(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let Some((value, _)) = tokens.number(at) else {
        return false;
    };
    let before = tokens.word_before(at);
    let previous = tokens.before(at);
    let is_round = value.is_multiple_of(100);
    if matches!(tokens.sign(end), Some('%' | '°' | '$' | '€' | '£')) || is_unit_behind(tokens, end)
    {
        return false;
    }
    if matches!(
        tokens.sign(at.wrapping_sub(1)),
        Some('$' | '£' | '€' | '#' | '+' | '=' | '×' | '*' | '§' | '№')
    ) || is_address(tokens, end)
        || is_measure_behind(tokens, end)
        || super::is_abbreviated_label(tokens, at)
    {
        return false;
    }
    if is_circa(tokens, at) {
        return true;
    }
    let than = before == "than" && !matches!(tokens.word(at.wrapping_sub(2)), "earlier" | "later");
    if than || matches!(before, "no" | "nr" | "number" | "flight" | "room") {
        return false;
    }
    let counted = is_counted(tokens, end);
    let strong = matches!(
        before,
        "in" | "since"
            | "until"
            | "till"
            | "circa"
            | "during"
            | "year"
            | "years"
            | "early"
            | "late"
            | "mid"
            | "throughout"
            | "lord"
    );
    if strong {
        let starts = tokens
            .before(at.saturating_sub(1))
            .is_none_or(|it| matches!(it.kind, Kind::Sign('.' | '!' | '?' | '”' | '"')));
        return !counted || before != "in" || (starts && !is_round);
    }
    if tokens.has(at.wrapping_sub(1), Mark::Numbered) {
        // "in approximately 1850", "no later than 1648"
        let is_led = matches!(
            tokens.word(at.wrapping_sub(2)),
            "in" | "from" | "of" | "by" | "since" | "until" | "or" | "earlier" | "later"
        );
        let is_led = is_led || (before == "least" && tokens.is(at.wrapping_sub(2), "at"));
        let softens = matches!(before, "about") || (is_led && is_softener(before));
        return softens && !counted && (!is_round || is_led);
    }
    if counted && !matches!(before, "the" | "of" | "by" | "from" | "before" | "after") {
        return false;
    }
    if tokens.has(end, Mark::Counted) {
        return false;
    }
    match previous.map(|it| it.kind) {
        // At the very beginning: "1998: …", "1998 was", but not "2000 people".
        None | Some(Kind::Sign('\'' | '’' | '*' | '•')) => !counted,
        Some(Kind::Sign('(' | '[' | '–' | '—' | '-' | '/' | '“' | '"' | ';' | ':')) => {
            // "Population 2010: 1534" counts something.
            let is_entry = tokens.is_sign(at - 1, ':')
                && (tokens.number(at.wrapping_sub(2)).is_some()
                    || tokens.has(at.wrapping_sub(2), Mark::Numbered)
                    || matches!(
                        tokens.word(at.wrapping_sub(2)),
                        "population" | "total" | "votes" | "price" | "count" | "id"
                    ));
            !counted && !is_entry && (1400..2100).contains(&value)
        }
        Some(Kind::Sign(',')) => {
            !counted && (!is_round || matches!(tokens.sign(end), Some(',' | '.' | ')' | ';')))
        }
        Some(Kind::Sign('.' | '!' | '?')) => !counted && !tokens.is_glued(at),
        Some(Kind::Word) => {
            (1100..2100).contains(&value) && is_year_behind_word(tokens, at, end, value, counted)
        }
        _ => false,
    }
}

/// Whether the word before a four-digit number lets it be a year: "the 1998", "summer 1998", "unsuccessful 1996
/// campaign".
fn is_year_behind_word(
    tokens: &Tokens<'_>,
    at: usize,
    end: usize,
    value: u32,
    counted: bool,
) -> bool {
    let before = tokens.word_before(at);
    let is_lead = tokens.has(at.wrapping_sub(1), Mark::BeforeTime)
        || matches!(
            before,
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "its"
                | "their"
                | "our"
                | "whose"
                | "early"
                | "late"
                | "than"
                | "spring"
                | "summer"
                | "autumn"
                | "fall"
                | "winter"
                | "season"
                | "due"
                | "like"
                | "s"
                | "on"
                | "since"
                | "not"
                | "but"
                | "when"
                | "then"
                | "versus"
                | "vs"
                | "until"
                | "copyright"
                | "annual"
                | "cup"
                | "games"
                | "olympics"
                | "championship"
                | "championships"
                | "euro"
                | "expo"
                | "festival"
                | "conference"
                | "summit"
                | "census"
                | "edition"
                | "born"
                | "died"
                | "founded"
                | "established"
                | "built"
                | "erected"
                | "opened"
                | "closed"
                | "published"
        )
        || (matches!(before, "was" | "is")
            && matches!(
                tokens.word(at.wrapping_sub(2)),
                "it" | "year" | "that" | "date" | "this"
            ));
    let previous = tokens.before(at);
    let is_round = value.is_multiple_of(100);
    let class = previous.map_or(Class::None, |it| it.class);
    let is_time = !matches!(class, Class::None | Class::Count(_) | Class::Units(_));
    let is_name = previous.is_some_and(|it| it.letters == Letters::Capital);
    let describes = !is_name
        && (1900..2050).contains(&value)
        && !is_round
        && !counted
        && tokens
            .get(end)
            .is_some_and(|it| it.kind == Kind::Word && it.letters == Letters::Small && it.spaced)
        && tokens.word(end).len() > 3
        && !matches!(
            tokens.word(end),
            "more"
                | "other"
                | "additional"
                | "with"
                | "that"
                | "which"
                | "were"
                | "into"
                | "from"
                | "under"
        );
    is_lead
        || is_time
        || describes
        || (!is_name
            && !is_verb(before)
            && (1700..2100).contains(&value)
            && !is_round
            && is_clause_end(tokens, end))
}

/// "approximately", "no later than": words that soften a year when a preposition stands before them.
fn is_softener(word: &str) -> bool {
    matches!(
        word,
        "about" | "approximately" | "nearly" | "roughly" | "almost" | "exactly" | "than" | "least"
    )
}

/// Whether "c." or "~" stands before a number.
fn is_circa(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.sign(at.wrapping_sub(1)) {
        Some('.') => matches!(tokens.word(at.wrapping_sub(2)), "c" | "ca" | "cca"),
        Some('~') => true,
        _ => false,
    }
}

/// "1914 Elm Street", "1600 Pennsylvania Avenue NW".
fn is_address(tokens: &Tokens<'_>, end: usize) -> bool {
    let is_name = |at: usize| tokens.is_capital(at) && tokens.class(at) == Class::None;
    let is_street = |at: usize| {
        matches!(
            tokens.word(at),
            "street" | "avenue" | "road" | "lane" | "drive" | "boulevard" | "blvd" | "ave" | "rd"
        ) && tokens.is_capital(at)
    };
    is_name(end) && (is_street(end + 1) || is_name(end + 1) && is_street(end + 2))
}

/// "1500-metre", "2000-seat": a measure that describes; "2012-1": a number that goes on.
fn is_measure_behind(tokens: &Tokens<'_>, end: usize) -> bool {
    tokens.is_dash(end)
        && tokens.is_glued(end)
        && tokens.is_glued(end + 1)
        && (tokens.number(end + 1).is_some_and(|it| it.1 == 1)
            || is_unit_behind(tokens, end + 1)
            || matches!(
                tokens.word(end + 1),
                "metre"
                    | "meter"
                    | "mile"
                    | "foot"
                    | "ton"
                    | "tonne"
                    | "page"
                    | "seat"
                    | "man"
                    | "strong"
                    | "word"
                    | "acre"
                    | "year"
                    | "kilometre"
                    | "kilometer"
                    | "yard"
                    | "person"
                    | "member"
                    | "watt"
                    | "room"
                    | "square"
            ))
}

fn is_clause_end(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens
        .get(at)
        .is_none_or(|it| matches!(it.kind, Kind::Sign('.' | ',' | ';' | ')' | ':')))
        && !tokens.is_glued(at + 1)
}

fn is_unit_behind(tokens: &Tokens<'_>, end: usize) -> bool {
    matches!(
        tokens.word(end),
        "km" | "m"
            | "kg"
            | "mm"
            | "cm"
            | "ft"
            | "mph"
            | "kph"
            | "hp"
            | "cc"
            | "mb"
            | "gb"
            | "kb"
            | "hz"
            | "am"
            | "pm"
            | "x"
    )
}
