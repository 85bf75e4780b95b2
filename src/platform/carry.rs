//! What leaves the page and comes back: the clipboard, the browser's own sharing, paper, kept texts, files; and what it
//! needs to know for that.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::{Date, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent, Storage};
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

/// The time it is, in UTC, as `2026-11-23T18:05:00.000Z`.
#[must_use]
pub(crate) fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// A name that no other thing has: `urn:uuid:…`, of version 4.
#[must_use]
pub(crate) fn new_id() -> String {
    let digit = |mask: u32, set: u32| {
        // Less than 16, and not negative.
        let random = (js_sys::Math::random() * 16.0).floor();
        let all = (0..16).find(|it| f64::from(*it) >= random).unwrap_or(0);
        char::from_digit(all & mask | set, 16).unwrap_or('0')
    };
    let template = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    let digits = template.chars().map(|it| match it {
        'x' => digit(15, 0),
        'y' => digit(3, 8),
        it => it,
    });
    format!("urn:uuid:{}", digits.collect::<String>())
}

thread_local! {
    /// What the browser refused to keep.
    static REFUSED: RefCell<BTreeMap<String, String>> = RefCell::default();
}

/// What keeps texts in this browser; none where it refuses.
pub(super) fn storage() -> Option<Storage> {
    if !super::HAS_BROWSER {
        return None;
    }
    window().local_storage().ok().flatten()
}

/// The text kept under `key`.
#[must_use]
pub(crate) fn kept(key: &str) -> Option<String> {
    let refused = REFUSED.with_borrow(|it| it.get(key).cloned());
    refused.or_else(|| storage()?.get_item(key).ok().flatten())
}

/// Keeps a text under `key`. Where the browser refuses or has no room, it is kept until the page is closed, and the
/// result is false.
pub(crate) fn keep(key: &str, text: &str) -> bool {
    let is_kept = storage().is_some_and(|it| it.set_item(key, text).is_ok());
    REFUSED.with_borrow_mut(|it| {
        if is_kept {
            it.remove(key);
        } else {
            it.insert(key.to_owned(), text.to_owned());
        }
    });
    is_kept
}

/// A file that the reader chose.
pub(crate) enum Chosen {
    /// Its text.
    Text(String),
    /// It has more bytes than are read.
    TooBig,
    /// The browser could not read it.
    Unreadable,
}

/// Calls back with the file that was chosen in a field, when it has at most `max` bytes; nothing when none was.
pub(crate) fn read_chosen(event: &Event, max: f64, done: Callback<Chosen>) {
    let field = event
        .target()
        .and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field else {
        return;
    };
    let file = field.files().and_then(|it| it.get(0));
    let Some(file) = file else {
        return;
    };
    if file.size() > max {
        done.emit(Chosen::TooBig);
    } else {
        let text = JsFuture::from(file.text());
        wasm_bindgen_futures::spawn_local(async move {
            let text = text.await.ok().and_then(|it| it.as_string());
            done.emit(text.map_or(Chosen::Unreadable, Chosen::Text));
        });
    }
    // The same file can be chosen again.
    field.set_value("");
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
    let number = move |event: &Event| {
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
