//! Reads gold: JSON Lines, one document a line, with the marked text and what is in it.
//!
//! A line that is not what is expected is an error that names the line and the field.

use serde::Deserialize;

/// A document with what is marked in it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Document {
    /// Its name.
    pub(super) doc: String,
    /// The day it was written, when that is known.
    #[serde(default)]
    pub(super) dct: Option<String>,
    /// `news` or `narrative`, when that is told.
    #[serde(default)]
    pub(super) genre: Option<String>,
    /// Which set it is from.
    #[serde(default, alias = "set")]
    pub(super) source: Option<String>,
    /// What kind of hard case it is; sets without cases have none.
    #[serde(default)]
    pub(super) class: Option<String>,
    /// The text.
    pub(super) text: String,
    /// The marked expressions of time; `None` where the set does not mark them.
    pub(super) timexes: Option<Vec<Timex>>,
    /// The marked names.
    pub(super) entities: Option<Vec<Name>>,
    /// Who says what.
    pub(super) statements: Option<Vec<Statement>>,
}

/// A marked name; offsets count Unicode code points.
#[derive(Debug, Deserialize)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    /// `PERSON`, `ORGANISATION` or `PLACE`; others are not measured.
    #[serde(rename = "type")]
    pub(super) kind: String,
}

/// A marked statement: spans in code points, each list in the text's order.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Statement {
    /// Who says it; empty where nobody is named.
    #[serde(default)]
    pub(super) speaker: Vec<[usize; 2]>,
    /// What is said.
    pub(super) content: Vec<[usize; 2]>,
    /// Whether it is hedged, where the set tells.
    #[serde(default)]
    pub(super) hedged: Option<bool>,
}

impl Document {
    /// Every marked span.
    fn spans(&self) -> impl Iterator<Item = [usize; 2]> {
        let timexes = self.timexes.iter().flatten().map(|it| [it.start, it.end]);
        let names = self.entities.iter().flatten().map(|it| [it.start, it.end]);
        let statements = self.statements.iter().flatten();
        let said = statements.flat_map(|it| it.speaker.iter().chain(&it.content).copied());
        timexes.chain(names).chain(said)
    }

    /// Whether anything is marked in it, even if there is none of it.
    const fn is_gold(&self) -> bool {
        self.timexes.is_some() || self.entities.is_some() || self.statements.is_some()
    }
}

/// A marked expression of time; offsets count Unicode code points.
#[derive(Debug, Deserialize)]
pub(super) struct Timex {
    pub(super) start: usize,
    pub(super) end: usize,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(default, rename = "type")]
    pub(super) kind: Option<String>,
    /// TIMEX3 or EDTF.
    pub(super) value: String,
    /// Other values that are right as well.
    #[serde(default)]
    pub(super) alt: Vec<String>,
}

/// What a line has to be.
const EXPECTED: &str = "expected one JSON object a line with doc, text and timexes: [{start, end, value}], \
    entities: [{start, end, type}] or statements: [{speaker, content}]";

/// Reads the documents of a gold file.
///
/// # Errors
///
/// A sentence that names the first line that is not as expected, or says that the file has none.
pub(super) fn read(text: &str) -> Result<Vec<Document>, String> {
    let mut documents: Vec<Document> = Vec::new();
    for (idx, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let document: Document = serde_json::from_str(line)
            .map_err(|err| format!("line {} is not gold ({err}); {EXPECTED}", idx + 1))?;
        if !document.is_gold() {
            return Err(format!("nothing is marked in line {}; {EXPECTED}", idx + 1));
        }
        let n_points = document.text.chars().count();
        let mut spans = document.spans();
        if let Some([start, end]) = spans.find(|[start, end]| start >= end || *end > n_points) {
            return Err(format!(
                "line {}: {start}–{end} lies outside the text of {n_points} code points",
                idx + 1,
            ));
        }
        drop(spans);
        documents.push(document);
    }
    if documents.is_empty() {
        return Err("it holds no document".to_owned());
    }
    Ok(documents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_gold_is_said_with_its_line() {
        let good = r#"{"doc": "a", "text": "In 1912.", "timexes": [{"start": 3, "end": 7, "value": "1912"}]}"#;
        assert_eq!(read(good).unwrap().len(), 1);
        let rows = [
            ("", "no document"),
            ("a table", "line 1"),
            (r#"{"doc": "a", "text": "x", "names": []}"#, "timexes"),
            (
                r#"{"doc": "a", "text": "x", "entities": [{"start": 0, "end": 1}]}"#,
                "type",
            ),
            (
                r#"{"doc": "a", "text": "x", "statements": [{"content": [[0, 2]]}]}"#,
                "outside",
            ),
            (
                r#"{"doc": "a", "text": "x", "timexes": [{"start": 0, "end": 9, "value": "1912"}]}"#,
                "outside",
            ),
        ];
        for (text, expected) in rows {
            let err = read(text).unwrap_err();
            assert!(err.contains(expected), "{err}");
        }
    }
}
