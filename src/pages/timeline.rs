//! The timeline: the dates of the selection, drawn as certain as they were written.

use std::rc::Rc;

use dossier_corpus::{Facet, facet};
use dossier_query::Query;
use yew::prelude::*;

use super::export::provenance;
use super::frame::Frame;
use crate::bench;
use crate::components::export_menu::ExportMenu;
use crate::components::mark_list::{MarkList, gradients};
use crate::components::mark_table::mark_table;
use crate::components::part::part;
use crate::components::plot::Plot;
use crate::components::time_strip::TimeStrip;
use crate::components::undated_group::undated_group;
use crate::components::year_lane::year_lane;
use crate::hooks::use_desk::Desk;
use crate::hooks::use_route::{Go, Step};
use crate::platform;
use crate::route::{Route, View};
use crate::view_model::timeline::export::{Format, export};
use crate::view_model::timeline::list::{listed, ticks};
use crate::view_model::timeline::undated::undated;
use crate::view_model::timeline::{self as model, Strip};
use crate::wording::say;

/// Dates in the table before the reader asks for more, and how many each time.
const STEP: usize = 200;

/// Dates of an unknown year before the reader asks for more.
const YEAR_UNKNOWN: usize = 12;

/// About so many ticks over the list.
const LIST_TICKS: f64 = 4.0;

/// Passages without a date that are shown.
const UNDATED: usize = 50;

/// Properties of [`Timeline`].
#[derive(Properties, PartialEq)]
pub(crate) struct TimelineProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// Strip, picture or list, dates of an unknown year, and what carries no date.
#[component]
pub(crate) fn Timeline(props: &TimelineProps) -> Html {
    let desk = &props.desk;
    let route = &desk.route;
    let own = use_memo(Asked(desk.clone()), |Asked(desk)| {
        model::timeline(desk.searcher(), &desk.answer, &desk.route.query)
    });
    let drawn = bench::timeline::use_synthetic().unwrap_or_else(|| (*own).clone());
    let strip = use_memo((drawn.clone(), route.query.clone()), |(drawn, query)| {
        model::strip(drawn, query)
    });
    // Rows beyond the first ones that were asked for, in the table or in the lane.
    let n_more = use_state_eq(|| 0);
    let onmore = {
        let (setter, n_more) = (n_more.setter(), *n_more);
        Callback::from(move |_: MouseEvent| setter.set(n_more + STEP))
    };
    let is_open = use_state_eq(|| false);
    let onopen = {
        let setter = is_open.setter();
        Callback::from(move |it| setter.set(it))
    };
    let passages = if *is_open {
        undated(desk.searcher(), &route.query, UNDATED)
    } else {
        Vec::new()
    };
    let all_undated = route
        .at(View::Documents)
        .narrowed(Facet::Kind, facet::kind::UNDATED);
    let toggle = route.as_table(!route.table).href();
    let tools = html! {
        <>
            { export_menu(desk, &drawn) }
            <a class="toggle" href={toggle}>{ if route.table { say::as_a_drawing() } else { say::as_a_table() } }</a>
        </>
    };
    part!(
        Frame {
            desk: desk.clone(),
            class: "is-wide",
            tools
        },
        html! {
            <>
                <section class="timeline" aria-label={say::timeline()} role="region">
                    { gradients() }
                    <h1 id="heading" class="summary" tabindex="-1">{ &drawn.summary }</h1>
                    if route.table {
                        { table(&drawn, STEP + *n_more, route, &onmore) }
                    } else {
                        { picture(desk, &drawn, (*strip).as_ref()) }
                        { year_unknown(&drawn, YEAR_UNKNOWN + *n_more, route, onmore) }
                        { undated_group(drawn.n_undated, &passages, all_undated.href(), route, &onopen) }
                    }
                </section>
            </>
        }
    )
}

/// A desk compared by what its timeline is made of.
struct Asked(Desk);

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0.answer, &other.0.answer)
    }
}

/// The menu of what can be taken away.
fn export_menu(desk: &Desk, drawn: &model::Timeline) -> Html {
    let formats = Format::ALL.map(Format::label).into_iter();
    let offline = platform::has_offline_copy().then(say::save_offline);
    let items = formats.chain([say::print()]).chain(offline);
    let items: Vec<AttrValue> = items.map(AttrValue::from).collect();
    let (desk, drawn) = (desk.clone(), drawn.clone());
    let onchoose = Callback::from(move |idx: usize| match Format::ALL.get(idx) {
        Some(&format) => {
            let view = desk.route.span.map(|it| model::View::days(it.0, it.1));
            let file = export(&drawn, format, view, &provenance(&desk));
            platform::download(&file.name, file.media_type, file.text.as_bytes());
        }
        None if idx == Format::ALL.len() => platform::print(),
        None => {
            let _ = platform::save_offline_copy();
        }
    });
    part!(ExportMenu { items, onchoose })
}

