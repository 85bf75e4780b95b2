//! How well a passage and a document answer the words of a query.
//!
//! In: what was found for each word, and the selected passages. Out: the documents, best first, and the scores of their
//! passages. Only exact operations on `f32` in a fixed order: the same figures on every machine.
//!
//! 1. Each passage: BM25F over text and heading, summed over the words.
//! 2. Each document: its best passage, the same figure for the document as a whole, and its title if that holds all the
//!    words (measured: a title that holds some of them tells nothing).
//! 3. The first few documents: how near to each other the words stand in the best passage, and whether they stand there
//!    as typed. That needs the text.

use dossier_corpus::{Corpus, PassageId};
use fixedbitset::FixedBitSet;

use crate::answer::{Reading, Term};
use crate::leaf::Leaf;
use crate::lengths::{Lengths, to_f32};
use crate::mark::places;

/// What counts how much. All of it was set by measuring on collections of news, letters and essays.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights {
    /// How soon further occurrences of a word stop counting (BM25's `k1`): 0 counts a word once.
    saturation: f32,
    /// How much long passages are held back (BM25's `b`), 0 to 1.
    passage_length: f32,
    /// How much long documents are held back, 0 to 1.
    document_length: f32,
    /// What one occurrence in a heading counts.
    heading: f32,
    /// What it brings a document that its title holds all the words, as a share of what the words weigh.
    title: f32,
    /// What another form of the word counts.
    form: f32,
    /// What a word that begins so counts.
    prefix: f32,
    /// What the likeliest near word counts; the next ones less.
    typo: f32,
    /// How much the whole document counts beside its best passage.
    document: f32,
    /// How much of the passage's score it brings when all words stand side by side.
    nearness: f32,
    /// How much of the passage's score it brings when the words stand there as typed, with case and accents.
    as_typed: f32,
}

/// The weights in use.
const WEIGHTS: Weights = Weights {
    saturation: 0.3,
    passage_length: 0.5,
    document_length: 0.6,
    heading: 1.5,
    title: 1.0,
    form: 0.7,
    prefix: 0.6,
    typo: 0.4,
    document: 0.5,
    nearness: 0.2,
    as_typed: 0.05,
};

/// For so many documents the text of the best passage is read at most.
const N_REFINED: usize = 24;

/// For so many it is read in any case; for the others only while that could make them the first.
const N_SURELY_REFINED: usize = 6;

/// How much of a long passage is read for that.
const MAX_READ: usize = 20_000;

fn weight(reading: Reading) -> f32 {
    match reading {
        Reading::Exact => 1.0,
        Reading::Form => WEIGHTS.form,
        Reading::Prefix => WEIGHTS.prefix,
        Reading::Typo(place) => WEIGHTS.typo / (1.0 + 0.5 * f32::from(place)),
        Reading::TypoForm => WEIGHTS.typo * 0.25,
    }
}

/// A document with selected passages.
#[derive(Clone, Debug)]
pub(crate) struct Ranked {
    /// Its number.
    pub(crate) document: u32,
    /// Its score.
    pub(crate) score: f32,
    /// Its best passage.
    best: u32,
    /// That one's score.
    best_score: f32,
}

impl Ranked {
    /// The documents with selected passages, in their own order, without scores.
    pub(crate) fn in_order(selected: &FixedBitSet, lengths: &Lengths) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for passage in selected.ones() {
            let passage = u32::try_from(passage).unwrap_or(u32::MAX);
            let document = lengths.document_of(passage);
            if found.last().is_none_or(|it| it.document != document) {
                found.push(Self {
                    document,
                    score: 0.0,
                    best: passage,
                    best_score: 0.0,
                });
            }
        }
        found
    }
}

/// The scores of one query; the list for passages is long, and kept from query to query.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    /// Zero but for the selected passages of the query at hand.
    passages: Vec<f32>,
    /// Zero but for those in `scored`.
    documents: Vec<f32>,
    /// The documents that have a score; some stand there twice.
    scored: Vec<u32>,
    /// How often each document holds the word at hand; zero between words.
    times_in: Vec<f32>,
}

impl Scores {
    /// The score of a selected passage.
    pub(crate) fn passage(&self, passage: u32) -> f32 {
        self.passages.get(passage as usize).copied().unwrap_or(0.0)
    }

    /// Makes room for the next query.
    pub(crate) fn clear(&mut self, selected: &FixedBitSet) {
        for at in selected.ones() {
            if let Some(score) = self.passages.get_mut(at) {
                *score = 0.0;
            }
        }
    }

