//! Ties cues to what they frame: quotations and reported clauses.
//!
//! Stage: *analysis*. In: the [`Words`] of a passage. Out: [`Draft`]s, one for every statement. First each quotation looks
//! for a cue on both sides, then what is left of the cues looks for a clause.

use dossier_corpus::span::Span;
use dossier_corpus::statement::Speaker;

use super::cues::{Follows, is_auxiliary, is_participle, verb};
use super::passage::Words;
use super::speakers::People;
use crate::entities::token::{Shape, Token};

/// A statement before its hedges are counted.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// Its parts, not yet sorted.
    pub(crate) content: Vec<Span>,
    /// Whether quotation marks stand around or inside it.
    pub(crate) is_quoted: bool,
    /// The cue's words.
    pub(crate) cue: Option<Span>,
    /// Who says it.
    pub(crate) speaker: Option<Speaker>,
}

/// A cue and who it names, as token ranges.
#[derive(Clone, Copy, Debug)]
struct Frame {
    /// The cue's tokens.
    cue: (usize, usize),
    /// The subject's tokens; empty when there is none.
    subject: (usize, usize),
    /// Where the frame ends.
    end: usize,
}

/// Most tokens between a quotation and its cue.
const FRAME: usize = 24;

/// Reads one passage. `continues` says that the passage before ended inside a quotation; returns the same for this one.
pub(crate) fn passage(
    words: &Words<'_>,
    people: &mut People<'_>,
    drafts: &mut Vec<Draft>,
    continues: bool,
) -> bool {
    let mut reader = Reader {
        words,
        used: Vec::new(),
        found: Vec::new(),
        spoken: vec![false; words.quotes.len()],
    };
    let carried = continues && words.quotes.first().is_some_and(|it| it.1.0 == 0);
    reader.quotations(carried);
    for &(start, end) in &words.sentences {
        reader.clauses(start, end);
    }
    let ends_open = words.quotes.last().is_some_and(|it| it.0.is_open);
    let Reader {
        mut found, spoken, ..
    } = reader;
    found.sort_by_key(|it| it.at);
    let mut passed = 0;
    for it in found {
        // Pronouns look back: the people of the sentences before are learnt first.
        while let Some(&(start, end)) = words
            .sentences
            .get(passed)
            .filter(|sentence| sentence.1 <= it.at)
        {
            if let Some(span) = words.span(start, end) {
                people.pass(span);
            }
            passed += 1;
        }
        if it.is_carried {
            if let Some(last) = drafts.last_mut() {
                last.content.extend(it.content);
            }
            continue;
        }
        let speaker = it
            .frame
            .filter(|it| it.subject.0 < it.subject.1)
            .and_then(|it| people.speaker(words, it.subject.0, it.subject.1));
        people.spoke(
            speaker.clone(),
            words.tokens.get(it.at).map_or(0, |it| it.span.start),
        );
        drafts.push(Draft {
            content: it.content,
            is_quoted: it.is_quoted,
            cue: it.frame.and_then(|it| words.span(it.cue.0, it.cue.1)),
            speaker,
        });
    }
    for &(start, end) in words.sentences.get(passed..).unwrap_or(&[]) {
        if let Some(span) = words.span(start, end) {
            people.pass(span);
        }
    }
    // What nobody utters stays a quotation, unless it is a single word or a title.
    for ((quote, range), spoken) in words.quotes.iter().zip(spoken) {
        if !spoken && !quote.is_open && is_worth(words, *range) {
            drafts.push(Draft {
                content: vec![trimmed(words, *range)],
                is_quoted: true,
                cue: None,
                speaker: None,
            });
        }
    }
    ends_open
}

/// A quotation that nobody utters counts from two words on; a run of capitalised words is a title.
fn is_worth(words: &Words<'_>, (start, end): (usize, usize)) -> bool {
    let inner: Vec<&Token<'_>> = words
        .tokens
        .get(start..end)
        .unwrap_or(&[])
        .iter()
        .filter(|it| it.is_word())
        .collect();
    let n_small = inner
        .iter()
        .filter(|it| it.shape == Shape::Lower && it.norm.len() > 3)
        .count();
    inner.len() >= 2 && n_small > 0
}

