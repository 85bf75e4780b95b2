//! What the search field offers while typing: names and words of the corpus.

use std::cell::Cell;

use dossier_corpus::index::Dictionary;
use dossier_corpus::text::{fold, words};
use dossier_corpus::{Corpus, Facet};

use crate::mark::times_phrase;
use crate::order;

/// Something that can be searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// As it is shown.
    pub text: String,
    /// The facet it is a value of; `None` for a word.
    pub facet: Option<Facet>,
    /// Number of passages that have it.
    pub count: u32,
}

/// Facets whose values are offered.
const NAMES: [Facet; 6] = [
    Facet::Person,
    Facet::Organisation,
    Facet::Place,
    Facet::Group,
    Facet::Tag,
    Facet::Source,
];

/// No name has more words.
const MAX_WORDS: usize = 8;

/// At most so many words that begin so are looked at, for the frequent ones.
const MAX_TERMS: u32 = 2_000;

/// For each facet value, by its number, a set of the beginnings of its words: most names that do not hold what is typed
/// lack one, and are passed over unread. Eight bytes a value; each is filled in when its name is first asked for, so
/// that the first letter typed, which the frequent names have, costs no more than they do.
pub(crate) struct Initials(Vec<Cell<u64>>);

impl Initials {
    /// Room for all names of `corpus`. Reads none.
    pub(crate) fn new(corpus: &Corpus<'_>) -> Self {
        Self(vec![Cell::new(0); corpus.n_facet_values() as usize])
    }

    /// Whether the value's name may hold words with these beginnings.
    fn may_hold(&self, corpus: &Corpus<'_>, value: u32, wanted: u64) -> bool {
        let Some(known) = self.0.get(value as usize) else {
            return false;
        };
        // A name without a word is read each time.
        if known.get() == 0 {
            let value = corpus.facet_value(value);
            known.set(value.map_or(0, |it| beginnings_of(it.name)));
        }
        known.get() & wanted == wanted
    }
}

/// The beginnings of the words of a name; some that it does not hold may be among them.
fn beginnings_of(name: &str) -> u64 {
    // A comma is dropped from numbers.
    if !name.is_ascii() || name.contains(',') {
        return words(name).fold(0, |all, (_, it)| all | beginning(fold(it).as_bytes()));
    }
    // In ASCII a word begins where a letter or digit follows something else, and folding changes only its capitals
    // and its end.
    let mut found = 0;
    let mut before = b' ';
    let mut rest = name.as_bytes();
    while let Some((&letter, behind)) = rest.split_first() {
        if letter.is_ascii_alphanumeric() && !before.is_ascii_alphanumeric() {
            found |= beginning(rest);
        }
        (before, rest) = (letter, behind);
    }
    found
}

/// A bit for the first byte of a word, and one each for its first two and its first three. Other words may have the
/// same; capitals do.
fn beginning(word: &[u8]) -> u64 {
    let mut found = 0;
    let mut sum = 0;
    for (letter, half) in word.iter().zip([0, 32, 32]) {
        sum = sum * 7 + u32::from(letter.to_ascii_lowercase());
        found |= 1 << (half + sum % 32);
    }
    found
}

/// Up to `limit` names that hold a word beginning with `prefix` and terms that begin with it: the frequent names first,
/// then the frequent terms.
pub(crate) fn suggest(
    corpus: &Corpus<'_>,
    dictionary: &Dictionary<'_>,
    initials: &Initials,
    prefix: &str,
    limit: usize,
) -> Vec<Suggestion> {
    let wanted: Vec<String> = words(prefix)
        .map(|(_, it)| fold(it))
        .take(MAX_WORDS + 1)
        .collect();
    if wanted.len() > MAX_WORDS {
        return Vec::new();
    }
    let Some(last) = wanted.last() else {
        return Vec::new();
    };
    let beginnings = wanted
        .iter()
        .fold(0, |all, it| all | beginning(it.as_bytes()));
    let mut found = Vec::new();
    for facet in NAMES {
        found.extend(
            corpus
                .facet_value_numbers(facet.code())
                .filter(|number| initials.may_hold(corpus, *number, beginnings))
                .filter_map(|number| corpus.facet_value(number))
                .filter(|value| times_phrase(value.name, &wanted, true) > 0)
                .take(limit)
                .map(|value| Suggestion {
                    text: value.name.to_owned(),
                    facet: Some(facet),
                    count: value.count,
                }),
        );
    }
    order::sort_by(&mut found, |a, b| {
        b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text))
    });
    found.truncate(limit);
    if wanted.len() == 1 && found.len() < limit {
        let range = dictionary.with_prefix(last);
        let end = range.end.min(range.start.saturating_add(MAX_TERMS));
        let mut terms: Vec<(u32, u32)> = (range.start..end)
            .zip(dictionary.scan(range.start..end))
            .map(|(number, list)| (list.n_passages, number))
            .collect();
        order::by_number(&mut terms, |it| !it.0);
        let terms = terms.into_iter().take(limit - found.len());
        found.extend(terms.filter_map(|(count, number)| {
            Some(Suggestion {
                text: dictionary.term(number)?,
                facet: None,
                count,
            })
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Names in which words begin and end in many ways; in ASCII, and in any script.
    fn any_name() -> impl Strategy<Value = String> {
        prop_oneof![
            "([ -~\t\u{1}]|[a-cA-C01',._-]){0,20}",
            "([a-cA-C01' ,.’-]|\\PC){0,20}",
            "[01a', ]{0,12}"
        ]
    }

    proptest! {
        #[test]
        fn no_name_lacks_the_beginning_of_its_words(name in any_name()) {
            let known = beginnings_of(&name);
            for (_, word) in words(&name) {
                let word = fold(word);
                let cuts = word.char_indices().map(|it| it.0).chain([word.len()]);
                for cut in cuts {
                    let wanted = beginning(word.get(..cut).unwrap_or_default().as_bytes());
                    prop_assert_eq!(known & wanted, wanted, "{}", word);
                }
            }
        }
    }
}
