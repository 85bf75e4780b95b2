//! Where the reader is, and how to go elsewhere.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform;
use crate::route::Route;

/// A way to another address.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Go {
    /// Where to.
    pub(crate) route: Route,
    /// How it stands in the history.
    pub(crate) step: Step,
}

/// How a new address stands in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Back returns to the address before.
    Push,
    /// It takes the place of the newest one.
    Replace,
}

/// Returns the current address and a callback that goes to another one.
///
/// Links, Back and Forward change the address by themselves; this hook follows.
#[hook]
pub(crate) fn use_route() -> (Rc<Route>, Callback<Go>) {
    let route = use_state_eq(|| Rc::new(Route::parse(&platform::fragment())));
    {
        let setter = route.setter();
        use_effect_with((), move |()| {
            let listeners = platform::on_address_change(Callback::from(move |()| {
                setter.set(Rc::new(Route::parse(&platform::fragment())));
            }));
            move || drop(listeners)
        });
    }
    let setter = route.setter();
    let go = use_callback((), move |go: Go, ()| {
        let href = go.route.href();
        match go.step {
            Step::Push => platform::push_address(&href),
            Step::Replace => platform::replace_address(&href),
        }
        setter.set(Rc::new(go.route));
    });
    ((*route).clone(), go)
}
