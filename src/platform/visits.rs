//! How far the page was scrolled at each entry of the history, and what was laid out, so that Back leads to the same
//! place.
//!
//! An entry carries its number as its state. The places themselves are kept in memory: after a reload the browser
//! puts the page back by itself.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;

use super::fragment;

/// An entry of the history.
#[derive(Default)]
struct Visit {
    /// Pixels from the top.
    scrolled: f64,
    /// What its page keeps, and at which address.
    kept: Option<(String, Rc<dyn Any>)>,
}

#[derive(Default)]
struct Visits {
    /// By the number of the entry.
    entries: Vec<Visit>,
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
    EventListener::new(&window(), "scroll", |_| VISITS.with_borrow_mut(note_place))
}

fn note_place(visits: &mut Visits) {
    if let Some(visit) = visits.entries.get_mut(visits.current) {
        visit.scrolled = window().scroll_y().unwrap_or_default();
    }
}

/// Notes that the address is another one, by a link, by hand, or by Back or Forward.
pub(crate) fn arrive() {
    let Ok(history) = window().history() else {
        return;
    };
    let known = history.state().ok().and_then(|it| number(&it));
    let known = VISITS.with_borrow_mut(|it| {
        let known = known.filter(|&number| number < it.entries.len());
        // The browser tells a step twice.
        if known == Some(it.current) {
            return known;
        }
        // Kept now: the browser may scroll by itself before this entry is laid out.
        it.left_at = known.and_then(|number| Some(it.entries.get(number)?.scrolled));
        match known {
            Some(number) => it.current = number,
            None => enter(it),
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
        enter(it);
    });
    state()
}

/// Begins a new entry. The page still is where the last one was left: the browser may not have told of that yet.
fn enter(visits: &mut Visits) {
    note_place(visits);
    visits.current = visits.entries.len();
    visits.entries.push(Visit::default());
}

/// The state of the entry that is shown.
pub(crate) fn state() -> JsValue {
    VISITS.with_borrow(|it| u32::try_from(it.current).map_or(JsValue::NULL, JsValue::from))
}

/// How far the page was scrolled when this entry was shown before.
pub(crate) fn place() -> Option<f64> {
    VISITS.with_borrow(|it| it.left_at)
}

/// Keeps what is laid out now, for when the reader comes back to this entry; one value for each.
pub(crate) fn keep(value: Rc<dyn Any>) {
    VISITS.with_borrow_mut(|it| {
        if let Some(visit) = it.entries.get_mut(it.current) {
            visit.kept = Some((fragment(), value));
        }
    });
}

/// What was kept when this entry was shown before, at the same address.
pub(crate) fn kept<T: Any>() -> Option<Rc<T>> {
    let value = VISITS.with_borrow(|it| {
        it.left_at?;
        let (address, value) = it.entries.get(it.current)?.kept.as_ref()?;
        (*address == fragment()).then(|| value.clone())
    })?;
    value.downcast().ok()
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
