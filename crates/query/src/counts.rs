//! How many selected passages have each facet value.
//!
//! In: the corpus's lists of passages, by value; they are turned round once, into lists of values by passage. Out:
//! counts, in the order they are shown.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use dossier_corpus::Corpus;
use fixedbitset::FixedBitSet;

use crate::answer::{FacetCounts, ValueCount};
use crate::choices::{Choice, add_value};
use crate::order;
use crate::query::Sense;

/// A value that at least one of so many passages has is kept as a set: counting in it is a matter of bits.
const DENSE_FROM: u32 = 32;

/// The values of all facets.
pub(crate) struct Counts {
    facets: Vec<FacetValues>,
    /// Passages that have each value, when everything is selected.
    totals: Vec<u32>,
    names: Vec<OnceCell<Rc<str>>>,
    /// Read when something else than everything is to be counted.
    places: OnceCell<ByPlace>,
}

/// The values of one facet.
struct FacetValues {
    name: String,
    /// Their numbers among the values of all facets: by falling total, then by name.
    numbers: Range<u32>,
    /// The same, by name.
    by_name: Vec<u32>,
}

/// The values of all facets, by passage.
struct ByPlace {
    /// Values that many passages have, as sets.
    dense: Vec<(u32, FixedBitSet)>,
    /// Values that whole documents have.
    by_document: Lists,
    /// All other values.
    by_passage: Lists,
    /// The first passage of each document.
    documents: Vec<Range<u32>>,
}

