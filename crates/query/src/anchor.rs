//! Links that survive a new build: what a link remembers of a passage, and where that stands now.
//!
//! In: what the link says (document, number, a check sum of the words, the first and the last words). Out: the passage
//! that says the same today, or one that says it in other words, or that there is none. Words are never guessed: where
//! two passages are alike, neither is taken.
//!
//! Not done here: addresses (the app's route) and wording.

use std::fmt;

use dossier_corpus::text::{folds_to, words};
use dossier_corpus::{Corpus, DocId, PassageId};
use fixedbitset::FixedBitSet;

use crate::recall;
use crate::searcher::Searcher;

/// A text of so many characters is remembered as a whole.
const WHOLE: usize = 96;

/// Characters remembered of the beginning of a longer text.
const FIRST: usize = 56;

/// Characters remembered of its end.
const LAST: usize = 32;

/// Fewer words side by side than this are no evidence of what has changed.
const MIN_PAIRS: u32 = 3;

/// A text that is cut off in the middle of words has that many pairs at most that are none.
const CUT: u32 = 2;

/// What stands between the parts of a written anchor. It counts as white space in a text.
const BETWEEN: char = '~';

/// What a link remembers of a passage: the *quote* of a Web Annotation, shortened as in a text fragment, and a check sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Check sum (FNV-1a, 32 bit) of the visible text, its white space made equal. It tells accidents, not attacks.
    sum: u32,
    /// The first words, or all of a short text.
    first: String,
    /// The last words; empty for a short text.
    last: String,
}

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// To the same words, at the place that the link names.
    Same(PassageId),
    /// To the same words, elsewhere.
    Moved(PassageId),
    /// To what the words have become.
    Changed(PassageId),
    /// Nowhere.
    Gone,
}

impl Anchor {
    /// What a link to this passage remembers. Costs the length of its text.
    #[must_use]
    pub fn of(corpus: &Corpus<'_>, passage: PassageId) -> Self {
        let text = plain(&corpus.visible(passage));
        let is_whole = at_char(&text, WHOLE) == text.len();
        let (first, last) = if is_whole {
            (text.as_str(), "")
        } else {
            (beginning(&text), end(&text))
        };
        Self {
            sum: sum(&text),
            first: first.to_owned(),
            last: last.to_owned(),
        }
    }

    /// Reads what [`Display`](fmt::Display) wrote; text that was cut off behind the check sum is good enough.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, BETWEEN);
        let is_sum = |it: &&str| it.len() == 8 && it.bytes().all(|it| it.is_ascii_hexdigit());
        let sum = parts.next().filter(is_sum)?;
        let mut part = || {
            let mut text = plain(parts.next().unwrap_or_default());
            text.truncate(at_char(&text, WHOLE));
            text.truncate(text.trim_end().len());
            text
        };
        Some(Self {
            sum: u32::from_str_radix(sum, 16).ok()?,
            first: part(),
            last: part(),
        })
    }

    /// The words it remembers: all of a short text, beginning and end of a longer one.
    #[must_use]
    pub fn words(&self) -> String {
        if self.last.is_empty() {
            self.first.clone()
        } else {
            format!("{} … {}", self.first, self.last)
        }
    }

    /// The first words, to search for.
    #[must_use]
    pub fn first(&self) -> &str {
        &self.first
    }

    /// Where the passage stands now that was number `number`, from 1, of `document`; that may be gone itself.
    ///
    /// The same words are looked for in the document, then everywhere, where they must be the only ones; then what
    /// they may have become. Costs a passage when nothing has changed, else the document's text, and then that of the
    /// passages that hold the rarest of the words.
    #[must_use]
    pub fn find(&self, searcher: &Searcher<'_>, document: Option<DocId>, number: u32) -> Landing {
        let corpus = searcher.corpus_ref();
        let own = document.map_or(0..0, |it| corpus.passages(it));
        let expected = number
            .checked_sub(1)
            .and_then(|it| own.start.checked_add(it));
        let expected = expected.filter(|it| own.contains(it));
        if let Some(number) = expected.filter(|it| self.is_in(corpus, PassageId::new(*it))) {
            return Landing::Same(PassageId::new(number));
        }
        let place = own.start.saturating_add(number.saturating_sub(1));
        let same = own
            .clone()
            .filter(|it| self.is_in(corpus, PassageId::new(*it)))
            .min_by_key(|it| it.abs_diff(place));
        if let Some(number) = same {
            return Landing::Moved(PassageId::new(number));
        }
        let memory = Memory::of(self);
        let others = |places: Places| places.filter(|it| !own.contains(it));
        // One word says too little to be known by.
        if memory.n_pairs() > 0 {
            let places = others(memory.places(searcher, memory.n_pairs().saturating_sub(CUT)));
            let mut same = places.filter(|it| self.is_in(corpus, PassageId::new(*it)));
            if let (Some(number), None) = (same.next(), same.next()) {
                return Landing::Moved(PassageId::new(number));
            }
        }
        memory
            .likest(corpus, own.clone(), memory.n_pairs().div_ceil(2))
            .or_else(|| {
                let least = (memory.n_pairs() * 3).div_ceil(4);
                let places = others(memory.rivals(searcher, least));
                memory.likest(corpus, places, least)
            })
            .map_or(Landing::Gone, Landing::Changed)
    }

    /// Whether a passage says exactly this.
    fn is_in(&self, corpus: &Corpus<'_>, passage: PassageId) -> bool {
        let text = corpus.visible(passage);
        // Most begin otherwise.
        let begins = text.trim_start_matches(is_blank).chars().next();
        if !self.first.is_empty() && self.first.chars().next() != begins {
            return false;
        }
        let text = plain(&text);
        text.starts_with(&self.first) && sum(&text) == self.sum
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}{BETWEEN}{}", self.sum, self.first)?;
        if !self.last.is_empty() {
            write!(f, "{BETWEEN}{}", self.last)?;
        }
        Ok(())
    }
}

