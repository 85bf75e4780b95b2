//! The search field of the page, and what it does to the selection.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::part::part;
use crate::components::search_box::SearchBox;
use crate::hooks::use_desk::Desk;
use crate::hooks::use_recent::use_recent;
use crate::hooks::use_route::{Go, Step};
use crate::route::{Route, View};
use crate::state::recent::RecentAction;
use crate::view_model::suggestions::offers;
use crate::view_model::vocabulary::Query;

/// Properties of [`Search`].
#[derive(Properties, PartialEq)]
pub(crate) struct SearchProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// The search field with what it offers. The first letter typed is a step that Back undoes, the others refine it.
#[component]
pub(crate) fn Search(props: &SearchProps) -> Html {
    let desk = &props.desk;
    let searcher = desk.searcher();
    let (recent, remember) = use_recent(searcher.corpus().site().title);
    let query = &desk.route.query;
    let onchange = {
        let (route, go) = (Rc::clone(&desk.route), desk.go.clone());
        Callback::from(move |text: AttrValue| {
            let step = if route.query.text.is_empty() {
                Step::Push
            } else {
                Step::Replace
            };
            let route = asking(&route).with(|query| query.text = text.to_string());
            go.emit(Go { route, step });
        })
    };
    let ontake = {
        let (route, go) = (Rc::clone(&desk.route), desk.go.clone());
        Callback::from(move |query: Query| {
            let route = asking(&route).with(|it| *it = query);
            let step = Step::Push;
            go.emit(Go { route, step });
        })
    };
    let offered = {
        let query = query.clone();
        Callback::from(move |()| offers(searcher, &query))
    };
    part!(SearchBox {
        text: query.text.clone(),
        n_documents: searcher.corpus().n_documents(),
        recent: recent
            .0
            .iter()
            .map(|it| it.clone().into())
            .collect::<Vec<AttrValue>>(),
        offers: offered,
        onchange,
        ontake,
        onsearched: remember.reform(RecentAction::Add),
        onforget: remember.reform(|()| RecentAction::Clear)
    })
}

/// Where a search is answered: it asks the whole corpus, from wherever it is typed.
fn asking(route: &Route) -> Route {
    match &route.view {
        View::Documents | View::Timeline | View::Statements => route.clone(),
        _ => route.at(View::Documents),
    }
}
