//! EDTF for people: one function words a value, and it is used everywhere.
//!
//! A language is one implementation of [`Wording`]; this file knows none of their words.

mod english;

use crate::edtf::Edtf;

pub use english::English;
pub(crate) use english::MONTHS;

/// How one language words dates.
pub trait Wording {
    /// The words for a value, without a capital at the beginning unless the language wants it.
    fn words(&self, value: &Edtf) -> String;
}

/// A value in English words, e.g. "July, year not stated".
#[must_use]
pub fn words(value: &Edtf) -> String {
    English.words(value)
}
