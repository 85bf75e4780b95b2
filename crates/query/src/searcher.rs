//! Answers queries: from the text of the search field and the filters to all that is on screen.
//!
//! ```text
//! text ── parse ─→ conditions ── leaf ─→ passages of each word ── select ─→ passages ── rank ─→ documents
//! filters ── choices ─→ passages        range ── times ─→ passages
//! ```
//!
//! What is read from the corpus as a whole (lengths, values by passage, dates in order) is read when it is first
//! needed, and kept.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use dossier_corpus::index::Dictionary;
use dossier_corpus::{Corpus, DocId, PassageId, Span};
use dossier_time::Edtf;
use fixedbitset::FixedBitSet;

use crate::answer::{Answer, DocumentHits, Excerpt, Mark, Note, Relaxation};
use crate::choices::{Choice, choices};
use crate::counts::Counts;
use crate::excerpt;
use crate::expr::Words;
use crate::findings::Findings;
use crate::leaf::{KnownLeaves, Leaf, Lookup};
use crate::lengths::{Lengths, falling};
use crate::order;
use crate::parse::parse;
use crate::query::{Clock, Query};
use crate::rank::{Ranked, Scores, Wanted, rank};
use crate::relax;
use crate::select::{Step, select};
use crate::suggest::{self, Initials, Suggestion};
use crate::times::{InRange, Times};

/// Answers queries to one corpus.
pub struct Searcher<'a> {
    corpus: Corpus<'a>,
    dictionary: OnceCell<Option<Dictionary<'a>>>,
    lengths: OnceCell<Lengths>,
    counts: OnceCell<Counts>,
    initials: OnceCell<Initials>,
    times: RefCell<Vec<KnownTimes>>,
    scores: RefCell<Scores>,
    leaves: RefCell<KnownLeaves>,
}

/// The dates of a clock under an assumption, as read.
struct KnownTimes {
    clock: Clock,
    as_of: Option<Edtf>,
    times: Rc<Times>,
}

/// The passages a query selects, and what was found on the way.
struct Selection<'s, 'a> {
    findings: Findings<'s, 'a>,
    choices: Vec<Choice>,
    notes: Vec<Note>,
    times: Rc<Times>,
    range: Option<Rc<InRange>>,
    /// By the words and the range, without any facet's choices.
    base: FixedBitSet,
    /// By all but the range, when there is one.
    at_any_time: Option<FixedBitSet>,
    /// By all.
    selected: FixedBitSet,
}

