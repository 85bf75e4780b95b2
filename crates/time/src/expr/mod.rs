//! A date expression before an anchor was chosen: "in July", "two weeks ago", "Tuesday of next week".
//!
//! An expression is a row of steps. Each step takes the date the step before gave (the first one takes the
//! anchor) and gives another. A range is two such rows. The text form is compact and stable; it is what a
//! moment keeps in `unresolved`:
//!
//! | step | means | example |
//! |---|---|---|
//! | `=EDTF` | this value | `=1805` |
//! | `+2w:d` | that much later (`-`: earlier), to the precision behind the colon | `-1y:m` "a year ago" |
//! | `@m-1` | the unit around the date, moved by so many | "last month" |
//! | `M07p` | the month, by tense | "in July" |
//! | `D07-14p`, `D07-14#5p` | the day, if given on that weekday | "Friday, 14 July" |
//! | `N14p` | the day of a month | "the 14th" |
//! | `W5p` | the weekday | "on Friday" |
//! | `S21p` | a season, quarter, third or half, by its EDTF code | "in spring" |
//! | `Heaster:p` | a holiday | "at Easter" |
//! | `~`, `?`, `%` | the date, doubted | "around" |
//! | `T14:30` | that time of the day | |
//!
//! Steps are separated by a space; the two halves of a range by ` .. `, of which one may be missing. Tenses:
//! `p` past, `f` future, `P` and `F` strictly so, `n` nearest, `s` in the same year, month or week, `b` and `a` nearest
//! but rather before or after.

mod holiday;
mod pick;
mod resolve;

use std::fmt;

use crate::edtf::{Clock, Doubt, Edtf, ParseError};

pub use holiday::Holiday;
pub use resolve::resolve;

/// A date expression before an anchor was chosen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expr {
    /// One date.
    At(Vec<Step>),
    /// From one date to another; `None` is an open end.
    Between(Option<Vec<Step>>, Option<Vec<Step>>),
}

/// One step of an expression.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A value that needs no anchor.
    Value(Edtf),
    /// So many units later (earlier when negative).
    Offset {
        /// How many.
        by: i32,
        /// Of what.
        unit: Unit,
        /// The precision of the result: a day, week, month, quarter, year or coarser.
        to: Unit,
    },
    /// The unit in which the date lies, moved by so many units.
    Shift(Unit, i32),
    /// The one of its kind that the tense chooses.
    Pick(What, Tense),
    /// The same date, doubted.
    Doubt(Doubt),
    /// The same day at that time.
    Clock(Clock),
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Day.
    Day,
    /// Week, from Monday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Month.
    Month,
    /// Quarter of a year.
    Quarter,
    /// Half a year.
    Half,
    /// Year.
    Year,
    /// Decade: ten years that begin with one ending in 0.
    Decade,
    /// Century: a hundred years that begin with one ending in 00, as EDTF counts them.
    Century,
}

/// What there is one of in each week, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// Month 1–12.
    Month(u8),
    /// A day of the year.
    MonthDay {
        /// 1–12.
        month: u8,
        /// 1–31.
        day: u8,
        /// 1 (Monday) to 7, when the weekday was written too.
        weekday: Option<u8>,
    },
    /// Day of a month, 1–31.
    Day(u8),
    /// 1 (Monday) to 7.
    Weekday(u8),
    /// A season, quarter, third or half: EDTF code 21–41.
    Part(u8),
    /// A holiday.
    Holiday(Holiday),
}

/// Which one is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// The last one that has begun.
    Past,
    /// The first one that has not ended.
    Future,
    /// The last one that has ended.
    StrictPast,
    /// The first one that has not begun.
    StrictFuture,
    /// The one that is nearest.
    Nearest,
    /// The one that is nearest, unless it lies well ahead: then the last one.
    RatherPast,
    /// The one that is nearest, unless it lies well behind: then the next one.
    RatherFuture,
    /// The one in the same year (month, week).
    Same,
}

