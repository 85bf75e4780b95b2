//! The one definition of a word: how a text is cut into words and how a word is folded.
//!
//! Role: shared by the index (writing) and the query (reading); both use these functions and nothing else, so
//! that what was written is found as people type it. In: visible text. Out: words with **byte** spans into it,
//! and their folded forms, the terms of the search index.
//!
//! * Words are those of Unicode Standard Annex 29, cut further where people search for the parts: `john.doe`,
//!   `snake_case`, `l’homme`. `U.S`, `3.5` and `don’t` stay whole.
//! * Scripts without spaces between words, and Korean with its endings, give overlapping pairs of characters and,
//!   at the end of each run, its last character; so any piece of two or more characters is found as a phrase, and
//!   a single one as the beginning of a pair.
//!
//! Not here: stems (found once, by `bake`) and anything about one language.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::fold::push_folded;
use crate::span::Span;

/// The words of `text` in order, each with its byte span. `O(text)`.
///
/// Only the pairs of unspaced scripts overlap.
pub fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    chunks(text)
        .flat_map(|(offset, chunk)| match plain_word(chunk) {
            Some((at, word)) => Cut::Plain(std::iter::once((offset + at, word))),
            None => Cut::Other(cut(chunk).map(move |(at, word)| (offset + at, word))),
        })
        .map(|(start, word)| (Span::from_range(start..start + word.len()), word))
}

/// The only word of a piece of text between white space, where that is plain to see: letters and digits of ASCII, with
/// nothing but punctuation around them. What most of a text consists of, and found fast.
fn plain_word(chunk: &str) -> Option<(usize, &str)> {
    let start = chunk.bytes().position(|it| it.is_ascii_alphanumeric())?;
    let rest = chunk.get(start..)?;
    let len = rest
        .bytes()
        .position(|it| !it.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let (word, after) = rest.split_at_checked(len)?;
    let before = chunk.get(..start)?;
    let is_plain = |it: &str| {
        it.bytes()
            .all(|it| it.is_ascii() && !it.is_ascii_alphanumeric())
    };
    (is_plain(before) && is_plain(after)).then_some((start, word))
}

/// The words of a piece of text between white space.
fn cut(chunk: &str) -> impl Iterator<Item = (usize, &str)> {
    stretches(chunk).flat_map(|(offset, stretch)| {
        match stretch {
            Stretch::Unspaced(run) => Cut::Plain(pairs(run)),
            Stretch::Spaced(piece) => Cut::Other(
                piece
                    .unicode_word_indices()
                    .flat_map(|(at, word)| parts(word).map(move |(more, it)| (at + more, it))),
            ),
        }
        .map(move |(at, word)| (offset + at, word))
    })
}

/// Folds a word: compatibility forms, case and accents are made equal, a possessive ending is dropped.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::new();
    fold_into(word, &mut out);
    out
}

/// Like [`fold`], into a string that is cleared first, to be used again and again.
pub fn fold_into(word: &str, out: &mut String) {
    out.clear();
    let word = without_possessive(word);
    if word.is_ascii() {
        let is_number = word.starts_with(|it: char| it.is_ascii_digit());
        out.extend(
            word.chars()
                .filter(|it| !(is_number && *it == ','))
                .map(|it| it.to_ascii_lowercase()),
        );
        return;
    }
    push_folded(word, out);
    // A digit and its comma may be written as one character.
    if out.starts_with(|it: char| it.is_ascii_digit()) {
        out.retain(|it| it != ',');
    }
}

/// Whether `word` folds to `folded`, or to something that begins so; without writing it out where that can be helped.
#[must_use]
#[inline]
pub fn folds_to(word: &str, folded: &str, prefix: bool) -> bool {
    // Most words differ in the first letter already. Nothing joins a letter that another one follows.
    if let ([first, second, ..], Some(wanted)) = (word.as_bytes(), folded.as_bytes().first())
        && first.is_ascii()
        && second.is_ascii()
        && first.to_ascii_lowercase() != *wanted
    {
        return false;
    }
    compares_to(word, folded, prefix)
}

fn compares_to(word: &str, folded: &str, prefix: bool) -> bool {
    if !word.is_ascii() || word.contains(',') {
        let word = fold(word);
        return if prefix {
            word.starts_with(folded)
        } else {
            word == folded
        };
    }
    let word = without_possessive(word);
    let fits = if prefix {
        word.len() >= folded.len()
    } else {
        word.len() == folded.len()
    };
    fits && word
        .bytes()
        .zip(folded.bytes())
        .all(|(letter, wanted)| letter.to_ascii_lowercase() == wanted)
}

/// Whether a folded word is a single character of an unspaced script; it stands for every word that begins so.
#[must_use]
pub fn is_open(folded: &str) -> bool {
    let mut chars = folded.chars();
    chars.next().is_some_and(is_unspaced) && chars.all(joins_before)
}

