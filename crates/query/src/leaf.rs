//! Looks up one condition on words: which passages hold them, in which reading, and how often.
//!
//! In: [`Words`]. Out: a [`Leaf`]: the passages, in strands by reading (the word itself, forms of it, words that
//! begin so, near words), the documents whose title holds them, and what to mark. A passage stands in the first
//! strand it fits, so the word itself wins.

use std::collections::BTreeSet;

use dossier_corpus::Corpus;
use dossier_corpus::DocId;
use dossier_corpus::index::Dictionary;
use dossier_corpus::text::is_open;
use fixedbitset::FixedBitSet;

use crate::answer::{Matched, Note};
use crate::expr::Words;
use crate::mark::holds_phrase;
use crate::typos::{Typos, allowed};

/// How a passage came to hold a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reading {
    /// The word as typed, but for case and accents; or the phrase.
    Exact,
    /// Another form of the word.
    Form,
    /// A word that begins so.
    Prefix,
    /// A word that differs by a typing error or two.
    Typo,
}

/// The passages of one reading.
#[derive(Clone, Debug)]
pub(crate) struct Strand {
    /// How they were found.
    pub(crate) reading: Reading,
    /// The passages and how often they hold the word; not in order.
    pub(crate) hits: Vec<(u32, u32)>,
}

/// What was found for one condition.
#[derive(Clone, Debug, Default)]
pub(crate) struct Leaf {
    /// The strands, best reading first; no passage in two.
    pub(crate) strands: Vec<Strand>,
    /// All their passages.
    pub(crate) set: FixedBitSet,
    /// Documents whose title holds it, rising.
    pub(crate) titles: Vec<u32>,
    /// What to mark in the text.
    pub(crate) matched: Vec<Matched>,
    /// The words taken for one that does not occur, or hardly.
    pub(crate) note: Option<Note>,
}

/// At most so many near words are read for one.
const MAX_TYPO_WORDS: usize = 6;

/// A word is rare when it stands in at most one of so many passages; then near words are read beside it.
const RARE_IN: u32 = 20_000;

/// Looks words up.
pub(crate) struct Lookup<'s, 'a> {
    pub(crate) corpus: &'s Corpus<'a>,
    pub(crate) dictionary: &'s Dictionary<'a>,
    /// How many more words may be corrected: each takes a walk through the dictionary.
    pub(crate) n_corrections: u32,
}

impl Lookup<'_, '_> {
    /// What is found for `words`.
    pub(crate) fn leaf(&mut self, words: &Words) -> Leaf {
        let mut gathering = Gathering::new(self.corpus.n_passages());
        match words.words.as_slice() {
            [word] => self.word(word, words, &mut gathering),
            phrase => self.phrase(phrase, words.prefix, &mut gathering),
        }
        let mut leaf = gathering.leaf;
        leaf.titles.sort_unstable();
        leaf.titles.dedup();
        leaf
    }

    fn word(&mut self, word: &str, words: &Words, gathering: &mut Gathering) {
        let dictionary = self.dictionary;
        let exact = dictionary.find(word);
        let relatives = match exact {
            Some(number) if !words.exact => dictionary.relatives(number),
            _ => Vec::new(),
        };
        gathering.mark(Matched::Word(word.to_owned()));
        gathering.strand(Reading::Exact, |strand| {
            strand.terms(dictionary, exact);
        });
        gathering.strand(Reading::Form, |strand| {
            strand.terms(dictionary, relatives.iter().copied());
        });
        for &number in &relatives {
            gathering.mark_term(dictionary, number);
        }
        if words.prefix {
            let range = dictionary.with_prefix(word);
            if range.len() > usize::from(exact.is_some()) {
                gathering.mark(Matched::Prefix(word.to_owned()));
            }
            gathering.strand(Reading::Prefix, |strand| {
                for list in dictionary.scan(range) {
                    strand.list(&list);
                }
            });
        }
        if !words.exact {
            self.typos(word, words, gathering);
        }
    }

    /// Near words, when the word hardly occurs.
    fn typos(&mut self, word: &str, words: &Words, gathering: &mut Gathering) {
        let n_found = gathering.leaf.set.count_ones(..);
        let is_absent = n_found == 0 && gathering.leaf.titles.is_empty();
        let is_rare = n_found <= (self.corpus.n_passages() / RARE_IN) as usize;
        let n_letters = word.chars().count();
        let is_word = word.chars().all(|it| it.is_alphabetic() || it == '\'') && !is_open(word);
        let max = if is_absent {
            allowed(n_letters)
        } else {
            allowed(n_letters).min(1)
        };
        if !(is_absent || is_rare) || !is_word || self.n_corrections == 0 {
            return;
        }
        self.n_corrections -= 1;
        let mut near = self.near(word, max, false);
        if near.is_empty() && is_absent && words.prefix {
            near = self.near(word, allowed(n_letters).min(1), true);
        }
        if near.is_empty() {
            return;
        }
        let dictionary = self.dictionary;
        let numbers: BTreeSet<u32> = near
            .iter()
            .flat_map(|&(number, _)| dictionary.relatives(number).into_iter().chain([number]))
            .collect();
        gathering.strand(Reading::Typo, |strand| {
            strand.terms(dictionary, numbers.iter().copied());
        });
        for &number in &numbers {
            gathering.mark_term(dictionary, number);
        }
        let note = Note::AlsoRead {
            word: words.typed.clone(),
            readings: near.into_iter().map(|it| it.1).collect(),
        };
        gathering.leaf.note = Some(note);
    }

