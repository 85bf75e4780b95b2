//! Folds the names of one document into entities: a short form joins its long form when only one fits.
//!
//! Stage: *analysis*. In: candidates with their decided kinds. Out: [`Names`].

use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::mention::{Entity, EntityKind, Mention};
use dossier_corpus::span::Span;

use super::Names;
use super::decide::Seen;
use super::lexicon::{Lexicon, Marks};
use super::token::unaccented;
use crate::reading::Reading;

/// Builds the document's entities and mentions.
pub(crate) fn entities(
    reading: Reading<'_>,
    lexicon: &Lexicon,
    seen: &[Seen],
    kinds: &BTreeMap<String, EntityKind>,
) -> Names {
    let named: Vec<(&Seen, EntityKind)> = seen
        .iter()
        .filter_map(|it| kinds.get(&it.name).map(|kind| (it, *kind)))
        .collect();
    let long_forms = long_forms(reading, lexicon, &named);
    let mut numbers: BTreeMap<(EntityKind, &str), u32> = BTreeMap::new();
    let mut forms: Vec<Forms> = Vec::new();
    let mut mentions: Vec<Mention> = Vec::new();
    for (it, kind) in &named {
        if mentions
            .last()
            .is_some_and(|last| last.span.end > it.span.start)
        {
            continue;
        }
        let name = long_forms
            .get(&(*kind, it.name.as_str()))
            .copied()
            .unwrap_or(&it.name);
        let number = *numbers.entry((*kind, name)).or_insert_with(|| {
            forms.push(Forms::new(*kind, name));
            super::token::to_u32(forms.len() - 1)
        });
        if let Some(forms) = forms.get_mut(number as usize) {
            forms.add(&it.name, reading.words(it.span));
            let beside = match kind {
                EntityKind::Person => it.beside.first(),
                EntityKind::Organisation => {
                    it.beside.get(1).filter(|_| lexicon.name(name).is_none())
                }
                EntityKind::Place | EntityKind::Group => None,
            };
            if let Some(Some(beside)) = beside {
                *forms.beside.entry(beside.clone()).or_default() += 1;
            }
        }
        mentions.push(Mention {
            span: it.span,
            entity: number,
        });
    }
    let entities = forms.into_iter().map(|it| it.entity(lexicon)).collect();
    Names { entities, mentions }
}

/// The forms under which one entity was met.
struct Forms {
    kind: EntityKind,
    key: String,
    /// By written form: how often, and whether it is the canonical key.
    written: BTreeMap<String, (bool, usize)>,
    /// By role or country that stood beside it: how often.
    beside: BTreeMap<String, usize>,
}

impl Forms {
    fn new(kind: EntityKind, key: &str) -> Self {
        Self {
            kind,
            key: key.to_owned(),
            written: BTreeMap::new(),
            beside: BTreeMap::new(),
        }
    }

    fn add(&mut self, name: &str, written: &str) {
        let shown = shown(name, written);
        let entry = self.written.entry(shown).or_default();
        entry.0 = name == self.key;
        entry.1 += 1;
    }

    fn entity(self, lexicon: &Lexicon) -> Entity {
        // The form written most often among those of the full name; between equals the first in order.
        let name = self
            .written
            .iter()
            .filter(|(_, (is_key, _))| *is_key)
            .max_by(|a, b| a.1.1.cmp(&b.1.1).then(b.0.cmp(a.0)))
            .map_or_else(|| self.key.clone(), |(name, _)| name.clone());
        let aliases = self.written.into_keys().filter(|it| *it != name).collect();
        let description = match self.kind {
            EntityKind::Place | EntityKind::Group => {
                let bare = name.strip_suffix(" region").unwrap_or(&name);
                lexicon.country(bare).to_owned()
            }
            // Between equals the first in order.
            EntityKind::Person | EntityKind::Organisation => self
                .beside
                .into_iter()
                .rev()
                .max_by_key(|it| it.1)
                .map_or_else(String::new, |it| it.0),
        };
        let description = if description == name {
            String::new()
        } else {
            description
        };
        Entity {
            kind: self.kind,
            description,
            name,
            aliases,
            checked: false,
        }
    }
}

/// The form to show: as written, on one line, without invisible characters; headline capitals made small.
fn shown(name: &str, written: &str) -> String {
    let clean: String = written
        .chars()
        .filter(|it| !super::token::is_invisible(*it))
        .collect();
    let line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if unaccented(&line).replace(['’', 'ʼ'], "'") == *name
        || unaccented(&line).to_lowercase() != name.to_lowercase()
    {
        line
    } else {
        name.to_owned()
    }
}

