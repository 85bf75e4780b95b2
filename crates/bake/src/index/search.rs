//! The search index: which passages and titles hold which words.

use std::collections::HashMap;

use dossier_corpus::beginnings::{self, LONG};
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
    terms.write(passage_number as usize, n_words)
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

    fn write(self, n_passages: usize, n_words: Vec<u32>) -> SearchIndex {
        let text = |number: &u32| self.list.get(*number as usize).map(|it| it.text.as_str());
        let mut order: Vec<u32> = (0..).zip(&self.list).map(|it| it.0).collect();
        order.sort_unstable_by(|a, b| text(a).cmp(&text(b)));
        let rings = self.families.rings(&order);
        let entries: Vec<TermEntry<'_>> = order
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
            })
            .collect();
        let beginnings = beginnings::write(&entries, n_passages, n_words.len(), LONG);
        // Sorted and without doubles, which is all that can go wrong.
        let (terms, postings) = write(entries).unwrap_or_default();
        SearchIndex {
            terms,
            postings,
            beginnings,
            n_words,
        }
    }
}

#[cfg(test)]
mod tests {
    use dossier_corpus::document::{Passage, Role, Run, Title};
    use dossier_corpus::index::Dictionary;
    use dossier_corpus::span::Span;

    use super::*;

    fn document(title: &str, origin: TitleOrigin, lines: &[&str]) -> Document {
        let text = lines.join("\n");
        let mut at = 0;
        let passages = lines.iter().map(|line| {
            let span = Span::from_range(at..at + line.len());
            at += line.len() + 1;
            Passage {
                span,
                role: Role::Paragraph,
                quote_depth: 0,
                runs: Vec::new(),
                styles: Vec::new(),
                sentences: vec![span],
            }
        });
        Document {
            id: String::new(),
            path: String::new(),
            title: Title {
                text: title.to_owned(),
                origin,
            },
            lang: "en".to_owned(),
            lang_given: true,
            published: None,
            not_before: None,
            added: None,
            meta: Vec::new(),
            sha256: [0; 32],
            n_bytes: 0,
            encoding: String::new(),
            passages: passages.collect(),
            text,
            text_in_seed: None,
            offers_original: false,
            entities: Vec::new(),
            mentions: Vec::new(),
            moments: Vec::new(),
            statements: Vec::new(),
            hedges: Vec::new(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn words_are_listed_with_passages_titles_and_forms() {
        let mut marked = document(
            "Ferries",
            TitleOrigin::Heading,
            &["x&amp;y", "A ferry, the ferry’s bell"],
        );
        marked.passages[0].runs = [(0, 1, None), (1, 6, Some("&")), (6, 7, None)]
            .map(|(start, end, shown)| Run {
                span: Span::new(start, end),
                shown: shown.map(str::to_owned),
            })
            .to_vec();
        let documents = [
            document(
                "Bell ringing",
                TitleOrigin::FirstSentence,
                &["Bell ringing"],
            ),
            marked,
        ];
        let index = search(&documents);
        assert_eq!(index.n_words, [2, 7]);
        let dictionary = Dictionary::open(&index.terms, &index.postings).unwrap();
        let of = |term: &str| {
            let list = dictionary.list(dictionary.find(term)?);
            let mut passages = Vec::new();
            list.for_each(|passage, times| passages.push((passage, times)));
            Some((passages, list.titles().collect::<Vec<_>>()))
        };
        assert_eq!(
            of("ferry"),
            Some((vec![(2, 2)], vec![])),
            "twice, once with a possessive"
        );
        assert_eq!(of("ferries"), Some((vec![], vec![1])), "only in a title");
        assert_eq!(
            of("bell"),
            Some((vec![(0, 1), (2, 1)], vec![])),
            "a cut sentence is no title"
        );
        assert_eq!(of("amp"), None, "only what is visible");
        let ferry = dictionary.find("ferry").unwrap();
        assert_eq!(
            dictionary.relatives(ferry),
            [dictionary.find("ferries").unwrap()]
        );
    }
}
