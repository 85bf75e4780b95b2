//! Colors stand in `styles/tokens.css` and nowhere else.

use super::Fault;
use super::files::TextFile;

const FUNCTIONS: [&str; 8] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "oklab(", "oklch(",
];

/// Finds literal colors outside the tokens.
pub(super) fn check(file: &TextFile, faults: &mut Vec<Fault>) {
    if !file.is("css") || file.path == "styles/tokens.css" {
        return;
    }
    for (idx, line) in without_comments(&file.text).lines().enumerate() {
        if has_color(line) {
            faults.push(Fault {
                path: file.path.clone(),
                line: idx + 1,
                message: "a literal color; name it in styles/tokens.css".into(),
            });
        }
    }
}

/// The text with every comment's characters but its line ends taken out.
fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, from)) = rest.split_once("/*") {
        kept.push_str(before);
        let (comment, after) = from.split_once("*/").unwrap_or((from, ""));
        kept.extend(comment.chars().filter(|it| *it == '\n'));
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Whether a declaration's value holds a color. A selector (`#help`) has no colon before it on its line.
fn has_color(line: &str) -> bool {
    let Some((_, value)) = line.split_once(": ").or_else(|| line.split_once(':')) else {
        return false;
    };
    let hex = value.split('#').skip(1).any(|after| {
        let n_digits = after.bytes().take_while(u8::is_ascii_hexdigit).count();
        let ends = after
            .as_bytes()
            .get(n_digits)
            .is_none_or(|it| !it.is_ascii_alphanumeric() && *it != b'-' && *it != b'_');
        matches!(n_digits, 3 | 4 | 6 | 8) && ends
    });
    hex || FUNCTIONS.iter().any(|name| value.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors() {
        let cases = [
            ("  color: #fff;", true),
            ("  border: 1px solid rgb(0 0 0);", true),
            ("  color: var(--color-text);", false),
            ("#fade { display: none }", false),
            ("  mask: url(#half-moon);", false),
            ("a:hover {", false),
        ];
        for (line, expected) in cases {
            assert_eq!(has_color(line), expected, "{line}");
        }
        assert_eq!(without_comments("a /* #fff\n */ b"), "a \n b");
    }
}
