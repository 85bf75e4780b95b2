//! Dates of an unknown year: a lane from January to December.

use std::rc::Rc;

use yew::prelude::*;

use super::mark_list::{link, walk};
use crate::route::Route;
use crate::view_model::timeline::MarkRow;
use crate::view_model::words;
use crate::wording::{self, say};

/// Twelve months with their counts, and below them the first dates: by month and day, then those without a month.
/// `n_more` of them are left out; `onmore` is called when more are wanted.
pub(crate) fn year_lane(
    rows: &[MarkRow],
    months: [u32; 12],
    n_more: usize,
    onmore: Callback<MouseEvent>,
    is_tab_stop: bool,
    route: &Rc<Route>,
) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="year-lane" aria-labelledby="year-unknown">
            <h2 id="year-unknown">{ say::year_unknown() }</h2>
            if months.iter().any(|&it| it > 0) {
            <ol class="months" aria-hidden="true">
                for (n, name) in months.into_iter().zip((1..).map(wording::short_month)) {
                    { month_cell(n, name) }
                }
            </ol>
            }
            <ol class="mark-list" aria-label={say::dates_year_unknown()} onkeydown={Callback::from(walk)}>
                for (idx, row) in rows.iter().enumerate() {
                    <li key={row.key.to_string()}>
                        { link(row, is_tab_stop && idx == 0, route, cells(row)) }
                    </li>
                }
            </ol>
            if let Some(n) = u32::try_from(n_more).ok().filter(|&it| it > 0) {
                <button type="button" class="more-documents" onclick={onmore}>
                    { say::show_more(&words::number(n)) }
                </button>
            }
        </section>
    }
}

fn month_cell(n: u32, name: &'static str) -> Html {
    html! {
        <li key={name} class={(n > 0).then_some("has-dates")}>
            <span class="month-name">{ name }</span>
            <span class="month-bar">{ if n > 0 { words::number(n) } else { String::new() } }</span>
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
