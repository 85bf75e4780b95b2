//! The tables of the languages that the page speaks beside English: as files of the hosted page, loaded when one is in
//! use, and as sections of the single file, which may load nothing.
//!
//! They are compiled from the same catalogues as the program, so they fit it and no other.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use dossier_wording::compile::{self, ENGLISH};
use dossier_wording::table::PSEUDO;

use super::hosted::named;
use super::output::OutFile;

/// A language with its table.
pub(super) struct Language {
    /// Its tag.
    pub(super) tag: String,
    /// Its table.
    table: String,
}

/// The languages beside English, by their tags; the made-up one last.
pub(super) fn read(root: &Path) -> Result<Vec<Language>> {
    let folder = root.join("assets").join("locales");
    let sources =
        compile::sources(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let compiled = compile::compile(&sources)?;
    let others = compiled
        .languages
        .into_iter()
        .filter(|it| it.tag != ENGLISH);
    others
        .map(|it| {
            ensure!(!it.table.contains('<'), "{}.ftl holds a `<`", it.tag);
            Ok(Language {
                tag: it.tag,
                table: it.table,
            })
        })
        .collect()
}

impl Language {
    /// Its file, named by its content.
    pub(super) fn file(&self) -> OutFile {
        named(
            &format!("words-{}", self.tag),
            "txt",
            self.table.clone().into_bytes(),
        )
    }

    /// What tells the hosted page of the file.
    pub(super) fn link(&self) -> String {
        let (place, file) = (self.place(), self.file().name);
        format!("<meta id=\"{place}\" name=\"words\" content=\"./{file}\">\n")
    }

    /// Where a page keeps its table, or tells of it.
    pub(super) fn place(&self) -> String {
        format!("words-{}", self.tag)
    }

    /// Its table.
    pub(super) fn table(&self) -> &str {
        &self.table
    }

    /// Whether it is made up, for tests.
    pub(super) fn is_pseudo(&self) -> bool {
        self.tag == PSEUDO
    }
}
