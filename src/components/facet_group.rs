//! One facet: its values as check boxes with true counts.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::view_model::facets;
use crate::view_model::vocabulary::Sense;
use crate::view_model::words::number;
use crate::wording::say;

/// From this many values on there is a field to find one.
const MANY: usize = 12;

/// Values shown at most; the field finds the others.
const MOST: usize = 200;

/// Properties of [`FacetGroup`].
#[derive(Properties, PartialEq)]
pub(crate) struct FacetGroupProps {
    /// The facet.
    pub(crate) group: facets::FacetGroup,
    /// Called with facet, value and what it is to be: chosen so, or not at all.
    pub(crate) onchoose: Callback<(AttrValue, AttrValue, Option<Sense>)>,
}

/// A facet with its values: chosen ones stay in sight, long lists can be opened and searched.
#[component]
pub(crate) fn FacetGroup(props: &FacetGroupProps) -> Html {
    let all = use_state_eq(|| false);
    let wanted = use_state_eq(String::new);
    let group = &props.group;
    let has_finder = group.n_values > MANY;
    let limit = match (*all, wanted.is_empty()) {
        (false, true) => group.n_first,
        _ => MOST,
    };
    let rows = group.rows(&wanted, limit);
    let n_hidden = group.n_values.saturating_sub(group.n_first);
    let onall = {
        let (setter, all) = (all.setter(), *all);
        Callback::from(move |_: MouseEvent| setter.set(!all))
    };
    let onfind = {
        let setter = wanted.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                setter.set(field.value().to_lowercase());
            }
        })
    };
    html! {
        <fieldset class="facet">
            <legend>{ &group.label }</legend>
            if has_finder {
                <input
                    type="search"
                    class="finder"
                    aria-label={say::find_in(&group.label)}
                    placeholder={say::find_a_value()}
                    oninput={onfind}
                />
            }
            for row in rows.iter() {
                { value(&group.facet, row, &props.onchoose) }
            }
            if n_hidden > 0 && wanted.is_empty() {
                <button type="button" class="link more" aria-expanded={all.to_string()} onclick={onall}>
                    { if *all { say::fewer().to_owned() } else { say::n_more(u32::try_from(n_hidden).unwrap_or(u32::MAX)) } }
                </button>
            }
        </fieldset>
    }
}

fn value(
    facet: &AttrValue,
    row: &facets::FacetRow,
    onchoose: &Callback<(AttrValue, AttrValue, Option<Sense>)>,
) -> Html {
    let choose = |sense: Sense| {
        let next = (row.chosen != Some(sense)).then_some(sense);
        let (facet, value) = (facet.clone(), row.value.clone());
        onchoose.reform(move |()| (facet.clone(), value.clone(), next))
    };
    let is_excluded = row.chosen == Some(Sense::Exclude);
    let exclude = if is_excluded {
        say::stop_excluding_value(&row.label)
    } else {
        say::exclude_value(&row.label)
    };
    html! {
        <div key={row.value.to_string()} class={classes!("value", is_excluded.then_some("is-excluded"))}>
            <label>
                <input
                    type="checkbox"
                    checked={row.chosen == Some(Sense::Include)}
                    aria-label={format!("{} ({})", row.label, row.count)}
                    onchange={choose(Sense::Include).reform(|_: Event| ())}
                />
                <span class="value-words" dir="auto">
                    <span class={classes!("value-name", facet.to_string())}>{ &row.label }</span>
                    if !row.description.is_empty() {
                        <small>{ &row.description }</small>
                    }
                </span>
                <span class="count" aria-hidden="true">{ number(row.count) }</span>
            </label>
            <button
                type="button"
                class="exclude"
                aria-label={exclude}
                aria-pressed={is_excluded.to_string()}
                title={if is_excluded { say::stop_excluding() } else { say::exclude() }}
                onclick={choose(Sense::Exclude).reform(|_: MouseEvent| ())}
            >
                <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path d="M2.5 6h7" /></svg>
            </button>
        </div>
    }
}
