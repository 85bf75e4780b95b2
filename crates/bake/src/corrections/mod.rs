//! Applies what the publisher says that the analysis should have found.
//!
//! In: what a stage found and the fields `entities`, `moments`, `statements` of a document's metadata. Out: the same,
//! corrected. A correction that changes nothing is a finding: it has gone stale, or it has a typing error.
//!
//! ```yaml
//! entities:
//!   drop: [According]                      # no name at all
//!   rename: {Grekov Studio: Studio of Military Painters}
//!   merge: {Chebanenko A.: Alexei Chebanenko}
//!   retype: {Kursk: place}
//!   add: {Wonsan: place}                   # or a list of {name, kind, aliases}
//! moments:
//!   drop: [May]
//!   fix: {In July: 2024-07}
//!   add: {that summer: 1998-22}
//! statements:
//!   drop: [We have a clear vision]         # the first words of what is said, or a hedge
//!   fix: {We have a clear vision: Alexei Chebanenko}
//!   add: {it will be erected soon: Sergey Lavrov}
//! ```

mod claims;
mod moments;
mod names;

use dossier_corpus::mention::Moment;
use dossier_corpus::span::Span;

use crate::entities::Names;
use crate::occurrences::occurrences;
use crate::parse::{Corrections, Field, Noted, Value};
use crate::reading::Reading;
use crate::statements::Claims;

/// The corrections of one document, on their way through its analysis.
pub(crate) struct Corrected<'a> {
    reading: Reading<'a>,
    corrections: &'a Corrections,
    findings: Vec<(String, Noted)>,
}

impl<'a> Corrected<'a> {
    pub(crate) fn new(reading: Reading<'a>, corrections: &'a Corrections) -> Self {
        Self {
            reading,
            corrections,
            findings: Vec::new(),
        }
    }

    /// Corrected moments.
    pub(crate) fn moments(&mut self, found: Vec<Moment>) -> Vec<Moment> {
        match &self.corrections.moments {
            Some(field) => moments::correct(self, field, found),
            None => found,
        }
    }

    /// Corrected names.
    pub(crate) fn names(&mut self, found: Names) -> Names {
        match &self.corrections.entities {
            Some(field) => names::correct(self, field, found),
            None => found,
        }
    }

    /// Corrected statements and hedges.
    pub(crate) fn claims(&mut self, found: Claims, names: &Names) -> Claims {
        match &self.corrections.statements {
            Some(field) => claims::correct(self, field, found, names),
            None => found,
        }
    }

    /// Corrections that changed nothing or could not be read: the file they stand in, and what.
    pub(crate) fn finish(self) -> Vec<(String, Noted)> {
        self.findings
    }

    fn odd(&mut self, field: &Field, message: String) {
        self.findings
            .push((field.path.clone(), (field.line, message)));
    }

    /// Where words stand inside one passage.
    fn places(&self, words: &str) -> Vec<Span> {
        let mut places = occurrences(self.reading.text, words);
        places.retain(|&place| {
            let passages = self.reading.passages;
            let idx = passages.partition_point(|it| it.span.end < place.end);
            passages.get(idx).is_some_and(|it| it.span.contains(place))
        });
        places
    }
}

/// One correction: what to do, with which words, and to what.
struct Order<'a> {
    action: &'a str,
    words: String,
    to: Vec<String>,
    /// Further fields, when the correction is written out as a mapping.
    more: &'a [(String, Value)],
}

/// The corrections in a field, in the order written. `drop` takes a list; the others take a mapping from the words
/// to the value, or a list of mappings, of which `words_field` and `value_field` name the two. A list in place of
/// the actions adds.
fn orders<'a>(field: &'a Field, words_field: &str, value_field: &str) -> Vec<Order<'a>> {
    let mut orders = Vec::new();
    let actions: Vec<(&str, &Value)> = match &field.value {
        Value::Map(actions) => actions
            .iter()
            .map(|(action, what)| (action.as_str(), what))
            .collect(),
        what => vec![("add", what)],
    };
    for (action, what) in actions {
        match what {
            Value::Map(entries) => orders.extend(entries.iter().map(|(words, to)| Order {
                action,
                words: words.clone(),
                to: to.texts(),
                more: &[],
            })),
            Value::List(items) => orders.extend(items.iter().filter_map(|item| match item {
                Value::Map(entries) => {
                    let texts = |name: &str| {
                        let mut entries = entries.iter();
                        let found = entries.find(|(it, _)| it == name);
                        found.map(|(_, it)| it.texts()).unwrap_or_default()
                    };
                    Some(Order {
                        action,
                        words: texts(words_field).into_iter().next()?,
                        to: texts(value_field),
                        more: entries,
                    })
                }
                other => other.text().map(|words| Order {
                    action,
                    words,
                    to: Vec::new(),
                    more: &[],
                }),
            })),
            Value::Text(words) => orders.push(Order {
                action,
                words: words.clone(),
                to: Vec::new(),
                more: &[],
            }),
        }
    }
    orders
}

fn unknown_action(action: &str, known: &str) -> String {
    format!("the correction `{action}` is not known; there are {known}")
}
