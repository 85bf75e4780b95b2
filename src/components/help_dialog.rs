//! The keys and how to ask.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::language_choice::language_choice;
use crate::route::Route;
use crate::view_model::examples::Example;
use crate::wording::{Message, say};

const KEYS: [(&str, Message); 13] = [
    ("/", say::key_search),
    ("d", say::key_documents),
    ("t", say::key_timeline),
    ("Shift t", say::key_timeline_table),
    ("s", say::key_statements),
    ("j k", say::key_hits),
    ("n N", say::key_matches),
    ("← → ↑ ↓", say::key_along),
    ("+ −", say::key_zoom),
    ("Home End", say::key_ends),
    ("Enter", say::key_open),
    ("Esc", say::key_back),
    ("?", say::key_help),
];

/// Properties of [`HelpDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct HelpDialogProps {
    /// Whether it is shown.
    pub(crate) open: bool,
    /// The ways to ask; may be empty while it is not shown.
    pub(crate) examples: Vec<Example>,
    /// Whether single letters work as keys.
    pub(crate) letter_keys: bool,
    /// Called to switch single letters on or off.
    pub(crate) onturn: Callback<()>,
    /// Called when it was closed.
    pub(crate) onclose: Callback<()>,
    /// Called with the tag of a language.
    pub(crate) onlanguage: Callback<AttrValue>,
}

/// A dialog over the page; `Esc` closes it.
#[component]
pub(crate) fn HelpDialog(props: &HelpDialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |&open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else {
                return;
            };
            if open && !dialog.open() {
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        });
    }
    html! {
        <dialog ref={dialog} class="help" aria-labelledby="help-title" onclose={props.onclose.reform(|_| ())}>
            if props.open {
                { content(props) }
            }
        </dialog>
    }
}

/// Not part of the component's own code, which runs at once: this may be loaded later.
#[inline(never)]
fn content(props: &HelpDialogProps) -> Html {
    html! {
        <>
            <h2 id="help-title" tabindex="-1" autofocus=true>{ say::help_title() }</h2>
            <dl>
                for (key, meaning) in KEYS {
                    <div key={key}><dt>{ for key.split(' ').map(|it| html! { <kbd>{ it }</kbd> }) }</dt><dd>{ meaning() }</dd></div>
                }
            </dl>
            <label class="letters">
                <input type="checkbox" checked={props.letter_keys} onchange={props.onturn.reform(|_| ())} />
                <span>{ say::letter_keys() }</span>
            </label>
            <p class="language-row">
                <span aria-hidden="true">{ say::language_choice() }</span>
                { language_choice("language-in-help", &props.onlanguage) }
            </p>
            <h3>{ say::in_search_field() }</h3>
            <dl>
                for it in props.examples.iter() {
                    <div key={it.meaning}>
                        <dt>{ example(it, &props.onclose) }</dt>
                        <dd>{ it.meaning }</dd>
                    </div>
                }
            </dl>
            <p class="dialog-foot">
                <a href="#/about" onclick={props.onclose.reform(|_| ())}>{ say::about_collection() }</a>
                <button type="button" onclick={props.onclose.reform(|_| ())}>{ say::close() }</button>
            </p>
        </>
    }
}

/// An example of this corpus asks when it is followed; a mere form does not.
fn example(it: &Example, onclose: &Callback<()>) -> Html {
    if !it.finds {
        return html! { <code dir="auto">{ &it.query }</code> };
    }
    let route = Route::default().with(|query| query.text = it.query.to_string());
    html! { <a href={route.href()} onclick={onclose.reform(|_| ())}><code dir="auto">{ &it.query }</code></a> }
}
