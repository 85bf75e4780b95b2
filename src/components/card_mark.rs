//! A mark in the text that tells on request: a date how it was read, a name all about it.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::name_card::name_card;
use crate::platform;
use crate::route::{Route, View};
use crate::view_model::card::{About, Card};
use crate::view_model::moment::MomentCard;
use crate::wording::{self, say};

/// Gives what is told of a mark.
pub(crate) type OnCard = Callback<About, Option<Card>>;

/// Properties of [`CardMark`].
#[derive(Properties, PartialEq)]
pub(crate) struct CardMarkProps {
    /// What is marked.
    pub(crate) about: About,
    /// How it looks.
    pub(crate) class: Classes,
    /// What it is, in words. Optional; nothing by default.
    #[prop_or_default]
    pub(crate) title: Option<AttrValue>,
    /// Asked for the card when it opens.
    pub(crate) oncard: OnCard,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// The mark as it is shown.
    pub(crate) children: Html,
}

/// A mark and, below its line, its card: opened by click, Enter or Space; closed by Esc or by leaving it.
#[component]
pub(crate) fn CardMark(props: &CardMarkProps) -> Html {
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
        <span class="card-place" ref={place} {onkeydown} {onfocusout}>
            <span
                class={props.class.clone()}
                title={props.title.clone()}
                role="button"
                tabindex="0"
                aria-haspopup="dialog"
                aria-expanded={is_open.to_string()}
                {onclick}
            >
                { props.children.clone() }
            </span>
            if *is_open {
                { props.oncard.emit(props.about).map(|it| shown(&it, card, &props.route)) }
            }
        </span>
    }
}

fn shown(it: &Card, card: NodeRef, route: &Rc<Route>) -> Html {
    let (label, told) = match it {
        Card::Moment(it) => (say::how_read(&it.words), moment_card(it, route)),
        Card::Name(it) => (say::about_name(&it.name), name_card(it, route)),
    };
    html! {
        <span class="card" ref={card} role="dialog" aria-label={label} tabindex="-1" lang={wording::tag()} dir={wording::direction()}>
            { told }
        </span>
    }
}

fn moment_card(it: &MomentCard, route: &Rc<Route>) -> Html {
    html! {
        <>
            <span class="card-head">
                <b>{ &it.words }</b>
                <code>{ &it.edtf }</code>
            </span>
            if !it.days.is_empty() {
                <span>{ &it.days }</span>
            }
            <span class="card-note">{ format!("{}.", it.reading) }</span>
            <a href={route.at(View::Timeline).href()}>{ say::to_the_timeline() }</a>
        </>
    }
}
