//! Which match of how many is looked at, and the way to the next.

use yew::prelude::*;

use crate::wording::say;

/// Properties of [`MatchBar`].
#[derive(Properties, PartialEq)]
pub(crate) struct MatchBarProps {
    /// Number of matches.
    pub(crate) n: u32,
    /// The one that is looked at, from 1.
    pub(crate) current: Option<u32>,
    /// Called with the number of the match to go to, from 1.
    pub(crate) onstep: Callback<u32>,
}

/// `3 of 17 matches` between two buttons.
#[component]
pub(crate) fn MatchBar(props: &MatchBarProps) -> Html {
    let n = props.n;
    let (before, next) = match props.current {
        Some(current) => (if current > 1 { current - 1 } else { n }, current % n + 1),
        None => (n, 1),
    };
    let label = match props.current {
        _ if n == 0 => say::no_match().into(),
        Some(current) => say::n_of_matches(current, n),
        None => say::n_matches(n),
    };
    html! {
        <div class="match-bar" role="group" aria-label={say::matches()}>
            <button type="button" aria-label={say::previous_match()} title={say::previous_match_key()} disabled={n == 0} onclick={props.onstep.reform(move |_| before)}>
                { "‹" }
            </button>
            <span aria-live="polite">{ label }</span>
            <button type="button" aria-label={say::next_match()} title={say::next_match_key()} disabled={n == 0} onclick={props.onstep.reform(move |_| next)}>
                { "›" }
            </button>
        </div>
    }
}
