//! A stretch of text cut where anything begins or ends: names, dates, quotations, hedges, matches, styles.

use std::collections::BTreeSet;

use dossier_corpus::document::StyleKind;
use dossier_corpus::mention::EntityKind;
use dossier_corpus::statement::{Hedge, HedgeUse};
use dossier_corpus::{Corpus, MomentId, PassageId, Span};
use dossier_query::order;
use yew::AttrValue;

/// A piece of text under the same marks throughout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Segment {
    /// The words.
    pub text: AttrValue,
    /// Where the piece begins in the document's text: a key for lists.
    pub start: u32,
    /// What lies over it.
    pub marks: Marks,
}

/// What lies over a piece of text. Pieces that belong together carry equal values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// A link of the document's own.
    pub link: Option<AttrValue>,
    /// The quotation it belongs to: the start of its content.
    pub quotation: Option<u32>,
    /// The name it belongs to.
    pub name: Option<Name>,
    /// The date it belongs to, by number.
    pub moment: Option<u32>,
    /// The hedge it belongs to: its start, and what it does.
    pub hedge: Option<(u32, HedgeUse)>,
    /// The match it belongs to: its start.
    pub hit: Option<u32>,
    /// Emphasis, strong emphasis, struck out, code, image description.
    pub styles: Styles,
}

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Start of this mention.
    pub start: u32,
    /// Number of what it names.
    pub entity: u32,
    /// What kind of thing it names.
    pub kind: EntityKind,
    /// The canonical name.
    pub name: AttrValue,
}

/// The document's own inline styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Styles {
    /// Emphasis.
    pub emphasis: bool,
    /// Strong emphasis.
    pub strong: bool,
    /// Struck out.
    pub strike: bool,
    /// Code.
    pub code: bool,
    /// The description of an image that is not loaded.
    pub image: bool,
}

/// Everything over the part of a passage that is shown, read from the corpus once.
struct Layers {
    names: Vec<(Span, Name)>,
    moments: Vec<(Span, u32)>,
    quotations: Vec<(Span, u32)>,
    hedges: Vec<Hedge>,
    hits: Vec<Span>,
    styles: Vec<(Span, StyleKind)>,
}

impl Layers {
    fn of(corpus: &Corpus<'_>, passage: PassageId, window: Option<Span>, hits: &[Span]) -> Self {
        let is_shown = |it: &Span| window.is_none_or(|window| window.overlaps(*it));
        let names = corpus
            .mentions(passage)
            .filter(|(span, _)| is_shown(span))
            .filter_map(|(span, entity)| {
                let info = corpus.entity(entity)?;
                let name = Name {
                    start: span.start,
                    entity: entity.get(),
                    kind: info.kind,
                    name: info.name.to_owned().into(),
                };
                Some((span, name))
            })
            .collect();
        let moments = corpus
            .moments(passage)
            .filter_map(|number| Some((corpus.moment(MomentId::new(number))?.span, number)))
            .filter(|(span, _)| is_shown(span))
            .collect();
        Self {
            names,
            moments,
            quotations: sorted(quotations(corpus, passage, window)),
            hedges: corpus
                .hedges(passage)
                .map(|(_, hedge)| hedge)
                .filter(|it| is_shown(&it.span))
                .collect(),
            hits: hits.iter().copied().filter(is_shown).collect(),
            styles: corpus
                .styles(passage)
                .filter(|(span, _)| is_shown(span))
                .collect(),
        }
    }

    fn boundaries(&self) -> impl Iterator<Item = u32> + '_ {
        let names = self.names.iter().map(|(span, _)| span);
        let moments = self.moments.iter().map(|(span, _)| span);
        let quotations = self.quotations.iter().map(|(span, _)| span);
        let styles = self.styles.iter().map(|(span, _)| span);
        let hedges = self.hedges.iter().map(|it| &it.span);
        names
            .chain(moments)
            .chain(quotations)
            .chain(styles)
            .chain(hedges)
            .chain(&self.hits)
            .flat_map(|span| [span.start, span.end])
    }

    fn marks(&self, at: u32) -> Marks {
        let here = |span: &Span| span.start <= at && at < span.end;
        let mut marks = Marks {
            name: find(&self.names, |it| it.0, at).map(|it| it.1.clone()),
            moment: find(&self.moments, |it| it.0, at).map(|it| it.1),
            quotation: find(&self.quotations, |it| it.0, at).map(|it| it.1),
            hedge: find(&self.hedges, |it| it.span, at).map(|it| (it.span.start, it.usage)),
            hit: find(&self.hits, |it| *it, at).map(|it| it.start),
            ..Marks::default()
        };
        for (_, kind) in self.styles.iter().filter(|(span, _)| here(span)) {
            match kind {
                StyleKind::Emphasis => marks.styles.emphasis = true,
                StyleKind::Strong => marks.styles.strong = true,
                StyleKind::Strike => marks.styles.strike = true,
                StyleKind::Code => marks.styles.code = true,
                StyleKind::Image => marks.styles.image = true,
                StyleKind::Link(href) => marks.link = Some(href.clone().into()),
                StyleKind::Cell => {}
            }
        }
        marks
    }
}

