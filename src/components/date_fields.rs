//! The range of dates, its clock, and the reader's assumption of when the documents were published.

use dossier_time::Edtf;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::filters::DateOffer;
use crate::components::part::part;
use crate::view_model::timeline::clock_label;
use crate::view_model::vocabulary::{Clock, Query};
use crate::view_model::words::number;
use crate::wording::{self, say};

/// Properties of [`DateFields`].
#[derive(Properties, PartialEq)]
pub(crate) struct DateFieldsProps {
    /// The selection.
    pub(crate) query: Query,
    /// What can be chosen.
    pub(crate) offer: DateOffer,
    /// Called with a selection whose dates were changed.
    pub(crate) onquery: Callback<Query>,
}

/// From, To, Undated, the clock, and "read as if published on".
#[component]
pub(crate) fn DateFields(props: &DateFieldsProps) -> Html {
    let DateFieldsProps {
        query,
        offer,
        onquery,
    } = props;
    let change = |apply: fn(&mut Query, Option<Edtf>)| {
        let query = query.clone();
        onquery.reform(move |date: Option<Edtf>| {
            let mut query = query.clone();
            apply(&mut query, date);
            query
        })
    };
    let onundated = {
        let query = query.clone();
        onquery.reform(move |_: Event| Query {
            undated: !query.undated,
            ..query.clone()
        })
    };
    let clocks: Vec<Clock> = Clock::ALL
        .into_iter()
        .zip(offer.clocks)
        .filter_map(|(clock, shown)| shown.then_some(clock))
        .collect();
    html! {
        <fieldset class="facet dates">
            <legend>{ say::dates() }</legend>
            if clocks.len() > 1 {
                <div class="clocks" role="radiogroup" aria-label={say::clock_choice()}>
                    for clock in clocks {
                        <label key={clock.name()}>
                            <input
                                type="radio"
                                name="clock"
                                checked={query.clock == clock}
                                onchange={choose_clock(query, clock, onquery)}
                            />
                            { clock_label(clock) }
                        </label>
                    }
                </div>
            }
            <div class="range">
                { part!(DateField {
                    label: say::from(),
                    hint: say::hint_from(),
                    date: query.from.clone(),
                    onchange: change(|query, date| query.from = date),
                }) }
                { part!(DateField {
                    label: say::to(),
                    hint: say::hint_to(),
                    date: query.to.clone(),
                    onchange: change(|query, date| query.to = date),
                }) }
            </div>
            if offer.n_undated > 0 {
                <div class="value">
                    <label>
                        <input
                            type="checkbox"
                            checked={query.undated}
                            aria-label={say::undated_n(&offer.n_undated.to_string())}
                            onchange={onundated}
                        />
                        <span class="value-name">{ say::undated() }</span>
                        <span class="count" aria-hidden="true">{ number(offer.n_undated) }</span>
                    </label>
                </div>
            }
            if offer.can_assume {
                { part!(DateField {
                    label: say::read_as_if(),
                    hint: say::hint_as_of(),
                    date: query.as_of.clone(),
                    onchange: change(|query, date| query.as_of = date),
                }) }
            }
        </fieldset>
    }
}

fn choose_clock(query: &Query, clock: Clock, onquery: &Callback<Query>) -> Callback<Event> {
    let query = query.clone();
    onquery.reform(move |_: Event| Query {
        clock,
        ..query.clone()
    })
}

/// Properties of [`DateField`].
#[derive(Properties, PartialEq)]
struct DateFieldProps {
    /// Its accessible name.
    label: &'static str,
    /// What may be typed.
    hint: &'static str,
    /// Its value.
    date: Option<Edtf>,
    /// Called when a date was typed, or the field was emptied.
    onchange: Callback<Option<Edtf>>,
}

/// A text field that takes a date as people write it; what it cannot read it says and leaves standing.
#[component]
fn DateField(props: &DateFieldProps) -> Html {
    let unread = use_state_eq(|| None::<String>);
    let field = use_node_ref();
    {
        let (field, unread) = (field.clone(), unread.setter());
        use_effect_with(props.date.clone(), move |date| {
            unread.set(None);
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value(&date.as_ref().map(ToString::to_string).unwrap_or_default());
            }
        });
    }
    let onchange = {
        let (onchange, unread) = (props.onchange.clone(), unread.setter());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let text = field.value();
            let date = dossier_time::read(text.trim());
            if text.trim().is_empty() || date.is_some() {
                unread.set(None);
                onchange.emit(date);
            } else {
                unread.set(Some(text));
            }
        })
    };
    let in_words = props.date.as_ref().map(wording::date);
    html! {
        <div class="date-field">
            <label>
                <span>{ props.label }</span>
                <input
                    ref={field}
                    type="text"
                    placeholder={props.hint}
                    autocomplete="off"
                    spellcheck="false"
                    aria-label={props.label}
                    aria-invalid={unread.is_some().then_some("true")}
                    {onchange}
                />
            </label>
            if unread.is_some() {
                <small class="problem" role="alert">{ say::not_a_date() }</small>
            } else if let Some(words) = in_words {
                <small>{ words }</small>
            }
        </div>
    }
}
