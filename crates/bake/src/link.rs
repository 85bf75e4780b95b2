//! Joins the entities of all documents into one list.

use std::collections::BTreeMap;

use dossier_corpus::mention::Entity;

/// The entities of a whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// Every entity once.
    pub entities: Vec<Entity>,
    /// For each document, the number of each of its own entities.
    pub numbers: Vec<Vec<u32>>,
}

/// Joins entities of equal kind and name.
#[must_use]
pub fn link(documents: &[&[Entity]]) -> Linked {
    let mut linked = Linked::default();
    let mut numbers = BTreeMap::new();
    for entities in documents {
        let mut own = Vec::new();
        for entity in *entities {
            let number = *numbers
                .entry((entity.kind, entity.name.as_str()))
                .or_insert_with(|| {
                    linked.entities.push(Entity {
                        aliases: Vec::new(),
                        ..entity.clone()
                    });
                    linked.entities.len() - 1
                });
            if let Some(joined) = linked.entities.get_mut(number) {
                joined.aliases.extend(entity.aliases.iter().cloned());
                joined.aliases.sort();
                joined.aliases.dedup();
            }
            own.push(u32::try_from(number).unwrap_or(u32::MAX));
        }
        linked.numbers.push(own);
    }
    linked
}
