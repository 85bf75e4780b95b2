//! Finds the words of a query in a visible text: to mark them, and to verify phrases.
//!
//! In: a text and what to look for. Out: byte spans of the text. One pass over the words of the text.

use dossier_corpus::Span;
use dossier_corpus::text::{fold, folds_to, is_open, words};

use crate::answer::{Matched, Term};
use crate::order;

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
pub(crate) fn places(text: &str, wanted: &[Term]) -> Vec<Place> {
    let sequences: Vec<Sequence<'_>> = wanted.iter().map(|it| Sequence::of(&it.matched)).collect();
    let longest = sequences.iter().map(|it| it.words.len()).max().unwrap_or(0);
    let mut found = Vec::new();
    if longest == 0 {
        return found;
    }
    if longest == 1 {
        single_words(text, &sequences, &mut found);
    } else {
        let mut trail = Trail::new(longest);
        for (span, word) in words(text) {
            trail.push(Token::new(span, word));
            for (matched, sequence) in sequences.iter().enumerate() {
                if let Some(span) = trail.ends_with(sequence) {
                    found.push(Place { span, matched });
                }
            }
        }
    }
    order::sort_by_key(&mut found, |it| {
        (it.span.start, std::cmp::Reverse(it.span.end), it.matched)
    });
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

/// The places of single words. Only the stretches between white space where a word begins with the right letter are
/// cut into words; that is a small part of most texts.
fn single_words(text: &str, sequences: &[Sequence<'_>], found: &mut Vec<Place>) {
    let mut initials = [false; 256];
    for initial in sequences.iter().filter_map(Sequence::initial) {
        for letter in [initial, initial.to_ascii_uppercase()] {
            if let Some(slot) = initials.get_mut(usize::from(letter)) {
                *slot = true;
            }
        }
    }
    let is_initial = |it: u8| initials.get(usize::from(it)).is_some_and(|it| *it);
    let bytes = text.as_bytes();
    let mut before = b' ';
    let mut at = 0;
    while let Some(&letter) = bytes.get(at) {
        // Beyond ASCII a letter may fold to any other.
        if letter.is_ascii() && (!is_initial(letter) || before.is_ascii_alphanumeric()) {
            before = letter;
            at += 1;
            continue;
        }
        let is_space = |it: &u8| it.is_ascii_whitespace();
        let (read, rest) = bytes.split_at(at);
        let start = read.iter().rposition(is_space).map_or(0, |it| it + 1);
        let end = at + rest.iter().position(is_space).unwrap_or(rest.len());
        for (span, word) in words(text.get(start..end).unwrap_or_default()) {
            let token = Token::new(span, word);
            let is_wanted = |it: &Sequence<'_>| {
                let only = it.words.first();
                only.is_some_and(|only| token.is(only, it.prefix))
            };
            for (matched, _) in sequences.iter().enumerate().filter(|it| is_wanted(it.1)) {
                let range = span.range();
                let span = Span::from_range(start + range.start..start + range.end);
                found.push(Place { span, matched });
            }
        }
        before = b' ';
        at = end;
    }
}

/// How often the words stand in `text` one behind the other; with `prefix` the last one is a beginning.
pub(crate) fn times_phrase(text: &str, phrase: &[String], prefix: bool) -> u32 {
    if let [first, second, ..] = phrase
        && !may_follow(text, first, second)
    {
        return 0;
    }
    count_phrase(text, phrase, prefix)
}

/// Whether the word `second` (or one that begins so) may come right after `first`; where that is not quickly seen, it
/// may. Most passages that hold both hold them apart, and need no cutting into words.
fn may_follow(text: &str, first: &str, second: &str) -> bool {
    let is_plain = |word: &str| word.len() < 64 && word.bytes().all(|it| it.is_ascii_lowercase());
    if !is_plain(first) || !is_plain(second) || !text.is_ascii() {
        return true;
    }
    let text = text.as_bytes();
    let begins = |at: &[u8], word: &str| {
        let letters = at.get(..word.len());
        letters.is_some_and(|it| it.eq_ignore_ascii_case(word.as_bytes()))
    };
    let follows = |behind: &[u8]| {
        let behind = match behind {
            [b'\'', b's' | b'S', rest @ ..] => rest,
            behind => behind,
        };
        let next = behind.iter().position(u8::is_ascii_alphanumeric);
        next.is_some_and(|it| it > 0 && begins(behind.get(it..).unwrap_or_default(), second))
    };
    let Some(&initial) = first.as_bytes().first() else {
        return true;
    };
    let capital = initial.to_ascii_uppercase();
    text.iter().enumerate().any(|(at, &letter)| {
        (letter == initial || letter == capital)
            && text.get(at..).is_some_and(|it| begins(it, first))
            && text.get(at + first.len()..).is_some_and(follows)
    })
}

fn count_phrase(text: &str, phrase: &[String], prefix: bool) -> u32 {
    let sequence = Sequence {
        words: phrase,
        prefix,
    };
    let mut trail = Trail::new(phrase.len());
    let mut n = 0;
    for (span, word) in words(text) {
        trail.push(Token::new(span, word));
        n += u32::from(trail.ends_with(&sequence).is_some());
    }
    n
}

/// Words that stand one behind the other.
struct Sequence<'w> {
    words: &'w [String],
    /// Whether the last one is a beginning.
    prefix: bool,
}

