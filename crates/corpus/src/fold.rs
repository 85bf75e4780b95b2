//! Folding of characters: compatibility forms, case and accents are made equal.
//!
//! Role: what `text` does to the letters of a word, with tables that hold nothing else. In: a word. Out: its
//! characters in lower case, without accents, as people type them, composed where Unicode has one character for two.
//! The rules stand in `fold/rules.rs`; the build script makes the tables from them.
//!
//! Every single character folds as the rules say, and so does every word, but for two things nobody writes: the breve
//! of a short i counts only right after its letter (though over invisible characters and accents), and once. Folding
//! twice changes nothing.

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// The folds of the characters in [`BLOCKS`] that are not just lower case. Each ends with a new line; an empty one
/// stands for lower case and a zero for nothing.
static FOLDS: &str = include_str!(concat!(env!("OUT_DIR"), "/folds.txt"));

/// Appends what `word` folds to, to an empty string. `O(word)`.
pub(crate) fn push_folded(word: &str, out: &mut String) {
    let mut joins = false;
    for it in word.chars() {
        if it.is_ascii() {
            out.push(it.to_ascii_lowercase());
        } else if it == '\u{306}' {
            // The short i is a letter of its own.
            if out.ends_with('и') {
                out.pop();
                out.push('й');
            }
        } else {
            match fold_of(it) {
                Some(fold) => {
                    out.push_str(fold);
                    joins = joins || fold.chars().any(|it| class(it).is_some());
                }
                None => {
                    out.extend(it.to_lowercase());
                    joins = joins || class(it).is_some();
                }
            }
        }
    }
    if joins {
        *out = joined(out);
    }
}

/// What a character folds to, where that is not its lower case.
fn fold_of(it: char) -> Option<&'static str> {
    let at = u32::from(it);
    let block = u16::try_from(at >> 4).ok()?;
    let found = BLOCKS.binary_search_by_key(&block, |it| it.0).ok()?;
    let (_, start) = BLOCKS.get(found)?;
    let next = BLOCKS.get(found + 1).map_or(FOLDS.len(), |it| it.1.into());
    let folds = FOLDS.get(usize::from(*start)..next)?;
    match folds.split('\n').nth((at & 15) as usize)? {
        "" => None,
        "\0" => Some(""),
        fold => Some(fold),
    }
}

/// The combining class of a character that may join or change places with those before it.
fn class(it: char) -> Option<u8> {
    let (lowest, ..) = MARKS.first()?;
    if it < *lowest {
        return None;
    }
    if matches!(it, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}') {
        return Some(0);
    }
    let after = MARKS.partition_point(|(first, ..)| *first <= it);
    let (_, last, class) = MARKS.get(after.checked_sub(1)?)?;
    (it <= *last).then_some(*class)
}

/// `text` with its marks in the order of their classes, and composed.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letter = None;
    let mut marks = Vec::new();
    for it in text.chars() {
        match class(it) {
            Some(class) if class > 0 => marks.push((class, it)),
            _ => {
                join_marks(&mut letter, &mut marks);
                let both = letter
                    .filter(|_| marks.is_empty())
                    .and_then(|first| compose(first, it));
                if both.is_none() {
                    out.extend(letter);
                    out.extend(marks.drain(..).map(|(_, mark)| mark));
                }
                letter = both.or(Some(it));
            }
        }
    }
    join_marks(&mut letter, &mut marks);
    out.extend(letter);
    out.extend(marks.into_iter().map(|(_, mark)| mark));
    out
}

/// Puts marks in order and composes the letter with those that it takes.
fn join_marks(letter: &mut Option<char>, marks: &mut Vec<(u8, char)>) {
    if !marks.is_sorted_by_key(|(class, _)| *class) {
        // Few classes: one round for each is linear, and smaller than a sort.
        let unordered = std::mem::take(marks);
        let mut done = 0;
        while let Some(next) = unordered
            .iter()
            .map(|it| it.0)
            .filter(|it| *it > done)
            .min()
        {
            marks.extend(unordered.iter().filter(|it| it.0 == next));
            done = next;
        }
    }
    let mut before = 0;
    marks.retain(|&(class, mark)| {
        let both = letter
            .filter(|_| before < class)
            .and_then(|first| compose(first, mark));
        if both.is_some() {
            *letter = both;
        } else {
            before = class;
        }
        both.is_none()
    });
}

/// The character that stands for two.
fn compose(first: char, second: char) -> Option<char> {
    if let Some(syllable) = syllable(first, second) {
        return Some(syllable);
    }
    let at = PAIRS
        .binary_search_by_key(&(first, second), |it| (it.0, it.1))
        .ok()?;
    PAIRS.get(at).map(|it| it.2)
}

