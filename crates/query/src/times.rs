//! The dates of the corpus on its three clocks, read once and put in order.
//!
//! In: a corpus. Out: for each moment and document its value and its place in time; which passages and documents lie
//! in a range, for certain or possibly.

use std::collections::BTreeMap;
use std::rc::Rc;

use dossier_corpus::{Corpus, DocId, MomentId, PassageId};
use dossier_time::{Edtf, Expr, Relation, relation, resolve};
use fixedbitset::FixedBitSet;

use crate::answer::{Mark, MarkSource};
use crate::query::Clock;

/// Earliest day, latest day; an open side lies before or behind all days, an unknown year behind everything.
type Key = (bool, i32, i32);

/// A date and where it stands.
#[derive(Clone, Debug)]
struct Entry {
    key: Key,
    source: MarkSource,
    /// The passage of a moment, or the document.
    place: u32,
    value: u32,
    assumed: bool,
}

/// The dates of one clock, in order of time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Times {
    entries: Vec<Entry>,
    /// Each value once.
    values: Vec<Rc<Edtf>>,
}

/// The passages (or, on the other clocks, documents) that lie in a range.
#[derive(Clone, Debug)]
pub(crate) struct InRange {
    /// Possibly or for certain.
    pub(crate) possible: FixedBitSet,
    /// For certain.
    pub(crate) certain: FixedBitSet,
}

/// Gives each value a number, and reads each text once.
#[derive(Default)]
struct Values {
    values: Vec<Rc<Edtf>>,
    keys: Vec<Key>,
    by_text: BTreeMap<String, Option<u32>>,
}

impl Values {
    fn add(&mut self, value: Edtf) -> u32 {
        let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        self.keys.push(key(&value));
        self.values.push(Rc::new(value));
        number
    }

    fn of_text(&mut self, text: &str) -> Option<u32> {
        if let Some(&known) = self.by_text.get(text) {
            return known;
        }
        let number = Edtf::parse(text).ok().map(|value| self.add(value));
        self.by_text.insert(text.to_owned(), number);
        number
    }

    fn key(&self, number: u32) -> Key {
        self.keys.get(number as usize).copied().unwrap_or_default()
    }
}

fn key(value: &Edtf) -> Key {
    match value.bounds() {
        Some(bounds) => (
            false,
            bounds.earliest.map_or(i32::MIN, |it| it.0),
            bounds.latest.map_or(i32::MAX, |it| it.0),
        ),
        None => (true, 0, 0),
    }
}

impl Times {
    /// Reads the dates of a clock; with `as_of`, documents without a date are taken as published then.
    pub(crate) fn read(corpus: &Corpus<'_>, clock: Clock, as_of: Option<&Edtf>) -> Self {
        let mut values = Values::default();
        let mut entries = match clock {
            Clock::Happened => moments(corpus, as_of, &mut values),
            Clock::Published | Clock::Added => documents(corpus, clock, as_of, &mut values),
        };
        entries.sort_unstable_by_key(|it| (it.key, it.source));
        Self {
            entries,
            values: values.values,
        }
    }

    /// The passages or documents that carry a date.
    pub(crate) fn dated(&self, n: u32) -> FixedBitSet {
        let mut dated = FixedBitSet::with_capacity(n as usize);
        for entry in &self.entries {
            put(&mut dated, entry.place);
        }
        dated
    }

    /// The passages or documents whose dates lie in the range; `n` of them are in the corpus.
    pub(crate) fn in_range(&self, n: u32, from: Option<&Edtf>, to: Option<&Edtf>) -> InRange {
        let relations = self.relations(from, to);
        let mut possible = FixedBitSet::with_capacity(n as usize);
        let mut certain = possible.clone();
        for entry in &self.entries {
            match relations.get(entry.value as usize) {
                Some(Relation::Certain) => {
                    put(&mut certain, entry.place);
                    put(&mut possible, entry.place);
                }
                Some(Relation::Possible) => put(&mut possible, entry.place),
                _ => {}
            }
        }
        InRange { possible, certain }
    }

    fn relations(&self, from: Option<&Edtf>, to: Option<&Edtf>) -> Vec<Relation> {
        self.values
            .iter()
            .map(|value| relation(value, from, to))
            .collect()
    }

    /// The dates of the chosen passages or documents that may lie in the range, in order.
    pub(crate) fn marks(
        &self,
        chosen: &FixedBitSet,
        from: Option<&Edtf>,
        to: Option<&Edtf>,
    ) -> Vec<Mark> {
        let relations = match (from, to) {
            (None, None) => Vec::new(),
            _ => self.relations(from, to),
        };
        let fits = |entry: &&Entry| {
            chosen.contains(entry.place as usize)
                && relations.get(entry.value as usize) != Some(&Relation::Outside)
        };
        self.entries
            .iter()
            .filter(fits)
            .filter_map(|entry| {
                Some(Mark {
                    source: entry.source,
                    value: Rc::clone(self.values.get(entry.value as usize)?),
                    assumed: entry.assumed,
                })
            })
            .collect()
    }
}

fn put(set: &mut FixedBitSet, at: u32) {
    if (at as usize) < set.len() {
        set.insert(at as usize);
    }
}

fn moments(corpus: &Corpus<'_>, as_of: Option<&Edtf>, values: &mut Values) -> Vec<Entry> {
    let is_undated = |passage: PassageId| {
        let document = corpus
            .passage(passage)
            .and_then(|it| corpus.document(it.document));
        document.is_some_and(|it| it.published.is_none())
    };
    (0..corpus.n_moments())
        .map(MomentId::new)
        .filter_map(|moment| {
            let info = corpus.moment(moment)?;
            let base = values.of_text(info.edtf);
            let resolved = as_of
                .filter(|_| !info.unresolved.is_empty() && is_undated(info.passage))
                .and_then(|as_of| Some(resolve(&Expr::parse(info.unresolved).ok()?, Some(as_of))));
            let base_value = base.and_then(|it| values.values.get(it as usize)).cloned();
            let (value, assumed) = match resolved {
                Some(value) if base_value.as_deref() != Some(&value) => (values.add(value), true),
                _ => (base?, false),
            };
            Some(Entry {
                key: values.key(value),
                source: MarkSource::Moment(moment),
                place: info.passage.get(),
                value,
                assumed,
            })
        })
        .collect()
}

fn documents(
    corpus: &Corpus<'_>,
    clock: Clock,
    as_of: Option<&Edtf>,
    values: &mut Values,
) -> Vec<Entry> {
    let assumed_value = as_of
        .filter(|_| clock == Clock::Published)
        .map(|it| values.add(it.clone()));
    corpus
        .document_ids()
        .filter_map(|document| entry(corpus, document, clock, assumed_value, values))
        .collect()
}

fn entry(
    corpus: &Corpus<'_>,
    document: DocId,
    clock: Clock,
    assumed_value: Option<u32>,
    values: &mut Values,
) -> Option<Entry> {
    let info = corpus.document(document)?;
    let text = match clock {
        Clock::Added => info.added,
        _ => info.published.map(|it| it.0),
    };
    let own = text.and_then(|it| values.of_text(it));
    let value = own.or(assumed_value)?;
    Some(Entry {
        key: values.key(value),
        source: MarkSource::Document(document),
        place: document.get(),
        value,
        assumed: own.is_none(),
    })
}
