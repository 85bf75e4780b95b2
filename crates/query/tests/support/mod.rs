//! Small corpora for tests: texts in, a searcher out.

use dossier_bake::index;
use dossier_corpus::Corpus;
use dossier_corpus::document::{
    DateOrigin, Document, DocumentDate, Passage, Role, Title, TitleOrigin,
};
use dossier_corpus::encode::{Collection, encode};
use dossier_corpus::mention::{Entity, EntityKind, Mention, Moment};
use dossier_corpus::span::Span;
use dossier_query::{Answer, Searcher};

/// A document to be written: `# ` before a passage makes it a heading, `[[name]]` a person, `{{edtf|words}}` a date.
#[allow(
    dead_code,
    reason = "not every test that includes this file uses all of it"
)]
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) published: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) passages: Vec<String>,
}

#[allow(
    dead_code,
    reason = "not every test that includes this file uses all of it"
)]
impl Text {
    pub(crate) fn new(id: &str, title: &str, passages: &[&str]) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            lang: "en".to_owned(),
            passages: passages.iter().map(|&it| it.to_owned()).collect(),
            ..Self::default()
        }
    }

    pub(crate) fn published(mut self, edtf: &str) -> Self {
        self.published = Some(edtf.to_owned());
        self
    }

    pub(crate) fn tag(mut self, tag: &str) -> Self {
        self.tags.push(tag.to_owned());
        self
    }

    pub(crate) fn document(&self) -> Document {
        let mut text = String::new();
        let mut passages = Vec::new();
        let mut entities: Vec<Entity> = Vec::new();
        let mut mentions = Vec::new();
        let mut moments = Vec::new();
        for passage in &self.passages {
            let (role, rest) = match passage.strip_prefix("# ") {
                Some(rest) => (Role::Heading(1), rest),
                None => (Role::Paragraph, passage.as_str()),
            };
            let start = text.len();
            let mut rest = rest;
            while let Some(at) = rest.find("[[").into_iter().chain(rest.find("{{")).min() {
                let (before, after) = rest.split_at(at);
                text.push_str(before);
                let (inside, after_it) = after[2..]
                    .split_once(if after.starts_with('[') { "]]" } else { "}}" })
                    .unwrap();
                let here = text.len();
                if after.starts_with('[') {
                    text.push_str(inside);
                    let number = entities
                        .iter()
                        .position(|it| it.name == inside)
                        .unwrap_or_else(|| {
                            entities.push(Entity {
                                kind: EntityKind::Person,
                                name: inside.to_owned(),
                                aliases: Vec::new(),
                                description: String::new(),
                                checked: false,
                            });
                            entities.len() - 1
                        });
                    mentions.push(Mention {
                        span: Span::from_range(here..text.len()),
                        entity: number as u32,
                    });
                } else {
                    let (value, words) = inside.split_once('|').unwrap();
                    let (edtf, unresolved) = value.split_once('@').unwrap_or((value, ""));
                    text.push_str(words);
                    moments.push(Moment {
                        span: Span::from_range(here..text.len()),
                        edtf: edtf.to_owned(),
                        unresolved: unresolved.to_owned(),
                        rule: "test".to_owned(),
                        anchor: String::new(),
                    });
                }
                rest = after_it;
            }
            text.push_str(rest);
            let span = Span::from_range(start..text.len());
            passages.push(Passage {
                span,
                role,
                quote_depth: 0,
                runs: Vec::new(),
                styles: Vec::new(),
                sentences: vec![span],
            });
            text.push('\n');
        }
        Document {
            id: self.id.clone(),
            path: format!("{}.txt", self.id),
            title: Title {
                text: self.title.clone(),
                origin: TitleOrigin::Given,
            },
            lang: self.lang.clone(),
            lang_given: true,
            published: self.published.clone().map(|edtf| DocumentDate {
                edtf,
                origin: DateOrigin::Given,
            }),
            not_before: None,
            added: None,
            meta: self
                .tags
                .iter()
                .map(|it| ("tag".to_owned(), it.clone()))
                .collect(),
            sha256: [0; 32],
            n_bytes: text.len() as u32,
            encoding: "UTF-8".to_owned(),
            text,
            text_in_seed: None,
            offers_original: false,
            passages,
            entities,
            mentions,
            moments,
            statements: Vec::new(),
            hedges: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// The bytes of a corpus of these texts, given in the order of their ids.
#[allow(dead_code, reason = "not used by every test that includes this file")]
pub(crate) fn bake(texts: &[Text]) -> Vec<u8> {
    let documents: Vec<Document> = texts.iter().map(Text::document).collect();
    let mut entities: Vec<Entity> = documents
        .iter()
        .flat_map(|it| it.entities.clone())
        .collect();
    entities.sort();
    entities.dedup();
    let entity_numbers: Vec<Vec<u32>> = documents
        .iter()
        .map(|document| {
            document
                .entities
                .iter()
                .map(|it| entities.binary_search(it).unwrap() as u32)
                .collect()
        })
        .collect();
    let facets = index::facets(&documents, &entities, &entity_numbers);
    let index = index::search(&documents);
    encode(&Collection {
        documents,
        entities,
        entity_numbers,
        facets,
        index,
        ..Collection::default()
    })
}

/// Opens the bytes and asks.
#[allow(dead_code, reason = "not used by every test that includes this file")]
pub(crate) fn with<T>(bytes: &[u8], ask: impl FnOnce(&Searcher<'_>) -> T) -> T {
    let corpus = Corpus::open(bytes, &|_| None).unwrap();
    ask(&Searcher::new(corpus))
}

/// The ids of an answer's documents, best first.
#[allow(dead_code, reason = "not used by every test that includes this file")]
pub(crate) fn ids(searcher: &Searcher<'_>, answer: &Answer) -> Vec<String> {
    answer
        .documents
        .iter()
        .map(|it| {
            searcher
                .corpus()
                .document(it.document)
                .unwrap()
                .id
                .to_owned()
        })
        .collect()
}
