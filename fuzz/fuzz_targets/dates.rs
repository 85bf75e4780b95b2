//! Dates are found in any text: in order, at character boundaries, each a value whose first day is not behind its last.
//!
//! The first byte of the input chooses what is known of the document.

#![no_main]

use dossier_bake::dates::{DateContext, analyse};
use dossier_bake::reading::{PassageReading, Reading};
use dossier_corpus::Span;
use dossier_corpus::document::Role;
use dossier_time::Edtf;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&first, rest)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(rest);
    let mut start = 0;
    let passages: Vec<PassageReading> = text
        .split('\n')
        .map(|line| {
            let span = Span::from_range(start..start + line.len());
            start += line.len() + 1;
            PassageReading {
                span,
                role: Role::Paragraph,
                sentences: vec![span],
            }
        })
        .collect();
    let known = usize::from(first);
    let context = DateContext {
        published: [
            None,
            Some("1986-05-03"),
            Some("1986"),
            Some("198X"),
            Some("-0044-03"),
        ][known % 5],
        genre: [None, Some("news"), Some("narrative")][known / 5 % 3],
        calendar: [None, Some("julian")][known / 15 % 2],
    };
    let reading = Reading {
        text: &text,
        lang: ["und", "en", "de", "ru"][known / 30 % 4],
        passages: &passages,
    };
    let dated = analyse(reading, context);
    let mut end = 0;
    for moment in &dated.moments {
        assert!(moment.span.start >= end, "{:?} overlap", dated.moments);
        assert!(
            text.get(moment.span.range())
                .is_some_and(|it| !it.is_empty())
        );
        end = moment.span.end;
        let value = Edtf::parse(&moment.edtf).expect(&moment.edtf);
        if let Some(bounds) = value.bounds() {
            let (Some(earliest), Some(latest)) = (bounds.earliest, bounds.latest) else {
                continue;
            };
            assert!(earliest <= latest, "{}", moment.edtf);
        }
        if !moment.unresolved.is_empty() {
            assert!(
                dossier_time::Expr::parse(&moment.unresolved).is_ok(),
                "{}",
                moment.unresolved
            );
        }
    }
    for span in dated
        .impossible
        .iter()
        .chain(dated.others.iter().map(|it| &it.0))
    {
        assert!(text.get(span.range()).is_some());
    }
});
