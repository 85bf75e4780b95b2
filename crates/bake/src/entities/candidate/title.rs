//! Titles and offices before a person's name: "Russian Foreign Minister Sergey Lavrov".
//!
//! Role: part of *candidates*. What stands before the office is read by itself, what follows is a person.

use dossier_corpus::mention::EntityKind;

use super::{Casing, Parser, SURE};
use crate::entities::lexicon::Marks;
use crate::entities::token::Shape;

impl Parser<'_> {
    /// "State Antony Blinken" behind "Secretary of": common words before a first name are none of the name's.
    pub(super) fn before_first_name(&self, start: usize, end: usize) -> Option<usize> {
        let at = (start..end).find(|&it| {
            !self.word(it).has(Marks::COMMON.and(Marks::OFFICE)) || self.has_list(it)
        })?;
        let marks = self.name_marks(at, at + 1);
        let is_office = (start..at)
            .any(|it| self.word(it).has(Marks::OFFICE.and(Marks::ROLE)) && !self.is_title(it));
        (at > start
            && end - at >= 2
            && marks.has(Marks::FIRST_NAME)
            && !marks.has(Marks::PLACE.and(Marks::ORGANISATION).and(Marks::GROUP))
            && !(start..at).any(|it| self.is_title(it))
            && (is_office || self.is_start(start))
            && !self.has_head(end - 1))
        .then_some(at)
    }

    /// Whether a list of names, not only of words, knows the token.
    pub(super) fn has_list(&self, at: usize) -> bool {
        !self.name_marks(at, at + 1).is_none()
    }

    /// "Russian Foreign Minister Sergey Lavrov": what stands before the title is read by itself, what follows is a person.
    pub(super) fn titled(&mut self, at: usize, end: usize, titles: &mut bool) -> Option<usize> {
        if !*titles {
            return None;
        }
        *titles = false;
        let title = (at..end)
            .rev()
            .find(|&it| self.is_title(it) && !self.is_name_here(it, at, end))?;
        let mut name = title + 1;
        while name < end
            && self.tokens.get(name).is_some_and(|it| {
                matches!(it.shape, Shape::Mark(_) | Shape::Possessive)
                    || it.shape == Shape::Lower && self.word(name).has(Marks::FUNCTION)
            })
        {
            name += 1;
        }
        if name >= end {
            // A title at the end: an office without a name. What stands before may still be one.
            if title > at {
                self.before_title(at, title);
            } else if end - at == 1 && self.name_marks(at, end).has(Marks::FIRST_NAME) {
                return None;
            }
            return Some(end);
        }
        if self.has_head(end - 1)
            && end - name < 3
            && !self.name_marks(name, name + 1).has(Marks::FIRST_NAME)
        {
            return None;
        }
        if self
            .slice(name, end)
            .iter()
            .any(|it| it.shape == Shape::Lower && matches!(it.norm.as_ref(), "of" | "for"))
        {
            return None;
        }
        if self.casing == Casing::Upper
            && !self
                .name_marks(name, name + 1)
                .has(Marks::FIRST_NAME.and(Marks::SURNAME))
        {
            return None;
        }
        let marks = self.name_marks(name, end);
        if marks.has(Marks::PLACE.and(Marks::ORGANISATION).and(Marks::GROUP))
            && !marks.has(Marks::FIRST_NAME.and(Marks::SURNAME))
        {
            self.before_title(at, title);
            self.part(name, end, false);
            return Some(end);
        }
        if self.lexicon.longest(self.slice(at, end)).is_some_and(|it| {
            at + it.n_tokens > title && !it.marks.has(Marks::TITLE) && it.n_tokens > 1
        }) {
            return None;
        }
        self.before_title(at, title);
        let end_of_name = self.person_end(name, end);
        self.push(name, end_of_name, EntityKind::Person, SURE);
        Some(end_of_name)
    }

    /// A title that is a name here: "Dean Wilson", "Matthew Bishop", "Martin Luther King Jr.".
    pub(super) fn is_name_here(&self, at: usize, start: usize, end: usize) -> bool {
        let marks = self.name_marks(at, at + 1);
        if marks.has(Marks::FIRST_NAME) && at + 1 < end {
            return true;
        }
        at > start
            && self
                .tokens
                .get(at)
                .is_some_and(|it| it.shape == Shape::Capital && !it.norm.ends_with('.'))
            && marks.has(Marks::SURNAME.and(Marks::FIRST_NAME))
            && self
                .name_marks(at - 1, at)
                .has(Marks::FIRST_NAME.and(Marks::SURNAME))
            && (at + 1 == end
                || self.tokens.get(at + 1).is_some_and(|it| {
                    matches!(it.norm.as_ref(), "Jr." | "Jr" | "Sr." | "III" | "II")
                }))
    }

    /// The words before a title, without those of the office.
    pub(super) fn before_title(&mut self, start: usize, title: usize) {
        let mut end = title;
        while end > start {
            let word = self.word(end - 1);
            let is_office = word.has(Marks::OFFICE.and(Marks::TITLE))
                && !self
                    .name_marks(end - 1, end)
                    .has(Marks::PLACE.and(Marks::ORGANISATION).and(Marks::GROUP));
            let is_joint = self
                .tokens
                .get(end - 1)
                .is_some_and(|it| !it.is_name_like());
            if !is_office && !is_joint {
                break;
            }
            end -= 1;
        }
        if end > start {
            self.part(start, end, false);
        }
    }

    /// Where a person's name that begins at `start` ends: before a listed organisation or place of several letters.
    pub(super) fn person_end(&self, start: usize, end: usize) -> usize {
        let mut at = start + 1;
        while at < end {
            let token = self.tokens.get(at);
            let word = self.word(at);
            // In a headline the verb has a capital too.
            if self.casing != Casing::Normal
                && at > start
                && (word.has(Marks::COMMON.and(Marks::FUNCTION)) || word.has(Marks::PERSON_VERB))
                && !self.name_marks(at, at + 1).has(Marks::SURNAME)
            {
                return at;
            }
            if token.is_some_and(|it| {
                it.shape == Shape::AllCaps
                    && it.norm.len() > 3
                    && self.casing == Casing::Normal
                    && self
                        .tokens
                        .get(start)
                        .is_some_and(|it| it.shape == Shape::Capital)
            }) {
                return at;
            }
            at += 1;
        }
        end
    }
}
