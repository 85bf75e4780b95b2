//! Cuts runs of capitalised words into candidates for names.
//!
//! Stage: *analysis*. In: the tokens of one sentence. Out: [`Candidate`]s in order, not overlapping, each with what its
//! own words say about its kind. What the rest of the document says about it is weighed in `decide`.
//!
//! The order of the rules in [`Parser::part`] matters: a title before a name is the surest sign, then the lists, then
//! head nouns ("Ministry", "Lake"), then first names; what is left goes to the context.

use dossier_corpus::mention::EntityKind;
use dossier_corpus::span::Span;

use super::lexicon::{Lexicon, Marks};
use super::token::{Shape, Token};

/// A run of words that may be a name.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Its bytes, without title, article or possessive.
    pub(crate) span: Span,
    /// Positions of its tokens in the sentence.
    pub(crate) tokens: (usize, usize),
    /// Weight for each kind, in the order of [`EntityKind::ALL`], from its own words.
    pub(crate) scores: [i32; 4],
    /// Weight for being no name at all.
    pub(crate) none: i32,
}

/// A weight that context does not overrule.
pub(crate) const SURE: i32 = 100;
/// A weight that strong context overrules.
pub(crate) const LIKELY: i32 = 30;

/// How the capitals of a sentence are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// As in running text.
    Normal,
    /// As in an English headline: nearly every word has one.
    Title,
    /// Nothing but capitals.
    Upper,
}

/// What the sentence's capitals are worth.
pub(crate) fn casing(lexicon: &Lexicon, tokens: &[Token<'_>]) -> Casing {
    let (mut n_words, mut n_capital, mut n_upper) = (0_usize, 0_usize, 0_usize);
    for token in tokens {
        let is_long = token.norm.len() > 3;
        match token.shape {
            Shape::Lower if is_long || !lexicon.word(&token.lower()).has(Marks::FUNCTION) => {
                n_words += 1
            }
            Shape::Capital if is_long => {
                n_words += 1;
                n_capital += 1;
            }
            Shape::AllCaps => {
                n_words += 1;
                n_capital += 1;
                n_upper += 1;
            }
            _ => {}
        }
    }
    let n_lower = n_words - n_capital;
    if n_words >= 3 && n_upper * 10 >= n_words * 8 {
        Casing::Upper
    } else if n_words >= 4 && n_lower * 5 <= n_words && n_capital > n_upper {
        Casing::Title
    } else {
        Casing::Normal
    }
}

/// The candidates of one sentence, in order. Time linear in its length.
pub(crate) fn candidates(lexicon: &Lexicon, tokens: &[Token<'_>]) -> Vec<Candidate> {
    let mut parser = Parser {
        lexicon,
        tokens,
        casing: casing(lexicon, tokens),
        found: Vec::new(),
    };
    parser.sentence();
    parser.found
}

/// The longest run that is looked at as one; longer ones are cut.
const MAX_RUN: usize = 24;

struct Parser<'a> {
    lexicon: &'a Lexicon,
    tokens: &'a [Token<'a>],
    casing: Casing,
    found: Vec<Candidate>,
}

