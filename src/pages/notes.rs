//! The reader's own notes: found, handed on, and taken in.

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::components::note_list::{NoteTools, note_list, note_tools};
use crate::hooks::use_desk::Desk;
use crate::platform::{self, carry};
use crate::state::notes::{Note, Notes as Book};
use crate::view_model::annotations::{MEDIA_TYPE, Origin, Whole, read, write};
use crate::view_model::notes::{Starred, rows};
use crate::view_model::words;
use crate::wording::say;

/// Larger files are not read: a million notes are smaller.
const MAX_BYTES: f64 = 20_000_000.0;

/// Properties of [`Notes`].
#[derive(Properties, PartialEq)]
pub(crate) struct NotesProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// The list of notes.
#[component]
pub(crate) fn Notes(props: &NotesProps) -> Html {
    let searcher = props.desk.searcher();
    let origin = Origin::of(&searcher.corpus());
    let book = &props.desk.book;
    let said = use_state_eq(String::new);
    let wanted = use_state_eq(String::new);
    let only_starred = use_state_eq(|| false);
    let all = use_memo(book.notes.clone(), |notes| rows(searcher, notes));
    let starred = if *only_starred {
        Starred::Only
    } else {
        Starred::OrNot
    };
    let shown: Vec<_> = all
        .iter()
        .filter(|it| it.is_wanted(&wanted, starred))
        .cloned()
        .collect();
    let onexport = {
        let (notes, origin) = (book.notes.clone(), origin.clone());
        Callback::from(move |_: MouseEvent| {
            let text = write(&notes, &origin, &carry::page_address(), Whole::HandedOn);
            platform::download("notes.jsonld", MEDIA_TYPE, text.as_bytes());
        })
    };
    let onimport = {
        let (book, said) = (book.clone(), said.setter());
        Callback::from(move |event: Event| {
            let (book, said, origin) = (book.clone(), said.clone(), origin.clone());
            let done = Callback::from(move |chosen| {
                said.set(take_in(chosen, &book.notes, &book.put, &origin));
            });
            carry::read_chosen(&event, MAX_BYTES, done);
        })
    };
    let ondelete = {
        let book = book.clone();
        Callback::from(move |id: AttrValue| {
            if let Some(note) = book.notes.0.get(&*id) {
                let emptied = Note {
                    modified: carry::now(),
                    starred: false,
                    text: String::new(),
                    ..note.clone()
                };
                book.put
                    .emit(Book(BTreeMap::from([(id.to_string(), emptied)])));
            }
        })
    };
    let tools = NoteTools {
        onexport,
        onimport,
        onwanted: {
            let setter = wanted.setter();
            Callback::from(move |words| setter.set(words))
        },
        onstarred: {
            let (setter, only_starred) = (only_starred.setter(), *only_starred);
            Callback::from(move |_: Event| setter.set(!only_starred))
        },
        only_starred: *only_starred,
        is_empty: all.is_empty(),
    };
    let n = u32::try_from(shown.len()).unwrap_or(u32::MAX);
    let of = u32::try_from(all.len()).unwrap_or(u32::MAX);
    html! {
        <main id="main" class="about notes-page" tabindex="-1">
            <h1 id="heading" tabindex="-1">{ say::your_notes() }</h1>
            <p>
                { say::notes_about() }
            </p>
            { note_tools(&tools) }
            if !book.problem.is_empty() {
                <p class="notes-problem" role="alert">{ book.problem }</p>
            }
            <p aria-live="polite" class="notes-said">
                if !said.is_empty() {
                    { &*said }
                } else if of == 0 {
                    { say::no_notes() }
                } else {
                    { words::share(n, of, say::n_notes, say::n_of_notes) }
                }
            </p>
            { note_list(&shown, &ondelete) }
        </main>
    }
}

/// Takes in a file and says what came of it.
fn take_in(chosen: carry::Chosen, notes: &Book, put: &Callback<Book>, here: &Origin) -> String {
    let text = match chosen {
        carry::Chosen::Text(text) => text,
        carry::Chosen::TooBig => {
            return say::notes_too_big().into();
        }
        carry::Chosen::Unreadable => {
            return say::notes_unreadable().into();
        }
    };
    let (file, origin) = match read(&text) {
        Ok(read) => read,
        Err(err) => return err.words(),
    };
    let mut all = notes.clone();
    let n = u32::try_from(all.merge(file.clone())).unwrap_or(u32::MAX);
    put.emit(file);
    let said = say::notes_taken_in(n);
    if origin.collection.is_empty() || origin.collection == here.collection {
        return said;
    }
    say::notes_of_another(&said, &origin.collection)
}
