//! Every file of the seeds folder, and what was found odd about it.

use std::rc::Rc;

use yew::prelude::*;

use super::windowed::chunk;
use crate::route::Route;
use crate::view_model::about::SeedRow;
use crate::wording::say;

/// Properties of [`SeedList`].
#[derive(Properties, PartialEq)]
pub(crate) struct SeedListProps {
    /// The seeds, by path.
    pub(crate) seeds: Vec<SeedRow>,
    /// Position of the first in the whole list.
    pub(crate) first: usize,
    /// Where the reader is.
    pub(crate) route: Rc<Route>,
}

/// Path, what became of it, its hash, and the findings.
#[component]
pub(crate) fn SeedList(props: &SeedListProps) -> Html {
    html! {
        <ul class="seed-list" aria-label={say::files()}>
            for (seed, idx) in props.seeds.iter().zip(props.first..) {
                <li
                    key={seed.path.to_string()}
                    class={seed.document.is_none().then_some("is-left-out")}
                    data-chunk={chunk(idx)}
                >
                    <p class="seed-path">
                        if let Some(id) = &seed.document {
                            <a href={props.route.at_passage(id, None).href()}>{ &seed.path }</a>
                        } else {
                            { &seed.path }
                        }
                    </p>
                    <p class="byline">{ &seed.fate }</p>
                    if !seed.sha256.is_empty() {
                        <p class="hash">{ &seed.sha256 }</p>
                    }
                    if !seed.findings.is_empty() {
                        <ul class="findings">
                            for finding in seed.findings.iter() {
                                <li key={finding.to_string()}>{ finding }</li>
                            }
                        </ul>
                    }
                </li>
            }
        </ul>
    }
}
