//! What a test expects of the repository's seed, computed from its text and not copied from the page.

use std::fs;
use std::path::Path;

/// The seed's paragraphs: its lines that hold text.
///
/// # Panics
///
/// When `seeds/` does not hold exactly one text.
#[must_use]
#[allow(clippy::panic, reason = "a test that cannot start is a failed test")]
pub fn paragraphs() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let texts: Vec<_> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .collect();
    let [text] = texts.as_slice() else {
        panic!(
            "these tests are for the one text that comes with the project; there are {}",
            texts.len()
        );
    };
    let text = fs::read_to_string(text).unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(String::from).collect()
}

/// How many paragraphs hold all these words, regardless of case; a word counts also with a possessive ending.
#[must_use]
pub fn holding(words: &[&str]) -> usize {
    let has = |paragraph: &str, word: &str| {
        paragraph
            .split(|it: char| !it.is_alphanumeric())
            .any(|it| it.eq_ignore_ascii_case(word))
    };
    paragraphs()
        .iter()
        .filter(|paragraph| words.iter().all(|word| has(paragraph, word)))
        .count()
}
