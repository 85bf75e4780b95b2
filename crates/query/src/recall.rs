//! Which passages can hold what a link remembers: found by the rarest of its words, without reading any text.
//!
//! In: words, which of them stand side by side, and how many of these pairs have to be found. Out: passages, none
//! missing that can hold so many; or that the index does not tell.

use dossier_corpus::index::Dictionary;
use fixedbitset::FixedBitSet;

use crate::order;

/// The passages that can hold at least `least` of the pairs (positions in `words`, which are folded).
///
/// Whoever holds so many holds one word of each set that all but `least - 1` of the pairs touch; the rarest such words
/// are taken. `None` when there is no such set. Costs the lists of these words.
pub(crate) fn with_pairs(
    dictionary: &Dictionary<'_>,
    n_passages: u32,
    words: &[String],
    pairs: &[(usize, usize)],
    least: usize,
) -> Option<FixedBitSet> {
    let wanted = (pairs.len() + 1).checked_sub(least.max(1))?;
    let mut rarest: Vec<(u32, usize)> = words
        .iter()
        .enumerate()
        // Marks alone stand in no list.
        .filter(|(_, word)| !word.is_empty())
        .map(|(idx, word)| (n_with(dictionary, word), idx))
        .collect();
    order::sort(&mut rarest);
    let mut touched = FixedBitSet::with_capacity(pairs.len());
    let mut found = FixedBitSet::with_capacity(n_passages as usize);
    for (_, idx) in rarest {
        if touched.count_ones(..) >= wanted {
            break;
        }
        let own = pairs.iter().enumerate();
        touched.extend(
            own.filter(|it| it.1.0 == idx || it.1.1 == idx)
                .map(|it| it.0),
        );
        if let Some(word) = words.get(idx) {
            add(dictionary, word, &mut found);
        }
    }
    (touched.count_ones(..) >= wanted).then_some(found)
}

/// The passages that hold the rarest of these words, which are folded; `None` without a word.
pub(crate) fn with_all<'w>(
    dictionary: &Dictionary<'_>,
    n_passages: u32,
    words: impl Iterator<Item = &'w String>,
) -> Option<FixedBitSet> {
    let words = words.filter(|it| !it.is_empty());
    let rarest = words.min_by_key(|it| n_with(dictionary, it))?;
    let mut found = FixedBitSet::with_capacity(n_passages as usize);
    add(dictionary, rarest, &mut found);
    Some(found)
}

fn n_with(dictionary: &Dictionary<'_>, word: &str) -> u32 {
    dictionary
        .find(word)
        .map_or(0, |it| dictionary.list(it).n_passages)
}

fn add(dictionary: &Dictionary<'_>, word: &str, found: &mut FixedBitSet) {
    let Some(number) = dictionary.find(word) else {
        return;
    };
    dictionary.list(number).passages().for_each(|passage| {
        if (passage as usize) < found.len() {
            found.insert(passage as usize);
        }
    });
}
