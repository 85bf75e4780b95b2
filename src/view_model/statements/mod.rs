//! Who says what: the statements of a selection as rows.

pub mod by_speaker;
pub mod export;

use dossier_corpus::mention::EntityKind;
use dossier_corpus::statement::{HedgeUse, StatementKind};
use dossier_corpus::{DocId, PassageId, Span, StatementId};
use dossier_query::{Answer, Searcher};
use yew::AttrValue;

use super::{correction, words};
use crate::wording::say;

/// A statement, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementRow {
    /// Its number, a key for lists.
    pub number: u32,
    /// Who says it; empty when the text names nobody.
    pub speaker: AttrValue,
    /// What kind of thing the speaker is, when it is a known name.
    pub speaker_kind: Option<EntityKind>,
    /// The words in the text, when they differ from the name ("the sculptor").
    pub speaker_words: AttrValue,
    /// What is said; parts are joined by an ellipsis.
    pub content: AttrValue,
    /// How it is marked in the text: `quoted`, `announced`; a word in it that would lower it, but is negated.
    pub tags: Vec<AttrValue>,
    /// The words that lower it.
    pub hedges: Vec<AttrValue>,
    /// The document's id.
    pub document: AttrValue,
    /// The document's title.
    pub title: AttrValue,
    /// The passage's number in the document, from 1.
    pub passage: u32,
}

/// How a statement came about, and how to put it right.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementCard {
    /// Who read it: software, or somebody who checked it.
    pub reading: AttrValue,
    /// The file that takes a correction.
    pub file: AttrValue,
    /// The correction, to be copied there.
    pub correction: AttrValue,
}

/// Longest content that is shown, in characters.
const CONTENT: usize = 320;

/// The statements of the selected passages, in reading order; at most `limit`.
#[must_use]
pub fn statements(searcher: &Searcher<'_>, answer: &Answer, limit: usize) -> Vec<StatementRow> {
    numbers(searcher, answer)
        .take(limit)
        .filter_map(|it| row(searcher, it, CONTENT))
        .collect()
}

/// Number of statements in the selected passages.
#[must_use]
pub fn n_statements(searcher: &Searcher<'_>, answer: &Answer) -> u32 {
    u32::try_from(numbers(searcher, answer).count()).unwrap_or(u32::MAX)
}

/// The statements of one document that belong to the selection, in reading order: at most `limit`, and how many there
/// are.
#[must_use]
pub fn of_document(
    searcher: &Searcher<'_>,
    answer: &Answer,
    document: DocId,
    limit: usize,
) -> (Vec<StatementRow>, usize) {
    let corpus = searcher.corpus();
    let all = || {
        corpus
            .passages(document)
            .filter(|&it| answer.selected.contains(it as usize))
            .flat_map(|it| corpus.statements(PassageId::new(it)))
    };
    let rows = all().take(limit);
    let rows = rows.filter_map(|it| row(searcher, StatementId::new(it), CONTENT));
    (rows.collect(), all().count())
}

fn numbers<'a>(
    searcher: &'a Searcher<'_>,
    answer: &'a Answer,
) -> impl Iterator<Item = StatementId> + 'a {
    let corpus = searcher.corpus();
    answer
        .selected
        .ones()
        .filter_map(|it| u32::try_from(it).ok())
        .flat_map(move |it| corpus.statements(PassageId::new(it)))
        .map(StatementId::new)
}

/// * `limit`: characters of the content that are kept.
fn row(searcher: &Searcher<'_>, statement: StatementId, limit: usize) -> Option<StatementRow> {
    let corpus = searcher.corpus();
    let info = corpus.statement(statement)?;
    let document = corpus.passage(info.passage)?.document;
    let document_info = corpus.document(document)?;
    let words = |span: Span| corpus.words(document, span);
    let entity = info.entity.and_then(|it| corpus.entity(it));
    let spoken = info.speaker.map_or("", words);
    let speaker = entity.map_or(spoken, |it| it.name);
    let content: Vec<String> = info
        .content
        .iter()
        .map(|it| words::one_line(words(*it)))
        .collect();
    let mut tags: Vec<AttrValue> = Vec::new();
    if info.kind.is_quoted() {
        tags.push(say::tag_quoted().into());
    }
    match info.cue {
        Some(cue) => tags.push(words::one_line(words(cue)).to_lowercase().into()),
        None if info.kind == StatementKind::Attributed => tags.push(say::tag_attributed().into()),
        None => {}
    }
    let inside = |span: Span| info.content.iter().any(|it| it.contains(span));
    for (_, hedge) in corpus.hedges(info.passage) {
        if hedge.usage != HedgeUse::Lowers && inside(hedge.span) {
            let word = words::one_line(words(hedge.span));
            tags.push(
                match hedge.usage {
                    HedgeUse::Negated => say::tag_hedge_negated(&word),
                    _ => say::tag_hedge_quoted(&word),
                }
                .into(),
            );
        }
    }
    if info.checked {
        tags.push(say::tag_checked().into());
    }
    let hedges = info.hedges.iter().filter_map(|it| corpus.hedge(*it));
    Some(StatementRow {
        number: statement.get(),
        speaker: speaker.to_owned().into(),
        speaker_kind: entity.map(|it| it.kind),
        speaker_words: if spoken == speaker {
            AttrValue::default()
        } else {
            spoken.to_owned().into()
        },
        content: words::shorten(&content.join(" … "), limit).into(),
        tags,
        hedges: hedges
            .map(|it| words::one_line(words(it.span)).to_lowercase().into())
            .collect(),
        document: document_info.id.to_owned().into(),
        title: document_info.title.to_owned().into(),
        passage: info.passage.get() - corpus.passages(document).start + 1,
    })
}

/// What is told of a statement on request.
#[must_use]
pub fn card(searcher: &Searcher<'_>, statement: u32) -> Option<StatementCard> {
    let corpus = searcher.corpus();
    let info = corpus.statement(StatementId::new(statement))?;
    let document = corpus.passage(info.passage)?.document;
    let words = |span: Span| corpus.words(document, span);
    let first = info.content.first().map_or("", |it| words(*it));
    let hedges = info.hedges.iter().filter_map(|it| corpus.hedge(*it));
    let reading = if info.checked {
        say::checked_by_hand()
    } else {
        say::read_by_software()
    };
    Some(StatementCard {
        reading: reading.into(),
        file: correction::file(corpus.document(document)?.path).into(),
        correction: correction::of_statement(first, hedges.map(|it| words(it.span))).into(),
    })
}
