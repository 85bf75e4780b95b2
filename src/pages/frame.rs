//! What the views of the selection have in common: the status above, the filters beside.

use dossier_corpus::MomentId;
use dossier_query::{Filter, Query, Searcher, Sense};
use yew::prelude::*;

use super::nothing_found::NothingFound;
use crate::components::filters::{DateOffer, Filters};
use crate::components::part::part;
use crate::components::status_bar::StatusBar;
use crate::hooks::use_desk::Desk;
use crate::route::View;
use crate::view_model::{facets, status};

/// Properties of [`Frame`].
#[derive(Properties, PartialEq)]
pub(crate) struct FrameProps {
    /// The desk.
    pub(crate) desk: Desk,
    /// A class for the layout of what is inside.
    pub(crate) class: &'static str,
    /// What stands at the end of the status line. Optional; nothing by default.
    #[prop_or_default]
    pub(crate) tools: Html,
    /// The view.
    pub(crate) children: Html,
}

/// Status line, filters, and the view.
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let desk = &props.desk;
    let searcher = desk.searcher();
    let query = &desk.route.query;
    let groups = use_memo(desk.answer_key(), |_| {
        facets::groups(searcher, &desk.answer)
    });
    let offer = use_memo((), |()| date_offer(searcher));
    let active = facets::active(query);
    let status = AttrValue::from(status::status(searcher, &desk.answer, query));
    let notes = status::notes(&desk.answer.notes)
        .into_iter()
        .chain(status::range_problem(query))
        .chain(desk.route.problems.iter().cloned())
        .map(AttrValue::from)
        .collect::<Vec<_>>();
    // A document can be read whatever is selected.
    let is_reader = matches!(desk.route.view, View::Document { .. });
    let is_empty = desk.answer.n_passages == 0 && !is_reader;
    let select = desk.select();
    let onremove = {
        let (select, active) = (select.clone(), active.clone());
        Callback::from(move |idx: usize| {
            if let Some(filter) = active.get(idx) {
                select.emit(filter.without.clone());
            }
        })
    };
    let onclear = {
        let clock = query.clock;
        select.reform(move |()| Query {
            clock,
            ..Query::default()
        })
    };
    let onchoose = {
        let (select, query) = (select.clone(), query.clone());
        Callback::from(
            move |(facet, value, sense): (AttrValue, AttrValue, Option<Sense>)| {
                select.emit(chosen(&query, &facet, &value, sense));
            },
        )
    };
    html! {
        <>
            { part!(StatusBar {
                status: status.clone(),
                dates: status::dates(&desk.answer, query),
                notes,
                active,
                all_href: desk.route.at(View::Documents).href(),
                onremove,
                onclear,
            }, props.tools.clone()) }
            <div class={classes!("desk", props.class)}>
                { part!(Filters {
                    groups: (*groups).clone(),
                    about: desk.route.at(View::About).href(),
                    query: query.clone(),
                    dates: DateOffer { n_undated: desk.answer.n_undated, ..*offer },
                    status,
                    onchoose,
                    onquery: select,
                }) }
                <main id="main" tabindex="-1">
                    if is_empty {
                        { part!(NothingFound { desk: desk.clone() }) }
                    } else {
                        { props.children.clone() }
                    }
                </main>
            </div>
        </>
    }
}

fn chosen(query: &Query, facet: &str, value: &str, sense: Option<Sense>) -> Query {
    let mut query = query.clone();
    query
        .filters
        .retain(|it| it.facet != facet || it.value != value);
    if let Some(sense) = sense {
        query.filters.push(Filter {
            facet: facet.to_owned(),
            value: value.to_owned(),
            sense,
        });
    }
    query
}

/// What holds for the whole corpus; the number of undated passages belongs to the answer.
fn date_offer(searcher: &Searcher<'_>) -> DateOffer {
    let corpus = searcher.corpus();
    let documents = || corpus.document_ids().filter_map(|it| corpus.document(it));
    let has_published = documents().any(|it| it.published.is_some());
    let has_added = documents().any(|it| it.added.is_some());
    let has_undated_document = documents().any(|it| it.published.is_none());
    let has_open_moment = has_undated_document
        && (0..corpus.n_moments())
            .filter_map(|it| corpus.moment(MomentId::new(it)))
            .any(|it| !it.unresolved.is_empty());
    DateOffer {
        clocks: [true, has_published, has_added],
        n_undated: 0,
        can_assume: has_open_moment,
    }
}
