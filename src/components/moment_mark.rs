//! A date that tells on request how it was read.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::platform;
use crate::route::{Route, View};
use crate::view_model::moment::MomentCard;

/// Gives what is told of a date, by its number.
pub(crate) type OnCard = Callback<u32, Option<MomentCard>>;

/// Properties of [`MomentMark`].
#[derive(Properties, PartialEq)]
pub(crate) struct MomentMarkProps {
    /// The date's number.
    pub(crate) number: u32,
    /// Asked for the card when it opens.
    pub(crate) oncard: OnCard,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// The date as it is shown.
    pub(crate) children: Html,
}

/// A date and, below its line, its card: opened by click, Enter or Space; closed by Esc or by leaving it.
#[component]
pub(crate) fn MomentMark(props: &MomentMarkProps) -> Html {
    let is_open = use_state_eq(|| false);
    let place = use_node_ref();
    let card = use_node_ref();
    {
        let card = card.clone();
        use_effect_with(*is_open, move |&is_open| {
            if is_open {
                platform::focus_node(&card);
            }
        });
    }
    let onclick = {
        let (setter, is_open) = (is_open.setter(), *is_open);
        Callback::from(move |_: MouseEvent| setter.set(!is_open))
    };
    let onkeydown = {
        let (setter, is_open, place) = (is_open.setter(), *is_open, place.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_button = platform::is_button(&event);
            match event.key().as_str() {
                "Escape" if is_open => {
                    setter.set(false);
                    platform::focus_button_in(&place);
                }
                "Enter" | " " if is_button => setter.set(!is_open),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onfocusout = {
        let (setter, place) = (is_open.setter(), place.clone());
        Callback::from(move |event: FocusEvent| {
            if platform::leaves(&place, &event) {
                setter.set(false);
            }
        })
    };
    html! {
        <span class="moment-place" ref={place} {onkeydown} {onfocusout}>
            <span
                class="moment"
                role="button"
                tabindex="0"
                aria-haspopup="dialog"
                aria-expanded={is_open.to_string()}
                {onclick}
            >
                { props.children.clone() }
            </span>
            if *is_open {
                { props.oncard.emit(props.number).map(|it| shown(&it, card, &props.route)) }
            }
        </span>
    }
}

fn shown(it: &MomentCard, card: NodeRef, route: &Rc<Route>) -> Html {
    html! {
        <span
            class="moment-card"
            ref={card}
            role="dialog"
            aria-label={format!("How “{}” was read", it.words)}
            tabindex="-1"
            lang="en"
            dir="ltr"
        >
            <span class="moment-value">
                <b>{ &it.words }</b>
                <code>{ &it.edtf }</code>
            </span>
            if !it.days.is_empty() {
                <span>{ &it.days }</span>
            }
            <span class="moment-reading">{ format!("{}.", it.reading) }</span>
            <a href={route.at(View::Timeline).href()}>{ "To the timeline" }</a>
        </span>
    }
}
