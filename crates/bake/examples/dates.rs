//! Reads documents as JSON Lines and prints the dates found in them, for measuring against gold.
//!
//! In: one document a line, `{doc, dct, genre, text}`, from the files named or from standard input. Out: one line
//! each, `{doc, timexes: [{start, end, value, rule, anchor}]}`; offsets count Unicode code points.
//!
//! ```text
//! cargo run --profile tool -p dossier-bake --example dates -- documents.jsonl > found.jsonl
//! ```
//!
//! `--no-genre` leaves the genre to be found out; `--all` adds durations and the like, which are no moments;
//! `--findings` adds the days that the calendar does not have;
//! `--repeat` reads every text ten times, for measuring speed.

use std::error::Error;
use std::io::{Read as _, Write as _};

use dossier_bake::dates::{self, DateContext};
use dossier_bake::reading::{PassageReading, Reading};
use dossier_corpus::document::Role;
use dossier_corpus::span::Span;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut input = String::new();
    let mut with_genre = true;
    let mut with_others = false;
    let mut with_findings = false;
    let mut n_times = 1;
    let mut n_files = 0;
    for name in std::env::args().skip(1) {
        match name.as_str() {
            "--no-genre" => with_genre = false,
            "--all" => with_others = true,
            "--findings" => with_findings = true,
            "--repeat" => n_times = 10,
            _ => {
                n_files += 1;
                std::fs::File::open(name)?.read_to_string(&mut input)?;
            }
        }
    }
    if n_files == 0 {
        std::io::stdin().read_to_string(&mut input)?;
    }
    let mut out = std::io::stdout().lock();
    let (mut n_bytes, mut spent) = (0, std::time::Duration::ZERO);
    for line in input.lines().filter(|it| !it.trim().is_empty()) {
        let document: Value = serde_json::from_str(line)?;
        let text = field(&document, "text").unwrap_or_default();
        let passages = passages(text);
        let reading = Reading {
            text,
            lang: field(&document, "lang").unwrap_or("und"),
            passages: &passages,
        };
        let own = dates::document_date(reading, "");
        let day = field(&document, "dct").and_then(|it| it.get(..10));
        let context = DateContext {
            published: day.or(own.as_ref().map(|it| it.edtf.as_str())),
            genre: field(&document, "genre").filter(|_| with_genre),
            calendar: field(&document, "calendar"),
        };
        let start = std::time::Instant::now();
        let dated = dates::analyse(reading, context);
        for _ in 1..n_times {
            std::hint::black_box(dates::analyse(reading, context));
        }
        spent += start.elapsed();
        n_bytes += n_times * text.len();
        let points = code_points(text);
        let mut timexes: Vec<Value> = dated
            .moments
            .iter()
            .map(|it| {
                json!({
                    "start": points(it.span.start), "end": points(it.span.end), "value": it.edtf,
                    "rule": it.rule, "anchor": it.anchor, "unresolved": it.unresolved,
                })
            })
            .collect();
        if with_others {
            timexes.extend(dated.others.iter().map(|(span, value)| {
                json!({"start": points(span.start), "end": points(span.end), "value": value})
            }));
        }
        let mut line = json!({"doc": document.get("doc"), "timexes": timexes});
        if with_findings && let Some(line) = line.as_object_mut() {
            let impossible: Vec<Value> = dated
                .impossible
                .iter()
                .map(|it| json!({"start": points(it.start), "end": points(it.end)}))
                .collect();
            line.insert("impossible".to_owned(), impossible.into());
        }
        writeln!(out, "{line}")?;
    }
    let seconds = spent.as_secs_f64();
    let megabytes = f64::from(u32::try_from(n_bytes)?) / 1e6;
    eprintln!(
        "{megabytes:.2} MB in {seconds:.3} s: {:.1} MB/s",
        megabytes / seconds
    );
    Ok(())
}

/// A field of text.
fn field<'a>(document: &'a Value, name: &str) -> Option<&'a str> {
    document.get(name)?.as_str()
}

/// Paragraphs are lines; sentences end at a full stop
/// before a capital.
fn passages(text: &str) -> Vec<PassageReading> {
    let mut passages = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::from_range(start..start + line.trim_end().len());
        start += line.len();
        if !span.is_empty() {
            passages.push(PassageReading {
                span,
                role: Role::Paragraph,
                sentences: sentences(text, span),
            });
        }
    }
    passages
}

fn sentences(text: &str, passage: Span) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = passage.start;
    let mut before = [' '; 3];
    for (at, sign) in passage.of(text).char_indices() {
        let [earlier, stop, space] = before;
        let ends = matches!(stop, '.' | '!' | '?' | '\'' | '"' | '”')
            && space == ' '
            && sign.is_uppercase();
        if ends && earlier.is_lowercase() {
            let here = passage.start + u32::try_from(at).unwrap_or(0);
            sentences.push(Span::new(start, here));
            start = here;
        }
        before = [stop, space, sign];
    }
    sentences.push(Span::new(start, passage.end));
    sentences
}

/// Byte offsets to code points.
fn code_points(text: &str) -> impl Fn(u32) -> usize {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    move |offset| starts.partition_point(|it| *it < offset as usize)
}
