//! Why a baked corpus could not be opened.

use std::fmt;

/// Why a baked corpus could not be opened.
///
/// Every variant carries what a reader needs to act on it without a debugger.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpenError {
    /// The first bytes are not the corpus signature.
    NotACorpus {
        /// Number of bytes that were given.
        len: usize,
    },
    /// Written by another version of the format; rebuild the page.
    Version {
        /// The version this code reads.
        expected: u32,
        /// The version found in the header.
        found: u32,
    },
    /// The bytes end before a section that the header announces.
    Truncated {
        /// Name of the section, e.g. `postings`.
        section: &'static str,
        /// Byte offset at which the section should end.
        end: usize,
    },
    /// A section does not hold what its name says.
    Damaged {
        /// Name of the section.
        section: &'static str,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotACorpus { len } => write!(f, "not a baked corpus ({len} bytes)"),
            Self::Version { expected, found } => {
                write!(
                    f,
                    "corpus format {found}, but this page reads format {expected}; build it again"
                )
            }
            Self::Truncated { section, end } => {
                write!(
                    f,
                    "the corpus ends before its section `{section}` does (at byte {end})"
                )
            }
            Self::Damaged { section } => {
                write!(f, "the section `{section}` of the corpus is damaged")
            }
        }
    }
}

impl std::error::Error for OpenError {}
