//! The opened corpus: read-only, nothing parsed, every row read when asked for.
//!
//! What can only be wrong in damaged bytes (a number out of range, text that is no UTF-8) reads as empty; the
//! page shows less, it never panics.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::{DateOrigin, Role, StyleKind, TitleOrigin};
use crate::encode;
use crate::error::OpenError;
use crate::format::{
    DocumentRow, EntityRow, FacetRow, FacetValueRow, FindingRow, MentionRow, MetaRow, MomentRow,
    NONE, NameRow, PassageRow, RunRow, SIGNATURE, Section, SeedRow, SiteRow, SpanRow,
    StatementHedgeRow, StatementRow, StringRow, StyleRow, VERSION,
};
use crate::ids::{DocId, EntityId, HedgeId, MomentId, PassageId, StatementId};
use crate::mention::EntityKind;
use crate::postings::{Runs, read_runs};
use crate::record::{Record, Table};
use crate::span::Span;
use crate::statement::StatementKind;

/// Gives a seed's bytes by the number of its document; `None` when it has none.
pub type Originals<'a> = &'a dyn Fn(DocId) -> Option<&'a [u8]>;

/// A corpus over borrowed bytes.
///
/// Opening costs the same for one document and for ten thousand.
#[derive(Clone, Copy)]
pub struct Corpus<'a> {
    originals: Originals<'a>,
    strings: Table<'a, StringRow>,
    string_bytes: &'a [u8],
    texts: &'a [u8],
    site: SiteRow,
    seeds: Table<'a, SeedRow>,
    findings: Table<'a, FindingRow>,
    documents: Table<'a, DocumentRow>,
    meta: Table<'a, MetaRow>,
    passages: Table<'a, PassageRow>,
    runs: Table<'a, RunRow>,
    styles: Table<'a, StyleRow>,
    sentences: Table<'a, SpanRow>,
    entities: Table<'a, EntityRow>,
    aliases: Table<'a, NameRow>,
    mentions: Table<'a, MentionRow>,
    moments: Table<'a, MomentRow>,
    statements: Table<'a, StatementRow>,
    contents: Table<'a, SpanRow>,
    statement_hedges: Table<'a, StatementHedgeRow>,
    hedges: Table<'a, SpanRow>,
    facets: Table<'a, FacetRow>,
    facet_values: Table<'a, FacetValueRow>,
    facet_postings: &'a [u8],
    terms: &'a [u8],
    term_postings: &'a [u8],
}

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

impl<'a> Corpus<'a> {
    /// Opens a baked corpus.
    ///
    /// * `bytes`: what [`encode::encode`] wrote.
    /// * `originals`: the seeds' bytes, for the documents whose text stands in them unchanged.
    ///
    /// # Errors
    ///
    /// When the bytes are no corpus, are of another version, or end too early; never for a single odd row.
    pub fn open(bytes: &'a [u8], originals: Originals<'a>) -> Result<Self, OpenError> {
        let sections = Sections::open(bytes)?;
        Ok(Self {
            originals,
            strings: sections.table(Section::Strings)?,
            string_bytes: sections.bytes(Section::StringBytes)?,
            texts: sections.bytes(Section::Texts)?,
            site: sections
                .table(Section::Site)?
                .get(0)
                .ok_or(OpenError::Damaged { section: "site" })?,
            seeds: sections.table(Section::Seeds)?,
            findings: sections.table(Section::Findings)?,
            documents: sections.table(Section::Documents)?,
            meta: sections.table(Section::Meta)?,
            passages: sections.table(Section::Passages)?,
            runs: sections.table(Section::Runs)?,
            styles: sections.table(Section::Styles)?,
            sentences: sections.table(Section::Sentences)?,
            entities: sections.table(Section::Entities)?,
            aliases: sections.table(Section::Aliases)?,
            mentions: sections.table(Section::Mentions)?,
            moments: sections.table(Section::Moments)?,
            statements: sections.table(Section::Statements)?,
            contents: sections.table(Section::Contents)?,
            statement_hedges: sections.table(Section::StatementHedges)?,
            hedges: sections.table(Section::Hedges)?,
            facets: sections.table(Section::Facets)?,
            facet_values: sections.table(Section::FacetValues)?,
            facet_postings: sections.bytes(Section::FacetPostings)?,
            terms: sections.bytes(Section::Terms)?,
            term_postings: sections.bytes(Section::TermPostings)?,
        })
    }

