//! The reader: one document of several.

use yew::prelude::*;

use super::frame::Frame;
use super::reading::Reading;
use crate::components::error_panel::ErrorPanel;
use crate::hooks::use_desk::Desk;
use crate::route::View;

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
    let tools = html! { <a class="back" href={back}>{ label }</a> };
    html! {
        <Frame desk={desk.clone()} class="has-margin" {tools}>
            <Reading key={document.get()} {desk} document={document.get()} is_result={false} />
        </Frame>
    }
}
