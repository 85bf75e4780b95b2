//! What leaves the page: the clipboard, the browser's own sharing, paper; and what it needs to know for that.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::{Date, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, MouseEvent};
use yew::Callback;

/// The address of the page without its fragment.
#[must_use]
pub(crate) fn page_address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// The day it is where the reader is, as `2026-11-23`.
#[must_use]
pub(crate) fn today() -> String {
    let now = Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

/// Calls back when the dialog for printing was closed. Dropping the result ends it.
pub(crate) fn on_printed(callback: Callback<()>) -> EventListener {
    EventListener::new(&window(), "afterprint", move |_| callback.emit(()))
}

/// Calls back with the number in `attribute` when an element that has it, or something in it, is clicked. A press on
/// it leaves selected text selected. Dropping the result ends it.
pub(crate) fn on_numbered_click(
    attribute: &'static str,
    callback: Callback<u32>,
) -> [EventListener; 2] {
    let number = move |event: &web_sys::Event| {
        let element: Element = event.target()?.dyn_into().ok()?;
        let numbered = element.closest(&format!("[{attribute}]")).ok().flatten()?;
        numbered.get_attribute(attribute)?.parse().ok()
    };
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    let press = EventListener::new_with_options(&document(), "mousedown", options, move |event| {
        if number(event).is_some_and(|_: u32| event.dyn_ref::<MouseEvent>().is_some()) {
            event.prevent_default();
        }
    });
    let click = EventListener::new(&document(), "click", move |event| {
        if let Some(number) = number(event) {
            callback.emit(number);
        }
    });
    [press, click]
}

/// The text that is selected on the page; may be empty.
#[must_use]
pub(crate) fn selected_text() -> String {
    let selection = window().get_selection().ok().flatten();
    selection.map_or_else(String::new, |it| it.to_string().into())
}

/// Puts a text into the clipboard and calls back whether the browser did.
pub(crate) fn copy(text: &str, done: Callback<bool>) {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into());
    let promise = clipboard.and_then(|it| call(&it, "writeText", &text.into()));
    after(promise, done);
}

/// Whether the browser can share.
#[must_use]
pub(crate) fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the browser's own sharing. A reader who closes it has not failed.
pub(crate) fn share(title: &str, text: &str, url: &str) {
    let what = Object::new();
    for (name, value) in [("title", title), ("text", text), ("url", url)] {
        let _ = Reflect::set(&what, &name.into(), &value.into());
    }
    let promise = call(&window().navigator(), "share", &what);
    after(promise, Callback::noop());
}

/// Calls a method that may not be there and gives a promise.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<Promise, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    method.call1(object, argument)?.dyn_into()
}

fn after(promise: Result<Promise, JsValue>, done: Callback<bool>) {
    match promise {
        Ok(promise) => wasm_bindgen_futures::spawn_local(async move {
            done.emit(JsFuture::from(promise).await.is_ok());
        }),
        Err(_) => done.emit(false),
    }
}
