//! Names that no list knows: their shape gives a first weight, their surroundings decide.
//!
//! Role: part of *candidates*.

use dossier_corpus::mention::EntityKind;

use super::{Casing, LIKELY, Parser};
use crate::entities::lexicon::Marks;
use crate::entities::token::Shape;

impl Parser<'_> {
    /// No list knows its beginning: everything up to the end of the part is one candidate.
    pub(super) fn unknown(&mut self, start: usize, end: usize) -> usize {
        let n = end - start;
        let Some(first) = self.tokens.get(start) else {
            return end;
        };
        let is_start = self.is_start(start);
        let has_score = self
            .tokens
            .get(end)
            .is_some_and(|it| it.shape == Shape::Number);
        if self.is_results && has_score && self.casing == Casing::Normal && n <= 3 {
            // "Turku 2 (Niemi 12, Salo 40) Tampere 0".
            let kind = if self.is_in_brackets(start) {
                EntityKind::Person
            } else {
                EntityKind::Organisation
            };
            self.push(start, end, kind, LIKELY);
            return end;
        }
        if self.casing == Casing::Upper && n >= 2 {
            self.push(start, start + 1, EntityKind::Person, 0);
            self.none(20);
            return start + 1;
        }
        // "NATO Spokesman": an acronym stands for itself.
        if n >= 2
            && first.shape == Shape::AllCaps
            && self.casing == Casing::Normal
            && self
                .tokens
                .get(start + 1)
                .is_some_and(|it| it.shape == Shape::Capital)
        {
            self.push(start, start + 1, EntityKind::Organisation, 15);
            return start + 1;
        }
        if !self.lexicon.has_common_words {
            self.foreign(start, end);
            return end;
        }
        let n_common = (start..end)
            .filter(|&it| self.word(it).has(Marks::COMMON))
            .count();
        let n_words = (start..end).filter(|&it| self.is_name_like(it)).count();
        if n == 1 {
            self.unknown_word(start, n_common > 0);
            return end;
        }
        if is_start && n_common == n_words && self.casing == Casing::Normal {
            // "Local Communities", "Prime Time": nothing but common words.
            self.push(start, end, EntityKind::Organisation, 2);
            self.none(8);
            return end;
        }
        if is_start
            && self.word(start).has(Marks::COMMON)
            && n == 2
            && first.shape == Shape::Capital
        {
            // "Yesterday Chebanenko": the capital of the first word says nothing.
            let word = self.word(start);
            if !word.has(Marks::ORG_HEAD) {
                self.push(start + 1, end, EntityKind::Person, 2);
                return end;
            }
        }
        if is_start
            && n >= 3
            && self.word(start).has(Marks::COMMON)
            && n_common == 1
            && first.shape == Shape::Capital
            && !self.word(start).has(Marks::ORG_HEAD)
        {
            return start + 1;
        }
        let has_ampersand = self.slice(start, end).iter().any(|it| it.is_mark('&'));
        // "Division A": a letter at the end without a full stop is no initial.
        let has_initial =
            self.slice(start, end).iter().enumerate().any(|(idx, it)| {
                it.shape == Shape::Initial && (idx + 1 < n || it.norm.contains('.'))
            });
        let ends_in_letter = self
            .tokens
            .get(end - 1)
            .is_some_and(|it| it.shape == Shape::Initial && !it.norm.contains('.'));
        let has_particle = self
            .slice(start, end)
            .iter()
            .any(|it| it.shape == Shape::Lower);
        let last = self.name_marks(end - 1, end);
        self.push(start, end, EntityKind::Person, 0);
        if has_ampersand {
            self.add(EntityKind::Organisation, 25);
        }
        if ends_in_letter && n == 2 {
            self.none(8);
        }
        if has_initial && first.shape == Shape::Initial {
            self.add(EntityKind::Person, 20);
        } else if has_initial || has_particle {
            self.add(EntityKind::Person, 8);
        }
        if last.has(Marks::SURNAME.and(Marks::FIRST_NAME)) {
            self.add(EntityKind::Person, 8);
        }
        if n_common == 0 {
            self.add(EntityKind::Person, if n_words <= 3 { 6 } else { 1 });
        } else if n_common == n_words {
            self.add(EntityKind::Organisation, 4);
            self.none(if self.casing == Casing::Normal { 3 } else { 20 });
        } else {
            self.add(EntityKind::Organisation, 4);
            self.add(EntityKind::Person, 3);
        }
        match self.casing {
            Casing::Normal => {}
            Casing::Title => self.none(8),
            Casing::Upper => self.none(20),
        }
        end
    }

    /// A single word that no list of names knows.
    fn unknown_word(&mut self, start: usize, is_common: bool) {
        let Some(first) = self.tokens.get(start) else {
            return;
        };
        self.push(start, start + 1, EntityKind::Person, 0);
        match first.shape {
            Shape::AllCaps if self.casing != Casing::Upper => {
                let is_unit = self
                    .tokens
                    .get(start.wrapping_sub(1))
                    .is_some_and(|it| it.shape == Shape::Number)
                    && first.norm.len() <= 3;
                if is_unit || first.norm.bytes().any(|it| it.is_ascii_digit()) {
                    self.none(20);
                }
                if first.norm.len() <= 6 && !first.norm.contains('-') || first.norm.contains('.') {
                    self.add(EntityKind::Organisation, 12);
                } else {
                    self.add(EntityKind::Place, 2);
                }
            }
            Shape::Mixed => self.add(EntityKind::Organisation, 2),
            Shape::Initial => self.none(20),
            _ => {}
        }
        if is_common {
            self.none(if self.is_start(start) { 20 } else { 8 });
        }
        if self.casing != Casing::Normal {
            self.none(10);
        }
    }

    /// Without a list of common words: two or more words are a person's name at most, one needs its surroundings.
    fn foreign(&mut self, start: usize, end: usize) {
        let words = self.slice(start, end);
        let n = words.len();
        let is_acronym = n == 1
            && words
                .iter()
                .all(|it| it.shape == Shape::AllCaps && it.norm.chars().count() <= 6);
        let has_initial = n > 1 && words.iter().any(|it| it.shape == Shape::Initial);
        if is_acronym && self.casing == Casing::Normal {
            self.push(start, end, EntityKind::Organisation, 12);
            return;
        }
        self.push(
            start,
            end,
            EntityKind::Person,
            if has_initial { 20 } else { 5 },
        );
        if n == 1 {
            self.none(if self.is_start(start) { 25 } else { 6 });
        }
        // Every noun has a capital: only a first name, a title or initials make a name.
        if self.lexicon.has_noun_capitals && !has_initial {
            self.none(25);
        }
        if self.casing != Casing::Normal {
            self.none(20);
        }
    }
}
