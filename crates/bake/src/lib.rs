//! A folder of documents becomes the bytes of a corpus.
//!
//! ```text
//! files → documents → analysis → index → bytes
//! ```
//!
//! Every phase is a pure function between two named types. Parsing never fails: it gives a document and
//! findings. Only [`files`] touches the file system, behind a feature; [`bake`] itself reads no clock, no
//! environment and no file, and the same seeds give the same bytes.
//!
//! Read the modules in the order of the chain: [`seeds`], [`files`], [`parse`], [`reading`], [`segment`], [`dates`],
//! [`entities`], [`statements`], [`link`], [`index`], and the pipeline in `pipeline.rs`.

mod analysis;
pub mod config;
mod corrections;
pub mod dates;
pub mod dump;
pub mod entities;
pub mod error;
#[cfg(feature = "files")]
pub mod files;
pub mod index;
pub mod link;
mod listing;
mod occurrences;
pub mod parse;
mod pipeline;
pub mod reading;
pub mod seeds;
pub mod segment;
pub mod statements;

pub use config::{AsOf, Assumed, Config};
pub use dossier_corpus::Finding;
pub use error::BakeError;
pub use pipeline::{Baked, StagedFile, bake};
pub use seeds::{LeftOut, SeedFile, Seeds};
