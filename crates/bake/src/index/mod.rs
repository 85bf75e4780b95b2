//! Writes the search index and the facets.

use dossier_corpus::Document;
use dossier_corpus::encode::{FacetList, SearchIndex};
use dossier_corpus::mention::Entity;

/// The search index of a corpus.
#[must_use]
pub fn search(documents: &[Document]) -> SearchIndex {
    SearchIndex {
        n_words: vec![0; documents.len()],
        ..SearchIndex::default()
    }
}

/// The facets of a corpus.
#[must_use]
pub fn facets(
    _documents: &[Document],
    _entities: &[Entity],
    _numbers: &[Vec<u32>],
) -> Vec<FacetList> {
    Vec::new()
}
