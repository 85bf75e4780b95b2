//! The field that looks for words without leaving the document.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::wording::say;

/// `text` is what it holds; `ontext` is called with each change, `onnext` for the next match, by Enter.
pub(crate) fn find_field(text: &str, ontext: &Callback<String>, onnext: Callback<()>) -> Html {
    let oninput = ontext.reform(|event: InputEvent| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        field.map(|it| it.value()).unwrap_or_default()
    });
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            onnext.emit(());
        }
    });
    html! {
        <input
            type="search"
            class="find"
            aria-label={say::find_in_document()}
            placeholder={say::find_in_document()}
            autocomplete="off"
            spellcheck="false"
            value={text.to_owned()}
            {oninput}
            {onkeydown}
        />
    }
}
