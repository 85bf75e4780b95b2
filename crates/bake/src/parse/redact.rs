//! Replaces words before anything is read from a text.

use crate::occurrences::occurrences;

/// What stands in their place, whatever their length was.
const BLOCK: &str = "█████";

/// `text` with every occurrence of the words replaced, in whichever case; and whether there was any.
pub(super) fn redact(text: &str, words: &[String]) -> (String, bool) {
    let mut places = Vec::new();
    for words in words {
        for variant in [words.clone(), words.to_uppercase(), words.to_lowercase()] {
            places.extend(occurrences(text, &variant));
        }
    }
    places.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    let mut redacted = String::with_capacity(text.len());
    let mut end = 0;
    for place in places.iter().map(|it| it.range()) {
        if place.start >= end {
            redacted.push_str(text.get(end..place.start).unwrap_or(""));
            redacted.push_str(BLOCK);
        }
        end = end.max(place.end);
    }
    redacted.push_str(text.get(end..).unwrap_or(""));
    (redacted, !places.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_in_any_case() {
        let words = ["Ann Lee".to_owned(), "Ann".to_owned()];
        let (text, has_any) = redact("Ann Lee, ANN\nLEE and Anna; ann’s", &words);
        assert_eq!(text, "█████, █████ and Anna; █████’s");
        assert!(has_any);
        assert_eq!(redact("nobody", &words), ("nobody".to_owned(), false));
    }
}
