//! The search field, with a line of suggestions below it: a combobox with a list.
//!
//! The focus stays in the field; the arrows move a mark through the list (`aria-activedescendant`). The list lies over
//! nothing: the answers to what is typed stay in sight.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{FocusEvent, HtmlInputElement, Node};
use yew::prelude::*;

use super::suggestion_list::{LIST, Suggestion, SuggestionList, option_id};
use crate::components::part::part;
use crate::hooks::use_keys::SEARCH_FIELD;
use crate::platform::{self, picture};
use crate::view_model::suggestions::Offer;
use crate::view_model::vocabulary::Query;
use crate::wording::say;

/// Properties of [`SearchBox`].
#[derive(Clone, Properties, PartialEq)]
pub(crate) struct SearchBoxProps {
    /// The text of the query.
    pub(crate) text: AttrValue,
    /// Number of documents that are searched, for the hint.
    pub(crate) n_documents: u32,
    /// The last searches, the newest first.
    pub(crate) recent: Vec<AttrValue>,
    /// Gives what to offer for the text as it is now.
    pub(crate) offers: Callback<(), Vec<Offer>>,
    /// Called with each change.
    pub(crate) onchange: Callback<AttrValue>,
    /// Called with the query that was taken from the list.
    pub(crate) ontake: Callback<Query>,
    /// Called with a text that was really searched for.
    pub(crate) onsearched: Callback<AttrValue>,
    /// Called when the last searches are to be forgotten.
    pub(crate) onforget: Callback<()>,
}

/// A list of suggestions after the text and the last searches that it was made for.
type Listed = ((AttrValue, Vec<AttrValue>), Vec<Suggestion>);

/// A search field that answers every keystroke.
#[component]
pub(crate) fn SearchBox(props: &SearchBoxProps) -> Html {
    let field = use_node_ref();
    let frame = use_node_ref();
    let active = use_state_eq(|| None::<usize>);
    // A search that came with the address needs no list, and no room for one.
    let is_used = use_state_eq(|| false);
    let is_idle = props.text.trim().is_empty();
    let has_place = is_idle || *is_used;
    {
        // The browser owns what is typed; it is overwritten only when the query came from elsewhere.
        let field = field.clone();
        use_effect_with(props.text.clone(), move |text| {
            if let Some(field) = field.cast::<HtmlInputElement>()
                && field.value() != text.as_str()
            {
                field.set_value(text);
            }
        });
    }
    let listed = use_state_eq(|| None::<Listed>);
    let asked = (props.text.clone(), props.recent.clone());
    {
        // The answers to a letter are seen first. What is marked belongs to the list as it was.
        let (props, listed, active) = (props.clone(), listed.setter(), active.setter());
        use_effect_with(asked.clone(), move |asked| {
            active.set(None);
            let asked = asked.clone();
            let shown = has_place
                .then(|| picture::once_shown(move || listed.set(Some((asked, offered(&props))))));
            move || drop(shown)
        });
    }
    let suggestions = listed
        .as_ref()
        .map_or_else(Default::default, |it| it.1.clone());
    use_effect_with(*active, |active| {
        if let Some(idx) = *active {
            platform::reveal(&option_id(idx));
        }
    });
    let oninput = {
        let (onchange, is_used) = (props.onchange.clone(), is_used.setter());
        Callback::from(move |event: InputEvent| {
            is_used.set(true);
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onchange.emit(field.value().into());
            }
        })
    };
    let take = take(props);
    let onpick = {
        let (suggestions, take) = (suggestions.clone(), take.clone());
        Callback::from(move |idx: usize| {
            if let Some(it) = suggestions.get(idx) {
                take.emit(it.clone());
            }
        })
    };
    let onkeydown = {
        let active = active.clone();
        let (suggestions, onsearched) = (suggestions.clone(), props.onsearched.clone());
        let (props, listed, is_used) = (props.clone(), listed.clone(), is_used.setter());
        Callback::from(move |event: KeyboardEvent| {
            let mut n = suggestions.len();
            // Whoever is faster than the list need not wait for it.
            if is_arrow(&event) {
                is_used.set(true);
            }
            if is_arrow(&event) && listed.as_ref().is_none_or(|it| it.0 != asked) {
                let offered = offered(&props);
                n = offered.len();
                listed.set(Some((asked.clone(), offered)));
            }
            match event.key().as_str() {
                "ArrowDown" | "ArrowUp" if n == 0 => return,
                "ArrowDown" => active.set(Some(active.map_or(0, |it| (it + 1) % n))),
                "ArrowUp" => active.set(Some(active.map_or(n - 1, |it| (it + n - 1) % n))),
                "Escape" if active.is_some() => active.set(None),
                "Enter" => {
                    if let Some(it) = active.and_then(|it| suggestions.get(it)) {
                        take.emit(it.clone());
                    } else if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                        onsearched.emit(field.value().into());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onfocusout = {
        let (frame, field) = (frame.clone(), field.clone());
        let onsearched = props.onsearched.clone();
        Callback::from(move |event: FocusEvent| {
            let next = event
                .related_target()
                .and_then(|it| it.dyn_into::<Node>().ok());
            let frame = frame.cast::<Node>();
            if frame.is_some_and(|it| it.contains(next.as_ref())) {
                return;
            }
            if let Some(field) = field.cast::<HtmlInputElement>() {
                onsearched.emit(field.value().into());
            }
        })
    };
    let hint = match props.n_documents {
        0 | 1 => say::search_this_document().to_owned(),
        n => say::search_documents(n),
    };
    let has_any = has_place && !suggestions.is_empty();
    html! {
        <div ref={frame} class="search-area" role="search" {onfocusout}>
            <div class="search">
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                    <circle cx="7" cy="7" r="4.5" />
                    <path d="m10.5 10.5 4 4" />
                </svg>
                <input
                    ref={field}
                    id={SEARCH_FIELD}
                    type="search"
                    role="combobox"
                    aria-label={say::search()}
                    aria-autocomplete="list"
                    aria-expanded={has_any.to_string()}
                    aria-controls={has_any.then_some(LIST)}
                    aria-activedescendant={active.filter(|_| has_any).map(option_id)}
                    placeholder={hint}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    {onkeydown}
                    {oninput}
                />
                <kbd aria-hidden="true">{ "/" }</kbd>
            </div>
            // While somebody types its line stays, so that nothing below moves.
            if has_any || (has_place && !is_idle) {
                { part!(SuggestionList {
                    suggestions,
                    active: *active,
                    onpick,
                    onforget: is_idle.then(|| props.onforget.clone()),
                }) }
            }
        </div>
    }
}

fn is_arrow(event: &KeyboardEvent) -> bool {
    matches!(event.key().as_str(), "ArrowDown" | "ArrowUp")
}

/// The last searches while nothing is typed, else what the end of the text may mean.
fn offered(props: &SearchBoxProps) -> Vec<Suggestion> {
    if props.text.trim().is_empty() {
        return props
            .recent
            .iter()
            .cloned()
            .map(Suggestion::Recent)
            .collect();
    }
    let offers = props.offers.emit(());
    let offers = offers.into_iter().map(Rc::new);
    offers.map(Suggestion::Offer).collect()
}

fn take(props: &SearchBoxProps) -> Callback<Suggestion> {
    let (onchange, ontake) = (props.onchange.clone(), props.ontake.clone());
    Callback::from(move |it: Suggestion| match it {
        Suggestion::Recent(text) => onchange.emit(text),
        Suggestion::Offer(offer) => ontake.emit(offer.query.clone()),
    })
}
