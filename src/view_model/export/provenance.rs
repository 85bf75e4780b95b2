//! What every export says of itself: from which corpus, made when, of which selection, on which assumption.

use dossier_query::{Clock, Query, Searcher};

use crate::route::Route;
use crate::view_model::facets;
use crate::wording::say;

/// Where an export comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The collection's title.
    pub site: String,
    /// SHA-256 over all its seeds, in hexadecimal.
    pub hash: String,
    /// The day the export was made, as `2026-11-23`; empty when the browser does not tell.
    pub made: String,
    /// Address of the page, without a fragment.
    pub page: String,
    /// Address of the selection.
    pub link: String,
    /// The selection in words, a fact each; what the reader assumed is one of them. Empty when everything is selected.
    pub selection: Vec<String>,
}

impl Provenance {
    /// Of a selection, at an address of the page (without its fragment), on a day.
    #[must_use]
    pub fn of(searcher: &Searcher<'_>, route: &Route, page: &str, made: &str) -> Self {
        let site = searcher.corpus().site();
        Self {
            site: site.title.to_owned(),
            hash: site.hash.to_owned(),
            made: made.to_owned(),
            page: page.to_owned(),
            link: format!("{page}{}", route.href()),
            selection: selection(&route.query),
        }
    }

    /// The selection as one text.
    #[must_use]
    pub fn selection_words(&self) -> String {
        if self.selection.is_empty() {
            say::everything().into()
        } else {
            self.selection.join("; ")
        }
    }

    /// All of it, label and value, for exports that have room for lines.
    #[must_use]
    pub fn facts(&self) -> [(&'static str, String); 5] {
        [
            (say::fact_collection(), self.site.clone()),
            (say::fact_hash(), self.hash.clone()),
            (say::fact_selection(), self.selection_words()),
            (say::fact_exported(), self.made.clone()),
            (say::fact_address(), self.link.clone()),
        ]
    }
}

fn selection(query: &Query) -> Vec<String> {
    let mut facts = Vec::new();
    let words = query.text.trim();
    if !words.is_empty() {
        facts.push(say::selection_words(words));
    }
    facts.extend(facets::active(query).into_iter().map(|it| {
        if query.as_of.is_some() && it.without.as_of.is_none() {
            say::selection_assumed(&it.label)
        } else {
            it.label.to_string()
        }
    }));
    match query.clock {
        Clock::Happened => {}
        Clock::Published => facts.push(say::selection_published().into()),
        Clock::Added => facts.push(say::selection_added().into()),
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_is_told_in_words() {
        for (address, expected) in [
            ("#/", &[][..]),
            (
                "#/?q=lost%20ferry&person=-Ann&from=1921",
                &["Words = lost ferry", "People ≠ Ann", "From = 1921"],
            ),
            (
                "#/?as-of=1921-05-01&clock=published",
                &[
                    "Read as if published on 1 May 1921, an assumption of the reader’s",
                    "Dates = when published",
                ],
            ),
        ] {
            assert_eq!(
                selection(&Route::parse(address).query),
                expected,
                "{address}"
            );
        }
    }
}
