//! The language of the page: put into use before the page is drawn, when an address asks for it, and when the reader
//! chooses it. A language whose table cannot be had changes nothing.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::use_desk::Desk;
use crate::platform::{self, language};
use crate::route::Route;
use crate::state::settings::{STORAGE_KEY, Settings};
use crate::wording::{self, ENGLISH};

/// A language that is spoken, and where it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// Its tag.
    pub(crate) tag: &'static str,
    /// Whether it was chosen in the help, which then stays open.
    pub(crate) from_help: bool,
}

/// Calls back when the words of the reader's language are in use: at once for English, which is part of the program.
pub(crate) fn speak_first(then: impl FnOnce() + 'static) {
    let settings = platform::stored::<Settings>(STORAGE_KEY).unwrap_or_default();
    let asked = Route::parse(&platform::fragment()).ui;
    let tag = wording::choose(asked, &settings.language, &language::wanted());
    if tag == ENGLISH {
        return then();
    }
    // Nothing is drawn before its words are there; the first screen stays meanwhile.
    language::wait(true);
    spawn_local(async move {
        take(tag).await;
        then();
        language::wait(false);
    });
}

/// Puts a language into use, when its table can be had; returns whether it is in use.
async fn take(tag: &'static str) -> bool {
    if tag == ENGLISH {
        wording::take_english();
        return true;
    }
    if wording::take_again(tag) {
        return true;
    }
    let table = language::table(tag).await;
    table.is_some_and(|it| wording::take(tag, it))
}

/// Returns the language in use, and what is called with another one. The focus goes back to where it was chosen.
#[hook]
pub(crate) fn use_language() -> (Spoken, Callback<Spoken>) {
    let spoken = use_state_eq(|| Spoken {
        tag: wording::tag(),
        from_help: false,
    });
    let onlanguage = {
        let setter = spoken.setter();
        use_callback((), move |next: Spoken, ()| {
            let setter = setter.clone();
            spawn_local(async move {
                if take(next.tag).await {
                    setter.set(next);
                }
            });
        })
    };
    let is_first = use_mut_ref(|| true);
    use_effect_with(*spoken, move |it| {
        language::tell(it.tag, wording::direction());
        if !is_first.replace(false) {
            platform::focus(if it.from_help {
                "language-in-help"
            } else {
                "language"
            });
        }
    });
    (*spoken, onlanguage)
}

/// What is called with the tag of a language when the reader chooses it: it is kept.
pub(crate) fn choose_language(
    onlanguage: &Callback<Spoken>,
    from_help: bool,
) -> Callback<AttrValue> {
    let onlanguage = onlanguage.clone();
    Callback::from(move |tag: AttrValue| {
        if let Some(tag) = wording::named(&tag) {
            keep(tag);
            onlanguage.emit(Spoken { tag, from_help });
        }
    })
}

/// Keeps the reader's choice; an address that asked for another language asks no more.
fn keep(tag: &str) {
    let mut settings = platform::stored::<Settings>(STORAGE_KEY).unwrap_or_default();
    tag.clone_into(&mut settings.language);
    platform::keep(STORAGE_KEY, &settings);
    let mut route = Route::parse(&platform::fragment());
    if route.ui.take().is_some() {
        platform::replace_address(&route.href());
    }
}

/// Speaks the language that the address asks for.
#[hook]
pub(crate) fn use_asked_language(desk: &Desk, onlanguage: &Callback<Spoken>) {
    let onlanguage = onlanguage.clone();
    use_effect_with(desk.route.ui, move |asked| {
        if let Some(tag) = asked.filter(|it| *it != wording::tag()) {
            onlanguage.emit(Spoken {
                tag,
                from_help: false,
            });
        }
    });
}
