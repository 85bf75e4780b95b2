//! YAML → [`Fields`], leniently: numbers and dates stay as they are written.

use serde_yaml_ng::Value as Yaml;

use super::Noted;
use super::fields::{Field, Fields, Value};

/// Reads a mapping; `first_line` is the line of the file that `source` begins in. `None` when it is no mapping.
///
/// # Errors
///
/// Line and message, when it is no YAML.
pub(super) fn fields(source: &str, first_line: u32) -> Result<Option<Fields>, Noted> {
    let parsed: Yaml = serde_yaml_ng::from_str(source).map_err(|error| {
        let line = error
            .location()
            .and_then(|it| u32::try_from(it.line()).ok());
        (
            line.map(|it| first_line.saturating_add(it.saturating_sub(1))),
            without_place(&error.to_string()),
        )
    })?;
    let Yaml::Mapping(mapping) = parsed else {
        return Ok(None);
    };
    let mut fields = Fields::default();
    for (name, value) in mapping {
        let name = scalar(&name, None);
        let (line, written) = find(source, &name);
        let field = Field {
            value: convert(value, written),
            name: name.trim().to_lowercase(),
            path: String::new(),
            line: line.map(|it| first_line.saturating_add(it)),
        };
        fields.overlay(Fields(vec![field]));
    }
    Ok(Some(fields))
}

/// The parser's own "at line 2 column 5" counts from the wrong place.
fn without_place(message: &str) -> String {
    let end = message.find(" at line ").unwrap_or(message.len());
    message.get(..end).unwrap_or(message).to_owned()
}

/// Where a field of the outermost mapping stands: lines above it, and its value as written in the same line.
fn find<'a>(source: &'a str, name: &str) -> (Option<u32>, Option<&'a str>) {
    for (number, line) in (0..).zip(source.lines()) {
        let unquoted = line.trim_start_matches(['"', '\'']);
        let Some(rest) = unquoted.strip_prefix(name) else {
            continue;
        };
        if let Some(written) = rest.trim_start_matches(['"', '\'', ' ']).strip_prefix(':') {
            let written = written.split(" #").next().unwrap_or("").trim();
            return (Some(number), Some(written));
        }
    }
    (None, None)
}

fn convert(value: Yaml, written: Option<&str>) -> Value {
    match value {
        Yaml::Sequence(items) => {
            Value::List(items.into_iter().map(|it| convert(it, None)).collect())
        }
        Yaml::Mapping(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(name, value)| (scalar(&name, None), convert(value, None)))
                .collect(),
        ),
        Yaml::Tagged(tagged) => convert(tagged.value, written),
        scalar_value => Value::Text(scalar(&scalar_value, written)),
    }
}

/// A scalar as text. `1.10` is a number to YAML and a shelfmark to an archivist: `written` wins.
fn scalar(value: &Yaml, written: Option<&str>) -> String {
    match value {
        Yaml::String(text) => text.clone(),
        Yaml::Number(number) => written
            .filter(|it| !it.is_empty() && !it.starts_with(['&', '*', '!', '|', '>']))
            .map_or_else(|| number.to_string(), str::to_owned),
        Yaml::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}