impl Parser<'_> {
    fn sentence(&mut self) {
        let mut at = 0;
        while let Some(token) = self.tokens.get(at) {
            if let Some(hit) = self.small_name(at) {
                self.push(at, at + hit, EntityKind::Organisation, LIKELY);
                at += hit;
                continue;
            }
            if !token.is_name_like() {
                at += 1;
                continue;
            }
            let end = self.run_end(at);
            self.part(at, end, true);
            at = end.max(at + 1) + self.with_small_head(end);
        }
    }

    /// "Kursk region": the head noun written small belongs to the name. How many tokens that adds.
    fn with_small_head(&mut self, end: usize) -> usize {
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

    /// A listed name that begins with a small letter ("al-Qaeda"): how many tokens it takes.
    fn small_name(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        if token.shape != Shape::Mixed {
            return None;
        }
        let hit = self.lexicon.longest(self.slice(at, at + MAX_RUN))?;
        hit.marks.has(Marks::ORGANISATION).then_some(hit.n_tokens)
    }

    fn slice(&self, from: usize, to: usize) -> &[Token<'_>] {
        self.tokens
            .get(from..to.min(self.tokens.len()))
            .unwrap_or(&[])
    }

    fn word(&self, at: usize) -> Marks {
        self.tokens.get(at).map_or_else(Marks::default, |token| {
            if token.is_word() {
                self.lexicon.word(&token.lower())
            } else {
                Marks::default()
            }
        })
    }

    fn is_lower_word(&self, at: usize, words: &[&str]) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.shape == Shape::Lower && words.contains(&it.norm.as_ref()))
    }

    fn is_name_like(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_name_like)
    }

    /// Whether a capital at `at` is due to the position: head of the sentence, of a quotation, of a list item.
    fn is_start(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|it| self.tokens.get(it)) else {
            return true;
        };
        match before.shape {
            Shape::Mark(mark) => {
                matches!(
                    mark,
                    '“' | '"'
                        | '«'
                        | '„'
                        | '‘'
                        | ':'
                        | '•'
                        | '*'
                        | '—'
                        | '–'
                        | '…'
                        | '.'
                        | '?'
                        | '!'
                        | '_'
                ) || (matches!(mark, '(' | '[' | '\'' | '-') && self.is_start(at - 1) && at < 4)
            }
            Shape::Number => at == 1,
            _ => false,
        }
    }

    /// Where the run of name-like tokens that begins at `start` ends.
    fn run_end(&self, start: usize) -> usize {
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
    fn particles(&self, at: usize) -> usize {
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

    fn is_spaced_particle(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| matches!(it.lower().as_ref(), "al" | "el" | "abd" | "ul"))
    }

    /// A possessive inside a name ("People's Army", "King's College"): how many tokens it and its noun take.
    fn inner_possessive(&self, start: usize, at: usize) -> usize {
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
    fn with_object(&self, start: usize, first_end: usize) -> usize {
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
                (!self.is_place_of_org(start, end)).then_some(end + 1 + the)
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
    fn plain_run_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end - start < MAX_RUN && self.is_name_like(end) && !self.is_title(end) {
            end += 1;
        }
        end
    }

    /// A body is followed by "of" and the place it is in: the place stays apart when the name already has an object.
    fn is_place_of_org(&self, _start: usize, _end: usize) -> bool {
        false
    }

    fn is_topic(&self, at: usize) -> bool {
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
    fn are_plurals(&self, and: usize) -> bool {
        [and.wrapping_sub(1), and + 1].into_iter().all(|at| {
            self.tokens
                .get(at)
                .is_some_and(|it| it.shape == Shape::Capital && it.norm.ends_with('s'))
                && self.name_marks(at, at + 1).is_none()
        })
    }

    fn is_university(&self, start: usize, end: usize) -> bool {
        self.slice(start, end).iter().any(|it| {
            matches!(
                it.norm.as_ref(),
                "University" | "College" | "School" | "Institute"
            )
        })
    }

    fn takes_of_place(&self, at: usize) -> bool {
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

    fn is_title(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|it| it.shape != Shape::Lower && self.word(at).has(Marks::TITLE))
    }

    fn is_article(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| {
            matches!(
                it.norm.as_ref(),
                "The"
                    | "A"
                    | "An"
                    | "This"
                    | "That"
                    | "His"
                    | "Her"
                    | "Their"
                    | "Its"
                    | "Our"
                    | "My"
                    | "In"
                    | "On"
                    | "At"
                    | "And"
                    | "Of"
                    | "But"
                    | "For"
                    | "By"
                    | "With"
                    | "From"
                    | "As"
                    | "If"
                    | "When"
            )
        })
    }

    /// What the lists say about these tokens as a whole.
    fn name_marks(&self, start: usize, end: usize) -> Marks {
        match self.lexicon.longest(self.slice(start, end)) {
            Some(hit) if start + hit.n_tokens == end => hit.marks,
            _ => Marks::default(),
        }
    }

    /// Reads the run `start..end`, left to right. `titles` says whether a title may still be looked for.
    fn part(&mut self, start: usize, end: usize, titles: bool) {
        let mut at = start;
        let mut titles = titles;
        while at < end {
            let from_list = self.lexicon.longest(self.slice(at, end));
            let n_listed = from_list.map_or(0, |it| it.n_tokens);
            let mut marks = from_list.map_or_else(Marks::default, |it| it.marks);
            if n_listed > 0
                && at + n_listed == end
                && self
                    .tokens
                    .get(end)
                    .is_some_and(|it| it.shape == Shape::Possessive)
            {
                let longer = self.name_marks(at, end + 1);
                if !longer.is_none() {
                    marks = longer;
                }
            }
            let is_start = self.is_start(at);
            let word = self.word(at);
            // "In London": the first word is none of the name's.
            if n_listed < 2
                && word.has(Marks::FUNCTION)
                && (is_start || self.casing != Casing::Normal || self.is_article(at))
                && !marks.has(Marks::PLACE)
                && self
                    .tokens
                    .get(at)
                    .is_some_and(|it| it.shape == Shape::Capital || self.casing == Casing::Upper)
            {
                at += 1;
                continue;
            }
            if let Some(next) = self.before_first_name(at, end) {
                at = next;
                continue;
            }
            if let Some(next) = self.titled(at, end, &mut titles) {
                at = next;
                continue;
            }
            if n_listed > 0 && at + n_listed == end && self.listed(at, end, marks) {
                return;
            }
            if self.headed(at, end) || self.directed(at, end) {
                return;
            }
            if n_listed > 0 {
                if let Some(next) = self.listed_prefix(at, end, n_listed, marks) {
                    at = next;
                    continue;
                }
            }
            at = self.unknown(at, end);
        }
    }

    /// "State Antony Blinken" behind "Secretary of": common words before a first name are none of the name's.
    fn before_first_name(&self, start: usize, end: usize) -> Option<usize> {
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
    fn has_list(&self, at: usize) -> bool {
        !self.name_marks(at, at + 1).is_none()
    }

    /// "Russian Foreign Minister Sergey Lavrov": what stands before the title is read by itself, what follows is a person.
    fn titled(&mut self, at: usize, end: usize, titles: &mut bool) -> Option<usize> {
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
    fn is_name_here(&self, at: usize, start: usize, end: usize) -> bool {
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
    fn before_title(&mut self, start: usize, title: usize) {
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
    fn person_end(&self, start: usize, end: usize) -> usize {
        let mut at = start + 1;
        while at < end {
            let token = self.tokens.get(at);
            let word = self.word(at);
            // In a headline the verb has a capital too.
            if self.casing != Casing::Normal
                && at >= start + 1
                && (word.has(Marks::COMMON.and(Marks::FUNCTION))
                    || token.is_some_and(|it| super::context::is_person_verb(&it.lower())))
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

    fn has_head(&self, at: usize) -> bool {
        self.word(at).has(
            Marks::ORG_HEAD
                .and(Marks::PLACE_HEAD)
                .and(Marks::OTHER_HEAD),
        )
    }

    /// The whole part is on a list.
    fn listed(&mut self, start: usize, end: usize, marks: Marks) -> bool {
        let single = end - start == 1;
        let is_start = self.is_start(start);
        let is_common = single && self.word(start).has(Marks::COMMON);
        if marks.has(Marks::CALENDAR) {
            return true;
        }
        let weight = if is_common && is_start { 5 } else { LIKELY };
        if marks.has(Marks::GROUP) && !marks.has(Marks::PLACE) {
            self.push(start, end, EntityKind::Group, LIKELY + 10);
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

    /// The part ends (or begins) with a head noun.
    fn headed(&mut self, start: usize, end: usize) -> bool {
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
        if n >= 2
            && first.has(Marks::ORG_HEAD_FIRST)
            && !self.name_marks(start, start + 1).has(Marks::FIRST_NAME)
            && (!head.has(Marks::PLACE_HEAD.and(Marks::OTHER_HEAD)) || !first.has(Marks::COMMON))
            && !self.word(start + 1).has(Marks::COMMON)
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
        if first_is_name && last_is_name && n <= 3 {
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
    fn directed(&mut self, start: usize, end: usize) -> bool {
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

    /// The part begins with a listed name and goes on: where to read on, if that is settled here.
    fn listed_prefix(&mut self, start: usize, end: usize, n: usize, marks: Marks) -> Option<usize> {
        let next = start + n;
        if marks.has(Marks::CALENDAR) {
            return Some(next);
        }
        if marks.has(Marks::FIRST_NAME)
            && self
                .tokens
                .get(start)
                .is_some_and(|it| it.shape == Shape::Capital)
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

    /// No list knows its beginning: everything up to the end of the part is one candidate.
    fn unknown(&mut self, start: usize, end: usize) -> usize {
        let n = end - start;
        let Some(first) = self.tokens.get(start) else {
            return end;
        };
        let is_start = self.is_start(start);
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
        let n_common = (start..end)
            .filter(|&it| self.word(it).has(Marks::COMMON))
            .count();
        let n_words = (start..end).filter(|&it| self.is_name_like(it)).count();
        if n == 1 {
            self.push(start, end, EntityKind::Person, 0);
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
                    if first.norm.len() <= 6 && !first.norm.contains('-')
                        || first.norm.contains('.')
                    {
                        self.add(EntityKind::Organisation, 12);
                    } else {
                        self.add(EntityKind::Place, 2);
                    }
                }
                Shape::Mixed => self.add(EntityKind::Organisation, 2),
                Shape::Initial => self.none(20),
                _ => {}
            }
            if n_common > 0 {
                self.none(if is_start { 20 } else { 8 });
            }
            if self.casing != Casing::Normal {
                self.none(10);
            }
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
        let has_initial = self
            .slice(start, end)
            .iter()
            .any(|it| it.shape == Shape::Initial);
        let has_particle = self
            .slice(start, end)
            .iter()
            .any(|it| it.shape == Shape::Lower);
        let last = self.name_marks(end - 1, end);
        self.push(start, end, EntityKind::Person, 0);
        if has_ampersand {
            self.add(EntityKind::Organisation, 25);
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

    fn push(&mut self, start: usize, end: usize, kind: EntityKind, weight: i32) {
        // Marks and small words at the edges are none of the name.
        let (mut start, mut end) = (start, end);
        while start < end && !self.is_name_like(start) {
            start += 1;
        }
        while end > start && !self.is_name_like(end - 1) {
            end -= 1;
        }
        let (Some(first), Some(last)) = (
            self.tokens.get(start),
            end.checked_sub(1).and_then(|it| self.tokens.get(it)),
        ) else {
            return;
        };
        if start >= end {
            return;
        }
        let mut scores = [0; 4];
        if let Some(score) = scores.get_mut(kind as usize) {
            *score = weight;
        }
        self.found.push(Candidate {
            span: Span::new(first.span.start, last.span.end),
            tokens: (start, end),
            scores,
            none: 0,
        });
    }

    fn add(&mut self, kind: EntityKind, weight: i32) {
        if let Some(score) = self
            .found
            .last_mut()
            .and_then(|it| it.scores.get_mut(kind as usize))
        {
            *score += weight;
        }
    }

    fn none(&mut self, weight: i32) {
        if let Some(last) = self.found.last_mut() {
            last.none += weight;
        }
    }
}
