//! How many selected passages have each facet value.

use std::rc::Rc;

use dossier_corpus::Corpus;
use fixedbitset::FixedBitSet;

use crate::answer::{FacetCounts, Note, ValueCount};
use crate::query::{Filter, Sense};

/// The choices of one facet: which passages they leave.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// The facet's number.
    pub(crate) facet: u32,
    /// The passages that satisfy them.
    pub(crate) set: FixedBitSet,
    /// The chosen values' numbers.
    values: Vec<(u32, Sense)>,
}

/// The choices of all facets that have some, and the values that do not occur.
pub(crate) fn choices(corpus: &Corpus<'_>, filters: &[Filter]) -> (Vec<Choice>, Vec<Note>) {
    let n_passages = corpus.n_passages() as usize;
    let mut notes = Vec::new();
    let mut choices: Vec<Choice> = Vec::new();
    let unknown_facet = u32::MAX;
    let mut facets: Vec<&str> = filters.iter().map(|it| it.facet.as_str()).collect();
    facets.sort_unstable();
    facets.dedup();
    for name in facets {
        let facet = (0..).zip(corpus.facets()).find(|it| it.1 == name);
        let facet = facet.map_or(unknown_facet, |it| it.0);
        let mut include = None;
        let mut set = FixedBitSet::with_capacity(n_passages);
        let mut values = Vec::new();
        let mut excluded = set.clone();
        for filter in filters.iter().filter(|it| it.facet == name) {
            let value = corpus
                .facet_values(facet)
                .find(|it| it.name == filter.value);
            let target = match filter.sense {
                Sense::Include => {
                    include.get_or_insert_with(|| FixedBitSet::with_capacity(n_passages))
                }
                Sense::Exclude => &mut excluded,
            };
            match value {
                Some(value) => {
                    add_value(corpus, value.number, target);
                    values.push((value.number, filter.sense));
                }
                None => notes.push(Note::UnknownValue {
                    facet: filter.facet.clone(),
                    value: filter.value.clone(),
                }),
            }
        }
        match include {
            Some(include) => set = include,
            None => set.insert_range(..),
        }
        set.difference_with(&excluded);
        choices.push(Choice { facet, set, values });
    }
    (choices, notes)
}

/// Adds the passages of a facet value.
pub(crate) fn add_value(corpus: &Corpus<'_>, value: u32, set: &mut FixedBitSet) {
    for run in corpus.facet_postings(value) {
        let end = (run.end as usize).min(set.len());
        let start = (run.start as usize).min(end);
        set.insert_range(start..end);
    }
}

/// The counts of all facets.
///
/// * `base`: the selection without any facet's choices.
/// * `choices`: those of each facet; a facet's own do not narrow its counts.
pub(crate) fn counts(
    corpus: &Corpus<'_>,
    base: &FixedBitSet,
    choices: &[Choice],
) -> Vec<FacetCounts> {
    (0..)
        .zip(corpus.facets())
        .map(|(facet, name)| {
            let mut set = base.clone();
            for choice in choices.iter().filter(|it| it.facet != facet) {
                set.intersect_with(&choice.set);
            }
            let chosen = choices.iter().find(|it| it.facet == facet);
            let chosen = chosen.map_or(&[][..], |it| it.values.as_slice());
            let mut values: Vec<ValueCount> = corpus
                .facet_values(facet)
                .filter_map(|value| {
                    let count = count_in(corpus, value.number, &set);
                    let chosen = chosen.iter().find(|it| it.0 == value.number).map(|it| it.1);
                    (count > 0 || chosen.is_some()).then(|| ValueCount {
                        name: Rc::from(value.name),
                        count,
                        chosen,
                    })
                })
                .collect();
            values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
            FacetCounts {
                facet: name.to_owned(),
                values,
            }
        })
        .collect()
}

fn count_in(corpus: &Corpus<'_>, value: u32, set: &FixedBitSet) -> u32 {
    let mut count = 0;
    for run in corpus.facet_postings(value) {
        let end = (run.end as usize).min(set.len());
        let start = (run.start as usize).min(end);
        count += set.count_ones(start..end);
    }
    u32::try_from(count).unwrap_or(u32::MAX)
}
