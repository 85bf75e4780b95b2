//! The dates of a timeline as files: a table, a calendar, a drawing.

use dossier_time::Day;

use super::fold::Fold;
use super::items::{Item, Shape};
use super::rows::MarkRow;
use super::scene::{Content, Scene};
use super::view::View;
use super::{Timeline, svg};
use crate::view_model::export::{File, Provenance, csv, ics};
use crate::wording::say;

/// What can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A calendar.
    Ics,
    /// The drawing.
    Svg,
}

impl Format {
    /// All of them, as the menu shows them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Ics, Self::Svg];

    /// What the menu says.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => say::format_table(),
            Self::Ics => say::format_calendar(),
            Self::Svg => say::format_drawing(),
        }
    }
}

/// The dates in order: all of them as a table; those with a place on the axis as a calendar; what is in view as a
/// drawing. Each says where it comes from. Costs one look-up a date.
#[must_use]
pub fn export(timeline: &Timeline, format: Format, view: Option<View>, from: &Provenance) -> File {
    let (name, media_type, text) = match format {
        Format::Csv => ("timeline.csv", csv::MEDIA_TYPE, table(timeline, from)),
        Format::Ics => ("timeline.ics", ics::MEDIA_TYPE, calendar(timeline, from)),
        Format::Svg => (
            "timeline.svg",
            svg::MEDIA_TYPE,
            drawing(timeline, view, from),
        ),
    };
    File {
        name: name.into(),
        media_type,
        text,
    }
}

fn table(timeline: &Timeline, from: &Provenance) -> String {
    const HEADER: [&str; 13] = [
        "Date",
        "EDTF",
        "Earliest",
        "Latest",
        "Sentence",
        "Document",
        "Document id",
        "Passage",
        "How it was read",
        "Collection",
        "SHA-256 of its files",
        "Selection",
        "Exported on",
    ];
    let words = from.selection_words();
    let rows = timeline.order().filter_map(|idx| {
        let row = timeline.rows.row(idx)?;
        let item = timeline.items.get(idx);
        let day = |day: Option<i32>| day.map_or_else(String::new, |it| Day(it).to_string());
        let start = item.map(|it| it.start).filter(|it| *it != i32::MIN);
        let end = item.map(|it| it.end).filter(|it| *it != i32::MAX);
        Some([
            row.words.to_string(),
            row.edtf.to_string(),
            day(start),
            day(end.map(|it| it - 1)),
            row.sentence.to_string(),
            row.title.to_string(),
            row.document.to_string(),
            row.passage.map_or_else(String::new, |it| it.to_string()),
            row.reading.to_string(),
            from.site.clone(),
            from.hash.clone(),
            words.clone(),
            from.made.clone(),
        ])
    });
    csv::table(HEADER, rows)
}

/// The dates that have a place on the axis, as a calendar.
#[must_use]
pub fn calendar(timeline: &Timeline, from: &Provenance) -> String {
    let events = (0..timeline.items.len()).filter_map(|idx| {
        let item = timeline.items.get(idx)?;
        Some(event(&timeline.rows.row(idx)?, item, from))
    });
    let head = ics::Head {
        name: &from.site,
        text: &said(from),
        made: &from.made,
    };
    ics::calendar(head, events)
}

/// Where an export comes from, a line for each fact.
fn said(from: &Provenance) -> String {
    let lines: Vec<String> = from
        .facts()
        .iter()
        .map(|(label, value)| format!("{label}: {value}"))
        .collect();
    lines.join("\n")
}

/// An open end is not made up: the event stands at the end that is known, and its title says so.
fn event(row: &MarkRow, item: Item, from: &Provenance) -> ics::Event {
    let (first, last) = match item.shape {
        Shape::OpenLeft => (item.end.saturating_sub(1), item.end.saturating_sub(1)),
        Shape::OpenRight => (item.start, item.start),
        _ => (item.start, item.end.saturating_sub(1)),
    };
    let is_certain = item.shape == Shape::Point && !row.assumed;
    let text = if row.sentence.is_empty() {
        &row.title
    } else {
        &row.sentence
    };
    let doubt = if is_certain {
        String::new()
    } else {
        format!("\n{}", say::ics_uncertain())
    };
    ics::Event {
        // Numbers are those of one corpus.
        id: format!("{}-{}", row.key, from.hash.get(..16).unwrap_or_default()),
        first: Day(first),
        last: Day(last),
        title: format!("{}: {text}", row.words),
        text: format!("{}\nEDTF {}. {}{doubt}", row.title, row.edtf, row.reading),
        is_certain,
    }
}

/// Width of the drawing.
const WIDTH: f64 = 1000.0;

/// Rows of the drawing.
const ROWS: usize = 24;

fn drawing(timeline: &Timeline, view: Option<View>, from: &Provenance) -> String {
    let Some(view) = view.or_else(|| timeline.whole()) else {
        return svg::empty(&timeline.summary, &said(from));
    };
    let label = |idx: usize| {
        let row = timeline.rows.row(idx)?;
        let texts = row.labels().map(|it| format!("{} {it}", row.words));
        Some(texts)
    };
    let widths = |idx: usize| label(idx).map_or([0.0; 3], |it| it.map(|it| svg::width(&it)));
    let scene = Scene::new(
        &timeline.items,
        &Fold::default(),
        view,
        WIDTH,
        ROWS,
        None,
        widths,
    );
    let texts = match &scene.content {
        Content::Marks { placed, .. } => placed
            .iter()
            .map(|it| label(it.idx).and_then(|texts| texts.into_iter().nth(it.form)))
            .map(Option::unwrap_or_default)
            .collect(),
        Content::Bars { .. } => Vec::new(),
    };
    svg::drawing(&timeline.summary, &said(from), &scene, &texts)
}
