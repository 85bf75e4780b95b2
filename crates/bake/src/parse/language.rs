//! Guesses the language of a text.

use whatlang::{Lang, Script};

/// A text with fewer letters than this says too little.
const MIN_LETTERS: usize = 24;
/// With this many letters the likeliest language is taken.
const ENOUGH_LETTERS: usize = 400;
/// More text than this says nothing new.
const MAX_BYTES: usize = 4 * 1024;

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
    let is_sure = n_letters >= MIN_LETTERS && (info.is_reliable() || n_letters >= ENOUGH_LETTERS);
    if is_own_script || is_sure {
        tag(info.lang())
    } else if info.script() == Script::Cyrillic && n_letters >= MIN_LETTERS {
        cyrillic(head)
    } else {
        "und"
    }
}

/// The language that a few Cyrillic words are in, by the letters that only one alphabet has.
fn cyrillic(text: &str) -> &'static str {
    const LETTERS: [(&str, &str); 5] = [
        ("ru", "ыэёЫЭЁ"),
        ("uk", "їєґЇЄҐ"),
        ("be", "ўЎ"),
        ("sr", "љњћђЉЊЋЂ"),
        ("mk", "ќѓѕЌЃЅ"),
    ];
    let mut found = LETTERS
        .iter()
        .filter(|(_, letters)| text.contains(|it| letters.contains(it)));
    match (found.next(), found.next()) {
        // Belarusian has both the Russian letters and its own.
        (Some(("ru", _)), Some(("be", _))) => "be",
        (Some((tag, _)), None) => tag,
        _ => "und",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        let rows = [
            ("", "und"),
            ("Hi!", "und"),
            ("1998 2004 33", "und"),
            (
                "The bridge over the river fell in the night, and nobody in the town saw it happen.",
                "en",
            ),
            (
                "Die Brücke über den Fluss ist in der Nacht eingestürzt, und niemand hat es gesehen.",
                "de",
            ),
            (
                "Le pont sur la rivière est tombé dans la nuit et personne ne l’a vu dans la ville.",
                "fr",
            ),
            (
                "Мост через реку упал ночью, и никто в городе этого не видел, кроме сторожа.",
                "ru",
            ),
            (
                "Міст через річку впав уночі, і ніхто в місті цього не бачив, крім сторожа.",
                "uk",
            ),
            ("橋は夜に落ちた。", "ja"),
            ("다리가 밤에 무너졌다.", "ko"),
            (
                "那座桥在夜里塌了，城里没有人看见这件事情发生，只有守夜人听到了声音。",
                "zh",
            ),
            ("Η γέφυρα έπεσε.", "el"),
        ];
        for (text, expected) in rows {
            assert_eq!(guess(text), expected, "{text}");
        }
    }
}
