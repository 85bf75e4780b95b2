//! What was read, with what its surroundings tell.

use dossier_corpus::span::Span;
use dossier_time::expr::{Step, Tense};

use super::piece::{Anchor, Meaning};

/// What was read, with what its surroundings tell.
#[derive(Clone, Debug)]
pub(super) struct Read {
    /// Its bytes.
    pub(super) span: Span,
    /// What it means.
    pub(super) meaning: Meaning,
    /// Which rule read it.
    pub(super) rule: &'static str,
    /// The tense of its sentence.
    pub(super) tense: Tense,
    /// Whether it is told of as past; looked for only where the document has no date.
    pub(super) is_past: bool,
    /// Number of its passage.
    pub(super) passage: usize,
    /// Whether a heading began since the date before.
    pub(super) new_section: bool,
    /// Whether it leads its clause ("In 1915, …"), and does not just describe something ("the 1915 treaty").
    pub(super) leads: bool,
}

impl Read {
    /// Whether it counts to its date: "three years later".
    pub(super) fn is_counted(&self) -> bool {
        matches!(&self.meaning, Meaning::At(piece) if matches!(piece.steps.last(), Some(Step::Offset { .. })))
    }

    /// Whether it names a date, and does not count to it from another.
    pub(super) fn is_direct(&self) -> bool {
        matches!(&self.meaning, Meaning::At(piece) if matches!(piece.anchor, Anchor::None | Anchor::Free))
    }
}
