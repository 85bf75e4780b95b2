//! The slim histogram of the whole selection: it is also the brush that sets From and To.

use dossier_query::Query;
use dossier_time::Day;
use yew::AttrValue;

use super::Timeline;
use super::bars::{Bar, bars};
use super::calendar::Unit;
use super::fold::Fold;
use super::items::Items;
use super::list::ticks;
use super::view::View;
use crate::wording::say;

/// About so many bars.
const BARS: f64 = 90.0;

/// Fewer dates than this are no histogram.
const MIN_DATES: usize = 3;

/// About so many ticks.
const TICKS: f64 = 8.0;

/// The strip. Places are percent of its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// What it covers.
    pub view: View,
    /// Its bars, left to right, without gaps between.
    pub bars: Vec<StripBar>,
    /// The largest count, at least 1.
    pub highest: u32,
    /// Place and words of its ticks.
    pub ticks: Vec<(f64, AttrValue)>,
    /// How many dates lie before its first bar and behind its last, in words; nothing when none do.
    pub beyond: [AttrValue; 2],
    /// First and last bar of the chosen range, when one is chosen.
    pub chosen: Option<(usize, usize)>,
}

/// A bar of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct StripBar {
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Dates that lie in it or may.
    pub count: u32,
    /// Its stretch of time and its count, in words.
    pub label: AttrValue,
    /// Its stretch of time in words.
    pub name: AttrValue,
    /// EDTF of its first day.
    pub first: AttrValue,
    /// EDTF of its last day.
    pub last: AttrValue,
}

impl Strip {
    /// Where a day stands, in percent.
    #[must_use]
    pub fn place(&self, day: f64) -> f64 {
        ((day - self.view.first) / self.view.span() * 100.0).clamp(0.0, 100.0)
    }

    /// What it shows, in a sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        match self.bars.iter().find(|it| it.count == self.highest) {
            Some(bar) => say::strip_spread_fullest(&bar.label),
            None => say::strip_spread().into(),
        }
    }
}

/// The strip of a timeline; `None` when it would be a single bar.
#[must_use]
pub fn strip(timeline: &Timeline, query: &Query) -> Option<Strip> {
    let items = timeline.all();
    let (first, last) = items.bulk()?;
    let days = View::days(first, last);
    let unit = Unit::for_bars(days.span() / BARS);
    let found = bars(items, &Fold::default(), unit, days);
    if found.len() < 2 || (items.len() < MIN_DATES && !query.has_range()) {
        return None;
    }
    let edge = |day: Option<i32>, or: Day| day.map_or(or, Day);
    let view = View::days(
        edge(found.first().map(|it| it.first), first),
        edge(found.last().map(|it| it.end.saturating_sub(1)), last),
    );
    let low = query.from.as_ref().and_then(|it| it.bounds()?.earliest);
    let high = query.to.as_ref().and_then(|it| it.bounds()?.latest);
    let is_chosen = |it: &Bar| {
        low.is_none_or(|low| it.end > low.0) && high.is_none_or(|high| it.first <= high.0)
    };
    let chosen = (low.is_some() || high.is_some())
        .then(|| {
            let first = found.iter().position(is_chosen)?;
            Some((first, found.iter().rposition(is_chosen)?))
        })
        .flatten();
    let mut strip = Strip {
        view,
        highest: found.iter().map(|it| it.count).max().unwrap_or(1).max(1),
        bars: Vec::new(),
        ticks: Vec::new(),
        beyond: beyond(items, &found),
        chosen,
    };
    strip.bars = found
        .iter()
        .map(|bar| StripBar {
            left: strip.place(f64::from(bar.first)),
            right: strip.place(f64::from(bar.end)),
            count: bar.count,
            name: unit.name(bar.first, bar.end).into(),
            label: bar.label(unit, &Fold::default()),
            first: Day(bar.first).to_string().into(),
            last: Day(bar.end.saturating_sub(1)).to_string().into(),
        })
        .collect();
    strip.ticks = ticks(view, TICKS);
    Some(strip)
}

/// The dates that are too far away to be drawn.
fn beyond(items: &Items, bars: &[Bar]) -> [AttrValue; 2] {
    let words = |n: usize, worded: fn(u32) -> String| match u32::try_from(n) {
        Ok(0) | Err(_) => AttrValue::default(),
        Ok(n) => worded(n).into(),
    };
    let before = bars.first().map_or(0, |it| items.n_ended(it.first));
    let after = bars
        .last()
        .map_or(0, |it| items.len() - items.n_begun(it.end));
    [words(before, say::n_earlier), words(after, say::n_later)]
}
