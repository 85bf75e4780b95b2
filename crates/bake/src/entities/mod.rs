//! Finds the names in a text: people, organisations, places and groups.
//!
//! Stage: *analysis*. In: a [`Reading`]. Out: the document's entities and their mentions, sorted, not
//! overlapping, with spans into the reading's text.

use dossier_corpus::mention::{Entity, Mention};

use crate::reading::Reading;

/// What was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The entities; short forms are folded into their long form.
    pub entities: Vec<Entity>,
    /// Where they are named.
    pub mentions: Vec<Mention>,
}

/// Finds the names of a document.
#[must_use]
pub fn find(_reading: Reading<'_>) -> Names {
    Names::default()
}
