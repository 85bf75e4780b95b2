//! The buttons above the picture: zoom, all, and a date to go to.

use dossier_time::Day;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::hooks::use_moving_view::MovingView;
use crate::view_model::timeline::View;
use crate::view_model::timeline::fold::Fold;
use crate::wording::say;

/// How much one press of a button or key zooms.
pub(super) const STEP: f64 = 1.6;

/// Zoom in, zoom out, fit, jump, and what is in view.
pub(super) fn tools(
    caption: &str,
    onzoom: &Callback<f64>,
    onfit: Callback<MouseEvent>,
    onjump: Callback<(Day, Day)>,
    onfold: Option<(bool, Callback<MouseEvent>)>,
    unread: &UseStateHandle<bool>,
) -> Html {
    let zoom = |factor: f64| onzoom.reform(move |_: MouseEvent| factor);
    let onjump = {
        let unread = unread.setter();
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let text = field.value();
            let days = dossier_time::read(text.trim())
                .and_then(|it| it.bounds())
                .and_then(|it| it.earliest.zip(it.latest));
            unread.set(days.is_none() && !text.trim().is_empty());
            if let Some(days) = days {
                onjump.emit(days);
            }
        })
    };
    html! {
        <div class="plot-tools">
            <p class="plot-caption" aria-live="polite">{ caption.to_owned() }</p>
            <label class="jump">
                <span>{ say::jump_to() }</span>
                <input
                    type="text"
                    placeholder={say::hint_jump()}
                    autocomplete="off"
                    spellcheck="false"
                    aria-label={say::jump_to_date()}
                    aria-invalid={unread.then_some("true")}
                    onchange={onjump}
                />
            </label>
            if let Some((is_folded, onfold)) = onfold {
                <button type="button" class="fold-toggle" aria-pressed={is_folded.to_string()} title={say::fold_hint()} onclick={onfold}>{ say::fold() }</button>
            }
            <div class="zoom" role="group" aria-label={say::zoom()}>
                <button type="button" aria-label={say::zoom_out()} title={say::zoom_out_key()} onclick={zoom(STEP)}>{ "−" }</button>
                <button type="button" aria-label={say::zoom_in()} title={say::zoom_in_key()} onclick={zoom(1.0 / STEP)}>{ "+" }</button>
                <button type="button" onclick={onfit}>{ say::fit() }</button>
            </div>
            if **unread {
                <small class="problem" role="alert">{ say::not_a_date() }</small>
            }
        </div>
    }
}

/// The view around days to be jumped to: a year or a month fills most of it, a day stands in its middle.
pub(super) fn around(fold: &Fold, (first, last): (Day, Day), moving: &MovingView) -> View {
    let around = fold.fold(View::around(first, last));
    if first == last {
        let span = moving.view().span().min(120.0);
        return around.zoomed(span / around.span(), 0.5);
    }
    around
}
