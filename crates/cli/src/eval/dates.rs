//! Compares the dates that were found with gold.
//!
//! Spans are matched one to one in each document, the greatest overlap first. *Calendar* counts what lies on the
//! calendar (and, in hard cases, dates whose year is not known); *all* counts durations, repetitions and "now" too.

use std::collections::BTreeSet;

use super::gold::{Document, Timex};
use super::value::Value;

/// An expression of time with its value in one form; offsets count code points.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    /// As it is written by whoever found it.
    pub(super) text: String,
    value: Value,
    /// The value and others that are right as well.
    right: Vec<Value>,
    /// Whether gold calls it a duration or a set.
    is_length: bool,
}

impl Found {
    /// Something the engine found.
    pub(super) fn new(start: usize, end: usize, value: &str) -> Self {
        let read = Value::read(value);
        Self {
            start,
            end,
            text: value.to_owned(),
            right: vec![read.clone()],
            value: read,
            is_length: false,
        }
    }

    fn of(timex: &Timex) -> Self {
        let mut found = Self::new(timex.start, timex.end, &timex.value);
        found
            .right
            .extend(timex.alt.iter().map(|it| Value::read(it)));
        found.is_length = matches!(timex.kind.as_deref(), Some("DURATION" | "SET"));
        found
    }

    fn overlap(&self, other: &Self) -> usize {
        self.end
            .min(other.end)
            .saturating_sub(self.start.max(other.start))
    }

    fn distance(&self, other: &Self) -> usize {
        self.start.abs_diff(other.start) + self.end.abs_diff(other.end)
    }

    fn is_calendar(&self, with_open: bool) -> bool {
        self.value.is_calendar() || (with_open && self.value.is_open())
    }

    /// Whether the value of `found` is right.
    fn accepts(&self, found: &Self) -> bool {
        let mut right = self.right.iter();
        right.any(|it| it.is_same(&found.value) || it.has_end_of(&found.value))
    }

    /// Whether it is right to the day.
    fn accepts_day(&self, found: &Self) -> bool {
        let day = found.value.to_day();
        self.accepts(found) || self.right.iter().any(|it| it.to_day() == day)
    }
}

/// What was counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) gold: usize,
    pub(super) found: usize,
    /// Found at the right place.
    pub(super) placed: usize,
    /// Found at the right place with the right value.
    pub(super) right: usize,
    /// The same to the day.
    pub(super) to_day: usize,
}

impl Count {
    /// The harmonic mean of precision and recall, in percent.
    #[allow(clippy::cast_precision_loss, reason = "counts of a few thousand")]
    pub(super) fn f1(self, n_right: usize) -> f64 {
        if self.gold + self.found == 0 {
            return 0.0;
        }
        200.0 * n_right as f64 / (self.gold + self.found) as f64
    }

    /// Both together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            gold: self.gold + other.gold,
            found: self.found + other.found,
            placed: self.placed + other.placed,
            right: self.right + other.right,
            to_day: self.to_day + other.to_day,
        }
    }
}

/// What went wrong once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Miss {
    /// `missed`, `wrong value` or `false alarm`.
    pub(super) kind: &'static str,
    /// The document.
    pub(super) doc: String,
    /// The words.
    pub(super) words: String,
    /// What gold says; empty for a false alarm.
    pub(super) gold: String,
    /// What was found; empty for what was missed.
    pub(super) found: String,
}

/// The result for one document.
#[derive(Debug, Default)]
pub(super) struct Scored {
    /// Durations and the like included.
    pub(super) all: Count,
    /// Dates alone.
    pub(super) calendar: Count,
    /// What went wrong among the dates.
    pub(super) misses: Vec<Miss>,
}

