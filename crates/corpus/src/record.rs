//! Rows of fixed width: how one is written and how one is read, side by side.
//!
//! A row is a struct of `u32` fields, little-endian, in the order of declaration. A table is its rows, one
//! behind the other; a row is read when it is asked for.

use std::marker::PhantomData;
use std::ops::Range;

/// A row of fixed width.
pub trait Record: Sized {
    /// Its length in bytes.
    const SIZE: usize;

    /// Appends its bytes.
    fn write(&self, out: &mut Vec<u8>);

    /// Reads it; `None` when fewer than [`Self::SIZE`] bytes are given.
    fn read(bytes: &[u8]) -> Option<Self>;
}

macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: u32),+
        }

        impl crate::record::Record for $name {
            const SIZE: usize = 4 * [$(stringify!($field)),+].len();

            fn write(&self, out: &mut Vec<u8>) {
                $(out.extend_from_slice(&self.$field.to_le_bytes());)+
            }

            fn read(bytes: &[u8]) -> Option<Self> {
                let mut words = bytes.chunks_exact(4);
                $(let $field = u32::from_le_bytes(words.next()?.try_into().ok()?);)+
                Some(Self { $($field),+ })
            }
        }
    };
}
pub(crate) use record;

/// A read-only table of rows that lie in borrowed bytes.
pub struct Table<'a, R> {
    bytes: &'a [u8],
    rows: PhantomData<R>,
}

impl<R> Clone for Table<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Table<'_, R> {}

impl<'a, R: Record> Table<'a, R> {
    /// A table over `bytes`; `None` when their number is no multiple of a row's size.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        bytes.len().is_multiple_of(R::SIZE).then_some(Self {
            bytes,
            rows: PhantomData,
        })
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.bytes.len() / R::SIZE).unwrap_or(u32::MAX)
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The row with that number.
    #[must_use]
    pub fn get(&self, row: u32) -> Option<R> {
        let start = (row as usize).checked_mul(R::SIZE)?;
        R::read(self.bytes.get(start..start.checked_add(R::SIZE)?)?)
    }

    /// The rows of a range with their numbers; what lies beyond the table is left out.
    #[must_use]
    pub fn range(self, rows: Range<u32>) -> impl DoubleEndedIterator<Item = (u32, R)> + use<'a, R> {
        let end = rows.end.min(self.len());
        (rows.start..end).filter_map(move |row| Some((row, self.get(row)?)))
    }

    /// All rows with their numbers.
    #[must_use]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = (u32, R)> + use<'a, R> {
        self.range(0..self.len())
    }

    /// The children of `row` in another table of `n_children` rows: from this row's `first` to the next row's. Never
    /// beyond the table.
    #[must_use]
    pub fn children(&self, row: u32, n_children: u32, first: impl Fn(&R) -> u32) -> Range<u32> {
        let Some(start) = self.get(row).map(|it| first(&it)) else {
            return 0..0;
        };
        let end = row
            .checked_add(1)
            .and_then(|next| self.get(next))
            .map_or(n_children, |it| first(&it))
            .min(n_children);
        start.min(end)..end
    }

    /// Number of leading rows for which `before` holds; the table must be partitioned by it.
    #[must_use]
    pub fn partition_point(&self, rows: Range<u32>, before: impl Fn(&R) -> bool) -> u32 {
        let (mut low, mut high) = (rows.start, rows.end.min(self.len()));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle).is_some_and(|it| before(&it)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}
