//! `tidy`: what no compiler or linter checks. Reads the source files, changes nothing.

mod files;
mod headers;
mod imports;
mod machine_paths;
mod styles;
mod use_paths;
mod versions;
mod wording;

use std::fmt;
use std::path::Path;

use anyhow::{Result, bail};

use self::files::TextFile;
use crate::folders;

/// Something that is not as the house wants it.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    path: String,
    /// From 1.
    line: usize,
    message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// Runs every check and prints all faults.
///
/// # Errors
///
/// There are faults.
pub(crate) fn run() -> Result<()> {
    let root = folders::root()?;
    let files = files::read(&root)?;
    let faults = check(&root, &files)?;
    for fault in &faults {
        eprintln!("{fault}");
    }
    match faults.len() {
        0 => Ok(()),
        1 => bail!("tidy found one fault"),
        n => bail!("tidy found {n} faults"),
    }
}

fn check(root: &Path, files: &[TextFile]) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for file in files {
        headers::check(file, &mut faults);
        imports::check(file, &mut faults);
        machine_paths::check(file, &mut faults);
        styles::check(file, &mut faults);
    }
    versions::check(root, &mut faults)?;
    wording::check(root, files, &mut faults)?;
    Ok(faults)
}
