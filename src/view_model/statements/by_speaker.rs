//! The statements of a selection under those who make them.

use std::collections::BTreeMap;

use dossier_corpus::mention::EntityKind;
use dossier_corpus::{EntityId, StatementId};
use dossier_query::{Answer, Searcher, order};
use yew::AttrValue;

use super::{StatementRow, numbers, row};
use crate::view_model::words;

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

/// Who a statement is put under. Those with a name come first, then words, then nobody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entity(u32),
    Words(String),
    Nobody,
}

/// The speakers of the selected passages, those who say most first, until `limit` statements are shown.
#[must_use]
pub fn speakers(searcher: &Searcher<'_>, answer: &Answer, limit: usize) -> Vec<Speaker> {
    let corpus = searcher.corpus();
    let mut by_key: BTreeMap<Key, Vec<StatementId>> = BTreeMap::new();
    for statement in numbers(searcher, answer) {
        let Some(info) = corpus.statement(statement) else {
            continue;
        };
        let key = match (info.entity, info.speaker, corpus.passage(info.passage)) {
            (Some(entity), ..) => Key::Entity(entity.get()),
            (None, Some(span), Some(passage)) => {
                let spoken = corpus.words(passage.document, span);
                Key::Words(words::one_line(spoken).to_lowercase())
            }
            _ => Key::Nobody,
        };
        by_key.entry(key).or_default().push(statement);
    }
    let mut groups = Vec::new();
    groups.extend(by_key);
    // Equal ones stay in the order of their keys.
    order::by_number(&mut groups, |(key, all)| {
        let rank = u32::MAX - u32::try_from(all.len()).unwrap_or(u32::MAX);
        if *key == Key::Nobody { u32::MAX } else { rank }
    });
    let mut n_left = limit;
    let mut speakers = Vec::new();
    for (key, all) in groups {
        if n_left == 0 {
            break;
        }
        let shown = all.iter().take(n_left);
        let rows: Vec<StatementRow> = shown.filter_map(|it| row(searcher, *it)).collect();
        n_left -= rows.len().min(n_left);
        let entity = match key {
            Key::Entity(number) => corpus.entity(EntityId::new(number)),
            _ => None,
        };
        let first = rows.first();
        speakers.push(Speaker {
            name: first.map(|it| it.speaker.clone()).unwrap_or_default(),
            kind: entity.map(|it| it.kind),
            summary: summary(searcher, &all).into(),
            rows,
        });
    }
    speakers
}

fn summary(searcher: &Searcher<'_>, all: &[StatementId]) -> String {
    let corpus = searcher.corpus();
    let is_hedged = |it: &&StatementId| {
        let info = corpus.statement(**it);
        info.is_some_and(|it| !it.hedges.is_empty())
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let n_hedged = count(all.iter().filter(is_hedged).count());
    let said = words::count(count(all.len()), "statement", "statements");
    match n_hedged {
        0 => said,
        n => format!("{said}, {} hedged", words::number(n)),
    }
}
