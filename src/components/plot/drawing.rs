//! The picture of a timeline as SVG: ticks, bars, marks. Places are attributes, since the page allows no inline style.

use std::rc::Rc;

use yew::prelude::*;

use super::labels::Label;
use crate::components::mark_list::fade;
use crate::route::Route;
use crate::view_model::decimal::Decimal;
use crate::view_model::timeline::Shape;
use crate::view_model::timeline::bars::Bar;
use crate::view_model::timeline::calendar::Unit;
use crate::view_model::timeline::fold::Fold;
use crate::view_model::timeline::pack::{More, Placed, Window};
use crate::view_model::timeline::scene::{Key, Scene, SceneTick};
use crate::view_model::words;
use crate::wording::say;

/// Height of the axis at the top, in pixels.
pub(super) const AXIS: f64 = 28.0;

/// Height of a row of marks.
pub(super) const ROW: f64 = 30.0;

/// Height of the line of counts below the rows.
pub(super) const FOOT: f64 = 30.0;

/// Above the highest bar, for its count.
const HEAD: f64 = 22.0;

/// Half of the width of a number over a bar, at most.
const HALF: f64 = 20.0;

/// Height of a drawing with so many rows.
pub(super) fn height(n_rows: u8) -> f64 {
    AXIS + ROW * f64::from(n_rows) + FOOT
}

fn px(at: f64) -> String {
    Decimal(at).to_string()
}

/// The lines and words of the axis.
pub(super) fn ticks(ticks: &[SceneTick], height: f64) -> Html {
    html! {
        <g class="ticks" aria-hidden="true">
            for tick in ticks.iter() {
                <g key={tick.day}>
                    <line x1={px(tick.x)} x2={px(tick.x)} y1={px(AXIS - 6.0)} y2={px(height)} />
                    <text x={px(tick.x + 4.0)} y={px(AXIS - 10.0)}>{ &tick.label }</text>
                </g>
            }
        </g>
    }
}

/// Where the axis leaves something out: a break in its line.
pub(super) fn folds(scene: &Scene, height: f64) -> Html {
    let breaks = scene.folds().map(|(x, gap)| {
        let [left, middle, right, far] = [x - 6.0, x, x, x + 6.0].map(Decimal);
        let [top, foot] = [AXIS - 7.0, AXIS + 7.0].map(Decimal);
        let line = format!("M{middle} {top}L{left} {foot}M{far} {top}L{right} {foot}");
        html! {
            <g key={gap.before} class="fold">
                <title>{ gap.words() }</title>
                <rect x={px(x - 3.0)} width="6" y={px(AXIS)} height={px(height - AXIS)} />
                <path d={line} />
            </g>
        }
    });
    html! { <g class="folds" aria-hidden="true">{ for breaks }</g> }
}

/// The bars of a histogram.
pub(super) struct Columns<'b> {
    /// What each covers.
    pub(super) unit: Unit,
    /// From left to right.
    pub(super) bars: &'b [Bar],
    /// Dates that cover all bars; they add nothing to their height.
    pub(super) n_through: u32,
    /// The greatest count without those.
    pub(super) highest: u32,
}

/// A histogram: what surely lies in a bar is solid, what may is pale.
pub(super) fn bars(window: &Window, columns: &Columns<'_>, height: f64, stop: Option<Key>) -> Html {
    let &Columns {
        unit,
        bars,
        n_through,
        highest,
    } = columns;
    let room = height - AXIS - HEAD;
    let tall = |n: u32| {
        let part = f64::from(n) / f64::from(highest) * room;
        if n > 0 { part.max(1.5) } else { 0.0 }
    };
    let edges = |bar: &Bar| {
        let (left, right) = (window.x(bar.first), window.x(bar.end));
        let gap = ((right - left) * 0.1).min(1.5);
        (left + gap, (right - left - 2.0 * gap).max(0.5))
    };
    let mut solid = String::new();
    for bar in bars.iter().filter(|it| it.certain > 0) {
        let ((left, width), tall) = (edges(bar), tall(bar.certain));
        let [left, top, width, tall] = [left, height - tall, width, tall].map(Decimal);
        solid.push_str(&format!("M{left} {top}h{width}v{tall}h-{width}z"));
    }
    let drawn = |it: &Bar| it.count.saturating_sub(n_through);
    let top = bars.iter().find(|it| drawn(it) == highest);
    // Its number stays whole at the edge.
    let (left, right) = window.shown_edges();
    let middle = |it: &Bar| {
        let middle = f64::midpoint(window.x(it.first), window.x(it.end));
        if (left..right).contains(&middle) {
            middle.min(right - HALF).max(left + HALF)
        } else {
            middle
        }
    };
    html! {
        <g class="bars">
            for bar in bars.iter().filter(|it| it.count > 0) {
                { column(bar, (unit, &window.fold), edges(bar), (height - tall(drawn(bar)), tall(drawn(bar))), stop) }
            }
            <path class="solid" d={solid} />
            if let Some(bar) = top {
                <text
                    class="highest"
                    aria-hidden="true"
                    x={px(middle(bar))}
                    y={px(AXIS + HEAD - 6.0)}
                >
                    { words::number(drawn(bar)) }
                </text>
            }
        </g>
    }
}