/// A text with one space for any white space, none at its ends.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for piece in text.split(is_blank).filter(|it| !it.is_empty()) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(piece);
    }
    plain
}

fn is_blank(it: char) -> bool {
    it.is_whitespace() || it == BETWEEN
}

/// Bytes of the first `n` characters, or of all.
fn at_char(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |it| it.0)
}

/// The first words: as many as fit; of one very long word, or in a script without spaces, as many characters.
fn beginning(text: &str) -> &str {
    let cut = text.get(..at_char(text, FIRST)).unwrap_or_default();
    cut.rfind(' ').and_then(|it| cut.get(..it)).unwrap_or(cut)
}

/// The last words in the same way.
fn end(text: &str) -> &str {
    let start = text.char_indices().rev().nth(LAST - 1);
    let cut = text.get(start.map_or(0, |it| it.0)..).unwrap_or_default();
    cut.find(' ')
        .and_then(|it| cut.get(it + 1..))
        .unwrap_or(cut)
}

fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Numbers of passages, rising.
type Places = Box<dyn Iterator<Item = u32>>;

/// The words that a link remembers, folded, and which of them stand side by side.
struct Memory {
    words: Vec<String>,
    /// Neighbours, as positions in `words`; each pair once, at most [`Memory::MAX`].
    pairs: Vec<(usize, usize)>,
    /// Numbers and names among the words, a bit each: what tells a passage from its like, as in a list or a form.
    telling: u128,
}

impl Memory {
    const MAX: usize = 128;

    fn of(anchor: &Anchor) -> Self {
        let mut memory = Self {
            words: Vec::new(),
            pairs: Vec::new(),
            telling: 0,
        };
        for part in [&anchor.first, &anchor.last] {
            let mut before = None;
            for (_, word) in words(part) {
                let here = memory.position(word).unwrap_or_else(|| {
                    memory.words.push(dossier_corpus::text::fold(word));
                    memory.words.len() - 1
                });
                let pair = before.map(|it| (it, here));
                let is_name = before.is_some() && word.starts_with(char::is_uppercase);
                if is_name || word.contains(char::is_numeric) {
                    memory.telling |= bit(here);
                }
                before = Some(here);
                if let Some(pair) = pair.filter(|it| !memory.pairs.contains(it))
                    && memory.pairs.len() < Self::MAX
                {
                    memory.pairs.push(pair);
                }
            }
        }
        memory
    }

    fn position(&self, word: &str) -> Option<usize> {
        self.words.iter().position(|it| folds_to(word, it, false))
    }

    fn n_pairs(&self) -> u32 {
        u32::try_from(self.pairs.len()).unwrap_or(u32::MAX)
    }

    /// The passages that can hold at least so many of the pairs, or all.
    fn places(&self, searcher: &Searcher<'_>, least: u32) -> Places {
        let n = searcher.corpus_ref().n_passages();
        let found = searcher.dictionary().and_then(|it| {
            // A least of none holds for all.
            let least = (least > 0).then_some(least as usize)?;
            recall::with_pairs(it, n, &self.words, &self.pairs, least)
        });
        numbers(found, n)
    }

