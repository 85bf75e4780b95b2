//! How the dates of a selection spread over time: the brush that sets the range, by pointer and by keys.

use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::mark_list::{anchor, percent};
use crate::view_model::decimal::Decimal;
use crate::view_model::timeline::{Strip, StripBar, View};
use crate::wording::say;

/// Height of the bars in pixels.
const HEIGHT: f64 = 60.0;

/// Free space over the highest bar, for words.
const HEAD: f64 = 14.0;

/// Height of the bars and the axis below them in pixels.
const HEIGHT_WITH_AXIS: f64 = HEIGHT + 22.0;

/// Bars that a page key goes.
const PAGE: usize = 10;

/// Properties of [`TimeStrip`].
#[derive(Properties, PartialEq)]
pub(crate) struct TimeStripProps {
    /// The histogram.
    pub(crate) strip: Strip,
    /// What the picture below has in view. Optional; nothing by default.
    #[prop_or_default]
    pub(crate) view: Option<View>,
    /// Called with the EDTF of the first and the last day of the range; with nothing when it is taken off.
    pub(crate) onrange: Callback<Option<(AttrValue, AttrValue)>>,
}

/// One end of the range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handle {
    First,
    Last,
}

/// A slim histogram with a handle at either end of the range. Its twin in words are the fields From and To.
#[component]
pub(crate) fn TimeStrip(props: &TimeStripProps) -> Html {
    let strip = &props.strip;
    let last = strip.bars.len().saturating_sub(1);
    // The bars between which the pointer is dragged.
    let drag = use_state_eq(|| None::<(usize, usize)>);
    let choose = {
        let (strip, onrange) = (strip.clone(), props.onrange.clone());
        Callback::from(move |(a, b): (usize, usize)| {
            if let (Some(first), Some(last)) = (strip.bars.get(a.min(b)), strip.bars.get(a.max(b)))
            {
                onrange.emit(Some((first.first.clone(), last.last.clone())));
            }
        })
    };
    let onpointerdown = {
        let (bars, setter) = (strip.bars.clone(), drag.setter());
        let chosen = strip.chosen;
        Callback::from(move |event: PointerEvent| {
            let Some((idx, area)) = bar_under(&bars, &event).filter(|_| event.button() == 0) else {
                return;
            };
            let _ = area.set_pointer_capture(event.pointer_id());
            // From a handle on, the other end stays where it is.
            let start = match (handle_under(&event), chosen) {
                (Some(Handle::First), Some((_, last))) => last,
                (Some(Handle::Last), Some((first, _))) => first,
                _ => idx,
            };
            setter.set(Some((start, idx)));
        })
    };
    let onpointermove = {
        let (bars, setter, drag) = (strip.bars.clone(), drag.setter(), *drag);
        Callback::from(move |event: PointerEvent| {
            if let (Some((start, _)), Some((idx, _))) = (drag, bar_under(&bars, &event)) {
                setter.set(Some((start, idx)));
            }
        })
    };
    let onpointerup = {
        let (setter, drag, chosen) = (drag.setter(), *drag, strip.chosen);
        let (choose, onrange) = (choose.clone(), props.onrange.clone());
        Callback::from(move |_: PointerEvent| {
            setter.set(None);
            match drag {
                // The one bar that is chosen already: a second press takes it off.
                Some((a, b)) if a == b && chosen == Some((a, a)) => onrange.emit(None),
                Some(bars) => choose.emit(bars),
                None => {}
            }
        })
    };
    let onpointercancel = {
        let setter = drag.setter();
        Callback::from(move |_: PointerEvent| setter.set(None))
    };
    let shown = drag.map(|(a, b)| (a.min(b), a.max(b))).or(strip.chosen);
    let keys = |handle: Handle| {
        let (choose, onrange, chosen) = (choose.clone(), props.onrange.clone(), strip.chosen);
        Callback::from(move |event: KeyboardEvent| {
            let (from, to) = chosen.unwrap_or((0, last));
            let at = if handle == Handle::First { from } else { to };
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => at.saturating_add(1),
                "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
                "PageUp" => at.saturating_add(PAGE),
                "PageDown" => at.saturating_sub(PAGE),
                "Home" => 0,
                "End" => last,
                "Delete" | "Backspace" => {
                    event.prevent_default();
                    onrange.emit(None);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            choose.emit(match handle {
                Handle::First => (next.min(to), to),
                Handle::Last => (from, next.clamp(from, last)),
            });
        })
    };
    html! {
        <svg
            class="time-strip"
            width="100%"
            height={Decimal(HEIGHT_WITH_AXIS).to_string()}
            role="group"
            aria-label={strip.summary()}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            {onpointercancel}
        >
            <rect class="hit-area" width="100%" height={Decimal(HEIGHT_WITH_AXIS).to_string()} />
            for (idx, bar) in strip.bars.iter().enumerate() {
                { column(bar, strip.highest, shown.is_some_and(|it| (it.0..=it.1).contains(&idx))) }
            }
            <line class="base" x1="0" x2="100%" y1={Decimal(HEIGHT).to_string()} y2={Decimal(HEIGHT).to_string()} />
            if let Some(view) = props.view {
                { in_view(strip, view) }
            }
            for (idx, (at, label)) in strip.ticks.iter().enumerate() {
                <g key={idx} class="tick" aria-hidden="true">
                    <line x1={percent(*at)} x2={percent(*at)} y1={Decimal(HEIGHT).to_string()} y2={Decimal(HEIGHT + 5.0).to_string()} />
                    <text x={percent(*at)} y={Decimal(HEIGHT + 18.0).to_string()} text-anchor={anchor(*at)}>{ label }</text>
                </g>
            }
            for (idx, words) in strip.beyond.iter().enumerate().filter(|it| !it.1.is_empty()) {
                <text key={idx} class="beyond" x={if idx == 0 { "0" } else { "100%" }} y="10" text-anchor={if idx == 0 { "start" } else { "end" }}>
                    { if idx == 0 { format!("← {words}") } else { format!("{words} →") } }
                </text>
            }
            { handles(strip, shown, [keys(Handle::First), keys(Handle::Last)]) }
        </svg>
    }
}

fn column(bar: &StripBar, highest: u32, is_on: bool) -> Html {
    let height = if bar.count == 0 {
        0.0
    } else {
        (f64::from(bar.count) / f64::from(highest) * (HEIGHT - HEAD)).max(2.0)
    };
    let gap = (bar.right - bar.left) * 0.08;
    html! {
        <rect
            key={bar.first.to_string()}
            class={classes!("column", is_on.then_some("is-on"))}
            x={format!("{}%", Decimal(bar.left + gap))}
            width={format!("{}%", Decimal((bar.right - bar.left - 2.0 * gap).max(0.1)))}
            y={Decimal(HEIGHT - height).to_string()}
            height={Decimal(height).to_string()}
        >
            <title>{ &bar.label }</title>
        </rect>
    }
}

/// A line below the part of the strip that the picture has in view.
fn in_view(strip: &Strip, view: View) -> Html {
    let (from, to) = (strip.place(view.first), strip.place(view.last));
    html! {
        <rect
            class="in-view"
            x={percent(from)}
            width={format!("{}%", Decimal((to - from).max(0.4)))}
            y={Decimal(HEIGHT - 1.0).to_string()}
            height="3"
        />
    }
}

/// A frame around the range, and a handle at either end of it; without a range, at either end of everything.
fn handles(
    strip: &Strip,
    shown: Option<(usize, usize)>,
    keys: [Callback<KeyboardEvent>; 2],
) -> Html {
    let last = strip.bars.len().saturating_sub(1);
    let (from, to) = shown.unwrap_or((0, last));
    let left = strip.bars.get(from).map_or(0.0, |it| it.left);
    let right = strip.bars.get(to).map_or(100.0, |it| it.right);
    let [first_keys, last_keys] = keys;
    let handle = |name: &'static str, class: &'static str, idx: usize, at: f64, onkeydown| {
        let bar = strip
            .bars
            .get(idx)
            .map(|it| it.name.clone())
            .unwrap_or_default();
        let value = if shown.is_some() {
            bar.to_string()
        } else {
            say::no_range_chosen(&bar)
        };
        html! {
            <svg x={percent(at)} y="0" overflow="visible" class={classes!("handle", class, shown.is_none().then_some("is-idle"))}
                role="slider"
                tabindex="0"
                aria-label={name}
                aria-valuemin="0"
                aria-valuemax={last.to_string()}
                aria-valuenow={idx.to_string()}
                aria-valuetext={value}
                {onkeydown}
            >
                <rect class="grip-area" x="-12" y="8" width="24" height="44" />
                <rect class="grip" x="-3" y="18" width="6" height="24" rx="3" />
            </svg>
        }
    };
    html! {
        <>
            if shown.is_some() {
                <rect class="range-frame" x={percent(left)} width={format!("{}%", Decimal(right - left))} y="0.5" height={Decimal(HEIGHT - 0.5).to_string()} rx="2" />
            }
            { handle(say::range_begin(), "is-first", from, left, first_keys) }
            { handle(say::range_end(), "is-last", to, right, last_keys) }
        </>
    }
}

fn handle_under(event: &PointerEvent) -> Option<Handle> {
    let target: Element = event.target_dyn_into()?;
    let is_on = |selector| matches!(target.closest(selector), Ok(Some(_)));
    if is_on(".handle.is-idle") {
        None
    } else if is_on(".handle.is-first") {
        Some(Handle::First)
    } else {
        is_on(".handle.is-last").then_some(Handle::Last)
    }
}

/// The bar under the pointer and the strip itself.
fn bar_under(bars: &[StripBar], event: &PointerEvent) -> Option<(usize, Element)> {
    let target: Element = event.target_dyn_into()?;
    let strip = target.closest(".time-strip").ok()??;
    let area = strip.get_bounding_client_rect();
    if area.width() <= 0.0 {
        return None;
    }
    let at = (f64::from(event.client_x()) - area.left()) / area.width() * 100.0;
    let idx = bars
        .iter()
        .position(|it| at < it.right)
        .or_else(|| bars.len().checked_sub(1))?;
    Some((idx, strip))
}
