//! Who says what, as a table in reading order.

use std::rc::Rc;

use yew::prelude::*;

use super::margin::speaker;
use crate::route::Route;
use crate::view_model::statements::{StatementCard, StatementRow};

/// What a list of statements shows beside them.
#[derive(Clone, Copy)]
pub(crate) struct Shown<'a> {
    /// Whether the documents are named: not when there is just one.
    pub(crate) names_documents: bool,
    /// Where the reader is.
    pub(crate) route: &'a Rc<Route>,
    /// Tells how a statement was read, by its number.
    pub(crate) card: &'a dyn Fn(u32) -> Option<StatementCard>,
}

/// Speaker, what is said, how it is marked, and where.
pub(crate) fn statement_table(rows: &[StatementRow], shown: &Shown<'_>) -> Html {
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
                    for row in rows.iter() {
                        <tr key={row.number}>
                            <th scope="row">{ speaker(row) }</th>
                            <td class="said" dir="auto">{ &row.content }</td>
                            <td class="tags">{ marked(row, shown) }</td>
                            <td class="where">{ place(row, shown) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// How a statement is marked, what lowers it, and how it was read.
pub(super) fn marked(row: &StatementRow, shown: &Shown<'_>) -> Html {
    html! {
        <>
            { listed(&row.tags, " · ") }
            if !row.hedges.is_empty() {
                <b class="hedged">{ format!("Hedged: {}", listed(&row.hedges, ", ")) }</b>
            }
            { (shown.card)(row.number).map(card) }
        </>
    }
}

fn listed(words: &[AttrValue], between: &str) -> String {
    let words: Vec<&str> = words.iter().map(AttrValue::as_str).collect();
    words.join(between)
}

fn card(it: StatementCard) -> Html {
    html! {
        <details class="correction">
            <summary>{ it.reading }</summary>
            <p>{ "To put it right, write into " }<code>{ it.file }</code>{ " beside the document:" }</p>
            <pre tabindex="0" aria-label="Correction to copy">{ it.correction }</pre>
        </details>
    }
}

/// The way to the sentence.
pub(super) fn place(row: &StatementRow, shown: &Shown<'_>) -> Html {
    let href = shown
        .route
        .at_passage(&row.document, Some(row.passage))
        .href();
    html! {
        <a data-step="" {href} aria-label={format!("{}, passage {}", row.title, row.passage)}>
            if shown.names_documents {
                <span dir="auto">{ &row.title }</span>{ ", " }
            }
            { format!("passage {}", row.passage) }
        </a>
    }
}
