//! How well a passage and a document answer the words of a query.
//!
//! In: what was found for each word, and the selected passages. Out: the documents with their passages, best first.
//! Only additions, multiplications and divisions of `f32` in a fixed order: the same figures on every machine.

use dossier_corpus::document::Role;
use dossier_corpus::{Corpus, DocId, PassageId};
use fixedbitset::FixedBitSet;

use crate::answer::DocumentHits;
use crate::leaf::{Leaf, Reading};

/// What counts how much. All of it was set by measuring on collections of news, letters and essays.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// How soon further occurrences of a word stop counting (BM25's `k1`): 0 counts a word once.
    pub saturation: f32,
    /// How much long passages are held back (BM25's `b`), 0 to 1.
    pub passage_length: f32,
    /// How much long documents are held back, 0 to 1.
    pub document_length: f32,
    /// What one occurrence in a heading counts.
    pub heading: f32,
    /// What a word of the document's title adds to each occurrence in its passages.
    pub title: f32,
    /// What another form of the word counts.
    pub form: f32,
    /// What a word that begins so counts.
    pub prefix: f32,
    /// What a near word counts.
    pub typo: f32,
    /// How much the whole document counts beside its best passage.
    pub document: f32,
}

/// The weights in use.
pub const WEIGHTS: Weights = Weights {
    saturation: 1.2,
    passage_length: 0.4,
    document_length: 0.6,
    heading: 1.5,
    title: 1.0,
    form: 0.7,
    prefix: 0.6,
    typo: 0.4,
    document: 0.5,
};

impl Weights {
    const fn of(&self, reading: Reading) -> f32 {
        match reading {
            Reading::Exact => 1.0,
            Reading::Form => self.form,
            Reading::Prefix => self.prefix,
            Reading::Typo => self.typo,
        }
    }
}

/// What ranking needs to know of every passage and document, read once.
#[derive(Clone, Debug)]
pub(crate) struct Lengths {
    /// For each passage its document.
    documents: Vec<u32>,
    /// For each passage its length as a factor of the mean, and what it is.
    passages: Vec<f32>,
    headings: FixedBitSet,
    /// For each document its length as a factor of the mean.
    document_lengths: Vec<f32>,
}

impl Lengths {
    pub(crate) fn read(corpus: &Corpus<'_>) -> Self {
        let n_passages = corpus.n_passages();
        let mut documents = Vec::with_capacity(n_passages as usize);
        let mut bytes = Vec::with_capacity(n_passages as usize);
        let mut headings = FixedBitSet::with_capacity(n_passages as usize);
        for number in 0..n_passages {
            let info = corpus.passage(PassageId::new(number));
            documents.push(info.map_or(u32::MAX, |it| it.document.get()));
            bytes.push(info.map_or(0, |it| it.span.len()));
            if info.is_some_and(|it| matches!(it.role, Role::Heading(_))) {
                headings.insert(number as usize);
            }
        }
        let words: Vec<u32> = corpus
            .document_ids()
            .map(|it| corpus.document(it).map_or(0, |it| it.n_words))
            .collect();
        Self {
            documents,
            passages: relative(&bytes),
            headings,
            document_lengths: relative(&words),
        }
    }

    /// The document of a passage.
    pub(crate) fn document_of(&self, passage: u32) -> u32 {
        self.documents
            .get(passage as usize)
            .copied()
            .unwrap_or(u32::MAX)
    }
}

/// Each length as a factor of the mean.
fn relative(lengths: &[u32]) -> Vec<f32> {
    let sum: u64 = lengths.iter().map(|it| u64::from(*it)).sum();
    let mean = to_f32(sum) / to_f32(lengths.len().max(1) as u64);
    let mean = if mean > 0.0 { mean } else { 1.0 };
    lengths
        .iter()
        .map(|it| to_f32(u64::from(*it)) / mean)
        .collect()
}

/// The nearest `f32`.
#[expect(
    clippy::cast_precision_loss,
    reason = "lengths and counts are compared, not kept"
)]
pub(crate) const fn to_f32(number: u64) -> f32 {
    number as f32
}

/// The scores of the passages and of the documents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scores {
    passages: Vec<f32>,
    documents: Vec<f32>,
}

