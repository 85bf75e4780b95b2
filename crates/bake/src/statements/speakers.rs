//! Says who the words before or after a cue name: an entity, a role, a pronoun, or somebody without a name.
//!
//! Stage: *analysis*. In: a token range beside a cue. Out: a [`Speaker`]. What is ambiguous stays without an entity.

use crate::statements::cues::Class;
use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::mention::{EntityKind, Mention};
use dossier_corpus::span::Span;
use dossier_corpus::statement::Speaker;

use super::passage::Words;
use crate::entities::Names;
use crate::entities::lexicon::Marks;
use crate::entities::token::Shape;

/// What is known of the people of a document while it is read from top to bottom.
#[derive(Debug)]
pub(crate) struct People<'a> {
    names: &'a Names,
    /// By role in small letters: who was introduced so.
    roles: BTreeMap<String, BTreeSet<u32>>,
    /// The people named in the last sentence that named any, and where that sentence ended, in bytes.
    recent: BTreeSet<u32>,
    /// The last resolved speaker and where the statement stood.
    last_speaker: Option<(u32, u32)>,
}

impl<'a> People<'a> {
    /// Nobody is known yet.
    pub(crate) fn new(names: &'a Names) -> Self {
        Self {
            names,
            roles: BTreeMap::new(),
            recent: BTreeSet::new(),
            last_speaker: None,
        }
    }

    /// The mentions inside a span.
    pub(crate) fn mentions(&self, span: Span) -> &'a [Mention] {
        let from = self
            .names
            .mentions
            .partition_point(|it| it.span.start < span.start);
        let rest = self.names.mentions.get(from..).unwrap_or(&[]);
        let n = rest.partition_point(|it| it.span.end <= span.end);
        rest.get(..n).unwrap_or(&[])
    }

    fn kind(&self, mention: Mention) -> Option<EntityKind> {
        self.names
            .entities
            .get(mention.entity as usize)
            .map(|it| it.kind)
    }

    fn people_in(&self, span: Span) -> BTreeSet<u32> {
        self.mentions(span)
            .iter()
            .filter(|it| self.kind(**it) == Some(EntityKind::Person))
            .map(|it| it.entity)
            .collect()
    }

    /// Learns the roles that a passage introduces: "sculptor Alexei Chebanenko", "Liv Haug, the director".
    pub(crate) fn learn(&mut self, words: &Words<'_>) {
        let mut at = 0;
        let Some(all) = words.span(0, words.tokens.len()) else {
            return;
        };
        for mention in self.mentions(all).to_vec() {
            if self.kind(mention) != Some(EntityKind::Person) {
                continue;
            }
            while words
                .tokens
                .get(at)
                .is_some_and(|it| it.span.end <= mention.span.start)
            {
                at += 1;
            }
            let mut before = at;
            while before > 0
                && at - before < 3
                && words.marks(before - 1).has(Marks::ROLE.and(Marks::TITLE))
            {
                before -= 1;
                self.introduce(words, before, mention.entity);
            }
            if words.is_mark(at.wrapping_sub(1), &[',']) {
                self.introduce(words, at.wrapping_sub(2), mention.entity);
            }
            let mut after = at;
            while words
                .tokens
                .get(after)
                .is_some_and(|it| it.span.start < mention.span.end)
            {
                after += 1;
            }
            if words.is_mark(after, &[',']) {
                let role = (after + 1..after + 8)
                    .take_while(|&it| {
                        words
                            .tokens
                            .get(it)
                            .is_some_and(|it| it.is_word() || it.shape == Shape::Possessive)
                            && !words.is_a(it, Class::RoleEnd)
                    })
                    .filter(|&it| words.marks(it).has(Marks::ROLE))
                    .last();
                if let Some(role) = role {
                    self.introduce(words, role, mention.entity);
                }
            }
        }
    }

    fn introduce(&mut self, words: &Words<'_>, at: usize, entity: u32) {
        if let Some(token) = words
            .tokens
            .get(at)
            .filter(|it| it.is_word() && words.marks(at).has(Marks::ROLE))
        {
            self.roles
                .entry(token.lower().into_owned())
                .or_default()
                .insert(entity);
        }
    }

    /// Notes the people of a sentence that was read.
    pub(crate) fn pass(&mut self, sentence: Span) {
        let people = self.people_in(sentence);
        if !people.is_empty() {
            self.recent = people;
        }
    }

    /// Notes who spoke last, for pronouns.
    pub(crate) fn spoke(&mut self, speaker: Option<Speaker>, at: u32) {
        if let Some(Speaker {
            entity: Some(entity),
            ..
        }) = speaker
            && self
                .names
                .entities
                .get(entity as usize)
                .is_some_and(|it| it.kind == EntityKind::Person)
        {
            self.last_speaker = Some((entity, at));
        }
    }

    /// Who the tokens `start..end` name.
    pub(crate) fn speaker(&self, words: &Words<'_>, start: usize, end: usize) -> Option<Speaker> {
        let (start, end) = trimmed(words, start, end);
        let whole = words.span(start, end)?;
        let n_words = (start..end)
            .filter(|&it| {
                words
                    .tokens
                    .get(it)
                    .is_some_and(crate::entities::token::Token::is_word)
            })
            .count();
        if n_words == 1 && words.is_a(start, Class::He) {
            return Some(Speaker {
                span: whole,
                entity: self.pronoun(words, start),
            });
        }
        if n_words == 1 && words.is_a(start, Class::Vague) {
            return Some(Speaker {
                span: whole,
                entity: None,
            });
        }
        let mentions = self.mentions(whole);
        let token_after = |mention: &Mention| {
            let at = words
                .tokens
                .partition_point(|it| it.span.start < mention.span.end);
            words.tokens.get(at).filter(|_| at < end)
        };
        let is_owner = |mention: &Mention| {
            token_after(mention).is_some_and(|it| it.shape == Shape::Possessive)
        };
        let person = mentions
            .iter()
            .find(|it| self.kind(**it) == Some(EntityKind::Person) && !is_owner(it));
        if let Some(person) = person {
            return Some(Speaker {
                span: person.span,
                entity: Some(person.entity),
            });
        }
        // "Chebanenko's remarks suggest": the words are his.
        if let Some(owner) = mentions
            .iter()
            .find(|it| self.kind(**it) == Some(EntityKind::Person))
            && words.is_a(end - 1, Class::Utterance)
        {
            return Some(Speaker {
                span: owner.span,
                entity: Some(owner.entity),
            });
        }
        // A body speaks when it is the head: "the Ministry of Health", "Moscow", not "Kremlin officials".
        let body = mentions.iter().find(|it| {
            matches!(
                self.kind(**it),
                Some(EntityKind::Organisation | EntityKind::Place)
            ) && !is_owner(it)
                && token_after(it).is_none_or(|it| {
                    !it.is_word()
                        || matches!(
                            it.lower().as_ref(),
                            "in" | "of"
                                | "on"
                                | "and"
                                | "news"
                                | "agency"
                                | "newspaper"
                                | "magazine"
                                | "website"
                        )
                })
        });
        let head_of = (start..end).find(|&it| words.is_a(it, Class::Preposition));
        if let Some(body) = body {
            let is_inside = head_of
                .and_then(|it| words.tokens.get(it))
                .is_some_and(|it| {
                    it.span.start < body.span.start && starts_before(words, start, body.span)
                });
            let is_reported = words.is_a(start, Class::Source)
                && words.is(start + 1, &["from", "by", "in", "at"]);
            if !is_inside || is_reported {
                return Some(Speaker {
                    span: body.span,
                    entity: Some(body.entity),
                });
            }
        }
        let head_end = head_of.unwrap_or(end);
        let role_at = (start..head_end).rev().find(|&it| {
            words.marks(it).has(Marks::ROLE)
                && words
                    .tokens
                    .get(it)
                    .is_some_and(|it| it.shape != Shape::Possessive)
        });
        let is_definite = words.is_a(start, Class::Definite);
        let entity = role_at
            .filter(|_| is_definite && head_end - start <= 4)
            .and_then(|it| words.tokens.get(it))
            .and_then(|it| self.roles.get(it.lower().as_ref()))
            .and_then(only);
        Some(Speaker {
            span: short(words, start, end, role_at.filter(|_| entity.is_some())).unwrap_or(whole),
            entity,
        })
    }

    /// The person "he" or "she" stands for, when only one can be meant.
    fn pronoun(&self, words: &Words<'_>, at: usize) -> Option<u32> {
        let (start, _) = words.sentence_of(at);
        let sentence_start = words.tokens.get(start)?.span.start;
        let here = words.tokens.get(at)?.span.start;
        if let Some((entity, spoke_at)) = self.last_speaker
            && spoke_at >= sentence_start
        {
            return Some(entity);
        }
        let people = self.people_in(Span::new(sentence_start, here));
        if !people.is_empty() {
            return only(&people);
        }
        match (only(&self.recent), self.last_speaker) {
            (Some(one), _) => Some(one),
            (None, Some((entity, _))) if self.recent.contains(&entity) => Some(entity),
            _ => None,
        }
    }
}

