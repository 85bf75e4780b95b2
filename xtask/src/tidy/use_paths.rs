//! Which items a source file names: the paths of its `use` trees and those in its bodies.
//!
//! Reads tokens, not types: comments and everything from `#[cfg(test)]` on are left out, `super` and `self` are
//! resolved by the file's place. Strings are read as if they were code, which is enough for the import rules.

/// A path as the file names it, from `crate` or another crate's name on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NamedPath {
    /// From 1.
    pub(super) line: usize,
    /// `crate::state::Settings`.
    pub(super) path: String,
}

/// All paths of two or more parts that the file names outside its tests.
pub(super) fn of(file: &str, text: &str) -> Vec<NamedPath> {
    let tokens = tokens(text);
    let mut reader = Reader {
        module: module(file),
        tokens: &tokens,
        at: 0,
        found: Vec::new(),
    };
    reader.read();
    reader.found
}

/// The module that a file is: `crates/bake/src/dates/iso.rs` → `crate`, `dates`, `iso`.
fn module(file: &str) -> Vec<String> {
    let below = file.rsplit_once("src/").map_or(file, |(_, below)| below);
    let names = below.trim_end_matches(".rs").split('/');
    std::iter::once("crate")
        .chain(names.filter(|name| !matches!(*name, "mod" | "lib" | "main")))
        .map(String::from)
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind<'a> {
    Word(&'a str),
    Colons,
    Other(char),
}

type Token<'a> = (usize, Kind<'a>);

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for (idx, line) in text.lines().enumerate() {
        if line.trim() == "#[cfg(test)]" {
            break;
        }
        let code = line.split("//").next().unwrap_or_default();
        let mut rest = code.trim_start();
        while let Some(first) = rest.chars().next() {
            let is_word = |it: char| it.is_alphanumeric() || it == '_';
            let (kind, n_bytes) = if is_word(first) {
                let end = rest.find(|it| !is_word(it)).unwrap_or(rest.len());
                (Kind::Word(rest.get(..end).unwrap_or_default()), end)
            } else if rest.starts_with("::") {
                (Kind::Colons, 2)
            } else {
                (Kind::Other(first), first.len_utf8())
            };
            tokens.push((idx + 1, kind));
            rest = rest.get(n_bytes..).unwrap_or_default().trim_start();
        }
    }
    tokens
}

struct Reader<'a> {
    module: Vec<String>,
    tokens: &'a [Token<'a>],
    at: usize,
    found: Vec<NamedPath>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some((_, kind)) = self.peek() {
            match kind {
                Kind::Word("use") => {
                    self.at += 1;
                    self.tree(&[]);
                }
                Kind::Word(_) => self.in_body(),
                _ => self.at += 1,
            }
        }
    }

    fn peek(&self) -> Option<(usize, Kind<'_>)> {
        self.tokens.get(self.at).copied()
    }

    /// A path in a body: words joined by `::`.
    fn in_body(&mut self) {
        let mut parts = Vec::new();
        let line = self.peek().map_or(0, |(line, _)| line);
        while let Some((_, Kind::Word(word))) = self.peek() {
            parts.push(word.to_owned());
            self.at += 1;
            if !matches!(self.peek(), Some((_, Kind::Colons))) {
                break;
            }
            self.at += 1;
        }
        if parts.len() > 1 {
            self.found(line, &parts);
        }
    }

    /// One tree of a `use`, up to the `,`, `}` or `;` behind it.
    fn tree(&mut self, prefix: &[String]) {
        let mut parts = prefix.to_vec();
        let line = self.peek().map_or(0, |(line, _)| line);
        while let Some((_, kind)) = self.peek() {
            match kind {
                Kind::Other(',' | '}' | ';') => break,
                Kind::Other('{') => {
                    self.at += 1;
                    self.branches(&parts);
                    return;
                }
                Kind::Word("as") => self.at += 1,
                Kind::Word(word) => parts.push(word.to_owned()),
                _ => {}
            }
            self.at += 1;
        }
        self.found(line, &parts);
    }

    fn branches(&mut self, prefix: &[String]) {
        while let Some((_, kind)) = self.peek() {
            match kind {
                Kind::Other('}') => {
                    self.at += 1;
                    return;
                }
                Kind::Other(',') => self.at += 1,
                Kind::Other(';') => return,
                _ => self.tree(prefix),
            }
        }
    }

    fn found(&mut self, line: usize, parts: &[String]) {
        let n_up = parts.iter().take_while(|it| *it == "super").count();
        let from_here = n_up > 0 || parts.first().is_some_and(|it| it == "self");
        let path = if from_here {
            let n_kept = self.module.len().saturating_sub(n_up).max(1);
            let rest = parts.iter().skip(n_up.max(1));
            let module = self.module.iter().take(n_kept);
            module.chain(rest).cloned().collect::<Vec<_>>().join("::")
        } else {
            parts.join("::")
        };
        self.found.push(NamedPath { line, path });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_a_file() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("src/a.rs", "use yew::prelude::*;", &["yew::prelude"]),
            (
                "src/a.rs",
                "use crate::{\n    state::Settings,\n    hooks::{a, b as c},\n};",
                &[
                    "crate::state::Settings",
                    "crate::hooks::a",
                    "crate::hooks::b",
                ],
            ),
            (
                "src/pages/about.rs",
                "use super::super::state::S;",
                &["crate::state::S"],
            ),
            (
                "src/pages/mod.rs",
                "pub use self::about::About;",
                &["crate::pages::about::About"],
            ),
            (
                "src/a.rs",
                "fn f() { web_sys::window(); }",
                &["web_sys::window"],
            ),
            (
                "src/a.rs",
                "// use web_sys::x;\n/// [`web_sys::y`]\nfn f() {}",
                &[],
            ),
            (
                "src/a.rs",
                "fn f() {}\n#[cfg(test)]\nmod tests { use web_sys::z; }",
                &[],
            ),
        ];
        for (file, text, expected) in cases {
            let got: Vec<_> = of(file, text).into_iter().map(|it| it.path).collect();
            assert_eq!(got, *expected, "{text}");
        }
    }
}
