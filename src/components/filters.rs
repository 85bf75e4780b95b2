//! The panel of filters; on a narrow screen a sheet that is pulled up.

use yew::prelude::*;

use super::date_fields::DateFields;
use super::facet_group::FacetGroup;
use crate::components::part::part;
use crate::view_model::vocabulary::{Query, Sense};
use crate::view_model::{accuracy, facets};
use crate::wording::say;

/// Properties of [`Filters`].
#[derive(Properties, PartialEq)]
pub(crate) struct FiltersProps {
    /// The facets worth showing.
    pub(crate) groups: Vec<facets::FacetGroup>,
    /// The selection, for the dates.
    pub(crate) query: Query,
    /// Where it is told how names are read.
    pub(crate) about: AttrValue,
    /// What the date fields have to offer.
    pub(crate) dates: DateOffer,
    /// How many passages are selected, in words, for the sheet.
    pub(crate) status: AttrValue,
    /// Called with facet, value and what it is to be: chosen so, or not at all.
    pub(crate) onchoose: Callback<(AttrValue, AttrValue, Option<Sense>)>,
    /// Called with a selection whose dates were changed.
    pub(crate) onquery: Callback<Query>,
}

/// What can be chosen about dates in this corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateOffer {
    /// The clocks that show anything: bits in the order of `Clock::ALL`.
    pub(crate) clocks: [bool; 3],
    /// Passages that carry no date.
    pub(crate) n_undated: u32,
    /// Whether a date of publication would tell more about dates in the text.
    pub(crate) can_assume: bool,
}

/// Facets and dates.
#[component]
pub(crate) fn Filters(props: &FiltersProps) -> Html {
    let open = use_state_eq(|| false);
    let onopen = {
        let (setter, open) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| setter.set(!open))
    };
    html! {
        <>
            <aside class={classes!("filters", open.then_some("is-open"))} aria-label={say::filters()} id="filters">
                if *open {
                    <h2 class="sheet-title">{ say::filters() }</h2>
                }
                for group in props.groups.iter() {
                    { part!(group.facet.to_string() => FacetGroup {
                        group: group.clone(),
                        onchoose: props.onchoose.clone(),
                    }) }
                }
                if props.groups.iter().any(|it| it.is_read) {
                    <p class="hint">
                        { accuracy::names() }{ " " }<a href={props.about.clone()}>{ say::how_names_are_read() }</a>
                    </p>
                }
                { part!(DateFields {
                    query: props.query.clone(),
                    offer: props.dates,
                    onquery: props.onquery.clone(),
                }) }
            </aside>
            <section class="sheet-bar" aria-label={say::number_of_results()}>
                <span>{ &props.status }</span>
                <button
                    type="button"
                    class="link"
                    aria-expanded={open.to_string()}
                    aria-controls="filters"
                    onclick={onopen}
                >
                    { if *open { say::done() } else { say::filters() } }
                </button>
            </section>
        </>
    }
}
