//! The passages of all words that begin so, prepared where a query would have to gather them from very many lists.
//!
//! Role: *index → bytes* and *bytes → query*. In: the terms in order, with their lists. Out: for each beginning of one
//! or two characters whose lists are long together, one set of passages and one of documents (by title).
//!
//! ```text
//! bytes of a set of passages, bytes of a set of documents
//! for each beginning, rising: its first term, the term behind its last, set of passages, set of documents
//! ```
//!
//! A beginning is known by its range of terms, which is what [`Dictionary::with_prefix`] gives. Sets are bits, the lowest
//! of a byte first. All numbers are `u32`.
//!
//! [`Dictionary::with_prefix`]: crate::index::Dictionary::with_prefix

use std::ops::Range;

use crate::encode::to_u32;
use crate::index::TermEntry;

/// Lists with so many entries together are prepared: what is below is read in less than a millisecond.
pub const LONG: usize = 1 << 17;

/// Beginnings of so many characters.
const LENGTHS: [usize; 2] = [1, 2];

/// Writes the sets of the beginnings whose lists have at least `long` entries together. `entries` are sorted by term;
/// a passage or document at or above `n_passages` or `n_documents` is left out. `O(entries)`.
#[must_use]
pub fn write(
    entries: &[TermEntry<'_>],
    n_passages: usize,
    n_documents: usize,
    long: usize,
) -> Vec<u8> {
    let n_bytes = (n_passages.div_ceil(8), n_documents.div_ceil(8));
    let mut found: Vec<(Range<u32>, Vec<u8>)> = Vec::new();
    for length in LENGTHS {
        let same = |a: &TermEntry<'_>, b: &TermEntry<'_>| {
            beginning(a.term, length) == beginning(b.term, length)
        };
        let mut first = 0;
        for terms in entries.chunk_by(same) {
            let end = first + terms.len();
            let n_entries: usize = terms.iter().map(|it| it.passages.len()).sum();
            let is_long_enough = |it: &TermEntry<'_>| beginning(it.term, length).is_some();
            if n_entries >= long && terms.first().is_some_and(is_long_enough) {
                found.push((to_u32(first)..to_u32(end), sets(terms, n_bytes)));
            }
            first = end;
        }
    }
    found.sort_unstable_by_key(|it| (it.0.start, it.0.end));
    // One character may be all the words of two have in common.
    found.dedup_by(|a, b| a.0 == b.0);
    let mut out = Vec::new();
    if found.is_empty() {
        return out;
    }
    let number = |it: u32, out: &mut Vec<u8>| out.extend_from_slice(&it.to_le_bytes());
    number(to_u32(n_bytes.0), &mut out);
    number(to_u32(n_bytes.1), &mut out);
    for (range, sets) in found {
        number(range.start, &mut out);
        number(range.end, &mut out);
        out.extend_from_slice(&sets);
    }
    out
}

/// The first characters of a term; `None` when it is shorter.
fn beginning(term: &str, length: usize) -> Option<&str> {
    let (last, it) = term.char_indices().nth(length - 1)?;
    term.get(..last + it.len_utf8())
}

fn sets(terms: &[TermEntry<'_>], n_bytes: (usize, usize)) -> Vec<u8> {
    let mut passages = vec![0u8; n_bytes.0];
    let mut documents = vec![0u8; n_bytes.1];
    let insert = |number: u32, set: &mut [u8]| {
        if let Some(byte) = set.get_mut(number as usize / 8) {
            *byte |= 1 << (number % 8);
        }
    };
    for term in terms {
        for &(passage, _) in term.passages {
            insert(passage, &mut passages);
        }
        for &document in term.titles {
            insert(document, &mut documents);
        }
    }
    passages.append(&mut documents);
    passages
}

/// The prepared beginnings, as they lie in the bytes.
///
/// Damaged bytes read as fewer beginnings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beginnings<'a> {
    rows: &'a [u8],
    n_bytes: (usize, usize),
}

/// The sets of one beginning: bits, the lowest of a byte first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning<'a> {
    /// The passages that hold a word that begins so.
    pub passages: &'a [u8],
    /// The documents whose title does.
    pub titles: &'a [u8],
}

