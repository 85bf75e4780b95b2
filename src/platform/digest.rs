//! The browser's own SHA-256.

use gloo::utils::window;
use js_sys::{ArrayBuffer, Function, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use yew::Callback;

/// Computes the SHA-256 of `bytes` and calls back with it in hexadecimal; with nothing where the browser does not offer
/// it, as on pages that came over plain `http`.
pub(crate) fn sha256(bytes: &[u8], callback: &Callback<Option<String>>) {
    let subtle = window().crypto().map(|it| it.subtle());
    let promise = subtle
        .and_then(|it| it.digest_with_str_and_js_u8_array("SHA-256", &Uint8Array::from(bytes)));
    let Ok(promise) = promise else {
        callback.emit(None);
        return;
    };
    let (done, failed) = (callback.clone(), callback.clone());
    let done = once(move |it| {
        let bytes = it.dyn_into::<ArrayBuffer>().map(|it| Uint8Array::new(&it));
        done.emit(bytes.ok().map(|it| hexadecimal(&it.to_vec())));
    });
    let failed = once(move |_| failed.emit(None));
    let method = |name: &str| js_sys::Reflect::get(&promise, &name.into());
    if let Some(then) = method("then")
        .ok()
        .and_then(|it| it.dyn_into::<Function>().ok())
    {
        let _ = then.call2(&promise, &done, &failed);
    }
}

fn once(act: impl FnOnce(JsValue) + 'static) -> JsValue {
    Closure::once_into_js(act)
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digit = |it: u8| DIGITS.get(usize::from(it & 15)).copied().unwrap_or('0');
    let digits = bytes.iter().flat_map(|&it| [digit(it >> 4), digit(it)]);
    digits.collect()
}
