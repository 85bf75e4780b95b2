//! Looks for the cue of each quotation, on both sides of it.
//!
//! Role: part of *attribution*.

use dossier_corpus::span::Span;
use dossier_corpus::statement::Speaker;

use super::{Carry, Draft, FRAME, Found, Frame, Reader};
use crate::entities::token::{Shape, Token};
use crate::statements::cues::{Class, Follows, is_participle};
use crate::statements::passage::Words;
use crate::statements::quotes::Quote;

impl Reader<'_> {
    fn take(&mut self, (start, end): (usize, usize)) {
        for flag in self.used.get_mut(start..end).unwrap_or_default() {
            *flag = true;
        }
    }

    /// Whether the token is a cue that a quotation took.
    pub(super) fn is_used(&self, at: usize) -> bool {
        self.used.get(at).copied().unwrap_or(false)
    }

    /// Ties every quotation to a cue or to the quotation before it.
    pub(super) fn quotations(&mut self, carried: bool) {
        let mut last: Option<(usize, usize)> = None;
        for (idx, &(quote, range)) in self.words.quotes.iter().enumerate() {
            let (start, end) = range;
            let content = trimmed(self.words, quote, range);
            if content.is_empty() {
                continue;
            }
            let is_carried = carried && idx == 0;
            // Goes on after the frame of the last one: “We go,” he said. “Now.”
            let goes_on = last.filter(|&(_, frame_end)| {
                frame_end <= start
                    && (self.is_pause(frame_end, start) || self.follows_on(frame_end, start))
            });
            let before = if is_carried {
                None
            } else {
                self.frame_before(range, goes_on.map_or(0, |it| it.1))
                    .or_else(|| self.named_before(start))
            };
            if before.is_some_and(|it| self.is_part_of_clause(it, range)) {
                continue;
            }
            let behind = if is_carried || before.is_some() {
                None
            } else {
                self.frame_after(end)
            };
            let content = match behind {
                Some(_) => self.with_clause(start, content),
                None => content,
            };
            let frame = before.or(behind);
            if is_carried {
                self.found.push(Found {
                    at: start,
                    content: vec![content],
                    is_quoted: true,
                    is_carried: true,
                    frame: None,
                });
            } else if let Some(frame) = frame {
                self.take(frame.cue);
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

    /// “We go,” he said to all of them. “Now.”: the next sentence begins with the quotation.
    fn follows_on(&self, frame_end: usize, start: usize) -> bool {
        let words = self.words;
        let (_, end) = words.sentence_of(frame_end.saturating_sub(1));
        words.sentence_of(start).0 == start && end == start && self.begins_sentence(start)
    }

    /// Whether what stands in the marks that open at `start` begins with a capital, as a sentence does.
    pub(super) fn begins_sentence(&self, start: usize) -> bool {
        let mut inner = self.words.tokens.get(start..).unwrap_or(&[]).iter();
        let first = inner.find(|it| it.is_word());
        first.is_some_and(|it| it.is_name_like() || it.shape == Shape::Number)
    }

    /// He said that “a bomb” had gone off: the marks stand around a part of what he said.
    fn is_part_of_clause(&self, frame: Frame, (start, end): (usize, usize)) -> bool {
        let words = self.words;
        let is_led_in = words.is_mark(start - 1, &[',', ':']);
        let takes_phrase = matches!(
            words.verb(frame.cue.0),
            None | Some(Follows::Phrase | Follows::Doubted)
        );
        let goes_on = words.tokens.get(end).is_some_and(|it| {
            it.is_word()
                && it.shape != Shape::Number
                && !words.is_a(end, Class::Joiner)
                && !words.is_a(end, Class::When)
                && !words.is_a(end, Class::Preposition)
        });
        let is_closed = end
            .checked_sub(2)
            .is_some_and(|it| words.is_mark(it, &['.', ',', '?', '!', '…']));
        let (_, sentence_end) = words.sentence_of(start);
        !is_led_in
            && !takes_phrase
            && goes_on
            && !is_closed
            && (end..sentence_end.min(end + FRAME)).any(|it| self.is_finite(it))
    }

    /// But his “plan has been challenged,” she said: what stands before the marks is hers too.
    fn with_clause(&self, start: usize, content: Span) -> Span {
        let words = self.words;
        let (sentence_start, _) = words.sentence_of(start);
        let is_whole = (sentence_start..start).all(|it| {
            !words.is_quoted(it)
                && !words.is_mark(it, &[':', ';', '.'])
                && words.verb(it).is_none()
                && words.according(it).is_none()
        });
        if self.begins_sentence(start) || !is_whole {
            return content;
        }
        let from = self.conjoined(sentence_start, start);
        words.tokens.get(from).map_or(content, |it| {
            Span::new(it.span.start.min(content.start), content.end)
        })
    }

    /// The frame that a colon at the end of the passage opens: "Liv Haug wrote:".
    pub(super) fn lead(&self) -> Option<Frame> {
        let end = self.words.tokens.len();
        let is_led = end > 1 && self.words.is_mark(end - 1, &[':']);
        is_led.then(|| self.frame_before((end, end), 0)).flatten()
    }

    /// A passage that is one quotation and names nobody goes on with whoever spoke at the end of the passage before, or
    /// was about to. Returns who that is, and where in the drafts.
    pub(super) fn alone(
        &mut self,
        before: Carry,
        drafts: &mut Vec<Draft>,
    ) -> Option<(Speaker, usize)> {
        let words = self.words;
        let &(quote, range) = words.quotes.first()?;
        let spoken = self.spoken.first_mut()?;
        let is_alone = range.0 == 0
            && !*spoken
            && words.quotes.len() == 1
            && !(range.1..words.tokens.len())
                .any(|it| words.tokens.get(it).is_some_and(Token::is_word));
        let content = trimmed(words, quote, range);
        if !is_alone || content.is_empty() {
            return None;
        }
        if let Some((speaker, cue)) = before.lead {
            *spoken = true;
            drafts.push(Draft {
                content: vec![content],
                is_quoted: true,
                cue,
                speaker: speaker.clone(),
            });
            return speaker.map(|it| (it, drafts.len() - 1));
        }
        if !self.begins_sentence(0) {
            return None;
        }
        let (speaker, at) = before.speaker?;
        if let Some(flag) = self.spoken.first_mut() {
            *flag = true;
        }
        drafts.get_mut(at)?.content.push(content);
        Some((speaker, at))
    }

    /// Whether nothing but the rest of the frame's sentence stands between it and the next quotation.
    pub(super) fn is_pause(&self, from: usize, to: usize) -> bool {
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
                    .is_some_and(|token| self.words.cues.verb(token).is_none() || self.is_noun(it))
            })
    }

    /// The subject of the last frame, when it stands in the sentence that begins at `start`.
    fn last_subject(&self, start: usize) -> Option<(usize, usize)> {
        let frame = self.found.last()?.frame?;
        (frame.subject.0 >= start && frame.subject.0 < frame.subject.1).then_some(frame.subject)
    }

    /// `Haug: “…”`: nothing but a name and a colon before the marks.
    fn named_before(&self, quote: usize) -> Option<Frame> {
        const NAME: usize = 8;
        let words = self.words;
        let colon = quote.checked_sub(1)?;
        let (start, _) = words.sentence_of(colon);
        let subject = (start, colon);
        let is_name = colon > start
            && colon - start <= NAME
            && words.tokens.get(start)?.is_name_like()
            && (start..colon).any(|it| words.is_person(it))
            && (start..colon).all(|it| {
                let token = words.tokens.get(it);
                token.is_some_and(|it| it.is_name_like() || !it.is_word())
            });
        (words.is_mark(colon, &[':']) && is_name).then_some(Frame {
            cue: (colon, colon),
            subject,
            end: quote,
        })
    }

    /// `he said, “…”`, `he said: “…”`, `according to him, “…”`.
    pub(super) fn frame_before(
        &self,
        (quote, quote_end): (usize, usize),
        not_before: usize,
    ) -> Option<Frame> {
        let words = self.words;
        let last = quote.checked_sub(1)?;
        let mut at = last;
        let is_led_in = words.is_mark(last, &[',', ':']) || words.is_a(last, Class::That);
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
            let follows = words.tokens.get(at).and_then(|it| words.cues.verb(it));
            if follows.is_some() && !self.is_used(at) && !self.is_noun(at) {
                let near = last - at;
                if is_led_in || near == 0 || follows == Some(Follows::Phrase) {
                    let is_part = words
                        .tokens
                        .get(at)
                        .is_some_and(|it| is_participle(&it.norm));
                    let subject = if is_part && at == start {
                        // Calling it “a lie,” she left.
                        let from = quote_end + usize::from(words.is_mark(quote_end, &[',']));
                        (from, self.phrase_end(from))
                    } else if is_part && words.is_mark(at - 1, &[',']) {
                        self.last_subject(start)
                            .or_else(|| self.first_subject(start, at))?
                    } else if self.is_told(at) {
                        let from = quote_end + 1;
                        let by = words.is_a(quote_end, Class::By);
                        (from, if by { self.phrase_end(from) } else { from })
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
            if let Some(n) = words.according(at)
                && is_led_in
            {
                return Some(Frame {
                    cue: (at, at + n),
                    subject: (at + n, last),
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
    pub(super) fn frame_after(&self, end: usize) -> Option<Frame> {
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
        while words.is_mark(at, &[',', '—', '–']) {
            at += 1;
        }
        if let Some(n) = words.according(at) {
            let subject_end = self.phrase_end(at + n);
            return Some(Frame {
                cue: (at, at + n),
                subject: (at + n, subject_end),
                end: subject_end,
            });
        }
        if !has_comma && !matches!(inner_last, Some(',' | '?' | '!' | '—' | '…')) {
            return None;
        }
        // "a dit Marie", "hat Anna gesagt": auxiliaries may stand before the verb.
        while at < end + 4
            && words.verb(at).is_none()
            && words.is_a(at, Class::Auxiliary)
            && words.verb(at + 1).is_some()
        {
            at += 1;
        }
        if words.verb(at).is_some() {
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
            // "Ann Lee (R-Fla.) said": an aside of the subject's.
            if let Some(behind) = self.behind_brackets(here) {
                here = behind;
                continue;
            }
            let token = words.tokens.get(here)?;
            let is_relative = words.is_a(
                self.without_auxiliaries(here, at).saturating_sub(1),
                Class::Relative,
            );
            if words.cues.verb(token).is_some() && here > at && !self.is_noun(here) && !is_relative
            {
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
}

/// A quotation that nobody utters counts from two words on; a run of capitalised words is a title.
pub(super) fn is_worth(words: &Words<'_>, (start, end): (usize, usize)) -> bool {
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
pub(super) fn trimmed(words: &Words<'_>, quote: Quote, (start, end): (usize, usize)) -> Span {
    let mut from = start;
    while from < end
        && words
            .tokens
            .get(from)
            .is_some_and(|it| it.span.start < quote.inner.start)
    {
        from += 1;
    }
    let mut to = end;
    while to > from
        && words.tokens.get(to - 1).is_some_and(|it| {
            it.span.end > quote.inner.end || matches!(it.shape, Shape::Mark(',' | '.'))
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
