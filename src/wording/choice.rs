//! Which language the page speaks: what the address says, else what the reader chose, else what the browser asks for.

use dossier_wording::table::PSEUDO;

/// The language that is part of the program.
pub const ENGLISH: &str = "en";

/// A language that there is a table of: its tag, and what it calls itself.
pub type Language = (&'static str, &'static str);

static LANGUAGES: &[Language] = &include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The languages to choose from; not the made-up one, which only an address chooses.
pub fn all() -> impl Iterator<Item = Language> {
    LANGUAGES.iter().copied().filter(|it| it.0 != PSEUDO)
}

/// The tag of a language as this page writes it; none when it has no such language. `de-CH` is `de`.
#[must_use]
pub fn named(tag: &str) -> Option<&'static str> {
    let is_it = |own: &str, tag: &str| own.eq_ignore_ascii_case(tag);
    let find = |tag: &str| LANGUAGES.iter().find(|it| is_it(it.0, tag)).map(|it| it.0);
    find(tag).or_else(|| find(tag.split('-').next()?))
}

/// The language to use.
///
/// * `asked`: what the address says.
/// * `kept`: what the reader chose on an earlier visit; may be empty.
/// * `browser`: what the browser would like, best first.
#[must_use]
pub fn choose(asked: Option<&str>, kept: &str, browser: &[String]) -> &'static str {
    // What nobody can want by accident comes only from an address.
    let ordinary = |tag: &str| named(tag).filter(|it| *it != PSEUDO);
    asked
        .and_then(named)
        .or_else(|| ordinary(kept))
        .or_else(|| browser.iter().find_map(|it| ordinary(it)))
        .unwrap_or(ENGLISH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_comes_before_the_choice_and_that_before_the_browser() {
        for (asked, kept, browser, expected, why) in [
            (None, "", &[][..], "en", "nobody says anything"),
            (None, "", &["de-CH", "en"], "de", "the browser"),
            (None, "", &["fr", "de"], "de", "the first there is"),
            (None, "", &["en-GB", "de"], "en", "English comes first"),
            (None, "en", &["de"], "en", "the choice"),
            (Some("DE"), "en", &["en"], "de", "the address"),
            (Some("xx"), "de", &[], "de", "an address that says nothing"),
            (Some("ar-XB"), "", &[], "ar-XB", "the made-up one"),
            (None, "ar-XB", &["ar-XB"], "en", "is only in an address"),
            (None, "", &["ar"], "en", "and is not Arabic"),
            (None, "", &["", "-", "*"], "en", "rubbish"),
        ] {
            let browser: Vec<String> = browser.iter().map(|it| (*it).to_owned()).collect();
            assert_eq!(choose(asked, kept, &browser), expected, "{why}");
        }
    }
}
