//! The search index: which passages and titles hold which words.

use std::collections::HashMap;

use dossier_corpus::document::{Document, TitleOrigin};
use dossier_corpus::encode::SearchIndex;
use dossier_corpus::index::{TermEntry, write};
use dossier_corpus::text::{fold_into, words};

use super::stems::{Families, Language};
use super::visible;

/// Writes the search index of the whole corpus; passages are numbered through all documents. `O(text)`.
///
/// Titles that were cut from the first sentence are no further source of words.
#[must_use]
pub fn search(documents: &[Document]) -> SearchIndex {
    let mut terms = Terms::default();
    let mut n_words = Vec::with_capacity(documents.len());
    let mut passage_number = 0;
    for (number, document) in (0..).zip(documents) {
        let language = Language::of_tag(&document.lang);
        if matches!(
            document.title.origin,
            TitleOrigin::Given | TitleOrigin::Heading
        ) {
            for (_, word) in words(&document.title.text) {
                terms.in_title(word, language, number);
            }
        }
        let mut n_words_here = 0u32;
        for passage in &document.passages {
            for (_, word) in words(&visible(document, passage)) {
                terms.in_passage(word, language, passage_number);
                n_words_here = n_words_here.saturating_add(1);
            }
            passage_number += 1;
        }
        n_words.push(n_words_here);
    }
    let (terms, postings) = terms.write();
    SearchIndex {
        terms,
        postings,
        n_words,
    }
}

/// What is gathered for each term, in the order they were first seen.
#[derive(Default)]
struct Terms {
    list: Vec<Term>,
    by_text: HashMap<String, u32>,
    /// The term of a word as it stands in the text; spares folding it each time.
    by_word: HashMap<String, u32>,
    families: Families,
    folded: String,
}

#[derive(Default)]
struct Term {
    text: String,
    /// Rising, with the number of times.
    passages: Vec<(u32, u32)>,
    /// Rising.
    titles: Vec<u32>,
    /// Bits of the languages in which its stem is known.
    languages: u32,
}

impl Terms {
    fn in_title(&mut self, word: &str, language: Option<Language>, document: u32) {
        if let Some(term) = self.term(word, language)
            && term.titles.last() != Some(&document)
        {
            term.titles.push(document);
        }
    }

    fn in_passage(&mut self, word: &str, language: Option<Language>, passage: u32) {
        let Some(term) = self.term(word, language) else {
            return;
        };
        match term.passages.last_mut() {
            Some((last, times)) if *last == passage => *times += 1,
            _ => term.passages.push((passage, 1)),
        }
    }

    fn term(&mut self, word: &str, language: Option<Language>) -> Option<&mut Term> {
        let number = match self.by_word.get(word) {
            Some(&number) => number,
            None => {
                fold_into(word, &mut self.folded);
                // A word of nothing but marks.
                if self.folded.is_empty() {
                    return None;
                }
                let number = self.number_of_folded();
                self.by_word.insert(word.to_owned(), number);
                number
            }
        };
        let term = self.list.get_mut(number as usize)?;
        if let Some(language) = language
            && term.languages & language.bit() == 0
        {
            term.languages |= language.bit();
            self.families.add(language, word, number);
        }
        Some(term)
    }

    fn number_of_folded(&mut self) -> u32 {
        if let Some(&number) = self.by_text.get(&self.folded) {
            return number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.by_text.insert(self.folded.clone(), number);
        self.list.push(Term {
            text: self.folded.clone(),
            ..Term::default()
        });
        number
    }

    fn write(self) -> (Vec<u8>, Vec<u8>) {
        let text = |number: &u32| self.list.get(*number as usize).map(|it| it.text.as_str());
        let mut order: Vec<u32> = (0..).zip(&self.list).map(|it| it.0).collect();
        order.sort_unstable_by(|a, b| text(a).cmp(&text(b)));
        let rings = self.families.rings(&order);
        let entries = order
            .iter()
            .zip(&rings)
            .filter_map(|(&number, &next_relative)| {
                let term = self.list.get(number as usize)?;
                Some(TermEntry {
                    term: &term.text,
                    passages: &term.passages,
                    titles: &term.titles,
                    next_relative,
                })
            });
        // Sorted and without doubles, which is all that can go wrong.
        write(entries).unwrap_or_default()
    }
}
