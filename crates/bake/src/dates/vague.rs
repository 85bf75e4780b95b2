//! Words that soften a date: "about", "possibly", "early", "the end of", and the archivist’s question mark.

use dossier_time::edtf::{Doubt, Edtf};
use dossier_time::expr::{Step, Unit};

use super::lexicon::Class;
use super::piece::Piece;
use super::token::Tokens;

/// "about", "circa", "c." before a date: the position behind.
pub(super) fn approximation(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    match tokens.word(at) {
        "about" | "around" | "circa" | "approximately" | "roughly" | "nearly" | "almost" => {
            let the = usize::from(tokens.is(at + 1, "the"));
            Some(at + 1 + the + usize::from(tokens.is(at + 1 + the, "year")))
        }
        "c" | "ca" | "cca" if tokens.is_sign(at + 1, '.') => Some(at + 2),
        "c" | "ca" if tokens.number(at + 1).is_some() => Some(at + 1),
        _ if tokens.is_sign(at, '~') => Some(at + 1),
        _ => None,
    }
}

/// "early", "mid-", "the end of", "later in the" before a date: the position behind.
pub(super) fn modifier(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mut end = at + usize::from(tokens.is(at, "the"));
    match tokens.word(end) {
        "early" | "earlier" | "late" | "later" | "mid" => {
            end += 1;
            end += usize::from(tokens.is_dash(end));
            end += usize::from(matches!(tokens.word(end), "in" | "on"));
            end += usize::from(tokens.is(end, "the"));
        }
        "end" | "beginning" | "start" | "middle" | "close" | "height" | "turn" | "rest"
        | "remainder" => {
            end = tokens.is(end + 1, "of").then_some(end + 2)?;
            end += usize::from(tokens.is(end, "the"));
        }
        "latter" => {
            end = tokens
                .phrase(end, "latter part of")
                .or_else(|| tokens.phrase(end, "latter half of"))?;
            end += usize::from(tokens.is(end, "the"));
        }
        // "the last week of April", "the first Monday in May": said to the month.
        "first" | "second" | "third" | "fourth" | "last" | "final" | "opening" | "closing" => {
            end += 1 + usize::from(tokens.is(end + 1, "two") || tokens.is(end + 1, "few"));
            let is_part = matches!(
                tokens.class(end),
                Class::Weekday(_)
                    | Class::Unit(Unit::Day | Unit::Week | Unit::Weekend)
                    | Class::Units(Unit::Day | Unit::Week)
            );
            let is_of = matches!(tokens.word(end + 1), "of" | "in");
            let is_month = matches!(
                tokens.class(end + 2),
                Class::Month(_) | Class::ShortMonth(_)
            );
            end = (is_part && is_of && is_month).then_some(end + 2)?;
        }
        _ => return None,
    }
    Some(end)
}

/// The doubt that the words before a position cast: "possibly in 1912".
pub(super) fn doubt_before(tokens: &Tokens<'_>, at: usize) -> Doubt {
    let mut at = at;
    for _ in 0..2 {
        if matches!(
            tokens.word_before(at),
            "in" | "on" | "from" | "during" | "of"
        ) {
            at -= 1;
        }
    }
    // "probably written in 1903"
    if matches!(
        tokens.word_before(at),
        "written" | "made" | "taken" | "built" | "painted" | "dated" | "printed" | "drawn" | "born"
    ) {
        at -= 1;
    }
    Doubt {
        approximate: false,
        uncertain: matches!(
            tokens.word_before(at),
            "possibly" | "perhaps" | "probably" | "maybe" | "presumably" | "likely"
        ),
    }
}

/// "[1912?]", "(1912?)": a question mark that a bracket closes.
pub(super) fn question_behind(tokens: &Tokens<'_>, end: usize) -> bool {
    // "1912 (?)"
    let open = usize::from(tokens.is_sign(end, '('));
    tokens.is_sign(end + open, '?')
        && tokens.is_glued(end + open)
        && matches!(tokens.sign(end + open + 1), Some(']' | ')'))
}

/// The same piece with a doubt on it.
pub(super) fn doubted(mut piece: Piece, doubt: Doubt) -> Piece {
    if doubt.is_none() {
        return piece;
    }
    match piece.steps.as_mut_slice() {
        [Step::Value(Edtf::Date(date))] => *date = date.clone().doubted(doubt),
        _ => piece.steps.push(Step::Doubt(doubt)),
    }
    if let [Step::Value(value)] = piece.steps.as_mut_slice() {
        // Printing and reading again sets the doubt on the parts that are there.
        if let Ok(same) = Edtf::parse(&value.to_string()) {
            *value = same;
        }
    }
    piece
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn parts_of_time_without_sharp_edges_are_read() {
        check(&[
            (
                "In the early 1990s and the ’60s.",
                "",
                "the early 1990s=199X; the ’60s=196X",
                "decades",
            ),
            (
                "A mill of the late 18th century.",
                "",
                "the late 18th century=17XX",
                "a century",
            ),
            (
                "In the 5th century BC.",
                "",
                "the 5th century BC=-04XX",
                "before the common era",
            ),
            (
                "In the summer of 1941.",
                "",
                "the summer of 1941=1941-22",
                "a season",
            ),
            (
                "In the winter of 1941/42.",
                "",
                "the winter of 1941/42=1941-24",
                "a winter has two years",
            ),
            (
                "Q3 2024, H1 2021 and the second quarter of 2023.",
                "",
                "Q3 2024=2024-35; H1 2021=2021-40; the second quarter of 2023=2023-34",
                "parts of a year",
            ),
            (
                "Around 1850, c. 1912 and ca. 480 BC.",
                "",
                "Around 1850=1850~; c. 1912=1912~; ca. 480 BC=-0479~",
                "approximate",
            ),
            ("Possibly in 1912.", "", "1912=1912?", "uncertain"),
            (
                "The photograph [1912?] shows it.",
                "",
                "1912=1912?",
                "an archivist’s guess",
            ),
            (
                "In late January.",
                "2019-11-02",
                "late January=2020-01",
                "a part of a month",
            ),
            (
                "He leaves at the end of the year.",
                "2024-05-15",
                "the end of the year=2024",
                "the current year",
            ),
            ("The fall of Rome; spring water.", "", "", "other things"),
        ]);
    }
}
