//! The whole chain, readable from top to bottom: the only place that knows the order of the stages.

use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::Document;
use dossier_corpus::Finding;
use dossier_corpus::document::{Role, TitleOrigin};
use dossier_corpus::encode::{self, Collection, Seed, Site};
use dossier_corpus::span::Span;
use sha2::{Digest as _, Sha256};

use crate::config::{Assumed, Config};
use crate::dates::{self, DateContext};
use crate::error::BakeError;
use crate::parse::{self, Corrections, Metadata, Noted, Parsed, Settings, ids, language, title};
use crate::reading::Visible;
use crate::seeds::{Purpose, SeedFile, Seeds, is_private, purpose};
use crate::{entities, index, link, segment, statements};

/// What a bake gives.
#[derive(Clone, Debug)]
pub struct Baked {
    /// What [`Corpus::open`](dossier_corpus::Corpus::open) takes.
    pub bytes: Vec<u8>,
    /// The same as plain data.
    pub collection: Collection,
    /// Everything odd, by path and line.
    pub findings: Vec<Finding>,
    /// The seeds to be embedded beside the bytes: the n-th belongs to the n-th document.
    pub originals: Vec<StagedFile>,
}

/// A seed to be embedded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedFile {
    /// The document's number in six digits, so that names sort as numbers.
    pub name: String,
    /// The seed's bytes; empty when it may not be offered.
    pub bytes: Vec<u8>,
}

/// Bakes seeds into the bytes of a corpus.
///
/// Time and memory are linear in the seeds. The order of [`Seeds::files`] does not matter.
///
/// # Errors
///
/// [`BakeError::TooLarge`] for more than 4 GiB. Nothing in a seed is an error: what is odd becomes a finding.
pub fn bake(seeds: &Seeds, config: &Config) -> Result<Baked, BakeError> {
    let n_bytes: u64 = seeds.files.iter().map(|it| it.bytes.len() as u64).sum();
    if n_bytes > u64::from(u32::MAX) {
        return Err(BakeError::TooLarge { n_bytes });
    }
    let mut files: Vec<&SeedFile> = seeds
        .files
        .iter()
        .filter(|it| !is_private(&it.path))
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));

    let metadata = Metadata::read(&files);
    let mut listed = Listed::default();
    for it in &seeds.left_out {
        listed.leave_out(&it.path, &it.reason);
    }
    let mut documents = Vec::new();
    for file in files.iter().copied() {
        match purpose(&file.path) {
            Purpose::Document => {}
            Purpose::Readme => {
                listed.no_document(&file.path, "a note for whoever keeps the folder");
                continue;
            }
            Purpose::Sidecar | Purpose::Table | Purpose::Settings => {
                listed.no_document(&file.path, "metadata");
                continue;
            }
        }
        match parse::parse(&file.path, &file.bytes, &metadata) {
            Parsed::Document(parsed) => {
                listed.document(&file.path);
                for (path, noted) in parsed.findings {
                    listed.note(&path, noted);
                }
                documents.push((parsed.document, parsed.corrections, file));
            }
            Parsed::LeftOut(reason) => listed.leave_out(&file.path, &reason),
            Parsed::Withheld => listed.withhold(&file.path),
        }
    }
    let paths: Vec<&str> = files
        .iter()
        .filter(|it| purpose(&it.path) == Purpose::Document)
        .map(|it| it.path.as_str())
        .collect();
    for (path, noted) in metadata.findings(&paths) {
        for noted in noted {
            listed.note(&path, noted);
        }
    }
    name(&mut documents, &mut listed);
    let listed = listed.finish(&documents);
    let originals = documents
        .iter()
        .enumerate()
        .map(|(number, (_, _, file))| StagedFile {
            name: format!("{number:06}"),
            bytes: file.bytes.clone(),
        })
        .collect();
    let documents: Vec<Document> = documents
        .into_iter()
        .map(|(document, _, _)| {
            let assumed = config.as_of.of(&document.id);
            analyse(document, assumed)
        })
        .collect();

    let own_entities: Vec<_> = documents.iter().map(|it| it.entities.as_slice()).collect();
    let linked = link::link(&own_entities);
    let collection = Collection {
        site: site(config, metadata.site, &documents),
        facets: index::facets(&documents, &linked.entities, &linked.numbers),
        index: index::search(&documents),
        seeds: listed,
        documents,
        entities: linked.entities,
        entity_numbers: linked.numbers,
    };
    Ok(Baked {
        bytes: encode::encode(&collection),
        findings: collection
            .seeds
            .iter()
            .flat_map(|it| it.findings.iter().cloned())
            .collect(),
        collection,
        originals,
    })
}

/// A parsed document on its way, with its seed.
type Named<'a> = (Document, Corrections, &'a SeedFile);