const UNITS: [(Unit, char); 9] = [
    (Unit::Day, 'd'),
    (Unit::Week, 'w'),
    (Unit::Weekend, 'e'),
    (Unit::Month, 'm'),
    (Unit::Quarter, 'q'),
    (Unit::Half, 'h'),
    (Unit::Year, 'y'),
    (Unit::Decade, 'D'),
    (Unit::Century, 'C'),
];

const TENSES: [(Tense, char); 8] = [
    (Tense::Past, 'p'),
    (Tense::Future, 'f'),
    (Tense::StrictPast, 'P'),
    (Tense::StrictFuture, 'F'),
    (Tense::Nearest, 'n'),
    (Tense::RatherPast, 'b'),
    (Tense::RatherFuture, 'a'),
    (Tense::Same, 's'),
];

impl Unit {
    fn letter(self) -> char {
        UNITS.iter().find(|it| it.0 == self).map_or('d', |it| it.1)
    }

    fn from_letter(letter: char) -> Option<Self> {
        UNITS.iter().find(|it| it.1 == letter).map(|it| it.0)
    }
}

impl Tense {
    fn letter(self) -> char {
        TENSES.iter().find(|it| it.0 == self).map_or('n', |it| it.1)
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(steps) => row(f, steps),
            Self::Between(from, to) => {
                if let Some(from) = from {
                    row(f, from)?;
                    f.write_str(" ")?;
                }
                f.write_str("..")?;
                if let Some(to) = to {
                    f.write_str(" ")?;
                    row(f, to)?;
                }
                Ok(())
            }
        }
    }
}

fn row(f: &mut fmt::Formatter<'_>, steps: &[Step]) -> fmt::Result {
    for (idx, step) in steps.iter().enumerate() {
        if idx > 0 {
            f.write_str(" ")?;
        }
        write!(f, "{step}")?;
    }
    Ok(())
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => write!(f, "={value}"),
            Self::Offset { by, unit, to } => {
                write!(f, "{by:+}{}:{}", unit.letter(), to.letter())
            }
            Self::Shift(unit, by) => write!(f, "@{}{by:+}", unit.letter()),
            Self::Pick(what, tense) => {
                match what {
                    What::Month(month) => write!(f, "M{month:02}"),
                    What::MonthDay {
                        month,
                        day,
                        weekday,
                    } => {
                        write!(f, "D{month:02}-{day:02}")?;
                        weekday.map_or(Ok(()), |it| write!(f, "#{it}"))
                    }
                    What::Day(day) => write!(f, "N{day:02}"),
                    What::Weekday(weekday) => write!(f, "W{weekday}"),
                    What::Part(code) => write!(f, "S{code}"),
                    What::Holiday(holiday) => write!(f, "H{}:", holiday.name()),
                }?;
                write!(f, "{}", tense.letter())
            }
            Self::Doubt(doubt) => f.write_str(match (doubt.approximate, doubt.uncertain) {
                (true, true) => "%",
                (true, false) => "~",
                _ => "?",
            }),
            Self::Clock(clock) => write!(f, "T{clock}"),
        }
    }
}

impl Expr {
    /// A single step.
    #[must_use]
    pub fn step(step: Step) -> Self {
        Self::At(vec![step])
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// When a step is not one of those described at the top of this file.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let mut halves = text.split(' ').collect::<Vec<_>>();
        let Some(middle) = halves.iter().position(|it| *it == "..") else {
            return steps(&halves).map(Self::At).ok_or(ParseError);
        };
        let to = halves.split_off(middle);
        let half = |words: &[&str]| {
            if words.is_empty() {
                Ok(None)
            } else {
                steps(words).map(Some).ok_or(ParseError)
            }
        };
        let (from, to) = (half(&halves)?, half(to.get(1..).unwrap_or(&[]))?);
        if from.is_none() && to.is_none() {
            return Err(ParseError);
        }
        Ok(Self::Between(from, to))
    }
}

