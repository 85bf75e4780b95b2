//! Where somebody was in a document when it was left.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform;

/// Milliseconds without scrolling after which somebody reads.
const REST: u32 = 500;

/// The first passages are found without help.
const NEAR: u32 = 4;

/// Keeps the place in this document from now on, and returns the passage where it was left before, when that is not near
/// its beginning.
///
/// * `key`: of this document; another document is another component.
#[hook]
pub(crate) fn use_place(key: &str) -> Option<u32> {
    let left_at = use_memo((), |()| platform::stored::<u32>(key));
    let key = key.to_owned();
    use_effect_with((), move |()| {
        let rest = Rc::new(RefCell::new(None::<Timeout>));
        let moved = Callback::from(move |()| {
            let key = key.clone();
            let keep = move || {
                if let Some(number) = platform::place::passage_at_top() {
                    platform::keep(&key, &number);
                }
            };
            *rest.borrow_mut() = Some(Timeout::new(REST, keep));
        });
        let listeners = platform::place::on_move(&moved);
        move || drop(listeners)
    });
    left_at.filter(|it| *it > NEAR)
}
