//! `size`: bytes of each shipped file, raw and compressed, against `size-budget.toml`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use brotli::enc::BrotliEncoderParams;
use dossier_pack::Packing;

use crate::args::BuildOptions;
use crate::{folders, site};

/// What must not be exceeded, in bytes.
#[derive(Debug, PartialEq, Eq)]
struct Budget {
    /// What loads before the first screen, each file as gzip.
    first_screen_gzip: usize,
    /// The single file as it lies on disk.
    single_file: usize,
}

/// A file's bytes.
struct Measured {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Builds the page of the repository's seeds under the build folder and measures it.
pub(crate) fn run() -> Result<()> {
    let out = folders::target()?.join("page");
    site::build(&BuildOptions {
        out: Some(out.clone()),
        ..BuildOptions::default()
    })?;
    check(&out)
}

/// Measures a built page, prints the table, compares with the budget.
///
/// # Errors
///
/// The page is over its budget, or it cannot be read.
pub(crate) fn check(page: &Path) -> Result<()> {
    let budget = budget()?;
    let mut names: Vec<String> = fs::read_dir(page)
        .with_context(|| format!("cannot read {}", page.display()))?
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    let files = names
        .into_iter()
        .map(|name| measure(page, name))
        .collect::<Result<Vec<_>>>()?;
    print(&files);
    let first_screen = files
        .iter()
        .filter(|it| is_before_first_screen(&it.name))
        .map(|it| it.gzip)
        .sum();
    let single = files
        .iter()
        .find(|it| it.name == "dossier.html")
        .map_or(0, |it| it.raw);
    within(
        "before the first screen, gzip",
        first_screen,
        budget.first_screen_gzip,
    )?;
    within("the single file", single, budget.single_file)
}

/// Whether a file comes before the first screen answers: the page itself, the glue, the program.
fn is_before_first_screen(name: &str) -> bool {
    name == "index.html" || name.starts_with("dossier-")
}

fn measure(page: &Path, name: String) -> Result<Measured> {
    let bytes = fs::read(page.join(&name))?;
    let mut brotli = Vec::new();
    brotli::BrotliCompress(
        &mut bytes.as_slice(),
        &mut brotli,
        &BrotliEncoderParams::default(),
    )?;
    Ok(Measured {
        name,
        raw: bytes.len(),
        gzip: Packing::Gzip.pack(&bytes)?.len(),
        brotli: brotli.len(),
    })
}

fn print(files: &[Measured]) {
    println!("{:<34}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli");
    for file in files {
        println!(
            "{:<34}{:>10}{:>10}{:>10}",
            file.name, file.raw, file.gzip, file.brotli
        );
    }
}

fn within(what: &str, bytes: usize, budget: usize) -> Result<()> {
    println!("{what}: {bytes} of {budget}");
    if bytes > budget {
        bail!(
            "{what}: {bytes} bytes are over the budget of {budget}; make it smaller, or raise the budget in \
             size-budget.toml and say why"
        );
    }
    Ok(())
}

fn budget() -> Result<Budget> {
    let file = folders::root()?.join("size-budget.toml");
    let text =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    read_budget(&text)
}

fn read_budget(text: &str) -> Result<Budget> {
    let value = |name: &str| {
        text.lines()
            .filter_map(|line| line.split_once('='))
            .find(|(key, _)| key.trim() == name)
            .and_then(|(_, value)| value.trim().replace('_', "").parse().ok())
            .with_context(|| format!("size-budget.toml gives no number for {name}"))
    };
    Ok(Budget {
        first_screen_gzip: value("first_screen_gzip")?,
        single_file: value("single_file")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_read() {
        let text = "# why\nfirst_screen_gzip = 220_000\nsingle_file = 7\n";
        let expected = Budget {
            first_screen_gzip: 220_000,
            single_file: 7,
        };
        assert_eq!(read_budget(text).unwrap(), expected);
        assert!(read_budget("single_file = seven").is_err());
    }
}
