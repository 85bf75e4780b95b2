//! The timeline as a picture that moves: a histogram from afar, labelled marks from near.
//!
//! In: a timeline and what of it the address has in view. Out: links to sentences, and the view when it rests. Only this
//! component renders while something moves; a small pan renders nothing at all. One Tab stop: arrows go from mark to
//! mark, and over the edge of the picture.

mod drawing;
mod labels;
mod steer;
mod tools;

use std::cell::RefCell;
use std::rc::Rc;

use dossier_time::Day;
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use self::drawing::{AXIS, height};
use self::labels::Labels;
use self::steer::{Steer, Wanted, focus_wanted};
use super::mark_list::MarkList;
use crate::components::part::part;
use crate::hooks::use_moving_view::{MovingView, Shown, use_moving_view};
use crate::platform::{self, picture};
use crate::route::Route;
use crate::view_model::decimal::Decimal;
use crate::view_model::timeline::fold::Axis;
use crate::view_model::timeline::gaps::all_words;
use crate::view_model::timeline::list::listed;
use crate::view_model::timeline::pack::More;
use crate::view_model::timeline::scene::{Content, Key, Scene};
use crate::view_model::timeline::view::stretch_words;
use crate::view_model::timeline::{Timeline, View, scene};
use crate::view_model::words;
use crate::wording::say;

/// Rows of marks.
const ROWS: u8 = 11;

/// Dates of a stretch that are listed at most.
const MAX_MORE: usize = 200;

/// Properties of [`Plot`].
#[derive(Properties, PartialEq)]
pub(crate) struct PlotProps {
    /// What is drawn.
    pub(crate) timeline: Timeline,
    /// Everything that can come into view.
    pub(crate) whole: View,
    /// What is in view when nothing else was asked for.
    pub(crate) fit: View,
    /// First and last day that the address has in view.
    pub(crate) span: Option<(Day, Day)>,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// Called when the view rests: its first and last day, or nothing when it is `fit`.
    pub(crate) onspan: Callback<Option<(Day, Day)>>,
    /// Called when long quiet stretches are to be left out, or not any more.
    pub(crate) onfold: Callback<bool>,
    /// Called when a picture is on screen. Optional; nothing by default.
    #[prop_or_default]
    pub(crate) ondrawn: Callback<(Timeline, MovingView)>,
}

