//! The head of the page: title, search, views.

use std::rc::Rc;

use yew::prelude::*;

use super::search_box::SearchBox;
use crate::route::{Route, View};

/// Properties of [`Masthead`].
#[derive(Properties, PartialEq)]
pub(crate) struct MastheadProps {
    /// The site's title.
    pub(crate) title: AttrValue,
    /// Number of documents of the corpus, for the search field's hint.
    pub(crate) n_documents: u32,
    /// The text of the query.
    pub(crate) text: AttrValue,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// Called with each change of the search field.
    pub(crate) onsearch: Callback<AttrValue>,
    /// Called when the list of keys is asked for.
    pub(crate) onhelp: Callback<()>,
}

/// One line: title, search field, and the views of the one selection.
#[component]
pub(crate) fn Masthead(props: &MastheadProps) -> Html {
    let views = [
        ("Documents", View::Documents),
        ("Timeline", View::Timeline),
        ("Statements", View::Statements),
    ];
    html! {
        <header class="masthead">
            <a class="site-title" href="#/">{ &props.title }</a>
            <SearchBox
                text={props.text.clone()}
                n_documents={props.n_documents}
                onchange={props.onsearch.clone()}
            />
            <nav class="views" aria-label="Views">
                for (name, view) in views {
                    <a
                        key={name}
                        href={props.route.at(view.clone()).href()}
                        aria-current={is_current(&props.route.view, &view).then_some("page")}
                    >
                        { name }
                    </a>
                }
                <button
                    type="button"
                    class="quiet"
                    aria-label="Help and keys"
                    aria-haspopup="dialog"
                    onclick={props.onhelp.reform(|_| ())}
                >
                    { "?" }
                </button>
            </nav>
        </header>
    }
}

fn is_current(here: &View, view: &View) -> bool {
    here == view || matches!((here, view), (View::Document { .. }, View::Documents))
}
