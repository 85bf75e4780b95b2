//! The whole chain, readable from top to bottom: the only place that knows the order of the stages.

use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::encode::{self, Collection, Site};
use dossier_corpus::span::Span;
use dossier_corpus::{Document, Finding};
use sha2::{Digest as _, Sha256};

use crate::config::Config;
use crate::error::BakeError;
use crate::listing::Listed;
use crate::parse::{self, Corrections, Metadata, Noted, Parsed, Settings, ids};
use crate::seeds::{Purpose, SeedFile, Seeds, is_private, purpose};
use crate::{analysis, index, link};

/// What a bake gives.
#[derive(Clone, Debug)]
pub struct Baked {
    /// What [`Corpus::open`](dossier_corpus::Corpus::open) takes.
    pub bytes: Vec<u8>,
    /// The same as plain data.
    pub collection: Collection,
    /// What speaks of time and is no date ("three months", "every Friday", "now"), with its ISO 8601 duration or
    /// `PRESENT_REF`: a row per document, in the text's order. Nothing of it is in the bytes.
    pub durations: Vec<Vec<(Span, String)>>,
    /// Everything odd, by path and line.
    pub findings: Vec<Finding>,
    /// What `corpus.yaml` tells of the whole.
    pub settings: Settings,
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
    let parsed = named(parse_all(&files, &metadata, &mut listed), &mut listed);

    let mut originals = Vec::new();
    let mut documents = Vec::new();
    let mut durations = Vec::new();
    let mut idle = Idle::default();
    for (number, (document, corrections, file)) in parsed.into_iter().enumerate() {
        originals.push(StagedFile {
            name: format!("{number:06}"),
            bytes: staged(&document, file),
        });
        let assumed = config.as_of.of(&document.id);
        let both = [&metadata.corrections, &corrections];
        let analysed = analysis::analyse(document, both, assumed);
        listed.note_all(idle.sift(analysed.findings));
        documents.push(analysed.document);
        durations.push(analysed.durations);
    }
    listed.note_all(idle.everywhere(documents.len()));

    let own_entities: Vec<_> = documents.iter().map(|it| it.entities.as_slice()).collect();
    let linked = link::link(&own_entities);
    let collection = Collection {
        site: site(config, &metadata.site, &documents),
        facets: index::facets(&documents, &linked.entities, &linked.numbers),
        index: index::search(&documents),
        seeds: listed.finish(documents.iter().map(|it| it.path.as_str())),
        documents,
        entities: linked.entities,
        entity_numbers: linked.numbers,
    };
    let findings = collection.seeds.iter().flat_map(|it| &it.findings);
    Ok(Baked {
        bytes: encode::encode(&collection),
        findings: findings.cloned().collect(),
        settings: metadata.site,
        collection,
        durations,
        originals,
    })
}

/// Corrections for the whole folder that changed nothing in some document, and in how many.
#[derive(Default)]
struct Idle(BTreeMap<(String, Noted), usize>);

impl Idle {
    /// Keeps what concerns the settings of the folder, gives back the rest.
    fn sift(&mut self, findings: Vec<(String, Noted)>) -> Vec<(String, Noted)> {
        let is_own = |it: &(String, Noted)| purpose(&it.0) != Purpose::Settings;
        let (own, shared): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_own);
        let shared: BTreeSet<_> = shared.into_iter().collect();
        for it in shared {
            *self.0.entry(it).or_default() += 1;
        }
        own
    }

    /// Those that changed nothing in any of the documents.
    fn everywhere(self, n_documents: usize) -> Vec<(String, Noted)> {
        let all = self.0.into_iter();
        all.filter(|it| it.1 == n_documents)
            .map(|it| it.0)
            .collect()
    }
}

/// A parsed document on its way, with the publisher's corrections and its seed.
type OnTheWay<'a> = (Document, Corrections, &'a SeedFile);

fn parse_all<'a>(
    files: &[&'a SeedFile],
    metadata: &Metadata,
    listed: &mut Listed,
) -> Vec<OnTheWay<'a>> {
    let mut documents = Vec::new();
    let mut paths = Vec::new();
    for &file in files {
        let path = file.path.as_str();
        match purpose(path) {
            Purpose::Document => paths.push(path),
            Purpose::Readme => {
                listed.no_document(path, "a note for whoever keeps the folder");
                continue;
            }
            Purpose::Sidecar | Purpose::Table | Purpose::Settings => {
                listed.no_document(path, "metadata");
                continue;
            }
        }
        match parse::parse(path, &file.bytes, metadata) {
            Parsed::Document(parsed) => {
                listed.document(path);
                listed.note_all(parsed.findings);
                documents.push((parsed.document, parsed.corrections, file));
            }
            Parsed::LeftOut(reason) => listed.leave_out(path, &reason),
            Parsed::Withheld => listed.withhold(path),
        }
    }
    listed.note_all(metadata.findings(&paths));
    documents
}

/// Gives the documents their ids and sorts them by id.
fn named<'a>(mut documents: Vec<OnTheWay<'a>>, listed: &mut Listed) -> Vec<OnTheWay<'a>> {
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
    documents
}

/// The seed's bytes, where the page may have them.
fn staged(document: &Document, file: &SeedFile) -> Vec<u8> {
    let is_needed = document.offers_original || document.text_in_seed.is_some();
    if is_needed {
        file.bytes.clone()
    } else {
        Vec::new()
    }
}

fn site(config: &Config, told: &Settings, documents: &[Document]) -> Site {
    let mut title = config.title.clone().or_else(|| told.title.clone());
    if let [only] = documents {
        title = title.or_else(|| Some(only.title.text.clone()));
    }
    Site {
        title: title.unwrap_or_else(|| "Dossier".to_owned()),
        description: told.description.clone().unwrap_or_default(),
        lang: told.lang.clone().unwrap_or_else(|| "und".to_owned()),
        accent: told.accent.clone().unwrap_or_default(),
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
