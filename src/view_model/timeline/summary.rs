//! One sentence about the shape of a selection in time.

use dossier_query::Clock;
use dossier_time::{Date, Day, Edtf, End};

use super::bars::bars;
use super::calendar::Unit;
use super::fold::Fold;
use super::items::Items;
use super::view::{View, stretch_words};
use crate::wording::{self, say};

/// Fewer dates than this have no "most".
const MIN_FOR_MOST: usize = 5;

/// Pieces that the extent is cut into to find the fullest.
const PIECES: f64 = 90.0;

/// What the sentence counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The clock of the dates.
    pub clock: Clock,
    /// Dates of an unknown year.
    pub n_year_unknown: u32,
    /// Passages without a date.
    pub n_undated: u32,
}

/// `38 dates in the text from 1998 to 2000, most in August 1998; 112 passages carry no date`.
#[must_use]
pub fn summary(items: &Items, counted: Counted, only: Option<&str>) -> String {
    let n_placed = u32::try_from(items.len()).unwrap_or(u32::MAX);
    let n = n_placed.saturating_add(counted.n_year_unknown);
    let mut text = match (n, counted.clock) {
        (0, _) => say::no_dates_here().into(),
        (_, Clock::Happened) => say::n_dates_in_text(n),
        (_, Clock::Published) => say::n_dated_documents(n),
        (_, Clock::Added) => say::documents_with_addition(n),
    };
    if let Some(only) = only.filter(|_| n == 1) {
        text = say::summary_only(&text, only);
    } else {
        if let Some((first, last)) = items.extent() {
            let worded = [say::summary_on, say::summary_in, say::summary_from];
            text = extent(&text, first, last, worded);
            if let Some(most) = most(items) {
                text = say::summary_most(&text, &most);
            }
        }
        text = match (counted.n_year_unknown, counted.n_year_unknown == n) {
            (0, _) => text,
            (1, true) => say::summary_its_year(&text),
            (_, true) => say::summary_their_year(&text),
            (n_unknown, _) => say::summary_some_year(n_unknown, &text),
        };
    }
    if counted.n_undated > 0 {
        text.push_str("; ");
        text.push_str(&say::passages_undated(counted.n_undated));
    }
    text
}

/// `what`, and from when to when: `on 3 May 1998`, `in 1998`, `from 1911 to 1913`, each by one of `worded`.
pub(crate) fn extent(
    what: &str,
    first: Day,
    last: Day,
    [on, within, from_to]: [fn(&str, &str) -> String; 3],
) -> String {
    if first == last {
        return on(what, &stretch_words(first, last));
    }
    let (from, to) = (first.ymd(), last.ymd());
    let date = |(year, month, _): (i32, u8, u8)| {
        let month = (from.0 == to.0).then_some(month);
        Date::new(Date::year(year.into()).year, month, None)
    };
    if date(from) == date(to) {
        return within(what, &wording::date(&Edtf::Date(date(from))));
    }
    let ends = Edtf::Interval(End::Date(date(from)), End::Date(date(to)));
    from_to(what, &wording::date(&ends))
}

/// The one stretch in which most dates lie, in words, when there is one.
fn most(items: &Items) -> Option<String> {
    if items.len() < MIN_FOR_MOST {
        return None;
    }
    let (first, last) = items.bulk()?;
    let view = View::days(first, last);
    let unit = Unit::for_bars(view.span() / PIECES);
    let all = bars(items, &Fold::default(), unit, view);
    let highest = all.iter().map(|it| it.certain).max().filter(|&it| it > 1)?;
    let mut fullest = all.iter().filter(|it| it.certain == highest);
    match (fullest.next(), fullest.next(), all.len()) {
        (Some(bar), None, 2..) => Some(match unit {
            Unit::Years(10..) => say::the_stretch(&unit.name(bar.first, bar.end)),
            _ => unit.name(bar.first, bar.end),
        }),
        _ => None,
    }
}
