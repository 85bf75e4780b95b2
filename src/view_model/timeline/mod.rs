//! The dates of a selection, ready to be drawn: how they spread, and each with its place on one axis.

mod axis;
mod rows;

use dossier_query::{Answer, Clock, Query, Searcher};
use dossier_time::Edtf;
use yew::AttrValue;

pub use axis::{Bar, Strip, Tick};
pub use rows::{Drawn, MarkRow, Shape};

use super::words;

/// The timeline of a selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// One sentence: how many dates, and from when to when.
    pub summary: AttrValue,
    /// How the dates spread; none when there would be a single bar.
    pub strip: Option<Strip>,
    /// Marks of the axis, left to right.
    pub ticks: Vec<Tick>,
    /// The dates that have a place on the axis: by earliest day, then latest, then text order.
    pub placed: Vec<MarkRow>,
    /// The dates of an unknown year: those with a month by month, then those without.
    pub year_unknown: Vec<MarkRow>,
    /// Number of selected passages without a date.
    pub n_undated: u32,
    /// How many dates are left out of `placed`, in words; empty when none are.
    pub more: AttrValue,
}

/// Lays out the dates of an answer; at most `limit` of them as rows.
#[must_use]
pub fn timeline(searcher: &Searcher<'_>, answer: &Answer, query: &Query, limit: usize) -> Timeline {
    let (placed, unknown): (Vec<_>, Vec<_>) = answer
        .marks
        .iter()
        .partition(|it| it.value.bounds().is_some());
    let values: Vec<&Edtf> = placed.iter().map(|it| &*it.value).collect();
    let axis = axis::Axis::around(&values);
    let mut year_unknown: Vec<MarkRow> = unknown
        .iter()
        .filter_map(|it| rows::row(searcher, answer, it, None))
        .collect();
    year_unknown.sort_by_key(|it| it.month_day.unwrap_or((u8::MAX, None)));
    let n_more = placed.len().saturating_sub(limit);
    Timeline {
        summary: summary(answer, query, axis.as_ref()).into(),
        strip: axis.as_ref().and_then(|it| it.strip(&values, query)),
        ticks: axis.as_ref().map(axis::Axis::ticks).unwrap_or_default(),
        placed: placed
            .iter()
            .take(limit)
            .filter_map(|it| rows::row(searcher, answer, it, axis.as_ref()))
            .collect(),
        year_unknown,
        n_undated: answer.n_undated,
        more: match u32::try_from(n_more) {
            Ok(0) | Err(_) => AttrValue::default(),
            Ok(n) => words::count(n, "more date", "more dates").into(),
        },
    }
}

/// The name of a clock on the page.
#[must_use]
pub fn clock_label(clock: Clock) -> &'static str {
    match clock {
        Clock::Happened => "happened",
        Clock::Published => "published",
        Clock::Added => "added",
    }
}

fn summary(answer: &Answer, query: &Query, axis: Option<&axis::Axis>) -> String {
    let n = u32::try_from(answer.marks.len()).unwrap_or(u32::MAX);
    let n_unknown = answer
        .marks
        .iter()
        .filter(|it| it.value.bounds().is_none())
        .count();
    let n_unknown = u32::try_from(n_unknown).unwrap_or(u32::MAX);
    let what = match query.clock {
        Clock::Happened => words::count(n, "date in the text", "dates in the text"),
        Clock::Published => words::count(n, "dated document", "dated documents"),
        Clock::Added => words::count(n, "document", "documents") + " with a day of addition",
    };
    let mut text = if n == 0 {
        String::from("No dates in this selection")
    } else {
        what
    };
    if let [mark] = answer.marks.as_slice() {
        text.push_str(&format!(": {}", dossier_time::words(&mark.value)));
        return text;
    }
    if let Some(axis) = axis {
        text.push_str(&format!(", {}", axis.extent_words()));
    }
    if n_unknown > 0 {
        let years = if n_unknown == 1 {
            "its year"
        } else {
            "their year"
        };
        if n_unknown == n {
            text.push_str(&format!(", {years} not stated"));
        } else {
            text.push_str(&format!(
                "; {} of an unknown year",
                words::count(n_unknown, "date", "dates")
            ));
        }
    }
    text
}
