//! axe-core: what a machine can find of what keeps people out.
//!
//! The script comes from npm, once, into Cargo's build folder; or from the file that `AXE` names.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot start is a failed test"
)]

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The version the page is tested with.
const VERSION: &str = "4.14.1";

/// The script's text.
///
/// # Panics
///
/// When it is not there and npm cannot bring it.
pub(crate) fn script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    SCRIPT.get_or_init(|| {
        let file = env::var_os("AXE").map_or_else(installed, PathBuf::from);
        fs::read_to_string(&file).expect("read axe-core")
    })
}

fn installed() -> PathBuf {
    let home = crate::target().join(format!("axe-core-{VERSION}"));
    let file = home.join("node_modules/axe-core/axe.min.js");
    if !file.is_file() {
        fs::create_dir_all(&home).expect("make a folder for axe-core");
        let status = Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .arg(&home)
            .arg(format!("axe-core@{VERSION}"))
            .stdout(Stdio::null())
            .status();
        let is_done = status.is_ok_and(|it| it.success());
        assert!(
            is_done,
            "npm cannot install axe-core; set AXE to its axe.min.js"
        );
    }
    file
}
