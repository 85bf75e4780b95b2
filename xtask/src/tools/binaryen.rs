//! `wasm-opt` of the pinned Binaryen, through npm: distributions carry ones too old for what rustc emits.

use std::path::PathBuf;
use std::process::Command;

use super::from_cargo::is_version;
use crate::{folders, run};

/// Binaryen's version: its number of release.
const VERSION: &str = "132";

/// The optimizer, installed when npm is there; `None`, said in a sentence, when it cannot be had.
pub(crate) fn ensure() -> Option<PathBuf> {
    if let Some(found) = run::on_path(&["wasm-opt"]).filter(|it| is_version(it, VERSION)) {
        return Some(found);
    }
    let home = folders::tools().ok()?.join(format!("binaryen-{VERSION}"));
    let name = if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    };
    let program = home.join("node_modules").join(".bin").join(name);
    if is_version(&program, VERSION) {
        return Some(program);
    }
    let Some(npm) = run::on_path(&["npm", "npm.cmd"]) else {
        eprintln!(
            "Skipped: making the program a quarter smaller needs wasm-opt {VERSION}, which needs Node \
             (https://nodejs.org); the page works without."
        );
        return None;
    };
    eprintln!("Installing binaryen {VERSION} into {}.", home.display());
    let mut install = Command::new(npm);
    install
        .args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(&home)
        .arg(format!("binaryen@{VERSION}.0.0"));
    if let Err(err) = std::fs::create_dir_all(&home)
        .map_err(anyhow::Error::from)
        .and_then(|()| run::run(&mut install))
    {
        eprintln!(
            "Skipped: making the program a quarter smaller ({err:#}); the page works without."
        );
        return None;
    }
    is_version(&program, VERSION).then_some(program)
}
