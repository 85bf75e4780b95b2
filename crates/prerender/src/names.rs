//! File names of the plain pages: from the documents' ids, one each on any file system.

use std::collections::BTreeSet;

/// No part of a path is longer, in bytes.
const MAX_LEN: usize = 120;

/// A path for each id, without ending: letters, digits, `-`, `_`, `.` and the folders of the id; each once, also where
/// capitals are not told apart, and none is `index`.
pub(crate) fn distinct<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::from(["index".to_owned()]);
    ids.map(|id| {
        let parts: Vec<String> = id.split('/').map(plain).collect();
        let name = parts.join("/");
        let mut free = name.clone();
        for n in 2.. {
            if taken.insert(free.to_lowercase()) {
                break;
            }
            free = format!("{name}-{n}");
        }
        free
    })
    .collect()
}

fn plain(part: &str) -> String {
    let mut name = String::new();
    for it in part.chars() {
        if name.len() + it.len_utf8() > MAX_LEN {
            break;
        }
        let is_plain = it.is_alphanumeric() || matches!(it, '-' | '_' | '.');
        name.push(if is_plain { it } else { '-' });
    }
    // A name of dots alone leads elsewhere.
    if name.bytes().all(|it| it == b'.') {
        name.push('-');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_has_a_file_of_its_own() {
        for (ids, expected, why) in [
            (&["a/b", "c.d"][..], &["a/b", "c.d"][..], "plain ones stay"),
            (
                &["a b", "a?b", "A-B"],
                &["a-b", "a-b-2", "A-B-3"],
                "made distinct",
            ),
            (
                &["index", "Index"],
                &["index-2", "Index-3"],
                "the list has that name",
            ),
            (
                &["..", "a/../b", ""],
                &["..-", "a/..-/b", "-"],
                "none leads elsewhere",
            ),
            (&["письмо"], &["письмо"], "any script"),
        ] {
            assert_eq!(distinct(ids.iter().copied()), expected, "{why}");
        }
        let long = "ж".repeat(300);
        let [name] = distinct([long.as_str()].into_iter()).try_into().unwrap();
        assert!(name.len() <= MAX_LEN, "{}", name.len());
    }
}
