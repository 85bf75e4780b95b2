//! Looks up one condition on words: which passages hold them, in which reading, and how often.
//!
//! In: [`Words`]. Out: a [`Leaf`]: the passages, in strands by reading (the word itself, forms of it, words that
//! begin so, near words), the documents whose title holds them, and what to mark. A passage stands in the first
//! strand it fits, so the word itself wins.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;

use dossier_corpus::index::{Dictionary, TermList};
use dossier_corpus::text::is_open;
use dossier_corpus::{Corpus, DocId, PassageId};
use fixedbitset::{Block, FixedBitSet};

use crate::answer::{Matched, Note, Reading};
use crate::expr::Words;
use crate::mark::times_phrase;
use crate::order;
use crate::typos::{Typos, allowed};

/// The passages of one reading.
#[derive(Clone, Debug)]
pub(crate) struct Strand {
    /// How they were found.
    pub(crate) reading: Reading,
    /// The passages and how often they hold the word (words that begin so: 1); not in order.
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
    /// What to mark in the text, and for which reading.
    pub(crate) matched: Vec<(Matched, Reading)>,
    /// Whether near words were looked for.
    pub(crate) is_corrected: bool,
    /// The words taken for one that does not occur, or hardly.
    pub(crate) note: Option<Note>,
}

/// At most so many near words are read for one.
const MAX_NEAR: usize = 6;

/// A word is rare when it stands in at most one of so many passages; then near words are read beside it.
const RARE_IN: u32 = 20_000;

/// So many leaves are kept, as long as they hold no more than so many passages.
const MAX_KNOWN: usize = 24;

/// See [`MAX_KNOWN`].
const MAX_KNOWN_HITS: usize = 400_000;

impl Leaf {
    fn n_hits(&self) -> usize {
        self.strands.iter().map(|it| it.hits.len()).sum()
    }
}

/// Looks words up.
pub(crate) struct Lookup<'s, 'a> {
    pub(crate) corpus: &'s Corpus<'a>,
    pub(crate) dictionary: &'s Dictionary<'a>,
    /// Whether near words may be looked for: it takes a walk through the dictionary.
    pub(crate) corrects: bool,
}

