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
mod around;
#[cfg(test)]
mod checks;
mod cjk;
mod clock;
mod counted;
mod counts;
mod decades;
mod foreign;
mod genre;
mod grammar;
mod lexicon;
mod lists;
mod lone;
mod names;
mod numeric;
mod old_style;
mod open_ends;
mod others;
mod own;
mod parts;
mod piece;
mod points;
mod ranges;
mod read;
mod relative;
mod running;
mod said;
mod sentences;
mod short_ends;
mod story;
mod tense;
mod token;
mod traps;
mod vague;
mod written;
mod year_first;
mod years;

use std::ops::Range;

use dossier_corpus::document::Role;
use dossier_corpus::mention::Moment;
use dossier_corpus::span::Span;
use dossier_time::Edtf;
use dossier_time::expr::Tense;

use crate::reading::Reading;
use anchor::Story;
use genre::Genre;
use lexicon::{Class, Lexicon};
use piece::{Anchor, Found, Meaning, Piece};
use read::Read;
use sentences::Sentences;
use token::{Kind, Tokens};

pub use own::document_date;

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
    /// The latest date that the text tells of as past (EDTF); only where the document has no date of its own. The
    /// text was not written before, which is no date to count from.
    pub not_before: Option<String>,
    /// What speaks of time and is no date, with its ISO 8601 duration (`P3M` for "three months" and for "every
    /// three months") or `PRESENT_REF` for "now"; an empty value where there is none. Sorted. Only for measuring:
    /// nothing here is shown as a date.
    pub others: Vec<(Span, String)>,
}

/// Finds the moments of a document. Linear in the length of its text.
#[must_use]
pub fn find(reading: Reading<'_>, context: DateContext<'_>) -> Vec<Moment> {
    analyse(reading, context).moments
}

/// Finds the moments of a document, and the days that do not exist. Linear in the length of its text.
#[must_use]
pub fn analyse(reading: Reading<'_>, context: DateContext<'_>) -> Dated {
    let lexicon = Lexicon::of(reading.lang, reading.text);
    let small = lexicon.small(reading.text);
    let mut tokens = Tokens::new(reading.text, &small, lexicon);
    let mut reads = Vec::new();
    let mut new_section = false;
    for (number, passage) in reading.passages.iter().enumerate() {
        new_section |= matches!(passage.role, Role::Heading(_));
        tokens.cut(passage.span);
        let mut sentences = Sentences::new(&passage.sentences);
        let mut unpromising = 0..0;
        for found in grammar::passage(&tokens) {
            let sentence = sentences.around(&tokens, found.first);
            let tense = tense_of(&tokens, &found, sentence.clone());
            let is_past = context.published.is_none()
                && tells_of_past(&tokens, &found, sentence.clone())
                && !promises(&tokens, sentence, &mut unpromising);
            let order = written_order(&tokens, &found);
            let read = Read {
                span: tokens.span(found.first, found.end),
                meaning: found.meaning,
                rule: found.rule,
                tense,
                is_past,
                passage: number,
                new_section,
                leads: leads(&tokens, found.first),
            };
            reads.push((read, order));
            new_section = false;
        }
    }
    // A date without a year ("July 12") is no anchor: what waits for a year goes on waiting.
    let published = context
        .published
        .and_then(|it| Edtf::parse(it).ok())
        .filter(|it| it.bounds().is_some());
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
    let mut latest = None;
    for (read, _) in &reads {
        let moment = story.tell(read);
        if let Some(moment) = moment.as_ref().filter(|_| read.is_past) {
            let day = Edtf::parse(&moment.edtf)
                .ok()
                .filter(|it| it.dates().all(|it| it.doubt().is_none()))
                .and_then(|it| it.bounds()?.earliest);
            if day > latest {
                latest = day;
                dated.not_before = Some(moment.edtf.clone());
            }
        }
        dated.moments.extend(moment);
        match &read.meaning {
            Meaning::Impossible => dated.impossible.push(read.span),
            Meaning::Other(value) => dated.others.push((read.span, value.clone())),
            _ => {}
        }
    }
    dated
}

