//! Sorting with few sorts: every type and every closure given to the library's sort is another copy of it in the page,
//! some kilobytes each.
//!
//! In: a list and what to sort it by. Out: the list in order; items that are equal stay as they were. Two copies do all
//! the work: one sorts numbers, the other positions by a comparison that is handed in.

use std::cmp::Ordering;

/// Sorts numbers, rising. `O(n log n)`.
#[inline(never)]
pub fn numbers(all: &mut [u64]) {
    all.sort_unstable();
}

/// Sorts by a number of each item, rising: for long lists. `O(n log n)`; each number is asked for once.
pub fn by_number<T>(items: &mut [T], number: impl Fn(&T) -> u32) {
    let numbered = items.iter().zip(0..u32::MAX);
    let keys = numbered.map(|(it, at)| u64::from(number(it)) << 32 | u64::from(at));
    let mut keys: Vec<u64> = keys.collect();
    numbers(&mut keys);
    rearrange(items, keys);
}

/// Sorts items that have an order of their own, for short lists. `O(n log n)` comparisons.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key of each item, for short lists. `O(n log n)` comparisons, with two keys each.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison, for short lists. `O(n log n)` comparisons.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = positions(items.len(), &|a, b| {
        items.get(a).zip(items.get(b)).map(|(a, b)| compare(a, b))
    });
    rearrange(items, order);
}

/// The positions `0..n` in order.
#[inline(never)]
fn positions(n: usize, compare: &dyn Fn(usize, usize) -> Option<Ordering>) -> Vec<u64> {
    let mut all: Vec<u64> = (0..n as u64).collect();
    all.sort_unstable_by(|a, b| {
        let unequal = compare(position(*a), position(*b)).filter(|it| it.is_ne());
        unequal.unwrap_or_else(|| a.cmp(b))
    });
    all
}

/// The position in the lower half of a key.
fn position(key: u64) -> usize {
    usize::try_from(key & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}

/// Puts to each place the item from the position that stands there in `order`. `O(n)`.
fn rearrange<T>(items: &mut [T], order: Vec<u64>) {
    for (place, from) in swaps(order).into_iter().enumerate() {
        items.swap(place, position(from));
    }
}

/// With what to swap each place, one after the other. An item that was moved away is followed along the swaps before;
/// no swap is followed twice.
#[inline(never)]
fn swaps(mut order: Vec<u64>) -> Vec<u64> {
    for place in 0..order.len() {
        let at = |place: usize| order.get(place).map_or(place, |it| position(*it));
        let mut from = at(place);
        while from < place {
            from = at(from);
        }
        if let Some(slot) = order.get_mut(place) {
            *slot = from as u64;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_library_does(list in prop::collection::vec((0..40u32, 0..9u8), 0..300)) {
            let mut expected = list.clone();
            expected.sort_by_key(|it| it.0);
            let mut items = list.clone();
            by_number(&mut items, |it| it.0);
            prop_assert_eq!(&items, &expected);
            let mut items = list.clone();
            sort_by_key(&mut items, |it| it.0);
            prop_assert_eq!(&items, &expected);
            let mut items = list.clone();
            sort(&mut items);
            expected.sort_unstable();
            prop_assert_eq!(&items, &expected);
        }
    }

    #[test]
    fn a_long_cycle_takes_as_many_steps_as_there_are_items() {
        let n = 200_000u32;
        let mut falling: Vec<u32> = (0..n).rev().collect();
        falling.rotate_left(1);
        by_number(&mut falling, |it| *it);
        assert!(falling.into_iter().eq(0..n));
    }
}
