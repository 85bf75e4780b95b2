//! What the words around a candidate say about its kind.
//!
//! Stage: *analysis*. In: the tokens of a sentence and a candidate's place in it. Out: a weight for each kind.

use super::lexicon::{Lexicon, Marks};
use super::token::{Shape, Token};

use dossier_corpus::mention::EntityKind;

/// Weights for the kinds, in the order of [`EntityKind::ALL`].
pub(crate) type Scores = [i32; 4];

/// The neighbours of a candidate and the weights they give.
struct Neighbours<'a> {
    lexicon: &'a Lexicon,
    tokens: &'a [Token<'a>],
    start: usize,
    end: usize,
    scores: Scores,
}

/// Weighs the neighbours of the tokens `start..end`.
pub(crate) fn around(lexicon: &Lexicon, tokens: &[Token<'_>], start: usize, end: usize) -> Scores {
    let mut neighbours = Neighbours {
        lexicon,
        tokens,
        start,
        end,
        scores: [0; 4],
    };
    neighbours.before();
    neighbours.behind();
    neighbours.scores
}

impl Neighbours<'_> {
    fn add(&mut self, kind: EntityKind, weight: i32) {
        if let Some(score) = self.scores.get_mut(kind as usize) {
            *score += weight;
        }
    }

    fn before(&mut self) {
        let at = |back: usize| {
            self.start
                .checked_sub(back)
                .and_then(|it| self.tokens.get(it))
        };
        let Some(token) = at(1).filter(|it| it.is_word()) else {
            return;
        };
        let lower = token.lower();
        let marks = self.lexicon.word(&lower);
        let is_small = token.shape == Shape::Lower;
        let before2 = at(2)
            .filter(|it| it.shape == Shape::Lower)
            .map(|it| self.lexicon.word(&it.lower()));
        let of_place = lower == "of" && before2.is_some_and(|it| it.has(Marks::PLACE_HEAD_SMALL));
        let by_publisher = lower == "by" && before2.is_some_and(|it| it.has(Marks::PUBLISHED));
        let is_single = self.end - self.start == 1;
        if marks.has(Marks::INSIDE) {
            self.add(EntityKind::Place, 10);
        } else if marks.has(Marks::TOWARD) {
            self.add(EntityKind::Place, 6);
        } else if marks.has(Marks::FROM) {
            self.add(EntityKind::Place, 2);
        } else if marks.has(Marks::ARTICLE) {
            self.add(EntityKind::Organisation, 5);
            self.add(EntityKind::Person, -8);
            self.add(EntityKind::Place, if is_single { -2 } else { 1 });
        } else if marks.has(Marks::INDEFINITE) {
            self.add(EntityKind::Person, -5);
        } else if marks.has(Marks::BESIDE_PERSON) {
            self.add(EntityKind::Person, 1);
        } else if is_small && marks.has(Marks::BODY) {
            self.add(EntityKind::Organisation, 12);
        } else if is_small && marks.has(Marks::TITLE.and(Marks::ROLE)) {
            self.add(EntityKind::Person, 12);
        } else if is_small && marks.has(Marks::PLACE_HEAD) {
            self.add(EntityKind::Place, 2);
        }
        if of_place {
            self.add(EntityKind::Place, 8);
        }
        if by_publisher {
            self.add(EntityKind::Organisation, 8);
        }
    }

    fn behind(&mut self) {
        let Some(after) = self.tokens.get(self.end) else {
            return;
        };
        match after.shape {
            // Whose mother or career it is, is a person's.
            Shape::Possessive => self.add(EntityKind::Person, 1),
            Shape::Lower => self.word_behind(self.lexicon.word(&after.lower())),
            Shape::Mark(',') => self.comma_behind(),
            // "TURKU (AP)", "Tkebuchava (54)".
            Shape::Mark('(') => match self.tokens.get(self.end + 1).map(|it| it.shape) {
                Some(Shape::Number) => self.add(EntityKind::Person, 2),
                Some(Shape::AllCaps) if self.start == 0 => self.add(EntityKind::Place, 8),
                _ => {}
            },
            Shape::Mark('—' | '–' | '_' | '-') if self.is_shouted_start() => {
                self.add(EntityKind::Place, 8);
            }
            _ => {}
        }
    }

    fn is_shouted_start(&self) -> bool {
        self.start == 0
            && self
                .tokens
                .first()
                .is_some_and(|it| it.shape == Shape::AllCaps)
    }

    fn word_behind(&mut self, marks: Marks) {
        if marks.has(Marks::PERSON_VERB) {
            self.add(EntityKind::Person, 6);
            self.add(EntityKind::Organisation, 2);
        } else if marks.has(Marks::PLACE_HEAD_SMALL) {
            self.add(EntityKind::Place, 12);
        } else if marks.has(Marks::RELATIVE) {
            self.add(EntityKind::Person, 6);
        } else if marks.has(Marks::ORG_HEAD) && !marks.has(Marks::PLACE_HEAD) {
            self.add(EntityKind::Organisation, 3);
        } else if marks.has(Marks::OF_COMPANY) {
            self.add(EntityKind::Organisation, 6);
        }
    }

    fn comma_behind(&mut self) {
        let Some(next) = self.tokens.get(self.end + 1) else {
            return;
        };
        let behind = self.tokens.get(self.end + 2);
        match next.shape {
            // ", 61,"
            Shape::Number if next.norm.len() <= 2 && behind.is_some_and(|it| it.is_mark(',')) => {
                self.add(EntityKind::Person, 12);
            }
            Shape::Lower => {
                let marks = self.lexicon.word(&next.lower());
                let is_article = marks.has(Marks::ARTICLE.and(Marks::INDEFINITE))
                    || matches!(next.norm.as_ref(), "his" | "her" | "another");
                if marks.has(Marks::RELATIVE.and(Marks::ROLE))
                    || is_article && role_follows(self.lexicon, self.tokens, self.end + 2)
                {
                    self.add(EntityKind::Person, 8);
                }
            }
            _ if next.is_name_like() => {
                let listed = self
                    .lexicon
                    .longest(self.tokens.get(self.end + 1..).unwrap_or(&[]));
                let marks = listed.map_or_else(Marks::default, |it| it.marks);
                if marks.has(Marks::COUNTRY.and(Marks::REGION)) && !marks.has(Marks::FIRST_NAME) {
                    let weight = match self.start.checked_sub(1).and_then(|it| self.tokens.get(it))
                    {
                        None => 16,
                        Some(it) if it.is_mark(',') => 4,
                        Some(_) => 9,
                    };
                    self.add(EntityKind::Place, weight);
                }
            }
            _ => {}
        }
    }
}

