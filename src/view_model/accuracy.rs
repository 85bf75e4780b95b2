//! How often the software reads rightly: the figures of `docs/quality.md`, as the page tells them.
//!
//! They are from news, the hardest of the texts that are measured; a test compares them with the document.

/// How often something is read rightly, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accuracy {
    /// What it is about.
    pub what: &'static str,
    /// Of what is shown, how much is right.
    pub right: u32,
    /// Of what stands in the text, how much is shown.
    pub found: u32,
}

impl Accuracy {
    /// The figures in a sentence.
    #[must_use]
    pub fn sentence(self) -> String {
        let Self { what, right, found } = self;
        format!(
            "{what}: in tests on news {right} % of what is shown is right, and {found} % of what stands in the text is found"
        )
    }
}

/// Names: people, organisations and places.
const NAMES: Accuracy = Accuracy {
    what: "Names",
    right: 67,
    found: 66,
};

/// Statements: what is said and by whom.
const STATEMENTS: Accuracy = Accuracy {
    what: "Statements",
    right: 75,
    found: 39,
};

/// All of them, as the About view lists them.
pub const ALL: [Accuracy; 2] = [NAMES, STATEMENTS];

/// What stands beside lists of names.
#[must_use]
pub fn names() -> String {
    let Accuracy { right, found, .. } = NAMES;
    format!(
        "Names are read by software. In tests on news {right} % of those shown are right, and {found} % of those in the text are found."
    )
}

/// What stands over the statements.
#[must_use]
pub fn statements() -> String {
    let Accuracy { right, found, .. } = STATEMENTS;
    format!(
        "Read by software from quotation marks and words like “said”. In tests on news {right} % of those shown are right, \
         and {found} % of those in the text are found."
    )
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