    fn string(&self, number: u32) -> &'a str {
        let Some(row) = self.strings.get(number) else {
            return "";
        };
        let start = number
            .checked_sub(1)
            .and_then(|it| self.strings.get(it))
            .map_or(0, |it| it.end);
        utf8(self.string_bytes, start, row.end)
    }

    fn some_string(&self, number: u32) -> Option<&'a str> {
        (number != NONE).then(|| self.string(number))
    }

    /// What holds for the whole corpus.
    #[must_use]
    pub fn site(&self) -> SiteInfo<'a> {
        SiteInfo {
            title: self.string(self.site.title),
            description: self.string(self.site.description),
            lang: self.string(self.site.lang),
            accent: self.string(self.site.accent),
            hash: self.string(self.site.hash),
            baked: self.string(self.site.baked),
            n_words: self.site.n_words,
        }
    }

    /// Every file of the seeds folder, by path.
    pub fn seeds(&self) -> impl Iterator<Item = SeedInfo<'a>> + '_ {
        self.seeds.iter().map(|(number, row)| {
            let findings = self
                .seeds
                .children(number, self.findings.len(), |it| it.first_finding);
            SeedInfo {
                path: self.string(row.path),
                fate: match row.document {
                    NONE => Err(self.string(row.left_out)),
                    document => Ok(DocId::new(document)),
                },
                findings: self
                    .findings
                    .range(findings)
                    .map(|(_, it)| ((it.line > 0).then_some(it.line), self.string(it.message)))
                    .collect(),
            }
        })
    }

    /// Number of documents.
    #[must_use]
    pub fn n_documents(&self) -> u32 {
        self.documents.len()
    }

    /// Number of passages.
    #[must_use]
    pub fn n_passages(&self) -> u32 {
        self.passages.len()
    }

    /// Number of moments.
    #[must_use]
    pub fn n_moments(&self) -> u32 {
        self.moments.len()
    }

    /// Number of statements.
    #[must_use]
    pub fn n_statements(&self) -> u32 {
        self.statements.len()
    }

    /// Number of entities.
    #[must_use]
    pub fn n_entities(&self) -> u32 {
        self.entities.len()
    }

    /// All documents, by id.
    pub fn document_ids(&self) -> impl DoubleEndedIterator<Item = DocId> + use<> {
        (0..self.documents.len()).map(DocId::new)
    }

    /// The facts of a document.
    #[must_use]
    pub fn document(&self, document: DocId) -> Option<DocumentInfo<'a>> {
        let row = self.documents.get(document.get())?;
        Some(DocumentInfo {
            id: self.string(row.id),
            path: self.string(row.path),
            title: self.string(row.title),
            title_origin: encode::title_origin_from_code(row.title_origin),
            lang: self.string(row.lang),
            lang_given: row.lang_given != 0,
            published: self
                .some_string(row.published)
                .map(|it| (it, encode::date_origin_from_code(row.published_origin))),
            added: self.some_string(row.added),
            sha256: self.string(row.sha256),
            n_bytes: row.n_bytes,
            encoding: self.string(row.encoding),
            offers_original: row.offers_original != 0,
            n_words: row.n_words,
        })
    }

    /// The number of visible words of a document.
    #[must_use]
    pub fn n_words(&self, document: DocId) -> u32 {
        self.documents
            .get(document.get())
            .map_or(0, |it| it.n_words)
    }

    /// The document with that id. Documents are sorted by id: `O(log n)`.
    #[must_use]
    pub fn document_by_id(&self, id: &str) -> Option<DocId> {
        let rows = 0..self.documents.len();
        let number = self
            .documents
            .partition_point(rows, |row| self.string(row.id) < id);
        let row = self.documents.get(number)?;
        (self.string(row.id) == id).then_some(DocId::new(number))
    }

    /// The metadata of a document: field and value, in the order given.
    pub fn meta(&self, document: DocId) -> impl Iterator<Item = (&'a str, &'a str)> + '_ {
        let rows = self
            .documents
            .children(document.get(), self.meta.len(), |it| it.first_meta);
        self.meta
            .range(rows)
            .map(|(_, row)| (self.string(row.field), self.string(row.value)))
    }

    /// The seed's bytes, when they may be offered.
    #[must_use]
    pub fn original(&self, document: DocId) -> Option<&'a [u8]> {
        self.document(document)
            .filter(|it| it.offers_original)
            .and_then(|_| (self.originals)(document))
    }

    /// The whole text of a document.
    #[must_use]
    pub fn text(&self, document: DocId) -> &'a str {
        std::str::from_utf8(self.text_bytes(document)).unwrap_or_default()
    }

    /// The bytes of a document's text, not looked at.
    fn text_bytes(&self, document: DocId) -> &'a [u8] {
        let Some(row) = self.documents.get(document.get()) else {
            return &[];
        };
        let bytes = match row.in_seed {
            0 => self.texts,
            _ => (self.originals)(document).unwrap_or_default(),
        };
        let end = row.text_start.saturating_add(row.text_len);
        bytes
            .get(row.text_start as usize..end as usize)
            .unwrap_or_default()
    }

    /// The passages of a document, in reading order.
    #[must_use]
    pub fn passages(&self, document: DocId) -> Range<u32> {
        self.documents
            .children(document.get(), self.passages.len(), |it| it.first_passage)
    }

    /// The facts of a passage.
    #[must_use]
    pub fn passage(&self, passage: PassageId) -> Option<PassageInfo> {
        let row = self.passages.get(passage.get())?;
        Some(PassageInfo {
            document: DocId::new(row.document),
            span: Span::new(row.start, row.end),
            role: encode::role_from_code(row.role, row.role_detail),
            quote_depth: row.quote_depth,
        })
    }

    /// What is visible of a passage: its source spans in order and, for each, the words shown.
    pub fn runs(&self, passage: PassageId) -> impl Iterator<Item = (Span, &'a str)> + '_ {
        let info = self.passage(passage);
        // Only the passage's own bytes are looked at: a document may be one long text of many passages.
        let text = info.map_or(&[][..], |it| self.text_bytes(it.document));
        let words = move |span: Span| utf8(text, span.start, span.end);
        let rows = self
            .passages
            .children(passage.get(), self.runs.len(), |it| it.first_run);
        let whole = info
            .filter(|_| rows.is_empty())
            .map(|it| (it.span, words(it.span)));
        self.runs
            .range(rows)
            .map(move |(_, row)| {
                let span = Span::new(row.start, row.end);
                (
                    span,
                    self.some_string(row.shown).unwrap_or_else(|| words(span)),
                )
            })
            .chain(whole)
    }

    /// The visible text of a passage; borrowed where it stands in one piece.
    #[must_use]
    pub fn visible(&self, passage: PassageId) -> Cow<'a, str> {
        let mut runs = self.runs(passage);
        let first = runs.next().map_or("", |(_, shown)| shown);
        match runs.next() {
            None => Cow::Borrowed(first),
            Some((_, second)) => {
                let mut text = String::from(first);
                text.push_str(second);
                text.extend(runs.map(|(_, shown)| shown));
                Cow::Owned(text)
            }
        }
    }

    /// Turns a range of bytes of the visible text of a passage into its source span.
    #[must_use]
    pub fn to_source(&self, passage: PassageId, visible: Span) -> Span {
        let mut offset = 0;
        let (mut start, mut end) = (None, 0);
        for (span, shown) in self.runs(passage) {
            let len = encode::to_u32(shown.len());
            let at = |position: u32| match len == span.len() {
                true => span.start + (position - offset),
                false if position == offset => span.start,
                false => span.end,
            };
            let here = offset..=offset + len;
            if start.is_none() && (offset..offset + len).contains(&visible.start) {
                start = Some(at(visible.start));
            }
            if here.contains(&visible.end) && visible.end > offset {
                end = at(visible.end);
                break;
            }
            offset += len;
            end = span.end;
        }
        Span::new(start.unwrap_or(end), end)
    }

    /// The inline styles of a passage.
    pub fn styles(&self, passage: PassageId) -> impl Iterator<Item = (Span, StyleKind)> + '_ {
        let rows = self
            .passages
            .children(passage.get(), self.styles.len(), |it| it.first_style);
        self.styles.range(rows).map(|(_, row)| {
            let href = self.some_string(row.href).unwrap_or_default();
            (
                Span::new(row.start, row.end),
                encode::style_from_code(row.kind, href),
            )
        })
    }

    /// The sentences of a passage.
    pub fn sentences(&self, passage: PassageId) -> impl Iterator<Item = Span> + '_ {
        let rows = self
            .passages
            .children(passage.get(), self.sentences.len(), |it| it.first_sentence);
        self.sentences
            .range(rows)
            .map(|(_, row)| Span::new(row.start, row.end))
    }

    /// The names in a passage, by position.
    pub fn mentions(&self, passage: PassageId) -> impl Iterator<Item = (Span, EntityId)> + '_ {
        let rows = self
            .passages
            .children(passage.get(), self.mentions.len(), |it| it.first_mention);
        self.mentions
            .range(rows)
            .map(|(_, row)| (Span::new(row.start, row.end), EntityId::new(row.entity)))
    }

    /// The facts of an entity.
    #[must_use]
    pub fn entity(&self, entity: EntityId) -> Option<EntityInfo<'a>> {
        let row = self.entities.get(entity.get())?;
        Some(EntityInfo {
            kind: *EntityKind::ALL.get(row.kind as usize)?,
            name: self.string(row.name),
            description: self.string(row.description),
        })
    }

    /// The other names of an entity.
    pub fn aliases(&self, entity: EntityId) -> impl Iterator<Item = &'a str> + '_ {
        let rows = self
            .entities
            .children(entity.get(), self.aliases.len(), |it| it.first_alias);
        self.aliases
            .range(rows)
            .map(|(_, row)| self.string(row.name))
    }

    /// The moments of a passage.
    #[must_use]
    pub fn moments(&self, passage: PassageId) -> Range<u32> {
        self.passages
            .children(passage.get(), self.moments.len(), |it| it.first_moment)
    }

    /// The facts of a moment.
    #[must_use]
    pub fn moment(&self, moment: MomentId) -> Option<MomentInfo<'a>> {
        let row = self.moments.get(moment.get())?;
        Some(MomentInfo {
            passage: PassageId::new(row.passage),
            span: Span::new(row.start, row.end),
            edtf: self.string(row.edtf),
            unresolved: self.string(row.unresolved),
            rule: self.string(row.rule),
            anchor: self.string(row.anchor),
        })
    }

    /// The statements of a passage.
    #[must_use]
    pub fn statements(&self, passage: PassageId) -> Range<u32> {
        self.passages
            .children(passage.get(), self.statements.len(), |it| {
                it.first_statement
            })
    }

    /// The facts of a statement.
    #[must_use]
    pub fn statement(&self, statement: StatementId) -> Option<StatementInfo> {
        let row = self.statements.get(statement.get())?;
        let some_span = |start: u32, end: u32| (start != NONE).then(|| Span::new(start, end));
        let contents = self
            .statements
            .children(statement.get(), self.contents.len(), |it| it.first_content);
        let hedges = self
            .statements
            .children(statement.get(), self.statement_hedges.len(), |it| {
                it.first_hedge
            });
        Some(StatementInfo {
            passage: PassageId::new(row.passage),
            kind: match row.kind {
                0 => StatementKind::Quoted,
                1 => StatementKind::Attributed,
                _ => StatementKind::QuotedAndAttributed,
            },
            speaker: some_span(row.speaker_start, row.speaker_end),
            entity: (row.speaker != NONE).then(|| EntityId::new(row.speaker)),
            cue: some_span(row.cue_start, row.cue_end),
            content: self
                .contents
                .range(contents)
                .map(|(_, it)| Span::new(it.start, it.end))
                .collect(),
            hedges: self
                .statement_hedges
                .range(hedges)
                .map(|(_, it)| HedgeId::new(it.hedge))
                .collect(),
        })
    }

    /// The hedges of a passage, by position.
    pub fn hedges(&self, passage: PassageId) -> impl Iterator<Item = (HedgeId, Span)> + '_ {
        let rows = self
            .passages
            .children(passage.get(), self.hedges.len(), |it| it.first_hedge);
        self.hedges
            .range(rows)
            .map(|(number, row)| (HedgeId::new(number), Span::new(row.start, row.end)))
    }

    /// The words of a hedge.
    #[must_use]
    pub fn hedge(&self, hedge: HedgeId) -> Option<Span> {
        let row = self.hedges.get(hedge.get())?;
        Some(Span::new(row.start, row.end))
    }

    /// The facets' names, in the order they are shown; a facet's number is its position.
    pub fn facets(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.facets.iter().map(|(_, row)| self.string(row.name))
    }

    /// The values of a facet, given by its number: by falling count, then by name.
    pub fn facet_values(&self, facet: u32) -> impl Iterator<Item = FacetValueInfo<'a>> + '_ {
        let rows = self
            .facets
            .children(facet, self.facet_values.len(), |it| it.first_value);
        rows.filter_map(|number| self.facet_value(number))
    }

    /// The facts of a facet value, given by its number among the values of all facets.
    #[must_use]
    pub fn facet_value(&self, number: u32) -> Option<FacetValueInfo<'a>> {
        let row = self.facet_values.get(number)?;
        Some(FacetValueInfo {
            number,
            name: self.string(row.name),
            entity: (row.entity != NONE).then(|| EntityId::new(row.entity)),
            count: row.count,
            place_by_name: row.place_by_name,
        })
    }

    /// The passages that have a facet value, given by its number among the values of all facets.
    #[must_use]
    pub fn facet_postings(&self, value: u32) -> Runs<'a> {
        let n_bytes = encode::to_u32(self.facet_postings.len());
        let bytes = self
            .facet_values
            .children(value, n_bytes, |it| it.first_posting);
        read_runs(
            self.facet_postings
                .get(bytes.start as usize..bytes.end as usize)
                .unwrap_or_default(),
        )
    }

    /// The dictionary of the search index: an `fst::Map` from term to an offset in the term postings.
    #[must_use]
    pub fn terms(&self) -> &'a [u8] {
        self.terms
    }

    /// The lists of the search index.
    #[must_use]
    pub fn term_postings(&self) -> &'a [u8] {
        self.term_postings
    }
}

