//! How often the software reads rightly: the figures of `docs/quality.md`, as the page tells them.
//!
//! They are from news, the hardest of the texts that are measured; a test compares them with the document.

use crate::wording::say;

/// How often something is read rightly, in percent: of what is shown, and of what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Accuracy {
    right: u32,
    found: u32,
}

/// Names: people, organisations and places.
const NAMES: Accuracy = Accuracy {
    right: 67,
    found: 66,
};

/// Statements: what is said and by whom.
const STATEMENTS: Accuracy = Accuracy {
    right: 75,
    found: 39,
};

/// Both, as the About view lists them.
#[must_use]
pub fn all() -> [String; 2] {
    [
        say::accuracy_names(NAMES.right, NAMES.found),
        say::accuracy_statements(STATEMENTS.right, STATEMENTS.found),
    ]
}

/// What stands beside lists of names.
#[must_use]
pub fn names() -> String {
    say::names_errs(NAMES.right, NAMES.found)
}

/// What stands over the statements.
#[must_use]
pub fn statements() -> String {
    say::statements_err(STATEMENTS.right, STATEMENTS.found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers in the row of a table that begins with a name.
    fn row(name: &str) -> Vec<f64> {
        let page = include_str!("../../docs/quality.md");
        let mut lines = page.lines();
        let line = lines
            .find(|it| it.starts_with(&format!("| {name} |")))
            .unwrap();
        line.split('|')
            .filter_map(|it| it.trim().parse().ok())
            .collect()
    }

    #[test]
    fn the_figures_are_those_of_the_document() {
        let rounded = |it: f64| format!("{it:.0}");
        let names = row("worldwide");
        assert_eq!(
            [rounded(names[1]), rounded(names[2])],
            [NAMES.right, NAMES.found].map(|it| it.to_string())
        );
        let statements = row("polnear");
        assert_eq!(
            [rounded(statements[2]), rounded(statements[3])],
            [STATEMENTS.right, STATEMENTS.found].map(|it| it.to_string())
        );
    }
}
