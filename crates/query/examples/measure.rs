//! Measures the engine on a file of texts: size and time of the index, time of each query, known documents found.
//!
//! ```text
//! cargo run --profile tool -p dossier-query --example measure -- TEXTS.jsonl QUERIES.json [OUT_DIR]
//! ```
//!
//! * `TEXTS.jsonl`: a line for each document, `{"id", "title", "date", "source", "text"}`; a passage for each line
//!   of the text. Runs of capitalised words stand in for entities, weekdays for dates.
//! * `QUERIES.json`: `{"queries": [{"kind", "mode", "q", "want"?}], "known": {SET: [{"id", "q"}]}}`.
//! * `OUT_DIR`: where the index's parts are written, to be packed and weighed.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "a tool for developers; it stops where something is missing"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use dossier_bake::index;
use dossier_corpus::Corpus;
use dossier_corpus::document::{
    DateOrigin, Document, DocumentDate, Passage, Role, Title, TitleOrigin,
};
use dossier_corpus::encode::{Collection, encode};
use dossier_corpus::mention::{Entity, EntityKind, Mention, Moment};
use dossier_corpus::span::Span;
use dossier_query::{Answer, Filter, Query, Searcher, Sense};
use serde_json::Value;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, texts, queries, out @ ..] = arguments.as_slice() else {
        println!("usage: measure TEXTS.jsonl QUERIES.json [OUT_DIR]");
        return;
    };
    let texts = std::fs::read_to_string(texts).unwrap();
    let queries: Value = serde_json::from_str(&std::fs::read_to_string(queries).unwrap()).unwrap();
    let mut documents: Vec<Document> = texts
        .lines()
        .map(|it| document(&serde_json::from_str(it).unwrap()))
        .collect();
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    let (entities, entity_numbers) = link(&documents);

    let start = Instant::now();
    let index = index::search(&documents);
    println!("search index   {:>8.0} ms", ms(start));
    println!(
        "  dictionary   {:>8} kB, lists {} kB, beginnings {} kB",
        index.terms.len() / 1000,
        index.postings.len() / 1000,
        index.beginnings.len() / 1000
    );
    let start = Instant::now();
    let facets = index::facets(&documents, &entities, &entity_numbers);
    let n_values: usize = facets.iter().map(|it| it.values.len()).sum();
    println!("facets         {:>8.0} ms, {n_values} values", ms(start));
    if let [out, ..] = out {
        std::fs::create_dir_all(out).unwrap();
        std::fs::write(format!("{out}/terms"), &index.terms).unwrap();
        std::fs::write(format!("{out}/postings"), &index.postings).unwrap();
    }
    let start = Instant::now();
    let bytes = encode(&Collection {
        documents,
        entities,
        entity_numbers,
        facets,
        index,
        ..Collection::default()
    });
    println!(
        "bytes          {:>8.0} ms, {} kB",
        ms(start),
        bytes.len() / 1000
    );
    if let [out, ..] = out {
        std::fs::write(format!("{out}/corpus"), &bytes).unwrap();
    }

    let start = Instant::now();
    let searcher = Searcher::new(Corpus::open(&bytes, &|_| None).unwrap());
    let all = searcher.answer(&Query::default());
    println!(
        "first answer   {:>8.1} ms, {} passages, {} dates",
        ms(start),
        all.n_passages,
        all.marks.len()
    );
    let start = Instant::now();
    let _ = searcher.answer(&Query::of_text("the"));
    println!("first words    {:>8.1} ms", ms(start));
    times(&searcher, queries["queries"].as_array().unwrap());
    filters(&searcher, &all);
    for (set, items) in queries["known"].as_object().unwrap() {
        known(&searcher, set, items.as_array().unwrap());
    }
    quality(&searcher, queries["queries"].as_array().unwrap());
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

