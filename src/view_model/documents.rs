//! All documents of a selection without words: titles, grouped by time.

use std::cmp::Reverse;
use std::ops::Range;

use dossier_corpus::DocId;
use dossier_query::{Answer, Searcher, order};
use dossier_time::Edtf;
use yew::AttrValue;

use super::article::byline_text;
use super::words;
use crate::wording::{self, say};

/// Documents of one stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentGroup {
    /// The year, or that there is none.
    pub label: AttrValue,
    /// Its documents.
    pub rows: Vec<DocumentRow>,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentRow {
    /// Its id, for addresses.
    pub id: AttrValue,
    /// Its title.
    pub title: AttrValue,
    /// What is known of it.
    pub byline: AttrValue,
    /// Its first words; empty when the title is just these.
    pub opening: AttrValue,
    /// How much of it is selected, in words; empty when all of it is.
    pub selected: AttrValue,
}

/// A document of a selection in its place: the year it is listed under, and how many of its passages are selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The year; none when the document has no date.
    year: Option<i32>,
    document: DocId,
    n_selected: usize,
}

impl Listed {
    /// The document.
    #[must_use]
    pub fn document(&self) -> DocId {
        self.document
    }
}

/// The documents of a selection, newest year first, undated ones last.
#[must_use]
pub fn listed(searcher: &Searcher<'_>, answer: &Answer) -> Vec<Listed> {
    let corpus = searcher.corpus();
    let mut all: Vec<Listed> = answer
        .documents
        .iter()
        .map(|hits| Listed {
            year: corpus.published(hits.document).and_then(year),
            document: hits.document,
            n_selected: hits.passages.len(),
        })
        .collect();
    // None sorts before all years, and so comes last.
    order::sort_by_key(&mut all, |it| Reverse(it.year));
    all
}

/// Words some of the documents; they are grouped when the whole list is.
#[must_use]
pub fn documents(
    searcher: &Searcher<'_>,
    listed: &[Listed],
    range: Range<usize>,
) -> Vec<DocumentGroup> {
    let is_single_group = listed.first().map(|it| it.year) == listed.last().map(|it| it.year);
    listed
        .get(range)
        .unwrap_or_default()
        .chunk_by(|a, b| a.year == b.year)
        .filter_map(|group| {
            let label = match group.first()?.year {
                Some(year) => dossier_time::read(&format!("{year:04}"))
                    .map_or_else(|| year.to_string(), |it| wording::date(&it)),
                None if is_single_group => String::new(),
                None => say::no_date_given().into(),
            };
            let rows = group
                .iter()
                .filter_map(|it| row(searcher, it.document, it.n_selected));
            Some(DocumentGroup {
                label: label.into(),
                rows: rows.collect(),
            })
        })
        .collect()
}

fn year(edtf: &str) -> Option<i32> {
    let bounds = Edtf::parse(edtf).ok()?.bounds()?;
    bounds.earliest.or(bounds.latest).map(|day| day.ymd().0)
}

fn row(searcher: &Searcher<'_>, document: DocId, n_selected: usize) -> Option<DocumentRow> {
    const OPENING: usize = 150;
    let corpus = searcher.corpus();
    let info = corpus.document(document)?;
    let passages = corpus.passages(document);
    let n_passages = passages.end - passages.start;
    let n_selected = u32::try_from(n_selected).unwrap_or(u32::MAX);
    let stem = info.title.trim_end_matches([' ', '…', '.']);
    let opening = passages
        .map(|number| corpus.visible(dossier_corpus::PassageId::new(number)))
        .find(|text| !text.starts_with(stem) && !text.trim().is_empty())
        .map(|text| words::shorten(text.trim(), OPENING))
        .unwrap_or_default();
    Some(DocumentRow {
        id: info.id.to_owned().into(),
        title: info.title.to_owned().into(),
        byline: byline_text(searcher, document),
        opening: opening.into(),
        selected: if n_selected == n_passages {
            AttrValue::default()
        } else {
            words::share(n_selected, n_passages, say::n_passages, say::n_of_passages).into()
        },
    })
}
