//! Joins the entities of all documents into one list.
//!
//! Stage: after *analysis*. In: each document's own entities. Out: every entity of the corpus once, and for each document
//! the numbers of its own. Equal kind and equal name join, unless what stands beside the name speaks against it: two
//! ministries of different countries, two people in different walks of life. What is not sure stays apart.
//!
//! # Invariants
//!
//! - Entities are sorted by kind, then name; no two are equal in both. Where a name stands for several, each but the
//!   unknown one carries what tells it apart in brackets.
//! - The result does not depend on the order of the documents, but for the order of `numbers`.
//!
//! # Not done here
//!
//! Names in different scripts ("Чехов", "Chekhov") join only by a correction.

use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::mention::{Entity, EntityKind};

use crate::entities::{expand, may_be_one_person};

/// The entities of a whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// Every entity once.
    pub entities: Vec<Entity>,
    /// For each document, the number of each of its own entities.
    pub numbers: Vec<Vec<u32>>,
}

/// Joins entities of equal kind and name unless something speaks against it. Time `O(n log n)` in their number.
#[must_use]
pub fn link(documents: &[&[Entity]]) -> Linked {
    let mut groups: BTreeMap<(EntityKind, &str), Vec<(usize, usize)>> = BTreeMap::new();
    for (doc, entities) in documents.iter().enumerate() {
        for (idx, entity) in entities.iter().enumerate() {
            groups
                .entry((entity.kind, full_name(entity)))
                .or_default()
                .push((doc, idx));
        }
    }
    let mut joined: Vec<(Entity, Vec<(usize, usize)>)> = Vec::new();
    let entity_at = |(doc, idx): (usize, usize)| documents.get(doc).and_then(|it| it.get(idx));
    for ((kind, name), places) in groups {
        let beside: Vec<&str> = places
            .iter()
            .map(|it| entity_at(*it).map_or("", |it| it.description.as_str()))
            .collect();
        let clusters = clusters(kind, &beside);
        let n_clusters = clusters.values().copied().collect::<BTreeSet<_>>().len();
        let mut parts: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
        for (place, beside) in places.iter().zip(&beside) {
            let cluster = clusters.get(beside).copied().unwrap_or("");
            parts.entry(cluster).or_default().push(*place);
        }
        for (beside, places) in parts {
            let mut entity = Entity {
                kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                description: beside.to_owned(),
                checked: places
                    .iter()
                    .any(|it| entity_at(*it).is_some_and(|it| it.checked)),
            };
            if n_clusters > 1 && !beside.is_empty() {
                entity.name = format!("{name} ({beside})");
            }
            let forms: BTreeSet<&str> = places
                .iter()
                .filter_map(|it| entity_at(*it))
                .flat_map(|it| {
                    it.aliases
                        .iter()
                        .map(String::as_str)
                        .chain([it.name.as_str()])
                })
                .filter(|it| *it != entity.name)
                .collect();
            entity.aliases = forms.into_iter().map(str::to_owned).collect();
            joined.push((entity, places));
        }
    }
    joined.sort_by(|(a, _), (b, _)| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    let mut linked = Linked {
        entities: Vec::with_capacity(joined.len()),
        numbers: documents.iter().map(|it| vec![0; it.len()]).collect(),
    };
    for (number, (entity, places)) in (0..).zip(joined) {
        for (doc, idx) in places {
            if let Some(slot) = linked.numbers.get_mut(doc).and_then(|it| it.get_mut(idx)) {
                *slot = number;
            }
        }
        linked.entities.push(entity);
    }
    linked
}

/// The name to join under: of a well-known abbreviation the full name.
fn full_name(entity: &Entity) -> &str {
    match entity.kind {
        EntityKind::Organisation | EntityKind::Place => {
            expand(&entity.name).unwrap_or(&entity.name)
        }
        EntityKind::Person | EntityKind::Group => &entity.name,
    }
}

/// For each of the words found beside a name, the words that stand for all that are the same thing.
///
/// Nothing beside the name joins the only known one; beside several it stays apart, as the empty one.
fn clusters<'a>(kind: EntityKind, beside: &[&'a str]) -> BTreeMap<&'a str, &'a str> {
    let known: BTreeSet<&str> = beside.iter().copied().filter(|it| !it.is_empty()).collect();
    let mut heads: Vec<&str> = Vec::new();
    let mut out = BTreeMap::new();
    for it in known {
        let same = heads.iter().copied().find(|head| is_one(kind, head, it));
        out.insert(it, same.unwrap_or(it));
        if same.is_none() {
            heads.push(it);
        }
    }
    let unknown = match heads.as_slice() {
        [one] => one,
        _ => "",
    };
    out.insert("", unknown);
    out
}

