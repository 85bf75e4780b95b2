//! The tools that commands need: pinned, found on the PATH or in a cache, installed once otherwise.
//!
//! Nothing here asks a question or raises its rights. A tool that cannot be had is an error that names the
//! command to type, except those of npm, without which a build goes on.

pub(crate) mod actionlint;
mod apt;
pub(crate) mod browser;
mod from_cargo;
mod from_npm;
pub(crate) mod lock;
mod wasm_target;

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};

use anyhow::Result;

use self::browser::Browser;
use self::from_cargo::CargoTool;
use self::from_npm::NpmTool;
use crate::run;

/// The fuzzer's version.
const CARGO_FUZZ: &str = "0.13.2";

/// The version of Firefox's driver.
const GECKODRIVER: &str = "0.37.0";

/// The optimizer's version: distributions carry ones too old for what rustc emits.
const BINARYEN: &str = "132";

/// The version of what makes scripts and styles smaller.
const ESBUILD: &str = "0.28.2";

/// What building the page takes.
pub(crate) struct Builders {
    /// What makes the glue between the program and the browser.
    pub(crate) wasm_bindgen: PathBuf,
    /// The optimizer; `None` when there is no Node to install it with.
    pub(crate) wasm_opt: Option<PathBuf>,
    /// What makes scripts and styles smaller; as above.
    pub(crate) esbuild: Option<PathBuf>,
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
        wasm_bindgen: wasm_bindgen(root)?.join(format!("wasm-bindgen{EXE_SUFFIX}")),
        wasm_opt: from_npm::ensure(&NpmTool {
            program: "wasm-opt",
            package: "binaryen",
            version: BINARYEN,
            patch: ".0.0",
            what: "making the program a quarter smaller",
        }),
        esbuild: from_npm::ensure(&NpmTool {
            program: "esbuild",
            package: "esbuild",
            version: ESBUILD,
            patch: "",
            what: "making scripts and styles a third smaller",
        }),
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
