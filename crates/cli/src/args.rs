//! The command line: `bake --seeds DIR --dump json [--as-of DATE|FILE] [--strict]` and `eval --gold FILE`.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Read a folder and print what is in it.
    Bake(Bake),
    /// Measure against a file of gold.
    Eval(PathBuf),
}

/// What to bake and how.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bake {
    /// The folder of documents.
    pub(crate) seeds: PathBuf,
    /// A date, or a file that maps ids to dates.
    pub(crate) as_of: Option<String>,
    /// Whether findings make it fail.
    pub(crate) strict: bool,
}

/// Reads the arguments after the program's name.
///
/// # Errors
///
/// An unknown command, option or format, or a value that is missing.
pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        Some(Value(command)) if command == "bake" => bake(parser).map(Command::Bake),
        Some(Value(command)) if command == "eval" => eval(parser).map(Command::Eval),
        Some(other) => Err(other.unexpected()),
        None => Err("say what to do: bake or eval".into()),
    }
}

fn eval(mut parser: lexopt::Parser) -> Result<PathBuf, lexopt::Error> {
    let mut gold = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Long("gold") => gold = Some(PathBuf::from(parser.value()?)),
            other => return Err(other.unexpected()),
        }
    }
    gold.ok_or_else(|| "say which file: --gold FILE".into())
}

fn bake(mut parser: lexopt::Parser) -> Result<Bake, lexopt::Error> {
    let mut seeds = None;
    let mut format = None;
    let mut as_of = None;
    let mut strict = false;
    while let Some(arg) = parser.next()? {
        match arg {
            Long("seeds") => seeds = Some(PathBuf::from(parser.value()?)),
            Long("dump") => format = Some(parser.value()?.string()?),
            Long("as-of") => as_of = Some(parser.value()?.string()?),
            Long("strict") => strict = true,
            other => return Err(other.unexpected()),
        }
    }
    match format.as_deref() {
        Some("json") => {}
        Some(other) => return Err(format!("--dump knows json, not `{other}`").into()),
        None => return Err("say --dump json".into()),
    }
    Ok(Bake {
        seeds: seeds.ok_or("say which folder: --seeds DIR")?,
        as_of,
        strict,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> impl Iterator<Item = OsString> {
        line.split_whitespace().map(OsString::from)
    }

    #[test]
    fn options() {
        let expected = Command::Bake(Bake {
            seeds: "a".into(),
            as_of: Some("2025-10-01".into()),
            strict: true,
        });
        assert_eq!(
            read(words("eval --gold a.jsonl")).unwrap(),
            Command::Eval("a.jsonl".into())
        );
        let line = "bake --seeds a --dump json --as-of 2025-10-01 --strict";
        assert_eq!(read(words(line)).unwrap(), expected);
    }

    #[test]
    fn mistakes_are_said() {
        for line in [
            "",
            "eval",
            "eval --gold",
            "bake",
            "bake --seeds a",
            "bake --seeds a --dump xml",
            "bake --dump json",
        ] {
            assert!(read(words(line)).is_err(), "{line}");
        }
    }
}
