//! How long answers take, by the size of the corpus: opening with the first answer; for forty queries, ranking alone,
//! and all of the answers with ten excerpts each.
//!
//! `cargo xtask bench` calls this with folders of 1,000, 3,000 and 10,000 texts; `DOSSIER_BENCH` names the folder that
//! holds them.

#![allow(missing_docs, reason = "criterion's macros write the functions")]

#[path = "../../bake/benches/folders.rs"]
mod folders;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use dossier_bake::{Baked, Config, bake};
use dossier_corpus::{Corpus, DocId};
use dossier_query::{Answer, Query, Searcher};

/// A few words from the middle of evenly spread documents, typed in each of the usual ways.
fn queries(baked: &Baked) -> Vec<(&'static str, Vec<Query>)> {
    let documents = &baked.collection.documents;
    let step = (documents.len() / 40).max(1);
    let words: Vec<Vec<&str>> = documents
        .iter()
        .step_by(step)
        .filter_map(|it| {
            let middle = it.text.floor_char_boundary(it.text.len() / 2);
            let words = it.text.get(middle..)?.split_whitespace().skip(1).take(3);
            Some(words.collect())
        })
        .filter(|it: &Vec<&str>| it.len() == 3)
        .collect();
    let typed = |how: fn(&[&str]) -> String| {
        let texts = words.iter().map(|it| how(it));
        texts.map(|it| Query::of_text(&it)).collect()
    };
    vec![
        ("words", typed(|it| format!("{} ", it.join(" ")))),
        ("phrase", typed(|it| format!("\"{}\"", it.join(" ")))),
        (
            "prefix",
            typed(|it| it.concat().chars().take(2).collect::<String>()),
        ),
        (
            "typo",
            typed(|it| {
                let longest = it.iter().max_by_key(|it| it.chars().count());
                let mut letters: Vec<char> = longest.map_or("", |it| it).chars().collect();
                if letters.len() > 3 {
                    letters.swap(1, 2);
                }
                letters.into_iter().chain([' ']).collect()
            }),
        ),
    ]
}

/// Makes the ten excerpts of an answer, and counts what is marked in them.
fn excerpts(searcher: &Searcher<'_>, answer: &Answer) -> usize {
    let best = answer.documents.iter().take(10);
    let passages = best.filter_map(|it| it.passages.first());
    let excerpts = passages.map(|it| searcher.excerpt(answer, *it));
    excerpts.map(|it| it.highlights.len()).sum()
}

fn answers(criterion: &mut Criterion) {
    for (name, seeds) in folders::all() {
        let Ok(baked) = bake(&seeds, &Config::default()) else {
            continue;
        };
        let original = |it: DocId| Some(baked.originals.get(it.index())?.bytes.as_slice());
        let originals: &dyn Fn(DocId) -> _ = &original;
        let Ok(corpus) = Corpus::open(&baked.bytes, originals) else {
            continue;
        };
        let mut group = criterion.benchmark_group("query");
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(200))
            .measurement_time(Duration::from_millis(800));
        group.bench_function(format!("open/{name}"), |bencher| {
            bencher.iter(|| Searcher::new(black_box(corpus)).answer(&Query::default()));
        });
        let searcher = Searcher::new(corpus);
        for (kind, queries) in queries(&baked) {
            // Always all of them: some are found at once, others in every passage.
            group.bench_function(format!("ids {kind}/{name}"), |bencher| {
                bencher.iter(|| {
                    let best = queries.iter().map(|it| searcher.best(black_box(it), 10));
                    best.map(|it| it.len()).sum::<usize>()
                });
            });
            group.bench_function(format!("answer {kind}/{name}"), |bencher| {
                bencher.iter(|| {
                    let answers = queries.iter().map(|it| searcher.answer(black_box(it)));
                    answers.map(|it| excerpts(&searcher, &it)).sum::<usize>()
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, answers);
criterion_main!(benches);
