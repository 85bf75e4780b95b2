//! How the dates of a selection spread over time; dragging over it sets the range.

use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::mark_list::{anchor, percent};
use crate::view_model::timeline::{Bar, Strip, Tick};

/// Height of the bars in pixels.
const HEIGHT: f64 = 64.0;

/// Height of the bars and the axis below them in pixels.
const HEIGHT_WITH_AXIS: f64 = HEIGHT + 20.0;

/// Properties of [`TimeStrip`].
#[derive(Properties, PartialEq)]
pub(crate) struct TimeStripProps {
    /// The histogram.
    pub(crate) strip: Strip,
    /// Marks of the axis below it.
    pub(crate) ticks: Vec<Tick>,
    /// Called with the EDTF of the first and the last day of the range that was drawn.
    pub(crate) onrange: Callback<(AttrValue, AttrValue)>,
}

/// A histogram that is also the brush. Its keyboard twin are the fields From and To.
#[component]
pub(crate) fn TimeStrip(props: &TimeStripProps) -> Html {
    // The bars between which the pointer is dragged.
    let drag = use_state_eq(|| None::<(usize, usize)>);
    let bars = &props.strip.bars;
    let onpointerdown = {
        let (bars, setter) = (bars.clone(), drag.setter());
        Callback::from(move |event: PointerEvent| {
            if let Some((idx, strip)) = bar_under(&bars, &event) {
                let _ = strip.set_pointer_capture(event.pointer_id());
                setter.set(Some((idx, idx)));
            }
        })
    };
    let onpointermove = {
        let (bars, setter, drag) = (bars.clone(), drag.setter(), *drag);
        Callback::from(move |event: PointerEvent| {
            if let (Some((start, _)), Some((idx, _))) = (drag, bar_under(&bars, &event)) {
                setter.set(Some((start, idx)));
            }
        })
    };
    let onpointerup = {
        let (bars, setter, drag) = (bars.clone(), drag.setter(), *drag);
        let onrange = props.onrange.clone();
        Callback::from(move |_: PointerEvent| {
            setter.set(None);
            let Some((a, b)) = drag else { return };
            if let (Some(first), Some(last)) = (bars.get(a.min(b)), bars.get(a.max(b))) {
                onrange.emit((first.first.clone(), last.last.clone()));
            }
        })
    };
    let onpointercancel = {
        let setter = drag.setter();
        Callback::from(move |_: PointerEvent| setter.set(None))
    };
    let dragged = |idx: usize| drag.is_some_and(|(a, b)| (a.min(b)..=a.max(b)).contains(&idx));
    html! {
        <svg
            class="time-strip"
            width="100%"
            height={HEIGHT_WITH_AXIS.to_string()}
            role="img"
            aria-label={summary(&props.strip)}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            {onpointercancel}
        >
            for (idx, bar) in bars.iter().enumerate() {
                { column(bar, props.strip.highest, dragged(idx)) }
            }
            <line class="base" x1="0" x2="100%" y1={HEIGHT.to_string()} y2={HEIGHT.to_string()} />
            for tick in props.ticks.iter() {
                <g key={tick.label.to_string()} class="tick">
                    <line x1={percent(tick.at)} x2={percent(tick.at)} y1={HEIGHT.to_string()} y2={(HEIGHT + 5.0).to_string()} />
                    <text x={percent(tick.at)} y={(HEIGHT + 16.0).to_string()} text-anchor={anchor(tick.at)}>{ &tick.label }</text>
                </g>
            }
        </svg>
    }
}

fn column(bar: &Bar, highest: u32, is_dragged: bool) -> Html {
    let height = if bar.count == 0 {
        0.0
    } else {
        (f64::from(bar.count) / f64::from(highest) * (HEIGHT - 4.0)).max(2.0)
    };
    let gap = (bar.right - bar.left) * 0.06;
    let is_on = bar.is_in_range || is_dragged;
    html! {
        <g key={bar.first.to_string()} class={classes!("bar", is_on.then_some("is-on"))}>
            <title>{ &bar.label }</title>
            <rect class="hit-area" x={format!("{:.3}%", bar.left)} width={format!("{:.3}%", bar.right - bar.left)} y="0" height="100%" />
            <rect
                class="column"
                x={format!("{:.3}%", bar.left + gap)}
                width={format!("{:.3}%", (bar.right - bar.left - 2.0 * gap).max(0.1))}
                y={format!("{:.1}", HEIGHT - height)}
                height={format!("{height:.1}")}
                rx="1"
            />
        </g>
    }
}

fn summary(strip: &Strip) -> String {
    let fullest = strip.bars.iter().find(|it| it.count == strip.highest);
    match fullest {
        Some(bar) => format!(
            "How the dates spread over time; the fullest stretch is {}",
            bar.label
        ),
        None => "How the dates spread over time".into(),
    }
}

/// The bar under the pointer and the strip itself.
fn bar_under(bars: &[Bar], event: &PointerEvent) -> Option<(usize, Element)> {
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
