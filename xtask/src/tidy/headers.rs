//! Every source file begins with its header: what it is for.

use super::Fault;
use super::files::TextFile;

/// Finds a Rust file without a `//!` header, and a test file that is switched off.
pub(super) fn check(file: &TextFile, faults: &mut Vec<Fault>) {
    if !file.is("rs") {
        return;
    }
    if !file.text.starts_with("//! ") {
        faults.push(Fault {
            path: file.path.clone(),
            line: 1,
            message: "begins without a header (`//! what this file is for`)".into(),
        });
    }
    // In two parts, so that this file is no fault itself.
    let ignored = concat!("#[", "ignore");
    for (idx, line) in file.text.lines().enumerate() {
        if line.trim_start().starts_with(ignored) {
            faults.push(Fault {
                path: file.path.clone(),
                line: idx + 1,
                message: "a test is switched off; mend it or take it away".into(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers() {
        let cases = [
            ("src/a.rs", "//! What it is.\nfn a() {}\n", 0),
            ("src/a.rs", "fn a() {}\n", 1),
            ("src/a.rs", "//! A.\n#[ignore = \"slow\"]\nfn a() {}\n", 1),
            ("a.md", "no Rust\n", 0),
        ];
        for (path, text, n_faults) in cases {
            let file = TextFile {
                path: path.into(),
                text: text.into(),
            };
            let mut faults = Vec::new();
            check(&file, &mut faults);
            assert_eq!(faults.len(), n_faults, "{path}: {text}");
        }
    }
}
