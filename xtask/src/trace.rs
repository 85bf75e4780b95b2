//! `trace`: finds out anew which functions the first answer does not need, and keeps the list beside the code that
//! splits the program by it.
//!
//! ```text
//! page of seeds/, page of the letters ─ each function tells when it runs ─→ browser, typing ─→ later.txt
//! ```
//!
//! The list may be old: what is not in it comes with the first part. It is made anew when that part has grown.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::args::BuildOptions;
use crate::{folders, run, site, tools};

/// What is typed into each page: words that are there, a phrase, names, one letter wrong, nothing that is there.
const OF_SEEDS: [&str; 6] = [
    "monument",
    "\"the monument\"",
    "july -x",
    "skeptcism",
    "kursk lavrov",
    "xqz",
];
const OF_LETTERS: [&str; 6] = [
    "ferry",
    "\"the ferry\"",
    "march -x",
    "fery",
    "riga norling",
    "xqz",
];

/// Traces both pages and writes the list.
///
/// # Errors
///
/// A tool is missing, a page cannot be built, or the browser does not show it.
pub(crate) fn run() -> Result<()> {
    let root = folders::root()?;
    let target = folders::target()?;
    let browser = tools::testers()?;
    let letters = target.join("letters-seeds");
    let of_browser = || {
        let mut command = run::cargo(&root);
        command.args(["run", "--quiet", "--locked", "--package", "browser-tests"]);
        command
    };
    run::run(
        of_browser()
            .args(["--bin", "archive", "--", "letters"])
            .arg(&letters),
    )?;
    let out = target.join("traced");
    let later = |seeds, words: [&str; 6]| {
        let program = site::build_traced(&BuildOptions {
            seeds,
            out: Some(out.clone()),
            ..BuildOptions::default()
        })?;
        let said = output(
            of_browser()
                .args(["--bin", "traced", "--"])
                .arg(&out)
                .args(words)
                .env("CHROMEDRIVER", &browser.driver)
                .env("CHROME", &browser.chrome),
        )?;
        let numbers = said.lines().filter_map(|it| it.parse().ok()).collect();
        site::traced::border(&program, &numbers)
    };
    let many = later(Some(letters), OF_LETTERS)?;
    let one = later(None, OF_SEEDS)?;
    let file = root.join("xtask/src/site/later.txt");
    fs::write(&file, site::later::list(&one, &many))
        .with_context(|| format!("cannot write {}", file.display()))?;
    println!(
        "{} functions may follow in the page of one document, {} in others; each with what only it calls",
        one.len(),
        many.len()
    );
    Ok(())
}

fn output(command: &mut Command) -> Result<String> {
    let done = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start `{}`", run::line(command)))?;
    if !done.status.success() {
        bail!("`{}` failed", run::line(command));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}
