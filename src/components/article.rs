//! A document as it is read.

use std::rc::Rc;

use yew::prelude::*;

use super::card_mark::OnCard;
use super::cite::{cite_button, note_mark};
use super::text::{Leads, text};
use crate::route::Route;
use crate::view_model::article::{self as model, Block, Passage};
use crate::view_model::same::Same;
use crate::view_model::vocabulary::Role;
use crate::view_model::words;
use crate::wording::{self, say};

/// Properties of [`Article`].
#[derive(Properties, PartialEq)]
pub(crate) struct ArticleProps {
    /// The document.
    pub(crate) article: Same<model::Article>,
    /// The selection, without a passage: what links in the text build on.
    pub(crate) route: Rc<Route>,
    /// Which marks are shown.
    pub(crate) layers: Layers,
    /// The passage that somebody had come to, when the document was read before.
    pub(crate) left_at: Option<u32>,
    /// Whether the passages shown are a result, to be walked through as a list.
    pub(crate) is_result: bool,
    /// Tells about names and dates.
    pub(crate) oncard: OnCard,
    /// Called when left-out passages are asked for.
    pub(crate) onwhole: Callback<()>,
    /// Called when more of a very long passage or document is asked for.
    pub(crate) onfurther: Callback<()>,
}

/// Which marks are shown, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layers {
    /// Names.
    pub(crate) names: bool,
    /// Dates.
    pub(crate) dates: bool,
    /// Quotations.
    pub(crate) quotations: bool,
    /// Hedges.
    pub(crate) hedges: bool,
    /// By a thin line each, without colour or ground.
    pub(crate) light: bool,
}

impl Layers {
    fn classes(self) -> Classes {
        classes!(
            (!self.quotations).then_some("no-quotations"),
            (!self.hedges).then_some("no-hedges"),
            self.light.then_some("is-light"),
        )
    }
}

/// Title, what is known of the document, and its passages.
#[component]
pub(crate) fn Article(props: &ArticleProps) -> Html {
    let article = &props.article;
    let blocks = if props.is_result {
        results(props)
    } else {
        article.blocks.iter().map(|it| block(it, props)).collect()
    };
    html! {
        <article
            class={classes!("article", props.layers.classes())}
            aria-labelledby="heading"
            lang={article.lang.clone()}
            dir={article.direction}
        >
            <h1 id="heading" tabindex="-1" dir="auto">{ &article.title }</h1>
            <p class="byline" lang={wording::tag()} dir={wording::direction()}>
                for fact in article.byline.iter() {
                    <span key={fact.to_string()}>{ fact }</span>
                }
            </p>
            if let Some(number) = props.left_at {
                <p class="left-at" lang={wording::tag()} dir={wording::direction()}>
                    <a href={props.route.at_passage(&article.id, Some(number)).href()}>
                        { say::go_on_at(number) }
                    </a>
                </p>
            }
            { rest(article.n_before, say::passages_before_this, props) }
            { blocks }
            { rest(article.n_behind, say::passages_behind_this, props) }
        </article>
    }
}

/// The passages as a list of results. What is left out before a result stands in its item, so that the list has as
/// many items as there are results.
fn results(props: &ArticleProps) -> Html {
    let mut items = Vec::new();
    let mut left_out = None;
    for it in &props.article.blocks {
        let html = block(it, props);
        match first_number(it) {
            None => left_out = Some(html),
            Some(key) => items.push(html! { <li {key}>{ left_out.take() }{ html }</li> }),
        }
    }
    html! {
        <>
            <ol class="passages" aria-label={say::results()}>{ for items }</ol>
            { left_out }
        </>
    }
}

/// Number of a block's first passage; none for a gap.
fn first_number(block: &Block) -> Option<u32> {
    match block {
        Block::Passage(it) => Some(it.number),
        Block::List(items) | Block::Table(items) => items.first().map(|it| it.number),
        Block::Gap { .. } => None,
    }
}

fn block(block: &Block, props: &ArticleProps) -> Html {
    match block {
        Block::Gap { n, .. } => gap(*n, props),
        Block::Passage(it) => passage(it, props),
        Block::List(items) => html! {
            <ul class="items">
                for it in items.iter() {
                    <li key={it.number} class={depth_class(it.role)}>
                        <span class="marker" aria-hidden="true">{ marker(it.role) }</span>
                        { passage(it, props) }
                    </li>
                }
            </ul>
        },
        Block::Table(rows) => table(rows, props),
    }
}

fn depth_class(role: Role) -> Option<&'static str> {
    match role {
        Role::Item { depth: 0 | 1, .. } => None,
        Role::Item { depth: 2, .. } => Some("depth-2"),
        Role::Item { depth: 3, .. } => Some("depth-3"),
        _ => Some("depth-4"),
    }
}

fn marker(role: Role) -> String {
    match role {
        Role::Item { marker, .. } => model::marker(marker),
        _ => String::new(),
    }
}

