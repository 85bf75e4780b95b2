//! Finds who says what, and the words that lower a claim.
//!
//! Stage: *analysis*. In: a [`Reading`] and its names. Out: statements and hedges, sorted, with spans into the
//! reading's text.

use dossier_corpus::statement::{Hedge, Statement};

use crate::entities::Names;
use crate::reading::Reading;

/// What was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Who says what.
    pub statements: Vec<Statement>,
    /// Words that lower a claim.
    pub hedges: Vec<Hedge>,
}

/// Finds the statements and hedges of a document.
#[must_use]
pub fn find(_reading: Reading<'_>, _names: &Names) -> Claims {
    Claims::default()
}
