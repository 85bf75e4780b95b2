//! The part of a very long document, and of a very long passage, that is shown: a page that laid out a million words at
//! once would stand still.

use dossier_corpus::info::PassageInfo;
use dossier_corpus::{Corpus, DocId, PassageId, Span};

/// Bytes of a passage that are shown at first. A page of print has 3,000; longer paragraphs are files without line ends.
pub const REACH: u32 = 30_000;

/// A document may show so many times as much as one passage: 120 kB at first, forty pages of print.
const PASSAGES: u32 = 4;

/// A passage counts for so many bytes at least: a row of a table is short and no less work.
pub const LEAST: u32 = 150;

/// Bytes of a document that are shown.
#[must_use]
pub fn budget(reach: u32) -> u32 {
    reach.saturating_mul(PASSAGES)
}

/// Number of the first passage that is shown of a document: its first one, unless it is very long and somebody wants a
/// passage far from there.
///
/// * `aim`: number in the document, from 1, of the passage that is wanted.
#[must_use]
pub fn first(corpus: &Corpus<'_>, document: DocId, aim: Option<u32>, reach: u32) -> u32 {
    let all = corpus.passages(document);
    let place = |number: u32| corpus.passage(PassageId::new(number)).map(|it| it.span);
    let end = all
        .end
        .checked_sub(1)
        .and_then(place)
        .map_or(0, |it| it.end);
    let wanted = aim.and_then(|it| all.clone().nth(it.saturating_sub(1) as usize));
    let Some(wanted) = wanted.filter(|_| end > budget(reach)) else {
        return all.start;
    };
    // What stands shortly before is read as well.
    let from = place(wanted).map_or(0, |it| it.start.saturating_sub(budget(reach) / 4));
    let mut before = (all.start..wanted).rev();
    let last_left_out = before.find(|&it| place(it).is_none_or(|it| it.start < from));
    last_left_out.map_or(all.start, |it| it + 1)
}

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
