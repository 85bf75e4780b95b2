//! The header of a baked corpus: where each section lies.

use crate::error::OpenError;
use crate::format::{SIGNATURE, Section, SpanRow, VERSION};
use crate::record::{Record, Table};

/// The header: where each section lies.
pub(crate) struct Sections<'a> {
    bytes: &'a [u8],
    places: &'a [u8],
}

impl<'a> Sections<'a> {
    /// Checks signature, version and the number of sections.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        let not_a_corpus = OpenError::NotACorpus { len: bytes.len() };
        let Some(rest) = bytes.strip_prefix(SIGNATURE) else {
            return Err(not_a_corpus);
        };
        let word = |at: usize| -> Option<u32> {
            Some(u32::from_le_bytes(rest.get(at..at + 4)?.try_into().ok()?))
        };
        let (Some(found), Some(n_sections)) = (word(0), word(4)) else {
            return Err(not_a_corpus);
        };
        if found != VERSION {
            return Err(OpenError::Version {
                expected: VERSION,
                found,
            });
        }
        if n_sections as usize != Section::ALL.len() {
            return Err(OpenError::Damaged { section: "header" });
        }
        let places = rest.get(8..).unwrap_or_default();
        Ok(Self { bytes, places })
    }

    /// The bytes of a section.
    pub(crate) fn bytes(&self, section: Section) -> Result<&'a [u8], OpenError> {
        let place = self
            .places
            .get(section as usize * SpanRow::SIZE..)
            .and_then(SpanRow::read);
        // The header keeps (offset, length); a `SpanRow` is just two numbers.
        let Some(SpanRow { start, end: len }) = place else {
            return Err(OpenError::Damaged { section: "header" });
        };
        let end = (start as usize).saturating_add(len as usize);
        self.bytes
            .get(start as usize..end)
            .ok_or(OpenError::Truncated {
                section: section.name(),
                end,
            })
    }

    /// A section as a table of rows.
    pub(crate) fn table<R: Record>(&self, section: Section) -> Result<Table<'a, R>, OpenError> {
        Table::new(self.bytes(section)?).ok_or(OpenError::Damaged {
            section: section.name(),
        })
    }
}
