//! What a publisher writes to put right what the software read wrongly: text to copy into a document's metadata.
//!
//! In: what is shown. Out: YAML as `docs/seeds.md` describes it. The first way to correct is in force as it is copied; the
//! others stand behind a `#`, one a line. Nothing here knows the corpus.

use std::fmt::Write as _;

use dossier_corpus::mention::EntityKind;

use super::words;

/// Words of a statement that tell which one is meant.
const FIRST_WORDS: usize = 6;

/// The file beside a document that takes corrections: `letters/a.txt` has `letters/a.meta.yaml`.
///
/// * `path`: the document's path below the seeds folder.
#[must_use]
pub fn file(path: &str) -> String {
    let name_at = path.rfind('/').map_or(0, |it| it + 1);
    let end = path
        .rfind('.')
        .filter(|it| *it > name_at)
        .unwrap_or(path.len());
    format!("{}.meta.yaml", path.get(..end).unwrap_or(path))
}

/// The corrections of a name: it is none, it is called otherwise, it belongs to another one, it is of another kind.
///
/// * `name`: the canonical name, as facets and cards show it.
#[must_use]
pub fn of_name(name: &str, kind: EntityKind) -> String {
    let name = quoted(name);
    let others: Vec<&str> = EntityKind::ALL
        .into_iter()
        .filter(|it| *it != kind)
        .map(EntityKind::name)
        .collect();
    let (first, rest) = others.split_first().unwrap_or((&"place", &[]));
    format!(
        "entities:\n  \
           drop: [{name}]  # it is no name; or, instead of this line:\n  \
           # rename: {{{name}: \"what it is called\"}}\n  \
           # merge: {{{name}: \"the name it belongs to\"}}\n  \
           # retype: {{{name}: {first}}}  # or {}\n",
        rest.join(", ")
    )
}

/// The corrections of a statement: nobody says it, or somebody else does; a word in it lowers nothing.
///
/// * `content`: what is said, or its beginning: the first unbroken part.
/// * `hedges`: the words that lower it.
#[must_use]
pub fn of_statement<'h>(content: &str, hedges: impl Iterator<Item = &'h str>) -> String {
    let first: Vec<&str> = content.split_whitespace().take(FIRST_WORDS).collect();
    let first = quoted(&first.join(" "));
    let mut text = format!(
        "statements:\n  \
           drop: [{first}]  # nobody says it; or, instead of this line:\n  \
           # fix: {{{first}: \"who says it\"}}\n"
    );
    for hedge in hedges {
        let hedge = quoted(hedge);
        let _ = writeln!(text, "  # drop: [{hedge}]  # the word lowers nothing");
    }
    text
}

/// A text as YAML takes it wherever it stands: in quotation marks, on one line.
fn quoted(text: &str) -> String {
    let text = words::one_line(text);
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_stands_beside_the_document() {
        for (path, expected) in [
            ("a.txt", "a.meta.yaml"),
            ("letters/1912.03 b.md", "letters/1912.03 b.meta.yaml"),
            ("dir.d/plain", "dir.d/plain.meta.yaml"),
            ("dir/.odd", "dir/.odd.meta.yaml"),
            ("", ".meta.yaml"),
        ] {
            assert_eq!(file(path), expected, "of {path:?}");
        }
    }

    #[test]
    fn names() {
        assert_eq!(
            of_name("The \"Mill\"", EntityKind::Place),
            "entities:\n  drop: [\"The \\\"Mill\\\"\"]  # it is no name; or, instead of this line:\n  \
             # rename: {\"The \\\"Mill\\\"\": \"what it is called\"}\n  \
             # merge: {\"The \\\"Mill\\\"\": \"the name it belongs to\"}\n  \
             # retype: {\"The \\\"Mill\\\"\": person}  # or organisation, group\n",
        );
    }

    #[test]
    fn statements() {
        assert_eq!(
            of_statement(
                "one two\nthree four five six seven",
                ["allegedly"].into_iter()
            ),
            "statements:\n  drop: [\"one two three four five six\"]  # nobody says it; or, instead of this line:\n  \
             # fix: {\"one two three four five six\": \"who says it\"}\n  \
             # drop: [\"allegedly\"]  # the word lowers nothing\n",
        );
    }
}
