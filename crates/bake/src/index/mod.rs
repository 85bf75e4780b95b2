//! What search and filters look things up in.
//!
//! Stage: *index*. In: analysed documents, with the entities of the whole corpus linked. Out: the search index
//! and the facets, as plain data and bytes for `encode`. The same documents give the same bytes.
//!
//! Not here: how lists are packed (`dossier_corpus::index`), what a word is (`dossier_corpus::text`), ranking.

mod facets;
mod search;
mod stems;

pub use facets::facets;
pub use search::search;

use std::borrow::Cow;

use dossier_corpus::document::{Document, Passage};

/// The visible text of a passage.
fn visible<'a>(document: &'a Document, passage: &'a Passage) -> Cow<'a, str> {
    let shown = |idx: usize| {
        let run = passage.runs.get(idx)?;
        Some(match &run.shown {
            Some(shown) => shown.as_str(),
            None => run.span.of(&document.text),
        })
    };
    match passage.runs.len() {
        0 => Cow::Borrowed(passage.span.of(&document.text)),
        1 => Cow::Borrowed(shown(0).unwrap_or_default()),
        n => Cow::Owned((0..n).filter_map(shown).collect()),
    }
}
