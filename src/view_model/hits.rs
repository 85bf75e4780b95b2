//! The hits of a search: passages with an excerpt of their best place, grouped by document.

use std::ops::Range;

use dossier_corpus::{PassageId, Span};
use dossier_query::answer::{DocumentHits, Excerpt, Reading};
use dossier_query::{Answer, Searcher};
use yew::AttrValue;

use super::article::byline_text;
use super::segments::{Segment, segments};
use crate::wording::say;

/// A document with hits.
#[derive(Clone, Debug, PartialEq)]
pub struct HitGroup {
    /// The document's id, for addresses.
    pub id: AttrValue,
    /// Its title, and whether each piece of it is a match.
    pub title: Vec<(AttrValue, bool)>,
    /// What is known of it.
    pub byline: AttrValue,
    /// Its best hits.
    pub hits: Vec<Hit>,
    /// Which other words than those typed were read in the hits; empty when none.
    pub why: AttrValue,
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
    /// Why it was found, when no word of the query stands in it.
    pub why: &'static str,
}

impl HitGroup {
    /// Its title as one text.
    #[must_use]
    pub fn title_text(&self) -> String {
        self.title.iter().map(|it| it.0.as_str()).collect()
    }
}

/// How many hits of one document are shown.
const HITS_A_DOCUMENT: usize = 3;

/// Words the hits of an answer, best first: those of the documents at these positions.
#[must_use]
pub fn hits(searcher: &Searcher<'_>, answer: &Answer, range: Range<usize>) -> Vec<HitGroup> {
    let documents = answer.documents.iter().skip(range.start);
    documents
        .take(range.len())
        .filter_map(|it| group(searcher, answer, it))
        .collect()
}

fn group(searcher: &Searcher<'_>, answer: &Answer, hits: &DocumentHits) -> Option<HitGroup> {
    let corpus = searcher.corpus();
    let info = corpus.document(hits.document)?;
    let first = corpus.passages(hits.document).start;
    let n_more = hits.passages.len().saturating_sub(HITS_A_DOCUMENT);
    let title = searcher.title(answer, hits.document);
    let mut why: Vec<String> = Vec::new();
    let shown = hits.passages.iter().take(HITS_A_DOCUMENT);
    let shown = shown
        .filter_map(|&passage| {
            let excerpt = searcher.excerpt(answer, passage);
            let found = |span: Span| corpus.words(hits.document, span);
            for reading in readings(answer, &excerpt, found) {
                if !why.contains(&reading) {
                    why.push(reading);
                }
            }
            hit(searcher, passage, first, &excerpt, &title)
        })
        .collect();
    Some(HitGroup {
        id: info.id.to_owned().into(),
        title: pieces(info.title, &title.highlights),
        byline: byline_text(searcher, hits.document),
        hits: shown,
        why: why.join("\u{a0}· ").into(),
        more: match u32::try_from(n_more) {
            Ok(0) | Err(_) => AttrValue::default(),
            Ok(n) => say::n_more_passages(n).into(),
        },
    })
}

fn hit(
    searcher: &Searcher<'_>,
    passage: PassageId,
    first_of_document: u32,
    excerpt: &Excerpt,
    title: &Excerpt,
) -> Option<Hit> {
    let corpus = searcher.corpus();
    let whole = corpus.passage(passage)?.span;
    Some(Hit {
        passage: passage.get() - first_of_document + 1,
        excerpt: segments(&corpus, passage, Some(excerpt.span), &excerpt.highlights),
        cut_before: excerpt.span.start > whole.start,
        cut_behind: excerpt.span.end < whole.end,
        why: why(excerpt, title),
    })
}

/// Cuts a title where a match begins or ends.
fn pieces(title: &str, matches: &[Span]) -> Vec<(AttrValue, bool)> {
    let mut pieces: Vec<(AttrValue, bool)> = Vec::new();
    let mut push = |range: Range<usize>, is_match| {
        let text = title.get(range).unwrap_or_default();
        if !text.is_empty() {
            pieces.push((text.to_owned().into(), is_match));
        }
    };
    let mut end = 0;
    for it in matches.iter().map(|it| it.range()) {
        push(end..it.start, false);
        push(it.clone(), true);
        end = it.end;
    }
    push(end..title.len(), false);
    pieces
}

/// Why a passage was found that holds no word of the query; empty when it holds one.
fn why(excerpt: &Excerpt, title: &Excerpt) -> &'static str {
    match (excerpt.reasons.is_empty(), title.reasons.is_empty()) {
        (false, _) => "",
        (true, false) => say::found_by_title(),
        (true, true) => say::no_word_here(),
    }
}

/// Says which words were read otherwise than typed, each once.
fn readings<'t>(
    answer: &Answer,
    excerpt: &Excerpt,
    found: impl Fn(Span) -> &'t str,
) -> impl Iterator<Item = String> {
    excerpt.reasons.iter().filter_map(move |&(term, span)| {
        let term = answer.terms.get(term)?;
        let (found, typed) = (found(span).to_lowercase(), &term.typed);
        match term.reading {
            Reading::Form => Some(say::a_form_of(&found, typed)),
            Reading::Typo(_) | Reading::TypoForm => Some(say::taken_for(&found, typed)),
            // The mark shows it.
            Reading::Exact | Reading::Prefix => None,
        }
    })
}
