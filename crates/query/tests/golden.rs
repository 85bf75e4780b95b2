//! Queries on a fixed small corpus: which documents, in which order, with which marks.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "test"
)]

mod support;

use dossier_query::answer::Note;
use dossier_query::{Answer, Clock, Query, Searcher};
use support::{Text, bake, ids, with};

fn texts() -> Vec<Text> {
    vec![
        Text::new(
            "archive",
            "The archive of the river commission",
            &[
                "# Minutes",
                "The commission met in {{1911-03|March 1911}} and heard [[Ada Norling]] on the lower locks.",
                "She said the lower gate had rotted; the minister would not pay for a new gate.",
                "Nobody answered.",
            ],
        )
        .published("1911-04-02")
        .tag("water"),
        Text::new(
            "bridge",
            "A bridge is opened",
            &[
                "On {{1913-06-01|1 June 1913}} the ministers of both shores walked over the new bridge.",
                "[[Ada Norling]] was not invited. The lower locks were not spoken of.",
            ],
        )
        .published("1913-06-02")
        .tag("road"),
        Text::new(
            "flood",
            "Flood",
            &[
                "The river rose in the night; the lock-keeper’s house stood in water.",
                "By noon the bridge was gone. U.S. papers wrote of 1,200 homeless, e.g. in the Norling letters.",
                "Das Hochwasser kam {{XXXX-07|im Juli}}, sagte [[Jon Weir]].",
            ],
        )
        .tag("water"),
        Text::new("letters", "Letters from the lower town", &["Dear Ada, nothing to tell.", "Yours, J."]),
    ]
}