    /// Scores the selected passages, and their documents as a whole.
    pub(crate) fn fill(&mut self, leaves: &[&Leaf], selected: &FixedBitSet, lengths: &Lengths) {
        self.passages.resize(lengths.passages.len(), 0.0);
        for document in self.scored.drain(..) {
            if let Some(score) = self.documents.get_mut(document as usize) {
                *score = 0.0;
            }
        }
        self.documents.resize(lengths.documents.len(), 0.0);
        self.times_in.resize(lengths.documents.len(), 0.0);
        let mut in_title = FixedBitSet::with_capacity(lengths.documents.len());
        let mut all_in_title = in_title.clone();
        all_in_title.insert_range(..);
        let mut weight_of_all = 0.0f32;
        // The documents that hold the word at hand.
        let mut holding: Vec<u32> = Vec::new();
        for leaf in leaves {
            in_title.clear();
            for &document in &leaf.titles {
                if (document as usize) < in_title.len() {
                    in_title.insert(document as usize);
                }
            }
            let mut rarest = f32::MAX;
            let mut best_idf = 0.0f32;
            for strand in &leaf.strands {
                // A rare form of a common word is no rare find.
                let idf = idf(strand.hits.len(), lengths.passages.len()).min(rarest);
                rarest = idf;
                let weight = weight(strand.reading);
                best_idf = best_idf.max(idf * weight);
                for &(passage, times) in &strand.hits {
                    let at = passage as usize;
                    let document = lengths.document_of(passage);
                    let times = f32::from(u16::try_from(times).unwrap_or(u16::MAX));
                    if let Some(sum) = self.times_in.get_mut(document as usize) {
                        if *sum <= 0.0 {
                            holding.push(document);
                        }
                        *sum += weight * times;
                    }
                    if !selected.contains(at) {
                        continue;
                    }
                    let mut counted = times;
                    if lengths.headings.contains(at) {
                        counted *= WEIGHTS.heading;
                    }
                    let length = lengths.passages.get(at).copied().unwrap_or(1.0);
                    let found = saturated(counted, length, WEIGHTS.passage_length);
                    if let Some(score) = self.passages.get_mut(at) {
                        *score += weight * idf * found;
                    }
                }
            }
            if leaf.strands.is_empty() {
                best_idf = idf(leaf.titles.len(), lengths.documents.len());
            }
            all_in_title.intersect_with(&in_title);
            weight_of_all += best_idf;
            for &document in &holding {
                let at = document as usize;
                let times = self.times_in.get_mut(at).map(std::mem::take);
                let length = lengths.documents.get(at).copied().unwrap_or(1.0);
                if let (Some(times), Some(score)) = (times, self.documents.get_mut(at)) {
                    *score += best_idf * saturated(times, length, WEIGHTS.document_length);
                }
            }
            self.scored.append(&mut holding);
        }
        for document in all_in_title.ones() {
            if let Some(score) = self.documents.get_mut(document) {
                *score += WEIGHTS.title * weight_of_all;
                self.scored.extend(u32::try_from(document));
            }
        }
        self.raise_each_reading(leaves, selected);
    }

    /// Raises the best passage of each near word, so that the first hits show what may be meant, the likeliest first.
    fn raise_each_reading(&mut self, leaves: &[&Leaf], selected: &FixedBitSet) {
        for leaf in leaves {
            let mut idf_of_first = f32::MAX;
            for strand in &leaf.strands {
                idf_of_first = idf_of_first.min(idf(strand.hits.len(), self.passages.len()));
                let Reading::Typo(place) = strand.reading else {
                    continue;
                };
                let chosen = strand.hits.iter().map(|it| it.0);
                let best = chosen
                    .filter(|it| selected.contains(*it as usize))
                    .max_by(|a, b| self.passage(*a).total_cmp(&self.passage(*b)).then(b.cmp(a)));
                // What no other passage of the likeliest word reaches, less for each place.
                let top =
                    WEIGHTS.typo * (WEIGHTS.saturation + 1.0) * (1.1 - 0.02 * f32::from(place));
                if let Some(score) = best.and_then(|it| self.passages.get_mut(it as usize)) {
                    *score += (top - weight(strand.reading)) * idf_of_first;
                }
            }
        }
    }

    fn document(&self, document: u32) -> f32 {
        let score = self.documents.get(document as usize).copied();
        score.unwrap_or(0.0)
    }
}

/// How much so many occurrences count in a text of that length.
fn saturated(times: f32, length: f32, held_back: f32) -> f32 {
    let by_length = 1.0 - held_back + held_back * length;
    times * (WEIGHTS.saturation + 1.0) / (times + WEIGHTS.saturation * by_length)
}

/// How much it tells that a word was found which stands in `n` of `of` passages.
fn idf(n: usize, of: usize) -> f32 {
    let (n, of) = (to_f32(n), to_f32(of));
    log2(1.0 + (of - n + 0.5).max(0.0) / (n + 0.5))
}

/// The binary logarithm of a number of at least 1, to three digits, by exact operations only: the library's differs
/// between machines.
fn log2(number: f32) -> f32 {
    let mut exponent = 0.0f32;
    let mut mantissa = number;
    while mantissa >= 2.0 {
        mantissa *= 0.5;
        exponent += 1.0;
    }
    // The area tangent's series, for 1 to 2.
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    exponent + 2.885_39 * ratio * (1.0 + square * (0.333_333 + square * (0.2 + square * 0.142_857)))
}

/// What a query looks for, as ranking reads it in a text.
pub(crate) struct Wanted<'q> {
    /// All that is marked.
    pub(crate) terms: &'q [Term],
    /// For each of them the condition it belongs to.
    pub(crate) leaf_of: &'q [usize],
    /// The words as typed.
    pub(crate) typed: &'q [&'q str],
}

