//! Finds the words of a query in a visible text: to mark them, and to verify phrases.
//!
//! In: a text and what to look for. Out: byte spans of the text. One pass over the words of the text.

use dossier_corpus::Span;
use dossier_corpus::text::{fold_into, is_open, words};

use crate::answer::Matched;

/// A place in a text that matches: where, and which of the things looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Bytes of the visible text.
    pub(crate) span: Span,
    /// Position in the list of things looked for.
    pub(crate) matched: usize,
}

/// All places in `text` where one of `wanted` stands, by position; a place that overlaps the one before is left out,
/// the longer one wins at the same start.
pub(crate) fn places(text: &str, wanted: &[Matched]) -> Vec<Place> {
    let mut found = Vec::new();
    let mut sequences = Vec::new();
    for (matched, it) in wanted.iter().enumerate() {
        match it {
            Matched::Word(word) => sequences.push((std::slice::from_ref(word), false, matched)),
            Matched::Prefix(word) => sequences.push((std::slice::from_ref(word), true, matched)),
            Matched::Phrase(phrase) => sequences.push((phrase.as_slice(), false, matched)),
            Matched::PhrasePrefix(phrase) => sequences.push((phrase.as_slice(), true, matched)),
        }
    }
    let longest = sequences.iter().map(|it| it.0.len()).max().unwrap_or(0);
    if longest == 0 {
        return found;
    }
    let mut window = Window::new(text, longest);
    while window.advance() {
        for &(phrase, prefix, matched) in &sequences {
            if let Some(span) = window.begins_with(phrase, prefix) {
                found.push(Place { span, matched });
            }
        }
    }
    found.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end), it.matched));
    let mut end = 0;
    found.retain(|it| {
        let is_free = it.span.start >= end;
        if is_free {
            end = it.span.end;
        }
        is_free
    });
    found
}

/// How often the words stand in `text` one behind the other; with `prefix` the last one is a beginning.
pub(crate) fn holds_phrase(text: &str, phrase: &[String], prefix: bool) -> u32 {
    let mut window = Window::new(text, phrase.len());
    let mut n = 0;
    while window.advance() {
        n += u32::from(window.begins_with(phrase, prefix).is_some());
    }
    n
}

/// Some words of a text, one behind the other, moving on word by word.
struct Window<'t, I> {
    text: I,
    /// A ring of folded words; `first` is the one it begins with.
    folded: Vec<String>,
    spans: Vec<Span>,
    first: usize,
    n_held: usize,
    source: std::marker::PhantomData<&'t str>,
}

impl<'t> Window<'t, ()> {
    fn new(text: &'t str, len: usize) -> Window<'t, impl Iterator<Item = (Span, &'t str)>> {
        Window {
            text: words(text),
            folded: vec![String::new(); len],
            spans: vec![Span::default(); len],
            first: 0,
            n_held: 0,
            source: std::marker::PhantomData,
        }
    }
}

impl<'t, I: Iterator<Item = (Span, &'t str)>> Window<'t, I> {
    /// Moves to the next word; `false` when there is none.
    fn advance(&mut self) -> bool {
        let len = self.folded.len();
        if self.n_held > 0 {
            self.first = (self.first + 1) % len;
            self.n_held -= 1;
        }
        while self.n_held < len {
            let Some((span, word)) = self.text.next() else {
                break;
            };
            let at = (self.first + self.n_held) % len;
            if let (Some(folded), Some(slot)) = (self.folded.get_mut(at), self.spans.get_mut(at)) {
                fold_into(word, folded);
                *slot = span;
            }
            self.n_held += 1;
        }
        self.n_held > 0
    }

    /// The bytes of the words, when the window begins with them.
    fn begins_with(&self, phrase: &[String], prefix: bool) -> Option<Span> {
        if phrase.len() > self.n_held {
            return None;
        }
        let len = self.folded.len();
        let last = phrase.len().checked_sub(1)?;
        for (idx, wanted) in phrase.iter().enumerate() {
            let found = self.folded.get((self.first + idx) % len)?;
            let is_beginning = (prefix && idx == last) || is_open(wanted);
            let fits = match is_beginning {
                true => found.starts_with(wanted.as_str()),
                false => found == wanted,
            };
            if !fits {
                return None;
            }
        }
        let start = self.spans.get(self.first)?.start;
        let end = self.spans.get((self.first + last) % len)?.end;
        Some(Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_where_people_expect_them() {
        let word = |it: &str| Matched::Word(it.to_owned());
        let phrase = |it: &[&str]| Matched::Phrase(it.iter().map(|it| (*it).to_owned()).collect());
        let rows: &[(&str, &[Matched], &[&str], &str)] = &[
            (
                "The Élan of élan",
                &[word("elan")],
                &["Élan", "élan"],
                "case and accents",
            ),
            (
                "a b a b c",
                &[phrase(&["a", "b", "c"])],
                &["a b c"],
                "a phrase that begins twice",
            ),
            (
                "new york, York",
                &[word("york"), phrase(&["new", "york"])],
                &["new york", "York"],
                "the longer one wins",
            ),
            (
                "Minister’s ministry",
                &[Matched::Prefix("minist".into())],
                &["Minister’s", "ministry"],
                "beginnings",
            ),
            (
                "大日本帝国",
                &[phrase(&["日本", "本帝"])],
                &["日本帝"],
                "pairs",
            ),
            (
                "big bang",
                &[Matched::PhrasePrefix(vec!["big".into(), "ba".into()])],
                &["big bang"],
                "unfinished phrase",
            ),
            ("nothing", &[], &[], "nothing looked for"),
        ];
        for (text, wanted, expected, why) in rows {
            let found: Vec<&str> = places(text, wanted)
                .iter()
                .map(|it| it.span.of(text))
                .collect();
            assert_eq!(found, *expected, "{why}: {text}");
        }
    }
}
