//! Plain text → passages.
//!
//! Stage: *documents*. In: decoded text. Out: passages, all of which is visible.
//!
//! A text whose lines are wrapped by hand has its paragraphs between blank lines or indentations; in any other text
//! each line is one. Which of the two it is, is told by the lines themselves: where a wrapped line ends, the next word
//! would not have fitted, and hardly ever does a sentence end there.

use dossier_corpus::document::{Passage, Role};
use dossier_corpus::span::Span;

/// Widest line (in characters) that somebody wrapped.
const MAX_WRAP: usize = 120;
/// Narrowest wrapping that is told from a list of short lines.
const MIN_WRAP: usize = 35;

/// The passages of `text` between `start` (bytes) and its end.
#[must_use]
pub(super) fn passages(text: &str, start: usize) -> Vec<Passage> {
    let lines = lines(text, start);
    if is_wrapped(text, &lines) {
        paragraphs(text, &lines)
    } else {
        lines
            .iter()
            .filter(|it| !it.is_empty())
            .map(|&span| paragraph(span))
            .collect()
    }
}

fn paragraph(span: Span) -> Passage {
    Passage {
        span,
        role: Role::Paragraph,
        quote_depth: 0,
        runs: Vec::new(),
        styles: Vec::new(),
        sentences: Vec::new(),
    }
}

/// The lines without the white space around them; blank ones are empty spans.
fn lines(text: &str, start: usize) -> Vec<Span> {
    let is_line_end = |it: char| matches!(it, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut offset = start;
    text.get(start..)
        .unwrap_or("")
        .split_inclusive(is_line_end)
        .map(|line| {
            let trimmed = line.trim_start();
            let first = offset + line.len() - trimmed.len();
            offset += line.len();
            Span::from_range(first..first + trimmed.trim_end().len())
        })
        .collect()
}

/// Whether the lines were wrapped by hand.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let width = |line: &Span| line.of(text).chars().count();
    let pairs: Vec<(&str, &str)> = lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(line, next)| !line.is_empty() && !next.is_empty())
        .map(|(line, next)| (line.of(text), next.of(text)))
        .collect();
    let mut widths: Vec<usize> = pairs.iter().map(|(it, _)| it.chars().count()).collect();
    widths.sort_unstable();
    // Not the widest: a long address that could not be broken says nothing.
    let Some(&wrap) = widths.get(widths.len() * 9 / 10) else {
        return false;
    };
    if !(MIN_WRAP..=MAX_WRAP).contains(&wrap) {
        return false;
    }
    let n_lines = lines.iter().filter(|it| !it.is_empty()).count();
    let n_wider = lines
        .iter()
        .filter(|it| width(it) > wrap + wrap / 4)
        .count();
    let share = |is_so: fn(&str, &str, usize) -> bool| {
        let n = pairs
            .iter()
            .filter(|(line, next)| is_so(line, next, wrap))
            .count();
        n * 100 / pairs.len()
    };
    // Two or three lines say little by their width alone.
    let is_running_on = pairs.len() >= 4 || share(runs_on) > 0;
    n_wider * 10 <= n_lines && share(is_full) >= 70 && share(ends_a_sentence) <= 50 && is_running_on
}

/// Whether the next line's first word would not have fitted.
fn is_full(line: &str, next: &str, wrap: usize) -> bool {
    let word = next.split_whitespace().next().unwrap_or("");
    // People do not wrap to the letter: a few columns of slack.
    line.chars().count() + 1 + word.chars().count() + 4 > wrap
}

fn ends_a_sentence(line: &str, _next: &str, _wrap: usize) -> bool {
    line.trim_end_matches(['”', '’', '"', '\'', '»', ')'])
        .ends_with(['.', '!', '?', '…', ':', ';', '。'])
}

fn runs_on(_line: &str, next: &str, _wrap: usize) -> bool {
    next.starts_with(char::is_lowercase)
}

/// Runs of lines between blank ones; an indented line behind one that is not begins another.
fn paragraphs(text: &str, lines: &[Span]) -> Vec<Passage> {
    let is_indented = |line: &Span| {
        let before = text.get(..line.start as usize).unwrap_or("");
        before.ends_with("  ") || before.ends_with('\t')
    };
    let mut passages: Vec<Passage> = Vec::new();
    let mut is_open = false;
    let mut was_indented = false;
    for line in lines {
        if line.is_empty() {
            is_open = false;
            continue;
        }
        let begins = is_indented(line) && !was_indented;
        was_indented = is_indented(line);
        match passages.last_mut() {
            Some(last) if is_open && !begins => last.span.end = line.end,
            _ => passages.push(paragraph(*line)),
        }
        is_open = true;
    }
    passages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let passages = passages(text, 0);
        let found: Vec<&str> = passages.iter().map(|it| it.span.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn each_line_is_a_paragraph() {
        let rows: &[(&str, &[&str])] = &[
            ("", &[]),
            (" \n\t\n", &[]),
            ("one", &["one"]),
            ("one\n  two  \n\n\nthree\n", &["one", "two", "three"]),
            (
                "one\ntwo\rthree\u{85}four\u{2028}five",
                &["one", "two", "three", "four", "five"],
            ),
            // A list of short lines.
            (
                "Ann Lee\nJohn Brown\nHarbour Office",
                &["Ann Lee", "John Brown", "Harbour Office"],
            ),
            // Sentences of one width, each a line.
            (
                "The bridge over the river fell in the night.\nNobody in the little town saw it fall.\n\
                 The watchman on the quay slept until ten.\nThe ferry had been gone for two hours.",
                &[
                    "The bridge over the river fell in the night.",
                    "Nobody in the little town saw it fall.",
                    "The watchman on the quay slept until ten.",
                    "The ferry had been gone for two hours.",
                ],
            ),
            // Verse.
            (
                "The bridge that fell into the sea\nwas never built by you or me,\nnor by the mason’s son,\nwho lies beneath",
                &[
                    "The bridge that fell into the sea",
                    "was never built by you or me,",
                    "nor by the mason’s son,",
                    "who lies beneath",
                ],
            ),
        ];
        for (text, expected) in rows {
            check(text, expected);
        }
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let first = "The bridge over the river fell in the night of the third of May, and\n\
                     nobody in the little town saw it fall, since the watchman on the quay\n\
                     slept until ten and the ferry had been gone for two hours. It was not\n\
                     built again.";
        let second = "A committee met in the harbour office and heard all who had been near\n\
                      the bridge in the week before; it came to no result.";
        check(&format!("{first}\n\n{second}\n"), &[first, second]);
        check(&format!("THE BRIDGE\n\n{first}"), &["THE BRIDGE", first]);
        check(&format!("    {first}\n    {second}"), &[first, second]);
        let two =
            "A committee met in the harbour office and heard all who had\nbeen near the bridge.";
        check(two, &[two]);
    }
}
