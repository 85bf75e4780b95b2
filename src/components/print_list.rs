//! The selection on paper; nothing of it is seen on the screen.

use yew::prelude::*;

use crate::view_model::export::printed::{Printed, PrintedGroup};

/// Where it comes from, then the numbered documents with their passages.
pub(crate) fn print_list(printed: &Printed) -> Html {
    html! {
        <section class="print-list" aria-hidden="true">
            <h1>{ &printed.title }</h1>
            <dl>
                for (label, value) in printed.facts.iter() {
                    <div key={*label}><dt>{ *label }</dt><dd>{ value }</dd></div>
                }
            </dl>
            <ol>
                { for printed.groups.iter().map(document) }
            </ol>
            if !printed.left_out.is_empty() {
                <p>{ &printed.left_out }</p>
            }
        </section>
    }
}

fn document(group: &PrintedGroup) -> Html {
    html! {
        <li>
            <p class="print-source">{ &group.source }</p>
            for (number, text) in group.passages.iter() {
                <p key={*number} class="print-passage" lang={(!group.lang.is_empty()).then(|| group.lang.clone())} dir="auto">
                    <small>{ *number }</small>
                    { text }
                </p>
            }
        </li>
    }
}
