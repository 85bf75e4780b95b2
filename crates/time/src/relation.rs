//! How a value lies to a range that a reader asks for.

use crate::day::{Day, month_length};
use crate::edtf::{Bounds, Edtf};

/// How a value lies to a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Whatever day is meant, it lies in the range.
    Certain,
    /// It may lie in the range, or a part of it does.
    Possible,
    /// It does not.
    Outside,
}

/// How `value` lies to the range from the first day of `from` to the last day of `to`; `None` leaves a side
/// open, as does a date that cannot be placed.
///
/// Approximate and uncertain values are never certain in a bounded range. A value without a year is possible
/// when its month and day fall into the range in some year.
#[must_use]
pub fn relation(value: &Edtf, from: Option<&Edtf>, to: Option<&Edtf>) -> Relation {
    let low = from.and_then(Edtf::bounds).and_then(|it| it.earliest);
    let high = to.and_then(Edtf::bounds).and_then(|it| it.latest);
    if low.is_none() && high.is_none() {
        return Relation::Certain;
    }
    let Some(alternatives) = value.alternatives() else {
        return if may_fall(value, low, high) {
            Relation::Possible
        } else {
            Relation::Outside
        };
    };
    let doubted = value.is_approximate() || value.is_uncertain();
    if !doubted && alternatives.iter().all(|it| inside(*it, low, high)) {
        Relation::Certain
    } else if alternatives.iter().any(|it| touches(*it, low, high)) {
        Relation::Possible
    } else {
        Relation::Outside
    }
}

fn inside(value: Bounds, low: Option<Day>, high: Option<Day>) -> bool {
    low.is_none_or(|low| value.earliest.is_some_and(|it| it >= low))
        && high.is_none_or(|high| value.latest.is_some_and(|it| it <= high))
        && touches(value, low, high)
}

fn touches(value: Bounds, low: Option<Day>, high: Option<Day>) -> bool {
    let starts_in_time = high.is_none_or(|high| value.earliest.is_none_or(|it| it <= high));
    let ends_in_time = low.is_none_or(|low| value.latest.is_none_or(|it| it >= low));
    starts_in_time && ends_in_time && low.zip(high).is_none_or(|(low, high)| low <= high)
}

/// Whether a value of unknown year falls into the range in some year.
fn may_fall(value: &Edtf, low: Option<Day>, high: Option<Day>) -> bool {
    let (Some(low), Some(high), Some((month, day))) = (low, high, value.month_day()) else {
        return low.zip(high).is_none_or(|(low, high)| low <= high);
    };
    let (first, last) = (low.ymd().0, high.ymd().0);
    // Eight years hold every day of the calendar, the 29th of February too.
    (first..=last.min(first.saturating_add(9))).any(|year| {
        let length = month_length(i64::from(year), month);
        let (from, to) = day.map_or((1, length), |it| (it, it));
        let placed = Day::from_ymd(year, month, from).zip(Day::from_ymd(year, month, to));
        placed.is_some_and(|(from, to)| from <= high && to >= low)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_are_in_the_range_for_certain_possibly_or_not() {
        use Relation::{Certain, Outside, Possible};
        let rows = [
            ("1998-08-07", "1998", "1998", Certain, "a day of the year"),
            ("1998", "1998-08", "", Possible, "some of its days"),
            ("1997", "1998", "", Outside, "before"),
            ("1850~", "1850", "1850", Possible, "about is never certain"),
            (
                "XXXX-07",
                "2024-06",
                "2024-08",
                Possible,
                "July of some year",
            ),
            (
                "XXXX-07",
                "2024-08",
                "2025-06",
                Outside,
                "no July in between",
            ),
            ("XXXX-02-29", "2025-01", "2027-12", Outside, "no leap year"),
            (
                "XXXX-02-29",
                "1896",
                "1905",
                Possible,
                "eight years without one, but not more",
            ),
            ("XXXX-XX-XX", "2025", "2025", Possible, "any day"),
            (
                "../1945-05",
                "1940",
                "1950",
                Possible,
                "it may have been earlier",
            ),
            ("../1945-05", "", "1950", Certain, "at any rate before"),
            (
                "[2024-04-05,2024-05-04]",
                "2024-04",
                "2024-04",
                Possible,
                "one of the two",
            ),
            (
                "[2024-04-05,2024-05-04]",
                "2024-04-10",
                "2024-04-20",
                Outside,
                "neither",
            ),
            ("1998", "", "", Certain, "no range"),
            ("1998", "2000", "1990", Outside, "the range is empty"),
        ];
        for (value, from, to, expected, why) in rows {
            let end = |text: &str| Edtf::parse(text).ok();
            let found = relation(
                &Edtf::parse(value).unwrap(),
                end(from).as_ref(),
                end(to).as_ref(),
            );
            assert_eq!(found, expected, "{value} in {from}/{to}: {why}");
        }
    }

    proptest! {
        #[test]
        fn what_is_certain_stays_so_in_a_wider_range(
            value in "[12][0-9]{3}(-0[1-9])?~?", from in "[12][0-9]{3}", to in "[12][0-9]{3}",
        ) {
            let value = Edtf::parse(&value).unwrap();
            let (from, to) = (Edtf::parse(&from).unwrap(), Edtf::parse(&to).unwrap());
            let both = relation(&value, Some(&from), Some(&to));
            let one = relation(&value, Some(&from), None);
            prop_assert!(both != Relation::Certain || one == Relation::Certain);
            prop_assert!(both == Relation::Outside || one != Relation::Outside);
        }
    }
}
