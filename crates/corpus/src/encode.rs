//! Writes a collection as the bytes that [`Corpus`](crate::Corpus) opens.
//!
//! Stage: *bytes*. In: everything as plain data, already analysed, linked and indexed. Out: one byte file. The
//! same collection gives the same bytes.

use std::collections::BTreeMap;

use crate::codes::{date_origin_code, role_code, style_code, title_origin_code};
use crate::document::{Document, StyleKind};
use crate::finding::Finding;
use crate::format::{
    DocumentRow, EntityRow, FacetRow, FacetValueRow, FindingRow, HedgeRow, MentionRow, MetaRow,
    MomentRow, NONE, NameRow, NoteRow, PassageRow, RunRow, SIGNATURE, Section, SeedRow, SiteRow,
    SpanRow, StatementHedgeRow, StatementRow, StringRow, StyleRow, VERSION,
};
use crate::mention::Entity;
use crate::postings::write_sorted;
use crate::record::Record;
use crate::span::Span;
use crate::statement::{Statement, StatementKind};

/// A whole corpus as plain data: what `encode` takes.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// What holds for the whole.
    pub site: Site,
    /// Every file of the seeds folder, by path.
    pub seeds: Vec<Seed>,
    /// The documents, by id.
    pub documents: Vec<Document>,
    /// The entities of the whole corpus.
    pub entities: Vec<Entity>,
    /// For each document, the corpus-wide number of each of its own entities.
    pub entity_numbers: Vec<Vec<u32>>,
    /// The facets, the built-in ones first.
    pub facets: Vec<FacetList>,
    /// The search index.
    pub index: SearchIndex,
}

/// What holds for the whole corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// The site's title.
    pub title: String,
    /// One sentence about it; may be empty.
    pub description: String,
    /// Language tag; `und` when it is not given.
    pub lang: String,
    /// Accent colour as `#rrggbb`; may be empty.
    pub accent: String,
    /// SHA-256 over all seeds, in hexadecimal.
    pub hash: String,
    /// The day it was baked, if it shall be told.
    pub baked: String,
}

/// A file of the seeds folder and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    /// Path below `seeds/`.
    pub path: String,
    /// Its document's position in the list, or why it is none.
    pub fate: Result<u32, String>,
    /// What was odd about it.
    pub findings: Vec<Finding>,
}

/// A facet with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetList {
    /// Its name in addresses.
    pub name: String,
    /// Its values, in the order they are shown.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// As it is shown and stands in addresses.
    pub name: String,
    /// The entity it stands for.
    pub entity: Option<u32>,
    /// The passages that have it, rising.
    pub passages: Vec<u32>,
}

/// The search index as `bake` writes and `query` reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchIndex {
    /// An `fst::Map` from term to an offset in `postings`.
    pub terms: Vec<u8>,
    /// What is kept for each term.
    pub postings: Vec<u8>,
    /// Sets of passages for the shortest beginnings of words.
    pub beginnings: Vec<u8>,
    /// For each document, the number of its visible words.
    pub n_words: Vec<u32>,
}

/// Writes `collection` as bytes.
///
/// Positions that do not fit `u32` are cut: a corpus is limited to 4 GiB.
#[must_use]
pub fn encode(collection: &Collection) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.site(collection);
    writer.seeds(&collection.seeds);
    writer.entities(&collection.entities);
    writer.facets(&collection.facets);
    let no_numbers = Vec::new();
    for (idx, document) in collection.documents.iter().enumerate() {
        let numbers = collection.entity_numbers.get(idx).unwrap_or(&no_numbers);
        let n_words = collection.index.n_words.get(idx).copied().unwrap_or(0);
        writer.document(to_u32(idx), document, numbers, n_words);
    }
    writer
        .section(Section::Terms)
        .extend_from_slice(&collection.index.terms);
    writer
        .section(Section::TermPostings)
        .extend_from_slice(&collection.index.postings);
    writer
        .section(Section::Beginnings)
        .extend_from_slice(&collection.index.beginnings);
    writer.finish()
}

