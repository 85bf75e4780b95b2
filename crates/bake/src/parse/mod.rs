//! Seeds → documents.
//!
//! Stage: *documents*. In: path, bytes and what the publisher tells. Out: a [`Document`] without analysis, and
//! findings. Parsing never fails; a file that is no text at all comes back with the reason.
//!
//! One file per input format; a new one is a file here and a line in [`Format::of`].

mod builder;
mod encoding;
mod fields;
mod front_matter;
mod given;
mod html_text;
pub mod ids;
pub mod language;
mod markdown;
mod metadata;
mod plain;
pub mod title;
mod yaml;

use dossier_corpus::document::{Document, Title, TitleOrigin};
pub use given::Corrections;
pub use metadata::{Metadata, Settings};
use sha2::{Digest as _, Sha256};

/// Something odd: the line it stands in (from 1, where one can be told), and a sentence without a full stop.
pub type Noted = (Option<u32>, String);

/// What became of a seed.
#[derive(Clone, Debug)]
pub enum Parsed {
    /// A document.
    Document(Box<ParsedDocument>),
    /// No document, and why; a sentence without a full stop.
    LeftOut(String),
    /// The publisher withholds it: neither it nor its name is to be published.
    Withheld,
}

/// A parsed document.
#[derive(Clone, Debug)]
pub struct ParsedDocument {
    /// The document; id, language and everything found by analysis are still to come. The title is there when it
    /// is given.
    pub document: Document,
    /// What the publisher says that the analysis should have found.
    pub corrections: Corrections,
    /// What was odd: the file it stands in, and what.
    pub findings: Vec<(String, Noted)>,
}

/// How a seed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Plain,
    Markdown,
    Unknown,
}

impl Format {
    fn of(path: &str) -> Self {
        let ending = ids::split_ending(path).1.to_ascii_lowercase();
        match ending.as_str() {
            ".txt" | ".text" => Self::Plain,
            ".md" | ".markdown" => Self::Markdown,
            _ => Self::Unknown,
        }
    }
}

/// Parses a seed; `metadata` is what the files beside it tell.
#[must_use]
pub fn parse(path: &str, bytes: &[u8], metadata: &Metadata) -> Parsed {
    let mut fields = metadata.of(path);
    let label = fields.take("encoding").and_then(|it| it.value.text());
    let decoded = match encoding::decode(bytes, label.as_deref()) {
        Ok(decoded) => decoded,
        Err(reason) => return Parsed::LeftOut(reason),
    };
    let mut noted = decoded.findings;
    let format = Format::of(path);
    if format == Format::Unknown {
        let message = "a file without a known ending; read as plain text";
        noted.push((None, message.to_owned()));
    }
    let text = decoded.text;
    let mut front = front_matter::read(&text);
    noted.append(&mut front.findings);
    for field in &mut front.fields.0 {
        path.clone_into(&mut field.path);
    }
    fields.overlay(front.fields);
    let (given, mut findings) = given::read(fields);
    if given.is_withheld {
        return Parsed::Withheld;
    }
    let passages = if format == Format::Markdown {
        let (passages, mut odd) = markdown::passages(&text, front.body);
        noted.append(&mut odd);
        passages
    } else {
        plain::passages(&text, front.body)
    };
    if passages.is_empty() {
        noted.push((None, "there is no text in it".to_owned()));
    }
    findings.extend(noted.into_iter().map(|it| (path.to_owned(), it)));
    let document = Document {
        id: String::new(),
        path: path.to_owned(),
        title: Title {
            origin: match given.title {
                Some(_) => TitleOrigin::Given,
                None => TitleOrigin::FileName,
            },
            text: given.title.unwrap_or_default(),
        },
        lang_given: given.lang.is_some(),
        lang: given.lang.unwrap_or_default(),
        published: given.published,
        added: given.added,
        meta: given.meta,
        sha256: Sha256::digest(bytes).into(),
        n_bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        encoding: decoded.encoding.to_owned(),
        text,
        text_in_seed: decoded.text_in_seed,
        offers_original: true,
        passages,
        entities: Vec::new(),
        mentions: Vec::new(),
        moments: Vec::new(),
        statements: Vec::new(),
        hedges: Vec::new(),
    };
    Parsed::Document(Box::new(ParsedDocument {
        document,
        corrections: given.corrections,
        findings,
    }))
}

/// The line (from 1) that a byte offset lies in.
fn line_at(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or("");
    let n = before.bytes().filter(|&it| it == b'\n').count() + 1;
    u32::try_from(n).unwrap_or(u32::MAX)
}
