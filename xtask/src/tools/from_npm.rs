//! Tools that npm brings: one folder per tool and version, kept between builds. A build goes on without them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::from_cargo::is_version;
use crate::{folders, run};

/// A program that comes from a package of npm.
pub(super) struct NpmTool<'a> {
    pub(super) program: &'a str,
    pub(super) package: &'a str,
    /// What the program answers to `--version`.
    pub(super) version: &'a str,
    /// What follows it in the package's version.
    pub(super) patch: &'a str,
    /// What it does for the page.
    pub(super) what: &'a str,
}

/// The program, installed when npm is there; `None`, said in a sentence, when it cannot be had.
pub(super) fn ensure(tool: &NpmTool) -> Option<PathBuf> {
    if let Some(found) = run::on_path(&[tool.program]).filter(|it| is_version(it, tool.version)) {
        return Some(found);
    }
    let home = folders::tools()
        .ok()?
        .join(format!("{}-{}", tool.package, tool.version));
    let script = if cfg!(windows) { ".cmd" } else { "" };
    let program = home
        .join("node_modules")
        .join(".bin")
        .join(format!("{}{script}", tool.program));
    if is_version(&program, tool.version) {
        return Some(program);
    }
    let package = format!("{}@{}{}", tool.package, tool.version, tool.patch);
    if let Err(why) = install(&package, &home) {
        eprintln!("Skipped: {} ({why}); the page works without.", tool.what);
    }
    is_version(&program, tool.version).then_some(program)
}

/// Installs `name@version` into a folder of its own.
///
/// # Errors
///
/// There is no npm, or it failed.
pub(super) fn install(package: &str, home: &Path) -> Result<()> {
    let npm = run::on_path(&["npm", "npm.cmd"]).context("needs Node, https://nodejs.org")?;
    eprintln!("Installing {package} into {}.", home.display());
    std::fs::create_dir_all(home)?;
    let mut install = Command::new(npm);
    install
        .args([
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--prefix",
        ])
        .arg(home)
        .arg(package);
    run::run(&mut install)
}
