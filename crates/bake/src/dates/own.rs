//! The document's own date, where its file name or the head of its text tells it.
//!
//! "2024-07-03-name.md"; "WONSAN, July 12 (Reuters) –"; a line at the head that is nothing but a date. Never the
//! clock of the machine that builds, and never a date out of running text.

use dossier_corpus::document::{DateOrigin, DocumentDate};
use dossier_corpus::span::Span;
use dossier_time::edtf::{Date, Year};
use dossier_time::expr::What;
use dossier_time::{Day, Edtf};

use super::grammar;
use super::lexicon::Lexicon;
use super::piece::{Meaning, Piece};
use super::token::{Kind, Letters, Tokens};
use crate::reading::Reading;

/// Passages at the head of a text in which a dateline may stand.
const HEAD: usize = 4;

/// Tokens after which a dateline's date must have begun.
const PLACE: usize = 8;

/// The document's own date by its file name (without or with folders and ending) or, failing that, its dateline.
///
/// A dateline without a year gives a value like `XXXX-07-12`.
#[must_use]
pub fn document_date(reading: Reading<'_>, file_name: &str) -> Option<DocumentDate> {
    let date = |value: &Edtf, origin| DocumentDate {
        edtf: value.to_string(),
        origin,
    };
    if let Some(value) = in_file_name(file_name) {
        return Some(date(&value, DateOrigin::FileName));
    }
    in_dateline(reading).map(|value| date(&value, DateOrigin::Dateline))
}

/// A day at the beginning of the file's name, or anywhere in it between signs: "2024-07-03", "20240703".
fn in_file_name(file_name: &str) -> Option<Edtf> {
    let name = file_name.rsplit('/').next()?;
    let mut groups: Vec<&str> = name.split(|it: char| !it.is_ascii_digit()).collect();
    groups.retain(|it| !it.is_empty());
    let number = |text: &str, len: usize| {
        (text.len() == len)
            .then(|| text.parse::<u16>().ok())
            .flatten()
    };
    let day = |year: u16, month: u16, day: u16| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        (1000..2200)
            .contains(&year)
            .then(|| Day::from_ymd(i32::from(year), month, day))
            .flatten()
    };
    let apart = groups.windows(3).find_map(|it| match it {
        [year, month, last] => day(number(year, 4)?, number(month, 2)?, number(last, 2)?),
        _ => None,
    });
    let together = || {
        groups.iter().find_map(|it| {
            let whole = it.len() == 8;
            let part = |range| it.get(range).and_then(|it: &str| it.parse().ok());
            whole
                .then(|| day(part(0..4)?, part(4..6)?, part(6..8)?))
                .flatten()
        })
    };
    if let Some(day) = apart.or_else(together) {
        return Some(Edtf::from_day(day));
    }
    // "2024-07-report": only at the beginning, since two numbers elsewhere are mostly something else.
    let (year, rest) = name.split_at_checked(4)?;
    let month = rest.strip_prefix(['-', '_'])?.get(..2)?;
    let goes_on = rest
        .get(3..)
        .is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    let (year, month) = (number(year, 4)?, number(month, 2)?);
    let is_month = groups.get(2).is_none_or(|it| it.len() != 2);
    let fits = (1000..2200).contains(&year) && (1..=12).contains(&month) && !goes_on && is_month;
    let date = Date::new(Year::Known(i64::from(year)), u8::try_from(month).ok(), None);
    fits.then_some(Edtf::Date(date))
}

fn in_dateline(reading: Reading<'_>) -> Option<Edtf> {
    let lexicon = Lexicon::of(reading.lang, reading.text);
    let mut passages = reading.passages.iter().take(HEAD);
    passages.find_map(|passage| {
        // A dateline stands at the front; no more of a long line is looked at.
        let text = passage.span.of(reading.text);
        let front = text.char_indices().nth(200).map_or(text.len(), |it| it.0);
        let start = passage.span.start;
        let front = u32::try_from(front).ok()?;
        dateline(
            reading,
            lexicon,
            Span::new(start, start + front),
            passage.span.len() <= front,
        )
    })
}

