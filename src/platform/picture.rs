//! What a picture that moves needs of the browser: frames, widths of texts, the wheel, and its own size.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, WheelEvent};
use yew::Callback;

/// Calls back before the next frame is drawn. Dropping the result cancels it.
pub(crate) fn on_frame(callback: impl FnOnce() + 'static) -> AnimationFrame {
    request_animation_frame(move |_| callback())
}

/// What waits until a picture was shown. Dropping it cancels it.
pub(crate) struct OnceShown {
    _frame: AnimationFrame,
    _timer: Rc<RefCell<Option<Timeout>>>,
}

/// Calls back when what is there now was drawn.
pub(crate) fn once_shown(callback: impl FnOnce() + 'static) -> OnceShown {
    let timer = Rc::new(RefCell::new(None));
    let kept = Rc::clone(&timer);
    let frame = on_frame(move || {
        let timer = after(0, callback);
        *kept.borrow_mut() = Some(timer);
    });
    OnceShown {
        _frame: frame,
        _timer: timer,
    }
}

/// Calls back after so many milliseconds. Dropping the result cancels it.
pub(crate) fn after(milliseconds: u32, callback: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, callback)
}

/// Calls back when the wheel turns over an element; the event can be kept from the page. Dropping the result ends it.
pub(crate) fn on_wheel(element: &Element, callback: Callback<WheelEvent>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(element, "wheel", options, move |event| {
        if let Some(event) = event.dyn_ref::<WheelEvent>() {
            callback.emit(event.clone());
        }
    })
}

/// Calls back when the window gets another size. Dropping the result ends it.
pub(crate) fn on_resize(callback: Callback<()>) -> EventListener {
    EventListener::new(&window(), "resize", move |_| callback.emit(()))
}

/// Left edge in the window, and width, of an element; pixels.
pub(crate) fn extent(element: &Element) -> (f64, f64) {
    let area = element.get_bounding_client_rect();
    (area.left(), area.width())
}

/// Moves a group of a drawing to the right by so many pixels, a number as text.
pub(crate) fn shift(group: &Element, pixels: &str) {
    let _ = group.set_attribute("transform", &format!("translate({pixels})"));
}

/// Whether the focus is nowhere in particular: what had it is gone.
pub(crate) fn is_focus_lost() -> bool {
    let active = document().active_element();
    active.is_none_or(|it| it.tag_name() == "BODY")
}

/// Measures texts.
pub(crate) struct Ruler {
    context: Option<CanvasRenderingContext2d>,
    font: String,
}

impl Ruler {
    /// A ruler for the font of an element.
    pub(crate) fn of(element: &Element) -> Self {
        let context = document()
            .create_element("canvas")
            .ok()
            .and_then(|it| it.dyn_into::<HtmlCanvasElement>().ok())
            .and_then(|it| it.get_context("2d").ok()?)
            .and_then(|it| it.dyn_into().ok());
        let style = window().get_computed_style(element).ok().flatten();
        let value = |name| {
            style
                .as_ref()
                .and_then(|it| it.get_property_value(name).ok())
        };
        let font = format!(
            "{} {}",
            value("font-size").unwrap_or_default(),
            value("font-family").unwrap_or_default()
        );
        Self { context, font }
    }

    /// Width of a text in pixels, of `weight` as in style sheets.
    pub(crate) fn width(&self, text: &str, weight: u32) -> f64 {
        // A browser that does not measure: about the width of its letters, rather too wide.
        const LETTER: f64 = 8.0;
        let guess = || LETTER * f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
        let Some(context) = &self.context else {
            return guess();
        };
        context.set_font(&format!("{weight} {}", self.font));
        context
            .measure_text(text)
            .map_or_else(|_| guess(), |it| it.width())
    }
}
