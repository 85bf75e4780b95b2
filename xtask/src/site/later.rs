//! Which functions of the program may follow after the first answer: everything that no front page draws and no
//! keystroke in the search needs, by the paths of its modules.

/// Parts of paths, with those of the types that a generic function is made for.
const LATER: [&str; 34] = [
    "dossier::bench",
    "dossier::components::card_mark::shown",
    "dossier::components::landing",
    "dossier::components::mark_list",
    "dossier::components::plot",
    "dossier::components::seed_list",
    "dossier::components::speaker_list",
    "dossier::components::statement_table",
    "dossier::hooks::use_moving_view",
    "dossier::pages::about",
    "dossier::pages::not_found",
    "dossier::pages::notes",
    "dossier::pages::nothing_found",
    "dossier::pages::statements",
    "dossier::pages::timeline",
    "dossier::platform::bench",
    "dossier::platform::carry::keep",
    "dossier::platform::digest",
    "dossier::state::notes::Notes>::merge",
    "dossier::view_model::annotations",
    "dossier::view_model::card",
    "dossier::view_model::examples",
    "dossier::view_model::export",
    "dossier::view_model::name",
    "dossier::view_model::notes",
    "dossier::view_model::timeline::export",
    "dossier::view_model::timeline::gaps",
    "dossier::view_model::timeline::pack",
    "dossier::view_model::timeline::rows",
    "dossier::view_model::timeline::scene",
    "dossier_query::anchor",
    "dossier_time::expr",
    "serde_json::error",
    "zmij",
];

/// Beginnings of paths: what is said of a fault, and numbers with a decimal point.
const LATER_OF_CORE: [&str; 4] = [
    "core::fmt::float",
    "core::num::bignum",
    "core::num::flt2dec",
    "core::str::slice_error_fail",
];

/// What is needed at once, though its path holds one of those.
const AT_ONCE: [&str; 6] = [
    "dossier::components::mark_list::anchor",
    "dossier::components::mark_list::percent",
    "dossier::pages::timeline::choose_range",
    "dossier::view_model::annotations::Origin",
    "dossier_query::anchor::Anchor>::of",
    "dossier_query::anchor::plain",
];

/// Where generic functions come from. The compiler makes one function of several with the same code and calls it by the
/// name of any, so the types in such a name say little.
const GENERIC: [&str; 3] = ["alloc::", "core::", "yew::"];
/// Generic, but what is done at an event is each of its own.
const AT_EVENT: [&str; 1] = ["yew::functional::hooks::use_callback::use_callback::inner_fn"];

/// Whether a function, named with its path, may follow.
pub(super) fn is_later(name: &str) -> bool {
    let path = without_hashes(name);
    let own = path.trim_start_matches(['<', '&']);
    let holds = |parts: &[&str]| parts.iter().any(|it| path.contains(it));
    let starts = |parts: &[&str]| parts.iter().any(|it| own.starts_with(it));
    starts(&LATER_OF_CORE)
        || (holds(&LATER) && !holds(&AT_ONCE) && (starts(&AT_EVENT) || !starts(&GENERIC)))
}

/// The path without the hashes of its crates: `dossier[218eea1ca24d1cdf]::app` is `dossier::app`.
fn without_hashes(name: &str) -> String {
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
    fn what_may_follow_is_known_by_its_path() {
        for (name, expected, why) in [
            (
                "dossier[218eea1ca24d1cdf]::components::plot::labels::text",
                true,
                "its own path",
            ),
            (
                "<<dossier[218eea1ca24d1cdf]::components::part::PartProps>::of<dossier[218eea1ca24d1cdf]::pages::notes::Notes>",
                true,
                "the type that it is made for",
            ),
            (
                "<alloc[7e8b2f0918ad8f66]::rc::Rc<dossier[218eea1ca24d1cdf]::pages::notes::Row>>::drop_slow",
                false,
                "perhaps another's",
            ),
            (
                "<core[7e8b2f0918ad8f66]::num::bignum::Big32x40>::mul_digits",
                true,
                "its beginning",
            ),
            (
                "dossier[218eea1ca24d1cdf]::pages::reading::text",
                false,
                "drawn at once",
            ),
            (
                "dossier[218eea1ca24d1cdf]::pages::timeline::choose_range",
                false,
                "excepted",
            ),
            ("dossier[abc]::bench", false, "no hash"),
            ("", false, "no name"),
        ] {
            assert_eq!(is_later(name), expected, "{name}: {why}");
        }
    }
}
