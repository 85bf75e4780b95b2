//! A version that has to stand in two places is the same in both.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::Fault;
use crate::tools::lock;

/// Compares the wasm-bindgen that Trunk is told with the locked one.
pub(super) fn check(root: &Path, faults: &mut Vec<Fault>) -> Result<()> {
    let file = root.join("Trunk.toml");
    let trunk =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let locked = lock::version_of(root, "wasm-bindgen")?;
    let told = trunk.lines().enumerate().find_map(|(idx, line)| {
        Some((idx, line.strip_prefix("wasm_bindgen = ")?.trim_matches('"')))
    });
    if told.is_none_or(|(_, version)| version != locked) {
        faults.push(Fault {
            path: "Trunk.toml".into(),
            line: told.map_or(1, |(idx, _)| idx + 1),
            message: format!("must say wasm_bindgen = \"{locked}\", as Cargo.lock does"),
        });
    }
    Ok(())
}
