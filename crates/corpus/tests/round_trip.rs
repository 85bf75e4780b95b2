//! A collection with everything in it is written, opened and read back; broken bytes are refused with a reason.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test"
)]

use dossier_corpus::document::{
    DateOrigin, Document, DocumentDate, Marker, Note, Passage, Role, Run, Style, StyleKind, Title,
    TitleOrigin,
};
use dossier_corpus::encode::{Collection, FacetList, FacetValue, SearchIndex, Seed, Site, encode};
use dossier_corpus::format::{SIGNATURE, Section, VERSION};
use dossier_corpus::mention::{Entity, EntityKind, Mention, Moment};
use dossier_corpus::statement::{Hedge, HedgeUse, Speaker, Statement, StatementKind};
use dossier_corpus::{
    Corpus, DocId, EntityId, Finding, HedgeId, MomentId, OpenError, PassageId, Span, StatementId,
};

/// The span of the first place where `words` stand.
fn span_of(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::from_range(start..start + words.len())
}

const LETTER: &str = "# Tea &amp; toast\n\n“We *met*,” Ada Norling allegedly said in May.\n\n- one\n\n| a | b |\n\n    let x;\n";

fn letter() -> Document {
    let at = |words: &str| span_of(LETTER, words);
    let passage = |words: &str, role| Passage {
        span: at(words),
        role,
        quote_depth: 0,
        runs: Vec::new(),
        styles: Vec::new(),
        sentences: vec![at(words)],
    };
    let run = |words: &str, shown: Option<&str>| Run {
        span: at(words),
        shown: shown.map(str::to_owned),
    };
    let mut heading = passage("Tea &amp; toast", Role::Heading(1));
    heading.runs = vec![
        run("Tea ", None),
        run("&amp;", Some("&")),
        run(" toast", None),
    ];
    let mut claim = passage(
        "“We *met*,” Ada Norling allegedly said in May.",
        Role::Paragraph,
    );
    claim.quote_depth = 2;
    claim.runs = vec![
        run("“We ", None),
        run("met", None),
        run(",” Ada Norling allegedly said in May.", None),
    ];
    claim.styles = vec![Style {
        span: at("met"),
        kind: StyleKind::Emphasis,
    }];
    let marker = Marker::Number(70_000);
    let mut item = passage("one", Role::Item { depth: 3, marker });
    item.styles = vec![Style {
        span: at("one"),
        kind: StyleKind::Link("https://example.org/".to_owned()),
    }];
    Document {
        id: "folder/letter".to_owned(),
        path: "folder/letter.md".to_owned(),
        title: Title {
            text: "Tea & toast".to_owned(),
            origin: TitleOrigin::Heading,
        },
        lang: "en".to_owned(),
        lang_given: true,
        published: Some(DocumentDate {
            edtf: "1911-05".to_owned(),
            origin: DateOrigin::Dateline,
        }),
        not_before: Some("1998-05".to_owned()),
        added: Some(DocumentDate {
            edtf: "2020".to_owned(),
            origin: DateOrigin::Given,
        }),
        meta: vec![
            ("tag".to_owned(), "tea".to_owned()),
            ("tag".to_owned(), "toast".to_owned()),
        ],
        sha256: [0xab; 32],
        n_bytes: 100,
        encoding: "windows-1252".to_owned(),
        text: LETTER.to_owned(),
        text_in_seed: None,
        offers_original: true,
        passages: vec![
            heading,
            claim,
            item,
            passage("| a | b |", Role::Row { head: true }),
            passage("let x;", Role::Code),
        ],
        entities: vec![Entity {
            kind: EntityKind::Person,
            name: "Ada Norling".to_owned(),
            aliases: vec!["Norling".to_owned()],
            description: "engineer".to_owned(),
            checked: false,
        }],
        mentions: vec![Mention {
            span: at("Ada Norling"),
            entity: 0,
        }],
        moments: vec![Moment {
            span: at("in May"),
            edtf: "XXXX-05".to_owned(),
            unresolved: "month 5".to_owned(),
            rule: "month".to_owned(),
            anchor: "no year is told".to_owned(),
        }],
        statements: vec![Statement {
            content: vec![at("We *met*,")],
            kind: StatementKind::QuotedAndAttributed,
            speaker: Some(Speaker {
                span: at("Ada Norling"),
                entity: Some(0),
            }),
            cue: Some(at("said")),
            hedges: vec![0],
            checked: true,
        }],
        hedges: vec![Hedge {
            span: at("allegedly"),
            usage: HedgeUse::Negated,
        }],
        notes: vec![Note {
            span: at("in May"),
            text: "of 1911".to_owned(),
        }],
    }
}

