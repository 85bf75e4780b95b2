//! The standard library for wasm32.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::run;

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target with rustup when the pinned compiler lacks it.
///
/// # Errors
///
/// rustup is missing, or it failed.
pub(crate) fn ensure(root: &Path) -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(root).args(["--print", "sysroot"]);
    if let Some(sysroot) = run::output(&mut rustc)
        && PathBuf::from(sysroot)
            .join("lib/rustlib")
            .join(TARGET)
            .is_dir()
    {
        return Ok(());
    }
    if run::on_path(&["rustup"]).is_none() {
        bail!(
            "the compiler has no target {TARGET} and there is no rustup to add it; install rustup \
             (https://rustup.rs), or the target by your system's packages"
        );
    }
    eprintln!("Adding the target {TARGET}.");
    run::run(
        Command::new("rustup")
            .current_dir(root)
            .args(["target", "add", TARGET]),
    )
}
