//! The dates of a selection as a table: the same dates in the same order as drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::route::Route;
use crate::view_model::timeline::MarkRow;

/// Date, value, sentence, document and how it was read.
pub(crate) fn mark_table(rows: &[MarkRow], route: &Rc<Route>) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Dates as a table">
            <table class="data">
                <thead>
                    <tr>
                        for head in ["Date", "EDTF", "Sentence", "Document", "How it was read"] {
                            <th key={head} scope="col">{ head }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in rows.iter() {
                        <tr key={row.key.to_string()}>
                            <th scope="row">{ &row.words }</th>
                            <td class="edtf">{ &row.edtf }</td>
                            <td dir="auto">
                                <a data-step="" href={route.at_passage(&row.document, row.passage).href()}>
                                    { if row.sentence.is_empty() { "The document" } else { row.sentence.as_str() } }
                                </a>
                            </td>
                            <td dir="auto">{ &row.title }</td>
                            <td>{ &row.reading }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
