//! The statements of a selection as a file.

use dossier_corpus::statement::StatementKind;
use dossier_corpus::{Span, StatementId};
use dossier_query::{Answer, Searcher};

use super::numbers;
use crate::view_model::export::{File, csv};
use crate::view_model::words::one_line;

/// A table with a line a statement, in reading order, nothing cut short.
#[must_use]
pub fn table(searcher: &Searcher<'_>, answer: &Answer) -> File {
    const HEADER: [&str; 11] = [
        "Who",
        "Kind of speaker",
        "Words for the speaker",
        "What is said",
        "Quoted or attributed",
        "Cue",
        "Hedges",
        "Document",
        "Document id",
        "Passage",
        "How it was read",
    ];
    let rows = numbers(searcher, answer).filter_map(|it| line(searcher, it));
    File {
        name: "statements.csv".into(),
        media_type: csv::MEDIA_TYPE,
        text: csv::table(HEADER, rows),
    }
}

fn line(searcher: &Searcher<'_>, statement: StatementId) -> Option<[String; 11]> {
    let corpus = searcher.corpus();
    let info = corpus.statement(statement)?;
    let document = corpus.passage(info.passage)?.document;
    let document_info = corpus.document(document)?;
    let words = |span: Span| one_line(corpus.words(document, span));
    let entity = info.entity.and_then(|it| corpus.entity(it));
    let spoken = info.speaker.map(words).unwrap_or_default();
    let content: Vec<String> = info.content.iter().map(|it| words(*it)).collect();
    let hedges = info.hedges.iter().filter_map(|it| corpus.hedge(*it));
    let hedges: Vec<String> = hedges.map(|it| words(it.span)).collect();
    let number = info.passage.get() - corpus.passages(document).start + 1;
    let marked = match info.kind {
        StatementKind::Quoted => "quoted",
        StatementKind::Attributed => "attributed",
        StatementKind::QuotedAndAttributed => "quoted and attributed",
    };
    let reading = if info.checked {
        "checked by hand"
    } else {
        "read by software"
    };
    Some([
        entity.map_or_else(|| spoken.clone(), |it| it.name.to_owned()),
        entity.map_or("", |it| it.kind.name()).to_owned(),
        spoken,
        content.join(" … "),
        marked.to_owned(),
        info.cue.map(words).unwrap_or_default(),
        hedges.join("; "),
        document_info.title.to_owned(),
        document_info.id.to_owned(),
        number.to_string(),
        reading.to_owned(),
    ])
}
