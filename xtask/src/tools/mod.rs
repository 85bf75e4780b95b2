//! The tools that commands need: pinned, found on the PATH or in a cache, installed once otherwise.
//!
//! Nothing here asks a question or raises its rights. A tool that cannot be had is an error that names the
//! command to type, except `wasm-opt`, without which a build goes on.

pub(crate) mod actionlint;
mod apt;
mod binaryen;
pub(crate) mod browser;
mod from_cargo;
pub(crate) mod lock;
mod wasm_target;

use std::path::{Path, PathBuf};

use anyhow::Result;

use self::browser::Browser;
use self::from_cargo::CargoTool;
use crate::run;

/// Trunk's version. Later ones want a newer compiler than `rust-toolchain.toml` pins.
const TRUNK: &str = "0.21.14";

/// The fuzzer's version.
const CARGO_FUZZ: &str = "0.13.2";

/// The version of Firefox's driver.
const GECKODRIVER: &str = "0.37.0";

/// What building the page takes.
pub(crate) struct Builders {
    /// Folders to put before the PATH: Trunk and wasm-bindgen.
    pub(crate) folders: Vec<PathBuf>,
    /// The optimizer; `None` when there is no Node to install it with.
    pub(crate) wasm_opt: Option<PathBuf>,
}

/// Finds or installs what the tests take beside the builders: the browser, and Node where that is simple.
///
/// # Errors
///
/// There is no browser or no driver, and they cannot be installed without asking.
pub(crate) fn testers() -> Result<Browser> {
    if run::on_path(&["npm", "npm.cmd"]).is_none() && apt::works() {
        apt::install(&["nodejs", "npm"])?;
    }
    browser::ensure()
}

/// Finds or installs what building the page takes. Quick when all of it is there.
///
/// # Errors
///
/// A tool is missing and cannot be installed.
pub(crate) fn builders(root: &Path) -> Result<Builders> {
    wasm_target::ensure(root)?;
    Ok(Builders {
        folders: vec![trunk()?, wasm_bindgen(root)?],
        wasm_opt: binaryen::ensure(),
    })
}

/// The folder of Trunk.
fn trunk() -> Result<PathBuf> {
    from_cargo::ensure(&CargoTool {
        program: "trunk",
        package: "trunk",
        version: TRUNK,
        minutes: 8,
    })
}

/// The folder of `cargo-fuzz`.
///
/// # Errors
///
/// It is missing and cannot be installed.
pub(crate) fn fuzzer() -> Result<PathBuf> {
    from_cargo::ensure(&CargoTool {
        program: "cargo-fuzz",
        package: "cargo-fuzz",
        version: CARGO_FUZZ,
        minutes: 1,
    })
}

/// The folder of `geckodriver`.
fn geckodriver() -> Result<PathBuf> {
    from_cargo::ensure(&CargoTool {
        program: "geckodriver",
        package: "geckodriver",
        version: GECKODRIVER,
        minutes: 3,
    })
}

/// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`, in the version of the locked crate.
pub(crate) fn wasm_bindgen(root: &Path) -> Result<PathBuf> {
    let version = lock::version_of(root, "wasm-bindgen")?;
    from_cargo::ensure(&CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &version,
        minutes: 3,
    })
}
