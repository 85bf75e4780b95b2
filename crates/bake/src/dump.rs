//! The analysis as JSON Lines, for measuring and for other programs.
//!
//! One document a line. `text` is the whole decoded seed; all offsets count its Unicode code points.

use dossier_corpus::Document;
use dossier_corpus::encode::Collection;
use dossier_corpus::span::Span;
use dossier_corpus::statement::{Hedge, Statement, StatementKind};
use dossier_time::{Day, Edtf};
use serde::Serialize;

use crate::pipeline::Baked;

#[derive(Serialize)]
struct DocumentLine<'a> {
    id: &'a str,
    title: &'a str,
    date: Option<&'a str>,
    not_before: Option<&'a str>,
    text: &'a str,
    moments: Vec<MomentEntry<'a>>,
    durations: Vec<DurationEntry<'a>>,
    entities: Vec<EntityEntry<'a>>,
    statements: Vec<StatementEntry<'a>>,
    hedges: Vec<HedgeEntry<'a>>,
}

#[derive(Serialize)]
struct MomentEntry<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    edtf: &'a str,
    earliest: Option<String>,
    latest: Option<String>,
    rule: &'a str,
    anchor: &'a str,
}

#[derive(Serialize)]
struct DurationEntry<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct EntityEntry<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct StatementEntry<'a> {
    start: u32,
    end: u32,
    speaker: Option<&'a str>,
    speaker_start: Option<u32>,
    speaker_end: Option<u32>,
    cue: Option<&'a str>,
    cue_start: Option<u32>,
    cue_end: Option<u32>,
    content_start: u32,
    content_end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<[u32; 2]>>,
    kind: &'static str,
    hedges: Vec<[u32; 2]>,
}

#[derive(Serialize)]
struct HedgeEntry<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(rename = "use")]
    usage: &'static str,
}

/// The analysis as JSON Lines, by document id; each line ends with a line end.
///
/// A mention's `name` is the entity's canonical name in the whole corpus, and so is a statement's `speaker` where it
/// is known who speaks; otherwise it is the words themselves. `earliest` and `latest` are days, `null` where open or
/// unknown. `durations` are what speaks of time and is no date ("three months", "every Friday", "now"), with an ISO
/// 8601 duration or `PRESENT_REF`. `start` and `end` of a statement span its speaker, cue and content; its `hedges` are
/// those that lower it. The document's `hedges` are all of them, with what each does (`use`): `lowers`, `negated`, `quoted`.
#[must_use]
pub fn json_lines(baked: &Baked) -> String {
    let collection = &baked.collection;
    let mut lines = String::new();
    for (idx, document) in collection.documents.iter().enumerate() {
        let line = Dumping {
            collection,
            document,
            durations: baked.durations.get(idx).map_or(&[], Vec::as_slice),
            numbers: collection
                .entity_numbers
                .get(idx)
                .map_or(&[], Vec::as_slice),
            offsets: CodePoints::of(&document.text),
        }
        .line();
        // Plain strings and numbers: there is nothing in it that JSON cannot hold.
        lines.push_str(&serde_json::to_string(&line).unwrap_or_default());
        lines.push('\n');
    }
    lines
}

struct Dumping<'a> {
    collection: &'a Collection,
    document: &'a Document,
    durations: &'a [(Span, String)],
    numbers: &'a [u32],
    offsets: CodePoints<'a>,
}

