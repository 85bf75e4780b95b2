//! What ranking needs to know of every passage and document, read once and kept.

use std::cmp::Reverse;
use std::ops::Range;

use dossier_corpus::document::Role;
use dossier_corpus::{Corpus, PassageId};
use fixedbitset::FixedBitSet;

use crate::order::sort;

/// Lengths, and what belongs to what.
#[derive(Clone, Debug)]
pub(crate) struct Lengths {
    /// For each passage its length as a factor of the mean.
    pub(crate) passages: Vec<f32>,
    /// The passages that are headings.
    pub(crate) headings: FixedBitSet,
    /// For each document its length as a factor of the mean.
    pub(crate) documents: Vec<f32>,
    document_of: Vec<u32>,
    /// For each document its passages.
    passages_of: Vec<Range<u32>>,
    /// For each document its place among all, the youngest first, then by id.
    places: Vec<u32>,
}

impl Lengths {
    pub(crate) fn read(corpus: &Corpus<'_>) -> Self {
        let n_passages = corpus.n_passages();
        let mut document_of = Vec::with_capacity(n_passages as usize);
        let mut bytes = Vec::with_capacity(n_passages as usize);
        let mut headings = FixedBitSet::with_capacity(n_passages as usize);
        for number in 0..n_passages {
            let info = corpus.passage(PassageId::new(number));
            document_of.push(info.map_or(u32::MAX, |it| it.document.get()));
            bytes.push(info.map_or(0, |it| it.span.len()));
            if info.is_some_and(|it| matches!(it.role, Role::Heading(_))) {
                headings.insert(number as usize);
            }
        }
        let words: Vec<u32> = corpus.document_ids().map(|it| corpus.n_words(it)).collect();
        let mut order: Vec<(Reverse<Option<&str>>, u32)> = corpus
            .document_ids()
            .map(|it| (Reverse(corpus.published(it)), it.get()))
            .collect();
        sort(&mut order);
        let mut places = vec![u32::MAX; order.len()];
        for (place, (_, document)) in (0..).zip(order) {
            if let Some(slot) = places.get_mut(document as usize) {
                *slot = place;
            }
        }
        Self {
            places,
            passages: relative(&bytes),
            headings,
            documents: relative(&words),
            document_of,
            passages_of: corpus
                .document_ids()
                .map(|it| corpus.passages(it))
                .collect(),
        }
    }

    /// What documents are sorted by: the score, then the date, the youngest first, then the id.
    pub(crate) fn sort_key(&self, score: f32, document: u32) -> u64 {
        let place = self.places.get(document as usize).copied();
        falling(score, place.unwrap_or(u32::MAX))
    }

    /// The passages of a document.
    pub(crate) fn passages_of(&self, document: u32) -> Range<u32> {
        let passages = self.passages_of.get(document as usize);
        passages.cloned().unwrap_or_default()
    }

    /// The document of a passage.
    pub(crate) fn document_of(&self, passage: u32) -> u32 {
        let document = self.document_of.get(passage as usize);
        document.copied().unwrap_or(u32::MAX)
    }
}

/// A key that sorts high scores first, and equal ones by place. The bits of numbers from 0 up rise as they do.
pub(crate) fn falling(score: f32, place: u32) -> u64 {
    let score = if score > 0.0 { score } else { 0.0 };
    u64::from(!score.to_bits()) << 32 | u64::from(place)
}

/// Each length as a factor of the mean.
fn relative(lengths: &[u32]) -> Vec<f32> {
    let sum: u64 = lengths.iter().map(|it| u64::from(*it)).sum();
    let mean = sum / (lengths.len() as u64).max(1);
    let mean = to_f32(usize::try_from(mean.max(1)).unwrap_or(usize::MAX));
    lengths
        .iter()
        .map(|it| to_f32(*it as usize) / mean)
        .collect()
}

/// The nearest `f32`.
#[expect(
    clippy::cast_precision_loss,
    reason = "lengths and counts are compared, not kept"
)]
pub(crate) const fn to_f32(number: usize) -> f32 {
    number as f32
}
