//! The one definition of a word: how a text is cut into words and how a word is folded.
//!
//! The index is written and the query is read with the same two functions.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::span::Span;

/// The words of `text` (Unicode Standard Annex 29), each with its byte span.
pub fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    text.unicode_word_indices()
        .map(|(start, word)| (Span::from_range(start..start + word.len()), word))
}

/// Folds a word: compatibility forms, case and accents are made equal, a possessive ending is dropped.
#[must_use]
pub fn fold(word: &str) -> String {
    let word = word
        .strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word);
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd()
        .filter(|it| !is_combining_mark(*it))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_as_people_type_them() {
        let folded: Vec<_> = words("People’s Été, U.S. 3.5 Straße")
            .map(|(_, word)| fold(word))
            .collect();
        assert_eq!(folded, ["people", "ete", "u.s", "3.5", "straße"]);
    }
}
