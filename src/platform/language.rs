//! The language of the page: what the browser asks for, and the tables that lie beside or inside the page.
//!
//! The built page names each table: a hosted one by the address of its file, the single file by a block inside it.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestInit, Response};

/// A page in English is better than none after so many milliseconds.
const PATIENCE: u32 = 5_000;

/// What the script that starts the page waits for, while a table is on its way.
const WAITS: &str = "data-waits";

/// The languages that the browser would like, best first.
pub(crate) fn wanted() -> Vec<String> {
    let languages = window().navigator().languages();
    languages.iter().filter_map(|it| it.as_string()).collect()
}

/// The table of a language, or `None` where it cannot be had.
pub(crate) async fn table(tag: &str) -> Option<String> {
    let place = document().get_element_by_id(&format!("words-{tag}"))?;
    match place.get_attribute("content") {
        Some(address) => fetched(&address).await.ok().flatten(),
        None => place.text_content(),
    }
}

async fn fetched(address: &str) -> Result<Option<String>, JsValue> {
    let abort = AbortController::new()?;
    let asked = RequestInit::new();
    asked.set_signal(Some(&abort.signal()));
    // Held until the whole answer is there.
    let _patience = Timeout::new(PATIENCE, move || abort.abort());
    let answer = JsFuture::from(window().fetch_with_str_and_init(address, &asked)).await?;
    let answer: Response = answer.dyn_into()?;
    if !answer.ok() {
        return Ok(None);
    }
    Ok(JsFuture::from(answer.text()?).await?.as_string())
}

/// Tells the browser the language of the page and how it is written.
pub(crate) fn tell(tag: &str, direction: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", direction);
    }
}

/// Says that the page is not drawn yet, or that it is.
pub(crate) fn wait(is_waiting: bool) {
    if let Some(root) = document().document_element() {
        let _ = if is_waiting {
            root.set_attribute(WAITS, "")
        } else {
            root.remove_attribute(WAITS)
        };
    }
}
