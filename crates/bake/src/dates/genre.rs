//! How a document tells time: from the day it was written, or from the date told before.

use dossier_time::Edtf;
use dossier_time::expr::What;

use super::piece::{Anchor, Meaning};
use super::read::Read;

/// How the document tells time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Genre {
    /// Dates count from the day it was written.
    News,
    /// Dates count from the date told before.
    Narrative,
}

/// News unless the document has no date, or its dates mostly lie years away from it.
pub(super) fn guess(published: Option<&Edtf>, reads: &[(Read, Option<bool>)]) -> Genre {
    let Some(year) = published
        .and_then(Edtf::bounds)
        .and_then(|it| it.earliest)
        .map(|it| it.ymd().0)
    else {
        return guess_undated(reads);
    };
    let years = reads.iter().filter_map(|(read, _)| match &read.meaning {
        Meaning::At(piece) => piece.known_year(),
        _ => None,
    });
    let (mut n_years, mut n_far) = (0, 0);
    for it in years {
        n_years += 1;
        n_far += usize::from((it - i64::from(year)).abs() > 2);
    }
    if n_years >= 8 && n_far * 10 >= n_years * 8 {
        Genre::Narrative
    } else {
        Genre::News
    }
}

/// Without a date of its own, a text is a narrative when it says its year before it leaves one out, and does not
/// speak from the day it was written.
fn guess_undated(reads: &[(Read, Option<bool>)]) -> Genre {
    let is_said = |read: &Read| {
        matches!(&read.meaning, Meaning::At(piece) if piece.known_year().is_some() && read.leads)
            || matches!(&read.meaning, Meaning::Between(Some(piece), _) if piece.known_year().is_some())
    };
    let needs_day = |read: &Read| match &read.meaning {
        Meaning::At(piece) => {
            piece.anchor == Anchor::Published || matches!(piece.what(), Some(What::Weekday(_)))
        }
        _ => false,
    };
    let waits =
        |read: &Read| matches!(&read.meaning, Meaning::At(piece) if piece.anchor == Anchor::Free);
    let n_said = reads.iter().filter(|it| is_said(&it.0)).count();
    let n_deictic = reads.iter().filter(|it| needs_day(&it.0)).count();
    let first = reads
        .iter()
        .map(|it| &it.0)
        .find(|it| is_said(it) || waits(it));
    if first.is_some_and(is_said) && n_said >= n_deictic {
        Genre::Narrative
    } else {
        Genre::News
    }
}
