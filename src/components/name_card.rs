//! The card of a name. It stands inside a paragraph, so it is laid out with `span`s.

use std::rc::Rc;

use yew::prelude::*;

use super::text::{kind_class, kind_word};
use crate::route::{Route, View};
use crate::view_model::name::{NameCard, NamedIn, Other};
use crate::view_model::timeline::Strip;
use crate::view_model::vocabulary::Query;
use crate::wording::say;

/// Height of the timeline in pixels.
const HEIGHT: f64 = 32.0;

/// Who it is, where it is named, who else is there, when, and how to correct it.
pub(super) fn name_card(it: &NameCard, route: &Rc<Route>) -> Html {
    let all =
        |view: View, query: &Query| route.at(view).with(|asked| *asked = query.clone()).href();
    html! {
        <>
            <span class="card-head">
                <b class={kind_class(it.kind)} dir="auto">{ &it.name }</b>
                <span class="card-note">{ kind_word(it.kind) }</span>
            </span>
            if !it.known.is_empty() {
                <span class="card-note" dir="auto">{ &it.known }</span>
            }
            <a href={all(View::Documents, &it.query)}>{ &it.count }</a>
            <span class="card-list" role="list" aria-label={say::name_passages()}>
                for row in it.passages.iter() {
                    { named_in(row, route) }
                }
            </span>
            if !it.others.is_empty() {
                <span class="card-label" aria-hidden="true">{ say::same_passages() }</span>
                <span class="card-names" role="list" aria-label={say::same_passages()}>
                    for other in it.others.iter() {
                        { beside(other, all(View::Documents, &other.query)) }
                    }
                </span>
            }
            if !it.dates.is_empty() {
                <a class="card-dates" href={all(View::Timeline, &it.query)}>
                    if let Some(strip) = &it.strip {
                        { bars(strip) }
                    }
                    <span class="card-note">{ &it.dates }</span>
                </a>
            }
            <details class="card-correction">
                <summary>{ say::software_read_errs() }</summary>
                <span>{ say::copy_this_into() }{ " " }<code>{ &it.correction_file }</code></span>
                <code class="card-code" tabindex="0" role="region" aria-label={say::correction()}>{ &it.correction }</code>
            </details>
        </>
    }
}

fn named_in(row: &NamedIn, route: &Rc<Route>) -> Html {
    let href = route.at_passage(&row.document, Some(row.passage)).href();
    html! {
        <span role="listitem" key={href.clone()}>
            <a {href}>
                <span dir="auto">{ &row.sentence }</span>
                if !row.title.is_empty() {
                    <span class="card-note" dir="auto">{ &row.title }</span>
                }
            </a>
        </span>
    }
}

fn beside(other: &Other, href: String) -> Html {
    html! {
        <span role="listitem" key={href.clone()}>
            <a {href}><span class={kind_class(other.kind)} dir="auto">{ &other.name }</span>{ " " }<small>{ &other.count }</small></a>
        </span>
    }
}

/// The spread over time; its words stand beside it.
fn bars(strip: &Strip) -> Html {
    html! {
        <svg class="card-strip" width="100%" height={HEIGHT.to_string()} aria-hidden="true">
            for bar in strip.bars.iter().filter(|it| it.count > 0) {
                { column(bar.left, bar.right - bar.left, f64::from(bar.count) / f64::from(strip.highest)) }
            }
        </svg>
    }
}

/// * `left`, `width`: percent; `part`: of the full height.
fn column(left: f64, width: f64, part: f64) -> Html {
    let height = (part * HEIGHT).max(2.0);
    html! {
        <rect
            key={format!("{left:.2}")}
            x={format!("{left:.2}%")}
            width={format!("{:.2}%", (width * 0.85).max(0.8))}
            y={format!("{:.1}", HEIGHT - height)}
            height={format!("{height:.1}")}
        />
    }
}
