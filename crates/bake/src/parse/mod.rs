//! Seeds → documents.
//!
//! Stage: *documents*. In: path, bytes and what the publisher tells. Out: a [`Document`] without analysis, and
//! findings. Parsing never fails; a file that is no text at all comes back with the reason.
//!
//! One file per input format; a new one is a file here and a line in `Format::of`.

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
mod redact;
pub mod title;
mod yaml;

use dossier_corpus::document::{Document, Passage, Title, TitleOrigin};
pub(crate) use fields::{Field, Value};
pub use given::Corrections;
use given::Given;
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
    if path.split('/').any(|it| it == "..") {
        return Parsed::LeftOut("its path leads out of the folder".to_owned());
    }
    let mut fields = metadata.of(path);
    let label = fields.take("encoding").and_then(|it| it.value.text());
    let decoded = match encoding::decode(bytes, label.as_deref()) {
        Ok(decoded) => decoded,
        Err(reason) => return Parsed::LeftOut(reason),
    };
    let mut front = front_matter::read(&decoded.text);
    for field in &mut front.fields.0 {
        path.clone_into(&mut field.path);
    }
    fields.overlay(front.fields);
    let (given, mut findings) = given::read(fields);
    if given.is_withheld {
        return Parsed::Withheld;
    }
    let mut noted = decoded.findings;
    noted.append(&mut front.findings);
    let mut source = Source {
        bytes,
        text: decoded.text,
        body: front.body,
        text_in_seed: decoded.text_in_seed,
        is_redacted: false,
    };
    let given = source.redact(path, given, &mut noted);
    let passages = source.passages(path, &mut noted);
    findings.extend(noted.into_iter().map(|it| (path.to_owned(), it)));
    let corrections = given.corrections.clone();
    Parsed::Document(Box::new(ParsedDocument {
        document: source.document(path, decoded.encoding, given, passages),
        corrections,
        findings,
    }))
}

/// A decoded seed on its way.
struct Source<'a> {
    bytes: &'a [u8],
    text: String,
    /// Where the body begins, behind front matter.
    body: usize,
    text_in_seed: Option<u32>,
    is_redacted: bool,
}

impl Source<'_> {
    /// Replaces the words that the publisher wants gone, in the text and in what is told of it.
    fn redact(&mut self, path: &str, mut given: Given, noted: &mut Vec<Noted>) -> Given {
        if given.redact.is_empty() {
            return given;
        }
        let words = std::mem::take(&mut given.redact);
        for words in &words {
            if !redact::redact(&self.text, std::slice::from_ref(words)).1 {
                noted.push((
                    None,
                    "words to be redacted do not stand in the text".to_owned(),
                ));
            }
        }
        if redact::redact(path, &words).1 {
            let message =
                "words to be redacted stand in the file's name, which is published; rename it";
            noted.push((None, message.to_owned()));
        }
        let (head, body) = self
            .text
            .split_at_checked(self.body)
            .unwrap_or(("", &self.text));
        let mut text = redact::redact(head, &words).0;
        let body = redact::redact(body, &words).0;
        self.body = text.len();
        text.push_str(&body);
        self.text = text;
        self.text_in_seed = None;
        self.is_redacted = true;
        let told = given.meta.iter_mut().map(|(_, value)| value);
        let told = told.chain(given.corrections.texts_mut());
        for value in told.chain(&mut given.title) {
            *value = redact::redact(value, &words).0;
        }
        given
    }

    fn passages(&self, path: &str, noted: &mut Vec<Noted>) -> Vec<Passage> {
        let format = Format::of(path);
        if format == Format::Unknown {
            let message = "a file without a known ending (.txt, .md); read as plain text";
            noted.push((None, message.to_owned()));
        }
        let passages = if format == Format::Markdown {
            let (passages, mut odd) = markdown::passages(&self.text, self.body);
            noted.append(&mut odd);
            passages
        } else {
            plain::passages(&self.text, self.body)
        };
        if passages.is_empty() {
            noted.push((None, "there is no text in it".to_owned()));
        }
        passages
    }

    fn document(
        self,
        path: &str,
        encoding: &str,
        given: Given,
        passages: Vec<Passage>,
    ) -> Document {
        // The hash of what was redacted would let anybody test a guess.
        let hashed = if self.is_redacted {
            self.text.as_bytes()
        } else {
            self.bytes
        };
        Document {
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
            not_before: None,
            added: given.added,
            meta: given.meta,
            sha256: Sha256::digest(hashed).into(),
            n_bytes: u32::try_from(hashed.len()).unwrap_or(u32::MAX),
            encoding: encoding.to_owned(),
            text_in_seed: self.text_in_seed,
            offers_original: !self.is_redacted,
            passages,
            text: self.text,
            entities: Vec::new(),
            mentions: Vec::new(),
            moments: Vec::new(),
            statements: Vec::new(),
            hedges: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// The line (from 1) that a byte offset lies in.
pub(crate) fn line_at(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or("");
    let n = before.bytes().filter(|&it| it == b'\n').count() + 1;
    u32::try_from(n).unwrap_or(u32::MAX)
}
