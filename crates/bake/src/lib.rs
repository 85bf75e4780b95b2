//! A folder of documents becomes the bytes of a corpus.
//!
//! ```text
//! files → documents → analysis → index → bytes
//! ```
//!
//! Every phase is a pure function between two named types. Parsing never fails: it gives a document and
//! findings. Only [`files`] touches the file system, behind a feature.

pub mod dates;
pub mod entities;
pub mod reading;
pub mod segment;
pub mod statements;
