//! What stands beside a document: outline, dates, who says what, marks, the file.

use std::rc::Rc;

use yew::prelude::*;

use super::moment_mark::{MomentMark, OnCard};
use super::text::kind_class;
use crate::route::Route;
use crate::view_model::margin::{DateRow, OutlineRow};
use crate::view_model::statements::StatementRow;

/// Rows shown before the reader asks for more.
const FEW: usize = 6;

/// Properties of [`Margin`].
#[derive(Properties, PartialEq)]
pub(crate) struct MarginProps {
    /// The document's id.
    pub(crate) document: AttrValue,
    /// Its headings; may be empty.
    pub(crate) outline: Vec<OutlineRow>,
    /// Its dates.
    pub(crate) dates: Vec<DateRow>,
    /// Who says what in it.
    pub(crate) statements: Vec<StatementRow>,
    /// The file: label and value.
    pub(crate) file: Vec<(AttrValue, AttrValue)>,
    /// Whether the original can be had.
    pub(crate) has_original: bool,
    /// The marks in the text: name, and whether they are shown.
    pub(crate) layers: Vec<(&'static str, bool)>,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
    /// Tells how a date was read.
    pub(crate) oncard: OnCard,
    /// Called with the position of the marks to show or hide.
    pub(crate) onturn: Callback<usize>,
    /// Called when the original is asked for.
    pub(crate) onoriginal: Callback<()>,
}

/// The margin of a document.
#[component]
pub(crate) fn Margin(props: &MarginProps) -> Html {
    html! {
        <aside class="margin" aria-label="In this document">
            { outline(props) }
            { dates(props) }
            if !props.statements.is_empty() {
                <WhoSaysWhat
                    statements={props.statements.clone()}
                    document={props.document.clone()}
                    route={props.route.clone()}
                />
            }
            { marks(props) }
            { file(props) }
        </aside>
    }
}

fn outline(props: &MarginProps) -> Html {
    if props.outline.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ "Outline" }</h2>
            <ul class="outline">
                for row in props.outline.iter() {
                    <li key={row.passage} class={(row.level > 2).then_some("depth-2")}>
                        <a href={props.route.at_passage(&props.document, Some(row.passage)).href()}>{ &row.text }</a>
                    </li>
                }
            </ul>
        </section>
    }
}

fn dates(props: &MarginProps) -> Html {
    if props.dates.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ "Dates in the text" }</h2>
            <ul class="facts">
                for row in props.dates.iter() {
                    <li key={row.number} class="fact">
                        <MomentMark number={row.number} oncard={props.oncard.clone()} route={props.route.clone()}>
                            <b>{ &row.words }</b>
                        </MomentMark>
                        <a href={props.route.at_passage(&props.document, Some(row.passage)).href()}>
                            <small>{ &row.sentence }</small>
                        </a>
                    </li>
                }
            </ul>
        </section>
    }
}

/// Properties of [`WhoSaysWhat`].
#[derive(Properties, PartialEq)]
struct WhoSaysWhatProps {
    statements: Vec<StatementRow>,
    document: AttrValue,
    route: Rc<Route>,
}

#[component]
fn WhoSaysWhat(props: &WhoSaysWhatProps) -> Html {
    let all = use_state_eq(|| false);
    let onall = {
        let (setter, all) = (all.setter(), *all);
        Callback::from(move |_: MouseEvent| setter.set(!all))
    };
    let n_shown = if *all { usize::MAX } else { FEW };
    let n_more = props.statements.len().saturating_sub(FEW);
    html! {
        <section>
            <h2>{ "Who says what" }</h2>
            <ul class="facts">
                for row in props.statements.iter().take(n_shown) {
                    <li key={row.number}>
                        <a class="fact" href={props.route.at_passage(&props.document, Some(row.passage)).href()}>
                            <b>{ speaker(row) }</b>
                            <span class="said">{ &row.content }</span>
                            <small class="tags">{ tags(row) }</small>
                        </a>
                    </li>
                }
            </ul>
            if n_more > 0 {
                <button type="button" class="link more" aria-expanded={all.to_string()} onclick={onall}>
                    { if *all { "Fewer".to_owned() } else { format!("{n_more} more") } }
                </button>
            }
        </section>
    }
}

/// Who says it, in words.
pub(crate) fn speaker(row: &StatementRow) -> Html {
    if row.speaker.is_empty() {
        return html! { <span class="unnamed">{ "Nobody named" }</span> };
    }
    let class = row.speaker_kind.map(kind_class);
    html! {
        <>
            <span {class}>{ &row.speaker }</span>
            if !row.speaker_words.is_empty() {
                <span class="words-used">{ format!(" “{}”", row.speaker_words) }</span>
            }
        </>
    }
}

/// How it is marked, in words.
pub(crate) fn tags(row: &StatementRow) -> String {
    let tags: Vec<&str> = row.tags.iter().map(AttrValue::as_str).collect();
    tags.join(" · ")
}

fn marks(props: &MarginProps) -> Html {
    html! {
        <section>
            <fieldset class="layers">
                <legend>{ "Marks in the text" }</legend>
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
            <p class="hint">{ "Names, dates, statements and hedges are read by software; it errs." }</p>
        </section>
    }
}

fn file(props: &MarginProps) -> Html {
    html! {
        <section>
            <h2>{ "The file" }</h2>
            <dl class="file">
                for (label, value) in props.file.iter() {
                    <div key={label.to_string()}>
                        <dt>{ label }</dt>
                        <dd>{ value }</dd>
                    </div>
                }
            </dl>
            if props.has_original {
                <button type="button" class="link" onclick={props.onoriginal.reform(|_| ())}>
                    { "Download the original" }
                </button>
            }
        </section>
    }
}
