//! The facets: which passages can be selected by which property.

use std::collections::{BTreeMap, BTreeSet};

use dossier_corpus::document::Document;
use dossier_corpus::encode::{FacetList, FacetValue};
use dossier_corpus::facet::{Facet, NOTE, kind};
use dossier_corpus::mention::{Entity, EntityKind};
use dossier_corpus::span::Span;
use dossier_corpus::statement::HedgeUse;

/// Metadata that has a facet of its own or is different for each document.
const NOT_FACETS: [&str; 9] = [
    "added",
    "date",
    "description",
    "lang",
    "published",
    "source",
    "tags",
    "title",
    "url",
];

/// Names that mean something else in addresses and queries; metadata of that name gets a prefix.
const RESERVED: [&str; 10] = [
    "as-of", "bench", "clock", "from", NOTE, "p", "q", "to", "ui", "undated",
];

/// The facets of the corpus: the built-in ones in the order of [`Facet::ALL`], then the publisher's own metadata by
/// name. Values by falling count, then by name; a value without a passage is left out.
///
/// * `entities`: those of the whole corpus.
/// * `entity_numbers`: for each document, the corpus-wide number of each of its own entities.
#[must_use]
pub fn facets(
    documents: &[Document],
    entities: &[Entity],
    entity_numbers: &[Vec<u32>],
) -> Vec<FacetList> {
    let mut by_entity: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    let mut by_value: BTreeMap<String, BTreeMap<String, Vec<u32>>> = BTreeMap::new();
    let mut first_passage = 0;
    for (idx, document) in documents.iter().enumerate() {
        let numbers = entity_numbers.get(idx).map_or(&[][..], Vec::as_slice);
        let end = first_passage + count(document.passages.len());
        for (facet, value) in properties(document) {
            let passages = by_value.entry(facet).or_default().entry(value).or_default();
            // A list may name a value twice.
            if passages.last().is_none_or(|it| *it < first_passage) {
                passages.extend(first_passage..end);
            }
        }
        for mention in &document.mentions {
            if let (Some(&entity), Some(passage)) = (
                numbers.get(mention.entity as usize),
                passage_at(document, mention.span.start),
            ) {
                by_entity
                    .entry(entity)
                    .or_default()
                    .insert(first_passage + passage);
            }
        }
        for (passage, kinds) in (first_passage..).zip(kinds(document)) {
            let values = by_value.entry(Facet::Kind.name().to_owned()).or_default();
            for kind in kinds.names() {
                values.entry(kind.to_owned()).or_default().push(passage);
            }
        }
        first_passage = end;
    }
    let mut lists: Vec<FacetList> = Facet::ALL
        .into_iter()
        .map(|facet| FacetList {
            name: facet.name().to_owned(),
            values: match entity_kind(facet) {
                Some(kind) => entity_values(kind, entities, &by_entity),
                None => plain_values(by_value.remove(facet.name()).unwrap_or_default()),
            },
        })
        .collect();
    lists.extend(by_value.into_iter().map(|(name, values)| FacetList {
        name,
        values: plain_values(values),
    }));
    lists
}

