//! Finds the terms that are one or two typing errors away from a word.
//!
//! In: a folded word. Out: an automaton over the dictionary's bytes. An error is a letter too many, one missing, a
//! wrong one, or two swapped. The state is one row of the table of distances (and the one before it, for swaps);
//! only the cells near the diagonal can be small enough, the others are not computed.

use fst::Automaton;

/// Longest word that is corrected, in characters.
const MAX_LETTERS: usize = 24;

/// Accepts words within a distance of a given one.
#[derive(Clone, Debug)]
pub(crate) struct Typos {
    letters: Vec<char>,
    max: u8,
    prefix: bool,
}

/// How many errors are allowed in a word of so many letters.
#[must_use]
pub(crate) const fn allowed(n_letters: usize) -> u8 {
    match n_letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// A row of the table: the distance of the letters read so far to each beginning of the word.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    cells: [u8; MAX_LETTERS + 1],
    before: [u8; MAX_LETTERS + 1],
    last: char,
    n_read: usize,
    /// The smallest distance a beginning of the letters read had to the whole word.
    best: u8,
    /// Bytes of a character that is not complete.
    partial: u32,
    n_missing: u8,
}

impl Typos {
    /// Up to `max` errors; with `prefix` what follows behind the word does not count. `None` for words that are not
    /// corrected.
    pub(crate) fn new(word: &str, max: u8, prefix: bool) -> Option<Self> {
        let letters: Vec<char> = word.chars().collect();
        let fits = letters.len() <= MAX_LETTERS && max > 0;
        fits.then_some(Self {
            letters,
            max,
            prefix,
        })
    }

    /// The distance of a word, or of its nearest beginning.
    pub(crate) fn distance(&self, word: &str) -> u8 {
        let row = word
            .chars()
            .fold(self.start(), |row, letter| self.read(&row, letter));
        self.reached(&row)
    }

    fn reached(&self, row: &Row) -> u8 {
        let whole = row
            .cells
            .get(self.letters.len())
            .copied()
            .unwrap_or(u8::MAX);
        if self.prefix {
            whole.min(row.best)
        } else {
            whole
        }
    }

    fn read(&self, row: &Row, letter: char) -> Row {
        let far = self.max + 1;
        let n_read = row.n_read + 1;
        let mut next = Row {
            cells: [far; MAX_LETTERS + 1],
            before: row.cells,
            last: letter,
            n_read,
            best: row.best,
            partial: 0,
            n_missing: 0,
        };
        let width = usize::from(self.max);
        let from = n_read.saturating_sub(width);
        let to = (n_read + width).min(self.letters.len());
        let cell = |cells: &[u8], at: usize| cells.get(at).copied().unwrap_or(far);
        for at in from..=to {
            let mut value = cell(&row.cells, at) + 1;
            if let Some(before) = at.checked_sub(1) {
                let wanted = self.letters.get(before).copied();
                let wrong = u8::from(wanted != Some(letter));
                value = value
                    .min(cell(&next.cells, before) + 1)
                    .min(cell(&row.cells, before) + wrong);
                if let Some(two_before) = at.checked_sub(2)
                    && wanted == Some(row.last)
                    && self.letters.get(two_before) == Some(&letter)
                {
                    value = value.min(cell(&row.before, two_before) + 1);
                }
            }
            if let Some(slot) = next.cells.get_mut(at) {
                *slot = value.min(far);
            }
        }
        next.best = next.best.min(cell(&next.cells, self.letters.len()));
        next
    }
}

impl Automaton for &Typos {
    type State = Row;

    fn start(&self) -> Row {
        let far = self.max + 1;
        let mut cells = [far; MAX_LETTERS + 1];
        for (cell, value) in cells.iter_mut().zip(0..=self.max) {
            *cell = value;
        }
        Row {
            cells,
            before: [far; MAX_LETTERS + 1],
            last: '\0',
            n_read: 0,
            best: cells.get(self.letters.len()).copied().unwrap_or(far),
            partial: 0,
            n_missing: 0,
        }
    }

    fn is_match(&self, row: &Row) -> bool {
        row.n_missing == 0 && self.reached(row) <= self.max
    }

    fn can_match(&self, row: &Row) -> bool {
        (self.prefix && row.best <= self.max) || row.cells.iter().any(|it| *it <= self.max)
    }

    fn will_always_match(&self, row: &Row) -> bool {
        self.prefix && row.best <= self.max
    }

    fn accept(&self, row: &Row, byte: u8) -> Row {
        if byte < 0x80 {
            return self.read(row, char::from(byte));
        }
        let mut next = row.clone();
        if byte >= 0xc0 {
            let (bits, n_missing) = match byte {
                0xc0..=0xdf => (byte & 0x1f, 1),
                0xe0..=0xef => (byte & 0x0f, 2),
                _ => (byte & 0x07, 3),
            };
            (next.partial, next.n_missing) = (u32::from(bits), n_missing);
            return next;
        }
        next.partial = next.partial << 6 | u32::from(byte & 0x3f);
        next.n_missing = next.n_missing.saturating_sub(1);
        match next.n_missing {
            0 => self.read(row, char::from_u32(next.partial).unwrap_or('\0')),
            _ => next,
        }
    }
}

#[cfg(test)]
mod tests {
    use fst::{IntoStreamer as _, Streamer as _};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn distances_are_counted_as_people_err() {
        let rows = [
            ("government", "government", 0, "equal"),
            ("government", "goverment", 1, "missing"),
            ("government", "governnment", 1, "too many"),
            ("government", "govermment", 1, "wrong"),
            ("government", "govenrment", 1, "swapped"),
            ("government", "gvernmant", 2, "missing and wrong"),
            ("élan", "elan", 1, "characters, not bytes"),
            ("книга", "кинга", 1, "swapped in two-byte letters"),
            (
                "government",
                "parliament",
                3,
                "too far is one more than allowed",
            ),
        ];
        for (word, other, expected, why) in rows {
            let typos = Typos::new(word, 2, false).unwrap();
            assert_eq!(typos.distance(other), expected, "{why}: {word}, {other}");
        }
    }

    /// The same by the book: the whole table.
    fn plain_distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, j) => j,
                    (i, 0) => i,
                    _ => {
                        let wrong = usize::from(a[i - 1] != b[j - 1]);
                        let mut value = (table[i - 1][j] + 1)
                            .min(table[i][j - 1] + 1)
                            .min(table[i - 1][j - 1] + wrong);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            value = value.min(table[i - 2][j - 2] + 1);
                        }
                        value
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn all_near_words_are_found(
            words in proptest::collection::btree_set("[abcé]{1,7}", 1..40), word in "[abcé]{1,7}", max in 1u8..3, prefix: bool,
        ) {
            let set = fst::Set::from_iter(&words).unwrap();
            let typos = Typos::new(&word, max, prefix).unwrap();
            let mut stream = set.search(&typos).into_stream();
            let mut found = Vec::new();
            while let Some(key) = stream.next() {
                found.push(String::from_utf8(key.to_vec()).unwrap());
            }
            let letters: Vec<char> = word.chars().collect();
            let expected: Vec<String> = words
                .into_iter()
                .filter(|it| {
                    let other: Vec<char> = it.chars().collect();
                    let beginnings = if prefix { 0..=other.len() } else { other.len()..=other.len() };
                    beginnings.into_iter().any(|end| plain_distance(&letters, &other[..end]) <= usize::from(max))
                })
                .collect();
            prop_assert_eq!(found, expected);
        }
    }
}
