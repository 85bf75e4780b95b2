//! The words of one date: value, sentence, document, and how it was read.

use std::rc::Rc;

use dossier_query::answer::{Mark, MarkSource};
use dossier_query::{Answer, Clock, Searcher};
use yew::AttrValue;

use crate::view_model::{margin, moment, words};
use crate::wording::{self, say};

/// Characters of a sentence that stand beside a mark: all that is readable, little, or nothing but the date.
const FORMS: [usize; 3] = [44, 18, 0];

/// A date in words.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkRow {
    /// A key for lists.
    pub key: AttrValue,
    /// The value in words.
    pub words: AttrValue,
    /// The value as EDTF.
    pub edtf: AttrValue,
    /// Its sentence or, for a document's date, nothing.
    pub sentence: AttrValue,
    /// The document's title.
    pub title: AttrValue,
    /// The document's id.
    pub document: AttrValue,
    /// The passage's number in the document, from 1; none for a document's date.
    pub passage: Option<u32>,
    /// On which clock it is, and how the value came about.
    pub reading: AttrValue,
    /// Whether it rests on the reader's assumption.
    pub assumed: bool,
    /// Month and day, when only the year is unknown.
    pub month_day: Option<(u8, Option<u8>)>,
}

impl MarkRow {
    /// Its accessible name: date in words, first words of the sentence, document title.
    #[must_use]
    pub fn name(&self) -> String {
        let words = if self.assumed {
            say::assumed(&self.words)
        } else {
            self.words.to_string()
        };
        if self.sentence.is_empty() {
            return format!("{words}, {}", self.title);
        }
        format!("{words}, {}, {}", self.sentence, self.title)
    }

    /// What stands beside its mark, from the longest form to the shortest: first words of the sentence or of the title.
    #[must_use]
    pub fn labels(&self) -> [String; 3] {
        let text = if self.sentence.is_empty() {
            &self.title
        } else {
            &self.sentence
        };
        FORMS.map(|n| match n {
            0 => String::new(),
            n => closed(words::shorten(text, n)),
        })
    }
}

/// The text without a bracket that was opened at its end and cut off.
fn closed(text: String) -> String {
    match text.rfind('(') {
        Some(at)
            if at > 0
                && text.ends_with('…')
                && !text.get(at..).is_some_and(|it| it.contains(')')) =>
        {
            format!("{}\u{a0}…", text.get(..at).unwrap_or_default().trim_end())
        }
        _ => text,
    }
}

/// Dates in words, by their number in the answer's marks. Costs one look-up a row.
pub trait Rows {
    /// One date.
    fn row(&self, idx: usize) -> Option<MarkRow>;
}

/// The dates of an answer.
pub(super) struct AnswerRows {
    pub(super) searcher: &'static Searcher<'static>,
    pub(super) answer: Rc<Answer>,
    pub(super) clock: Clock,
}

impl Rows for AnswerRows {
    fn row(&self, idx: usize) -> Option<MarkRow> {
        row(self.searcher, self.answer.marks.get(idx)?, self.clock)
    }
}

fn row(searcher: &Searcher<'_>, mark: &Mark, clock: Clock) -> Option<MarkRow> {
    let corpus = searcher.corpus();
    let (document, passage, sentence, reading, key) = match mark.source {
        MarkSource::Moment(number) => {
            let info = corpus.moment(number)?;
            let document = corpus.passage(info.passage)?.document;
            let first = corpus.passages(document).start;
            (
                document,
                Some(info.passage.get() - first + 1),
                margin::sentence(searcher, info.passage, info.span),
                say::when_happened(&moment::reading(searcher, number.get(), mark.assumed)),
                format!("m{}", number.get()),
            )
        }
        MarkSource::Document(document) => (
            document,
            None,
            String::new(),
            match (clock, mark.assumed) {
                (Clock::Added, _) => say::when_added().into(),
                (_, true) => say::when_published_assumed().into(),
                (_, false) => say::when_published().into(),
            },
            format!("d{}", document.get()),
        ),
    };
    let info = corpus.document(document)?;
    Some(MarkRow {
        key: key.into(),
        words: wording::date(&mark.value).into(),
        edtf: mark.value.to_string().into(),
        sentence: sentence.into(),
        title: info.title.to_owned().into(),
        document: info.id.to_owned().into(),
        passage,
        reading: reading.into(),
        assumed: mark.assumed,
        month_day: mark.value.month_day(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_ends_before_a_bracket_that_does_not() {
        for (text, expected) in [
            ("the hero (played by\u{a0}…", "the hero\u{a0}…"),
            ("the hero (W. S.) is\u{a0}…", "the hero (W. S.) is\u{a0}…"),
            ("the hero (played by", "the hero (played by"),
            ("(all of it\u{a0}…", "(all of it\u{a0}…"),
        ] {
            assert_eq!(closed(text.to_owned()), expected);
        }
    }
}
