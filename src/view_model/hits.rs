//! The hits of a search: passages with an excerpt of their best place, grouped by document.

use dossier_corpus::{DocId, PassageId};
use dossier_query::answer::DocumentHits;
use dossier_query::{Answer, Searcher};
use yew::AttrValue;

use super::article::byline;
use super::segments::{Segment, segments};
use super::words;

/// A document with hits.
#[derive(Clone, Debug, PartialEq)]
pub struct HitGroup {
    /// The document's id, for addresses.
    pub id: AttrValue,
    /// Its title.
    pub title: AttrValue,
    /// What is known of it.
    pub byline: AttrValue,
    /// Its best hits.
    pub hits: Vec<Hit>,
    /// How many more it has, in words; empty when there are none.
    pub more: AttrValue,
}

/// A passage that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number in the document, from 1.
    pub passage: u32,
    /// Its best place.
    pub excerpt: Vec<Segment>,
    /// Whether something is left out before the excerpt.
    pub cut_before: bool,
    /// Whether something is left out behind it.
    pub cut_behind: bool,
}

/// How many hits of one document are shown.
const HITS_A_DOCUMENT: usize = 3;

/// Words the hits of an answer, best first; at most `limit` documents.
#[must_use]
pub fn hits(searcher: &Searcher<'_>, answer: &Answer, limit: usize) -> Vec<HitGroup> {
    answer
        .documents
        .iter()
        .take(limit)
        .filter_map(|it| group(searcher, answer, it))
        .collect()
}

fn group(searcher: &Searcher<'_>, answer: &Answer, hits: &DocumentHits) -> Option<HitGroup> {
    let corpus = searcher.corpus();
    let info = corpus.document(hits.document)?;
    let first = corpus.passages(hits.document).start;
    let n_more = hits.passages.len().saturating_sub(HITS_A_DOCUMENT);
    Some(HitGroup {
        id: info.id.to_owned().into(),
        title: info.title.to_owned().into(),
        byline: by(searcher, hits.document).into(),
        hits: hits
            .passages
            .iter()
            .take(HITS_A_DOCUMENT)
            .filter_map(|&passage| hit(searcher, answer, passage, first))
            .collect(),
        more: match u32::try_from(n_more) {
            Ok(0) | Err(_) => AttrValue::default(),
            Ok(n) => words::count(n, "more passage", "more passages").into(),
        },
    })
}

fn by(searcher: &Searcher<'_>, document: DocId) -> String {
    let facts: Vec<String> = byline(searcher, document)
        .iter()
        .map(ToString::to_string)
        .collect();
    facts.join(" · ")
}

fn hit(
    searcher: &Searcher<'_>,
    answer: &Answer,
    passage: PassageId,
    first_of_document: u32,
) -> Option<Hit> {
    let corpus = searcher.corpus();
    let whole = corpus.passage(passage)?.span;
    let excerpt = searcher.excerpt(answer, passage);
    Some(Hit {
        passage: passage.get() - first_of_document + 1,
        excerpt: segments(&corpus, passage, Some(excerpt.span), &excerpt.highlights),
        cut_before: excerpt.span.start > whole.start,
        cut_behind: excerpt.span.end < whole.end,
    })
}
