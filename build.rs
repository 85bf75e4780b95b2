//! Bakes the seeds into the app.
//!
//! In: the folder that `DOSSIER_SEEDS` names (`seeds` when it is not set) and, if set, the title in
//! `DOSSIER_TITLE`. Out: `corpus.bin` and the folder `seeds` below `OUT_DIR`, named to the app by the variables
//! `DOSSIER_CORPUS` and `DOSSIER_STAGED`. What is odd about a seed is printed as a warning.
//!
//! From the catalogues in `assets/locales`: `say.rs`, a function for each message, and a table for each language,
//! `en.txt` for one.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use dossier_bake::{Config, Finding, StagedFile};
use dossier_wording::compile;

/// More warnings than this are only counted; the page lists them all.
const MAX_WARNINGS: usize = 200;

fn main() {
    if let Err(error) = run() {
        println!("cargo::error={}", one_line(&error.to_string()));
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let seeds = root.join(env::var("DOSSIER_SEEDS").unwrap_or_else(|_| "seeds".to_owned()));
    println!("cargo::rerun-if-env-changed=DOSSIER_SEEDS");
    println!("cargo::rerun-if-env-changed=DOSSIER_TITLE");
    println!("cargo::rerun-if-changed={}", seeds.display());

    let config = Config {
        title: env::var("DOSSIER_TITLE").ok().filter(|it| !it.is_empty()),
        ..Config::default()
    };
    let baked = dossier_bake::bake(&dossier_bake::files::read(&seeds)?, &config)?;
    warn(&baked.findings);
    let corpus = out.join("corpus.bin");
    let staged = out.join("seeds");
    write_if_changed(&corpus, &baked.bytes)?;
    stage(&staged, &baked.originals)?;
    println!("cargo::rustc-env=DOSSIER_CORPUS={}", corpus.display());
    println!("cargo::rustc-env=DOSSIER_STAGED={}", staged.display());
    wording(&root.join("assets").join("locales"), &out)
}

/// Compiles the catalogues; what a language lacks is a warning, and said in English.
fn wording(catalogues: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", catalogues.display());
    let compiled = compile::compile(&compile::sources(catalogues)?)?;
    for finding in &compiled.findings {
        println!("cargo::warning={}", one_line(&finding.to_string()));
    }
    write_if_changed(&out.join("say.rs"), compiled.functions.as_bytes())?;
    let mut list = String::from("[\n");
    for language in &compiled.languages {
        let table = out.join(format!("{}.txt", language.tag));
        write_if_changed(&table, language.table.as_bytes())?;
        list.push_str(&format!("({:?}, {:?}),\n", language.tag, language.name));
    }
    list.push(']');
    write_if_changed(&out.join("languages.rs"), list.as_bytes())?;
    Ok(())
}

fn warn(findings: &[Finding]) {
    for finding in findings.iter().take(MAX_WARNINGS) {
        println!("cargo::warning={}", one_line(&finding.to_string()));
    }
    if let Some(n_more) = findings.len().checked_sub(MAX_WARNINGS + 1) {
        println!(
            "cargo::warning=and {} more; the page's About view lists them all",
            n_more + 1
        );
    }
}

/// A line end in a file's name must not begin a line that Cargo obeys.
fn one_line(message: &str) -> String {
    message.replace(char::is_control, " ")
}

/// Makes `folder` hold exactly these files.
fn stage(folder: &Path, files: &[StagedFile]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_staged = name.to_str().is_some_and(|it| {
            files
                .binary_search_by(|file| file.name.as_str().cmp(it))
                .is_ok()
        });
        if !is_staged {
            fs::remove_file(entry.path())?;
        }
    }
    for file in files {
        write_if_changed(&folder.join(&file.name), &file.bytes)?;
    }
    Ok(())
}

fn write_if_changed(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if fs::read(path).is_ok_and(|it| it == bytes) {
        return Ok(());
    }
    fs::write(path, bytes)
}
