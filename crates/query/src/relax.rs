//! What to leave out of a query that finds nothing, and how much each would find.
//!
//! In: a query. Out: the same query without one of its parts, for each part whose absence finds something. Each costs
//! one selection; at most [`MAX`] are tried.

use crate::answer::{LeftOut, Relaxation};
use crate::parse::pieces;
use crate::query::Query;
use crate::searcher::Searcher;

/// No more parts of a query are tried.
const MAX: usize = 24;

/// The parts whose absence helps: words first, then filters, then the range. When none helps by itself: all filters
/// and the range together, and the words together.
pub(crate) fn relaxations(searcher: &Searcher<'_>, query: &Query) -> Vec<Relaxation> {
    let mut found = tried(searcher, single(searcher, query));
    if found.is_empty() {
        found = tried(searcher, whole(query));
    }
    found
}

fn tried(searcher: &Searcher<'_>, wanted: Vec<(LeftOut, Query)>) -> Vec<Relaxation> {
    wanted
        .into_iter()
        .take(MAX)
        .filter_map(|(left_out, query)| {
            let (n_passages, n_documents) = searcher.count(&query);
            (n_passages > 0).then_some(Relaxation {
                left_out,
                query,
                n_passages,
                n_documents,
            })
        })
        .collect()
}

fn single(searcher: &Searcher<'_>, query: &Query) -> Vec<(LeftOut, Query)> {
    let mut all = Vec::new();
    let is_facet = |name: &str| searcher.corpus().facets().any(|it| it == name);
    let pieces = pieces(&query.text, &is_facet);
    for piece in &pieces {
        let typed = query.text.get(piece.clone()).unwrap_or_default();
        let (before, behind) = (
            query.text.get(..piece.start).unwrap_or_default(),
            query.text.get(piece.end..).unwrap_or_default(),
        );
        let mut put = |left_out, instead: &str| {
            let text = [before.trim(), instead, behind.trim()];
            let text: Vec<&str> = text.into_iter().filter(|it| !it.is_empty()).collect();
            let query = Query {
                text: text.join(" "),
                ..query.clone()
            };
            all.push((left_out, query));
        };
        let unquoted = typed.trim_matches(['"', '“', '”', '„', '«', '»']);
        if unquoted.len() < typed.len() && unquoted.contains(char::is_whitespace) {
            put(LeftOut::Quotes(typed.to_owned()), unquoted);
        }
        // The only words are not left out: that would no longer be a search.
        if pieces.len() > 1 {
            put(LeftOut::Words(typed.to_owned()), "");
        }
    }
    for (idx, filter) in query.filters.iter().enumerate() {
        let mut without = query.clone();
        without.filters.remove(idx);
        all.push((LeftOut::Filter(filter.clone()), without));
    }
    if query.has_range() {
        all.push((LeftOut::Range, without_range(query)));
    }
    all
}

fn whole(query: &Query) -> Vec<(LeftOut, Query)> {
    if query.filters.is_empty() && !query.has_range() {
        // Without its words nothing would be left of it.
        return Vec::new();
    }
    let without_filters = Query {
        filters: Vec::new(),
        ..without_range(query)
    };
    let without_words = Query {
        text: String::new(),
        ..query.clone()
    };
    vec![
        (LeftOut::AllFilters, without_filters),
        (LeftOut::AllWords, without_words),
    ]
}

fn without_range(query: &Query) -> Query {
    Query {
        from: None,
        to: None,
        undated: false,
        ..query.clone()
    }
}
