//! Something that cannot be shown, and why.

use yew::prelude::*;

/// Properties of [`ErrorPanel`].
#[derive(Properties, PartialEq)]
pub(crate) struct ErrorPanelProps {
    /// What cannot be done.
    pub(crate) title: AttrValue,
    /// Why, and what can be done about it.
    pub(crate) message: AttrValue,
    /// A way on. Optional; nothing by default.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A heading, a sentence, and a way on.
#[component]
pub(crate) fn ErrorPanel(props: &ErrorPanelProps) -> Html {
    html! {
        <section class="panel">
            <h1 id="heading" tabindex="-1">{ &props.title }</h1>
            <p>{ &props.message }</p>
            { props.children.clone() }
        </section>
    }
}
