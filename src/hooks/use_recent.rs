//! The last searches in this collection.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform;
use crate::state::recent::{Recent, RecentAction, storage_key};

/// Returns the last searches and a callback that adds to them or forgets them.
#[hook]
pub(crate) fn use_recent(site: &'static str) -> (Rc<Recent>, Callback<RecentAction>) {
    let recent =
        use_reducer_eq(|| platform::stored::<Recent>(&storage_key(site)).unwrap_or_default());
    use_effect_with((*recent).clone(), move |recent| {
        platform::keep(&storage_key(site), recent);
    });
    let dispatcher = recent.dispatcher();
    let change = use_callback((), move |action, ()| dispatcher.dispatch(action));
    (Rc::new((*recent).clone()), change)
}
