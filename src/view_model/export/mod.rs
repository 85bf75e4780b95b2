//! What is shown, as files that other programs read: pure writers, text in, text out.
//!
//! Nothing here knows the page or the corpus, the clock or the machine: the same rows give the same bytes.

pub mod csv;
pub mod ics;

/// A file to be handed to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub text: String,
}
