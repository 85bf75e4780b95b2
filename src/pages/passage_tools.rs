//! What can be done with one passage of a document that is read: cite it, note something on it.

use std::collections::BTreeMap;

use dossier_corpus::DocId;
use yew::prelude::*;

use crate::components::cite::{Cite, NoteField};
use crate::components::part::part;
use crate::hooks::use_desk::Desk;
use crate::platform::carry;
use crate::state::notes::{Note, Notes};
use crate::view_model::export::quotation::Quotation;
use crate::view_model::notes::of_passage;

/// Returns the dialog that the buttons beside the passages open.
#[hook]
pub(crate) fn use_passage_tools(desk: &Desk, document: u32) -> Html {
    let book = desk.book.clone();
    let document = DocId::new(document);
    let onquote = use_callback(
        (desk.clone(), document),
        |(passage, selected): (u32, String), (desk, document)| {
            let (page, made) = (carry::page_address(), carry::today());
            let query = &desk.route.query;
            let when = (page.as_str(), made.as_str());
            Quotation::of(desk.searcher(), query, *document, passage, &selected, when)
                .map(Quotation::forms)
        },
    );
    let searcher = desk.searcher();
    let onnote = {
        let book = book.clone();
        Callback::from(move |passage: u32| {
            let note = of_passage(searcher, &book.notes, document, passage);
            let note = note.map(|it| it.1).unwrap_or_default();
            NoteField {
                starred: note.starred,
                text: note.text.into(),
                problem: book.problem,
            }
        })
    };
    let onnoted = Callback::from(move |(passage, starred, text): (u32, bool, String)| {
        let Some((id, note)) = of_passage(searcher, &book.notes, document, passage) else {
            return;
        };
        let now = carry::now();
        let is_new = id.is_empty();
        let id = if is_new { carry::new_id() } else { id };
        let note = Note {
            created: if is_new { now.clone() } else { note.created },
            modified: now,
            starred,
            text,
            ..note
        };
        book.put.emit(Notes(BTreeMap::from([(id, note)])));
    });
    part!(Cite {
        onquote,
        onnote,
        onnoted
    })
}
