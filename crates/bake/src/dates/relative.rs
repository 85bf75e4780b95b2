//! Dates said from another date: "yesterday", "two weeks ago", "last Friday", "the day before", "that year".

use dossier_time::expr::{Step, Tense, Unit, What};

use super::around;
use super::counted;
use super::lexicon::Class;
use super::names;
use super::parts;
use super::piece::{Anchor, Piece};
use super::token::{Letters, Tokens};
use super::written;

/// Reads "yesterday", "last Friday" and the like: what points without counting.
pub(super) fn simple(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    named_day(tokens, at).or_else(|| pointed(tokens, at))
}

/// Reads a relative date that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    named_day(tokens, at)
        .or_else(|| counted::ahead(tokens, at))
        .or_else(|| pointed(tokens, at))
        .or_else(|| counted::counted(tokens, at))
        .or_else(|| around::around(tokens, at))
}

/// "today", "yesterday", "the day before yesterday", "last night", "this morning".
fn named_day(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let piece = |end, by| {
        let end = end + usize::from(tokens.class(end) == Class::DayPart);
        Some(Piece::step(
            at,
            end,
            Step::Shift(Unit::Day, by),
            Anchor::Published,
            "relative day",
        ))
    };
    match tokens.word(at) {
        "today" | "tonight" => piece(at + 1, 0),
        "yesterday" => piece(at + 1, -1),
        "tomorrow" => piece(at + 1, 1),
        "the" => {
            if let Some(end) = tokens.phrase(at, "the day before yesterday") {
                return piece(end, -2);
            }
            tokens
                .phrase(at, "the day after tomorrow")
                .and_then(|end| piece(end, 2))
        }
        "last" if tokens.is(at + 1, "night") => piece(at + 2, -1),
        "this" if tokens.class(at + 1) == Class::DayPart && !tokens.is(at + 1, "dawn") => {
            piece(at + 2, 0)
        }
        _ => None,
    }
}

/// How "last", "this" and the like point: by how many, from what, and by which tense among weekdays and months.
pub(super) fn pointer(tokens: &Tokens<'_>, at: usize) -> Option<(i32, Anchor, Tense, usize)> {
    let the = usize::from(tokens.is(at, "the"));
    let behind = at + the + 1;
    let (by, anchor, tense, end) = match tokens.word(at + the) {
        "last" | "past" if the == 0 => (-1, Anchor::Published, Tense::StrictPast, behind),
        "next" if the == 0 => (1, Anchor::Published, Tense::StrictFuture, behind),
        "coming" => (1, Anchor::Published, Tense::StrictFuture, behind),
        "this" if tokens.is(behind, "day") => (0, Anchor::Running, Tense::Same, behind),
        "this" if tokens.is(behind, "past") => (-1, Anchor::Published, Tense::Past, behind + 1),
        "this" if tokens.is(behind, "coming") => (1, Anchor::Published, Tense::Future, behind + 1),
        "current" if the == 1 => (0, Anchor::Published, Tense::Same, behind),
        "this" | "that" if tokens.is(behind, "same") => {
            (0, Anchor::Running, Tense::Same, behind + 1)
        }
        "this" => (0, Anchor::Published, Tense::Same, behind),
        "that" | "same" => (0, Anchor::Running, Tense::Same, behind),
        "previous" | "preceding" | "prior" => (-1, Anchor::Running, Tense::StrictPast, behind),
        "following" | "next" | "ensuing" | "subsequent" => {
            (1, Anchor::Running, Tense::StrictFuture, behind)
        }
        _ => return None,
    };
    Some((by, anchor, tense, end))
}