fn only(people: &BTreeSet<u32>) -> Option<u32> {
    let mut all = people.iter();
    match (all.next(), all.next()) {
        (Some(one), None) => Some(*one),
        _ => None,
    }
}

/// Without marks, prepositions and conjunctions at the edges.
fn trimmed(words: &Words<'_>, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end.min(words.tokens.len()));
    while start < end
        && (!words
            .tokens
            .get(start)
            .is_some_and(crate::entities::token::Token::is_word)
            || words.is_a(start, Class::Frame))
    {
        start += 1;
    }
    while end > start
        && !words
            .tokens
            .get(end - 1)
            .is_some_and(|it| it.is_word() || it.shape == Shape::Possessive)
    {
        end -= 1;
    }
    (start, end)
}

/// Whether other words of the phrase stand before the name.
fn starts_before(words: &Words<'_>, start: usize, span: Span) -> bool {
    words
        .tokens
        .get(start)
        .is_some_and(|it| it.span.start < span.start)
}

/// "the sculptor's remarks": the role alone.
fn short(words: &Words<'_>, start: usize, end: usize, role: Option<usize>) -> Option<Span> {
    match role {
        Some(role) => words.span(start, role + 1),
        None => {
            let comma = (start + 1..end).find(|&it| words.is_mark(it, &[',', '(', '—', '–']));
            words.span(start, comma.unwrap_or(end).min(start + 14))
        }
    }
}
