//! `fuzz`: tries out hostile input with the targets in `fuzz/`.
//!
//! No sanitizer, since there is no unsafe code to watch: so the pinned toolchain does.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::args::FuzzOptions;
use crate::tools::fuzzer;
use crate::{folders, run};

/// Runs one target, or all one after the other; the first failure ends it.
///
/// # Errors
///
/// The fuzzer cannot be installed, there is no such target, or an input was found that breaks it.
pub(crate) fn run(options: &FuzzOptions) -> Result<()> {
    let root = folders::root()?;
    let targets = targets(&root)?;
    let chosen: Vec<&String> = targets
        .iter()
        .filter(|it| options.target.as_ref().is_none_or(|wanted| wanted == *it))
        .collect();
    if chosen.is_empty() {
        bail!(
            "there is no such target; the targets are {}",
            targets.join(", ")
        );
    }
    let path = run::path_with(&[fuzzer()?])?;
    for target in chosen {
        println!("\n{target}: {} seconds", options.seconds);
        let seconds = options.seconds;
        run::run(
            run::cargo(&root)
                .args(["fuzz", "run", "--sanitizer", "none", target, "--"])
                .args([format!("-max_total_time={seconds}"), "-timeout=10".into()])
                .args(["-print_final_stats=1", "-verbosity=0"])
                .env("PATH", &path),
        )
        .with_context(|| format!("`{target}` broke; the input is in fuzz/artifacts/{target}"))?;
    }
    Ok(())
}

/// The names of all targets.
fn targets(root: &Path) -> Result<Vec<String>> {
    let folder = root.join("fuzz").join("fuzz_targets");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|it| Some(it.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}
