//! A document as it is read: its head, its passages, and the gaps where passages are left out.

use dossier_corpus::document::{DateOrigin, Marker, Role, StyleKind, TitleOrigin};
use dossier_corpus::{DocId, PassageId, Span};
use dossier_query::{Anchor, Answer, Searcher};
use dossier_time::Edtf;
use yew::AttrValue;

use super::segments::{Segment, segments};
use super::{window, words};
use crate::wording::{self, say};

/// A document, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its id, for addresses.
    pub id: AttrValue,
    /// Its title.
    pub title: AttrValue,
    /// What is known of it, in words.
    pub byline: Vec<AttrValue>,
    /// Language tag for the text.
    pub lang: AttrValue,
    /// Direction of the text as a whole: `ltr` or `rtl`.
    pub direction: &'static str,
    /// The text.
    pub blocks: Vec<Block>,
    /// Number of passages shown.
    pub n_shown: u32,
    /// Number of passages it has.
    pub n_passages: u32,
    /// Passages of a very long document that are left out before what is shown.
    pub n_before: u32,
    /// Passages of a very long document that are left out behind what is shown.
    pub n_behind: u32,
}

/// What stands one below the other.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A passage of its own.
    Passage(Passage),
    /// Consecutive items.
    List(Vec<Passage>),
    /// Consecutive table rows.
    Table(Vec<Passage>),
    /// Passages that the selection leaves out.
    Gap {
        /// How many.
        n: u32,
        /// Number of the first, from 1.
        first: u32,
    },
}

/// A passage, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Its number in the document, from 1.
    pub number: u32,
    /// What a link to it remembers.
    pub anchor: Anchor,
    /// What it is.
    pub role: Role,
    /// How many block quotes it stands in.
    pub quote_depth: u32,
    /// Its text; for a table row, cell by cell.
    pub cells: Vec<Vec<Segment>>,
    /// What the publisher writes beside it.
    pub notes: Vec<AttrValue>,
    /// What the reader has set it apart by, as a label of what opens it; empty when it is not.
    pub own: AttrValue,
    /// Whether it holds letters that are written from right to left.
    pub has_from_right: bool,
    /// Bytes of a very long passage that are left out before what is shown.
    pub cut_before: u32,
    /// Bytes of a very long passage that are left out behind what is shown.
    pub cut_behind: u32,
}

/// Which passages are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of them.
    Whole,
    /// Those of the selection, with gaps between.
    Selected,
}

impl Article {
    /// Where the matches begin that are shown: bytes of the document's text, rising.
    #[must_use]
    pub fn matches(&self) -> Vec<u32> {
        let passages = self.blocks.iter().flat_map(|block| match block {
            Block::Passage(it) => std::slice::from_ref(it),
            Block::List(all) | Block::Table(all) => all.as_slice(),
            Block::Gap { .. } => &[],
        });
        let pieces = passages.flat_map(|it| it.cells.iter().flatten());
        pieces
            .filter_map(|it| it.marks.hit.filter(|&hit| hit == it.start))
            .collect()
    }
}

/// Words a document for reading.
///
/// * `first`: the passage to begin at; see [`window::first`].
/// * `reach`: bytes of one passage that are shown at most, or a little more; see [`window`].
#[must_use]
pub fn article(
    searcher: &Searcher<'_>,
    answer: &Answer,
    document: DocId,
    extent: Extent,
    first: u32,
    reach: u32,
) -> Option<Article> {
    let corpus = searcher.corpus();
    let info = corpus.document(document)?;
    let numbers = corpus.passages(document);
    let mut blocks = Vec::new();
    let mut n_shown = 0;
    let mut n_bytes = 0;
    let mut end = numbers.end;
    for number in first.max(numbers.start)..numbers.end {
        if n_bytes > window::budget(reach) {
            end = number;
            break;
        }
        let place = number - numbers.start + 1;
        let selected = answer.selected.contains(number as usize);
        if extent == Extent::Selected && !selected {
            match blocks.last_mut() {
                Some(Block::Gap { n, .. }) => *n += 1,
                _ => blocks.push(Block::Gap { n: 1, first: place }),
            }
            continue;
        }
        n_shown += 1;
        let len = corpus
            .passage(PassageId::new(number))
            .map_or(0, |it| it.span.len());
        n_bytes += len.clamp(window::LEAST, reach);
        if let Some(passage) = passage(searcher, answer, PassageId::new(number), place, reach) {
            push(&mut blocks, passage);
        }
    }
    drop_repeated_title(&mut blocks, info.title, info.title_origin);
    Some(Article {
        id: info.id.to_owned().into(),
        title: info.title.to_owned().into(),
        byline: byline(searcher, document),
        lang: info.lang.to_owned().into(),
        direction: words::direction(info.lang),
        blocks,
        n_shown,
        n_passages: numbers.end - numbers.start,
        n_before: first.saturating_sub(numbers.start),
        n_behind: numbers.end - end,
    })
}

/// The title stands at the head already: the heading it was taken from is not shown twice.
fn drop_repeated_title(blocks: &mut Vec<Block>, title: &str, origin: TitleOrigin) {
    let repeats = matches!(
        blocks.first(),
        Some(Block::Passage(it)) if matches!(it.role, Role::Heading(1)) && text(&it.cells) == title
    );
    if repeats && matches!(origin, TitleOrigin::Heading | TitleOrigin::Given) {
        blocks.remove(0);
    }
}

fn text(cells: &[Vec<Segment>]) -> String {
    cells.iter().flatten().map(|it| it.text.as_str()).collect()
}

