//! The engine at the command line: what software read in a folder of documents.
//!
//! `cargo xtask bake` and `cargo xtask eval` call this, compiled for speed. In: a folder. Out, on standard output: JSON Lines, one
//! document a line. What is odd about a seed goes to standard error with file and line.

mod args;
mod eval;

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use dossier_bake::{AsOf, Config, dump};

use crate::args::{Bake, Command};

fn main() -> ExitCode {
    match args::read(std::env::args_os().skip(1))
        .map_err(|err| err.to_string())
        .and_then(|it| match it {
            Command::Bake(options) => bake(&options),
            Command::Eval(gold) => {
                let tables = eval::run(&gold)?;
                print(&tables).map(|()| ExitCode::SUCCESS)
            }
        }) {
        Ok(outcome) => outcome,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn bake(options: &Bake) -> Result<ExitCode, String> {
    let seeds = dossier_bake::files::read(&options.seeds).map_err(|err| err.to_string())?;
    let config = Config {
        as_of: as_of(options.as_of.as_deref())?,
        ..Config::default()
    };
    let baked = dossier_bake::bake(&seeds, &config).map_err(|err| err.to_string())?;
    for finding in &baked.findings {
        eprintln!("warning: {finding}");
    }
    print(&dump::json_lines(&baked))?;
    if options.strict && !baked.findings.is_empty() {
        return Err(format!(
            "{} findings, and --strict allows none",
            baked.findings.len()
        ));
    }
    Ok(ExitCode::SUCCESS)
}

fn print(text: &str) -> Result<(), String> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        // The reader of a pipe may stop early: `… | head`.
        Err(err) if err.kind() != io::ErrorKind::BrokenPipe => Err(err.to_string()),
        _ => Ok(()),
    }
}

/// A date for all documents, or a file that maps ids to dates.
fn as_of(told: Option<&str>) -> Result<AsOf, String> {
    let Some(told) = told else {
        return Ok(AsOf::Unknown);
    };
    if !Path::new(told).is_file() {
        return Ok(AsOf::date(told));
    }
    let json = fs::read_to_string(told).map_err(|err| format!("cannot read {told} ({err})"))?;
    AsOf::from_json(&json).map_err(|err| format!("{told}: {err}"))
}
