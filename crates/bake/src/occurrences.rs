//! Finds given words in a text.

use dossier_corpus::span::Span;

/// Where `words` stand in `text` as whole words, in order and not overlapping; any white space between two of them
/// counts as equal, so that a name broken over two lines is found.
pub(crate) fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let mut wanted = words.split_whitespace();
    let Some(first) = wanted.next() else {
        return Vec::new();
    };
    let rest: Vec<&str> = wanted.collect();
    let mut found: Vec<Span> = Vec::new();
    for (start, _) in text.match_indices(first) {
        let end = rest.iter().try_fold(start + first.len(), |at, word| {
            let behind = text.get(at..)?;
            let next = behind.trim_start();
            let is_parted = next.len() < behind.len();
            (is_parted && next.starts_with(word)).then(|| text.len() - next.len() + word.len())
        });
        let Some(end) = end else {
            continue;
        };
        let before = text.get(..start).and_then(|it| it.chars().next_back());
        let behind = text.get(end..).and_then(|it| it.chars().next());
        let is_whole = !before.is_some_and(char::is_alphanumeric)
            && !behind.is_some_and(char::is_alphanumeric);
        let span = Span::from_range(start..end);
        if is_whole && found.last().is_none_or(|it| it.end <= span.start) {
            found.push(span);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_over_line_ends() {
        let rows: [(&str, &str, &[&str]); 6] = [
            ("Ann met Anna. Ann’s hat.", "Ann", &["Ann", "Ann"]),
            (
                "Ann\n  Lee and Ann Lee",
                "Ann Lee",
                &["Ann\n  Lee", "Ann Lee"],
            ),
            ("AnnLee", "Ann Lee", &[]),
            ("anything", "", &[]),
            ("Ли, Ли", "Ли", &["Ли", "Ли"]),
            ("a a a", "a a", &["a a"]),
        ];
        for (text, words, expected) in rows {
            let found: Vec<_> = occurrences(text, words)
                .iter()
                .map(|it| it.of(text))
                .collect();
            assert_eq!(found, expected, "{words:?} in {text:?}");
        }
    }
}
