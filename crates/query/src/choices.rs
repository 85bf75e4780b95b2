//! What the chosen facet values leave.
//!
//! In: the filters of a query. Out: for each facet that has some, the passages that satisfy them: within a facet any of
//! the wanted values, and none of the unwanted; across facets all.

use dossier_corpus::Corpus;
use dossier_corpus::facet::NOTE;
use fixedbitset::FixedBitSet;

use crate::answer::Note;
use crate::counts::Counts;
use crate::noted;
use crate::order;
use crate::query::{Query, Sense};

/// The number of the facet that is not in the corpus: the reader's own notes.
pub(crate) const NOTED: u32 = u32::MAX - 1;

/// The choices of one facet.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// The facet's number; no facet has `u32::MAX`; see [`NOTED`].
    pub(crate) facet: u32,
    /// The passages that satisfy them.
    pub(crate) set: FixedBitSet,
    /// The chosen values' numbers.
    pub(crate) values: Vec<(u32, Sense)>,
}

/// The choices of all facets that have some, and a note for each value that does not occur.
pub(crate) fn choices(
    corpus: &Corpus<'_>,
    counts: &Counts,
    query: &Query,
) -> (Vec<Choice>, Vec<Note>) {
    let filters = &query.filters;
    let mut notes = Vec::new();
    let mut names: Vec<&str> = filters.iter().map(|it| it.facet.as_str()).collect();
    order::sort(&mut names);
    names.dedup();
    let of_facet = |name: &str| {
        let mut wanted: Option<FixedBitSet> = None;
        let mut unwanted = FixedBitSet::with_capacity(corpus.n_passages() as usize);
        let mut values = Vec::new();
        for filter in filters.iter().filter(|it| it.facet == name) {
            let target = match filter.sense {
                Sense::Include => {
                    wanted.get_or_insert_with(|| FixedBitSet::with_capacity(unwanted.len()))
                }
                Sense::Exclude => &mut unwanted,
            };
            if let Some(own) = query.noted.find(name, &filter.value) {
                target.union_with(own);
                values.push((noted::number(&filter.value), filter.sense));
                continue;
            }
            match counts.find(corpus, name, &filter.value) {
                Some(value) => {
                    add_value(corpus, value, target);
                    values.push((value, filter.sense));
                }
                None => notes.push(Note::UnknownValue {
                    facet: filter.facet.clone(),
                    value: filter.value.clone(),
                }),
            }
        }
        let mut set = wanted.unwrap_or_else(|| {
            let mut all = FixedBitSet::with_capacity(unwanted.len());
            all.insert_range(..);
            all
        });
        set.difference_with(&unwanted);
        Choice {
            facet: if name == NOTE {
                NOTED
            } else {
                counts.facet(name).unwrap_or(u32::MAX)
            },
            set,
            values,
        }
    };
    let choices = names.into_iter().map(of_facet).collect();
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
