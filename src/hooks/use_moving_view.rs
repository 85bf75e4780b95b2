//! A view that moves: dragging, pinching, the wheel, and whoever else asks for another stretch of time.
//!
//! Moving writes into a cell and asks for one frame; nothing is rendered by it. The frame either shifts the picture
//! that is there or asks for a new layout; when it rests, the layout is made anew and the address follows.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::AnimationFrame;
use gloo::timers::callback::Timeout;
use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};
use yew::prelude::*;

use crate::platform::{self, picture};
use crate::view_model::decimal::Decimal;
use crate::view_model::timeline::View;
use crate::view_model::timeline::scene::Scene;

/// Milliseconds without a movement after which a view rests.
const REST: u32 = 180;

/// A pointer that moved less than so many pixels has clicked.
const CLICK: f64 = 4.0;

/// Pixels of the wheel that double the scale.
const WHEEL: f64 = 240.0;

/// One frame's wheel counts for no more than so many pixels.
const MAX_WHEEL: f64 = 240.0;

/// What is laid out: a view and the width that it is shown in, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shown {
    /// The view.
    pub(crate) view: View,
    /// Pixels.
    pub(crate) width: f64,
}

/// What a movement touches.
struct Stage {
    view: View,
    whole: View,
    left: f64,
    width: f64,
    /// The picture on screen.
    scene: Option<Rc<Scene>>,
    /// Pointers that are down, with their place in pixels.
    pointers: Vec<(i32, f64)>,
    /// Pixels the pointer has gone since it came down.
    gone: f64,
    is_frame_due: bool,
    frame: Option<AnimationFrame>,
    rest: Option<Timeout>,
    onrest: Callback<View>,
}

/// A handle of the view. Cheap to clone; two of the same component are equal.
#[derive(Clone)]
pub(crate) struct MovingView {
    stage: Rc<RefCell<Stage>>,
    shown: UseStateSetter<Option<Shown>>,
    frame: NodeRef,
    group: NodeRef,
}

impl MovingView {
    /// The view as it is now.
    pub(crate) fn view(&self) -> View {
        self.stage.borrow().view
    }

    /// All that can come into view.
    pub(crate) fn whole(&self) -> View {
        self.stage.borrow().whole
    }

    /// Sets what can come into view, and what is.
    pub(crate) fn reset(&self, whole: View, view: View) {
        let mut stage = self.stage.borrow_mut();
        stage.whole = whole;
        stage.view = view.within(whole);
        drop(stage);
        self.measure();
    }

    /// Goes to another view.
    pub(crate) fn go(&self, view: View) {
        {
            let mut stage = self.stage.borrow_mut();
            stage.view = view.within(stage.whole);
        }
        self.ask_for_frame();
    }

    /// Takes the size of the drawing anew, and lays it out.
    pub(crate) fn measure(&self) {
        if let Some(frame) = self.frame.cast::<Element>() {
            let mut stage = self.stage.borrow_mut();
            (stage.left, stage.width) = picture::extent(&frame);
        }
        self.lay_out();
    }

    /// Takes note of what is on screen now, and puts it in its place.
    pub(crate) fn drawn(&self, scene: &Rc<Scene>) {
        self.stage.borrow_mut().scene = Some(Rc::clone(scene));
        self.shift();
    }

    /// The picture on screen.
    pub(crate) fn scene(&self) -> Option<Rc<Scene>> {
        self.stage.borrow().scene.clone()
    }

    fn lay_out(&self) {
        let stage = self.stage.borrow();
        let (view, width) = (stage.view, stage.width);
        drop(stage);
        if width > 0.0 {
            self.shown.set(Some(Shown { view, width }));
        }
    }

    /// Puts the picture on screen to where the view is.
    fn shift(&self) {
        let stage = self.stage.borrow();
        if let (Some(scene), Some(group)) = (&stage.scene, self.group.cast::<Element>()) {
            let window = &scene.window;
            let pixels = (window.view.first - stage.view.first) * window.scale;
            picture::shift(&group, &Decimal(pixels).to_string());
        }
    }

    fn ask_for_frame(&self) {
        let mut stage = self.stage.borrow_mut();
        if !std::mem::replace(&mut stage.is_frame_due, true) {
            let this = self.clone();
            stage.frame = Some(picture::on_frame(move || this.on_frame()));
        }
        let this = self.clone();
        stage.rest = Some(picture::after(REST, move || {
            this.lay_out();
            let onrest = this.stage.borrow().onrest.clone();
            onrest.emit(this.view());
        }));
    }

    fn on_frame(&self) {
        let is_covered = {
            let mut stage = self.stage.borrow_mut();
            stage.is_frame_due = false;
            let view = stage.view;
            stage.scene.as_ref().is_some_and(|it| it.covers(view))
        };
        if is_covered {
            self.shift();
        } else {
            self.lay_out();
        }
    }

    fn share(&self, x: f64) -> f64 {
        let stage = self.stage.borrow();
        ((x - stage.left) / stage.width.max(1.0)).clamp(0.0, 1.0)
    }

