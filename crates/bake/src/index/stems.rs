//! Which words are forms of one word, by the stemmer of their document's language (Snowball).
//!
//! Stems are found here, once; the page gets the families of words and needs no stemmer.

use std::collections::HashMap;

use dossier_corpus::text::fold;
use rust_stemmers::{Algorithm, Stemmer};

/// Languages with a stemmer: primary language tag and algorithm.
const LANGUAGES: [(&str, Algorithm); 18] = [
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nl", Algorithm::Dutch),
    ("no", Algorithm::Norwegian),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
];

/// A language that has a stemmer: its position in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Language(u8);

impl Language {
    /// The language of a BCP 47 tag, if its words can be stemmed.
    pub(super) fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?.to_ascii_lowercase();
        let primary = match primary.as_str() {
            "nb" | "nn" => "no",
            other => other,
        };
        let idx = LANGUAGES.iter().position(|it| it.0 == primary)?;
        u8::try_from(idx).ok().map(Self)
    }

    /// A set of languages with only this one, as bits.
    pub(super) const fn bit(self) -> u32 {
        1 << self.0
    }
}

/// Collects the words of each stem.
#[derive(Default)]
pub(super) struct Families {
    stemmers: HashMap<Language, Stemmer>,
    first_of_stem: HashMap<(Language, String), u32>,
    /// For each word a word of the same family, or itself: a forest, as in union-find.
    parents: Vec<u32>,
}

impl Families {
    /// Notes that `word` (as it stands in a text of that language) is the term with that number.
    pub(super) fn add(&mut self, language: Language, word: &str, term: u32) {
        if word.chars().count() < 3
            || !word
                .chars()
                .all(|it| it.is_alphabetic() || it == '’' || it == '\'')
        {
            return;
        }
        let Some(&(_, algorithm)) = LANGUAGES.get(usize::from(language.0)) else {
            return;
        };
        let stemmer = self
            .stemmers
            .entry(language)
            .or_insert_with(|| Stemmer::create(algorithm));
        let stem = fold(&stemmer.stem(&word.to_lowercase().replace('’', "'")));
        let other = *self.first_of_stem.entry((language, stem)).or_insert(term);
        self.unite(term, other);
    }

    fn root(&mut self, term: u32) -> u32 {
        let mut root = term;
        while let Some(&parent) = self.parents.get(root as usize)
            && parent != root
        {
            root = parent;
        }
        let mut at = term;
        while let Some(parent) = self.parents.get_mut(at as usize)
            && *parent != root
        {
            at = std::mem::replace(parent, root);
        }
        root
    }

    fn unite(&mut self, a: u32, b: u32) {
        let n_known = u32::try_from(self.parents.len()).unwrap_or(u32::MAX);
        self.parents.extend(n_known..=a.max(b));
        let (a, b) = (self.root(a), self.root(b));
        if let Some(parent) = self.parents.get_mut(a.max(b) as usize) {
            *parent = a.min(b);
        }
    }

    /// For each place in `order` (a list of all terms), the place of the next relative; its own when there is none.
    pub(super) fn rings(mut self, order: &[u32]) -> Vec<u32> {
        let mut next: Vec<u32> = (0..).zip(order).map(|(place, _)| place).collect();
        let mut first_and_last: HashMap<u32, (u32, u32)> = HashMap::new();
        for (place, &term) in (0..).zip(order) {
            let root = self.root(term);
            let (first, last) = first_and_last.entry(root).or_insert((place, place));
            if let Some(it) = next.get_mut(*last as usize) {
                *it = place;
            }
            if let Some(it) = next.get_mut(place as usize) {
                *it = *first;
            }
            *last = place;
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn families(words: &[(&str, &str)]) -> Vec<u32> {
        let mut families = Families::default();
        for (number, (tag, word)) in (0..).zip(words) {
            if let Some(language) = Language::of_tag(tag) {
                families.add(language, word, number);
            }
        }
        families.rings(&(0..).zip(words).map(|it| it.0).collect::<Vec<u32>>())
    }

    #[test]
    fn forms_of_one_word_form_a_ring() {
        type Row = (
            &'static [(&'static str, &'static str)],
            &'static [u32],
            &'static str,
        );
        let rows: &[Row] = &[
            (
                &[
                    ("en", "walk"),
                    ("en-GB", "walked"),
                    ("en", "talk"),
                    ("en", "Walking"),
                ],
                &[1, 3, 2, 0],
                "English",
            ),
            (
                &[("de", "Häuser"), ("en", "hauser"), ("de", "Hause")],
                &[2, 1, 0],
                "only within a language",
            ),
            (&[("ru", "книга"), ("ru", "книги")], &[1, 0], "Russian"),
            (&[("xx", "walk"), ("xx", "walks")], &[0, 1], "no stemmer"),
            (
                &[("en", "as"), ("en", "a"), ("en", "1990s")],
                &[0, 1, 2],
                "short words and numbers",
            ),
        ];
        for (words, expected, why) in rows {
            assert_eq!(families(words), *expected, "{why}");
        }
    }
}
