//! What only looks like a date: "May said", "the Friday Club", "Flight 1987", "in 2000 steps".
//!
//! Every question here is answered from the few tokens around; none knows a document.

use super::lexicon::{Class, Mark};
use super::token::{Kind, Letters, Token, Tokens};

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
            n_digits == 3 && super::years::era(tokens, at + 1).is_none()
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

/// Whether the word at a position is one that a date writes with a capital.
pub(super) fn needs_capital(tokens: &Tokens<'_>, at: usize) -> bool {
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
pub(super) fn is_bare_month(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let is_month = |at: usize| matches!(tokens.class(at), Class::Month(_) | Class::ShortMonth(_));
    let before = tokens.word_before(at);
    let earlier = tokens.word(at.wrapping_sub(2));
    // "the 400th of May" is no day, and no May either.
    let is_no_day = before == "of" && matches!(earlier, "st" | "nd" | "rd" | "th");
    if is_no_day || matches!(before, "every" | "each") {
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
    let is_name = |it: &Token| it.kind == Kind::Word && it.letters != Letters::Small;
    let next_is_name = tokens.get(end).is_some_and(|it| is_name(it) && it.spaced);
    if led_in {
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

fn is_verb(word: &str) -> bool {
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

/// Whether a word like "version" or "section" makes the numbers behind it a label.
pub(super) fn is_label(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word_before(at);
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
    if next_is_name && (matches!(before, "the" | "a") || is_start) {
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
        || matches!(before, "every" | "each")
}

/// Whether what stands at a position is counted by the number before it.
pub(super) fn is_counted(tokens: &Tokens<'_>, at: usize) -> bool {
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
pub(super) fn is_year(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
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
        Some('$' | '£' | '€' | '#' | '+' | '=' | '×' | '*')
    ) {
        return false;
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
    );
    if strong {
        let starts = tokens
            .before(at.saturating_sub(1))
            .is_none_or(|it| matches!(it.kind, Kind::Sign('.' | '!' | '?' | '”' | '"')));
        return !counted || before != "in" || (starts && !is_round);
    }
    if tokens.has(at.wrapping_sub(1), Mark::Numbered) {
        return matches!(before, "about") && !counted && !is_round;
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
            let is_entry =
                tokens.is_sign(at - 1, ':') && tokens.number(at.wrapping_sub(2)).is_some();
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
