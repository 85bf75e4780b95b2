//! What is baked in, from what, and what was found odd.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use crate::components::part::part;
use crate::components::seed_list::SeedList;
use crate::components::windowed::Windowed;
use crate::hooks::use_desk::Desk;
use crate::view_model::about::{ATTRIBUTIONS, about};
use crate::view_model::accuracy;
use crate::wording::say;

/// Properties of [`About`].
#[derive(Properties, PartialEq)]
pub(crate) struct AboutProps {
    /// The desk.
    pub(crate) desk: Desk,
}

/// Numbers, hashes, every seed with its findings.
#[component]
pub(crate) fn About(props: &AboutProps) -> Html {
    let searcher = props.desk.searcher();
    let it = use_memo((), |()| about(searcher));
    let render = {
        let (it, route) = (Rc::clone(&it), Rc::clone(&props.desk.route));
        Callback::from(move |range: Range<usize>| {
            let (first, seeds) = (range.start, it.seeds.get(range).unwrap_or_default());
            part!(SeedList {
                seeds: seeds.to_vec(),
                first,
                route: route.clone()
            })
        })
    };
    let site = searcher.corpus().site();
    html! {
        <main id="main" class="about" tabindex="-1">
            <h1 id="heading" tabindex="-1">{ say::about_collection() }</h1>
            if !site.description.is_empty() {
                <p>{ site.description }</p>
            }
            <p>{ &it.summary }</p>
            <p>
                { say::about_what() }
            </p>
            <ul class="attributions">
                for sentence in accuracy::all() {
                    <li key={sentence.clone()}>{ sentence }</li>
                }
            </ul>
            <dl class="file">
                for (label, value) in it.facts.iter() {
                    <div key={label.to_string()}><dt>{ label }</dt><dd>{ value }</dd></div>
                }
            </dl>
            <h2>{ say::files() }</h2>
            { part!(Windowed { n: it.seeds.len(), n_first: 4, render }) }
            <h2>{ say::what_is_kept() }</h2>
            <p>
                { say::what_is_kept_list() }{ " " }
                // The script that starts a built page listens for these two: it alone knows of the copy.
                <button type="button" class="link" id="forget" data-site={site.title}>{ say::forget() }</button>
                { "\u{a0}· " }
                <button type="button" class="link" id="forget-notes" data-site={site.title}>{ say::forget_notes() }</button>
            </p>
            <h2>{ say::made_with() }</h2>
            <p>{ say::made_with_what() }</p>
            <ul class="attributions">
                for (list, licence) in ATTRIBUTIONS {
                    <li key={list()}>{ say::list_licence(list(), licence()) }</li>
                }
            </ul>
        </main>
    }
}
