//! Answers queries: from the text of the search field and the filters to all that is on screen.
//!
//! ```text
//! text ── parse ─→ conditions ── leaf ─→ passages of each word ── select ─→ passages ── rank ─→ documents
//! filters ── counts::choices ─→ passages        range ── times ─→ passages
//! ```
//!
//! What is read from the corpus once (lengths, dates in order) is read when it is first needed, and kept.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use dossier_corpus::index::Dictionary;
use dossier_corpus::{Corpus, DocId, PassageId, Span};
use dossier_time::Edtf;
use fixedbitset::FixedBitSet;

use crate::answer::{Answer, Excerpt, Matched, Note};
use crate::counts::{add_value, choices, counts};
use crate::excerpt;
use crate::expr::{Expr, Words};
use crate::leaf::{Leaf, Lookup};
use crate::mark::places;
use crate::parse::parse;
use crate::query::{Clock, Query};
use crate::rank::{self, Lengths};
use crate::select::{Sets, Source, Step, full, select};
use crate::suggest::{self, Suggestion, name_holds};
use crate::times::Times;

/// How many words of one query are corrected at most.
const MAX_CORRECTIONS: u32 = 6;

/// Answers queries to one corpus.
pub struct Searcher<'a> {
    corpus: Corpus<'a>,
    dictionary: OnceCell<Option<Dictionary<'a>>>,
    lengths: OnceCell<Lengths>,
    times: RefCell<Vec<KnownTimes>>,
}

/// The dates of a clock under an assumption, as read.
struct KnownTimes {
    clock: Clock,
    as_of: Option<Edtf>,
    times: Rc<Times>,
}

/// What was found for the words of one query.
struct Findings<'s, 'a> {
    searcher: &'s Searcher<'a>,
    query: &'s Query,
    n_corrections: u32,
    leaves: Vec<(Words, Leaf)>,
    known: BTreeMap<Words, usize>,
    notes: Vec<Note>,
}

impl<'a> Searcher<'a> {
    /// A searcher of `corpus`. Costs nothing yet.
    #[must_use]
    pub fn new(corpus: Corpus<'a>) -> Self {
        Self {
            corpus,
            dictionary: OnceCell::new(),
            lengths: OnceCell::new(),
            times: RefCell::default(),
        }
    }

