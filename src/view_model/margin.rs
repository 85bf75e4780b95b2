//! What stands beside a document: its outline and its dates.

use dossier_corpus::document::Role;
use dossier_corpus::{DocId, MomentId, PassageId, Span};
use dossier_query::Searcher;
use dossier_query::answer::Answer;
use yew::AttrValue;

use super::{moment, words};

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

/// The dates in one document that belong to the selection, in reading order.
#[must_use]
pub fn dates(searcher: &Searcher<'_>, answer: &Answer, document: DocId) -> Vec<DateRow> {
    let corpus = searcher.corpus();
    let passages = corpus.passages(document);
    let values = moment::values(answer);
    passages
        .clone()
        .filter(|&it| answer.selected.contains(it as usize))
        .flat_map(|number| corpus.moments(PassageId::new(number)))
        .filter_map(|number| {
            let info = corpus.moment(MomentId::new(number))?;
            let value = moment::known(&values, searcher, number)?;
            Some(DateRow {
                number,
                words: dossier_time::words(&value).into(),
                sentence: sentence(searcher, info.passage, info.span).into(),
                passage: info.passage.get() - passages.start + 1,
            })
        })
        .collect()
}

/// The sentence around a span, shortened, on one line.
#[must_use]
pub fn sentence(searcher: &Searcher<'_>, passage: PassageId, span: Span) -> String {
    const SENTENCE: usize = 110;
    let corpus = searcher.corpus();
    let Some(info) = corpus.passage(passage) else {
        return String::new();
    };
    let sentence = corpus
        .sentences(passage)
        .find(|it| it.contains(span))
        .unwrap_or(info.span);
    let text: String = corpus
        .runs(passage)
        .filter_map(|(run, shown)| {
            let part = run.intersection(sentence)?;
            if shown.len() != run.len() as usize {
                return Some(shown);
            }
            Some(Span::new(part.start - run.start, part.end - run.start).of(shown))
        })
        .collect();
    let one_line: Vec<&str> = text.split_whitespace().collect();
    words::shorten(&one_line.join(" "), SENTENCE)
}