/// "last week", "next Friday", "this spring", "the following day", "that same year", "last Christmas".
fn pointed(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let (by, anchor, tense, mut behind) = pointer(tokens, at)?;
    behind += usize::from(tokens.is(behind, "calendar") || tokens.is(behind, "fiscal"));
    if let Class::Unit(unit) = tokens.class(behind) {
        // "the last quarter of 2023" is a quarter of that year, no quarter from here.
        let is_part =
            tokens.is(behind + 1, "of") && matches!(unit, Unit::Quarter | Unit::Week | Unit::Day);
        if is_part && matches!(tokens.word(behind.wrapping_sub(1)), "last" | "next") {
            return None;
        }
        let is_the_past = tokens.is(at, "the") && matches!(tokens.word(at + 1), "past" | "coming");
        let is_compound = tokens.is_dash(behind + 1)
            && matches!(
                tokens.word(behind + 2),
                "end" | "long" | "old" | "earlier" | "ago" | "round"
            );
        if is_the_past || is_compound {
            return None;
        }
        // "that day" is a date, "that week of all" is not our business; "this century" is.
        if tokens
            .get(behind)
            .is_some_and(|it| it.letters == Letters::Capital)
        {
            // "This Week" is the name of something.
            return None;
        }
        let unit_rule = "relative";
        let mut end = behind + 1;
        if unit == Unit::Year
            && matches!(tokens.sign(end), Some('\'' | '’'))
            && tokens.is(end + 1, "s")
            && let Some(part) = parts::part_of_year(tokens, end + 2)
            && let Some(what) = part.what()
        {
            return Some(Piece {
                first: at,
                end: part.end,
                steps: vec![Step::Shift(unit, by), Step::Pick(what, Tense::Same)],
                anchor,
                rule: "quarter",
            });
        }
        if unit == Unit::Day && tokens.class(end) == Class::DayPart {
            end += 1;
        }
        let unit_is_fine = unit != Unit::Day || anchor == Anchor::Running;
        return unit_is_fine
            .then(|| Piece::step(at, end, Step::Shift(unit, by), anchor, unit_rule));
    }
    let pick = |end, what, rule| Some(Piece::step(at, end, Step::Pick(what, tense), anchor, rule));
    match tokens.class(behind) {
        Class::DayPart if anchor == Anchor::Running => Some(Piece::step(
            at,
            behind + 1,
            Step::Shift(Unit::Day, by),
            anchor,
            "relative",
        )),
        class @ (Class::Month(_) | Class::ShortMonth(_)) if tokens.is_capital(behind) => {
            let is_that_name = tokens.is(at, "that") && tokens.is_sign(behind + 1, ',');
            let (month, end) = written::month(tokens, behind, class).filter(|_| !is_that_name)?;
            if let Some((number, 1..=2)) = tokens.number(end) {
                let day = u8::try_from(number)
                    .ok()
                    .filter(|it| (1..=31).contains(it))?;
                return pick(
                    end + 1,
                    What::MonthDay {
                        month,
                        day,
                        weekday: None,
                    },
                    "day",
                );
            }
            pick(end, What::Month(month), "month")
        }
        Class::Weekday(day) if tokens.is_capital(behind) => {
            let end = behind + 1;
            pick(end, What::Weekday(day), "weekday")
        }
        Class::Season(code) => pick(behind + 1, What::Part(code), "season"),
        _ => {
            let (holiday, end) = names::holiday(tokens, behind)?;
            pick(end, What::Holiday(holiday), "holiday")
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::dates::checks::check;

    #[test]
    fn dates_said_from_another_date_are_read() {
        check(&[
            (
                "Yesterday it rained.",
                "2024-05-15",
                "Yesterday=2024-05-14",
                "the day before",
            ),
            (
                "Two weeks ago it rained.",
                "2024-05-15",
                "Two weeks ago=2024-05-01",
                "counted back",
            ),
            (
                "It rained last month.",
                "2024-01-15",
                "last month=2023-12",
                "over the new year",
            ),
            (
                "It rained on Monday.",
                "1998-08-12",
                "Monday=1998-08-10",
                "past tense",
            ),
            (
                "It will rain on Monday.",
                "1998-08-12",
                "Monday=1998-08-17",
                "future tense",
            ),
            (
                "He met them last Tuesday, police said.",
                "1998-08-12",
                "last Tuesday=1998-08-11",
                "the one before",
            ),
            (
                "It starts in two weeks; he did it in two weeks.",
                "2024-05-15",
                "in two weeks=2024-05-29",
                "ahead, and a duration",
            ),
            (
                "On 3 May 1998 they met; the next day they left.",
                "",
                "3 May 1998=1998-05-03; the next day=1998-05-04",
                "from the date before",
            ),
            (
                "On 14 August he came; two days later he left.",
                "",
                "14 August=XXXX-08-14; two days later=XXXX-08-16",
                "no year is needed",
            ),
            (
                "In 1805 they came. The following year they left.",
                "",
                "1805=1805; The following year=1806",
                "a year",
            ),
            (
                "Two days before Christmas 1914.",
                "",
                "Two days before Christmas 1914=1914-12-23",
                "from a day with a name",
            ),
            (
                "Profit rose in the third quarter from a year earlier.",
                "1989-11-02",
                "the third quarter=1989-35; a year earlier=1988-35",
                "a quarter is compared with a quarter",
            ),
            (
                "Last week it rained.",
                "",
                "Last week=XXXX-XX-XX",
                "no anchor",
            ),
            (
                "Every Monday, for three months and two years.",
                "2024-05-15",
                "",
                "repetitions and durations",
            ),
        ]);
    }
}