const fn entity_kind(facet: Facet) -> Option<EntityKind> {
    match facet {
        Facet::Person => Some(EntityKind::Person),
        Facet::Organisation => Some(EntityKind::Organisation),
        Facet::Place => Some(EntityKind::Place),
        Facet::Group => Some(EntityKind::Group),
        _ => None,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn plain_values(values: BTreeMap<String, Vec<u32>>) -> Vec<FacetValue> {
    let values = values
        .into_iter()
        .filter(|(_, passages)| !passages.is_empty())
        .map(|(name, passages)| FacetValue {
            name,
            entity: None,
            passages,
        });
    in_order(values.collect())
}

fn in_order(mut values: Vec<FacetValue>) -> Vec<FacetValue> {
    values.sort_by(|a, b| (b.passages.len(), &a.name).cmp(&(a.passages.len(), &b.name)));
    values
}

/// The entities of one kind. Where two have one name, the description or a number tells them apart.
fn entity_values(
    kind: EntityKind,
    entities: &[Entity],
    by_entity: &BTreeMap<u32, BTreeSet<u32>>,
) -> Vec<FacetValue> {
    let named: Vec<(u32, &Entity, &BTreeSet<u32>)> = by_entity
        .iter()
        .filter_map(|(&number, passages)| {
            let entity = entities.get(number as usize)?;
            (entity.kind == kind).then_some((number, entity, passages))
        })
        .collect();
    let mut n_of_name: BTreeMap<&str, u32> = BTreeMap::new();
    for (_, entity, _) in &named {
        *n_of_name.entry(&entity.name).or_default() += 1;
    }
    let mut taken: BTreeSet<String> = n_of_name
        .iter()
        .filter(|it| *it.1 == 1)
        .map(|it| (*it.0).to_owned())
        .collect();
    let values = named.into_iter().map(|(number, entity, passages)| {
        let is_alone = n_of_name.get(entity.name.as_str()) == Some(&1);
        let name = if is_alone {
            entity.name.clone()
        } else {
            distinct(entity, &mut taken)
        };
        FacetValue {
            name,
            entity: Some(number),
            passages: passages.iter().copied().collect(),
        }
    });
    in_order(values.collect())
}

fn distinct(entity: &Entity, taken: &mut BTreeSet<String>) -> String {
    let described = match entity.description.as_str() {
        "" => entity.name.clone(),
        description => format!("{} ({description})", entity.name),
    };
    let mut name = described.clone();
    let mut number = 2u32;
    while !taken.insert(name.clone()) {
        name = format!("{described} ({number})");
        number += 1;
    }
    name
}

/// What holds for all passages of a document: facet and value.
fn properties(document: &Document) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut add = |facet: &str, value: &str| {
        if !value.trim().is_empty() {
            found.push((facet.to_owned(), value.trim().to_owned()));
        }
    };
    if document.lang != "und" {
        add(Facet::Language.name(), &document.lang);
    }
    if let Some(year) = document.published.as_ref().and_then(|it| year_of(&it.edtf)) {
        add(Facet::Year.name(), year);
    }
    for (field, value) in &document.meta {
        match field.to_lowercase().as_str() {
            "source" => add(Facet::Source.name(), value),
            "tag" | "tags" => add(Facet::Tag.name(), value),
            field if !NOT_FACETS.contains(&field) => add(&own_facet(field), value),
            _ => {}
        }
    }
    found
}

/// The name in addresses of a field of the publisher's own.
fn own_facet(field: &str) -> String {
    let name: String = field
        .trim()
        .chars()
        .map(|it| if it.is_alphanumeric() { it } else { '-' })
        .collect();
    if Facet::from_name(&name).is_some() || RESERVED.contains(&name.as_str()) {
        format!("meta-{name}")
    } else {
        name
    }
}

/// The year an EDTF value begins with, where it is told in full.
fn year_of(edtf: &str) -> Option<&str> {
    let year = edtf.get(..4)?;
    let ends = edtf
        .get(4..)
        .is_none_or(|it| !it.starts_with(|it: char| it.is_ascii_alphanumeric()));
    (ends && year.bytes().all(|it| it.is_ascii_digit())).then_some(year)
}

/// The passage a byte lies in or behind, as `encode` assigns what is found to passages.
fn passage_at(document: &Document, at: u32) -> Option<u32> {
    let after = document.passages.partition_point(|it| it.span.start <= at);
    (!document.passages.is_empty()).then(|| count(after.saturating_sub(1)))
}

#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are independent of each other"
)]
struct Kinds {
    quoted: bool,
    attributed: bool,
    hedged: bool,
    dated: bool,
}

