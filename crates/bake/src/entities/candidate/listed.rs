//! Names that a list knows, whole or as the beginning of a longer one.
//!
//! Role: part of *candidates*.

use dossier_corpus::mention::EntityKind;

use super::{Casing, LIKELY, MAX_RUN, Parser, SURE};
use crate::entities::lexicon::Marks;
use crate::entities::token::Shape;

impl Parser<'_> {
    /// A listed name that begins with a small letter ("al-Qaeda"): how many tokens it takes.
    pub(super) fn small_name(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        if token.shape != Shape::Mixed {
            return None;
        }
        let hit = self.lexicon.longest(self.slice(at, at + MAX_RUN))?;
        hit.marks.has(Marks::ORGANISATION).then_some(hit.n_tokens)
    }

    /// The whole part is on a list.
    pub(super) fn listed(&mut self, start: usize, end: usize, marks: Marks) -> bool {
        let single = end - start == 1;
        let is_start = self.is_start(start);
        let is_common = single && self.word(start).has(Marks::COMMON);
        if marks.has(Marks::CALENDAR) {
            return true;
        }
        let weight = if is_common && is_start { 5 } else { LIKELY };
        if marks.has(Marks::GROUP) && !marks.has(Marks::PLACE) {
            self.push(start, end, EntityKind::Group, LIKELY + 10);
        } else if self.is_results
            && !self.is_in_brackets(start)
            && marks.has(Marks::CITY.and(Marks::REGION))
            && !marks.has(Marks::COUNTRY)
        {
            // In a table of results a town is its club.
            self.push(start, end, EntityKind::Organisation, LIKELY);
        } else if marks.has(Marks::PLACE) {
            let is_person_too = marks.has(Marks::FIRST_NAME.and(Marks::SURNAME));
            self.push(
                start,
                end,
                EntityKind::Place,
                if is_person_too && !marks.has(Marks::COUNTRY) {
                    12
                } else {
                    weight
                },
            );
            if marks.has(Marks::ORGANISATION) {
                self.add(EntityKind::Organisation, 10);
            }
            if is_person_too {
                self.add(EntityKind::Person, 6);
            }
        } else if marks.has(Marks::ORGANISATION) {
            self.push(
                start,
                end,
                EntityKind::Organisation,
                if is_common { 12 } else { weight },
            );
            if is_common {
                self.none(if is_start { 14 } else { 0 });
            }
        } else if marks.has(Marks::FIRST_NAME.and(Marks::SURNAME)) {
            self.push(
                start,
                end,
                EntityKind::Person,
                if is_common { 4 } else { 10 },
            );
            if is_common {
                self.none(if is_start { 12 } else { 3 });
            }
        } else {
            return false;
        }
        true
    }

    /// The part begins with a listed name and goes on: where to read on, if that is settled here.
    pub(super) fn listed_prefix(
        &mut self,
        start: usize,
        end: usize,
        n: usize,
        marks: Marks,
    ) -> Option<usize> {
        let next = start + n;
        if marks.has(Marks::CALENDAR) {
            return Some(next);
        }
        if marks.has(Marks::FIRST_NAME)
            && self
                .tokens
                .get(start)
                .is_some_and(|it| it.shape == Shape::Capital || self.casing == Casing::Upper)
        {
            let second = self.lexicon.longest(self.slice(next, end));
            let second_marks = second.map_or_else(Marks::default, |it| it.marks);
            let is_broken = marks.has(Marks::PLACE.and(Marks::GROUP))
                && !second_marks.has(Marks::SURNAME.and(Marks::FIRST_NAME))
                && second_marks.has(Marks::PLACE.and(Marks::GROUP));
            if !is_broken {
                let last = self.person_end(start, end);
                let weight = if self.casing == Casing::Normal {
                    LIKELY + 20
                } else {
                    LIKELY
                };
                self.push(start, last, EntityKind::Person, weight);
                if self.casing != Casing::Normal
                    && last == start + 1
                    && self.word(start).has(Marks::COMMON)
                {
                    self.none(SURE);
                }
                return Some(last);
            }
        }
        if marks.has(Marks::GROUP) && !marks.has(Marks::PLACE) {
            self.push(start, next, EntityKind::Group, LIKELY + 10);
            return Some(next);
        }
        if marks.has(Marks::PLACE) {
            let rest = self
                .lexicon
                .longest(self.slice(next, end))
                .filter(|it| next + it.n_tokens == end)
                .map_or_else(Marks::default, |it| it.marks);
            if rest.has(Marks::PLACE.and(Marks::GROUP)) && !rest.has(Marks::ORGANISATION) {
                self.push(start, next, EntityKind::Place, LIKELY);
                return Some(next);
            }
            if rest.has(Marks::FIRST_NAME) && end - next >= 2 {
                self.push(start, next, EntityKind::Place, LIKELY);
                return Some(next);
            }
            let is_plural = self
                .tokens
                .get(end - 1)
                .is_some_and(|it| it.norm.ends_with('s'));
            let is_acronym = self
                .tokens
                .get(start)
                .is_some_and(|it| it.shape == Shape::AllCaps || it.norm.contains('.'));
            if is_acronym || marks.has(Marks::COUNTRY) {
                self.push(start, next, EntityKind::Place, LIKELY);
                return Some(next);
            }
            if end - next <= 2 {
                self.push(
                    start,
                    end,
                    EntityKind::Organisation,
                    if is_plural { 20 } else { 7 },
                );
                self.add(EntityKind::Place, 6);
                self.add(
                    EntityKind::Person,
                    if rest.has(Marks::SURNAME) { 12 } else { 7 },
                );
                return Some(end);
            }
        }
        if marks.has(Marks::ORGANISATION) {
            self.push(start, next, EntityKind::Organisation, LIKELY);
            return Some(next);
        }
        None
    }
}