/// The tense of the sentence, looked for only where it decides something.
fn tense_of(tokens: &Tokens<'_>, found: &Found, sentence: Range<usize>) -> Tense {
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

/// Whether a date is told of as past. What lasts until a day may lie ahead.
fn tells_of_past(tokens: &Tokens<'_>, found: &Found, sentence: Range<usize>) -> bool {
    let is_single = matches!(&found.meaning, Meaning::At(_));
    let is_led = matches!(
        tokens.word_before(found.first),
        "in" | "on" | "" | "the" | "of" | "since"
    );
    is_single && is_led && tense::of(tokens, found.first..found.end, sentence) == Tense::Past
}

/// Whether a sentence speaks of what lies ahead, as what is promised by a day does. `unpromising` is how far a sentence
/// was gone through without such a word: none is gone through twice, however many dates it holds.
fn promises(tokens: &Tokens<'_>, sentence: Range<usize>, unpromising: &mut Range<usize>) -> bool {
    if unpromising.start != sentence.start {
        *unpromising = sentence.start..sentence.start;
    }
    let is_ahead = |at| tokens.class(at) == Class::None && tense::is_future(tokens.word(at));
    while unpromising.end < sentence.end && !is_ahead(unpromising.end) {
        unpromising.end += 1;
    }
    unpromising.end < sentence.end
}

/// Whether a date leads its clause: "In 1915", "By early 1915", "1915 began".
fn leads(tokens: &Tokens<'_>, first: usize) -> bool {
    match tokens.before(first).map(|it| it.kind) {
        None | Some(Kind::Sign('.' | '!' | '?' | '”' | '"')) => true,
        Some(Kind::Word) => matches!(
            tokens.word_before(first),
            "in" | "on" | "by" | "during" | "throughout" | "until" | "from" | "through"
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

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use dossier_time::Edtf;
    use proptest::prelude::*;

    use super::checks::{found, passages};
    use super::*;

    fn moments(text: &str, published: Option<&str>) -> Vec<Moment> {
        let passages = passages(text);
        let reading = Reading {
            text,
            lang: "en",
            passages: &passages,
        };
        let context = DateContext {
            published,
            ..DateContext::default()
        };
        find(reading, context)
    }

    #[test]
    fn a_narrative_carries_its_time_along() {
        let rows = [
            (
                "In 1805 the army crossed the river. In October it took the town. In February it left.",
                "1805=1805; October=1805-10; February=1806-02",
                "forward over the new year",
            ),
            (
                "In June 1941 it began. A study of 2004 doubts it. In July the town fell.",
                "June 1941=1941-06; 2004=2004; July=1941-07",
                "an aside does not count",
            ),
            (
                "They spent the spring and early summer of 1943 there.",
                "the spring=1943-21; early summer of 1943=1943-22",
                "the year stands behind",
            ),
        ];
        for (text, expected, why) in rows {
            assert_eq!(found(text, "", Some("narrative")), expected, "{why}");
        }
        assert_eq!(
            found("In July they met. The treaty of 1945 was named.", "", None),
            "July=XXXX-07; 1945=1945",
            "a year named later and aside says nothing of July"
        );
    }

    #[test]
    fn what_waits_for_a_date_is_resolved_by_one() {
        let found = moments("In July they met, and left on Friday.", None);
        let values: Vec<_> = found
            .iter()
            .map(|it| {
                let expr = dossier_time::Expr::parse(&it.unresolved).unwrap();
                let anchor = Edtf::parse("2025-10-01").unwrap();
                (
                    it.edtf.as_str(),
                    dossier_time::resolve(&expr, Some(&anchor)).to_string(),
                )
            })
            .collect();
        assert_eq!(
            values,
            [
                ("XXXX-07", "2025-07".to_owned()),
                ("XXXX-XX-XX", "2025-09-26".to_owned())
            ]
        );
    }

    #[test]
    fn a_moment_names_its_rule_and_its_anchor() {
        let found = moments("Police came on Friday.", Some("1998-08-10"));
        let shown: Vec<_> = found
            .iter()
            .map(|it| (it.rule.as_str(), it.anchor.as_str()))
            .collect();
        assert_eq!(
            shown,
            [("weekday", "before the document’s date 1998-08-10")]
        );
        let julian = DateContext {
            calendar: Some("julian"),
            ..DateContext::default()
        };
        let text = "On 25 October 1917 it began.";
        let passages = passages(text);
        let reading = Reading {
            text,
            lang: "en",
            passages: &passages,
        };
        let found = find(reading, julian);
        let shown: Vec<_> = found
            .iter()
            .map(|it| (it.edtf.as_str(), it.anchor.as_str()))
            .collect();
        assert_eq!(shown, [("1917-11-07", "1917-10-25 of the Julian calendar")]);
    }

    #[test]
    fn a_text_without_a_date_is_bounded_by_what_it_tells_of_as_past() {
        let rows = [
            (
                "In 1912 it burned. On 3 May 1998 they met. In June 1996 they left.",
                None,
                Some("1998-05-03"),
                "the latest",
            ),
            (
                "On 3 May 1998 they met.\nThe plant will open in 2030.",
                None,
                Some("1998-05-03"),
                "not what lies ahead",
            ),
            (
                "They promised to be there in 2050.\nHe aims at it by 2060.",
                None,
                None,
                "promises",
            ),
            (
                "On 3 May 1998 they met.",
                Some("1998-05-10"),
                None,
                "it has a date",
            ),
            ("In July they met.", None, None, "no year"),
        ];
        for (text, published, expected, why) in rows {
            let passages = passages(text);
            let reading = Reading {
                text,
                lang: "en",
                passages: &passages,
            };
            let context = DateContext {
                published,
                ..DateContext::default()
            };
            let dated = analyse(reading, context);
            assert_eq!(dated.not_before.as_deref(), expected, "{why}");
        }
    }

    #[test]
    fn durations_are_told_from_dates() {
        let text = "For three months and several weeks, every Friday, now and daily, a five-year plan ran.";
        let passages = passages(text);
        let reading = Reading {
            text,
            lang: "en",
            passages: &passages,
        };
        let dated = analyse(reading, DateContext::default());
        let others: Vec<_> = dated
            .others
            .iter()
            .map(|(span, value)| (span.of(text), value.as_str()))
            .collect();
        let expected = [
            ("three months", "P3M"),
            ("several weeks", "PXW"),
            ("every Friday", "XXXX-WXX-5"),
            ("now", "PRESENT_REF"),
            ("daily", "P1D"),
            ("five-year", "P5Y"),
        ];
        assert_eq!(others, expected);
        assert_eq!(dated.moments, []);
    }

    #[test]
    fn hostile_texts_are_read_in_linear_time() {
        let mut nested = String::new();
        for _ in 0..2_000 {
            let _ = write!(nested, "from between since the end of the early mid-");
        }
        let rows = [
            "9".repeat(200_000),
            "1 ".repeat(20_000),
            "1-".repeat(20_000),
            "May ".repeat(20_000),
            "from 1 to ".repeat(6_000),
            "the day before ".repeat(6_000),
            "In May 1998 and July ".repeat(4_000),
            nested,
        ];
        for text in rows {
            let _ = moments(&text, Some("2024-05-15"));
            let _ = moments(&text, None);
        }
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_text_and_values_are_dates(
            text in "((In|from|to|the|May|July|3|17th|1998|1990s|BC|Friday|two|weeks|ago|later|after|before|day|last|next|spring|of|year|’98|2024-07-03|04/05/2024|10月|十|三十|年|日|昭和|から|世纪|T14:30|Z|é|\\(|O\\.S\\.|couple|vor|zwei|Wochen|Jahrhundert|XIX|il y a|années|вчера|назад|между|и|век|hace|siglo|fa|Anfang|seit|\n|,|\\.|-|–|/| ){1,2} ?){0,24}",
            other in ".{0,60}",
            published in proptest::option::of("2024-0[1-9]-1[0-9]"),
        ) {
            for text in [text.as_str(), other.as_str()] {
                let mut end = 0;
                for moment in moments(text, published.as_deref()) {
                    prop_assert!(moment.span.start >= end, "sorted and not overlapping");
                    prop_assert!(text.get(moment.span.range()).is_some_and(|it| !it.is_empty()));
                    end = moment.span.end;
                    let value = Edtf::parse(&moment.edtf);
                    prop_assert!(value.is_ok(), "{} of {:?}", moment.edtf, text);
                    let value = value.unwrap();
                    prop_assert_eq!(value.to_string(), moment.edtf.as_str());
                    let days = value.bounds().and_then(|it| Some((it.earliest?, it.latest?)));
                    prop_assert!(days.is_none_or(|it| it.0 <= it.1), "{}", moment.edtf);
                    prop_assert!(moment.unresolved.is_empty() || dossier_time::Expr::parse(&moment.unresolved).is_ok());
                }
            }
        }
    }
}
