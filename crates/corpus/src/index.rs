//! The search index as bytes: written and read side by side.
//!
//! Role: *index → bytes* and *bytes → query*. In: for each term, where it occurs. Out: an `fst::Map` from term to
//! its number, and the terms' lists.
//!
//! ```text
//! lists   number of terms, then for each block of 16 terms the offset of its first list, then the lists
//! list    length in bytes of the rest
//!         number of passages * 8 + 4 if several times + 2 if titles + 1 if relatives
//!         step to the next relative, zigzag                    if relatives
//!         length in bytes, number, then the documents' gaps    if titles
//!         length in bytes, (gap in the list, times - 2) …      if several times: for each such passage
//!         gaps between the passages
//! ```
//!
//! Invariants: terms are numbered in byte order, so all terms with one beginning are neighbours; relatives (words
//! of one stem) form a ring of steps that returns to its start; positions in the text are not kept, phrases are
//! verified in it. All numbers but the block offsets are variable-length.

use fst::{IntoStreamer as _, Streamer as _};

use crate::encode::to_u32;
use crate::postings::{read_varint, write_varint};

/// Terms per block.
const BLOCK: u32 = 16;

/// What is written for one term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermEntry<'a> {
    /// The folded word.
    pub term: &'a str,
    /// The passages that hold it, rising, and how often (at least once).
    pub passages: &'a [(u32, u32)],
    /// The documents whose title holds it, rising.
    pub titles: &'a [u32],
    /// The number of the next word of the same stem; the last one's is the first. Its own number when it has none.
    pub next_relative: u32,
}

/// Writes the dictionary and the lists. `entries` are sorted by term, each term once.
///
/// # Errors
///
/// When they are not.
pub fn write<'a>(
    entries: impl IntoIterator<Item = TermEntry<'a>>,
) -> Result<(Vec<u8>, Vec<u8>), fst::Error> {
    let mut dictionary = fst::MapBuilder::memory();
    let mut blocks = Vec::new();
    let mut lists = Vec::new();
    let mut list = Vec::new();
    let mut number = 0u32;
    for entry in entries {
        dictionary.insert(entry.term, u64::from(number))?;
        if number.is_multiple_of(BLOCK) {
            blocks.extend_from_slice(&to_u32(lists.len()).to_le_bytes());
        }
        list.clear();
        write_list(&entry, number, &mut list);
        write_varint(to_u32(list.len()), &mut lists);
        lists.extend_from_slice(&list);
        number += 1;
    }
    let mut bytes = number.to_le_bytes().to_vec();
    bytes.append(&mut blocks);
    bytes.append(&mut lists);
    Ok((dictionary.into_inner()?, bytes))
}

fn write_list(entry: &TermEntry<'_>, number: u32, out: &mut Vec<u8>) {
    let mut titles = Vec::new();
    if !entry.titles.is_empty() {
        write_varint(to_u32(entry.titles.len()), &mut titles);
        write_gaps(entry.titles.iter().copied(), &mut titles);
    }
    let mut several = Vec::new();
    let mut next = 0;
    for (idx, &(_, times)) in (0u32..).zip(entry.passages) {
        if times > 1 {
            write_varint(idx - next, &mut several);
            write_varint(times - 2, &mut several);
            next = idx + 1;
        }
    }
    let has_relatives = entry.next_relative != number;
    let flags = u32::from(!several.is_empty()) << 2
        | u32::from(!titles.is_empty()) << 1
        | u32::from(has_relatives);
    write_varint(to_u32(entry.passages.len()) << 3 | flags, out);
    if has_relatives {
        write_varint(zigzag(number, entry.next_relative), out);
    }
    for part in [titles, several] {
        if !part.is_empty() {
            write_varint(to_u32(part.len()), out);
            out.extend_from_slice(&part);
        }
    }
    write_gaps(entry.passages.iter().map(|it| it.0), out);
}

fn write_gaps(numbers: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut next = 0;
    for number in numbers {
        write_varint(number - next, out);
        next = number + 1;
    }
}

