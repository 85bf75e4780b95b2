//! All documents of a selection without words: titles, grouped by time.

use std::collections::BTreeMap;

use dossier_corpus::DocId;
use dossier_query::{Answer, Searcher};
use dossier_time::Edtf;
use yew::AttrValue;

use super::article::byline;
use super::words;

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

/// Words the documents of a selection, newest group first, undated ones last. At most `limit` documents.
#[must_use]
pub fn documents(searcher: &Searcher<'_>, answer: &Answer, limit: usize) -> Vec<DocumentGroup> {
    let corpus = searcher.corpus();
    // Years rise in the map; those without a year have the key `None`, which sorts first.
    let mut groups: BTreeMap<Option<i32>, Vec<(DocId, usize)>> = BTreeMap::new();
    for hits in &answer.documents {
        let year = corpus
            .document(hits.document)
            .and_then(|it| it.published)
            .and_then(|(edtf, _)| year(edtf));
        groups
            .entry(year)
            .or_default()
            .push((hits.document, hits.passages.len()));
    }
    let is_single_group = groups.len() == 1;
    let undated = groups.remove(&None);
    let mut left = limit;
    groups
        .into_iter()
        .rev()
        .chain(undated.map(|rows| (None, rows)))
        .filter_map(|(year, rows)| {
            let rows: Vec<DocumentRow> = rows
                .into_iter()
                .take(left)
                .filter_map(|(document, n)| row(searcher, document, n))
                .collect();
            left -= rows.len();
            let label = match year {
                Some(year) => dossier_time::read(&format!("{year:04}"))
                    .map_or_else(|| year.to_string(), |it| dossier_time::words(&it)),
                None if is_single_group => String::new(),
                None => "No date given".into(),
            };
            (!rows.is_empty()).then(|| DocumentGroup {
                label: label.into(),
                rows,
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
    let facts: Vec<String> = byline(searcher, document)
        .iter()
        .map(ToString::to_string)
        .collect();
    Some(DocumentRow {
        id: info.id.to_owned().into(),
        title: info.title.to_owned().into(),
        byline: facts.join(" · ").into(),
        opening: opening.into(),
        selected: if n_selected == n_passages {
            AttrValue::default()
        } else {
            words::share(n_selected, n_passages, "passage", "passages").into()
        },
    })
}
