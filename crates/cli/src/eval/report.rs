//! The tables of a measurement of dates as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::dates::{Count, Miss, Scored};
use super::gold::Document;

/// Kinds of misses, in the order they are shown.
const KINDS: [&str; 3] = ["missed", "wrong value", "false alarm"];

/// Misses of a kind that are shown.
const SHOWN: usize = 12;

/// The figures by genre and source, the hard cases, and the worst misses.
pub(super) fn tables(scored: &[(&Document, Scored)]) -> String {
    let mut out = String::new();
    let n_documents = scored.len();
    let total = sum(scored.iter().map(|it| &it.1));
    let _ = writeln!(
        out,
        "{n_documents} documents with {} expressions of time, {} of them calendar dates.\n",
        total.0.gold, total.1.gold
    );
    out.push_str(
        "| set | dates | found F1 | value F1 | to the day | all expressions, value F1 |\n",
    );
    out.push_str("|---|---:|---:|---:|---:|---:|\n");
    let mut groups: BTreeMap<(u8, &str), Vec<&Scored>> = BTreeMap::new();
    for (document, it) in scored {
        groups.entry((0, "all")).or_default().push(it);
        if let Some(genre) = &document.genre {
            groups.entry((1, genre)).or_default().push(it);
        }
        if let Some(source) = &document.source {
            groups.entry((2, source)).or_default().push(it);
        }
    }
    for ((_, name), members) in groups {
        let (all, calendar) = sum(members.into_iter());
        let _ = writeln!(
            out,
            "| {name} | {} | {:.1} | {:.1} | {:.1} | {:.1} |",
            calendar.gold,
            calendar.f1(calendar.placed),
            calendar.f1(calendar.right),
            calendar.f1(calendar.to_day),
            all.f1(all.right),
        );
    }
    cases(&mut out, scored);
    misses(&mut out, scored);
    out
}

fn sum<'a>(scored: impl Iterator<Item = &'a Scored>) -> (Count, Count) {
    scored.fold(Default::default(), |(all, calendar): (Count, Count), it| {
        (all.and(it.all), calendar.and(it.calendar))
    })
}

/// How many hard cases are wholly right, and how many texts without a date got one.
fn cases(out: &mut String, scored: &[(&Document, Scored)]) {
    let is_case = |it: &&(&Document, Scored)| it.0.class.is_some();
    let n_cases = scored.iter().filter(is_case).count();
    if n_cases > 0 {
        let n_right = scored
            .iter()
            .filter(is_case)
            .filter(|it| {
                let count = it.1.calendar;
                count.right == count.gold && count.gold == count.found
            })
            .count();
        let _ = writeln!(out, "\nHard cases wholly right: {n_right} of {n_cases}.");
    }
    let empty = scored
        .iter()
        .filter(|it| it.0.timexes.as_ref().is_some_and(Vec::is_empty));
    let (n_empty, n_fooled) = empty.fold((0, 0), |(n, fooled), it| {
        (n + 1, fooled + usize::from(it.1.calendar.found > 0))
    });
    if n_empty > 0 {
        let _ = writeln!(
            out,
            "\nTexts without a date: {n_empty}; given one: {n_fooled}."
        );
    }
}

/// The most frequent misses: words with their digits made alike.
fn misses(out: &mut String, scored: &[(&Document, Scored)]) {
    for kind in KINDS {
        let mut by_shape: BTreeMap<String, Vec<&Miss>> = BTreeMap::new();
        let all = scored.iter().flat_map(|it| &it.1.misses);
        for miss in all.filter(|it| it.kind == kind) {
            by_shape.entry(shape(&miss.words)).or_default().push(miss);
        }
        let mut rows: Vec<_> = by_shape.into_iter().collect();
        rows.sort_by_key(|it| std::cmp::Reverse(it.1.len()));
        let n_all: usize = rows.iter().map(|it| it.1.len()).sum();
        if n_all == 0 {
            continue;
        }
        let _ = writeln!(
            out,
            "\n{kind}: {n_all}\n\n| times | words | gold | found |\n|---:|---|---|---|"
        );
        for (_, members) in rows.iter().take(SHOWN) {
            if let [first, ..] = members.as_slice() {
                let _ = writeln!(
                    out,
                    "| {} | {} | {} | {} |",
                    members.len(),
                    first.words.replace('|', "/"),
                    first.gold,
                    first.found
                );
            }
        }
    }
}

fn shape(words: &str) -> String {
    let digit = |it: char| if it.is_ascii_digit() { '9' } else { it };
    words.to_lowercase().chars().map(digit).collect()
}
