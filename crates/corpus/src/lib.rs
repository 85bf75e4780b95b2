//! The shared data model of Dossier and its byte format.
//!
//! Both sides know this crate: the build, which writes a corpus, and the page, which opens it.
//!
//! ```text
//! files → documents → analysis → index → bytes   →   corpus → query → view model → components → pages → app
//! └────────────── crates/bake (build) ────────┘   └ crates/corpus ┘ └ crates/query ┘ └──── src/ (Yew) ─────┘
//! crates/time (shared by all): EDTF values, intervals, resolving against an anchor, wording for people
//! ```
//!
//! Read the modules in this order:
//!
//! 1. [`ids`] and [`span`]: how things are named and where they are.
//! 2. [`document`], [`mention`], [`statement`]: what a document is after reading, as plain owned data.
//! 3. [`text`]: the one definition of a word, for the index and for the query.
//! 4. [`record`], [`format`](mod@format), [`encode`], [`corpus`], [`index`]: the bytes, written and opened without parsing.
//!
//! Not here: reading files, finding anything in a text, ranking, wording, and anything random or dated:
//! the same documents give the same bytes.

pub mod beginnings;
mod codes;
pub mod corpus;
pub mod document;
pub mod encode;
pub mod error;
pub mod facet;
pub mod finding;
mod fold;
pub mod format;
mod found;
pub mod ids;
pub mod index;
pub mod info;
pub mod mention;
pub mod postings;
pub mod record;
mod sections;
pub mod source_map;
pub mod span;
pub mod statement;
pub mod text;

pub use corpus::Corpus;
pub use document::Document;
pub use error::OpenError;
pub use facet::Facet;
pub use finding::Finding;
pub use ids::{DocId, EntityId, HedgeId, MomentId, PassageId, StatementId};
pub use span::Span;
