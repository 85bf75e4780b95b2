//! The head of the page: title, search, views.

use std::rc::Rc;

use yew::prelude::*;

use crate::route::{Route, View};

/// Properties of [`Masthead`].
#[derive(Properties, PartialEq)]
pub(crate) struct MastheadProps {
    /// The site's title.
    pub(crate) title: AttrValue,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// The search field.
    pub(crate) search: Html,
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
            { props.search.clone() }
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
