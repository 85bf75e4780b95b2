//! Numbers and short phrases as people write them.

use super::vocabulary::HedgeUse;
use crate::wording::say;

pub use crate::wording::number;

/// `12 of 340 passages`, or `340 passages` when nothing is left out.
#[must_use]
pub fn share(n: u32, of: u32, all: fn(u32) -> String, some: fn(u32, u32) -> String) -> String {
    if n == of { all(of) } else { some(n, of) }
}

/// `12 passages in 3 documents`.
#[must_use]
pub fn passages_in(n_passages: u32, n_documents: u32) -> String {
    say::a_in_b(
        &say::n_passages(n_passages),
        &say::in_n_documents(n_documents),
    )
}

/// How far a file is that is being written: `Writing the file: 40%`.
#[must_use]
pub fn written(n_done: usize, of: usize) -> String {
    let percent = n_done.saturating_mul(100).checked_div(of).unwrap_or(0);
    say::writing(u32::try_from(percent.min(100)).unwrap_or(0))
}

/// A length of `n` bytes, in the unit that suits it.
#[must_use]
pub fn size(n: u32) -> String {
    let tenths = |whole: u32, tenths: u32| format!("{whole}{}{tenths}", say::number_decimal());
    match n {
        0..1_000 => say::n_bytes(n),
        1_000..1_000_000 => say::kilobytes(&tenths(n / 1_000, n % 1_000 / 100)),
        _ => say::megabytes(&tenths(n / 1_000_000, n % 1_000_000 / 100_000)),
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
        None => say::verdict_none(),
        Some(found) if found == baked => say::verdict_same(),
        Some(_) => say::verdict_other(),
    }
}

/// Why a word that could lower a claim does not; empty when it does.
#[must_use]
pub fn no_hedge(usage: HedgeUse) -> &'static str {
    match usage {
        HedgeUse::Lowers => "",
        HedgeUse::Negated => say::hedge_negated(),
        HedgeUse::Quoted => say::hedge_quoted(),
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

/// The name of a language, or its tag.
#[must_use]
pub fn language(tag: &str) -> &str {
    match tag {
        "ar" => say::language_ar(),
        "cs" => say::language_cs(),
        "da" => say::language_da(),
        "de" => say::language_de(),
        "el" => say::language_el(),
        "en" => say::language_en(),
        "es" => say::language_es(),
        "fa" => say::language_fa(),
        "fi" => say::language_fi(),
        "fr" => say::language_fr(),
        "he" => say::language_he(),
        "hu" => say::language_hu(),
        "it" => say::language_it(),
        "ja" => say::language_ja(),
        "ko" => say::language_ko(),
        "nl" => say::language_nl(),
        "no" | "nb" => say::language_no(),
        "pl" => say::language_pl(),
        "pt" => say::language_pt(),
        "ro" => say::language_ro(),
        "ru" => say::language_ru(),
        "sv" => say::language_sv(),
        "tr" => say::language_tr(),
        "uk" => say::language_uk(),
        "und" => say::language_und(),
        "zh" => say::language_zh(),
        tag => tag,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::tests::in_german;

    #[test]
    fn numbers_and_nouns_agree() {
        let said = || {
            [
                say::n_passages(1),
                say::n_passages(0),
                share(12, 1340, say::n_passages, say::n_of_passages),
                share(1, 1, say::n_documents, say::n_of_documents),
                passages_in(2, 1),
                number(1_234_567),
                size(3_928),
            ]
        };
        assert_eq!(
            said(),
            [
                "1 passage",
                "0 passages",
                "12 of 1,340 passages",
                "1 document",
                "2 passages in 1 document",
                "1,234,567",
                "3.9 kB",
            ]
        );
        assert_eq!(
            in_german(said),
            [
                "1 Absatz",
                "0 Absätze",
                "12 von 1.340 Absätzen",
                "1 Dokument",
                "2 Absätze in 1 Dokument",
                "1.234.567",
                "3,9 kB",
            ]
        );
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
