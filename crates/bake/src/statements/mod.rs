//! Finds who says what, and the words that lower a claim.
//!
//! Stage: *analysis*. In: a [`Reading`] and its names. Out: statements and hedges, sorted, with spans into the
//! reading's text.
//!
//! ```text
//! passage → tokens, quotations (passage, quotes) → cues and what they frame (attribution, cues) → speakers → statements
//! ```
//!
//! # Invariants
//!
//! - A content span lies inside one passage, without the outer quotation marks and the punctuation of the frame.
//! - A hedge belongs to every statement in whose content, or between whose speaker and cue, it stands.
//! - Time is linear in the text's length.

mod attribution;
mod cues;
mod hedges;
mod passage;
mod quotes;
mod speakers;

use dossier_corpus::span::Span;
use dossier_corpus::statement::{Hedge, Speaker, Statement, StatementKind};

use crate::entities::Names;
use crate::reading::Reading;
use attribution::Draft;
use passage::Words;
use speakers::People;

/// What was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// Who says what.
    pub statements: Vec<Statement>,
    /// Words that lower a claim.
    pub hedges: Vec<Hedge>,
}

/// Finds the statements and hedges of a document. Time linear in its length.
#[must_use]
pub fn find(reading: Reading<'_>, names: &Names) -> Claims {
    let mut people = People::new(names);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut hedges: Vec<Hedge> = Vec::new();
    let mut continues = false;
    for passage in reading.passages {
        let words = Words::new(reading, names, passage);
        for &(start, end) in &words.sentences {
            let tokens = words.tokens.get(start..end).unwrap_or(&[]);
            hedges.extend(
                hedges::hedges(tokens)
                    .into_iter()
                    .map(|span| Hedge { span }),
            );
        }
        people.learn(&words);
        continues = attribution::passage(&words, &mut people, &mut drafts, continues);
    }
    let mut statements: Vec<Statement> = drafts
        .into_iter()
        .filter_map(|it| statement(it, &hedges))
        .collect();
    statements.sort_by_key(|it| (it.content.first().copied(), it.cue));
    statements.dedup_by(|b, a| a.content == b.content && a.cue == b.cue);
    Claims { statements, hedges }
}

fn statement(draft: Draft, hedges: &[Hedge]) -> Option<Statement> {
    let mut content = draft.content;
    content.retain(|it| !it.is_empty());
    content.sort();
    let first = content.first().copied()?;
    let mut frame = vec![];
    if let (Some(cue), Some(Speaker { span, .. })) = (draft.cue, draft.speaker.as_ref()) {
        // "he reportedly said": between speaker and cue, or the cue itself.
        let near = Span::new(span.start.min(cue.start), span.end.max(cue.end));
        if near.len() < 120 {
            frame.push(near);
        }
    } else if let Some(cue) = draft.cue {
        frame.push(cue);
    }
    let lowers = |hedge: &Hedge| {
        content
            .iter()
            .chain(&frame)
            .any(|it| it.overlaps(hedge.span))
    };
    let reach = content.iter().chain(&frame).fold(first, |all, it| {
        Span::new(all.start.min(it.start), all.end.max(it.end))
    });
    let from = hedges.partition_point(|it| it.span.end <= reach.start);
    let numbers = (from..hedges.len())
        .take_while(|&it| {
            hedges
                .get(it)
                .is_some_and(|hedge| hedge.span.start < reach.end)
        })
        .filter(|&it| hedges.get(it).is_some_and(lowers))
        .filter_map(|it| u32::try_from(it).ok())
        .collect();
    let is_attributed = draft.cue.is_some() || draft.speaker.is_some();
    Some(Statement {
        content,
        kind: match (draft.is_quoted, is_attributed) {
            (true, true) => StatementKind::QuotedAndAttributed,
            (true, false) => StatementKind::Quoted,
            (false, _) => StatementKind::Attributed,
        },
        speaker: draft.speaker,
        cue: draft.cue,
        hedges: numbers,
    })
}