fn dateline(
    reading: Reading<'_>,
    lexicon: &'static Lexicon,
    span: Span,
    is_whole: bool,
) -> Option<Edtf> {
    let text = span.of(reading.text);
    let small = lexicon.small(text);
    let mut tokens = Tokens::new(text, &small, lexicon);
    tokens.cut(Span::from_range(0..text.len()));
    let found = grammar::passage(&tokens).into_iter().next()?;
    let Meaning::At(piece) = &found.meaning else {
        return None;
    };
    let value = value_of(piece)?;
    let behind = found.end;
    let is_alone = found.first == 0
        && behind + usize::from(tokens.is_sign(behind, '.')) >= tokens.len()
        && is_whole;
    if is_alone && value.bounds().is_some() {
        return Some(value);
    }
    let is_place = |at: usize| {
        tokens.get(at).is_some_and(|it| match it.kind {
            Kind::Word => it.letters != Letters::Small,
            Kind::Sign(sign) => matches!(sign, ',' | '.' | '-' | '/' | '(' | ')' | '’' | '\''),
            Kind::Number(..) => false,
        })
    };
    let has_place = (1..=PLACE).contains(&found.first)
        && (0..found.first).all(is_place)
        && tokens
            .get(0)
            .is_some_and(|it| it.letters == Letters::AllCapitals)
        && tokens.is_sign(found.first - 1, ',');
    // An agency in brackets may stand between the date and the dash.
    let mut end = behind;
    if tokens.is_sign(end, '(') {
        end = (end..end + 6)
            .find(|it| tokens.is_sign(*it, ')'))
            .map(|it| it + 1)?;
    }
    let is_agency = end > behind;
    (has_place && (is_agency || tokens.is_dash(end) || tokens.is_sign(end, ':'))).then_some(value)
}

/// The day a piece names, with or without its year.
fn value_of(piece: &Piece) -> Option<Edtf> {
    if let Some(date) = piece.known() {
        return date.day.is_some().then(|| {
            Edtf::Date(Date {
                clock: None,
                ..date.clone()
            })
        });
    }
    match piece.what()? {
        What::MonthDay { month, day, .. } => {
            Some(Edtf::Date(Date::new(Year::UNKNOWN, Some(month), Some(day))))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::PassageReading;
    use dossier_corpus::document::Role;

    fn check(text: &str, file_name: &str) -> Option<(String, DateOrigin)> {
        let mut start = 0;
        let mut passages = Vec::new();
        for line in text.split('\n') {
            let span = Span::from_range(start..start + line.len());
            start += line.len() + 1;
            passages.push(PassageReading {
                span,
                role: Role::Paragraph,
                sentences: vec![span],
            });
        }
        let reading = Reading {
            text,
            lang: "en",
            passages: &passages,
        };
        document_date(reading, file_name).map(|it| (it.edtf, it.origin))
    }

    #[test]
    fn a_document_is_dated_by_its_name_or_its_dateline() {
        use DateOrigin::{Dateline, FileName};
        let rows = [
            (
                "",
                "2024-07-03-name.md",
                Some(("2024-07-03", FileName)),
                "at the beginning",
            ),
            (
                "",
                "press/report 2024_07_03.txt",
                Some(("2024-07-03", FileName)),
                "at the end",
            ),
            (
                "",
                "20240703.txt",
                Some(("2024-07-03", FileName)),
                "in one piece",
            ),
            (
                "",
                "2024-07-review.md",
                Some(("2024-07", FileName)),
                "a month",
            ),
            ("", "2024-02-31-name.md", None, "no such day"),
            ("", "000_6878f1a5.txt", None, "a number"),
            (
                "WONSAN, July 12 (Reuters) – Talks began.",
                "a.txt",
                Some(("XXXX-07-12", Dateline)),
                "no year",
            ),
            (
                "OSLO, Norway, 3 May 2019 — Talks began.",
                "a.txt",
                Some(("2019-05-03", Dateline)),
                "a year",
            ),
            (
                "Talks begin\nMonday, 3 May 2021\nThey met.",
                "a.txt",
                Some(("2021-05-03", Dateline)),
                "a line of its own",
            ),
            (
                "They met in OSLO on 3 May 2019 and left.",
                "a.txt",
                None,
                "running text",
            ),
            ("Talks of 3 May 2019", "a.txt", None, "a title"),
        ];
        for (text, file_name, expected, why) in rows {
            let expected = expected.map(|(value, origin)| (value.to_owned(), origin));
            assert_eq!(check(text, file_name), expected, "{why}");
        }
    }
}
