//! Numbers and short phrases as people write them.

use super::vocabulary::HedgeUse;

/// A number with its digits in groups of three: `12,345`.
#[must_use]
pub fn number(n: u32) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with its noun in the right form: `1 passage`, `340 passages`.
#[must_use]
pub fn count(n: u32, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// `12 of 340 passages`, or `340 passages` when nothing is left out.
#[must_use]
pub fn share(n: u32, of: u32, one: &str, many: &str) -> String {
    if n == of {
        count(of, one, many)
    } else {
        format!("{} of {}", number(n), count(of, one, many))
    }
}

/// How far a file is that is being written: `Writing the file: 40 %`.
#[must_use]
pub fn written(n_done: usize, of: usize) -> String {
    let percent = n_done.saturating_mul(100).checked_div(of).unwrap_or(0);
    format!("Writing the file: {} %", percent.min(100))
}

/// A length of `n` bytes, in the unit that suits it.
#[must_use]
pub fn size(n: u32) -> String {
    match n {
        0..1_000 => count(n, "byte", "bytes"),
        1_000..1_000_000 => format!("{}.{} kB", n / 1_000, n % 1_000 / 100),
        _ => format!("{}.{} MB", n / 1_000_000, n % 1_000_000 / 100_000),
    }
}

/// `text` cut at a word so that it has at most `max` characters, with an ellipsis when something was cut.
#[must_use]
pub fn shorten(text: &str, max: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max) else {
        return text.to_owned();
    };
    let cut = text.get(..end).unwrap_or_default();
    let cut = match cut.rfind(char::is_whitespace) {
        Some(space) if space > cut.len() / 2 => cut.get(..space).unwrap_or(cut),
        _ => cut,
    };
    // The ellipsis never stands alone on a line.
    format!(
        "{}\u{a0}…",
        cut.trim_end_matches([' ', ',', ';', ':', '.', '–', '—'])
    )
}

/// A text with line ends and runs of white space as single spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a hash that was computed just now is the one that was baked in.
#[must_use]
pub fn verdict(found: Option<&str>, baked: &str) -> &'static str {
    match found {
        None => "This browser does not compute hashes here; it does over https and from disk",
        Some(found) if found == baked => "Computed anew: the original has this SHA-256",
        Some(_) => "Computed anew: the original has another SHA-256",
    }
}

/// Why a word that could lower a claim does not; empty when it does.
#[must_use]
pub fn no_hedge(usage: HedgeUse) -> &'static str {
    match usage {
        HedgeUse::Lowers => "",
        HedgeUse::Negated => "Negated: it lowers nothing here",
        HedgeUse::Quoted => "In quotation marks of its own: somebody else’s word",
    }
}

/// The direction of a language's script, as HTML names it.
#[must_use]
pub fn direction(lang: &str) -> &'static str {
    match lang.split('-').next() {
        Some("ar" | "he" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" | "ckb") => "rtl",
        _ => "ltr",
    }
}

/// Whether a letter belongs to a script that is written from right to left.
#[must_use]
pub fn is_from_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The English name of a language, or its tag.
#[must_use]
pub fn language(tag: &str) -> &str {
    match tag {
        "ar" => "Arabic",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hu" => "Hungarian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "no" | "nb" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sv" => "Swedish",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "und" => "Unknown",
        "zh" => "Chinese",
        tag => tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_nouns_agree() {
        assert_eq!(count(1, "passage", "passages"), "1 passage");
        assert_eq!(count(0, "passage", "passages"), "0 passages");
        assert_eq!(
            share(12, 1340, "passage", "passages"),
            "12 of 1,340 passages"
        );
        assert_eq!(share(1, 1, "document", "documents"), "1 document");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(size(3_928), "3.9 kB");
    }

    #[test]
    fn letters_know_their_direction() {
        for (letter, expected) in [
            ('a', false),
            ('ж', false),
            ('ש', true),
            ('ع', true),
            ('日', false),
        ] {
            assert_eq!(is_from_right(letter), expected, "{letter}");
        }
    }

    #[test]
    fn texts_are_cut_at_words() {
        for (text, max, expected) in [
            ("short", 10, "short"),
            ("one two three", 9, "one two\u{a0}…"),
            ("one, two three", 6, "one\u{a0}…"),
            ("ééééé", 3, "ééé\u{a0}…"), // no space: cut at a character
        ] {
            assert_eq!(shorten(text, max), expected, "of {text:?} at {max}");
        }
    }
}
