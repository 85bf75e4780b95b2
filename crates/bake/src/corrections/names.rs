//! Corrections of names.

use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::mention::{Entity, EntityKind, Mention};

use super::{Corrected, Order, orders, unknown_action};
use crate::entities::Names;
use crate::parse::{Field, Value};

pub(super) fn correct(of: &mut Corrected<'_>, field: &Field, names: Names) -> Names {
    let mut names = names;
    for order in orders(field, "name", "kind") {
        match order.action {
            "drop" => drop(of, field, &mut names, &order.words),
            "rename" => match (find(&names, &order.words), order.to.first()) {
                (Some(entity), Some(to)) => rename(&mut names, entity, to),
                _ => no_match(of, field, &order.words),
            },
            "merge" => merge(of, field, &mut names, &order),
            "split" => split(of, field, &mut names, &order),
            "retype" => match (find(&names, &order.words), kind(&order.to)) {
                (Some(entity), Some(kind)) => {
                    if let Some(it) = names.entities.get_mut(entity) {
                        it.kind = kind;
                        it.checked = true;
                    }
                }
                (None, _) => no_match(of, field, &order.words),
                (_, None) => no_kind(of, field, &order),
            },
            "add" => add(of, field, &mut names, &order),
            other => of.odd(
                field,
                unknown_action(other, "drop, rename, merge, split, retype and add"),
            ),
        }
    }
    renumbered(names)
}

fn no_match(of: &mut Corrected<'_>, field: &Field, name: &str) {
    of.odd(
        field,
        format!("no name `{name}` was found in the text, so it is not corrected"),
    );
}

fn no_kind(of: &mut Corrected<'_>, field: &Field, order: &Order<'_>) {
    let name = &order.words;
    of.odd(
        field,
        format!("`{name}` needs a kind: person, organisation, place or group"),
    );
}

/// The entity of that name or alias.
pub(super) fn find(names: &Names, name: &str) -> Option<usize> {
    let is_named = |it: &Entity| is_named(it, name);
    let is_called = |it: &Entity| it.aliases.iter().any(|alias| alias == name);
    names
        .entities
        .iter()
        .position(is_named)
        .or_else(|| names.entities.iter().position(is_called))
}

/// Whether an entity is shown by that name: of two of one name the page shows what tells them apart too.
fn is_named(entity: &Entity, name: &str) -> bool {
    let told_apart = name.strip_prefix(entity.name.as_str()).map(str::trim);
    told_apart.is_some_and(|it| {
        let beside = it.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
        it.is_empty() || beside == Some(entity.description.as_str())
    })
}

fn kind(to: &[String]) -> Option<EntityKind> {
    let name = to.first()?.to_lowercase();
    let name = if name == "organization" {
        "organisation"
    } else {
        &name
    };
    EntityKind::ALL.into_iter().find(|it| it.name() == name)
}

fn number(idx: usize) -> u32 {
    u32::try_from(idx).unwrap_or(u32::MAX)
}

/// Drops the entity of that name, or only the mentions that read so.
fn drop(of: &mut Corrected<'_>, field: &Field, names: &mut Names, words: &str) {
    let n_before = names.mentions.len();
    let entity = names
        .entities
        .iter()
        .position(|it| is_named(it, words))
        .map(number);
    let reading = of.reading;
    names
        .mentions
        .retain(|it| Some(it.entity) != entity && reading.words(it.span) != words);
    if names.mentions.len() == n_before {
        no_match(of, field, words);
    }
    for entity in &mut names.entities {
        entity.aliases.retain(|it| it != words);
    }
}

fn rename(names: &mut Names, entity: usize, to: &str) {
    if let Some(it) = names.entities.get_mut(entity) {
        let old = std::mem::replace(&mut it.name, to.to_owned());
        it.aliases.push(old);
        it.checked = true;
    }
}

/// `{short: long}`, or `{long: [short, shorter]}`.
fn merge(of: &mut Corrected<'_>, field: &Field, names: &mut Names, order: &Order<'_>) {
    let pairs: Vec<(&str, &str)> = match order.to.as_slice() {
        [into] => vec![(order.words.as_str(), into.as_str())],
        several => several
            .iter()
            .map(|from| (from.as_str(), order.words.as_str()))
            .collect(),
    };
    for (from, into) in pairs {
        let Some(from_idx) = find(names, from) else {
            no_match(of, field, from);
            continue;
        };
        match find(names, into) {
            Some(into_idx) if into_idx == from_idx => rename(names, into_idx, into),
            Some(into_idx) => join(names, from_idx, into_idx),
            None => rename(names, from_idx, into),
        }
    }
}

