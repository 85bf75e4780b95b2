//! A selection on paper: numbered documents with their selected passages, and where it all comes from.

use super::selection::{Group, Selection};
use crate::view_model::moment;
use crate::wording::say;

/// So many passages are printed; a browser that lays out more may not come back.
const MAX_PASSAGES: usize = 2_000;

/// What is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The collection's title.
    pub title: String,
    /// Label and value of each fact about the selection.
    pub facts: Vec<(&'static str, String)>,
    /// The documents, in the order of the screen.
    pub groups: Vec<PrintedGroup>,
    /// What is left out, in words; empty when nothing is.
    pub left_out: String,
}

/// A document on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedGroup {
    /// Author, title, source, date.
    pub source: String,
    /// Language tag of the text; may be empty.
    pub lang: String,
    /// Number and text of its passages.
    pub passages: Vec<(u32, String)>,
}

/// Words a selection for paper. Costs the text of what is printed.
#[must_use]
pub fn printed(selection: &Selection) -> Printed {
    let values = moment::values(&selection.answer, 0..=u32::MAX);
    let documents = selection.documents();
    let mut groups = Vec::new();
    let mut n_left = MAX_PASSAGES;
    for (place, &document) in documents.iter().enumerate() {
        if n_left == 0 {
            break;
        }
        let Some(group) = selection.group(place, document, &values) else {
            continue;
        };
        groups.push(on_paper(group, &mut n_left));
    }
    let n_passages = usize::try_from(selection.answer.n_passages).unwrap_or(usize::MAX);
    let n_printed = MAX_PASSAGES - n_left;
    let n_more = u32::try_from(n_passages.saturating_sub(n_printed)).unwrap_or(u32::MAX);
    let left_out = match n_more {
        0 => String::new(),
        n => say::paper_left_out(n),
    };
    Printed {
        title: selection.provenance.site.clone(),
        facts: selection.provenance.facts().to_vec(),
        groups,
        left_out,
    }
}

fn on_paper(group: Group, n_left: &mut usize) -> PrintedGroup {
    let plain = |it: &str| it.to_owned();
    let passages: Vec<_> = group
        .rows
        .into_iter()
        .take(*n_left)
        .map(|row| (row.number, row.text))
        .collect();
    *n_left -= passages.len();
    PrintedGroup {
        source: group.source.line(plain, plain),
        lang: group.source.lang,
        passages,
    }
}
