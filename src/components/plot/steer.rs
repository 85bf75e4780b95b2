//! What keys and clicks do to the picture, and where the focus goes.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::tools::STEP;
use crate::hooks::use_moving_view::MovingView;
use crate::platform;
use crate::view_model::timeline::View;
use crate::view_model::timeline::fold::Axis;
use crate::view_model::timeline::scene::{Key, Scene};

/// How much of a view an arrow brings in beyond its edge.
const NUDGE: f64 = 0.3;

/// What the focus is to go to once it is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Nothing.
    Nothing,
    /// This stop.
    Key(Key),
    /// The first stop in view, or the last.
    Edge { last: bool },
}

/// Gives the focus to what is wanted, once it is drawn and in view.
pub(super) fn focus_wanted(wanted: &RefCell<Wanted>, scene: &Scene, moving: &MovingView) {
    let view = moving.view();
    let stops = scene.stops();
    let is_in_view = |it: &&(Key, f64)| view.first <= it.1 && it.1 <= view.last;
    let key = match *wanted.borrow() {
        Wanted::Nothing => return,
        Wanted::Key(key) => stops.iter().find(|it| it.0 == key).map(|it| it.0),
        Wanted::Edge { last: false } => stops.iter().find(is_in_view).map(|it| it.0),
        Wanted::Edge { last: true } => stops.iter().rfind(is_in_view).map(|it| it.0),
    };
    if let Some(key) = key {
        wanted.replace(Wanted::Nothing);
        platform::focus(&key.id());
    }
}

/// What keys and clicks do.
#[derive(Clone)]
pub(super) struct Steer {
    pub(super) moving: MovingView,
    pub(super) axis: Axis,
    pub(super) wanted: Rc<RefCell<Wanted>>,
    pub(super) fit: View,
    pub(super) open: UseStateSetter<Option<i32>>,
}

impl Steer {
    /// Zooms by a factor about the middle.
    pub(super) fn zoomer(&self) -> Callback<f64> {
        let this = self.clone();
        Callback::from(move |factor| this.zoom(factor, None))
    }

    /// Zooms about what has the focus, or about the middle.
    fn zoom(&self, factor: f64, about: Option<f64>) {
        let view = self.moving.view();
        let share = about.map_or(0.5, |day| (day - view.first) / view.span());
        let to = view.zoomed(factor, share.clamp(0.0, 1.0));
        self.moving.go(to.snapped(self.moving.whole()));
    }

    /// Acts on a key; returns whether it meant something.
    pub(super) fn press(&self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return false;
        }
        let Some(scene) = self.moving.scene() else {
            return false;
        };
        let stops = scene.stops();
        let focused = event
            .target_dyn_into::<Element>()
            .and_then(|it| Key::of_id(&it.id()));
        let here = stops.iter().position(|it| Some(it.0) == focused);
        let day = here.and_then(|it| stops.get(it)).map(|it| it.1);
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => self.step(&stops, here, true),
            "ArrowLeft" | "ArrowUp" => self.step(&stops, here, false),
            "+" | "=" => self.zoom(1.0 / STEP, day),
            "-" | "−" => self.zoom(STEP, day),
            "Home" => self.edge(false),
            "End" => self.edge(true),
            "Enter" | " " => return focused.is_some_and(|it| self.open(it)),
            _ => return false,
        }
        true
    }

    /// To the next mark, or the one before: where the picture ends the view moves on to the next date.
    fn step(&self, stops: &[(Key, f64)], here: Option<usize>, forward: bool) {
        let next = match (here, forward) {
            (None, _) => Some(0),
            (Some(here), true) => Some(here + 1),
            (Some(here), false) => here.checked_sub(1),
        };
        let view = self.moving.view();
        if let Some(&(key, day)) = next.and_then(|it| stops.get(it)) {
            self.wanted.replace(Wanted::Key(key));
            platform::focus(&key.id());
            if day < view.first || view.last < day {
                let share = if forward { 1.0 - NUDGE } else { NUDGE };
                self.moving
                    .go(view.panned((day - view.at(share)) / view.span()));
            }
            return;
        }
        let items = self.axis.items();
        let (first, end) = self
            .moving
            .scene()
            .map_or(view, |it| it.window.view)
            .counted();
        let beyond = if forward {
            items.get(items.n_begun(end)).map(|it| it.start)
        } else {
            let before = items.n_begun(first).checked_sub(1);
            before.and_then(|it| items.get(it)).map(|it| it.start)
        };
        if let Some(day) = beyond.filter(|it| *it != i32::MIN) {
            self.wanted.replace(Wanted::Edge { last: !forward });
            self.moving.go(view.centred(f64::from(day)));
        }
    }

    fn edge(&self, last: bool) {
        let view = self.moving.view();
        self.wanted.replace(Wanted::Edge { last });
        let (first, end) = (self.fit.first, self.fit.last);
        let to = if last {
            view.panned((end - view.last) / view.span())
        } else {
            view.panned((first - view.first) / view.span())
        };
        if to == view {
            if let Some(scene) = self.moving.scene() {
                focus_wanted(&self.wanted, &scene, &self.moving);
            }
        } else {
            self.moving.go(to);
        }
    }

    /// Opens a bar or a count; a mark is a link and opens by itself.
    fn open(&self, key: Key) -> bool {
        let Some(scene) = self.moving.scene() else {
            return false;
        };
        match key {
            Key::Bar(day) => {
                if let Some(view) = scene.bar_at(day) {
                    self.wanted.replace(Wanted::Edge { last: false });
                    self.moving.go(view);
                }
                true
            }
            Key::More(day) => {
                self.open.set(Some(day));
                true
            }
            Key::Mark(_) => false,
        }
    }

    /// Acts on a click, unless it was the end of a drag.
    pub(super) fn click(&self, event: &MouseEvent) {
        if self.moving.is_drag(event) {
            event.prevent_default();
            return;
        }
        let target = event.target_dyn_into::<Element>();
        let stop = target.and_then(|it| it.closest("[tabindex]").ok()?);
        if let Some(key) = stop.and_then(|it| Key::of_id(&it.id())) {
            self.open(key);
        }
    }
}