impl<'w> Sequence<'w> {
    fn of(matched: &'w Matched) -> Self {
        let (words, prefix) = match matched {
            Matched::Word(word) => (std::slice::from_ref(word), false),
            Matched::Prefix(word) => (std::slice::from_ref(word), true),
            Matched::Phrase(phrase) => (phrase.as_slice(), false),
            Matched::PhrasePrefix(phrase) => (phrase.as_slice(), true),
        };
        Self { words, prefix }
    }

    /// The first byte of the first word.
    fn initial(&self) -> Option<u8> {
        self.words.first()?.bytes().next()
    }
}

/// The last few words of a text that is being read.
struct Trail<'t> {
    /// A ring; the word before `next` was read last.
    words: Vec<Token<'t>>,
    next: usize,
    n_read: usize,
}

/// A word of a text.
#[derive(Clone, Debug, Default)]
struct Token<'t> {
    span: Span,
    word: &'t str,
    /// Its folded form, where comparing letter by letter will not do.
    folded: Option<String>,
}

impl<'t> Token<'t> {
    fn new(span: Span, word: &'t str) -> Self {
        let folded = (!word.is_ascii()).then(|| fold(word));
        Self { span, word, folded }
    }

    fn is(&self, wanted: &str, prefix: bool) -> bool {
        match &self.folded {
            Some(folded) if prefix || is_open(wanted) => folded.starts_with(wanted),
            Some(folded) => folded == wanted,
            None => folds_to(self.word, wanted, prefix),
        }
    }
}

impl<'t> Trail<'t> {
    fn new(len: usize) -> Self {
        Self {
            words: vec![Token::default(); len],
            next: 0,
            n_read: 0,
        }
    }

    fn push(&mut self, token: Token<'t>) {
        if let Some(slot) = self.words.get_mut(self.next) {
            *slot = token;
        }
        self.n_read += 1;
        self.next = (self.next + 1) % self.words.len().max(1);
    }

    /// The bytes of the last words, when they are these.
    fn ends_with(&self, sequence: &Sequence<'_>) -> Option<Span> {
        let len = self.words.len();
        let mut at = self.next;
        let mut span: Option<Span> = None;
        if sequence.words.len() > self.n_read.min(len) {
            return None;
        }
        // From the last word back: it is compared first and hardly ever fits.
        for wanted in sequence.words.iter().rev() {
            at = at.checked_sub(1).unwrap_or(len.saturating_sub(1));
            let token = self.words.get(at)?;
            let is_last = span.is_none();
            if !token.is(wanted, is_last && sequence.prefix) {
                return None;
            }
            let end = span.map_or(token.span.end, |it| it.end);
            span = Some(Span::new(token.span.start, end));
        }
        span
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::answer::Reading;

    fn exact(matched: Matched) -> Term {
        Term {
            matched,
            reading: Reading::Exact,
            typed: String::new(),
        }
    }

    proptest! {
        #[test]
        fn no_phrase_is_passed_over(
            text in "([abAS][abs]?['’., _:-]{0,2}){0,12}",
            phrase in proptest::collection::vec("[ab]{1,2}", 2..4),
            prefix: bool,
        ) {
            prop_assert_eq!(times_phrase(&text, &phrase, prefix), count_phrase(&text, &phrase, prefix));
        }
    }

    #[test]
    fn places_are_where_people_expect_them() {
        let word = |it: &str| Matched::Word(it.to_owned());
        let phrase = |it: &[&str]| Matched::Phrase(it.iter().map(|it| (*it).to_owned()).collect());
        let unfinished =
            |it: &[&str]| Matched::PhrasePrefix(it.iter().map(|it| (*it).to_owned()).collect());
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
                "大日本帝国",
                &[word("本")],
                &["本帝"],
                "a single character begins a pair",
            ),
            (
                "big bang",
                &[unfinished(&["big", "ba"])],
                &["big bang"],
                "unfinished phrase",
            ),
            (
                "big",
                &[unfinished(&["big", "ba"])],
                &[],
                "too short for the phrase",
            ),
            ("nothing", &[], &[], "nothing looked for"),
        ];
        for (text, wanted, expected, why) in rows {
            let terms: Vec<Term> = wanted.iter().cloned().map(exact).collect();
            let found: Vec<&str> = places(text, &terms)
                .iter()
                .map(|it| it.span.of(text))
                .collect();
            assert_eq!(found, *expected, "{why}: {text}");
        }
    }

    proptest! {
        #[test]
        fn single_words_are_found_wherever_they_stand(
            text in "([a-cA-C]{1,3}[ .,'’_\\-\n]{0,2}|[éÉ漢ſ½1]{0,2}| ){0,12}",
            wanted in "[a-cé漢s1]{1,2}",
            prefix in any::<bool>(),
        ) {
            let matched = if prefix { Matched::Prefix(wanted.clone()) } else { Matched::Word(wanted.clone()) };
            let found: Vec<Span> = places(&text, &[exact(matched)]).iter().map(|it| it.span).collect();
            let mut expected: Vec<Span> = Vec::new();
            for (span, word) in words(&text) {
                let is_free = expected.last().is_none_or(|it| it.end <= span.start);
                if is_free && Token::new(span, word).is(&wanted, prefix) {
                    expected.push(span);
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}
