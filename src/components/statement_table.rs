//! Who says what, as a list in reading order.

use std::rc::Rc;

use yew::prelude::*;

use super::margin::{speaker, tags};
use crate::route::Route;
use crate::view_model::statements::StatementRow;

/// Properties of [`StatementTable`].
#[derive(Properties, PartialEq)]
pub(crate) struct StatementTableProps {
    /// The statements, in reading order.
    pub(crate) rows: Vec<StatementRow>,
    /// Whether the documents are named: not when there is just one.
    pub(crate) names_documents: bool,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
}

/// Speaker, what is said, how it is marked, and where.
#[component]
pub(crate) fn StatementTable(props: &StatementTableProps) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Statements">
            <table class="data statements">
                <thead>
                    <tr>
                        <th scope="col">{ "Who" }</th>
                        <th scope="col">{ "What is said" }</th>
                        <th scope="col">{ "How it is marked" }</th>
                        <th scope="col">{ "Where" }</th>
                    </tr>
                </thead>
                <tbody>
                    for row in props.rows.iter() {
                        { statement(row, props) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn statement(row: &StatementRow, props: &StatementTableProps) -> Html {
    let href = props
        .route
        .at_passage(&row.document, Some(row.passage))
        .href();
    html! {
        <tr key={row.number}>
            <th scope="row">{ speaker(row) }</th>
            <td class="said" dir="auto">{ &row.content }</td>
            <td class="tags">{ tags(row) }</td>
            <td class="where">
                <a data-step="" {href} aria-label={format!("{}, passage {}", row.title, row.passage)}>
                    if props.names_documents {
                        <span dir="auto">{ &row.title }</span>{ ", " }
                    }
                    { format!("passage {}", row.passage) }
                </a>
            </td>
        </tr>
    }
}
