//! Cuts runs of capitalised words into candidates for names.
//!
//! Stage: *analysis*. In: the tokens of one sentence. Out: [`Candidate`]s in order, not overlapping, each with what its
//! own words say about its kind. What the rest of the document says about it is weighed in `decide`.
//!
//! The order of the rules in [`Parser::part`] matters: a title before a name is the surest sign, then the lists, then
//! head nouns ("Ministry", "Lake"), then first names; what is left goes to the context.

mod head;
mod listed;
mod run;
mod title;
mod unknown;

use dossier_corpus::mention::EntityKind;
use dossier_corpus::span::Span;

use crate::entities::lexicon::{Lexicon, Marks};
use crate::entities::token::{Shape, Token};

/// A run of words that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Its bytes, without title, article or possessive.
    pub(crate) span: Span,
    /// Positions of its tokens in the sentence.
    pub(crate) tokens: (usize, usize),
    /// Weight for each kind, in the order of [`EntityKind::ALL`], from its own words.
    pub(crate) scores: [i32; 4],
    /// Weight for being no name at all.
    pub(crate) none: i32,
}

/// A weight that context does not overrule.
pub(crate) const SURE: i32 = 100;
/// A weight that strong context overrules.
pub(crate) const LIKELY: i32 = 30;

/// How the capitals of a sentence are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// As in running text.
    Normal,
    /// As in an English headline: nearly every word has one.
    Title,
    /// Nothing but capitals.
    Upper,
}

