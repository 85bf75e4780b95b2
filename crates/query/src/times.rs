//! The dates of the corpus on one of its three clocks, read once and put in order.
//!
//! In: a corpus, a clock, and the reader's assumption. Out: for each moment or document its value and its place in
//! time; which passages or documents lie in a range, for certain or possibly.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use dossier_corpus::{Corpus, DocId, MomentId, PassageId};
use dossier_time::{Edtf, Expr, Relation, relation, resolve};
use fixedbitset::FixedBitSet;

use crate::answer::{Mark, MarkSource};
use crate::order;
use crate::query::Clock;

/// Whether the year is unknown; earliest day, latest day, an open side before or behind all days.
type Key = (bool, i32, i32);

/// A date and where it stands.
#[derive(Clone, Debug)]
struct Entry {
    source: MarkSource,
    /// The passage of a moment, or the document.
    place: u32,
    value: u32,
    assumed: bool,
}

/// The dates of one clock, in order of time. A *place* is a passage on the clock of events, a document on the others.
pub(crate) struct Times {
    entries: Vec<Entry>,
    /// Each value once.
    values: Vec<Rc<Edtf>>,
    dated: FixedBitSet,
    /// The range that was asked for last.
    range: RefCell<Option<Rc<InRange>>>,
}

/// What lies in a range.
#[derive(Clone, Debug)]
pub(crate) struct InRange {
    from: Option<Edtf>,
    to: Option<Edtf>,
    relations: Vec<Relation>,
    /// The places that possibly lie in it, or for certain.
    pub(crate) possible: FixedBitSet,
    /// Those that do for certain.
    pub(crate) certain: FixedBitSet,
}

/// Gives each value a number, and reads each text once.
#[derive(Default)]
struct Values {
    list: Vec<Rc<Edtf>>,
    keys: Vec<Key>,
    by_text: BTreeMap<String, Option<u32>>,
}

impl Values {
    fn add(&mut self, value: Edtf) -> u32 {
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.keys.push(key(&value));
        self.list.push(Rc::new(value));
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
        let (mut entries, n_places) = match clock {
            Clock::Happened => (moments(corpus, as_of, &mut values), corpus.n_passages()),
            Clock::Published | Clock::Added => (
                documents(corpus, clock, as_of, &mut values),
                corpus.n_documents(),
            ),
        };
        let Values {
            list: values, keys, ..
        } = values;
        let mut in_time = keys.clone();
        order::sort(&mut in_time);
        order::by_number(&mut entries, |it| {
            let key = keys.get(it.value as usize);
            let n_before = key.map_or(0, |key| in_time.partition_point(|it| it < key));
            u32::try_from(n_before).unwrap_or(u32::MAX)
        });
        let mut dated = FixedBitSet::with_capacity(n_places as usize);
        for entry in &entries {
            put(&mut dated, entry.place);
        }
        Self {
            entries,
            values,
            dated,
            range: RefCell::default(),
        }
    }

    /// The places that carry a date.
    pub(crate) const fn dated(&self) -> &FixedBitSet {
        &self.dated
    }

    /// The places whose dates lie in the range.
    pub(crate) fn in_range(&self, from: Option<&Edtf>, to: Option<&Edtf>) -> Rc<InRange> {
        let mut last = self.range.borrow_mut();
        if let Some(range) = &*last
            && range.from.as_ref() == from
            && range.to.as_ref() == to
        {
            return Rc::clone(range);
        }
        let relations: Vec<Relation> = self
            .values
            .iter()
            .map(|value| relation(value, from, to))
            .collect();
        let mut possible = FixedBitSet::with_capacity(self.dated.len());
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
        let range = Rc::new(InRange {
            from: from.cloned(),
            to: to.cloned(),
            relations,
            possible,
            certain,
        });
        *last = Some(Rc::clone(&range));
        range
    }

    /// The dates of the chosen places that may lie in the range, in order.
    pub(crate) fn marks(&self, chosen: &FixedBitSet, range: Option<&InRange>) -> Vec<Mark> {
        let may_fit = |value: u32| {
            range.is_none_or(|it| it.relations.get(value as usize) != Some(&Relation::Outside))
        };
        self.entries
            .iter()
            .filter(|it| chosen.contains(it.place as usize) && may_fit(it.value))
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
    // The value of each text by the text's number: most texts stand in many moments.
    let mut known: BTreeMap<u32, Option<u32>> = BTreeMap::new();
    let is_undated = |passage: PassageId| {
        let document = corpus
            .passage(passage)
            .and_then(|it| corpus.document(it.document));
        document.is_some_and(|it| it.published.is_none())
    };
    (0..corpus.n_moments())
        .map(MomentId::new)
        .filter_map(|moment| {
            let (passage, text) = corpus.moment_value(moment)?;
            let base = *known.entry(text).or_insert_with(|| {
                let info = corpus.moment(moment)?;
                values.of_text(info.edtf)
            });
            let resolved = as_of.and_then(|as_of| {
                let info = corpus.moment(moment)?;
                let waits = !info.unresolved.is_empty() && is_undated(passage);
                let expr = Expr::parse(info.unresolved).ok().filter(|_| waits)?;
                Some(resolve(&expr, Some(as_of)))
            });
            let base_value = base.and_then(|it| values.list.get(it as usize));
            let (value, assumed) = match resolved {
                Some(value) if base_value.is_none_or(|it| **it != value) => {
                    (values.of_text(&value.to_string())?, true)
                }
                _ => (base?, false),
            };
            Some(Entry {
                source: MarkSource::Moment(moment),
                place: passage.get(),
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
        Clock::Happened | Clock::Published => info.published.map(|it| it.0),
    };
    let own = text.and_then(|it| values.of_text(it));
    Some(Entry {
        source: MarkSource::Document(document),
        place: document.get(),
        value: own.or(assumed_value)?,
        assumed: own.is_none(),
    })
}
