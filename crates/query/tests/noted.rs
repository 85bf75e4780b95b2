//! The reader's own notes as a filter: asked and counted like any other facet.

#![allow(clippy::cast_possible_truncation, reason = "a test corpus is small")]
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it fails, in its helpers too"
)]

mod support;

use std::rc::Rc;

use dossier_corpus::PassageId;
use dossier_query::{Filter, Noted, Query, Sense};
use support::Text;

/// Words and filters, the passages that they select, the counts of the notes, the count of the tag, and why.
type Case = (
    &'static str,
    &'static str,
    &'static [usize],
    &'static [(&'static str, u32)],
    u32,
    &'static str,
);

const CASES: [Case; 9] = [
    (
        "",
        "",
        &[0, 1, 2, 3, 4],
        &[("starred", 2), ("written", 2)],
        3,
        "nothing chosen",
    ),
    (
        "",
        "note=starred",
        &[1, 2],
        &[("starred", 2), ("written", 2)],
        2,
        "one value",
    ),
    (
        "",
        "note=starred note=written",
        &[1, 2, 4],
        &[("starred", 2), ("written", 2)],
        2,
        "alternatives",
    ),
    (
        "",
        "note=-starred",
        &[0, 3, 4],
        &[("starred", 2), ("written", 2)],
        1,
        "excluded",
    ),
    (
        "",
        "note=written note=-starred",
        &[4],
        &[("starred", 2), ("written", 2)],
        0,
        "one without the other",
    ),
    (
        "ice",
        "note=starred",
        &[1],
        &[("starred", 1)],
        1,
        "with words",
    ),
    (
        "",
        "note=written tag=north",
        &[2],
        &[("starred", 2), ("written", 1)],
        1,
        "with another facet",
    ),
    (
        "ice",
        "note=written",
        &[],
        &[("starred", 1), ("written", 0)],
        0,
        "a chosen value stays, however few",
    ),
    (
        "",
        "note=read",
        &[],
        &[("starred", 2), ("written", 2)],
        0,
        "no such value",
    ),
];

/// Five passages: the second and the third starred, the third and the fifth with a note.
#[test]
fn notes_filter_and_are_counted() {
    let texts = [
        Text::new("a", "A", &["ice", "ice and fire", "fire"]).tag("north"),
        Text::new("b", "B", &["ice", "fire"]),
    ];
    let mut noted = Noted::default();
    for passage in [1, 2] {
        noted.star(PassageId::new(passage));
    }
    for passage in [2, 4] {
        noted.write(PassageId::new(passage));
    }
    let noted = Rc::new(noted);
    support::with(&support::bake(&texts), |searcher| {
        for (text, filters, selected, counts, n_north, why) in CASES {
            let filters = filters.split_whitespace().map(|it| {
                let (facet, value) = it.split_once('=').unwrap();
                Filter {
                    facet: facet.to_owned(),
                    value: value.trim_start_matches('-').to_owned(),
                    sense: if value.starts_with('-') {
                        Sense::Exclude
                    } else {
                        Sense::Include
                    },
                }
            });
            let query = Query {
                text: text.to_owned(),
                filters: filters.collect(),
                noted: Rc::clone(&noted),
                ..Query::default()
            };
            let answer = searcher.answer(&query);
            let found: Vec<usize> = answer.selected.ones().collect();
            assert_eq!(found, selected, "{why}");
            let of = |facet: &'static str| {
                let counts = answer.facets.iter().filter(move |it| it.facet == facet);
                counts.flat_map(|it| &it.values)
            };
            let notes: Vec<(&str, u32)> = of("note").map(|it| (&*it.name, it.count)).collect();
            assert_eq!(notes, counts, "{why}");
            assert_eq!(
                of("tag").map(|it| it.count).sum::<u32>(),
                n_north,
                "{why}: tags"
            );
            assert_eq!(
                searcher.best(&query, 9).is_empty(),
                selected.is_empty(),
                "{why}"
            );
        }
        let bare = searcher.answer(&Query::default());
        assert!(
            bare.facets.iter().all(|it| it.facet != "note"),
            "without notes there is no such facet"
        );
    });
}
