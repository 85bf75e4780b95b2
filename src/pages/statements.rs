//! Who says what, and how it is marked.

use yew::prelude::*;

use super::frame::Frame;
use crate::components::error_panel::ErrorPanel;
use crate::components::statement_table::StatementTable;
use crate::hooks::use_desk::Desk;
use crate::view_model::statements::{n_statements, statements};
use crate::view_model::words;

/// Statements shown before the reader asks for more, and how many each time.
const STEP: usize = 100;

/// Properties of [`Statements`].
#[derive(Properties, PartialEq)]
pub(crate) struct StatementsProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// The statements of the selected passages.
#[component]
pub(crate) fn Statements(props: &StatementsProps) -> Html {
    let desk = &props.desk;
    let limit = use_state_eq(|| STEP);
    let searcher = desk.searcher();
    let n = n_statements(searcher, &desk.answer);
    let rows = statements(searcher, &desk.answer, *limit);
    let n_left = n.saturating_sub(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    let onmore = {
        let (setter, limit) = (limit.setter(), *limit);
        Callback::from(move |_: MouseEvent| setter.set(limit + STEP))
    };
    html! {
        <Frame desk={desk.clone()} class="is-wide">
            if n == 0 {
                <ErrorPanel
                    title="No statements here"
                    message="No passage of this selection says who says something, or quotes it."
                />
            } else {
                <h1 id="heading" class="summary" tabindex="-1">
                    { words::count(n, "statement", "statements") }
                    <small>{ "read by software from quotation marks and words like “said”; it errs" }</small>
                </h1>
                <StatementTable
                    {rows}
                    names_documents={searcher.corpus().n_documents() > 1}
                    route={desk.route.clone()}
                />
                if n_left > 0 {
                    <button type="button" class="more-documents" onclick={onmore}>
                        { format!("Show more ({} left)", words::number(n_left)) }
                    </button>
                }
            }
        </Frame>
    }
}
