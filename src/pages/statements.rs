//! Who says what, and how it is marked.

use yew::prelude::*;

use super::frame::Frame;
use crate::components::error_panel::ErrorPanel;
use crate::components::export_menu::ExportMenu;
use crate::components::part::part;
use crate::components::speaker_list::speaker_list;
use crate::components::statement_table::{Shown, statement_table};
use crate::hooks::use_desk::Desk;
use crate::platform;
use crate::view_model::accuracy;
use crate::view_model::statements::by_speaker::speakers;
use crate::view_model::statements::export::table;
use crate::view_model::statements::{card, n_statements, statements};
use crate::wording::say;

/// Statements shown before the reader asks for more, and how many each time.
const STEP: usize = 100;

/// Properties of [`Statements`].
#[derive(Properties, PartialEq)]
pub(crate) struct StatementsProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// The statements of the selected passages, as a table or under those who make them.
#[component]
pub(crate) fn Statements(props: &StatementsProps) -> Html {
    let desk = &props.desk;
    let limit = use_state_eq(|| STEP);
    let searcher = desk.searcher();
    let route = &desk.route;
    let n = n_statements(searcher, &desk.answer);
    if n == 0 {
        return part!(
            Frame {
                desk: desk.clone(),
                class: "is-wide"
            },
            part!(ErrorPanel {
                title: say::no_statements(),
                message: say::no_statements_why()
            })
        );
    }
    let oncard = |number: u32| card(searcher, number);
    let shown = Shown {
        names_documents: searcher.corpus().n_documents() > 1,
        route,
        card: &oncard,
    };
    let list = if route.by_speaker {
        speaker_list(&speakers(searcher, &desk.answer, *limit), &shown)
    } else {
        statement_table(&statements(searcher, &desk.answer, *limit), &shown)
    };
    let n_left = n.saturating_sub(u32::try_from(*limit).unwrap_or(u32::MAX));
    let onmore = {
        let (setter, limit) = (limit.setter(), *limit);
        Callback::from(move |_: MouseEvent| setter.set(limit + STEP))
    };
    let toggle = route.by_speaker(!route.by_speaker).href();
    let tools = html! {
        <>
            { export_menu(desk) }
            <a class="toggle" href={toggle}>{ if route.by_speaker { say::as_a_table() } else { say::by_speaker() } }</a>
        </>
    };
    part!(
        Frame {
            desk: desk.clone(),
            class: "is-wide",
            tools
        },
        html! {
            <>
                <h1 id="heading" class="summary" tabindex="-1">
                    { say::n_statements(n) }
                    <small>{ accuracy::statements() }</small>
                </h1>
                { list }
                if n_left > 0 {
                    <button type="button" class="more-documents" onclick={onmore}>
                        { say::show_more_left(n_left) }
                    </button>
                }
            </>
        }
    )
}

/// The menu of what can be taken away.
fn export_menu(desk: &Desk) -> Html {
    let items: Vec<AttrValue> = [say::format_table(), say::print()]
        .map(AttrValue::from)
        .to_vec();
    let desk = desk.clone();
    let onchoose = Callback::from(move |idx: usize| {
        if idx == 0 {
            let file = table(desk.searcher(), &desk.answer);
            platform::download(&file.name, file.media_type, file.text.as_bytes());
        } else {
            platform::print();
        }
    });
    part!(ExportMenu { items, onchoose })
}
