//! What is suggested is what a plain look at every name and every word finds.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "test"
)]

mod support;

use dossier_corpus::Facet;
use dossier_corpus::index::Dictionary;
use dossier_corpus::text::{fold, is_open, words};
use dossier_query::{Searcher, Suggestion};
use proptest::prelude::*;
use support::{Text, bake, with};

/// Names as they stand in texts: what folding and cutting treat in ways of their own, beside plain ones.
const NAMES: &[&str] = &[
    "Ada Norling",
    "Adam St John-Norling",
    "St. Ives",
    "Stanley O'Brien",
    "O’Brien's Stores",
    "U.S. Steel",
    "U.N.",
    "New York",
    "Newark, New Jersey",
    "The Minister of Defence",
    "Ministry of the Sea's Edge",
    "1,000 Islands",
    "The 1000",
    "2,0 and 1,5",
    "Élan Études",
    "São Tomé",
    "İstanbul",
    "Łódź",
    "ΛΌΓΟΣ",
    "Мой Ёж",
    "東京都庁",
    "京",
    "한국어",
    "ไทย",
    "ｶﾞｷﾞ",
    "rock'n'roll",
    "snake_case __init__",
    "ＡＢＣ ﬁne",
    "co\u{ad}operate",
    "a",
    "…",
];

/// Every word of a name at hand, its last one as a beginning.
fn holds(name: &str, wanted: &[String]) -> bool {
    let name: Vec<String> = words(name).map(|(_, it)| fold(it)).collect();
    name.windows(wanted.len()).any(|here| {
        let begins = |(at, wanted): (usize, &String)| {
            let is_last = at + 1 == here.len();
            here[at] == *wanted || (is_last || is_open(wanted)) && here[at].starts_with(wanted)
        };
        wanted.iter().enumerate().all(begins)
    })
}

/// What is to be suggested, by reading all names and then all words.
fn plainly(searcher: &Searcher<'_>, prefix: &str, limit: usize) -> Vec<Suggestion> {
    let corpus = searcher.corpus();
    let wanted: Vec<String> = words(prefix).map(|(_, it)| fold(it)).collect();
    if wanted.is_empty() || wanted.len() > 8 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for facet in [
        Facet::Person,
        Facet::Organisation,
        Facet::Place,
        Facet::Group,
        Facet::Tag,
        Facet::Source,
    ] {
        let values = corpus.facet_values(facet.code());
        let values = values.filter(|it| holds(it.name, &wanted));
        found.extend(values.map(|it| Suggestion {
            text: it.name.to_owned(),
            facet: Some(facet),
            count: it.count,
        }));
    }
    found.sort_by(|a, b| (b.count, &a.text).cmp(&(a.count, &b.text)));
    if let [only] = wanted.as_slice() {
        let dictionary = Dictionary::open(corpus.terms(), corpus.term_postings()).unwrap();
        let mut terms: Vec<Suggestion> = (0..dictionary.len())
            .map(|number| Suggestion {
                text: dictionary.term(number).unwrap(),
                facet: None,
                count: dictionary.list(number).n_passages,
            })
            .filter(|it| it.text.starts_with(only))
            .collect();
        terms.sort_by_key(|it| std::cmp::Reverse(it.count));
        found.extend(terms);
    }
    found.truncate(limit);
    found
}

/// Two texts with these names, each as a person and as a tag; the first ones stand in more passages.
fn corpus(names: &[&str]) -> Vec<u8> {
    let named: Vec<String> = names.iter().map(|it| format!("[[{it}]]")).collect();
    let passages: Vec<String> = (1..=named.len()).map(|n| named[..n].join(" ")).collect();
    let passages: Vec<&str> = passages.iter().map(String::as_str).collect();
    let tagged = |text: Text| names.iter().fold(text, |text, it| text.tag(it));
    bake(&[
        tagged(Text::new("a", "", &passages)),
        Text::new("b", "", &passages),
    ])
}

/// Something typed: the beginning of what stands from some word of a name on.
fn typed(name: &str, word: usize, n_letters: usize) -> String {
    let starts: Vec<u32> = words(name).map(|(span, _)| span.start).collect();
    let start = starts.get(word % starts.len().max(1)).unwrap_or(&0);
    name[*start as usize..].chars().take(n_letters).collect()
}

#[test]
fn every_beginning_of_every_name_is_answered_as_plainly() {
    let bytes = corpus(NAMES);
    with(&bytes, |searcher| {
        for name in NAMES {
            for word in 0..4 {
                for n_letters in 0..=name.chars().count() {
                    let prefix = typed(name, word, n_letters);
                    for prefix in [prefix.to_lowercase(), prefix] {
                        let found = searcher.suggest(&prefix, 6);
                        assert_eq!(found, plainly(searcher, &prefix, 6), "{prefix}");
                    }
                }
            }
        }
    });
}

#[test]
fn names_are_found_as_people_type_them() {
    let bytes = corpus(NAMES);
    with(&bytes, |searcher| {
        for (prefix, expected, why) in [
            (
                "the minister of def",
                "The Minister of Defence",
                "several words",
            ),
            ("u.s", "U.S. Steel", "abbreviation"),
            ("o'bri", "Stanley O'Brien", "apostrophe"),
            ("etu", "Élan Études", "accents left out"),
            ("sao to", "São Tomé", "accents left out, several words"),
            ("ISTAN", "İstanbul", "capitals"),
            ("1000 isl", "1,000 Islands", "a comma inside a number"),
            ("都", "東京都庁", "the beginning of a pair"),
            ("john norl", "Adam St John-Norling", "a hyphen"),
        ] {
            let found = searcher.suggest(prefix, 100);
            assert!(
                found.iter().any(|it| it.text == expected),
                "{why}: {prefix}"
            );
        }
    });
}

proptest! {
    #[test]
    fn few_names_are_suggested_as_plainly(
        names in prop::collection::vec(prop::sample::select(NAMES), 1..8),
        typed in prop::collection::vec((prop::sample::select(NAMES), 0..4usize, 1..9usize), 1..12),
        limit in 0..9usize,
    ) {
        let bytes = corpus(&names);
        with(&bytes, |searcher| {
            // One after the other: what was read for the first is kept for the others.
            for (name, word, n_letters) in typed {
                let prefix = self::typed(name, word, n_letters);
                prop_assert_eq!(
                    searcher.suggest(&prefix, limit),
                    plainly(searcher, &prefix, limit),
                    "{}",
                    prefix
                );
            }
            Ok(())
        })?;
    }
}
