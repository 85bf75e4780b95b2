//! A date in the text, explained: its value, its days, and how it was read.
//!
//! The one place that words how a date came about; the reader, its margin and the timeline use it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

use dossier_corpus::MomentId;
use dossier_query::Searcher;
use dossier_query::answer::{Answer, Mark, MarkSource};
use dossier_time::Edtf;
use yew::AttrValue;

use super::words;
use crate::wording::{self, say};

/// What is told of a date on request.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentCard {
    /// The value in words.
    pub words: AttrValue,
    /// The value as EDTF.
    pub edtf: AttrValue,
    /// Its first and last day; empty when they are the value itself.
    pub days: AttrValue,
    /// How it was read.
    pub reading: AttrValue,
}

/// Explains a date.
#[must_use]
pub fn card(searcher: &Searcher<'_>, answer: &Answer, moment: u32) -> Option<MomentCard> {
    let value = value(searcher, answer, moment)?;
    let assumed = resolved(answer, moment).is_some_and(|it| it.assumed);
    Some(MomentCard {
        words: wording::date(&value).into(),
        edtf: value.to_string().into(),
        days: days(&value).into(),
        reading: reading(searcher, moment, assumed).into(),
    })
}

/// The value of a date, as far as the text or the reader's assumption tells it.
#[must_use]
pub fn value(searcher: &Searcher<'_>, answer: &Answer, moment: u32) -> Option<Rc<Edtf>> {
    resolved(answer, moment)
        .map(|it| Rc::clone(&it.value))
        .or_else(|| as_written(searcher, moment))
}

/// The values of a selection by the numbers of their dates, of those in `moments`: for many at once. Goes once through
/// the answer's dates.
#[must_use]
pub fn values(answer: &Answer, moments: RangeInclusive<u32>) -> BTreeMap<u32, Rc<Edtf>> {
    let moments = answer.marks.iter().filter_map(|it| match it.source {
        MarkSource::Moment(moment) if moments.contains(&moment.get()) => {
            Some((moment.get(), Rc::clone(&it.value)))
        }
        _ => None,
    });
    // Collected, they would be sorted: one more sort in the page.
    let mut values = BTreeMap::new();
    values.extend(moments);
    values
}

/// The value of a date among those of [`values`], else as the text tells it.
#[must_use]
pub fn known(
    values: &BTreeMap<u32, Rc<Edtf>>,
    searcher: &Searcher<'_>,
    moment: u32,
) -> Option<Rc<Edtf>> {
    values
        .get(&moment)
        .cloned()
        .or_else(|| as_written(searcher, moment))
}

fn as_written(searcher: &Searcher<'_>, moment: u32) -> Option<Rc<Edtf>> {
    let info = searcher.corpus().moment(MomentId::new(moment))?;
    Edtf::parse(info.edtf).ok().map(Rc::new)
}

fn resolved(answer: &Answer, moment: u32) -> Option<&Mark> {
    let source = MarkSource::Moment(MomentId::new(moment));
    answer.marks.iter().find(|it| it.source == source)
}

/// "1 to 31 July 1998"; empty for a day, which says it itself, and for what has no place in time.
fn days(value: &Edtf) -> String {
    let Some(bounds) = value.bounds() else {
        return String::new();
    };
    let end = |day: Option<dossier_time::Day>| day.map_or("..".to_owned(), |it| it.to_string());
    let (first, last) = (end(bounds.earliest), end(bounds.latest));
    let days = Edtf::parse(&format!("{first}/{last}"));
    match days {
        Ok(days) if first != last && days != *value => wording::date(&days),
        _ => String::new(),
    }
}

/// How a date was read: as what, from which words, from which anchor, and whether on the reader's assumption.
#[must_use]
pub fn reading(searcher: &Searcher<'_>, moment: u32, assumed: bool) -> String {
    /// Characters of the date’s own words that are repeated.
    const WORDS: usize = 60;
    let corpus = searcher.corpus();
    let Some(info) = corpus.moment(MomentId::new(moment)) else {
        return String::new();
    };
    let text = corpus
        .passage(info.passage)
        .map_or("", |it| corpus.words(it.document, info.span));
    let one_line: Vec<&str> = text.split_whitespace().collect();
    let written = words::shorten(&one_line.join(" "), WORDS);
    let mut reading = match kind(info.rule) {
        Some(kind) => say::read_as(kind, &written),
        None => say::read_by_rule(info.rule, &written),
    };
    if !info.anchor.is_empty() {
        reading = say::reading_anchored(&reading, &anchor(info.anchor));
    }
    if assumed {
        reading = say::reading_assumed(&reading);
    } else if !info.unresolved.is_empty() && info.anchor.is_empty() {
        reading = say::reading_open(&reading);
    }
    reading
}

/// From what a date was reckoned: the engine's words, in the language in use. What it does not know it leaves as it is.
fn anchor(text: &str) -> String {
    type Worded = fn(&str) -> String;
    const KNOWN: [(&str, Worded); 10] = [
        ("before the document’s date ", say::anchor_before_document),
        ("after the document’s date ", say::anchor_after_document),
        ("from the document’s date ", say::anchor_from_document),
        ("before the date told before, ", say::anchor_before_told),
        ("after the date told before, ", say::anchor_after_told),
        ("from the date told before, ", say::anchor_from_told),
        (
            "before the year the text speaks of, ",
            say::anchor_before_year,
        ),
        (
            "after the year the text speaks of, ",
            say::anchor_after_year,
        ),
        ("from the year the text speaks of, ", say::anchor_from_year),
        (
            "no year is stated; on that weekday in ",
            say::anchor_weekday,
        ),
    ];
    let of_julian = text.strip_suffix(" of the Julian calendar");
    let known = KNOWN
        .iter()
        .find_map(|(words, worded)| Some(worded(text.strip_prefix(words)?)));
    known
        .or_else(|| of_julian.map(say::anchor_julian))
        .unwrap_or_else(|| text.to_owned())
}

/// What a rule reads, in plain words.
fn kind(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "iso" => say::rule_iso(),
        "numeric" => say::rule_numeric(),
        "east asian" => say::rule_east_asian(),
        "day" => say::rule_day(),
        "weekday" => say::rule_weekday(),
        "weekend" => say::rule_weekend(),
        "month" => say::rule_month(),
        "season" => say::rule_season(),
        "quarter" => say::rule_quarter(),
        "half" => say::rule_half(),
        "year" => say::rule_year(),
        "fiscal year" => say::rule_fiscal_year(),
        "decade" => say::rule_decade(),
        "century" => say::rule_century(),
        "millennium" => say::rule_millennium(),
        "holiday" => say::rule_holiday(),
        "time" => say::rule_time(),
        "old style" => say::rule_old_style(),
        "range" => say::rule_range(),
        "since" => say::rule_since(),
        "until" => say::rule_until(),
        "relative" | "relative day" | "ahead" => say::rule_relative(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_where_the_value_does_not() {
        let rows = [
            ("1998-07", "1 to 31 July 1998"),
            ("1998-07-03", ""),
            ("1998-05-03/1998-05-07", ""),
            ("2019/..", "since 1 January 2019"),
            ("XXXX-07", ""),
            ("198X", "1 January 1980 to 31 December 1989"),
        ];
        for (value, expected) in rows {
            assert_eq!(days(&Edtf::parse(value).unwrap()), expected, "{value}");
        }
    }
}
