//! One true sentence about what is on screen, and what narrows it.

use yew::prelude::*;

use super::active_filters::ActiveFilters;
use crate::components::part::part;
use crate::view_model::facets::ActiveFilter;
use crate::wording::say;

/// Properties of [`StatusBar`].
#[derive(Properties, PartialEq)]
pub(crate) struct StatusBarProps {
    /// How much is selected.
    pub(crate) status: AttrValue,
    /// What is true of its dates.
    pub(crate) dates: AttrValue,
    /// What was read otherwise than typed, and what could not be read at all.
    pub(crate) notes: Vec<AttrValue>,
    /// What narrows the selection.
    pub(crate) active: Vec<ActiveFilter>,
    /// Address of the page without any filter.
    pub(crate) all_href: AttrValue,
    /// Called with the position of the filter to remove.
    pub(crate) onremove: Callback<usize>,
    /// Called when everything is to be cleared.
    pub(crate) onclear: Callback<()>,
    /// What stands at the end of the line. Optional; nothing by default.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// The status, the active filters, and notes about the query.
#[component]
pub(crate) fn StatusBar(props: &StatusBarProps) -> Html {
    html! {
        <section class="status-bar" aria-label={say::selection_facts()}>
            <p class="status">
                <span role="status">{ &props.status }</span>
                <span class="status-dates">{ &props.dates }</span>
            </p>
            if !props.active.is_empty() {
                { part!(ActiveFilters {
                    active: props.active.clone(),
                    onremove: props.onremove.clone(),
                    onclear: props.onclear.clone(),
                }) }
            }
            { props.children.clone() }
            if !props.notes.is_empty() {
                <ul class="notes" aria-label={say::notes_on_query()}>
                    for note in props.notes.iter() {
                        <li key={note.to_string()}>{ note }</li>
                    }
                </ul>
            }
        </section>
    }
}
