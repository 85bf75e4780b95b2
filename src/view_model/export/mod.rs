//! What is shown, as files that other programs read: pure, text out.
//!
//! `csv`, `ics`, `json` and `markdown` write plain rows and know no corpus; `source`, `selection`, `printed` and
//! `provenance` say what is written. Nothing here knows the page, the clock or the machine: the same rows give the same bytes.

pub mod bibtex;
pub mod csl;
pub mod csv;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod printed;
pub mod provenance;
pub mod quotation;
pub mod selection;
pub mod source;

pub use provenance::Provenance;

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