/// What the sentence's capitals are worth.
pub(crate) fn casing(lexicon: &Lexicon, tokens: &[Token<'_>]) -> Casing {
    let (mut n_words, mut n_capital, mut n_upper) = (0_usize, 0_usize, 0_usize);
    for token in tokens {
        let is_long = token.norm.len() > 3;
        match token.shape {
            Shape::Lower if is_long || !lexicon.word(&token.lower()).has(Marks::FUNCTION) => {
                n_words += 1;
            }
            Shape::Capital if is_long => {
                n_words += 1;
                n_capital += 1;
            }
            Shape::AllCaps => {
                n_words += 1;
                n_capital += 1;
                n_upper += 1;
            }
            _ => {}
        }
    }
    let n_lower = n_words - n_capital;
    // A headline has no full stop.
    let is_closed = tokens.last().is_some_and(|it| it.is_mark('.'));
    if n_words >= 3 && n_upper * 10 >= n_words * 8 {
        Casing::Upper
    } else if n_words >= 4 && !is_closed && n_lower * 5 <= n_words && n_capital > n_upper {
        Casing::Title
    } else {
        Casing::Normal
    }
}

/// Whether the tokens are a line of results, "Turku 2 Tampere 0": names and numbers in turn, with hardly a small word; or
/// of a table, "TURKU 14 4 2 46".
fn is_results(lexicon: &Lexicon, tokens: &[Token<'_>]) -> bool {
    let is_number = |it: &Token<'_>| it.shape == Shape::Number;
    let n_scored = tokens
        .windows(2)
        .filter(|pair| match pair {
            [name, score] => {
                name.is_name_like()
                    && is_number(score)
                    && score.norm.len() <= 3
                    && !lexicon.name(&name.norm).has(Marks::CALENDAR)
            }
            _ => false,
        })
        .count();
    let n_small = tokens.iter().filter(|it| it.shape == Shape::Lower).count();
    let n_numbers = tokens.iter().filter(|it| is_number(it)).count();
    let n_names = tokens.iter().filter(|it| it.is_name_like()).count();
    let is_row = n_scored == 1 && n_numbers >= 4 && n_names <= 3 && n_small == 0;
    (n_scored >= 2 && 2 * n_small < n_scored) || is_row
}

/// The candidates of one sentence, in order. Time linear in its length.
pub(crate) fn candidates(lexicon: &Lexicon, tokens: &[Token<'_>]) -> Vec<Candidate> {
    let is_results = is_results(lexicon, tokens);
    let casing = match casing(lexicon, tokens) {
        // Names and numbers alone look like a headline.
        Casing::Title if is_results => Casing::Normal,
        other => other,
    };
    let mut parser = Parser {
        lexicon,
        tokens,
        casing,
        is_results,
        in_brackets: if is_results {
            in_brackets(tokens)
        } else {
            Vec::new()
        },
        found: Vec::new(),
    };
    parser.sentence();
    parser.found
}

/// For each token whether it stands in brackets.
fn in_brackets(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut is_inside = false;
    let inside = tokens.iter().map(|it| {
        is_inside = it.is_mark('(') || is_inside && !it.is_mark(')');
        is_inside
    });
    inside.collect()
}

/// The longest run that is looked at as one; longer ones are cut.
const MAX_RUN: usize = 24;

struct Parser<'a> {
    /// Whether the line is one of a table of results.
    is_results: bool,
    /// In such a line, for each token whether it stands in brackets, where who scored is named.
    in_brackets: Vec<bool>,
    lexicon: &'a Lexicon,
    tokens: &'a [Token<'a>],
    casing: Casing,
    found: Vec<Candidate>,
}

impl Parser<'_> {
    fn sentence(&mut self) {
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            if let Some(hit) = self.small_name(at) {
                self.push(at, at + hit, EntityKind::Organisation, LIKELY);
                at += hit;
                continue;
            }
            if !token.is_name_like() {
                at += 1;
                continue;
            }
            let end = match self.casing {
                Casing::Title => self.headline_end(at),
                Casing::Normal | Casing::Upper => self.run_end(at),
            };
            self.part(at, end, true);
            at = end.max(at + 1) + self.with_small_head(end);
        }
    }

    /// In a headline verbs and common nouns have capitals too: a run ends before them.
    fn headline_end(&self, start: usize) -> usize {
        let end = self.run_end(start);
        let mut at = start;
        while at < end {
            let n = self
                .lexicon
                .longest(self.slice(at, end))
                .map_or(0, |it| it.n_tokens);
            let word = self.word(at);
            let is_plain = word.has(Marks::COMMON.and(Marks::FUNCTION).and(Marks::PERSON_VERB))
                && !word.has(
                    Marks::ORG_HEAD
                        .and(Marks::PLACE_HEAD)
                        .and(Marks::TITLE)
                        .and(Marks::OFFICE),
                )
                && self
                    .tokens
                    .get(at)
                    .is_some_and(|it| it.shape == Shape::Capital);
            if n == 0 && is_plain {
                return at.max(start + 1);
            }
            at += n.max(1);
        }
        end
    }

    fn is_in_brackets(&self, at: usize) -> bool {
        self.in_brackets.get(at).copied().unwrap_or(false)
    }

    fn slice(&self, from: usize, to: usize) -> &[Token<'_>] {
        self.tokens
            .get(from..to.min(self.tokens.len()))
            .unwrap_or(&[])
    }

    fn word(&self, at: usize) -> Marks {
        self.tokens.get(at).map_or_else(Marks::default, |token| {
            if token.is_word() {
                self.lexicon.word(&token.lower())
            } else {
                Marks::default()
            }
        })
    }

    fn is_lower_word(&self, at: usize, words: &[&str]) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.shape == Shape::Lower && words.contains(&it.norm.as_ref()))
    }

    fn is_name_like(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_name_like)
    }

    /// Whether a capital at `at` is due to the position: head of the sentence, of a quotation, of a list item.
    fn is_start(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|it| self.tokens.get(it)) else {
            return true;
        };
        match before.shape {
            Shape::Mark(mark) => {
                matches!(
                    mark,
                    '“' | '"'
                        | '«'
                        | '„'
                        | '‘'
                        | ':'
                        | '•'
                        | '*'
                        | '—'
                        | '–'
                        | '…'
                        | '.'
                        | '?'
                        | '!'
                        | '_'
                ) || (matches!(mark, '(' | '[' | '\'' | '-') && self.is_start(at - 1) && at < 4)
            }
            Shape::Number => at == 1,
            _ => false,
        }
    }

    fn is_title(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.shape != Shape::Lower && self.word(at).has(Marks::TITLE))
    }

    fn is_article(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| {
            matches!(
                it.norm.as_ref(),
                "The"
                    | "A"
                    | "An"
                    | "This"
                    | "That"
                    | "His"
                    | "Her"
                    | "Their"
                    | "Its"
                    | "Our"
                    | "My"
                    | "In"
                    | "On"
                    | "At"
                    | "And"
                    | "Of"
                    | "But"
                    | "For"
                    | "By"
                    | "With"
                    | "From"
                    | "As"
                    | "If"
                    | "When"
            )
        })
    }

    /// What the lists say about these tokens as a whole.
    fn name_marks(&self, start: usize, end: usize) -> Marks {
        match self.lexicon.longest(self.slice(start, end)) {
            Some(hit) if start + hit.n_tokens == end => hit.marks,
            _ => Marks::default(),
        }
    }

    /// Reads the run `start..end`, left to right. `titles` says whether a title may still be looked for.
    fn part(&mut self, start: usize, end: usize, titles: bool) {
        let mut at = start;
        let mut titles = titles;
        while at < end {
            let from_list = self.lexicon.longest(self.slice(at, end));
            let n_listed = from_list.map_or(0, |it| it.n_tokens);
            let mut marks = from_list.map_or_else(Marks::default, |it| it.marks);
            if n_listed > 0
                && at + n_listed == end
                && self
                    .tokens
                    .get(end)
                    .is_some_and(|it| it.shape == Shape::Possessive)
            {
                let longer = self.name_marks(at, end + 1);
                if !longer.is_none() {
                    marks = longer;
                }
            }
            let is_start = self.is_start(at);
            let word = self.word(at);
            // "In London": the first word is none of the name's.
            if n_listed < 2
                && word.has(Marks::FUNCTION)
                && (is_start || self.casing != Casing::Normal || self.is_article(at))
                && !marks.has(Marks::PLACE)
                && self
                    .tokens
                    .get(at)
                    .is_some_and(|it| it.shape == Shape::Capital || self.casing == Casing::Upper)
            {
                at += 1;
                continue;
            }
            if let Some(next) = self.before_first_name(at, end) {
                at = next;
                continue;
            }
            if let Some(next) = self.titled(at, end, &mut titles) {
                at = next;
                continue;
            }
            if n_listed > 0 && at + n_listed == end && self.listed(at, end, marks) {
                return;
            }
            if self.headed(at, end) || self.directed(at, end) {
                return;
            }
            if n_listed > 0
                && let Some(next) = self.listed_prefix(at, end, n_listed, marks)
            {
                at = next;
                continue;
            }
            at = self.unknown(at, end);
        }
    }

    fn push(&mut self, start: usize, end: usize, kind: EntityKind, weight: i32) {
        // Marks and small words at the edges are none of the name.
        let (mut start, mut end) = (start, end);
        while start < end && !self.is_name_like(start) {
            start += 1;
        }
        while end > start && !self.is_name_like(end - 1) {
            end -= 1;
        }
        let (Some(first), Some(last)) = (
            self.tokens.get(start),
            end.checked_sub(1).and_then(|it| self.tokens.get(it)),
        ) else {
            return;
        };
        if start >= end {
            return;
        }
        let mut scores = [0; 4];
        if let Some(score) = scores.get_mut(kind as usize) {
            *score = weight;
        }
        self.found.push(Candidate {
            span: Span::new(first.span.start, last.span.end),
            tokens: (start, end),
            scores,
            none: 0,
        });
    }

    fn add(&mut self, kind: EntityKind, weight: i32) {
        if let Some(score) = self
            .found
            .last_mut()
            .and_then(|it| it.scores.get_mut(kind as usize))
        {
            *score += weight;
        }
    }

    fn none(&mut self, weight: i32) {
        if let Some(last) = self.found.last_mut() {
            last.none += weight;
        }
    }
}
