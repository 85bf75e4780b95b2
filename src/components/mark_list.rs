//! The dates of a selection, one a row, each drawn on one shared axis.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::platform;
use crate::route::Route;
use crate::view_model::decimal::Decimal;
use crate::view_model::timeline::list::{Drawn, Listed};
use crate::view_model::timeline::{MarkRow, Shape};
use crate::wording::say;

/// Properties of [`MarkList`].
#[derive(Properties, PartialEq)]
pub(crate) struct MarkListProps {
    /// The dates, in order; at least one.
    pub(crate) rows: Vec<Listed>,
    /// Place in percent and words of the axis's ticks; fewer than two are no axis.
    pub(crate) ticks: Vec<(f64, AttrValue)>,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// Its accessible name. Optional; "Dates" by default.
    #[prop_or_else(say::dates)]
    pub(crate) label: &'static str,
}

/// Rows of date, drawing and sentence: one Tab stop, arrows move, Enter opens the sentence.
#[component]
pub(crate) fn MarkList(props: &MarkListProps) -> Html {
    let has_axis = props.ticks.len() > 1;
    html! {
        <div class={classes!("marks", has_axis.then_some("has-axis"))}>
            if has_axis {
                { axis(&props.ticks) }
            }
            <ol class="mark-list" aria-label={props.label} onkeydown={Callback::from(walk)}>
                for (idx, row) in props.rows.iter().enumerate() {
                    <li key={row.row.key.to_string()}>{ mark(row, idx == 0, has_axis, &props.ticks, &props.route) }</li>
                }
            </ol>
        </div>
    }
}

/// Arrows, Home and End move along the marks.
pub(crate) fn walk(event: KeyboardEvent) {
    let moved = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => platform::step_focus("[data-mark]", 1),
        "ArrowUp" | "ArrowLeft" => platform::step_focus("[data-mark]", -1),
        "Home" => platform::focus_first("[data-mark]"),
        "End" => platform::focus_last("[data-mark]"),
        _ => return,
    };
    if moved {
        event.prevent_default();
    }
}

fn axis(ticks: &[(f64, AttrValue)]) -> Html {
    html! {
        <div class="axis-row" aria-hidden="true">
            <span></span>
            <svg class="axis" width="100%" height="20">
                for (idx, (at, label)) in ticks.iter().enumerate() {
                    <g key={idx}>
                        <line x1={percent(*at)} x2={percent(*at)} y1="14" y2="20" />
                        <text x={percent(*at)} y="10" text-anchor={anchor(*at)}>{ label }</text>
                    </g>
                }
            </svg>
        </div>
    }
}

/// Which end of a tick's label stands at its place, so that none leaves the axis.
pub(crate) fn anchor(at: f64) -> &'static str {
    if at < 6.0 {
        "start"
    } else if at > 94.0 {
        "end"
    } else {
        "middle"
    }
}

/// A place on the axis as an attribute of SVG.
pub(crate) fn percent(at: f64) -> String {
    format!("{}%", Decimal(at))
}

/// A mark is a link to its sentence.
pub(crate) fn link(row: &MarkRow, is_tab_stop: bool, route: &Rc<Route>, inner: Html) -> Html {
    html! {
        <a
            class="mark-row"
            data-mark=""
            data-step=""
            tabindex={if is_tab_stop { "0" } else { "-1" }}
            href={route.at_passage(&row.document, row.passage).href()}
            aria-label={row.name()}
            title={row.reading.clone()}
        >
            { inner }
        </a>
    }
}

fn mark(
    listed: &Listed,
    is_tab_stop: bool,
    has_axis: bool,
    ticks: &[(f64, AttrValue)],
    route: &Rc<Route>,
) -> Html {
    let row = &listed.row;
    let inner = html! {
        <>
            <span class={classes!("mark-words", row.assumed.then_some("is-assumed"))}>{ &row.words }</span>
            if has_axis {
                <svg class="mark-drawing" width="100%" height="22" aria-hidden="true">
                    for (idx, (at, _)) in ticks.iter().enumerate() {
                        <line key={idx} class="grid" x1={percent(*at)} x2={percent(*at)} y1="0" y2="22" />
                    }
                    { listed.drawn.as_ref().map(drawing) }
                </svg>
            }
            { " " }
            <span class="mark-text">
                <span class="mark-sentence" dir="auto">{ if row.sentence.is_empty() { &row.title } else { &row.sentence } }</span>
                if !row.sentence.is_empty() {
                    { " " }
                    <span class="mark-title" dir="auto">{ &row.title }</span>
                }
            </span>
        </>
    };
    link(row, is_tab_stop, route, inner)
}

fn drawing(drawn: &Drawn) -> Html {
    let middle = f64::midpoint(drawn.left, drawn.right);
    let width = (drawn.right - drawn.left).max(0.4);
    match drawn.shape {
        Shape::Point => html! { <circle class="point" cx={percent(middle)} cy="11" r="4.5" /> },
        Shape::Span => html! {
            <>
                <rect class="span" x={percent(drawn.left)} width={percent(width)} y="7" height="8" rx="1" />
                <line class="end" x1={percent(drawn.left)} x2={percent(drawn.left)} y1="5" y2="17" />
                <line class="end" x1={percent(drawn.left + width)} x2={percent(drawn.left + width)} y1="5" y2="17" />
            </>
        },
        shape => html! {
            <rect class="fading" fill={fade(shape)} x={percent(drawn.left)} width={percent(width.max(2.0))} y="7" height="8" rx="4" />
        },
    }
}

/// The gradient of a form that fades.
pub(crate) fn fade(shape: Shape) -> &'static str {
    match shape {
        Shape::OpenLeft => "url(#fade-left)",
        Shape::OpenRight => "url(#fade-right)",
        _ => "url(#fade-both)",
    }
}

/// The gradients of open ends; once a page.
pub(crate) fn gradients() -> Html {
    html! {
        <svg class="gradients" width="0" height="0" aria-hidden="true">
            <defs>
                <linearGradient id="fade-left">
                    <stop class="clear" offset="0" />
                    <stop class="full" offset="0.7" />
                </linearGradient>
                <linearGradient id="fade-right">
                    <stop class="full" offset="0.3" />
                    <stop class="clear" offset="1" />
                </linearGradient>
                <linearGradient id="fade-both">
                    <stop class="clear" offset="0" />
                    <stop class="full" offset="0.5" />
                    <stop class="clear" offset="1" />
                </linearGradient>
            </defs>
        </svg>
    }
}