fn gap(n: u32, props: &ArticleProps) -> Html {
    let label = say::not_in_selection(n);
    html! {
        <button type="button" class="gap" title={say::show_whole()} onclick={props.onwhole.reform(|_| ())}>
            { label }
        </button>
    }
}

/// What is left out of a very long passage.
fn cut(n_bytes: u32, label: fn(&str) -> String, props: &ArticleProps) -> Html {
    if n_bytes == 0 {
        return Html::default();
    }
    let label = label(&words::size(n_bytes));
    html! {
        <button type="button" class="gap" lang={wording::tag()} title={say::show_more_of_it()} onclick={props.onfurther.reform(|_| ())}>
            { label }
        </button>
    }
}

/// What is left out of a very long document.
fn rest(n: u32, label: fn(u32) -> String, props: &ArticleProps) -> Html {
    if n == 0 {
        return Html::default();
    }
    let label = label(n);
    html! {
        <button type="button" class="gap" lang={wording::tag()} title={say::show_more_of_document()} onclick={props.onfurther.reform(|_| ())}>
            { label }
        </button>
    }
}

/// The number beside a passage, its permalink, and what quotes it.
fn permalink(it: &Passage, props: &ArticleProps) -> Html {
    let href = props
        .route
        .at_anchor(&props.article.id, it.number, it.anchor.clone())
        .href();
    let label = if props.is_result {
        say::title_passage(&props.article.title, &it.number.to_string())
    } else {
        say::passage_number(&it.number.to_string())
    };
    html! {
        <>
            <a class="passage-number" {href} aria-label={label} lang={wording::tag()}>{ it.number }</a>
            { cite_button(it.number) }
        </>
    }
}

fn leads(props: &ArticleProps) -> Leads<'_> {
    Leads {
        route: &props.route,
        oncard: Some(&props.oncard),
        names: props.layers.names,
        dates: props.layers.dates,
    }
}

fn passage(it: &Passage, props: &ArticleProps) -> Html {
    let inner = html! {
        <>
            { permalink(it, props) }
            { cut(it.cut_before, say::more_before_this, props) }
            for cell in it.cells.iter() {
                { text(cell, leads(props)) }
            }
            { cut(it.cut_behind, say::more_behind_this, props) }
            { notes(it) }
        </>
    };
    let id = format!("p{}", it.number);
    let dir = own_direction(it);
    let class = classes!("passage", (it.quote_depth > 0).then_some("in-quote"));
    match it.role {
        Role::Heading(1 | 2) => {
            html! { <h2 key={id.clone()} {id} {class} {dir} tabindex="-1" data-step="">{ inner }</h2> }
        }
        Role::Heading(3) => {
            html! { <h3 key={id.clone()} {id} {class} {dir} tabindex="-1" data-step="">{ inner }</h3> }
        }
        Role::Heading(_) => {
            html! { <h4 key={id.clone()} {id} {class} {dir} tabindex="-1" data-step="">{ inner }</h4> }
        }
        Role::Code => {
            html! { <pre key={id.clone()} {id} {class} tabindex="0" data-step="">{ inner }</pre> }
        }
        _ => html! {
            <p key={id.clone()} {id} {class} {dir} tabindex="-1" data-step="">{ inner }</p>
        },
    }
}

/// What the publisher writes beside a passage, and the mark of the reader's own note.
fn notes(it: &Passage) -> Html {
    let note = |text| html! { <span class="passage-note" role="note" dir="auto"><b>{ say::note_label() }{ " " }</b>{ text }</span> };
    html! {
        <>
            if !it.own.is_empty() {
                { note_mark(it.number, &it.own) }
            }
            { for it.notes.iter().map(note) }
        </>
    }
}

/// By its first letter, where it holds letters of both directions. (On every passage, browsers would look through all of them
/// for each that is laid out.)
fn own_direction(it: &Passage) -> Option<&'static str> {
    it.has_from_right.then_some("auto")
}

fn table(rows: &[Passage], props: &ArticleProps) -> Html {
    let key = rows.first().map_or(0, |it| it.number);
    html! {
        <div class="table-scroll" key={key} tabindex="0" role="region" aria-label={say::table()}>
            <table>
                <tbody>
                    for row in rows.iter() {
                        <tr key={row.number} id={format!("p{}", row.number)} tabindex="-1" data-step="">
                            for (idx, cell) in row.cells.iter().enumerate() {
                                if matches!(row.role, Role::Row { head: true }) {
                                    <th key={idx} scope="col" dir={own_direction(row)}>{ text(cell, leads(props)) }</th>
                                } else {
                                    <td key={idx} dir={own_direction(row)}>
                                        { text(cell, leads(props)) }
                                        if idx + 1 == row.cells.len() { { notes(row) } }
                                    </td>
                                }
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
