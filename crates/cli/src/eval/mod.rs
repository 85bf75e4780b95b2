//! Measures the engine against gold: `eval --gold FILE`.
//!
//! In: a file with marked texts, which stays where it is. Out: the tables as Markdown. The texts go through the same
//! [`bake`](dossier_bake::bake) as a reader's; nothing here is known to the engine.

mod dates;
mod gold;
mod names;
mod report;
mod share;
mod statements;
mod value;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dossier_bake::{AsOf, Assumed, Baked, Config, Seeds};
use dossier_corpus::Span;

use gold::{Document, Statement};

/// Reads a gold file, reads its texts with the engine, and gives the tables.
///
/// # Errors
///
/// When the file cannot be read, is no gold, or holds a text that the engine cannot take as it is.
pub(crate) fn run(path: &Path) -> Result<String, String> {
    let name = path.display();
    let text = fs::read_to_string(path).map_err(|err| format!("cannot read {name} ({err})"))?;
    let documents = gold::read(&text).map_err(|err| format!("{name}: {err}"))?;
    let with_open = documents.iter().any(|it| it.class.is_some());
    let found = read_all(&documents)?;
    let read = || documents.iter().zip(&found);
    let mut tables = Vec::new();
    if documents.iter().any(|it| it.timexes.is_some()) {
        let scored: Vec<_> = read()
            .map(|(document, found)| (document, dates::score(document, &found.dates, with_open)))
            .collect();
        tables.push(report::tables(&scored));
    }
    if documents.iter().any(|it| it.entities.is_some()) {
        tables.push(names::table(read().map(|it| (it.0, it.1.names.as_slice()))));
    }
    if documents.iter().any(|it| it.statements.is_some()) {
        let read = read().map(|it| (it.0, it.1.statements.as_slice()));
        tables.push(statements::table(read));
    }
    Ok(tables.join("\n"))
}

/// What the engine finds in a document, in code points.
struct Found {
    dates: Vec<dates::Found>,
    names: Vec<names::Found>,
    statements: Vec<Statement>,
}

/// What the engine finds in each document.
fn read_all(documents: &[Document]) -> Result<Vec<Found>, String> {
    let id = |number: usize| format!("{number:06}");
    let files = documents
        .iter()
        .enumerate()
        .map(|(number, it)| (format!("{}.txt", id(number)), it.text.clone().into_bytes()));
    let told: BTreeMap<String, Assumed> = documents
        .iter()
        .enumerate()
        .map(|(number, it)| {
            let date = it.dct.as_deref().and_then(|it| it.get(..10));
            let assumed = Assumed {
                date: date.map(str::to_owned),
                genre: it.genre.clone(),
            };
            (id(number), assumed)
        })
        .collect();
    let config = Config {
        as_of: AsOf::ById(told),
        ..Config::default()
    };
    let baked =
        dossier_bake::bake(&Seeds::from_files(files), &config).map_err(|err| err.to_string())?;
    let by_id: BTreeMap<&str, usize> = baked
        .collection
        .documents
        .iter()
        .enumerate()
        .map(|(idx, it)| (it.id.as_str(), idx))
        .collect();
    documents
        .iter()
        .enumerate()
        .map(|(number, gold)| {
            let idx = by_id.get(id(number).as_str());
            idx.and_then(|idx| found_in(&baked, *idx, &gold.text))
                .ok_or_else(|| {
                    format!("the engine does not take the text of {} as it is", gold.doc)
                })
        })
        .collect()
}

/// What was found in a document; `None` when its text is not the one of gold.
fn found_in(baked: &Baked, idx: usize, text: &str) -> Option<Found> {
    let document = baked.collection.documents.get(idx)?;
    if document.text != text {
        return None;
    }
    let starts: Vec<usize> = text.char_indices().map(|it| it.0).collect();
    let point = |offset: u32| starts.partition_point(|it| *it < offset as usize);
    let points = |span: Span| [point(span.start), point(span.end)];
    let moments = document
        .moments
        .iter()
        .map(|it| (it.span, it.edtf.as_str()));
    let durations = baked.durations.get(idx)?.iter();
    let dates = moments.chain(durations.map(|it| (it.0, it.1.as_str())));
    let names = document.mentions.iter().filter_map(|it| {
        let kind = document.entities.get(it.entity as usize)?.kind.name();
        let kind = names::KINDS
            .into_iter()
            .find(|it| it.eq_ignore_ascii_case(kind))?;
        Some((point(it.span.start), point(it.span.end), kind))
    });
    let statements = document.statements.iter().map(|it| Statement {
        speaker: it.speaker.iter().map(|it| points(it.span)).collect(),
        content: it.content.iter().map(|it| points(*it)).collect(),
        hedged: Some(!it.hedges.is_empty()),
    });
    Some(Found {
        dates: dates
            .map(|(span, value)| dates::Found::new(point(span.start), point(span.end), value))
            .collect(),
        names: names.collect(),
        statements: statements.collect(),
    })
}
