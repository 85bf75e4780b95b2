//! `Cargo.lock`: which version of a package is locked.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// The locked version of `package`.
///
/// # Errors
///
/// `Cargo.lock` cannot be read or does not hold the package.
pub(crate) fn version_of(root: &Path, package: &str) -> Result<String> {
    let file = root.join("Cargo.lock");
    let lock =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    find(&lock, package)
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock does not name {package}"))
}

fn find<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != format!("name = \"{package}\""));
    lines.next()?;
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_name_counts() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\n";
        assert_eq!(find(lock, "a"), Some("2.0.0"));
        assert_eq!(find(lock, "b"), None);
    }
}
