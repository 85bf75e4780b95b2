//! What a mark in the text tells on request: how a date was read, or all about a name.

use dossier_corpus::{DocId, EntityId};
use dossier_query::answer::Answer;
use dossier_query::{Query, Searcher};

use super::moment::{self, MomentCard};
use super::name::{self, NameCard};

/// What is marked, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A date in the text.
    Moment(u32),
    /// What a name names.
    Name(u32),
}

/// What is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Card {
    /// Of a date.
    Moment(MomentCard),
    /// Of a name.
    Name(Box<NameCard>),
}

/// Tells about a mark in a document.
///
/// * `answer`: to `query`.
#[must_use]
pub fn card(
    searcher: &'static Searcher<'static>,
    answer: &Answer,
    query: &Query,
    document: DocId,
    about: About,
) -> Option<Card> {
    match about {
        About::Moment(number) => moment::card(searcher, answer, number).map(Card::Moment),
        About::Name(number) => name::card(searcher, query, document, EntityId::new(number))
            .map(|it| Card::Name(Box::new(it))),
    }
}