impl<'a> Searcher<'a> {
    /// A searcher of `corpus`. Costs nothing yet.
    #[must_use]
    pub fn new(corpus: Corpus<'a>) -> Self {
        Self {
            corpus,
            dictionary: OnceCell::new(),
            lengths: OnceCell::new(),
            counts: OnceCell::new(),
            initials: OnceCell::new(),
            times: RefCell::default(),
            scores: RefCell::default(),
            leaves: RefCell::default(),
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
        let mut selection = self.select(query);
        let ranked = self.rank(&selection, usize::MAX);
        let documents = self.hits(&selection, ranked);
        let marks = self.marks_of(query.clock, &selection);
        let undated = self.undated(query.clock, &selection.times);
        let at_any_time = selection.at_any_time.as_ref();
        let at_any_time = at_any_time.unwrap_or(&selection.selected);
        let n_certain = selection.range.as_ref().map(|range| {
            let certain = self.to_passages(query.clock, &range.certain);
            to_u32(certain.intersection_count(&selection.selected))
        });
        let mut notes = std::mem::take(&mut selection.notes);
        notes.append(&mut selection.findings.notes);
        let (base, choices) = (&selection.base, &selection.choices);
        let mut facets = self.counts().of(&self.corpus, base, choices);
        facets.extend(query.noted.counts(base, choices));
        Answer {
            documents,
            n_passages: to_u32(selection.selected.count_ones(..)),
            facets,
            marks,
            n_undated: to_u32(undated.intersection_count(at_any_time)),
            n_certain,
            notes,
            terms: selection.findings.terms().0,
            selected: selection.selected,
            noted: Rc::clone(&query.noted),
        }
    }

    /// The `limit` best documents of a query, best first: those that [`Self::answer`] puts first, and nothing else.
    #[must_use]
    pub fn best(&self, query: &Query, limit: usize) -> Vec<DocId> {
        let selection = self.select(query);
        let ranked = self.rank(&selection, limit);
        self.clear(&selection);
        let ranked = ranked.into_iter().take(limit);
        ranked.map(|it| DocId::new(it.document)).collect()
    }

    /// The dates of a query's selection as if no range were chosen, in the order of [`Answer::marks`]; nothing is
    /// ranked or counted.
    #[must_use]
    pub fn marks(&self, query: &Query) -> Vec<Mark> {
        let query = without_range(query);
        self.marks_of(query.clock, &self.select(&query))
    }

    /// The passages that [`Answer::n_undated`] counts, in the order of the documents; at most `limit` of them.
    #[must_use]
    pub fn undated_passages(&self, query: &Query, limit: usize) -> Vec<PassageId> {
        let query = without_range(query);
        let selected = self.select(&query).selected;
        let times = self.times(query.clock, query.as_of.as_ref());
        let undated = self.undated(query.clock, &times);
        let found = selected.intersection(&undated).take(limit);
        found.map(|it| PassageId::new(to_u32(it))).collect()
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

    /// A document's title, with what to mark in it: spans of the title's bytes. A hit that has nothing to mark was
    /// found by its title, or by a filter.
    #[must_use]
    pub fn title(&self, answer: &Answer, document: DocId) -> Excerpt {
        let title = self.corpus.document(document).map_or("", |it| it.title);
        excerpt::of_title(title, &answer.terms)
    }

    /// What to leave out of a query that finds nothing; empty when nothing helps.
    #[must_use]
    pub fn relaxations(&self, query: &Query) -> Vec<Relaxation> {
        relax::relaxations(self, query)
    }

    /// How many passages a query selects, in how many documents.
    pub(crate) fn count(&self, query: &Query) -> (u32, u32) {
        let selected = self.select(query).selected;
        let documents = self.documents_of(&selected);
        (
            to_u32(selected.count_ones(..)),
            to_u32(documents.count_ones(..)),
        )
    }

    /// Up to `limit` names and words of the corpus that begin so, the frequent ones first.
    #[must_use]
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<Suggestion> {
        let Some(dictionary) = self.dictionary() else {
            return Vec::new();
        };
        let initials = || Initials::new(&self.corpus);
        let initials = self.initials.get_or_init(initials);
        suggest::suggest(&self.corpus, dictionary, initials, prefix, limit)
    }

    fn select<'s>(&'s self, query: &'s Query) -> Selection<'s, 'a> {
        let is_facet = |name: &str| self.corpus.facets().any(|it| it == name);
        let parsed = parse(&query.text, &is_facet);
        let mut notes = parsed.notes;
        let mut findings = Findings::new(self, query);
        let (mut base, step) = select(&parsed.clauses, &mut findings);
        match step {
            Step::Document => notes.push(Note::WithinDocument),
            Step::Any if !base.is_clear() => notes.push(Note::AnyWord),
            Step::Passage | Step::Any => {}
        }
        let mut selected = base.clone();
        let mut chosen = Vec::new();
        if !query.filters.is_empty() {
            let (choices, unknown) = choices(&self.corpus, self.counts(), query);
            notes.extend(unknown);
            for choice in &choices {
                selected.intersect_with(&choice.set);
            }
            chosen = choices;
        }
        let times = self.times(query.clock, query.as_of.as_ref());
        let range = query
            .has_range()
            .then(|| times.in_range(query.from.as_ref(), query.to.as_ref()));
        let mut at_any_time = None;
        if let Some(range) = &range {
            let mut possible = self.to_passages(query.clock, &range.possible);
            if query.undated {
                possible.union_with(&self.undated(query.clock, &times));
            }
            at_any_time = Some(selected.clone());
            base.intersect_with(&possible);
            selected.intersect_with(&possible);
        }
        Selection {
            findings,
            choices: chosen,
            notes,
            times,
            range,
            base,
            at_any_time,
            selected,
        }
    }

    /// The documents, the first ones best first; in their own order when there are no words to rank by. The scores of
    /// the passages are kept until [`Self::clear`].
    fn rank(&self, selection: &Selection<'_, '_>, limit: usize) -> Vec<Ranked> {
        let lengths = self.lengths();
        let leaves = selection.findings.leaves();
        if leaves.is_empty() {
            return Ranked::in_order(&selection.selected, lengths);
        }
        let mut scores = self.scores.borrow_mut();
        scores.fill(&leaves, &selection.selected, lengths);
        let (terms, leaf_of) = selection.findings.terms();
        let wanted = Wanted {
            terms: &terms,
            leaf_of: &leaf_of,
            typed: &selection.findings.typed(),
        };
        rank(
            &self.corpus,
            &selection.selected,
            &scores,
            lengths,
            &wanted,
            limit,
        )
    }

    fn marks_of(&self, clock: Clock, selection: &Selection<'_, '_>) -> Vec<Mark> {
        let chosen_places = match clock {
            Clock::Happened => &selection.selected,
            Clock::Published | Clock::Added => &self.documents_of(&selection.selected),
        };
        selection
            .times
            .marks(chosen_places, selection.range.as_deref())
    }

    fn clear(&self, selection: &Selection<'_, '_>) {
        self.scores.borrow_mut().clear(&selection.selected);
    }

    /// The documents with their passages, best first.
    fn hits(&self, selection: &Selection<'_, '_>, ranked: Vec<Ranked>) -> Vec<DocumentHits> {
        let scores = self.scores.borrow();
        let lengths = self.lengths();
        let has_scores = !selection.findings.leaves().is_empty();
        // One list for all documents: there may be ten thousand.
        let mut keys: Vec<u64> = Vec::new();
        let hits = ranked
            .into_iter()
            .map(|ranked| {
                let document = DocId::new(ranked.document);
                let passages = lengths.passages_of(ranked.document);
                let selected = passages.filter(|it| selection.selected.contains(*it as usize));
                keys.clear();
                keys.extend(selected.map(|it| falling(scores.passage(it), it)));
                if has_scores {
                    order::numbers(&mut keys);
                }
                let number = |key: &u64| u32::try_from(*key & u64::from(u32::MAX)).unwrap_or(0);
                DocumentHits {
                    document,
                    score: ranked.score,
                    passages: keys.iter().map(|it| PassageId::new(number(it))).collect(),
                }
            })
            .collect();
        drop(scores);
        self.clear(selection);
        hits
    }

    pub(crate) const fn corpus_ref(&self) -> &Corpus<'a> {
        &self.corpus
    }

