//! Notes as a file: a page of Web Annotations (W3C), and the same read again.
//!
//! Each annotation has its passage's words as a `TextQuoteSelector` and its address as a `FragmentSelector`; a star is a
//! tag, a note a comment.

use std::collections::BTreeMap;

use dossier_corpus::Corpus;
use serde::Deserialize;

use super::export::json::{Object, string};
use crate::state::notes::{Note, Notes};
use crate::wording::say;

/// The media type.
pub const MEDIA_TYPE: &str = "application/ld+json";

/// The version of what is ours in the file.
const VERSION: u32 = 1;

/// The tag that stands for a star.
const STAR: &str = "star";

/// Where notes come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// Version of the format.
    pub version: u32,
    /// The collection's title.
    pub collection: String,
    /// SHA-256 over all its files.
    pub sha256: String,
}

impl Origin {
    /// The collection that is open.
    #[must_use]
    pub fn of(corpus: &Corpus<'_>) -> Self {
        let site = corpus.site();
        Self {
            version: VERSION,
            collection: site.title.to_owned(),
            sha256: site.hash.to_owned(),
        }
    }
}

/// Why a file could not be read as notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no file of notes, or a damaged one; what and where.
    NoNotes(String),
    /// It was written by a later version.
    Newer,
}

impl Unreadable {
    /// What is said to the reader.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::NoNotes(what) => say::notes_no_file(what),
            Self::Newer => say::notes_newer().into(),
        }
    }
}

/// The notes as a file. `page` is the address of the page without a fragment. Empty notes are written only `whole`.
#[must_use]
pub fn write(notes: &Notes, origin: &Origin, page: &str, whole: Whole) -> String {
    let ours = Object::default()
        .json("version", &VERSION.to_string())
        .text("collection", &origin.collection)
        .text("sha256", &origin.sha256)
        .end();
    let items = notes.0.iter();
    let items = items.filter(|it| whole == Whole::Kept || !it.1.is_empty());
    let items = items.map(|(id, note)| format!("\n{}", annotation(id, note, page)));
    let mut text = Object::default()
        .text("@context", "http://www.w3.org/ns/anno.jsonld")
        .text("type", "AnnotationPage")
        .json("dossier", &ours)
        .list("items", items)
        .end();
    text.push('\n');
    text
}

/// Whether notes that were taken back are written as well: to be kept, or else to be handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// They are, so that they stay taken back.
    Kept,
    /// They are not.
    HandedOn,
}

fn annotation(id: &str, note: &Note, page: &str) -> String {
    let body = |purpose: &str, value: &str| {
        Object::default()
            .text("type", "TextualBody")
            .text("purpose", purpose)
            .text("format", "text/plain")
            .text("value", value)
            .end()
    };
    let star = note.starred.then(|| body("tagging", STAR));
    let comment = (!note.text.is_empty()).then(|| body("commenting", &note.text));
    let motivation = if note.text.is_empty() {
        "bookmarking"
    } else {
        "commenting"
    };
    let quote = Object::default()
        .text("type", "TextQuoteSelector")
        .json("exact", &string(&note.quote))
        .end();
    let fragment = Object::default()
        .text("type", "FragmentSelector")
        .text("value", note.link.trim_start_matches('#'))
        .end();
    let target = Object::default()
        .text("source", page)
        .list("selector", [fragment, quote])
        .end();
    Object::default()
        .text("id", id)
        .text("type", "Annotation")
        .text("motivation", motivation)
        .text("created", &note.created)
        .text("modified", &note.modified)
        .list("body", star.into_iter().chain(comment))
        .json("target", &target)
        .end()
}

#[derive(Deserialize)]
struct Page {
    #[serde(default)]
    dossier: Origin,
    items: Vec<Annotation>,
}

#[derive(Deserialize)]
struct Annotation {
    id: String,
    #[serde(default)]
    created: String,
    #[serde(default)]
    modified: String,
    #[serde(default)]
    body: Vec<Body>,
    target: Target,
}

#[derive(Deserialize)]
struct Body {
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    value: String,
}

#[derive(Deserialize)]
struct Target {
    #[serde(default)]
    selector: Vec<Selector>,
}

#[derive(Deserialize)]
struct Selector {
    #[serde(default)]
    value: String,
    #[serde(default)]
    exact: String,
}

/// Reads a file of notes: what is in it, and where it comes from.
///
/// # Errors
///
/// When it is no page of annotations, is damaged, or of a later version; then nothing of it is read.
pub fn read(text: &str) -> Result<(Notes, Origin), Unreadable> {
    let page: Page =
        serde_json::from_str(text).map_err(|err| Unreadable::NoNotes(err.to_string()))?;
    if page.dossier.version > VERSION {
        return Err(Unreadable::Newer);
    }
    let mut notes = Notes(BTreeMap::new());
    for it in page.items {
        let mut note = Note {
            modified: it.modified,
            created: it.created,
            ..Note::default()
        };
        for body in it.body {
            if body.purpose == "tagging" && body.value == STAR {
                note.starred = true;
            } else {
                // Words that another program wrote in several pieces.
                if !note.text.is_empty() {
                    note.text.push('\n');
                }
                note.text.push_str(&body.value);
            }
        }
        for selector in it.target.selector {
            if !selector.value.is_empty() {
                note.link = format!("#{}", selector.value);
            }
            note.quote.push_str(&selector.exact);
        }
        notes.merge(Notes(BTreeMap::from([(it.id, note)])));
    }
    Ok((notes, page.dossier))
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_no_file_of_notes_is_said_to_be_none() {
        for (text, expected, why) in [
            ("", Err("EOF while parsing a value"), "empty"),
            ("{\"items\": [{}]}", Err("missing field `id`"), "damaged"),
            (
                "{\"type\":\"AnnotationPage\"}",
                Err("missing field `items`"),
                "something else",
            ),
            (
                "{\"dossier\":{\"version\":2},\"items\":[]}",
                Err("later version"),
                "newer",
            ),
            ("{\"items\":[]}", Ok(0), "of another program"),
            (
                "{\"items\":[{\"id\":\"a\",\"target\":{\"selector\":[{\"exact\":\"x\"}]},\"body\":[{\"value\":\"y\"}]}]}",
                Ok(1),
                "the least that is one",
            ),
        ] {
            match (read(text), expected) {
                (Ok((notes, _)), Ok(n)) => assert_eq!(notes.0.len(), n, "{why}"),
                (Err(err), Err(words)) => assert!(err.words().contains(words), "{why}: {err:?}"),
                (found, _) => panic!("{why}: {found:?}"),
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            text in "(?s).{0,30}", quote in "(?s).{0,30}", link in "#/[a-z?=~%]{1,20}", starred: bool,
        ) {
            let note = Note { modified: "2".into(), created: "1".into(), starred, text, link, quote };
            let notes = Notes(BTreeMap::from([("urn:uuid:1".to_owned(), note)]));
            let origin = Origin { version: VERSION, collection: "Ferry".into(), sha256: "ab".into() };
            let file = write(&notes, &origin, "https://example.org/", Whole::Kept);
            prop_assert_eq!(read(&file), Ok((notes, origin)));
        }

        #[test]
        fn rubbish_is_read_without_panic(text in "[\\[\\]{}:,\"a-z0-9 ]{0,80}") {
            let _ = read(&text);
        }
    }
}
