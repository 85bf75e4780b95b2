//! Words that carry a full stop without ending a sentence.

/// What a full stop behind a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The end of a sentence.
    Ends,
    /// Part of the word; something always follows: `Mr.`
    Continues,
    /// Part of the word when a number follows: `No. 5`.
    BeforeNumber,
    /// Part of the word, which may also be a sentence's last: `Inc.`
    Unclear,
}

// All in lower case, without the last full stop.

/// Titles and ranks, which a name follows; abbreviations only with a capital.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "mx", "dr", "drs", "prof", "profs", "rev", "revd", "fr", "hon",
    "st", "ste", "mt", "ft", "gen", "lt", "col", "cpl", "sgt", "capt", "cpt", "cmdr", "comdr",
    "maj", "adm", "brig", "pvt", "pfc", "gov", "sen", "sens", "rep", "reps", "pres", "supt",
    "insp", "det", "amb", "sec", "atty", "asst", "dep", "mme", "mmes", "mlle", "mm", "m", "sra",
    "srta", "sig", "herr", "hr", "dhr", "mevr",
];
/// Words that something always follows.
const CONTINUES: &[&str] = &[
    "v", "vs", "e.g", "eg", "i.e", "ie", "cf", "viz", "ca", "approx", "resp", "incl", "esp", "z.b",
    "d.h", "u.a", "bzw", "evtl", "ggf", "sog", "vgl", "bijv", "np", "т.е", "т.н", "напр", "ул",
    "им", "проф", "акад", "ген", "вул", "ім", "нар", "св",
];
/// Words that a number follows.
const BEFORE_NUMBER: &[&str] = &[
    "no", "nos", "nr", "vol", "vols", "fig", "figs", "p", "pp", "ch", "art", "arts", "para", "pt",
    "par", "ph", "tel", "ext", "op", "abb", "n°", "núm", "č", "стр", "рис", "табл", "гл", "c",
];
/// Words that may also be a sentence's last.
const UNCLEAR: &[&str] = &[
    "inc", "ltd", "co", "cos", "corp", "llc", "plc", "bros", "jr", "sr", "esq", "etc", "al", "ed",
    "eds", "est", "dept", "univ", "assn", "bldg", "ave", "blvd", "rd", "hwy", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "sat", "sun", "ph.d", "m.d", "b.a", "m.a", "a.m", "p.m", "am",
    "pm", "b.c", "a.d", "calif", "conn", "fla", "ill", "ind", "kan", "ky", "la", "md", "mass",
    "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va",
    "vt", "wash", "wis", "wyo", "ariz", "ark", "colo", "del", "ga", "ala", "usw", "etc", "ecc",
    "enz", "itd", "itp", "u.s.w", "г", "гг", "в", "вв", "т.д", "т.п", "др", "пр", "тыс", "млн",
    "млрд", "руб", "коп", "р", "рр", "ст", "м", "с", "д", "н.э", "о",
];

