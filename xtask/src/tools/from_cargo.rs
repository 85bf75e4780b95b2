//! Tools that `cargo install` builds: one folder per tool and version, kept between builds.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{folders, run};

/// A program that comes from a package of the registry.
pub(crate) struct CargoTool<'a> {
    pub(crate) program: &'a str,
    pub(crate) package: &'a str,
    pub(crate) version: &'a str,
    /// How long two cores need to build it, in minutes: said before the wait.
    pub(crate) minutes: u32,
}

/// The folder that holds the program, which is installed when it is neither on the PATH nor in the cache.
///
/// # Errors
///
/// The installation failed; the error gives the command to repeat.
pub(crate) fn ensure(tool: &CargoTool) -> Result<PathBuf> {
    if let Some(found) = run::on_path(&[tool.program]).filter(|it| is_version(it, tool.version))
        && let Some(folder) = found.parent()
    {
        return Ok(folder.to_path_buf());
    }
    let home = folders::tools()?.join(format!("{}-{}", tool.program, tool.version));
    let folder = home.join("bin");
    let program = folder.join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX));
    if is_version(&program, tool.version) {
        return Ok(folder);
    }
    eprintln!(
        "Installing {} {} into {}: about {} minutes on two cores, once.",
        tool.package,
        tool.version,
        home.display(),
        tool.minutes
    );
    let mut install = run::cargo(Path::new("."));
    install
        .args([
            "install",
            "--locked",
            "--force",
            "--version",
            tool.version,
            "--root",
        ])
        .arg(&home)
        .arg(tool.package)
        // They run for seconds: optimizing them takes minutes.
        .envs([
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
        ]);
    run::run(&mut install)
        .with_context(|| format!("{} {} could not be installed", tool.package, tool.version))?;
    Ok(folder)
}

/// Whether the program answers `--version` with this version.
pub(crate) fn is_version(program: &Path, version: &str) -> bool {
    program.is_file()
        && run::output(Command::new(program).arg("--version"))
            .is_some_and(|said| said.split_whitespace().any(|word| word == version))
}
