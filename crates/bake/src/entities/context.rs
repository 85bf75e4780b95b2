//! What the words around a candidate say about its kind.
//!
//! Stage: *analysis*. In: the tokens of a sentence and a candidate's place in it. Out: a weight for each kind.

use super::lexicon::{Lexicon, Marks, entries};
use super::token::{Shape, Token};

use dossier_corpus::mention::EntityKind;

/// Weights for the kinds, in the order of [`EntityKind::ALL`].
pub(crate) type Scores = [i32; 4];

/// Verbs of people: saying, thinking, being born.
const PERSON_VERBS: &str = include_str!("data/en/person_verbs.txt");

/// Whether a verb in small letters has people for its subject.
pub(crate) fn is_person_verb(word: &str) -> bool {
    use std::collections::HashSet;
    use std::sync::OnceLock;
    static VERBS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    VERBS
        .get_or_init(|| entries(PERSON_VERBS).collect())
        .contains(word)
}

/// Weighs the neighbours of the tokens `start..end`.
pub(crate) fn around(lexicon: &Lexicon, tokens: &[Token<'_>], start: usize, end: usize) -> Scores {
    let mut scores = [0; 4];
    let mut add = |kind: EntityKind, weight: i32| {
        if let Some(score) = scores.get_mut(kind as usize) {
            *score += weight;
        }
    };
    let get = |at: Option<usize>| at.and_then(|it| tokens.get(it));
    let before = get(start.checked_sub(1));
    let before2 = get(start.checked_sub(2));
    let after = tokens.get(end);
    let after2 = tokens.get(end + 1);
    let single = end - start == 1;

    if let Some(token) = before.filter(|it| it.is_word()) {
        let lower = token.lower();
        let marks = lexicon.word(&lower);
        match lower.as_ref() {
            "in" | "near" | "across" | "throughout" => add(EntityKind::Place, 10),
            "at" | "from" | "to" | "toward" | "towards" | "into" | "outside" | "inside"
            | "around" | "via" | "northern" | "southern" | "eastern" | "western" | "central"
            | "downtown" | "north" | "south" | "east" | "west" | "between" => {
                add(
                    EntityKind::Place,
                    if matches!(lower.as_ref(), "from" | "to" | "at" | "between") {
                        2
                    } else {
                        6
                    },
                );
            }
            "the" => {
                add(EntityKind::Organisation, 5);
                add(EntityKind::Person, -8);
                add(EntityKind::Place, if single { -2 } else { 1 });
            }
            "a" | "an" => add(EntityKind::Person, -5),
            "by" | "with" | "that" | "when" | "as" | "because" => add(EntityKind::Person, 1),
            "von" | "van" => add(EntityKind::Person, 4),
            _ if token.shape == Shape::Lower && is_body(&lower) => {
                add(EntityKind::Organisation, 12)
            }
            _ if marks.has(Marks::TITLE.and(Marks::ROLE)) && token.shape == Shape::Lower => {
                add(EntityKind::Person, 12)
            }
            _ if marks.has(Marks::PLACE_HEAD) && token.shape == Shape::Lower => {
                add(EntityKind::Place, 2)
            }
            _ => {}
        }
        if before2.is_some_and(|it| {
            it.shape == Shape::Lower && lexicon.word(&it.lower()).has(Marks::PLACE_HEAD_SMALL)
        }) && lower == "of"
        {
            add(EntityKind::Place, 8);
        }
    }
    if before.is_some_and(|it| it.norm == "by")
        && before2.is_some_and(|it| {
            matches!(
                it.norm.as_ref(),
                "reported"
                    | "published"
                    | "broadcast"
                    | "aired"
                    | "acquired"
                    | "manufactured"
                    | "operated"
                    | "owned"
                    | "bought"
                    | "released"
            )
        })
    {
        add(EntityKind::Organisation, 8);
    }
    match after.map(|it| it.shape) {
        Some(Shape::Possessive) => {
            // Whose mother or career it is, is a person's.
            add(EntityKind::Person, 1);
        }
        Some(Shape::Lower) => {
            let word = after.map_or_else(Default::default, Token::lower);
            let marks = lexicon.word(&word);
            if is_person_verb(&word) {
                add(EntityKind::Person, 6);
                add(EntityKind::Organisation, 2);
            } else if marks.has(Marks::PLACE_HEAD_SMALL) && single_or_listed(marks) {
                add(EntityKind::Place, 12);
            } else if matches!(word.as_ref(), "who" | "whose" | "himself" | "herself") {
                add(EntityKind::Person, 6);
            } else if marks.has(Marks::ORG_HEAD) && !marks.has(Marks::PLACE_HEAD) {
                add(EntityKind::Organisation, 3);
            } else if matches!(
                word.as_ref(),
                "shares"
                    | "stock"
                    | "spokesman"
                    | "spokeswoman"
                    | "officials"
                    | "executives"
                    | "employees"
            ) {
                add(EntityKind::Organisation, 6);
            }
        }
        Some(Shape::Mark(',')) => {
            if let Some(next) = after2 {
                let third = tokens.get(end + 2);
                match next.shape {
                    Shape::Number
                        if next.norm.len() <= 2 && third.is_some_and(|it| it.is_mark(',')) =>
                    {
                        add(EntityKind::Person, 12)
                    }
                    Shape::Lower => {
                        let word = next.lower();
                        let marks = lexicon.word(&word);
                        if matches!(word.as_ref(), "who" | "whose" | "whom") {
                            add(EntityKind::Person, 8);
                        } else if marks.has(Marks::ROLE) {
                            add(EntityKind::Person, 8);
                        } else if matches!(
                            word.as_ref(),
                            "a" | "an" | "the" | "his" | "her" | "another"
                        ) && role_follows(lexicon, tokens, end + 2)
                        {
                            add(EntityKind::Person, 8);
                        }
                    }
                    _ if next.is_name_like() => {
                        let marks = lexicon
                            .longest(tokens.get(end + 1..).unwrap_or(&[]))
                            .map_or_else(Marks::default, |it| it.marks);
                        if marks.has(Marks::COUNTRY.and(Marks::REGION))
                            && !marks.has(Marks::FIRST_NAME)
                        {
                            let weight = match before {
                                None => 16,
                                Some(it) if it.is_mark(',') => 4,
                                Some(_) => 9,
                            };
                            add(EntityKind::Place, weight);
                        }
                    }
                    _ => {}
                }
            }
        }
        Some(Shape::Mark('(')) => {
            // "NAIROBI (AP)", "Chebanenko (54)".
            match after2.map(|it| it.shape) {
                Some(Shape::Number) => add(EntityKind::Person, 2),
                Some(Shape::AllCaps) if start == 0 => add(EntityKind::Place, 8),
                _ => {}
            }
        }
        Some(Shape::Mark('—' | '–' | '_' | '-'))
            if start == 0
                && tokens
                    .get(start)
                    .is_some_and(|it| it.shape == Shape::AllCaps) =>
        {
            add(EntityKind::Place, 8);
        }
        _ => {}
    }
    scores
}

/// A kind of organisation written before its name: "the daily Aravot".
fn is_body(word: &str) -> bool {
    matches!(
        word,
        "daily"
            | "newspaper"
            | "magazine"
            | "agency"
            | "company"
            | "firm"
            | "group"
            | "party"
            | "bank"
            | "website"
            | "broadcaster"
            | "channel"
            | "station"
            | "band"
            | "club"
            | "team"
            | "outlet"
            | "weekly"
            | "tabloid"
            | "journal"
            | "airline"
            | "retailer"
            | "automaker"
            | "carmaker"
            | "chain"
            | "startup"
            | "operator"
            | "brand"
            | "maker"
            | "label"
            | "charity"
            | "network"
            | "platform"
            | "supermarket"
            | "subsidiary"
            | "giant"
            | "rival"
            | "insurer"
            | "lender"
            | "brewer"
            | "drugmaker"
            | "militia"
            | "organisation"
            | "organization"
            | "movement"
            | "ngo"
            | "conglomerate"
            | "monopoly"
            | "newswire"
    )
}

const fn single_or_listed(_marks: Marks) -> bool {
    true
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
    let (person, place) = (longest(PERSON), longest(PLACE));
    match person.cmp(&place) {
        std::cmp::Ordering::Greater => [3, 0, 0, 0],
        std::cmp::Ordering::Less => [0, 0, 2, 0],
        std::cmp::Ordering::Equal => [0; 4],
    }
}
