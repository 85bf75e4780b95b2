//! Reads gold: JSON Lines, one document a line, with the marked text and what is in it.
//!
//! A line that is not what is expected is an error that names the line and the field.

use serde::Deserialize;

/// A document with its marked dates.
#[derive(Debug, Deserialize)]
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
    #[serde(default)]
    pub(super) source: Option<String>,
    /// What kind of hard case it is; sets without cases have none.
    #[serde(default)]
    pub(super) class: Option<String>,
    /// The text.
    pub(super) text: String,
    /// The marked expressions of time.
    pub(super) timexes: Vec<Timex>,
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
        let document: Document = serde_json::from_str(line).map_err(|err| {
            format!(
                "line {} is not gold for dates ({err}); expected one JSON object a line with doc, text and \
                 timexes: [{{start, end, value}}]",
                idx + 1
            )
        })?;
        let n_points = document.text.chars().count();
        if let Some(timex) = document
            .timexes
            .iter()
            .find(|it| it.start >= it.end || it.end > n_points)
        {
            return Err(format!(
                "line {}: {}–{} lies outside the text of {} code points",
                idx + 1,
                timex.start,
                timex.end,
                n_points
            ));
        }
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
            (r#"{"doc": "a", "text": "x", "entities": []}"#, "timexes"),
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