/// A document of one passage, or of none when it has no text.
fn note(id: &str, text: &str, in_seed: Option<u32>) -> Document {
    let span = Span::from_range(0..text.len());
    let passage = Passage {
        span,
        role: Role::Paragraph,
        quote_depth: 0,
        runs: Vec::new(),
        styles: Vec::new(),
        sentences: vec![span],
    };
    Document {
        id: id.to_owned(),
        path: format!("{id}.txt"),
        title: Title {
            text: id.to_owned(),
            origin: TitleOrigin::FileName,
        },
        lang: "und".to_owned(),
        lang_given: false,
        published: None,
        not_before: None,
        added: None,
        meta: Vec::new(),
        text: text.to_owned(),
        text_in_seed: in_seed,
        offers_original: false,
        passages: if text.is_empty() {
            Vec::new()
        } else {
            vec![passage]
        },
        entities: Vec::new(),
        mentions: Vec::new(),
        moments: Vec::new(),
        statements: Vec::new(),
        hedges: Vec::new(),
        notes: Vec::new(),
        ..letter()
    }
}

fn collection() -> Collection {
    let seed = |path: &str, fate: Result<u32, &str>, findings: Vec<Finding>| Seed {
        path: path.to_owned(),
        fate: fate.map_err(str::to_owned),
        findings,
    };
    let finding = Finding {
        path: "folder/letter.md".to_owned(),
        line: Some(3),
        message: "odd".to_owned(),
    };
    let value = |name: &str, entity, passages: &[u32]| FacetValue {
        name: name.to_owned(),
        entity,
        passages: passages.to_vec(),
    };
    let elsewhere = Entity {
        kind: EntityKind::Place,
        name: "Elsewhere".to_owned(),
        aliases: Vec::new(),
        description: String::new(),
        checked: false,
    };
    Collection {
        site: Site {
            title: "Letters".to_owned(),
            description: "Old ones.".to_owned(),
            lang: "en".to_owned(),
            accent: "#aa0000".to_owned(),
            hash: "00".to_owned(),
            baked: "2024-01-01".to_owned(),
        },
        seeds: vec![
            seed("empty.txt", Ok(0), Vec::new()),
            seed("folder/letter.md", Ok(1), vec![finding]),
            seed("picture.png", Err("no text"), Vec::new()),
        ],
        documents: vec![
            note("empty", "", None),
            letter(),
            note("z", "Grüße", Some(3)),
        ],
        entities: vec![elsewhere, letter().entities[0].clone()],
        entity_numbers: vec![Vec::new(), vec![1], Vec::new()],
        facets: vec![
            FacetList {
                name: "person".to_owned(),
                values: vec![value("Ada Norling", Some(1), &[1])],
            },
            FacetList {
                name: "tag".to_owned(),
                values: vec![
                    value("toast", None, &[0, 1, 2, 3, 4]),
                    value("tea", None, &[0, 4]),
                ],
            },
        ],
        index: SearchIndex {
            terms: vec![1, 2, 3],
            postings: vec![4],
            beginnings: Vec::new(),
            n_words: vec![0, 14, 1],
        },
    }
}

const SEED: &[u8] = b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe\n";

fn originals(document: DocId) -> Option<&'static [u8]> {
    (document.get() == 2).then_some(SEED)
}

