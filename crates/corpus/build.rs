//! Writes the tables of `src/fold.rs`, so that no program carries those of all of Unicode.
//!
//! In: the rules of folding (`src/fold/rules.rs`) and the crate `unicode-normalization`. Out, in `OUT_DIR`: the folds
//! of single characters (`folds.txt`) and where they stand, the marks and the pairs (`tables.rs`). Their shapes are
//! told in `src/fold.rs`.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, compose};

#[path = "src/fold/rules.rs"]
mod rules;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/fold/rules.rs");
    let out = env::var("OUT_DIR")?;
    let pairs = pairs();
    let (folds, blocks) = folds()?;
    let tables = [blocks, marks(&pairs)?, rows_of_pairs(&pairs)?].concat();
    fs::write(Path::new(&out).join("folds.txt"), folds)?;
    fs::write(Path::new(&out).join("tables.rs"), tables)?;
    Ok(())
}

/// The characters that have tables: all but ASCII and the syllables of Hangul.
fn chars() -> impl Iterator<Item = char> {
    ('\u{80}'..=char::MAX).filter(|it| !matches!(it, '\u{ac00}'..='\u{d7a3}'))
}

/// The folds that are not just lower case, in blocks of sixteen characters.
fn folds() -> Result<(String, String), Box<dyn Error>> {
    let mut folds = String::new();
    let mut blocks = String::from("static BLOCKS: &[(u16, u16)] = &[\n");
    for block in 0x8..=u32::from(char::MAX) >> 4 {
        let chars = (block << 4..(block + 1) << 4).map(|it| char::from_u32(it).unwrap_or(' '));
        let texts: Vec<String> = chars.map(text).collect();
        let Some(last) = texts.iter().rposition(|it| !it.is_empty()) else {
            continue;
        };
        let (block, start) = (u16::try_from(block)?, u16::try_from(folds.len())?);
        writeln!(blocks, "({block}, {start}),")?;
        for text in texts.iter().take(last + 1) {
            folds.push_str(text);
            folds.push('\n');
        }
    }
    blocks.push_str("];\n");
    Ok((folds, blocks))
}

/// What stands for a character: nothing where its fold is lower case, a zero where its fold is nothing.
fn text(it: char) -> String {
    let fold = rules::fold(it.encode_utf8(&mut [0; 4]));
    if matches!(it, '\u{ac00}'..='\u{d7a3}') || it.to_lowercase().eq(fold.chars()) {
        String::new()
    } else if fold.is_empty() {
        String::from("\0")
    } else {
        fold
    }
}

/// The characters that compose to one, in order; not those whose second one is dropped.
fn pairs() -> Vec<(char, char, char)> {
    let mut pairs: Vec<_> = chars()
        .filter_map(|both| {
            let mut parts: Vec<char> = std::iter::once(both).nfd().collect();
            let second = parts.pop().filter(|it| !rules::is_accent(*it))?;
            let first = parts.into_iter().nfc().next()?;
            (compose(first, second) == Some(both)).then_some((first, second, both))
        })
        .collect();
    pairs.sort_unstable();
    pairs
}

fn rows_of_pairs(pairs: &[(char, char, char)]) -> Result<String, Box<dyn Error>> {
    let mut rows = String::from("static PAIRS: &[(char, char, char)] = &[\n");
    for row in pairs {
        writeln!(rows, "{row:?},")?;
    }
    rows.push_str("];\n");
    Ok(rows)
}

/// The marks that stay, and the other second characters of pairs, in ranges of one class.
fn marks(pairs: &[(char, char, char)]) -> Result<String, Box<dyn Error>> {
    let mut ranges: Vec<(char, char, u8)> = Vec::new();
    for it in chars().filter(|it| !rules::is_accent(*it)) {
        let class = canonical_combining_class(it);
        if class == 0 && !pairs.iter().any(|(_, second, _)| *second == it) {
            continue;
        }
        match ranges.last_mut() {
            Some((_, last, same)) if *same == class && u32::from(*last) + 1 == u32::from(it) => {
                *last = it;
            }
            _ => ranges.push((it, it, class)),
        }
    }
    let mut rows = String::from("static MARKS: &[(char, char, u8)] = &[\n");
    for (first, last, class) in ranges {
        let (first, last) = (u32::from(first), u32::from(last));
        writeln!(rows, "('\\u{{{first:x}}}', '\\u{{{last:x}}}', {class}),")?;
    }
    rows.push_str("];\n");
    Ok(rows)
}
