//! Noun phrases around a verb: its subject before it, who is named behind it.
//!
//! Role: part of *attribution*. All looks are bounded by [`FRAME`].

use super::{FRAME, Reader};
use crate::entities::token::{Shape, Token};
use crate::statements::cues::{is_auxiliary, verb};

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
        if is_noun_too(&token.norm) && !self.is_verb_here(at) {
            return true;
        }
        let plain = !token.norm.ends_with("ed")
            && !matches!(
                token.norm.as_ref(),
                "said" | "told" | "wrote" | "thought" | "swore" | "says" | "tells" | "thinks"
            );
        let determined = words.is(
            before,
            &[
                "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those",
                "no", "any", "of", "in", "with", "for", "by", "on", "some", "my", "our", "your",
                "such", "new", "two", "three", "from", "about", "to",
            ],
        ) || words
            .tokens
            .get(before)
            .is_some_and(|it| it.shape == Shape::Possessive);
        let participle_of_noun = token.norm.ends_with("ed")
            && words.is(before, &["the", "a", "an", "his", "its", "their"]);
        (plain
            && determined
            && !(words.is(before, &["to"]) && words.is(at, &["say", "tell"]))
            && !words.is(before, &["that"]))
            || participle_of_noun
    }

    /// Of a form that is a noun as often ("reports", "claim"): whether it has a subject before and a clause behind.
    pub(super) fn is_verb_here(&self, at: usize) -> bool {
        let words = self.words;
        let begins = words.is(
            at + 1,
            &[
                "that", "how", "whether", "he", "she", "they", "it", "we", "i",
            ],
        ) || words.is_mark(at + 1, &[':', ',', '“', '"', '‘', '\'']);
        let before = words.get(at.checked_sub(1));
        let has_subject = before.is_some_and(|it| {
            it.is_word()
                && !it.norm.ends_with("ed")
                && !it.norm.ends_with("ing")
                && verb(it).is_none()
        }) && !words.is(
            at - 1,
            &[
                "the", "a", "an", "of", "in", "on", "with", "for", "by", "no", "any", "his", "her",
                "its", "their", "such",
            ],
        );
        begins && has_subject
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
            if end > at
                && words.is(
                    end,
                    &[
                        "when",
                        "after",
                        "during",
                        "while",
                        "as",
                        "before",
                        "who",
                        "which",
                        "that",
                        "because",
                        "since",
                        "has",
                        "have",
                        "had",
                        "was",
                        "is",
                        "are",
                        "were",
                        "will",
                        "would",
                        "on",
                        "last",
                        "yesterday",
                        "today",
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "sunday",
                        "told",
                        "said",
                        "in",
                    ],
                )
                && !(words.is(end, &["in", "on"])
                    && words.tokens.get(end + 1).is_some_and(Token::is_name_like)
                    && !words.is(
                        end + 1,
                        &[
                            "monday",
                            "tuesday",
                            "wednesday",
                            "thursday",
                            "friday",
                            "saturday",
                            "sunday",
                        ],
                    )
                    && !self.has_name(at, end))
            {
                break;
            }
            end += 1;
        }
        end
    }

    pub(super) fn has_name(&self, start: usize, end: usize) -> bool {
        (start..end).any(|it| self.words.tokens.get(it).is_some_and(Token::is_name_like))
    }

    /// The end of the subject before the verb at `at`, auxiliaries and adverbs left out; not before `floor`.
    pub(super) fn without_auxiliaries(&self, at: usize, floor: usize) -> usize {
        let mut end = at;
        while end > floor {
            let Some(token) = self.words.tokens.get(end - 1) else {
                break;
            };
            let skip = token.shape == Shape::Lower
                && (is_auxiliary(&token.norm)
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
        if end <= floor || words.is(end - 1, &["being", "having", "to", "for", "of", "by"]) {
            return None;
        }
        if words.is(end - 1, &["who", "which", "that"]) {
            end -= 1;
            if end > floor && words.is_mark(end - 1, &[',']) {
                end -= 1;
            }
            let start = self.antecedent(end, floor);
            return (start < end).then_some((start, end));
        }
        let mut limit = end;
        if words.is_mark(end - 1, &[',', '—', '–']) {
            // "Liv Haug, the director, said": the name stands before the first comma.
            let first = (floor..end - 1)
                .rev()
                .find(|&it| words.is_mark(it, &[',', '—', '–']))?;
            limit = first;
        }
        let start = self.phrase_start(limit, floor);
        (start < end).then_some((start, end))
    }

    /// Where the noun phrase begins that "who" behind `end` stands for: the nearest one, or the name it explains.
    pub(super) fn antecedent(&self, end: usize, floor: usize) -> usize {
        let words = self.words;
        let mut start = self.phrase_start(end, floor);
        if let Some(inner) = (start..end).rev().find(|&it| {
            words.is(
                it,
                &[
                    "by", "with", "from", "among", "between", "against", "for", "to", "on", "like",
                ],
            ) && !words.is_named(it)
        }) {
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
            if words.is(
                at,
                &[
                    "that", "but", "because", "when", "while", "though", "although", "if", "where",
                    "which", "who", "whether", "after", "since", "before", "until", "as", "than",
                    "how", "what", "so",
                ],
            ) {
                break;
            }
            if words.is(at, &["and", "or"]) && !self.joins_names(at) {
                break;
            }
            if words.tokens.get(at).is_some_and(|it| verb(it).is_some())
                && !self.is_noun(at)
                && at + 1 < end
            {
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
        let end = self.phrase_end(start).min(at);
        (start < end && self.has_name(start, end)).then_some((start, end.min(start + 10)))
    }
}

/// Verb forms that are nouns as often.
fn is_noun_too(word: &str) -> bool {
    matches!(
        word,
        "state"
            | "states"
            | "report"
            | "reports"
            | "claim"
            | "claims"
            | "question"
            | "questions"
            | "estimate"
            | "estimates"
            | "forecast"
            | "forecasts"
            | "comment"
            | "comments"
            | "demand"
            | "demands"
            | "promise"
            | "promises"
            | "pledge"
            | "pledges"
            | "vow"
            | "vows"
            | "hope"
            | "hopes"
            | "fear"
            | "fears"
            | "worry"
            | "worries"
            | "answer"
            | "answers"
            | "remark"
            | "remarks"
            | "note"
            | "notes"
            | "post"
            | "posts"
            | "tweet"
            | "tweets"
            | "doubt"
            | "doubts"
            | "dispute"
            | "disputes"
            | "joke"
            | "jokes"
            | "charge"
            | "stress"
            | "highlight"
            | "boast"
            | "boasts"
            | "caution"
            | "find"
            | "maintain"
            | "rejects"
            | "reject"
            | "respond"
            | "continue"
            | "repeat"
            | "warning"
            | "writing"
            | "reporting"
            | "finding"
    )
}
