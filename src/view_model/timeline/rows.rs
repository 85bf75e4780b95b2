//! One date of the timeline: its words, its sentence, and how it is drawn.

use dossier_query::answer::{Mark, MarkSource};
use dossier_query::{Answer, Searcher};
use dossier_time::Edtf;
use yew::AttrValue;

use super::axis::Axis;
use crate::view_model::{margin, moment};

/// A date, ready to be laid out.
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
    /// How the value came about.
    pub reading: AttrValue,
    /// Whether it rests on the reader's assumption.
    pub assumed: bool,
    /// How it is drawn; none when it has no place on the axis.
    pub drawn: Option<Drawn>,
    /// Month and day, when only the year is unknown.
    pub month_day: Option<(u8, Option<u8>)>,
}

impl MarkRow {
    /// Its accessible name: date in words, first words of the sentence, document title.
    #[must_use]
    pub fn name(&self) -> String {
        if self.sentence.is_empty() {
            return format!("{}, {}", self.words, self.title);
        }
        format!("{}, {}, {}", self.words, self.sentence, self.title)
    }
}

/// How a date is drawn: percent of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Left edge.
    pub left: f64,
    /// Right edge.
    pub right: f64,
    /// Its form.
    pub shape: Shape,
}

/// The form of a date on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One day.
    Point,
    /// A stretch with sure ends.
    Span,
    /// A stretch whose first end is open or unknown.
    OpenLeft,
    /// A stretch whose last end is open or unknown.
    OpenRight,
    /// Approximate or uncertain: fades at both ends.
    Vague,
}

/// Words one mark.
pub(super) fn row(
    searcher: &Searcher<'_>,
    answer: &Answer,
    mark: &Mark,
    axis: Option<&Axis>,
) -> Option<MarkRow> {
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
                moment::reading(searcher, answer, number.get()),
                format!("m{}", number.get()),
            )
        }
        MarkSource::Document(document) => (
            document,
            None,
            String::new(),
            String::new(),
            format!("d{}", document.get()),
        ),
    };
    let info = corpus.document(document)?;
    Some(MarkRow {
        key: key.into(),
        words: dossier_time::words(&mark.value).into(),
        edtf: mark.value.to_string().into(),
        sentence: sentence.into(),
        title: info.title.to_owned().into(),
        document: info.id.to_owned().into(),
        passage,
        reading: reading.into(),
        assumed: mark.assumed,
        drawn: axis.and_then(|axis| drawn(&mark.value, axis)),
        month_day: mark.value.month_day(),
    })
}

fn drawn(value: &Edtf, axis: &Axis) -> Option<Drawn> {
    let bounds = value.bounds()?;
    let is_vague = value.is_approximate() || value.is_uncertain();
    let shape = match (bounds.earliest, bounds.latest) {
        (None, _) => Shape::OpenLeft,
        (_, None) => Shape::OpenRight,
        _ if is_vague => Shape::Vague,
        (Some(first), Some(last)) if first == last => Shape::Point,
        _ => Shape::Span,
    };
    Some(Drawn {
        left: bounds.earliest.map_or(0.0, |it| axis.place(it)),
        right: bounds.latest.map_or(100.0, |it| {
            axis.place(dossier_time::Day(it.0.saturating_add(1)))
        }),
        shape,
    })
}
