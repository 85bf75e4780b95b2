//! Words of many scripts are found as people type them; of scripts without spaces, any piece of two characters or more.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "test"
)]

mod support;

use dossier_query::Query;
use proptest::prelude::*;
use support::{Text, bake, with};

/// A sentence in each of ten scripts; the last four have no spaces between words, or leave them out at will.
const SENTENCES: [&str; 10] = [
    "The ferry left the harbour before dawn.",
    "Паром вышел из гавани до рассвета.",
    "Το πλοίο έφυγε από το λιμάνι πριν την αυγή.",
    "غادرت العبّارة الميناء قبل الفجر.",
    "המעבורת עזבה את הנמל לפני עלות השחר.",
    "नौका भोर से पहले बंदरगाह से निकल गई।",
    "渡し船は夜明け前に港を出た。",
    "渡轮在黎明前离开了港口。",
    "나룻배는 동트기 전에 항구를 떠났다.",
    "เรือข้ามฟากออกจากท่าเรือก่อนรุ่งสาง",
];

fn bytes() -> Vec<u8> {
    let texts: Vec<Text> = SENTENCES
        .iter()
        .enumerate()
        .map(|(idx, sentence)| Text::new(&format!("s{idx}"), "", &["Nothing.", sentence]))
        .collect();
    bake(&texts)
}

fn found(text: &str) -> Vec<u32> {
    with(&bytes(), |searcher| {
        let answer = searcher.answer(&Query::of_text(text));
        for hits in &answer.documents {
            for &passage in &hits.passages {
                assert!(
                    !searcher.highlights(&answer, passage).is_empty(),
                    "{text} is marked"
                );
            }
        }
        answer
            .documents
            .iter()
            .map(|it| it.document.get())
            .collect()
    })
}

#[test]
fn words_are_found_whatever_the_script() {
    let rows = [
        ("HARBOUR ", 0, "case"),
        ("гавани ", 1, "Cyrillic"),
        ("гав", 1, "a beginning"),
        ("λιμανι ", 2, "without accents"),
        ("ΛΙΜΆΝΙ ", 2, "in capitals"),
        ("العبارة ", 3, "without vowel marks"),
        ("הנמל ", 4, "Hebrew"),
        ("बंदरगाह ", 5, "Devanagari"),
        ("夜明け", 6, "Japanese"),
        ("港", 6, "one character"),
        ("港口", 7, "Chinese"),
        ("항구", 8, "Korean without its ending"),
        ("ท่าเรือ", 9, "Thai"),
        ("\"夜明け前に港\"", 6, "a phrase without spaces"),
    ];
    for (text, expected, why) in rows {
        assert!(found(text).contains(&expected), "{why}: {text}");
    }
}

proptest! {
    #[test]
    fn any_piece_of_an_unspaced_text_is_found(
        which in 6usize..10, start in any::<prop::sample::Index>(), len in 2usize..12,
    ) {
        let runs: Vec<Vec<char>> = SENTENCES[which]
            .split(|it: char| !dossier_corpus::text::is_unspaced(it))
            .map(|it| it.chars().collect())
            .filter(|it: &Vec<char>| it.len() >= 2)
            .collect();
        let run = &runs[start.index(runs.len())];
        let start = start.index(run.len() - 1);
        let piece: String = run[start..(start + len).min(run.len())].iter().collect();
        prop_assert!(found(&piece).contains(&(which as u32)), "{}", piece);
        prop_assert!(found(&(piece.clone() + " ")).contains(&(which as u32)), "{}, complete", piece);
    }
}
