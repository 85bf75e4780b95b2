//! The reader's own stars and notes on passages.
//!
//! A set of notes by id, each with the time of its last change. Two sets are merged note by note, the later change
//! wins; so it does not matter which is merged into which, or how often. A note is taken back by leaving it empty.

use std::collections::BTreeMap;

/// What a reader noted on one passage. Notes of one id are ordered by what wins.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// When it was changed last, as `2026-11-23T18:05:00.000Z`.
    pub modified: String,
    /// When it was made.
    pub created: String,
    /// Whether the passage is starred.
    pub starred: bool,
    /// The reader's words; may be empty.
    pub text: String,
    /// Fragment of the passage's address; it survives a rebuild.
    pub link: String,
    /// The words of the passage when the note was made.
    pub quote: String,
}

impl Note {
    /// Whether nothing is left of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.starred && self.text.trim().is_empty()
    }
}

/// All notes, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(pub BTreeMap<String, Note>);

impl Notes {
    /// Adds the notes of another set; of two versions of one the later stays. Returns how many are new or changed.
    pub fn merge(&mut self, others: Self) -> usize {
        let mut n = 0;
        for (id, other) in others.0 {
            let own = self.0.get(&id);
            if own.is_none_or(|own| *own < other) {
                n += usize::from(own.is_some() || !other.is_empty());
                self.0.insert(id, other);
            }
        }
        n
    }

    /// Those that are not empty.
    pub fn shown(&self) -> impl Iterator<Item = (&str, &Note)> {
        let all = self.0.iter().filter(|it| !it.1.is_empty());
        all.map(|(id, note)| (id.as_str(), note))
    }
}

/// The key they are kept under: pages opened from disk share one storage, and a corpus grows.
#[must_use]
pub(crate) fn storage_key(site: &str) -> String {
    format!("dossier.notes.{site}")
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sets() -> impl Strategy<Value = Notes> {
        let note = ("[0-2]", "[0-1]", any::<bool>(), "[ab]{0,1}");
        let note = note.prop_map(|(modified, created, starred, text)| Note {
            modified,
            created,
            starred,
            text,
            ..Note::default()
        });
        prop::collection::btree_map("[a-e]", note, 0..6).prop_map(Notes)
    }

    fn merged(a: &Notes, b: &Notes) -> Notes {
        let mut all = a.clone();
        all.merge(b.clone());
        all
    }

    proptest! {
        #[test]
        fn it_does_not_matter_who_merges_what_into_what(a in sets(), b in sets(), c in sets()) {
            prop_assert_eq!(merged(&a, &b), merged(&b, &a));
            prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            prop_assert_eq!(merged(&a, &a), a.clone());
            let all = merged(&a, &b);
            prop_assert!(a.0.keys().chain(b.0.keys()).all(|it| all.0.contains_key(it)), "nothing is lost");
        }
    }
}