pub(crate) fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The bytes of every section, growing.
#[derive(Default)]
struct Writer {
    sections: BTreeMap<usize, Vec<u8>>,
    strings: BTreeMap<String, u32>,
}

impl Writer {
    fn section(&mut self, section: Section) -> &mut Vec<u8> {
        self.sections.entry(section as usize).or_default()
    }

    fn push<R: Record>(&mut self, section: Section, row: &R) {
        row.write(self.section(section));
    }

    /// Number of rows that a section holds so far.
    fn n_rows<R: Record>(&mut self, section: Section) -> u32 {
        to_u32(self.section(section).len() / R::SIZE)
    }

    /// The number of a string; equal strings are kept once.
    fn string(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.strings.get(text) {
            return number;
        }
        let number = to_u32(self.strings.len());
        self.strings.insert(text.to_owned(), number);
        let bytes = self.section(Section::StringBytes);
        bytes.extend_from_slice(text.as_bytes());
        let end = to_u32(bytes.len());
        self.push(Section::Strings, &StringRow { end });
        number
    }

    fn site(&mut self, collection: &Collection) {
        let site = &collection.site;
        let row = SiteRow {
            title: self.string(&site.title),
            description: self.string(&site.description),
            lang: self.string(&site.lang),
            accent: self.string(&site.accent),
            hash: self.string(&site.hash),
            baked: self.string(&site.baked),
            n_words: collection.index.n_words.iter().sum(),
        };
        self.push(Section::Site, &row);
    }

    fn seeds(&mut self, seeds: &[Seed]) {
        for seed in seeds {
            let row = SeedRow {
                path: self.string(&seed.path),
                document: *seed.fate.as_ref().unwrap_or(&NONE),
                left_out: self.string(seed.fate.as_ref().err().map_or("", String::as_str)),
                first_finding: self.n_rows::<FindingRow>(Section::Findings),
            };
            self.push(Section::Seeds, &row);
            for finding in &seed.findings {
                let row = FindingRow {
                    line: finding.line.unwrap_or(0),
                    message: self.string(&finding.message),
                };
                self.push(Section::Findings, &row);
            }
        }
    }

    fn entities(&mut self, entities: &[Entity]) {
        for entity in entities {
            let row = EntityRow {
                kind: entity.kind as u32,
                name: self.string(&entity.name),
                description: self.string(&entity.description),
                checked: u32::from(entity.checked),
                first_alias: self.n_rows::<NameRow>(Section::Aliases),
            };
            self.push(Section::Entities, &row);
            for alias in &entity.aliases {
                let row = NameRow {
                    name: self.string(alias),
                };
                self.push(Section::Aliases, &row);
            }
        }
    }

    fn facets(&mut self, facets: &[FacetList]) {
        for facet in facets {
            let row = FacetRow {
                name: self.string(&facet.name),
                first_value: self.n_rows::<FacetValueRow>(Section::FacetValues),
            };
            self.push(Section::Facets, &row);
            let mut by_name: Vec<&str> = facet.values.iter().map(|it| it.name.as_str()).collect();
            by_name.sort_unstable();
            for value in &facet.values {
                let row = FacetValueRow {
                    name: self.string(&value.name),
                    entity: value.entity.unwrap_or(NONE),
                    count: to_u32(value.passages.len()),
                    first_posting: to_u32(self.section(Section::FacetPostings).len()),
                    place_by_name: to_u32(by_name.partition_point(|it| *it < value.name.as_str())),
                };
                self.push(Section::FacetValues, &row);
                write_sorted(&value.passages, self.section(Section::FacetPostings));
            }
        }
    }

