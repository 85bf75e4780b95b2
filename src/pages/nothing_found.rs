//! An empty selection: what to leave out, and what that would find.

use yew::prelude::*;

use crate::components::error_panel::ErrorPanel;
use crate::components::part::part;
use crate::hooks::use_desk::Desk;
use crate::view_model::relax::ways_out;

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
        "These words stand in no passage."
    } else {
        "No passage satisfies all of this at once."
    };
    part!(
        ErrorPanel {
            title: "Nothing found",
            message
        },
        html! {
            <>
                if ways.is_empty() {
                    <p>{ "Try another word, or the beginning of one." }</p>
                } else {
                    <ul class="ways-out" aria-label="What to leave out">
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
