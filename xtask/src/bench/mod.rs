//! `bench`: how long things take, natively and in the browser, at 1,000, 3,000 and 10,000 texts.
//!
//! ```text
//! texts ── cargo bench ─→ criterion's figures ─┐
//!       └─ build, browser ─→ window.bench ─────┴─→ one table
//! ```

mod folders;

use anyhow::Result;

use crate::args::{BenchOptions, BuildOptions};
use crate::{folders as places, run, site, tools};

/// Runs everything and prints the table.
///
/// # Errors
///
/// A tool is missing, the folder cannot be read, or a step failed.
pub(crate) fn run(options: &BenchOptions) -> Result<()> {
    let root = places::root()?;
    let browser = tools::testers()?;
    let home = places::target()?.join("bench");
    let seeds = home.join("seeds");
    let sizes = folders::fill(&seeds, options.seeds.as_deref())?;

    run::run(
        run::cargo(&root)
            .args(["bench", "--locked", "--package", "dossier-bake"])
            .args([
                "--package",
                "dossier-query",
                "--bench",
                "bake",
                "--bench",
                "query",
            ])
            .env("DOSSIER_BENCH", &seeds),
    )?;
    for size in &sizes {
        site::build(&BuildOptions {
            seeds: Some(seeds.join(size)),
            out: Some(home.join("site").join(size)),
            ..BuildOptions::default()
        })?;
    }
    run::run(
        run::cargo(&root)
            .args(["run", "--quiet", "--locked", "--package", "browser-tests"])
            .args(["--bin", "bench", "--"])
            .arg(&home)
            .arg(places::target()?.join("criterion"))
            .args(&sizes)
            .env("CHROMEDRIVER", &browser.driver)
            .env("CHROME", &browser.chrome),
    )
}
