//! The search field.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_keys::SEARCH_FIELD;
use crate::view_model::words;

/// Properties of [`SearchBox`].
#[derive(Properties, PartialEq)]
pub(crate) struct SearchBoxProps {
    /// The text of the query.
    pub(crate) text: AttrValue,
    /// Number of documents that are searched, for the hint.
    pub(crate) n_documents: u32,
    /// Called with each change.
    pub(crate) onchange: Callback<AttrValue>,
}

/// A search field that answers every keystroke.
#[component]
pub(crate) fn SearchBox(props: &SearchBoxProps) -> Html {
    let field = use_node_ref();
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
    let oninput = {
        let onchange = props.onchange.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                onchange.emit(field.value().into());
            }
        })
    };
    let hint = match props.n_documents {
        0 | 1 => "Search this document".to_owned(),
        n => format!("Search {}", words::count(n, "document", "documents")),
    };
    html! {
        <div class="search" role="search">
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="7" cy="7" r="4.5" />
                <path d="m10.5 10.5 4 4" />
            </svg>
            <input
                ref={field}
                id={SEARCH_FIELD}
                type="search"
                aria-label="Search"
                placeholder={hint}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                {oninput}
            />
            <kbd aria-hidden="true">{ "/" }</kbd>
        </div>
    }
}
