//! The opened corpus: read-only, nothing parsed, every row read when asked for.
//!
//! What can only be wrong in damaged bytes (a number out of range, text that is no UTF-8) reads as empty; the
//! page shows less, it never panics.

use std::borrow::Cow;
use std::ops::Range;

use crate::codes;
use crate::document::StyleKind;
use crate::encode;
use crate::error::OpenError;
use crate::format::{
    DocumentRow, EntityRow, FacetRow, FacetValueRow, FindingRow, HedgeRow, MentionRow, MetaRow,
    MomentRow, NONE, NameRow, NoteRow, PassageRow, RunRow, Section, SeedRow, SiteRow, SpanRow,
    StatementHedgeRow, StatementRow, StringRow, StyleRow,
};
use crate::ids::{DocId, PassageId};
use crate::info::{DocumentInfo, PassageInfo, SeedInfo, SiteInfo};
use crate::record::Table;
use crate::sections::Sections;
use crate::source_map::SourceMap;
use crate::span::Span;

/// Gives a seed's bytes by the number of its document; `None` when it has none.
pub type Originals<'a> = &'a dyn Fn(DocId) -> Option<&'a [u8]>;

/// A corpus over borrowed bytes.
///
/// Opening costs the same for one document and for ten thousand.
#[derive(Clone, Copy)]
pub struct Corpus<'a> {
    pub(crate) originals: Originals<'a>,
    pub(crate) strings: Table<'a, StringRow>,
    pub(crate) string_bytes: &'a [u8],
    pub(crate) texts: &'a [u8],
    pub(crate) site: SiteRow,
    pub(crate) seeds: Table<'a, SeedRow>,
    pub(crate) findings: Table<'a, FindingRow>,
    pub(crate) documents: Table<'a, DocumentRow>,
    pub(crate) meta: Table<'a, MetaRow>,
    pub(crate) passages: Table<'a, PassageRow>,
    pub(crate) runs: Table<'a, RunRow>,
    pub(crate) styles: Table<'a, StyleRow>,
    pub(crate) sentences: Table<'a, SpanRow>,
    pub(crate) entities: Table<'a, EntityRow>,
    pub(crate) aliases: Table<'a, NameRow>,
    pub(crate) mentions: Table<'a, MentionRow>,
    pub(crate) moments: Table<'a, MomentRow>,
    pub(crate) statements: Table<'a, StatementRow>,
    pub(crate) contents: Table<'a, SpanRow>,
    pub(crate) statement_hedges: Table<'a, StatementHedgeRow>,
    pub(crate) hedges: Table<'a, HedgeRow>,
    pub(crate) notes: Table<'a, NoteRow>,
    pub(crate) facets: Table<'a, FacetRow>,
    pub(crate) facet_values: Table<'a, FacetValueRow>,
    pub(crate) facet_postings: &'a [u8],
    pub(crate) terms: &'a [u8],
    pub(crate) term_postings: &'a [u8],
    pub(crate) beginnings: &'a [u8],
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
            notes: sections.table(Section::Notes)?,
            facets: sections.table(Section::Facets)?,
            facet_values: sections.table(Section::FacetValues)?,
            facet_postings: sections.bytes(Section::FacetPostings)?,
            terms: sections.bytes(Section::Terms)?,
            term_postings: sections.bytes(Section::TermPostings)?,
            beginnings: sections.bytes(Section::Beginnings)?,
        })
    }

    pub(crate) fn string(&self, number: u32) -> &'a str {
        let Some(row) = self.strings.get(number) else {
            return "";
        };
        let start = number
            .checked_sub(1)
            .and_then(|it| self.strings.get(it))
            .map_or(0, |it| it.end);
        utf8(self.string_bytes, start, row.end)
    }

    pub(crate) fn some_string(&self, number: u32) -> Option<&'a str> {
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
            title_origin: codes::title_origin_from_code(row.title_origin),
            lang: self.string(row.lang),
            lang_given: row.lang_given != 0,
            published: self
                .some_string(row.published)
                .map(|it| (it, codes::date_origin_from_code(row.published_origin))),
            not_before: self.some_string(row.not_before),
            added: self.some_string(row.added),
            sha256: self.string(row.sha256),
            n_bytes: row.n_bytes,
            encoding: self.string(row.encoding),
            offers_original: row.offers_original != 0,
            n_words: row.n_words,
        })
    }

    /// EDTF of the day of publication of a document.
    #[must_use]
    pub fn published(&self, document: DocId) -> Option<&'a str> {
        let row = self.documents.get(document.get())?;
        self.some_string(row.published)
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

    /// The words of a document's text at a span; empty when the span cuts a character. Costs the span's length, not
    /// the document's.
    #[must_use]
    pub fn words(&self, document: DocId, span: Span) -> &'a str {
        utf8(self.text_bytes(document), span.start, span.end)
    }

    /// The whole text of a document. Costs its length at every call.
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
            role: codes::role_from_code(row.role, row.role_detail),
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

    /// The visible text of the part of a passage that lies in a source span. Costs the part's length, not the passage's.
    #[must_use]
    pub fn visible_in(&self, passage: PassageId, part: Span) -> Cow<'a, str> {
        let Some(info) = self.passage(passage) else {
            return Cow::Borrowed("");
        };
        let rows = self
            .passages
            .children(passage.get(), self.runs.len(), |it| it.first_run);
        if rows.is_empty() {
            let part = info.span.intersection(part);
            return Cow::Borrowed(part.map_or("", |it| self.words(info.document, it)));
        }
        let begun = self
            .runs
            .partition_point(rows.clone(), |it| it.end <= part.start);
        let runs = self.runs.range(begun..rows.end);
        let runs = runs.take_while(|(_, it)| it.start < part.end);
        let pieces = runs.map(|(_, row)| match self.some_string(row.shown) {
            Some(shown) => shown,
            None => {
                let inside = Span::new(row.start, row.end).intersection(part);
                inside.map_or("", |it| self.words(info.document, it))
            }
        });
        Cow::Owned(pieces.collect())
    }

    /// Where the visible text of a passage stands in its source. Costs the number of its runs, not its length.
    #[must_use]
    pub fn source_map(&self, passage: PassageId) -> SourceMap {
        let rows = self
            .passages
            .children(passage.get(), self.runs.len(), |it| it.first_run);
        let whole = self.passage(passage).filter(|_| rows.is_empty());
        let runs = self.runs.range(rows).map(|(_, row)| {
            let span = Span::new(row.start, row.end);
            let shown = self.some_string(row.shown);
            (
                span,
                shown.map_or(span.len(), |it| encode::to_u32(it.len())),
            )
        });
        SourceMap::new(runs.chain(whole.map(|it| (it.span, it.span.len()))))
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
                codes::style_from_code(row.kind, href),
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

    /// The sentence of a passage around a source byte. `O(log n)`: a passage may hold 100,000.
    #[must_use]
    pub fn sentence_at(&self, passage: PassageId, at: u32) -> Option<Span> {
        let rows = self
            .passages
            .children(passage.get(), self.sentences.len(), |it| it.first_sentence);
        let number = self
            .sentences
            .partition_point(rows.clone(), |it| it.end <= at);
        let row = self
            .sentences
            .get(number)
            .filter(|_| rows.contains(&number))?;
        (row.start <= at).then(|| Span::new(row.start, row.end))
    }
}

fn utf8(bytes: &[u8], start: u32, end: u32) -> &str {
    bytes
        .get(start as usize..end as usize)
        .and_then(|it| std::str::from_utf8(it).ok())
        .unwrap_or("")
}