    /// The terms nearest to a word, the frequent ones first.
    fn near(&self, word: &str, max: u8, prefix: bool) -> Vec<(u32, String)> {
        let Some(typos) = Typos::new(word, max, prefix) else {
            return Vec::new();
        };
        let mut found: Vec<(u8, std::cmp::Reverse<u32>, u32, String)> = Vec::new();
        self.dictionary.search(typos.clone(), |term, number| {
            if term != word {
                let n_passages = self.dictionary.list(number).n_passages;
                let distance = typos.distance(term);
                found.push((
                    distance,
                    std::cmp::Reverse(n_passages),
                    number,
                    term.to_owned(),
                ));
            }
        });
        found.sort_unstable();
        let nearest = found.first().map_or(0, |it| it.0);
        found
            .into_iter()
            .filter(|it| it.0 == nearest)
            .take(MAX_TYPO_WORDS)
            .map(|(_, _, number, term)| (number, term))
            .collect()
    }

    fn phrase(&self, phrase: &[String], prefix: bool, gathering: &mut Gathering) {
        let n_passages = self.corpus.n_passages();
        let mut candidates: Option<FixedBitSet> = None;
        let mut titles: Option<BTreeSet<u32>> = None;
        for (idx, word) in phrase.iter().enumerate() {
            let is_last = idx + 1 == phrase.len();
            let mut one = Gathering::new(n_passages);
            one.strand(Reading::Exact, |strand| {
                match is_open(word) || (is_last && prefix) {
                    true => {
                        for list in self.dictionary.scan(self.dictionary.with_prefix(word)) {
                            strand.list(&list);
                        }
                    }
                    false => strand.terms(self.dictionary, self.dictionary.find(word)),
                }
            });
            match &mut candidates {
                Some(set) => set.intersect_with(&one.leaf.set),
                none => *none = Some(one.leaf.set),
            }
            let here: BTreeSet<u32> = one.leaf.titles.into_iter().collect();
            titles = Some(match titles {
                Some(set) => &set & &here,
                None => here,
            });
        }
        let mut hits = Vec::new();
        for passage in candidates.unwrap_or_default().ones() {
            let passage = u32::try_from(passage).unwrap_or(u32::MAX);
            let text = self.corpus.visible(dossier_corpus::PassageId::new(passage));
            let times = holds_phrase(&text, phrase, prefix);
            if times > 0 {
                hits.push((passage, times));
            }
        }
        gathering.strand(Reading::Exact, |strand| {
            for &(passage, times) in &hits {
                strand.hit(passage, times);
            }
        });
        let titles = titles.unwrap_or_default().into_iter().filter(|&document| {
            let title = self
                .corpus
                .document(DocId::new(document))
                .map_or("", |it| it.title);
            holds_phrase(title, phrase, prefix) > 0
        });
        gathering.leaf.titles.extend(titles);
        gathering.mark(match prefix {
            true => Matched::PhrasePrefix(phrase.to_vec()),
            false => Matched::Phrase(phrase.to_vec()),
        });
    }
}

/// A leaf that grows.
struct Gathering {
    leaf: Leaf,
    n_passages: u32,
}

/// A strand that grows.
struct Growing<'g> {
    set: &'g mut FixedBitSet,
    titles: &'g mut Vec<u32>,
    n_passages: u32,
    hits: Vec<(u32, u32)>,
}

impl Gathering {
    fn new(n_passages: u32) -> Self {
        let leaf = Leaf {
            set: FixedBitSet::with_capacity(n_passages as usize),
            ..Leaf::default()
        };
        Self { leaf, n_passages }
    }

    fn mark(&mut self, matched: Matched) {
        if !self.leaf.matched.contains(&matched) {
            self.leaf.matched.push(matched);
        }
    }

    fn mark_term(&mut self, dictionary: &Dictionary<'_>, number: u32) {
        if let Some(term) = dictionary.term(number) {
            self.mark(Matched::Word(term));
        }
    }

    fn strand(&mut self, reading: Reading, fill: impl FnOnce(&mut Growing<'_>)) {
        let mut growing = Growing {
            set: &mut self.leaf.set,
            titles: &mut self.leaf.titles,
            n_passages: self.n_passages,
            hits: Vec::new(),
        };
        fill(&mut growing);
        let hits = growing.hits;
        if !hits.is_empty() {
            self.leaf.strands.push(Strand { reading, hits });
        }
    }
}

impl Growing<'_> {
    fn hit(&mut self, passage: u32, times: u32) {
        if passage < self.n_passages && !self.set.put(passage as usize) {
            self.hits.push((passage, times));
        }
    }

    fn list(&mut self, list: &dossier_corpus::index::TermList<'_>) {
        list.for_each(|passage, times| self.hit(passage, times));
        self.titles.extend(list.titles());
    }

    fn terms(&mut self, dictionary: &Dictionary<'_>, numbers: impl IntoIterator<Item = u32>) {
        for number in numbers {
            self.list(&dictionary.list(number));
        }
    }
}