/// Whether the words of this character's script are not set apart by spaces, or carry endings that people leave
/// out (Korean): Han, kana, Hangul, Thai, Lao, Khmer, Burmese and their neighbours.
#[must_use]
pub const fn is_unspaced(it: char) -> bool {
    matches!(it,
        '\u{e01}'..='\u{eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1100}'..='\u{11ff}'
        | '\u{1780}'..='\u{17d3}'
        | '\u{1950}'..='\u{19df}'
        | '\u{1a20}'..='\u{1aad}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}'
        | '\u{30fc}'..='\u{312f}'
        | '\u{3131}'..='\u{318e}'
        | '\u{31a0}'..='\u{31bf}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{a960}'..='\u{a97c}'
        | '\u{a980}'..='\u{a9df}'
        | '\u{aa60}'..='\u{aa7f}'
        | '\u{ac00}'..='\u{d7fb}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}'
        | '\u{1b000}'..='\u{1b16f}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Whether the character belongs to the one before it: vowels and finals of Hangul written in pieces, and the
/// sound marks of kana.
const fn joins_before(it: char) -> bool {
    matches!(it, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}')
}

fn without_possessive(word: &str) -> &str {
    let Some(stem) = word.strip_suffix(['s', 'S']) else {
        return word;
    };
    stem.strip_suffix(['\'', '’'])
        .filter(|it| !it.is_empty())
        .unwrap_or(word)
}

/// The pieces of `text` between white space: no word goes across it, and each is short.
fn chunks(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_ascii_start();
        let start = text.len() - trimmed.len();
        let end = trimmed
            .bytes()
            .position(|it| it.is_ascii_whitespace())
            .unwrap_or(trimmed.len());
        let (chunk, after) = trimmed.split_at_checked(end)?;
        rest = after;
        (!chunk.is_empty()).then_some((start, chunk))
    })
}

/// A stretch of text in which all characters are of unspaced scripts, or none.
enum Stretch<'a> {
    Unspaced(&'a str),
    Spaced(&'a str),
}

fn stretches(chunk: &str) -> impl Iterator<Item = (usize, Stretch<'_>)> {
    let mut rest = chunk;
    std::iter::from_fn(move || {
        let start = chunk.len() - rest.len();
        let unspaced = is_unspaced(rest.chars().next()?);
        let end = if rest.is_ascii() {
            rest.len()
        } else {
            rest.find(|it| is_unspaced(it) != unspaced)
                .unwrap_or(rest.len())
        };
        let (stretch, after) = rest.split_at_checked(end)?;
        rest = after;
        Some((
            start,
            if unspaced {
                Stretch::Unspaced(stretch)
            } else {
                Stretch::Spaced(stretch)
            },
        ))
    })
}

/// Two ways to cut a text, as one iterator.
enum Cut<A, B> {
    Plain(A),
    Other(B),
}

impl<T, A: Iterator<Item = T>, B: Iterator<Item = T>> Iterator for Cut<A, B> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self {
            Self::Plain(it) => it.next(),
            Self::Other(it) => it.next(),
        }
    }
}

/// Overlapping pairs of characters, and the last one by itself.
fn pairs(run: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = run;
    std::iter::from_fn(move || {
        let start = run.len() - rest.len();
        let first = unit(rest);
        let both = first + unit(rest.get(first..)?);
        let pair = rest.get(..both).filter(|it| !it.is_empty())?;
        rest = rest.get(first..)?;
        Some((start, pair))
    })
}

/// Bytes of the first character with what joins it.
fn unit(text: &str) -> usize {
    text.char_indices()
        .skip(1)
        .find(|(_, it)| !joins_before(*it))
        .map_or(text.len(), |(at, _)| at)
}

/// The parts of a word of Annex 29 that people search for by themselves.
fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = word;
    let mut start = 0;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (end, next) = first_part(rest);
            let (part, after) = rest.split_at_checked(end)?;
            let at = start;
            rest = after.get(next - end..)?;
            start += next;
            if part.bytes().any(|it| it != b'_') {
                return Some((at, part));
            }
        }
        None
    })
}

