//! Who says what, as a table in reading order.

use std::rc::Rc;

use yew::prelude::*;

use super::margin::speaker;
use crate::route::Route;
use crate::view_model::statements::{StatementCard, StatementRow};
use crate::wording::say;

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
        <div class="table-scroll" tabindex="0" role="region" aria-label={say::statements()}>
            <table class="data statements">
                <thead>
                    <tr>
                        <th scope="col">{ say::head_who() }</th>
                        <th scope="col">{ say::head_said() }</th>
                        <th scope="col">{ say::head_marked() }</th>
                        <th scope="col">{ say::head_where() }</th>
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
            { listed(&row.tags, "\u{a0}· ") }
            if !row.hedges.is_empty() {
                <b class="hedged">{ say::hedged_with(&listed(&row.hedges, ", ")) }</b>
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
            <p>{ say::put_right_before() }{ " " }<code>{ it.file }</code>{ " " }{ say::put_right_behind() }</p>
            <pre tabindex="0" aria-label={say::correction()}>{ it.correction }</pre>
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
        <a data-step="" {href} aria-label={say::title_passage(&row.title, &row.passage.to_string())}>
            if shown.names_documents {
                <span dir="auto">{ &row.title }</span>{ ", " }
            }
            { say::passage_lower(&row.passage.to_string()) }
        </a>
    }
}
