//! A linear axis of days: its extent, its ticks, and the histogram above it.

use dossier_query::Query;
use dossier_time::{Day, Edtf};
use yew::AttrValue;

/// More bars than this are never drawn.
const MAX_BARS: usize = 72;

/// More ticks than this are never drawn.
const MAX_TICKS: usize = 9;

/// A tick of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Place on the axis in percent, 0 to 100.
    pub at: f64,
    /// What it says.
    pub label: AttrValue,
}

/// The histogram of a selection: it is also the brush.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// Its bars, left to right, without gaps between.
    pub bars: Vec<Bar>,
    /// The largest count, at least 1.
    pub highest: u32,
}

/// A bar of the histogram.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Left edge in percent.
    pub left: f64,
    /// Right edge in percent.
    pub right: f64,
    /// Dates that lie in it or may.
    pub count: u32,
    /// Its stretch of time and its count, in words.
    pub label: AttrValue,
    /// EDTF of its first day.
    pub first: AttrValue,
    /// EDTF of its last day.
    pub last: AttrValue,
    /// Whether it lies in the chosen range.
    pub is_in_range: bool,
}

/// A linear axis of days.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    /// First and last day that any date touches.
    first: Day,
    last: Day,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Days(u8),
    Months(u8),
    Years(i32),
}

const UNITS: [Unit; 14] = [
    Unit::Days(1),
    Unit::Days(7),
    Unit::Months(1),
    Unit::Months(3),
    Unit::Years(1),
    Unit::Years(2),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(20),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(200),
    Unit::Years(500),
    Unit::Years(1000),
];

impl Axis {
    /// The axis that holds all `values`; `None` when there are none.
    pub(super) fn around(values: &[&Edtf]) -> Option<Self> {
        let known = |value: &&&Edtf| value.bounds();
        let days = || {
            values
                .iter()
                .filter_map(|it| known(&it))
                .flat_map(|it| [it.earliest, it.latest])
                .flatten()
        };
        Some(Self {
            first: days().min()?,
            last: days().max()?,
        })
    }

    /// Place of the start of a day, in percent.
    pub(super) fn place(&self, day: Day) -> f64 {
        let margin = self.margin();
        let length = f64::from(self.last.0) - f64::from(self.first.0) + 1.0 + 2.0 * margin;
        let offset = f64::from(day.0) - f64::from(self.first.0) + margin;
        (offset / length * 100.0).clamp(0.0, 100.0)
    }

    /// Days left free at either end, so that no mark stands on the edge.
    fn margin(&self) -> f64 {
        (f64::from(self.last.0) - f64::from(self.first.0) + 1.0) * 0.02
    }

    /// `from 3 May 1998 to 7 June 2000`, or the one day.
    pub(super) fn extent_words(&self) -> String {
        if self.first == self.last {
            return format!("on {}", day_words(self.first));
        }
        format!("from {} to {}", day_words(self.first), day_words(self.last))
    }

    pub(super) fn ticks(&self) -> Vec<Tick> {
        let unit = self.unit(MAX_TICKS);
        self.starts(unit)
            .into_iter()
            .filter(|&day| day >= self.first && day <= self.last)
            .map(|day| Tick {
                at: self.place(day),
                label: tick_label(day, unit).into(),
            })
            .collect()
    }

    /// The smallest unit that cuts the axis into at most `max` pieces.
    fn unit(&self, max: usize) -> Unit {
        let n_days = i64::from(self.last.0) - i64::from(self.first.0) + 1;
        let max = i64::try_from(max).unwrap_or(i64::MAX);
        UNITS
            .into_iter()
            .find(|unit| {
                let days = match *unit {
                    Unit::Days(n) => i64::from(n),
                    Unit::Months(n) => i64::from(n) * 30,
                    Unit::Years(n) => i64::from(n) * 365,
                };
                n_days / days < max
            })
            .unwrap_or(Unit::Years(1000))
    }