/// Words that begin a sentence and hardly ever a name, by language.
const STARTERS: &[(&str, &str)] = &[
    (
        "en",
        "The A An In On At He She It They We You I His Her Its Their Our My Your This That These Those There Here But \
         And Or So Yet If When While After Before As By For From To With Without Under Over Since Until During \
         Although Though Because However Meanwhile Moreover Then Now Once One Two Some Many Most Several All Both Each \
         Every No Not None Nobody What Who Why How Where Which Such Also Only Even Still Instead According Asked Of \
         Another Other Others Earlier Later Analysts Officials",
    ),
    (
        "de",
        "Der Die Das Den Dem Ein Eine Einen Er Sie Es Wir Ich Im In Am An Auf Und Aber Doch Dann Da Nach Bei Mit Von \
         Vor Zu Für Als Wenn Dies Diese Dieser Dieses Seit Auch So Man Nur Noch Ihr Sein Seine",
    ),
    (
        "fr",
        "Le La Les Un Une Il Elle Ils Elles Nous Vous Je Ce Cette Ces Dans En Et Mais Pour Par Sur On Au Aux Des Du",
    ),
    (
        "es",
        "El La Los Las Un Una En Se Lo Su Sus Y Pero Por Para Con Al Del Este Esta Según No Yo Ella Ellos",
    ),
    (
        "it",
        "Il Lo La I Gli Le Un Una In Nel Nella E Ma Per Con Al Del Questo Questa Si Non Anche",
    ),
    (
        "pt",
        "O A Os As Um Uma Em No Na Ele Ela Eles E Mas Por Para Com Ao Este Esta Segundo Não",
    ),
    (
        "nl",
        "De Het Een Hij Zij Ze We Ik In Op En Maar Voor Met Van Naar Dit Dat Deze Er Volgens",
    ),
    (
        "pl",
        "W Na Z Po Do I A Ale On Ona Oni To Ten Ta Jak Gdy Nie Się Według Od",
    ),
    ("tr", "Bu Bir O Ve Ama Ancak Biz Ben Onlar Daha Bunun"),
    (
        "ru",
        "В Во На Он Она Они Оно Это Этот Эта И А Но По С Со К Ко За Для Как Мы Я Вы У О Об От Из До При После Перед Если \
         Когда Так Там Тогда Его Её Их Не Все",
    ),
    (
        "uk",
        "В У Во На Він Вона Вони Воно Це Цей Ця І Й Та А Але По З Із До За Для Як Ми Я Ви Від Про При Після Якщо Коли Не Всі",
    ),
];

/// What a full stop behind `word` means; `word` has its inner full stops and no last one.
pub(super) fn stop_behind(word: &str) -> Stop {
    let lower = word.to_lowercase();
    let is_one_of = |list: &[&str]| list.contains(&lower.as_str());
    let has_capital = word.chars().any(char::is_uppercase);
    let is_inner_dotted = word.contains('.') && word.split('.').all(|it| it.chars().count() <= 2);
    // "p. 12" is a page, "James P. Hogan" a person.
    let is_initial = has_capital && is_letter(word);
    if is_one_of(CONTINUES) || has_capital && is_one_of(TITLES) {
        Stop::Continues
    } else if is_one_of(BEFORE_NUMBER) && !is_initial || lower.ends_with("str") {
        Stop::BeforeNumber
    } else if is_inner_dotted
        || is_letter(word)
        || is_one_of(UNCLEAR) && (has_capital || !is_english_word(&lower))
    {
        Stop::Unclear
    } else {
        Stop::Ends
    }
}

/// Abbreviations that, in lower case, are words.
fn is_english_word(lower: &str) -> bool {
    matches!(
        lower,
        "sat"
            | "sun"
            | "mar"
            | "wed"
            | "am"
            | "wash"
            | "mass"
            | "miss"
            | "ill"
            | "ore"
            | "la"
            | "pa"
            | "ark"
            | "ed"
            | "est"
            | "del"
            | "mo"
            | "ind"
    )
}

/// Whether a word is one letter: `z. B.`, `J. Smith`.
fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether a word is one capital letter: `J`.
pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some(it), None) if it.is_uppercase())
}

/// Whether a word begins a sentence and hardly ever a name, in that language (English where it is unknown).
pub(super) fn is_starter(word: &str, lang: &str) -> bool {
    let primary = lang.split('-').next().unwrap_or(lang);
    let of = |wanted: &str| STARTERS.iter().find(|(lang, _)| *lang == wanted);
    of(primary)
        .or_else(|| of("en"))
        .is_some_and(|(_, words)| words.split(' ').any(|it| it == word))
}

/// Verbs that follow a quotation: `“Why?” Smith asked.`
pub(super) fn is_speech_verb(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "asked"
            | "asks"
            | "added"
            | "replied"
            | "answered"
            | "shouted"
            | "cried"
            | "wrote"
            | "told"
            | "tweeted"
            | "exclaimed"
            | "continued"
            | "recalled"
            | "explained"
            | "demanded"
            | "whispered"
            | "yelled"
            | "joked"
    )
}