impl<'a> Lookup<'_, 'a> {
    /// What is found for `words`.
    pub(crate) fn leaf(&self, words: &Words) -> Leaf {
        let mut gathering = Gathering::new(self.corpus);
        match words.folded.as_slice() {
            [word] => self.word(word, words, &mut gathering),
            phrase => self.phrase(phrase, words.prefix, &mut gathering),
        }
        let mut leaf = gathering.leaf;
        self.put_in_order(&mut leaf.titles);
        leaf
    }

    /// Makes the documents rise, each once. `O(n)`, which a sort is not.
    fn put_in_order(&self, documents: &mut Vec<u32>) {
        let mut set = FixedBitSet::with_capacity(self.corpus.n_documents() as usize);
        for document in documents.drain(..) {
            if (document as usize) < set.len() {
                set.insert(document as usize);
            }
        }
        documents.extend(set.ones().filter_map(|it| u32::try_from(it).ok()));
    }

    fn word(&self, word: &str, words: &Words, gathering: &mut Gathering) {
        let dictionary = self.dictionary;
        let exact = dictionary.find(word);
        gathering.mark(Reading::Exact, Matched::Word(word.to_owned()));
        if let Some(number) = exact {
            gathering.strand(Reading::Exact, |it| it.list(&dictionary.list(number)));
            if !words.exact {
                gathering.terms(Reading::Form, dictionary, &dictionary.relatives(number));
            }
        }
        if words.prefix {
            let range = dictionary.with_prefix(word);
            if range.len() > usize::from(exact.is_some()) {
                gathering.mark(Reading::Prefix, Matched::Prefix(word.to_owned()));
                self.beginnings(range, gathering);
            }
        }
        if !words.exact {
            self.near(word, words, gathering);
        }
    }

    /// The passages and titles of all words of a range.
    fn beginnings(&self, words: Range<u32>, gathering: &mut Gathering) {
        let mut set = FixedBitSet::with_capacity(gathering.leaf.set.len());
        if let Some(prepared) = self.corpus.beginnings().find(&words) {
            fill(&mut set, prepared.passages);
            let mut titles = FixedBitSet::with_capacity(self.corpus.n_documents() as usize);
            fill(&mut titles, prepared.titles);
            let titles = titles.ones().filter_map(|it| u32::try_from(it).ok());
            gathering.leaf.titles.extend(titles);
        } else {
            for list in self.dictionary.scan(words) {
                list.passages().for_each(|passage| {
                    if (passage as usize) < set.len() {
                        set.insert(passage as usize);
                    }
                });
                gathering.leaf.titles.extend(list.titles());
            }
        }
        gathering.beginnings(set);
    }

    /// Near words, when the word hardly occurs.
    fn near(&self, word: &str, words: &Words, gathering: &mut Gathering) {
        let n_found = gathering.leaf.n_hits();
        let is_absent = n_found == 0 && gathering.leaf.titles.is_empty();
        let is_rare = n_found <= (self.corpus.n_passages() / RARE_IN) as usize;
        let is_word = word.chars().all(|it| it.is_alphabetic() || it == '\'') && !is_open(word);
        let max = allowed(word.chars().count());
        if !(is_absent || is_rare) || !is_word || max == 0 || !self.corrects {
            return;
        }
        gathering.leaf.is_corrected = true;
        let mut near = self.nearest(word, 1, false);
        if near.is_empty() && is_absent && words.prefix {
            near = self.nearest(word, 1, true);
        }
        if near.is_empty() && is_absent && max > 1 {
            near = self.nearest(word, max, false);
        }
        if near.is_empty() {
            return;
        }
        let mut relatives = Vec::new();
        for (place, &(number, _)) in (0u8..).zip(&near) {
            gathering.terms(Reading::Typo(place), self.dictionary, &[number]);
            relatives.extend(self.dictionary.relatives(number));
        }
        gathering.terms(Reading::TypoForm, self.dictionary, &relatives);
        gathering.leaf.note = Some(Note::AlsoRead {
            word: words.typed.clone(),
            readings: near.into_iter().map(|it| it.1).collect(),
        });
    }

    /// The terms that are no further away than `max` and no further than the nearest: the likeliest first. People get
    /// the first letter right, and mean a word that is used.
    fn nearest(&self, word: &str, max: u8, prefix: bool) -> Vec<(u32, String)> {
        let Some(typos) = Typos::new(word, max, prefix) else {
            return Vec::new();
        };
        let mut found: Vec<(u8, bool, Reverse<u32>, u32, String)> = Vec::new();
        self.dictionary.search(&typos, |term, number| {
            if term != word {
                let n_passages = self.dictionary.list(number).n_passages;
                let other_start = term.chars().next() != word.chars().next();
                let distance = typos.distance(term);
                found.push((
                    distance,
                    other_start,
                    Reverse(n_passages),
                    number,
                    term.to_owned(),
                ));
            }
        });
        order::sort(&mut found);
        let nearest = found.first().map_or(0, |it| it.0);
        found
            .into_iter()
            .take_while(|it| it.0 == nearest)
            .take(MAX_NEAR)
            .map(|(.., number, term)| (number, term))
            .collect()
    }

    fn phrase(&self, phrase: &[String], prefix: bool, gathering: &mut Gathering) {
        let Some(candidates) = self.with_all(phrase, prefix) else {
            return;
        };
        let mut hits = Vec::new();
        for passage in candidates.passages {
            let text = self.corpus.visible(PassageId::new(passage));
            let times = times_phrase(&text, phrase, prefix);
            if times > 0 {
                hits.push((passage, times));
            }
        }
        gathering.strand(Reading::Exact, |strand| {
            for (passage, times) in hits {
                strand.hit(passage, times);
            }
        });
        let titles = candidates.titles.into_iter().filter(|&document| {
            let info = self.corpus.document(DocId::new(document));
            times_phrase(info.map_or("", |it| it.title), phrase, prefix) > 0
        });
        gathering.leaf.titles.extend(titles);
        let matched = if prefix {
            Matched::PhrasePrefix(phrase.to_vec())
        } else {
            Matched::Phrase(phrase.to_vec())
        };
        gathering.mark(Reading::Exact, matched);
    }

    /// The passages and titles that hold all words of a phrase, in whatever order.
    fn with_all(&self, phrase: &[String], prefix: bool) -> Option<Candidates> {
        let mut whole: Vec<TermList<'a>> = Vec::new();
        let mut beginnings: Vec<Leaf> = Vec::new();
        for (idx, word) in phrase.iter().enumerate() {
            let is_last = idx + 1 == phrase.len();
            if is_open(word) || (is_last && prefix) {
                let mut gathering = Gathering::new(self.corpus);
                let range = self.dictionary.with_prefix(word);
                self.beginnings(range, &mut gathering);
                self.put_in_order(&mut gathering.leaf.titles);
                beginnings.push(gathering.leaf);
            } else {
                whole.push(self.dictionary.list(self.dictionary.find(word)?));
            }
        }
        // The shortest list first: the others only strike out.
        order::by_number(&mut whole, |it| it.n_passages);
        let mut whole = whole.into_iter();
        let mut found = match whole.next() {
            Some(list) => Candidates {
                passages: list
                    .passages()
                    .filter(|it| *it < self.corpus.n_passages())
                    .collect(),
                titles: list.titles().collect(),
            },
            None => {
                let first = beginnings.pop()?;
                Candidates {
                    passages: first
                        .set
                        .ones()
                        .filter_map(|it| u32::try_from(it).ok())
                        .collect(),
                    titles: first.titles,
                }
            }
        };
        for list in whole {
            keep_common(&mut found.passages, list.passages());
            keep_common(&mut found.titles, list.titles());
        }
        for leaf in beginnings {
            found.passages.retain(|it| leaf.set.contains(*it as usize));
            found
                .titles
                .retain(|it| leaf.titles.binary_search(it).is_ok());
        }
        Some(found)
    }
}

