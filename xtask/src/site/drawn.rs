//! What the page shows without its program: drawn by `dossier-prerender`, compiled natively, and read back.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::output::OutFile;
use crate::args::BuildOptions;
use crate::{folders, run};

/// What was drawn.
pub(super) struct Drawn {
    /// Title, description, whether it may be indexed.
    pub(super) head: String,
    /// What only the hosted page says of itself.
    pub(super) meta: String,
    /// The first screen.
    pub(super) screen: String,
    /// The plain text of all documents; empty where that is long.
    pub(super) whole: String,
    /// The title, as HTML.
    pub(super) title: String,
    /// Accent colour; may be empty.
    pub(super) accent: String,
    /// The site's address; may be empty.
    pub(super) home: String,
    /// What is published as it is.
    pub(super) files: Vec<OutFile>,
    /// How many documents there are.
    pub(super) n_documents: usize,
    /// Whether words are forbidden.
    pub(super) forbids: bool,
}

/// The file of forbidden words in the folder that was drawn into.
const FORBIDDEN: &str = "forbid.txt";

/// Draws into `folder`; `style` is the name of the plain pages' style sheet.
pub(super) fn run(
    root: &Path,
    options: &BuildOptions,
    style: &str,
    folder: &Path,
) -> Result<Drawn> {
    let mut draw = command(root, "draw")?;
    let seeds = match &options.seeds {
        Some(seeds) => std::path::absolute(seeds).context("--seeds is no path")?,
        None => root.join("seeds"),
    };
    draw.arg("--seeds").arg(seeds);
    draw.args(["--style", style]).arg("--out").arg(folder);
    if let Some(title) = &options.title {
        draw.arg("--title").arg(title);
    }
    if let Some(url) = &options.url {
        draw.arg("--url").arg(url);
    }
    run::run(&mut draw)?;
    let text = |name: &str| {
        let file = folder.join(name);
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let mut files = Vec::new();
    collect(&folder.join("files"), "", &mut files)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Drawn {
        head: text("head.html")?,
        meta: text("meta.html")?,
        screen: text("screen.html")?,
        whole: text("whole.html")?,
        title: text("title.txt")?,
        accent: text("accent.txt")?,
        home: text("home.txt")?,
        files,
        n_documents: text("documents.txt")?.parse()?,
        forbids: !text(FORBIDDEN)?.is_empty(),
    })
}

/// Fails when a forbidden word is anywhere in the site; `folder` is what was drawn into.
pub(super) fn check(root: &Path, folder: &Path, site: &Path) -> Result<()> {
    run::run(
        command(root, "check")?
            .arg(folder.join(FORBIDDEN))
            .arg(site),
    )
}

/// What is found of some words in a site; nothing when none is there.
pub(super) fn found(root: &Path, words: &[&str], site: &Path) -> Result<Option<String>> {
    let list = folders::target()?.join(FORBIDDEN);
    fs::write(&list, words.join("\n"))
        .with_context(|| format!("cannot write {}", list.display()))?;
    let said = command(root, "check")?.arg(list).arg(site).output()?;
    Ok((!said.status.success()).then(|| String::from_utf8_lossy(&said.stderr).into_owned()))
}

fn command(root: &Path, name: &str) -> Result<std::process::Command> {
    let target = folders::target()?;
    // The program itself shows no seeds: with these it is the same for all folders, and compiled once.
    let none = target.join("no-seeds");
    fs::create_dir_all(&none).with_context(|| format!("cannot make {}", none.display()))?;
    let program = format!("dossier-prerender{}", env::consts::EXE_SUFFIX);
    let mut command = run::cargo(root);
    command.arg("run").env("DOSSIER_SEEDS", none);
    command.env_remove("DOSSIER_TITLE");
    if target.join("tool").join(program).is_file() {
        command.arg("--quiet");
    }
    command.args(["--locked", "--profile", "tool"]).args([
        "--package",
        "dossier-prerender",
        "--",
        name,
    ]);
    Ok(command)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<OutFile>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().context("a file name is no Unicode")?;
        let name = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(entry.path())?;
            files.push(OutFile { name, bytes });
        }
    }
    Ok(())
}
