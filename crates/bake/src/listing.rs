//! What became of every file: the list on the About page, with all findings.
//!
//! No file vanishes silently, except those that their publisher wants nobody to hear of.

use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::Finding;
use dossier_corpus::encode::Seed;

use crate::parse::{Noted, ids};

/// The files of the folder, as the page will list them.
#[derive(Default)]
pub(crate) struct Listed {
    seeds: BTreeMap<String, Seed>,
    withheld: BTreeSet<String>,
    findings: Vec<Finding>,
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
    pub(crate) fn document(&mut self, path: &str) {
        self.add(path, Ok(0));
    }

    /// Something that is there for another purpose.
    pub(crate) fn no_document(&mut self, path: &str, reason: &str) {
        self.add(path, Err(reason.to_owned()));
    }

    /// Something that should have been a document.
    pub(crate) fn leave_out(&mut self, path: &str, reason: &str) {
        self.add(path, Err(reason.to_owned()));
        self.note(path, (None, format!("left out: {reason}")));
    }

    /// Neither the file nor its sidecar is to be listed.
    pub(crate) fn withhold(&mut self, path: &str) {
        self.withheld.insert(path.to_owned());
        for name in [path, ids::split_ending(path).0] {
            for ending in ["meta.yaml", "meta.yml"] {
                self.withheld.insert(format!("{name}.{ending}"));
            }
        }
    }

    /// Notes something odd about a file.
    pub(crate) fn note(&mut self, path: &str, (line, message): Noted) {
        self.findings.push(Finding {
            path: path.to_owned(),
            line,
            message,
        });
    }

    /// Notes what is odd, each with the file it stands in.
    pub(crate) fn note_all(&mut self, findings: Vec<(String, Noted)>) {
        for (path, noted) in findings {
            self.note(&path, noted);
        }
    }

    /// The list, by path; `paths` are those of the documents in their order.
    pub(crate) fn finish<'a>(mut self, paths: impl Iterator<Item = &'a str>) -> Vec<Seed> {
        for (number, path) in (0..).zip(paths) {
            if let Some(seed) = self.seeds.get_mut(path) {
                seed.fate = Ok(number);
            }
        }
        self.seeds.retain(|path, _| !self.withheld.contains(path));
        self.findings.sort();
        self.findings.dedup();
        for finding in self.findings {
            if let Some(seed) = self.seeds.get_mut(&finding.path) {
                seed.findings.push(finding);
            }
        }
        self.seeds.into_values().collect()
    }
}