/// Lists one behind the other.
struct Lists {
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Lists {
    /// From pairs of place and value, in order of the values; `pairs` gives them all each time.
    fn new(n_places: u32, pairs: impl Fn(&mut dyn FnMut(u32, u32))) -> Self {
        // The place behind each: once its list is filled, this is where the next one begins.
        let mut starts = vec![0u32; n_places as usize + 1];
        let mut n_pairs = 0;
        pairs(&mut |place, _| {
            if let Some(start) = starts.get_mut(place as usize + 1) {
                *start += 1;
                n_pairs += 1;
            }
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        let mut values = vec![0; n_pairs];
        pairs(&mut |place, value| {
            if let Some(at) = starts.get_mut(place as usize + 1) {
                if let Some(slot) = values.get_mut(*at as usize) {
                    *slot = value;
                }
                *at += 1;
            }
        });
        Self { starts, values }
    }

    fn of(&self, place: usize) -> &[u32] {
        let start = self.starts.get(place).copied().unwrap_or(0) as usize;
        let end = self.starts.get(place + 1).copied().unwrap_or(0) as usize;
        self.values.get(start..end).unwrap_or_default()
    }
}

impl ByPlace {
    /// Reads the lists of the values. `O(passages that have values)`.
    fn read(corpus: &Corpus<'_>, totals: &[u32]) -> Self {
        let n_passages = corpus.n_passages();
        let documents: Vec<Range<u32>> = corpus
            .document_ids()
            .map(|it| corpus.passages(it))
            .collect();
        let mut dense = Vec::new();
        let (mut of_documents, mut of_passages) = (Vec::new(), Vec::new());
        for (value, &total) in (0u32..).zip(totals) {
            if total >= n_passages / DENSE_FROM {
                let mut set = FixedBitSet::with_capacity(n_passages as usize);
                add_value(corpus, value, &mut set);
                dense.push((value, set));
            } else if whole_documents(corpus, &documents, value, &mut |_| ()) {
                of_documents.push(value);
            } else {
                of_passages.push(value);
            }
        }
        let by_document = Lists::new(corpus.n_documents(), |found| {
            for &value in &of_documents {
                whole_documents(corpus, &documents, value, &mut |it| found(it, value));
            }
        });
        let by_passage = Lists::new(n_passages, |found| {
            for &value in &of_passages {
                for run in corpus.facet_postings(value) {
                    (run.start..run.end.min(n_passages)).for_each(|it| found(it, value));
                }
            }
        });
        Self {
            dense,
            by_document,
            by_passage,
            documents,
        }
    }

    /// Adds to the counts of the values the passages in `set`.
    fn count(&self, set: &FixedBitSet, counts: &mut [u32]) {
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
                if n_of_document > 0 {
                    add(self.by_document.of(document), n_of_document);
                    n_of_document = 0;
                }
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
    }
}

/// Gives the documents that have a value, when it is whole documents that do; whether it is.
fn whole_documents(
    corpus: &Corpus<'_>,
    documents: &[Range<u32>],
    value: u32,
    found: &mut dyn FnMut(u32),
) -> bool {
    for run in corpus.facet_postings(value) {
        let mut at = run.start;
        while at < run.end {
            let document = documents.partition_point(|it| it.end <= at);
            match documents.get(document) {
                Some(passages)
                    if passages.start == at && at < passages.end && passages.end <= run.end =>
                {
                    found(to_u32(document));
                    at = passages.end;
                }
                _ => return false,
            }
        }
    }
    true
}

impl Counts {
    /// Reads the facets and their values. `O(values)`.
    pub(crate) fn read(corpus: &Corpus<'_>) -> Self {
        let mut totals = Vec::new();
        let mut facets = Vec::new();
        for (number, name) in (0u32..).zip(corpus.facets()) {
            let first = to_u32(totals.len());
            let mut places = Vec::new();
            for (count, place) in corpus.facet_totals(number) {
                totals.push(count);
                places.push(place);
            }
            let numbers = first..to_u32(totals.len());
            let mut by_name: Vec<u32> = numbers.clone().collect();
            for (number, place) in numbers.clone().zip(places) {
                if let Some(slot) = by_name.get_mut(place as usize) {
                    *slot = number;
                }
            }
            facets.push(FacetValues {
                name: name.to_owned(),
                numbers,
                by_name,
            });
        }
        let mut names = Vec::new();
        names.resize_with(totals.len(), OnceCell::new);
        Self {
            facets,
            totals,
            names,
            places: OnceCell::new(),
        }
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
        let common = self.count(corpus, &all);
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
                self.listed(corpus, facet, &self.count(corpus, &set), &own.values)
            })
            .collect()
    }

    /// The number of passages in `set` for each value.
    fn count(&self, corpus: &Corpus<'_>, set: &FixedBitSet) -> Cow<'_, [u32]> {
        let n_chosen = set.count_ones(..);
        if n_chosen == set.len() {
            return Cow::Borrowed(&self.totals);
        }
        let places = self
            .places
            .get_or_init(|| ByPlace::read(corpus, &self.totals));
        let mut counts = vec![0; self.totals.len()];
        if n_chosen <= set.len() / 2 {
            places.count(set, &mut counts);
        } else {
            // Fewer to go through.
            let mut others = set.clone();
            others.toggle_range(..);
            places.count(&others, &mut counts);
            for (count, total) in counts.iter_mut().zip(&self.totals) {
                *count = total.saturating_sub(*count);
            }
        }
        Cow::Owned(counts)
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
        let is_all = std::ptr::eq(counts, self.totals.as_slice());
        let in_order = |value: u32| (count_of(value), value);
        let is_listed =
            |it: &(u32, u32)| it.0 > 0 || (!chosen.is_empty() && sense_of(it.1).is_some());
        let mut listed: Vec<(u32, u32)> = if is_all {
            facet.numbers.clone().map(in_order).collect()
        } else {
            let by_name = facet.by_name.iter().copied().map(in_order);
            by_name.filter(is_listed).collect()
        };
        if !is_all {
            // The order by name stays within one count.
            order::by_number(&mut listed, |it| !it.0);
        }
        let values = listed
            .into_iter()
            .map(|(count, value)| ValueCount {
                name: self.name(corpus, value),
                number: value,
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
