//! The dates of a selection as plain numbers, in an order that answers "what lies here?" without going through all.
//!
//! In: first and last day of each date, sorted by first day. Out: how many touch a stretch of days (two binary
//! searches), and which. A number of a date here is its place in the answer's marks. No words, no pixels.

use dossier_query::order;
use dossier_time::{Day, Edtf};

/// Dates are looked through in blocks of so many; a block that ends before a stretch is skipped as a whole.
const BLOCK: usize = 128;

/// One of so many dates at either end may be far from all others.
const TAIL: usize = 40;

/// An extent so many times as long as most of its dates take up is not worth seeing first.
const FAR: f64 = 4.0;

/// The form of a date on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One day.
    Point,
    /// A stretch with sure ends.
    Span,
    /// A stretch whose first end is open or unknown.
    OpenLeft,
    /// A stretch whose last end is open or unknown.
    OpenRight,
    /// Approximate or uncertain: fades at both ends.
    Vague,
}

/// A date as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its first day; `i32::MIN` when that end is open.
    pub start: i32,
    /// The day after its last one; `i32::MAX` when that end is open. Always after `start`.
    pub end: i32,
    /// How it is drawn.
    pub shape: Shape,
}

impl Item {
    /// The numbers of a value; `None` when its year is unknown.
    #[must_use]
    pub fn of(value: &Edtf) -> Option<Self> {
        let bounds = value.bounds()?;
        let start = bounds.earliest.map_or(i32::MIN, |it| it.0);
        let end = bounds.latest.map_or(i32::MAX, |it| it.0.saturating_add(1));
        let shape = match (bounds.earliest, bounds.latest) {
            (None, _) => Shape::OpenLeft,
            (_, None) => Shape::OpenRight,
            _ if value.is_approximate() || value.is_uncertain() => Shape::Vague,
            (Some(first), Some(last)) if first == last => Shape::Point,
            _ => Shape::Span,
        };
        Some(Self {
            start,
            end: end.max(start.saturating_add(1)),
            shape,
        })
    }
}

/// Dates, sorted by first day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Items {
    all: Vec<Item>,
    /// The ends alone, sorted.
    ends: Vec<i32>,
    /// The greatest end of each block.
    reach: Vec<i32>,
    /// First and last day that a sure end touches.
    extent: Option<(Day, Day)>,
}

impl Items {
    /// Takes the dates, which are sorted by `start`. Costs one sort of their ends.
    #[must_use]
    pub fn new(all: Vec<Item>) -> Self {
        let ends = sorted(&all);
        let reach = all
            .chunks(BLOCK)
            .map(|it| it.iter().map(|it| it.end).max().unwrap_or(i32::MIN))
            .collect();
        let is_sure = |it: &i32| *it != i32::MIN && *it != i32::MAX;
        let starts = || all.iter().map(|it| it.start).filter(is_sure);
        let lasts = || ends.iter().copied().filter(is_sure).map(|it| it - 1);
        let first = starts().next().into_iter().chain(lasts().next()).min();
        let last = lasts().next_back().into_iter().chain(starts().next_back());
        let extent = first.zip(last.max()).map(|(a, b)| (Day(a), Day(b)));
        Self {
            all,
            ends,
            reach,
            extent,
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// A date by its number.
    #[must_use]
    pub fn get(&self, idx: usize) -> Option<Item> {
        self.all.get(idx).copied()
    }

    /// First and last day that any sure end touches; `None` when there is no such end.
    #[must_use]
    pub fn extent(&self) -> Option<(Day, Day)> {
        self.extent
    }

    /// First and last day between which most dates lie, when a few far ones make the extent many times as long; the
    /// extent otherwise.
    #[must_use]
    pub fn bulk(&self) -> Option<(Day, Day)> {
        let (first, last) = self.extent?;
        let known = |it: &i32| *it != i32::MIN && *it != i32::MAX;
        let begun = self.all.partition_point(|it| it.start == i32::MIN);
        let starts = self.all.get(begun..).unwrap_or_default();
        let n_ended = self.ends.partition_point(known);
        let (few, rare) = (starts.len() / TAIL, n_ended / TAIL);
        if few == 0 || rare == 0 {
            return self.extent;
        }
        let low = starts.get(few)?.start;
        let high = self.ends.get(n_ended - rare - 1)?.saturating_sub(1);
        let length = |low: i32, high: i32| f64::from(high) - f64::from(low) + 1.0;
        if low < high && length(low, high) * FAR < length(first.0, last.0) {
            return Some((Day(low), Day(high)));
        }
        self.extent
    }

    /// The days on which a date begins, or that come right after one ends, in order; open ends are none.
    pub fn edges(&self) -> impl Iterator<Item = i32> + '_ {
        let is_sure = |it: &i32| *it != i32::MIN && *it != i32::MAX;
        let mut starts = self
            .all
            .iter()
            .map(|it| it.start)
            .filter(is_sure)
            .peekable();
        let mut ends = self.ends.iter().copied().filter(is_sure).peekable();
        std::iter::from_fn(move || match (starts.peek(), ends.peek()) {
            (Some(start), Some(end)) if end < start => ends.next(),
            (Some(_), _) => starts.next(),
            (None, _) => ends.next(),
        })
    }

    /// How many touch the days from `first` up to, not including, `end`: those that lie there and those that may.
    #[must_use]
    pub fn n_touching(&self, first: i32, end: i32) -> usize {
        self.n_begun(end).saturating_sub(self.n_ended(first))
    }

    /// How many are over before day `first`.
    #[must_use]
    pub fn n_ended(&self, first: i32) -> usize {
        self.ends.partition_point(|&it| it <= first)
    }

    /// The numbers of those that touch the days from `first` up to, not including, `end`; in order.
    pub fn touching(&self, first: i32, end: i32) -> impl Iterator<Item = usize> + '_ {
        let begun = self.n_begun(end);
        self.reach
            .iter()
            .enumerate()
            .take_while(move |(block, _)| block * BLOCK < begun)
            .filter(move |&(_, &reach)| reach > first)
            .flat_map(move |(block, _)| block * BLOCK..begun.min((block + 1) * BLOCK))
            .filter(move |&idx| self.all.get(idx).is_some_and(|it| it.end > first))
    }

