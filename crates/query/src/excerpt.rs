//! The best place of a passage, cut at words, with what to mark.
//!
//! In: a passage's visible text and what a query looks for. Out: spans of **source** bytes.

use dossier_corpus::text::words;
use dossier_corpus::{Corpus, PassageId, Span};
use fixedbitset::FixedBitSet;

use crate::answer::{Excerpt, Term};
use crate::mark::{Place, places};
use crate::order;

/// Length of an excerpt in characters, about.
const LENGTH: usize = 240;

/// How much of it may stand before the first marked word.
const LEAD: usize = 60;

/// The spans to mark in a passage, sorted, not overlapping.
pub(crate) fn highlights(corpus: &Corpus<'_>, passage: PassageId, wanted: &[Term]) -> Vec<Span> {
    let text = corpus.visible(passage);
    let map = corpus.source_map(passage);
    places(&text, wanted)
        .iter()
        .map(|it| map.to_source(it.span))
        .filter(|it| !it.is_empty())
        .collect()
}

/// The excerpt of a passage: all of it when it is short; its beginning when nothing is marked in it.
pub(crate) fn excerpt(corpus: &Corpus<'_>, passage: PassageId, wanted: &[Term]) -> Excerpt {
    let text = corpus.visible(passage);
    let map = corpus.source_map(passage);
    let marks = places(&text, wanted);
    let window = window(&text, &marks);
    Excerpt {
        span: map.to_source(window),
        highlights: marks
            .iter()
            .filter(|it| window.contains(it.span))
            .map(|it| map.to_source(it.span))
            .filter(|it| !it.is_empty())
            .collect(),
        reasons: reasons(&marks)
            .into_iter()
            .map(|it| (it.matched, map.to_source(it.span)))
            .collect(),
    }
}

/// A title in full, with what to mark in it: spans of its own bytes.
pub(crate) fn of_title(title: &str, wanted: &[Term]) -> Excerpt {
    let marks = places(title, wanted);
    Excerpt {
        span: Span::from_range(0..title.len()),
        highlights: marks.iter().map(|it| it.span).collect(),
        reasons: reasons(&marks)
            .into_iter()
            .map(|it| (it.matched, it.span))
            .collect(),
    }
}

/// The first place of each term.
fn reasons(marks: &[Place]) -> Vec<Place> {
    let mut first: Vec<Place> = Vec::new();
    for mark in marks {
        if first.iter().all(|it| it.matched != mark.matched) {
            first.push(*mark);
        }
    }
    order::sort_by_key(&mut first, |it| it.matched);
    first
}

/// Bytes behind the `n`-th character, or the end.
fn after_chars(text: &str, n: usize) -> usize {
    if text.len() <= n {
        return text.len();
    }
    text.char_indices().nth(n).map_or(text.len(), |it| it.0)
}

fn window(text: &str, marks: &[Place]) -> Span {
    if after_chars(text, LENGTH) == text.len() {
        return Span::from_range(0..text.len());
    }
    let start = best_start(text, marks);
    let start = start_before(text, start);
    let rest = text.get(start..).unwrap_or_default();
    let end = start + after_chars(rest, LENGTH);
    Span::from_range(start..end_at_word(text, start, end))
}

/// Where the first mark stands of those that bring most different words into one excerpt; the first such place.
fn best_start(text: &str, marks: &[Place]) -> usize {
    let mut best = (0, 0, 0);
    let mut end = 0;
    for (idx, mark) in marks.iter().enumerate() {
        let start = mark.span.range().start;
        let rest = text.get(start..).unwrap_or_default();
        let limit = start + after_chars(rest, LENGTH - LEAD);
        while marks
            .get(end)
            .is_some_and(|it| it.span.range().end <= limit)
        {
            end += 1;
        }
        let inside = marks.get(idx..end.max(idx)).unwrap_or_default();
        let kinds: FixedBitSet = inside.iter().map(|it| it.matched).collect();
        let n_kinds = kinds.count_ones(..);
        if (n_kinds, inside.len()) > (best.0, best.1) {
            best = (n_kinds, inside.len(), start);
        }
    }
    best.2
}

/// The beginning of a sentence shortly before, else of a word.
fn start_before(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let lead = before
        .char_indices()
        .rev()
        .take(LEAD)
        .last()
        .map_or(at, |it| it.0);
    if lead == 0 {
        return 0;
    }
    let lead_text = text.get(lead..at).unwrap_or_default();
    let sentence = lead_text
        .char_indices()
        .filter(|(_, it)| matches!(it, '.' | '!' | '?' | '…' | '。'))
        .map(|(idx, it)| idx + it.len_utf8())
        .rfind(|&idx| {
            lead_text
                .get(idx..)
                .is_some_and(|it| it.is_empty() || it.starts_with([' ', '\n', '”', '"']))
        });
    let from = match sentence {
        Some(idx) => lead + idx,
        // A cut word is left out.
        None => lead + lead_text.find(char::is_whitespace).unwrap_or(0),
    };
    let rest = text.get(from..at).unwrap_or_default();
    let skipped = rest.len()
        - rest
            .trim_start_matches(|it: char| it.is_whitespace() || matches!(it, '”' | '"'))
            .len();
    from + skipped
}

/// The end of the last word that ends at `end` or before.
fn end_at_word(text: &str, start: usize, end: usize) -> usize {
    let inside = text.get(start..end).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    let continues = rest.chars().next().is_some_and(char::is_alphanumeric)
        && inside
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
    let kept = match words(inside).last() {
        // The word is cut; without any blank there is nothing better.
        Some((span, _)) if continues && span.start > 0 => {
            inside.get(..span.range().start).unwrap_or(inside)
        }
        _ => inside,
    };
    let kept = kept.trim_end();
    if kept.is_empty() {
        end
    } else {
        start + kept.len()
    }
}
