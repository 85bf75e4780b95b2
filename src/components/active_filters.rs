//! What narrows the selection, each with a way to take it away.

use yew::prelude::*;

use crate::view_model::facets::ActiveFilter;
use crate::wording::say;

/// Properties of [`ActiveFilters`].
#[derive(Properties, PartialEq)]
pub(crate) struct ActiveFiltersProps {
    /// What narrows the selection; at least one.
    pub(crate) active: Vec<ActiveFilter>,
    /// Called with the position of the filter to remove.
    pub(crate) onremove: Callback<usize>,
    /// Called when everything is to be cleared.
    pub(crate) onclear: Callback<()>,
}

/// A list of removable filters.
#[component]
pub(crate) fn ActiveFilters(props: &ActiveFiltersProps) -> Html {
    html! {
        <>
            <ul class="active-filters" aria-label={say::active_filters()}>
                for (idx, filter) in props.active.iter().enumerate() {
                    <li key={format!("{idx} {}", filter.label)}>
                        <button
                            type="button"
                            class="chip"
                            aria-label={say::remove_filter(&filter.label)}
                            onclick={props.onremove.reform(move |_| idx)}
                        >
                            { &filter.label }
                            <span class="cross" aria-hidden="true">{ "×" }</span>
                        </button>
                    </li>
                }
            </ul>
            <button type="button" class="link" onclick={props.onclear.reform(|_| ())}>
                { say::clear_all() }
            </button>
        </>
    }
}
