//! Compares the names that were found with gold.
//!
//! What counts is what a list of names shows: the distinct names of each document, each with its kind. Names are made
//! comparable first: case, articles, possessives, full stops in abbreviations and marks at the ends do not count.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;

use super::gold::Document;
use super::share::{Share, slice};

/// The kinds that are measured, as gold names them.
pub(super) const KINDS: [&str; 3] = ["PERSON", "ORGANISATION", "PLACE"];

/// A name that was found: where, in code points, and its kind as gold names it.
pub(super) type Found = (usize, usize, &'static str);

/// The figures by set, as Markdown.
pub(super) fn table<'a>(read: impl Iterator<Item = (&'a Document, &'a [Found])>) -> String {
    let mut sets: BTreeMap<(u8, &str), [Share; 3]> = BTreeMap::new();
    let mut n_documents = 0;
    for (document, found) in read {
        n_documents += 1;
        let source = document.source.as_deref().map(|it| (1, it));
        for key in [Some((0, "all")), source].into_iter().flatten() {
            let shares = sets.entry(key).or_default();
            for (total, share) in shares.iter_mut().zip(score(document, found)) {
                *total = total.and(share);
            }
        }
    }
    if sets.len() == 2 {
        // One set is all there is.
        sets.remove(&(0, "all"));
    }
    let mut out = String::new();
    let _ = writeln!(out, "{n_documents} documents.\n");
    out.push_str("| set | names | precision | recall | F1 | people | organisations | places |\n");
    out.push_str("|---|---:|---:|---:|---:|---:|---:|---:|\n");
    for ((_, name), shares) in sets {
        let all = shares.into_iter().fold(Share::default(), Share::and);
        let [people, organisations, places] = shares.map(Share::f1);
        let _ = writeln!(
            out,
            "| {name} | {} | {:.1} | {:.1} | {:.1} | {people:.1} | {organisations:.1} | {places:.1} |",
            all.gold,
            all.precision(),
            all.recall(),
            all.f1(),
        );
    }
    out
}

/// What is right in one document, for each of [`KINDS`].
fn score(document: &Document, found: &[Found]) -> [Share; 3] {
    let points: Vec<usize> = document.text.char_indices().map(|it| it.0).collect();
    let name = |start, end| comparable(slice(&document.text, &points, [start, end]));
    KINDS.map(|kind| {
        let gold = document.entities.iter().flatten();
        let gold = gold.filter(|it| it.kind == kind);
        let gold: BTreeSet<String> = gold.map(|it| name(it.start, it.end)).collect();
        let found = found.iter().filter(|it| it.2 == kind);
        let found: BTreeSet<String> = found.map(|it| name(it.0, it.1)).collect();
        let count = |names: &BTreeSet<String>| names.iter().filter(|it| !it.is_empty()).count();
        Share {
            gold: count(&gold),
            found: count(&found),
            right: count(&gold.intersection(&found).cloned().collect()),
        }
    })
}

/// A name as it is compared: "the U.S.’s" is "us".
pub(super) fn comparable(name: &str) -> String {
    let plain: String = name
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|it| match it {
            '’' => '\'',
            '‐' | '‑' | '–' => '-',
            other => other,
        })
        .collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_edge = |it: char| " .,;:!?\"'“”‘()[]".contains(it);
    let name = line.trim_matches(is_edge);
    let name = name.strip_suffix("'s").unwrap_or(name);
    let articles = ["the ", "a ", "an "];
    let name = articles
        .iter()
        .find_map(|it| name.strip_prefix(it))
        .unwrap_or(name);
    without_stops(name).trim_matches([' ', '.']).to_owned()
}

/// "u.s.a" is "usa".
fn without_stops(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let at = |idx: Option<usize>| idx.and_then(|it| chars.get(it)).copied();
    let is_word = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_');
    let is_letter = |it: Option<char>| it.is_some_and(|it| it.is_ascii_lowercase());
    let is_alone = |idx: Option<usize>| {
        let before = idx.and_then(|it| it.checked_sub(1));
        is_letter(at(idx)) && !is_word(at(before)) && !is_word(at(idx.map(|it| it + 1)))
    };
    (0..chars.len())
        .filter(|&idx| {
            let drops = at(Some(idx)) == Some('.')
                && is_alone(idx.checked_sub(1))
                && (idx + 1 == chars.len() || is_alone(Some(idx + 1)));
            !drops
        })
        .filter_map(|idx| at(Some(idx)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::gold::Name;

    #[test]
    fn names_are_compared_by_what_they_say() {
        for (name, expected) in [
            ("the U.S.", "us"),
            ("U.S.A.’s", "usa"),
            ("The  Hague", "hague"),
            ("“Aurelia”", "aurelia"),
            ("J. Whitby", "j. whitby"),
            ("Mont‐Halm", "mont-halm"),
            ("(ILO)", "ilo"),
        ] {
            assert_eq!(comparable(name), expected, "{name}");
        }
    }

    #[test]
    fn distinct_names_of_a_document_are_counted() {
        let text = "Ilves of Halm met Ilves.";
        let name = |start: usize, end: usize, kind: &str| Name {
            start,
            end,
            kind: kind.to_owned(),
        };
        let document = Document {
            text: text.to_owned(),
            entities: Some(vec![
                name(0, 5, "PERSON"),
                name(18, 23, "PERSON"),
                name(9, 13, "PLACE"),
            ]),
            ..Document::default()
        };
        let found = [(0, 5, "PERSON"), (9, 13, "PERSON")];
        let [people, _, places] = score(&document, &found);
        assert_eq!((people.gold, people.found, people.right), (1, 2, 1));
        assert_eq!((places.gold, places.found, places.right), (1, 0, 0));
        let table = table([(&document, &found[..])].into_iter());
        assert!(
            table.contains("| all | 2 | 50.0 | 50.0 | 50.0 | 66.7 |"),
            "{table}"
        );
    }
}
