//! The choice of the page's language: a quiet list, each language by its own name.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::wording::{self, say};

/// The list, with an id; `onchoose` is called with a tag.
pub(crate) fn language_choice(id: &'static str, onchoose: &Callback<AttrValue>) -> Html {
    let onchange = onchoose.reform(|event: Event| {
        let field = event.target_dyn_into::<HtmlSelectElement>();
        field.map_or_else(AttrValue::default, |it| it.value().into())
    });
    html! {
        <select {id} class="language" aria-label={say::language_choice()} {onchange}>
            for (tag, name) in wording::all() {
                <option key={tag} value={tag} lang={tag} selected={tag == wording::tag()}>{ name }</option>
            }
        </select>
    }
}
