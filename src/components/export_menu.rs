//! The menu "Export".

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::platform;
use crate::wording::say;

/// Id of the button that opens the menu.
const BUTTON: &str = "export";

/// Properties of [`ExportMenu`].
#[derive(Properties, PartialEq)]
pub(crate) struct ExportMenuProps {
    /// What can be had.
    pub(crate) items: Vec<AttrValue>,
    /// Called with the position of what was chosen.
    pub(crate) onchoose: Callback<usize>,
}

/// A button with a menu: arrows move, Enter chooses, Escape closes.
#[component]
pub(crate) fn ExportMenu(props: &ExportMenuProps) -> Html {
    let open = use_state_eq(|| false);
    use_effect_with(*open, |open| {
        if *open {
            platform::focus_first("[role=menuitem]");
        }
    });
    let turn = {
        let (setter, open) = (open.setter(), *open);
        Callback::from(move |_: MouseEvent| setter.set(!open))
    };
    let onkeydown = {
        let setter = open.setter();
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Escape" => {
                    setter.set(false);
                    platform::focus(BUTTON);
                }
                "ArrowDown" => {
                    platform::step_focus("[role=menuitem]", 1);
                }
                "ArrowUp" => {
                    platform::step_focus("[role=menuitem]", -1);
                }
                "Home" => {
                    platform::focus_first("[role=menuitem]");
                }
                "End" => {
                    platform::focus_last("[role=menuitem]");
                }
                "Tab" => {
                    setter.set(false);
                    return;
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let choose = |idx: usize| {
        let (setter, onchoose) = (open.setter(), props.onchoose.clone());
        Callback::from(move |_: MouseEvent| {
            setter.set(false);
            platform::focus(BUTTON);
            onchoose.emit(idx);
        })
    };
    html! {
        <div class="export">
            <button
                type="button"
                id={BUTTON}
                class="link"
                aria-haspopup="menu"
                aria-expanded={open.to_string()}
                onclick={turn}
            >
                { say::export() }
            </button>
            if *open {
                <div class="export-menu" role="menu" aria-label={say::export()} tabindex="-1" {onkeydown}>
                    for (idx, item) in props.items.iter().enumerate() {
                        <button key={item.to_string()} type="button" role="menuitem" tabindex="-1" onclick={choose(idx)}>
                            { item }
                        </button>
                    }
                </div>
            }
        </div>
    }
}
