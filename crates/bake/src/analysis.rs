//! Reads one parsed document: language, sentences, title, dates, names, statements.
//!
//! Stage: *analysis*. In: a document as it was parsed. Out: the same with everything found in it. The stages see
//! its [`Reading`](crate::reading::Reading); what they find is mapped back to the seed's text here.

use dossier_corpus::Document;
use dossier_corpus::document::{DateOrigin, DocumentDate, Note, Role, Title, TitleOrigin};
use dossier_corpus::mention::Moment;
use dossier_corpus::span::Span;

use crate::config::Assumed;
use crate::corrections::Corrected;
use crate::dates::{self, DateContext};
use crate::entities::{self, Names};
use crate::parse::{Corrections, Noted, language, line_at, title};
use crate::reading::Visible;
use crate::segment;
use crate::statements::{self, Claims};

/// What analysis makes of a document.
pub(crate) struct Analysed {
    /// The document with what was found in it.
    pub(crate) document: Document,
    /// Durations and the like, which are no moments, with their ISO 8601 value.
    pub(crate) durations: Vec<(Span, String)>,
    /// By the file that they stand in: the document, or the metadata whose correction changes nothing.
    pub(crate) findings: Vec<(String, Noted)>,
}

/// Everything found in a document; spans are bytes of the seed's text.
struct Found {
    lang: String,
    title: Title,
    published: Option<DocumentDate>,
    sentences: Vec<Vec<Span>>,
    moments: Vec<Moment>,
    names: Names,
    claims: Claims,
    notes: Vec<Note>,
    /// The date that the text was not written before.
    not_before: Option<String>,
    /// Days that the calendar does not have.
    impossible: Vec<Span>,
    /// What speaks of time and is no date.
    durations: Vec<(Span, String)>,
    /// Words that mix look-alike letters of several scripts.
    mixed: Vec<Span>,
    findings: Vec<(String, Noted)>,
}

/// Reads a parsed document.
///
/// * `corrections`: those for all documents, and those for this one.
pub(crate) fn analyse(
    mut document: Document,
    corrections: [&Corrections; 2],
    assumed: Option<&Assumed>,
) -> Analysed {
    let mut found = find(&document, corrections, assumed);
    found.note_oddities(&document);
    document.lang = found.lang;
    document.not_before = found.not_before.filter(|_| found.published.is_none());
    document.published = found.published;
    document.title = found.title;
    for (passage, sentences) in document.passages.iter_mut().zip(found.sentences) {
        passage.sentences = sentences;
    }
    document.moments = found.moments;
    document.entities = found.names.entities;
    document.mentions = found.names.mentions;
    document.statements = found.claims.statements;
    document.hedges = found.claims.hedges;
    document.notes = found.notes;
    Analysed {
        document,
        durations: found.durations,
        findings: found.findings,
    }
}

fn find(document: &Document, corrections: [&Corrections; 2], assumed: Option<&Assumed>) -> Found {
    let mut visible = Visible::of(document);
    let lang = if document.lang_given {
        document.lang.clone()
    } else {
        language::guess(visible.text()).to_owned()
    };
    visible.cut(|passage| segment::sentences(passage, &lang));
    let reading = visible.reading(&lang);

    let given = document.published.clone();
    let published = given.or_else(|| dates::document_date(reading, &document.path));
    let context = date_context(document, published.as_ref(), assumed);
    let mut corrected = Corrected::new(reading, corrections);
    let dated = dates::analyse(reading, context);
    let moments = corrected.moments(dated.moments);
    let names = corrected.names(entities::find(reading));
    let claims = corrected.claims(statements::find(reading, &names), &names);
    let notes = corrected.notes();
    let mut found = Found {
        title: choose_title(document, &visible),
        sentences: Vec::new(),
        findings: corrected.finish(),
        not_before: dated.not_before,
        impossible: dated.impossible,
        durations: dated.others,
        mixed: entities::mixed_scripts(reading),
        published,
        moments,
        names,
        claims,
        notes,
        lang: String::new(),
    };
    found.map(&visible);
    found.lang = lang;
    found
}

