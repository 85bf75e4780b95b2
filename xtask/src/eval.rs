//! `eval`: measures the engine against a file of gold, and can write the tables into the documentation.
//!
//! The gold stays where it is; only figures get into `docs/quality.md`, between two marks that name the file:
//! `<!-- eval NAME -->` and `<!-- /eval -->`.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};

use crate::args::EvalOptions;
use crate::{bake, folders};

/// Where the tables go.
const PAGE: &str = "docs/quality.md";

/// Prints the tables for a gold file, or writes them into the documentation.
pub(crate) fn run(options: &EvalOptions) -> Result<()> {
    let mut engine = bake::engine("eval")?;
    engine
        .arg("--gold")
        .arg(&options.gold)
        .stderr(Stdio::inherit());
    let output = engine.output().context("cannot start the engine")?;
    if !output.status.success() {
        bail!("{} could not be measured", options.gold.display());
    }
    let tables = String::from_utf8(output.stdout).context("the tables are no text")?;
    if !options.writes {
        print!("{tables}");
        return Ok(());
    }
    let path = folders::root()?.join(PAGE);
    let page = fs::read_to_string(&path).with_context(|| format!("cannot read {PAGE}"))?;
    let name = options
        .gold
        .file_name()
        .map(|it| Path::new(it).display().to_string())
        .unwrap_or_default();
    let page = placed(&page, &name, &tables).with_context(|| {
        format!("{PAGE} has no place for it: <!-- eval {name} --> … <!-- /eval -->")
    })?;
    fs::write(&path, page).with_context(|| format!("cannot write {PAGE}"))?;
    println!("The tables for {name} are in {PAGE}");
    Ok(())
}

/// The page with the tables between the marks of that name; `None` when it has no such marks.
fn placed(page: &str, name: &str, tables: &str) -> Option<String> {
    let open = format!("<!-- eval {name} -->\n");
    let (head, rest) = page.split_once(&open)?;
    let (_, tail) = rest.split_once("<!-- /eval -->")?;
    Some(format!(
        "{head}{open}\n{}\n\n<!-- /eval -->{tail}",
        tables.trim()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_stand_between_their_marks() {
        let page = "a\n<!-- eval x.jsonl -->\nold\n<!-- /eval -->\nb\n";
        let expected = "a\n<!-- eval x.jsonl -->\n\nnew\n\n<!-- /eval -->\nb\n";
        assert_eq!(placed(page, "x.jsonl", "new\n").as_deref(), Some(expected));
        assert_eq!(
            placed(expected, "x.jsonl", "new\n").as_deref(),
            Some(expected)
        );
        assert_eq!(placed(page, "y.jsonl", "new"), None);
    }
}
