//! What the analysis stages read: a document's visible text, cut into passages and sentences.
//!
//! Stages never see markup or files. All spans they take and give are byte ranges of [`Reading::text`]; the
//! pipeline maps them back to the seed's text afterwards.

use dossier_corpus::document::Role;
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
