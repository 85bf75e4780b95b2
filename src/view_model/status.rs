//! The sentence that says what is on screen, and the sentence that says what is here at all.

use dossier_query::answer::Note;
use dossier_query::{Answer, Clock, Query, Searcher};

use super::words::{count, number, share};

/// `12 of 340 passages in 7 of 30 documents`, with what a range of dates leaves open.
#[must_use]
pub fn status(searcher: &Searcher<'_>, answer: &Answer, query: &Query) -> String {
    let corpus = searcher.corpus();
    let n_documents = u32::try_from(answer.documents.len()).unwrap_or(u32::MAX);
    let mut text = format!(
        "{} in {}",
        share(
            answer.n_passages,
            corpus.n_passages(),
            "passage",
            "passages"
        ),
        share(n_documents, corpus.n_documents(), "document", "documents"),
    );
    if let Some(n_certain) = answer.n_certain {
        let n_undated = if query.undated { answer.n_undated } else { 0 };
        let n_possible = answer.n_passages.saturating_sub(n_certain + n_undated);
        text.push_str(&format!(
            " · {} surely and {} possibly in this range",
            number(n_certain),
            number(n_possible)
        ));
        if n_undated > 0 {
            text.push_str(&format!(", {} undated", number(n_undated)));
        }
    }
    text
}

/// What else is true of the selection: its dates.
#[must_use]
pub fn dates(answer: &Answer, query: &Query) -> String {
    let n = u32::try_from(answer.marks.len()).unwrap_or(u32::MAX);
    if n == 0 {
        return "no dates".into();
    }
    let what = match (query.clock, n) {
        (Clock::Happened, 1) => answer.marks.first().map_or_else(String::new, |mark| {
            format!("one date: {}", dossier_time::words(&mark.value))
        }),
        (Clock::Happened, _) => count(n, "date", "dates"),
        _ => count(n, "dated document", "dated documents"),
    };
    let without = count(answer.n_undated, "passage", "passages");
    if answer.n_undated == 0 {
        return what;
    }
    format!("{what} · {without} without a date")
}

/// What is odd about the chosen range of dates, if anything.
#[must_use]
pub fn range_problem(query: &Query) -> Option<String> {
    let first = query.from.as_ref()?.bounds()?.earliest?;
    let last = query.to.as_ref()?.bounds()?.latest?;
    (last < first).then(|| "The range of dates ends before it begins".into())
}

/// The sentences about what was read otherwise than typed.
#[must_use]
pub fn notes(notes: &[Note]) -> Vec<String> {
    notes
        .iter()
        .map(|note| match note {
            Note::WithinDocument => {
                "No passage holds all these words; documents that hold them all are shown".into()
            }
            Note::AnyWord => {
                "No document holds all these words; passages with any of them are shown".into()
            }
            Note::AlsoRead { word, readings } => {
                format!("“{word}”: also {}", readings.join(", "))
            }
            Note::TakenAsWords(piece) => format!("“{piece}” was taken as words"),
            Note::LeftOut { n_words } => format!(
                "The query is too long; {} at its end were left out",
                count(*n_words, "word", "words")
            ),
            Note::UnknownValue { facet, value } => {
                format!("“{value}” occurs nowhere as {facet}")
            }
        })
        .collect()
}