impl<'a> Beginnings<'a> {
    /// Opens what [`write()`] wrote.
    #[must_use]
    pub fn open(bytes: &'a [u8]) -> Self {
        let number = |at: usize| number(bytes, at);
        match (number(0), number(4), bytes.get(8..)) {
            (Some(passages), Some(documents), Some(rows)) => Self {
                rows,
                n_bytes: (passages as usize, documents as usize),
            },
            _ => Self::default(),
        }
    }

    /// The beginning with this range of terms, when it was prepared. Logarithmic in their number.
    #[must_use]
    pub fn find(&self, terms: &Range<u32>) -> Option<Beginning<'a>> {
        let size = self.n_bytes.0.checked_add(self.n_bytes.1)?.checked_add(8)?;
        let (mut low, mut high) = (0, self.rows.len() / size);
        while low < high {
            let middle = low + (high - low) / 2;
            let row = self.rows.get(middle.checked_mul(size)?..)?.get(..size)?;
            let key = (number(row, 0)?, number(row, 4)?);
            match key.cmp(&(terms.start, terms.end)) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let (passages, titles) = row.get(8..)?.split_at_checked(self.n_bytes.0)?;
                    return Some(Beginning { passages, titles });
                }
            }
        }
        None
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    type Passages = Vec<(u32, u32)>;

    fn members(set: &[u8]) -> Vec<u32> {
        let bits = (0u32..).zip(set).flat_map(|(at, &byte)| {
            (0..8)
                .filter(move |bit| byte >> bit & 1 == 1)
                .map(move |bit| at * 8 + bit)
        });
        bits.collect()
    }

    proptest! {
        #[test]
        fn a_prepared_beginning_holds_what_its_lists_hold(
            terms in btree_map("[abé漢]{1,4}", (btree_set(0u32..200, 0..9), btree_set(0u32..20, 0..3)), 0..40),
            long in 0usize..12,
        ) {
            let terms: Vec<(String, Passages, Vec<u32>)> = terms
                .into_iter()
                .map(|(term, (passages, titles))| {
                    (term, passages.into_iter().map(|it| (it, 1)).collect(), titles.into_iter().collect())
                })
                .collect();
            let entries: Vec<TermEntry<'_>> = (0u32..)
                .zip(&terms)
                .map(|(number, it)| TermEntry { term: &it.0, passages: &it.1, titles: &it.2, next_relative: number })
                .collect();
            let bytes = write(&entries, 200, 20, long);
            let beginnings = Beginnings::open(&bytes);
            for prefix in terms.iter().flat_map(|it| [beginning(&it.0, 1), beginning(&it.0, 2)]).flatten() {
                let with_prefix: Vec<_> = (0u32..).zip(&terms).filter(|it| it.1.0.starts_with(prefix)).collect();
                let range = with_prefix[0].0..with_prefix.last().unwrap().0 + 1;
                let n_entries: usize = with_prefix.iter().map(|it| it.1.1.len()).sum();
                let found = beginnings.find(&range);
                prop_assert_eq!(found.is_some(), n_entries >= long);
                let Some(found) = found else { continue };
                let mut passages: Vec<u32> = with_prefix.iter().flat_map(|it| it.1.1.iter().map(|it| it.0)).collect();
                let mut titles: Vec<u32> = with_prefix.iter().flat_map(|it| it.1.2.clone()).collect();
                passages.sort_unstable();
                passages.dedup();
                titles.sort_unstable();
                titles.dedup();
                prop_assert_eq!((members(found.passages), members(found.titles)), (passages, titles));
            }
        }

        #[test]
        fn damaged_bytes_are_no_beginning(bytes in vec(any::<u8>(), 0..60), start in 0u32..9, len in 0u32..9) {
            if let Some(found) = Beginnings::open(&bytes).find(&(start..start + len)) {
                prop_assert!(found.passages.len() + found.titles.len() < bytes.len());
            }
        }
    }
}