impl Kinds {
    fn names(self) -> impl Iterator<Item = &'static str> {
        let unmarked = !(self.quoted || self.attributed || self.hedged);
        [
            (self.quoted, kind::QUOTED),
            (self.attributed, kind::ATTRIBUTED),
            (self.hedged, kind::HEDGED),
            (unmarked, kind::UNMARKED),
            (self.dated, kind::DATED),
            (!self.dated, kind::UNDATED),
        ]
        .into_iter()
        .filter_map(|(holds, name)| holds.then_some(name))
    }
}

/// The kinds of each passage, in order.
fn kinds(document: &Document) -> Vec<Kinds> {
    let mut kinds = vec![Kinds::default(); document.passages.len()];
    let mut mark = |span: Span, set: fn(&mut Kinds)| {
        let Some(first) = passage_at(document, span.start) else {
            return;
        };
        // A quotation may run over several paragraphs.
        let last = passage_at(document, span.end.saturating_sub(1))
            .unwrap_or(first)
            .max(first);
        if let Some(kinds) = kinds.get_mut(first as usize..=last as usize) {
            kinds.iter_mut().for_each(set);
        }
    };
    for statement in &document.statements {
        for &content in &statement.content {
            if statement.kind.is_quoted() {
                mark(content, |it| it.quoted = true);
            }
            if statement.kind.is_attributed() {
                mark(content, |it| it.attributed = true);
            }
        }
    }
    let lowers = document.hedges.iter();
    for hedge in lowers.filter(|it| it.usage == HedgeUse::Lowers) {
        mark(hedge.span, |it| it.hedged = true);
    }
    for moment in &document.moments {
        mark(Span::new(moment.span.start, moment.span.start), |it| {
            it.dated = true;
        });
    }
    kinds
}

#[cfg(test)]
mod tests {
    use dossier_corpus::document::{Passage, Role, Title, TitleOrigin};
    use dossier_corpus::mention::{Mention, Moment};
    use dossier_corpus::statement::{Hedge, Statement, StatementKind};

    use super::*;

