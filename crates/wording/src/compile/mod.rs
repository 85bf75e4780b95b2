//! Catalogues → tables and typed functions, when the page is built.
//!
//! In: the Fluent files of all languages; English decides which messages there are and what they are given. Out: a table
//! a language, the Rust functions that say each message, and findings: what a language lacks, has too much, or gives to a
//! message that English does not give. A catalogue that cannot be read as Fluent, or uses a part of it that tables do not
//! know, is an error.

mod functions;
mod pattern;
mod pseudo;
mod read;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use self::pattern::Message;
use crate::table::{OWN, PSEUDO};

/// A catalogue, read from its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The language's tag, which is the file's name: `de`.
    pub tag: String,
    /// The file.
    pub text: String,
}

/// The language that all others are checked against, and that stands in for what they lack.
pub const ENGLISH: &str = "en";

/// A language, compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag.
    pub tag: String,
    /// What it calls itself; the made-up one has none.
    pub name: String,
    /// Its table.
    pub table: String,
}

/// What came of the catalogues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// English first, then the others by their tags, then the made-up one.
    pub languages: Vec<Language>,
    /// The ids of all messages, in the order of the tables.
    pub ids: Vec<String>,
    /// Rust: one function a message, and how many there are.
    pub functions: String,
    /// What is to be put right: one sentence each, by file and message.
    pub findings: Vec<Finding>,
}

/// What is wrong with a message of a language; English is shown in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The language's tag.
    pub tag: String,
    /// The message's id.
    pub id: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// English has none of that name.
    Unknown,
    /// It shows a value that English is not given, or lets one decide that is no number.
    Argument(String),
    /// It never shows or asks a value that English shows.
    Unshown(String),
    /// A form is not of this language, or one of its forms is not there.
    Form(String),
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { tag, id, fault } = self;
        match fault {
            Fault::Missing => write!(f, "{tag}.ftl: {id} is missing"),
            Fault::Unknown => write!(f, "{tag}.ftl: {id} is no message of en.ftl"),
            Fault::Argument(it) => {
                write!(f, "{tag}.ftl: {id} is not given ${it}, or not as a number")
            }
            Fault::Unshown(it) => write!(f, "{tag}.ftl: {id} does not show ${it}"),
            Fault::Form(it) => write!(f, "{tag}.ftl: {id} has the form {it} wrongly, or lacks it"),
        }
    }
}

/// A catalogue that cannot be used: which, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(pub String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// Reads the catalogues in a folder, by their names: the files that end in `.ftl`.
///
/// # Errors
///
/// The folder or a file in it cannot be read.
pub fn sources(folder: &Path) -> std::io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|it| it.to_str());
        if let (Some(tag), true) = (name, path.extension().is_some_and(|it| it == "ftl")) {
            sources.push(Source {
                tag: tag.to_owned(),
                text: std::fs::read_to_string(&path)?,
            });
        }
    }
    sources.sort_by(|a, b| a.tag.cmp(&b.tag));
    Ok(sources)
}

/// Compiles the catalogues.
///
/// # Errors
///
/// There is no English, a catalogue is no Fluent, or it uses what a table cannot hold.
pub fn compile(sources: &[Source]) -> Result<Compiled, Error> {
    let english = sources
        .iter()
        .find(|it| it.tag == ENGLISH)
        .ok_or_else(|| Error("there is no en.ftl".into()))?;
    let english = read::messages(english)?;
    let mut ids: Vec<&str> = english.order.iter().map(String::as_str).collect();
    // The table's own stand first.
    ids.sort_by_key(|id| OWN.iter().position(|it| it == id).unwrap_or(OWN.len()));
    if OWN.iter().any(|it| !ids.contains(it)) {
        return Err(Error(format!("en.ftl must say {}", OWN.join(" and "))));
    }
    let mut findings = Vec::new();
    let mut languages = Vec::new();
    for source in sources {
        let own = read::messages(source)?;
        check(&source.tag, &english.messages, &own.messages, &mut findings);
        let mut lines = Vec::new();
        for id in &ids {
            let Some(reference) = english.messages.get(*id) else {
                continue;
            };
            let sound = findings
                .iter()
                .all(|it| it.tag != source.tag || it.id != *id);
            let message = own.messages.get(*id).filter(|_| sound).unwrap_or(reference);
            lines.push(message.line(&reference.arguments()));
        }
        languages.push(Language {
            tag: source.tag.clone(),
            name: own
                .messages
                .get("language-name")
                .map_or_else(String::new, Message::plain),
            table: lines.join("\n") + "\n",
        });
    }
    languages.sort_by_key(|it| it.tag != ENGLISH);
    let lines = ids.iter().filter_map(|id| {
        let message = english.messages.get(*id)?;
        Some(pseudo::message(id, message).line(&message.arguments()))
    });
    let table = lines.collect::<Vec<_>>().join("\n") + "\n";
    languages.push(Language {
        tag: PSEUDO.to_owned(),
        name: String::new(),
        table,
    });
    Ok(Compiled {
        functions: functions::write(&ids, &english.messages),
        ids: ids.into_iter().map(str::to_owned).collect(),
        languages,
        findings,
    })
}

