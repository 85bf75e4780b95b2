//! Looks up the conditions of one query, each once.
//!
//! In: the parts of a query. Out: for `select` their passages; for `rank` what was found for the words.

use std::collections::BTreeMap;
use std::rc::Rc;

use dossier_corpus::DocId;
use dossier_time::Edtf;
use fixedbitset::FixedBitSet;

use crate::answer::{Note, Term};
use crate::choices::add_value;
use crate::expr::{Expr, Words};
use crate::leaf::{Leaf, Lookup};
use crate::mark::times_phrase;
use crate::query::{Clock, Query};
use crate::searcher::Searcher;
use crate::select::{Sets, Source, full};

/// How many words of one query are corrected at most.
const MAX_CORRECTIONS: u32 = 6;

/// What was found for the words of one query.
pub(crate) struct Findings<'s, 'a> {
    searcher: &'s Searcher<'a>,
    query: &'s Query,
    n_corrections: u32,
    leaves: Vec<(Words, Rc<Leaf>)>,
    known: BTreeMap<Words, usize>,
    /// What was read otherwise than typed.
    pub(crate) notes: Vec<Note>,
}

impl<'s, 'a> Findings<'s, 'a> {
    pub(crate) fn new(searcher: &'s Searcher<'a>, query: &'s Query) -> Self {
        Self {
            searcher,
            query,
            n_corrections: MAX_CORRECTIONS,
            leaves: Vec::new(),
            known: BTreeMap::new(),
            notes: Vec::new(),
        }
    }

    /// What was found for each condition on words.
    pub(crate) fn leaves(&self) -> Vec<&Leaf> {
        self.leaves.iter().map(|it| &*it.1).collect()
    }

    /// The conditions' words as typed.
    pub(crate) fn typed(&self) -> Vec<&str> {
        self.leaves.iter().map(|it| it.0.typed.as_str()).collect()
    }

    /// What to mark, and for each the condition it belongs to.
    pub(crate) fn terms(&self) -> (Vec<Term>, Vec<usize>) {
        let (mut all, mut leaf_of) = (Vec::<Term>::new(), Vec::new());
        for (idx, (words, leaf)) in self.leaves.iter().enumerate() {
            for (matched, reading) in &leaf.matched {
                if all.iter().all(|it| it.matched != *matched) {
                    all.push(Term {
                        matched: matched.clone(),
                        reading: *reading,
                        typed: words.typed.clone(),
                    });
                    leaf_of.push(idx);
                }
            }
        }
        (all, leaf_of)
    }

    fn leaf(&mut self, words: &Words) -> Option<Rc<Leaf>> {
        if !self.known.contains_key(words) {
            let lookup = Lookup {
                corpus: self.searcher.corpus_ref(),
                dictionary: self.searcher.dictionary()?,
                corrects: self.n_corrections > 0,
            };
            let leaf = self.searcher.known_leaf(words, &lookup);
            self.n_corrections -= u32::from(leaf.is_corrected);
            self.notes.extend(leaf.note.clone());
            self.known.insert(words.clone(), self.leaves.len());
            self.leaves.push((words.clone(), leaf));
        }
        let at = *self.known.get(words)?;
        self.leaves.get(at).map(|it| Rc::clone(&it.1))
    }

    fn none(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.n_passages())
    }

    fn words(&mut self, words: &Words) -> Sets {
        let searcher = self.searcher;
        let Some(leaf) = self.leaf(words) else {
            return Sets::strict(self.none());
        };
        if leaf.titles.is_empty() {
            return Sets::strict(leaf.set.clone());
        }
        let mut sets = Sets::strict(leaf.set.clone());
        for &document in &leaf.titles {
            searcher.add_document(document, &mut sets.reach);
            let first = searcher.corpus_ref().passages(DocId::new(document));
            let at = first.start as usize;
            if !first.is_empty() && at < sets.own.len() {
                sets.own.insert(at);
            }
        }
        sets
    }

    fn title(&mut self, words: &Words) -> FixedBitSet {
        let searcher = self.searcher;
        let mut set = self.none();
        if let Some(leaf) = self.leaf(words) {
            for &document in &leaf.titles {
                searcher.add_document(document, &mut set);
            }
        }
        set
    }

    fn value(&mut self, facet: &str, words: &Words, typed: &str) -> FixedBitSet {
        let corpus = self.searcher.corpus_ref();
        let mut set = self.none();
        let mut is_known = false;
        let holds = |name: &str| times_phrase(name, &words.folded, words.prefix) > 0;
        if let Some(number) = self.searcher.counts().facet(facet) {
            for value in corpus.facet_values(number) {
                let is_alias = || {
                    let entity = value.entity.into_iter();
                    entity.into_iter().any(|it| corpus.aliases(it).any(holds))
                };
                if holds(value.name) || is_alias() {
                    add_value(corpus, value.number, &mut set);
                    is_known = true;
                }
            }
        }
        if !is_known {
            self.notes.push(Note::UnknownValue {
                facet: facet.to_owned(),
                value: typed.to_owned(),
            });
        }
        set
    }

    fn date(&self, from: Option<&Edtf>, to: Option<&Edtf>) -> FixedBitSet {
        let searcher = self.searcher;
        let clock = self.query.clock;
        let times = searcher.times(clock, self.query.as_of.as_ref());
        searcher.to_passages(clock, &times.in_range(from, to).possible)
    }
}

impl Source for Findings<'_, '_> {
    fn n_passages(&self) -> usize {
        self.searcher.corpus_ref().n_passages() as usize
    }

    fn sets(&mut self, expr: &Expr) -> Sets {
        Sets::strict(match expr {
            Expr::Words(words) => return self.words(words),
            Expr::Title(words) => self.title(words),
            Expr::Value {
                facet,
                words,
                typed,
            } => self.value(facet, words, typed),
            Expr::Date { from, to } => self.date(from.as_ref(), to.as_ref()),
            Expr::All(_) | Expr::Any(_) | Expr::Not(_) => full(self.n_passages()),
        })
    }

    fn whole_documents(&self, set: &FixedBitSet) -> FixedBitSet {
        let documents = self.searcher.documents_of(set);
        self.searcher.to_passages(Clock::Published, &documents)
    }
}
