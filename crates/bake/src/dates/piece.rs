//! What the grammars give: a stretch of tokens and what it means, before an anchor is chosen.

use dossier_time::Day;
use dossier_time::day::month_length;
use dossier_time::edtf::{Date, Edtf, Part, Year};
use dossier_time::expr::{Step, Tense, Unit, What};

/// Which date an expression is resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// None: it says all itself.
    None,
    /// Whatever date the text is about: "in July".
    Free,
    /// The day the text was written: "yesterday", "two weeks ago".
    Published,
    /// The date the text spoke of last: "the day before", "that year".
    Running,
}

/// One date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Position of its first token.
    pub(super) first: usize,
    /// Position behind its last token.
    pub(super) end: usize,
    /// How it is resolved.
    pub(super) steps: Vec<Step>,
    /// Against what.
    pub(super) anchor: Anchor,
    /// Which rule read it.
    pub(super) rule: &'static str,
}

/// What a stretch of text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A date.
    At(Piece),
    /// From one date to another.
    Between(Option<Piece>, Option<Piece>),
    /// Day and month could be either way round: first day–month, then month–day.
    Either(Date, Date),
    /// A duration or a repetition as an ISO 8601 duration, or `PRESENT_REF`: no date.
    Other(String),
    /// A day that the calendar does not have.
    Impossible,
}

/// A stretch of text that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Position of its first token.
    pub(super) first: usize,
    /// Position behind its last token.
    pub(super) end: usize,
    /// What it means.
    pub(super) meaning: Meaning,
    /// Which rule read it.
    pub(super) rule: &'static str,
}

impl Piece {
    /// A date that says all itself.
    pub(super) fn value(first: usize, end: usize, value: Edtf, rule: &'static str) -> Self {
        Self {
            first,
            end,
            steps: vec![Step::Value(value)],
            anchor: Anchor::None,
            rule,
        }
    }

    /// A single date that says all itself.
    pub(super) fn date(first: usize, end: usize, date: Date, rule: &'static str) -> Self {
        Self::value(first, end, Edtf::Date(date), rule)
    }

    /// One of a kind, which one depends on the anchor.
    pub(super) fn free(first: usize, end: usize, what: What, rule: &'static str) -> Self {
        Self {
            first,
            end,
            steps: vec![Step::Pick(what, Tense::Nearest)],
            anchor: Anchor::Free,
            rule,
        }
    }

    /// A step from an anchor.
    pub(super) fn step(
        first: usize,
        end: usize,
        step: Step,
        anchor: Anchor,
        rule: &'static str,
    ) -> Self {
        Self {
            first,
            end,
            steps: vec![step],
            anchor,
            rule,
        }
    }

    /// The same date, read from an earlier token on.
    pub(super) fn from(mut self, first: usize) -> Self {
        self.first = first;
        self
    }

    /// The one of a kind that it is, when it is one that waits for an anchor.
    pub(super) fn what(&self) -> Option<What> {
        match (self.anchor, self.steps.first()) {
            (Anchor::Free, Some(Step::Pick(what, _))) => Some(*what),
            _ => None,
        }
    }

    /// The year, when the date says one.
    pub(super) fn known_year(&self) -> Option<i64> {
        match self.steps.first() {
            Some(Step::Value(Edtf::Date(date))) => date.year.known(),
            _ => None,
        }
    }

    /// The date, when it says all itself.
    pub(super) fn known(&self) -> Option<&Date> {
        match self.steps.as_slice() {
            [Step::Value(Edtf::Date(date))] => Some(date),
            _ => None,
        }
    }
}

/// The one of its kind in a year that is said with it; `None` for a day that the calendar does not have.
pub(super) fn in_year(what: What, year: i64) -> Option<Date> {
    let known = Year::Known(year);
    Some(match what {
        What::Month(month) => Date::new(known, Some(month), None),
        What::Part(code) => Date::new(known, Some(code), None),
        What::MonthDay { month, day, .. } => {
            let exists = (1..=month_length(year, month)).contains(&day);
            return exists.then(|| Date::new(known, Some(month), Some(day)));
        }
        What::Holiday(holiday) => Date::from_day(holiday.in_year(i32::try_from(year).ok()?)?),
        What::Day(_) | What::Weekday(_) => return None,
    })
}

/// The precision that a result has after counting in a unit.
pub(super) const fn counted_to(unit: Unit, by_one: bool) -> Unit {
    match unit {
        Unit::Day | Unit::Week | Unit::Weekend => Unit::Day,
        Unit::Month | Unit::Quarter | Unit::Half => Unit::Month,
        Unit::Year if by_one => Unit::Month,
        Unit::Year | Unit::Decade => Unit::Year,
        Unit::Century => Unit::Decade,
    }
}

/// The Gregorian day of a Julian one; `None` when the date is no day.
pub(super) fn gregorian(date: &Date) -> Option<Date> {
    let (year, month) = (date.year.known()?, date.month.and_then(Part::known)?);
    let day = Day::from_ymd(
        i32::try_from(year).ok()?,
        month,
        date.day.and_then(Part::known)?,
    )?;
    let counted = if month <= 2 { year - 1 } else { year };
    let shift = counted.div_euclid(100) - counted.div_euclid(400) - 2;
    Some(Date {
        doubts: date.doubts,
        clock: date.clock,
        ..Date::from_day(day.plus(i32::try_from(shift).ok()?))
    })
}