/// Finds what a language lacks, has too much, or uses wrongly.
fn check(
    tag: &str,
    english: &BTreeMap<String, Message>,
    own: &BTreeMap<String, Message>,
    findings: &mut Vec<Finding>,
) {
    let mut find = |id: &str, fault: Fault| {
        findings.push(Finding {
            tag: tag.to_owned(),
            id: id.to_owned(),
            fault,
        });
    };
    for (id, reference) in english {
        let Some(message) = own.get(id) else {
            find(id, Fault::Missing);
            continue;
        };
        let (given, used) = (reference.arguments(), message.arguments());
        for argument in &used {
            let is_given = given
                .iter()
                .any(|it| it.name == argument.name && (it.is_number || !argument.is_number));
            if !is_given {
                find(id, Fault::Argument(argument.name.clone()));
            }
        }
        for argument in &given {
            if used.iter().all(|it| it.name != argument.name) {
                find(id, Fault::Unshown(argument.name.clone()));
            }
        }
        for form in message.wrong_forms(tag) {
            find(id, Fault::Form(form));
        }
    }
    for id in own.keys().filter(|it| !english.contains_key(*it)) {
        find(id, Fault::Unknown);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Table, Value};

    const ENGLISH_FILE: &str = "\
language-name = English
language-direction = ltr
number-group = ,
skip = Skip to the text
n-passages = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
}
place = { $title }, passage { NUMBER($number) }
";

    fn compiled(german: &str) -> Compiled {
        let source = |tag: &str, text: &str| Source {
            tag: tag.into(),
            text: text.into(),
        };
        compile(&[source("de", german), source("en", ENGLISH_FILE)]).unwrap()
    }

    #[test]
    fn what_is_wrong_with_a_language_is_found() {
        let whole = "language-name = Deutsch\nlanguage-direction = ltr\nnumber-group = .\nskip = Zum Text\n\
            n-passages = { $n ->\n    [one] eine Stelle\n   *[other] { $n } Stellen\n}\nplace = { $title }, Stelle { NUMBER($number) }\n";
        let without = |id: &str| {
            let lines = whole.split_inclusive('\n').filter(|it| !it.starts_with(id));
            lines.collect::<String>()
        };
        for (german, expected) in [
            (whole.to_owned(), &[][..]),
            (without("skip"), &["de.ftl: skip is missing"]),
            (
                format!("{whole}more = mehr\n"),
                &["de.ftl: more is no message of en.ftl"],
            ),
            (
                without("skip") + "skip = Zum { $place }\n",
                &["de.ftl: skip is not given $place, or not as a number"],
            ),
            (
                without("place") + "place = Stelle { NUMBER($title) }\n",
                &[
                    "de.ftl: place is not given $title, or not as a number",
                    "de.ftl: place does not show $number",
                ],
            ),
            (
                whole.replace("    [one] eine Stelle\n", "    [few] Stellen\n"),
                &[
                    "de.ftl: n-passages has the form few wrongly, or lacks it",
                    "de.ftl: n-passages has the form one wrongly, or lacks it",
                ],
            ),
        ] {
            let found = compiled(&german).findings;
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{german}");
        }
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let it = compiled("language-direction = ltr\nnumber-group = .\n");
        let german = it.languages.iter().find(|it| it.tag == "de").unwrap();
        let n = it.ids.len();
        let table = Table::read("de", german.table.clone().leak(), n).unwrap();
        let id = |name: &str| it.ids.iter().position(|it| it == name).unwrap();
        assert_eq!(table.text(id("skip")), "Skip to the text");
        let said = table.say(id("n-passages"), &[Value::Number(1234)]);
        assert_eq!(said, "1.234 passages");
    }

    #[test]
    fn the_made_up_language_has_no_plain_letter() {
        let it = compiled(ENGLISH_FILE);
        let pseudo = it.languages.last().unwrap();
        let table = Table::read(PSEUDO, pseudo.table.clone().leak(), it.ids.len()).unwrap();
        assert_eq!(table.direction(), "rtl");
        let id = |name: &str| it.ids.iter().position(|it| it == name).unwrap();
        for (said, english) in [
            (table.text(id("skip")).to_owned(), "Skip to the text"),
            (
                table.say(id("n-passages"), &[Value::Number(3)]),
                "3 passages",
            ),
        ] {
            assert!(
                !said.contains(|it: char| it.is_ascii_alphabetic()),
                "{said}"
            );
            assert!(said.chars().count() > english.len() * 5 / 4, "{said}");
        }
    }

    #[test]
    fn functions_take_what_their_messages_show() {
        let functions = compiled(ENGLISH_FILE).functions;
        for expected in [
            "pub fn skip() -> &'static str {",
            "pub fn n_passages(n: u32) -> String {",
            "pub fn place(title: &str, number: u32) -> String {",
        ] {
            assert!(functions.contains(expected), "{functions}");
        }
    }

    #[test]
    fn what_a_table_cannot_hold_is_an_error() {
        for text in [
            "a = { $x ->\n    [1] one\n   *[other] more\n}\n",
            "a = { DATETIME($x) }\n",
            "a = { { $x ->\n",
            "a = one { \"|\" } two\n",
            "a = { -nothing }\n",
            "a = { b }\nb = { a }\n",
            "a = one\n    two\n",
        ] {
            let text = format!("{ENGLISH_FILE}{text}");
            let source = Source {
                tag: "en".into(),
                text,
            };
            assert!(
                compile(std::slice::from_ref(&source)).is_err(),
                "{}",
                source.text
            );
        }
    }
}
