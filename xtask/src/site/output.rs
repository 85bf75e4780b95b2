//! The output folder: writing the page's files, and taking away those of an earlier build.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// A file of the page.
pub(super) struct OutFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Writes the files into `out` and removes what an earlier build left there; nothing else is touched.
pub(super) fn write(out: &Path, files: &[OutFile]) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let entries = fs::read_dir(out).with_context(|| format!("cannot read {}", out.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        if is_named_by_content(name) && files.iter().all(|it| it.name != name) {
            fs::remove_file(entry.path())
                .with_context(|| format!("cannot remove {}", entry.path().display()))?;
        }
    }
    for file in files {
        let path = out.join(&file.name);
        fs::write(&path, &file.bytes)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Whether a build gave this name: `dossier-0123456789abcdef.js`.
fn is_named_by_content(name: &str) -> bool {
    let Some((hash, ending)) = name
        .strip_prefix("dossier-")
        .and_then(|it| it.split_once('.'))
    else {
        return false;
    };
    hash.len() == 16
        && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        && matches!(ending, "js" | "wasm" | "css")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_files_go() {
        let cases = [
            ("dossier-0123456789abcdef.js", true),
            ("dossier-0123456789abcdef.txt", false),
            ("dossier-notes.js", false),
            ("index.html", false),
            ("CNAME", false),
        ];
        for (name, expected) in cases {
            assert_eq!(is_named_by_content(name), expected, "{name}");
        }
    }
}
