//! Head nouns: "Ministry", "Lake", "region" tell what the whole name is.
//!
//! Role: part of *candidates*.

use dossier_corpus::mention::EntityKind;

use super::{LIKELY, Parser, SURE};
use crate::entities::lexicon::Marks;
use crate::entities::token::Shape;

impl Parser<'_> {
    /// "Kursk region": the head noun written small belongs to the name. How many tokens that adds.
    pub(super) fn with_small_head(&mut self, end: usize) -> usize {
        let Some(head) = self
            .tokens
            .get(end)
            .filter(|_| self.is_lower_word(end, &["region", "oblast", "krai"]))
        else {
            return 0;
        };
        let Some(last) = self.found.last_mut().filter(|it| it.tokens.1 == end) else {
            return 0;
        };
        if last
            .scores
            .get(EntityKind::Group as usize)
            .is_some_and(|it| *it > 0)
        {
            return 0;
        }
        let name = self.tokens.get(last.tokens.0..end).unwrap_or(&[]);
        let is_vast = name.last().is_some_and(|it| {
            self.lexicon.word(&it.lower()).has(Marks::PLACE_HEAD)
                || matches!(
                    it.norm.as_ref(),
                    "Africa"
                        | "Asia"
                        | "Europe"
                        | "America"
                        | "Pacific"
                        | "Atlantic"
                        | "Gulf"
                        | "Asia-Pacific"
                        | "Indo-Pacific"
                        | "Mediterranean"
                        | "Caribbean"
                        | "Caucasus"
                        | "Balkans"
                        | "Arctic"
                        | "Himalayas"
                        | "East"
                )
        });
        if is_vast {
            return 0;
        }
        last.span.end = head.span.end;
        last.tokens.1 = end + 1;
        last.scores = [0; 4];
        if let Some(score) = last.scores.get_mut(EntityKind::Place as usize) {
            *score = LIKELY + 10;
        }
        1
    }

    pub(super) fn has_head(&self, at: usize) -> bool {
        self.word(at).has(
            Marks::ORG_HEAD
                .and(Marks::PLACE_HEAD)
                .and(Marks::OTHER_HEAD),
        )
    }

    /// The part ends (or begins) with a head noun.
    pub(super) fn headed(&mut self, start: usize, end: usize) -> bool {
        let Some(last) = end.checked_sub(1) else {
            return false;
        };
        let head = self.word(last);
        let n = end - start;
        let first = self.word(start);
        let has_object = self.slice(start, end).iter().any(|it| {
            it.shape == Shape::Lower && matches!(it.norm.as_ref(), "of" | "for" | "after" | "at")
        });
        if has_object {
            let head_at = (start..end)
                .find(|&it| {
                    self.tokens
                        .get(it)
                        .is_some_and(|it| it.shape == Shape::Lower)
                })
                .map_or(start, |it| it - 1);
            let kind =
                if self.takes_of_place(head_at) && !self.word(head_at).has(Marks::ORG_HEAD_OF) {
                    EntityKind::Place
                } else {
                    EntityKind::Organisation
                };
            self.push(start, end, kind, SURE);
            return true;
        }
        // Behind a particle: "Banco do Sul".
        let second = (start + 1..last)
            .find(|&it| self.is_name_like(it))
            .unwrap_or(last);
        if n >= 2
            && first.has(Marks::ORG_HEAD_FIRST)
            && !self.name_marks(start, start + 1).has(Marks::FIRST_NAME)
            && (!head.has(Marks::PLACE_HEAD.and(Marks::OTHER_HEAD)) || !first.has(Marks::COMMON))
            && !self.word(second).has(Marks::COMMON)
        {
            self.push(start, end, EntityKind::Organisation, LIKELY);
            return true;
        }
        if n >= 2
            && first.has(Marks::PLACE_HEAD_FIRST)
            && !head.has(Marks::ORG_HEAD)
            && !self.name_marks(start, start + 1).has(Marks::FIRST_NAME)
        {
            self.push(start, end, EntityKind::Place, LIKELY);
            return true;
        }
        if n < 2 {
            return false;
        }
        let last_is_name = self
            .name_marks(last, end)
            .has(Marks::SURNAME.and(Marks::FIRST_NAME));
        let first_is_name = self.name_marks(start, start + 1).has(Marks::FIRST_NAME);
        let is_broken = (start..end).any(|it| self.word(it).has(Marks::FUNCTION))
            || self.name_marks(last, end).has(Marks::PLACE);
        if first_is_name && last_is_name && n <= 3 && !is_broken {
            self.push(start, end, EntityKind::Person, LIKELY);
            return true;
        }
        if head.has(Marks::ORG_HEAD) {
            self.push(
                start,
                end,
                EntityKind::Organisation,
                if last_is_name { 20 } else { LIKELY + 20 },
            );
            if head.has(Marks::PLACE_HEAD) {
                self.add(EntityKind::Place, 15);
            }
            return true;
        }
        if head.has(Marks::PLACE_HEAD) {
            self.push(
                start,
                end,
                EntityKind::Place,
                if last_is_name { 14 } else { LIKELY + 10 },
            );
            if last_is_name {
                self.add(EntityKind::Person, 10);
            }
            return true;
        }
        // Events, works and laws: no name of ours.
        head.has(Marks::OTHER_HEAD)
    }

    /// "Eastern Slavonia", "Greater Poland".
    pub(super) fn directed(&mut self, start: usize, end: usize) -> bool {
        let is_direction = self.tokens.get(start).is_some_and(|it| {
            matches!(
                it.norm.as_ref(),
                "North"
                    | "South"
                    | "East"
                    | "West"
                    | "Northern"
                    | "Southern"
                    | "Eastern"
                    | "Western"
                    | "Central"
                    | "Upper"
                    | "Lower"
                    | "Greater"
                    | "Inner"
                    | "Outer"
                    | "Northeast"
                    | "Northwest"
                    | "Southeast"
                    | "Southwest"
                    | "Occupied"
            )
        });
        if !is_direction
            || end - start != 2
            || self
                .tokens
                .get(start + 1)
                .is_none_or(|it| it.shape == Shape::Initial)
        {
            return false;
        }
        let next = self.name_marks(start + 1, end);
        if next.has(Marks::GROUP) && !next.has(Marks::PLACE)
            || self.name_marks(start, end).has(Marks::GROUP)
        {
            return false;
        }
        let weight = if next.has(Marks::PLACE) { LIKELY } else { 10 };
        self.push(start, end, EntityKind::Place, weight);
        if self.word(start + 1).has(Marks::COMMON) {
            self.none(11);
        }
        true
    }
}