/// The documents with selected passages, the first `n_sorted` of them (or all) best first; ties by date, the youngest
/// first, then by id.
pub(crate) fn rank(
    corpus: &Corpus<'_>,
    selected: &FixedBitSet,
    scores: &Scores,
    lengths: &Lengths,
    wanted: &Wanted<'_>,
    n_sorted: usize,
) -> Vec<Ranked> {
    let mut found: Vec<Ranked> = Vec::new();
    for passage in selected.ones() {
        let passage = u32::try_from(passage).unwrap_or(u32::MAX);
        let document = lengths.document_of(passage);
        let score = scores.passage(passage);
        match found.last_mut() {
            Some(last) if last.document == document => {
                if score > last.best_score {
                    (last.best, last.best_score) = (passage, score);
                }
            }
            _ => found.push(Ranked {
                document,
                score: 0.0,
                best: passage,
                best_score: score,
            }),
        }
    }
    for ranked in &mut found {
        ranked.score = ranked.best_score + WEIGHTS.document * scores.document(ranked.document);
    }
    let order = |it: &Ranked| lengths.sort_key(it.score, it.document);
    let n_sorted = n_sorted.max(N_REFINED);
    if n_sorted < found.len() {
        found.select_nth_unstable_by_key(n_sorted, order);
        if let Some(first) = found.get_mut(..n_sorted) {
            first.sort_unstable_by_key(order);
        }
    } else {
        found.sort_unstable_by_key(order);
    }
    let n_refined = N_REFINED.min(found.len());
    if let Some(first) = found.get_mut(..n_refined) {
        let mut highest = 0.0f32;
        for (place, ranked) in first.iter_mut().enumerate() {
            let reach = ranked.score + ranked.best_score * (WEIGHTS.nearness + WEIGHTS.as_typed);
            if place >= N_SURELY_REFINED && reach <= highest {
                break;
            }
            ranked.score += ranked.best_score * refinement(corpus, ranked.best, wanted);
            highest = highest.max(ranked.score);
        }
        first.sort_unstable_by_key(order);
    }
    found
}

/// What the text of a passage adds to its score, as a share of it.
fn refinement(corpus: &Corpus<'_>, passage: u32, wanted: &Wanted<'_>) -> f32 {
    let text = corpus.visible(PassageId::new(passage));
    let read = text.floor_char_boundary(MAX_READ.min(text.len()));
    let text = text.get(..read).unwrap_or_default();
    let found: Vec<(usize, usize, usize)> = places(text, wanted.terms)
        .into_iter()
        .filter_map(|it| {
            let range = it.span.range();
            Some((range.start, range.end, *wanted.leaf_of.get(it.matched)?))
        })
        .collect();
    let is_as_typed = |&(start, end, _): &(usize, usize, usize)| {
        let word = text.get(start..end);
        word.is_some_and(|word| wanted.typed.contains(&word))
    };
    let as_typed = found.iter().filter(|it| is_as_typed(it)).count();
    let share_as_typed = to_f32(as_typed) / to_f32(found.len().max(1));
    WEIGHTS.nearness * nearness(&found) + WEIGHTS.as_typed * share_as_typed
}

/// How closely the places of different words stand together: 1 side by side, 0 when there is only one word.
fn nearness(found: &[(usize, usize, usize)]) -> f32 {
    let leaves: FixedBitSet = found.iter().map(|it| it.2).collect();
    let n_leaves = leaves.count_ones(..);
    if n_leaves < 2 {
        return 0.0;
    }
    let mut best = 0.0f32;
    let mut last: Vec<Option<(usize, usize)>> = vec![None; n_leaves];
    for &(start, end, leaf) in found {
        if let Some(slot) = last.get_mut(leaves.count_ones(..leaf)) {
            *slot = Some((start, end));
        }
        // The last place of each word: the shortest stretch that ends here.
        if let Some(places) = last.iter().copied().collect::<Option<Vec<_>>>() {
            let from = places.iter().map(|it| it.0).min().unwrap_or(start);
            let letters: usize = places.iter().map(|it| it.1 - it.0 + 1).sum();
            best = best.max(to_f32(letters) / to_f32(end - from + 1));
        }
    }
    best.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_near_enough() {
        for number in [1.0f32, 1.5, 2.0, 3.0, 10.0, 1000.0, 160_000.0] {
            assert!((log2(number) - number.log2()).abs() < 0.002, "{number}");
        }
    }

    #[test]
    fn words_side_by_side_are_nearest() {
        let side_by_side = nearness(&[(0, 4, 0), (5, 9, 1)]);
        let apart = nearness(&[(0, 4, 0), (50, 54, 1)]);
        let twice = nearness(&[(0, 4, 0), (50, 54, 1), (55, 59, 0)]);
        assert!((side_by_side - 1.0).abs() < 0.01);
        assert!(apart < 0.3);
        assert!((twice - 1.0).abs() < 0.01);
        assert!(nearness(&[(0, 4, 0), (5, 9, 0)]) < 0.01, "one word twice");
    }
}
