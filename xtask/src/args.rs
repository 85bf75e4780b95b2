//! The command line: arguments → [`Command`].

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Serve(ServeOptions),
    Build(BuildOptions),
    /// The arguments go to the engine as they are.
    Bake(Vec<OsString>),
    Eval(EvalOptions),
    Test(Steps),
    Bench(BenchOptions),
    Fuzz(FuzzOptions),
    Size,
    Tidy,
    Trace,
    Setup,
}

/// Which steps of `test` to run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Steps {
    All,
    /// This one and all after it.
    From(String),
    Only(String),
}

/// Which documents become a page, and where it goes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BuildOptions {
    /// The folder of documents; the repository's `seeds/` by default.
    pub(crate) seeds: Option<PathBuf>,
    /// The site's title; what `corpus.yaml` says, or the build's own choice, by default.
    pub(crate) title: Option<String>,
    /// The address that the site will have, where it is known.
    pub(crate) url: Option<String>,
    /// Where the page is written; the repository's `dist/` by default.
    pub(crate) out: Option<PathBuf>,
}

/// What times are measured on.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BenchOptions {
    /// A folder of texts; made-up texts without it.
    pub(crate) seeds: Option<PathBuf>,
}

/// What is fuzzed, and how long.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FuzzOptions {
    /// The target; all of them without it.
    pub(crate) target: Option<String>,
    /// Seconds for each target.
    pub(crate) seconds: u32,
}

/// What the engine is measured against.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct EvalOptions {
    /// A file of texts with what is marked in them.
    pub(crate) gold: PathBuf,
    /// Whether the tables are written into the documentation, and not printed.
    pub(crate) writes: bool,
}

/// How the page is served.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    pub(crate) build: BuildOptions,
    /// The first port to try.
    pub(crate) port: u16,
}

/// Reads the arguments after the program's name.
///
/// # Errors
///
/// An unknown command or option, or a value that is missing or cannot be read.
pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let command = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(command)) => command.string()?,
        Some(other) => return Err(other.unexpected()),
    };
    match command.as_str() {
        "help" => Ok(Command::Help),
        "serve" => serve(parser).map(Command::Serve),
        "build" => build(parser).map(Command::Build),
        "bake" => Ok(Command::Bake(parser.raw_args()?.collect())),
        "eval" => eval(parser).map(Command::Eval),
        "test" => steps(parser).map(Command::Test),
        "bench" => bench(parser).map(Command::Bench),
        "fuzz" => fuzz(parser).map(Command::Fuzz),
        "size" => nothing_more(parser).map(|()| Command::Size),
        "tidy" => nothing_more(parser).map(|()| Command::Tidy),
        "trace" => nothing_more(parser).map(|()| Command::Trace),
        "setup" => nothing_more(parser).map(|()| Command::Setup),
        other => Err(format!("there is no command `{other}`").into()),
    }
}

fn serve(mut parser: lexopt::Parser) -> Result<ServeOptions, lexopt::Error> {
    let mut options = ServeOptions {
        build: BuildOptions::default(),
        port: 8080,
    };
    while let Some(arg) = parser.next()? {
        match arg {
            Long("port") => options.port = parser.value()?.parse()?,
            Long("seeds") => options.build.seeds = Some(parser.value()?.into()),
            Long("title") => options.build.title = Some(parser.value()?.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn build(mut parser: lexopt::Parser) -> Result<BuildOptions, lexopt::Error> {
    let mut options = BuildOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("seeds") => options.seeds = Some(parser.value()?.into()),
            Long("title") => options.title = Some(parser.value()?.string()?),
            Long("url") => options.url = Some(parser.value()?.string()?),
            Long("out") => options.out = Some(parser.value()?.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn bench(mut parser: lexopt::Parser) -> Result<BenchOptions, lexopt::Error> {
    let mut options = BenchOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("seeds") => options.seeds = Some(parser.value()?.into()),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn fuzz(mut parser: lexopt::Parser) -> Result<FuzzOptions, lexopt::Error> {
    let mut options = FuzzOptions {
        target: None,
        seconds: 60,
    };
    while let Some(arg) = parser.next()? {
        match arg {
            Long("seconds") => options.seconds = parser.value()?.parse()?,
            Value(target) if options.target.is_none() => options.target = Some(target.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}

fn eval(mut parser: lexopt::Parser) -> Result<EvalOptions, lexopt::Error> {
    let mut options = EvalOptions::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("gold") => options.gold = parser.value()?.into(),
            Long("write") => options.writes = true,
            other => return Err(other.unexpected()),
        }
    }
    if options.gold.as_os_str().is_empty() {
        return Err("say which file: --gold FILE".into());
    }
    Ok(options)
}

fn steps(mut parser: lexopt::Parser) -> Result<Steps, lexopt::Error> {
    let steps = match parser.next()? {
        None => return Ok(Steps::All),
        Some(Long("from")) => Steps::From(parser.value()?.string()?),
        Some(Long("only")) => Steps::Only(parser.value()?.string()?),
        Some(other) => return Err(other.unexpected()),
    };
    nothing_more(parser)?;
    Ok(steps)
}

fn nothing_more(mut parser: lexopt::Parser) -> Result<(), lexopt::Error> {
    match parser.next()? {
        None => Ok(()),
        Some(other) => Err(other.unexpected()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> impl Iterator<Item = OsString> {
        line.split_whitespace().map(OsString::from)
    }

    #[test]
    fn commands() {
        let built = |seeds: Option<&str>, title: Option<&str>, out: Option<&str>| BuildOptions {
            seeds: seeds.map(PathBuf::from),
            title: title.map(String::from),
            url: None,
            out: out.map(PathBuf::from),
        };
        let cases = [
            ("", Command::Help),
            ("--help", Command::Help),
            ("build", Command::Build(built(None, None, None))),
            (
                "build --seeds=a --title T --out b",
                Command::Build(built(Some("a"), Some("T"), Some("b"))),
            ),
            (
                "serve --port 9000 --seeds a",
                Command::Serve(ServeOptions {
                    build: built(Some("a"), None, None),
                    port: 9000,
                }),
            ),
            ("test", Command::Test(Steps::All)),
            (
                "test --only size",
                Command::Test(Steps::Only("size".into())),
            ),
            (
                "test --from size",
                Command::Test(Steps::From("size".into())),
            ),
            (
                "bench --seeds a",
                Command::Bench(BenchOptions {
                    seeds: Some("a".into()),
                }),
            ),
            (
                "fuzz edtf --seconds 5",
                Command::Fuzz(FuzzOptions {
                    target: Some("edtf".into()),
                    seconds: 5,
                }),
            ),
            (
                "bake --seeds a --dump json",
                Command::Bake(words("--seeds a --dump json").collect()),
            ),
        ];
        let measured = EvalOptions {
            gold: "a.jsonl".into(),
            writes: true,
        };
        assert_eq!(
            read(words("eval --gold a.jsonl --write")).unwrap(),
            Command::Eval(measured)
        );
        for (line, expected) in cases {
            assert_eq!(read(words(line)).unwrap(), expected, "{line}");
        }
    }

    #[test]
    fn mistakes_are_said() {
        for line in [
            "bulid",
            "build --ot x",
            "build --out",
            "serve --port x",
            "setup now",
            "fuzz edtf seed",
            "fuzz --seconds soon",
            "eval",
            "eval --write",
        ] {
            assert!(read(words(line)).is_err(), "{line}");
        }
    }
}
