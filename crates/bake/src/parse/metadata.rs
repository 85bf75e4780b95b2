//! What the files beside the documents tell: `metadata.csv`, sidecars and `corpus.yaml`.
//!
//! Stage: *documents*. In: those files. Out: fields by document, the site's settings, and findings. What cannot be
//! read is left out with a finding; the documents stay.

use std::collections::{BTreeMap, BTreeSet};

use super::encoding;
use super::fields::{Field, Fields, Value};
use super::given::Corrections;
use super::ids::split_ending;
use super::{Noted, yaml};
use crate::seeds::{Purpose, SeedFile, purpose};

/// What all files beside the documents tell.
#[derive(Debug, Default)]
pub struct Metadata {
    /// By the path or the path without ending that a row or a sidecar names.
    by_name: BTreeMap<String, Fields>,
    /// Where each name comes from: path and line.
    origins: BTreeMap<String, Vec<(String, Option<u32>)>>,
    /// What is told of the whole.
    pub site: Settings,
    /// Corrections that hold for all documents.
    pub corrections: Corrections,
    findings: Vec<(String, Noted)>,
}

/// What is told of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The site's title.
    pub title: Option<String>,
    /// One sentence about it.
    pub description: Option<String>,
    /// Language tag.
    pub lang: Option<String>,
    /// Accent colour as `#rrggbb`.
    pub accent: Option<String>,
    /// Address that the site will have, as it was typed.
    pub url: Option<String>,
    /// Whether search engines are asked to pass over the whole site.
    pub noindex: bool,
    /// Words that must occur nowhere in what is published.
    pub forbid: Vec<String>,
    /// Whether the file is there and cannot be read: what it forbids is then not known.
    pub is_broken: bool,
}

impl Metadata {
    /// Reads those of `files` that are no documents.
    #[must_use]
    pub fn read(files: &[&SeedFile]) -> Self {
        let mut metadata = Self::default();
        // Tables first: a sidecar counts more.
        for wanted in [Purpose::Table, Purpose::Sidecar, Purpose::Settings] {
            for file in files.iter().filter(|it| purpose(&it.path) == wanted) {
                metadata.file(file, wanted);
            }
        }
        metadata
    }

    fn file(&mut self, file: &SeedFile, purpose: Purpose) {
        let text = match encoding::decode(&file.bytes, None) {
            Ok(decoded) => {
                for noted in decoded.findings {
                    self.note(&file.path, noted);
                }
                decoded.text
            }
            Err(reason) => return self.fail(&file.path, purpose, &reason),
        };
        match purpose {
            Purpose::Table if file.path.contains('/') => {
                let message = "only the metadata.csv at the top of the folder is read";
                self.note(&file.path, (None, message.to_owned()));
            }
            Purpose::Table => self.table(&file.path, &text),
            Purpose::Sidecar => self.sidecar(&file.path, &text),
            _ if file.path.contains('/') => {
                let message = "only the corpus.yaml at the top of the folder is read";
                self.note(&file.path, (None, message.to_owned()));
            }
            _ => self.settings(&file.path, &text),
        }
    }

    /// Notes that a file cannot be read at all.
    fn fail(&mut self, path: &str, purpose: Purpose, reason: &str) {
        self.site.is_broken |= purpose == Purpose::Settings;
        self.note(path, (None, format!("left out: {reason}")));
    }

    fn note(&mut self, path: &str, noted: Noted) {
        self.findings.push((path.to_owned(), noted));
    }

    /// The fields of a YAML file; `None` and a finding when there are none.
    fn yaml(&mut self, path: &str, text: &str) -> Option<Fields> {
        match yaml::fields(text, 1) {
            Ok(Some(fields)) => Some(fields),
            Ok(None) if text.trim().is_empty() => None,
            Ok(None) => {
                let message = "no fields in it; write `field: value`, one a line";
                self.note(path, (None, message.to_owned()));
                None
            }
            Err((line, message)) => {
                self.note(
                    path,
                    (line, format!("cannot be read and is left out: {message}")),
                );
                None
            }
        }
    }

    fn sidecar(&mut self, path: &str, text: &str) {
        let name = split_ending(split_ending(path).0).0.to_owned();
        if let Some(fields) = self.yaml(path, text) {
            self.add(name, fields, path, None);
        }
    }

    fn add(&mut self, name: String, mut fields: Fields, path: &str, line: Option<u32>) {
        for field in &mut fields.0 {
            path.clone_into(&mut field.path);
        }
        let origins = self.origins.entry(name.clone()).or_default();
        origins.push((path.to_owned(), line));
        self.by_name.entry(name).or_default().overlay(fields);
    }

