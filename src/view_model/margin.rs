//! What stands beside a document: its outline and its dates.

use std::collections::BTreeMap;
use std::rc::Rc;

use dossier_corpus::document::Role;
use dossier_corpus::{DocId, MomentId, PassageId, Span};
use dossier_query::Searcher;
use dossier_query::answer::{Answer, Mark, MarkSource};
use dossier_time::Edtf;
use yew::AttrValue;

use super::words;

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
    /// How the value came about.
    pub reading: AttrValue,
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
    let values = values(answer);
    passages
        .clone()
        .filter(|&it| answer.selected.contains(it as usize))
        .flat_map(|number| corpus.moments(PassageId::new(number)))
        .filter_map(|number| {
            let info = corpus.moment(MomentId::new(number))?;
            let value = values
                .get(&number)
                .map(|it| Rc::clone(it))
                .or_else(|| Edtf::parse(info.edtf).ok().map(Rc::new))?;
            Some(DateRow {
                number,
                words: dossier_time::words(&value).into(),
                sentence: sentence(searcher, info.passage, info.span).into(),
                reading: reading(searcher, answer, number).into(),
                passage: info.passage.get() - passages.start + 1,
            })
        })
        .collect()
}

/// The dates of a selection by the numbers of their moments.
fn values(answer: &Answer) -> BTreeMap<u32, &Rc<Edtf>> {
    let moments = answer.marks.iter().filter_map(|it| match it.source {
        MarkSource::Moment(moment) => Some((moment.get(), &it.value)),
        MarkSource::Document(_) => None,
    });
    moments.collect()
}

fn resolved(answer: &Answer, moment: u32) -> Option<&Mark> {
    let source = MarkSource::Moment(MomentId::new(moment));
    answer.marks.iter().find(|it| it.source == source)
}

/// How a date was read: by which rule, from which anchor, on whose word.
#[must_use]
pub fn reading(searcher: &Searcher<'_>, answer: &Answer, moment: u32) -> String {
    let Some(info) = searcher.corpus().moment(MomentId::new(moment)) else {
        return String::new();
    };
    let mut text = format!("Read by rule “{}”", info.rule);
    if !info.anchor.is_empty() {
        text.push_str(&format!(", {}", info.anchor));
    }
    if resolved(answer, moment).is_some_and(|it| it.assumed) {
        text.push_str(", with your assumption of when it was published");
    } else if !info.unresolved.is_empty() && info.anchor.is_empty() {
        text.push_str("; the text does not say more");
    }
    text
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
