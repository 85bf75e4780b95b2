//! Compares the statements that were found with gold.
//!
//! Contents are matched one to one in each document, the likest first; they are alike when they share at least half of
//! their words. A statement is right when its speaker is right too: the words touch, or say the same name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::gold::{Document, Statement};
use super::names::comparable;
use super::share::{Share, percent, slice};

/// What was counted.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    content: Share,
    /// Content and speaker.
    right: Share,
    /// Matched contents of which gold tells whether they are hedged, and those told rightly.
    hedged: (usize, usize),
}

/// The figures by set, as Markdown.
pub(super) fn table<'a>(read: impl Iterator<Item = (&'a Document, &'a [Statement])>) -> String {
    let mut sets: BTreeMap<(u8, &str), Count> = BTreeMap::new();
    let mut n_documents = 0;
    for (document, found) in read {
        n_documents += 1;
        let source = document.source.as_deref().map(|it| (1, it));
        let count = score(document, found);
        for key in [Some((0, "all")), source].into_iter().flatten() {
            let total = sets.entry(key).or_default();
            total.content = total.content.and(count.content);
            total.right = total.right.and(count.right);
            total.hedged.0 += count.hedged.0;
            total.hedged.1 += count.hedged.1;
        }
    }
    if sets.len() == 2 {
        // One set is all there is.
        sets.remove(&(0, "all"));
    }
    let mut out = String::new();
    let _ = writeln!(out, "{n_documents} documents.\n");
    out.push_str("| set | statements | content F1 | content and speaker: precision | recall | F1 | hedged or not |\n");
    out.push_str("|---|---:|---:|---:|---:|---:|---:|\n");
    for ((_, name), it) in sets {
        let hedged = match it.hedged {
            (0, _) => String::new(),
            (n, n_right) => format!("{:.0} %", percent(n_right, n)),
        };
        let _ = writeln!(
            out,
            "| {name} | {} | {:.1} | {:.1} | {:.1} | {:.1} | {hedged} |",
            it.right.gold,
            it.content.f1(),
            it.right.precision(),
            it.right.recall(),
            it.right.f1(),
        );
    }
    out
}

fn score(document: &Document, found: &[Statement]) -> Count {
    let text = &document.text;
    let points: Vec<usize> = text.char_indices().map(|it| it.0).collect();
    let gold = document.statements.as_deref().unwrap_or_default();
    let share = Share {
        gold: gold.len(),
        found: found.len(),
        right: 0,
    };
    let mut count = Count {
        content: share,
        right: share,
        hedged: (0, 0),
    };
    let words = words(text);
    let of_gold: Vec<_> = gold.iter().map(|it| within(&words, &it.content)).collect();
    let of_found: Vec<_> = found.iter().map(|it| within(&words, &it.content)).collect();
    for (i, j) in pairs(&of_gold, &of_found) {
        let (Some(gold), Some(found)) = (gold.get(i), found.get(j)) else {
            continue;
        };
        count.content.right += 1;
        let name = |it: &Statement| {
            let words = it.speaker.iter().map(|it| slice(text, &points, *it));
            comparable(&words.collect::<Vec<_>>().join(" "))
        };
        let touch = gold.speaker.iter().any(|a| {
            let mut others = found.speaker.iter();
            others.any(|b| a[0].max(b[0]) < a[1].min(b[1]))
        });
        let is_nobody = gold.speaker.is_empty() && found.speaker.is_empty();
        let is_same = !gold.speaker.is_empty() && name(gold) == name(found);
        count.right.right += usize::from(touch || is_nobody || is_same);
        if let Some(hedged) = gold.hedged {
            count.hedged.0 += 1;
            count.hedged.1 += usize::from(found.hedged == Some(hedged));
        }
    }
    count
}

/// Those that are alike, one to one, the likest first.
fn pairs(gold: &[BTreeSet<usize>], found: &[BTreeSet<usize>]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (i, a) in gold.iter().enumerate() {
        for (j, b) in found.iter().enumerate() {
            let n_shared = a.intersection(b).count();
            if n_shared > 0 && 4 * n_shared >= a.len() + b.len() {
                all.push((percent(2 * n_shared, a.len() + b.len()), i, j));
            }
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken_gold, mut taken_found) = (BTreeSet::new(), BTreeSet::new());
    all.retain(|&(_, i, j)| {
        let is_free = !taken_gold.contains(&i) && !taken_found.contains(&j);
        if is_free {
            taken_gold.insert(i);
            taken_found.insert(j);
        }
        is_free
    });
    all.into_iter().map(|it| (it.1, it.2)).collect()
}

/// The words of a text, in code points. An apostrophe inside a word belongs to it.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    let mut chars = text.chars().enumerate().peekable();
    while let Some((at, it)) = chars.next() {
        let next = chars.peek().map(|it| it.1);
        let is_inside = matches!(it, '\'' | '’') && next.is_some_and(char::is_alphanumeric);
        match (start, it.is_alphanumeric() || it == '_') {
            (None, true) => start = Some(at),
            (Some(from), false) if !is_inside => {
                words.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|from| (from, text.chars().count())));
    words
}

/// The starts of the words that begin within these spans.
fn within(words: &[(usize, usize)], spans: &[[usize; 2]]) -> BTreeSet<usize> {
    let inside = |&[start, end]: &[usize; 2]| {
        let from = words.partition_point(|it| it.0 < start);
        let rest = words.get(from..).unwrap_or_default();
        rest.iter().map(|it| it.0).take_while(move |it| *it < end)
    };
    spans.iter().flat_map(inside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(speaker: [usize; 2], content: [usize; 2], hedged: bool) -> Statement {
        Statement {
            speaker: vec![speaker],
            content: vec![content],
            hedged: Some(hedged),
        }
    }

    #[test]
    fn content_and_speaker_are_compared() {
        let text = "Ilves said that it’s the end of all. Nord left.";
        let gold = statement([0, 5], [16, 35], false);
        let rows = [
            (statement([0, 5], [16, 35], false), [1, 1, 1], "the same"),
            (
                statement([37, 41], [16, 35], true),
                [1, 0, 0],
                "another speaker",
            ),
            (
                statement([0, 5], [16, 20], false),
                [0, 0, 0],
                "too little of it",
            ),
            (statement([0, 5], [21, 35], false), [1, 1, 1], "most of it"),
        ];
        for (found, expected, why) in rows {
            let document = Document {
                text: text.to_owned(),
                statements: Some(vec![statement([0, 5], [16, 35], false)]),
                ..Document::default()
            };
            let it = score(&document, &[found]);
            assert_eq!(
                [it.content.right, it.right.right, it.hedged.1],
                expected,
                "{why}"
            );
        }
        assert_eq!(
            within(&words(text), &gold.content).len(),
            5,
            "an apostrophe parts no word"
        );
    }
}
