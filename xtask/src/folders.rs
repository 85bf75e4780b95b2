//! Where things lie: the workspace, its build folder, the tools' folder.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The root of the workspace.
pub(crate) fn root() -> Result<PathBuf> {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own)
        .parent()
        .map(Path::to_path_buf)
        .context("xtask has no folder above it; run it as `cargo xtask`")
}

/// Cargo's build folder.
pub(crate) fn target() -> Result<PathBuf> {
    let root = root()?;
    Ok(env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |it| root.join(it)))
}

/// Where installed tools are kept between builds and between clones.
pub(crate) fn tools() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("DOSSIER_TOOLS") {
        return std::path::absolute(PathBuf::from(folder)).context("DOSSIER_TOOLS is no path");
    }
    let cache = if cfg!(windows) {
        env::var_os("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        env::var_os("HOME").map(|home| PathBuf::from(home).join("Library/Caches"))
    } else {
        env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .filter(|it| it.is_absolute())
            .or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")))
    };
    let cache =
        cache.context("no home folder known; set DOSSIER_TOOLS to a folder for the tools")?;
    Ok(cache.join("dossier").join("tools"))
}
