//! Finds the names in a text: people, organisations, places and groups.
//!
//! Stage: *analysis*. In: a [`Reading`]. Out: the document's entities and their mentions, sorted, not
//! overlapping, with spans into the reading's text.
//!
//! ```text
//! sentence → tokens (token) → candidates (candidate, lexicon) → weights (context) → kinds (decide) → entities (fold)
//! ```
//!
//! # Invariants
//!
//! - A mention's span is the name alone: no title, article, possessive; both ends lie on `char` boundaries.
//! - Every entity has a mention, every mention an entity; entities are in the order of their first mention.
//! - Time is linear in the text's length; nothing depends on hashing order.
//!
//! # Not done here
//!
//! Joining the entities of several documents (`link`), and the publisher's corrections.

mod candidate;
mod context;
mod decide;
mod fold;
pub(crate) mod lexicon;
mod marks;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod token;

use std::collections::HashSet;

use dossier_corpus::mention::{Entity, EntityKind, Mention};
use dossier_corpus::span::Span;

use crate::reading::Reading;
use decide::Seen;
use lexicon::{Lexicon, lexicon};
use token::{Shape, Token, tokens};

/// What was found in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The entities; short forms are folded into their long form.
    pub entities: Vec<Entity>,
    /// Where they are named.
    pub mentions: Vec<Mention>,
}

/// Finds the names of a document. Time linear in its length.
#[must_use]
pub fn find(reading: Reading<'_>) -> Names {
    let lexicon = lexicon(reading.lang);
    let mut seen = Vec::new();
    let mut small_words = HashSet::new();
    for (_, span) in reading.sentences() {
        let tokens = sentence_tokens(lexicon, reading.words(span), span.start);
        for token in tokens.iter().filter(|it| it.shape == Shape::Lower) {
            if !small_words.contains(token.norm.as_ref()) {
                small_words.insert(token.norm.clone().into_owned());
            }
        }
        for candidate in candidate::candidates(lexicon, &tokens) {
            let (start, end) = candidate.tokens;
            let mut context = context::around(lexicon, &tokens, start, end);
            if end - start == 2 || end - start == 3 {
                // "Tore Andersen": the family name stands last.
                let last = tokens.get(end - 1).map_or("", |it| &it.norm);
                let [person, ..] = context::ending(last);
                if let Some(score) = context.first_mut() {
                    *score += person;
                }
            }
            if end - start == 1 {
                let word = tokens.get(start).map_or("", |it| &it.norm);
                for (score, extra) in context.iter_mut().zip(context::ending(word)) {
                    *score += extra;
                }
            }
            let name = name_of(lexicon, tokens.get(start..end).unwrap_or(&[]));
            let beside = [EntityKind::Person, EntityKind::Organisation]
                .map(|kind| context::beside(lexicon, &tokens, start, end, kind));
            seen.push(Seen::new(&candidate, name, context, beside));
        }
    }
    let kinds = decide::kinds(&seen, &small_words);
    fold::entities(reading, lexicon, &seen, &kinds)
}

/// Words that mix look-alike letters of several scripts (Latin with Cyrillic or Greek): their spans, in order.
///
/// Such a word looks like another one and is found by neither spelling; the build says so.
#[must_use]
pub fn mixed_scripts(reading: Reading<'_>) -> Vec<Span> {
    let mut out = Vec::new();
    for (_, span) in reading.sentences() {
        let tokens = sentence_tokens(lexicon(reading.lang), reading.words(span), span.start);
        let mixed = tokens
            .iter()
            .filter(|it| is_mixed(it.span.of(reading.text)));
        out.extend(mixed.map(|it| it.span));
    }
    out
}

/// Whether one run of letters, hyphens apart, holds letters of two of the look-alike scripts.
fn is_mixed(word: &str) -> bool {
    !word.is_ascii()
        && word.split(['-', '‐', '‑']).any(|part| {
            let has = |range: fn(char) -> bool| part.chars().any(range);
            let latin = has(|it| matches!(it, 'A'..='Z' | 'a'..='z' | 'À'..='ɏ'));
            let cyrillic = has(|it| matches!(it, 'Ѐ'..='ӿ'));
            let greek = has(|it| matches!(it, 'Ά'..='Ͽ'));
            u8::from(latin) + u8::from(cyrillic) + u8::from(greek) > 1
        })
}