fn is_one(kind: EntityKind, one: &str, other: &str) -> bool {
    match kind {
        EntityKind::Person => may_be_one_person(one, other),
        EntityKind::Organisation | EntityKind::Place => one == other,
        EntityKind::Group => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entity(kind: EntityKind, name: &str, beside: &str) -> Entity {
        Entity {
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            description: beside.to_owned(),
            checked: false,
        }
    }

    #[track_caller]
    fn check(documents: &[&[Entity]], names: &[&str], numbers: &[&[u32]], why: &str) {
        let linked = link(documents);
        let got: Vec<_> = linked.entities.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(got, names, "{why}");
        assert_eq!(linked.numbers, numbers, "{why}");
    }

    #[test]
    fn equal_names_join_unless_something_speaks_against_it() {
        use EntityKind::{Group, Organisation, Person, Place};
        let haug = |beside| [entity(Person, "Liv Haug", beside)];
        check(
            &[&haug(""), &haug("")],
            &["Liv Haug"],
            &[&[0], &[0]],
            "equal full names",
        );
        check(
            &[&haug("mayor"), &haug("")],
            &["Liv Haug"],
            &[&[0], &[0]],
            "nothing against it",
        );
        check(
            &[&haug("goalkeeper"), &haug("minister"), &haug("")],
            &["Liv Haug", "Liv Haug (goalkeeper)", "Liv Haug (minister)"],
            &[&[1], &[2], &[0]],
            "two walks of life; the third is not sure",
        );
        check(
            &[&haug("senator"), &haug("minister")],
            &["Liv Haug"],
            &[&[0], &[0]],
            "one career",
        );
        let ministry = |beside| [entity(Organisation, "Ministry of Defense", beside)];
        check(
            &[&ministry("Peru"), &ministry("Chad"), &ministry("Peru")],
            &["Ministry of Defense (Chad)", "Ministry of Defense (Peru)"],
            &[&[1], &[0], &[1]],
            "two countries",
        );
        check(
            &[
                &[entity(Organisation, "United Nations", "")],
                &[entity(Organisation, "UN", "")],
            ],
            &["United Nations"],
            &[&[0], &[0]],
            "a well-known abbreviation",
        );
        check(
            &[
                &[entity(Person, "Чехов", "")],
                &[entity(Person, "Chekhov", "")],
            ],
            &["Chekhov", "Чехов"],
            &[&[1], &[0]],
            "scripts stay apart",
        );
        check(
            &[
                &[
                    entity(Group, "Turkish", ""),
                    entity(Place, "Turku", "Finland"),
                ],
                &[],
            ],
            &["Turku", "Turkish"],
            &[&[1, 0], &[]],
            "sorted by kind, then name",
        );
        check(&[], &[], &[], "nothing");
    }

    #[test]
    fn the_order_of_documents_does_not_matter() {
        let a = [entity(EntityKind::Person, "Liv Haug", "goalkeeper")];
        let b = [entity(EntityKind::Person, "Liv Haug", "minister")];
        assert_eq!(link(&[&a, &b]).entities, link(&[&b, &a]).entities);
    }
}