fn document(line: &Value) -> Document {
    let text = line["text"].as_str().unwrap().to_owned();
    let mut passages = Vec::new();
    let (mut entities, mut mentions, mut moments) = (Vec::<Entity>::new(), Vec::new(), Vec::new());
    let mut numbers = BTreeMap::new();
    let date = line["date"]
        .as_str()
        .map(|it| it[..it.len().min(10)].to_owned());
    let mut offset = 0;
    for paragraph in text.split('\n') {
        let span = Span::from_range(offset..offset + paragraph.trim_end().len());
        if !span.is_empty() {
            passages.push(Passage {
                span,
                role: Role::Paragraph,
                quote_depth: 0,
                runs: Vec::new(),
                styles: Vec::new(),
                sentences: vec![span],
            });
            for (name, at) in names(span.of(&text), offset) {
                let number = *numbers.entry(name.clone()).or_insert_with(|| {
                    let kind = EntityKind::ALL[name.len() % 4];
                    entities.push(Entity {
                        kind,
                        name,
                        aliases: Vec::new(),
                        description: String::new(),
                        checked: false,
                    });
                    entities.len() as u32 - 1
                });
                mentions.push(Mention {
                    span: at,
                    entity: number,
                });
            }
            if let (Some(at), Some(date)) = (span.of(&text).find("day"), &date) {
                moments.push(Moment {
                    span: Span::from_range(offset + at..offset + at + 3),
                    edtf: date.clone(),
                    unresolved: String::new(),
                    rule: "weekday".to_owned(),
                    anchor: String::new(),
                });
            }
        }
        offset += paragraph.len() + 1;
    }
    let id = line["id"].as_str().unwrap().to_owned();
    Document {
        path: id.clone(),
        id,
        title: Title {
            text: line["title"].as_str().unwrap_or_default().to_owned(),
            origin: TitleOrigin::Given,
        },
        lang: "en".to_owned(),
        lang_given: false,
        published: date.map(|edtf| DocumentDate {
            edtf,
            origin: DateOrigin::Given,
        }),
        not_before: None,
        added: None,
        meta: line["source"]
            .as_str()
            .map(|it| ("source".to_owned(), it.to_owned()))
            .into_iter()
            .collect(),
        sha256: [0; 32],
        n_bytes: text.len() as u32,
        encoding: "UTF-8".to_owned(),
        text,
        text_in_seed: None,
        offers_original: true,
        passages,
        entities,
        mentions,
        moments,
        statements: Vec::new(),
        hedges: Vec::new(),
        notes: Vec::new(),
    }
}

/// Two or more capitalised words, as a stand-in for names.
fn names(text: &str, offset: usize) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize, u32)> = None;
    let end = |run: Option<(usize, usize, u32)>, found: &mut Vec<(String, Span)>| {
        if let Some((start, end, 2..)) = run {
            found.push((
                text[start..end].to_owned(),
                Span::from_range(offset + start..offset + end),
            ));
        }
    };
    for (span, word) in dossier_corpus::text::words(text) {
        let is_name = word.starts_with(char::is_uppercase);
        let range = span.range();
        run = match run {
            Some((start, last, n)) if is_name && text[last..range.start].trim().is_empty() => {
                Some((start, range.end, n + 1))
            }
            old => {
                end(old, &mut found);
                is_name.then_some((range.start, range.end, 1))
            }
        };
    }
    end(run, &mut found);
    found
}

fn link(documents: &[Document]) -> (Vec<Entity>, Vec<Vec<u32>>) {
    let mut entities: Vec<Entity> = documents
        .iter()
        .flat_map(|it| it.entities.clone())
        .collect();
    entities.sort();
    entities.dedup();
    let numbers = documents
        .iter()
        .map(|it| {
            it.entities
                .iter()
                .map(|it| entities.binary_search(it).unwrap() as u32)
                .collect()
        })
        .collect();
    (entities, numbers)
}

fn query(item: &Value) -> Query {
    let text = item["q"].as_str().unwrap();
    Query::of_text(&match item["mode"].as_str() {
        Some("prefix") => text.to_owned(),
        Some("phrase") => format!("\"{text}\""),
        _ => format!("{text} "),
    })
}

fn times(searcher: &Searcher<'_>, queries: &[Value]) {
    let mut best: BTreeMap<&str, Vec<(f64, f64, &str)>> = BTreeMap::new();
    for item in queries {
        let query = query(item);
        let (mut ids, mut all) = (f64::MAX, f64::MAX);
        for _ in 0..5 {
            let start = Instant::now();
            let _ = searcher.best(&query, 10);
            ids = ids.min(ms(start));
            let start = Instant::now();
            let answer = searcher.answer(&query);
            for hits in answer.documents.iter().take(10) {
                let _ = searcher.excerpt(&answer, hits.passages[0]);
            }
            all = all.min(ms(start));
        }
        let row = (ids, all, item["q"].as_str().unwrap());
        best.entry(item["kind"].as_str().unwrap())
            .or_default()
            .push(row);
        best.entry("all").or_default().push(row);
    }
    println!(
        "{:<10} ids p50 p95 max          with facets, dates and ten excerpts p50 p95 max",
        ""
    );
    for (kind, mut rows) in best {
        let mut line = format!("{kind:<10}");
        for column in [0, 1] {
            let time = |row: &(f64, f64, &str)| if column == 0 { row.0 } else { row.1 };
            rows.sort_by(|a, b| time(a).total_cmp(&time(b)));
            let last = rows.len() - 1;
            let (half, most) = (time(&rows[last / 2]), time(&rows[last * 19 / 20]));
            let row = rows[last];
            let _ = write!(
                line,
                "{half:>8.3}{most:>8.3}{:>8.3} {:<28}",
                time(&row),
                row.2
            );
        }
        println!("{line}");
    }
}