fn steps(words: &[&str]) -> Option<Vec<Step>> {
    words.iter().map(|it| step(it)).collect()
}

fn step(text: &str) -> Option<Step> {
    let head = text.chars().next()?;
    let rest = text.get(head.len_utf8()..)?;
    let doubt = |approximate, uncertain| {
        rest.is_empty().then_some(Step::Doubt(Doubt {
            approximate,
            uncertain,
        }))
    };
    match head {
        '=' => Edtf::parse(rest).ok().map(Step::Value),
        '~' => doubt(true, false),
        '?' => doubt(false, true),
        '%' => doubt(true, true),
        '+' | '-' => {
            let (amount, to) = text.split_once(':')?;
            let (by, unit) = amount.split_at_checked(amount.len().checked_sub(1)?)?;
            Some(Step::Offset {
                by: by.parse().ok()?,
                unit: unit.chars().next().and_then(Unit::from_letter)?,
                to: single(to).and_then(Unit::from_letter)?,
            })
        }
        '@' => {
            let unit = rest.chars().next().and_then(Unit::from_letter)?;
            Some(Step::Shift(unit, rest.get(1..)?.parse().ok()?))
        }
        'T' => match Edtf::parse(&format!("2000-01-01T{rest}")).ok()? {
            Edtf::Date(date) => date.clock.map(Step::Clock),
            _ => None,
        },
        _ => {
            let letter = text.chars().next_back()?;
            let tense = TENSES.iter().find(|it| it.1 == letter)?.0;
            what(head, rest.strip_suffix(letter)?).map(|it| Step::Pick(it, tense))
        }
    }
}

fn what(head: char, text: &str) -> Option<What> {
    let number = |text: &str, low: u8, high: u8| {
        let number: u8 = text.parse().ok()?;
        (low..=high).contains(&number).then_some(number)
    };
    match head {
        'M' => number(text, 1, 12).map(What::Month),
        'N' => number(text, 1, 31).map(What::Day),
        'W' => number(text, 1, 7).map(What::Weekday),
        'S' => number(text, 21, 41).map(What::Part),
        'H' => Holiday::from_name(text.strip_suffix(':')?).map(What::Holiday),
        'D' => {
            let (date, weekday) = match text.split_once('#') {
                Some((date, weekday)) => (date, Some(number(weekday, 1, 7)?)),
                None => (text, None),
            };
            let (month, day) = date.split_once('-')?;
            Some(What::MonthDay {
                month: number(month, 1, 12)?,
                day: number(day, 1, 31)?,
                weekday,
            })
        }
        _ => None,
    }
}

fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_text_form_comes_back_as_it_was() {
        let rows = [
            "M07p",
            "M07b",
            "D07-14a",
            "D07-14f",
            "D07-14#5n",
            "N14s",
            "W5P",
            "S21F",
            "Heaster:p",
            "-2w:d",
            "-1y:m",
            "@m-1",
            "@d+0",
            "@y-1 M05s",
            "=1805 M10s",
            "W5p T14:30",
            "W1p .. W5f",
            ".. W5f",
            "M03p ..",
            "@y-1 ~",
            "?",
            "%",
        ];
        for text in rows {
            assert_eq!(
                Expr::parse(text).map(|it| it.to_string()).as_deref(),
                Ok(text)
            );
        }
        for text in [
            "",
            "..",
            "M13p",
            "M07",
            "M07pp",
            "+w:d",
            "@",
            "é",
            "Hnever:p",
            "D07p",
            "a .. b .. c",
            "+2é:d",
        ] {
            assert_eq!(Expr::parse(text), Err(ParseError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in ".{0,24}", other in "[MDNWSH@=+:#. 0-9a-zA-Z~?%-]{0,24}") {
            for text in [text, other] {
                if let Ok(expr) = Expr::parse(&text) {
                    prop_assert_eq!(Expr::parse(&expr.to_string()), Ok(expr));
                }
            }
        }
    }
}
