//! A verb of saying outside quotations and the clause it reports, behind it or before it.
//!
//! Role: part of *attribution*.

use super::{CLAUSE, Frame, Reader};
use crate::statements::cues::{Class, Follows, is_participle};

impl Reader<'_> {
    /// A verb of saying outside quotations, with the clause it reports.
    pub(super) fn reported(
        &self,
        at: usize,
        follows: Follows,
        start: usize,
        end: usize,
        last: Option<Frame>,
    ) -> Option<(Frame, (usize, usize))> {
        let words = self.words;
        if self.is_noun(at) {
            return None;
        }
        let word = words.tokens.get(at)?.norm.as_ref();
        // "was reported by X": the passive names its speaker behind it.
        if words.is_a(at + 1, Class::By)
            && at > start
            && (word.ends_with("ed") || matches!(word, "said" | "told" | "written" | "shown"))
        {
            let is_passive = (at.saturating_sub(3)..at).any(|it| words.is_a(it, Class::Passive));
            if !is_passive {
                return None;
            }
            let subject_end = self.phrase_end(at + 2);
            let frame = Frame {
                cue: (at, at + 1),
                subject: (at + 2, subject_end),
                end: subject_end,
            };
            if words.is_a(subject_end, Class::That) {
                return Some((frame, (subject_end + 1, end)));
            }
            let before = self.without_auxiliaries(at, start.max(at.saturating_sub(CLAUSE)));
            return (before > start && !words.is(start, &["it"]))
                .then_some((frame, (start, before)));
        }
        let mut from = at + 1;
        // "pointed out that".
        if matches!(word, "point" | "points" | "pointed" | "pointing") {
            if !words.is(from, &["out"]) {
                return None;
            }
            from += 1;
        }
        let cue_end = from;
        let mut told = false;
        if follows == Follows::Listener || words.is(from, &["to"]) {
            let listener = self.listener(from);
            told = listener > from;
            from = listener;
        }
        // "said on Tuesday that", "announced during a press conference … that".
        // Other languages put a comma before it.
        from += usize::from(words.is_mark(from, &[',']) && words.is_a(from + 1, Class::That));
        let that = (from..end.min(from + 18))
            .take_while(|&it| {
                !words.is_quoted(it) && !words.is_mark(it, &['.', ';', ':', '?', '!', '('])
            })
            .take_while(|&it| {
                it == from
                    || words
                        .tokens
                        .get(it)
                        .and_then(|it| words.cues.verb(it))
                        .is_none()
            })
            .find(|&it| words.is_a(it, Class::That));
        let adverbial = that.is_some_and(|that| that == from || words.is_a(from, Class::When));
        let is_interrogative =
            words.is_a(from, Class::Question) && !matches!(follows, Follows::Doubted);
        let content = if let Some(that) = that.filter(|_| adverbial) {
            Some((that + 1, end))
        } else if is_interrogative && (told || words.is_a(at, Class::Asks)) {
            Some((from, end))
        } else {
            match follows {
                Follows::Doubted
                    if (words.is_a(from, Class::Determiner)
                        || words.is_a(from, Class::That)
                        || words.is_a(from, Class::Question)) =>
                {
                    Some((from, end))
                }
                Follows::Phrase => None,
                Follows::Clause | Follows::Listener
                    if (follows == Follows::Clause || told) && self.begins_clause(from, end) =>
                {
                    Some((from, end))
                }
                // "She added he was late": such a pronoun is no object.
                Follows::That if words.is_a(from, Class::Nominative) => Some((from, end)),
                _ if words.is_mark(from, &[':'])
                    && from + 1 < end
                    && !words.is_quoted(from + 1) =>
                {
                    Some((from + 1, end))
                }
                _ => None,
            }
        };
        let is_part = is_participle(word);
        if let Some(content) = content {
            if content.1 < content.0 + 2 {
                return None;
            }
            if self.is_denied(at) {
                return None;
            }
            let subject = if self.is_impersonal(at, start) || self.is_told(at) {
                (at, at)
            } else if is_part && words.is_mark(at - 1, &[',']) {
                // ", adding that": whoever spoke before, or the sentence's first name.
                last.map(|it| it.subject)
                    .or_else(|| self.first_subject(start, at))?
            } else {
                self.subject_before(at)?
            };
            return Some((
                Frame {
                    cue: (at, cue_end),
                    subject,
                    end: content.0,
                },
                content,
            ));
        }
        if is_part {
            return None;
        }
        self.trailing(at, follows, start, end)
    }

    /// "…, officials said." and "…, said the mayor.": the clause stands before its frame.
    pub(super) fn trailing(
        &self,
        at: usize,
        follows: Follows,
        start: usize,
        end: usize,
    ) -> Option<(Frame, (usize, usize))> {
        let words = self.words;
        if !matches!(follows, Follows::Clause | Follows::That | Follows::Listener) || at < start + 3
        {
            return None;
        }
        let next_ends = at + 1 >= end
            || words.is_mark(at + 1, &['.', ',', '?', '!', '—'])
            || words.is_a(at + 1, Class::When)
            || (follows == Follows::Listener && self.listener(at + 1) > at + 1);
        if words.is_mark(at - 1, &[',']) && !words.is_quoted(at - 1) {
            // Inverted: ", said the mayor".
            if !words.is_a(at, Class::Inverts) {
                return None;
            }
            let subject_end = self.phrase_end(at + 1);
            if subject_end <= at + 1
                || !(self.has_name(at + 1, subject_end) || words.is_a(at + 1, Class::Unnamed))
            {
                return None;
            }
            let from = self.conjoined(start, at - 1);
            return Some((
                Frame {
                    cue: (at, at + 1),
                    subject: (at + 1, subject_end),
                    end: subject_end,
                },
                (from, at - 1),
            ));
        }
        if !next_ends || words.is_a(start, Class::Adverbial) {
            return None;
        }
        let subject = self.subject_before(at)?;
        let comma = subject.0.checked_sub(1)?;
        if comma <= start + 2 || !words.is_mark(comma, &[',', '—', '–']) || words.is_quoted(comma)
        {
            return None;
        }
        let from = self.conjoined(start, comma);
        if !(from.max(comma.saturating_sub(CLAUSE))..comma).any(|it| self.is_finite(it)) {
            return None;
        }
        Some((
            Frame {
                cue: (at, at + 1),
                subject,
                end: at + 1,
            },
            (from, comma),
        ))
    }

    /// "did not say that": nobody says it.
    fn is_denied(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at)
            .rev()
            .take_while(|&it| {
                self.words.is_a(it, Class::Auxiliary)
                    || self.words.is_a(it, Class::Negation)
                    || self.words.is_a(it, Class::Finite)
            })
            .any(|it| {
                self.words.is_a(it, Class::Negation)
                    || self
                        .words
                        .tokens
                        .get(it)
                        .is_some_and(|it| it.norm.ends_with("n't"))
            })
    }

    /// "It is believed that": nobody is named.
    fn is_impersonal(&self, at: usize, start: usize) -> bool {
        let subject = self.without_auxiliaries(at, start.max(at.saturating_sub(6)));
        let is_passive = (subject..at).any(|it| self.words.is_a(it, Class::Passive));
        is_passive && subject > start && self.words.is_a(subject - 1, Class::Impersonal)
    }

    /// The end of the person told: "reporters", "the Senate", "him".
    pub(super) fn listener(&self, at: usize) -> usize {
        let words = self.words;
        let from = at + usize::from(words.is(at, &["to"]));
        let mut end = from;
        while end < from + 9 {
            if words.is_a(end, Class::ListenerEnd)
                || words.is_mark(end, &[',', '.', ':', ';', '“', '"'])
            {
                break;
            }
            if end > from && words.is_a(end, Class::Determiner) {
                break;
            }
            let was_pronoun = words.is_a(end, Class::Listener);
            end += 1;
            if was_pronoun {
                break;
            }
        }
        end
    }
}
