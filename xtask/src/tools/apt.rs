//! Debian's packages: installed only where nothing has to be asked, that is as root.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::run;

/// Whether packages can be installed here without asking: Debian or one of its children, as root.
pub(super) fn works() -> bool {
    run::on_path(&["apt-get"]).is_some()
        && run::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

/// Whether this is Ubuntu, whose browsers are snaps.
pub(super) fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|it| it.lines().any(|line| line == "ID=ubuntu"))
}

/// Installs packages.
///
/// # Errors
///
/// apt-get failed.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    eprintln!("Installing with apt-get: {}.", packages.join(" "));
    run::run(Command::new("apt-get").args(["-qq", "update"]))?;
    run::run(
        Command::new("apt-get")
            .args(["-qq", "install", "-y", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}
