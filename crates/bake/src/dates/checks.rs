//! What the tests of the grammars share: one function that reads a sentence and says what was found.

use dossier_corpus::document::Role;
use dossier_corpus::span::Span;

use super::{DateContext, analyse};
use crate::reading::{PassageReading, Reading};

/// What is found in each sentence: `words=value`, parted by `; `, with `!words` for days that do not exist.
///
/// A row holds the sentence, the document's date (empty for none), what is expected, and why.
pub(super) fn check(rows: &[(&str, &str, &str, &str)]) {
    for (text, published, expected, why) in rows {
        assert_eq!(found(text, published, None), *expected, "{text}: {why}");
    }
}

/// What is found in one text.
pub(super) fn found(text: &str, published: &str, genre: Option<&str>) -> String {
    let passages: Vec<_> = passages(text);
    let reading = Reading {
        text,
        lang: "und",
        passages: &passages,
    };
    let context = DateContext {
        published: (!published.is_empty()).then_some(published),
        genre,
        calendar: None,
    };
    let dated = analyse(reading, context);
    let moments = dated
        .moments
        .iter()
        .map(|it| format!("{}={}", it.span.of(text), it.edtf));
    let impossible = dated
        .impossible
        .iter()
        .map(|it| format!("!{}", it.of(text)));
    moments.chain(impossible).collect::<Vec<_>>().join("; ")
}

/// One passage a line, one sentence each.
pub(super) fn passages(text: &str) -> Vec<PassageReading> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let span = Span::from_range(start..start + line.len());
            start += line.len() + 1;
            PassageReading {
                span,
                role: Role::Paragraph,
                sentences: vec![span],
            }
        })
        .collect()
}
