//! Finds dates in running text and chooses the anchor each is resolved against.
//!
//! Stage: *analysis*. In: a [`Reading`] and what is known of the document's date. Out: [`Moment`]s, sorted, not
//! overlapping, with spans into the reading's text.

use dossier_corpus::mention::Moment;

use crate::reading::Reading;

/// What the document tells about time beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateContext<'a> {
    /// EDTF of the document's own date, when it is known.
    pub published: Option<&'a str>,
    /// `news` (resolved against the document's date) or `narrative` (carries its running date along), when told.
    pub genre: Option<&'a str>,
    /// `julian` when the metadata says that dates are Old Style.
    pub calendar: Option<&'a str>,
}

/// Finds the moments of a document.
#[must_use]
pub fn find(_reading: Reading<'_>, _context: DateContext<'_>) -> Vec<Moment> {
    Vec::new()
}
