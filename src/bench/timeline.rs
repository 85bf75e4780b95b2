//! The timeline side: `load(items)`, `setItems(items)`, `view()` and `el`.
//!
//! Dates from outside are shown on the timeline itself, in place of the selection's. A call resolves when the picture of
//! its items is on screen.

use std::cell::RefCell;

use dossier_time::Edtf;
use yew::prelude::*;

use crate::hooks::use_moving_view::MovingView;
use crate::platform::bench::{Bench, Objects, Resolve, Texts};
use crate::view_model::timeline::{Item, Items, MarkRow, Parts, Rows, Timeline};

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

#[derive(Default)]
struct Shown {
    /// Shows a timeline on the page.
    show: Option<Callback<Timeline>>,
    /// What was asked for last, and whom to tell.
    asked: Option<Timeline>,
    resolve: Option<Resolve>,
    /// What is on screen.
    moving: Option<MovingView>,
}

thread_local! {
    static SHOWN: RefCell<Shown> = RefCell::default();
}

/// Adds the functions.
pub(super) fn add(bench: &Bench) {
    for name in ["load", "setItems"] {
        bench.take(name, |objects, resolve| {
            let timeline = synthetic(&objects);
            let show = SHOWN.with_borrow_mut(|shown| {
                shown.asked = Some(timeline.clone());
                shown.resolve = Some(resolve);
                shown.show.clone()
            });
            if let Some(show) = show {
                show.emit(timeline);
            }
        });
    }
    bench.tell("view", || {
        let moving = SHOWN.with_borrow(|shown| shown.moving.clone())?;
        let view = moving.view();
        Some([view.first * DAY, view.last * DAY])
    });
    bench.element("el", ".plot-stage, .time-strip");
}

/// The timeline that was handed in from outside, if any; the page shows it in place of its own.
#[hook]
pub(crate) fn use_synthetic() -> Option<Timeline> {
    let synthetic = use_state_eq(|| None::<Timeline>);
    let setter = synthetic.setter();
    use_effect_with((), move |()| {
        let show = Callback::from(move |it| setter.set(Some(it)));
        SHOWN.with_borrow_mut(|shown| shown.show = Some(show));
        || SHOWN.with_borrow_mut(|shown| shown.show = None)
    });
    use_effect_with((*synthetic).clone(), |synthetic| {
        // A list is on screen as soon as it is rendered; a picture says so itself.
        if let Some(timeline) = synthetic.as_ref().filter(|it| it.is_list()) {
            resolve(timeline);
        }
    });
    (*synthetic).clone()
}

/// Hears of each picture on screen.
pub(crate) fn drawn() -> Callback<(Timeline, MovingView)> {
    Callback::from(|(timeline, moving): (Timeline, MovingView)| {
        SHOWN.with_borrow_mut(|shown| shown.moving = Some(moving));
        resolve(&timeline);
    })
}

/// Tells whoever asked for this timeline that it is on screen.
fn resolve(timeline: &Timeline) {
    let waiting = SHOWN.with_borrow_mut(|shown| {
        let is_asked = shown.asked.as_ref() == Some(timeline);
        if is_asked { shown.resolve.take() } else { None }
    });
    if let Some(waiting) = waiting {
        waiting.now();
    }
}

/// Dates from outside; only their values are read before they are shown.
fn synthetic(objects: &Objects) -> Timeline {
    let edtf = objects.texts("edtf");
    let mut items = Vec::with_capacity(objects.len() as usize);
    let mut numbers = Vec::with_capacity(objects.len() as usize);
    for number in 0..objects.len() {
        let value = Edtf::parse(&edtf.get(number)).ok();
        if let Some(item) = value.and_then(|it| Item::of(&it)) {
            items.push(item);
            numbers.push(number);
        }
    }
    Timeline::new(Parts {
        summary: format!("{} dates from outside", items.len()).into(),
        items: Items::new(items),
        context: None,
        rows: Box::new(ObjectRows {
            numbers,
            edtf,
            id: objects.texts("id"),
            label: objects.texts("label"),
            lane: objects.texts("lane"),
        }),
        year_unknown: Vec::new(),
        months: [0; 12],
        n_undated: 0,
    })
}

struct ObjectRows {
    numbers: Vec<u32>,
    id: Texts,
    edtf: Texts,
    label: Texts,
    lane: Texts,
}

impl Rows for ObjectRows {
    fn row(&self, idx: usize) -> Option<MarkRow> {
        let number = *self.numbers.get(idx)?;
        let edtf = self.edtf.get(number);
        let value = Edtf::parse(&edtf).ok()?;
        Some(MarkRow {
            key: self.id.get(number).into(),
            words: crate::wording::date(&value).into(),
            edtf: edtf.into(),
            sentence: self.label.get(number).into(),
            title: self.lane.get(number).into(),
            document: self.id.get(number).into(),
            passage: None,
            reading: AttrValue::default(),
            assumed: false,
            month_day: None,
        })
    }
}
