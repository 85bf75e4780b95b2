//! An address that leads nowhere.

use yew::prelude::*;

use crate::components::error_panel::ErrorPanel;
use crate::components::part::part;
use crate::hooks::use_desk::Desk;
use crate::route::View;
use crate::wording::say;

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
            { part!(ErrorPanel { title: say::nothing_is_here(), message: say::no_view(&props.path) }, html! {
                <>
                    <p><a href={props.desk.route.at(View::Documents).href()}>{ say::to_the_documents() }</a></p>
                </>
            }) }
        </main>
    }
}
