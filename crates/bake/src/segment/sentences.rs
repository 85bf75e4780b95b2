//! Finds where sentences end.

use dossier_corpus::span::Span;

use super::abbreviations::{Stop, is_initial, is_starter, stop_behind};
use super::quotes::{closes, opens};

/// No word that matters here is longer (bytes).
const MAX_WORD: usize = 40;

/// The sentences of one passage: in order, not overlapping, without the white space around them, covering
/// everything else.
///
/// * `text`: one passage; line ends in it are white space.
/// * `lang`: BCP 47 tag; only languages that write "3. Juli" for a day differ.
#[must_use]
pub fn sentences(text: &str, lang: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(mark) = next_mark(text, at) {
        let end = end_of_marks(text, mark);
        if is_end(text, start, mark, end, lang) {
            push_trimmed(text, start, end, &mut found);
            start = end;
        }
        at = end;
    }
    push_trimmed(text, start, text.len(), &mut found);
    found
}

fn push_trimmed(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let piece = text.get(start..end).unwrap_or("");
    let trimmed = piece.trim_start();
    let first = start + piece.len() - trimmed.len();
    let last = first + trimmed.trim_end().len();
    if first < last {
        found.push(Span::from_range(first..last));
    }
}

fn is_mark(it: char) -> bool {
    matches!(
        it,
        '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '।' | '॥'
    ) || is_wide_mark(it)
}

/// Marks of scripts without spaces: nothing needs to follow.
fn is_wide_mark(it: char) -> bool {
    matches!(it, '。' | '！' | '？' | '｡' | '．')
}

fn next_mark(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.find(is_mark).map(|it| from + it)
}

/// Behind the marks that begin at `mark` and what closes behind them.
fn end_of_marks(text: &str, mark: usize) -> usize {
    let mut end = mark;
    let mut seen_close = false;
    let mut rest = text.get(mark..).unwrap_or("").chars();
    while let Some(it) = rest.next() {
        // "« Allez ! »": a narrow space may stand before the closing mark.
        let is_spaced_close =
            matches!(it, '\u{a0}' | '\u{202f}') && rest.as_str().starts_with(['»', '›']);
        if is_mark(it) && !seen_close || is_spaced_close {
            end += it.len_utf8();
        } else if closes(it) {
            seen_close = true;
            end += it.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Whether the marks from `mark` to `end` end the sentence that began at `start`.
fn is_end(text: &str, start: usize, mark: usize, end: usize, lang: &str) -> bool {
    let marks = text.get(mark..end).unwrap_or("");
    let behind = text.get(end..).unwrap_or("");
    if behind.trim_start().is_empty() {
        return true;
    }
    let is_spaced = behind.starts_with(char::is_whitespace);
    if marks.starts_with(is_wide_mark) {
        return is_spaced || !marks.ends_with(closes);
    }
    if !is_spaced {
        return false;
    }
    let next = Next::read(behind, lang);
    if next.kind == NextKind::Continuation {
        return false;
    }
    let is_single_stop = marks
        .strip_prefix('.')
        .is_some_and(|it| !it.starts_with(is_mark));
    if !is_single_stop {
        return true;
    }
    let word = word_before(text, start, mark);
    if word.is_empty() {
        return true;
    }
    let is_number = word.bytes().all(|it| it.is_ascii_digit());
    if is_number {
        let is_first = text
            .get(start..mark)
            .is_some_and(|it| it.trim_start() == word);
        let is_ordinal = writes_ordinals(lang) && word.len() <= 2 && !next.is_starter;
        return !(is_first || is_ordinal);
    }
    match stop_behind(word) {
        Stop::Ends => true,
        Stop::Continues => false,
        Stop::BeforeNumber => next.kind != NextKind::Number,
        Stop::Unclear => next.is_starter || next.kind == NextKind::Quotation,
    }
}

/// The word that ends at `mark`, with its inner full stops, without what opens before it.
fn word_before(text: &str, start: usize, mark: usize) -> &str {
    let from = text.floor_char_boundary(mark.saturating_sub(MAX_WORD).max(start));
    let before = text.get(from..mark).unwrap_or("");
    let word = before
        .rsplit(|it: char| it.is_whitespace() || matches!(it, '-' | '–' | '—' | '/'))
        .next()
        .unwrap_or("");
    word.trim_start_matches(|it| opens(it) || closes(it))
}

/// What follows a possible end.
struct Next {
    kind: NextKind,
    /// Whether it may be the first word of a sentence and hardly a name.
    is_starter: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NextKind {
    Number,
    /// An opening quotation mark and something with a capital.
    Quotation,
    /// Lower case or punctuation: the sentence goes on.
    Continuation,
    Other,
}

impl Next {
    fn read(behind: &str, lang: &str) -> Self {
        let trimmed = behind.trim_start();
        let opened = trimmed.trim_start_matches(opens);
        let is_inner = |it: char| it.is_alphanumeric() || matches!(it, '’' | '\'' | '-');
        let len = opened
            .char_indices()
            .find(|&(at, it)| at > MAX_WORD || !is_inner(it))
            .map_or(opened.len(), |(at, _)| at);
        let (word, rest) = opened.split_at_checked(len).unwrap_or((opened, ""));
        let kind = match word.chars().next() {
            Some(it) if it.is_numeric() => NextKind::Number,
            Some(it) if it.is_lowercase() => NextKind::Continuation,
            None if opened.starts_with([',', ';', ':']) => NextKind::Continuation,
            _ if trimmed.starts_with(['“', '‘', '«', '„', '"', '「']) => {
                NextKind::Quotation
            }
            _ => NextKind::Other,
        };
        // "A." in "J. A. Smith" is no article.
        let is_initial = is_initial(word) && rest.starts_with('.');
        Self {
            kind,
            is_starter: !is_initial && is_starter(word, lang),
        }
    }
}

/// Languages that write a full stop behind the number of a day.
fn writes_ordinals(lang: &str) -> bool {
    let primary = lang.split('-').next().unwrap_or(lang);
    matches!(
        primary,
        "de" | "da"
            | "nb"
            | "no"
            | "nn"
            | "fi"
            | "et"
            | "cs"
            | "sk"
            | "hu"
            | "hr"
            | "sr"
            | "sl"
            | "lv"
            | "is"
    )
}
