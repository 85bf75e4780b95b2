//! The page for a folder of documents.
//!
//! ```text
//! seeds + app → cargo, wasm-bindgen → glue, wasm → split, wasm-opt ┐
//! styles, scripts → esbuild ───────────────────────────────────────┤
//! seeds → prerender → first screen, plain pages, data ─────────────┴→ index.html + files named by content + dossier.html
//! ```
//!
//! # Invariants
//!
//! - Only relative URLs, no `<base>`: the page works below any path.
//! - Every script and style is covered by the content policy; the single file may connect to nothing.
//! - A page in which a forbidden word was found is not written.
//! - Files in the output folder that are not the page's own stay as they are.
//! - The program holds no path of the machine that built it.

mod bundle;
mod drawn;
mod hosted;
mod languages;
pub(crate) mod later;
mod minify;
mod names;
mod optimize;
mod output;
mod policy;
mod scripts;
mod shell;
mod single;
mod split;
pub(crate) mod traced;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use self::drawn::Drawn;
use self::languages::Language;
use self::later::Pages;
use self::minify::Minifier;
use self::output::OutFile;
use crate::args::BuildOptions;
use crate::{folders, tools};

/// What a page is made of.
struct Parts {
    /// `index.html` without the links for Trunk.
    shell: shell::Shell,
    /// All style sheets, in the order of their links.
    styles: String,
    /// The module that loads the program.
    glue: String,
    /// The program, documents included.
    wasm: Vec<u8>,
    /// The same in two parts.
    split: split::Split,
    /// The style sheet of the plain pages.
    plain: String,
    /// The icon, drawn and in two sizes of dots.
    icons: Vec<OutFile>,
    /// The languages beside English.
    languages: Vec<Language>,
    /// What is shown without the program.
    drawn: Drawn,
    minifier: Minifier,
}

impl Parts {
    /// The styles of the page with the publisher's accent.
    fn all_styles(&self) -> String {
        format!("{}{}", self.styles, accent(&self.drawn.accent))
    }

    fn plain_style(&self) -> OutFile {
        hosted::named("plain", "css", self.plain.clone().into_bytes())
    }
}

fn accent(color: &str) -> String {
    if color.is_empty() {
        return String::new();
    }
    format!(":root{{--color-accent:{color}}}\n")
}

/// A style sheet as it stands inside a page.
///
/// # Errors
///
/// It holds a text that would end its element.
fn inline(style: &str) -> Result<String> {
    ensure!(
        !style.contains("</"),
        "a style sheet holds `</`, which would end its element"
    );
    Ok(format!("\n{style}"))
}

/// Builds the page and returns the folder that it is in.
///
/// # Errors
///
/// A tool is missing, the seeds folder does not exist, the build failed, or the output cannot be written.
pub(crate) fn build(options: &BuildOptions) -> Result<PathBuf> {
    let root = folders::root()?;
    let out = match &options.out {
        Some(out) => std::path::absolute(out).context("--out is no path")?,
        None => root.join("dist"),
    };
    build_into(&root, options, &out, |wasm, pages| {
        split::split(wasm, later::is_later(pages))
    })?;
    Ok(out)
}

/// What is found of some words in a built page, packed or not; nothing when none is there.
///
/// # Errors
///
/// The page cannot be searched.
pub(crate) fn leaks(words: &[&str], page: &Path) -> Result<Option<String>> {
    drawn::found(&folders::root()?, words, page)
}

/// Builds a page whose program tells which functions run, into `options.out`, and returns the program as it was before.
///
/// # Errors
///
/// As [`build`].
pub(crate) fn build_traced(options: &BuildOptions) -> Result<Vec<u8>> {
    let root = folders::root()?;
    let out = options.out.clone().context("say where")?;
    build_into(&root, options, &out, |wasm, _| traced::split(wasm))
}

/// Returns the program, neither split nor optimized.
fn build_into(
    root: &Path,
    options: &BuildOptions,
    out: &Path,
    split: impl FnOnce(&[u8], Pages) -> Result<split::Split>,
) -> Result<Vec<u8>> {
    let builders = tools::builders(root)?;
    let staged = folders::target()?.join("site");
    bundle::run(root, options, &builders, &staged)?;
    let minifier = Minifier {
        esbuild: builders.esbuild.clone(),
    };
    let bundle = bundle::read(root, &minifier, &staged)?;
    let optimized = |wasm: &[u8]| match &builders.wasm_opt {
        Some(wasm_opt) => optimize::run(wasm_opt, wasm, &staged),
        None => Ok(wasm.to_vec()),
    };
    let folder = staged.join("drawn");
    let plain = hosted::named("plain", "css", bundle.plain.clone().into_bytes());
    let drawn = drawn::run(root, options, &plain.name, &folder)?;
    let split = split(&bundle.wasm, Pages::of(drawn.n_documents))?;
    let parts = Parts {
        shell: bundle.shell,
        styles: bundle.styles,
        glue: bundle.glue,
        wasm: optimized(&bundle.wasm)?,
        split: split::Split {
            first: optimized(&split.first)?,
            rest: optimized(&split.rest)?,
            ..split
        },
        plain: bundle.plain,
        icons: icons(root)?,
        languages: languages::read(root)?,
        drawn,
        minifier,
    };
    let files = hosted::files(&parts, single::file(&parts)?)?;
    if parts.drawn.forbids {
        let unchecked = staged.join("unchecked");
        output::write(&unchecked, &files)?;
        drawn::check(root, &folder, &unchecked)?;
    }
    output::write(out, &files)?;
    Ok(bundle.wasm)
}

fn icons(root: &Path) -> Result<Vec<OutFile>> {
    ["icon.svg", "icon-192.png", "icon-512.png"]
        .into_iter()
        .map(|name| {
            let file = root.join("assets").join(name);
            let bytes =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            Ok(OutFile {
                name: name.to_owned(),
                bytes,
            })
        })
        .collect()
}
