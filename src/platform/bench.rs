//! `window.bench`, the object that measurements from outside call.
//!
//! In: functions that take a text and how it is meant. Out: the same as functions of the page, each of which gives a
//! promise. What they do is not known here.

use gloo::utils::{document, window};
use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

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

    /// Gives it the function `name(objects)`, whose promise is fulfilled when `act` says so.
    pub(crate) fn take(&self, name: &str, act: impl Fn(Objects, Resolve) + 'static) {
        let function = move |objects: JsValue| {
            let objects = Objects(objects.dyn_into().unwrap_or_default());
            Promise::new(&mut |resolve, _| act(objects.clone(), Resolve(resolve)))
        };
        let function = Closure::<dyn Fn(JsValue) -> Promise>::new(function);
        self.set(name, &function.into_js_value());
    }

    /// Gives it the function `name()`, which tells two numbers.
    pub(crate) fn tell(&self, name: &str, answer: impl Fn() -> Option<[f64; 2]> + 'static) {
        let function = move || match answer() {
            Some(pair) => pair
                .into_iter()
                .map(JsValue::from)
                .collect::<Array>()
                .into(),
            None => JsValue::NULL,
        };
        let function = Closure::<dyn Fn() -> JsValue>::new(function);
        self.set(name, &function.into_js_value());
    }

    /// Gives it the property `name`: the element of the page that matches `selector` when it is asked for.
    pub(crate) fn element(&self, name: &str, selector: &'static str) {
        let get = Closure::<dyn Fn() -> JsValue>::new(move || {
            let found = document().query_selector(selector).ok().flatten();
            found.map_or(JsValue::NULL, JsValue::from)
        });
        let descriptor = Object::new();
        let _ = Reflect::set(&descriptor, &"get".into(), &get.into_js_value());
        Object::define_property(&self.0, &name.into(), &descriptor);
    }

    /// Puts it on the page; `ready` is fulfilled.
    pub(crate) fn publish(self) {
        self.set("ready", &Promise::resolve(&JsValue::UNDEFINED));
        let _ = Reflect::set(&window(), &NAME.into(), &self.0);
    }
}

/// Fulfils a promise.
pub(crate) struct Resolve(Function);

impl Resolve {
    /// Now.
    pub(crate) fn now(&self) {
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// Objects that were handed in, in their order.
#[derive(Clone)]
pub(crate) struct Objects(Array);

impl Objects {
    /// How many there are.
    pub(crate) fn len(&self) -> u32 {
        self.0.length()
    }

    /// One property of all of them.
    pub(crate) fn texts(&self, name: &str) -> Texts {
        Texts {
            objects: self.0.clone(),
            name: name.into(),
        }
    }
}

/// A property of objects, read one by one; what is no text reads as an empty one.
pub(crate) struct Texts {
    objects: Array,
    name: JsValue,
}

impl Texts {
    /// The property of one object.
    pub(crate) fn get(&self, number: u32) -> String {
        let value = Reflect::get(&self.objects.get(number), &self.name).ok();
        value.and_then(|it| it.as_string()).unwrap_or_default()
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
