//! The first screen: the one document itself, the titles of a few, or the hits of a search.

use std::ops::Range;
use std::rc::Rc;

use dossier_query::{Clock, Searcher};
use yew::prelude::*;

use super::export::SelectionExport;
use super::frame::Frame;
use super::reading::Reading;
use super::timeline::choose_range;
use crate::components::document_list::DocumentList;
use crate::components::error_panel::ErrorPanel;
use crate::components::hit_list::HitList;
use crate::components::part::part;
use crate::components::time_strip::TimeStrip;
use crate::components::windowed::Windowed;
use crate::hooks::use_desk::Desk;
use crate::route::{Route, View};
use crate::view_model::documents::{documents, listed};
use crate::view_model::examples::{Example, examples};
use crate::view_model::first_screen::{FirstScreen, Lead, lead};
use crate::view_model::hits::hits;
use crate::view_model::timeline::{strip, timeline};
use crate::wording::say;

/// Fewer dates than this are read faster than drawn.
const MIN_DATES: usize = 12;

/// Properties of [`Documents`].
#[derive(Properties, PartialEq)]
pub(crate) struct DocumentsProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// One rule decides what is shown by the size of the corpus; words to rank by make titles hits.
#[component]
pub(crate) fn Documents(props: &DocumentsProps) -> Html {
    let desk = props.desk.clone();
    let corpus = desk.searcher().corpus();
    let tools = html! {
        <>
            if desk.answer.n_passages > 0 {
                { part!(SelectionExport { desk: desk.clone() }) }
            }
            <a class="toggle" href={desk.route.at(View::Notes).href()}>{ say::notes() }</a>
        </>
    };
    match FirstScreen::of(corpus.n_documents()) {
        FirstScreen::Empty => empty(),
        FirstScreen::Reader => part!(
            Frame {
                desk: desk.clone(),
                class: "has-margin",
                tools
            },
            part!(Reading {
                desk: desk.clone(),
                document: 0,
                is_result: true
            })
        ),
        FirstScreen::Titles | FirstScreen::Search => part!(
            Frame {
                desk: desk.clone(),
                class: "is-wide",
                tools
            },
            part!(Listing { desk: desk.clone() })
        ),
    }
}

/// Titles or hits.
#[component]
fn Listing(props: &DocumentsProps) -> Html {
    let desk = &props.desk;
    let n = desk.answer.documents.len();
    let has_words = !desk.route.query.text.trim().is_empty();
    let in_order = use_memo(desk.answer_key(), |_| {
        if has_words {
            Vec::new()
        } else {
            listed(desk.searcher(), &desk.answer)
        }
    });
    let render = {
        let desk = desk.clone();
        Callback::from(move |range: Range<usize>| {
            let (searcher, route, first) = (desk.searcher(), Rc::clone(&desk.route), range.start);
            if has_words {
                part!(HitList {
                    groups: hits(searcher, &desk.answer, range),
                    first,
                    route
                })
            } else {
                part!(DocumentList {
                    groups: documents(searcher, &in_order, range),
                    first,
                    route
                })
            }
        })
    };
    // Hits are higher than titles.
    let n_first = if has_words { 1 } else { 3 };
    // Hits stand in the order of their worth; only titles stand in time.
    let strip = use_memo((desk.answer_key(), has_words), |_| {
        let query = &desk.route.query;
        let drawn = (!has_words).then(|| timeline(desk.searcher(), &desk.answer, query));
        let drawn = drawn.filter(|it| it.items.len() >= MIN_DATES || query.has_range());
        drawn.and_then(|it| strip(&it, query))
    });
    // Made when it is first shown: its queries are answered to see that they find something.
    let beginning = use_mut_ref(|| None::<Beginning>);
    let mut beginning = beginning.borrow_mut();
    let lead = (desk.route.query.is_empty())
        .then(|| &*beginning.get_or_insert_with(|| Beginning::of(desk.searcher())));
    html! {
        <>
            { head(lead, &desk.route) }
            if let Some(strip) = &*strip {
                <div class="titles-strip">
                    <p class="strip-note">{ strip_note(desk.route.query.clock) }</p>
                    { part!(TimeStrip { strip: strip.clone(), onrange: choose_range(desk) }) }
                </div>
            }
            // Another selection begins at its top.
            { part!(desk.route.href() => Windowed { n, n_first, render }) }
        </>
    }
}

/// What the bars over the titles count.
fn strip_note(clock: Clock) -> &'static str {
    match clock {
        Clock::Happened => say::strip_in_text(),
        Clock::Published => say::strip_published(),
        Clock::Added => say::strip_added(),
    }
}

/// What is shown while nothing is selected.
struct Beginning {
    lead: Lead,
    /// Ways to begin where there are too many titles to look through.
    examples: Vec<Example>,
}

impl Beginning {
    fn of(searcher: &Searcher<'_>) -> Self {
        let is_large = FirstScreen::of(searcher.corpus().n_documents()) == FirstScreen::Search;
        let mut examples = if is_large {
            examples(searcher)
        } else {
            Vec::new()
        };
        // Those that need no syntax to be understood.
        examples.retain(|it| it.finds && it.is_plain);
        Self {
            lead: lead(searcher),
            examples,
        }
    }
}

fn head(beginning: Option<&Beginning>, route: &Route) -> Html {
    let Some(Beginning { lead, examples }) = beginning else {
        return html! { <h1 id="heading" class="visually-hidden" tabindex="-1">{ say::documents() }</h1> };
    };
    let links = examples.iter().map(|it| {
        let href = route.with(|query| query.text = it.query.to_string()).href();
        html! { <li key={href.clone()}><a {href} title={it.meaning} dir="auto">{ &it.query }</a></li> }
    });
    html! {
        <>
            <h1 id="heading" class="summary" tabindex="-1">
                { &lead.sentence }
                <small>{ &lead.numbers }</small>
            </h1>
            if !examples.is_empty() {
                <ul class="begin" aria-label={say::queries_to_begin()}>{ for links }</ul>
            }
        </>
    }
}

fn empty() -> Html {
    html! {
        <main id="main" tabindex="-1">
            { part!(ErrorPanel { title: say::no_documents(), message: say::no_documents_how() }, html! {
                <>
                    <p><a href="#/about">{ say::what_was_found() }</a></p>
                </>
            }) }
        </main>
    }
}
