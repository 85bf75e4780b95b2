//! `eval`: measures the engine against a file of gold, and can write the tables into the documentation.
//!
//! The gold stays where it is; only figures get into `docs/quality.md`, between two marks that name the file:
//! `<!-- eval NAME -->` and `<!-- /eval -->`. Where several files have one name, that of their folder stands before it.

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
    let name = last(&options.gold, 1);
    let in_folder = placed(&page, &last(&options.gold, 2), &tables);
    let page = in_folder
        .or_else(|| placed(&page, &name, &tables))
        .with_context(|| {
            format!("{PAGE} has no place for it: <!-- eval {name} --> … <!-- /eval -->")
        })?;
    fs::write(&path, page).with_context(|| format!("cannot write {PAGE}"))?;
    println!("The tables for {name} are in {PAGE}");
    Ok(())
}

/// The last `n` parts of a path.
fn last(path: &Path, n: usize) -> String {
    let parts: Vec<_> = path
        .iter()
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    parts
        .get(parts.len().saturating_sub(n)..)
        .unwrap_or_default()
        .join("/")
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
        assert_eq!(last(Path::new("/a/b/x.jsonl"), 2), "b/x.jsonl");
        assert_eq!(last(Path::new("x.jsonl"), 2), "x.jsonl");
    }
}