    fn document(&mut self, number: u32, document: &Document, entity_numbers: &[u32], n_words: u32) {
        let text_start = document.text_in_seed.unwrap_or_else(|| {
            let texts = self.section(Section::Texts);
            let start = to_u32(texts.len());
            texts.extend_from_slice(document.text.as_bytes());
            start
        });
        let published = document.published.as_ref();
        let row = DocumentRow {
            id: self.string(&document.id),
            path: self.string(&document.path),
            title: self.string(&document.title.text),
            title_origin: title_origin_code(document.title.origin),
            lang: self.string(&document.lang),
            lang_given: u32::from(document.lang_given),
            published: published.map_or(NONE, |it| self.string(&it.edtf)),
            published_origin: published.map_or(NONE, |it| date_origin_code(it.origin)),
            not_before: document
                .not_before
                .as_ref()
                .map_or(NONE, |it| self.string(it)),
            added: document
                .added
                .as_ref()
                .map_or(NONE, |it| self.string(&it.edtf)),
            sha256: self.string(&hex(&document.sha256)),
            n_bytes: document.n_bytes,
            encoding: self.string(&document.encoding),
            text_start,
            text_len: to_u32(document.text.len()),
            in_seed: u32::from(document.text_in_seed.is_some()),
            offers_original: u32::from(document.offers_original),
            n_words,
            first_meta: self.n_rows::<MetaRow>(Section::Meta),
            first_passage: self.n_rows::<PassageRow>(Section::Passages),
        };
        self.push(Section::Documents, &row);
        for (field, value) in &document.meta {
            let row = MetaRow {
                field: self.string(field),
                value: self.string(value),
            };
            self.push(Section::Meta, &row);
        }
        self.passages(number, document, entity_numbers);
    }

    fn passages(&mut self, number: u32, document: &Document, entity_numbers: &[u32]) {
        // Everything found lies in the passage that its first byte lies in.
        let mut mentions = document.mentions.as_slice();
        let mut moments = document.moments.as_slice();
        let mut statements = document.statements.as_slice();
        let mut hedges = document.hedges.as_slice();
        let mut notes = document.notes.as_slice();
        let first_hedge_of_document = self.n_rows::<HedgeRow>(Section::Hedges);
        for (idx, passage) in document.passages.iter().enumerate() {
            let (role, role_detail) = role_code(passage.role);
            let passage_number = self.n_rows::<PassageRow>(Section::Passages);
            let row = PassageRow {
                document: number,
                start: passage.span.start,
                end: passage.span.end,
                role,
                role_detail,
                quote_depth: u32::from(passage.quote_depth),
                first_run: self.n_rows::<RunRow>(Section::Runs),
                first_style: self.n_rows::<StyleRow>(Section::Styles),
                first_sentence: self.n_rows::<SpanRow>(Section::Sentences),
                first_mention: self.n_rows::<MentionRow>(Section::Mentions),
                first_moment: self.n_rows::<MomentRow>(Section::Moments),
                first_statement: self.n_rows::<StatementRow>(Section::Statements),
                first_hedge: self.n_rows::<HedgeRow>(Section::Hedges),
                first_note: self.n_rows::<NoteRow>(Section::Notes),
            };
            self.push(Section::Passages, &row);
            for run in &passage.runs {
                let shown = run.shown.as_deref().map_or(NONE, |it| self.string(it));
                let Span { start, end } = run.span;
                self.push(Section::Runs, &RunRow { start, end, shown });
            }
            for style in &passage.styles {
                let href = match &style.kind {
                    StyleKind::Link(href) => self.string(href),
                    _ => NONE,
                };
                let row = StyleRow {
                    start: style.span.start,
                    end: style.span.end,
                    kind: style_code(&style.kind),
                    href,
                };
                self.push(Section::Styles, &row);
            }
            for sentence in &passage.sentences {
                self.push(Section::Sentences, &span_row(*sentence));
            }
            let end = document
                .passages
                .get(idx + 1)
                .map_or(u32::MAX, |next| next.span.start);
            for mention in take_until(&mut mentions, |it| it.span.start < end) {
                let row = MentionRow {
                    start: mention.span.start,
                    end: mention.span.end,
                    entity: entity_numbers
                        .get(mention.entity as usize)
                        .copied()
                        .unwrap_or(NONE),
                };
                self.push(Section::Mentions, &row);
            }
            for moment in take_until(&mut moments, |it| it.span.start < end) {
                let row = MomentRow {
                    passage: passage_number,
                    start: moment.span.start,
                    end: moment.span.end,
                    edtf: self.string(&moment.edtf),
                    unresolved: self.string(&moment.unresolved),
                    rule: self.string(&moment.rule),
                    anchor: self.string(&moment.anchor),
                };
                self.push(Section::Moments, &row);
            }
            let first_start = |content: &[Span]| content.first().map_or(0, |it| it.start);
            for it in take_until(&mut statements, |it| first_start(&it.content) < end) {
                self.statement(passage_number, it, entity_numbers, first_hedge_of_document);
            }
            for hedge in take_until(&mut hedges, |it| it.span.start < end) {
                let row = HedgeRow {
                    start: hedge.span.start,
                    end: hedge.span.end,
                    usage: hedge.usage as u32,
                };
                self.push(Section::Hedges, &row);
            }
            for note in take_until(&mut notes, |it| it.span.start < end) {
                let row = NoteRow {
                    start: note.span.start,
                    end: note.span.end,
                    text: self.string(&note.text),
                };
                self.push(Section::Notes, &row);
            }
        }
    }