    /// The corpus it searches.
    #[must_use]
    pub fn corpus(&self) -> Corpus<'a> {
        self.corpus
    }

    /// Everything that is true for a query.
    #[must_use]
    pub fn answer(&self, query: &Query) -> Answer {
        let n_passages = self.corpus.n_passages() as usize;
        let is_facet = |name: &str| self.corpus.facets().any(|it| it == name);
        let parsed = parse(&query.text, &is_facet);
        let mut notes = parsed.notes;
        let mut findings = Findings {
            searcher: self,
            query,
            n_corrections: MAX_CORRECTIONS,
            leaves: Vec::new(),
            known: BTreeMap::new(),
            notes: Vec::new(),
        };
        let (by_text, step) = select(&parsed.clauses, &mut findings);
        match step {
            Step::Document => notes.push(Note::WithinDocument),
            Step::Any if !by_text.is_clear() => notes.push(Note::AnyWord),
            Step::Passage | Step::Any => {}
        }
        notes.append(&mut findings.notes);

        let (choices, unknown) = choices(&self.corpus, &query.filters);
        notes.extend(unknown);
        let mut by_facets = by_text.clone();
        for choice in &choices {
            by_facets.intersect_with(&choice.set);
        }

        let times = self.times(query.clock, query.as_of.as_ref());
        let n_places = match query.clock {
            Clock::Happened => self.corpus.n_passages(),
            _ => self.corpus.n_documents(),
        };
        let mut undated = self.to_passages(query.clock, &times.dated(n_places));
        undated.toggle_range(..);
        let n_undated = undated.intersection_count(&by_facets);

        let mut base = by_text;
        let mut selected = by_facets;
        let mut n_certain = None;
        if query.has_range() {
            let range = times.in_range(n_places, query.from.as_ref(), query.to.as_ref());
            let mut possible = self.to_passages(query.clock, &range.possible);
            if query.undated {
                possible.union_with(&undated);
            }
            base.intersect_with(&possible);
            selected.intersect_with(&possible);
            let certain = self.to_passages(query.clock, &range.certain);
            n_certain = Some(to_u32(certain.intersection_count(&selected)));
        }

        let chosen_places = match query.clock {
            Clock::Happened => selected.clone(),
            _ => self.documents_of(&selected),
        };
        let lengths = self.lengths();
        let asking: Vec<&Leaf> = findings.leaves.iter().map(|it| &it.1).collect();
        let scores = (!asking.is_empty()).then(|| rank::score(&asking, &selected, lengths));
        debug_assert_eq!(selected.len(), n_passages);
        Answer {
            documents: rank::documents(&self.corpus, &selected, scores.as_ref(), lengths),
            n_passages: to_u32(selected.count_ones(..)),
            facets: counts(&self.corpus, &base, &choices),
            marks: times.marks(&chosen_places, query.from.as_ref(), query.to.as_ref()),
            selected,
            n_undated: to_u32(n_undated),
            n_certain,
            notes,
            terms: matched(&findings.leaves),
        }
    }

    /// The `limit` best documents of a query, best first: what [`Self::answer`] puts first, and nothing else.
    #[must_use]
    pub fn best(&self, query: &Query, limit: usize) -> Vec<DocId> {
        let documents = self.answer(query).documents;
        documents
            .into_iter()
            .take(limit)
            .map(|it| it.document)
            .collect()
    }

    /// The best place of a hit, with what to mark in it.
    #[must_use]
    pub fn excerpt(&self, answer: &Answer, passage: PassageId) -> Excerpt {
        excerpt::excerpt(&self.corpus, passage, &answer.terms)
    }

    /// All that is to be marked in a passage: source spans, sorted, not overlapping.
    #[must_use]
    pub fn highlights(&self, answer: &Answer, passage: PassageId) -> Vec<Span> {
        excerpt::highlights(&self.corpus, passage, &answer.terms)
    }

    /// What is to be marked in a document's title: spans of the title's bytes, sorted, not overlapping. A hit that has
    /// nothing to mark was found by its title or by a filter.
    #[must_use]
    pub fn title_highlights(&self, answer: &Answer, document: DocId) -> Vec<Span> {
        let title = self.corpus.document(document).map_or("", |it| it.title);
        places(title, &answer.terms)
            .iter()
            .map(|it| it.span)
            .collect()
    }

    /// Up to `limit` names and words of the corpus that begin so, the frequent ones first.
    #[must_use]
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<Suggestion> {
        match self.dictionary() {
            Some(dictionary) => suggest::suggest(&self.corpus, dictionary, prefix, limit),
            None => Vec::new(),
        }
    }

    fn dictionary(&self) -> Option<&Dictionary<'a>> {
        self.dictionary
            .get_or_init(|| Dictionary::open(self.corpus.terms(), self.corpus.term_postings()))
            .as_ref()
    }

    fn lengths(&self) -> &Lengths {
        self.lengths.get_or_init(|| Lengths::read(&self.corpus))
    }

    /// The dates of a clock; the last few are kept.
    fn times(&self, clock: Clock, as_of: Option<&Edtf>) -> Rc<Times> {
        let mut known = self.times.borrow_mut();
        if let Some(it) = known
            .iter()
            .find(|it| it.clock == clock && it.as_of.as_ref() == as_of)
        {
            return Rc::clone(&it.times);
        }
        let times = Rc::new(Times::read(&self.corpus, clock, as_of));
        if known.len() >= 4 {
            known.remove(0);
        }
        known.push(KnownTimes {
            clock,
            as_of: as_of.cloned(),
            times: Rc::clone(&times),
        });
        times
    }

    /// The passages of places: on the clock of events they are passages, else documents.
    fn to_passages(&self, clock: Clock, places: &FixedBitSet) -> FixedBitSet {
        if clock == Clock::Happened {
            return places.clone();
        }
        let mut passages = FixedBitSet::with_capacity(self.corpus.n_passages() as usize);
        for document in places.ones() {
            self.add_document(to_u32(document), &mut passages);
        }
        passages
    }

    fn add_document(&self, document: u32, set: &mut FixedBitSet) {
        let range = self.corpus.passages(DocId::new(document));
        let end = (range.end as usize).min(set.len());
        set.insert_range((range.start as usize).min(end)..end);
    }

    fn documents_of(&self, passages: &FixedBitSet) -> FixedBitSet {
        let mut documents = FixedBitSet::with_capacity(self.corpus.n_documents() as usize);
        for passage in passages.ones() {
            let document = self.lengths().document_of(to_u32(passage)) as usize;
            if document < documents.len() {
                documents.insert(document);
            }
        }
        documents
    }
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn matched(leaves: &[(Words, Leaf)]) -> Vec<Matched> {
    let mut all = Vec::new();
    for matched in leaves.iter().flat_map(|it| &it.1.matched) {
        if !all.contains(matched) {
            all.push(matched.clone());
        }
    }
    all
}

