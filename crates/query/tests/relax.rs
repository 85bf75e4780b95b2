//! What is offered when a query finds nothing, and why a hit was found.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::type_complexity,
    reason = "test"
)]

mod support;

use dossier_query::answer::{LeftOut, Reading};
use dossier_query::{Filter, Query, Searcher, Sense};
use dossier_time::Edtf;
use support::{Text, bake, with};

fn texts() -> Vec<Text> {
    vec![
        Text::new(
            "gate",
            "The lower gate",
            &[
                "The gates were shut in {{1911-03|March 1911}}, said [[Ada Norling]].",
                "Nobody paid for new locks.",
            ],
        )
        .tag("water"),
        Text::new("road", "A road", &["[[Jon Weir]] walked on the road."]).tag("land"),
    ]
}

fn filter(facet: &str, value: &str, sense: Sense) -> Filter {
    Filter {
        facet: facet.into(),
        value: value.into(),
        sense,
    }
}

fn offered(searcher: &Searcher<'_>, query: &Query) -> Vec<(LeftOut, u32)> {
    assert_eq!(searcher.answer(query).n_passages, 0, "{query:?}");
    let found = searcher.relaxations(query);
    for it in &found {
        let answer = searcher.answer(&it.query);
        let n_documents = u32::try_from(answer.documents.len()).unwrap();
        assert_eq!(
            (answer.n_passages, n_documents),
            (it.n_passages, it.n_documents)
        );
    }
    found
        .into_iter()
        .map(|it| (it.left_out, it.n_passages))
        .collect()
}

#[test]
fn each_offer_says_what_it_finds() {
    let words = |it: &str| LeftOut::Words(it.into());
    let land = filter("tag", "land", Sense::Include);
    let norling = filter("person", "Ada Norling", Sense::Include);
    let rows: Vec<(Query, Vec<(LeftOut, u32)>, &str)> = vec![
        (
            Query {
                filters: vec![land.clone()],
                ..Query::of_text("gates ")
            },
            vec![(LeftOut::Filter(land.clone()), 1)],
            "a filter too many",
        ),
        (
            Query {
                filters: vec![land.clone(), norling.clone()],
                ..Query::default()
            },
            vec![
                (LeftOut::Filter(land.clone()), 1),
                (LeftOut::Filter(norling.clone()), 1),
            ],
            "two filters that exclude each other",
        ),
        (
            Query {
                from: Edtf::parse("1950").ok(),
                ..Query::of_text("gates ")
            },
            vec![(LeftOut::Range, 1)],
            "a range beside the dates",
        ),
        (
            Query::of_text("gates -shut "),
            vec![(words("gates"), 2), (words("-shut"), 1)],
            "an exclusion",
        ),
        (
            Query::of_text("\"shut gates\""),
            vec![(LeftOut::Quotes("\"shut gates\"".into()), 1)],
            "a phrase that does not occur",
        ),
        (
            Query::of_text("tag:land (gates OR locks) "),
            vec![(words("tag:land"), 2), (words("(gates OR locks)"), 1)],
            "pieces in brackets stay together",
        ),
        (
            Query {
                filters: vec![land.clone()],
                from: Edtf::parse("1950").ok(),
                ..Query::of_text("gates ")
            },
            vec![(LeftOut::AllFilters, 1)],
            "no single part is enough",
        ),
        (
            Query::of_text("xyzzyx "),
            vec![],
            "nothing helps but another word",
        ),
    ];
    let bytes = bake(&texts());
    with(&bytes, |searcher| {
        for (query, expected, why) in &rows {
            assert_eq!(offered(searcher, query), *expected, "{why}");
        }
    });
}

#[test]
fn a_hit_says_why_it_was_found() {
    let rows: [(&str, &str, &[(&str, Reading, &str)], &str); 5] = [
        (
            "shut ",
            "gate",
            &[("shut", Reading::Exact, "shut")],
            "the word itself",
        ),
        (
            "gate ",
            "gate",
            &[("gate", Reading::Form, "gates")],
            "another form",
        ),
        (
            "sh",
            "gate",
            &[("sh", Reading::Prefix, "shut")],
            "a beginning",
        ),
        (
            "norlang ",
            "gate",
            &[("norlang", Reading::Typo(0), "Norling")],
            "a typing error",
        ),
        (
            "\"nobody paid\"",
            "gate",
            &[("nobody paid", Reading::Exact, "Nobody paid")],
            "a phrase",
        ),
    ];
    let bytes = bake(&texts());
    with(&bytes, |searcher| {
        for (text, id, expected, why) in rows {
            let answer = searcher.answer(&Query::of_text(text));
            let hits = &answer.documents[0];
            let info = searcher.corpus().document(hits.document).unwrap();
            assert_eq!(info.id, id, "{why}");
            let source = searcher.corpus().text(hits.document);
            let excerpt = searcher.excerpt(&answer, hits.passages[0]);
            let found: Vec<(&str, Reading, &str)> = excerpt
                .reasons
                .iter()
                .map(|(term, span)| {
                    let term = &answer.terms[*term];
                    (term.typed.as_str(), term.reading, span.of(source))
                })
                .collect();
            assert_eq!(found, expected, "{why}");
        }
        let answer = searcher.answer(&Query::of_text("lower "));
        let title = searcher.title(&answer, answer.documents[0].document);
        assert_eq!(title.highlights.len(), 1, "found by its title");
    });
}
