//! Scripts and styles, made smaller by esbuild; only without indentation where it cannot be had.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use anyhow::{Context as _, Result, ensure};

use crate::run;

/// What browsers read that have all the program takes.
const TARGET: &str = "--target=es2022";

/// Makes texts smaller that mean the same.
pub(super) struct Minifier {
    pub(super) esbuild: Option<PathBuf>,
}

impl Minifier {
    /// A script, or a module.
    pub(super) fn script(&self, text: &str) -> Result<String> {
        self.run(text, &["--loader=js", "--format=esm", TARGET])
    }

    /// A style sheet.
    pub(super) fn style(&self, text: &str) -> Result<String> {
        self.run(text, &["--loader=css"])
    }

    fn run(&self, text: &str, arguments: &[&str]) -> Result<String> {
        let Some(esbuild) = &self.esbuild else {
            return Ok(lean(text));
        };
        let mut command = Command::new(esbuild);
        command
            .args(["--minify", "--charset=utf8", "--legal-comments=none"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let output = answer(&mut command, text)
            .with_context(|| format!("cannot run `{}`", run::line(&command)))?;
        ensure!(output.status.success(), "`{}` failed", run::line(&command));
        Ok(String::from_utf8(output.stdout)?)
    }
}

/// What a program that first reads all of its input makes of it.
fn answer(command: &mut Command, input: &str) -> io::Result<Output> {
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes())?;
    }
    child.wait_with_output()
}

/// The text without indentation and lines of comment; as it is where a text in it goes on over several lines.
pub(super) fn lean(script: &str) -> String {
    let is_whole = |line: &str| line.matches('`').count().is_multiple_of(2);
    if !script.lines().all(is_whole) {
        return script.to_owned();
    }
    script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_made_lean_where_that_changes_nothing() {
        for (script, expected, why) in [
            (
                "a(\n    1, // one\n\n);\n",
                "a(\n1, // one\n);\n",
                "indentation and empty lines",
            ),
            ("// Why.\n  b(`x`);", "b(`x`);\n", "comments of their own"),
            (
                "c(`\n  x\n`);\n",
                "c(`\n  x\n`);\n",
                "a text over several lines stays",
            ),
        ] {
            assert_eq!(lean(script), expected, "{why}");
        }
    }
}