impl Findings<'_, '_> {
    fn leaf(&mut self, words: &Words) -> Option<&Leaf> {
        if !self.known.contains_key(words) {
            let mut lookup = Lookup {
                corpus: &self.searcher.corpus,
                dictionary: self.searcher.dictionary()?,
                n_corrections: self.n_corrections,
            };
            let mut leaf = lookup.leaf(words);
            self.n_corrections = lookup.n_corrections;
            self.notes.extend(leaf.note.take());
            self.known.insert(words.clone(), self.leaves.len());
            self.leaves.push((words.clone(), leaf));
        }
        let at = *self.known.get(words)?;
        self.leaves.get(at).map(|it| &it.1)
    }

    fn none(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.n_passages())
    }

    fn words(&mut self, words: &Words) -> Sets {
        let searcher = self.searcher;
        let none = self.none();
        let Some(leaf) = self.leaf(words) else {
            return Sets {
                reach: none.clone(),
                own: none,
            };
        };
        let mut reach = leaf.set.clone();
        let mut own = leaf.set.clone();
        for &document in &leaf.titles {
            searcher.add_document(document, &mut reach);
            let first = searcher.corpus.passages(DocId::new(document)).start as usize;
            if first < own.len() && reach.contains(first) {
                own.insert(first);
            }
        }
        Sets { reach, own }
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
        let corpus = &self.searcher.corpus;
        let mut set = self.none();
        let mut is_known = false;
        if let Some((number, _)) = (0..).zip(corpus.facets()).find(|it| it.1 == facet) {
            for value in corpus.facet_values(number) {
                let holds = |name: &str| name_holds(name, &words.words, words.prefix);
                let aliases = value.entity.into_iter();
                if holds(value.name) || aliases.into_iter().any(|it| corpus.aliases(it).any(holds))
                {
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

    fn date(&self, from: &str, to: &str) -> FixedBitSet {
        let searcher = self.searcher;
        let clock = self.query.clock;
        let times = searcher.times(clock, self.query.as_of.as_ref());
        let n_places = match clock {
            Clock::Happened => searcher.corpus.n_passages(),
            _ => searcher.corpus.n_documents(),
        };
        let (from, to) = (dossier_time::read(from), dossier_time::read(to));
        let range = times.in_range(n_places, from.as_ref(), to.as_ref());
        searcher.to_passages(clock, &range.possible)
    }
}

impl Source for Findings<'_, '_> {
    fn n_passages(&self) -> usize {
        self.searcher.corpus.n_passages() as usize
    }

    fn sets(&mut self, expr: &Expr) -> Sets {
        let set = match expr {
            Expr::Words(words) => return self.words(words),
            Expr::Title(words) => self.title(words),
            Expr::Value {
                facet,
                words,
                typed,
            } => self.value(facet, words, typed),
            Expr::Date { from, to } => self.date(from, to),
            Expr::All(_) | Expr::Any(_) | Expr::Not(_) => full(self.n_passages()),
        };
        Sets {
            reach: set.clone(),
            own: set,
        }
    }

    fn whole_documents(&self, set: &FixedBitSet) -> FixedBitSet {
        let documents = self.searcher.documents_of(set);
        self.searcher.to_passages(Clock::Published, &documents)
    }
}
