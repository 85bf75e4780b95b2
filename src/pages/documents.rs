//! The first screen: the one document itself, the titles of a few, or the hits of a search.

use yew::prelude::*;

use super::frame::Frame;
use super::reading::Reading;
use crate::components::document_list::DocumentList;
use crate::components::error_panel::ErrorPanel;
use crate::components::hit_list::HitList;
use crate::hooks::use_desk::Desk;
use crate::view_model::documents::documents;
use crate::view_model::hits::hits;
use crate::view_model::words;

/// Documents shown before the reader asks for more, and how many each time.
const STEP: usize = 50;

/// Properties of [`Documents`].
#[derive(Properties, PartialEq)]
pub(crate) struct DocumentsProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// One rule decides what is shown: nothing selected, one document, words to rank by, or titles.
#[component]
pub(crate) fn Documents(props: &DocumentsProps) -> Html {
    let desk = props.desk.clone();
    let corpus = desk.searcher().corpus();
    if corpus.n_documents() == 0 {
        return html! { <Empty /> };
    }
    if desk.answer.n_passages == 0 {
        return html! { <Frame {desk} class="is-wide"><NothingFound /></Frame> };
    }
    if corpus.n_documents() == 1 {
        return html! {
            <Frame desk={desk.clone()} class="has-margin">
                <Reading {desk} document={0} is_result={true} />
            </Frame>
        };
    }
    html! { <Frame desk={desk.clone()} class="is-wide"><Listing {desk} /></Frame> }
}

/// Titles or hits, as many as were asked for.
#[component]
fn Listing(props: &DocumentsProps) -> Html {
    let desk = &props.desk;
    let limit = use_state_eq(|| STEP);
    {
        let setter = limit.setter();
        use_effect_with(desk.route.query.clone(), move |_| setter.set(STEP));
    }
    let n_left = desk.answer.documents.len().saturating_sub(*limit);
    let onmore = {
        let (setter, limit) = (limit.setter(), *limit);
        Callback::from(move |_: MouseEvent| setter.set(limit + STEP))
    };
    let searcher = desk.searcher();
    let route = desk.route.clone();
    let list = if desk.route.query.text.trim().is_empty() {
        html! { <DocumentList groups={documents(searcher, &desk.answer, *limit)} {route} /> }
    } else {
        html! { <HitList groups={hits(searcher, &desk.answer, *limit)} {route} /> }
    };
    html! {
        <>
            <h1 id="heading" class="visually-hidden" tabindex="-1">{ "Documents" }</h1>
            { list }
            if let Ok(n @ 1..) = u32::try_from(n_left) {
                <button type="button" class="more-documents" onclick={onmore}>
                    { format!("Show more ({} left)", words::count(n, "document", "documents")) }
                </button>
            }
        </>
    }
}

#[component]
fn NothingFound() -> Html {
    html! {
        <ErrorPanel
            title="Nothing found"
            message="No passage satisfies all of this at once. Remove a filter above, or use fewer words."
        />
    }
}

#[component]
fn Empty() -> Html {
    html! {
        <main id="main" tabindex="-1">
            <ErrorPanel
                title="There are no documents yet"
                message="Put text files (.txt or .md) into the folder seeds and build the page again."
            >
                <p><a href="#/about">{ "What was found in the folder" }</a></p>
            </ErrorPanel>
        </main>
    }
}
