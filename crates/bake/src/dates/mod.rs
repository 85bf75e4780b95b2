//! Finds dates in running text and chooses the anchor each is resolved against.
//!
//! Stage: *analysis*. In: a [`Reading`] and what is known of the document's date. Out: [`Moment`]s, sorted, not
//! overlapping, with spans into the reading's text.
//!
//! ```text
//! passage → tokens → grammars (one a file) → pieces → anchor → moments
//! ```
//!
//! `token` cuts and looks up words, `grammar` asks the grammars in order, `anchor` alone chooses what a date is
//! resolved against. What a date *is* (EDTF, resolving, wording) lies in `dossier_time`.

mod anchor;
mod cjk;
mod clock;
mod grammar;
mod lexicon;
mod names;
mod numeric;
mod piece;
mod ranges;
mod relative;
mod story;
mod tense;
mod token;
mod traps;
mod vague;
mod written;
mod years;

use dossier_corpus::document::Role;
use dossier_corpus::mention::Moment;
use dossier_corpus::span::Span;
use dossier_time::Edtf;
use dossier_time::expr::Tense;

use crate::reading::Reading;
use anchor::{Genre, Read, Story};
use lexicon::Lexicon;
use piece::{Anchor, Found, Meaning, Piece};
use token::{Kind, Tokens};

/// What the document tells about time beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateContext<'a> {
    /// EDTF of the document's own date, when it is known.
    pub published: Option<&'a str>,
    /// `news` (resolved against the document's date) or `narrative` (carries its running date along), when told.
    pub genre: Option<&'a str>,
    /// `julian` when the metadata says that dates are Old Style.
    pub calendar: Option<&'a str>,
}

/// What was found in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// The dates: sorted, not overlapping.
    pub moments: Vec<Moment>,
    /// What is written like a date, but names a day that the calendar does not have (`31 February`): sorted.
    pub impossible: Vec<Span>,
}

/// Finds the moments of a document. Linear in the length of its text.
#[must_use]
pub fn find(reading: Reading<'_>, context: DateContext<'_>) -> Vec<Moment> {
    analyse(reading, context).moments
}

/// Finds the moments of a document, and the days that do not exist. Linear in the length of its text.
#[must_use]
pub fn analyse(reading: Reading<'_>, context: DateContext<'_>) -> Dated {
    let small = reading.text.to_ascii_lowercase();
    let lexicon = Lexicon::of(reading.lang);
    let mut tokens = Tokens::new(reading.text, &small, lexicon);
    let mut reads = Vec::new();
    let mut new_section = false;
    for (number, passage) in reading.passages.iter().enumerate() {
        new_section |= matches!(passage.role, Role::Heading(_));
        tokens.cut(passage.span);
        let mut sentences = Sentences::new(&passage.sentences);
        let mut is_first = true;
        for found in grammar::passage(&tokens) {
            let sentence = sentences.around(&tokens, found.first);
            let tense = tense_of(&tokens, &found, sentence);
            let order = written_order(&tokens, &found);
            let read = Read {
                span: tokens.span(found.first, found.end),
                meaning: found.meaning,
                rule: found.rule,
                tense,
                passage: number,
                new_section,
                leads: leads(&tokens, found.first),
                is_first,
            };
            reads.push((read, order));
            (new_section, is_first) = (false, false);
        }
    }
    let published = context.published.and_then(|it| Edtf::parse(it).ok());
    let genre = match context.genre {
        Some("news") => Some(Genre::News),
        Some("narrative") => Some(Genre::Narrative),
        _ => None,
    };
    let julian = context
        .calendar
        .is_some_and(|it| it.eq_ignore_ascii_case("julian"));
    let mut story = Story::new(published, genre, julian, &reads);
    let mut dated = Dated::default();
    for (read, _) in &reads {
        match read.meaning {
            Meaning::Impossible => dated.impossible.push(read.span),
            _ => dated.moments.extend(story.tell(read)),
        }
    }
    dated
}

/// The sentences of a passage as ranges of token positions, asked for in order.
struct Sentences<'a> {
    spans: &'a [Span],
    start: usize,
}

impl<'a> Sentences<'a> {
    fn new(spans: &'a [Span]) -> Self {
        Self { spans, start: 0 }
    }

    /// The positions of the tokens in the sentence that holds one.
    fn around(&mut self, tokens: &Tokens<'_>, at: usize) -> std::ops::Range<usize> {
        let offset = tokens.get(at).map_or(0, |it| it.span.start);
        while let [first, rest @ ..] = self.spans
            && first.end <= offset
            && !rest.is_empty()
        {
            let end = first.end;
            while tokens.get(self.start).is_some_and(|it| it.span.start < end) {
                self.start += 1;
            }
            self.spans = rest;
        }
        let end_offset = self.spans.first().map_or(u32::MAX, |it| it.end);
        let near = at.saturating_add(64).min(tokens.len());
        let end = (at..near)
            .find(|it| {
                tokens
                    .get(*it)
                    .is_some_and(|it| it.span.start >= end_offset)
            })
            .unwrap_or(near);
        self.start.min(at)..end
    }
}

/// The tense of the sentence, looked for only where it decides something.
fn tense_of(tokens: &Tokens<'_>, found: &Found, sentence: std::ops::Range<usize>) -> Tense {
    let is_free = |piece: &Piece| piece.anchor == Anchor::Free || piece.rule == "ahead";
    let wants_tense = match &found.meaning {
        Meaning::At(piece) => is_free(piece),
        Meaning::Between(from, to) => from.iter().chain(to).any(is_free),
        _ => false,
    };
    if wants_tense {
        tense::of(tokens, found.first..found.end, sentence)
    } else {
        Tense::Nearest
    }
}

/// Whether a date leads its clause: "In 1915", "By early 1915", "1915 began".
fn leads(tokens: &Tokens<'_>, first: usize) -> bool {
    match tokens.before(first).map(|it| it.kind) {
        None | Some(Kind::Sign('.' | '!' | '?' | '”' | '"')) => true,
        Some(Kind::Word) => matches!(
            tokens.word_before(first),
            "in" | "by" | "during" | "throughout" | "until" | "from" | "through"
        ),
        _ => false,
    }
}

/// Whether a numeric date shows that the day comes first, or that the month does.
fn written_order(tokens: &Tokens<'_>, found: &Found) -> Option<bool> {
    if found.rule != "numeric" || !matches!(found.meaning, Meaning::At(_)) {
        return None;
    }
    let (first, second) = (
        tokens.number(found.first)?.0,
        tokens.number(found.first + 2)?.0,
    );
    if first == second {
        return None;
    }
    Some(first > 12)
        .filter(|_| tokens.is_sign(found.first + 1, '/') || tokens.is_sign(found.first + 1, '-'))
}
