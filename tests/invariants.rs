//! What holds for every baked corpus, checked on the real seeds and on small ones made for it.
//!
//! 1. Every span lies inside its document's text (and its passage) and on character boundaries.
//! 2. Passages, runs, sentences, mentions and moments are in order and do not overlap.
//! 3. Every number points at something.
//! 4. Every posting is sorted.
//! 5. The opened corpus tells the same as the plain data, and the text is the seed's.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it fails, in its helpers too"
)]

use std::path::Path;

use dossier_bake::{Baked, Config, Seeds, bake, files};
use dossier_corpus::{Corpus, DocId, Document, PassageId, Span};
use proptest::prelude::*;

fn real() -> Baked {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    bake(&files::read(&dir).unwrap(), &Config::default()).unwrap()
}

/// Markup, entities, wrapped lines, several scripts: everything that moves offsets.
fn made() -> Baked {
    let files = [
        (
            "a.md",
            "---\ntitle: One\ndate: 1998-07\n---\n# **Ann** Lee &amp; Co.\n\n> Ann *Lee*\n> said: “We **go**,” \
             allegedly. In July\n> 1998 it&nbsp;rained.\n\n1. St. Mary’s\n   on Mt. Vernon\n\n| Ann Lee | 3 May 1998 |\n|-|-|\n| x\\|y | \
             `code` |\n\n<p>Ann &lt;Lee&gt;</p>\n",
        ),
        (
            "b.txt",
            "\u{feff}Ёлка. Дом.\r\n今日は。明日は。\r\nAnn Lee was there in 1998.",
        ),
        (
            "c.txt",
            "né à Zürich 👩‍🚀 e\u{301}té.\n\n\u{202e}abc\u{202c} العربية: قال إنه ذهب.\n",
        ),
        ("empty.txt", ""),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    bake(&Seeds::from_files(files), &Config::default()).unwrap()
}

#[track_caller]
fn assert_in_order<'a>(what: &str, spans: impl Iterator<Item = &'a Span>) {
    let mut end = 0;
    for span in spans {
        assert!(
            span.start >= end,
            "{what} overlap or are out of order at {span:?}"
        );
        end = span.end;
    }
}

fn check_document(document: &Document) {
    let text = document.text.as_str();
    let id = document.id.as_str();
    let check = |what: &str, span: Span| {
        assert!(
            text.get(span.range()).is_some(),
            "{what} {span:?} does not fit the text of {id}"
        );
    };
    let in_a_passage = |what: &str, span: Span| {
        check(what, span);
        assert!(!span.is_empty(), "an empty {what} in {id}");
        let is_inside = document.passages.iter().any(|it| it.span.contains(span));
        assert!(
            is_inside,
            "{what} {span:?} {:?} stands in no passage of {id}",
            span.of(text)
        );
    };
    assert_in_order("passages", document.passages.iter().map(|it| &it.span));
    for passage in &document.passages {
        check("passage", passage.span);
        assert!(
            !passage.span.of(text).trim().is_empty(),
            "a blank passage in {id}"
        );
        assert_in_order("runs", passage.runs.iter().map(|it| &it.span));
        assert_in_order("sentences", passage.sentences.iter());
        for span in passage
            .runs
            .iter()
            .map(|it| it.span)
            .chain(passage.sentences.iter().copied())
        {
            check("run or sentence", span);
            assert!(passage.span.contains(span));
        }
        for style in &passage.styles {
            check("style", style.span);
            assert!(passage.span.contains(style.span));
        }
    }
    assert_in_order("mentions", document.mentions.iter().map(|it| &it.span));
    for mention in &document.mentions {
        in_a_passage("mention", mention.span);
        assert!((mention.entity as usize) < document.entities.len());
    }
    assert_in_order("moments", document.moments.iter().map(|it| &it.span));
    for moment in &document.moments {
        in_a_passage("moment", moment.span);
        assert!(
            dossier_time::Edtf::parse(&moment.edtf).is_ok(),
            "{:?}",
            moment.edtf
        );
    }
    assert_in_order("hedges", document.hedges.iter().map(|it| &it.span));
    for hedge in &document.hedges {
        in_a_passage("hedge", hedge.span);
    }
    assert!(
        document
            .statements
            .is_sorted_by_key(|it| it.content.first().copied())
    );
    for statement in &document.statements {
        assert!(!statement.content.is_empty());
        assert_in_order("content", statement.content.iter());
        for &span in &statement.content {
            in_a_passage("content", span);
        }
        if let Some(cue) = statement.cue {
            in_a_passage("cue", cue);
        }
        if let Some(speaker) = &statement.speaker {
            in_a_passage("speaker", speaker.span);
            let n_entities = document.entities.len();
            assert!(speaker.entity.is_none_or(|it| (it as usize) < n_entities));
        }
        let n_hedges = document.hedges.len();
        assert!(statement.hedges.is_sorted());
        assert!(statement.hedges.iter().all(|&it| (it as usize) < n_hedges));
    }
}