fn column(
    bar: &Bar,
    (unit, fold): (Unit, &Fold),
    (x, width): (f64, f64),
    (y, height): (f64, f64),
    stop: Option<Key>,
) -> Html {
    let key = Key::Bar(bar.first);
    let label = bar.label(unit, fold);
    html! {
        <rect
            key={bar.first}
            id={key.id()}
            class="column"
            role="button"
            tabindex={tab_index(key, stop)}
            aria-label={label.clone()}
            x={px(x)}
            width={px(width)}
            y={px(y)}
            height={px(height)}
        >
            <title>{ label }</title>
        </rect>
    }
}

/// A mark: a link to its sentence.
pub(super) fn mark(mark: &Placed, label: &Label, stop: Option<Key>, route: &Rc<Route>) -> Html {
    let key = Key::Mark(mark.idx);
    let row = &label.row;
    let y = AXIS + ROW * (f64::from(u16::try_from(mark.row).unwrap_or(u16::MAX)) + 0.5);
    html! {
        <a
            key={mark.idx}
            id={key.id()}
            class={classes!("mark", row.assumed.then_some("is-assumed"))}
            data-mark=""
            data-step=""
            draggable="false"
            tabindex={tab_index(key, stop)}
            href={route.at_passage(&row.document, row.passage).href()}
            aria-label={row.name()}
        >
            <title>{ format!("{}. {}", row.name(), row.reading) }</title>
            <rect class="target" x={px(mark.left.min(mark.label) - 4.0)} y={px(y - 13.0)} width={px(mark.right.max(mark.label + mark.width) - mark.left.min(mark.label) + 8.0)} height="26" rx="4" />
            { shape(mark, y) }
            <text x={px(mark.label)} y={px(y + 4.0)}>
                <tspan class="date">{ &label.date }</tspan>
                { label.texts.get(mark.form).map(String::as_str) }
            </text>
        </a>
    }
}

fn shape(mark: &Placed, y: f64) -> Html {
    let (left, width) = (mark.left, (mark.right - mark.left).max(0.0));
    // A shape that leaves no room beside it is a line under its label.
    let (top, tall) = if mark.is_over() {
        (y + 9.0, 3.0)
    } else {
        (y - 5.0, 10.0)
    };
    match mark.shape {
        Shape::Point => {
            let x = f64::midpoint(mark.left, mark.right);
            html! { <circle class="point" cx={px(x)} cy={px(top + tall / 2.0)} r="4.5" /> }
        }
        Shape::Span => {
            let [first, last, from, end] = [left, left + width, top - 2.0, tall + 4.0].map(Decimal);
            let ends = format!("M{first} {from}v{end}M{last} {from}v{end}");
            html! {
                <>
                    <rect class="span" x={px(left)} width={px(width)} y={px(top)} height={px(tall)} />
                    <path class="end" d={ends} />
                </>
            }
        }
        shape => html! {
            <rect class="fading" fill={fade(shape)} x={px(left)} width={px(width)} y={px(top)} height={px(tall)} rx={px(tall / 2.0)} />
        },
    }
}

/// How many dates of a stretch found no place.
pub(super) fn more(
    more: &More,
    window: &Window,
    unit_name: &str,
    height: f64,
    stop: Option<Key>,
    is_open: bool,
) -> Html {
    let key = Key::More(more.first);
    let n = u32::try_from(more.hidden.len()).unwrap_or(u32::MAX);
    let text = say::n_more(n);
    let shown = (
        window.shown.first.max(f64::from(more.first)),
        window.shown.last.min(f64::from(more.end)),
    );
    let whole = (f64::from(more.first), f64::from(more.end));
    let (first, last) = if (shown.1 - shown.0) * window.scale > 72.0 {
        shown
    } else {
        whole
    };
    let x = (f64::midpoint(first, last) - window.view.first) * window.scale;
    html! {
        <g
            key={format!("more{}", more.first)}
            id={key.id()}
            class="more-here"
            role="button"
            tabindex={tab_index(key, stop)}
            aria-expanded={is_open.to_string()}
            aria-label={format!("{text}, {unit_name}")}
        >
            <rect class="target" x={px(x - 36.0)} y={px(height - FOOT + 2.0)} width="72" height="24" rx="12" />
            <text x={px(x)} y={px(height - FOOT + 18.0)}>{ text }</text>
        </g>
    }
}

fn tab_index(key: Key, stop: Option<Key>) -> &'static str {
    if stop == Some(key) { "0" } else { "-1" }
}
