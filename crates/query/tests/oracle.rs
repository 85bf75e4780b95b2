//! Answers compared with going through every passage, on random small corpora and random queries.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "test"
)]

mod support;

use dossier_corpus::text::{fold, words};
use dossier_query::answer::MarkSource;
use dossier_query::{Answer, Clock, Filter, Query, Searcher, Sense};
use dossier_time::{Edtf, Relation, relation};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use support::{Text, bake, with};

const WORDS: [&str; 7] = ["aa", "ab", "aba", "bab", "ca", "cab", "x1"];
const NAMES: [&str; 3] = ["Ann Ode", "Bo Lee", "Cy"];
const DATES: [&str; 6] = [
    "1990",
    "1991-05",
    "1991-05-02",
    "XXXX-07",
    "1992~",
    "1990/1992",
];
const TAGS: [&str; 3] = ["red", "green", "dark blue"];

/// A condition, as the query language can say it.
#[derive(Clone, Debug)]
enum Ask {
    Word(&'static str),
    Prefix(&'static str),
    Phrase(Vec<&'static str>),
    Tag(&'static str),
    Title(&'static str),
    Not(Box<Ask>),
    Any(Vec<Ask>),
}

impl Ask {
    fn typed(&self) -> String {
        match self {
            Self::Word(word) => (*word).to_owned(),
            Self::Prefix(word) => format!("{word}*"),
            Self::Phrase(words) => format!("\"{}\"", words.join(" ")),
            Self::Tag(tag) => format!("tag:\"{tag}\""),
            Self::Title(word) => format!("title:{word}"),
            Self::Not(ask) => format!("-{}", ask.typed()),
            Self::Any(asks) => asks
                .iter()
                .map(Self::typed)
                .collect::<Vec<_>>()
                .join(" OR "),
        }
    }

    fn asks_for_words(&self) -> bool {
        match self {
            Self::Word(_) | Self::Prefix(_) | Self::Phrase(_) => true,
            Self::Any(asks) => asks.iter().any(Self::asks_for_words),
            _ => false,
        }
    }

    fn stands_in(&self, text: &str) -> bool {
        let list: Vec<String> = words(text).map(|it| fold(it.1)).collect();
        match self {
            Self::Word(word) => list.iter().any(|it| it == word),
            Self::Prefix(word) => list.iter().any(|it| it.starts_with(word)),
            Self::Phrase(phrase) => list.windows(phrase.len()).any(|it| it == phrase.as_slice()),
            _ => false,
        }
    }

    /// Whether it holds in a passage; with `reach`, the title helps every passage of its document.
    fn holds(&self, passage: &Flat, reach: bool) -> bool {
        match self {
            Self::Word(_) | Self::Prefix(_) | Self::Phrase(_) => {
                let by_title = (reach || passage.is_first) && self.stands_in(&passage.text.title);
                self.stands_in(&passage.words) || by_title
            }
            Self::Tag(tag) => passage.text.tags.iter().any(|it| it == tag),
            Self::Title(word) => Self::Word(word).stands_in(&passage.text.title),
            Self::Not(ask) => !ask.holds(passage, false),
            Self::Any(asks) => asks.iter().any(|it| it.holds(passage, reach)),
        }
    }
}

/// A passage with all that can be asked of it.
#[derive(Clone, Debug)]
struct Flat {
    document: usize,
    text: Text,
    is_first: bool,
    words: String,
    names: Vec<String>,
    dates: Vec<Edtf>,
}

fn flat(texts: &[Text]) -> Vec<Flat> {
    let mut all = Vec::new();
    for (document, text) in texts.iter().enumerate() {
        let whole = text.document();
        for (idx, passage) in whole.passages.iter().enumerate() {
            let mentions = whole
                .mentions
                .iter()
                .filter(|it| passage.span.contains(it.span));
            let moments = whole
                .moments
                .iter()
                .filter(|it| passage.span.contains(it.span));
            all.push(Flat {
                document,
                text: text.clone(),
                is_first: idx == 0,
                words: passage.span.of(&whole.text).to_owned(),
                names: mentions
                    .map(|it| whole.entities[it.entity as usize].name.clone())
                    .collect(),
                dates: moments.map(|it| Edtf::parse(&it.edtf).unwrap()).collect(),
            });
        }
    }
    all
}

/// The passages that hold the words, by the steps: in one passage, in one document, any.
fn by_words(all: &[Flat], asks: &[Ask]) -> Vec<bool> {
    let wordy: Vec<&Ask> = asks.iter().filter(|it| it.asks_for_words()).collect();
    let strict: Vec<&Ask> = asks.iter().filter(|it| !it.asks_for_words()).collect();
    let strictly = |it: &Flat| strict.iter().all(|ask| ask.holds(it, true));
    let any = |it: &Flat| wordy.is_empty() || wordy.iter().any(|ask| ask.holds(it, false));
    let passage =
        |it: &Flat| strictly(it) && any(it) && wordy.iter().all(|ask| ask.holds(it, true));
    let found: Vec<bool> = all.iter().map(passage).collect();
    if wordy.len() < 2 || found.contains(&true) {
        return found;
    }
    let in_document = |it: &Flat| {
        let of_document = || all.iter().filter(|other| other.document == it.document);
        wordy
            .iter()
            .all(|ask| of_document().any(|other| ask.holds(other, true)))
    };
    let document = |it: &Flat| strictly(it) && any(it) && in_document(it);
    let found: Vec<bool> = all.iter().map(document).collect();
    if found.contains(&true) {
        return found;
    }
    all.iter().map(|it| strictly(it) && any(it)).collect()
}

fn has_value(it: &Flat, facet: &str, value: &str) -> bool {
    match facet {
        "person" => it.names.iter().any(|name| name == value),
        "tag" => it.text.tags.iter().any(|tag| tag == value),
        "year" => it
            .text
            .published
            .as_deref()
            .is_some_and(|date| date.starts_with(value)),
        "kind" => value == "unmarked" || (value == "dated") != it.dates.is_empty(),
        _ => false,
    }
}

fn by_facet(it: &Flat, filters: &[Filter], facet: &str) -> bool {
    let of_facet = || filters.iter().filter(|filter| filter.facet == facet);
    let has = |filter: &&Filter| has_value(it, &filter.facet, &filter.value);
    let mut includes = of_facet()
        .filter(|filter| filter.sense == Sense::Include)
        .peekable();
    let is_wanted = includes.peek().is_none() || includes.any(|filter| has(&filter));
    is_wanted
        && !of_facet()
            .filter(|filter| filter.sense == Sense::Exclude)
            .any(|filter| has(&filter))
}

fn dates_on(it: &Flat, clock: Clock) -> Vec<Edtf> {
    match clock {
        Clock::Happened => it.dates.clone(),
        Clock::Published => it
            .text
            .published
            .iter()
            .map(|it| Edtf::parse(it).unwrap())
            .collect(),
        Clock::Added => Vec::new(),
    }
}

fn in_range(it: &Flat, query: &Query) -> Relation {
    dates_on(it, query.clock)
        .iter()
        .map(|date| relation(date, query.from.as_ref(), query.to.as_ref()))
        .min()
        .unwrap_or(Relation::Outside)
}

fn compare(
    searcher: &Searcher<'_>,
    all: &[Flat],
    asks: &[Ask],
    query: &Query,
) -> Result<(), TestCaseError> {
    let answer = searcher.answer(query);
    let has_range = query.has_range();
    let facets = ["person", "tag", "year", "kind"];
    let words = by_words(all, asks);
    let dated = |it: &Flat| !dates_on(it, query.clock).is_empty();
    let timely = |it: &Flat| {
        !has_range || in_range(it, query) != Relation::Outside || (query.undated && !dated(it))
    };
    let but = |it: &Flat, facet: &str| {
        let others = facets.iter().filter(|other| **other != facet);
        others
            .into_iter()
            .all(|other| by_facet(it, &query.filters, other))
    };
    let numbered = || {
        all.iter()
            .zip(&words)
            .enumerate()
            .map(|(idx, (it, words))| (idx, it, *words))
    };

    let expected: Vec<usize> = numbered()
        .filter(|(_, it, words)| *words && timely(it) && but(it, ""))
        .map(|it| it.0)
        .collect();
    prop_assert_eq!(
        answer.selected.ones().collect::<Vec<_>>(),
        expected.clone(),
        "selected"
    );
    prop_assert_eq!(answer.n_passages as usize, expected.len());
    let mut listed: Vec<usize> = Vec::new();
    for hits in &answer.documents {
        prop_assert!(
            hits.passages
                .iter()
                .all(|it| all[it.index()].document == hits.document.index())
        );
        listed.extend(hits.passages.iter().map(|it| it.index()));
    }
    listed.sort_unstable();
    prop_assert_eq!(&listed, &expected, "listed");

    for facet in facets {
        let counts = answer.facets.iter().find(|it| it.facet == facet).unwrap();
        let values: Vec<&str> = match facet {
            "person" => NAMES.to_vec(),
            "tag" => TAGS.to_vec(),
            "year" => vec!["1990", "1991", "1992"],
            _ => vec!["dated", "undated", "unmarked"],
        };
        for value in values {
            let expected = numbered()
                .filter(|(_, it, words)| {
                    *words && timely(it) && but(it, facet) && has_value(it, facet, value)
                })
                .count();
            let found = counts
                .values
                .iter()
                .find(|it| &*it.name == value)
                .map_or(0, |it| it.count);
            prop_assert_eq!(found as usize, expected, "{} = {}", facet, value);
        }
        let sorted = counts
            .values
            .is_sorted_by_key(|it| (std::cmp::Reverse(it.count), it.name.clone()));
        prop_assert!(sorted);
    }

    let n_undated = numbered()
        .filter(|(_, it, words)| *words && but(it, "") && !dated(it))
        .count();
    prop_assert_eq!(answer.n_undated as usize, n_undated, "undated");
    let n_certain = expected
        .iter()
        .filter(|&&idx| in_range(&all[idx], query) == Relation::Certain)
        .count();
    prop_assert_eq!(
        answer.n_certain,
        has_range.then_some(n_certain as u32),
        "certain"
    );
    marks_are_those_of_the_selection(&answer, all, &expected, query)?;
    every_hit_has_a_reason(searcher, &answer, all, asks)?;
    let best = searcher.best(query, 3);
    let first: Vec<_> = answer
        .documents
        .iter()
        .take(3)
        .map(|it| it.document)
        .collect();
    prop_assert_eq!(best, first, "the best ones alone");
    Ok(())
}

fn marks_are_those_of_the_selection(
    answer: &Answer,
    all: &[Flat],
    selected: &[usize],
    query: &Query,
) -> Result<(), TestCaseError> {
    let fits =
        |date: &Edtf| relation(date, query.from.as_ref(), query.to.as_ref()) != Relation::Outside;
    let mut documents: Vec<usize> = selected.iter().map(|&it| all[it].document).collect();
    documents.dedup();
    let mut expected: Vec<String> = match query.clock {
        Clock::Happened => selected
            .iter()
            .flat_map(|&it| dates_on(&all[it], query.clock))
            .collect::<Vec<_>>(),
        _ => documents
            .iter()
            .flat_map(|&document| {
                dates_on(
                    all.iter().find(|it| it.document == document).unwrap(),
                    query.clock,
                )
            })
            .collect(),
    }
    .iter()
    .filter(|it| fits(it))
    .map(ToString::to_string)
    .collect();
    expected.sort();
    let mut found: Vec<String> = answer.marks.iter().map(|it| it.value.to_string()).collect();
    found.sort();
    prop_assert_eq!(found, expected, "marks");
    let key = |it: &dossier_query::answer::Mark| {
        let bounds = it.value.bounds();
        let place: (u8, u32) = match it.source {
            MarkSource::Moment(it) => (0, it.get()),
            MarkSource::Document(it) => (1, it.get()),
        };
        (
            bounds.is_none(),
            bounds.map(|it| (it.earliest, it.latest)),
            place,
        )
    };
    prop_assert!(answer.marks.is_sorted_by_key(key));
    Ok(())
}

fn every_hit_has_a_reason(
    searcher: &Searcher<'_>,
    answer: &Answer,
    all: &[Flat],
    asks: &[Ask],
) -> Result<(), TestCaseError> {
    if !asks.iter().any(Ask::asks_for_words) || asks.iter().any(|it| matches!(it, Ask::Any(_))) {
        return Ok(());
    }
    for hits in &answer.documents {
        for &passage in &hits.passages {
            let marked = searcher.highlights(answer, passage);
            let in_title = searcher.title(answer, hits.document).highlights;
            let text = searcher.corpus().text(hits.document);
            prop_assert!(!marked.is_empty() || !in_title.is_empty());
            prop_assert!(marked.iter().all(|it| !it.of(text).is_empty()));
            prop_assert!(marked.windows(2).all(|it| it[0].end <= it[1].start));
            let excerpt = searcher.excerpt(answer, passage);
            prop_assert_eq!(
                excerpt.span.of(text),
                &all[passage.index()].words,
                "short passages are shown whole"
            );
        }
    }
    Ok(())
}

fn some_text() -> impl Strategy<Value = Text> {
    let piece = prop_oneof![
        8 => select(&WORDS[..]).prop_map(str::to_owned),
        1 => select(&NAMES[..]).prop_map(|it| format!("[[{it}]]")),
        1 => select(&DATES[..]).prop_map(|it| format!("{{{{{it}|then}}}}")),
    ];
    let passage = vec(piece, 1..6).prop_map(|it| it.join(" "));
    let title = vec(select(&WORDS[..]), 0..3).prop_map(|it| it.join(" "));
    let tags = proptest::sample::subsequence(TAGS.to_vec(), 0..3);
    let published = option::of(select(vec!["1990-03-01", "1991", "1992-01"]));
    (title, vec(passage, 1..5), tags, published).prop_map(|(title, passages, tags, published)| {
        Text {
            id: String::new(),
            title,
            lang: "und".to_owned(),
            published: published.map(str::to_owned),
            tags: tags.into_iter().map(str::to_owned).collect(),
            passages,
        }
    })
}

fn some_ask() -> impl Strategy<Value = Ask> {
    let word = || select(&WORDS[..]);
    let unit = prop_oneof![
        4 => word().prop_map(Ask::Word),
        1 => select(vec!["a", "ab", "c"]).prop_map(Ask::Prefix),
        2 => vec(word(), 2..4).prop_map(Ask::Phrase),
        1 => select(&TAGS[..]).prop_map(Ask::Tag),
        1 => word().prop_map(Ask::Title),
    ];
    let unit = unit.boxed();
    prop_oneof![
        6 => unit.clone(),
        1 => unit.clone().prop_map(|it| Ask::Not(Box::new(it))),
        1 => vec(unit, 2..4).prop_map(Ask::Any),
    ]
}

fn some_filter() -> impl Strategy<Value = Filter> {
    let value = prop_oneof![
        select(&NAMES[..]).prop_map(|it| ("person", it)),
        select(&TAGS[..]).prop_map(|it| ("tag", it)),
        select(vec!["1990", "1991"]).prop_map(|it| ("year", it)),
        select(vec!["dated", "undated", "unmarked"]).prop_map(|it| ("kind", it)),
    ];
    let sense = prop_oneof![2 => Just(Sense::Include), 1 => Just(Sense::Exclude)];
    (value, sense).prop_map(|((facet, value), sense)| Filter {
        facet: facet.to_owned(),
        value: value.to_owned(),
        sense,
    })
}

fn some_query() -> impl Strategy<Value = (Vec<Ask>, Query)> {
    let date = || option::weighted(0.3, select(vec!["1990", "1991-05", "1992", "1991-07"]));
    let clock = select(Clock::ALL.to_vec());
    (
        vec(some_ask(), 0..4),
        vec(some_filter(), 0..4),
        date(),
        date(),
        any::<bool>(),
        clock,
    )
        .prop_map(|(asks, filters, from, to, undated, clock)| {
            let end = |text: Option<&str>| text.map(|it| Edtf::parse(it).unwrap());
            let text: String = asks.iter().map(|it| it.typed() + " ").collect();
            let query = Query {
                text,
                filters,
                from: end(from),
                to: end(to),
                undated,
                clock,
                as_of: None,
                ..Query::default()
            };
            (asks, query)
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn answers_are_those_of_going_through_everything(
        texts in vec(some_text(), 1..6), queries in vec(some_query(), 1..6),
    ) {
        let texts: Vec<Text> = texts
            .into_iter()
            .enumerate()
            .map(|(idx, text)| Text { id: format!("d{idx}"), ..text })
            .collect();
        let all = flat(&texts);
        let bytes = bake(&texts);
        with(&bytes, |searcher| -> Result<(), TestCaseError> {
            for (asks, query) in &queries {
                compare(searcher, &all, asks, query)?;
            }
            Ok(())
        })?;
    }
}
