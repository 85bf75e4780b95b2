//! What the analysis stages read: a document's visible text, cut into passages and sentences.
//!
//! Stages never see markup or files. All spans they take and give are byte ranges of [`Reading::text`]; the
//! pipeline maps them back to the seed's text afterwards ([`Visible::to_source`]).

use std::borrow::Cow;

use dossier_corpus::Document;
use dossier_corpus::document::{Passage, Role};
use dossier_corpus::span::Span;

/// A document as the analysis reads it.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The visible text. Passages stand in it in order, with at least one line end between two.
    pub text: &'a str,
    /// BCP 47 language tag, `und` when unknown.
    pub lang: &'a str,
    /// The passages, in order.
    pub passages: &'a [PassageReading],
}

/// One passage of a [`Reading`].
#[derive(Clone, Debug)]
pub struct PassageReading {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// Its sentences, in order.
    pub sentences: Vec<Span>,
}

impl<'a> Reading<'a> {
    /// The words under a span of this text.
    #[must_use]
    pub fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// All sentences with their passage's number, in order.
    pub fn sentences(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.passages
            .iter()
            .enumerate()
            .flat_map(|(idx, passage)| passage.sentences.iter().map(move |&span| (idx, span)))
    }
}

/// The visible text of a document, and the way back to its source.
///
/// Where all of a document is visible this is its text itself, and nothing is copied or mapped.
#[derive(Clone, Debug)]
pub struct Visible<'a> {
    text: Cow<'a, str>,
    /// The passages, with spans into the visible text; without sentences until they are [cut](Self::cut).
    pub passages: Vec<PassageReading>,
    /// Which source bytes each stretch of the visible text shows; in order, without gaps inside a passage.
    /// Empty when the visible text is the source.
    pieces: Vec<Piece>,
}

/// A stretch of visible text and its source.
#[derive(Clone, Copy, Debug)]
struct Piece {
    visible: Span,
    source: Span,
}

impl<'a> Visible<'a> {
    /// What is visible of `document`, not cut into sentences yet.
    #[must_use]
    pub fn of(document: &'a Document) -> Self {
        if is_all_visible(document) {
            Self {
                text: Cow::Borrowed(&document.text),
                passages: document
                    .passages
                    .iter()
                    .map(|it| passage_reading(it, it.span))
                    .collect(),
                pieces: Vec::new(),
            }
        } else {
            Self::pieced(document)
        }
    }

    fn pieced(document: &Document) -> Self {
        let mut text = String::new();
        let mut pieces = Vec::new();
        let mut passages = Vec::new();
        for passage in &document.passages {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            let mut show = |source: Span, shown: &str| {
                let start = text.len();
                text.push_str(shown);
                let visible = Span::from_range(start..text.len());
                pieces.push(Piece { visible, source });
            };
            if passage.runs.is_empty() {
                show(passage.span, passage.span.of(&document.text));
            }
            for run in &passage.runs {
                let source = run.span.of(&document.text);
                show(run.span, run.shown.as_deref().unwrap_or(source));
            }
            let span = Span::from_range(start..text.len());
            passages.push(passage_reading(passage, span));
        }
        Self {
            text: Cow::Owned(text),
            passages,
            pieces,
        }
    }

    /// Cuts every passage into sentences; `cut` gives spans into the passage.
    pub fn cut(&mut self, cut: impl Fn(&str) -> Vec<Span>) {
        for passage in &mut self.passages {
            let at = passage.span.start;
            passage.sentences = cut(passage.span.of(&self.text))
                .into_iter()
                .map(|it| Span::new(at + it.start, at + it.end))
                .collect();
        }
    }

    /// The visible text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same as a [`Reading`] in a language.
    #[must_use]
    pub fn reading<'b>(&'b self, lang: &'b str) -> Reading<'b> {
        Reading {
            text: &self.text,
            lang,
            passages: &self.passages,
        }
    }

    /// The source bytes that a span of the visible text shows: from the source of its first character to that of
    /// its last one. Markup between the two lies inside. `O(log n)`.
    #[must_use]
    pub fn to_source(&self, visible: Span) -> Span {
        if self.pieces.is_empty() {
            return visible;
        }
        let first = self
            .pieces
            .partition_point(|it| it.visible.end <= visible.start);
        let last = self
            .pieces
            .partition_point(|it| it.visible.start < visible.end)
            .saturating_sub(1)
            .max(first);
        let (Some(first), Some(last)) = (self.pieces.get(first), self.pieces.get(last)) else {
            let end = self.pieces.last().map_or(0, |it| it.source.end);
            return Span::new(end, end);
        };
        let start = if first.is_verbatim() {
            first.source.start + visible.start.saturating_sub(first.visible.start)
        } else {
            first.source.start
        };
        let end = if last.is_verbatim() {
            last.source.start
                + visible
                    .end
                    .clamp(last.visible.start, last.visible.end)
                    .saturating_sub(last.visible.start)
        } else {
            last.source.end
        };
        Span::new(start, end)
    }
}

impl Piece {
    /// Whether each visible byte is a source byte. A replacement of equal length maps the same way, whole.
    fn is_verbatim(&self) -> bool {
        self.visible.len() == self.source.len()
    }
}

fn passage_reading(passage: &Passage, span: Span) -> PassageReading {
    PassageReading {
        span,
        role: passage.role,
        sentences: Vec::new(),
    }
}

/// Whether nothing but white space stands outside the passages and all of each is visible.
fn is_all_visible(document: &Document) -> bool {
    let mut end = 0;
    for passage in &document.passages {
        let gap = Span::new(end, passage.span.start).of(&document.text);
        if !passage.runs.is_empty() || !gap.trim().is_empty() {
            return false;
        }
        end = passage.span.end;
    }
    document
        .text
        .get(end as usize..)
        .is_some_and(|it| it.trim().is_empty())
}