/// A quotation's content without the comma or full stop of the frame.
fn trimmed(words: &Words<'_>, (start, end): (usize, usize)) -> Span {
    let quote = words
        .quotes
        .iter()
        .find(|it| it.1 == (start, end))
        .map(|it| it.0.inner);
    let mut from = start;
    while from < end
        && words
            .tokens
            .get(from)
            .is_some_and(|it| quote.is_some_and(|quote| it.span.start < quote.start))
    {
        from += 1;
    }
    let mut to = end;
    while to > from
        && words.tokens.get(to - 1).is_some_and(|it| {
            quote.is_some_and(|quote| it.span.end > quote.end)
                || matches!(it.shape, Shape::Mark(',' | '.'))
        })
    {
        to -= 1;
    }
    match (
        words.tokens.get(from),
        to.checked_sub(1).and_then(|it| words.tokens.get(it)),
    ) {
        (Some(first), Some(last)) if from < to => Span::new(first.span.start, last.span.end),
        _ => Span::default(),
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

struct Found {
    at: usize,
    content: Vec<Span>,
    is_quoted: bool,
    is_carried: bool,
    frame: Option<Frame>,
}

struct Reader<'a> {
    words: &'a Words<'a>,
    /// Cues that are taken, as token positions.
    used: Vec<usize>,
    found: Vec<Found>,
    /// For each quotation whether somebody utters it.
    spoken: Vec<bool>,
}

impl Reader<'_> {
    fn quotations(&mut self, carried: bool) {
        let mut last: Option<(usize, usize)> = None;
        for (idx, &(quote, range)) in self.words.quotes.iter().enumerate() {
            let (start, end) = range;
            let content = trimmed(self.words, range);
            if content.is_empty() {
                continue;
            }
            let is_carried = carried && idx == 0;
            // Goes on after the frame of the last one: “We go,” he said. “Now.”
            let goes_on = last
                .filter(|&(_, frame_end)| frame_end <= start && self.is_pause(frame_end, start));
            let frame = if is_carried {
                None
            } else {
                self.frame_before(start, goes_on.map_or(0, |it| it.1))
                    .or_else(|| self.frame_after(end))
            };
            if is_carried {
                self.found.push(Found {
                    at: start,
                    content: vec![content],
                    is_quoted: true,
                    is_carried: true,
                    frame: None,
                });
            } else if let Some(frame) = frame {
                self.used.extend(frame.cue.0..frame.cue.1);
                last = Some((self.found.len(), frame.end.max(end)));
                self.found.push(Found {
                    at: frame.cue.0.min(start),
                    content: vec![content],
                    is_quoted: true,
                    is_carried: false,
                    frame: Some(frame),
                });
            } else if let Some((number, _)) = goes_on {
                if let Some(found) = self.found.get_mut(number) {
                    found.content.push(content);
                }
                last = Some((number, end));
            } else {
                continue;
            }
            if let Some(flag) = self.spoken.get_mut(idx) {
                *flag = true;
            }
            if quote.is_open {
                break;
            }
        }
    }

    /// Whether nothing but the rest of the frame's sentence stands between it and the next quotation.
    fn is_pause(&self, from: usize, to: usize) -> bool {
        let words = self.words;
        let (_, end) = words.sentence_of(from.saturating_sub(1));
        let is_word = |it: usize| words.tokens.get(it).is_some_and(Token::is_word);
        let begins_next = to >= end && !(end..to).any(is_word);
        let is_near = to - from <= 7
            && !(from..to).any(|it| words.is_mark(it, &['.', '?', '!']) && it + 1 < to);
        (begins_next || is_near)
            && to - from <= 2 * FRAME
            && (from..to).all(|it| {
                words
                    .tokens
                    .get(it)
                    .is_some_and(|token| verb(token).is_none() || self.is_noun(it))
            })
    }

    /// `he said, “…”`, `he said: “…”`, `according to him, “…”`.
    fn frame_before(&self, quote: usize, not_before: usize) -> Option<Frame> {
        let words = self.words;
        let last = quote.checked_sub(1)?;
        let mut at = last;
        let is_led_in = words.is_mark(last, &[',', ':']) || words.is(last, &["that"]);
        if is_led_in {
            at = at.checked_sub(1)?;
        }
        let (start, _) = words.sentence_of(last);
        let floor = start.max(not_before).max(quote.saturating_sub(FRAME));
        let mut steps = 0;
        loop {
            if at < floor || words.is_quoted(at) || words.is_mark(at, &['.', '?', '!', ';']) {
                return None;
            }
            let follows = words.tokens.get(at).and_then(verb);
            if follows.is_some() && !self.used.contains(&at) && !self.is_noun(at) {
                let near = last - at;
                if is_led_in || near == 0 || follows == Some(Follows::Phrase) {
                    let is_aside = words
                        .tokens
                        .get(at)
                        .is_some_and(|it| is_participle(&it.norm))
                        && at > start
                        && words.is_mark(at - 1, &[',']);
                    let subject = if is_aside {
                        self.first_subject(start, at)?
                    } else {
                        self.subject_before(at)?
                    };
                    return Some(Frame {
                        cue: (at, at + 1),
                        subject,
                        end: quote,
                    });
                }
                return None;
            }
            if words.is(at, &["according"]) && words.is(at + 1, &["to"]) && is_led_in {
                return Some(Frame {
                    cue: (at, at + 2),
                    subject: (at + 2, last),
                    end: quote,
                });
            }
            steps += 1;
            if steps > 12 {
                return None;
            }
            at = at.checked_sub(1)?;
        }
    }

    /// `“…,” he said`, `“…,” said the mayor`, `“…,” according to him`.
    fn frame_after(&self, end: usize) -> Option<Frame> {
        let words = self.words;
        let mut at = end;
        let inner_last =
            (end.saturating_sub(4)..end)
                .rev()
                .find_map(|it| match words.tokens.get(it)?.shape {
                    Shape::Mark('\'' | '’' | '”' | '"' | '“' | '»') => None,
                    Shape::Mark(mark) => Some(mark),
                    _ => Some('a'),
                });
        let has_comma = words.is_mark(at, &[',', '—', '–']);
        if has_comma {
            at += 1;
        }
        if words.is(at, &["according"]) && words.is(at + 1, &["to"]) {
            let subject_end = self.phrase_end(at + 2);
            return Some(Frame {
                cue: (at, at + 2),
                subject: (at + 2, subject_end),
                end: subject_end,
            });
        }
        if !has_comma && !matches!(inner_last, Some(',' | '?' | '!' | '—' | '…')) {
            return None;
        }
        if words.tokens.get(at).is_some_and(|it| verb(it).is_some()) {
            if is_participle(&words.tokens.get(at)?.norm) {
                return None;
            }
            // "asked about it" has no subject behind it.
            let subject_end = self.phrase_end(at + 1);
            if subject_end > at + 1 {
                return Some(Frame {
                    cue: (at, at + 1),
                    subject: (at + 1, subject_end),
                    end: subject_end,
                });
            }
            return None;
        }
        let mut here = at;
        while here < end + FRAME {
            if words.is_quoted(here) || words.is_mark(here, &['.', '?', '!', ';', ':']) {
                return None;
            }
            let token = words.tokens.get(here)?;
            if verb(token).is_some() && here > at && !self.is_noun(here) {
                if is_participle(&token.norm) {
                    return None;
                }
                let subject_end = self.without_auxiliaries(here, at);
                if subject_end <= at {
                    return None;
                }
                return Some(Frame {
                    cue: (here, here + 1),
                    subject: (at, subject_end),
                    end: here + 1,
                });
            }
            here += 1;
        }
        None
    }

    /// A form that is a noun here: "the report", "his claims", "further demands".
    fn is_noun(&self, at: usize) -> bool {
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
    fn is_verb_here(&self, at: usize) -> bool {
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
    fn phrase_end(&self, at: usize) -> usize {
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

    fn has_name(&self, start: usize, end: usize) -> bool {
        (start..end).any(|it| self.words.tokens.get(it).is_some_and(Token::is_name_like))
    }

    /// The end of the subject before the verb at `at`, auxiliaries and adverbs left out; not before `floor`.
    fn without_auxiliaries(&self, at: usize, floor: usize) -> usize {
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
    fn subject_before(&self, at: usize) -> Option<(usize, usize)> {
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
    fn antecedent(&self, end: usize, floor: usize) -> usize {
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
    fn phrase_start(&self, end: usize, floor: usize) -> usize {
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

    fn joins_names(&self, at: usize) -> bool {
        let is_noun_like = |it: Option<&Token<'_>>| it.is_some_and(Token::is_name_like);
        is_noun_like(self.words.get(at.checked_sub(1)))
            && is_noun_like(self.words.tokens.get(at + 1))
    }

    /// Reported clauses of one sentence: every cue outside quotations that no quotation took.
    fn clauses(&mut self, start: usize, end: usize) {
        let words = self.words;
        let mut frames: Vec<(Frame, (usize, usize))> = Vec::new();
        let mut at = start;
        while at < end {
            if words.is_quoted(at) || self.used.contains(&at) {
                at += 1;
                continue;
            }
            let found = if words.is(at, &["according"]) && words.is(at + 1, &["to"]) {
                self.according(at, start, end)
            } else {
                words.tokens.get(at).and_then(verb).and_then(|follows| {
                    self.reported(at, follows, start, end, frames.last().map(|it| it.0))
                })
            };
            if let Some(found) = found {
                at = found.0.cue.1;
                frames.push(found);
            } else {
                at += 1;
            }
        }
        // A clause ends where the next frame of the same rank begins.
        for idx in 0..frames.len() {
            let Some(&(frame, (from, to))) = frames.get(idx) else {
                continue;
            };
            let mut to = to;
            for (next, _) in frames.get(idx + 1..).unwrap_or(&[]) {
                let next_start = next.subject.0.min(next.cue.0);
                if next_start > from
                    && next_start < to
                    && let Some(cut) = self.clause_break(next_start, from)
                {
                    to = to.min(cut);
                }
            }
            let Some(span) = words.span(from, to) else {
                continue;
            };
            let mut is_quoted = false;
            for (idx, (quote, _)) in words.quotes.iter().enumerate() {
                if span.overlaps(quote.outer) {
                    is_quoted = true;
                    if let Some(flag) = self.spoken.get_mut(idx) {
                        *flag = true;
                    }
                }
            }
            self.found.push(Found {
                at: frame.cue.0,
                content: vec![self.without_marks(span)],
                is_quoted,
                is_carried: false,
                frame: Some(frame),
            });
        }
    }

    /// A span that is one quotation gives its inside.
    fn without_marks(&self, span: Span) -> Span {
        self.words
            .quotes
            .iter()
            .find(|(quote, _)| quote.outer == span)
            .map_or(span, |it| it.0.inner)
    }

    /// Where the clause before a frame that begins at `at` ends: at the comma or semicolon before its conjunction.
    fn clause_break(&self, at: usize, from: usize) -> Option<usize> {
        let words = self.words;
        let mut it = at;
        let mut steps = 0;
        while it > from && steps < 4 {
            if words.is_mark(it - 1, &[',', ';', '—', '–']) {
                return Some(it - 1);
            }
            if !words.is(
                it - 1,
                &[
                    "and", "but", "though", "although", "while", "with", "as", "yet", "whereas",
                    "when", "also", "however",
                ],
            ) {
                return None;
            }
            it -= 1;
            steps += 1;
        }
        None
    }

    /// "According to X, …", "…, according to X".
    fn according(&self, at: usize, start: usize, end: usize) -> Option<(Frame, (usize, usize))> {
        let words = self.words;
        let subject_end = self.phrase_end(at + 2);
        let frame = Frame {
            cue: (at, at + 2),
            subject: (at + 2, subject_end),
            end: subject_end,
        };
        let leads = at == start
            || words.is_mark(at - 1, &['“', '"', '—', ';'])
            || (at - start <= 2 && !words.is_mark(at - 1, &[',']));
        if leads {
            let from = if words.is_mark(subject_end, &[',']) {
                subject_end + 1
            } else {
                subject_end
            };
            return (from < end).then_some((frame, (from, end)));
        }
        let before = at - usize::from(words.is_mark(at - 1, &[',', '—', '–']));
        let from = self.conjoined(start, before);
        (from < before).then_some((frame, (from, before)))
    }

    /// The start of a sentence without the conjunction it begins with.
    fn conjoined(&self, start: usize, end: usize) -> usize {
        if start + 1 < end && self.words.is(start, &["but", "and", "however", "yet"]) {
            start + 1
        } else {
            start
        }
    }

    /// A verb of saying outside quotations, with the clause it reports.
    fn reported(
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
        if words.is(at + 1, &["by"])
            && at > start
            && (word.ends_with("ed") || matches!(word, "said" | "told" | "written" | "shown"))
        {
            let is_passive = (at.saturating_sub(3)..at)
                .any(|it| words.is(it, &["was", "were", "is", "are", "been", "be", "being"]));
            if !is_passive {
                return None;
            }
            let subject_end = self.phrase_end(at + 2);
            let frame = Frame {
                cue: (at, at + 1),
                subject: (at + 2, subject_end),
                end: subject_end,
            };
            if words.is(subject_end, &["that"]) {
                return Some((frame, (subject_end + 1, end)));
            }
            let before = self.without_auxiliaries(at, start);
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
        let that = (from..end.min(from + 18))
            .take_while(|&it| {
                !words.is_quoted(it) && !words.is_mark(it, &['.', ';', ':', '?', '!', '('])
            })
            .take_while(|&it| it == from || words.tokens.get(it).and_then(verb).is_none())
            .find(|&it| words.is(it, &["that"]));
        let adverbial = that.is_some_and(|that| {
            that == from
                || words.is(
                    from,
                    &[
                        "on",
                        "in",
                        "at",
                        "during",
                        "after",
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "sunday",
                        "earlier",
                        "later",
                        "yesterday",
                        "today",
                        "this",
                        "last",
                        "again",
                        "repeatedly",
                        "also",
                        "to",
                        "publicly",
                        "explicitly",
                        "clearly",
                        "afterwards",
                        "before",
                        "late",
                        "via",
                    ],
                )
        });
        let is_interrogative = words.is(from, &["whether", "how", "why", "if"])
            && !matches!(follows, Follows::Doubted);
        let content = if let Some(that) = that.filter(|_| adverbial) {
            Some((that + 1, end))
        } else if is_interrogative
            && (told
                || matches!(
                    word,
                    "asked"
                        | "ask"
                        | "asks"
                        | "explained"
                        | "explains"
                        | "wondered"
                        | "questioned"
                        | "said"
                        | "described"
                ))
        {
            Some((from, end))
        } else {
            match follows {
                Follows::Doubted
                    if words.is(
                        from,
                        &[
                            "the", "a", "an", "that", "whether", "his", "her", "its", "their",
                            "any", "why", "how",
                        ],
                    ) =>
                {
                    Some((from, end))
                }
                Follows::Phrase => None,
                Follows::Clause | Follows::Listener
                    if (follows == Follows::Clause || told) && self.begins_clause(from, end) =>
                {
                    Some((from, end))
                }
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
            let subject = if is_part && words.is_mark(at - 1, &[',']) {
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
    fn trailing(
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
            || words.is(
                at + 1,
                &[
                    "on",
                    "in",
                    "at",
                    "during",
                    "after",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "yesterday",
                    "today",
                    "late",
                    "earlier",
                    "last",
                    "this",
                ],
            )
            || (follows == Follows::Listener && self.listener(at + 1) > at + 1);
        if words.is_mark(at - 1, &[',']) && !words.is_quoted(at - 1) {
            // Inverted: ", said the mayor".
            let word = words.tokens.get(at)?.norm.as_ref();
            if !matches!(
                word,
                "said" | "says" | "wrote" | "added" | "writes" | "adds" | "explained" | "reported"
            ) {
                return None;
            }
            let subject_end = self.phrase_end(at + 1);
            if subject_end <= at + 1
                || !(self.has_name(at + 1, subject_end)
                    || words.is(at + 1, &["the", "a", "an", "one", "officials"]))
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
        if !next_ends
            || words.is(
                start,
                &[
                    "when",
                    "after",
                    "as",
                    "while",
                    "before",
                    "asked",
                    "following",
                    "speaking",
                    "in",
                    "on",
                    "at",
                    "during",
                ],
            )
        {
            return None;
        }
        let subject = self.subject_before(at)?;
        let comma = subject.0.checked_sub(1)?;
        if comma <= start + 2 || !words.is_mark(comma, &[',', '—', '–']) || words.is_quoted(comma)
        {
            return None;
        }
        let from = self.conjoined(start, comma);
        if !(from..comma).any(|it| self.is_finite(it)) {
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

    /// Whether a clause without "that" begins at `at`: a pronoun, article, name or noun, and not an object.
    fn begins_clause(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let Some(token) = words.tokens.get(at).filter(|_| at + 2 < end) else {
            return false;
        };
        let starts = token.is_name_like()
            || token.shape == Shape::Number
            || words.is_quoted(at)
            || words.is(
                at,
                &[
                    "he", "she", "it", "they", "we", "i", "you", "there", "the", "a", "an", "his",
                    "her", "its", "their", "our", "my", "this", "these", "those", "some", "many",
                    "most", "no", "all", "both", "each", "such", "what", "more", "if", "people",
                    "one", "two", "three",
                ],
            )
            || (token.shape == Shape::Lower
                && token.norm.len() > 3
                && !words.is(
                    at,
                    &[
                        "with",
                        "from",
                        "about",
                        "during",
                        "after",
                        "before",
                        "into",
                        "over",
                        "goodbye",
                        "nothing",
                        "something",
                        "anything",
                        "they're",
                        "only",
                        "much",
                        "when",
                        "while",
                        "because",
                        "than",
                        "then",
                        "otherwise",
                        "similar",
                        "hello",
                    ],
                )
                && verb(token).is_none());
        if words.is(at, &["he", "she", "it", "they", "we", "i"]) {
            return true;
        }
        starts && (at + 1..end.min(at + 16)).any(|it| self.is_finite(it))
    }

    /// Whether a token looks like a finite verb.
    fn is_finite(&self, at: usize) -> bool {
        let words = self.words;
        words.is(
            at,
            &[
                "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
                "should", "may", "might", "must", "did", "does", "do", "isn't", "wasn't", "won't",
                "can't", "don't", "didn't", "doesn't", "hasn't", "wouldn't", "couldn't", "aren't",
                "weren't", "haven't", "hadn't", "went", "came", "took", "made", "got", "gave",
                "saw", "left", "began", "became", "knew", "felt", "found", "lost", "won", "held",
                "kept", "ran", "met", "led", "wants", "needs", "think", "believe", "want", "need",
                "expect", "hope", "plan",
            ],
        ) || words.tokens.get(at).is_some_and(|it| {
            it.shape == Shape::Lower && it.norm.len() > 4 && it.norm.ends_with("ed")
        }) || words.tokens.get(at).is_some_and(|it| {
            it.shape == Shape::Lower && matches!(it.norm.as_ref(), "'s" | "'re" | "'ll")
        })
    }

    /// The end of the person told: "reporters", "the Senate", "him".
    fn listener(&self, at: usize) -> usize {
        let words = self.words;
        let from = at + usize::from(words.is(at, &["to"]));
        let mut end = from;
        while end < from + 9 {
            if words.is(
                end,
                &[
                    "that", "he", "she", "they", "it", "there", "on", "in", "during", "after",
                    "when", "at", "how", "why", "whether", "about", "of", "if", "i", "we",
                ],
            ) || words.is_mark(end, &[',', '.', ':', ';', '“', '"'])
            {
                break;
            }
            if end > from && words.is(end, &["the", "a", "an", "his", "her", "their", "its"]) {
                break;
            }
            let was_pronoun = words.is(
                end,
                &["reporters", "them", "him", "me", "us", "journalists", "you"],
            );
            end += 1;
            if was_pronoun {
                break;
            }
        }
        end
    }

    /// The first noun phrase of a sentence, as the subject of ", adding that".
    fn first_subject(&self, start: usize, at: usize) -> Option<(usize, usize)> {
        let end = self.phrase_end(start).min(at);
        (start < end && self.has_name(start, end)).then_some((start, end.min(start + 10)))
    }
}
