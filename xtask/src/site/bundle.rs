//! The program compiled, its glue, and the styles.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::minify::Minifier;
use super::shell::Shell;
use super::{minify, names};
use crate::args::BuildOptions;
use crate::tools::Builders;
use crate::{folders, run};

/// From so many bytes of texts on the program is made for speed, below for size: there it is fast all the same.
const MANY: u64 = 1_000_000;

/// The program, and what it is compiled for.
const PROGRAM: &str = "dossier";
const TARGET: &str = "wasm32-unknown-unknown";

/// The style sheets of the plain pages.
const PLAIN: [&str; 2] = ["styles/tokens.css", "styles/plain.css"];

/// What a page is built from.
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

/// Compiles the program and makes its glue, both into `staged`.
pub(super) fn run(
    root: &Path,
    options: &BuildOptions,
    builders: &Builders,
    staged: &Path,
) -> Result<()> {
    if staged.exists() {
        fs::remove_dir_all(staged).with_context(|| format!("cannot empty {}", staged.display()))?;
    }
    let seeds = match &options.seeds {
        None => root.join("seeds"),
        Some(seeds) => seeds
            .canonicalize()
            .ok()
            .filter(|it| it.is_dir())
            .with_context(|| format!("there is no folder {}", seeds.display()))?,
    };
    let profile = if bytes_in(&seeds)? < MANY {
        "small"
    } else {
        "release"
    };
    let mut build = run::cargo(root);
    build
        .args([
            "build",
            "--locked",
            "--package",
            "dossier",
            "--bin",
            PROGRAM,
        ])
        .args(["--target", TARGET, "--profile", profile])
        .env("CARGO_ENCODED_RUSTFLAGS", flags(root));
    if options.seeds.is_some() {
        build.env("DOSSIER_SEEDS", &seeds);
    }
    if let Some(title) = &options.title {
        build.env("DOSSIER_TITLE", title);
    }
    run::run(&mut build)?;
    let program = folders::target()?
        .join(TARGET)
        .join(profile)
        .join(format!("{PROGRAM}.wasm"));
    run::run(
        Command::new(&builders.wasm_bindgen)
            .args(["--target", "web", "--no-typescript", "--out-name", PROGRAM])
            .arg("--out-dir")
            .arg(staged)
            .arg(program),
    )
}

/// Bytes of all files in a folder and below.
fn bytes_in(folder: &Path) -> Result<u64> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut bytes = 0;
    for entry in entries {
        let entry = entry?;
        bytes += match entry.file_type()? {
            it if it.is_dir() => bytes_in(&entry.path())?,
            it if it.is_file() => entry.metadata()?.len(),
            _ => 0,
        };
    }
    Ok(bytes)
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

/// Reads the parts of the page, of which [`run()`] made some.
pub(super) fn read(root: &Path, minifier: &Minifier, staged: &Path) -> Result<Bundle> {
    let (shell, hrefs) = Shell::read(&read_text(&root.join("index.html"))?)?;
    ensure!(
        !staged.join("snippets").exists(),
        "a dependency brings scripts of its own, which the single file cannot hold"
    );
    let file = staged.join(format!("{PROGRAM}_bg.wasm"));
    let wasm = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let glue = minify::lean(&read_text(&staged.join(format!("{PROGRAM}.js")))?);
    let (wasm, glue) = names::shorten(&wasm, &glue)?;
    Ok(Bundle {
        shell,
        styles: minifier.style(&styles(root, &hrefs)?)?,
        plain: minifier.style(&styles(root, &PLAIN)?)?,
        glue,
        wasm,
    })
}

/// The style sheets, one after the other.
fn styles(root: &Path, hrefs: &[impl AsRef<str>]) -> Result<String> {
    let mut styles = String::new();
    for href in hrefs.iter().map(AsRef::as_ref) {
        let text = read_text(&root.join(href))?;
        ensure!(
            !text.contains("@import"),
            "{href} imports another file; link that file in index.html instead"
        );
        styles.push_str(&text);
    }
    Ok(styles)
}

fn read_text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