/// The full name of a well-known abbreviation: "UN", "U.S.".
pub(crate) fn expand(name: &str) -> Option<&'static str> {
    lexicon("en").full_name(name)
}

/// Whether two roles found beside one name may belong to one person: not when they are of different walks of life.
pub(crate) fn may_be_one_person(one: &str, other: &str) -> bool {
    let field = |role: &str| {
        include_str!("data/en/fields.txt")
            .lines()
            .position(|line| !line.starts_with('#') && line.split("; ").any(|it| it == role))
    };
    one == other || field(one).is_none() || field(other).is_none() || field(one) == field(other)
}

/// The tokens of a sentence that starts at byte `base` of its reading.
pub(crate) fn sentence_tokens<'a>(
    lexicon: &Lexicon,
    sentence: &'a str,
    base: u32,
) -> Vec<Token<'a>> {
    tokens(sentence, base, |word| lexicon.is_abbreviation(word))
}

/// The name that stands in these tokens, made comparable: "CLINTON" is "Clinton".
fn name_of(lexicon: &Lexicon, tokens: &[Token<'_>]) -> String {
    let mut name = String::new();
    let is_long = tokens.len() > 1
        && tokens.iter().all(|it| it.shape == Shape::AllCaps)
        && tokens.iter().any(|it| it.norm.len() > 3);
    let all_caps = tokens.iter().all(|it| it.shape != Shape::Capital);
    for (idx, token) in tokens.iter().enumerate() {
        if idx > 0 && token.spaced && token.shape != Shape::Possessive {
            name.push(' ');
        }
        let is_shouted = token.shape == Shape::AllCaps
            && (token.norm.len() > 3 || is_long)
            && all_caps
            && !token.norm.contains('.');
        if is_shouted
            && !(tokens.len() == 1 && lexicon.name(&token.norm).has(lexicon::Marks::ORGANISATION))
            && (tokens.len() > 1
                || token.norm.len() > 5
                || !lexicon.name(&titled(&token.norm)).is_none())
        {
            name.push_str(&titled(&token.norm));
        } else {
            name.extend(token.norm.split_whitespace());
        }
    }
    name
}

/// A word with a capital at its start and after hyphens only.
pub(crate) fn titled(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut at_start = true;
    for it in word.chars() {
        if at_start {
            out.push(it);
        } else {
            out.extend(it.to_lowercase());
        }
        at_start = !it.is_alphabetic() && it != '\'';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::testing::with_reading;
    use super::*;
    use proptest::prelude::*;

    /// The mentions as `kind letter:words`, in order.
    #[track_caller]
    fn check(text: &str, expected: &[&str], why: &str) {
        let got = with_reading(text, "en", |reading| {
            let names = find(reading);
            names
                .mentions
                .iter()
                .map(|it| {
                    let entity = &names.entities[it.entity as usize];
                    format!("{}:{}", &entity.kind.name()[..2], it.span.of(text))
                })
                .collect::<Vec<_>>()
        });
        assert_eq!(got, expected, "{why}: {text}");
    }

    #[test]
    fn people() {
        check(
            "Finnish Defence Minister Tuula Ranta met Olaf van der Meulen.",
            &["gr:Finnish", "pe:Tuula Ranta", "pe:Olaf van der Meulen"],
            "office and particles",
        );
        check(
            "He met Pak Yong-ho and J. R. Whitby Jr. there.",
            &["pe:Pak Yong-ho", "pe:J. R. Whitby Jr."],
            "hyphen, initials, suffix",
        );
        check(
            "The sculptor Ruslan Tkebuchava’s studio burnt.",
            &["pe:Ruslan Tkebuchava"],
            "a role before, a possessive behind",
        );
        check(
            "Then Secretary of State Maria Ostrova spoke.",
            &["pe:Maria Ostrova"],
            "the office goes over “of”",
        );
        check(
            "Helmut Bishop met Dean Harper.",
            &["pe:Helmut Bishop", "pe:Dean Harper"],
            "titles that are names here",
        );
        check(
            "The ex-mayor, Sofia Brandt, 61, left.",
            &["pe:Sofia Brandt"],
            "age behind",
        );
        check(
            "Yesterday Tkebuchava said nothing.",
            &["pe:Tkebuchava"],
            "the first word's capital says nothing",
        );
    }

    #[test]
    fn organisations() {
        check(
            "The Ministry of Public Works and Housing denied it.",
            &["or:Ministry of Public Works and Housing"],
            "two topics",
        );
        check(
            "The Ministry of Health of Chad denied it.",
            &["or:Ministry of Health of Chad"],
            "a place inside",
        );
        check(
            "The Ministry of Trade, Livestock and Rural Development denied it.",
            &["or:Ministry of Trade, Livestock and Rural Development"],
            "a list of topics",
        );
        check(
            "The Standing Panel on River Traffic met at the State University at Halmstad.",
            &[
                "or:Standing Panel on River Traffic",
                "or:State University at Halmstad",
            ],
            "on and at",
        );
        check(
            "The Harbour Pilots' Union sued Orient Shipping, Inc. in May.",
            &["or:Harbour Pilots' Union", "or:Orient Shipping, Inc."],
            "an apostrophe behind a plural, an ending behind a comma",
        );
        check(
            "Peru’s Ministry of Defense denied it.",
            &["pl:Peru", "or:Ministry of Defense"],
            "a possessive before",
        );
        check(
            "The Workshop of Marine Painters named after Repnin opened.",
            &["or:Workshop of Marine Painters named after Repnin"],
            "named after",
        );
        check(
            "The Institute of Polar Studies (IPS) closed. IPS sued.",
            &["or:Institute of Polar Studies", "or:IPS", "or:IPS"],
            "introduced in brackets",
        );
        check(
            "The National People’s Army marched.",
            &["or:National People’s Army"],
            "a possessive inside",
        );
        check(
            "Barker & Nolan bought Orient Steel Corp. in May.",
            &["or:Barker & Nolan", "or:Orient Steel Corp."],
            "endings of companies",
        );
        check(
            "It was reported by the daily Zvezdan.",
            &["or:Zvezdan"],
            "what it is, before its name",
        );
        check(
            "The sale of Banco do Norte is off.",
            &["or:Banco do Norte"],
            "a head noun first, with a particle",
        );
        check(
            "Moody’s cut it.",
            &["or:Moody"],
            "a listed name with its own ’s",
        );
    }

    #[test]
    fn places_and_groups() {
        check(
            "Fighting went on in the Belgorod region of Russia.",
            &["pl:Belgorod region", "pl:Russia"],
            "the head noun written small",
        );
        check(
            "Lake Onego, the Gulf of Riga and Mount Elbrus.",
            &["pl:Lake Onego", "pl:Gulf of Riga", "pl:Mount Elbrus"],
            "the head noun first",
        );
        check(
            "Greek and Turkish crews towed it to Lesbos.",
            &["gr:Greek", "gr:Turkish", "pl:Lesbos"],
            "adjectives are groups",
        );
        check(
            "Officials in Tskhaltubo, Georgia, agreed.",
            &["pl:Tskhaltubo", "pl:Georgia"],
            "a country behind a comma",
        );
        check(
            "U.S. officials flew to N'Djamena.",
            &["pl:U.S.", "pl:N'Djamena"],
            "full stops and apostrophes inside",
        );
        check(
            "The Iranian-backed militia left.",
            &["gr:Iranian"],
            "a suffix is none of the name",
        );
    }

    #[test]
    fn headlines_with_a_capital_on_every_word() {
        check(
            "Liv Haug Wins Mayoral Race in Turku After Recount",
            &["pe:Liv Haug", "pl:Turku"],
            "verbs and nouns have capitals too",
        );
        check("How to Bake Bread in Ten Easy Steps", &[], "no name at all");
    }

    #[test]
    fn towns_in_a_table_of_results_are_clubs() {
        check(
            "Turku 2 Tampere 0",
            &["or:Turku", "or:Tampere"],
            "two scores",
        );
        check(
            "Halm 2 (Niemi 12, Salo 40 pen) Sund 1 (Lind 8)",
            &["or:Halm", "pe:Niemi", "pe:Salo", "or:Sund", "pe:Lind"],
            "who scored stands in brackets",
        );
        check("TURKU 14 4 2 46", &["or:TURKU"], "a row of a table");
        check(
            "Turku, 12 December 1996",
            &["pl:Turku"],
            "a date is no score",
        );
    }

    #[test]
    fn no_names() {
        check(
            "According to reports, it rained. However, nobody came.",
            &[],
            "words at the start",
        );
        check(
            "Local communities may suffer. Yet others hope.",
            &[],
            "words at the start",
        );
        check(
            "MAYOR QUITS OVER BRIDGE REPORT",
            &[],
            "a headline in capitals",
        );
        check(
            "In July and on Christmas Eve the Cold War ended.",
            &[],
            "months, feasts, wars",
        );
        check(
            "日本の首相は東京で演説した。",
            &[],
            "a script without capitals",
        );
        check("", &[], "nothing");
    }

    #[test]
    fn headlines_in_capitals_keep_known_names() {
        check(
            "JAPAN BEATS CHINA AGAIN",
            &["pl:JAPAN", "pl:CHINA"],
            "countries",
        );
        check(
            "NEW YORK WAITS FOR RAIN",
            &["pl:NEW YORK"],
            "a short first word",
        );
    }

    #[track_caller]
    fn check_entities(text: &str, expected: &[(&str, &[&str])], why: &str) {
        let names = with_reading(text, "en", find);
        let got: Vec<_> = names
            .entities
            .iter()
            .map(|it| {
                (
                    it.name.as_str(),
                    it.aliases.iter().map(String::as_str).collect::<Vec<_>>(),
                )
            })
            .collect();
        let expected: Vec<_> = expected.iter().map(|it| (it.0, it.1.to_vec())).collect();
        assert_eq!(got, expected, "{why}: {text}");
    }

    #[test]
    fn short_forms_join_their_long_form() {
        check_entities(
            "Ruslan Tkebuchava came. Tkebuchava left.",
            &[("Ruslan Tkebuchava", &["Tkebuchava"])],
            "a family name",
        );
        check_entities(
            "The Coastal Rescue Service (CRS) came. The CRS left.",
            &[("Coastal Rescue Service", &["CRS"])],
            "an abbreviation",
        );
        check_entities(
            "Anna Brandt met Paul Brandt. Brandt left.",
            &[("Anna Brandt", &[]), ("Paul Brandt", &[]), ("Brandt", &[])],
            "two of one name: not sure",
        );
        check_entities(
            "U.S. ships came. The United States said so.",
            &[("United States", &["U.S."])],
            "a listed abbreviation",
        );
        check_entities(
            "ANNA BRANDT LEAVES\nAnna Brandt left.",
            &[("Anna Brandt", &[])],
            "capitals of a headline",
        );
    }

    #[test]
    fn invisible_characters_inside_names_change_nothing() {
        check_entities(
            "Anna Bra\u{200b}ndt left. Anna \u{202e}Brandt came.",
            &[("Anna Brandt", &[])],
            "zero width and direction",
        );
    }

    #[test]
    fn words_of_mixed_scripts_are_told() {
        let text = "Анна Вrandt, Anna Brandt, Анна-Maria, naïve µm, Чехов.";
        let spans = with_reading(text, "ru", mixed_scripts);
        let got: Vec<_> = spans.iter().map(|it| it.of(text)).collect();
        assert_eq!(got, ["Вrandt"]);
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        for text in [
            "Abc ".repeat(10_000),
            "Ministry of ".repeat(10_000),
            "a".repeat(1_000_000),
            "van der ".repeat(20_000),
            "“‘".repeat(20_000),
            "A. ".repeat(20_000),
        ] {
            with_reading(&text, "en", find);
        }
    }

    proptest! {
        #[test]
        fn spans_are_sorted_and_on_boundaries(text in "[A-Za-zÉé’'“”.,& \\-\u{200b}\u{301}Яя東\n]{0,300}") {
            let names = with_reading(&text, "en", find);
            let mut end = 0;
            for mention in &names.mentions {
                prop_assert!(mention.span.start >= end && !mention.span.is_empty());
                prop_assert!(text.get(mention.span.range()).is_some());
                prop_assert!((mention.entity as usize) < names.entities.len());
                end = mention.span.end;
            }
            prop_assert!(names.mentions.iter().all(|it: &Mention| Span::new(it.span.start, it.span.end) == it.span));
        }
    }
}
