//! No file names a folder of somebody's machine.

use super::Fault;
use super::files::TextFile;

/// Beginnings of such paths, in two parts so that this file is no fault itself.
const BEGINNINGS: [(&str, &str); 5] = [
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/Us", "ers/"),
    ("/wo", "rk/"),
    (":\\Us", "ers\\"),
];

/// Finds lines that name a home folder or a workplace.
pub(super) fn check(file: &TextFile, faults: &mut Vec<Fault>) {
    let beginnings: Vec<String> = BEGINNINGS.iter().map(|(a, b)| format!("{a}{b}")).collect();
    for (idx, line) in file.text.lines().enumerate() {
        for beginning in &beginnings {
            if is_path(line, beginning) {
                faults.push(Fault {
                    path: file.path.clone(),
                    line: idx + 1,
                    message: format!("names a folder of one machine ({beginning}…)"),
                });
            }
        }
    }
}

/// Whether the text stands in the line as the beginning of a path, not within one (`docs/work/`, a URL).
fn is_path(line: &str, beginning: &str) -> bool {
    line.match_indices(beginning).any(|(at, _)| {
        line.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|before| !before.is_alphanumeric() && !"./-_*}".contains(before))
            || beginning.starts_with(':')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let place = format!("/{}/", "home");
        let cases = [
            (format!("see {place}me/x"), true),
            (format!("\"{place}me\""), true),
            (format!("https://example.org{place}"), false),
            (format!("docs{place}"), false),
        ];
        for (line, expected) in cases {
            assert_eq!(is_path(&line, &place), expected, "{line}");
        }
    }
}