fn check(baked: &Baked) {
    let collection = &baked.collection;
    assert!(collection.documents.is_sorted_by_key(|it| it.id.as_str()));
    assert!(collection.seeds.is_sorted_by_key(|it| it.path.as_str()));
    assert_eq!(collection.documents.len(), collection.entity_numbers.len());
    assert_eq!(collection.documents.len(), baked.originals.len());
    for (document, numbers) in collection.documents.iter().zip(&collection.entity_numbers) {
        check_document(document);
        assert_eq!(document.entities.len(), numbers.len());
        assert!(
            numbers
                .iter()
                .all(|&it| (it as usize) < collection.entities.len())
        );
    }
    let n_passages: usize = collection
        .documents
        .iter()
        .map(|it| it.passages.len())
        .sum();
    for value in collection.facets.iter().flat_map(|it| &it.values) {
        assert!(
            value.passages.is_sorted_by(|a, b| a < b),
            "{} is not sorted",
            value.name
        );
        assert!(value.passages.iter().all(|&it| (it as usize) < n_passages));
        assert!(
            value
                .entity
                .is_none_or(|it| (it as usize) < collection.entities.len())
        );
    }
    for seed in &collection.seeds {
        if let Ok(number) = seed.fate {
            assert_eq!(collection.documents[number as usize].path, seed.path);
        }
    }
    check_opened(baked);
}

fn check_opened(baked: &Baked) {
    let original = |id: DocId| {
        baked
            .originals
            .get(id.get() as usize)
            .map(|it| it.bytes.as_slice())
    };
    let corpus = Corpus::open(&baked.bytes, &original).unwrap();
    let documents = &baked.collection.documents;
    assert_eq!(corpus.n_documents() as usize, documents.len());
    for (id, document) in corpus.document_ids().zip(documents) {
        assert_eq!(corpus.document_by_id(&document.id), Some(id));
        assert_eq!(
            corpus.text(id),
            document.text,
            "the text stands where it is said to"
        );
        let facts = corpus.document(id).unwrap();
        assert_eq!(facts.title, document.title.text);
        for (number, passage) in corpus.passages(id).zip(&document.passages) {
            let number = PassageId::new(number);
            assert_eq!(corpus.passage(number).unwrap().span, passage.span);
            assert_eq!(corpus.passage(number).unwrap().role, passage.role);
            assert!(
                corpus
                    .sentences(number)
                    .eq(passage.sentences.iter().copied())
            );
            let visible = corpus.visible(number);
            assert!(!visible.trim().is_empty());
            let len = u32::try_from(visible.len()).unwrap();
            let whole = corpus.source_map(number).to_source(Span::new(0, len));
            assert_eq!(whole, passage.span, "all that is visible is the passage");
        }
        let mentions = corpus
            .passages(id)
            .flat_map(|it| corpus.mentions(PassageId::new(it)).collect::<Vec<_>>());
        assert!(
            mentions
                .map(|it| it.0)
                .eq(document.mentions.iter().map(|it| it.span))
        );
    }
    let n_values: usize = baked
        .collection
        .facets
        .iter()
        .map(|it| it.values.len())
        .sum();
    assert_eq!(
        (0..)
            .zip(corpus.facets())
            .map(|(it, _)| corpus.facet_values(it).count())
            .sum::<usize>(),
        n_values
    );
}

#[test]
fn on_the_real_seeds() {
    let baked = real();
    assert!(!baked.collection.documents.is_empty());
    check(&baked);
}

#[test]
fn on_seeds_that_move_offsets() {
    check(&made());
}

