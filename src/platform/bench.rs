//! `window.bench`, the object that measurements from outside call.
//!
//! In: functions that take a text and how it is meant. Out: the same as functions of the page, each of which gives a
//! promise. What they do is not known here.

use gloo::utils::window;
use js_sys::{Array, JsString, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// The object's name on the page, and the parameter that asks for it.
const NAME: &str = "bench";

/// Whether the page's query string asks for measurements: `?bench`.
#[must_use]
pub(crate) fn is_asked() -> bool {
    let asked = window().location().search().unwrap_or_default();
    let mut parameters = asked.trim_start_matches('?').split('&');
    parameters.any(|it| it.split('=').next() == Some(NAME))
}

/// The object before it is on the page.
#[derive(Default)]
pub(crate) struct Bench(Object);

impl Bench {
    /// Gives it a property.
    pub(crate) fn set(&self, name: &str, value: &JsValue) {
        let _ = Reflect::set(&self.0, &name.into(), value);
    }

    /// Gives it the function `name(text, {mode})`; what is no text reads as an empty one.
    pub(crate) fn ask(&self, name: &str, answer: impl Fn(&str, &str) -> JsValue + 'static) {
        let function = move |text: JsValue, options: JsValue| {
            let mode = Reflect::get(&options, &"mode".into()).ok();
            let mode = mode.and_then(|it| it.as_string()).unwrap_or_default();
            Promise::resolve(&answer(&text.as_string().unwrap_or_default(), &mode))
        };
        let function = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(function);
        self.set(name, &function.into_js_value());
    }

    /// Puts it on the page; `ready` is fulfilled.
    pub(crate) fn publish(self) {
        self.set("ready", &Promise::resolve(&JsValue::UNDEFINED));
        let _ = Reflect::set(&window(), &NAME.into(), &self.0);
    }
}

/// A list of texts.
pub(crate) fn texts<'t>(texts: impl Iterator<Item = &'t str>) -> JsValue {
    texts.map(JsString::from).collect::<Array>().into()
}

/// A list of objects, each of names and texts.
pub(crate) fn objects<const N: usize>(
    objects: impl Iterator<Item = [(&'static str, String); N]>,
) -> JsValue {
    let object = |fields: [(&'static str, String); N]| {
        let object = Object::new();
        for (name, text) in fields {
            let _ = Reflect::set(&object, &name.into(), &text.into());
        }
        object
    };
    objects.map(object).collect::<Array>().into()
}
