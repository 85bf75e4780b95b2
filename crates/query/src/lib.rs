//! Questions to a corpus and their answers.
//!
//! Runs in the page, but knows no browser: a [`Corpus`](dossier_corpus::Corpus) and a [`Query`] go in, an
//! [`Answer`] comes out. Nothing is worded here.

pub mod answer;
pub mod query;

pub use answer::Answer;
pub use query::{Clock, Filter, Query, Sense};
