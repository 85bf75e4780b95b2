//! What the page says: no language lacks a message, has one too much, or gives it something else than English does, and
//! every message is used.

use std::path::Path;

use anyhow::{Context as _, Result};
use dossier_wording::compile;
use dossier_wording::table::OWN;

use super::Fault;
use super::files::TextFile;

/// Where the catalogues are.
const FOLDER: &str = "assets/locales";

/// What a language calls itself stands in the program's list of languages.
const NAME: &str = "language-name";

/// Finds what is wrong with the catalogues.
///
/// # Errors
///
/// They cannot be read, or are no Fluent.
pub(super) fn check(root: &Path, files: &[TextFile], faults: &mut Vec<Fault>) -> Result<()> {
    let sources =
        compile::sources(&root.join(FOLDER)).with_context(|| format!("cannot read {FOLDER}"))?;
    let compiled = compile::compile(&sources)?;
    let mut push = |tag: &str, id: &str, message: String| {
        let source = sources.iter().find(|it| it.tag == tag);
        let begins = |line: &str| line.strip_prefix(id).is_some_and(|it| it.starts_with(" ="));
        let line = source.and_then(|it| it.text.lines().position(begins));
        faults.push(Fault {
            path: format!("{FOLDER}/{tag}.ftl"),
            line: line.map_or(1, |it| it + 1),
            message,
        });
    };
    for finding in &compiled.findings {
        push(&finding.tag, &finding.id, finding.to_string());
    }
    for id in unused(&compiled.ids, files) {
        push(compile::ENGLISH, &id, format!("{id} is said nowhere"));
    }
    Ok(())
}

/// The messages that no file of the page says.
fn unused(ids: &[String], files: &[TextFile]) -> Vec<String> {
    let says = |id: &str| {
        let call = format!("say::{}", id.replace('-', "_"));
        let is_whole = |rest: &str| !rest.starts_with(|it: char| it.is_alphanumeric() || it == '_');
        let mut sources = files.iter().filter(|it| it.path.starts_with("src/"));
        sources.any(|it| it.text.split(&call).skip(1).any(is_whole))
    };
    let is_own = |id: &str| id == NAME || OWN.contains(&id);
    ids.iter()
        .filter(|it| !is_own(it) && !says(it))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_nobody_says_is_found() {
        let file = TextFile {
            path: "src/app.rs".into(),
            text: "{ say::skip() } [say::n_dates, say::more_dates]".into(),
        };
        let ids = ["skip", "n-dates", "more", "language-name", "about"].map(String::from);
        assert_eq!(unused(&ids, &[file]), ["more", "about"]);
    }
}