/// What is known of a document's date: what somebody says goes before what the text itself tells.
fn date_context<'a>(
    document: &'a Document,
    published: Option<&'a DocumentDate>,
    assumed: Option<&'a Assumed>,
) -> DateContext<'a> {
    let field = |name: &str| {
        let mut fields = document.meta.iter();
        fields.find(|(it, _)| it == name).map(|(_, it)| it.as_str())
    };
    let assumed_date = assumed.and_then(|it| it.date.as_deref());
    let read = published.map(|it| it.edtf.as_str());
    let is_given = published.is_some_and(|it| it.origin == DateOrigin::Given);
    DateContext {
        published: if is_given {
            read
        } else {
            assumed_date.or(read)
        },
        genre: field("genre").or(assumed.and_then(|it| it.genre.as_deref())),
        calendar: field("calendar"),
    }
}

fn choose_title(document: &Document, visible: &Visible<'_>) -> Title {
    let reading = visible.reading(&document.lang);
    let is_heading = |role| matches!(role, Role::Heading(_));
    let mut passages = reading.passages.iter();
    let heading = passages.find(|it| is_heading(it.role)).map(|it| it.span);
    let sentence = reading.sentences().next().map(|(_, it)| it);
    let is_given = document.title.origin == TitleOrigin::Given;
    title::choose(
        is_given.then_some(document.title.text.as_str()),
        heading.map(|it| reading.words(it)),
        sentence.map(|it| reading.words(it)),
        &document.path,
    )
}

impl Found {
    /// Turns what cannot be as it is written into findings.
    fn note_oddities(&mut self, document: &Document) {
        let no_day =
            |words: &str| format!("the calendar has no `{words}`; it gets no place in time");
        let mixed = |words: &str| {
            format!("`{words}` mixes letters of several scripts; it is found by neither spelling")
        };
        let impossible = std::mem::take(&mut self.impossible);
        let oddities = impossible
            .iter()
            .map(|it| (it, no_day(it.of(&document.text))));
        let words = std::mem::take(&mut self.mixed);
        for (span, message) in
            oddities.chain(words.iter().map(|it| (it, mixed(it.of(&document.text)))))
        {
            let line = line_at(&document.text, span.start as usize);
            self.findings
                .push((document.path.clone(), (Some(line), message)));
        }
    }

    /// Takes the sentences over and turns all spans into those of the seed's text.
    fn map(&mut self, visible: &Visible<'_>) {
        let map = |span: &mut Span| *span = visible.to_source(*span);
        let sentences = |spans: &[Span]| {
            let mut mapped: Vec<Span> = spans.to_vec();
            mapped.iter_mut().for_each(map);
            join_overlapping(&mut mapped);
            mapped
        };
        self.sentences = visible
            .passages
            .iter()
            .map(|it| sentences(&it.sentences))
            .collect();
        self.moments.iter_mut().for_each(|it| map(&mut it.span));
        self.names
            .mentions
            .iter_mut()
            .for_each(|it| map(&mut it.span));
        self.claims
            .hedges
            .iter_mut()
            .for_each(|it| map(&mut it.span));
        self.notes.iter_mut().for_each(|it| map(&mut it.span));
        self.impossible.iter_mut().for_each(map);
        self.durations.iter_mut().for_each(|it| map(&mut it.0));
        self.mixed.iter_mut().for_each(map);
        // Two finds in words that stand for one piece of source would get one span.
        let mut end = 0;
        self.moments.retain(|it| starts_behind(it.span, &mut end));
        let mut end = 0;
        let mentions = &mut self.names.mentions;
        mentions.retain(|it| starts_behind(it.span, &mut end));
        for statement in &mut self.claims.statements {
            statement.content.iter_mut().for_each(map);
            join_overlapping(&mut statement.content);
            statement.cue.iter_mut().for_each(map);
            statement
                .speaker
                .iter_mut()
                .for_each(|it| map(&mut it.span));
        }
    }
}

/// Joins spans that overlap since they come from words that stand for one piece of source.
fn join_overlapping(spans: &mut Vec<Span>) {
    spans.dedup_by(|next, kept| {
        let overlaps = next.start < kept.end;
        if overlaps {
            kept.end = kept.end.max(next.end);
        }
        overlaps
    });
}

/// Whether a span starts at or behind `end`, which then moves behind it.
fn starts_behind(span: Span, end: &mut u32) -> bool {
    let is_behind = span.start >= *end;
    if is_behind {
        *end = span.end;
    }
    is_behind
}
