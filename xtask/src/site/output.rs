//! The output folder: writing the page's files, and taking away those of an earlier build.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use super::hosted::hex;

/// Lists every file with its SHA-256, as `sha256sum --check` reads it.
const SUMS: &str = "SHA256SUMS";

/// A file of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OutFile {
    /// Its path below the output folder, with `/` between folders.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// Writes the files into `out` with a list of their hashes, and removes what an earlier build left there; nothing else
/// is touched.
pub(super) fn write(out: &Path, files: &[OutFile]) -> Result<()> {
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let earlier = fs::read_to_string(out.join(SUMS)).unwrap_or_default();
    for (hash, name) in earlier.lines().filter_map(|it| it.split_once("  ")) {
        if is_below(name) && files.iter().all(|it| it.name != name) {
            remove(out, name, hash)?;
        }
    }
    for entry in fs::read_dir(out).with_context(|| format!("cannot read {}", out.display()))? {
        let entry = entry?;
        let name = entry.file_name();
        // Builds that left no list named their files so, too.
        let is_left = name.to_str().is_some_and(|name| {
            is_named_by_content(name) && files.iter().all(|it| it.name != name)
        });
        if is_left {
            fs::remove_file(entry.path())
                .with_context(|| format!("cannot remove {}", entry.path().display()))?;
        }
    }
    let mut sums = Vec::new();
    for file in files {
        let path = out.join(&file.name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::write(&path, &file.bytes)
            .with_context(|| format!("cannot write {}", path.display()))?;
        sums.push((file.name.as_str(), hex(&Sha256::digest(&file.bytes))));
    }
    sums.sort_unstable();
    let lines: Vec<String> = sums
        .iter()
        .map(|(name, hash)| format!("{hash}  {name}\n"))
        .collect();
    fs::write(out.join(SUMS), lines.concat()).with_context(|| format!("cannot write {SUMS}"))
}

/// Whether a build gave this name: `dossier-0123456789abcdef.js`.
fn is_named_by_content(name: &str) -> bool {
    let parts = name
        .strip_prefix("dossier-")
        .or_else(|| name.strip_prefix("rest-"))
        .and_then(|it| it.split_once('.'));
    parts.is_some_and(|(hash, ending)| {
        hash.len() == 16
            && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
            && matches!(ending, "js" | "wasm" | "lzma" | "css")
    })
}

/// Whether a path stays below the folder that it is joined to.
fn is_below(name: &str) -> bool {
    !name.starts_with('/') && !name.contains('\\') && name.split('/').all(|it| it != "..")
}

/// Removes a file that is still as an earlier build wrote it, and the folders that are then empty.
fn remove(out: &Path, name: &str, hash: &str) -> Result<()> {
    let path = out.join(name);
    let Ok(bytes) = fs::read(&path) else {
        return Ok(());
    };
    if hex(&Sha256::digest(&bytes)) != hash {
        return Ok(());
    }
    fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    let mut folder = path.parent();
    // A folder that still holds something stays.
    while let Some(it) = folder.filter(|it| *it != out && fs::remove_dir(it).is_ok()) {
        folder = it.parent();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> OutFile {
        OutFile {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    fn names(folder: &Path, prefix: &str) -> Vec<String> {
        let mut all = Vec::new();
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().unwrap().is_dir() {
                all.extend(names(&entry.path(), &format!("{name}/")));
            } else {
                all.push(name);
            }
        }
        all.sort();
        all
    }

    #[test]
    fn only_own_files_go() {
        let out = std::env::temp_dir().join(format!("dossier-output-{}", std::process::id()));
        let _ = fs::remove_dir_all(&out);
        let first = [
            file("a.js", "1"),
            file("text/old/b.html", "2"),
            file("text/c.html", "3"),
        ];
        write(&out, &first).unwrap();
        fs::write(out.join("CNAME"), "example.org").unwrap();
        fs::write(out.join("dossier-0123456789abcdef.wasm"), "earlier").unwrap();
        // Changed by somebody: no longer what the build wrote.
        fs::write(out.join("text/c.html"), "by hand").unwrap();
        write(&out, &[file("d.js", "4")]).unwrap();
        assert_eq!(names(&out, ""), ["CNAME", SUMS, "d.js", "text/c.html"]);
        let sums = fs::read_to_string(out.join(SUMS)).unwrap();
        assert_eq!(sums, format!("{}  d.js\n", hex(&Sha256::digest("4"))));
        fs::remove_dir_all(&out).unwrap();
    }

    #[test]
    fn a_list_that_was_tampered_with_leads_nowhere() {
        for (name, expected) in [
            ("text/a.html", true),
            ("../a", false),
            ("a/../../b", false),
            ("/etc/passwd", false),
            ("..\\a", false),
        ] {
            assert_eq!(is_below(name), expected, "{name}");
        }
    }
}
