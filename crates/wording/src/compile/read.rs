//! Fluent → messages. Terms and messages that others name are put in where they are named.

use std::collections::BTreeMap;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::pattern::{Message, Piece};
use super::{Error, Source};
use crate::plural::CATEGORIES;

/// The messages of a catalogue.
pub(super) struct Messages {
    pub(super) messages: BTreeMap<String, Message>,
    /// Their ids as they stand in the file.
    pub(super) order: Vec<String>,
}

type Patterns<'a> = BTreeMap<String, &'a Pattern<&'a str>>;

/// Messages within messages at most.
const MAX_DEPTH: usize = 8;

/// Reads a catalogue.
///
/// # Errors
///
/// It is no Fluent, or uses what a table cannot hold.
pub(super) fn messages(source: &Source) -> Result<Messages, Error> {
    let error = |what: &str| Error(format!("{}.ftl: {what}", source.tag));
    let resource = parser::parse(source.text.as_str()).map_err(|(_, errors)| {
        let first = errors.first();
        error(&first.map_or_else(
            || "is no Fluent".to_owned(),
            |it| {
                let before = source.text.get(..it.pos.start).unwrap_or_default();
                format!("line {}: {}", before.lines().count().max(1), it.kind)
            },
        ))
    })?;
    let mut patterns = Patterns::new();
    let mut order = Vec::new();
    for entry in &resource.body {
        let (name, pattern) = match entry {
            Entry::Message(it) => match &it.value {
                Some(pattern) if it.attributes.is_empty() => {
                    order.push(it.id.name.to_owned());
                    (it.id.name.to_owned(), pattern)
                }
                _ => {
                    return Err(error(&format!(
                        "{} has attributes, which are not read",
                        it.id.name
                    )));
                }
            },
            Entry::Term(it) => (format!("-{}", it.id.name), &it.value),
            _ => continue,
        };
        if patterns.insert(name.clone(), pattern).is_some() {
            return Err(error(&format!("{name} stands there twice")));
        }
    }
    let mut messages = BTreeMap::new();
    for id in &order {
        let mut message = Message::default();
        if let Some(pattern) = patterns.get(id) {
            add(&patterns, pattern, 0, &mut message).map_err(|it| error(&format!("{id}: {it}")))?;
        }
        messages.insert(id.clone(), message);
    }
    Ok(Messages { messages, order })
}

fn add(
    patterns: &Patterns<'_>,
    pattern: &Pattern<&str>,
    depth: usize,
    message: &mut Message,
) -> Result<(), String> {
    if depth > MAX_DEPTH {
        return Err("messages name each other in a circle".into());
    }
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => push(message, value)?,
            PatternElement::Placeable { expression } => {
                add_expression(patterns, expression, depth, message)?;
            }
        }
    }
    Ok(())
}

fn add_expression(
    patterns: &Patterns<'_>,
    expression: &Expression<&str>,
    depth: usize,
    message: &mut Message,
) -> Result<(), String> {
    let (selector, variants) = match expression {
        Expression::Inline(it) => return add_inline(patterns, it, depth, message),
        Expression::Select { selector, variants } => (selector, variants),
    };
    let name = number(selector).ok_or("only a number can decide about the form")?;
    let mut forms = Vec::new();
    for variant in variants {
        let VariantKey::Identifier { name: form } = variant.key else {
            return Err("forms go by category, not by number".into());
        };
        let is_last = form == "other";
        if CATEGORIES.iter().all(|it| it.1 != form) || variant.default != is_last {
            return Err(format!(
                "{form} is no category, or `other` is not the default"
            ));
        }
        let mut inner = Message::default();
        add(patterns, &variant.value, depth + 1, &mut inner)?;
        forms.push((form.to_owned(), inner));
    }
    forms.sort_by_key(|it| it.0 == "other");
    message.pieces.push(Piece::Forms { name, forms });
    Ok(())
}

fn add_inline(
    patterns: &Patterns<'_>,
    expression: &InlineExpression<&str>,
    depth: usize,
    message: &mut Message,
) -> Result<(), String> {
    let named = |id: String| {
        patterns
            .get(&id)
            .copied()
            .ok_or_else(|| format!("there is no {id}"))
    };
    match expression {
        InlineExpression::StringLiteral { value } => {
            push(message, &unescape_unicode_to_string(value))
        }
        InlineExpression::VariableReference { id } => {
            message.pieces.push(Piece::Value {
                name: id.name.to_owned(),
                is_number: false,
            });
            Ok(())
        }
        InlineExpression::FunctionReference { .. } => {
            let name = number(expression).ok_or("NUMBER is the only function")?;
            message.pieces.push(Piece::Value {
                name,
                is_number: true,
            });
            Ok(())
        }
        InlineExpression::MessageReference {
            id,
            attribute: None,
        } => add(patterns, named(id.name.to_owned())?, depth + 1, message),
        InlineExpression::TermReference {
            id,
            attribute: None,
            arguments: None,
        } => add(
            patterns,
            named(format!("-{}", id.name))?,
            depth + 1,
            message,
        ),
        InlineExpression::Placeable { expression } => {
            add_expression(patterns, expression, depth + 1, message)
        }
        _ => Err("uses a part of Fluent that tables do not know".into()),
    }
}

/// The name of the number: `$n` or `NUMBER($n)`.
fn number(expression: &InlineExpression<&str>) -> Option<String> {
    match expression {
        InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        InlineExpression::FunctionReference { id, arguments }
            if id.name == "NUMBER" && arguments.named.is_empty() =>
        {
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] => Some(id.name.to_owned()),
                _ => None,
            }
        }
        _ => None,
    }
}

fn push(message: &mut Message, text: &str) -> Result<(), String> {
    if text.contains(['{', '}', '|', '\n', '<']) {
        return Err("a message is one line without braces, bars and angles".into());
    }
    match message.pieces.last_mut() {
        Some(Piece::Text(before)) => before.push_str(text),
        _ => message.pieces.push(Piece::Text(text.to_owned())),
    }
    Ok(())
}
