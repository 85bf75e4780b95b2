//! The same input gives the same bytes, wherever it lies: a second build, of a copy in another folder, compared.
//!
//! In: the page as it was built. Out: nothing, or the names of the files that differ. The copy and what is compiled for
//! it stay under the build folder, so that the next time takes moments.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail};

use crate::{folders, run};

/// The copy's folder: another length, a space, another script, as nothing may depend on it.
const COPY: &str = "a copy/другое место";

/// Builds the copy's page and compares it with the one in `page`.
///
/// # Errors
///
/// The copy cannot be made or built, or a file of its page differs.
pub(crate) fn check(page: &Path) -> Result<()> {
    let root = folders::root()?;
    let home = folders::target()?.join("again");
    let copy = home.join(COPY);
    let out = home.join("page");
    copy_tracked(&root, &copy)?;
    // This program was compiled from the same files; told another place, it builds there.
    run::run(
        Command::new(env::current_exe()?)
            .args(["build", "--out"])
            .arg(&out)
            .env("CARGO_MANIFEST_DIR", copy.join("xtask"))
            .env("CARGO_TARGET_DIR", home.join("build")),
    )?;
    let sums = |folder: &Path| {
        let file = folder.join("SHA256SUMS");
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let (here, there) = (sums(page)?, sums(&out)?);
    let differ: Vec<&str> = here
        .lines()
        .filter(|line| !there.lines().any(|it| it == *line))
        .collect();
    if !differ.is_empty() || here.lines().count() != there.lines().count() {
        bail!(
            "built in another folder these are other bytes:\n{}",
            differ.join("\n")
        );
    }
    println!("      {} files, the same bytes", here.lines().count());
    Ok(())
}

/// Makes `copy` hold the files that Git knows, as they are now; what is already right keeps its time.
fn copy_tracked(root: &Path, copy: &Path) -> Result<()> {
    let list = run::output(
        Command::new("git")
            .args(["ls-files", "-z"])
            .current_dir(root),
    )
    .context("Git does not tell which files belong to the project")?;
    // A file that is gone must not be built again.
    let kept = copy.join(".files");
    let before = fs::read_to_string(&kept).unwrap_or_default();
    for gone in before
        .split('\0')
        .filter(|it| !list.split('\0').any(|new| new == *it))
    {
        let _ = fs::remove_file(copy.join(gone));
    }
    for name in list.split('\0').filter(|it| !it.is_empty()) {
        let (from, to) = (root.join(name), copy.join(name));
        let Ok(bytes) = fs::read(&from) else {
            continue;
        };
        if fs::read(&to).is_ok_and(|it| it == bytes) {
            continue;
        }
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&to, bytes).with_context(|| format!("cannot write {}", to.display()))?;
    }
    fs::write(&kept, list)?;
    Ok(())
}