fn utf8(bytes: &[u8], start: u32, end: u32) -> &str {
    bytes
        .get(start as usize..end as usize)
        .and_then(|it| std::str::from_utf8(it).ok())
        .unwrap_or("")
}

/// The header: where each section lies.
struct Sections<'a> {
    bytes: &'a [u8],
    places: &'a [u8],
}

impl<'a> Sections<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        let not_a_corpus = OpenError::NotACorpus { len: bytes.len() };
        let Some(rest) = bytes.strip_prefix(SIGNATURE) else {
            return Err(not_a_corpus);
        };
        let word = |at: usize| -> Option<u32> {
            Some(u32::from_le_bytes(rest.get(at..at + 4)?.try_into().ok()?))
        };
        let (Some(found), Some(n_sections)) = (word(0), word(4)) else {
            return Err(not_a_corpus);
        };
        if found != VERSION {
            return Err(OpenError::Version {
                expected: VERSION,
                found,
            });
        }
        if n_sections as usize != Section::ALL.len() {
            return Err(OpenError::Damaged { section: "header" });
        }
        let places = rest.get(8..).unwrap_or_default();
        Ok(Self { bytes, places })
    }

    fn bytes(&self, section: Section) -> Result<&'a [u8], OpenError> {
        let place = self
            .places
            .get(section as usize * SpanRow::SIZE..)
            .and_then(SpanRow::read);
        // The header keeps (offset, length); a `SpanRow` is just two numbers.
        let Some(SpanRow { start, end: len }) = place else {
            return Err(OpenError::Damaged { section: "header" });
        };
        let end = (start as usize).saturating_add(len as usize);
        self.bytes
            .get(start as usize..end)
            .ok_or(OpenError::Truncated {
                section: section.name(),
                end,
            })
    }

    fn table<R: Record>(&self, section: Section) -> Result<Table<'a, R>, OpenError> {
        Table::new(self.bytes(section)?).ok_or(OpenError::Damaged {
            section: section.name(),
        })
    }
}
