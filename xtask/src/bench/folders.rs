//! Folders of 1,000, 3,000 and 10,000 texts: out of a given folder, or made up.
//!
//! Texts that are made up follow a fixed recipe: the same numbers give the same words, and few words are frequent, as
//! in a language. How long things take on them is like real texts; how well things are found cannot be told from them.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

/// How many texts each folder holds.
const SIZES: [usize; 3] = [1_000, 3_000, 10_000];

/// Fills `home/1000`, `home/3000` and `home/10000`, as far as `given` has so many, and returns the folders' names.
///
/// # Errors
///
/// The folder holds too few texts, or something cannot be read or written.
pub(super) fn fill(home: &Path, given: Option<&Path>) -> Result<Vec<String>> {
    if home.exists() {
        fs::remove_dir_all(home)?;
    }
    let given = given.map(texts_of).transpose()?;
    let n_given = given.as_ref().map_or(usize::MAX, Vec::len);
    let mut sizes: Vec<usize> = SIZES.into_iter().filter(|it| *it <= n_given).collect();
    if n_given < SIZES[0] {
        sizes.push(n_given);
    }
    for &size in &sizes {
        let folder = home.join(size.to_string());
        fs::create_dir_all(&folder)?;
        match &given {
            // Evenly spread: names often tell where texts come from.
            Some(given) => (0..size).try_for_each(|number| {
                let file = given.get(number * given.len() / size);
                let file = file.context("a text is not there any more")?;
                let name = file.file_name().unwrap_or_default();
                fs::copy(file, folder.join(name)).map(|_| ())?;
                Ok::<(), anyhow::Error>(())
            })?,
            None => (0..size).try_for_each(|number| {
                fs::write(folder.join(format!("{number:05}.md")), made_up(number))
            })?,
        }
    }
    Ok(sizes.iter().map(ToString::to_string).collect())
}

/// The files of a folder, by name.
fn texts_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|it| Some(it.ok()?.path()))
        .filter(|it| it.is_file())
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("there are no files in {}", folder.display());
    }
    Ok(files)
}

/// Numbers in a fixed order that looks like none.
struct Numbers(u64);

impl Numbers {
    /// A number below `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end.max(1)
    }

    /// A number below `end`, small ones more often.
    fn small(&mut self, end: u64) -> u64 {
        let most = self.below(end) + 1;
        let less = self.below(most) + 1;
        self.below(less)
    }
}

const SYLLABLES: [&str; 24] = [
    "ba", "ce", "di", "fo", "gu", "han", "jel", "kir", "lo", "mun", "na", "per", "qui", "ros",
    "sat", "te", "ul", "ven", "wi", "xo", "yar", "zen", "or", "is",
];

/// The word of a number: frequent ones are short.
fn word(number: u64) -> String {
    let mut rest = number + 7;
    let mut word = String::new();
    while rest > 0 {
        let syllable = usize::try_from(rest % 24).unwrap_or(0);
        word.push_str(SYLLABLES.get(syllable).copied().unwrap_or("a"));
        rest /= 24;
    }
    word
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

/// About 2,300 characters in paragraphs, with names, dates and quotations.
fn made_up(text: usize) -> String {
    let mut numbers = Numbers(text as u64 * 7_919 + 1);
    let year = 1950 + numbers.below(70);
    let mut out = format!(
        "---\ntitle: {} {}\ndate: {year}-{:02}\nsource: {}\n---\n\n",
        capital(&word(numbers.small(40_000))),
        word(numbers.small(40_000)),
        numbers.below(12) + 1,
        capital(&word(numbers.below(12))),
    );
    for _ in 0..numbers.below(16) + 8 {
        for sentence in 0..=numbers.below(3) {
            let name = format!(
                "{} {}",
                capital(&word(300 + numbers.small(400))),
                capital(&word(900 + numbers.small(4_000)))
            );
            let opening = match numbers.below(5) {
                0 => format!(
                    "On {} May {year} {name} of Orlen said",
                    numbers.below(28) + 1
                ),
                1 => format!("“{},” said {name}", word(numbers.small(40_000))),
                2 => format!("In {}", year - numbers.below(20)),
                _ => capital(&word(numbers.small(40_000))),
            };
            if sentence > 0 {
                out.push(' ');
            }
            out.push_str(&opening);
            for _ in 0..numbers.below(14) + 4 {
                let _ = write!(out, " {}", word(numbers.small(40_000)));
            }
            out.push('.');
        }
        out.push_str("\n\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_made_up_the_same_each_time() {
        assert_eq!(made_up(7), made_up(7));
        assert_ne!(made_up(7), made_up(8));
        assert!(made_up(7).starts_with("---\ntitle: "));
    }
}
