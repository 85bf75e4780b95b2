//! The page for a folder of documents: Trunk's output, finished.
//!
//! ```text
//! seeds + app → Trunk → glue, wasm, styles → wasm-opt → index.html + files named by content + dossier.html
//! ```
//!
//! # Invariants
//!
//! - Only relative URLs, no `<base>`: the page works below any path.
//! - Every script and style is covered by the content policy; the single file may connect to nothing.
//! - Files in the output folder that are not the page's own stay as they are.
//! - The program holds no path of the machine that built it.

mod bundle;
mod hosted;
mod optimize;
mod output;
mod policy;
mod shell;
mod single;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::args::BuildOptions;
use crate::{folders, tools};

/// What Trunk made, read back.
pub(crate) struct Parts {
    /// `index.html` without Trunk's links.
    shell: shell::Shell,
    /// All style sheets, in the order of their links.
    styles: String,
    /// The module that loads the program.
    glue: String,
    /// The program, documents included.
    wasm: Vec<u8>,
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
    build_into(&root, options, &out)?;
    Ok(out)
}

fn build_into(root: &Path, options: &BuildOptions, out: &Path) -> Result<()> {
    let builders = tools::builders(root)?;
    let staged = folders::target()?.join("site");
    bundle::run(root, options, &builders, &staged)?;
    let mut parts = bundle::read(root, options.title.as_deref(), &staged)?;
    if let Some(wasm_opt) = &builders.wasm_opt {
        parts.wasm = optimize::run(wasm_opt, &parts.wasm, &staged)?;
    }
    let mut files = hosted::files(&parts);
    files.push(single::file(&parts)?);
    output::write(out, &files)
}