/// Compares what was found in a document with its gold. `with_open` counts dates without a year as dates.
pub(super) fn score(document: &Document, found: &[Found], with_open: bool) -> Scored {
    let gold: Vec<Found> = document.timexes.iter().flatten().map(Found::of).collect();
    let found = split_ranges(&gold, distinct(found));
    let of_gold = matches(&gold, &found);
    let gold_of = |j: usize| of_gold.iter().position(|it| *it == Some(j));
    let written = document.dct.as_deref().and_then(|it| it.get(..10));
    let written = Value::read(written.unwrap_or("")).to_day();

    let counts_gold = |it: &Found| !it.is_length && it.is_calendar(with_open);
    let counts_found = |j: usize, it: &Found| {
        if !it.is_calendar(with_open) {
            return false;
        }
        let says_now = |gold: &Found| {
            matches!(gold.value, Value::Reference(_)) && it.value.to_day() == written
        };
        match gold_of(j).and_then(|i| gold.get(i)) {
            None => {
                let mut near = gold.iter().filter(|gold| gold.overlap(it) > 0).peekable();
                near.peek().is_none() || !near.all(says_now)
            }
            Some(gold) if says_now(gold) => false,
            Some(gold) => {
                counts_gold(gold) || !gold.right.iter().any(|right| right.is_same(&it.value))
            }
        }
    };
    let calendar: BTreeSet<usize> = found
        .iter()
        .enumerate()
        .filter(|(j, it)| counts_found(*j, it))
        .map(|it| it.0)
        .collect();

    let mut scored = Scored::default();
    scored.all.found = found.len();
    scored.calendar.found = calendar.len();
    let miss = |kind, at: &Found, gold: &str, value: &str| Miss {
        kind,
        doc: document.doc.clone(),
        words: words(&document.text, at),
        gold: gold.to_owned(),
        found: value.to_owned(),
    };
    for (it, j) in gold.iter().zip(&of_gold) {
        let hit = j.and_then(|j| found.get(j));
        count(&mut scored.all, it, hit);
        if !counts_gold(it) {
            continue;
        }
        let hit = hit.filter(|_| j.is_some_and(|j| calendar.contains(&j)));
        count(&mut scored.calendar, it, hit);
        match hit {
            None => scored.misses.push(miss("missed", it, &it.text, "")),
            Some(hit) if !it.accepts(hit) => {
                scored
                    .misses
                    .push(miss("wrong value", it, &it.text, &hit.text));
            }
            Some(_) => {}
        }
    }
    for (j, it) in found.iter().enumerate() {
        if calendar.contains(&j) && gold_of(j).is_none() {
            scored.misses.push(miss("false alarm", it, "", &it.text));
        }
    }
    scored
}

fn count(count: &mut Count, gold: &Found, hit: Option<&Found>) {
    count.gold += 1;
    if let Some(hit) = hit {
        count.placed += 1;
        count.right += usize::from(gold.accepts(hit));
        count.to_day += usize::from(gold.accepts_day(hit));
    }
}

