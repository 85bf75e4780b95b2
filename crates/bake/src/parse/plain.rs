//! Plain text → passages.
//!
//! Stage: *documents*. In: decoded text. Out: passages, all of which is visible.
//!
//! A text whose lines are wrapped by hand has its paragraphs between blank lines; in any other text each line is
//! one. Which of the two it is, is told by the lines themselves: where a wrapped line ends, the next word would
//! not have fitted.

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
    let pairs = || {
        lines
            .iter()
            .zip(lines.iter().skip(1))
            .filter(|(line, next)| !line.is_empty() && !next.is_empty())
    };
    let mut widths: Vec<_> = pairs().map(|(line, _)| width(line)).collect();
    widths.sort_unstable();
    // Not the widest: a long address that could not be broken says nothing.
    let Some(&wrap) = widths.get(widths.len() * 9 / 10) else {
        return false;
    };
    if !(MIN_WRAP..=MAX_WRAP).contains(&wrap) {
        return false;
    }
    let n_full = pairs()
        .filter(|(line, next)| {
            let word = next.of(text).split_whitespace().next().unwrap_or("");
            // People do not wrap to the letter: a few columns of slack.
            width(line) + 1 + word.chars().count() + 4 > wrap
        })
        .count();
    n_full * 10 >= widths.len() * 7
}

/// Runs of lines between blank ones.
fn paragraphs(text: &str, lines: &[Span]) -> Vec<Passage> {
    let _ = text;
    let mut passages: Vec<Passage> = Vec::new();
    let mut is_open = false;
    for line in lines {
        match passages.last_mut() {
            _ if line.is_empty() => is_open = false,
            Some(last) if is_open => last.span.end = line.end,
            _ => {
                passages.push(paragraph(*line));
                is_open = true;
            }
        }
    }
    passages
}
