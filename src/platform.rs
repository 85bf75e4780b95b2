//! Every call to the browser that is not about the target of an event.
//!
//! A browser may refuse any of these (storage in a private window, history from disk): each function then does
//! nothing or gives `None`, and the page goes on.

pub(crate) mod bench;
pub(crate) mod carry;
pub(crate) mod digest;
pub(crate) mod language;
pub(crate) mod picture;
pub(crate) mod place;
pub(crate) mod visits;

use gloo::events::EventListener;
use gloo::storage::{LocalStorage, Storage as _};
use gloo::utils::{document, window};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, FocusOptions, HtmlAnchorElement, HtmlElement, HtmlInputElement, KeyboardEvent, Node,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::{Callback, FocusEvent, NodeRef};

/// Whether there is a browser: not where the first screen is drawn when the page is built.
const HAS_BROWSER: bool = cfg!(target_arch = "wasm32");

/// Two to the power of `exponent`, as the browser knows it already: the program's own table would take 4 kB.
pub(crate) fn exp2(exponent: f64) -> f64 {
    js_sys::Math::pow(2.0, exponent)
}

/// The fragment of the address, with its `#`.
#[must_use]
pub(crate) fn fragment() -> String {
    if !HAS_BROWSER {
        return String::new();
    }
    window().location().hash().unwrap_or_default()
}

/// Makes `href` the address, as a new entry of the history.
pub(crate) fn push_address(href: &str) {
    let pushed = window()
        .history()
        .and_then(|it| it.push_state_with_url(&visits::next_state(), "", Some(href)));
    if pushed.is_err() {
        let _ = window().location().set_hash(href);
    }
}

/// Makes `href` the address, in place of the newest entry of the history.
pub(crate) fn replace_address(href: &str) {
    let _ = window()
        .history()
        .and_then(|it| it.replace_state_with_url(&visits::state(), "", Some(href)));
}

/// Calls back when the address changes by Back, Forward, a link or by hand. Dropping the result ends it.
pub(crate) fn on_address_change(callback: Callback<()>) -> [EventListener; 2] {
    ["popstate", "hashchange"].map(|event| {
        let callback = callback.clone();
        EventListener::new(&window(), event, move |_| {
            visits::arrive();
            callback.emit(());
        })
    })
}

/// Calls back on each key pressed anywhere on the page. Dropping the result ends it.
pub(crate) fn on_key(callback: Callback<KeyboardEvent>) -> EventListener {
    // Active, so that a key that means something here can be kept from the browser.
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            callback.emit(event.clone());
        }
    })
}

/// Moves the focus to an element.
pub(crate) fn focus_node(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
        let near = ScrollIntoViewOptions::new();
        near.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&near);
    }
}

/// Moves the focus to the first button inside an element.
pub(crate) fn focus_button_in(node: &NodeRef) {
    let button = node
        .cast::<HtmlElement>()
        .and_then(|it| it.query_selector("[role=button]").ok().flatten());
    if let Some(button) = button.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// Whether a key is pressed on what works as a button.
pub(crate) fn is_button(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok())
        .is_some_and(|it| it.get_attribute("role").as_deref() == Some("button"))
}

/// Whether the focus goes from inside an element to outside of it.
pub(crate) fn leaves(node: &NodeRef, event: &FocusEvent) -> bool {
    let goes_to = event
        .related_target()
        .and_then(|it| it.dyn_into::<Node>().ok());
    node.get()
        .is_some_and(|place| !place.contains(goes_to.as_ref()))
}

/// Whether keys pressed now go into a text field.
#[must_use]
pub(crate) fn is_typing() -> bool {
    document().active_element().is_some_and(|it| {
        let is_text = it.dyn_ref::<HtmlInputElement>().is_some_and(|input| {
            !matches!(input.type_().as_str(), "checkbox" | "radio" | "button")
        });
        is_text || it.tag_name() == "TEXTAREA" || it.tag_name() == "SELECT"
    })
}

/// Whether a dialog lies over the page.
#[must_use]
pub(crate) fn is_in_dialog() -> bool {
    matches!(document().query_selector("dialog[open]"), Ok(Some(_)))
}

/// Moves the focus to the element with that id and scrolls it into view. Returns whether there is one.
pub(crate) fn go_to(id: &str) -> bool {
    let Some(element) = html_element(id) else {
        return false;
    };
    arrive(&element, ScrollLogicalPosition::Center);
    true
}

/// The same for the first element that matches `selector`.
pub(crate) fn go_to_first(selector: &str) {
    let element = document().query_selector(selector).ok().flatten();
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        arrive(&element, ScrollLogicalPosition::Center);
    }
}

/// Scrolls the element with that id into view, no further than needed.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = html_element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to an element and scrolls until it stands there.
fn arrive(element: &HtmlElement, place: ScrollLogicalPosition) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The number in an attribute of the element that an event is about.
pub(crate) fn number_at(event: &web_sys::Event, attribute: &str) -> Option<u32> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.get_attribute(attribute)?.parse().ok()
}

