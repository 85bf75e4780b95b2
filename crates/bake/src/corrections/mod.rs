//! Applies what the publisher says that the analysis should have found.
//!
//! In: what a stage found and the fields `entities`, `moments`, `statements`, `hedges`, `notes` of a document's metadata
//! or of the whole folder's settings. Out: the same, corrected. What holds for the folder is applied first. A correction
//! that changes nothing is a finding: it has gone stale, or it has a typing error.
//!
//! ```yaml
//! entities:
//!   drop: [According]                      # no name at all
//!   rename: {Grekov Studio: Studio of Military Painters}
//!   merge: {Chebanenko A.: Alexei Chebanenko}
//!   split: {Brandt left: Paul Brandt}      # the names in these words are somebody else's; or a list of short forms
//!   retype: {Kursk: place}
//!   add: {Wonsan: place}                   # or a list of {name, kind, aliases}
//! moments:
//!   drop: [May]
//!   fix: {In July: 2024-07}
//!   add: {that summer: 1998-22}
//! statements:
//!   drop: [We have a clear vision]         # the first words of what is said
//!   fix: {We have a clear vision: Alexei Chebanenko}
//!   add: {it will be erected soon: Sergey Lavrov}
//! hedges:
//!   drop: [perhaps]
//!   fix: {alleged: negated}                # lowers, negated or quoted
//!   add: [as they say]
//! notes:
//!   We have a clear vision: The letter itself says “a vision”.
//! ```

mod claims;
mod hedges;
mod moments;
mod names;
mod notes;

use dossier_corpus::document::Note;
use dossier_corpus::mention::Moment;
use dossier_corpus::span::Span;

use crate::entities::Names;
use crate::occurrences::occurrences;
use crate::parse::{Corrections, Field, Noted, Value};
use crate::reading::Reading;
use crate::statements::{Claims, lowering};

/// The corrections of one document, on their way through its analysis.
pub(crate) struct Corrected<'a> {
    reading: Reading<'a>,
    /// What holds for all documents, then what holds for this one.
    corrections: [&'a Corrections; 2],
    findings: Vec<(String, Noted)>,
}

impl<'a> Corrected<'a> {
    pub(crate) fn new(reading: Reading<'a>, corrections: [&'a Corrections; 2]) -> Self {
        Self {
            reading,
            corrections,
            findings: Vec::new(),
        }
    }

    /// Corrected moments.
    pub(crate) fn moments(&mut self, found: Vec<Moment>) -> Vec<Moment> {
        let fields = self.corrections.map(|it| it.moments.as_ref());
        let fields = fields.into_iter().flatten();
        fields.fold(found, |found, field| moments::correct(self, field, found))
    }

    /// Corrected names.
    pub(crate) fn names(&mut self, found: Names) -> Names {
        let fields = self.corrections.map(|it| it.entities.as_ref());
        let fields = fields.into_iter().flatten();
        fields.fold(found, |found, field| names::correct(self, field, found))
    }

    /// Corrected statements and hedges.
    pub(crate) fn claims(&mut self, mut found: Claims, names: &Names) -> Claims {
        let mut is_changed = false;
        for corrections in self.corrections {
            if let Some(field) = &corrections.statements {
                claims::correct(self, field, &mut found, names);
                is_changed = true;
            }
            if let Some(field) = &corrections.hedges {
                hedges::correct(self, field, &mut found.hedges);
                is_changed = true;
            }
        }
        if is_changed {
            let Claims { statements, hedges } = &mut found;
            for statement in statements {
                statement.hedges = lowering(statement, hedges);
            }
        }
        found
    }

    /// The publisher's notes, by span.
    pub(crate) fn notes(&mut self) -> Vec<Note> {
        let mut notes = Vec::new();
        for corrections in self.corrections {
            if let Some(field) = &corrections.notes {
                notes::read(self, field, &mut notes);
            }
        }
        notes
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
