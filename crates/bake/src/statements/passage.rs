//! A passage as statements are read from it: its tokens, where its sentences end and what stands in quotation marks.
//!
//! Role: common ground of *statements*. In: a [`Reading`] and a passage of it. Out: [`Words`].

use dossier_corpus::mention::EntityKind;
use dossier_corpus::span::Span;

use super::cues::{Class, Cues, Follows, cues};
use super::quotes::{Quote, quotes};
use crate::entities::Names;
use crate::entities::lexicon::{Lexicon, Marks, lexicon};
use crate::entities::sentence_tokens;
use crate::entities::token::{Shape, Token};
use crate::reading::{PassageReading, Reading};

/// The words of one passage.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    /// All tokens, in order.
    pub(crate) tokens: Vec<Token<'a>>,
    /// Token ranges of the sentences, in order.
    pub(crate) sentences: Vec<(usize, usize)>,
    /// The outermost quotations with the token range of each, marks included.
    pub(crate) quotes: Vec<(Quote, (usize, usize))>,
    /// For each token whether it stands in a quotation.
    quoted: Vec<bool>,
    /// For each token the kind of the name it stands in.
    named: Vec<Option<EntityKind>>,
    /// The lists of the reading's language.
    pub(crate) cues: &'static Cues,
    lexicon: &'static Lexicon,
}

impl<'a> Words<'a> {
    /// Reads a passage. Time linear in its length.
    pub(crate) fn new(reading: Reading<'a>, names: &Names, passage: &PassageReading) -> Self {
        let lexicon = lexicon(reading.lang);
        let mut tokens = Vec::new();
        let mut sentences = Vec::new();
        for &span in &passage.sentences {
            let start = tokens.len();
            tokens.extend(sentence_tokens(lexicon, reading.words(span), span.start));
            sentences.push((start, tokens.len()));
        }
        let mut kinds = vec![None; tokens.len()];
        let from = names
            .mentions
            .partition_point(|it| it.span.end <= passage.span.start);
        let mut at = 0;
        for mention in names
            .mentions
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .take_while(|it| it.span.start < passage.span.end)
        {
            let kind = names
                .entities
                .get(mention.entity as usize)
                .map(|it| it.kind);
            while tokens
                .get(at)
                .is_some_and(|it: &Token<'_>| it.span.end <= mention.span.start)
            {
                at += 1;
            }
            while tokens
                .get(at)
                .is_some_and(|it| it.span.start < mention.span.end)
            {
                if let Some(slot) = kinds.get_mut(at) {
                    *slot = kind;
                }
                at += 1;
            }
        }
        let mut quoted = vec![false; tokens.len()];
        let mut spans = Vec::new();
        let mut at = 0;
        for quote in quotes(reading.words(passage.span), passage.span.start) {
            while tokens
                .get(at)
                .is_some_and(|it: &Token<'_>| it.span.end <= quote.outer.start)
            {
                at += 1;
            }
            let start = at;
            while tokens
                .get(at)
                .is_some_and(|it| it.span.start < quote.outer.end)
            {
                if let Some(flag) = quoted.get_mut(at) {
                    *flag = true;
                }
                at += 1;
            }
            spans.push((quote, (start, at)));
        }
        Self {
            tokens,
            sentences,
            quotes: spans,
            quoted,
            named: kinds,
            cues: cues(reading.lang),
            lexicon,
        }
    }

    /// Whether the token stands in a quotation.
    pub(crate) fn is_quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or(false)
    }

    /// Whether the token is part of a name.
    pub(crate) fn is_named(&self, at: usize) -> bool {
        self.named.get(at).copied().flatten().is_some()
    }

    /// Whether the token is part of a person's name.
    pub(crate) fn is_person(&self, at: usize) -> bool {
        self.named.get(at).copied().flatten() == Some(EntityKind::Person)
    }

    /// The token at a position that may lie before the first.
    pub(crate) fn get(&self, at: Option<usize>) -> Option<&Token<'a>> {
        at.and_then(|it| self.tokens.get(it))
    }

    /// Whether the token is of a class of words.
    pub(crate) fn is_a(&self, at: usize, class: Class) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.is_word() && self.cues.is_a(&it.lower(), class))
    }

    /// The verb of saying at the token.
    pub(crate) fn verb(&self, at: usize) -> Option<Follows> {
        self.tokens.get(at).and_then(|it| self.cues.verb(it))
    }

    /// How many tokens from `at` stand for "according to".
    pub(crate) fn according(&self, at: usize) -> Option<usize> {
        self.cues.according(self.tokens.get(at..)?)
    }

    /// Whether the token is one of these words, in small letters.
    pub(crate) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.is_word() && words.contains(&it.lower().as_ref()))
    }

    /// Whether the token is one of these marks.
    pub(crate) fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| matches!(it.shape, Shape::Mark(mark) if marks.contains(&mark)))
    }

    /// What the lists say about the word.
    pub(crate) fn marks(&self, at: usize) -> Marks {
        self.tokens
            .get(at)
            .filter(|it| it.is_word())
            .map_or_else(Marks::default, |it| self.lexicon.word(&it.lower()))
    }

    /// The sentence that holds the token: its range of tokens.
    pub(crate) fn sentence_of(&self, at: usize) -> (usize, usize) {
        let idx = self.sentences.partition_point(|it| it.1 <= at);
        self.sentences.get(idx).copied().unwrap_or((at, at))
    }

    /// The bytes from the first to the last of these tokens, without marks and conjunctions of the frame at the edges.
    pub(crate) fn span(&self, start: usize, end: usize) -> Option<Span> {
        let (mut start, mut end) = (start, end.min(self.tokens.len()));
        let is_edge = |at: usize| self.is_mark(at, &[',', '.', ';', ':', '—', '–', '-', '…', '_']);
        while start < end && is_edge(start) {
            start += 1;
        }
        while start < end && is_edge(end - 1) {
            end -= 1;
        }
        let first = self.get(Some(start)).filter(|_| start < end)?;
        let last = self.get(end.checked_sub(1))?;
        Some(Span::new(first.span.start, last.span.end))
    }
}
