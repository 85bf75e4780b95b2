//! Who says what, under those who say it.

use yew::prelude::*;

use super::statement_table::{Shown, marked, place};
use super::text::kind_class;
use crate::view_model::statements::StatementRow;
use crate::view_model::statements::by_speaker::Speaker;
use crate::wording::say;

/// Statements of a speaker that are not folded away.
const FEW: usize = 5;

/// Each speaker with their statements; of many the rest can be opened.
pub(crate) fn speaker_list(speakers: &[Speaker], shown: &Shown<'_>) -> Html {
    html! {
        <ul class="speakers" aria-label={say::speakers()}>
            for it in speakers.iter() {
                <li key={it.rows.first().map_or(0, |it| it.number)}>
                    <h2>
                        if it.name.is_empty() {
                            <span class="unnamed">{ say::nobody_named() }</span>
                        } else {
                            <span class={it.kind.map(kind_class)} dir="auto">{ &it.name }</span>
                        }
                        <small>{ &it.summary }</small>
                    </h2>
                    { statements(it.rows.get(..FEW).unwrap_or(&it.rows), shown) }
                    if let Some(rest) = it.rows.get(FEW..).filter(|it| !it.is_empty()) {
                        <details>
                            <summary>{ say::n_more(u32::try_from(rest.len()).unwrap_or(u32::MAX)) }</summary>
                            { statements(rest, shown) }
                        </details>
                    }
                </li>
            }
        </ul>
    }
}

fn statements(rows: &[StatementRow], shown: &Shown<'_>) -> Html {
    html! {
        <ul class="facts">
            for row in rows.iter() {
                <li key={row.number}>
                    <p class="said" dir="auto">{ &row.content }</p>
                    <div class="tags">
                        if !row.speaker_words.is_empty() {
                            <span class="words-used">{ format!("{}\u{a0}· ", say::quoted_words(&row.speaker_words)) }</span>
                        }
                        { place(row, shown) }
                        { "\u{a0}· " }
                        { marked(row, shown) }
                    </div>
                </li>
            }
        </ul>
    }
}
