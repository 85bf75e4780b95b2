//! What folding does to the characters of a word, said in full.
//!
//! Role: the definition from which the build script makes the tables of `fold`, and to which the tests hold it; it is
//! in no program, as it needs the tables of all of Unicode. In: a word. Out: what it folds to. Not here: endings and
//! commas, which belong to words (`text`).

use unicode_normalization::UnicodeNormalization as _;

/// `word` without compatibility forms, case, accents and invisible characters; composed.
pub(crate) fn fold(word: &str) -> String {
    let mut base = ' ';
    let kept = word.nfkd().filter(|&it| {
        if is_accent(it) {
            // The short i is a letter of its own.
            return it == '\u{306}' && matches!(base, 'и' | 'И');
        }
        base = it;
        !is_invisible(it)
    });
    kept.flat_map(char::to_lowercase)
        .flat_map(plain)
        .nfc()
        .collect()
}

/// Marks that are left out in folding: those above and below Latin, Greek, Cyrillic, Hebrew and Arabic letters.
/// The vowel signs of other scripts are letters to their readers and stay.
pub(crate) const fn is_accent(it: char) -> bool {
    matches!(it,
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'
        | '\u{5c1}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// Characters inside words that nobody types: soft hyphen, joiners, direction marks, tatweel.
const fn is_invisible(it: char) -> bool {
    matches!(
        it,
        '\u{ad}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// Letters that people type as others, once they are in lower case and without marks.
fn plain(it: char) -> impl Iterator<Item = char> {
    let (first, second) = match it {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ħ' => ('h', None),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        '’' | 'ʼ' => ('\'', None),
        other => (other, None),
    };
    [Some(first), second].into_iter().flatten()
}
