//! The passages without a date: a group with its count that can be opened.

use std::rc::Rc;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use crate::route::Route;
use crate::view_model::timeline::undated::UndatedRow;
use crate::wording::say;

/// A disclosure with the count `n`, the first passages (none until it was opened) and a link to all.
pub(crate) fn undated_group(
    n: u32,
    rows: &[UndatedRow],
    all_href: String,
    route: &Rc<Route>,
    onopen: &Callback<bool>,
) -> Html {
    if n == 0 {
        return Html::default();
    }
    let ontoggle = onopen.reform(|event: Event| {
        event
            .target_dyn_into::<HtmlDetailsElement>()
            .is_some_and(|it| it.open())
    });
    html! {
        <details class="undated-group" {ontoggle}>
            <summary>{ say::passages_undated(n) }</summary>
            <ol class="undated-list" aria-label={say::passages_without_date()}>
                for row in rows.iter() {
                    <li key={row.number}>
                        <a href={route.at_passage(&row.document, Some(row.passage)).href()} dir="auto">{ &row.text }</a>
                        { " " }
                        <span class="mark-title" dir="auto">{ &row.title }</span>
                    </li>
                }
            </ol>
            <p><a href={all_href}>{ say::all_among_documents() }</a></p>
        </details>
    }
}
