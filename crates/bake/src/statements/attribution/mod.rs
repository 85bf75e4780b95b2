//! Ties cues to what they frame: quotations and reported clauses.
//!
//! Stage: *analysis*. In: the [`Words`] of a passage. Out: [`Draft`]s, one for every statement. First each quotation looks
//! for a cue on both sides, then what is left of the cues looks for a clause.

mod clauses;
mod phrases;
mod quotations;
mod reported;

use dossier_corpus::span::Span;
use dossier_corpus::statement::Speaker;

use crate::statements::passage::Words;
use crate::statements::speakers::People;

/// A statement before its hedges are counted.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// Its parts, not yet sorted.
    pub(crate) content: Vec<Span>,
    /// Whether quotation marks stand around or inside it.
    pub(crate) is_quoted: bool,
    /// The cue's words.
    pub(crate) cue: Option<Span>,
    /// Who says it.
    pub(crate) speaker: Option<Speaker>,
}

/// A cue and who it names, as token ranges.
#[derive(Clone, Copy, Debug)]
struct Frame {
    /// The cue's tokens.
    cue: (usize, usize),
    /// The subject's tokens; empty when there is none.
    subject: (usize, usize),
    /// Where the frame ends.
    end: usize,
}

/// Most tokens between a quotation and its cue.
const FRAME: usize = 24;

/// Most tokens of a reported clause; what is longer is cut.
const CLAUSE: usize = 240;

/// What a passage hands on to the next one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    /// It ends inside a quotation: the last draft goes on.
    is_open: bool,
    /// Whose words stand in it last, and where in the drafts.
    speaker: Option<(Speaker, usize)>,
    /// It ends with a colon: who is about to speak, and the cue.
    lead: Option<(Option<Speaker>, Option<Span>)>,
}

/// Reads one passage. `before` is what the one before hands on.
pub(crate) fn passage(
    words: &Words<'_>,
    people: &mut People<'_>,
    drafts: &mut Vec<Draft>,
    before: Carry,
) -> Carry {
    let mut reader = Reader {
        words,
        used: vec![false; words.tokens.len()],
        found: Vec::new(),
        spoken: vec![false; words.quotes.len()],
    };
    let carried = before.is_open && words.quotes.first().is_some_and(|it| it.1.0 == 0);
    reader.quotations(carried);
    let lead = reader.lead();
    let mut carry = Carry::default();
    if !carried {
        carry.speaker = reader.alone(before, drafts);
    }
    for &(start, end) in &words.sentences {
        reader.clauses(start, end);
    }
    let ends_open = words.quotes.last().is_some_and(|it| it.0.is_open);
    let Reader {
        mut found, spoken, ..
    } = reader;
    found.sort_by_key(|it| it.at);
    let mut passed = 0;
    for it in found {
        // Pronouns look back: the people of the sentences before are learnt first.
        while let Some(&(start, end)) = words
            .sentences
            .get(passed)
            .filter(|sentence| sentence.1 <= it.at)
        {
            if let Some(span) = words.span(start, end) {
                people.pass(span);
            }
            passed += 1;
        }
        if it.is_carried {
            if let Some(last) = drafts.last_mut() {
                last.content.extend(it.content);
            }
            continue;
        }
        let speaker = it
            .frame
            .filter(|it| it.subject.0 < it.subject.1)
            .and_then(|it| people.speaker(words, it.subject.0, it.subject.1));
        people.spoke(
            speaker.clone(),
            words.tokens.get(it.at).map_or(0, |it| it.span.start),
        );
        drafts.push(Draft {
            content: it.content,
            is_quoted: it.is_quoted,
            cue: it.frame.and_then(|it| words.span(it.cue.0, it.cue.1)),
            speaker,
        });
    }
    for &(start, end) in words.sentences.get(passed..).unwrap_or(&[]) {
        if let Some(span) = words.span(start, end) {
            people.pass(span);
        }
    }
    carry.is_open = ends_open;
    carry.lead = lead.map(|it| {
        let speaker = people.speaker(words, it.subject.0, it.subject.1);
        (speaker, words.span(it.cue.0, it.cue.1))
    });
    let last_sentence = words.sentences.last().and_then(|it| words.span(it.0, it.1));
    if let (Some(sentence), Some(last)) = (last_sentence, drafts.last())
        && last.is_quoted
        && last.content.iter().any(|it| sentence.overlaps(*it))
        && let Some(speaker) = &last.speaker
    {
        carry.speaker = Some((speaker.clone(), drafts.len() - 1));
    }
    // What nobody utters stays a quotation, unless it is a single word or a title.
    for ((quote, range), spoken) in words.quotes.iter().zip(spoken) {
        if !spoken && !quote.is_open && quotations::is_worth(words, *range) {
            drafts.push(Draft {
                content: vec![quotations::trimmed(words, *quote, *range)],
                is_quoted: true,
                cue: None,
                speaker: None,
            });
        }
    }
    carry
}

struct Found {
    at: usize,
    content: Vec<Span>,
    is_quoted: bool,
    is_carried: bool,
    frame: Option<Frame>,
}

struct Reader<'a> {
    words: &'a Words<'a>,
    /// For each token whether it is a cue that is taken.
    used: Vec<bool>,
    found: Vec<Found>,
    /// For each quotation whether somebody utters it.
    spoken: Vec<bool>,
}
