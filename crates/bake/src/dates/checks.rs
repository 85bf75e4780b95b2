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

/// Rows as data, one a line: `told | sentence | expected | why`. What is told is the document's date, its genre or
/// its language, or nothing. `\x20`, `\xa0` and `\xad` stand for a space, one that does not break and a soft hyphen.
///
/// All rows that fail are shown, not the first one alone.
pub(super) fn check_lines(lines: &str) {
    let mut wrong = Vec::new();
    for line in lines.lines() {
        let mut cells = line.split('|').map(str::trim);
        let (Some(told), Some(text), Some(expected), Some(why), None) = (
            cells.next(),
            cells.next(),
            cells.next(),
            cells.next(),
            cells.next(),
        ) else {
            panic!("four cells: {line}");
        };
        let plain = |cell: &str| {
            cell.replace("\\x20", " ")
                .replace("\\xa0", "\u{a0}")
                .replace("\\xad", "\u{ad}")
        };
        let (mut published, mut genre, mut lang) = ("", None, "und");
        for word in told.split_whitespace() {
            match word {
                "news" | "narrative" => genre = Some(word),
                _ if word.starts_with(|it: char| it.is_ascii_digit()) => published = word,
                _ => lang = word,
            }
        }
        let found = found_in(&plain(text), lang, published, genre);
        if found != plain(expected) {
            wrong.push(format!(
                "{told} | {text} ({why})\n  expected {expected}\n  found    {found}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found in one text of an unknown language.
pub(super) fn found(text: &str, published: &str, genre: Option<&str>) -> String {
    found_in(text, "und", published, genre)
}

fn found_in(text: &str, lang: &str, published: &str, genre: Option<&str>) -> String {
    let passages: Vec<_> = passages(text);
    let reading = Reading {
        text,
        lang,
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

macro_rules! rows {
    ($($name:ident $file:literal,)+) => {
        $(#[test]
        fn $name() {
            check_lines(include_str!(concat!("rows/", $file, ".txt")));
        })+
    };
}

rows! {
    dates_in_words "written",
    dates_in_digits "numeric",
    ranges "ranges",
    parts_of_time "vague",
    dates_said_from_others "relative",
    days_with_a_name "holidays",
    old_style_and_dual_dates "oldstyle",
    narratives "narrative",
    what_only_looks_like_a_date "traps",
    other_languages "languages",
    sentences_of_news_and_archives "sentences",
}
