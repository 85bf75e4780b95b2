//! The dates of a selection: what is computed once for an answer, and the pure layout of what is in view.
//!
//! ```text
//! answer ── timeline ─→ items (numbers), rows (words), summary      once for an answer
//! items ── fold ─→ items on an axis without long quiet stretches  when the reader wants it
//! items + view + width ── scene ─→ ticks, bars or packed marks      when the picture changes
//! ```
//!
//! `items` answers what touches a stretch of days; `calendar` cuts the axis; `bars` and `pack` fill it; `view` moves
//! over it. None of them knows the browser, and none goes through all dates for one picture.

pub mod bars;
pub mod calendar;
pub mod export;
pub mod fold;
pub mod gaps;
pub mod items;
pub mod list;
pub mod pack;
pub mod rows;
pub mod scene;
pub mod strip;
pub mod summary;
pub mod svg;
pub mod undated;
pub mod view;

use std::rc::Rc;

use dossier_query::{Answer, Clock, Query, Searcher, order};
use yew::AttrValue;

pub use items::{Item, Items, Shape};
pub use rows::{MarkRow, Rows};
pub use strip::{Strip, StripBar, strip};
pub use view::View;

use summary::Counted;

use crate::wording::{self, say};

/// As many dates or fewer are a list; more are drawn in a picture that can be moved.
const MAX_LISTED: usize = 40;

/// The timeline of a selection. Cheap to clone; two are equal when they are the same.
#[derive(Clone)]
pub struct Timeline(Rc<Parts>);

/// What a timeline is made of.
pub struct Parts {
    /// One sentence: how many dates, from when to when, when most.
    pub summary: AttrValue,
    /// The dates that have a place on the axis: by earliest day, then latest, then text order.
    pub items: Items,
    /// The same without the chosen range; none when no range is chosen.
    pub context: Option<Items>,
    /// The words of each date, those of an unknown year behind `items`.
    pub rows: Box<dyn Rows>,
    /// Numbers of the dates of an unknown year: those with a month by month, then those without.
    pub year_unknown: Vec<usize>,
    /// Dates of an unknown year in January to December.
    pub months: [u32; 12],
    /// Number of selected passages without a date.
    pub n_undated: u32,
}

impl PartialEq for Timeline {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Timeline {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Timeline {
    /// A timeline of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Rc::new(parts))
    }

    /// All dates, or those of the chosen range and around it.
    #[must_use]
    pub fn all(&self) -> &Items {
        self.context.as_ref().unwrap_or(&self.items)
    }

    /// Everything in view; `None` when no date has a place on the axis.
    #[must_use]
    pub fn whole(&self) -> Option<View> {
        let (first, last) = self.items.extent()?;
        Some(View::around(first, last))
    }

    /// What is in view first: the chosen range, or everything without a few dates that are far from all others.
    #[must_use]
    pub fn first_view(&self, query: &Query) -> Option<View> {
        let (first, last) = self.items.bulk()?;
        let low = query.from.as_ref().and_then(|it| it.bounds()?.earliest);
        let high = query.to.as_ref().and_then(|it| it.bounds()?.latest);
        let (first, last) = (low.unwrap_or(first), high.unwrap_or(last));
        Some(View::around(first, last.max(first)))
    }

    /// Whether it is a list rather than a picture.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.items.len() <= MAX_LISTED
    }

    /// The numbers of all dates in the order of the list and of the table.
    pub fn order(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.items.len()).chain(self.year_unknown.iter().copied())
    }
}

/// The timeline of an answer to `query`. Goes once through the answer's dates.
#[must_use]
pub fn timeline(
    searcher: &'static Searcher<'static>,
    answer: &Rc<Answer>,
    query: &Query,
) -> Timeline {
    let marks = &answer.marks;
    let n_placed = marks.partition_point(|it| it.value.bounds().is_some());
    let items = items_of(marks.get(..n_placed).unwrap_or_default());
    let unknown = marks.get(n_placed..).unwrap_or_default();
    let mut months = [0; 12];
    let mut year_unknown: Vec<u64> = (n_placed..)
        .zip(unknown)
        .map(|(idx, mark)| {
            let (month, day) = match mark.value.month_day() {
                Some((month, day)) => (month, day.unwrap_or(0)),
                None => (u8::MAX, 0),
            };
            if let Some(n) = months.get_mut(usize::from(month).wrapping_sub(1)) {
                *n += 1;
            }
            // By month, day, and order in the text; as one number.
            let order = u64::from(month) << 8 | u64::from(day);
            order << 32 | u64::try_from(idx).unwrap_or(0) & u64::from(u32::MAX)
        })
        .collect();
    order::numbers(&mut year_unknown);
    let number = |key: u64| usize::try_from(key & u64::from(u32::MAX)).unwrap_or(0);
    let counted = Counted {
        clock: query.clock,
        n_year_unknown: u32::try_from(unknown.len()).unwrap_or(u32::MAX),
        n_undated: answer.n_undated,
    };
    let only = marks.first().map(|it| wording::date(&it.value));
    Timeline::new(Parts {
        summary: summary::summary(&items, counted, only.as_deref()).into(),
        context: query.has_range().then(|| {
            let marks = searcher.marks(query);
            let n_placed = marks.partition_point(|it| it.value.bounds().is_some());
            items_of(marks.get(..n_placed).unwrap_or_default())
        }),
        items,
        rows: Box::new(rows::AnswerRows {
            searcher,
            answer: Rc::clone(answer),
            clock: query.clock,
        }),
        year_unknown: year_unknown.into_iter().map(number).collect(),
        months,
        n_undated: answer.n_undated,
    })
}

/// The numbers of dates that come in order; equal values stand together and are read once.
fn items_of(marks: &[dossier_query::answer::Mark]) -> Items {
    let mut last: Option<(&Rc<dossier_time::Edtf>, Item)> = None;
    let mut all = Vec::with_capacity(marks.len());
    for mark in marks {
        let item = match last {
            Some((value, item)) if Rc::ptr_eq(value, &mark.value) => item,
            _ => match Item::of(&mark.value) {
                Some(item) => item,
                None => continue,
            },
        };
        last = Some((&mark.value, item));
        all.push(item);
    }
    Items::new(all)
}

/// The name of a clock on the page.
#[must_use]
pub fn clock_label(clock: Clock) -> &'static str {
    match clock {
        Clock::Happened => say::clock_happened(),
        Clock::Published => say::clock_published(),
        Clock::Added => say::clock_added(),
    }
}
