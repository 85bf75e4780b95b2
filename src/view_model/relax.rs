//! What to leave out of a selection that is empty, in words.

use dossier_query::answer::LeftOut;
use dossier_query::{Query, Searcher};
use yew::AttrValue;

use super::{facets, words};

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
            finds: format!(
                "{} in {}",
                words::count(it.n_passages, "passage", "passages"),
                words::count(it.n_documents, "document", "documents")
            )
            .into(),
            query: it.query,
        })
        .collect()
}

fn label(left_out: &LeftOut) -> String {
    /// Longer pieces of a query are cut.
    const PIECE: usize = 60;
    match left_out {
        LeftOut::Words(typed) => format!("Without “{}”", words::shorten(typed, PIECE)),
        LeftOut::Quotes(typed) => {
            format!("The words of {} in any order", words::shorten(typed, PIECE))
        }
        LeftOut::Filter(filter) => format!("Without the filter {}", facets::filter_label(filter)),
        LeftOut::Range => "Without the range of dates".into(),
        LeftOut::AllFilters => "Without any filter".into(),
        LeftOut::AllWords => "Without the words".into(),
    }
}