/// The picture with its tools, and the list of what found no place.
#[component]
pub(crate) fn Plot(props: &PlotProps) -> Html {
    let PlotProps {
        timeline,
        span,
        route,
        ..
    } = props;
    let axis = use_memo((timeline.clone(), route.folded), |(timeline, folded)| {
        Axis::new(timeline, *folded)
    });
    // From here on all days are days of the axis; what has words, and the address, ask for the calendar.
    let (whole, fit) = (axis.fold.fold(props.whole), axis.fold.fold(props.fit));
    let span = *span;
    let onrest = {
        let (onspan, axis) = (props.onspan.clone(), Rc::clone(&axis));
        Callback::from(move |view: View| {
            let is_fit = view.rounded() == fit.rounded();
            onspan.emit((!is_fit).then(|| axis.fold.days(view)));
        })
    };
    let (moving, shown, frame, group) = use_moving_view(fit, onrest);
    let labels = use_memo((), |()| RefCell::new(Labels::default()));
    let wanted = use_mut_ref(|| Wanted::Nothing);
    let has_focus = use_mut_ref(|| false);
    let current = use_state_eq(|| None::<Key>);
    let open = use_state_eq(|| None::<i32>);

    // Another selection, or another view in the address.
    {
        let (moving, labels, frame) = (moving.clone(), Rc::clone(&labels), frame.clone());
        use_effect_with(
            ((*axis).clone(), whole, fit, span),
            move |(axis, whole, fit, span)| {
                if let Some(frame) = frame.cast::<Element>().filter(|_| moving.scene().is_none()) {
                    labels.borrow_mut().measure_with(picture::Ruler::of(&frame));
                }
                let asked = span
                    .map(|it| axis.fold.view(it))
                    .filter(|it| it.meets(*whole));
                let view = asked.unwrap_or(*fit);
                let now = moving.view();
                let is_there = now.rounded() == view.rounded() && moving.whole() == *whole;
                moving.reset(*whole, if is_there { now } else { view });
            },
        );
    }
    let scene = {
        let before = moving.scene();
        let labels = Rc::clone(&labels);
        use_memo(((*axis).clone(), shown), move |(axis, shown)| {
            let Shown { view, width } = (*shown)?;
            let timeline = &axis.timeline;
            let mut labels = labels.borrow_mut();
            let label_widths = |idx: usize| {
                let label = labels.get(timeline, idx);
                label.map_or([0.0; 3], |it| it.widths)
            };
            let rows = usize::from(ROWS);
            let scene = Scene::new(
                axis.items(),
                &axis.fold,
                view,
                width,
                rows,
                before.as_deref(),
                label_widths,
            );
            Some(Rc::new(scene))
        })
    };
    {
        let (moving, scene, wanted) = (moving.clone(), (*scene).clone(), Rc::clone(&wanted));
        let has_focus = Rc::clone(&has_focus);
        let (timeline, ondrawn) = (timeline.clone(), props.ondrawn.clone());
        use_effect(move || {
            let Some(scene) = scene else { return };
            moving.drawn(&scene);
            let lost = *has_focus.borrow() && picture::is_focus_lost();
            if lost && *wanted.borrow() == Wanted::Nothing {
                wanted.replace(Wanted::Edge { last: false });
            }
            focus_wanted(&wanted, &scene, &moving);
            ondrawn.emit((timeline, moving));
        });
    }

    use_effect_with(*open, |open| {
        if open.is_some() {
            platform::go_to("more-heading");
        }
    });
    let steer = Steer {
        moving: moving.clone(),
        axis: (*axis).clone(),
        wanted: Rc::clone(&wanted),
        fit,
        open: open.setter(),
    };
    let onkeydown = {
        let steer = steer.clone();
        Callback::from(move |event: KeyboardEvent| {
            if steer.press(&event) {
                event.prevent_default();
                event.stop_propagation();
            }
        })
    };
    let onclick = {
        let steer = steer.clone();
        Callback::from(move |event: MouseEvent| steer.click(&event))
    };
    let onfocusin = {
        let (current, has_focus) = (current.setter(), Rc::clone(&has_focus));
        Callback::from(move |event: FocusEvent| {
            has_focus.replace(true);
            let id = event.target_dyn_into::<Element>().map(|it| it.id());
            current.set(id.and_then(|it| Key::of_id(&it)));
        })
    };
    let onfocusout = {
        let has_focus = Rc::clone(&has_focus);
        Callback::from(move |event: FocusEvent| {
            // Nothing takes it when what had it was removed.
            if event.related_target().is_some() {
                has_focus.replace(false);
            }
        })
    };
    let pointer = |act: fn(&MovingView, &PointerEvent)| {
        let moving = moving.clone();
        Callback::from(move |event: PointerEvent| act(&moving, &event))
    };
    let unread = use_state_eq(|| false);
    let tools = {
        let (fitted, jumped) = (moving.clone(), moving.clone());
        tools::tools(
            &caption(&axis, shown.map(|it| it.view)),
            &steer.zoomer(),
            Callback::from(move |_: MouseEvent| {
                // Pressed again, it shows the few that are far from all others, too.
                let is_fit = fitted.view().rounded() == fit.rounded();
                fitted.go(if is_fit { fitted.whole() } else { fit });
            }),
            {
                let axis = Rc::clone(&axis);
                Callback::from(move |days| jumped.go(tools::around(&axis.fold, days, &jumped)))
            },
            axis.is_foldable.then(|| {
                let is_folded = route.folded;
                let onfold = props.onfold.reform(move |_: MouseEvent| !is_folded);
                (is_folded, onfold)
            }),
            &unread,
        )
    };
    let tall = height(ROWS);
    let stop = scene.as_ref().as_ref().and_then(|it| it.tab_stop(*current));
    html! {
        <div class="plot">
            { tools }
            <svg
                ref={frame}
                class="plot-stage"
                width="100%"
                height={Decimal(tall).to_string()}
                viewBox={shown.map(|it| format!("0 0 {} {}", Decimal(it.width), Decimal(tall)))}
                role="group"
                aria-label={say::dates_in_time()}
                {onkeydown}
                {onclick}
                {onfocusin}
                {onfocusout}
                ondragstart={Callback::from(|event: DragEvent| event.prevent_default())}
                onpointerdown={pointer(MovingView::on_pointer_down)}
                onpointermove={pointer(MovingView::on_pointer_move)}
                onpointerup={pointer(MovingView::on_pointer_up)}
                onpointercancel={pointer(MovingView::on_pointer_up)}
            >
                <g ref={group}>
                    if let Some(scene) = &*scene {
                        { draw(scene, timeline, &labels, stop, *open, route) }
                    }
                </g>
            </svg>
            if let Some(scene) = &*scene {
                if let Some(through) = &scene.through {
                    <p class="gaps">
                        { through_words(through) }
                        { " " }
                        <button type="button" class="link" onclick={{ let open = open.setter(); Callback::from(move |_: MouseEvent| open.set(Some(scene::THROUGH))) }}>{ say::list_them() }</button>
                    </p>
                }
                if !scene.gaps.is_empty() {
                    <p class="gaps">
                        { all_words(&scene.gaps) }
                    </p>
                }
                if let Some(more) = open.and_then(|day| scene.more_at(day)) {
                    { more_list(more, &scene.stretch(more.first, more.end), timeline, route, { let open = open.setter(); Callback::from(move |_: MouseEvent| open.set(None)) }) }
                }
            }
        </div>
    }
}

