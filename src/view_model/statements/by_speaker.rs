//! The statements of a selection under those who make them.

use dossier_corpus::StatementId;
use dossier_corpus::mention::EntityKind;
use dossier_query::{Answer, Searcher, order};
use yew::AttrValue;

use super::{CONTENT, StatementRow, numbers, row};
use crate::view_model::words;
use crate::wording::say;

/// A speaker with what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The name, or the words of the text where nobody is named; empty where there are none.
    pub name: AttrValue,
    /// What kind of thing it is, when it is a known name.
    pub kind: Option<EntityKind>,
    /// How many statements, and how many of them are hedged, in words.
    pub summary: AttrValue,
    /// The statements that are shown, in reading order.
    pub rows: Vec<StatementRow>,
}

/// The speakers of the selected passages, those who say most first and what nobody says last, until `limit` statements
/// are shown.
#[must_use]
pub fn speakers(searcher: &Searcher<'_>, answer: &Answer, limit: usize) -> Vec<Speaker> {
    let mut all = Vec::new();
    all.extend(numbers(searcher, answer).map(|it| (key(searcher, it), it)));
    // Each speaker's stay in reading order.
    order::sort_by_key(&mut all, |it| it.0.clone());
    let mut groups: Vec<&[(String, StatementId)]> = all.chunk_by(|a, b| a.0 == b.0).collect();
    order::by_number(&mut groups, |it| {
        let is_nobody = it.first().is_some_and(|it| it.0.is_empty());
        u32::MAX - u32::try_from(it.len()).unwrap_or(u32::MAX) * u32::from(!is_nobody)
    });
    let mut n_left = limit;
    let mut speakers = Vec::new();
    for group in groups {
        if n_left == 0 {
            break;
        }
        let shown = group.iter().take(n_left);
        let rows: Vec<StatementRow> = shown
            .filter_map(|it| row(searcher, it.1, CONTENT))
            .collect();
        n_left -= rows.len().min(n_left);
        let first = rows.first();
        speakers.push(Speaker {
            name: first.map(|it| it.speaker.clone()).unwrap_or_default(),
            kind: first.and_then(|it| it.speaker_kind),
            summary: summary(searcher, group).into(),
            rows,
        });
    }
    speakers
}

/// What a statement is put under: its speaker's entity, or the words of the text; empty where there are none.
fn key(searcher: &Searcher<'_>, statement: StatementId) -> String {
    let corpus = searcher.corpus();
    let Some(info) = corpus.statement(statement) else {
        return String::new();
    };
    match (info.entity, info.speaker, corpus.passage(info.passage)) {
        (Some(entity), ..) => format!("\u{0}{}", entity.get()),
        (None, Some(span), Some(passage)) => {
            words::one_line(corpus.words(passage.document, span)).to_lowercase()
        }
        _ => String::new(),
    }
}

fn summary(searcher: &Searcher<'_>, all: &[(String, StatementId)]) -> String {
    let corpus = searcher.corpus();
    let is_hedged = |it: &&(String, StatementId)| {
        let info = corpus.statement(it.1);
        info.is_some_and(|it| !it.hedges.is_empty())
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let n_hedged = count(all.iter().filter(is_hedged).count());
    let said = say::n_statements(count(all.len()));
    match n_hedged {
        0 => said,
        n => say::statements_hedged(&said, n),
    }
}
