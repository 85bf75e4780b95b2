//! The publisher's notes beside passages.

use dossier_corpus::document::Note;

use super::Corrected;
use crate::parse::{Field, Value};

/// The notes of a field: words of the text and what is to stand beside them. The first place where the words stand counts.
pub(super) fn read(of: &mut Corrected<'_>, field: &Field, notes: &mut Vec<Note>) {
    let Value::Map(entries) = &field.value else {
        return;
    };
    for (words, note) in entries {
        let text = note.texts().join("\n");
        match of.places(words).first() {
            Some(_) if text.is_empty() => of.odd(field, format!("the note on `{words}` is empty")),
            Some(&span) => notes.push(Note { span, text }),
            None => of.odd(
                field,
                format!("`{words}` does not stand in the text, so nothing is noted beside it"),
            ),
        }
    }
    notes.sort_by_key(|it| it.span);
}
