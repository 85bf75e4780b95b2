//! The program, made smaller by `wasm-opt`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::run;

/// What rustc 1.95 emits and browsers read. `--all-features` would let the optimizer use what they refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Returns the optimized program; `folder` holds it in between.
pub(super) fn run(wasm_opt: &Path, wasm: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let before = folder.join("before.wasm");
    let after = folder.join("after.wasm");
    fs::write(&before, wasm).with_context(|| format!("cannot write {}", before.display()))?;
    let mut command = Command::new(wasm_opt);
    command
        .args(FEATURES)
        .args([
            "-Os",
            "--strip-debug",
            "--strip-producers",
            "--strip-target-features",
        ])
        .arg(&before)
        .arg("-o")
        .arg(&after);
    run::run(&mut command)?;
    fs::read(&after).with_context(|| format!("cannot read {}", after.display()))
}
