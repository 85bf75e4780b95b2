//! The passages of a selection as files: data (JSON), a table (CSV), a text with numbered sources (Markdown), and its
//! dates as a calendar (ICS).
//!
//! In: an answer and where it comes from. Out: one file, in pieces of a document each, in the order of the screen: a
//! large selection is written bit by bit.

use std::collections::BTreeMap;
use std::rc::Rc;

use dossier_corpus::{DocId, MomentId, PassageId};
use dossier_query::{Anchor, Answer, Query, Searcher};
use dossier_time::Edtf;

use super::json::{self, Object};
use super::source::Source;
use super::{Provenance, csv, ics, markdown};
use crate::route::Route;
use crate::view_model::timeline::export as dates;
use crate::view_model::timeline::timeline;
use crate::view_model::{documents, moment};
use crate::wording::{self, say};

/// The name of the JSON format, for programs that read it; see `docs/export.md`.
const FORMAT: &str = "dossier-selection";

/// The version of the JSON format.
const VERSION: &str = "1";

/// What can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Data.
    Json,
    /// A table.
    Csv,
    /// A text with numbered sources.
    Markdown,
    /// The dates as a calendar.
    Ics,
}

impl Format {
    /// All of them, as the menu shows them.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Csv, Self::Json, Self::Ics];

    /// What the menu says.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Markdown => say::format_text(),
            Self::Csv => say::format_table(),
            Self::Json => say::format_data(),
            Self::Ics => say::format_dates(),
        }
    }
}

/// A file that is written piece by piece.
pub struct Export {
    /// Its name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Number of its pieces, about.
    pub n_pieces: usize,
    /// What it consists of, from front to back.
    pub pieces: Box<dyn Iterator<Item = String>>,
}

/// What is exported.
#[derive(Clone)]
pub struct Selection {
    /// The corpus, ready to be asked.
    pub searcher: &'static Searcher<'static>,
    /// What is selected.
    pub answer: Rc<Answer>,
    /// What was asked.
    pub query: Query,
    /// Where it comes from.
    pub provenance: Provenance,
}

/// A selected passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number in the document, from 1.
    pub number: u32,
    /// Its text, as it is shown.
    pub text: String,
    /// Its address, which survives a rebuild.
    pub link: String,
    /// The dates in it.
    pub dates: Vec<DateIn>,
}

/// A date in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateIn {
    /// Its own words.
    pub text: String,
    /// Its value.
    pub edtf: String,
    /// Its value in words.
    pub words: String,
    /// Whether it rests on the reader's assumption.
    pub assumed: bool,
}

/// A document with its selected passages.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The document.
    pub source: Source,
    /// Its address.
    pub link: String,
    /// Its selected passages: best first where words were searched for in many documents, else in reading order.
    pub rows: Vec<Row>,
}

impl Selection {
    /// The documents in the order of the screen. Costs a look at each selected document; [`Self::group`] costs the rest.
    #[must_use]
    pub fn documents(&self) -> Vec<DocId> {
        if self.is_ranked() {
            return self.answer.documents.iter().map(|it| it.document).collect();
        }
        let listed = documents::listed(self.searcher, &self.answer);
        listed.iter().map(documents::Listed::document).collect()
    }

    /// Whether the hits stand on the screen, and not the titles or the document.
    fn is_ranked(&self) -> bool {
        self.searcher.corpus().n_documents() > 1 && !self.query.text.trim().is_empty()
    }

    /// The document at a place of that order.
    #[must_use]
    pub fn group(
        &self,
        place: usize,
        document: DocId,
        values: &BTreeMap<u32, Rc<Edtf>>,
    ) -> Option<Group> {
        let corpus = self.searcher.corpus();
        let source = Source::of(&corpus, document, self.query.as_of.as_ref())?;
        let link = self.link(&Route::default().at_passage(&source.id, None));
        let own = corpus.passages(document);
        let row = |passage: PassageId| {
            let number = passage.get() - own.start + 1;
            let anchor = Anchor::of(&corpus, passage);
            Row {
                number,
                text: corpus.visible(passage).into_owned(),
                link: self.link(&Route::default().at_anchor(&source.id, number, anchor)),
                dates: self.dates(passage, values),
            }
        };
        let ranked = self
            .answer
            .documents
            .get(place)
            .filter(|_| self.is_ranked());
        let rows = match ranked {
            Some(hits) => hits.passages.iter().map(|&it| row(it)).collect(),
            None => own
                .clone()
                .filter(|&it| self.answer.selected.contains(it as usize))
                .map(|it| row(PassageId::new(it)))
                .collect(),
        };
        Some(Group { source, link, rows })
    }

