//! What the first screen is made of, by the size of the corpus, and the sentence that says what is here.

use dossier_query::{Clock, Query, Searcher};
use yew::AttrValue;

use super::about;
use super::timeline::summary::extent;
use crate::wording::say;

/// So many titles are looked through by eye; more are searched.
const FEW: u32 = 200;

/// What the first screen is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstScreen {
    /// How to add documents.
    Empty,
    /// The document itself.
    Reader,
    /// All titles by time.
    Titles,
    /// Ways to begin with, then the titles.
    Search,
}

impl FirstScreen {
    /// The one rule: how many documents there are.
    #[must_use]
    pub fn of(n_documents: u32) -> Self {
        match n_documents {
            0 => Self::Empty,
            1 => Self::Reader,
            2..=FEW => Self::Titles,
            _ => Self::Search,
        }
    }
}

/// What is here, in true numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// `120 documents, published from 1911 to 1913`.
    pub sentence: AttrValue,
    /// Words, names, statements; passages and dates are told by the status.
    pub numbers: AttrValue,
}

/// Says what is here.
#[must_use]
pub fn lead(searcher: &Searcher<'_>) -> Lead {
    let corpus = searcher.corpus();
    let n = corpus.n_documents();
    let mut sentence = say::n_documents(n);
    let published = searcher.marks(&Query {
        clock: Clock::Published,
        ..Query::default()
    });
    let bounds = || published.iter().filter_map(|it| it.value.bounds());
    let first = bounds().filter_map(|it| it.earliest).min();
    let last = bounds().filter_map(|it| it.latest).max();
    if let (Some(first), Some(last)) = (first, last) {
        sentence = extent(
            &sentence,
            first,
            last,
            [say::lead_on, say::lead_in, say::lead_from],
        );
        let n_without = n.saturating_sub(u32::try_from(published.len()).unwrap_or(n));
        match n_without {
            0 => {}
            1 => sentence = say::lead_one_undated(&sentence),
            more => sentence = say::lead_undated(&sentence, more),
        }
    }
    Lead {
        sentence: sentence.into(),
        numbers: about::holdings(searcher).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_documents_decides() {
        for (n, expected) in [
            (0, FirstScreen::Empty),
            (1, FirstScreen::Reader),
            (2, FirstScreen::Titles),
            (200, FirstScreen::Titles),
            (201, FirstScreen::Search),
            (10_000, FirstScreen::Search),
        ] {
            assert_eq!(FirstScreen::of(n), expected, "{n} documents");
        }
    }
}
