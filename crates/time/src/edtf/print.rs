//! Writes EDTF values in their canonical form.
//!
//! Doubts are written behind the last part when all parts share them, behind an earlier part when that part and
//! all before it share them and the rest is certain, and before each doubted part otherwise.

use std::fmt::{self, Write as _};

use super::{Clock, Date, Doubt, Edtf, End, Member, Part, Year};

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval(from, to) => write!(f, "{from}/{to}"),
            Self::Set { all, members } => {
                f.write_char(if *all { '{' } else { '[' })?;
                for (idx, member) in members.iter().enumerate() {
                    if idx > 0 {
                        f.write_char(',')?;
                    }
                    member.fmt(f)?;
                }
                f.write_char(if *all { '}' } else { ']' })
            }
        }
    }
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(date) => date.fmt(f),
            Self::Span(from, to) => {
                if let Some(from) = from {
                    from.fmt(f)?;
                }
                f.write_str("..")?;
                to.as_ref().map_or(Ok(()), |to| to.fmt(f))
            }
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let doubts = self.doubts.get(..self.n_parts()).unwrap_or(&self.doubts);
        let first = doubts.first().copied().unwrap_or_default();
        let n_shared = doubts.iter().take_while(|it| **it == first).count();
        let grouped = doubts.iter().skip(n_shared).all(|it| it.is_none());
        let parts = [
            Some(Shown::Year(self.year)),
            self.month.map(Shown::Part),
            self.day.map(Shown::Part),
        ];
        for (idx, (part, doubt)) in parts.into_iter().flatten().zip(doubts).enumerate() {
            if idx > 0 {
                f.write_char('-')?;
            }
            if !grouped {
                f.write_str(mark(*doubt))?;
            }
            match part {
                Shown::Year(year) => year.fmt(f)?,
                Shown::Part(part) => part.fmt(f)?,
            }
            if grouped && idx + 1 == n_shared {
                f.write_str(mark(first))?;
            }
        }
        self.clock.map_or(Ok(()), |clock| write!(f, "T{clock}"))
    }
}

enum Shown {
    Year(Year),
    Part(Part),
}

const fn mark(doubt: Doubt) -> &'static str {
    match (doubt.approximate, doubt.uncertain) {
        (false, false) => "",
        (true, false) => "~",
        (false, true) => "?",
        (true, true) => "%",
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Known(year) => {
                let sign = if year < 0 { "-" } else { "" };
                let long = if year.unsigned_abs() > 9999 { "Y" } else { "" };
                write!(f, "{long}{sign}{:04}", year.unsigned_abs())
            }
            Self::Masked { negative, digits } => {
                if negative {
                    f.write_char('-')?;
                }
                digits
                    .iter()
                    .try_for_each(|it| f.write_char(char::from(*it)))
            }
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(number) => write!(f, "{number:02}"),
            Self::Masked(digits) => digits
                .iter()
                .try_for_each(|it| f.write_char(char::from(*it))),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.hour)?;
        if let Some(minute) = self.minute {
            write!(f, ":{minute:02}")?;
            if let Some(second) = self.second {
                write!(f, ":{second:02}")?;
            }
        }
        match self.zone {
            None => Ok(()),
            Some(0) => f.write_char('Z'),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                let zone = zone.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", zone / 60, zone % 60)
            }
        }
    }
}
