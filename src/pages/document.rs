//! The reader: one document of several.

use std::rc::Rc;

use dossier_corpus::DocId;
use dossier_query::answer::DocumentHits;
use yew::prelude::*;

use super::frame::Frame;
use super::reading::Reading;
use crate::components::error_panel::ErrorPanel;
use crate::components::find_field::find_field;
use crate::components::landing::landing;
use crate::components::part::part;
use crate::hooks::use_desk::Desk;
use crate::hooks::use_route::{Go, Step};
use crate::platform;
use crate::route::View;
use crate::wording::say;

/// Properties of [`Document`].
#[derive(Properties, PartialEq)]
pub(crate) struct DocumentProps {
    /// The desk.
    pub(crate) desk: Desk,
    /// The document's id.
    pub(crate) id: AttrValue,
}

/// A document in full, with the selection marked in it.
#[component]
pub(crate) fn Document(props: &DocumentProps) -> Html {
    let desk = props.desk.clone();
    let notice = desk.notice.clone();
    let back = desk.route.at(View::Documents).href();
    let Some(document) = desk.searcher().corpus().document_by_id(&props.id) else {
        return part!(
            Frame {
                desk,
                class: "is-wide"
            },
            html! {
                <>
                    { part!(ErrorPanel {
                        title: say::no_such_document(),
                        message: say::no_such_id(&props.id),
                    }, html! {
                        <>
                            <p><a href={back}>{ say::to_all_documents() }</a></p>
                            { landing(notice.as_ref()) }
                        </>
                    }) }
                </>
            }
        );
    };
    let is_single = desk.searcher().corpus().n_documents() == 1;
    let label = match (is_single, desk.route.query.is_empty()) {
        (true, _) => say::the_selection(),
        (_, true) => say::all_documents(),
        (_, false) => say::all_results(),
    };
    let tools = html! {
        <div class="reader-tools">
            if !is_single {
                { find(&desk) }
            }
            <nav class="steps" aria-label={say::results()}>
                { neighbours(&desk, document) }
                <a class="back" href={back}>{ label }</a>
            </nav>
        </div>
    };
    part!(
        Frame {
            desk: desk.clone(),
            class: "has-margin",
            tools
        },
        html! {
            <>
                { part!(document.get() => Reading {
                    desk: desk.clone(),
                    document: document.get(),
                    is_result: false,
                }) }
                { landing(notice.as_ref()) }
            </>
        }
    )
}

/// Asks the selection for other words without leaving the document; Enter goes to the first match.
fn find(desk: &Desk) -> Html {
    let (route, go) = (Rc::clone(&desk.route), desk.go.clone());
    let ontext = Callback::from(move |text: String| {
        let step = if route.query.text.is_empty() {
            Step::Push
        } else {
            Step::Replace
        };
        let mut route = (*route).clone();
        route.query.text = text;
        go.emit(Go { route, step });
    });
    let onnext = Callback::from(|()| {
        platform::step_focus("[data-hit]", 1);
    });
    find_field(&desk.route.query.text, &ontext, onnext)
}

/// The results before and behind this one, when the selection is a part and holds it.
fn neighbours(desk: &Desk, document: DocId) -> Html {
    let results = &desk.answer.documents;
    let Some(here) = results.iter().position(|it| it.document == document) else {
        return Html::default();
    };
    if desk.route.query.is_empty() || results.len() < 2 {
        return Html::default();
    }
    let link = |result: Option<&DocumentHits>, label: &'static str, rel: &'static str| {
        let corpus = desk.searcher().corpus();
        let id = result.and_then(|it| Some(corpus.document(it.document)?.id));
        let first = result.and_then(|it| {
            let first = corpus.passages(it.document).start;
            Some(it.passages.first()?.get() - first + 1)
        });
        match id {
            Some(id) => {
                html! { <a {rel} href={desk.route.at_passage(id, first).href()}>{ label }</a> }
            }
            None => html! { <span aria-hidden="true">{ label }</span> },
        }
    };
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    html! {
        <>
            { link(here.checked_sub(1).and_then(|it| results.get(it)), say::previous(), "prev") }
            <span>{ say::n_of_n(number(here + 1), number(results.len())) }</span>
            { link(results.get(here + 1), say::next(), "next") }
        </>
    }
}