/// The words of a span on one line.
fn words(text: &str, at: &Found) -> String {
    let words: String = text
        .chars()
        .skip(at.start)
        .take(at.end.saturating_sub(at.start))
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn distinct(found: &[Found]) -> Vec<Found> {
    let mut seen = BTreeSet::new();
    found
        .iter()
        .filter(|it| it.end > it.start && seen.insert((it.start, it.end)))
        .cloned()
        .collect()
}

/// Gold may mark the two ends of a range as two, where one interval was found, and the other way round.
fn split_ranges(gold: &[Found], found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::with_capacity(found.len());
    for it in found {
        let mut ends: Vec<&Found> = gold.iter().filter(|gold| gold.overlap(&it) > 0).collect();
        ends.sort_by_key(|it| it.start);
        match (it.text.split_once('/'), ends.as_slice()) {
            (Some((from, to)), [first, .., last]) => {
                out.push(Found::new(it.start, first.end, from));
                out.push(Found::new(last.start, it.end, to));
            }
            _ => out.push(it),
        }
    }
    for range in gold
        .iter()
        .filter(|it| it.text.contains('/') && !it.is_length)
    {
        let is_date = |it: &Found| {
            !matches!(
                it.value,
                Value::Duration(_) | Value::Set(_) | Value::Nothing
            )
        };
        let mut hits: Vec<usize> = (0..out.len())
            .filter(|it| {
                out.get(*it)
                    .is_some_and(|it| range.overlap(it) > 0 && is_date(it))
            })
            .collect();
        hits.sort_by_key(|it| out.get(*it).map(|it| it.start));
        let [first, last] = hits.as_slice() else {
            continue;
        };
        let (Some(from), Some(to)) = (out.get(*first), out.get(*last)) else {
            continue;
        };
        if from.text.contains('/') || to.text.contains('/') {
            continue;
        }
        let joined = Found::new(from.start, to.end, &format!("{}/{}", from.text, to.text));
        let day = joined.value.to_day();
        let mut right = range.right.iter();
        if right.any(|it| it.is_same(&joined.value) || it.to_day() == day) {
            let (first, last) = (*first, *last);
            let mut idx = 0;
            out.retain(|_| {
                let keeps = idx != first && idx != last;
                idx += 1;
                keeps
            });
            out.push(joined);
        }
    }
    out
}

/// For each expression of gold, which one found it.
fn matches(gold: &[Found], found: &[Found]) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (i, one) in gold.iter().enumerate() {
        for (j, other) in found.iter().enumerate() {
            let overlap = one.overlap(other);
            if overlap > 0 {
                let rank = (std::cmp::Reverse(overlap), one.distance(other), one.start);
                pairs.push((rank, i, j));
            }
        }
    }
    pairs.sort_unstable();
    let mut of_gold = vec![None; gold.len()];
    let mut taken = vec![false; found.len()];
    for (_, i, j) in pairs {
        if let (Some(slot @ None), Some(is_taken @ false)) = (of_gold.get_mut(i), taken.get_mut(j))
        {
            *slot = Some(j);
            *is_taken = true;
        }
    }
    of_gold
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_compared_with_gold() {
        let gold = |timexes: &[(usize, usize, &str)]| Document {
            doc: "a".to_owned(),
            dct: Some("2024-05-15".to_owned()),
            text: "0123456789".repeat(5),
            timexes: Some(
                timexes
                    .iter()
                    .map(|(start, end, value)| Timex {
                        start: *start,
                        end: *end,
                        kind: None,
                        value: (*value).to_owned(),
                        alt: Vec::new(),
                    })
                    .collect(),
            ),
            ..Document::default()
        };
        // gold, found, [gold, found, placed, right] of the dates, why
        let rows: [(&[_], &[_], [usize; 4], &str); 7] = [
            (
                &[(0, 4, "1912")],
                &[(0, 4, "1912")],
                [1, 1, 1, 1],
                "the same",
            ),
            (
                &[(0, 4, "1912")],
                &[(2, 6, "1913")],
                [1, 1, 1, 0],
                "another value",
            ),
            (&[(0, 4, "1912")], &[], [1, 0, 0, 0], "missed"),
            (&[], &[(0, 4, "1912")], [0, 1, 0, 0], "a false alarm"),
            (
                &[(0, 4, "P3M")],
                &[(0, 4, "P3M")],
                [0, 0, 0, 0],
                "a duration",
            ),
            (
                &[(0, 3, "PRESENT_REF")],
                &[(0, 3, "2024-05-15")],
                [0, 0, 0, 0],
                "now",
            ),
            (
                &[(0, 4, "1914"), (5, 9, "1918")],
                &[(0, 9, "1914/1918")],
                [2, 2, 2, 2],
                "a range that gold marks as two",
            ),
        ];
        for (marked, found, expected, why) in rows {
            let found: Vec<Found> = found
                .iter()
                .map(|it| Found::new(it.0, it.1, it.2))
                .collect();
            let it = score(&gold(marked), &found, false).calendar;
            assert_eq!([it.gold, it.found, it.placed, it.right], expected, "{why}");
        }
    }
}
