//! An address that leads nowhere.

use yew::prelude::*;

use crate::components::error_panel::ErrorPanel;
use crate::components::part::part;
use crate::hooks::use_desk::Desk;
use crate::route::View;

/// Properties of [`NotFound`].
#[derive(Properties, PartialEq)]
pub(crate) struct NotFoundProps {
    /// The desk.
    pub(crate) desk: Desk,
    /// The path that leads nowhere.
    pub(crate) path: AttrValue,
}

/// Says so and leads back.
#[component]
pub(crate) fn NotFound(props: &NotFoundProps) -> Html {
    html! {
        <main id="main" tabindex="-1">
            { part!(ErrorPanel {
                title: "Nothing is here",
                message: format!("“{}” is no view of this page.", props.path),
            }, html! {
                <>
                    <p><a href={props.desk.route.at(View::Documents).href()}>{ "To the documents" }</a></p>
                </>
            }) }
        </main>
    }
}
