//! Dates said from another date: "yesterday", "two weeks ago", "last Friday", "the day before", "that year".

use dossier_time::edtf::Doubt;
use dossier_time::expr::{Step, Tense, Unit, What};

use super::lexicon::Class;
use super::names;
use super::piece::{Anchor, Piece, counted_to};
use super::token::{Letters, Tokens};
use super::traps;
use super::vague;
use super::written;

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

/// Reads "yesterday", "last Friday" and the like: what points without counting.
pub(super) fn simple(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    named_day(tokens, at).or_else(|| pointed(tokens, at))
}

/// Reads a relative date that begins at a position.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    named_day(tokens, at)
        .or_else(|| ahead(tokens, at))
        .or_else(|| pointed(tokens, at))
        .or_else(|| counted(tokens, at))
        .or_else(|| around(tokens, at))
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
fn pointer(tokens: &Tokens<'_>, at: usize) -> Option<(i32, Anchor, Tense, usize)> {
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
            && let Some(part) = vague::part_of_year(tokens, end + 2)
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

/// "two weeks ago", "a year earlier", "three days later", "two days after Christmas", "a year-ago".
fn counted(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let mut start = at;
    let mut doubt = Doubt::default();
    if matches!(
        tokens.word(at),
        "nearly"
            | "almost"
            | "about"
            | "roughly"
            | "some"
            | "around"
            | "approximately"
            | "just"
            | "exactly"
            | "only"
    ) {
        doubt.approximate = !matches!(tokens.word(at), "just" | "exactly" | "only");
        start += 1;
    }
    let (by, mut behind) = count(tokens, start)?;
    let is_half = tokens.is(start.wrapping_sub(1), "half");
    if tokens.phrase(behind, "and a half").is_some() || is_half {
        return None;
    }
    behind += usize::from(tokens.is_dash(behind) && tokens.is_glued(behind));
    behind += usize::from(matches!(
        tokens.word(behind),
        "full" | "short" | "whole" | "more"
    ));
    let unit = match tokens.class(behind) {
        Class::Unit(unit) if by == 1 => unit,
        Class::Units(unit) if by != 1 => unit,
        _ => return None,
    };
    let by = if tokens.is(behind, "fortnight") {
        2
    } else {
        by
    };
    let mut end = behind + 1;
    if tokens.phrase(end, "or so").is_some() {
        (doubt.approximate, end) = (true, end + 2);
    }
    end += usize::from(tokens.is_dash(end) && matches!(tokens.word(end + 1), "earlier" | "ago"));
    let (sign, anchor) = match tokens.word(end) {
        "ago" => (-1, Anchor::Published),
        "earlier" | "previously" | "beforehand" => (-1, Anchor::Running),
        "later" | "afterwards" | "afterward" | "hence" | "thereafter" => (1, Anchor::Running),
        word @ ("before" | "after" | "from") => {
            let sign = if word == "before" { -1 } else { 1 };
            return beside(tokens, at, end + 1, (sign * by, unit), doubt);
        }
        _ => return None,
    };
    let step = Step::Offset {
        by: sign * by,
        unit,
        to: counted_to(unit, by == 1),
    };
    let piece = Piece::step(at, end + 1, step, anchor, "relative");
    Some(vague::doubted(piece, doubt))
}

/// "in two weeks", which is a date only in a sentence about the future, and "in three days’ time".
fn ahead(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if !tokens.is(at, "in") {
        return None;
    }
    let (by, behind) = count(tokens, at + 1)?;
    let (Class::Unit(unit) | Class::Units(unit)) = tokens.class(behind) else {
        return None;
    };
    let mut end = behind + 1;
    end += usize::from(matches!(tokens.sign(end), Some('\'' | '’')));
    end += usize::from(tokens.is(end, "s"));
    let is_said = tokens.is(end, "time");
    let step = Step::Offset {
        by,
        unit,
        to: counted_to(unit, by == 1),
    };
    let (end, rule) = if is_said {
        (end + 1, "relative")
    } else {
        (behind + 1, "ahead")
    };
    let follows = tokens.class(end) != Class::None
        || unit == Unit::Quarter
        || matches!(tokens.word(end), "of" | "old" | "or" | "that");
    (!follows).then(|| Piece::step(at, end, step, Anchor::Published, rule))
}

/// "two days before Christmas", "a week after 3 May 1998", "two weeks from Monday".
fn beside(
    tokens: &Tokens<'_>,
    at: usize,
    other: usize,
    (by, unit): (i32, Unit),
    doubt: Doubt,
) -> Option<Piece> {
    let step = Step::Offset {
        by,
        unit,
        to: counted_to(unit, by.abs() == 1),
    };
    if tokens.is(other, "now") || tokens.is(other, "today") {
        let piece = Piece::step(at, other + 1, step, Anchor::Published, "relative");
        return Some(vague::doubted(piece, doubt));
    }
    let Some(piece) = super::grammar::named(tokens, other) else {
        // "two weeks before." stands alone; "two weeks before the vote" says nothing of a date.
        let alone = tokens.word(other).is_empty()
            || matches!(
                tokens.word(other),
                "and"
                    | "but"
                    | "when"
                    | "he"
                    | "she"
                    | "they"
                    | "it"
                    | "we"
                    | "i"
                    | "had"
                    | "was"
                    | "were"
            );
        let is_from = tokens.is(other.saturating_sub(1), "from");
        let piece = Piece::step(at, other, step, Anchor::Running, "relative");
        return (alone && !is_from && tokens.number(other).is_none())
            .then(|| vague::doubted(piece, doubt));
    };
    let mut steps = piece.steps;
    steps.push(step);
    let piece = Piece {
        first: at,
        end: piece.end,
        steps,
        anchor: piece.anchor,
        rule: "relative",
    };
    Some(vague::doubted(piece, doubt))
}

/// "the day before", "the year before", "the day after Christmas", "the day following", "the weekend", "the month".
fn around(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if !tokens.is(at, "the") {
        return year_earlier(tokens, at);
    }
    if let Some(piece) = year_earlier(tokens, at + 1) {
        return Some(piece.from(at));
    }
    if let Class::Unit(unit) = tokens.class(at + 1)
        && let Some(end) = tokens.phrase(at + 2, "before last")
    {
        return Some(Piece::step(
            at,
            end,
            Step::Shift(unit, -2),
            Anchor::Published,
            "relative",
        ));
    }
    let latest = usize::from(matches!(tokens.word(at + 1), "latest" | "current"));
    if tokens.phrase(at, "the latest period").is_some() {
        let step = Step::Shift(Unit::Quarter, 0);
        return Some(Piece::step(at, at + 3, step, Anchor::Running, "quarter"));
    }
    let Class::Unit(unit) = tokens.class(at + 1 + latest) else {
        return None;
    };
    let end = at + 2 + latest;
    if latest == 1 {
        let is_past = tokens.is(at + 1, "latest");
        return (is_past && unit == Unit::Quarter).then(|| {
            Piece::step(
                at,
                end,
                Step::Shift(Unit::Quarter, 0),
                Anchor::Running,
                "quarter",
            )
        });
    }
    let sign = match tokens.word(end) {
        "before" | "previous" | "earlier" => -1,
        "after" | "following" | "later" => 1,
        _ => {
            let before = tokens.word_before(at);
            let ended = matches!(
                before,
                "of" | "later" | "earlier" | "in" | "for" | "during" | "over" | "on" | "by" | "at"
            ) || at == 0;
            return match unit {
                Unit::Weekend if ended => Some(Piece::step(
                    at,
                    end,
                    Step::Shift(Unit::Weekend, 0),
                    Anchor::Free,
                    "weekend",
                )),
                Unit::Quarter if tokens.phrase(end, "a year ago").is_some() => {
                    let step = Step::Offset {
                        by: -4,
                        unit: Unit::Quarter,
                        to: Unit::Quarter,
                    };
                    Some(Piece::step(at, end + 3, step, Anchor::Running, "quarter"))
                }
                Unit::Quarter
                    if matches!(before, "for" | "in" | "during" | "of" | "over")
                        && !matches!(tokens.word(end), "of" | "ago") =>
                {
                    Some(Piece::step(
                        at,
                        end,
                        Step::Shift(Unit::Quarter, 0),
                        Anchor::Running,
                        "quarter",
                    ))
                }
                Unit::Year | Unit::Month | Unit::Decade | Unit::Century if is_ended(tokens, at) => {
                    Some(Piece::step(
                        at,
                        end,
                        Step::Shift(unit, 0),
                        Anchor::Free,
                        "relative",
                    ))
                }
                _ => None,
            };
        }
    };
    if matches!(tokens.word(end), "before" | "after") {
        let piece = beside(tokens, at, end + 1, (sign, unit), Doubt::default())?;
        let Some(Step::Offset { by, unit, .. }) = piece.steps.last().cloned() else {
            return Some(piece);
        };
        let mut steps = piece.steps;
        steps.pop();
        steps.push(Step::Shift(unit, by));
        return Some(Piece { steps, ..piece });
    }
    Some(Piece::step(
        at,
        end + 1,
        Step::Shift(unit, sign),
        Anchor::Running,
        "relative",
    ))
}

/// "the end of the year", "later in the month".
fn is_ended(tokens: &Tokens<'_>, at: usize) -> bool {
    match tokens.word_before(at) {
        "of" => matches!(
            tokens.word(at.wrapping_sub(2)),
            "end" | "beginning" | "start" | "middle" | "rest" | "remainder" | "part" | "half"
        ),
        "in" => matches!(
            tokens.word(at.wrapping_sub(2)),
            "later" | "earlier" | "early" | "late"
        ),
        _ => false,
    }
}

/// "year end", "year-end", "year’s end".
fn year_end(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    let possessive = matches!(tokens.sign(at + 1), Some('\'' | '’')) && tokens.is(at + 2, "s");
    let behind = at
        + 1
        + if possessive {
            2
        } else {
            usize::from(tokens.is_dash(at + 1))
        };
    let led_in = matches!(
        tokens.word_before(at),
        "by" | "at" | "until" | "around" | "before" | "since" | "through" | "near"
    );
    let is_end = tokens.is(at, "year") && tokens.is(behind, "end") && led_in;
    is_end.then(|| {
        Piece::step(
            at,
            behind + 1,
            Step::Shift(Unit::Year, 0),
            Anchor::Published,
            "relative",
        )
    })
}

/// "year-earlier", "the year-ago quarter", "a year ago" is [`counted`].
fn year_earlier(tokens: &Tokens<'_>, at: usize) -> Option<Piece> {
    if let Some(piece) = year_end(tokens, at) {
        return Some(piece);
    }
    let is_year = tokens.is(at, "year")
        && tokens.is_dash(at + 1)
        && matches!(tokens.word(at + 2), "earlier" | "ago");
    if !is_year || traps::is_glued_to_word(tokens, at) {
        return None;
    }
    let mut end = at + 3;
    let step = Step::Shift(Unit::Year, -1);
    if tokens.is(end, "quarter") || tokens.is(end, "period") || tokens.is(end, "results") {
        end += 1;
        let step = Step::Offset {
            by: -4,
            unit: Unit::Quarter,
            to: Unit::Quarter,
        };
        return Some(Piece::step(at, end, step, Anchor::Running, "quarter"));
    }
    if let Some(part) = vague::part_of_year(tokens, end)
        && let Some(what) = part.what()
    {
        return Some(Piece {
            first: at,
            end: part.end,
            steps: vec![step, Step::Pick(what, Tense::Same)],
            anchor: Anchor::Running,
            rule: "quarter",
        });
    }
    let step = Step::Offset {
        by: -1,
        unit: Unit::Year,
        to: Unit::Month,
    };
    Some(Piece::step(at, end, step, Anchor::Running, "relative"))
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