    /// The documents, each with its selected passages.
    fn groups(self) -> impl Iterator<Item = Group> {
        let values = moment::values(&self.answer, 0..=u32::MAX);
        let documents = self.documents();
        documents
            .into_iter()
            .enumerate()
            .filter_map(move |(place, document)| self.group(place, document, &values))
    }

    fn link(&self, route: &Route) -> String {
        format!("{}{}", self.provenance.page, route.href())
    }

    fn dates(&self, passage: PassageId, values: &BTreeMap<u32, Rc<Edtf>>) -> Vec<DateIn> {
        let corpus = self.searcher.corpus();
        let date = |number| {
            let info = corpus.moment(MomentId::new(number))?;
            let value = moment::known(values, self.searcher, number)?;
            let edtf = value.to_string();
            let document = corpus.passage(passage)?.document;
            Some(DateIn {
                text: corpus.words(document, info.span).to_owned(),
                words: wording::date(&value),
                assumed: Edtf::parse(info.edtf).is_ok_and(|it| it != *value),
                edtf,
            })
        };
        corpus.moments(passage).filter_map(date).collect()
    }
}

/// The selection as a file.
#[must_use]
pub fn export(selection: Selection, format: Format) -> Export {
    let n_documents = selection.answer.documents.len();
    let (name, media_type, n_pieces, pieces): (_, _, _, Box<dyn Iterator<Item = String>>) =
        match format {
            Format::Json => (
                "selection.json",
                json::MEDIA_TYPE,
                n_documents + 2,
                Box::new(data(selection)),
            ),
            Format::Csv => (
                "selection.csv",
                csv::MEDIA_TYPE,
                n_documents + 1,
                Box::new(table(selection)),
            ),
            Format::Markdown => (
                "selection.md",
                markdown::MEDIA_TYPE,
                n_documents + 2,
                Box::new(text(selection)),
            ),
            Format::Ics => {
                let drawn = timeline(selection.searcher, &selection.answer, &selection.query);
                let calendar = dates::calendar(&drawn, &selection.provenance);
                (
                    "selection.ics",
                    ics::MEDIA_TYPE,
                    1,
                    Box::new(std::iter::once(calendar)),
                )
            }
        };
    Export {
        name,
        media_type,
        n_pieces,
        pieces,
    }
}

fn data(selection: Selection) -> impl Iterator<Item = String> {
    let from = &selection.provenance;
    let query = &selection.query;
    let date = |date: &Option<Edtf>| date.as_ref().map_or_else(String::new, Edtf::to_string);
    let filters = query.filters.iter().map(|it| {
        Object::default()
            .text("facet", &it.facet)
            .text("value", &it.value)
            .json("excluded", bool(it.sense == dossier_query::Sense::Exclude))
            .end()
    });
    let asked = Object::default()
        .text("words", query.text.trim())
        .list("filters", filters)
        .text("from", &date(&query.from))
        .text("to", &date(&query.to))
        .json("undated", bool(query.undated))
        .text("clock", query.clock.name())
        .text("as_of", &date(&query.as_of))
        .text("in_words", &from.selection_words())
        .text("link", &from.link)
        .end();
    let corpus = Object::default()
        .text("title", &from.site)
        .text("sha256", &from.hash)
        .end();
    let head = Object::default()
        .text("format", FORMAT)
        .json("version", VERSION)
        .text("exported", &from.made)
        .json("corpus", &corpus)
        .json("selection", &asked)
        .json("passages", &selection.answer.n_passages.to_string())
        .open("documents");
    let documents = selection.groups().enumerate().map(|(idx, group)| {
        let before = if idx == 0 { "" } else { "," };
        format!("{before}\n{}", document(&group))
    });
    std::iter::once(format!("{head}["))
        .chain(documents)
        .chain(std::iter::once("\n]}\n".to_owned()))
}