fn zigzag(from: u32, to: u32) -> u32 {
    match to.checked_sub(from) {
        Some(forward) => forward << 1,
        None => (from - to) << 1 | 1,
    }
}

fn step(from: u32, zigzag: u32) -> Option<u32> {
    match zigzag & 1 {
        0 => from.checked_add(zigzag >> 1),
        _ => from.checked_sub(zigzag >> 1),
    }
}

/// The dictionary and the lists, opened.
///
/// Damaged bytes read as an empty dictionary or as shorter lists.
pub struct Dictionary<'a> {
    map: fst::Map<&'a [u8]>,
    blocks: &'a [u8],
    lists: &'a [u8],
    n_terms: u32,
}

impl<'a> Dictionary<'a> {
    /// Opens the two sections; `None` when they are damaged. Reads the dictionary once, to check its sum; not in a
    /// browser, where the bytes are part of the program, which would be 17 kB larger by the tables of the check.
    #[must_use]
    pub fn open(terms: &'a [u8], postings: &'a [u8]) -> Option<Self> {
        let map = fst::Map::new(terms).ok()?;
        if cfg!(not(target_arch = "wasm32")) {
            map.as_fst().verify().ok()?;
        }
        let (n_terms, rest) = postings.split_first_chunk::<4>()?;
        let n_terms = u32::from_le_bytes(*n_terms);
        let n_blocks = n_terms.div_ceil(BLOCK) as usize;
        let (blocks, lists) = rest.split_at_checked(n_blocks.checked_mul(4)?)?;
        (map.len() == n_terms as usize).then_some(Self {
            map,
            blocks,
            lists,
            n_terms,
        })
    }

    /// Number of terms; they are numbered from 0 in byte order.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.n_terms
    }

    /// Whether there is no term.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.n_terms == 0
    }

    /// The number of a term.
    #[must_use]
    pub fn find(&self, term: &str) -> Option<u32> {
        u32::try_from(self.map.get(term)?).ok()
    }

    /// The words of a term.
    #[must_use]
    pub fn term(&self, number: u32) -> Option<String> {
        // The values rise with the keys, which is what this lookup needs.
        String::from_utf8(self.map.as_fst().get_key(u64::from(number))?).ok()
    }

    /// The numbers of all terms that begin with `prefix`.
    #[must_use]
    pub fn with_prefix(&self, prefix: &str) -> std::ops::Range<u32> {
        let start = self.first_from(prefix.as_bytes());
        let mut behind = prefix.as_bytes().to_vec();
        while let Some(last) = behind.pop() {
            if let Some(next) = last.checked_add(1) {
                behind.push(next);
                return start..self.first_from(&behind).max(start);
            }
        }
        start..self.n_terms
    }

    fn first_from(&self, key: &[u8]) -> u32 {
        let mut stream = self.map.range().ge(key).into_stream();
        stream
            .next()
            .and_then(|(_, number)| u32::try_from(number).ok())
            .unwrap_or(self.n_terms)
    }

    /// The terms that an automaton accepts, in byte order: each with its number, to `found`.
    pub fn search<A: fst::Automaton>(&self, automaton: A, mut found: impl FnMut(&str, u32)) {
        let mut stream = self.map.search(automaton).into_stream();
        while let Some((key, number)) = stream.next() {
            if let (Ok(term), Ok(number)) = (std::str::from_utf8(key), u32::try_from(number)) {
                found(term, number);
            }
        }
    }

    /// What is kept for a term; empty where there is none.
    #[must_use]
    pub fn list(&self, number: u32) -> TermList<'a> {
        self.scan(number..number.saturating_add(1))
            .next()
            .unwrap_or_default()
    }

    /// What is kept for the terms of a range, in order.
    pub fn scan(
        &self,
        numbers: std::ops::Range<u32>,
    ) -> impl Iterator<Item = TermList<'a>> + use<'a> {
        let end = numbers.end.min(self.n_terms);
        let start = numbers.start.min(end);
        let mut rest = self.block(start / BLOCK).unwrap_or_default();
        for _ in 0..start % BLOCK {
            let _ = take_list(&mut rest);
        }
        (start..end).map_while(move |number| TermList::read(number, take_list(&mut rest)?))
    }

    fn block(&self, block: u32) -> Option<&'a [u8]> {
        let at = (block as usize).checked_mul(4)?;
        let offset = self.blocks.get(at..)?.first_chunk::<4>()?;
        self.lists.get(u32::from_le_bytes(*offset) as usize..)
    }

    /// The words of the same stem as a term, in the order of the ring, without itself.
    #[must_use]
    pub fn relatives(&self, number: u32) -> Vec<u32> {
        let mut found = Vec::new();
        let mut at = number;
        // No stem has so many words; damaged bytes could make a ring that never returns.
        while found.len() < 256 {
            match self.list(at).next_relative {
                Some(next) if next != number && next < self.n_terms => {
                    found.push(next);
                    at = next;
                }
                _ => break,
            }
        }
        found
    }
}

