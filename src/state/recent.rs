//! What was searched for last: kept in this browser, for this collection, and clearable.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::{AttrValue, Reducible};

/// So many are kept.
const LIMIT: usize = 6;

/// Longer texts are not worth keeping.
const MAX_LEN: usize = 200;

/// The last searches, the newest first; each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Recent(pub(crate) Vec<String>);

/// What happens to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RecentAction {
    /// This was searched for.
    Add(AttrValue),
    /// All are forgotten.
    Clear,
}

/// The key they are kept under: pages opened from disk share one storage.
#[must_use]
pub(crate) fn storage_key(site: &str) -> String {
    format!("dossier.recent.{site}")
}

impl Reducible for Recent {
    type Action = RecentAction;

    fn reduce(self: Rc<Self>, action: RecentAction) -> Rc<Self> {
        let RecentAction::Add(text) = action else {
            return Rc::default();
        };
        let text = text.trim();
        if text.is_empty() || text.len() > MAX_LEN {
            return self;
        }
        let others = self.0.iter().filter(|it| it.trim() != text).cloned();
        let all = std::iter::once(text.to_owned()).chain(others);
        Rc::new(Self(all.take(LIMIT).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_comes_first_and_each_once() {
        let long = "x".repeat(MAX_LEN + 1);
        for (typed, expected, why) in [
            (&["a", "b"][..], &["b", "a"][..], "newest first"),
            (&["a", "b", "a "], &["a", "b"], "each once"),
            (&["", "  ", &long], &[], "nothing worth keeping"),
            (
                &["1", "2", "3", "4", "5", "6", "7"],
                &["7", "6", "5", "4", "3", "2"],
                "the oldest goes",
            ),
        ] {
            let add = |it: &&str| RecentAction::Add((*it).to_owned().into());
            let recent = typed
                .iter()
                .map(add)
                .fold(Rc::<Recent>::default(), Recent::reduce);
            assert_eq!(recent.0, expected, "{why}");
            assert!(recent.reduce(RecentAction::Clear).0.is_empty());
        }
    }
}
