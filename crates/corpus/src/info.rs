//! What the opened corpus tells of its parts: plain structs, strings borrowed from the bytes.

use crate::document::{DateOrigin, Role, TitleOrigin};
use crate::ids::{DocId, EntityId, HedgeId, PassageId};
use crate::mention::EntityKind;
use crate::span::Span;
use crate::statement::StatementKind;

/// What holds for the whole corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SiteInfo<'a> {
    /// The site's title.
    pub title: &'a str,
    /// One sentence about it; may be empty.
    pub description: &'a str,
    /// Language tag.
    pub lang: &'a str,
    /// Accent colour as `#rrggbb`; may be empty.
    pub accent: &'a str,
    /// SHA-256 over all seeds, in hexadecimal.
    pub hash: &'a str,
    /// The day it was baked; may be empty.
    pub baked: &'a str,
    /// Visible words in all documents.
    pub n_words: u32,
}

/// A file of the seeds folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedInfo<'a> {
    /// Path below `seeds/`.
    pub path: &'a str,
    /// Its document, or why it is none.
    pub fate: Result<DocId, &'a str>,
    /// Line (where one can be told) and sentence of each finding.
    pub findings: Vec<(Option<u32>, &'a str)>,
}

/// A document's facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentInfo<'a> {
    /// Path below `seeds/` without ending.
    pub id: &'a str,
    /// Path below `seeds/`.
    pub path: &'a str,
    /// Title.
    pub title: &'a str,
    /// Where the title comes from.
    pub title_origin: TitleOrigin,
    /// Language tag, `und` when unknown.
    pub lang: &'a str,
    /// Whether the publisher gave the language.
    pub lang_given: bool,
    /// EDTF of the day of publication and where it comes from.
    pub published: Option<(&'a str, DateOrigin)>,
    /// EDTF of the latest date that it tells of as past, when it has no date: it was not written before.
    pub not_before: Option<&'a str>,
    /// EDTF of the day it was added.
    pub added: Option<&'a str>,
    /// SHA-256 of the seed, in hexadecimal.
    pub sha256: &'a str,
    /// Bytes of the seed.
    pub n_bytes: u32,
    /// Encoding it was decoded from.
    pub encoding: &'a str,
    /// Whether the seed may be offered for download.
    pub offers_original: bool,
    /// Visible words.
    pub n_words: u32,
}

/// A passage's facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassageInfo {
    /// The document it stands in.
    pub document: DocId,
    /// From its first to its last visible byte.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// How many block quotes it stands in.
    pub quote_depth: u32,
}

/// An entity's facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntityInfo<'a> {
    /// What it is.
    pub kind: EntityKind,
    /// Canonical name.
    pub name: &'a str,
    /// A few words on it; may be empty.
    pub description: &'a str,
    /// Whether the publisher put it right.
    pub checked: bool,
}

/// A moment's facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MomentInfo<'a> {
    /// The passage it stands in.
    pub passage: PassageId,
    /// The bytes that say when.
    pub span: Span,
    /// EDTF.
    pub edtf: &'a str,
    /// The expression before an anchor was chosen; empty when a document date would tell no more.
    pub unresolved: &'a str,
    /// Name of the rule that read it.
    pub rule: &'a str,
    /// The anchor in words; may be empty.
    pub anchor: &'a str,
}

/// A statement's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementInfo {
    /// The passage its first content span stands in.
    pub passage: PassageId,
    /// How it is marked.
    pub kind: StatementKind,
    /// The words that name the speaker.
    pub speaker: Option<Span>,
    /// Who that is.
    pub entity: Option<EntityId>,
    /// The cue word.
    pub cue: Option<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// The hedges that lower it.
    pub hedges: Vec<HedgeId>,
    /// Whether the publisher put it right.
    pub checked: bool,
}

/// A facet value's facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetValueInfo<'a> {
    /// Its number among the values of all facets.
    pub number: u32,
    /// As it is shown and stands in addresses.
    pub name: &'a str,
    /// The entity it stands for.
    pub entity: Option<EntityId>,
    /// Number of passages that have it.
    pub count: u32,
    /// Its place among the values of its facet by name, from 0.
    pub place_by_name: u32,
}
