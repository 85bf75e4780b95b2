//! The sentence that says what is on screen, and the sentence that says what is here at all.

use dossier_query::answer::Note;
use dossier_query::{Answer, Clock, Query, Searcher};

use super::words::share;
use crate::wording::{self, say};

/// `12 of 340 passages in 7 of 30 documents`, with what a range of dates leaves open.
#[must_use]
pub fn status(searcher: &Searcher<'_>, answer: &Answer, query: &Query) -> String {
    let corpus = searcher.corpus();
    let n_documents = u32::try_from(answer.documents.len()).unwrap_or(u32::MAX);
    let passages = share(
        answer.n_passages,
        corpus.n_passages(),
        say::n_passages,
        say::n_of_passages,
    );
    // Of so many, or in so many: not the same case in every language.
    let documents = share(
        n_documents,
        corpus.n_documents(),
        say::in_n_documents,
        say::n_of_documents,
    );
    let mut text = say::a_in_b(&passages, &documents);
    if let Some(n_certain) = answer.n_certain {
        let n_undated = if query.undated { answer.n_undated } else { 0 };
        let n_possible = answer.n_passages.saturating_sub(n_certain + n_undated);
        text = say::status_range(&text, n_certain, n_possible);
        if n_undated > 0 {
            text = say::status_undated(&text, n_undated);
        }
    }
    text
}

/// What else is true of the selection: its dates.
#[must_use]
pub fn dates(answer: &Answer, query: &Query) -> String {
    let n = u32::try_from(answer.marks.len()).unwrap_or(u32::MAX);
    if n == 0 {
        return say::no_dates().into();
    }
    let what = match (query.clock, n) {
        (Clock::Happened, 1) => answer.marks.first().map_or_else(String::new, |mark| {
            say::one_date(&wording::date(&mark.value))
        }),
        (Clock::Happened, _) => say::n_dates(n),
        _ => say::n_dated_documents(n),
    };
    let without = say::n_passages(answer.n_undated);
    if answer.n_undated == 0 {
        return what;
    }
    say::dates_without(&what, &without)
}

/// What is odd about the chosen range of dates, if anything.
#[must_use]
pub fn range_problem(query: &Query) -> Option<String> {
    let first = query.from.as_ref()?.bounds()?.earliest?;
    let last = query.to.as_ref()?.bounds()?.latest?;
    (last < first).then(|| say::range_backwards().into())
}

/// The sentences about what was read otherwise than typed.
#[must_use]
pub fn notes(notes: &[Note]) -> Vec<String> {
    notes
        .iter()
        .map(|note| match note {
            Note::WithinDocument => say::note_within_document().into(),
            Note::AnyWord => say::note_any_word().into(),
            Note::AlsoRead { word, readings } => say::note_also(word, &readings.join(", ")),
            Note::TakenAsWords(piece) => say::note_as_words(piece),
            Note::LeftOut { n_words } => say::note_left_out(*n_words),
            Note::UnknownValue { facet, value } => say::note_nowhere(value, facet),
        })
        .collect()
}
