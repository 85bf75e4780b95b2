//! What comes back: everything that is on screen for one selection, and true for it.

use std::rc::Rc;

use dossier_corpus::{DocId, MomentId, PassageId, Span};
use dossier_time::Edtf;
use fixedbitset::FixedBitSet;

use crate::noted::Noted;
use crate::query::{Filter, Query, Sense};

/// The answer to one query.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The selected passages, grouped by document; best first, or in the order of the documents when there are
    /// no words to rank by.
    pub documents: Vec<DocumentHits>,
    /// The selected passages as a set over all passage numbers.
    pub selected: FixedBitSet,
    /// Number of selected passages.
    pub n_passages: u32,
    /// One entry for each facet of the corpus, in its order; then that of the reader's notes, where it has values.
    pub facets: Vec<FacetCounts>,
    /// Dates of the selection on the query's clock: by earliest day, then latest, then text order; those of an
    /// unknown year last. When a range is chosen, only those that may lie in it.
    pub marks: Vec<Mark>,
    /// Selected passages (clock *happened*) or passages of selected documents (the other clocks) without a date,
    /// counted as if no range were chosen: the number beside "Undated".
    pub n_undated: u32,
    /// When a range is chosen: how many of the selected passages surely lie in it; the others possibly do.
    pub n_certain: Option<u32>,
    /// What was read otherwise than typed, as facts to be worded.
    pub notes: Vec<Note>,
    /// What to mark in the text, and why.
    pub terms: Vec<Term>,
    /// The passages that the reader has set apart.
    pub noted: Rc<Noted>,
}

/// The selected passages of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentHits {
    /// The document.
    pub document: DocId,
    /// Its score; 0 when there are no words to rank by.
    pub score: f32,
    /// Its selected passages: best first, or in reading order.
    pub passages: Vec<PassageId>,
}

/// A facet's counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet's name in addresses.
    pub facet: String,
    /// Its values with at least one passage in the selection without this facet's own choices, or chosen. By
    /// falling count, then by name.
    pub values: Vec<ValueCount>,
}

/// A facet value's count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// As it is shown and stands in addresses; shared, since each answer names thousands.
    pub name: Rc<str>,
    /// Its number among the values of all facets of the corpus.
    pub number: u32,
    /// Passages that have it and satisfy everything but this facet's own choices.
    pub count: u32,
    /// Whether it is chosen, and how.
    pub chosen: Option<Sense>,
}

/// A date of the selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where it comes from.
    pub source: MarkSource,
    /// Its value; moments that wait for a document's date are resolved by the query's `as_of`.
    pub value: Rc<Edtf>,
    /// Whether `value` rests on the reader's assumption.
    pub assumed: bool,
}

/// Where a date on the timeline comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkSource {
    /// A date in the text.
    Moment(MomentId),
    /// A document's own date.
    Document(DocId),
}

/// Something that was read otherwise than typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// No passage holds all words; passages of documents that hold them all are shown.
    WithinDocument,
    /// No document holds all words; passages with any of them are shown.
    AnyWord,
    /// A word occurs nowhere, or hardly; these near words were read as well.
    AlsoRead {
        /// The word as typed.
        word: String,
        /// The words of the corpus that were taken, folded; the frequent ones first.
        readings: Vec<String>,
    },
    /// This piece of the query could not be read as syntax and was taken as words.
    TakenAsWords(String),
    /// The query is longer than is read; so many words at its end were left out.
    LeftOut {
        /// How many.
        n_words: u32,
    },
    /// A filter's value does not occur in the corpus.
    UnknownValue {
        /// The facet's name in addresses.
        facet: String,
        /// The value.
        value: String,
    },
}

/// A query that finds something, made from one that finds nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// What it leaves out.
    pub left_out: LeftOut,
    /// The query.
    pub query: Query,
    /// Number of passages it selects; not 0.
    pub n_passages: u32,
    /// Number of their documents.
    pub n_documents: u32,
}

/// What is left out of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// These words, as typed.
    Words(String),
    /// The quotation marks around these words, as typed.
    Quotes(String),
    /// A filter.
    Filter(Filter),
    /// The range of dates.
    Range,
    /// All filters and the range of dates.
    AllFilters,
    /// All words.
    AllWords,
}

/// Something that a word or phrase of the query was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What to mark.
    pub matched: Matched,
    /// How it follows from what was typed.
    pub reading: Reading,
    /// The word or phrase as typed.
    pub typed: String,
}

/// How a passage came to hold a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// The word as typed, but for case and accents; or the phrase.
    Exact,
    /// Another form of the word.
    Form,
    /// A word that begins so.
    Prefix,
    /// A word that differs by a typing error or two; `0` is the likeliest.
    Typo(u8),
    /// Another form of such a word.
    TypoForm,
}

/// What to mark in the text for one term of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matched {
    /// Words whose folded form is this.
    Word(String),
    /// Words whose folded form begins so.
    Prefix(String),
    /// These folded words one behind the other.
    Phrase(Vec<String>),
    /// The same, and the last one is a beginning.
    PhrasePrefix(Vec<String>),
}

/// The best place of a passage, to be shown as a hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Source bytes of the excerpt, inside the passage, at word boundaries.
    pub span: Span,
    /// What to mark in it: source spans, sorted, not overlapping.
    pub highlights: Vec<Span>,
    /// Why the passage was found: for each term that stands in it, also outside the excerpt, its position in
    /// [`Answer::terms`] and the source span of its first place. By term.
    pub reasons: Vec<(usize, Span)>,
}
