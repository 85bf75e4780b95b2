//! A civil day.

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01; no time zone is involved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);