/// Whether a role noun follows within a few words: ", a retired army doctor".
fn role_follows(lexicon: &Lexicon, tokens: &[Token<'_>], from: usize) -> bool {
    tokens
        .get(from..)
        .unwrap_or(&[])
        .iter()
        .take(5)
        .take_while(|it| it.is_word() || it.is_mark('-'))
        .take_while(|it| !matches!(it.norm.as_ref(), "of" | "in" | "for" | "that" | "which"))
        .any(|it| lexicon.word(&it.lower()).has(Marks::ROLE))
}

/// What stands beside a name and tells it from others of the same name: a person's role, in small letters, or the
/// country that a body belongs to.
pub(crate) fn beside(
    lexicon: &Lexicon,
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
    kind: EntityKind,
) -> Option<String> {
    let role = |at: usize| {
        let token = tokens.get(at).filter(|it| it.is_word())?;
        let lower = token.lower();
        (lexicon.word(&lower).has(Marks::ROLE)).then(|| lower.into_owned())
    };
    match kind {
        EntityKind::Person => {
            if let Some(role) = start.checked_sub(1).and_then(role) {
                return Some(role);
            }
            if !tokens.get(end).is_some_and(|it| it.is_mark(','))
                || !tokens
                    .get(end + 1)
                    .is_some_and(|it| matches!(it.norm.as_ref(), "a" | "an" | "the"))
            {
                return None;
            }
            (end + 2..end + 7)
                .take_while(|&it| {
                    tokens.get(it).is_some_and(|it| {
                        it.shape == Shape::Lower
                            && !matches!(it.norm.as_ref(), "of" | "in" | "for" | "who" | "and")
                    })
                })
                .filter_map(role)
                .last()
        }
        EntityKind::Organisation => {
            if tokens.get(start.checked_sub(1)?)?.shape != Shape::Possessive {
                return None;
            }
            // The longest listed name that ends right before the possessive.
            let owner_end = start - 1;
            (owner_end.saturating_sub(4)..owner_end).find_map(|from| {
                let owner = tokens.get(from..owner_end)?;
                let hit = lexicon
                    .longest(owner)
                    .filter(|it| it.n_tokens == owner.len() && it.marks.has(Marks::COUNTRY))?;
                let name = super::name_of(lexicon, owner);
                let country = lexicon.country(&name);
                (hit.n_tokens > 0 && !country.is_empty()).then(|| country.to_owned())
            })
        }
        EntityKind::Place | EntityKind::Group => None,
    }
}

/// What the shape of a single word tells: endings of family names and of place names.
pub(crate) fn ending(word: &str) -> Scores {
    const PERSON: &[&str] = &[
        "ov", "ova", "ev", "eva", "enko", "sky", "skiy", "skii", "ski", "ska", "vich", "vych",
        "shvili", "adze", "yan", "sson", "sen", "opoulos", "idis", "akis", "escu", "oglu", "zadeh",
        "mann", "stein", "berg", "chuk", "uk", "ic", "ez", "inho", "elli", "etti", "ini", "wicz",
        "czyk", "wski",
    ];
    const PLACE: &[&str] = &[
        "burg", "grad", "ville", "stan", "land", "shire", "abad", "pur", "pore", "nagar", "sk",
        "ovo", "ivka", "polis", "borough", "bury", "wick", "ton", "haven", "heim", "furt", "dorf",
        "istan", "garh", "kand", "yevka",
    ];
    let longest = |endings: &[&str]| {
        endings
            .iter()
            .filter(|it| word.len() > it.len() + 2 && word.ends_with(**it))
            .map(|it| it.len())
            .max()
            .unwrap_or(0)
    };
    let mut inner = word
        .chars()
        .skip_while(|it| *it != '\'' && *it != 'c')
        .skip(1);
    let is_clan = ["O'", "D'", "Mc", "Mac"]
        .iter()
        .any(|it| word.starts_with(it));
    if is_clan && inner.any(char::is_uppercase) {
        return [8, 0, 0, 0];
    }
    let (person, place) = (longest(PERSON), longest(PLACE));
    match person.cmp(&place) {
        std::cmp::Ordering::Greater => [3, 0, 0, 0],
        std::cmp::Ordering::Less => [0, 0, 2, 0],
        std::cmp::Ordering::Equal => [0; 4],
    }
}