    fn statement(
        &mut self,
        passage: u32,
        statement: &Statement,
        entity_numbers: &[u32],
        first_hedge: u32,
    ) {
        let speaker = statement.speaker.as_ref();
        let entity = speaker
            .and_then(|it| it.entity)
            .and_then(|it| entity_numbers.get(it as usize).copied());
        let row = StatementRow {
            passage,
            kind: match statement.kind {
                StatementKind::Quoted => 0,
                StatementKind::Attributed => 1,
                StatementKind::QuotedAndAttributed => 2,
            },
            speaker_start: speaker.map_or(NONE, |it| it.span.start),
            speaker_end: speaker.map_or(NONE, |it| it.span.end),
            speaker: entity.unwrap_or(NONE),
            cue_start: statement.cue.map_or(NONE, |it| it.start),
            cue_end: statement.cue.map_or(NONE, |it| it.end),
            first_content: self.n_rows::<SpanRow>(Section::Contents),
            first_hedge: self.n_rows::<StatementHedgeRow>(Section::StatementHedges),
            checked: u32::from(statement.checked),
        };
        self.push(Section::Statements, &row);
        for content in &statement.content {
            self.push(Section::Contents, &span_row(*content));
        }
        for hedge in &statement.hedges {
            let hedge = first_hedge + hedge;
            self.push(Section::StatementHedges, &StatementHedgeRow { hedge });
        }
    }

    fn finish(mut self) -> Vec<u8> {
        let n_sections = Section::ALL.len();
        let mut offset = SIGNATURE.len() + 8 + 8 * n_sections;
        let mut header = SIGNATURE.to_vec();
        header.extend_from_slice(&VERSION.to_le_bytes());
        header.extend_from_slice(&to_u32(n_sections).to_le_bytes());
        let mut body = Vec::new();
        for &section in Section::ALL {
            let bytes = std::mem::take(self.section(section));
            header.extend_from_slice(&to_u32(offset).to_le_bytes());
            header.extend_from_slice(&to_u32(bytes.len()).to_le_bytes());
            offset += bytes.len();
            body.extend_from_slice(&bytes);
        }
        header.extend_from_slice(&body);
        header
    }
}

fn span_row(span: Span) -> SpanRow {
    SpanRow {
        start: span.start,
        end: span.end,
    }
}

/// Takes the leading items for which `belongs` holds off the front of `rest`.
fn take_until<'a, T>(rest: &mut &'a [T], belongs: impl Fn(&T) -> bool) -> &'a [T] {
    let n = rest.iter().take_while(|it| belongs(it)).count();
    let (taken, left) = rest.split_at_checked(n).unwrap_or((rest, &[]));
    *rest = left;
    taken
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
