//! The head of the page: title, search, views.

use std::rc::Rc;

use yew::prelude::*;

use super::language_choice::language_choice;
use crate::route::{Route, View};
use crate::wording::say;

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
    /// Called with the tag of a language.
    pub(crate) onlanguage: Callback<AttrValue>,
}

/// One line: title, search field, and the views of the one selection.
#[component]
pub(crate) fn Masthead(props: &MastheadProps) -> Html {
    let views = [
        (say::documents(), View::Documents),
        (say::timeline(), View::Timeline),
        (say::statements(), View::Statements),
    ];
    html! {
        <header class="masthead">
            <a class="site-title" href="#/">{ &props.title }</a>
            { props.search.clone() }
            <nav class="views" aria-label={say::views()}>
                for (name, view) in views {
                    <a
                        key={name}
                        href={props.route.at(view.clone()).href()}
                        aria-current={is_current(&props.route.view, &view).then_some("page")}
                    >
                        { name }
                    </a>
                }
                { language_choice("language", &props.onlanguage) }
                <button
                    type="button"
                    class="quiet"
                    aria-label={say::help_and_keys()}
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