fn sorted(mut quotations: Vec<(Span, u32)>) -> Vec<(Span, u32)> {
    order::sort(&mut quotations);
    quotations
}

/// The item whose span holds the byte `at`; the items are sorted by start. `O(log n)`: a passage may hold 100,000 names.
fn find<T>(items: &[T], span: impl Fn(&T) -> Span, at: u32) -> Option<&T> {
    let n_begun = items.partition_point(|it| span(it).start <= at);
    let last = items.get(n_begun.checked_sub(1)?)?;
    (at < span(last).end).then_some(last)
}

/// The quoted contents that reach into a passage, or the part of it inside `window`; also those that begin in a passage
/// before it.
fn quotations(corpus: &Corpus<'_>, passage: PassageId, window: Option<Span>) -> Vec<(Span, u32)> {
    /// A quotation over more paragraphs than this is not followed further back.
    const REACH: u32 = 8;
    let Some(info) = corpus.passage(passage) else {
        return Vec::new();
    };
    let first = corpus.passages(info.document).start;
    let text = corpus.words(info.document, info.span);
    let from = passage.get().saturating_sub(REACH).max(first);
    (from..=passage.get())
        .flat_map(|number| corpus.statements(PassageId::new(number)))
        .filter_map(|number| corpus.statement(dossier_corpus::StatementId::new(number)))
        .filter(|it| it.kind.is_quoted())
        .flat_map(|it| it.content)
        .filter(|it| it.overlaps(window.unwrap_or(info.span)))
        .map(|it| (with_marks(it, text, info.span.start), it.start))
        .collect()
}

/// A quotation together with the marks around it, and the comma or full stop before the closing one.
///
/// * `text`: the passage's, which begins at byte `from`; marks outside it are not looked for.
fn with_marks(content: Span, text: &str, from: u32) -> Span {
    const OPENING: &str = "‘“„‚«‹»›\"'「『";
    const CLOSING: &str = "’”“‘»›«‹\"'」』";
    let inside = |at: u32| at.checked_sub(from).map(|it| it as usize);
    let (before, behind) = (
        inside(content.start)
            .and_then(|it| text.get(..it))
            .unwrap_or_default(),
        inside(content.end)
            .and_then(|it| text.get(it..))
            .unwrap_or_default(),
    );
    let opening = before
        .chars()
        .next_back()
        .filter(|it| OPENING.contains(*it))
        .map_or(0, char::len_utf8);
    let stop = behind
        .chars()
        .next()
        .filter(|it| ",.;!?…".contains(*it))
        .map_or(0, char::len_utf8);
    let closing = behind
        .get(stop..)
        .and_then(|it| it.chars().next())
        .filter(|it| CLOSING.contains(*it))
        .map_or(0, |it| stop + it.len_utf8());
    let start = content.start as usize - opening;
    Span::from_range(start..content.end as usize + closing)
}

/// Cuts the visible text of a passage, or the part of it inside `window`.
///
/// * `hits`: source spans to mark, sorted, not overlapping.
///
/// The pieces are in reading order and none is empty.
#[must_use]
pub fn segments(
    corpus: &Corpus<'_>,
    passage: PassageId,
    window: Option<Span>,
    hits: &[Span],
) -> Vec<Segment> {
    let layers = Layers::of(corpus, passage, window, hits);
    let mut cuts = BTreeSet::new();
    cuts.extend(layers.boundaries());
    let mut segments = Vec::new();
    for (run, shown) in corpus.runs(passage) {
        let Some(part) = run.intersection(window.unwrap_or(run)) else {
            continue;
        };
        // A piece shown by other words than its own is never cut.
        if shown.len() != run.len() as usize {
            push(&mut segments, shown, run.start, &layers);
            continue;
        }
        let mut start = part.start;
        for end in cuts
            .range(part.start..part.end)
            .copied()
            .chain([part.end])
            .filter(|&it| it > part.start)
        {
            let piece = Span::new(start - run.start, end - run.start);
            push(&mut segments, piece.of(shown), start, &layers);
            start = end;
        }
    }
    segments
}

fn push(segments: &mut Vec<Segment>, text: &str, start: u32, layers: &Layers) {
    if !text.is_empty() {
        segments.push(Segment {
            text: text.to_owned().into(),
            start,
            marks: layers.marks(start),
        });
    }
}
