//! `bake`: hands the arguments to the engine, compiled for speed.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;

use crate::{folders, run};

/// Runs the engine's `bake` in the caller's folder.
pub(crate) fn run(arguments: &[OsString]) -> Result<()> {
    run::run(engine("bake")?.args(arguments))
}

/// The engine, compiled for speed, with one of its commands, in the caller's folder.
pub(crate) fn engine(command: &str) -> Result<Command> {
    let root = folders::root()?;
    let is_there = folders::target()?
        .join("tool")
        .join(format!("dossier-cli{}", env::consts::EXE_SUFFIX))
        .is_file();
    let mut engine = run::cargo(&root);
    engine.arg("run");
    if is_there {
        engine.arg("--quiet");
    } else {
        eprintln!("Compiling the engine for speed: a minute or two, once.");
    }
    engine
        .args(["--locked", "--profile", "tool", "--manifest-path"])
        .arg(root.join("Cargo.toml"))
        .args(["--package", "dossier-cli", "--", command])
        .current_dir(env::current_dir()?);
    Ok(engine)
}
