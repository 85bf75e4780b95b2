//! What the search field offers while typing: names and words of the corpus.

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

/// Whether a name may hold the words: a look at its letters that spares most names the splitting into words.
fn may_hold(name: &str, wanted: &[String]) -> bool {
    let Some(first) = wanted.first() else {
        return false;
    };
    // Letters with accents fold to others, and abbreviations lose their stops.
    if first.is_empty() || !name.is_ascii() || name.contains(['.', '\'']) {
        return true;
    }
    let (name, first) = (name.as_bytes(), first.as_bytes());
    name.windows(first.len())
        .any(|it| it.eq_ignore_ascii_case(first))
}

/// Up to `limit` names that hold a word beginning with `prefix` and terms that begin with it: the frequent names first,
/// then the frequent terms.
pub(crate) fn suggest(
    corpus: &Corpus<'_>,
    dictionary: &Dictionary<'_>,
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
    let mut found = Vec::new();
    for facet in NAMES {
        found.extend(
            corpus
                .facet_values(facet.code())
                .filter(|value| may_hold(value.name, &wanted))
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
