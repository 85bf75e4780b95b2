//! All documents of a selection: their titles, grouped by time.

use std::rc::Rc;

use yew::prelude::*;

use super::windowed::chunk;
use crate::route::Route;
use crate::view_model::documents::{DocumentGroup, DocumentRow};
use crate::wording::say;

/// Properties of [`DocumentList`].
#[derive(Properties, PartialEq)]
pub(crate) struct DocumentListProps {
    /// The documents.
    pub(crate) groups: Vec<DocumentGroup>,
    /// Position of the first in the whole list.
    pub(crate) first: usize,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
}

/// Groups of titles, each title a link.
#[component]
pub(crate) fn DocumentList(props: &DocumentListProps) -> Html {
    let mut number = props.first..;
    html! {
        <div class="document-list">
            for group in props.groups.iter() {
                <section key={group.label.to_string()}>
                    if !group.label.is_empty() {
                        <h2>{ &group.label }</h2>
                    }
                    <ol aria-label={if group.label.is_empty() { AttrValue::from(say::results()) } else { say::results_in(&group.label).into() }}>
                        for (row, idx) in group.rows.iter().zip(number.by_ref()) {
                            { document(row, idx, &props.route) }
                        }
                    </ol>
                </section>
            }
        </div>
    }
}

fn document(row: &DocumentRow, idx: usize, route: &Rc<Route>) -> Html {
    html! {
        <li key={row.id.to_string()} class="document-row" data-chunk={chunk(idx)}>
            <a class="document-title" data-step="" dir="auto" href={route.at_passage(&row.id, None).href()}>
                { &row.title }
            </a>
            <p class="byline">{ &row.byline }</p>
            if !row.opening.is_empty() {
                <p class="opening" dir="auto">{ &row.opening }</p>
            }
            if !row.selected.is_empty() {
                <p class="selected">{ &row.selected }</p>
            }
        </li>
    }
}