fn draw(
    scene: &Scene,
    timeline: &Timeline,
    labels: &RefCell<Labels>,
    stop: Option<Key>,
    open: Option<i32>,
    route: &Rc<Route>,
) -> Html {
    let tall = height(ROWS);
    let ticks = drawing::ticks(&scene.ticks, tall);
    let content = match &scene.content {
        Content::Bars {
            unit,
            bars,
            n_through,
            highest,
        } => {
            let columns = drawing::Columns {
                unit: *unit,
                bars,
                n_through: *n_through,
                highest: *highest,
            };
            drawing::bars(&scene.window, &columns, tall, stop)
        }
        Content::Marks { placed, more } => {
            let mut labels = labels.borrow_mut();
            let marks: Html = placed
                .iter()
                .filter_map(|it| {
                    Some(drawing::mark(
                        it,
                        &*labels.get(timeline, it.idx)?,
                        stop,
                        route,
                    ))
                })
                .collect();
            let counts: Html = more
                .iter()
                .map(|it| {
                    let is_open = open == Some(it.first);
                    drawing::more(
                        it,
                        &scene.window,
                        &scene.stretch(it.first, it.end),
                        tall,
                        stop,
                        is_open,
                    )
                })
                .collect();
            html! { <><g class="marks-here">{ marks }</g><g class="counts-here">{ counts }</g></> }
        }
    };
    html! { <>{ ticks }{ drawing::folds(scene, tall) }<line class="base" x1="-100%" x2="200%" y1={Decimal(AXIS).to_string()} y2={Decimal(AXIS).to_string()} />{ content }</> }
}

fn more_list(
    more: &More,
    stretch: &str,
    timeline: &Timeline,
    route: &Rc<Route>,
    onclose: Callback<MouseEvent>,
) -> Html {
    let n = u32::try_from(more.hidden.len()).unwrap_or(u32::MAX);
    let rows = listed(timeline, more.hidden.iter().copied().take(MAX_MORE), None);
    let n_left = more.hidden.len().saturating_sub(MAX_MORE);
    html! {
        <section class="more-list" aria-labelledby="more-heading">
            <h2 id="more-heading" tabindex="-1">
                { say::more_in(&say::n_more_dates(n), stretch) }
            </h2>
            <button type="button" class="link" onclick={onclose}>{ say::close() }</button>
            { part!(MarkList { rows, ticks: Vec::new(), route: route.clone(), label: say::more_dates() }) }
            if n_left > 0 {
                <p class="undated">{ say::n_more_table(u32::try_from(n_left).unwrap_or(u32::MAX)) }</p>
            }
        </section>
    }
}

/// How many dates are too vague for the view.
fn through_words(through: &More) -> String {
    let n = u32::try_from(through.hidden.len()).unwrap_or(u32::MAX);
    say::dates_span_all(n)
}

/// What is in view, and how many dates.
fn caption(axis: &Axis, view: Option<View>) -> String {
    let Some(view) = view else {
        return String::new();
    };
    let (first, end) = view.counted();
    let to_u32 = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let n = to_u32(axis.items().n_touching(first, end));
    let of = to_u32(axis.items().len());
    let (first, last) = axis.fold.days(view);
    format!(
        "{} · {}",
        stretch_words(first, last),
        words::share(n, of, say::n_dates, say::n_of_dates)
    )
}
