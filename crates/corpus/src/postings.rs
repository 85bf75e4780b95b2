//! Sorted lists of numbers as bytes: written and read side by side.
//!
//! A list is kept as runs of consecutive numbers, each a variable-length gap and a variable-length run
//! length, since a property of a document holds for all of its passages.

/// Appends `value` in seven-bit groups, lowest first.
pub fn write_varint(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(low_byte(value) | 0x80);
        value >>= 7;
    }
    out.push(low_byte(value));
}

fn low_byte(value: u32) -> u8 {
    value.to_le_bytes().first().copied().unwrap_or(0) & 0x7f
}

/// Takes one value off the front; `None` at the end or where the bytes are damaged.
pub fn read_varint(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Appends a strictly rising list.
pub fn write_sorted(list: &[u32], out: &mut Vec<u8>) {
    let mut last_end = 0;
    let mut rest = list;
    while let Some(&first) = rest.first() {
        let n = rest
            .iter()
            .zip(first..)
            .take_while(|&(&value, expected)| value == expected)
            .count();
        let length = u32::try_from(n).unwrap_or(u32::MAX);
        write_varint(first - last_end, out);
        write_varint(length, out);
        last_end = first + length;
        rest = rest.get(n..).unwrap_or_default();
    }
}

/// Reads a list back, as half-open runs.
#[must_use]
pub fn read_runs(bytes: &[u8]) -> Runs<'_> {
    Runs { bytes, last_end: 0 }
}

/// The runs of consecutive numbers of a list, rising.
#[derive(Clone, Debug)]
pub struct Runs<'a> {
    bytes: &'a [u8],
    last_end: u32,
}

impl Iterator for Runs<'_> {
    type Item = std::ops::Range<u32>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.last_end.checked_add(read_varint(&mut self.bytes)?)?;
        let end = start.checked_add(read_varint(&mut self.bytes)?)?;
        self.last_end = end;
        Some(start..end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_list_comes_back_as_it_was(set in proptest::collection::btree_set(0u32..10_000, 0..300)) {
            let list: Vec<u32> = set.into_iter().collect();
            let mut bytes = Vec::new();
            write_sorted(&list, &mut bytes);
            let back: Vec<u32> = read_runs(&bytes).flatten().collect();
            prop_assert_eq!(back, list);
        }

        #[test]
        fn damaged_bytes_end_the_list(bytes in proptest::collection::vec(any::<u8>(), 0..50)) {
            prop_assert!(read_runs(&bytes).count() <= bytes.len());
        }
    }
}
