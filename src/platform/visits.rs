//! How far the page was scrolled at each entry of the history, so that Back leads to the same place.
//!
//! An entry carries its number as its state. The places themselves are kept in memory: after a reload the browser
//! puts the page back by itself.

use std::cell::RefCell;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;

#[derive(Default)]
struct Visits {
    /// Pixels from the top, by the number of the entry.
    scrolled: Vec<f64>,
    /// The entry that is shown.
    current: usize,
    /// Where it was left, when it was shown before.
    left_at: Option<f64>,
}

thread_local! {
    static VISITS: RefCell<Visits> = RefCell::default();
}

/// Follows the scrolling from now on. Dropping the result ends it.
pub(crate) fn follow() -> EventListener {
    arrive();
    EventListener::new(&window(), "scroll", |_| {
        let y = window().scroll_y().unwrap_or_default();
        VISITS.with_borrow_mut(|it| {
            let current = it.current;
            if let Some(place) = it.scrolled.get_mut(current) {
                *place = y;
            }
        });
    })
}

/// Notes that the address is another one, by a link, by hand, or by Back or Forward.
pub(crate) fn arrive() {
    let Ok(history) = window().history() else {
        return;
    };
    let known = history.state().ok().and_then(|it| number(&it));
    let known = VISITS.with_borrow_mut(|it| {
        let known = known.filter(|&number| number < it.scrolled.len());
        // The browser tells a step twice.
        if known == Some(it.current) {
            return known;
        }
        // Kept now: the browser may scroll by itself before this entry is laid out.
        it.left_at = known.and_then(|number| it.scrolled.get(number).copied());
        it.current = known.unwrap_or(it.scrolled.len());
        if known.is_none() {
            it.scrolled.push(0.0);
        }
        known
    });
    if known.is_none() {
        let _ = history.replace_state_with_url(&state(), "", None);
    }
}

/// Notes that a new entry follows, and returns its state.
pub(crate) fn next_state() -> JsValue {
    VISITS.with_borrow_mut(|it| {
        it.left_at = None;
        it.current = it.scrolled.len();
        it.scrolled.push(0.0);
    });
    state()
}

/// The state of the entry that is shown.
pub(crate) fn state() -> JsValue {
    VISITS.with_borrow(|it| u32::try_from(it.current).map_or(JsValue::NULL, JsValue::from))
}

/// How far the page was scrolled when this entry was shown before.
pub(crate) fn place() -> Option<f64> {
    VISITS.with_borrow(|it| it.left_at)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is in range, and what is behind its point does not count"
)]
fn number(state: &JsValue) -> Option<usize> {
    /// No reader goes through more.
    const MAX: f64 = 1e6;
    let number = state.as_f64().filter(|it| (0.0..MAX).contains(it))?;
    Some(number as usize)
}
