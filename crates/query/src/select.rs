//! Which passages hold what a query asks for.
//!
//! In: the conditions and what was looked up for their words. Out: a set of passages.
//!
//! A word of the title counts for every passage of the document, as long as the passage holds another of the words;
//! by itself it finds the document's first passage, above which the title stands.

use fixedbitset::FixedBitSet;

use crate::expr::Expr;

/// The passages for one condition.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
    /// Those that hold it themselves, or stand under a title that does.
    pub(crate) reach: FixedBitSet,
    /// Those that hold it themselves, and the first of a document whose title does; all of them are in `reach`.
    pub(crate) own: FixedBitSet,
}

impl Sets {
    /// For a condition that a title does not help with.
    pub(crate) fn strict(set: FixedBitSet) -> Self {
        Self {
            reach: set.clone(),
            own: set,
        }
    }
}

/// What conditions are looked up in.
pub(crate) trait Source {
    /// Number of passages.
    fn n_passages(&self) -> usize;

    /// The passages of a condition that has no parts.
    fn sets(&mut self, expr: &Expr) -> Sets;

    /// All passages of the documents that have one in the set.
    fn whole_documents(&self, set: &FixedBitSet) -> FixedBitSet;
}

/// How far the words may stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// All in one passage.
    Passage,
    /// All in one document.
    Document,
    /// Any of them.
    Any,
}

/// The passages for which all conditions hold; where none has all words, those of documents that have them, or those
/// with any of them. The bits of all passages are within the sets' length.
pub(crate) fn select(clauses: &[Expr], source: &mut dyn Source) -> (FixedBitSet, Step) {
    if let [only] = clauses {
        let sets = eval(only, source);
        let all = if only.asks_for_words() {
            sets.own
        } else {
            sets.reach
        };
        return (all, Step::Passage);
    }
    let sets: Vec<(Sets, bool)> = clauses
        .iter()
        .map(|it| (eval(it, source), it.asks_for_words()))
        .collect();
    let all = combine(&sets, source);
    let n_asking = sets.iter().filter(|it| it.1).count();
    if n_asking < 2 || !all.is_clear() {
        return (all, Step::Passage);
    }
    let mut strict = full(source.n_passages());
    let mut documents = full(source.n_passages());
    let mut any = FixedBitSet::with_capacity(source.n_passages());
    for (sets, asks) in &sets {
        if *asks {
            documents.intersect_with(&source.whole_documents(&sets.reach));
            any.union_with(&sets.own);
        } else {
            strict.intersect_with(&sets.own);
        }
    }
    any.intersect_with(&strict);
    documents.intersect_with(&any);
    if documents.is_clear() {
        (any, Step::Any)
    } else {
        (documents, Step::Document)
    }
}

/// All passages.
pub(crate) fn full(n_passages: usize) -> FixedBitSet {
    let mut set = FixedBitSet::with_capacity(n_passages);
    set.insert_range(..);
    set
}

fn combine(sets: &[(Sets, bool)], source: &dyn Source) -> FixedBitSet {
    let mut all = full(source.n_passages());
    let mut own = FixedBitSet::with_capacity(source.n_passages());
    for (sets, asks) in sets {
        all.intersect_with(&sets.reach);
        if *asks {
            own.union_with(&sets.own);
        }
    }
    if sets.iter().any(|it| it.1) {
        all.intersect_with(&own);
    }
    all
}

fn eval(expr: &Expr, source: &mut dyn Source) -> Sets {
    match expr {
        Expr::All(parts) => {
            let sets: Vec<(Sets, bool)> = parts
                .iter()
                .map(|it| (eval(it, source), it.asks_for_words()))
                .collect();
            let mut reach = full(source.n_passages());
            for (sets, _) in &sets {
                reach.intersect_with(&sets.reach);
            }
            Sets {
                reach,
                own: combine(&sets, source),
            }
        }
        Expr::Any(parts) => {
            let mut union = Sets::strict(FixedBitSet::with_capacity(source.n_passages()));
            for part in parts {
                let sets = eval(part, source);
                union.reach.union_with(&sets.reach);
                union.own.union_with(&sets.own);
            }
            union
        }
        Expr::Not(part) => {
            let mut rest = full(source.n_passages());
            rest.difference_with(&eval(part, source).own);
            Sets::strict(rest)
        }
        Expr::Words(_) | Expr::Title(_) | Expr::Value { .. } | Expr::Date { .. } => {
            source.sets(expr)
        }
    }
}