    fn table(&mut self, path: &str, text: &str) {
        let head = text.lines().next().unwrap_or("");
        // Spreadsheets of half of Europe write semicolons.
        let delimiter = [b',', b';', b'\t']
            .into_iter()
            .max_by_key(|&it| (head.bytes().filter(|&byte| byte == it).count(), it == b','))
            .unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let names: Vec<String> = match reader.headers() {
            Ok(names) => names.iter().map(str::to_lowercase).collect(),
            Err(error) => return self.note(path, (Some(1), error.to_string())),
        };
        let Some(file_column) = names.iter().position(|it| it == "file") else {
            let message = "there is no column `file`; name one so, with each document's path in it";
            return self.note(path, (Some(1), message.to_owned()));
        };
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error
                        .position()
                        .and_then(|it| u32::try_from(it.line()).ok());
                    self.note(path, (line, format!("a row is left out: {error}")));
                    continue;
                }
            };
            let line = record
                .position()
                .and_then(|it| u32::try_from(it.line()).ok());
            let Some(name) = record.get(file_column).filter(|it| !it.is_empty()) else {
                continue;
            };
            if record.len() != names.len() {
                let message = format!(
                    "{} columns where the first line has {}",
                    record.len(),
                    names.len()
                );
                self.note(path, (line, message));
            }
            let mut fields = Fields::default();
            for (column, value) in names.iter().zip(record.iter()) {
                if column == "file" || column.is_empty() || value.is_empty() {
                    continue;
                }
                fields.append(Field {
                    name: column.clone(),
                    value: Value::Text(value.to_owned()),
                    path: path.to_owned(),
                    line,
                });
            }
            self.add(name.replace('\\', "/"), fields, path, line);
        }
    }

    fn settings(&mut self, path: &str, text: &str) {
        let Some(mut fields) = self.yaml(path, text) else {
            self.site.is_broken = !text.trim().is_empty();
            return;
        };
        for field in &mut fields.0 {
            path.clone_into(&mut field.path);
        }
        self.corrections = Corrections::take(&mut fields);
        let mut take = |name: &str| fields.take(name);
        self.site.title = take("title").and_then(|it| it.value.text());
        self.site.description = take("description").and_then(|it| it.value.text());
        let lang = take("lang").or_else(|| take("language"));
        let accent = take("accent");
        self.site.url = take("url").and_then(|it| it.value.text());
        let noindex = take("noindex").and_then(|it| it.value.text());
        self.site.noindex = noindex.is_some_and(|it| !super::given::is_no(&it));
        self.site.forbid = take("forbid").map_or_else(Vec::new, |it| it.value.texts());
        if let Some((lang, line)) = lang.and_then(|it| Some((it.value.text()?, it.line))) {
            match super::given::language_tag(&lang) {
                Some(tag) => self.site.lang = Some(tag),
                None => self.note(path, (line, super::given::no_language(&lang))),
            }
        }
        if let Some((accent, line)) = accent.and_then(|it| Some((it.value.text()?, it.line))) {
            match color(&accent) {
                Some(color) => self.site.accent = Some(color),
                None => self.note(
                    path,
                    (
                        line,
                        format!(
                            "`{accent}` is no colour that is read here; write it as \"#7a3e10\""
                        ),
                    ),
                ),
            }
        }
        for field in fields.0 {
            self.note(
                path,
                (
                    field.line,
                    format!("the field `{}` is not known here", field.name),
                ),
            );
        }
    }

    /// What is told of the document with that path.
    pub(super) fn of(&self, path: &str) -> Fields {
        let mut fields = Fields::default();
        for name in [split_ending(path).0, path] {
            if let Some(told) = self.by_name.get(name) {
                fields.overlay(told.clone());
            }
        }
        fields
    }

    /// Everything odd about these files: where it stands, and what. `documents` are the paths of all documents.
    #[must_use]
    pub fn findings(&self, documents: &[&str]) -> Vec<(String, Noted)> {
        let known: BTreeSet<&str> = documents
            .iter()
            .flat_map(|path| [split_ending(path).0, path])
            .collect();
        let mut findings = self.findings.clone();
        for (name, origins) in &self.origins {
            if known.contains(name.as_str()) {
                continue;
            }
            findings.extend(origins.iter().map(|(path, line)| {
                let message = format!("there is no document `{name}` in the folder");
                (path.clone(), (*line, message))
            }));
        }
        findings
    }
}

/// `#rgb` or `#rrggbb` as `#rrggbb` in lower case.
fn color(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    if !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    let digits: String = match digits.len() {
        3 => digits.chars().flat_map(|it| [it, it]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    Some(format!("#{}", digits.to_ascii_lowercase()))
}
