//! The search side: `search(text, {mode})` and `results(text, {mode})`.
//!
//! `search` ranks and gives the ids of the ten best documents. `results` computes all that is on screen for the words
//! (every facet's counts, the dates) and gives the ten with an excerpt each.

use std::borrow::Cow;

use dossier_query::answer::DocumentHits;
use dossier_query::{Answer, Query, Searcher};

use crate::platform::bench::{Bench, objects, texts};
use crate::view_model::segments::segments;

/// Documents in a result.
const N: usize = 10;

/// Adds both functions.
pub(super) fn add(bench: &Bench, searcher: &'static Searcher<'static>) {
    bench.ask("search", |text, mode| {
        let best = searcher.best(&Query::of_text(&asked(text, mode)), N);
        let corpus = searcher.corpus();
        let ids = best.into_iter().filter_map(|it| corpus.document(it));
        texts(ids.map(|it| it.id))
    });
    bench.ask("results", |text, mode| {
        let answer = searcher.answer(&Query::of_text(&asked(text, mode)));
        let hits = answer.documents.iter().take(N);
        objects(hits.filter_map(|it| result(searcher, &answer, it)))
    });
}

/// What a reader types who means `text` that way: `words` are complete, of a `prefix` the last word is not, a `phrase`
/// stands in quotation marks.
fn asked<'t>(text: &'t str, mode: &str) -> Cow<'t, str> {
    match mode {
        "prefix" => text.into(),
        "phrase" if text.starts_with('"') => text.into(),
        "phrase" => format!("\"{text}\"").into(),
        _ => format!("{text} ").into(),
    }
}

/// A document of the result, its excerpt as HTML.
fn result(
    searcher: &Searcher<'_>,
    answer: &Answer,
    hits: &DocumentHits,
) -> Option<[(&'static str, String); 3]> {
    let corpus = searcher.corpus();
    let info = corpus.document(hits.document)?;
    let passage = *hits.passages.first()?;
    let excerpt = searcher.excerpt(answer, passage);
    let mut snippet = String::new();
    for segment in segments(&corpus, passage, Some(excerpt.span), &excerpt.highlights) {
        let text = segment.text.replace('&', "&amp;").replace('<', "&lt;");
        if segment.marks.hit.is_some() {
            snippet.extend(["<mark>", &text, "</mark>"]);
        } else {
            snippet.push_str(&text);
        }
    }
    Some([
        ("id", info.id.to_owned()),
        ("title", info.title.to_owned()),
        ("snippet", snippet),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_are_typed_as_a_reader_would() {
        let rows = [
            ("big bang", "words", "big bang "),
            ("big bnag", "fuzzy", "big bnag "),
            ("big ba", "prefix", "big ba"),
            ("big bang", "phrase", "\"big bang\""),
            ("\"big bang\"", "phrase", "\"big bang\""),
            ("big", "", "big "),
        ];
        for (text, mode, expected) in rows {
            assert_eq!(asked(text, mode), expected, "{mode}: {text}");
        }
    }
}
