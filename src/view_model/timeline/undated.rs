//! The passages of a selection that carry no date.

use dossier_query::{Query, Searcher};
use yew::AttrValue;

use crate::view_model::words;

/// Characters of a passage that are shown.
const TEXT: usize = 110;

/// A passage without a date.
#[derive(Clone, Debug, PartialEq)]
pub struct UndatedRow {
    /// Its number, a key for lists.
    pub number: u32,
    /// Its first words.
    pub text: AttrValue,
    /// The document's title.
    pub title: AttrValue,
    /// The document's id.
    pub document: AttrValue,
    /// The passage's number in the document, from 1.
    pub passage: u32,
}

/// The first `limit` passages of the selection that carry no date on the query's clock, range or no range.
#[must_use]
pub fn undated(searcher: &Searcher<'_>, query: &Query, limit: usize) -> Vec<UndatedRow> {
    let corpus = searcher.corpus();
    let passages = searcher.undated_passages(query, limit).into_iter();
    passages
        .filter_map(|passage| {
            let document = corpus.passage(passage)?.document;
            let info = corpus.document(document)?;
            Some(UndatedRow {
                number: passage.get(),
                text: words::shorten(&corpus.visible(passage), TEXT).into(),
                title: info.title.to_owned().into(),
                document: info.id.to_owned().into(),
                passage: passage.get() - corpus.passages(document).start + 1,
            })
        })
        .collect()
}