    /// The passages that can be the likest, or like enough to it to leave that open, or all.
    fn rivals(&self, searcher: &Searcher<'_>, least: u32) -> Places {
        if self.telling == 0 {
            let least = least.max(MIN_PAIRS).saturating_sub(self.margin() - 1);
            return self.places(searcher, least);
        }
        let n = searcher.corpus_ref().n_passages();
        let telling = self.words.iter().enumerate();
        let telling = telling.filter(|it| self.telling & bit(it.0) != 0);
        let found = searcher
            .dictionary()
            .and_then(|it| recall::with_all(it, n, telling.map(|it| it.1)));
        numbers(found, n)
    }

    /// By how many pairs the likest has to be ahead of any other.
    fn margin(&self) -> u32 {
        (self.n_pairs() / 4).max(2)
    }

    /// How many of the pairs stand in a text; none where a number or a name is missing.
    fn likeness(&self, text: &str) -> u32 {
        let (mut found, mut told): (u128, u128) = (0, 0);
        let mut before = None;
        for (_, word) in words(text) {
            let here = self.position(word);
            told |= here.map_or(0, bit);
            let pair = before.zip(here);
            before = here;
            if let Some(idx) = pair.and_then(|it| self.pairs.iter().position(|pair| *pair == it)) {
                found |= bit(idx);
            }
        }
        if self.telling & !told == 0 {
            found.count_ones()
        } else {
            0
        }
    }

    /// The passage that holds most of the pairs: at least `least`, and clearly more than any other.
    fn likest(
        &self,
        corpus: &Corpus<'_>,
        passages: impl Iterator<Item = u32>,
        least: u32,
    ) -> Option<PassageId> {
        let least = least.max(MIN_PAIRS);
        if self.n_pairs() < least {
            return None;
        }
        let (mut best, mut second) = ((0, None), 0);
        for number in passages {
            let passage = PassageId::new(number);
            let likeness = self.likeness(&corpus.visible(passage));
            if likeness > best.0 {
                second = best.0;
                best = (likeness, Some(passage));
            } else {
                second = second.max(likeness);
            }
        }
        let is_clear = best.0 >= least && best.0 >= second + self.margin();
        best.1.filter(|_| is_clear)
    }
}

/// The numbers in a set, or of all `n` passages.
fn numbers(found: Option<FixedBitSet>, n: u32) -> Places {
    match found {
        Some(found) => Box::new(found.into_ones().filter_map(|it| u32::try_from(it).ok())),
        None => Box::new(0..n),
    }
}

/// The bit of a position; none beyond the last.
fn bit(position: usize) -> u128 {
    u32::try_from(position)
        .ok()
        .and_then(|it| 1_u128.checked_shl(it))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn anchors_are_read_and_written() {
        for (text, expected, why) in [
            ("0000000a~We left", Some("0000000a~We left"), "a short text"),
            ("deadbeef~We~left", Some("deadbeef~We~left"), "both ends"),
            ("DEADBEEF~a\n b", Some("deadbeef~a b"), "made equal"),
            ("deadbeef", Some("deadbeef~"), "cut off"),
            ("deadbeef~a~b~c", Some("deadbeef~a~b c"), "no fourth part"),
            ("", None, "nothing"),
            ("beef~We left", None, "the sum is cut off"),
            ("+eadbeef~", None, "no number"),
            ("éééé~", None, "eight bytes, no number"),
        ] {
            let read = Anchor::read(text).map(|it| it.to_string());
            assert_eq!(read.as_deref(), expected, "{why}: {text}");
        }
    }

    proptest! {
        #[test]
        fn rubbish_is_read_without_panic(text in "[0-9a-f]{8}~.{0,200}|.{0,40}") {
            if let Some(anchor) = Anchor::read(&text) {
                prop_assert_eq!(Anchor::read(&anchor.to_string()), Some(anchor));
            }
        }

        #[test]
        fn white_space_does_not_count(words in prop::collection::vec("[a-zé日]{1,4}", 0..9)) {
            prop_assert_eq!(plain(&words.join(" ")), plain(&format!(" {}\n", words.join("\n ~\t"))));
        }

        #[test]
        fn what_is_remembered_is_short_and_stands_there(text in "(?s)[a-c日é ~\n]{0,200}") {
            let text = plain(&text);
            let (first, last) = (beginning(&text), end(&text));
            prop_assert!(first.chars().count() <= FIRST && last.chars().count() <= LAST);
            prop_assert!(text.starts_with(first) && text.ends_with(last));
            prop_assert_eq!((first.is_empty(), last.is_empty()), (text.is_empty(), text.is_empty()));
            for part in [first, last] {
                prop_assert_eq!(plain(part), part);
            }
        }
    }
}