fn take_list<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let len = read_varint(rest)?;
    let (list, after) = rest.split_at_checked(len as usize)?;
    *rest = after;
    Some(list)
}

/// What is kept for one term.
#[derive(Clone, Copy, Debug, Default)]
pub struct TermList<'a> {
    /// Number of passages that hold it.
    pub n_passages: u32,
    /// The next word of the same stem.
    pub next_relative: Option<u32>,
    titles: &'a [u8],
    several: &'a [u8],
    passages: &'a [u8],
}

impl<'a> TermList<'a> {
    fn read(number: u32, mut bytes: &'a [u8]) -> Option<Self> {
        let head = read_varint(&mut bytes)?;
        let mut list = Self {
            n_passages: head >> 3,
            ..Self::default()
        };
        if head & 1 != 0 {
            list.next_relative = step(number, read_varint(&mut bytes)?);
        }
        if head & 2 != 0 {
            list.titles = take_list(&mut bytes)?;
        }
        if head & 4 != 0 {
            list.several = take_list(&mut bytes)?;
        }
        list.passages = bytes;
        Some(list)
    }

    /// The documents whose title holds the term, rising.
    #[must_use]
    pub fn titles(&self) -> Gaps<'a> {
        let mut bytes = self.titles;
        let left = read_varint(&mut bytes).unwrap_or(0);
        Gaps {
            bytes,
            next: 0,
            left,
        }
    }

    /// The passages that hold the term, rising.
    #[must_use]
    pub fn passages(&self) -> Gaps<'a> {
        Gaps {
            bytes: self.passages,
            next: 0,
            left: self.n_passages,
        }
    }

    /// Gives each passage that holds the term, rising, and how often it does, to `found`.
    pub fn for_each(&self, mut found: impl FnMut(u32, u32)) {
        let mut several = self.several;
        let mut take = |from: u32| {
            let at = read_varint(&mut several)?.checked_add(from)?;
            Some((at, read_varint(&mut several)?.saturating_add(2)))
        };
        let mut next = take(0);
        for (idx, passage) in (0u32..).zip(self.passages()) {
            match next {
                Some((at, times)) if at == idx => {
                    found(passage, times);
                    next = take(idx.saturating_add(1));
                }
                _ => found(passage, 1),
            }
        }
    }
}

/// Rising numbers.
#[derive(Clone, Debug)]
pub struct Gaps<'a> {
    bytes: &'a [u8],
    next: u32,
    left: u32,
}