fn with(ask: impl FnOnce(&Corpus<'_>)) {
    let bytes = encode(&collection());
    let corpus = Corpus::open(&bytes, &|it| originals(it)).unwrap();
    ask(&corpus);
}

#[test]
fn documents_come_back_as_they_were() {
    with(|corpus| {
        assert_eq!(
            (
                corpus.n_documents(),
                corpus.n_passages(),
                corpus.n_moments()
            ),
            (3, 6, 1)
        );
        assert_eq!(
            (
                corpus.n_statements(),
                corpus.n_entities(),
                corpus.site().n_words
            ),
            (1, 2, 15)
        );
        assert_eq!(
            (corpus.site().title, corpus.site().accent),
            ("Letters", "#aa0000")
        );

        let letter = corpus.document_by_id("folder/letter").unwrap();
        let info = corpus.document(letter).unwrap();
        assert_eq!(
            (info.title, info.title_origin),
            ("Tea & toast", TitleOrigin::Heading)
        );
        assert_eq!(
            (info.published, info.added),
            (Some(("1911-05", DateOrigin::Dateline)), Some("2020"))
        );
        assert_eq!(
            (info.sha256.len(), &info.sha256[..4], info.encoding),
            (64, "abab", "windows-1252")
        );
        assert_eq!((info.n_words, corpus.n_words(letter)), (14, 14));
        assert_eq!(
            corpus.meta(letter).collect::<Vec<_>>(),
            [("tag", "tea"), ("tag", "toast")]
        );
        assert_eq!(corpus.text(letter), LETTER);
        assert_eq!(corpus.passages(letter), 0..5);
        assert_eq!(corpus.document_by_id("folder"), None);

        let seeds: Vec<_> = corpus.seeds().collect();
        assert_eq!(seeds[0].fate, Ok(DocId::new(0)));
        assert_eq!(seeds[1].findings, [(Some(3), "odd")]);
        assert_eq!(seeds[2].fate, Err("no text"));
    });
}

#[test]
fn a_text_is_read_from_its_seed_where_it_stands_there() {
    with(|corpus| {
        let note = DocId::new(2);
        assert_eq!(corpus.text(note), "Grüße");
        assert_eq!(corpus.visible(PassageId::new(5)), "Grüße");
        assert_eq!(corpus.original(note), None, "it may not be offered");
        assert_eq!(corpus.passages(DocId::new(0)), 0..0);
    });
    let bytes = encode(&collection());
    let without = Corpus::open(&bytes, &|_| None).unwrap();
    assert_eq!(without.text(DocId::new(2)), "", "no seed, no text");
}

#[test]
fn passages_show_what_is_visible() {
    with(|corpus| {
        let [heading, claim, item, row, code] = [0, 1, 2, 3, 4].map(PassageId::new);
        assert_eq!(corpus.visible(heading), "Tea & toast");
        assert_eq!(
            corpus.visible(claim),
            "“We met,” Ada Norling allegedly said in May."
        );
        assert_eq!(corpus.visible(code), "let x;");
        let role = |passage| corpus.passage(passage).unwrap().role;
        let marker = Marker::Number(70_000);
        assert_eq!(role(item), Role::Item { depth: 3, marker });
        assert_eq!(
            (role(row), role(code)),
            (Role::Row { head: true }, Role::Code)
        );
        assert_eq!(corpus.passage(claim).unwrap().quote_depth, 2);
        let styles: Vec<_> = corpus.styles(item).map(|it| it.1).collect();
        assert_eq!(styles, [StyleKind::Link("https://example.org/".to_owned())]);
        assert_eq!(corpus.sentences(claim).count(), 1);
    });
}

#[test]
fn visible_spans_lead_to_their_source() {
    let rows = [
        (0, "Tea", "Tea", "before a replaced piece"),
        (0, "&", "&amp;", "a replaced piece"),
        (0, "Tea & toast", "Tea &amp; toast", "over a replaced piece"),
        (0, "& t", "&amp; t", "from a replaced piece"),
        (0, "toast", "toast", "behind a replaced piece"),
        (1, "We met", "We *met", "over left out marks"),
        (1, "met", "met", "a run of its own"),
        (1, "Norling", "Norling", "behind left out marks"),
        (3, "b", "b", "a passage in one piece"),
    ];
    with(|corpus| {
        for (passage, words, expected, why) in rows {
            let passage = PassageId::new(passage);
            let visible = corpus.visible(passage);
            let source = corpus
                .source_map(passage)
                .to_source(span_of(&visible, words));
            assert_eq!(source.of(LETTER), expected, "{why}");
        }
    });
}

#[test]
fn what_was_found_comes_back_with_its_passage() {
    let at = |words: &str| span_of(LETTER, words);
    with(|corpus| {
        let claim = PassageId::new(1);
        let mentions: Vec<_> = corpus.mentions(claim).collect();
        assert_eq!(mentions, [(at("Ada Norling"), EntityId::new(1))]);
        let entity = corpus.entity(EntityId::new(1)).unwrap();
        assert_eq!(
            (entity.kind, entity.name, entity.description),
            (EntityKind::Person, "Ada Norling", "engineer")
        );
        assert_eq!(
            corpus.aliases(EntityId::new(1)).collect::<Vec<_>>(),
            ["Norling"]
        );

        assert_eq!(
            (corpus.moments(claim), corpus.moments(PassageId::new(2))),
            (0..1, 1..1)
        );
        let moment = corpus.moment(MomentId::new(0)).unwrap();
        assert_eq!((moment.passage, moment.span), (claim, at("in May")));
        assert_eq!(
            (moment.edtf, moment.unresolved, moment.rule),
            ("XXXX-05", "month 5", "month")
        );

        let statement = corpus.statement(StatementId::new(0)).unwrap();
        assert_eq!(
            (statement.passage, statement.kind),
            (claim, StatementKind::QuotedAndAttributed)
        );
        assert_eq!(
            (statement.speaker, statement.entity),
            (Some(at("Ada Norling")), Some(EntityId::new(1)))
        );
        assert_eq!(
            (statement.cue, statement.content),
            (Some(at("said")), vec![at("We *met*,")])
        );
        assert_eq!(statement.hedges, [HedgeId::new(0)]);
        assert_eq!(
            corpus.hedges(claim).collect::<Vec<_>>(),
            [(HedgeId::new(0), letter().hedges[0])]
        );
        assert!(statement.checked && !entity.checked);
        assert_eq!(
            corpus.notes(claim).collect::<Vec<_>>(),
            [(at("in May"), "of 1911")]
        );
        assert_eq!(corpus.notes(PassageId::new(0)).count(), 0);
    });
}

#[test]
fn facets_come_back_with_their_passages() {
    with(|corpus| {
        assert_eq!(corpus.facets().collect::<Vec<_>>(), ["person", "tag"]);
        let tags: Vec<_> = corpus
            .facet_values(1)
            .map(|it| (it.name, it.count, it.place_by_name))
            .collect();
        assert_eq!(tags, [("toast", 5, 1), ("tea", 2, 0)]);
        let runs = |value| {
            corpus
                .facet_postings(value)
                .map(|it| (it.start, it.end))
                .collect::<Vec<_>>()
        };
        assert_eq!((runs(1), runs(2)), (vec![(0, 5)], vec![(0, 1), (4, 5)]));
        assert_eq!(
            corpus.facet_value(0).unwrap().entity,
            Some(EntityId::new(1))
        );
        assert_eq!(
            (corpus.terms(), corpus.term_postings()),
            (&[1, 2, 3][..], &[4][..])
        );
    });
}

#[test]
fn a_part_of_a_passage_is_what_the_whole_shows_there() {
    with(|corpus| {
        for number in 0..corpus.n_passages() {
            let passage = PassageId::new(number);
            let info = corpus.passage(passage).unwrap();
            assert_eq!(
                corpus.visible_in(passage, info.span),
                corpus.visible(passage),
                "all of passage {number}"
            );
            for sentence in corpus.sentences(passage) {
                assert_eq!(corpus.sentence_at(passage, sentence.start), Some(sentence));
                assert_eq!(
                    corpus.sentence_at(passage, sentence.end - 1),
                    Some(sentence)
                );
            }
            assert_eq!(corpus.sentence_at(passage, u32::MAX), None);
        }
        // A word of the visible text, though a mark-up sign stands before it.
        let claim = PassageId::new(1);
        let met = span_of(LETTER, "met");
        assert_eq!(
            corpus.visible_in(claim, Span::new(met.start, met.end + 2)),
            "met,"
        );
        assert_eq!(corpus.visible_in(claim, Span::new(0, 0)), "");
    });
}

#[test]
fn the_same_collection_gives_the_same_bytes() {
    assert_eq!(encode(&collection()), encode(&collection()));
}

#[test]
fn broken_bytes_are_refused_with_a_reason() {
    let bytes = encode(&collection());
    let open = |bytes: &[u8]| Corpus::open(bytes, &|_| None).err();
    assert_eq!(open(&bytes), None);
    assert_eq!(open(b""), Some(OpenError::NotACorpus { len: 0 }));
    assert_eq!(
        open(b"<!doctype html>"),
        Some(OpenError::NotACorpus { len: 15 })
    );
    assert_eq!(open(SIGNATURE), Some(OpenError::NotACorpus { len: 8 }));

    let mut newer = bytes.clone();
    newer[SIGNATURE.len()] += 1;
    let found = VERSION + 1;
    assert_eq!(
        open(&newer),
        Some(OpenError::Version {
            expected: VERSION,
            found
        })
    );

    let cut = &bytes[..bytes.len() - 1];
    let section = Section::TermPostings.name();
    assert_eq!(
        open(cut),
        Some(OpenError::Truncated {
            section,
            end: bytes.len()
        })
    );
    assert!(open(cut).unwrap().to_string().contains("term postings"));

    let header = SIGNATURE.len() + 8;
    assert_eq!(
        open(&bytes[..header]),
        Some(OpenError::Damaged { section: "header" })
    );

    // The length of the second section, a table, is no multiple of its rows' any more.
    let mut odd = bytes.clone();
    odd[header + 8 + 4] ^= 1;
    let section = Section::ALL[1].name();
    assert_eq!(open(&odd), Some(OpenError::Damaged { section }));
}

#[test]
fn every_truncation_is_refused() {
    let bytes = encode(&collection());
    for len in 0..bytes.len() {
        assert!(
            Corpus::open(&bytes[..len], &|_| None).is_err(),
            "{len} of {} bytes",
            bytes.len()
        );
    }
}
