//! Noun phrases around a verb: its subject before it, who is named behind it.
//!
//! Role: part of *attribution*. All looks are bounded by [`FRAME`].

use super::{FRAME, Reader};
use crate::entities::token::{Shape, Token};
use crate::statements::cues::{Class, Follows, is_participle};

impl Reader<'_> {
    /// A form that is a noun here: "the report", "his claims", "further demands".
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let words = self.words;
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let Some(token) = words.tokens.get(at) else {
            return false;
        };
        if words.is_a(at, Class::NounToo) && (!self.is_verb_here(at) || self.is_singular_noun(at)) {
            return true;
        }
        let plain = !token.norm.ends_with("ed") && !words.is_a(at, Class::AlwaysVerb);
        let determined = words.is_a(before, Class::BeforeNoun)
            || words
                .tokens
                .get(before)
                .is_some_and(|it| it.shape == Shape::Possessive);
        let participle_of_noun =
            token.norm.ends_with("ed") && words.is_a(before, Class::Determiner);
        (plain
            && determined
            && !(words.is(before, &["to"]) && words.is(at, &["say", "tell"]))
            && !words.is_a(before, Class::That))
            || participle_of_noun
    }

    /// "a false claim that": without -s, behind an article and an adjective; "the officials claim that" is none.
    fn is_singular_noun(&self, at: usize) -> bool {
        let words = self.words;
        let is_bare = words
            .tokens
            .get(at)
            .is_some_and(|it| !it.norm.ends_with('s'));
        let before = words.get(at.checked_sub(1));
        let is_adjective = before.is_some_and(|it| {
            it.shape == Shape::Lower
                && !it.norm.ends_with('s')
                && !words.is_a(at - 1, Class::Plural)
        });
        is_bare && is_adjective && words.is_a(at.saturating_sub(2), Class::Determiner)
    }

    /// Of a form that is a noun as often ("reports", "claim"): whether it has a subject before and a clause behind.
    pub(super) fn is_verb_here(&self, at: usize) -> bool {
        let words = self.words;
        let begins = (words.is_a(at + 1, Class::That)
            || words.is_a(at + 1, Class::Question)
            || words.is_a(at + 1, Class::Pronoun))
            || words.is_mark(at + 1, &[':', ',', '“', '"', '‘', '\'']);
        let ends = words.is_mark(at + 1, &['.']) && at > 0 && words.is_named(at - 1);
        let before = words.get(at.checked_sub(1));
        let has_subject = before.is_some_and(|it| {
            it.is_word()
                && !it.norm.ends_with("ed")
                && !it.norm.ends_with("ing")
                && words.cues.verb(it).is_none()
        }) && !words.is_a(at - 1, Class::BeforeNoun);
        (begins || ends) && has_subject
    }

    /// Where a noun phrase that begins at `at` ends: at a mark, or before what tells when, where and how.
    pub(super) fn phrase_end(&self, at: usize) -> usize {
        let words = self.words;
        let (_, sentence_end) = words.sentence_of(at);
        let mut end = at;
        while end < sentence_end && end < at + FRAME && !words.is_quoted(end) {
            if words.is_mark(
                end,
                &[',', '.', ';', ':', '?', '!', '—', '–', '(', '“', '"', '_'],
            ) {
                // "said its director, Liv Haug": what stands between two commas, or up to the end, may be the name.
                let is_named = words.is_mark(end, &[','])
                    && words.tokens.get(end + 1).is_some_and(Token::is_name_like)
                    && !self.has_name(at, end);
                if !is_named {
                    break;
                }
            }
            if end > at && words.is_a(end, Class::PhraseEnd) && !self.is_inside_phrase(at, end) {
                break;
            }
            end += 1;
        }
        end
    }

    /// A preposition that goes on with the phrase: "people briefed on it", "the mayor of Turku in Finland".
    fn is_inside_phrase(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let next = words.tokens.get(end + 1);
        let is_when =
            words.is_a(end + 1, Class::Weekday) || next.is_some_and(|it| it.shape == Shape::Number);
        let is_small = next.is_some_and(|it| it.shape == Shape::Lower);
        words.is_a(end, Class::Preposition)
            && !is_when
            && !self.has_name(at, end)
            && (!is_small
                || !words.is_a(end, Class::When)
                || words.is_a(end - 1, Class::Finite)
                || words
                    .tokens
                    .get(end - 1)
                    .is_some_and(|it| it.norm.ends_with("ed")))
    }

    /// Whether a capitalised word stands in these tokens.
    pub(super) fn has_name(&self, start: usize, end: usize) -> bool {
        (start..end).any(|it| self.words.tokens.get(it).is_some_and(Token::is_name_like))
    }

    /// Where brackets that open at `at` and close within a few words end.
    pub(super) fn behind_brackets(&self, at: usize) -> Option<usize> {
        const INSIDE: usize = 10;
        let words = self.words;
        if !words.is_mark(at, &['(']) {
            return None;
        }
        (at + 1..at + INSIDE)
            .find(|&it| words.is_mark(it, &[')']))
            .map(|it| it + 1)
    }

    /// Where brackets that close before `end` open.
    fn before_brackets(&self, end: usize, floor: usize) -> usize {
        let words = self.words;
        let last = end.saturating_sub(1);
        if !words.is_mark(last, &[')']) {
            return end;
        }
        let opens = (floor..last).rev().find(|&it| words.is_mark(it, &['(']));
        opens
            .filter(|it| self.behind_brackets(*it) == Some(end))
            .unwrap_or(end)
    }

    /// Of a verb that has a listener or an object ("told", "asked", "called"): whether its subject is that one, and not
    /// the speaker: "was told".
    pub(super) fn is_told(&self, at: usize) -> bool {
        let words = self.words;
        let has_object = matches!(words.verb(at), Some(Follows::Listener | Follows::Phrase))
            || words.is_a(at, Class::Asks);
        let is_form_of_be = |it: &usize| words.is_a(*it, Class::Passive);
        has_object
            && !words
                .tokens
                .get(at)
                .is_some_and(|it| is_participle(&it.norm))
            && (at.saturating_sub(4)..at)
                .rev()
                .take_while(|&it| {
                    words.is_a(it, Class::Auxiliary)
                        || words
                            .tokens
                            .get(it)
                            .is_some_and(|it| it.norm.ends_with("ly"))
                })
                .any(|it| is_form_of_be(&it))
    }

    /// The end of the subject before the verb at `at`, auxiliaries and adverbs left out; not before `floor`.
    pub(super) fn without_auxiliaries(&self, at: usize, floor: usize) -> usize {
        let words = self.words;
        let mut end = at;
        while end > floor {
            let Some(token) = words.tokens.get(end - 1) else {
                break;
            };
            // "officials on Monday said", "the senator last week said".
            let n_when = if words.is_a(end - 1, Class::Weekday) {
                1 + usize::from(words.is_a(end.saturating_sub(2), Class::BeforeTime))
            } else {
                let is_time = words.is_a(end - 1, Class::TimeNoun);
                2 * usize::from(is_time && words.is_a(end.saturating_sub(2), Class::BeforeTime))
            };
            if n_when > 0 && end - floor > n_when {
                end -= n_when;
                continue;
            }
            let skip = token.shape == Shape::Lower
                && (words.is_a(end - 1, Class::Auxiliary)
                    || (token.norm.ends_with("ly") && token.norm.len() > 4));
            let is_short_form = matches!(token.norm.as_ref(), "'s" | "'ve" | "'d")
                && token.shape != Shape::Possessive;
            if !skip && !is_short_form {
                break;
            }
            end -= 1;
        }
        end
    }

    /// The subject of the verb at `at`: the noun phrase before it, over an apposition or a relative pronoun.
    pub(super) fn subject_before(&self, at: usize) -> Option<(usize, usize)> {
        let words = self.words;
        let (sentence_start, _) = words.sentence_of(at);
        let floor = sentence_start.max(at.saturating_sub(FRAME + 6));
        let mut end = self.without_auxiliaries(at, floor);
        // "Liv Haug rose and said".
        if end > sentence_start + 2 && words.is_a(end - 1, Class::Conjunction) {
            return self.first_subject(sentence_start, end - 1);
        }
        if end <= floor || words.is_a(end - 1, Class::NoSubject) {
            return None;
        }
        if words.is_a(end - 1, Class::Relative) {
            end -= 1;
            if end > floor && words.is_mark(end - 1, &[',']) {
                end -= 1;
            }
            let start = self.antecedent(end, floor);
            return (start < end).then_some((start, end));
        }
        let mut limit = self.before_brackets(end, floor);
        if words.is_mark(end - 1, &[',', '—', '–']) {
            // "Liv Haug, the director, said": the name stands before the first comma.
            let first = (floor..end - 1)
                .rev()
                .find(|&it| words.is_mark(it, &[',', '—', '–']))?;
            limit = first;
            // "Liv Haug, 58, who lives there, said".
            let is_age = |it: usize| {
                let token = words.tokens.get(it);
                token.is_some_and(|it| it.shape == Shape::Number && it.norm.len() <= 3)
            };
            if limit >= floor + 2 && is_age(limit - 1) && words.is_mark(limit - 2, &[',']) {
                limit -= 2;
            }
        }
        let start = self.phrase_start(limit, floor);
        (start < end).then_some((start, end))
    }

    /// Where the noun phrase begins that "who" behind `end` stands for: the nearest one, or the name it explains.
    pub(super) fn antecedent(&self, end: usize, floor: usize) -> usize {
        let words = self.words;
        let mut start = self.phrase_start(end, floor);
        if let Some(inner) = (start..end)
            .rev()
            .find(|&it| words.is_a(it, Class::NewPhrase) && !words.is_named(it))
        {
            start = inner + 1;
        }
        if start > floor
            && words.is_mark(start - 1, &[','])
            && words.is_person(start.saturating_sub(2))
            && !(start..end).any(|it| words.is_person(it))
        {
            while start > floor && (words.is_mark(start - 1, &[',']) || words.is_person(start - 1))
            {
                start -= 1;
            }
        }
        start
    }

    /// Where the noun phrase that ends at `end` begins.
    pub(super) fn phrase_start(&self, end: usize, floor: usize) -> usize {
        let words = self.words;
        let mut start = end;
        while start > floor {
            let at = start - 1;
            if words.is_named(at) {
                start -= 1;
                continue;
            }
            if words.is_quoted(at)
                || words.is_mark(
                    at,
                    &[
                        ',', ';', ':', '—', '–', '.', '?', '!', '(', ')', '“', '”', '"', '_', '…',
                    ],
                )
            {
                break;
            }
            if words.is_a(at, Class::ClauseBreak) {
                break;
            }
            if words.is_a(at, Class::Conjunction) && !self.joins_names(at) {
                break;
            }
            if words.verb(at).is_some() && !self.is_noun(at) && at + 1 < end {
                break;
            }
            start -= 1;
        }
        start
    }

    pub(super) fn joins_names(&self, at: usize) -> bool {
        let is_noun_like = |it: Option<&Token<'_>>| it.is_some_and(Token::is_name_like);
        is_noun_like(self.words.get(at.checked_sub(1)))
            && is_noun_like(self.words.tokens.get(at + 1))
    }

    /// The first noun phrase of a sentence, as the subject of ", adding that".
    pub(super) fn first_subject(&self, start: usize, at: usize) -> Option<(usize, usize)> {
        let words = self.words;
        // "In a letter, Liv Haug …": behind what tells when and how.
        let is_frame = words.is_a(start, Class::Preposition)
            || words.is_a(start, Class::Adverbial)
            || words.is_a(start, Class::PhraseEnd)
            || words
                .tokens
                .get(start)
                .is_some_and(|it| is_participle(&it.norm));
        let comma = (start..at.min(start + FRAME)).find(|&it| words.is_mark(it, &[',']));
        let start = comma
            .filter(|it| is_frame && it + 1 < at)
            .map_or(start, |it| it + 1);
        let end = self.phrase_end(start).min(at);
        (start < end && self.has_name(start, end)).then_some((start, end.min(start + 10)))
    }
}