fn push(blocks: &mut Vec<Block>, passage: Passage) {
    match (passage.role, blocks.last_mut()) {
        (Role::Item { .. }, Some(Block::List(items))) => items.push(passage),
        (Role::Item { .. }, _) => blocks.push(Block::List(vec![passage])),
        (Role::Row { head: false }, Some(Block::Table(rows))) => rows.push(passage),
        (Role::Row { .. }, _) => blocks.push(Block::Table(vec![passage])),
        _ => blocks.push(Block::Passage(passage)),
    }
}

fn passage(
    searcher: &Searcher<'_>,
    answer: &Answer,
    passage: PassageId,
    number: u32,
    reach: u32,
) -> Option<Passage> {
    let corpus = searcher.corpus();
    let info = corpus.passage(passage)?;
    let hits = searcher.highlights(answer, passage);
    let part = window::shown(&corpus, &info, &hits, reach);
    let windows: Vec<Span> = match info.role {
        Role::Row { .. } => corpus
            .styles(passage)
            .filter(|(_, kind)| *kind == StyleKind::Cell)
            .filter_map(|(span, _)| span.intersection(part))
            .collect(),
        _ => vec![part],
    };
    let cells = windows.into_iter();
    let cells: Vec<_> = cells
        .map(|window| segments(&corpus, passage, Some(window), &hits))
        .collect();
    let mut pieces = cells.iter().flatten();
    Some(Passage {
        number,
        anchor: Anchor::of(&corpus, passage),
        role: info.role,
        quote_depth: info.quote_depth,
        has_from_right: pieces.any(|it| it.text.chars().any(words::is_from_right)),
        cells,
        notes: corpus
            .notes(passage)
            .map(|(_, it)| it.to_owned().into())
            .collect(),
        own: own(answer, passage, number).into(),
        cut_before: part.start - info.span.start,
        cut_behind: info.span.end - part.end,
    })
}

/// `Passage 3: your star and note`.
fn own(answer: &Answer, passage: PassageId, number: u32) -> String {
    let noted = &answer.noted;
    let what = match (noted.is_starred(passage), noted.is_written(passage)) {
        (true, true) => say::own_star_and_note(),
        (true, false) => say::own_star(),
        (false, true) => say::own_note(),
        (false, false) => return String::new(),
    };
    say::own_mark(&number.to_string(), what)
}

/// Marker of a list item as text, for the eye only.
#[must_use]
pub fn marker(marker: Marker) -> String {
    match marker {
        Marker::Bullet => "•".into(),
        Marker::Number(number) => format!("{number}."),
        Marker::None => String::new(),
    }
}

/// A date as it was given, in words.
#[must_use]
pub fn date_words(edtf: &str) -> String {
    Edtf::parse(edtf).map_or_else(|_| edtf.to_owned(), |it| wording::date(&it))
}

/// What is known of a document as one text: short facts stay whole, and a dot begins no line.
#[must_use]
pub fn byline_text(searcher: &Searcher<'_>, document: DocId) -> AttrValue {
    /// Longer facts, in bytes, may break.
    const SHORT: usize = 30;
    let whole = |it: &AttrValue| match it.len() {
        ..=SHORT => it.replace(' ', "\u{a0}"),
        _ => it.to_string(),
    };
    let facts: Vec<String> = byline(searcher, document).iter().map(whole).collect();
    facts.join("\u{a0}· ").into()
}

/// What is known of a document, one fact each.
#[must_use]
pub fn byline(searcher: &Searcher<'_>, document: DocId) -> Vec<AttrValue> {
    let corpus = searcher.corpus();
    let Some(info) = corpus.document(document) else {
        return Vec::new();
    };
    let mut facts: Vec<String> = Vec::new();
    let given = |field: &str| -> Vec<&str> {
        corpus
            .meta(document)
            .filter(|(name, _)| *name == field)
            .map(|(_, value)| value)
            .collect()
    };
    let authors = given("author");
    let mut missing = Vec::new();
    match info.title_origin {
        TitleOrigin::FirstSentence => missing.push(say::no_title_in_file()),
        TitleOrigin::Given | TitleOrigin::Heading | TitleOrigin::FileName => {}
    }
    if authors.is_empty() {
        missing.push(say::no_author_in_file());
    } else {
        facts.push(authors.join(", "));
    }
    facts.extend(given("source").into_iter().map(str::to_owned));
    match info.published {
        Some((edtf, origin)) => facts.push(match origin {
            DateOrigin::Given => date_words(edtf),
            DateOrigin::FileName => say::from_file_name(&date_words(edtf)),
            DateOrigin::Dateline => say::from_dateline(&date_words(edtf)),
        }),
        None => missing.push(say::no_date_in_file()),
    }
    if corpus.n_documents() == 1 && !missing.is_empty() {
        facts.push(not_in_the_file(&missing, info.title_origin));
    } else if info.published.is_none() {
        facts.push(say::no_date_given_lower().into());
    }
    if let Some(edtf) = info.not_before {
        facts.push(say::not_before(&date_words(edtf)));
    }
    facts.push(say::n_words(info.n_words));
    facts.into_iter().map(AttrValue::from).collect()
}

fn not_in_the_file(missing: &[&str], origin: TitleOrigin) -> String {
    let list = match missing {
        [one] => (*one).to_owned(),
        [first @ .., last] => say::list_or(&first.join(", "), last),
        [] => String::new(),
    };
    match origin {
        TitleOrigin::FirstSentence => say::not_in_file_title(&list),
        _ => say::not_in_file(&list),
    }
}
