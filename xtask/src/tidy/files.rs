//! The project's text files, as the checks read them.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// Folders (and, in a second working tree, the file `.git`) that hold no source.
const NO_SOURCE: [&str; 5] = [".git", "dist", "node_modules", "seeds", "target"];

/// A text file of the project.
#[derive(Debug)]
pub(super) struct TextFile {
    /// Path below the root, with `/` between folders.
    pub(super) path: String,
    pub(super) text: String,
}

impl TextFile {
    /// Whether the name ends in `.ending`.
    pub(super) fn is(&self, ending: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|it| it == ending)
    }
}

/// Reads every text file below `root`, sorted by path. Files that are no UTF-8 are passed over.
pub(super) fn read(root: &Path) -> Result<Vec<TextFile>> {
    let mut files = Vec::new();
    walk(root, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<TextFile>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let Some(name) = entry.file_name().to_str().map(String::from) else {
            continue;
        };
        if NO_SOURCE.contains(&name.as_str()) {
            continue;
        }
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file()
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            files.push(TextFile { path, text });
        }
    }
    Ok(())
}
