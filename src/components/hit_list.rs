//! The hits of a search.

use std::rc::Rc;

use yew::prelude::*;

use super::text::text;
use crate::route::Route;
use crate::view_model::hits::{Hit, HitGroup};

/// Properties of [`HitList`].
#[derive(Properties, PartialEq)]
pub(crate) struct HitListProps {
    /// The hits, best document first.
    pub(crate) groups: Vec<HitGroup>,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
}

/// One list of documents, each with its best places.
#[component]
pub(crate) fn HitList(props: &HitListProps) -> Html {
    html! {
        <ol class="hit-list" aria-label="Results">
            for group in props.groups.iter() {
                { hits(group, &props.route) }
            }
        </ol>
    }
}

fn hits(group: &HitGroup, route: &Rc<Route>) -> Html {
    let first = group.hits.first().map(|it| it.passage);
    html! {
        <li key={group.id.to_string()} class="hit-group">
            <a class="document-title" data-step="" dir="auto" href={route.at_passage(&group.id, first).href()}>
                { &group.title }
            </a>
            <p class="byline">{ &group.byline }</p>
            for it in group.hits.iter() {
                { hit(it, group, route) }
            }
            if !group.more.is_empty() {
                <a class="more" href={route.at_passage(&group.id, None).href()}>{ &group.more }</a>
            }
        </li>
    }
}

fn hit(hit: &Hit, group: &HitGroup, route: &Rc<Route>) -> Html {
    html! {
        <p key={hit.passage} class="excerpt" dir="auto">
            <a
                class="passage-number"
                href={route.at_passage(&group.id, Some(hit.passage)).href()}
                aria-label={format!("Passage {} of {}", hit.passage, group.title)}
            >
                { hit.passage }
            </a>
            if hit.cut_before {
                { "… " }
            }
            { text(&hit.excerpt, route) }
            if hit.cut_behind {
                { " …" }
            }
        </p>
    }
}