    /// A document of passages of ten bytes each.
    fn document(n_passages: u32) -> Document {
        let span = |number: u32| Span::new(10 * number, 10 * number + 9);
        let passages = (0..n_passages).map(|number| Passage {
            span: span(number),
            role: Role::Paragraph,
            quote_depth: 0,
            runs: Vec::new(),
            styles: Vec::new(),
            sentences: vec![span(number)],
        });
        Document {
            id: String::new(),
            path: String::new(),
            title: Title {
                text: String::new(),
                origin: TitleOrigin::FileName,
            },
            lang: "und".to_owned(),
            lang_given: false,
            published: None,
            not_before: None,
            added: None,
            meta: Vec::new(),
            sha256: [0; 32],
            n_bytes: 0,
            encoding: String::new(),
            text: "passage. \n".repeat(n_passages as usize),
            text_in_seed: None,
            offers_original: false,
            passages: passages.collect(),
            entities: Vec::new(),
            mentions: Vec::new(),
            moments: Vec::new(),
            statements: Vec::new(),
            hedges: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// The values of a facet and their passages.
    fn values(facets: &[FacetList], name: &str) -> Vec<(String, Vec<u32>)> {
        let facet = facets.iter().find(|it| it.name == name).unwrap();
        let values = facet.values.iter();
        values
            .map(|it| (it.name.clone(), it.passages.clone()))
            .collect()
    }

    fn row(name: &str, passages: &[u32]) -> (String, Vec<u32>) {
        (name.to_owned(), passages.to_vec())
    }

    #[test]
    fn kinds_are_read_from_what_stands_in_each_passage() {
        let mut document = document(5);
        document.statements = vec![
            Statement {
                content: vec![Span::new(2, 15)],
                kind: StatementKind::Quoted,
                speaker: None,
                cue: None,
                hedges: Vec::new(),
                checked: false,
            },
            Statement {
                content: vec![Span::new(20, 25)],
                kind: StatementKind::QuotedAndAttributed,
                speaker: None,
                cue: None,
                hedges: Vec::new(),
                checked: false,
            },
        ];
        document.hedges = vec![
            Hedge {
                span: Span::new(30, 33),
                usage: HedgeUse::Lowers,
            },
            Hedge {
                span: Span::new(45, 48),
                usage: HedgeUse::Negated,
            },
        ];
        document.moments = vec![Moment {
            span: Span::new(41, 44),
            edtf: "1990".to_owned(),
            unresolved: String::new(),
            rule: String::new(),
            anchor: String::new(),
        }];
        let facets = facets(&[document], &[], &[Vec::new()]);
        let expected = [
            row("undated", &[0, 1, 2, 3]),
            row("quoted", &[0, 1, 2]),
            row("attributed", &[2]),
            row("dated", &[4]),
            row("hedged", &[3]),
            row("unmarked", &[4]),
        ];
        assert_eq!(values(&facets, "kind"), expected);
        let names: Vec<&str> = facets.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, Facet::ALL.map(Facet::name));
    }

    #[test]
    fn metadata_holds_for_whole_documents() {
        let meta = |document: &mut Document, field: &str, value: &str| {
            document.meta.push((field.to_owned(), value.to_owned()));
        };
        let (mut first, mut second) = (document(2), document(1));
        for (field, value) in [
            ("Source", "gazette"),
            ("tags", "b"),
            ("tags", "a"),
            ("tags", "a"),
            ("url", "https://example.org/"),
            ("Sent from", "Wonsan"),
            ("place", "Kiel"),
            ("recipient", "  "),
        ] {
            meta(&mut first, field, value);
        }
        meta(&mut second, "tag", "a");
        second.lang = "de".to_owned();
        let date = |edtf: &str| {
            Some(dossier_corpus::document::DocumentDate {
                edtf: edtf.to_owned(),
                origin: dossier_corpus::document::DateOrigin::Given,
            })
        };
        (first.published, second.published) = (date("1990-05~"), date("199X"));
        let facets = facets(&[first, second], &[], &[]);
        assert_eq!(values(&facets, "source"), [row("gazette", &[0, 1])]);
        assert_eq!(
            values(&facets, "tag"),
            [row("a", &[0, 1, 2]), row("b", &[0, 1])]
        );
        assert_eq!(values(&facets, "lang"), [row("de", &[2])]);
        assert_eq!(
            values(&facets, "year"),
            [row("1990", &[0, 1])],
            "a decade is no year"
        );
        assert_eq!(values(&facets, "sent-from"), [row("Wonsan", &[0, 1])]);
        assert_eq!(
            values(&facets, "meta-place"),
            [row("Kiel", &[0, 1])],
            "a name that is taken"
        );
        assert_eq!(
            facets.len(),
            Facet::ALL.len() + 2,
            "no facet for addresses and blanks"
        );
    }

    #[test]
    fn entities_of_one_name_are_told_apart() {
        let entity = |name: &str, description: &str| Entity {
            kind: EntityKind::Place,
            name: name.to_owned(),
            aliases: Vec::new(),
            description: description.to_owned(),
            checked: false,
        };
        let entities = [
            entity("Springfield", "Illinois"),
            entity("Springfield", ""),
            entity("Springfield", ""),
            entity("Kiel", "Germany"),
            entity("Nowhere", ""),
        ];
        let mut document = document(3);
        document.mentions = (0u32..)
            .zip([0, 1, 2, 3, 3])
            .map(|(at, entity)| Mention {
                span: Span::new(6 * at, 6 * at + 2),
                entity,
            })
            .collect();
        let facets = facets(&[document], &entities, &[vec![0, 1, 2, 3]]);
        let expected = [
            row("Kiel", &[1, 2]),
            row("Springfield", &[0]),
            row("Springfield (2)", &[1]),
            row("Springfield (Illinois)", &[0]),
        ];
        assert_eq!(values(&facets, "place"), expected);
    }
}