/// Scores the selected passages, and their documents as a whole.
pub(crate) fn score(leaves: &[&Leaf], selected: &FixedBitSet, lengths: &Lengths) -> Scores {
    let weights = &WEIGHTS;
    let mut scores = Scores {
        passages: vec![0.0; lengths.passages.len()],
        documents: vec![0.0; lengths.document_lengths.len()],
    };
    for leaf in leaves {
        let mut times_in = vec![0.0f32; scores.documents.len()];
        let mut rarest = f32::MAX;
        let mut best_idf = 0.0f32;
        for strand in &leaf.strands {
            // A rare form of a common word is no rare find.
            let idf = idf(strand.hits.len(), lengths.passages.len()).min(rarest);
            rarest = idf;
            let weight = weights.of(strand.reading);
            best_idf = best_idf.max(idf * weight);
            for &(passage, times) in &strand.hits {
                let at = passage as usize;
                let document = lengths.document_of(passage);
                let times = to_f32(u64::from(times));
                if let Some(sum) = times_in.get_mut(document as usize) {
                    *sum += weight * times;
                }
                if !selected.contains(at) {
                    continue;
                }
                let heading = if lengths.headings.contains(at) {
                    weights.heading
                } else {
                    1.0
                };
                let in_title = leaf.titles.binary_search(&document).is_ok();
                let title = if in_title { weights.title } else { 0.0 };
                let length = lengths.passages.get(at).copied().unwrap_or(1.0);
                let found = saturated(times * heading + title, length, weights.passage_length);
                if let Some(score) = scores.passages.get_mut(at) {
                    *score += weight * idf * found;
                }
            }
        }
        if leaf.strands.is_empty() {
            best_idf = idf(leaf.titles.len(), lengths.document_lengths.len());
        }
        for &document in &leaf.titles {
            if let Some(sum) = times_in.get_mut(document as usize) {
                *sum += 2.0 * weights.title;
            }
        }
        for ((score, times), length) in scores
            .documents
            .iter_mut()
            .zip(&times_in)
            .zip(&lengths.document_lengths)
        {
            if *times > 0.0 {
                *score += best_idf * saturated(*times, *length, weights.document_length);
            }
        }
    }
    scores
}

/// How much so many occurrences count in a text of that length.
fn saturated(times: f32, length: f32, held_back: f32) -> f32 {
    let weights = &WEIGHTS;
    let by_length = 1.0 - held_back + held_back * length;
    times * (weights.saturation + 1.0) / (times + weights.saturation * by_length)
}

/// How much it tells that a word was found which stands in `n` of `of` passages.
fn idf(n: usize, of: usize) -> f32 {
    let (n, of) = (to_f32(n as u64), to_f32(of as u64));
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

impl Scores {
    fn passage(&self, passage: u32) -> f32 {
        self.passages.get(passage as usize).copied().unwrap_or(0.0)
    }

    fn document(&self, document: u32, best_passage: f32) -> f32 {
        let whole = self
            .documents
            .get(document as usize)
            .copied()
            .unwrap_or(0.0);
        best_passage + WEIGHTS.document * whole
    }
}

/// The selected passages by document; by score when there are scores.
pub(crate) fn documents(
    corpus: &Corpus<'_>,
    selected: &FixedBitSet,
    scores: Option<&Scores>,
    lengths: &Lengths,
) -> Vec<DocumentHits> {
    let mut found: Vec<DocumentHits> = Vec::new();
    for passage in selected.ones() {
        let passage = u32::try_from(passage).unwrap_or(u32::MAX);
        let document = DocId::new(lengths.document_of(passage));
        match found.last_mut() {
            Some(hits) if hits.document == document => hits.passages.push(PassageId::new(passage)),
            _ => found.push(DocumentHits {
                document,
                score: 0.0,
                passages: vec![PassageId::new(passage)],
            }),
        }
    }
    let Some(scores) = scores else {
        return found;
    };
    for hits in &mut found {
        hits.passages.sort_by(|a, b| {
            let (left, right) = (scores.passage(a.get()), scores.passage(b.get()));
            right.total_cmp(&left).then(a.cmp(b))
        });
        let best = hits
            .passages
            .first()
            .map_or(0.0, |it| scores.passage(it.get()));
        hits.score = scores.document(hits.document.get(), best);
    }
    let date = |hits: &DocumentHits| corpus.document(hits.document).and_then(|it| it.published);
    found.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| date(b).map(|it| it.0).cmp(&date(a).map(|it| it.0)))
            .then(a.document.cmp(&b.document))
    });
    found
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
}