/// The strip, and below it a list when there are few dates, a picture that moves when there are many.
fn picture(desk: &Desk, drawn: &model::Timeline, strip: Option<&Strip>) -> Html {
    let route = &desk.route;
    let whole = all_of(drawn);
    let span = route.span.map(|it| model::View::days(it.0, it.1));
    let in_view = span.filter(|it| !drawn.is_list() && whole.is_some_and(|whole| it.meets(whole)));
    let body = match (drawn.is_list(), whole, drawn.first_view(&route.query)) {
        (false, Some(whole), Some(fit)) => {
            let go = desk.go.clone();
            let here = Rc::clone(route);
            let onspan = Callback::from(move |span| {
                if span != here.span {
                    go.emit(Go {
                        route: here.over(span),
                        step: Step::Replace,
                    });
                }
            });
            let go = desk.go.clone();
            let here = Rc::clone(route);
            let onfold = Callback::from(move |folded| {
                go.emit(Go {
                    route: here.as_folded(folded),
                    step: Step::Replace,
                });
            });
            part!(Plot {
                timeline: drawn.clone(),
                whole,
                fit,
                span: route.span,
                route: route.clone(),
                onspan,
                onfold,
                ondrawn: bench::timeline::drawn()
            })
        }
        _ if drawn.items.is_empty() => Html::default(),
        _ => {
            // One date, or all on one day: nothing to compare on an axis.
            let axis = strip.and_then(|_| drawn.first_view(&route.query));
            let rows = listed(drawn, 0..drawn.items.len(), axis);
            let ticks = axis.map(|it| ticks(it, LIST_TICKS)).unwrap_or_default();
            part!(MarkList {
                rows,
                ticks,
                route: route.clone()
            })
        }
    };
    let is_elsewhere = span.is_some() && in_view.is_none() && !drawn.is_list();
    html! {
        <>
            if let Some(strip) = strip {
                { part!(TimeStrip { strip: strip.clone(), view: in_view, onrange: choose_range(desk) }) }
            }
            if is_elsewhere {
                <p class="note">{ say::span_empty() }</p>
            }
            { body }
        </>
    }
}

/// Everything that can come into view: the dates of the selection and, around a chosen range, the others.
fn all_of(drawn: &model::Timeline) -> Option<model::View> {
    let (first, last) = drawn.all().extent()?;
    Some(model::View::around(first, last))
}

/// Sets From and To. A range that is moved takes the place of the one before in the history.
pub(super) fn choose_range(desk: &Desk) -> Callback<Option<(AttrValue, AttrValue)>> {
    let (route, go) = (Rc::clone(&desk.route), desk.go.clone());
    Callback::from(move |range: Option<(AttrValue, AttrValue)>| {
        let read = |text: &AttrValue| dossier_time::read(text);
        let next = route.with(|query: &mut Query| {
            query.from = range.as_ref().and_then(|it| read(&it.0));
            query.to = range.as_ref().and_then(|it| read(&it.1));
        });
        let step = if route.query.has_range() && range.is_some() {
            Step::Replace
        } else {
            Step::Push
        };
        go.emit(Go { route: next, step });
    })
}

/// All dates as a table, in the same order; and how many are left out.
fn table(
    drawn: &model::Timeline,
    limit: usize,
    route: &Rc<Route>,
    more: &Callback<MouseEvent>,
) -> Html {
    let rows: Vec<_> = drawn
        .order()
        .take(limit)
        .filter_map(|it| drawn.rows.row(it))
        .collect();
    let n_more = drawn.order().count().saturating_sub(limit);
    html! {
        <>
            { mark_table(&rows, route) }
            if let Some(n) = u32::try_from(n_more).ok().filter(|&it| it > 0) {
                <button type="button" class="more-documents" onclick={more.clone()}>
                    { say::show_more(&say::n_more_dates(n)) }
                </button>
            }
        </>
    }
}

/// The lane of dates whose year is unknown.
fn year_unknown(
    drawn: &model::Timeline,
    limit: usize,
    route: &Rc<Route>,
    more: Callback<MouseEvent>,
) -> Html {
    let rows: Vec<_> = drawn
        .year_unknown
        .iter()
        .take(limit)
        .filter_map(|&it| drawn.rows.row(it))
        .collect();
    let n_more = drawn.year_unknown.len().saturating_sub(limit);
    year_lane(
        &rows,
        drawn.months,
        n_more,
        more,
        drawn.items.is_empty(),
        route,
    )
}
