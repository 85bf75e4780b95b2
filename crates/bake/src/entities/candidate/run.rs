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
            let joins_next = self.is_ampersand(start, end)
                || self.is_suffix(end)
                || self.is_spaced_hyphen(end)
                || self.is_of_many(end);
            let joined = match token.shape {
                _ if token.is_name_like() => 1,
                Shape::Lower => self.particles(end),
                Shape::Possessive => self.inner_possessive(start, end),
                _ if joins_next => 2,
                _ => 0,
            };
            if joined == 0 {
                break;
            }
            end += joined;
        }
        self.with_object(start, end)
    }

    /// "Barker & Nolan", but not two people with a sign between.
    fn is_ampersand(&self, start: usize, at: usize) -> bool {
        let is_first_name = |it: usize| self.name_marks(it, it + 1).has(Marks::FIRST_NAME);
        self.tokens.get(at).is_some_and(|it| it.is_mark('&'))
            && self.is_name_like(at + 1)
            && !(is_first_name(start) && is_first_name(at + 1))
    }

    /// ", Jr." or ", Inc." behind a name.
    fn is_suffix(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| it.is_mark(','))
            && self.tokens.get(at + 1).is_some_and(|it| {
                it.is_name_like() && self.lexicon.word(&it.lower()).has(Marks::SUFFIX)
            })
    }

    /// "Teachers' Union": a bare apostrophe behind a plural.
    fn is_of_many(&self, at: usize) -> bool {
        let owner = self.tokens.get(at.wrapping_sub(1));
        self.tokens
            .get(at)
            .is_some_and(|it| !it.spaced && (it.is_mark('\'') || it.is_mark('’')))
            && owner.is_some_and(|it| it.shape == Shape::Capital && it.norm.ends_with('s'))
            && self.is_name_like(at + 1)
            && self.word(at + 1).has(Marks::ORG_HEAD)
    }

    /// "al - Mannai", as machines write it.
    fn is_spaced_hyphen(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.is_mark('-') && it.spaced)
            && self.is_spaced_particle(at.wrapping_sub(1))
            && self.is_name_like(at + 1)
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
            let next = self.object_at(start, end, head, is_first);
            let Some(next) = next.filter(|&it| self.is_name_like(it) && !self.is_title(it)) else {
                return end;
            };
            end = self.plain_run_end(next);
            rounds += 1;
        }
    }

    /// Where the object of a head noun begins, if `at` goes on with one: behind "of the", "and", "named after".
    fn object_at(&self, start: usize, at: usize, head: Marks, is_first: bool) -> Option<usize> {
        let is = |words: &[&str]| self.is_lower_word(at, words);
        if is(&["of", "for"]) {
            let the = usize::from(self.is_lower_word(at + 1, &["the"]));
            return Some(at + 1 + the);
        }
        if is(&["named"]) && (!is_first || head.has(Marks::ORG_HEAD)) {
            return self.is_lower_word(at + 1, &["after"]).then_some(at + 2);
        }
        if is_first {
            // "Panel on Climate Change", "State University at Halmstad".
            let goes_on = is(&["on"]) && self.is_topic(at + 1)
                || is(&["at"]) && self.is_university(start, at) && self.is_name_like(at + 1);
            return goes_on.then_some(at + 1);
        }
        let are_topics = self.is_topic(at - 1) && self.is_topic(at + 1);
        let goes_on = is(&["and"]) && (are_topics || self.are_plurals(at))
            || is(&["at"]) && self.is_university(start, at)
            || is(&["with", "on", "in"]) && are_topics
            || self.lists_topics(at);
        goes_on.then_some(at + 1)
    }

    /// The end of a run without objects; it does not swallow a title and what follows it.
    pub(super) fn plain_run_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end - start < MAX_RUN && self.is_name_like(end) && !self.is_title(end) {
            end += 1;
        }
        end
    }

    /// "Ministry of Trade, Labour and Health": a comma between topics that "and" closes.
    fn lists_topics(&self, comma: usize) -> bool {
        const FAR: usize = 12;
        if !self.tokens.get(comma).is_some_and(|it| it.is_mark(','))
            || !self.is_topic(comma - 1)
            || !self.is_topic(comma + 1)
        {
            return false;
        }
        let is_listed = |it: &usize| {
            self.is_topic(*it) || self.tokens.get(*it).is_some_and(|it| it.is_mark(','))
        };
        let end = (comma + 1..comma + FAR)
            .find(|it| !is_listed(it))
            .unwrap_or(comma);
        self.is_lower_word(end, &["and"]) && self.is_topic(end + 1)
    }

    pub(super) fn is_topic(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.shape == Shape::Capital)
            && self.word(at).has(Marks::COMMON.and(Marks::PORTFOLIO))
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
