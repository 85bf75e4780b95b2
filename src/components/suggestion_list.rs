//! The line of suggestions below the search field.

use std::rc::Rc;

use yew::prelude::*;

use super::text::kind_class;
use crate::view_model::suggestions::Offer;
use crate::view_model::vocabulary::{EntityKind, Facet};
use crate::wording::say;

/// Id of the list.
pub(super) const LIST: &str = "suggestions";

/// Something that can be taken from the list.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Suggestion {
    /// A search made before.
    Recent(AttrValue),
    /// A name or word of the corpus.
    Offer(Rc<Offer>),
}

/// Id of the option at that position.
pub(super) fn option_id(idx: usize) -> String {
    format!("suggestion-{idx}")
}

/// Properties of [`SuggestionList`].
#[derive(Properties, PartialEq)]
pub(super) struct SuggestionListProps {
    /// What is offered; may be empty.
    pub(super) suggestions: Vec<Suggestion>,
    /// Position of the marked one.
    pub(super) active: Option<usize>,
    /// Called with the position of the one that is taken.
    pub(super) onpick: Callback<usize>,
    /// Called when the last searches are to be forgotten; none when the list holds no such.
    pub(super) onforget: Option<Callback<()>>,
}

/// Names, words, or the last searches.
#[component]
pub(super) fn SuggestionList(props: &SuggestionListProps) -> Html {
    // A press would take the focus from the field.
    let keep_focus = Callback::from(|event: MouseEvent| event.prevent_default());
    let label = if props.onforget.is_some() {
        say::recent_searches()
    } else {
        say::suggestions()
    };
    html! {
        <div class="suggestions" onmousedown={keep_focus}>
            if props.onforget.is_some() {
                <span class="suggestions-title" aria-hidden="true">{ say::recent() }</span>
            }
            if !props.suggestions.is_empty() {
                <ul id={LIST} role="listbox" aria-label={label} aria-orientation="horizontal">
                    for (idx, it) in props.suggestions.iter().enumerate() {
                        <li
                            key={idx}
                            id={option_id(idx)}
                            role="option"
                            tabindex="-1"
                            aria-selected={(props.active == Some(idx)).to_string()}
                            onclick={props.onpick.reform(move |_| idx)}
                        >
                            { suggestion(it) }
                        </li>
                    }
                </ul>
            }
            if let Some(onforget) = props.onforget.clone() {
                <button type="button" class="link" aria-label={say::clear_recent()} onclick={onforget.reform(|_| ())}>
                    { say::clear() }
                </button>
            }
        </div>
    }
}

fn suggestion(suggestion: &Suggestion) -> Html {
    match suggestion {
        Suggestion::Recent(text) => html! { <span dir="auto">{ text }</span> },
        Suggestion::Offer(it) => {
            let class = it.facet.and_then(entity_kind).map(kind_class);
            html! {
                <>
                    <span {class} dir="auto">{ &it.text }</span>
                    <small>{ format!(" {}", it.note) }</small>
                </>
            }
        }
    }
}

fn entity_kind(facet: Facet) -> Option<EntityKind> {
    match facet {
        Facet::Person => Some(EntityKind::Person),
        Facet::Organisation => Some(EntityKind::Organisation),
        Facet::Place => Some(EntityKind::Place),
        Facet::Group => Some(EntityKind::Group),
        _ => None,
    }
}
