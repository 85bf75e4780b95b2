//! What stands beside a document: outline, dates, who says what, marks, the file.

use std::rc::Rc;

use yew::prelude::*;

use super::card_mark::{CardMark, OnCard};
use super::text::kind_class;
use crate::components::part::part;
use crate::route::{Route, View};
use crate::view_model::card::About;
use crate::view_model::margin as model;
use crate::view_model::same::Same;
use crate::view_model::statements::StatementRow;
use crate::wording::say;

/// Rows shown before the reader asks for more.
const FEW: usize = 6;

/// Headings shown before the reader asks for more.
const HEADINGS: usize = 24;

/// Properties of [`Margin`].
#[derive(Properties, PartialEq)]
pub(crate) struct MarginProps {
    /// Outline, dates and statements.
    pub(crate) beside: Same<model::Beside>,
    /// The file: label and value.
    pub(crate) file: Vec<(AttrValue, AttrValue)>,
    /// Whether the original can be had.
    pub(crate) has_original: bool,
    /// What came of comparing the original with its hash; nothing when nobody asked.
    pub(crate) verdict: Option<AttrValue>,
    /// How strongly marks are drawn: name, and whether it is so.
    pub(crate) strengths: Vec<(&'static str, bool)>,
    /// The marks in the text: name, and whether they are shown.
    pub(crate) layers: Vec<(&'static str, bool)>,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// Tells how a date was read.
    pub(crate) oncard: OnCard,
    /// Called with the position of the strength to draw marks with.
    pub(crate) onstrength: Callback<usize>,
    /// Called with the position of the marks to show or hide.
    pub(crate) onturn: Callback<usize>,
    /// Called when the original is asked for.
    pub(crate) onoriginal: Callback<()>,
    /// Called when the original is to be compared with its hash.
    pub(crate) onverify: Callback<()>,
}

/// The margin of a document.
#[component]
pub(crate) fn Margin(props: &MarginProps) -> Html {
    html! {
        <aside class="margin" aria-label={say::in_this_document()}>
            { outline(props) }
            { dates(props) }
            { statements(props) }
            { marks(props) }
            { file(props) }
        </aside>
    }
}

/// Properties of [`Rows`].
#[derive(Properties, PartialEq)]
struct RowsProps {
    /// The heading over them.
    title: &'static str,
    /// A class for the list.
    class: &'static str,
    /// Rows shown at first.
    few: usize,
    /// The rows; more are there when `n` is greater.
    rows: Vec<Html>,
    /// Number of all.
    n: usize,
    /// Where all of them are to be seen.
    all_href: AttrValue,
}

/// The first rows, and on request the others.
#[component]
fn Rows(props: &RowsProps) -> Html {
    let all = use_state_eq(|| false);
    let onall = {
        let (setter, all) = (all.setter(), *all);
        Callback::from(move |_: MouseEvent| setter.set(!all))
    };
    let n_shown = if *all { usize::MAX } else { props.few };
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let n_more = props.rows.len().saturating_sub(props.few);
    html! {
        <section>
            <h2>{ props.title }</h2>
            <ul class={props.class}>{ for props.rows.iter().take(n_shown).cloned() }</ul>
            if n_more > 0 {
                <button type="button" class="link more" aria-expanded={all.to_string()} onclick={onall}>
                    { if *all { say::fewer().to_owned() } else { say::n_more(number(n_more)) } }
                </button>
            }
            if *all && props.n > props.rows.len() {
                <a class="more" href={props.all_href.clone()}>{ say::all_n(number(props.n)) }</a>
            }
        </section>
    }
}

fn outline(props: &MarginProps) -> Html {
    let beside = &props.beside;
    if beside.outline.is_empty() {
        return Html::default();
    }
    let link = |passage: u32| {
        props
            .route
            .at_passage(&beside.document, Some(passage))
            .href()
    };
    let rows = beside.outline.iter().map(|row| {
        html! {
            <li key={row.passage} class={(row.level > 2).then_some("depth-2")}>
                <a href={link(row.passage)} dir="auto">{ &row.text }</a>
            </li>
        }
    });
    let rows: Vec<Html> = rows.collect();
    part!(Rows {
        title: say::outline(),
        class: "outline",
        few: HEADINGS,
        n: rows.len(),
        rows,
        all_href: ""
    })
}

fn dates(props: &MarginProps) -> Html {
    let beside = &props.beside;
    if beside.dates.is_empty() {
        return Html::default();
    }
    let rows = beside.dates.iter().map(|row| {
        html! {
            <li key={row.number} class="fact">
                { part!(CardMark {
                    about: About::Moment(row.number),
                    class: classes!("moment"),
                    oncard: props.oncard.clone(),
                    route: props.route.clone(),
                }, html! { <b>{ &row.words }</b> }) }
                <a href={props.route.at_passage(&beside.document, Some(row.passage)).href()}>
                    <small dir="auto">{ &row.sentence }</small>
                </a>
            </li>
        }
    });
    let (rows, n) = (rows.collect::<Vec<_>>(), beside.n_dates);
    let all_href = props.route.at(View::Timeline).href();
    part!(Rows {
        title: say::dates_in_text(),
        class: "facts",
        few: FEW,
        rows,
        n,
        all_href
    })
}

fn statements(props: &MarginProps) -> Html {
    let beside = &props.beside;
    if beside.statements.is_empty() {
        return Html::default();
    }
    let rows = beside.statements.iter().map(|row| {
        html! {
            <li key={row.number}>
                <a class="fact" href={props.route.at_passage(&beside.document, Some(row.passage)).href()}>
                    <b>{ speaker(row) }</b>
                    <span class="said" dir="auto">{ &row.content }</span>
                    <small class="tags">{ tags(row) }</small>
                </a>
            </li>
        }
    });
    let (rows, n) = (rows.collect::<Vec<_>>(), beside.n_statements);
    let all_href = props.route.at(View::Statements).href();
    part!(Rows {
        title: say::who_says_what(),
        class: "facts",
        few: FEW,
        rows,
        n,
        all_href
    })
}

/// Who says it, in words.
pub(crate) fn speaker(row: &StatementRow) -> Html {
    if row.speaker.is_empty() {
        return html! { <span class="unnamed">{ say::nobody_named() }</span> };
    }
    let class = row.speaker_kind.map(kind_class);
    html! {
        <>
            <span {class}>{ &row.speaker }</span>
            if !row.speaker_words.is_empty() {
                <span class="words-used">{ format!(" {}", say::quoted_words(&row.speaker_words)) }</span>
            }
        </>
    }
}

/// How it is marked, in words.
pub(crate) fn tags(row: &StatementRow) -> String {
    let is_hedged = (!row.hedges.is_empty()).then(say::hedged_tag);
    let tags = row.tags.iter().map(AttrValue::as_str);
    tags.chain(is_hedged).collect::<Vec<_>>().join("\u{a0}· ")
}

fn marks(props: &MarginProps) -> Html {
    html! {
        <section>
            <fieldset class="layers">
                <legend>{ say::marks_in_text() }</legend>
                <div class="strengths" role="radiogroup" aria-label={say::marks_strength()}>
                    for (idx, &(label, is_so)) in props.strengths.iter().enumerate() {
                        <label key={label}>
                            <input
                                type="radio"
                                name="strength"
                                checked={is_so}
                                onchange={props.onstrength.reform(move |_| idx)}
                            />
                            <span>{ label }</span>
                        </label>
                    }
                </div>
                for (idx, &(label, shown)) in props.layers.iter().enumerate() {
                    <label key={label}>
                        <input
                            type="checkbox"
                            checked={shown}
                            onchange={props.onturn.reform(move |_| idx)}
                        />
                        <span>{ label }</span>
                    </label>
                }
            </fieldset>
            <p class="hint">{ say::software_errs() }</p>
        </section>
    }
}

fn file(props: &MarginProps) -> Html {
    html! {
        <section>
            <h2>{ say::the_file() }</h2>
            <dl class="file">
                for (label, value) in props.file.iter() {
                    <div key={label.to_string()}>
                        <dt>{ label }</dt>
                        <dd>{ value }</dd>
                    </div>
                }
            </dl>
            if props.has_original {
                <p class="file-actions">
                    <button type="button" class="link" onclick={props.onoriginal.reform(|_| ())}>
                        { say::download_original() }
                    </button>
                    <button type="button" class="link" title={say::verify_hint()} onclick={props.onverify.reform(|_| ())}>
                        { say::verify() }
                    </button>
                </p>
                <p class="hint" aria-live="polite">{ props.verdict.clone().unwrap_or_default() }</p>
            }
        </section>
    }
}
