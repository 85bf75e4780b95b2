//! Notes, one below the other.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view_model::notes::NoteRow;
use crate::wording::say;

/// What can be done with the list.
pub(crate) struct NoteTools {
    /// Called to hand the notes on.
    pub(crate) onexport: Callback<MouseEvent>,
    /// Called when a file was chosen.
    pub(crate) onimport: Callback<Event>,
    /// Called with the words that a note has to hold.
    pub(crate) onwanted: Callback<String>,
    /// Called to show those with a star or all.
    pub(crate) onstarred: Callback<Event>,
    /// Whether only those with a star are shown.
    pub(crate) only_starred: bool,
    /// Whether there are no notes.
    pub(crate) is_empty: bool,
}

/// The tools in a line.
pub(crate) fn note_tools(tools: &NoteTools) -> Html {
    let oninput = tools.onwanted.reform(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        field.map_or_else(String::new, |it| it.value())
    });
    html! {
        <div class="notes-tools">
            <button type="button" class="boxed" onclick={tools.onexport.clone()} disabled={tools.is_empty}>{ say::export_notes() }</button>
            <label class="boxed">
                { say::import_notes() }
                <input type="file" class="visually-hidden" accept=".jsonld,.json" onchange={tools.onimport.clone()} />
            </label>
            <input type="text" aria-label={say::find_in_notes()} placeholder={say::find_in_notes()} {oninput} />
            <label>
                <input type="checkbox" checked={tools.only_starred} onchange={tools.onstarred.clone()} />
                { " " }{ say::starred_only() }
            </label>
        </div>
    }
}

/// A list of notes; `ondelete` is called with the id of one that is taken back.
pub(crate) fn note_list(rows: &[NoteRow], ondelete: &Callback<AttrValue>) -> Html {
    html! {
        <ul class="note-list" aria-label={say::notes()}>
            for row in rows.iter() {
                <li key={row.id.to_string()}>
                    <p class="note-place">
                        if row.starred {
                            <span role="img" aria-label={say::starred()}>{ "★ " }</span>
                        }
                        if row.href.is_empty() {
                            { &row.place }
                        } else {
                            <a href={row.href.clone()}>{ &row.place }</a>
                        }
                        <button type="button" class="link" onclick={ondelete.reform({ let id = row.id.clone(); move |_| id.clone() })}>
                            { say::delete() }
                        </button>
                    </p>
                    <blockquote dir="auto">{ &row.quote }</blockquote>
                    if !row.text.is_empty() {
                        <p class="note-text" dir="auto">{ &row.text }</p>
                    }
                </li>
            }
        </ul>
    }
}