/// Moves the focus to the element with that id without scrolling.
pub(crate) fn focus(id: &str) {
    if let Some(element) = html_element(id) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to a text field and selects what is in it.
pub(crate) fn select_field(id: &str) {
    if let Some(field) = html_element(id).and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        let _ = field.focus();
        field.select();
    }
}

/// Takes the focus away from whatever has it.
pub(crate) fn blur() {
    if let Some(element) = document().active_element().map(focusable) {
        let _ = element.blur();
    }
}

fn html_element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).map(focusable)
}

/// What takes the focus may be part of a drawing: it has the same methods, but is no element of HTML.
fn focusable(element: Element) -> HtmlElement {
    element.unchecked_into()
}

/// Moves the focus along all elements that match `selector`: forward or, with a negative `step`, back from what has it
/// now, be it one of them or not. Returns whether it moved.
pub(crate) fn step_focus(selector: &str, step: i32) -> bool {
    let Ok(list) = document().query_selector_all(selector) else {
        return false;
    };
    let elements: Vec<HtmlElement> = (0..list.length())
        .filter_map(|idx| Some(focusable(list.get(idx)?.dyn_into().ok()?)))
        .collect();
    let active = document().active_element();
    // Nothing, or the page as a whole, has no place among the elements.
    let here = active.filter(|it| it.tag_name() != "BODY");
    let relation = |it: &HtmlElement| {
        here.as_ref()
            .map_or(0, |here| here.compare_document_position(it))
    };
    let next = match (&here, step < 0) {
        (None, false) => elements.first(),
        (None, true) => elements.last(),
        (Some(_), false) => elements
            .iter()
            .find(|it| relation(it) & Node::DOCUMENT_POSITION_FOLLOWING != 0),
        (Some(_), true) => elements.iter().rfind(|it| {
            let relation = relation(it);
            relation & Node::DOCUMENT_POSITION_PRECEDING != 0
                && relation & Node::DOCUMENT_POSITION_CONTAINS == 0
        }),
    };
    let Some(element) = next else {
        return false;
    };
    arrive(element, ScrollLogicalPosition::Nearest);
    true
}

/// Scrolls to so many pixels from the top of the page.
pub(crate) fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Sets the title of the browser's tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets a custom property of the style sheet.
pub(crate) fn set_style(property: &str, value: &str) {
    if let Some(root) = document()
        .document_element()
        .and_then(|it| it.dyn_into::<HtmlElement>().ok())
    {
        let _ = root.style().set_property(property, value);
    }
}

/// Reads what was kept under `key`.
#[must_use]
pub(crate) fn stored<T: DeserializeOwned>(key: &str) -> Option<T> {
    if !HAS_BROWSER {
        return None;
    }
    // Where the browser refuses storage as a whole, asking for it as below throws.
    carry::storage()?;
    LocalStorage::get(key).ok()
}

/// Keeps a value under `key`, where the browser allows it. What the reader never changed is not kept.
pub(crate) fn keep<T: Serialize + DeserializeOwned + Default + PartialEq>(key: &str, value: &T) {
    if carry::storage().is_some() && stored::<T>(key).unwrap_or_default() != *value {
        let _ = LocalStorage::set(key, value);
    }
}

/// Whether the page is hosted, with the single file beside it.
pub(crate) fn has_offline_copy() -> bool {
    HAS_BROWSER && matches!(document().query_selector(OFFLINE_COPY), Ok(Some(_)))
}

/// Saves the single file that lies beside the page, byte for byte.
pub(crate) fn save_offline_copy() -> Option<()> {
    let copy = document().query_selector(OFFLINE_COPY).ok()??;
    save(&copy.get_attribute("href")?, "dossier.html")
}

/// What the built page says of the single file.
const OFFLINE_COPY: &str = "link[rel=alternate][href$='dossier.html']";

/// Has the browser save what is at an address.
fn save(href: &str, name: &str) -> Option<()> {
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(href);
    link.set_download(name);
    link.click();
    Some(())
}

/// Hands bytes to the reader as a file.
pub(crate) fn download(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let saved = save(&url, name);
    // The browser has taken its own reference by the time the click returns.
    let _ = web_sys::Url::revoke_object_url(&url);
    saved
}

/// Opens the browser's dialog for printing.
pub(crate) fn print() {
    let _ = window().print();
}

/// Shows the message for a page that cannot go on, in place of everything else.
pub(crate) fn show_crash(message: &str) {
    if let Some(element) = document().get_element_by_id("crash") {
        let _ = element.remove_attribute("hidden");
    }
    if let Some(element) = document().get_element_by_id("crash-message") {
        element.set_text_content(Some(message));
    }
}

/// The element that the page is mounted in, emptied of what was shown before.
#[must_use]
pub(crate) fn root() -> Option<Element> {
    let root = document().get_element_by_id("app")?;
    root.set_text_content(None);
    Some(root)
}

/// Moves the focus to the first element that matches `selector`; returns whether there is one.
pub(crate) fn focus_first(selector: &str) -> bool {
    blur();
    step_focus(selector, 1)
}

/// Moves the focus to the last element that matches `selector`; returns whether there is one.
pub(crate) fn focus_last(selector: &str) -> bool {
    blur();
    step_focus(selector, -1)
}
