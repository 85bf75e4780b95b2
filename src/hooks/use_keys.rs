//! The keys that work everywhere on the page.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::use_desk::Desk;
use super::use_route::{Go, Step};
use crate::platform;
use crate::route::{Route, View};

/// Id of the search field.
pub(crate) const SEARCH_FIELD: &str = "search";

/// Listens for the keys of the page; `onhelp` is called for `?`.
#[hook]
pub(crate) fn use_keys(desk: &Desk, onhelp: Callback<()>) {
    use_effect_with((desk.clone(), onhelp), |(desk, onhelp)| {
        let (desk, onhelp) = (desk.clone(), onhelp.clone());
        let listener = platform::on_key(Callback::from(move |event: KeyboardEvent| {
            if press(&desk, &onhelp, &event) {
                event.prevent_default();
            }
        }));
        move || drop(listener)
    });
}

/// Acts on a key; returns whether it meant something.
fn press(desk: &Desk, onhelp: &Callback<()>, event: &KeyboardEvent) -> bool {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
        return false;
    }
    // The keys of a dialog over the page are its own.
    if platform::is_in_dialog() {
        return false;
    }
    let key = event.key();
    if platform::is_typing() {
        if key == "Escape" {
            platform::blur();
        }
        return false;
    }
    if key == "Escape" {
        return back_out(desk);
    }
    if !desk.settings.letter_keys {
        return false;
    }
    let go = |route: Route| {
        desk.go.emit(Go {
            route,
            step: Step::Push,
        });
        true
    };
    match key.as_str() {
        "/" => {
            platform::select_field(SEARCH_FIELD);
            true
        }
        "?" => {
            onhelp.emit(());
            true
        }
        "d" => go(desk.route.at(View::Documents)),
        "s" => go(desk.route.at(View::Statements)),
        "t" => go(desk.route.as_table(false).at(View::Timeline)),
        "T" => go(desk.route.as_table(true).at(View::Timeline)),
        "j" => platform::step_focus("[data-step]", 1),
        "k" => platform::step_focus("[data-step]", -1),
        "n" => platform::step_focus("[data-hit]", 1),
        "N" => platform::step_focus("[data-hit]", -1),
        _ => false,
    }
}

fn back_out(desk: &Desk) -> bool {
    if desk.route.view == View::Documents {
        return false;
    }
    desk.go.emit(Go {
        route: desk.route.at(View::Documents),
        step: Step::Push,
    });
    true
}