fn bool(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

fn document(group: &Group) -> String {
    let source = &group.source;
    let mut document = Object::default()
        .text("id", &source.id)
        .text("title", &source.title)
        .list("authors", source.authors.iter().map(|it| json::string(it)))
        .text("source", &source.source)
        .text("url", &source.url)
        .text("lang", &source.lang)
        .text("sha256", &source.sha256)
        .text("link", &group.link);
    if let Some(date) = &source.date {
        let date = Object::default()
            .text("edtf", &date.edtf)
            .text("words", &date.words)
            .text("origin", date.origin.name());
        document = document.json("date", &date.end());
    }
    let passages = group.rows.iter().map(|row| {
        let dates = row.dates.iter().map(|it| {
            Object::default()
                .text("text", &it.text)
                .text("edtf", &it.edtf)
                .text("words", &it.words)
                .json("assumed", bool(it.assumed))
                .end()
        });
        Object::default()
            .json("number", &row.number.to_string())
            .json("text", &json::string(&row.text))
            .text("link", &row.link)
            .list("dates", dates)
            .end()
    });
    document.list("passages", passages).end()
}

fn table(selection: Selection) -> impl Iterator<Item = String> {
    const HEADER: [&str; 14] = [
        "Passage",
        "Text",
        "Dates in the text",
        "Title",
        "Author",
        "Source",
        "Published",
        "Published (EDTF)",
        "Document id",
        "Link",
        "Collection",
        "SHA-256 of its files",
        "Selection",
        "Exported on",
    ];
    let from = selection.provenance.clone();
    let words = from.selection_words();
    let rows = selection.groups().map(move |group| {
        let source = &group.source;
        let edtf = source.date.as_ref().map_or("", |it| &it.edtf);
        let rows = group.rows.iter().map(|row| {
            let dates: Vec<&str> = row.dates.iter().map(|it| it.words.as_str()).collect();
            csv::row([
                &row.number.to_string(),
                &row.text,
                &dates.join("; "),
                &source.title,
                &source.authors.join("; "),
                &source.source,
                &source.date_words(),
                edtf,
                &source.id,
                &row.link,
                &from.site,
                &from.hash,
                &words,
                &from.made,
            ])
        });
        rows.collect()
    });
    std::iter::once(csv::header(HEADER)).chain(rows)
}

/// Quotations with the number of their source, then the sources.
fn text(selection: Selection) -> impl Iterator<Item = String> {
    let site = markdown::line(&selection.provenance.site);
    let mut head = format!("# {}\n\n", say::selection_from(&site));
    for (label, value) in selection.provenance.facts() {
        let value = if value == selection.provenance.link {
            format!("<{}>", markdown::destination(&value))
        } else {
            markdown::line(&value)
        };
        head.push_str(&format!("- {label}: {value}\n"));
    }
    let mut sources = Some(format!("\n## {}\n\n", say::sources()));
    let mut groups = selection.groups().zip(1_u32..);
    std::iter::once(head).chain(std::iter::from_fn(move || {
        let Some((group, number)) = groups.next() else {
            return sources.take();
        };
        let all = sources.as_mut()?;
        let line = group
            .source
            .line(|it| format!("*{}*", markdown::line(it)), markdown::line);
        all.push_str(&format!(
            "{number}. {line}. <{}>\n",
            markdown::destination(&group.link)
        ));
        let quotes = group.rows.iter().map(|row| {
            let label = say::source_passage(&number.to_string(), &row.number.to_string());
            format!(
                "\n> {} \\[{}\\]\n",
                markdown::line(&row.text),
                markdown::link(&label, &row.link)
            )
        });
        Some(quotes.collect())
    }))
}
