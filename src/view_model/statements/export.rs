//! The statements of a selection as a file.

use dossier_query::{Answer, Searcher};
use yew::AttrValue;

use super::{numbers, row};
use crate::view_model::export::{File, csv};

/// A table with a line a statement, in reading order, nothing cut short.
#[must_use]
pub fn table(searcher: &Searcher<'_>, answer: &Answer) -> File {
    const HEADER: [&str; 9] = [
        "Who",
        "Kind of speaker",
        "Words for the speaker",
        "What is said",
        "How it is marked",
        "Hedges",
        "Document",
        "Document id",
        "Passage",
    ];
    let rows = numbers(searcher, answer).filter_map(|statement| {
        let it = row(searcher, statement, usize::MAX)?;
        let kind = it.speaker_kind.map_or("", |it| it.name());
        Some([
            it.speaker.to_string(),
            kind.to_owned(),
            it.speaker_words.to_string(),
            it.content.to_string(),
            listed(&it.tags),
            listed(&it.hedges),
            it.title.to_string(),
            it.document.to_string(),
            it.passage.to_string(),
        ])
    });
    File {
        name: "statements.csv".into(),
        media_type: csv::MEDIA_TYPE,
        text: csv::table(HEADER, rows),
    }
}

fn listed(words: &[AttrValue]) -> String {
    let words: Vec<&str> = words.iter().map(AttrValue::as_str).collect();
    words.join("; ")
}
