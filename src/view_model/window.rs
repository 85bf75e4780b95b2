//! The part of a very long passage that is shown: a page that laid out a million words at once would stand still.

use dossier_corpus::info::PassageInfo;
use dossier_corpus::{Corpus, Span};

/// Bytes of a passage that are shown at first. A page of print has 3,000; longer paragraphs are files without line ends.
pub const REACH: u32 = 30_000;

/// The part of a passage that is shown: source bytes, at word boundaries where there are words; the whole passage when
/// it is hardly longer than `reach`.
///
/// * `hits`: source spans to mark, sorted; the part begins before the first.
#[must_use]
pub fn shown(corpus: &Corpus<'_>, passage: &PassageInfo, hits: &[Span], reach: u32) -> Span {
    /// What stands before the first hit, so that it can be understood.
    const BEFORE: u32 = 600;
    let whole = passage.span;
    if whole.len() <= reach.saturating_add(reach / 4) {
        return whole;
    }
    let text = corpus.words(passage.document, whole);
    let first = hits.first().map_or(whole.start, |it| it.start);
    let start = first.saturating_sub(BEFORE).max(whole.start) - whole.start;
    // Near its end the part reaches back instead of being short.
    let start = start.min(whole.len() - reach);
    let start = boundary(text, start);
    let end = boundary(text, start.saturating_add(reach));
    Span::new(whole.start + start, whole.start + end)
}

/// The next place at or behind the byte `at` where no word is cut; the end of a character when no word ends soon.
fn boundary(text: &str, at: u32) -> u32 {
    const LONGEST_WORD: usize = 100;
    let at = at as usize;
    let start = (at..text.len())
        .find(|&it| text.is_char_boundary(it))
        .unwrap_or(text.len());
    if start == 0 {
        return 0;
    }
    let behind = text.get(start..).unwrap_or_default();
    let space = behind
        .char_indices()
        .take(LONGEST_WORD)
        .find(|(_, it)| it.is_whitespace())
        .map_or(0, |(idx, _)| idx);
    u32::try_from(start + space).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_between_words() {
        for (text, at, expected) in [
            ("one two three", 0, 0),
            ("one two three", 4, 7),
            ("one two three", 3, 3),
            ("one two three", 99, 13),
            ("ééé", 1, 2), // no space: behind the character
            ("éé é", 3, 4),
        ] {
            assert_eq!(boundary(text, at), expected, "of {text:?} at {at}");
        }
    }
}