/// For each short form the one long form it stands for.
fn long_forms<'a>(
    reading: Reading<'_>,
    lexicon: &'a Lexicon,
    named: &[(&'a Seen, EntityKind)],
) -> BTreeMap<(EntityKind, &'a str), &'a str> {
    let mut by_part: BTreeMap<(EntityKind, String), Vec<&'a str>> = BTreeMap::new();
    let all: BTreeSet<(EntityKind, &'a str)> = named
        .iter()
        .map(|(it, kind)| (*kind, it.name.as_str()))
        .collect();
    for &(kind, name) in &all {
        for part in parts(kind, name, lexicon) {
            by_part.entry((kind, part)).or_default().push(name);
        }
    }
    let mut out: BTreeMap<(EntityKind, &'a str), &'a str> = BTreeMap::new();
    for pair in named.windows(2) {
        let [(long, kind), (short, short_kind)] = pair else {
            continue;
        };
        if *kind == EntityKind::Organisation
            && *short_kind == *kind
            && is_introduced(reading, long.span, short.span)
            && initials_fit(&short.name, &long.name)
        {
            out.entry((*kind, &short.name)).or_insert(&long.name);
        }
    }
    for &(kind, name) in &all {
        let mut longer: Vec<&'a str> = by_part
            .get(&(kind, name.to_owned()))
            .cloned()
            .unwrap_or_default();
        longer.retain(|it| *it != name);
        longer.dedup();
        // "Kim" beside "Kim Jong Un" and "Kim Jong-un": the longest that contains all others is one and the same.
        if let Some(long) = longest_of_all(&longer) {
            out.entry((kind, name)).or_insert(long);
        }
    }
    for &(kind, name) in &all {
        if matches!(kind, EntityKind::Organisation | EntityKind::Place)
            && let Some(full) = lexicon.full_name(name)
        {
            out.entry((kind, name)).or_insert(full);
        }
    }
    // A short form of a short form stands for the longest.
    let steps: Vec<_> = out.iter().map(|(key, long)| (*key, *long)).collect();
    for ((kind, short), long) in steps {
        if let Some(longest) = out.get(&(kind, long)).copied().filter(|it| *it != short) {
            out.insert((kind, short), longest);
        }
    }
    out
}

/// The one name that all others are part of, if there is one.
fn longest_of_all<'a>(names: &[&'a str]) -> Option<&'a str> {
    let longest = names.iter().copied().max_by_key(|it| it.len())?;
    let words: Vec<&str> = longest.split(' ').collect();
    names
        .iter()
        .all(|it| it.split(' ').all(|part| words.contains(&part)))
        .then_some(longest)
}

/// The short forms that a long name may be called by.
fn parts(kind: EntityKind, name: &str, lexicon: &Lexicon) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let mut out = Vec::new();
    if words.len() < 2 && kind != EntityKind::Organisation {
        return out;
    }
    match kind {
        EntityKind::Person => {
            for (idx, word) in words.iter().enumerate() {
                if word.chars().count() > 2 && !word.ends_with('.') {
                    out.push((*word).to_owned());
                }
                // "van der Meulen", "Nyrup Rasmussen".
                if idx > 0 && idx + 1 < words.len() {
                    out.push(words.get(idx..).unwrap_or(&[]).join(" "));
                }
            }
            if let (Some(first), Some(last)) = (words.first(), words.last())
                && words.len() > 2
            {
                out.push(format!("{first} {last}"));
            }
        }
        EntityKind::Organisation => {
            if let Some(short) = lexicon.abbreviation(name) {
                out.push(short.to_owned());
            }
            let is_generic = |word: &str| {
                let marks = lexicon.word(&word.to_lowercase()).and(lexicon.name(word));
                marks.has(
                    Marks::COMMON
                        .and(Marks::GROUP)
                        .and(Marks::PLACE)
                        .and(Marks::FIRST_NAME),
                )
            };
            if let Some((last, rest)) = words.split_last()
                && !rest.is_empty()
                && lexicon.word(&last.to_lowercase()).has(Marks::ORG_HEAD)
                && !rest.iter().all(|it| is_generic(it))
            {
                out.push(rest.join(" "));
            }
            if words.len() > 2 {
                out.push(initials(name));
            }
        }
        EntityKind::Place | EntityKind::Group => {}
    }
    out
}

fn initials(name: &str) -> String {
    name.split([' ', '-'])
        .filter(|it| it.chars().next().is_some_and(char::is_uppercase))
        .filter_map(|it| it.chars().next())
        .collect()
}

/// Whether the letters of an abbreviation begin words of the name, in order.
fn initials_fit(short: &str, long: &str) -> bool {
    let letters: Vec<char> = short
        .chars()
        .filter(|it| it.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    if letters.len() < 2 || short.contains(' ') {
        return false;
    }
    let mut words = long
        .split([' ', '-'])
        .filter_map(|it| it.chars().next())
        .flat_map(char::to_lowercase);
    let n = letters
        .iter()
        .filter(|letter| words.by_ref().any(|it| it == **letter))
        .count();
    n * 3 >= letters.len() * 2
}

/// Whether the second stands in brackets right behind the first.
fn is_introduced(reading: Reading<'_>, long: Span, short: Span) -> bool {
    long.end < short.start
        && matches!(
            reading.words(Span::new(long.end, short.start)).trim(),
            "(" | ", or" | "(the" | "["
        )
}