fn check(rows: &[Row]) {
    let bytes = bake(&texts());
    let mut wrong = Vec::new();
    with(&bytes, |searcher| {
        for (text, expected, marked, why) in rows {
            let answer = searcher.answer(&Query::of_text(text));
            let found = (ids(searcher, &answer), first_marks(searcher, &answer));
            if found.0 != *expected || found.1 != *marked {
                wrong.push(format!("{why}: {text}: {found:?} {:?}", answer.notes));
            }
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn first_marks(searcher: &Searcher<'_>, answer: &Answer) -> Vec<String> {
    let Some(first) = answer.documents.first() else {
        return Vec::new();
    };
    let text = searcher.corpus().text(first.document);
    searcher
        .excerpt(answer, first.passages[0])
        .highlights
        .iter()
        .map(|it| it.of(text).to_owned())
        .collect()
}

/// Query, ids of the documents, marks in the first hit, why.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static str,
);

const ROWS: &[Row] = &[
    (
        "river ",
        &["flood", "archive"],
        &["river"],
        "a word of a passage before one of a title",
    ),
    (
        "norling ",
        &["bridge", "archive", "flood"],
        &["Norling"],
        "shorter passages first",
    ),
    (
        "minister ",
        &["archive", "bridge"],
        &["minister"],
        "the word before its other forms",
    ),
    (
        "ministers ",
        &["bridge", "archive"],
        &["ministers"],
        "and the other way round",
    ),
    (
        "\"ministers\" ",
        &["bridge"],
        &["ministers"],
        "no other forms in quotation marks",
    ),
    (
        "minis",
        &["bridge", "archive"],
        &["ministers"],
        "a beginning",
    ),
    (
        "minis* ",
        &["bridge", "archive"],
        &["ministers"],
        "a beginning, said so",
    ),
    (
        "lower locks ",
        &["bridge", "archive"],
        &["lower", "locks"],
        "both in one passage",
    ),
    ("\"lower gate\"", &["archive"], &["lower gate"], "a phrase"),
    ("\"gate lower\"", &[], &[], "a phrase has an order"),
    (
        "norling -bridge -flood",
        &["bridge", "archive"],
        &["Norling"],
        "passages without a word",
    ),
    (
        "norling -locks",
        &["flood"],
        &["Norling"],
        "passages without a word",
    ),
    (
        "gate OR bridge ",
        &["archive", "bridge", "flood"],
        &["gate", "gate"],
        "either",
    ),
    (
        "(gate OR homeless) new ",
        &["archive"],
        &["gate", "new", "gate"],
        "brackets",
    ),
    (
        "lock-keeper ",
        &["flood"],
        &["lock-keeper’s"],
        "a word with a hyphen is a phrase",
    ),
    ("U.S. ", &["flood"], &["U.S"], "an abbreviation"),
    ("1200 ", &["flood"], &["1,200"], "a number"),
    (
        "tag:water norling ",
        &["archive", "flood"],
        &["Norling"],
        "a field",
    ),
    ("person:weir ", &["flood"], &[], "a name"),
    ("title:lower ", &["letters"], &[], "a title"),
    (
        "date:1911..1912 ",
        &["archive", "flood"],
        &[],
        "a range; July of some year is possible",
    ),
    (
        "commision ",
        &["archive"],
        &["commission"],
        "a typing error",
    ),
    (
        "homelss",
        &["flood"],
        &["homeless"],
        "a typing error while typing",
    ),
    (
        "commission homeless ",
        &["archive", "flood"],
        &["commission"],
        "no document has both",
    ),
    (
        "minutes rotted ",
        &["archive"],
        &["Minutes"],
        "both in one document",
    ),
    (
        "hochwasser",
        &["flood"],
        &["Hochwasser"],
        "another language",
    ),
    ("xyzzyx ", &[], &[], "nowhere"),
];

#[test]
fn documents_are_found_and_ranked() {
    check(ROWS);
}

#[test]
fn what_was_read_otherwise_is_said() {
    let bytes = bake(&texts());
    let also = |word: &str, readings: &[&str]| Note::AlsoRead {
        word: word.to_owned(),
        readings: readings.iter().map(|&it| it.to_owned()).collect(),
    };
    let rows = [
        ("river", vec![], "nothing"),
        (
            "commision ",
            vec![also("commision", &["commission"])],
            "typo",
        ),
        (
            "minutes rotted ",
            vec![Note::WithinDocument],
            "one document",
        ),
        ("rotted homeless ", vec![Note::AnyWord], "any word"),
        ("river)", vec![Note::TakenAsWords(")".into())], "bracket"),
        (
            "colour:red",
            vec![Note::TakenAsWords("colour:red".into())],
            "no such field",
        ),
        (
            "date:river ",
            vec![Note::TakenAsWords("date:river".into())],
            "no date",
        ),
        (
            "person:nobody ",
            vec![Note::UnknownValue {
                facet: "person".into(),
                value: "nobody".into(),
            }],
            "no such name",
        ),
    ];
    with(&bytes, |searcher| {
        for (text, expected, why) in rows {
            assert_eq!(
                searcher.answer(&Query::of_text(text)).notes,
                expected,
                "{why}: {text}"
            );
        }
    });
}

#[test]
fn an_assumed_date_resolves_what_waits_for_one() {
    let texts = [
        Text::new("dated", "", &["It rained {{2020-05-01@-1d:d|yesterday}}."])
            .published("2020-05-02"),
        Text::new(
            "undated",
            "",
            &["It snowed {{XXXX-XX-XX@-1d:d|yesterday}}.", "No date here."],
        ),
    ];
    let bytes = bake(&texts);
    let marks = |query: &Query| {
        with(&bytes, |searcher| {
            let answer = searcher.answer(query);
            let marks = answer
                .marks
                .iter()
                .map(|it| (it.value.to_string(), it.assumed));
            (
                marks.collect::<Vec<_>>(),
                answer.n_undated,
                answer.n_passages,
            )
        })
    };
    let row = |edtf: &str, assumed| (edtf.to_owned(), assumed);
    let as_of = dossier_time::read("2021-03-10");
    let query = |as_of: &Option<dossier_time::Edtf>, clock| Query {
        as_of: as_of.clone(),
        clock,
        ..Query::default()
    };
    let plain = marks(&query(&None, Clock::Happened));
    assert_eq!(
        plain,
        (
            vec![row("2020-05-01", false), row("XXXX-XX-XX", false)],
            1,
            3
        )
    );
    let assumed = marks(&query(&as_of, Clock::Happened));
    assert_eq!(
        assumed,
        (
            vec![row("2020-05-01", false), row("2021-03-09", true)],
            1,
            3
        )
    );
    let published = marks(&query(&None, Clock::Published));
    assert_eq!(published, (vec![row("2020-05-02", false)], 2, 3));
    let published = marks(&query(&as_of, Clock::Published));
    assert_eq!(
        published,
        (
            vec![row("2020-05-02", false), row("2021-03-10", true)],
            0,
            3
        )
    );
    let in_2021 = Query {
        from: dossier_time::read("2021"),
        ..query(&as_of, Clock::Happened)
    };
    assert_eq!(marks(&in_2021), (vec![row("2021-03-09", true)], 1, 1));
}

#[test]
fn names_and_words_are_suggested() {
    let bytes = bake(&texts());
    with(&bytes, |searcher| {
        let suggested = |prefix: &str| -> Vec<String> {
            searcher
                .suggest(prefix, 4)
                .into_iter()
                .map(|it| it.text)
                .collect()
        };
        assert_eq!(suggested("nor"), ["Ada Norling", "norling"]);
        assert_eq!(suggested("ada n"), ["Ada Norling"]);
        assert_eq!(suggested("lo"), ["lower", "locks", "lock"]);
        assert_eq!(suggested(""), [""; 0]);
    });
}

#[test]
fn excerpts_are_cut_at_words_around_the_best_place() {
    let filler = "One word after another stood in this long line. ".repeat(20);
    let long = format!("{filler}Here the heron met the otter. {filler}");
    let bytes = bake(&[Text::new("long", "", &[&long])]);
    with(&bytes, |searcher| {
        let answer = searcher.answer(&Query::of_text("heron otter "));
        let passage = answer.documents[0].passages[0];
        let excerpt = searcher.excerpt(&answer, passage);
        let text = excerpt.span.of(&long);
        assert!(
            text.starts_with("Here the heron met the otter. One"),
            "{text}"
        );
        assert!(
            text.ends_with(|it: char| it.is_alphanumeric() || it == '.'),
            "{text}"
        );
        assert!((200..=240).contains(&text.chars().count()), "{text}");
        let marked: Vec<_> = excerpt.highlights.iter().map(|it| it.of(&long)).collect();
        assert_eq!(marked, ["heron", "otter"]);
    });
}
