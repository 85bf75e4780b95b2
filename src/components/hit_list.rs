//! The hits of a search.

use std::rc::Rc;

use yew::prelude::*;

use super::text::{Leads, text};
use super::windowed::chunk;
use crate::route::Route;
use crate::view_model::hits::{Hit, HitGroup};
use crate::wording::say;

/// Properties of [`HitList`].
#[derive(Properties, PartialEq)]
pub(crate) struct HitListProps {
    /// The hits, best document first.
    pub(crate) groups: Vec<HitGroup>,
    /// Position of the first in the whole list.
    pub(crate) first: usize,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
}

/// One list of documents, each with its best places.
#[component]
pub(crate) fn HitList(props: &HitListProps) -> Html {
    html! {
        <ol class="hit-list" aria-label={say::results()}>
            for (group, idx) in props.groups.iter().zip(props.first..) {
                { hits(group, idx, &props.route) }
            }
        </ol>
    }
}

fn hits(group: &HitGroup, idx: usize, route: &Rc<Route>) -> Html {
    let first = group.hits.first().map(|it| it.passage);
    html! {
        <li key={group.id.to_string()} class="hit-group" data-chunk={chunk(idx)}>
            <a class="document-title" data-step="" dir="auto" href={route.at_passage(&group.id, first).href()}>
                for (text, is_match) in group.title.iter() {
                    if *is_match {
                        <mark>{ text }</mark>
                    } else {
                        { text }
                    }
                }
            </a>
            <p class="byline">{ &group.byline }</p>
            for it in group.hits.iter() {
                { hit(it, group, route) }
            }
            if !group.why.is_empty() {
                <p class="why">{ &group.why }</p>
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
                aria-label={say::passage_of(&hit.passage.to_string(), &group.title_text())}
            >
                { hit.passage }
            </a>
            if hit.cut_before {
                { "… " }
            }
            { text(&hit.excerpt, Leads { route, oncard: None, names: true, dates: true }) }
            if hit.cut_behind {
                { " …" }
            }
            if !hit.why.is_empty() {
                <small class="why">{ hit.why }</small>
            }
        </p>
    }
}