#[test]
fn on_names_and_quotations_that_are_hostile() {
    let line = "The mayor Ann Lee said “it is over” in Riverton; allegedly, ’tis so. ";
    let texts = [
        ("five megabytes in a line", line.repeat(5_000_000 / line.len())),
        ("ten thousand capitals", "Aaron Bbert Ccole ".repeat(3_334)),
        ("never closed", "“It is over, Ann Lee said. ".repeat(4_000)),
        ("never closed, line by line", "“It is over, Ann Lee said.\n".repeat(4_000)),
        ("nested five deep", "“a ‘b “c ‘d “it is over” e’ f” g’ h,” said Ann Lee. ".repeat(500)),
        ("closed before they open", "it is over” said Ann Lee’ “ ‘ ".repeat(1_000)),
        ("unseen", "An\u{200b}n Le\u{202e}e\u{202c} met \u{2067}John Brown\u{2069}\u{feff} in Par\u{ad}is, he said. ".repeat(100)),
        ("two scripts in a word", "Аnn Lее met Jоhn Brown. ".repeat(100)),
        ("combining", "E\u{301}lise Me\u{301}ry\u{301} said “o\u{308}de” was a\u{30a}. ".repeat(100)),
    ];
    for (why, text) in texts {
        let seeds = Seeds::from_files([("a.txt".to_owned(), text.into_bytes())]);
        let baked = bake(&seeds, &Config::default()).unwrap();
        check(&baked);
        let says_so = baked
            .findings
            .iter()
            .any(|it| it.message.contains("mixes letters of several scripts"));
        assert_eq!(says_so, why == "two scripts in a word", "{why}");
    }
}

#[test]
fn sentences_leave_out_nothing_but_white_space() {
    for baked in [real(), made()] {
        for document in &baked.collection.documents {
            for passage in document.passages.iter().filter(|it| it.runs.is_empty()) {
                let mut end = passage.span.start;
                for sentence in &passage.sentences {
                    let gap = Span::new(end, sentence.start).of(&document.text);
                    assert!(gap.trim().is_empty(), "{gap:?} stands in no sentence");
                    end = sentence.end;
                }
                assert_eq!(end, passage.span.end);
            }
        }
    }
}

/// Pieces that texts are made of, and that break them.
const PIECES: &[&str] = &[
    "Ann Lee",
    "John Brown",
    " said",
    "said that ",
    "According to ",
    "allegedly ",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'s ",
    ". ",
    ", ",
    "? ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "In July ",
    "3 May 1998",
    "1998-07-03",
    "31 February",
    "last week",
    "the U.S. ",
    "(UAF) ",
    "Ukrainian Armed Forces ",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "# ",
    "> ",
    "* ",
    "1. ",
    "| a | b |\n|---|---|\n| c | d |\n",
    "[x](y)",
    "[x](javascript:1)",
    "![i](j.png)",
    "<b>",
    "</b>",
    "<p>",
    "<script>",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "&lt;",
    "\\",
    "---\n",
    "title: x\n",
    "entities: {drop: [x]}\n",
    "é",
    "e\u{301}",
    "Ёлка",
    "今日は。",
    "العربية",
    "👩‍🚀",
    "\u{202e}",
    "\u{feff}",
    "\0",
    "word ",
];

fn text() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..60);
    let made = pieces.prop_map(|it| it.concat().into_bytes());
    let torn = prop::collection::vec(any::<u8>(), 0..200);
    prop_oneof![8 => made, 1 => torn]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn on_whatever_is_in_the_folder(
        plain in text(),
        markdown in text(),
        sidecar in text(),
        table in text(),
    ) {
        let files = [
            ("a.txt", plain),
            ("b.md", markdown),
            ("a.meta.yaml", sidecar),
            ("metadata.csv", [b"file,".to_vec(), table].concat()),
        ];
        let files = files.map(|(path, bytes)| (path.to_owned(), bytes));
        let baked = bake(&Seeds::from_files(files), &Config::default()).unwrap();
        check(&baked);
        // The dump is JSON whatever the text is.
        for line in dossier_bake::dump::json_lines(&baked).lines() {
            let is_object = line.starts_with('{') && line.ends_with('}');
            prop_assert!(is_object);
        }
    }
}

/// The real seed says "in July" and no year: the value stays open until somebody says when it was published.
#[test]
fn the_seeds_july_waits_for_a_year() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let seeds = files::read(&dir).unwrap();
    let rows = [
        (dossier_bake::AsOf::Unknown, "XXXX-07"),
        (dossier_bake::AsOf::date("2025-10-01"), "2025-07"),
    ];
    for (as_of, expected) in rows {
        let config = Config {
            as_of,
            ..Config::default()
        };
        let baked = bake(&seeds, &config).unwrap();
        let values: Vec<&str> = baked
            .collection
            .documents
            .iter()
            .flat_map(|it| &it.moments)
            .map(|it| it.edtf.as_str())
            .collect();
        assert_eq!(values, [expected]);
    }
}
