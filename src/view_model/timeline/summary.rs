//! One sentence about the shape of a selection in time.

use dossier_query::Clock;
use dossier_time::{Date, Day, Edtf, End};

use super::bars::bars;
use super::calendar::Unit;
use super::fold::Fold;
use super::items::Items;
use super::view::{View, stretch_words};
use crate::view_model::words;

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
        (0, _) => "No dates in this selection".into(),
        (_, Clock::Happened) => words::count(n, "date in the text", "dates in the text"),
        (_, Clock::Published) => words::count(n, "dated document", "dated documents"),
        (_, Clock::Added) => words::count(n, "document", "documents") + " with a day of addition",
    };
    if let Some(only) = only.filter(|_| n == 1) {
        text.push_str(&format!(": {only}"));
    } else {
        if let Some((first, last)) = items.extent() {
            text.push_str(&extent_words(first, last));
            if let Some(most) = most(items) {
                text.push_str(&format!(", most in {most}"));
            }
        }
        text.push_str(&year_unknown(counted.n_year_unknown, n));
    }
    if counted.n_undated > 0 {
        text.push_str("; ");
        text.push_str(&words::count(
            counted.n_undated,
            "passage carries no date",
            "passages carry no date",
        ));
    }
    text
}

/// ` from 1998 to 2000`: no more exact than every date at the ends may be meant.
pub(crate) fn extent_words(first: Day, last: Day) -> String {
    if first == last {
        return format!(" on {}", stretch_words(first, last));
    }
    let (from, to) = (first.ymd(), last.ymd());
    let date = |(year, month, _): (i32, u8, u8)| {
        let month = (from.0 == to.0).then_some(month);
        Date::new(Date::year(year.into()).year, month, None)
    };
    if date(from) == date(to) {
        return format!(" in {}", dossier_time::words(&Edtf::Date(date(from))));
    }
    let ends = Edtf::Interval(End::Date(date(from)), End::Date(date(to)));
    format!(" from {}", dossier_time::words(&ends))
}

fn year_unknown(n_unknown: u32, n: u32) -> String {
    match (n_unknown, n_unknown == n) {
        (0, _) => String::new(),
        (1, true) => ", its year not stated".into(),
        (_, true) => ", their year not stated".into(),
        _ => format!(
            "; {} of an unknown year",
            words::count(n_unknown, "date", "dates")
        ),
    }
}

/// The fullest piece of the calendar, when there is one that stands out: more dates surely lie in it than in any other.
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
            Unit::Years(10..) => format!("the {}", unit.name(bar.first, bar.end)),
            _ => unit.name(bar.first, bar.end),
        }),
        _ => None,
    }
}
