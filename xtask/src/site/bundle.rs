//! Trunk: running it, and reading back what it made.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use super::shell::Shell;
use crate::args::BuildOptions;
use crate::run;
use crate::tools::Builders;

/// What Trunk made, read back.
pub(super) struct Bundle {
    /// `index.html` without Trunk's links.
    pub(super) shell: Shell,
    /// All style sheets, in the order of their links.
    pub(super) styles: String,
    /// The style sheet of the plain pages: the tokens, and what is theirs.
    pub(super) plain: String,
    /// The module that loads the program.
    pub(super) glue: String,
    /// The program, documents included.
    pub(super) wasm: Vec<u8>,
}

/// Runs Trunk's release build into `staged`.
pub(super) fn run(
    root: &Path,
    options: &BuildOptions,
    builders: &Builders,
    staged: &Path,
) -> Result<()> {
    // Trunk itself never fetches anything; Cargo does it here, once.
    run::run(run::cargo(root).args(["fetch", "--quiet", "--locked"]))?;
    if staged.exists() {
        fs::remove_dir_all(staged).with_context(|| format!("cannot empty {}", staged.display()))?;
    }
    let mut trunk = Command::new("trunk");
    trunk
        .current_dir(root)
        .args([
            "build",
            "--release",
            "--locked",
            "--offline",
            "--skip-version-check",
        ])
        .args([
            "--filehash",
            "false",
            "--no-sri",
            "true",
            "--log",
            "error",
            "--dist",
        ])
        .arg(staged)
        .env("PATH", run::path_with(&builders.folders)?)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(root))
        // Trunk reads this variable as its own switch and refuses the value `1`.
        .env_remove("NO_COLOR");
    if let Some(seeds) = &options.seeds {
        let seeds = seeds
            .canonicalize()
            .ok()
            .filter(|it| it.is_dir())
            .with_context(|| format!("there is no folder {}", seeds.display()))?;
        trunk.env("DOSSIER_SEEDS", seeds);
    }
    if let Some(title) = &options.title {
        trunk.env("DOSSIER_TITLE", title);
    }
    run::run(&mut trunk)
}

/// The compiler flags: the user's own, those that keep this machine's paths out of the program, and the one that names
/// its functions fully.
fn flags(root: &Path) -> String {
    let mut flags: Vec<String> = match env::var("CARGO_ENCODED_RUSTFLAGS") {
        Ok(flags) => flags.split('\u{1f}').map(String::from).collect(),
        Err(_) => env::var("RUSTFLAGS")
            .unwrap_or_default()
            .split_whitespace()
            .map(String::from)
            .collect(),
    };
    let home = |name: &str, folder: &str| {
        env::var_os(name).map(PathBuf::from).or_else(|| {
            let home = env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
            Some(PathBuf::from(home).join(folder))
        })
    };
    // Of several that fit, rustc takes the last.
    let folders = [
        (home("RUSTUP_HOME", ".rustup"), "/rustup"),
        (home("CARGO_HOME", ".cargo"), "/cargo"),
        (Some(root.to_path_buf()), "/dossier"),
    ];
    for (from, to) in folders {
        if let Some(from) = from {
            flags.push(format!("--remap-path-prefix={}={to}", from.display()));
        }
    }
    // With the types that generic functions are made for: the program is split by these names.
    flags.push("-Csymbol-mangling-version=v0".into());
    flags.retain(|it| !it.is_empty());
    flags.join("\u{1f}")
}

/// Reads the parts of the page from Trunk's output.
pub(super) fn read(root: &Path, staged: &Path) -> Result<Bundle> {
    let file = root.join("index.html");
    let html =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let (shell, hrefs) = Shell::read(&html)?;
    ensure!(
        !staged.join("snippets").exists(),
        "a dependency brings scripts of its own, which the single file cannot hold"
    );
    let plain = [
        staged.join("tokens.css"),
        root.join("styles").join("plain.css"),
    ];
    Ok(Bundle {
        shell,
        styles: styles(staged, &hrefs)?,
        plain: plain
            .iter()
            .map(|it| read_text(it))
            .collect::<Result<_>>()?,
        glue: lean(&read_text(&staged.join("dossier.js"))?),
        wasm: fs::read(staged.join("dossier_bg.wasm")).context("Trunk wrote no program")?,
    })
}

/// The script without indentation and lines of comment; as it is where a text in it goes on over several lines.
fn lean(script: &str) -> String {
    let is_whole = |line: &str| line.matches('`').count().is_multiple_of(2);
    if !script.lines().all(is_whole) {
        return script.to_owned();
    }
    script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The style sheets, minified by Trunk, one after the other.
fn styles(staged: &Path, hrefs: &[String]) -> Result<String> {
    let mut names = BTreeMap::new();
    let mut styles = String::new();
    for href in hrefs {
        let name = Path::new(href)
            .file_name()
            .with_context(|| format!("{href} names no file"))?;
        if let Some(other) = names.insert(name, href) {
            bail!("{other} and {href} have one file name, which Trunk cannot tell apart");
        }
        let text = read_text(&staged.join(name))?;
        ensure!(
            !text.contains("@import"),
            "{href} imports another file; link that file in index.html instead"
        );
        styles.push_str(&text);
        styles.push('\n');
    }
    Ok(styles)
}

fn read_text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_made_lean_where_that_changes_nothing() {
        for (script, expected, why) in [
            (
                "a(\n    1, // one\n\n);\n",
                "a(\n1, // one\n);\n",
                "indentation and empty lines",
            ),
            ("// Why.\n  b(`x`);", "b(`x`);\n", "comments of their own"),
            (
                "c(`\n  x\n`);\n",
                "c(`\n  x\n`);\n",
                "a text over several lines stays",
            ),
        ] {
            assert_eq!(lean(script), expected, "{why}");
        }
    }
}
