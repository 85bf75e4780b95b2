//! The command line: `bake --seeds DIR --dump json [--as-of DATE|FILE] [--strict]`.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

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
pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Bake, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        Some(Value(command)) if command == "bake" => {}
        Some(other) => return Err(other.unexpected()),
        None => return Err("say what to do: bake".into()),
    }
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
        let expected = Bake {
            seeds: "a".into(),
            as_of: Some("2025-10-01".into()),
            strict: true,
        };
        let line = "bake --seeds a --dump json --as-of 2025-10-01 --strict";
        assert_eq!(read(words(line)).unwrap(), expected);
    }

    #[test]
    fn mistakes_are_said() {
        for line in [
            "",
            "eval",
            "bake",
            "bake --seeds a",
            "bake --seeds a --dump xml",
            "bake --dump json",
        ] {
            assert!(read(words(line)).is_err(), "{line}");
        }
    }
}