impl Iterator for Gaps<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        self.left = self.left.checked_sub(1)?;
        let gap = match self.bytes.split_first() {
            Some((&byte, rest)) if byte < 0x80 => {
                self.bytes = rest;
                u32::from(byte)
            }
            _ => read_varint(&mut self.bytes)?,
        };
        let number = self.next.checked_add(gap)?;
        self.next = number.checked_add(1)?;
        Some(number)
    }

    /// The same, in a tight loop: a first letter goes through half a million.
    fn fold<B, F: FnMut(B, u32) -> B>(self, init: B, mut found: F) -> B {
        let Self {
            mut bytes,
            mut next,
            left,
        } = self;
        let mut folded = init;
        for _ in 0..left {
            let gap = match bytes.split_first() {
                Some((&byte, rest)) if byte < 0x80 => {
                    bytes = rest;
                    u32::from(byte)
                }
                _ => match read_varint(&mut bytes) {
                    Some(gap) => gap,
                    None => break,
                },
            };
            let Some((number, behind)) = next
                .checked_add(gap)
                .and_then(|it| Some((it, it.checked_add(1)?)))
            else {
                break;
            };
            next = behind;
            folded = found(folded, number);
        }
        folded
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::prelude::*;

    use super::*;

    type Plain = Vec<(String, Vec<(u32, u32)>, Vec<u32>)>;

    /// Writes the terms, each with the one behind it as next relative.
    fn written(terms: &Plain) -> (Vec<u8>, Vec<u8>) {
        let n = to_u32(terms.len());
        write((0..).zip(terms).map(|(number, it)| TermEntry {
            term: &it.0,
            passages: &it.1,
            titles: &it.2,
            next_relative: (number + 1) % n,
        }))
        .unwrap()
    }

    fn read(dictionary: &Dictionary<'_>) -> Plain {
        (0..dictionary.len())
            .zip(dictionary.scan(0..u32::MAX))
            .map(|(number, list)| {
                let mut passages = Vec::new();
                list.for_each(|passage, times| passages.push((passage, times)));
                let mut at_once = Vec::new();
                list.passages().for_each(|it| at_once.push(it));
                assert!(
                    passages.iter().map(|it| it.0).eq(at_once),
                    "both ways of going through a list give the same"
                );
                (
                    dictionary.term(number).unwrap(),
                    passages,
                    list.titles().collect(),
                )
            })
            .collect()
    }

    fn some_terms() -> impl Strategy<Value = Plain> {
        let lists = (
            btree_map(0u32..1000, 1u32..5, 0..20),
            btree_set(0u32..50, 0..5),
        );
        btree_map("[a-cé]{1,5}", lists, 0..60).prop_map(|terms| {
            terms
                .into_iter()
                .map(|(term, (passages, titles))| {
                    (
                        term,
                        passages.into_iter().collect(),
                        titles.into_iter().collect(),
                    )
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn everything_comes_back_as_it_was(terms in some_terms(), prefix in "[a-cé]{0,3}") {
            let (map, lists) = written(&terms);
            let dictionary = Dictionary::open(&map, &lists).unwrap();
            prop_assert_eq!(&read(&dictionary), &terms);
            for (number, (term, ..)) in (0..).zip(&terms) {
                prop_assert_eq!(dictionary.find(term), Some(number));
                prop_assert_eq!(dictionary.relatives(number).len() + 1, terms.len());
            }
            let with_prefix: Vec<_> = (0..).zip(&terms).filter(|it| it.1.0.starts_with(&prefix)).map(|it| it.0).collect();
            prop_assert_eq!(dictionary.with_prefix(&prefix).collect::<Vec<u32>>(), with_prefix);
        }

        #[test]
        fn damaged_bytes_read_as_less(terms in some_terms(), flips in vec((any::<usize>(), any::<u8>()), 1..4)) {
            let (mut map, mut lists) = written(&terms);
            for (at, byte) in flips {
                let n = map.len() + lists.len();
                let at = at % n;
                match at.checked_sub(map.len()) {
                    None => map[at] ^= byte,
                    Some(at) => lists[at] ^= byte,
                }
            }
            if let Some(dictionary) = Dictionary::open(&map, &lists) {
                for number in 0..dictionary.len() {
                    let _ = dictionary.relatives(number);
                    let _ = dictionary.list(number).titles().count();
                }
                for list in dictionary.scan(0..u32::MAX) {
                    list.for_each(|_, _| ());
                }
            }
        }
    }
}
