//! Weighs all candidates of a document together and decides what each name is.
//!
//! Stage: *analysis*. In: the candidates of all sentences. Out: for every distinct name its kind, or that it is none.
//!
//! The same words are one thing within a document, so their evidence is added up; a family name inherits from the full
//! name that stands elsewhere.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use dossier_corpus::mention::EntityKind;
use dossier_corpus::span::Span;

use super::candidate::Candidate;
use super::context::Scores;

/// A candidate with its name and the weights from its surroundings.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// The name's bytes.
    pub(crate) span: Span,
    /// The name without accents, invisible characters and line ends; capitals of headlines made small.
    pub(crate) name: String,
    /// What its own words say.
    pub(crate) own: Scores,
    /// What its surroundings say.
    pub(crate) context: Scores,
    /// Weight for being no name.
    pub(crate) none: i32,
    /// What stands beside it if it is a person, and if it is an organisation.
    pub(crate) beside: [Option<String>; 2],
}

impl Seen {
    /// Puts a candidate under its name.
    pub(crate) fn new(
        candidate: &Candidate,
        name: String,
        context: Scores,
        beside: [Option<String>; 2],
    ) -> Self {
        Self {
            span: candidate.span,
            name,
            own: candidate.scores,
            context,
            none: candidate.none,
            beside,
        }
    }
}

/// The kind of every name of the document; names left out are none.
pub(crate) fn kinds(seen: &[Seen], small_words: &HashSet<String>) -> BTreeMap<String, EntityKind> {
    let mut totals: BTreeMap<&str, (Scores, i32, usize)> = BTreeMap::new();
    for it in seen {
        let (scores, none, n) = totals.entry(&it.name).or_insert(([0; 4], i32::MAX, 0));
        for ((total, own), context) in scores.iter_mut().zip(it.own).zip(it.context) {
            // Own words count once, surroundings as often as they occur.
            *total = (*total).max(own) + context.clamp(-10, 12);
        }
        *none = (*none).min(it.none);
        *n += 1;
    }
    // Words that the document also writes small are names only for good reasons.
    for (name, (_, none, _)) in &mut totals {
        if !name.contains(' ') && small_words.contains(&name.to_lowercase()) {
            *none += 12;
        }
    }
    let mut kinds: BTreeMap<String, EntityKind> = BTreeMap::new();
    let mut parts: BTreeMap<&str, BTreeSet<EntityKind>> = BTreeMap::new();
    for (name, (scores, none, _)) in &totals {
        if !name.contains(' ') {
            continue;
        }
        if let Some(kind) = best(*scores, *none, 0) {
            kinds.insert((*name).to_owned(), kind);
            let pieces: Vec<&str> = name.split(' ').collect();
            match kind {
                EntityKind::Person => {
                    for piece in pieces.iter().filter(|it| it.chars().count() > 1) {
                        parts.entry(piece).or_default().insert(kind);
                    }
                }
                EntityKind::Organisation => {
                    if let Some(first) = pieces.first() {
                        parts.entry(first).or_default().insert(kind);
                    }
                }
                _ => {}
            }
        }
    }
    for (name, (scores, none, _)) in &totals {
        if name.contains(' ') {
            continue;
        }
        let family = name.strip_suffix('s').and_then(|it| parts.get(it));
        let [mut person, mut organisation, place, group] = *scores;
        match parts.get(name) {
            Some(whole) if whole.contains(&EntityKind::Person) => person += 28,
            Some(whole) if whole.contains(&EntityKind::Organisation) => organisation += 6,
            // "the Brandts".
            None if family.is_some_and(|it| it.contains(&EntityKind::Person)) => person += 20,
            _ => {}
        }
        let scores = [person, organisation, place, group];
        if let Some(kind) = best(scores, *none, 5) {
            kinds.insert((*name).to_owned(), kind);
        }
    }
    kinds
}

/// The heaviest kind, when it is heavier than being none and than `threshold`.
fn best(scores: Scores, none: i32, threshold: i32) -> Option<EntityKind> {
    // Between equals the order of the kinds decides.
    let (kind, score) = EntityKind::ALL
        .into_iter()
        .zip(scores)
        .rev()
        .max_by_key(|(_, score)| *score)?;
    (score >= none && score >= threshold).then_some(kind)
}
