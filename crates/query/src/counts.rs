//! How many selected passages have each facet value.
//!
//! In: the corpus's lists of passages, by value; they are turned round once, into lists of values by passage. Out:
//! counts, in the order they are shown.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use dossier_corpus::Corpus;
use fixedbitset::FixedBitSet;

use crate::answer::{FacetCounts, ValueCount};
use crate::choices::Choice;
use crate::query::Sense;

/// A value that at least one of so many passages has is kept as a set: counting in it is a matter of bits.
const DENSE_FROM: u32 = 32;

/// The values of all facets, by passage.
pub(crate) struct Counts {
    facets: Vec<FacetValues>,
    /// Passages that have each value, when everything is selected.
    totals: Vec<u32>,
    names: Vec<OnceCell<Rc<str>>>,
    /// Values that many passages have, as sets.
    dense: Vec<(u32, FixedBitSet)>,
    /// Values that whole documents have: where each document's begin, and which they are.
    by_document: Lists,
    /// All other values, by passage.
    by_passage: Lists,
    /// The first passage of each document.
    documents: Vec<Range<u32>>,
}

/// The values of one facet.
struct FacetValues {
    name: String,
    /// Its values by name: their numbers among the values of all facets.
    by_name: Vec<u32>,
}

/// Lists one behind the other.
#[derive(Default)]
struct Lists {
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Lists {
    /// From pairs of place and value, in order of the values.
    fn new(n_places: u32, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0u32; n_places as usize + 1];
        for &(place, _) in pairs {
            if let Some(start) = starts.get_mut(place as usize + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut values = vec![0; pairs.len()];
        for &(place, value) in pairs {
            if let Some(at) = next.get_mut(place as usize) {
                if let Some(slot) = values.get_mut(*at as usize) {
                    *slot = value;
                }
                *at += 1;
            }
        }
        Self { starts, values }
    }

    fn of(&self, place: usize) -> &[u32] {
        let start = self.starts.get(place).copied().unwrap_or(0) as usize;
        let end = self.starts.get(place + 1).copied().unwrap_or(0) as usize;
        self.values.get(start..end).unwrap_or_default()
    }
}

impl Counts {
    /// Reads the facets. `O(passages that have values)`.
    pub(crate) fn read(corpus: &Corpus<'_>) -> Self {
        let n_passages = corpus.n_passages();
        let documents: Vec<Range<u32>> = corpus
            .document_ids()
            .map(|it| corpus.passages(it))
            .collect();
        let mut counts = Self {
            facets: Vec::new(),
            totals: Vec::new(),
            names: Vec::new(),
            dense: Vec::new(),
            by_document: Lists::default(),
            by_passage: Lists::default(),
            documents,
        };
        let (mut of_documents, mut of_passages) = (Vec::new(), Vec::new());
        for (number, name) in (0u32..).zip(corpus.facets()) {
            let mut by_name = Vec::new();
            for value in corpus.facet_values(number) {
                counts.totals.push(value.count);
                by_name.push((value.place_by_name, value.number));
                if value.count >= n_passages / DENSE_FROM {
                    let mut set = FixedBitSet::with_capacity(n_passages as usize);
                    for run in corpus.facet_postings(value.number) {
                        let end = run.end.min(n_passages) as usize;
                        set.insert_range((run.start as usize).min(end)..end);
                    }
                    counts.dense.push((value.number, set));
                } else if !counts.whole_documents(corpus, value.number, &mut of_documents) {
                    for run in corpus.facet_postings(value.number) {
                        let run = run.start..run.end.min(n_passages);
                        of_passages.extend(run.map(|it| (it, value.number)));
                    }
                }
            }
            by_name.sort_unstable();
            counts.facets.push(FacetValues {
                name: name.to_owned(),
                by_name: by_name.into_iter().map(|it| it.1).collect(),
            });
        }
        counts.names.resize_with(counts.totals.len(), OnceCell::new);
        counts.by_document = Lists::new(corpus.n_documents(), &of_documents);
        counts.by_passage = Lists::new(n_passages, &of_passages);
        counts
    }

    /// Adds the documents that have a value, when it is whole documents that do; whether it is.
    fn whole_documents(
        &self,
        corpus: &Corpus<'_>,
        value: u32,
        found: &mut Vec<(u32, u32)>,
    ) -> bool {
        let n_before = found.len();
        for run in corpus.facet_postings(value) {
            let mut at = run.start;
            while at < run.end {
                let document = self.documents.partition_point(|it| it.end <= at);
                match self.documents.get(document) {
                    Some(passages)
                        if passages.start == at && at < passages.end && passages.end <= run.end =>
                    {
                        found.push((to_u32(document), value));
                        at = passages.end;
                    }
                    _ => {
                        found.truncate(n_before);
                        return false;
                    }
                }
            }
        }
        true
    }

    /// The counts of all facets.
    ///
    /// * `base`: the selection without any facet's choices.
    /// * `choices`: those of each facet; a facet's own do not narrow its counts.
    pub(crate) fn of(
        &self,
        corpus: &Corpus<'_>,
        base: &FixedBitSet,
        choices: &[Choice],
    ) -> Vec<FacetCounts> {
        let mut all = base.clone();
        for choice in choices {
            all.intersect_with(&choice.set);
        }
        let common = self.count(&all);
        (0u32..)
            .zip(&self.facets)
            .map(|(number, facet)| {
                let own = choices.iter().find(|it| it.facet == number);
                let Some(own) = own else {
                    return self.listed(corpus, facet, &common, &[]);
                };
                let mut set = base.clone();
                for choice in choices.iter().filter(|it| it.facet != number) {
                    set.intersect_with(&choice.set);
                }
                self.listed(corpus, facet, &self.count(&set), &own.values)
            })
            .collect()
    }

    /// The number of passages in `set` for each value.
    fn count(&self, set: &FixedBitSet) -> Vec<u32> {
        let n_chosen = set.count_ones(..);
        if n_chosen == set.len() {
            return self.totals.clone();
        }
        if n_chosen > set.len() / 2 {
            // Fewer to go through.
            let mut others = set.clone();
            others.toggle_range(..);
            let others = self.count(&others);
            let pairs = self.totals.iter().zip(&others);
            return pairs
                .map(|(total, other)| total.saturating_sub(*other))
                .collect();
        }
        let mut counts = vec![0u32; self.totals.len()];
        let mut add = |values: &[u32], n: u32| {
            for &value in values {
                if let Some(count) = counts.get_mut(value as usize) {
                    *count += n;
                }
            }
        };
        let mut document = 0;
        let mut n_of_document = 0;
        for passage in set.ones() {
            add(self.by_passage.of(passage), 1);
            while self
                .documents
                .get(document)
                .is_some_and(|it| it.end as usize <= passage)
            {
                add(self.by_document.of(document), n_of_document);
                n_of_document = 0;
                document += 1;
            }
            n_of_document += 1;
        }
        add(self.by_document.of(document), n_of_document);
        for (value, dense) in &self.dense {
            if let Some(count) = counts.get_mut(*value as usize) {
                *count = to_u32(dense.intersection_count(set));
            }
        }
        counts
    }

    /// The values of a facet that are counted or chosen, by falling count, then by name.
    fn listed(
        &self,
        corpus: &Corpus<'_>,
        facet: &FacetValues,
        counts: &[u32],
        chosen: &[(u32, Sense)],
    ) -> FacetCounts {
        let count_of = |value: u32| counts.get(value as usize).copied().unwrap_or(0);
        let sense_of = |value: u32| chosen.iter().find(|it| it.0 == value).map(|it| it.1);
        let mut listed: Vec<(u32, u32)> = facet
            .by_name
            .iter()
            .map(|&value| (count_of(value), value))
            .filter(|&(count, value)| count > 0 || sense_of(value).is_some())
            .collect();
        // The order by name stays within one count.
        listed.sort_by_key(|it| std::cmp::Reverse(it.0));
        let values = listed
            .into_iter()
            .map(|(count, value)| ValueCount {
                name: self.name(corpus, value),
                count,
                chosen: sense_of(value),
            })
            .collect();
        FacetCounts {
            facet: facet.name.clone(),
            values,
        }
    }

    fn name(&self, corpus: &Corpus<'_>, value: u32) -> Rc<str> {
        let read = || Rc::from(corpus.facet_value(value).map_or("", |it| it.name));
        match self.names.get(value as usize) {
            Some(name) => Rc::clone(name.get_or_init(read)),
            None => read(),
        }
    }

    /// The number of a facet's value by their names. `O(log values)`.
    pub(crate) fn find(&self, corpus: &Corpus<'_>, facet: &str, value: &str) -> Option<u32> {
        let facet = self.facets.iter().find(|it| it.name == facet)?;
        let name = |number: u32| corpus.facet_value(number).map_or("", |it| it.name);
        let at = facet.by_name.partition_point(|it| name(*it) < value);
        let number = *facet.by_name.get(at)?;
        (name(number) == value).then_some(number)
    }

    /// The number of a facet by its name.
    pub(crate) fn facet(&self, name: &str) -> Option<u32> {
        (0u32..)
            .zip(&self.facets)
            .find(|it| it.1.name == name)
            .map(|it| it.0)
    }
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