/// Where the first part of a word ends and the next one begins.
fn first_part(word: &str) -> (usize, usize) {
    let whole = (word.len(), word.len());
    if word.bytes().all(|it| it.is_ascii_alphanumeric()) {
        return whole;
    }
    let n_letters = |text: &str| text.chars().take_while(|it| it.is_alphabetic()).count();
    let n_last_letters = |text: &str| {
        text.chars()
            .rev()
            .take_while(|it| it.is_alphabetic())
            .count()
    };
    word.char_indices()
        .find_map(|(at, it)| {
            let before = word.get(..at)?;
            let next = at + it.len_utf8();
            let after = word.get(next..)?;
            let splits = match it {
                '_' | ':' => true,
                '.' => n_last_letters(before) >= 2 && n_letters(after) >= 2,
                '\'' | '’' => !before.is_empty() && n_letters(after) >= 3,
                _ => false,
            };
            splits.then_some((at, next))
        })
        .unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn terms(text: &str) -> Vec<String> {
        words(text).map(|(_, word)| fold(word)).collect()
    }

    #[test]
    fn words_are_cut_and_folded_as_people_type_them() {
        let rows: &[(&str, &[&str], &str)] = &[
            (
                "People’s Été, U.S. 3.5",
                &["people", "ete", "u.s", "3.5"],
                "possessive, accents, abbreviation, decimal",
            ),
            ("Straße STRASSE", &["strasse", "strasse"], "sharp s"),
            ("AK-47", &["ak", "47"], "parts of a name, found as a phrase"),
            (
                "john.doe@example.com",
                &["john", "doe", "example", "com"],
                "e-mail address",
            ),
            (
                "https://www.example.org/a_b?x=1",
                &["https", "www", "example", "org", "a", "b", "x", "1"],
                "URL",
            ),
            ("2024-07-03", &["2024", "07", "03"], "date"),
            (
                "1,000 and 1,5",
                &["1000", "and", "15"],
                "a comma inside a number is dropped on both sides",
            ),
            ("🄂", &["1"], "a digit and its comma in one character"),
            ("don’t don't", &["don't", "don't"], "one apostrophe"),
            (
                "l’homme O'Brien o'clock",
                &["l", "homme", "o", "brien", "o", "clock"],
                "elision and prefixes",
            ),
            ("rock'n'roll", &["rock'n", "roll"], "several apostrophes"),
            ("ёлка Мой", &["елка", "мой"], "yo is ye, short i stays"),
            ("ΛΌΓΟΣ λόγος", &["λογοσ", "λογοσ"], "final sigma"),
            ("İstanbul ısı", &["istanbul", "isi"], "Turkish i"),
            ("مُحَمَّد", &["محمد"], "Arabic vowel marks"),
            ("हिन्दी", &["हिन्दी"], "vowel signs are letters"),
            ("co\u{ad}operate", &["cooperate"], "soft hyphen"),
            ("ＡＢＣ ﬁne", &["abc", "fine"], "compatibility forms"),
            (
                "日本語です",
                &["日本", "本語", "語で", "です", "す"],
                "pairs",
            ),
            ("日", &["日"], "one character"),
            (
                "Tokyo東京2020",
                &["tokyo", "東京", "京", "2020"],
                "mixed scripts",
            ),
            ("한국어", &["한국", "국어", "어"], "Korean"),
            (
                "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}",
                &["한국", "국"],
                "Hangul in pieces",
            ),
            ("ｶﾞｷﾞ", &["ガギ", "ギ"], "half-width kana with sound marks"),
            ("ไทย", &["ไท", "ทย", "ย"], "Thai"),
            ("_ ' . …", &[], "no word"),
            (
                "snake_case __init__",
                &["snake", "case", "init"],
                "underscores",
            ),
        ];
        for (text, expected, why) in rows {
            assert_eq!(terms(text), *expected, "{why}: {text}");
        }
    }

    #[test]
    fn long_words_take_linear_time() {
        for piece in [
            "a", "a.", "ab.cd", "日", "é", "’", "a'bcd", "_", "\u{301}", "\u{11ab}",
        ] {
            let text = piece.repeat(400_000);
            assert!(
                words(&text)
                    .map(|(span, _)| span.len() as usize)
                    .sum::<usize>()
                    <= 2 * text.len()
            );
        }
    }

    proptest! {
        #[test]
        fn spans_are_the_words_and_never_go_back(text in "(?s).{0,60}") {
            let mut last = 0;
            for (span, word) in words(&text) {
                prop_assert_eq!(span.of(&text), word);
                prop_assert!(!word.is_empty());
                prop_assert!(span.start >= last);
                last = span.start;
            }
        }

        #[test]
        fn cutting_at_white_space_changes_no_word(text in "[a-zé ’'.,:_0-9\u{301}\u{ad}\n-]{0,40}") {
            let whole: String = text.unicode_words().flat_map(|it| parts(it).map(|(_, it)| it)).collect();
            let cut: String = words(&text).map(|(_, it)| it).collect();
            prop_assert_eq!(cut, whole);
        }

        #[test]
        fn comparing_is_folding(word in "[a-cA-C,1'’sé]{1,5}", other in "[a-c,1's]{1,4}", prefix: bool) {
            let folded = fold(&word);
            let expected = if prefix { folded.starts_with(&other) } else { folded == other };
            prop_assert_eq!(folds_to(&word, &other, prefix), expected);
            prop_assert!(folds_to(&word, &folded, prefix));
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
            for (_, word) in words(&text) {
                let once = fold(word);
                let twice = fold(&once);
                prop_assert_eq!(twice.trim_end_matches("'s"), once.trim_end_matches("'s"));
            }
        }
    }
}
