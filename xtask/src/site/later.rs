//! Which functions of the program may follow after the first answer.
//!
//! Their names stand in `later.txt`, which `cargo xtask trace` writes: they did not run while pages were opened and
//! searched in. What was renamed since, or is new, is not in the list and comes at once.

use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A line each: whose pages, and the name of a function without hashes.
const LATER: &str = include_str!("later.txt");

/// Whose pages a list is for, as their first screens differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pages {
    /// Those of one document: the document itself.
    OfOne,
    /// Those of several: their titles, or the hits.
    OfMany,
}

impl Pages {
    /// The pages of so many documents.
    pub(super) fn of(n_documents: usize) -> Self {
        if n_documents == 1 {
            Self::OfOne
        } else {
            Self::OfMany
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::OfOne => "one",
            Self::OfMany => "many",
        }
    }
}

/// What may follow at all: parts of the page itself, what reads what this browser keeps, and what is said of a fault.
/// Which of the engine and of the other libraries runs depends on the documents and on chance, and cannot be found out by
/// trying.
const PARTS: [&str; 10] = [
    "dossier::",
    "dossier_time::",
    "dossier_wording::",
    "dossier_query::anchor",
    "core::fmt::float",
    "core::num::bignum",
    "core::num::flt2dec",
    "core::str::slice_error_fail",
    "serde_core::",
    "serde_json::",
];

/// Not even for types of the page's own.
const NEVER: [&str; 4] = [
    "core::slice::sort",
    "hashbrown::",
    "yew::dom_bundle",
    "yew::virtual_dom",
];

/// Whether a function that did not run may follow, by its name without hashes.
pub(super) fn may_follow(name: &str) -> bool {
    let holds = |parts: &[&str]| parts.iter().any(|it| name.contains(it));
    holds(&PARTS) && !holds(&NEVER)
}

/// What stands before a name that may follow on all pages.
const OF_ALL: &str = "all";

/// Tells of a function's name whether it may follow on these pages.
pub(super) fn is_later(pages: Pages) -> impl Fn(&str) -> bool {
    let names = LATER.lines().filter_map(|line| line.split_once(' '));
    let later: HashSet<&str> = names
        .filter(|(whose, _)| *whose == pages.word() || *whose == OF_ALL)
        .map(|(_, name)| name)
        .collect();
    move |name| later.contains(without_hashes(name).as_str())
}

/// The lists of both kinds of pages as they stand in the file.
pub(crate) fn list(one: &BTreeSet<String>, many: &BTreeSet<String>) -> String {
    let mut whose: BTreeMap<&str, &str> = BTreeMap::new();
    whose.extend(one.iter().map(|it| (it.as_str(), Pages::OfOne.word())));
    for name in many {
        let word = match one.contains(name) {
            true => OF_ALL,
            false => Pages::OfMany.word(),
        };
        whose.insert(name, word);
    }
    let lines = whose.iter().map(|(name, word)| format!("{word} {name}\n"));
    lines.collect()
}

/// The path without the hashes of its crates: `dossier[218eea1ca24d1cdf]::app` is `dossier::app`.
pub(super) fn without_hashes(name: &str) -> String {
    let is_hash = |it: &str| it.len() >= 12 && it.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut path = String::with_capacity(name.len());
    let mut parts = name.split('[');
    path.extend(parts.next());
    for part in parts {
        match part.split_once(']') {
            Some((hash, after)) if is_hash(hash) => path.push_str(after),
            _ => {
                path.push('[');
                path.push_str(part);
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_left_out() {
        for (name, expected, why) in [
            (
                "<dossier[218eea1ca24d1cdf]::app::App as core[7e8b2f0918ad8f66]::any::Any>::type_id",
                "<dossier::app::App as core::any::Any>::type_id",
                "several",
            ),
            ("<[u32; 3]>::len", "<[u32; 3]>::len", "an array"),
            (
                "dossier[abc]::app",
                "dossier[abc]::app",
                "too short for one",
            ),
            ("a[0123456789abcdef", "a[0123456789abcdef", "not closed"),
            ("", "", "no name"),
        ] {
            assert_eq!(without_hashes(name), expected, "{why}");
        }
    }

    #[test]
    fn the_list_is_sorted_and_holds_no_hash() {
        let names: Vec<&str> = LATER
            .lines()
            .map(|it| it.split_once(' ').unwrap().1)
            .collect();
        assert!(names.is_sorted());
        assert!(!names.is_empty());
        assert!(names.iter().all(|it| without_hashes(it) == **it));
    }

    #[test]
    fn what_depends_on_the_documents_comes_at_once() {
        for (name, expected, why) in [
            ("dossier::pages::about::row", true, "the page's own"),
            (
                "core::ptr::drop_in_place::<dossier::route::Route>",
                true,
                "of its types",
            ),
            ("<dossier_query::rank::Ranked>::new", false, "the engine"),
            (
                "core::slice::sort::stable::sort::<dossier::state::Note>",
                false,
                "by their number",
            ),
            (
                "<hashbrown::map::HashMap<dossier::Key, ()>>::insert",
                false,
                "by chance",
            ),
            ("alloc::raw_vec::finish_grow", false, "a library's"),
        ] {
            assert_eq!(may_follow(name), expected, "{name}: {why}");
        }
    }

    #[test]
    fn a_name_says_whose_pages_it_is_for() {
        let names = |it: &[&str]| it.iter().map(ToString::to_string).collect();
        let list = list(&names(&["a::b", "c"]), &names(&["c", "d"]));
        assert_eq!(list, "one a::b\nall c\nmany d\n");
    }
}
