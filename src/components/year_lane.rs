//! Dates of an unknown year: a lane from January to December.

use std::rc::Rc;

use yew::prelude::*;

use super::mark_list::{link, walk};
use crate::route::Route;
use crate::view_model::timeline::MarkRow;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Properties of [`YearLane`].
#[derive(Properties, PartialEq)]
pub(crate) struct YearLaneProps {
    /// The dates, by month and day, then those without a month.
    pub(crate) rows: Vec<MarkRow>,
    /// Whether the first of them takes the Tab key.
    pub(crate) is_tab_stop: bool,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
}

/// Twelve months with their counts, and below them the dates.
#[component]
pub(crate) fn YearLane(props: &YearLaneProps) -> Html {
    if props.rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="year-lane" aria-labelledby="year-unknown">
            <h2 id="year-unknown">{ "Year unknown" }</h2>
            <ol class="months" aria-hidden="true">
                for (month, name) in (1u8..).zip(MONTHS) {
                    { month_cell(month, name, &props.rows) }
                }
            </ol>
            <ol class="mark-list" aria-label="Dates of an unknown year" onkeydown={Callback::from(walk)}>
                for (idx, row) in props.rows.iter().enumerate() {
                    <li key={row.key.to_string()}>
                        { link(row, props.is_tab_stop && idx == 0, &props.route, cells(row)) }
                    </li>
                }
            </ol>
        </section>
    }
}

fn month_cell(month: u8, name: &'static str, rows: &[MarkRow]) -> Html {
    let n = rows
        .iter()
        .filter(|it| it.month_day.is_some_and(|(it, _)| it == month))
        .count();
    html! {
        <li key={name} class={(n > 0).then_some("has-dates")}>
            <span class="month-name">{ name }</span>
            <span class="month-bar">{ if n > 0 { n.to_string() } else { String::new() } }</span>
        </li>
    }
}

fn cells(row: &MarkRow) -> Html {
    html! {
        <>
            <span class="mark-words">{ &row.words }</span>
            { " " }
            <span class="mark-text">
                <span class="mark-sentence" dir="auto">{ if row.sentence.is_empty() { &row.title } else { &row.sentence } }</span>
                if !row.sentence.is_empty() {
                    { " " }
                    <span class="mark-title" dir="auto">{ &row.title }</span>
                }
            </span>
        </>
    }
}
