//! What the search field offers while somebody types: names of the corpus as filters, words as endings.

use dossier_corpus::text::fold;
use dossier_query::{Filter, Query, Searcher, Sense, Suggestion};
use yew::AttrValue;

use super::vocabulary::Facet;
use super::words;
use crate::wording::say;

/// Something to search for, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The name or word.
    pub text: AttrValue,
    /// The facet it is a value of; none for a word.
    pub facet: Option<Facet>,
    /// What it is, and the number of passages that have it.
    pub note: AttrValue,
    /// What is asked when it is taken.
    pub query: Query,
}

/// So many are offered.
const LIMIT: usize = 6;

/// A name has no more words than are looked at.
const MAX_WORDS: usize = 3;

/// What could be meant by the unfinished end of a query: names that hold its last words, the longest piece that gives
/// any; then words. Nothing when the end is finished, quoted or no plain word.
#[must_use]
pub fn offers(searcher: &Searcher<'_>, query: &Query) -> Vec<Offer> {
    let starts = word_starts(&query.text);
    let mut offers = Vec::new();
    for &start in &starts {
        let (before, tail) = query.text.split_at_checked(start).unwrap_or_default();
        let found = searcher.suggest(tail, LIMIT);
        let names = found.into_iter().filter_map(|it| name(query, before, it));
        offers.extend(names);
        if !offers.is_empty() {
            break;
        }
    }
    if let Some(&start) = starts.last() {
        let (before, tail) = query.text.split_at_checked(start).unwrap_or_default();
        let found = searcher.suggest(tail, LIMIT).into_iter();
        let words = found.filter_map(|it| word(query, before, tail, it));
        offers.extend(words.take(LIMIT.saturating_sub(offers.len())));
    }
    offers
}

/// Where the last words of a query begin, the longest piece first.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut end = text.len();
    while starts.len() < MAX_WORDS {
        let before = text.get(..end).unwrap_or_default();
        let start = before
            .char_indices()
            .rfind(|(_, it)| it.is_whitespace())
            .map_or(0, |(idx, it)| idx + it.len_utf8());
        let word = before.get(start..).unwrap_or_default();
        let is_plain = word
            .chars()
            .all(|it| it.is_alphanumeric() || matches!(it, '\'' | '’' | '.' | '-'));
        if word.is_empty() || word.starts_with('-') || word == "OR" || !is_plain {
            break;
        }
        starts.push(start);
        end = before.get(..start).unwrap_or_default().trim_end().len();
    }
    // An odd quotation mark before them: the end stands inside a phrase.
    let n_quotes = text
        .chars()
        .filter(|it| matches!(it, '"' | '“' | '”' | '„'))
        .count();
    if n_quotes % 2 == 1 {
        starts.clear();
    }
    starts.reverse();
    starts
}

fn name(query: &Query, before: &str, found: Suggestion) -> Option<Offer> {
    let facet = found.facet?;
    let filter = Filter {
        facet: facet.name().to_owned(),
        value: found.text.clone(),
        sense: Sense::Include,
    };
    let mut taken = Query {
        text: before.trim_end().to_owned(),
        ..query.clone()
    };
    if taken.filters.contains(&filter) {
        return None;
    }
    taken.filters.push(filter);
    Some(Offer {
        text: found.text.into(),
        facet: Some(facet),
        note: kind(facet)(found.count).into(),
        query: taken,
    })
}

fn word(query: &Query, before: &str, tail: &str, found: Suggestion) -> Option<Offer> {
    if found.facet.is_some() || found.text == fold(tail) {
        return None;
    }
    Some(Offer {
        note: words::number(found.count).into(),
        facet: None,
        query: Query {
            // The space says that the word is finished.
            text: format!("{before}{} ", found.text),
            ..query.clone()
        },
        text: found.text.into(),
    })
}

fn kind(facet: Facet) -> fn(u32) -> String {
    match facet {
        Facet::Person => say::offer_person,
        Facet::Organisation => say::offer_organisation,
        Facet::Place => say::offer_place,
        Facet::Group => say::offer_group,
        Facet::Tag => say::offer_tag,
        Facet::Source => say::offer_source,
        _ => say::offer_value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unfinished_plain_words_are_looked_at() {
        for (text, expected, why) in [
            ("", &[][..], "nothing typed"),
            ("gat", &["gat"], "one word"),
            (
                "the lower gat",
                &["the lower gat", "lower gat", "gat"],
                "a name may have several",
            ),
            ("a b c d", &["b c d", "c d", "d"], "not more than three"),
            ("gate ", &[], "finished"),
            ("\"the low", &[], "inside a phrase"),
            ("\"the lower\" gat", &["gat"], "behind a phrase"),
            ("-gat", &[], "excluded"),
            ("one OR gat", &["gat"], "behind an operator"),
            ("person:ad", &[], "a field has its own values"),
            ("Ünï", &["Ünï"], "letters of any script"),
        ] {
            let found: Vec<&str> = word_starts(text)
                .into_iter()
                .map(|it| &text[it..])
                .collect();
            assert_eq!(found, expected, "{why}: {text}");
        }
    }
}
