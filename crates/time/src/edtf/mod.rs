//! EDTF values (ISO 8601-2, levels 0 to 2): a date as certain as it was written.
//!
//! This file says what a value consists of. `parse` reads it, `print` writes it, `bounds` places it on the
//! axis of days.

mod bounds;
mod parse;
mod print;

pub use bounds::{Bounds, Precision};
pub use parse::ParseError;

/// A date as certain as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edtf {
    /// One date, to the precision it was given.
    Date(Date),
    /// From one end to the other, both included.
    Interval(End, End),
    /// Several dates.
    Set {
        /// Whether all are meant (`{…}`) or one of them (`[…]`).
        all: bool,
        /// The members, as given; at least one.
        members: Vec<Member>,
    },
}

/// One member of a set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Member {
    /// A date.
    One(Date),
    /// A date and all earlier ones (`..a`), all later ones (`a..`), or all between two (`a..b`). At least one
    /// end is given.
    Span(Option<Date>, Option<Date>),
}

/// One end of an interval.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// A date.
    Date(Date),
    /// It has no end (`..`).
    Open,
    /// It has an end, but which is not known (an empty end).
    Unknown,
}

/// A single date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: Year,
    /// The month 1–12, or a part of the year 21–41 (seasons, quarters, thirds, halves).
    pub month: Option<Part>,
    /// The day; only with a month 1–12.
    pub day: Option<Part>,
    /// A time of day; only with a day.
    pub clock: Option<Clock>,
    /// What is doubted of year, month and day.
    pub doubts: [Doubt; 3],
}

/// A year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Year {
    /// Astronomical: 0 is 1 BCE.
    Known(i64),
    /// Four digits of which at least one is `X`.
    Masked {
        /// Whether a minus sign stands before it.
        negative: bool,
        /// ASCII digits or `X`.
        digits: [u8; 4],
    },
}

/// A month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A number.
    Known(u8),
    /// Two digits of which at least one is `X`.
    Masked([u8; 2]),
}

impl Part {
    /// Not known at all.
    pub const UNKNOWN: Self = Self::Masked(*b"XX");

    /// The number, when it is known.
    #[must_use]
    pub const fn known(self) -> Option<u8> {
        match self {
            Self::Known(number) => Some(number),
            Self::Masked(_) => None,
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// 0–24.
    pub hour: u8,
    /// 0–59.
    pub minute: Option<u8>,
    /// 0–60; only with a minute.
    pub second: Option<u8>,
    /// Minutes east of Greenwich, where a zone was written. It never moves the day.
    pub zone: Option<i16>,
}

/// What is doubted of a part of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Doubt {
    /// `~`: about.
    pub approximate: bool,
    /// `?`: possibly.
    pub uncertain: bool,
}

impl Doubt {
    /// Whether nothing is doubted.
    #[must_use]
    pub const fn is_none(self) -> bool {
        !self.approximate && !self.uncertain
    }

    /// Both doubts together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            approximate: self.approximate || other.approximate,
            uncertain: self.uncertain || other.uncertain,
        }
    }
}

impl Year {
    /// A year of which nothing is known.
    pub const UNKNOWN: Self = Self::Masked {
        negative: false,
        digits: *b"XXXX",
    };

    /// The year, when it is known.
    #[must_use]
    pub const fn known(self) -> Option<i64> {
        match self {
            Self::Known(year) => Some(year),
            Self::Masked { .. } => None,
        }
    }

    /// The first and last year it can be; `None` when nothing is known of it.
    #[must_use]
    pub fn range(self) -> Option<(i64, i64)> {
        match self {
            Self::Known(year) => Some((year, year)),
            Self::Masked { digits, .. } if digits == *b"XXXX" => None,
            Self::Masked { negative, digits } => {
                let with = |fill: u8| {
                    digits.iter().fold(0, |sum, &digit| {
                        10 * sum + i64::from(if digit == b'X' { fill } else { digit } - b'0')
                    })
                };
                let (low, high) = (with(b'0'), with(b'9'));
                Some(if negative { (-high, -low) } else { (low, high) })
            }
        }
    }
}

impl Date {
    /// A date of which a year is known, and nothing doubted.
    #[must_use]
    pub fn year(year: i64) -> Self {
        Self::new(Year::Known(year), None, None)
    }

