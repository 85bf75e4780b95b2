//! Prints the names and statements of texts: JSON Lines `{doc, text}` on standard input, one result a line on output.
//!
//! `names < texts.jsonl > found.jsonl`; offsets of the output count Unicode code points. With `--list` it prints them
//! for people to read.

use std::io::{self, BufRead as _, Write as _};

use dossier_bake::entities::{self, Names};
use dossier_bake::reading::{PassageReading, Reading};
use dossier_bake::segment;
use dossier_bake::statements::{self, Claims};
use dossier_corpus::document::Role;
use dossier_corpus::span::Span;
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let for_people = std::env::args().any(|it| it == "--list");
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let Ok(Value::Object(record)) = serde_json::from_str(&line) else {
            continue;
        };
        let text = record.get("text").and_then(Value::as_str).unwrap_or("");
        let passages = passages(text);
        let reading = Reading {
            text,
            lang: record.get("lang").and_then(Value::as_str).unwrap_or("en"),
            passages: &passages,
        };
        let names = entities::find(reading);
        let claims = statements::find(reading, &names);
        if for_people {
            list(&mut out, text, &names, &claims)?;
        } else {
            let doc = record.get("doc").cloned().unwrap_or(Value::Null);
            writeln!(out, "{}", record_of(doc, text, &names, &claims))?;
        }
    }
    out.flush()
}

/// Each line a passage, as in a text file whose lines are not wrapped.
fn passages(text: &str) -> Vec<PassageReading> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let shift =
            |span: Span| Span::from_range(start + span.range().start..start + span.range().end);
        let sentences: Vec<Span> = segment::sentences(line, "en")
            .into_iter()
            .map(shift)
            .collect();
        if let (Some(first), Some(last)) = (sentences.first(), sentences.last()) {
            out.push(PassageReading {
                span: Span::new(first.start, last.end),
                role: Role::Paragraph,
                sentences,
            });
        }
    }
    out
}

fn record_of(doc: Value, text: &str, names: &Names, claims: &Claims) -> Value {
    let chars = CodePoints::new(text);
    let pair = |span: Span| json!([chars.at(span.start), chars.at(span.end)]);
    let entities: Vec<Value> = names
        .mentions
        .iter()
        .filter_map(|it| {
            let entity = names.entities.get(it.entity as usize)?;
            Some(json!({
                "start": chars.at(it.span.start),
                "end": chars.at(it.span.end),
                "type": entity.kind.name().to_uppercase(),
                "name": entity.name,
            }))
        })
        .collect();
    let statements: Vec<Value> = claims
        .statements
        .iter()
        .map(|it| {
            let hedges: Vec<&str> = it
                .hedges
                .iter()
                .filter_map(|idx| claims.hedges.get(*idx as usize))
                .map(|hedge| hedge.span.of(text))
                .collect();
            json!({
                "speaker": it.speaker.iter().map(|it| pair(it.span)).collect::<Vec<_>>(),
                "speaker_name": it.speaker.as_ref().and_then(|it| it.entity).and_then(|it| names.entities.get(it as usize)).map(|it| it.name.as_str()),
                "cue": it.cue.iter().map(|it| pair(*it)).collect::<Vec<_>>(),
                "content": it.content.iter().map(|it| pair(*it)).collect::<Vec<_>>(),
                "hedged": !it.hedges.is_empty(),
                "hedge_words": hedges,
            })
        })
        .collect();
    json!({"doc": doc, "entities": entities, "statements": statements})
}

fn list(out: &mut impl io::Write, text: &str, names: &Names, claims: &Claims) -> io::Result<()> {
    for (idx, entity) in names.entities.iter().enumerate() {
        let n = names
            .mentions
            .iter()
            .filter(|it| it.entity as usize == idx)
            .count();
        writeln!(
            out,
            "{:13} {:4} {} {:?} {}",
            entity.kind.name(),
            n,
            entity.name,
            entity.aliases,
            entity.description
        )?;
    }
    for it in &claims.statements {
        let speaker = it.speaker.as_ref().map_or("-", |it| it.span.of(text));
        let entity = it
            .speaker
            .as_ref()
            .and_then(|it| it.entity)
            .and_then(|it| names.entities.get(it as usize))
            .map_or("-", |it| it.name.as_str());
        let content: Vec<&str> = it.content.iter().map(|it| it.of(text)).collect();
        let hedges: Vec<&str> = it
            .hedges
            .iter()
            .filter_map(|idx| claims.hedges.get(*idx as usize))
            .map(|it| it.span.of(text))
            .collect();
        writeln!(
            out,
            "{:?}: {speaker} [{entity}] <{}> {content:?} hedges {hedges:?}",
            it.kind,
            it.cue.map_or("-", |it| it.of(text))
        )?;
    }
    for hedge in &claims.hedges {
        writeln!(out, "hedge {}", hedge.span.of(text))?;
    }
    Ok(())
}

/// Turns byte offsets into code points.
struct CodePoints(Vec<u32>);

impl CodePoints {
    fn new(text: &str) -> Self {
        let mut counts = vec![0; text.len() + 1];
        let mut n = 0;
        for (at, _) in text.char_indices() {
            if let Some(slot) = counts.get_mut(at) {
                *slot = n;
            }
            n += 1;
        }
        if let Some(slot) = counts.last_mut() {
            *slot = n;
        }
        Self(counts)
    }

    fn at(&self, byte: u32) -> u32 {
        self.0.get(byte as usize).copied().unwrap_or(0)
    }
}
