//! The passages that the reader has set apart: a facet that the corpus does not hold, and that is asked like the others.
//!
//! In: passages with a star or a note. Out: sets by value of the facet [`NOTE`], and their counts.

use std::rc::Rc;

use dossier_corpus::PassageId;
use dossier_corpus::facet::{NOTE, note};
use fixedbitset::FixedBitSet;

use crate::answer::{FacetCounts, ValueCount};
use crate::choices::{Choice, NOTED};
use crate::order;

/// The passages that the reader has set apart. The default one has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    starred: FixedBitSet,
    written: FixedBitSet,
}

impl Noted {
    /// Adds a passage with a star.
    pub fn star(&mut self, passage: PassageId) {
        self.starred.grow_and_insert(passage.index());
    }

    /// Adds a passage with a note.
    pub fn write(&mut self, passage: PassageId) {
        self.written.grow_and_insert(passage.index());
    }

    /// Whether a passage has a star.
    #[must_use]
    pub fn is_starred(&self, passage: PassageId) -> bool {
        self.starred.contains(passage.index())
    }

    /// Whether a passage has a note.
    #[must_use]
    pub fn is_written(&self, passage: PassageId) -> bool {
        self.written.contains(passage.index())
    }

    /// The passages of a value, for no other facet than [`NOTE`].
    pub(crate) fn find(&self, facet: &str, value: &str) -> Option<&FixedBitSet> {
        match value {
            note::STARRED if facet == NOTE => Some(&self.starred),
            note::WRITTEN if facet == NOTE => Some(&self.written),
            _ => None,
        }
    }

    /// The counts of the values that have a passage or are chosen, as for any other facet; none without such a value.
    pub(crate) fn counts(&self, base: &FixedBitSet, choices: &[Choice]) -> Option<FacetCounts> {
        let mut places = base.clone();
        let mut chosen: &[(u32, _)] = &[];
        for choice in choices {
            if choice.facet == NOTED {
                chosen = &choice.values;
            } else {
                places.intersect_with(&choice.set);
            }
        }
        let values = [note::STARRED, note::WRITTEN].into_iter().zip(0u32..);
        let mut values: Vec<ValueCount> = values
            .filter_map(|(name, number)| {
                let n = self.find(NOTE, name)?.intersection_count(&places);
                let chosen = chosen.iter().find(|it| it.0 == number).map(|it| it.1);
                (n > 0 || chosen.is_some()).then(|| ValueCount {
                    name: Rc::from(name),
                    // No value of the corpus has it.
                    number: u32::MAX,
                    count: u32::try_from(n).unwrap_or(u32::MAX),
                    chosen,
                })
            })
            .collect();
        order::sort_by_key(&mut values, |it| std::cmp::Reverse(it.count));
        (!values.is_empty()).then(|| FacetCounts {
            facet: NOTE.to_owned(),
            values,
        })
    }
}

/// The number of a value among those of [`NOTE`].
pub(crate) fn number(value: &str) -> u32 {
    u32::from(value == note::WRITTEN)
}
