//! The direction of the chain: which part may not name which.
//!
//! The crate graph forbids most of it; what stands inside one crate is checked here.

use super::files::TextFile;
use super::{Fault, use_paths};

/// What the files below a folder (or one file) may not name.
struct Rule {
    place: &'static str,
    never: &'static [&'static str],
    /// Exceptions to `never`.
    but: &'static [&'static str],
    why: &'static str,
}

const fn rule(place: &'static str, never: &'static [&'static str], why: &'static str) -> Rule {
    Rule {
        place,
        never,
        but: &[],
        why,
    }
}

const RULES: &[Rule] = &[
    rule(
        "crates/corpus/src",
        &[
            "std::fs",
            "std::env",
            "std::time",
            "std::net",
            "std::collections::HashMap",
            "std::collections::HashSet",
        ],
        "the shared data knows no machine and no hashing order",
    ),
    rule(
        "crates/time/src",
        &[
            "std::fs",
            "std::env",
            "std::time",
            "std::collections::HashMap",
            "std::collections::HashSet",
        ],
        "a date does not depend on the machine",
    ),
    rule(
        "crates/query/src",
        &[
            "dossier_bake",
            "yew",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
            "std::fs",
            "std::env",
            "std::time",
        ],
        "a question is answered without a browser and without files",
    ),
    Rule {
        place: "crates/bake/src",
        never: &["std::fs", "std::env", "std::time", "std::net"],
        but: &[],
        why: "only `files` touches the file system",
    },
    rule(
        "crates/bake/src/files",
        &[
            "crate::parse",
            "crate::segment",
            "crate::dates",
            "crate::entities",
            "crate::statements",
            "crate::link",
            "crate::index",
        ],
        "reading the folder knows no stage",
    ),
    rule(
        "crates/bake/src/parse",
        &[
            "crate::segment",
            "crate::dates",
            "crate::entities",
            "crate::statements",
            "crate::link",
            "crate::index",
            "crate::files",
        ],
        "parsing comes before analysis",
    ),
    rule(
        "crates/bake/src/segment",
        &[
            "crate::parse",
            "crate::dates",
            "crate::entities",
            "crate::statements",
            "crate::link",
            "crate::index",
            "crate::files",
        ],
        "cutting sentences needs the text only",
    ),
    rule(
        "crates/bake/src/dates",
        &[
            "crate::parse",
            "crate::entities",
            "crate::statements",
            "crate::link",
            "crate::index",
            "crate::files",
        ],
        "dates are read without the other readers",
    ),
    rule(
        "crates/bake/src/entities",
        &[
            "crate::parse",
            "crate::dates",
            "crate::statements",
            "crate::link",
            "crate::index",
            "crate::files",
        ],
        "names are read without the other readers",
    ),
    rule(
        "crates/bake/src/statements",
        &[
            "crate::parse",
            "crate::dates",
            "crate::link",
            "crate::index",
            "crate::files",
        ],
        "statements are read from sentences and names",
    ),
    rule(
        "crates/bake/src/index",
        &[
            "crate::parse",
            "crate::segment",
            "crate::dates",
            "crate::entities",
            "crate::statements",
            "crate::files",
        ],
        "the index is made from plain data",
    ),
    rule(
        "crates/wording/src",
        &[
            "std::env",
            "std::time",
            "std::collections::HashMap",
            "std::collections::HashSet",
        ],
        "what is said does not depend on the machine",
    ),
    rule(
        "src/wording",
        &[
            "crate::components",
            "crate::pages",
            "crate::hooks",
            "crate::state",
            "crate::view_model",
            "crate::platform",
            "yew",
            "web_sys",
        ],
        "a message knows nobody who says it",
    ),
    rule(
        "src/state",
        &[
            "crate::components",
            "crate::pages",
            "crate::hooks",
            "crate::platform",
            "web_sys",
        ],
        "what the reader changes is kept without view code",
    ),
    Rule {
        place: "src/view_model",
        never: &[
            "yew",
            "web_sys",
            "gloo",
            "crate::components",
            "crate::pages",
            "crate::hooks",
            "crate::platform",
        ],
        but: &["yew::AttrValue"],
        why: "rows are worded without a browser",
    },
    rule(
        "src/hooks",
        &["crate::components", "crate::pages"],
        "a hook does not know who uses it",
    ),
    rule(
        "src/components",
        &[
            "dossier_corpus",
            "dossier_query",
            "crate::corpus",
            "crate::state",
            "crate::pages",
        ],
        "a component lays out what it is given",
    ),
    rule(
        "src/pages",
        &[
            "dossier_corpus::format",
            "dossier_corpus::encode",
            "web_sys",
        ],
        "a page wires parts; the browser is behind `platform`",
    ),
    rule(
        "src/route",
        &[
            "crate::components",
            "crate::pages",
            "crate::hooks",
            "crate::state",
            "crate::view_model",
            "web_sys",
        ],
        "a route is text and a question",
    ),
    rule(
        "src/platform",
        &[
            "crate::components",
            "crate::pages",
            "crate::hooks",
            "crate::state",
            "crate::view_model",
            "dossier_corpus",
            "dossier_query",
        ],
        "the browser's calls know nothing of documents",
    ),
];

/// The one file that reads the folder of documents.
const READS_FILES: &str = "crates/bake/src/files";

/// Finds paths that a rule forbids.
pub(super) fn check(file: &TextFile, faults: &mut Vec<Fault>) {
    if !file.is("rs") {
        return;
    }
    let rules: Vec<&Rule> = RULES.iter().filter(|it| governs(it, &file.path)).collect();
    if rules.is_empty() {
        return;
    }
    for named in use_paths::of(&file.path, &file.text) {
        for rule in &rules {
            let forbidden = rule.never.iter().any(|it| is_below(&named.path, it))
                && !rule.but.iter().any(|it| is_below(&named.path, it));
            if forbidden {
                faults.push(Fault {
                    path: file.path.clone(),
                    line: named.line,
                    message: format!("names {}: {}", named.path, rule.why),
                });
            }
        }
    }
}

fn governs(rule: &Rule, file: &str) -> bool {
    let below = |place: &str| {
        file.strip_prefix(place)
            .is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
    };
    below(rule.place) && (rule.place != "crates/bake/src" || !below(READS_FILES))
}

fn is_below(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules() {
        let cases = [
            ("src/components/hit.rs", "use crate::state::S;", 1),
            (
                "src/components/hit.rs",
                "use crate::view_model::hits::Hit;",
                0,
            ),
            ("src/view_model/hits.rs", "use yew::AttrValue;", 0),
            ("src/view_model/hits.rs", "use yew::{AttrValue, Html};", 1),
            ("src/route.rs", "use crate::pages::About;", 1),
            (
                "crates/bake/src/dates/iso.rs",
                "use super::super::entities::E;",
                1,
            ),
            ("crates/bake/src/files.rs", "use std::fs;", 0),
            (
                "crates/bake/src/pipeline.rs",
                "use crate::{dates, entities};\nfn f() { std::fs::read(p); }",
                1,
            ),
            ("xtask/src/main.rs", "use std::fs;", 0),
        ];
        for (path, text, n_faults) in cases {
            let file = TextFile {
                path: path.into(),
                text: text.into(),
            };
            let mut faults = Vec::new();
            check(&file, &mut faults);
            assert_eq!(faults.len(), n_faults, "{path}: {text}: {faults:?}");
        }
    }
}
