//! Front matter: YAML between two lines `---` at the head of a file.
//!
//! Stage: *documents*. In: decoded text. Out: the fields and where the body begins. Broken YAML gives a finding with
//! its line, and the document stays.

use super::fields::Fields;
use super::{Noted, line_at, yaml};

/// The head of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// What it tells.
    pub(super) fields: Fields,
    /// Byte offset at which the body begins.
    pub(super) body: usize,
    /// What was odd.
    pub(super) findings: Vec<Noted>,
}

/// Takes the front matter off `text`; a text without any is all body.
pub(super) fn read(text: &str) -> FrontMatter {
    let none = FrontMatter::default();
    let Some(rest) = text.strip_prefix("---") else {
        return none;
    };
    let Some(first) = rest.find('\n').filter(|&at| is_blank(rest, 0, at)) else {
        return none;
    };
    let start = 3 + first + 1;
    let Some((end, body)) = closing_line(text, start) else {
        // A line across the page looks the same: only "field: value" below it tells front matter.
        let looks_like_fields = text
            .get(start..)
            .and_then(|it| it.lines().next())
            .is_some_and(is_field);
        let findings = if looks_like_fields {
            let message = "front matter without a closing line ---; taken as text";
            vec![(Some(1), message.to_owned())]
        } else {
            Vec::new()
        };
        return FrontMatter { findings, ..none };
    };
    let source = text.get(start..end).unwrap_or("");
    match yaml::fields(source, line_at(text, start)) {
        Ok(Some(fields)) => FrontMatter {
            fields,
            body,
            findings: Vec::new(),
        },
        // Prose between two lines across the page, or nothing at all.
        Ok(None) if source.trim().is_empty() => FrontMatter { body, ..none },
        Ok(None) => none,
        Err(_) if !source.lines().any(is_field) => none,
        Err((line, message)) => FrontMatter {
            body,
            findings: vec![(
                line,
                format!("front matter cannot be read and is left out: {message}"),
            )],
            ..none
        },
    }
}

fn is_blank(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|it| it.trim().is_empty())
}

/// Where the line `---` or `...` begins, and where the one behind it does.
fn closing_line(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

fn is_field(line: &str) -> bool {
    let name = line.split_once(':').map_or("", |(name, _)| name);
    !name.is_empty()
        && name.len() <= 40
        && name
            .chars()
            .all(|it| it.is_alphanumeric() || matches!(it, '-' | '_' | ' ' | '"'))
        && !name.starts_with(' ')
}