/// Fills a set from bits, the lowest of a byte first; what is beyond its length is left out.
fn fill(set: &mut FixedBitSet, bits: &[u8]) {
    let len = set.len();
    let blocks = bits.chunks(size_of::<Block>());
    for (block, bits) in set.as_mut_slice().iter_mut().zip(blocks) {
        for (byte, bits) in (0u32..).zip(bits) {
            *block |= Block::from(*bits) << (byte * 8);
        }
    }
    // Nothing may stand behind the last passage.
    let mut known = FixedBitSet::with_capacity(len);
    known.insert_range(..);
    set.intersect_with(&known);
}

/// Where a phrase may stand.
struct Candidates {
    passages: Vec<u32>,
    titles: Vec<u32>,
}

/// Keeps what is in both rising lists.
fn keep_common(list: &mut Vec<u32>, other: impl Iterator<Item = u32>) {
    let mut other = other.peekable();
    list.retain(|number| {
        while other.next_if(|it| it < number).is_some() {}
        other.peek() == Some(number)
    });
}

/// What was found last; dropped, the oldest first, when it gets too much.
#[derive(Debug, Default)]
pub(crate) struct KnownLeaves {
    leaves: VecDeque<(Words, bool, Rc<Leaf>)>,
    n_hits: usize,
}

impl KnownLeaves {
    /// What is known of the words, or is looked up now.
    pub(crate) fn get(&mut self, words: &Words, lookup: &Lookup<'_, '_>) -> Rc<Leaf> {
        let known = self.leaves.iter();
        let mut known = known.filter(|it| it.0 == *words && it.1 == lookup.corrects);
        if let Some((.., leaf)) = known.next() {
            return Rc::clone(leaf);
        }
        let leaf = Rc::new(lookup.leaf(words));
        self.n_hits += leaf.n_hits();
        self.leaves
            .push_back((words.clone(), lookup.corrects, Rc::clone(&leaf)));
        while self.leaves.len() > 1
            && (self.leaves.len() > MAX_KNOWN || self.n_hits > MAX_KNOWN_HITS)
        {
            if let Some((.., dropped)) = self.leaves.pop_front() {
                self.n_hits -= dropped.n_hits();
            }
        }
        leaf
    }
}

/// A leaf that grows.
struct Gathering {
    leaf: Leaf,
}

/// A strand that grows.
struct Growing<'g> {
    set: &'g mut FixedBitSet,
    titles: &'g mut Vec<u32>,
    hits: Vec<(u32, u32)>,
}

impl Gathering {
    fn new(corpus: &Corpus<'_>) -> Self {
        let leaf = Leaf {
            set: FixedBitSet::with_capacity(corpus.n_passages() as usize),
            ..Leaf::default()
        };
        Self { leaf }
    }

    /// The first reading of a term stays.
    fn mark(&mut self, reading: Reading, matched: Matched) {
        if self.leaf.matched.iter().all(|it| it.0 != matched) {
            self.leaf.matched.push((matched, reading));
        }
    }

    /// A strand of several terms; they are marked.
    fn terms(&mut self, reading: Reading, dictionary: &Dictionary<'_>, numbers: &[u32]) {
        self.strand(reading, |strand| {
            for &number in numbers {
                strand.list(&dictionary.list(number));
            }
        });
        for &number in numbers {
            if let Some(term) = dictionary.term(number) {
                self.mark(reading, Matched::Word(term));
            }
        }
    }

    /// The strand of all words that begin so. They are many: how often each stands in a passage does not matter.
    fn beginnings(&mut self, mut set: FixedBitSet) {
        set.difference_with(&self.leaf.set);
        let mut hits = Vec::with_capacity(set.count_ones(..));
        hits.extend(
            set.ones()
                .filter_map(|it| Some((u32::try_from(it).ok()?, 1))),
        );
        self.leaf.set.union_with(&set);
        if !hits.is_empty() {
            let reading = Reading::Prefix;
            self.leaf.strands.push(Strand { reading, hits });
        }
    }

    fn strand(&mut self, reading: Reading, fill: impl FnOnce(&mut Growing<'_>)) {
        let mut growing = Growing {
            set: &mut self.leaf.set,
            titles: &mut self.leaf.titles,
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
        let at = passage as usize;
        if at < self.set.len() && !self.set.put(at) {
            self.hits.push((passage, times));
        }
    }

    fn list(&mut self, list: &TermList<'_>) {
        list.for_each(|passage, times| self.hit(passage, times));
        self.titles.extend(list.titles());
    }
}
