//! The reader: one document of several.

use dossier_corpus::DocId;
use dossier_query::answer::DocumentHits;
use yew::prelude::*;

use super::frame::Frame;
use super::reading::Reading;
use crate::components::error_panel::ErrorPanel;
use crate::hooks::use_desk::Desk;
use crate::route::View;
use crate::view_model::words;

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
    let back = desk.route.at(View::Documents).href();
    let Some(document) = desk.searcher().corpus().document_by_id(&props.id) else {
        return html! {
            <Frame {desk} class="is-wide">
                <ErrorPanel
                    title="No such document"
                    message={format!("Nothing here has the id “{}”. It may have been renamed or left out.", props.id)}
                >
                    <p><a href={back}>{ "To all documents" }</a></p>
                </ErrorPanel>
            </Frame>
        };
    };
    let is_single = desk.searcher().corpus().n_documents() == 1;
    let label = if is_single {
        "The selection"
    } else {
        "All results"
    };
    let tools = html! {
        <nav class="steps" aria-label="Results">
            { neighbours(&desk, document) }
            <a class="back" href={back}>{ label }</a>
        </nav>
    };
    html! {
        <Frame desk={desk.clone()} class="has-margin" {tools}>
            <Reading key={document.get()} {desk} document={document.get()} is_result={false} />
        </Frame>
    }
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
    let number = |n: usize| words::number(u32::try_from(n).unwrap_or(u32::MAX));
    html! {
        <>
            { link(here.checked_sub(1).and_then(|it| results.get(it)), "‹ Previous", "prev") }
            <span>{ format!("{} of {}", number(here + 1), number(results.len())) }</span>
            { link(results.get(here + 1), "Next ›", "next") }
        </>
    }
}