    /// The first day of each piece, from the one that holds the axis's first day on.
    fn starts(&self, unit: Unit) -> Vec<Day> {
        let (year, month, _) = self.first.ymd();
        let mut starts = Vec::new();
        let mut push = |day: Option<Day>| match day {
            Some(day) if day <= self.last && starts.len() <= 2 * MAX_BARS => {
                starts.push(day);
                true
            }
            _ => false,
        };
        match unit {
            Unit::Days(n) => {
                let step = i32::from(n);
                let mut day = self.first.0 - self.first.0.rem_euclid(step);
                while push(Some(Day(day))) {
                    day += step;
                }
            }
            Unit::Months(n) => {
                let mut month = (month - 1) / n * n;
                let mut year = year;
                while push(Day::from_ymd(year, month + 1, 1)) {
                    month += n;
                    year += i32::from(month / 12);
                    month %= 12;
                }
            }
            Unit::Years(n) => {
                let mut year = year.div_euclid(n) * n;
                while push(Day::from_ymd(year, 1, 1)) {
                    year += n;
                }
            }
        }
        starts
    }

    /// The histogram; `None` when it would be a single bar.
    pub(super) fn strip(&self, values: &[&Edtf], query: &Query) -> Option<Strip> {
        let unit = self.unit(MAX_BARS);
        let starts = self.starts(unit);
        if starts.len() < 2 {
            return None;
        }
        let bounds: Vec<(Day, Day)> = values
            .iter()
            .filter_map(|it| it.bounds())
            .map(|it| {
                (
                    it.earliest.unwrap_or(self.first),
                    it.latest.unwrap_or(self.last),
                )
            })
            .collect();
        let low = query.from.as_ref().and_then(|it| it.bounds()?.earliest);
        let high = query.to.as_ref().and_then(|it| it.bounds()?.latest);
        let has_range = low.is_some() || high.is_some();
        let bars: Vec<Bar> = starts
            .iter()
            .zip(
                starts
                    .iter()
                    .skip(1)
                    .map(|it| Day(it.0 - 1))
                    .chain([self.last]),
            )
            .map(|(&first, last)| {
                let n = bounds
                    .iter()
                    .filter(|(earliest, latest)| *earliest <= last && *latest >= first)
                    .count();
                let count = u32::try_from(n).unwrap_or(u32::MAX);
                let dates = super::words::count(count, "date", "dates");
                Bar {
                    left: self.place(first),
                    right: self.place(Day(last.0 + 1)),
                    count,
                    label: format!("{}: {dates}", bar_words(first, last)).into(),
                    first: first.to_string().into(),
                    last: last.to_string().into(),
                    is_in_range: has_range
                        && low.is_none_or(|it| last >= it)
                        && high.is_none_or(|it| first <= it),
                }
            })
            .collect();
        let highest = bars.iter().map(|it| it.count).max().unwrap_or(1).max(1);
        Some(Strip { bars, highest })
    }
}

fn words_of(edtf: &str) -> String {
    Edtf::parse(edtf).map_or_else(|_| edtf.to_owned(), |it| dossier_time::words(&it))
}

fn day_words(day: Day) -> String {
    words_of(&day.to_string())
}

fn bar_words(first: Day, last: Day) -> String {
    if first == last {
        return day_words(first);
    }
    words_of(&format!("{first}/{last}"))
}

fn tick_label(day: Day, unit: Unit) -> String {
    let (year, month, _) = day.ymd();
    match unit {
        Unit::Years(_) => words_of(&year_edtf(year)),
        Unit::Months(_) if month == 1 => words_of(&year_edtf(year)),
        Unit::Months(_) => words_of(&format!("{}-{month:02}", year_edtf(year))),
        Unit::Days(_) => day_words(day),
    }
}

fn year_edtf(year: i32) -> String {
    if year < 0 {
        format!("-{:04}", year.unsigned_abs())
    } else {
        format!("{year:04}")
    }
}
