//! A name, told on request: its passages in the whole corpus, who else is named in them, and their dates.
//!
//! Every number is that of the selection which the card's link leads to.

use std::rc::Rc;

use dossier_corpus::mention::EntityKind;
use dossier_corpus::{DocId, EntityId, Facet, PassageId};
use dossier_query::answer::Answer;
use dossier_query::{Filter, Query, Searcher, Sense, order};
use yew::AttrValue;

use super::timeline::{Strip, strip, timeline};
use super::{correction, margin, words};
use crate::wording::say;

/// Passages that are shown; a link leads to all.
const PASSAGES: usize = 4;

/// Other names that are shown.
const OTHERS: usize = 6;

/// What is told of a name on request.
#[derive(Clone, Debug, PartialEq)]
pub struct NameCard {
    /// The canonical name.
    pub name: AttrValue,
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// What is known of it, and by which other names it goes; may be empty.
    pub known: AttrValue,
    /// In how many passages of how many documents it stands.
    pub count: AttrValue,
    /// The selection of just these passages.
    pub query: Query,
    /// The first passages, those of the document that is read before others.
    pub passages: Vec<NamedIn>,
    /// The names that stand in the same passages, the most frequent first.
    pub others: Vec<Other>,
    /// How the dates of these passages spread over time; none when they are too few to compare.
    pub strip: Option<Strip>,
    /// Their number and extent in words; empty when there are none.
    pub dates: AttrValue,
    /// What to write where the software erred.
    pub correction: AttrValue,
    /// The file to write it into.
    pub correction_file: AttrValue,
}

/// A passage that holds a name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedIn {
    /// The document's id.
    pub document: AttrValue,
    /// The document's title; empty when it is the one that is read.
    pub title: AttrValue,
    /// The passage's number in the document, from 1.
    pub passage: u32,
    /// The sentence, shortened.
    pub sentence: AttrValue,
}

/// A name beside another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// The canonical name.
    pub name: AttrValue,
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// Passages that hold both, in words.
    pub count: AttrValue,
    /// The selection of just these.
    pub query: Query,
}

/// Tells about a name. Costs one question to the whole corpus, and a look at each name in the passages found.
#[must_use]
pub fn card(
    searcher: &'static Searcher<'static>,
    query: &Query,
    document: DocId,
    entity: EntityId,
) -> Option<NameCard> {
    let corpus = searcher.corpus();
    let info = corpus.entity(entity)?;
    // The reader's clock and assumption hold here as well.
    let query = Query {
        filters: vec![filter(info.kind, info.name)],
        clock: query.clock,
        as_of: query.as_of.clone(),
        ..Query::default()
    };
    let answer = Rc::new(searcher.answer(&query));
    let drawn = timeline(searcher, &answer, &query);
    Some(NameCard {
        name: info.name.to_owned().into(),
        kind: info.kind,
        known: known(searcher, entity, info.description).into(),
        count: words::passages_in(
            answer.n_passages,
            u32::try_from(answer.documents.len()).unwrap_or(u32::MAX),
        )
        .into(),
        passages: passages(searcher, &answer, document, entity),
        others: others(searcher, &answer, &query, entity),
        strip: strip(&drawn, &query),
        dates: if answer.marks.is_empty() {
            AttrValue::default()
        } else {
            drawn.summary.clone()
        },
        correction: correction::of_name(info.name, info.kind).into(),
        correction_file: corpus
            .document(document)
            .map_or_else(AttrValue::default, |it| correction::file(it.path).into()),
        query,
    })
}

/// The facet of names of a kind.
#[must_use]
pub fn facet(kind: EntityKind) -> Facet {
    match kind {
        EntityKind::Person => Facet::Person,
        EntityKind::Organisation => Facet::Organisation,
        EntityKind::Place => Facet::Place,
        EntityKind::Group => Facet::Group,
    }
}

/// The filter for all passages that name it.
fn filter(kind: EntityKind, name: &str) -> Filter {
    Filter {
        facet: facet(kind).name().to_owned(),
        value: name.to_owned(),
        sense: Sense::Include,
    }
}

fn known(searcher: &Searcher<'_>, entity: EntityId, description: &str) -> String {
    /// More names of one are noise.
    const ALIASES: usize = 6;
    let corpus = searcher.corpus();
    let aliases: Vec<&str> = corpus.aliases(entity).take(ALIASES).collect();
    let also = match aliases.as_slice() {
        [] => String::new(),
        all => say::also_called(&all.join(say::also_called_joint())),
    };
    let known = [description, &also];
    let known: Vec<&str> = known.into_iter().filter(|it| !it.is_empty()).collect();
    known.join("; ")
}

fn passages(
    searcher: &Searcher<'_>,
    answer: &Answer,
    document: DocId,
    entity: EntityId,
) -> Vec<NamedIn> {
    let corpus = searcher.corpus();
    let of = |is_here: bool| {
        let documents = answer.documents.iter();
        documents
            .filter(move |it| (it.document == document) == is_here)
            .flat_map(|it| it.passages.iter().map(|passage| (it.document, *passage)))
    };
    of(true)
        .chain(of(false))
        .take(PASSAGES)
        .filter_map(|(within, passage)| {
            let info = corpus.document(within)?;
            let (span, _) = corpus.mentions(passage).find(|it| it.1 == entity)?;
            Some(NamedIn {
                document: info.id.to_owned().into(),
                title: if within == document {
                    AttrValue::default()
                } else {
                    info.title.to_owned().into()
                },
                passage: passage.get() - corpus.passages(within).start + 1,
                sentence: margin::sentence(searcher, passage, span).into(),
            })
        })
        .collect()
}

fn others(searcher: &Searcher<'_>, answer: &Answer, query: &Query, entity: EntityId) -> Vec<Other> {
    let corpus = searcher.corpus();
    let this = corpus.entity(entity);
    // For each name the number of passages and the last one counted: a name counts once in each.
    let mut counts = vec![(0_u32, u32::MAX); corpus.n_entities() as usize];
    let selected = answer.selected.ones();
    for number in selected.filter_map(|it| u32::try_from(it).ok()) {
        for (_, other) in corpus.mentions(PassageId::new(number)) {
            if let Some((count, last)) = counts.get_mut(other.index())
                && *last != number
            {
                *count += 1;
                *last = number;
            }
        }
    }
    let mut keys: Vec<u64> = (0..)
        .zip(counts)
        .filter(|&(other, (count, _))| count > 0 && other != entity.get())
        .map(|(other, (count, _))| u64::from(!count) << 32 | u64::from(other))
        .collect();
    order::numbers(&mut keys);
    let number = |key: u64| u32::try_from(key & u64::from(u32::MAX)).unwrap_or(0);
    let best = keys.into_iter().take(OTHERS);
    best.filter_map(|key| {
        let info = corpus.entity(EntityId::new(number(key)))?;
        let count = u32::try_from(!key >> 32).unwrap_or(0);
        let mut both = query.clone();
        both.filters.push(filter(info.kind, info.name));
        // Filters of one kind are alternatives: one of the two is asked for by words.
        if this.is_some_and(|it| it.kind == info.kind) {
            both.filters.remove(0);
            both.text = this.map_or_else(String::new, |it| {
                format!("{}:\"{}\"", it.kind.name(), it.name.replace('"', " "))
            });
        }
        Some(Other {
            name: info.name.to_owned().into(),
            kind: info.kind,
            count: words::number(count).into(),
            query: both,
        })
    })
    .collect()
}