    pub(crate) fn dictionary(&self) -> Option<&Dictionary<'a>> {
        self.dictionary
            .get_or_init(|| Dictionary::open(self.corpus.terms(), self.corpus.term_postings()))
            .as_ref()
    }

    pub(crate) fn counts(&self) -> &Counts {
        self.counts.get_or_init(|| Counts::read(&self.corpus))
    }

    fn lengths(&self) -> &Lengths {
        self.lengths.get_or_init(|| Lengths::read(&self.corpus))
    }

    /// The dates of a clock; the last few are kept.
    pub(crate) fn times(&self, clock: Clock, as_of: Option<&Edtf>) -> Rc<Times> {
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

    /// What is found for some words: most of a query is what it was a keystroke ago.
    pub(crate) fn known_leaf(&self, words: &Words, lookup: &Lookup<'_, '_>) -> Rc<Leaf> {
        self.leaves.borrow_mut().get(words, lookup)
    }

    /// The passages of places: on the clock of events they are passages, else documents.
    pub(crate) fn to_passages(&self, clock: Clock, places: &FixedBitSet) -> FixedBitSet {
        if clock == Clock::Happened {
            return places.clone();
        }
        let mut passages = FixedBitSet::with_capacity(self.corpus.n_passages() as usize);
        for document in places.ones() {
            self.add_document(to_u32(document), &mut passages);
        }
        passages
    }

    /// The passages without a date.
    fn undated(&self, clock: Clock, times: &Times) -> FixedBitSet {
        let mut undated = self.to_passages(clock, times.dated());
        undated.toggle_range(..);
        undated
    }

    /// Adds all passages of a document.
    pub(crate) fn add_document(&self, document: u32, set: &mut FixedBitSet) {
        let range = self.lengths().passages_of(document);
        let end = (range.end as usize).min(set.len());
        set.insert_range((range.start as usize).min(end)..end);
    }

    /// The documents that have a passage in the set.
    pub(crate) fn documents_of(&self, passages: &FixedBitSet) -> FixedBitSet {
        let lengths = self.lengths();
        let mut documents = FixedBitSet::with_capacity(self.corpus.n_documents() as usize);
        for passage in passages.ones() {
            let document = lengths.document_of(to_u32(passage)) as usize;
            if document < documents.len() {
                documents.insert(document);
            }
        }
        documents
    }
}

fn without_range(query: &Query) -> Query {
    Query {
        from: None,
        to: None,
        ..query.clone()
    }
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
