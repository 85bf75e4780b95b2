//! What stands beside a document: its outline, its dates, who says what in it.

use dossier_corpus::document::Role;
use dossier_corpus::{DocId, MomentId, PassageId, Span};
use dossier_query::Searcher;
use dossier_query::answer::Answer;
use yew::AttrValue;

use super::statements::{self, StatementRow};
use super::{moment, words};
use crate::wording;

/// Rows of each kind at most: what nobody reads in a margin is not worded.
const MOST: usize = 200;

/// Headings at most.
const HEADINGS: usize = 1_000;

/// What stands beside a document, of the selection. The first rows of each kind, and how many there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// The document's id.
    pub document: AttrValue,
    /// Its headings, the first thousand.
    pub outline: Vec<OutlineRow>,
    /// Its dates.
    pub dates: Vec<DateRow>,
    /// Number of its dates.
    pub n_dates: usize,
    /// Who says what in it.
    pub statements: Vec<StatementRow>,
    /// Number of its statements.
    pub n_statements: usize,
}

/// A heading of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineRow {
    /// Its words.
    pub text: AttrValue,
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its passage's number, from 1.
    pub passage: u32,
}

/// A date in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct DateRow {
    /// Its number, a key for lists.
    pub number: u32,
    /// The value in words.
    pub words: AttrValue,
    /// Its sentence, shortened.
    pub sentence: AttrValue,
    /// Its passage's number in the document, from 1.
    pub passage: u32,
}

/// Words what stands beside a document.
#[must_use]
pub fn beside(searcher: &Searcher<'_>, answer: &Answer, document: DocId) -> Beside {
    let mut outline = outline(searcher, document);
    outline.truncate(HEADINGS);
    let (dates, n_dates) = dates(searcher, answer, document, MOST);
    let (statements, n_statements) = statements::of_document(searcher, answer, document, MOST);
    let info = searcher.corpus().document(document);
    Beside {
        document: info.map_or_else(AttrValue::default, |it| it.id.to_owned().into()),
        outline,
        dates,
        n_dates,
        statements,
        n_statements,
    }
}

/// The headings of a document; empty when it has fewer than two.
#[must_use]
pub fn outline(searcher: &Searcher<'_>, document: DocId) -> Vec<OutlineRow> {
    let corpus = searcher.corpus();
    let passages = corpus.passages(document);
    let rows: Vec<OutlineRow> = passages
        .clone()
        .filter_map(|number| {
            let passage = PassageId::new(number);
            let Role::Heading(level) = corpus.passage(passage)?.role else {
                return None;
            };
            Some(OutlineRow {
                text: corpus.visible(passage).into_owned().into(),
                level,
                passage: number - passages.start + 1,
            })
        })
        .collect();
    if rows.len() < 2 { Vec::new() } else { rows }
}

/// The dates in one document that belong to the selection, in reading order: at most `limit`, and how many there are.
#[must_use]
pub fn dates(
    searcher: &Searcher<'_>,
    answer: &Answer,
    document: DocId,
    limit: usize,
) -> (Vec<DateRow>, usize) {
    let corpus = searcher.corpus();
    let passages = corpus.passages(document);
    let all = || {
        passages
            .clone()
            .filter(|&it| answer.selected.contains(it as usize))
            .flat_map(|number| corpus.moments(PassageId::new(number)))
    };
    let (first, last) = (all().next(), all().last());
    let values = moment::values(answer, first.unwrap_or(0)..=last.unwrap_or(0));
    let rows = all().take(limit).filter_map(|number| {
        let info = corpus.moment(MomentId::new(number))?;
        let value = moment::known(&values, searcher, number)?;
        Some(DateRow {
            number,
            words: wording::date(&value).into(),
            sentence: sentence(searcher, info.passage, info.span).into(),
            passage: info.passage.get() - passages.start + 1,
        })
    });
    (rows.collect(), all().count())
}

/// The sentence around a span, shortened, on one line. Costs the same in a file that is one sentence of megabytes.
#[must_use]
pub fn sentence(searcher: &Searcher<'_>, passage: PassageId, span: Span) -> String {
    const SENTENCE: usize = 110;
    /// Bytes that are looked at for so many characters.
    const ENOUGH: u32 = 1_000;
    let corpus = searcher.corpus();
    let Some(info) = corpus.passage(passage) else {
        return String::new();
    };
    let whole = corpus
        .sentence_at(passage, span.start)
        .filter(|it| it.contains(span))
        .unwrap_or(info.span);
    // A character may lie across the end of what is looked at.
    let text = (ENOUGH..ENOUGH + 4)
        .map(|it| whole.end.min(whole.start.saturating_add(it)))
        .map(|end| corpus.visible_in(passage, Span::new(whole.start, end)))
        .find(|it| !it.is_empty())
        .unwrap_or_default();
    let one_line: Vec<&str> = text.split_whitespace().collect();
    words::shorten(&one_line.join(" "), SENTENCE)
}
