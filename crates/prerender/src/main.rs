//! What a page shows without its program, drawn when it is built, natively.
//!
//! `cargo xtask build` calls this. In: a folder of seeds. Out, into a folder:
//!
//! * `head.html`, `meta.html`: title and description; what only the hosted page says of itself;
//! * `screen.html`: the first screen, from the page's own components;
//! * `whole.html`: the plain text of all documents, where that is short;
//! * `title.txt`, `accent.txt`, `home.txt`, `forbid.txt`: what the site builder needs to know;
//! * `files/`: what is published as it is (plain pages, the manifest, the site map).
//!
//! A second command, `check`, looks for forbidden words in a finished site.
//!
//! Not done here: content policy, names by content, the program. That is `cargo xtask build`.

mod head;
mod html;
mod leaks;
mod manifest;
mod names;
mod plain;
mod screen;
mod site;
mod sitemap;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::prelude::*;

use crate::site::{Site, Wanted};

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = OsString>) -> Result<(), String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let said = |err: lexopt::Error| err.to_string();
    match parser.next().map_err(said)? {
        Some(Value(command)) if command == "draw" => draw(parser).map_err(said)?,
        Some(Value(command)) if command == "check" => check(parser).map_err(said)?,
        _ => Err("say `draw` or `check`".to_owned()),
    }
}

/// `draw --seeds DIR --style NAME --out DIR [--title T] [--url U]`.
fn draw(mut parser: lexopt::Parser) -> Result<Result<(), String>, lexopt::Error> {
    let mut wanted = Wanted::default();
    let mut out = PathBuf::new();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("seeds") => wanted.seeds = parser.value()?.into(),
            Long("title") => wanted.title = Some(parser.value()?.string()?),
            Long("url") => wanted.url = Some(parser.value()?.string()?),
            Long("style") => wanted.style = parser.value()?.string()?,
            Long("out") => out = parser.value()?.into(),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Site::open(&wanted).and_then(|site| write(&out, &drawn(&site))))
}

/// `check WORDS FOLDER`: the file of words, one a line, and the finished site.
fn check(mut parser: lexopt::Parser) -> Result<Result<(), String>, lexopt::Error> {
    let words: PathBuf = parser.value()?.into();
    let folder: PathBuf = parser.value()?.into();
    Ok(leaks::check(&words, &folder))
}

/// A file: its path below the folder, and its text.
type File = (String, String);

fn drawn(site: &Site) -> Vec<File> {
    let mut files = vec![
        ("head.html".to_owned(), head::of_every_page(site)),
        ("meta.html".to_owned(), head::of_hosted_page(site)),
        ("screen.html".to_owned(), screen::screen(site)),
        ("whole.html".to_owned(), plain::whole_text(site)),
        ("title.txt".to_owned(), html::escaped(&site.title)),
        ("accent.txt".to_owned(), site.accent.clone()),
        (
            "documents.txt".to_owned(),
            site.searcher.corpus().n_documents().to_string(),
        ),
        (
            "home.txt".to_owned(),
            site.url.as_deref().map(html::escaped).unwrap_or_default(),
        ),
        ("forbid.txt".to_owned(), site.forbid.join("\n")),
    ];
    let published = plain::pages(site)
        .into_iter()
        .chain(sitemap::sitemap(site))
        .chain([manifest::manifest(site)]);
    files.extend(published.map(|(path, text)| (format!("files/{path}"), text)));
    files
}

/// Makes `out` hold exactly these files.
fn write(out: &Path, files: &[File]) -> Result<(), String> {
    let failed = |path: &Path, err: std::io::Error| format!("{}: {err}", path.display());
    if out.exists() {
        fs::remove_dir_all(out).map_err(|err| failed(out, err))?;
    }
    for (path, text) in files {
        let path = out.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|err| failed(folder, err))?;
        }
        fs::write(&path, text).map_err(|err| failed(&path, err))?;
    }
    Ok(())
}
