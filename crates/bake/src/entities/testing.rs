//! For tests: a text becomes a reading, each line a passage.

use dossier_corpus::document::Role;
use dossier_corpus::span::Span;

use crate::reading::{PassageReading, Reading};
use crate::segment;

/// Calls `check` with the reading of `text` in `lang`.
pub(crate) fn with_reading<T>(text: &str, lang: &str, check: impl FnOnce(Reading<'_>) -> T) -> T {
    let mut passages = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let shift = |span: Span| {
            let base = u32::try_from(at).unwrap();
            Span::new(base + span.start, base + span.end)
        };
        let sentences: Vec<Span> = segment::sentences(line, lang)
            .into_iter()
            .map(shift)
            .collect();
        if let (Some(first), Some(last)) = (sentences.first(), sentences.last()) {
            passages.push(PassageReading {
                span: Span::new(first.start, last.end),
                role: Role::Paragraph,
                sentences,
            });
        }
        at += line.len();
    }
    check(Reading {
        text,
        lang,
        passages: &passages,
    })
}