fn join(names: &mut Names, from: usize, into: usize) {
    for mention in &mut names.mentions {
        if mention.entity == number(from) {
            mention.entity = number(into);
        }
    }
    let Some(taken) = names.entities.get_mut(from) else {
        return;
    };
    let mut aliases = std::mem::take(&mut taken.aliases);
    aliases.push(taken.name.clone());
    if let Some(it) = names.entities.get_mut(into) {
        it.aliases.append(&mut aliases);
        it.checked = true;
    }
}

/// `{words: name}` gives the names inside the words to an entity of that name; `[short form]` makes one of its own of a
/// form that had joined another.
fn split(of: &mut Corrected<'_>, field: &Field, names: &mut Names, order: &Order<'_>) {
    let places = of.places(&order.words);
    let is_meant = |it: &Mention| {
        let at = places.partition_point(|place| place.end < it.span.end);
        places.get(at).is_some_and(|place| place.contains(it.span))
    };
    let first = names.mentions.iter().find(|it| is_meant(it));
    let Some(old) = first.and_then(|it| names.entities.get(it.entity as usize)) else {
        return no_match(of, field, &order.words);
    };
    let (kind, name) = (old.kind, order.to.first().unwrap_or(&order.words));
    let known = names.entities.iter().position(|it| it.name == *name);
    let new = number(known.unwrap_or(names.entities.len()));
    if known.is_none() {
        names.entities.push(Entity {
            kind,
            name: name.clone(),
            aliases: Vec::new(),
            description: String::new(),
            checked: true,
        });
    }
    let reading = of.reading;
    let mut forms = BTreeSet::new();
    for mention in names.mentions.iter_mut().filter(|it| is_meant(it)) {
        mention.entity = new;
        forms.insert(reading.words(mention.span));
    }
    // What nothing else of the old one reads is no form of it any more.
    for form in forms {
        let holders: BTreeSet<u32> = names
            .mentions
            .iter()
            .filter(|it| reading.words(it.span) == form)
            .map(|it| it.entity)
            .collect();
        for (idx, entity) in names.entities.iter_mut().enumerate() {
            if idx == new as usize {
                entity.aliases.push(form.to_owned());
                entity.checked = true;
            } else if !holders.contains(&number(idx)) {
                entity.aliases.retain(|it| it != form);
            }
        }
    }
}

fn add(of: &mut Corrected<'_>, field: &Field, names: &mut Names, order: &Order<'_>) {
    let Some(kind) = kind(&order.to) else {
        return no_kind(of, field, order);
    };
    let aliases = order.more.iter().find(|(it, _)| it == "aliases");
    let aliases = aliases
        .map(|(_, it): &(String, Value)| it.texts())
        .unwrap_or_default();
    let mut places: Vec<_> = [&order.words]
        .into_iter()
        .chain(&aliases)
        .flat_map(|it| of.places(it))
        .collect();
    places.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
    places.dedup_by(|next, kept| kept.overlaps(*next));
    if places.is_empty() {
        return no_match(of, field, &order.words);
    }
    let entity = find(names, &order.words).unwrap_or_else(|| {
        names.entities.push(Entity {
            kind,
            name: order.words.clone(),
            aliases,
            description: String::new(),
            checked: true,
        });
        names.entities.len() - 1
    });
    names
        .mentions
        .retain(|it| !places.iter().any(|place| place.overlaps(it.span)));
    names
        .mentions
        .extend(places.into_iter().map(|span| Mention {
            span,
            entity: number(entity),
        }));
    names.mentions.sort();
}

/// The same with entities in the order of their first mention; those without one are gone.
fn renumbered(names: Names) -> Names {
    let Names {
        entities,
        mut mentions,
    } = names;
    let mut kept = Vec::new();
    let mut numbers = BTreeMap::new();
    mentions.retain_mut(|mention| {
        let Some(entity) = entities.get(mention.entity as usize) else {
            return false;
        };
        mention.entity = *numbers.entry(mention.entity).or_insert_with(|| {
            let mut entity = entity.clone();
            entity.aliases.sort();
            entity.aliases.dedup();
            let name = entity.name.clone();
            entity.aliases.retain(|it| *it != name);
            kept.push(entity);
            number(kept.len() - 1)
        });
        true
    });
    Names {
        entities: kept,
        mentions,
    }
}