/// Gives the documents their ids and sorts them by id.
fn name(documents: &mut [Named<'_>], listed: &mut Listed) {
    let paths: Vec<&str> = documents
        .iter()
        .map(|(_, _, it)| it.path.as_str())
        .collect();
    for ((document, _, file), id) in documents.iter_mut().zip(ids::distinct(&paths)) {
        if id != ids::split_ending(&file.path).0 {
            let message = format!(
                "another file has the same name; the ending stays in this one's address: `{id}`"
            );
            listed.note(&file.path, (None, message));
        }
        document.id = id;
    }
    documents.sort_by(|(a, ..), (b, ..)| a.id.cmp(&b.id));
}

/// The files of the folder, as the page will list them.
#[derive(Default)]
struct Listed {
    seeds: BTreeMap<String, Seed>,
    withheld: BTreeSet<String>,
}

impl Listed {
    fn add(&mut self, path: &str, fate: Result<u32, String>) {
        let seed = Seed {
            path: path.to_owned(),
            fate,
            findings: Vec::new(),
        };
        self.seeds.insert(path.to_owned(), seed);
    }

    /// The document's number is told by [`Listed::finish`].
    fn document(&mut self, path: &str) {
        self.add(path, Ok(0));
    }

    /// Something that is there for another purpose.
    fn no_document(&mut self, path: &str, reason: &str) {
        self.add(path, Err(reason.to_owned()));
    }

    /// Something that should have been a document.
    fn leave_out(&mut self, path: &str, reason: &str) {
        self.add(path, Err(reason.to_owned()));
        self.note(path, (None, format!("left out: {reason}")));
    }

    /// Neither the file nor its sidecar is to be listed.
    fn withhold(&mut self, path: &str) {
        self.withheld.insert(path.to_owned());
        for name in [path, ids::split_ending(path).0] {
            for ending in ["meta.yaml", "meta.yml"] {
                self.withheld.insert(format!("{name}.{ending}"));
            }
        }
    }

    fn note(&mut self, path: &str, (line, message): Noted) {
        if let Some(seed) = self.seeds.get_mut(path) {
            seed.findings.push(Finding {
                path: path.to_owned(),
                line,
                message,
            });
        }
    }

    fn finish(mut self, documents: &[Named<'_>]) -> Vec<Seed> {
        for (number, (_, _, file)) in (0..).zip(documents) {
            if let Some(seed) = self.seeds.get_mut(&file.path) {
                seed.fate = Ok(number);
            }
        }
        self.seeds.retain(|path, _| !self.withheld.contains(path));
        let mut seeds: Vec<Seed> = self.seeds.into_values().collect();
        for seed in &mut seeds {
            seed.findings.sort();
        }
        seeds
    }
}

/// Reads a parsed document: language, sentences, title, dates, names, statements.
fn analyse(mut document: Document, assumed: Option<&Assumed>) -> Document {
    let source = document.clone();
    let mut visible = Visible::of(&source);
    if document.lang.is_empty() {
        language::guess(visible.text()).clone_into(&mut document.lang);
    }
    let mut passages = std::mem::take(&mut visible.passages);
    for passage in &mut passages {
        let at = passage.span.start;
        passage.sentences = segment::sentences(passage.span.of(visible.text()), &document.lang)
            .into_iter()
            .map(|it| Span::new(at + it.start, at + it.end))
            .collect();
    }
    visible.passages = passages;
    let reading = visible.reading(&document.lang);

    let heading = reading
        .passages
        .iter()
        .find(|it| matches!(it.role, Role::Heading(_)))
        .map(|it| reading.words(it.span));
    let sentence = reading.sentences().next().map(|(_, it)| reading.words(it));
    let given = (document.title.origin == TitleOrigin::Given).then_some(&document.title.text);
    let title = title::choose(given.map(String::as_str), heading, sentence, &document.path);

    let published = document.published.as_ref().map(|it| it.edtf.as_str());
    let field = |name: &str| {
        let mut fields = document.meta.iter();
        fields.find(|(it, _)| it == name).map(|(_, it)| it.as_str())
    };
    let context = DateContext {
        published: published.or(assumed.and_then(|it| it.date.as_deref())),
        genre: field("genre").or(assumed.and_then(|it| it.genre.as_deref())),
        calendar: field("calendar"),
    };
    let mut moments = dates::find(reading, context);
    let mut names = entities::find(reading);
    let mut claims = statements::find(reading, &names);

    for moment in &mut moments {
        moment.span = visible.to_source(moment.span);
    }
    for mention in &mut names.mentions {
        mention.span = visible.to_source(mention.span);
    }
    for hedge in &mut claims.hedges {
        hedge.span = visible.to_source(hedge.span);
    }
    for statement in &mut claims.statements {
        for span in &mut statement.content {
            *span = visible.to_source(*span);
        }
        if let Some(cue) = &mut statement.cue {
            *cue = visible.to_source(*cue);
        }
        if let Some(speaker) = &mut statement.speaker {
            speaker.span = visible.to_source(speaker.span);
        }
    }
    for (passage, read) in document.passages.iter_mut().zip(&visible.passages) {
        passage.sentences = read
            .sentences
            .iter()
            .map(|&it| visible.to_source(it))
            .collect();
    }
    document.title = title;
    document.moments = moments;
    document.entities = names.entities;
    document.mentions = names.mentions;
    document.statements = claims.statements;
    document.hedges = claims.hedges;
    document
}

fn site(config: &Config, told: Settings, documents: &[Document]) -> Site {
    let mut title = config.title.clone().or(told.title);
    if let [only] = documents {
        title = title.or_else(|| Some(only.title.text.clone()));
    }
    Site {
        title: title.unwrap_or_else(|| "Dossier".to_owned()),
        description: told.description.unwrap_or_default(),
        lang: told.lang.unwrap_or_else(|| "und".to_owned()),
        accent: told.accent.unwrap_or_default(),
        hash: hash(documents),
        baked: config.baked.clone().unwrap_or_default(),
    }
}

/// SHA-256 over what is published of all seeds: paths and contents.
fn hash(documents: &[Document]) -> String {
    let mut hasher = Sha256::new();
    for document in documents {
        hasher.update((document.path.len() as u64).to_le_bytes());
        hasher.update(&document.path);
        hasher.update(document.sha256);
    }
    encode::hex(&hasher.finalize())
}