impl<'a> Dumping<'a> {
    fn line(&self) -> DocumentLine<'a> {
        let document = self.document;
        DocumentLine {
            id: &document.id,
            title: &document.title.text,
            date: document.published.as_ref().map(|it| it.edtf.as_str()),
            not_before: document.not_before.as_deref(),
            text: &document.text,
            moments: document.moments.iter().map(|it| self.moment(it)).collect(),
            durations: self
                .durations
                .iter()
                .map(|(span, value)| {
                    let [start, end] = self.offsets.span(*span);
                    let text = self.words(*span);
                    DurationEntry {
                        start,
                        end,
                        text,
                        value,
                    }
                })
                .collect(),
            entities: document
                .mentions
                .iter()
                .filter_map(|it| self.mention(*it))
                .collect(),
            statements: document
                .statements
                .iter()
                .filter_map(|it| self.statement(it))
                .collect(),
            hedges: document.hedges.iter().map(|it| self.hedge(*it)).collect(),
        }
    }

    fn words(&self, span: Span) -> &'a str {
        span.of(&self.document.text)
    }

    fn moment(&self, moment: &'a dossier_corpus::mention::Moment) -> MomentEntry<'a> {
        let [start, end] = self.offsets.span(moment.span);
        let bounds = Edtf::parse(&moment.edtf).ok().and_then(|it| it.bounds());
        MomentEntry {
            start,
            end,
            text: self.words(moment.span),
            edtf: &moment.edtf,
            earliest: bounds.and_then(|it| it.earliest).map(day),
            latest: bounds.and_then(|it| it.latest).map(day),
            rule: &moment.rule,
            anchor: &moment.anchor,
        }
    }

    fn mention(&self, mention: dossier_corpus::mention::Mention) -> Option<EntityEntry<'a>> {
        let [start, end] = self.offsets.span(mention.span);
        let entity = self.entity(mention.entity)?;
        Some(EntityEntry {
            start,
            end,
            text: self.words(mention.span),
            kind: entity.kind.name(),
            name: &entity.name,
        })
    }

    /// The corpus's entity for a position in the document's own list.
    fn entity(&self, own: u32) -> Option<&'a dossier_corpus::mention::Entity> {
        let number = self.numbers.get(own as usize)?;
        self.collection.entities.get(*number as usize)
    }

    fn hedge(&self, hedge: Hedge) -> HedgeEntry<'a> {
        let [start, end] = self.offsets.span(hedge.span);
        HedgeEntry {
            start,
            end,
            text: self.words(hedge.span),
            usage: hedge.usage.name(),
        }
    }

    fn statement(&self, statement: &'a Statement) -> Option<StatementEntry<'a>> {
        let speaker = statement.speaker.as_ref();
        let first = statement.content.first()?;
        let last = statement.content.last()?;
        let [content_start, content_end] = self.offsets.span(Span::new(first.start, last.end));
        let speaker_span = speaker.map(|it| self.offsets.span(it.span));
        let cue_span = statement.cue.map(|it| self.offsets.span(it));
        let sides = [speaker_span, cue_span, Some([content_start, content_end])];
        let parts = statement
            .content
            .iter()
            .map(|&it| self.offsets.span(it))
            .collect();
        Some(StatementEntry {
            start: sides.iter().flatten().map(|it| it[0]).min()?,
            end: sides.iter().flatten().map(|it| it[1]).max()?,
            speaker: speaker.map(|it| {
                let entity = it.entity.and_then(|it| self.entity(it));
                entity.map_or_else(|| self.words(it.span), |it| it.name.as_str())
            }),
            speaker_start: speaker_span.map(|it| it[0]),
            speaker_end: speaker_span.map(|it| it[1]),
            cue: statement.cue.map(|it| self.words(it)),
            cue_start: cue_span.map(|it| it[0]),
            cue_end: cue_span.map(|it| it[1]),
            content_start,
            content_end,
            parts: (statement.content.len() > 1).then_some(parts),
            kind: match statement.kind {
                StatementKind::Quoted => "quoted",
                StatementKind::Attributed => "attributed",
                StatementKind::QuotedAndAttributed => "quoted+attributed",
            },
            hedges: statement
                .hedges
                .iter()
                .filter_map(|&it| self.document.hedges.get(it as usize))
                .map(|it| self.offsets.span(it.span))
                .collect(),
        })
    }
}

/// A day as EDTF writes it.
fn day(day: Day) -> String {
    Edtf::from_day(day).to_string()
}

/// Turns byte offsets of a text into code point offsets, `O(1)` each after one pass.
struct CodePoints<'a> {
    text: &'a str,
    /// Number of code points before every `STEP`-th byte.
    marks: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    const STEP: usize = 64;

    fn of(text: &'a str) -> Self {
        let mut n = 0;
        let marks = text
            .as_bytes()
            .chunks(Self::STEP)
            .map(|chunk| {
                let before = n;
                n += starts(chunk);
                before
            })
            .collect();
        Self { text, marks }
    }

    fn at(&self, offset: u32) -> u32 {
        let offset = offset as usize;
        let mark = offset / Self::STEP;
        let since = self
            .text
            .as_bytes()
            .get(mark * Self::STEP..offset)
            .unwrap_or_default();
        match self.marks.get(mark) {
            Some(before) => before + starts(since),
            None => self.marks.last().map_or(0, |last| {
                let from = (self.marks.len() - 1) * Self::STEP;
                last + starts(self.text.as_bytes().get(from..).unwrap_or_default())
            }),
        }
    }

    fn span(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

/// Number of bytes that begin a code point.
fn starts(bytes: &[u8]) -> u32 {
    let n = bytes.iter().filter(|&&it| it & 0xc0 != 0x80).count();
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_code_points() {
        for text in [
            "",
            "abc",
            "né à",
            &"д".repeat(64),
            &"a’".repeat(200),
            "👩‍🚀 moon",
        ] {
            let offsets = CodePoints::of(text);
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for (n, at) in ends.enumerate() {
                let at = u32::try_from(at).unwrap();
                assert_eq!(offsets.at(at) as usize, n, "byte {at} of {text:?}");
            }
        }
    }
}
