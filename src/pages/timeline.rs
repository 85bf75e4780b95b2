//! The timeline: the dates of the selection, drawn as certain as they were written.

use dossier_query::Query;
use yew::prelude::*;

use super::frame::Frame;
use crate::components::mark_list::{MarkList, gradients};
use crate::components::mark_table::MarkTable;
use crate::components::time_strip::TimeStrip;
use crate::components::year_lane::YearLane;
use crate::hooks::use_desk::Desk;
use crate::route::{Route, View};
use crate::view_model::timeline::timeline;
use crate::view_model::words;

/// Dates shown before the reader asks for more, and how many each time.
const STEP: usize = 200;

/// Properties of [`Timeline`].
#[derive(Properties, PartialEq)]
pub(crate) struct TimelineProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// Strip, dates, dates of an unknown year, and what carries no date.
#[component]
pub(crate) fn Timeline(props: &TimelineProps) -> Html {
    let desk = &props.desk;
    let limit = use_state_eq(|| STEP);
    let route = &desk.route;
    let drawn = timeline(desk.searcher(), &desk.answer, &route.query, *limit);
    let onmore = {
        let (setter, limit) = (limit.setter(), *limit);
        Callback::from(move |_: MouseEvent| setter.set(limit + STEP))
    };
    let onrange = {
        let (select, query) = (desk.select(), route.query.clone());
        Callback::from(move |(first, last): (AttrValue, AttrValue)| {
            select.emit(Query {
                from: dossier_time::read(&first),
                to: dossier_time::read(&last),
                ..query.clone()
            });
        })
    };
    let toggle = route.as_table(!route.table).href();
    let tools = html! {
        <a class="toggle" href={toggle}>{ if route.table { "As a drawing" } else { "As a table" } }</a>
    };
    let body = if route.table {
        let rows = drawn
            .placed
            .iter()
            .chain(&drawn.year_unknown)
            .cloned()
            .collect::<Vec<_>>();
        html! { <MarkTable {rows} route={route.clone()} /> }
    } else {
        html! {
            <>
                if let Some(strip) = drawn.strip.clone() {
                    <TimeStrip {strip} ticks={drawn.ticks.clone()} {onrange} />
                }
                <MarkList rows={drawn.placed.clone()} ticks={drawn.ticks.clone()} route={route.clone()} />
                <YearLane
                    rows={drawn.year_unknown.clone()}
                    is_tab_stop={drawn.placed.is_empty()}
                    route={route.clone()}
                />
            </>
        }
    };
    html! {
        <Frame desk={desk.clone()} class="is-wide" {tools}>
            <section class="timeline" aria-label="Timeline" role="region">
                { gradients() }
                <h1 id="heading" class="summary" tabindex="-1">{ &drawn.summary }</h1>
                { body }
                if !drawn.more.is_empty() {
                    <button type="button" class="more-documents" onclick={onmore}>{ format!("Show more ({})", drawn.more) }</button>
                }
                { undated(drawn.n_undated, route) }
            </section>
        </Frame>
    }
}

fn undated(n: u32, route: &Route) -> Html {
    if n == 0 {
        return Html::default();
    }
    let href = route
        .at(View::Documents)
        .narrowed(
            dossier_corpus::Facet::Kind,
            dossier_corpus::facet::kind::UNDATED,
        )
        .href();
    html! {
        <p class="undated">
            <a {href}>{ words::count(n, "passage carries no date", "passages carry no date") }</a>
        </p>
    }
}
