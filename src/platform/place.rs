//! Where elements lie on the screen, in CSS pixels from the top of the window.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::{Callback, NodeRef};

/// Height of the window.
#[must_use]
pub(crate) fn window_height() -> f64 {
    let root = document().document_element();
    root.map_or(0.0, |it| f64::from(it.client_height()))
}

/// Top of an element; none before it is laid out.
#[must_use]
pub(crate) fn top_of(element: &NodeRef) -> Option<f64> {
    Some(element.cast::<Element>()?.get_bounding_client_rect().top())
}

/// Tops of all elements inside that match `selector`, in document order.
#[must_use]
pub(crate) fn tops_inside(frame: &NodeRef, selector: &str) -> Vec<f64> {
    let found = frame.cast::<Element>();
    let Some(list) = found.and_then(|it| it.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|idx| list.get(idx)?.dyn_into::<Element>().ok())
        .map(|it| it.get_bounding_client_rect().top())
        .collect()
}

/// Number of the passage that stands below the head of the page. Looks at few of them.
#[must_use]
pub(crate) fn passage_at_top() -> Option<u32> {
    /// Pixels from the top: below the head, which stays there.
    const TOP: f64 = 120.0;
    let passages = document().query_selector_all("article [id^=p]").ok()?;
    let passage = |idx: u32| passages.get(idx)?.dyn_into::<Element>().ok();
    let (mut low, mut high) = (0, passages.length());
    while low < high {
        let middle = low + (high - low) / 2;
        if passage(middle)?.get_bounding_client_rect().bottom() <= TOP {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    passage(low)?.id().strip_prefix('p')?.parse().ok()
}

/// Sets the height of an element: pixels, a number as text.
pub(crate) fn set_height(element: &NodeRef, height: &str) {
    if let Some(element) = element.cast::<HtmlElement>() {
        let _ = element
            .style()
            .set_property("height", &format!("{height}px"));
    }
}

/// Calls back when the page was scrolled or the window changed its size. Dropping the result ends it.
pub(crate) fn on_move(callback: &Callback<()>) -> [EventListener; 2] {
    ["scroll", "resize"].map(|event| {
        let callback = callback.clone();
        EventListener::new(&window(), event, move |_| callback.emit(()))
    })
}
