//! Fields as written → what a document is told to be.

use dossier_corpus::document::{DateOrigin, DocumentDate};

use super::Noted;
use super::fields::{Field, Fields, Value};

/// What the publisher tells of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) title: Option<String>,
    pub(super) published: Option<DocumentDate>,
    pub(super) added: Option<DocumentDate>,
    pub(super) lang: Option<String>,
    /// `publish: false`.
    pub(super) is_withheld: bool,
    /// Words to be replaced before anything is baked.
    pub(super) redact: Vec<String>,
    /// Everything else, as field and value.
    pub(super) meta: Vec<(String, String)>,
    pub(super) corrections: Corrections,
}

/// What the publisher says the analysis should have found; applied after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    pub(crate) entities: Option<Field>,
    pub(crate) moments: Option<Field>,
    pub(crate) statements: Option<Field>,
    pub(crate) hedges: Option<Field>,
    pub(crate) notes: Option<Field>,
}

impl Corrections {
    /// Takes the corrections out of what is told.
    pub(super) fn take(fields: &mut Fields) -> Self {
        Self {
            entities: fields.take("entities"),
            moments: fields.take("moments"),
            statements: fields.take("statements"),
            hedges: fields.take("hedges"),
            // Where it is no map from words to notes, it is a field of the publisher's own.
            notes: fields.take_map("notes"),
        }
    }

    /// Every word in them.
    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut String> {
        [
            &mut self.entities,
            &mut self.moments,
            &mut self.statements,
            &mut self.hedges,
            &mut self.notes,
        ]
        .into_iter()
        .flatten()
        .flat_map(|it| it.value.texts_mut())
    }
}

/// Reads the fields of a document; findings name the file that the field stands in.
pub(super) fn read(mut fields: Fields) -> (Given, Vec<(String, Noted)>) {
    let mut findings = Vec::new();
    let mut given = Given {
        corrections: Corrections::take(&mut fields),
        ..Given::default()
    };
    for field in fields.0 {
        let mut odd = |message: String| findings.push((field.path.clone(), (field.line, message)));
        let text = field.value.text();
        match (field.name.as_str(), text) {
            ("title", text) => given.title = text,
            ("publish", Some(text)) => given.is_withheld = is_no(&text),
            ("date", Some(text)) => match date(&text) {
                Some(date) => given.published = Some(date),
                None => odd(no_date(&text)),
            },
            ("added", Some(text)) => match date(&text) {
                Some(date) => given.added = Some(date),
                None => odd(no_date(&text)),
            },
            ("lang" | "language", Some(text)) => match language_tag(&text) {
                Some(tag) => given.lang = Some(tag),
                None => odd(no_language(&text)),
            },
            ("redact", _) => given.redact = field.value.texts(),
            ("tags" | "tag" | "keywords", _) => {
                let tags = field.value.texts();
                let tags = tags.iter().flat_map(|it| parts(&field.value, it));
                given.meta.extend(tags.map(|it| ("tags".to_owned(), it)));
            }
            (_, _) => {
                let texts = field.value.texts().into_iter();
                given.meta.extend(texts.map(|it| (field.name.clone(), it)));
            }
        }
    }
    (given, findings)
}

/// A list of tags written in one line.
fn parts(value: &Value, text: &str) -> Vec<String> {
    if !matches!(value, Value::Text(_)) {
        return vec![text.to_owned()];
    }
    let separator = if text.contains(';') { ';' } else { ',' };
    text.split(separator)
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
        .collect()
}

pub(super) fn is_no(text: &str) -> bool {
    ["false", "no", "off", "0", "n"]
        .iter()
        .any(|it| it.eq_ignore_ascii_case(text))
}

/// A date as it is typed, as EDTF.
fn date(text: &str) -> Option<DocumentDate> {
    Some(DocumentDate {
        edtf: dossier_time::read(text)?.to_string(),
        origin: DateOrigin::Given,
    })
}

fn no_date(text: &str) -> String {
    format!(
        "`{text}` is no date that can be read; write it as 1998-07-03, 1998-07, 1998 or in EDTF"
    )
}

/// A language tag in its usual letters: `EN-us` is `en-US`.
pub(super) fn language_tag(text: &str) -> Option<String> {
    let mut parts = text.split(['-', '_']);
    let primary = parts.next()?.to_ascii_lowercase();
    let is_tag =
        |it: &str| (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric());
    if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|it| it.is_ascii_alphabetic()) {
        return None;
    }
    let mut tag = primary;
    for part in parts {
        if !is_tag(part) {
            return None;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                let (first, rest) = part.split_at_checked(1)?;
                tag.push_str(&first.to_ascii_uppercase());
                tag.push_str(&rest.to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

pub(super) fn no_language(text: &str) -> String {
    format!("`{text}` is no language tag; write it as en, de or pt-BR")
}
