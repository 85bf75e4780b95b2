//! Names documents: the path below the folder without its ending, made distinct.

use std::collections::BTreeMap;

/// Splits a path into what names the document and its ending (with the dot; empty when there is none).
///
/// An ending is up to eight ASCII letters and digits that begin with a letter, so that `Mr. Smith` and `v1.2`
/// have none.
#[must_use]
pub fn split_ending(path: &str) -> (&str, &str) {
    let Some(at) = path.rfind('.') else {
        return (path, "");
    };
    let (stem, ending) = path.split_at(at);
    let letters = ending.get(1..).unwrap_or("");
    let is_ending = letters.len() <= 8
        && letters.starts_with(|it: char| it.is_ascii_alphabetic())
        && letters.bytes().all(|it| it.is_ascii_alphanumeric());
    if is_ending && !stem.is_empty() && !stem.ends_with('/') {
        (stem, ending)
    } else {
        (path, "")
    }
}

/// The id of each path, in the order of the paths. Paths that would get the same id keep their ending.
///
/// The paths are distinct; so are the ids.
#[must_use]
pub fn distinct(paths: &[&str]) -> Vec<String> {
    let mut ids: Vec<&str> = paths.iter().map(|path| split_ending(path).0).collect();
    loop {
        let mut n_uses = BTreeMap::new();
        for &id in &ids {
            *n_uses.entry(id).or_insert(0u32) += 1;
        }
        let mut has_changed = false;
        for (id, path) in ids.iter_mut().zip(paths) {
            // Every round turns at least one id into its whole path, so this ends.
            if n_uses.get(id).is_some_and(|&n| n > 1) && id != path {
                *id = path;
                has_changed = true;
            }
        }
        if !has_changed {
            return ids.into_iter().map(str::to_owned).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        let rows = [
            ("a.txt", "a", ".txt"),
            ("folder.d/a", "folder.d/a", ""),
            ("folder/a.b.MD", "folder/a.b", ".MD"),
            ("letter to Mr. Smith", "letter to Mr. Smith", ""),
            ("v1.2", "v1.2", ""),
            ("письмо.txt", "письмо", ".txt"),
            ("a..txt", "a.", ".txt"),
            ("dir/.txt", "dir/.txt", ""),
        ];
        for (path, stem, ending) in rows {
            assert_eq!(split_ending(path), (stem, ending), "{path}");
        }
    }

    #[test]
    fn equal_ids_keep_their_endings() {
        let rows: [(&[&str], &[&str]); 3] = [
            (&["a.txt", "b.txt"], &["a", "b"]),
            (&["a.md", "a.txt", "b.md"], &["a.md", "a.txt", "b"]),
            (
                &["a.md", "a.txt", "a.txt.md"],
                &["a.md", "a.txt", "a.txt.md"],
            ),
        ];
        for (paths, ids) in rows {
            assert_eq!(distinct(paths), ids);
        }
    }
}
