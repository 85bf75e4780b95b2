//! The dates of a selection as a table: the same dates in the same order as drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::route::Route;
use crate::view_model::timeline::MarkRow;
use crate::wording::say;

/// Date, value, sentence, document and how it was read.
pub(crate) fn mark_table(rows: &[MarkRow], route: &Rc<Route>) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={say::dates_as_table()}>
            <table class="data">
                <thead>
                    <tr>
                        for head in [say::head_date(), say::head_edtf(), say::head_sentence(), say::head_document(), say::head_how_read()] {
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
                                    { if row.sentence.is_empty() { say::the_document() } else { row.sentence.as_str() } }
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
