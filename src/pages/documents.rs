//! The first screen: the one document itself, the titles of a few, or the hits of a search.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::frame::Frame;
use super::reading::Reading;
use crate::components::document_list::DocumentList;
use crate::components::error_panel::ErrorPanel;
use crate::components::hit_list::HitList;
use crate::components::windowed::Windowed;
use crate::hooks::use_desk::Desk;
use crate::view_model::documents::{documents, listed};
use crate::view_model::hits::hits;

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
    if corpus.n_documents() == 1 {
        return html! {
            <Frame desk={desk.clone()} class="has-margin">
                <Reading {desk} document={0} is_result={true} />
            </Frame>
        };
    }
    html! { <Frame desk={desk.clone()} class="is-wide"><Listing {desk} /></Frame> }
}

/// Titles or hits.
#[component]
fn Listing(props: &DocumentsProps) -> Html {
    let desk = &props.desk;
    let n = desk.answer.documents.len();
    let has_words = !desk.route.query.text.trim().is_empty();
    let in_order = use_memo(desk.answer_key(), |_| {
        if has_words {
            Vec::new()
        } else {
            listed(desk.searcher(), &desk.answer)
        }
    });
    let render = {
        let desk = desk.clone();
        Callback::from(move |range: Range<usize>| {
            let (searcher, route, first) = (desk.searcher(), Rc::clone(&desk.route), range.start);
            if has_words {
                html! { <HitList groups={hits(searcher, &desk.answer, range)} {first} {route} /> }
            } else {
                html! { <DocumentList groups={documents(searcher, &in_order, range)} {first} {route} /> }
            }
        })
    };
    html! {
        <>
            <h1 id="heading" class="visually-hidden" tabindex="-1">{ "Documents" }</h1>
            // Another selection begins at its top.
            <Windowed key={desk.route.href()} {n} {render} />
        </>
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
