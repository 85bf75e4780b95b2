//! Where a run of capitalised words ends: particles, inner possessives, "of" and "for" behind a head noun.
//!
//! Role: part of *candidates*. In: the first token of a run. Out: the token behind its last.

use super::{MAX_RUN, Parser};
use crate::entities::lexicon::Marks;
use crate::entities::token::Shape;

impl Parser<'_> {
    /// Where the run of name-like tokens that begins at `start` ends.
    pub(super) fn run_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end - start < MAX_RUN {
            let Some(token) = self.tokens.get(end) else {
                break;
            };
            let joined = if token.is_name_like() {
                1
            } else if token.shape == Shape::Lower {
                self.particles(end)
            } else if token.is_mark('&')
                && self.is_name_like(end + 1)
                && !(self.name_marks(start, start + 1).has(Marks::FIRST_NAME)
                    && self.name_marks(end + 1, end + 2).has(Marks::FIRST_NAME))
            {
                2
            } else if token.is_mark(',')
                && self
                    .tokens
                    .get(end + 1)
                    .is_some_and(|it| matches!(it.norm.as_ref(), "Jr." | "Jr" | "Sr." | "Sr"))
            {
                2
            } else if token.shape == Shape::Possessive {
                self.inner_possessive(start, end)
            } else if token.is_mark('-')
                && token.spaced
                && self.is_spaced_particle(end - 1)
                && self.is_name_like(end + 1)
            {
                2
            } else {
                0
            };
            if joined == 0 {
                break;
            }
            end += joined;
        }
        self.with_object(start, end)
    }

    /// How many particles ("van der") and the name behind them begin at `at`.
    pub(super) fn particles(&self, at: usize) -> usize {
        let mut n = 0;
        while n < 3
            && self
                .tokens
                .get(at + n)
                .is_some_and(|it| it.shape == Shape::Lower)
            && self.word(at + n).has(Marks::PARTICLE)
        {
            n += 1;
        }
        if n > 0 && self.is_name_like(at + n) {
            n + 1
        } else {
            0
        }
    }

    pub(super) fn is_spaced_particle(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| matches!(it.lower().as_ref(), "al" | "el" | "abd" | "ul"))
    }

    /// A possessive inside a name ("People's Army", "King's College"): how many tokens it and its noun take.
    pub(super) fn inner_possessive(&self, start: usize, at: usize) -> usize {
        let owner = self.tokens.get(at.wrapping_sub(1));
        let is_generic = owner.is_some_and(|it| {
            matches!(
                it.lower().as_ref(),
                "people"
                    | "women"
                    | "children"
                    | "men"
                    | "king"
                    | "queen"
                    | "veteran"
                    | "citizen"
                    | "st"
                    | "teacher"
                    | "worker"
                    | "lord"
                    | "prince"
                    | "shepherd"
                    | "bishop"
                    | "girl"
                    | "boy"
            )
        });
        let is_saint = self
            .tokens
            .get(start)
            .is_some_and(|it| matches!(it.norm.as_ref(), "St." | "Saint"));
        if (is_generic || is_saint) && self.is_name_like(at + 1) {
            return 2;
        }
        0
    }

    /// Goes on over "of", "for" behind a head noun ("Ministry of Defense", "Gulf of Aden"), once or twice, and over
    /// "named after".
    pub(super) fn with_object(&self, start: usize, first_end: usize) -> usize {
        let mut end = first_end;
        let mut rounds = 0;
        loop {
            let head = self.word(end - 1);
            let is_first = rounds == 0;
            let takes = if is_first {
                let is_title = self.is_title(end - 1);
                (head.has(Marks::ORG_HEAD_OF) && !is_title) || self.takes_of_place(end - 1)
            } else {
                rounds < 4
            };
            if !takes || end - start > MAX_RUN {
                return end;
            }
            let next = if self.is_lower_word(end, &["of", "for"]) {
                let the = usize::from(self.is_lower_word(end + 1, &["the"]));
                Some(end + 1 + the)
            } else if !is_first
                && self.is_lower_word(end, &["and"])
                && (self.is_topic(end - 1) && self.is_topic(end + 1) || self.are_plurals(end))
            {
                Some(end + 1)
            } else if !is_first
                && self.is_lower_word(end, &["at"])
                && self.is_university(start, end)
            {
                Some(end + 1)
            } else if !is_first
                && self.is_lower_word(end, &["with", "on", "in"])
                && self.is_topic(end - 1)
                && self.is_topic(end + 1)
            {
                Some(end + 1)
            } else if !is_first
                && self.is_lower_word(end, &["named"])
                && self.is_lower_word(end + 1, &["after", "for"])
            {
                Some(end + 2)
            } else if is_first
                && head.has(Marks::ORG_HEAD)
                && self.is_lower_word(end, &["named"])
                && self.is_lower_word(end + 1, &["after"])
            {
                Some(end + 2)
            } else {
                None
            };
            let Some(next) = next.filter(|&it| self.is_name_like(it) && !self.is_title(it)) else {
                return end;
            };
            end = self.plain_run_end(next);
            rounds += 1;
        }
    }

    /// The end of a run without objects; it does not swallow a title and what follows it.
    pub(super) fn plain_run_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end - start < MAX_RUN && self.is_name_like(end) && !self.is_title(end) {
            end += 1;
        }
        end
    }

    pub(super) fn is_topic(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.shape == Shape::Capital)
            && self.word(at).has(Marks::COMMON)
            && !self
                .lexicon
                .longest(self.slice(at, at + 4))
                .is_some_and(|it| it.marks.has(Marks::PLACE))
            && !self.is_title(at)
    }

    /// "Obstetricians and Gynecologists": two plurals that no list knows as names.
    pub(super) fn are_plurals(&self, and: usize) -> bool {
        [and.wrapping_sub(1), and + 1].into_iter().all(|at| {
            self.tokens
                .get(at)
                .is_some_and(|it| it.shape == Shape::Capital && it.norm.ends_with('s'))
                && self.name_marks(at, at + 1).is_none()
        })
    }

    pub(super) fn is_university(&self, start: usize, end: usize) -> bool {
        self.slice(start, end).iter().any(|it| {
            matches!(
                it.norm.as_ref(),
                "University" | "College" | "School" | "Institute"
            )
        })
    }

    pub(super) fn takes_of_place(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| {
            matches!(
                it.norm.as_ref(),
                "Gulf"
                    | "Bay"
                    | "Strait"
                    | "Straits"
                    | "Republic"
                    | "Kingdom"
                    | "Isle"
                    | "Sea"
                    | "Cape"
                    | "Horn"
                    | "Province"
                    | "State"
                    | "City"
                    | "Emirate"
                    | "Mount"
                    | "Duchy"
                    | "Principality"
                    | "Islands"
                    | "Region"
            )
        }) && self.is_lower_word(at + 1, &["of"])
    }
}