fn filters(searcher: &Searcher<'_>, all: &Answer) {
    let filter = |facet: usize, value: usize, sense| {
        let facet = &all.facets[facet];
        facet.values.get(value).map(|it| Filter {
            facet: facet.facet.clone(),
            value: it.name.to_string(),
            sense,
        })
    };
    let cases = [
        ("one name", vec![filter(0, 0, Sense::Include)]),
        ("kind", vec![filter(4, 0, Sense::Include)]),
        (
            "kind out, source",
            vec![filter(4, 0, Sense::Exclude), filter(5, 0, Sense::Include)],
        ),
        (
            "year, name, source",
            vec![
                filter(8, 0, Sense::Include),
                filter(0, 0, Sense::Include),
                filter(5, 0, Sense::Include),
            ],
        ),
    ];
    for (name, filters) in cases {
        for text in ["", "people "] {
            let query = Query {
                text: text.to_owned(),
                filters: filters.iter().flatten().cloned().collect(),
                ..Query::default()
            };
            let range = Query {
                from: dossier_time::read("1998"),
                to: dossier_time::read("2004"),
                ..query.clone()
            };
            for (with, query) in [("", query), ("range", range)] {
                let mut best = f64::MAX;
                let mut n = 0;
                for _ in 0..5 {
                    let start = Instant::now();
                    n = searcher.answer(&query).n_passages;
                    best = best.min(ms(start));
                }
                println!("filter {name:<20} {text:<7} {with:<5} {best:>8.2} ms {n:>7} passages");
            }
        }
    }
}

fn known(searcher: &Searcher<'_>, set: &str, items: &[Value]) {
    let (mut first, mut in_ten) = (0, 0);
    let mut missed = Vec::new();
    for item in items {
        let ids = ids(searcher, &query(item));
        let place = ids.iter().position(|it| *it == item["id"]);
        first += u32::from(place == Some(0));
        in_ten += u32::from(place.is_some());
        if place != Some(0) {
            missed.push(format!("{} {place:?}", item["q"].as_str().unwrap()));
        }
    }
    println!(
        "known {set}: first {first}, in ten {in_ten} of {}",
        items.len()
    );
    if std::env::var_os("MISSED").is_some() {
        println!("{missed:#?}");
    }
}

fn ids(searcher: &Searcher<'_>, query: &Query) -> Vec<String> {
    let ids = searcher.best(query, 10).into_iter();
    ids.map(|it| searcher.corpus().document(it).unwrap().id.to_owned())
        .collect()
}

/// Phrases: whether the ten best hold them. Typos: whether one of the ten holds the right word.
fn quality(searcher: &Searcher<'_>, queries: &[Value]) {
    let norm = |text: &str| {
        let words: Vec<String> = text
            .split(|it: char| !it.is_ascii_alphanumeric())
            .filter(|it| !it.is_empty())
            .map(str::to_lowercase)
            .collect();
        format!(" {} ", words.join(" "))
    };
    let (mut phrases, mut right, mut typos, mut found) = (0, 0, 0, 0);
    for item in queries {
        let texts: Vec<String> = searcher
            .best(&query(item), 10)
            .into_iter()
            .map(|it| {
                norm(&format!(
                    "{} {}",
                    searcher.corpus().document(it).unwrap().title,
                    searcher.corpus().text(it)
                ))
            })
            .collect();
        match item["kind"].as_str() {
            Some("phrase") => {
                let wanted = format!(" {} ", item["q"].as_str().unwrap());
                phrases += texts.len();
                right += texts.iter().filter(|it| it.contains(&wanted)).count();
                if texts.is_empty() {
                    println!("no answer: {wanted}");
                }
            }
            Some("typo") => {
                let wanted = format!(" {}", item["want"].as_str().unwrap());
                typos += 1;
                let is_found = texts.iter().any(|it| it.contains(&wanted));
                found += u32::from(is_found);
                if !is_found {
                    println!("typo: {} for {wanted}", item["q"]);
                }
            }
            _ => {}
        }
    }
    println!("phrases right {right} of {phrases}; typos {found} of {typos}");
}