    /// The wheel zooms about the pointer; turned sideways it pans. Where there is nothing more to see it is the page's.
    fn on_wheel(&self, event: &WheelEvent) {
        let (x, y) = (event.delta_x(), event.delta_y());
        let view = self.view();
        let to = if x.abs() > y.abs() {
            view.panned(x / self.stage.borrow().width.max(1.0))
        } else {
            // Lines and pages of a wheel are counted as so many pixels.
            let unit = [1.0, 40.0, 400.0];
            let unit = unit
                .get(event.delta_mode() as usize)
                .copied()
                .unwrap_or(1.0);
            let pixels = (y * unit).clamp(-MAX_WHEEL, MAX_WHEEL);
            let share = self.share(f64::from(event.client_x()));
            view.zoomed(platform::exp2(pixels / WHEEL), share)
                .snapped(self.whole())
        };
        let to = to.within(self.whole());
        if to != view {
            event.prevent_default();
            self.go(to);
        }
    }

    /// A pointer comes down.
    pub(crate) fn on_pointer_down(&self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        let mut stage = self.stage.borrow_mut();
        if let Some(frame) = self.frame.cast::<Element>() {
            (stage.left, stage.width) = picture::extent(&frame);
        }
        if stage.pointers.is_empty() {
            stage.gone = 0.0;
        }
        stage.pointers.retain(|it| it.0 != event.pointer_id());
        stage
            .pointers
            .push((event.pointer_id(), f64::from(event.client_x())));
    }

    /// A pointer moves: one pans, two zoom.
    pub(crate) fn on_pointer_move(&self, event: &PointerEvent) {
        let x = f64::from(event.client_x());
        let mut stage = self.stage.borrow_mut();
        let before = stage.pointers.clone();
        let Some(pointer) = stage
            .pointers
            .iter_mut()
            .find(|it| it.0 == event.pointer_id())
        else {
            return;
        };
        let moved = x - pointer.1;
        pointer.1 = x;
        stage.gone += moved.abs();
        let has_left = stage.gone > CLICK;
        let (view, width, after) = (stage.view, stage.width.max(1.0), stage.pointers.clone());
        drop(stage);
        if has_left && let Some(frame) = self.frame.cast::<Element>() {
            let _ = frame.set_pointer_capture(event.pointer_id());
        }
        match (before.as_slice(), after.as_slice()) {
            ([(_, a0), (_, b0)], [(_, a1), (_, b1)]) => {
                let factor = (a0 - b0).abs().max(1.0) / (a1 - b1).abs().max(1.0);
                let (from, to) = (f64::midpoint(*a0, *b0), f64::midpoint(*a1, *b1));
                let view = view.panned((from - to) / width);
                self.go(view.zoomed(factor, self.share(to)));
            }
            _ if has_left => self.go(view.panned(-moved / width)),
            _ => {}
        }
    }

    /// A pointer comes up or is lost.
    pub(crate) fn on_pointer_up(&self, event: &PointerEvent) {
        let mut stage = self.stage.borrow_mut();
        stage.pointers.retain(|it| it.0 != event.pointer_id());
    }

    /// Whether the click that just came was the end of a drag; it is then kept from links.
    pub(crate) fn is_drag(&self, event: &MouseEvent) -> bool {
        // A click by keyboard has no pointer behind it.
        event.detail() > 0 && self.stage.borrow().gone > CLICK
    }
}

/// Returns the handle, what is to be laid out, and the places for the drawing and for the group in it that moves.
#[hook]
pub(crate) fn use_moving_view(
    whole: View,
    onrest: Callback<View>,
) -> (MovingView, Option<Shown>, NodeRef, NodeRef) {
    let shown = use_state_eq(|| None::<Shown>);
    let (frame, group) = (use_node_ref(), use_node_ref());
    let stage = use_memo((), |()| {
        Rc::new(RefCell::new(Stage {
            view: whole,
            whole,
            left: 0.0,
            width: 0.0,
            scene: None,
            pointers: Vec::new(),
            gone: 0.0,
            is_frame_due: false,
            frame: None,
            rest: None,
            onrest: Callback::noop(),
        }))
    });
    // The listeners live longer than the render that began them.
    stage.borrow_mut().onrest = onrest;
    let moving = MovingView {
        stage: Rc::clone(&stage),
        shown: shown.setter(),
        frame: frame.clone(),
        group: group.clone(),
    };
    {
        let moving = moving.clone();
        use_effect_with((), move |()| {
            let resized = moving.clone();
            let resize = picture::on_resize(Callback::from(move |()| resized.measure()));
            let turned = moving.clone();
            let wheel = moving.frame.cast::<Element>().map(|frame| {
                picture::on_wheel(&frame, Callback::from(move |it| turned.on_wheel(&it)))
            });
            move || {
                drop((resize, wheel));
                let mut stage = moving.stage.borrow_mut();
                (stage.frame, stage.rest) = (None, None);
            }
        });
    }
    (moving, *shown, frame, group)
}
