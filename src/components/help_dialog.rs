//! The keys and how to ask.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

const KEYS: [(&str, &str); 13] = [
    ("/", "search"),
    ("d", "documents"),
    ("t", "timeline"),
    ("Shift t", "timeline as a table"),
    ("s", "statements"),
    ("j  k", "next and previous hit"),
    ("n  N", "next and previous match in the text"),
    ("← → ↑ ↓", "along the dates of the timeline"),
    ("+  −", "closer and farther in time"),
    ("Home  End", "first and last of the dates"),
    ("Enter", "open"),
    ("Esc", "back out"),
    ("?", "this list"),
];

const QUERIES: [(&str, &str); 7] = [
    ("two words", "passages with both"),
    ("“exact phrase”", "these words, one behind the other"),
    ("-word", "without it"),
    ("one OR other", "either"),
    ("begin*", "words that begin so"),
    ("person:name", "also org: place: group: source: tag: title:"),
    ("date:1998..2000", "dated in these years"),
];

/// Properties of [`HelpDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct HelpDialogProps {
    /// Whether it is shown.
    pub(crate) open: bool,
    /// Whether single letters work as keys.
    pub(crate) letter_keys: bool,
    /// Called to switch single letters on or off.
    pub(crate) onturn: Callback<()>,
    /// Called when it was closed.
    pub(crate) onclose: Callback<()>,
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
            <h2 id="help-title">{ "Keys and queries" }</h2>
            <dl>
                for (key, meaning) in KEYS {
                    <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ meaning }</dd></div>
                }
            </dl>
            <label class="letters">
                <input type="checkbox" checked={props.letter_keys} onchange={props.onturn.reform(|_| ())} />
                <span>{ "Single letters work as keys" }</span>
            </label>
            <h3>{ "In the search field" }</h3>
            <dl>
                for (query, meaning) in QUERIES {
                    <div key={query}><dt><code>{ query }</code></dt><dd>{ meaning }</dd></div>
                }
            </dl>
            <p class="dialog-foot">
                <a href="#/about" onclick={props.onclose.reform(|_| ())}>{ "About this collection" }</a>
                <button type="button" onclick={props.onclose.reform(|_| ())}>{ "Close" }</button>
            </p>
        </dialog>
    }
}
