//! The reader's notes in this collection, kept in this browser.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::carry;
use crate::state::notes::{Notes, storage_key};
use crate::view_model::annotations::{Origin, Whole, read, write};
use crate::wording::say;

/// The reader's notes.
#[derive(Clone, PartialEq)]
pub(crate) struct Notebook {
    /// All of them.
    pub(crate) notes: Rc<Notes>,
    /// What went wrong with keeping them; empty when nothing did.
    pub(crate) problem: &'static str,
    /// Merges notes into them.
    pub(crate) put: Callback<Notes>,
}

/// Returns the notes of a collection. What is put into them is merged into what is kept by then, so that two open
/// pages lose nothing of each other.
#[hook]
pub(crate) fn use_notes(origin: Origin) -> Notebook {
    let kept = {
        let origin = origin.clone();
        use_state_eq(move || {
            let (notes, problem) = load(&origin);
            (Rc::new(notes), problem)
        })
    };
    let put = {
        let setter = kept.setter();
        use_callback(origin, move |changes: Notes, origin| {
            let (mut notes, mut problem) = load(origin);
            notes.merge(changes);
            let page = carry::page_address();
            let text = write(&notes, origin, &page, Whole::Kept);
            if !carry::keep(&storage_key(&origin.collection), &text) {
                problem = say::notes_not_kept();
            }
            setter.set((Rc::new(notes), problem));
        })
    };
    Notebook {
        notes: Rc::clone(&kept.0),
        problem: kept.1,
        put,
    }
}

/// What is kept. What cannot be read is put aside, not lost.
fn load(origin: &Origin) -> (Notes, &'static str) {
    let key = storage_key(&origin.collection);
    let Some(text) = carry::kept(&key) else {
        return (Notes::default(), "");
    };
    match read(&text) {
        Ok((notes, _)) => (notes, ""),
        Err(_) => {
            carry::keep(&format!("{key}.aside"), &text);
            (Notes::default(), say::notes_put_aside())
        }
    }
}
