//! An empty selection: what to leave out, and what that would find.

use yew::prelude::*;

use crate::components::error_panel::ErrorPanel;
use crate::components::part::part;
use crate::hooks::use_desk::Desk;
use crate::view_model::relax::ways_out;
use crate::wording::say;

/// Properties of [`NothingFound`].
#[derive(Properties, PartialEq)]
pub(crate) struct NothingFoundProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// Why nothing is shown, and the ways out.
#[component]
pub(crate) fn NothingFound(props: &NothingFoundProps) -> Html {
    let desk = &props.desk;
    let query = &desk.route.query;
    let ways = use_memo(query.clone(), |query| ways_out(desk.searcher(), query));
    let message = if query.filters.is_empty() && !query.has_range() {
        say::words_nowhere()
    } else {
        say::not_all_at_once()
    };
    part!(
        ErrorPanel {
            title: say::nothing_found(),
            message
        },
        html! {
            <>
                if ways.is_empty() {
                    <p>{ say::try_another() }</p>
                } else {
                    <ul class="ways-out" aria-label={say::what_to_leave_out()}>
                        for way in ways.iter() {
                            <li key={way.label.to_string()}>
                                <a href={desk.route.with(|it| *it = way.query.clone()).href()}>{ &way.label }</a>
                                <small>{ &way.finds }</small>
                            </li>
                        }
                    </ul>
                }
            </>
        }
    )
}
