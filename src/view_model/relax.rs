//! What to leave out of a selection that is empty, in words.

use dossier_query::answer::LeftOut;
use dossier_query::{Query, Searcher};
use yew::AttrValue;

use super::{facets, words};
use crate::wording::say;

/// A way out of an empty selection.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOut {
    /// What it leaves out.
    pub label: AttrValue,
    /// What is selected then.
    pub finds: AttrValue,
    /// The selection.
    pub query: Query,
}

/// The ways out, in the order of the query's parts; may be empty.
#[must_use]
pub fn ways_out(searcher: &Searcher<'_>, query: &Query) -> Vec<WayOut> {
    let found = searcher.relaxations(query).into_iter();
    found
        .map(|it| WayOut {
            label: label(&it.left_out).into(),
            finds: words::passages_in(it.n_passages, it.n_documents).into(),
            query: it.query,
        })
        .collect()
}

fn label(left_out: &LeftOut) -> String {
    /// Longer pieces of a query are cut.
    const PIECE: usize = 60;
    match left_out {
        LeftOut::Words(typed) => say::without_word(&words::shorten(typed, PIECE)),
        LeftOut::Quotes(typed) => say::any_order(&words::shorten(typed, PIECE)),
        LeftOut::Filter(filter) => say::without_filter(&facets::filter_label(filter)),
        LeftOut::Range => say::without_dates().into(),
        LeftOut::AllFilters => say::without_filters().into(),
        LeftOut::AllWords => say::without_words().into(),
    }
}