    /// A date with the parts given, and nothing doubted.
    #[must_use]
    pub fn new(year: Year, month: Option<u8>, day: Option<u8>) -> Self {
        Self {
            year,
            month: month.map(Part::Known),
            day: day.map(Part::Known),
            clock: None,
            doubts: [Doubt::default(); 3],
        }
    }

    /// The date of a day.
    #[must_use]
    pub fn from_day(day: crate::Day) -> Self {
        let (year, month, day) = day.ymd();
        Self::new(Year::Known(i64::from(year)), Some(month), Some(day))
    }

    /// The ten years that begin with `199` for 1990 to 1999: `decade` is the year divided by ten.
    #[must_use]
    pub fn decade(decade: i64) -> Self {
        Self::new(masked(decade, 1), None, None)
    }

    /// The hundred years 1900 to 1999 for 19: `century` is the year divided by a hundred.
    #[must_use]
    pub fn century(century: i64) -> Self {
        Self::new(masked(century, 2), None, None)
    }

    /// What is doubted of any part.
    #[must_use]
    pub fn doubt(&self) -> Doubt {
        self.doubts
            .iter()
            .fold(Doubt::default(), |sum, &it| sum.and(it))
    }

    /// The same date with this doubt on every part, beside what is doubted already.
    #[must_use]
    pub fn doubted(mut self, doubt: Doubt) -> Self {
        for it in &mut self.doubts {
            *it = it.and(doubt);
        }
        self
    }

    /// How many of year, month and day are given (1–3).
    #[must_use]
    pub(crate) fn n_parts(&self) -> usize {
        1 + usize::from(self.month.is_some()) + usize::from(self.day.is_some())
    }
}

/// A year of which the last `n_masked` digits (1–3) are not known; unknown when it has more than four.
fn masked(prefix: i64, n_masked: usize) -> Year {
    let text = format!(
        "{:0width$}",
        prefix.unsigned_abs(),
        width = 4usize.saturating_sub(n_masked)
    );
    let mut digits = *b"XXXX";
    if text.len() + n_masked > 4 {
        return Year::UNKNOWN;
    }
    for (slot, digit) in digits.iter_mut().zip(text.bytes()) {
        *slot = digit;
    }
    Year::Masked {
        negative: prefix < 0,
        digits,
    }
}

impl Edtf {
    /// The value of a day.
    #[must_use]
    pub fn from_day(day: crate::Day) -> Self {
        Self::Date(Date::from_day(day))
    }

    /// The dates it is made of, in order of writing.
    pub fn dates(&self) -> impl Iterator<Item = &Date> {
        let (ends, members): (Vec<_>, &[Member]) = match self {
            Self::Date(date) => (vec![date], &[]),
            Self::Interval(from, to) => (from.date().into_iter().chain(to.date()).collect(), &[]),
            Self::Set { members, .. } => (Vec::new(), members),
        };
        ends.into_iter().chain(members.iter().flat_map(|it| {
            let (a, b) = match it {
                Member::One(date) => (Some(date), None),
                Member::Span(from, to) => (from.as_ref(), to.as_ref()),
            };
            a.into_iter().chain(b)
        }))
    }

    /// Whether any part of it is marked approximate (`~` or `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        self.dates().any(|it| it.doubt().approximate)
    }

    /// Whether any part of it is marked uncertain (`?` or `%`).
    #[must_use]
    pub fn is_uncertain(&self) -> bool {
        self.dates().any(|it| it.doubt().uncertain)
    }

    /// Whether nothing is known of the year of any of its dates, as in `XXXX-07`.
    #[must_use]
    pub fn is_year_unknown(&self) -> bool {
        let mut dates = self.dates().peekable();
        dates.peek().is_some() && dates.all(|it| it.year.range().is_none())
    }

    /// Month and day of a date whose year is unknown; the day is `None` when it is not known.
    ///
    /// `None` when the year is known, the month is not, or the value is no single date.
    #[must_use]
    pub fn month_day(&self) -> Option<(u8, Option<u8>)> {
        match self {
            Self::Date(date) if date.year.range().is_none() => Some((
                date.month?.known().filter(|it| *it <= 12)?,
                date.day.and_then(Part::known),
            )),
            _ => None,
        }
    }
}

impl End {
    /// The date at this end.
    #[must_use]
    pub const fn date(&self) -> Option<&Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}