/// The syllable of Hangul that a first consonant makes with a vowel, or such a syllable with its last consonant.
fn syllable(first: char, second: char) -> Option<char> {
    const SYLLABLES: u32 = 0xac00;
    const N_VOWELS: u32 = 21;
    const N_LASTS: u32 = 28;
    let (one, two) = (u32::from(first), u32::from(second));
    let code = match (first, second) {
        ('\u{1100}'..='\u{1112}', '\u{1161}'..='\u{1175}') => {
            SYLLABLES + ((one - 0x1100) * N_VOWELS + (two - 0x1161)) * N_LASTS
        }
        ('\u{ac00}'..='\u{d7a3}', '\u{11a8}'..='\u{11c2}')
            if (one - SYLLABLES).is_multiple_of(N_LASTS) =>
        {
            one + (two - 0x11a7)
        }
        _ => return None,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod rules;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(word: &str) -> String {
        let mut out = String::new();
        push_folded(word, &mut out);
        out
    }

    #[test]
    fn every_character_folds_as_the_rules_say() {
        for it in '\0'..=char::MAX {
            let word = it.to_string();
            assert_eq!(folded(&word), rules::fold(&word), "U+{:04X}", u32::from(it));
        }
    }

    #[test]
    fn characters_are_composed_as_the_rules_say() {
        for (first, second, both) in PAIRS {
            let word = format!("{first}{second}");
            assert_eq!(
                folded(&word),
                rules::fold(&word),
                "{first:?} {second:?} {both:?}"
            );
        }
        for first in '\u{1100}'..='\u{1112}' {
            for vowel in '\u{1161}'..='\u{1175}' {
                for last in '\u{11a7}'..='\u{11c3}' {
                    let word = format!("{first}{vowel}{last}");
                    assert_eq!(folded(&word), rules::fold(&word), "{word}");
                }
            }
        }
    }

    #[test]
    fn the_breve_of_a_short_i_is_simple() {
        let rows = [
            ("и\u{306}И\u{306}йЙ", "йййй", "written in two"),
            ("и\u{301}\u{306}", "й", "after an accent"),
            ("й\u{306}", "й", "twice"),
            ("и\u{200d}\u{306}", "й", "after an invisible character"),
            ("и\u{93c}\u{306}", "и\u{93c}", "after a mark that stays"),
            ("и\u{306}\u{93c}", "й\u{93c}", "before a mark that stays"),
            ("е\u{306}a\u{306}", "еa", "on other letters"),
        ];
        for (word, expected, why) in rows {
            assert_eq!(folded(word), expected, "{why}");
            assert_eq!(folded(expected), expected, "{why}, twice");
        }
    }

    /// A character of a kind that folding treats in a way of its own; none is a breve or a short i,
    /// on whose marks the rules differ.
    fn letter() -> impl Strategy<Value = char> {
        static KINDS: &[&str] = &[
            "[a-zA-Z0-9'’,]",
            "[À-ɏḀ-ỿ]",
            "[Ͱ-ϿЀ-ӿἀ-῿]",
            "[\u{300}-\u{305}\u{307}-\u{36f}\u{591}-\u{5c7}\u{64b}-\u{65f}\u{6d6}-\u{6ed}]",
            "[\u{1100}-\u{11ff}\u{3131}-\u{318e}\u{ffa0}-\u{ffdc}가각개]",
            "[\u{3041}-\u{30ff}\u{3099}\u{309a}\u{ff66}-\u{ff9f}]",
            "[かはウヷ\u{3099}\u{309a}\u{93c}\u{94d}]",
            "[\u{900}-\u{dff}]",
            "[\u{e00}-\u{109f}]",
            "[\u{9c7}\u{9be}\u{9d7}\u{dd9}\u{dca}\u{dcf}\u{dcc}\u{ddf}\u{cc6}\u{cc2}\u{cd5}]",
            "[\u{110}\u{ad}\u{640}\u{200b}-\u{200f}\u{fb00}-\u{fdff}\u{fe70}-\u{feff}]",
            "[\u{2000}-\u{33ff}\u{f900}-\u{faff}\u{ff01}-\u{ff9f}]",
            "[\u{11000}-\u{11fff}\u{1d100}-\u{1d7ff}\u{1f100}-\u{1f2ff}\u{2f800}-\u{2fa1f}]",
            "\\p{M}",
            "\\PC",
        ];
        let kinds = KINDS
            .iter()
            .map(|it| proptest::string::string_regex(it).unwrap());
        proptest::strategy::Union::new(kinds).prop_filter_map("short i", |it| {
            it.chars()
                .next()
                .filter(|it| !matches!(it, '\u{306}' | 'й' | 'Й'))
        })
    }

    proptest! {
        #[test]
        fn words_fold_as_the_rules_say(word in prop::collection::vec(letter(), 0..12)) {
            let word: String = word.into_iter().collect();
            prop_assert_eq!(folded(&word), rules::fold(&word));
            let once = folded(&word);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn cyrillic_words_fold_as_the_rules_say(word in "([Ѐ-ӿ]|[иИйЙеЕ]\u{301}?|[иИеЕ]\u{301}?\u{306}){0,8}") {
            prop_assert_eq!(folded(&word), rules::fold(&word));
        }

        #[test]
        fn folding_twice_changes_nothing(word in "(\\PC|[иИйЙ]|[\u{306}\u{301}\u{93c}\u{f37}]){0,12}") {
            let once = folded(&word);
            prop_assert_eq!(folded(&once), once);
        }
    }
}
