//! Queries and bytes that nobody should send: an answer or an error, and never a panic.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "test"
)]

mod support;

use dossier_corpus::{Corpus, MomentId, PassageId, StatementId};
use dossier_query::answer::Note;
use dossier_query::{Clock, Filter, Query, Searcher, Sense};
use proptest::prelude::*;
use support::{Text, bake, with};

fn texts() -> Vec<Text> {
    vec![
        Text::new(
            "a",
            "The first of the letters",
            &[
                "# Heading",
                "On {{1911-03|March 1911}} [[Ada Norling]] went to the lower locks.",
                "Nobody answered the letters, she said, and nobody would.",
            ],
        )
        .published("1911-04-02")
        .tag("water"),
        Text::new(
            "b",
            "日本語の手紙",
            &["東京から手紙が来た。", "It came {{XXXX-07|in July}}."],
        ),
    ]
}

/// Everything the page asks of a searcher.
fn ask_everything(searcher: &Searcher<'_>, query: &Query) {
    let answer = searcher.answer(query);
    for hits in answer.documents.iter().take(5) {
        let _ = searcher.title(&answer, hits.document);
        for &passage in hits.passages.iter().take(5) {
            let _ = searcher.excerpt(&answer, passage);
            let _ = searcher.highlights(&answer, passage);
        }
    }
    let _ = searcher.best(query, 10);
    let _ = searcher.relaxations(query);
    let _ = searcher.suggest(&query.text, 8);
}

#[test]
fn odd_queries_are_answered() {
    let bytes = bake(&texts());
    let rows = [
        ("a".repeat(100_000), "one long word"),
        ("letters ".repeat(12_500), "many words"),
        ("xqzvb ".repeat(16_000), "many words that occur nowhere"),
        ("nobody OR ".repeat(1_000), "many alternatives"),
        ("-".repeat(100_000), "only minus signs"),
        ("!?…,;:".repeat(10_000), "only punctuation"),
        ("\"".repeat(100_000), "only quotation marks"),
        ("\"the letters".to_owned(), "an open quotation mark"),
        ("(".repeat(100_000), "brackets that open"),
        (")".repeat(100_000), "brackets that close"),
        ("(the (letters OR".to_owned(), "open brackets"),
        ("-(".repeat(50_000), "excluded brackets"),
        ("title:".repeat(10_000), "fields without value"),
        ("date:..".to_owned(), "an open range"),
        ("date:9999999999..-9999999999".to_owned(), "no dates"),
        (
            "\u{202e}srettel\u{202c}\u{0}\u{7}\u{7f}".to_owned(),
            "control and direction characters",
        ),
        (
            "\u{fffd}\u{fffd} letters".to_owned(),
            "what stands for lone surrogates",
        ),
        ("e\u{301}".repeat(30_000), "marks"),
        ("日本".repeat(30_000), "a long run without spaces"),
        ("*".repeat(1_000), "stars"),
        ("l*".to_owned(), "a short beginning"),
        ("OR OR AND -OR".to_owned(), "operators only"),
        ("a".to_owned(), "one letter"),
    ];
    with(&bytes, |searcher| {
        for (text, why) in rows {
            let answer = searcher.answer(&Query::of_text(&text));
            assert!(answer.n_passages <= 5, "{why}");
            assert!(answer.notes.len() <= 16, "{why}: {}", answer.notes.len());
            ask_everything(searcher, &Query::of_text(&text));
        }
    });
}

#[test]
fn a_query_that_is_too_long_says_what_was_left_out() {
    let bytes = bake(&texts());
    with(&bytes, |searcher| {
        let answer = searcher.answer(&Query::of_text(&"letters ".repeat(100)));
        assert_eq!(answer.notes, [Note::LeftOut { n_words: 36 }]);
        assert_eq!(answer.n_passages, 2);
    });
}

#[test]
fn unknown_filters_select_nothing_and_are_told() {
    let bytes = bake(&texts());
    let filter = |facet: &str, value: &str, sense| Filter {
        facet: facet.to_owned(),
        value: value.to_owned(),
        sense,
    };
    with(&bytes, |searcher| {
        let rows = [
            (filter("tag", "fire", Sense::Include), 0, 1),
            (filter("tag", "fire", Sense::Exclude), 5, 1),
            (filter("colour", "red", Sense::Include), 0, 1),
            (filter("tag", "water", Sense::Include), 3, 0),
        ];
        for (filter, n_passages, n_notes) in rows {
            let query = Query {
                filters: vec![filter.clone()],
                ..Query::default()
            };
            let answer = searcher.answer(&query);
            assert_eq!(
                (answer.n_passages, answer.notes.len()),
                (n_passages, n_notes),
                "{filter:?}"
            );
        }
    });
}

/// Reads all that can be read of a corpus.
fn read_everything(corpus: &Corpus<'_>) {
    let _ = corpus.site();
    let _ = corpus.seeds().take(100).count();
    for document in corpus.document_ids().take(100) {
        let _ = (
            corpus.document(document),
            corpus.original(document),
            corpus.text(document),
        );
        let _ = corpus.meta(document).take(100).count();
        let _ = corpus.passages(document);
    }
    for number in 0..corpus.n_passages().min(100) {
        let passage = PassageId::new(number);
        let _ = (corpus.passage(passage), corpus.visible(passage));
        let _ = corpus.runs(passage).take(100).count() + corpus.styles(passage).take(100).count();
        let _ = corpus.sentences(passage).take(100).count()
            + corpus.mentions(passage).take(100).count();
        let _ = corpus.hedges(passage).take(100).count();
    }
    for number in 0..corpus.n_moments().min(100) {
        let _ = corpus.moment(MomentId::new(number));
    }
    for number in 0..corpus.n_statements().min(100) {
        let _ = corpus.statement(StatementId::new(number));
    }
}

fn some_queries() -> Vec<Query> {
    let filter = Filter {
        facet: "person".to_owned(),
        value: "Ada Norling".to_owned(),
        sense: Sense::Include,
    };
    let range = |clock| Query {
        from: dossier_time::read("1900"),
        to: dossier_time::read("1950"),
        undated: true,
        clock,
        as_of: dossier_time::read("1912"),
        ..Query::default()
    };
    let mut queries: Vec<Query> = [
        "",
        "letters",
        "\"the letters\"",
        "lettres ",
        "手紙",
        "l",
        "tag:water title:first -july",
    ]
    .into_iter()
    .map(Query::of_text)
    .collect();
    queries.extend(Clock::ALL.map(range));
    queries.push(Query {
        filters: vec![filter],
        ..Query::default()
    });
    queries
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn damaged_bytes_give_an_error_or_an_answer(
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        end in proptest::option::weighted(0.1, any::<prop::sample::Index>()),
    ) {
        let mut bytes = bake(&texts());
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] ^= byte;
        }
        if let Some(end) = end {
            bytes.truncate(end.index(bytes.len()));
        }
        if let Ok(corpus) = Corpus::open(&bytes, &|_| None) {
            read_everything(&corpus);
            let searcher = Searcher::new(corpus);
            for query in some_queries() {
                ask_everything(&searcher, &query);
            }
        }
    }

    #[test]
    fn any_text_is_answered(text in "(?s)[ -~“”\\u{0}-\\u{20}a-d日本語\u{301}\u{202e}]{0,40}") {
        let bytes = bake(&texts());
        with(&bytes, |searcher| ask_everything(searcher, &Query::of_text(&text)));
    }
}