    /// How many begin before day `end`: the number of the first that does not.
    #[must_use]
    pub fn n_begun(&self, end: i32) -> usize {
        self.all.partition_point(|it| it.start < end)
    }

    /// Those that begin from day `first` up to, not including, `end`.
    pub(super) fn beginning(&self, first: i32, end: i32) -> &[Item] {
        let range = self.n_begun(first)..self.n_begun(end);
        self.all.get(range).unwrap_or_default()
    }
}

/// The ends in order.
fn sorted(all: &[Item]) -> Vec<i32> {
    let key = |end: i32| u64::from((end ^ i32::MIN).cast_unsigned());
    let mut keys: Vec<u64> = all.iter().map(|it| key(it.end)).collect();
    order::numbers(&mut keys);
    let end = |key: u64| u32::try_from(key).unwrap_or(0).cast_signed() ^ i32::MIN;
    keys.into_iter().map(end).collect()
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Any dates, sorted.
    pub(crate) fn items() -> impl Strategy<Value = Items> {
        let end = prop_oneof![5 => 0..900i32, 1 => Just(i32::MAX)];
        let item = (prop_oneof![9 => -4000..4000i32, 1 => Just(i32::MIN)], end).prop_map(
            |(start, length)| {
                let is_open = start == i32::MIN || length == i32::MAX;
                Item {
                    start,
                    end: if length == i32::MAX {
                        length
                    } else {
                        start.max(-4000) + 1 + length
                    },
                    shape: if is_open {
                        Shape::OpenLeft
                    } else {
                        Shape::Span
                    },
                }
            },
        );
        prop::collection::vec(item, 0..400).prop_map(|mut all| {
            all.sort_by_key(|it| (it.start, it.end));
            Items::new(all)
        })
    }

    #[test]
    fn values_become_numbers() {
        let day = |text: &str| {
            Edtf::parse(text)
                .unwrap()
                .bounds()
                .unwrap()
                .earliest
                .unwrap()
                .0
        };
        for (text, start, end, shape) in [
            (
                "1998-05-03",
                day("1998-05-03"),
                day("1998-05-04"),
                Shape::Point,
            ),
            ("1998-05", day("1998-05-01"), day("1998-06-01"), Shape::Span),
            ("-0099", day("-0099-01-01"), day("-0098-01-01"), Shape::Span),
            ("0000", day("0000-01-01"), day("0001-01-01"), Shape::Span),
            ("1850~", day("1850"), day("1851"), Shape::Vague),
            (
                "../1986-05-02",
                i32::MIN,
                day("1986-05-03"),
                Shape::OpenLeft,
            ),
            ("2019/..", day("2019"), i32::MAX, Shape::OpenRight),
            ("1918/1914", day("1914"), day("1919"), Shape::Span),
            ("Y170000002", i32::MAX, i32::MAX, Shape::Point),
        ] {
            let item = Item::of(&Edtf::parse(text).unwrap()).unwrap();
            assert_eq!(item, Item { start, end, shape }, "{text}");
        }
        assert_eq!(Item::of(&Edtf::parse("XXXX-07").unwrap()), None);
    }

    #[test]
    fn a_few_far_dates_are_no_bulk() {
        let point = |start: i32| Item {
            start,
            end: start + 1,
            shape: Shape::Point,
        };
        let many = || (0..200).map(|it| point(it * 3));
        for (far, expected, why) in [
            (vec![], (0, 597), "no far date"),
            (vec![point(-900_000)], (12, 582), "one far date"),
            (vec![point(-100)], (-100, 597), "one that is not far"),
        ] {
            let items = Items::new(far.into_iter().chain(many()).collect());
            let (first, last) = items.bulk().unwrap();
            assert_eq!((first.0, last.0), expected, "{why}");
        }
        let few = Items::new([-900_000, 0, 1].map(point).to_vec());
        assert_eq!(few.bulk(), few.extent(), "too few to tell");
    }

    proptest! {
        #[test]
        fn what_touches_a_stretch_is_what_going_through_all_finds(items in items(), first in -5000..5000i32, length in 1..3000i32) {
            let end = first + length;
            let touches = |it: &Item| it.start < end && it.end > first;
            let expected: Vec<usize> = (0..items.len())
                .filter(|&idx| items.get(idx).is_some_and(|it| touches(&it)))
                .collect();
            prop_assert_eq!(items.n_touching(first, end), expected.len());
            prop_assert_eq!(items.touching(first, end).collect::<Vec<_>>(), expected);
        }
    }
}
