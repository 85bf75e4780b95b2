//! Guesses the language of a text.

use whatlang::{Lang, Script};

/// A text with fewer letters than this says too little.
const MIN_LETTERS: usize = 24;
/// More text than this says nothing new.
const MAX_BYTES: usize = 16 * 1024;

/// BCP 47 tag of the language that `text` is written in; `und` when it cannot be told.
#[must_use]
pub fn guess(text: &str) -> &'static str {
    let head = text
        .get(..text.floor_char_boundary(MAX_BYTES))
        .unwrap_or(text);
    let n_letters = head.chars().filter(|it| it.is_alphabetic()).count();
    let Some(info) = whatlang::detect(head) else {
        return "und";
    };
    // A script that one language uses needs no long text.
    let is_own_script = matches!(
        info.script(),
        Script::Hangul | Script::Hiragana | Script::Katakana | Script::Thai | Script::Greek
    );
    if is_own_script || (n_letters >= MIN_LETTERS && (info.is_reliable() || n_letters > 400)) {
        tag(info.lang())
    } else {
        "und"
    }
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Pol => "pl",
        Lang::Tur => "tr",
        Lang::Cmn => "zh",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Epo => "eo",
        Lang::Ben => "bn",
        Lang::Hin => "hi",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Pes => "fa",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Urd => "ur",
        Lang::Guj => "gu",
        Lang::Kan => "kn",
        Lang::Mal => "ml",
        Lang::Mar => "mr",
        Lang::Nep => "ne",
        Lang::Ori => "or",
        Lang::Pan => "pa",
        Lang::Sin => "si",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Mya => "my",
        Lang::Tha => "th",
        Lang::Khm => "km",
        Lang::Amh => "am",
        Lang::Bel => "be",
        Lang::Bul => "bg",
        Lang::Mkd => "mk",
        Lang::Srp => "sr",
        Lang::Hrv => "hr",
        Lang::Slv => "sl",
        Lang::Slk => "sk",
        Lang::Ces => "cs",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Fin => "fi",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Ell => "el",
        Lang::Lat => "la",
        Lang::Cat => "ca",
        Lang::Afr => "af",
        Lang::Aze => "az",
        Lang::Hye => "hy",
        Lang::Ind => "id",
        Lang::Jav => "jv",
        Lang::Vie => "vi",
        Lang::Tgl => "tl",
        Lang::Tuk => "tk",
        Lang::Uzb => "uz",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Aka => "ak",
        Lang::Cym => "cy",
    }
}
