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
            <h1 id="heading" tabindex="-1">{ "About this collection" }</h1>
            if !site.description.is_empty() {
                <p>{ site.description }</p>
            }
            <p>{ &it.summary }</p>
            <p>
                { "This page holds all of it: it searches, filters and dates the documents in your browser, without a server. \
                   Names, dates, statements and hedges are read from the text by software; each leads to its sentence. \
                   What is not marked is not thereby true." }
            </p>
            <ul class="attributions">
                for it in accuracy::ALL {
                    <li key={it.what}>{ it.sentence() }</li>
                }
            </ul>
            <dl class="file">
                for (label, value) in it.facts.iter() {
                    <div key={label.to_string()}><dt>{ label }</dt><dd>{ value }</dd></div>
                }
            </dl>
            <h2>{ "Files" }</h2>
            { part!(Windowed { n: it.seeds.len(), render }) }
            <h2>{ "What this browser keeps" }</h2>
            <p>
                { "Your last searches, your settings, where you were in a document, your notes and, where the page is hosted, \
                   a copy of it for use without a network. Nothing is sent anywhere. " }
                // The script that starts a built page listens for these two: it alone knows of the copy.
                <button type="button" class="link" id="forget" data-site={site.title}>{ "Forget all but the notes" }</button>
                { " · " }
                <button type="button" class="link" id="forget-notes" data-site={site.title}>{ "Delete all notes" }</button>
            </p>
            <h2>{ "Made with" }</h2>
            <p>{ "Dossier, licensed under MIT or Apache 2.0. The software reads names with the help of these lists:" }</p>
            <ul class="attributions">
                for (list, licence) in ATTRIBUTIONS {
                    <li key={list}>{ format!("{list}: {licence}") }</li>
                }
            </ul>
        </main>
    }
}
