//! One document with its margin: shared by the reader and by the first screen of a single document.

use std::rc::Rc;

use dossier_corpus::DocId;
use yew::prelude::*;

use super::passage_tools::use_passage_tools;
use crate::components::article::{Article, Layers};
use crate::components::margin::Margin;
use crate::components::match_bar::MatchBar;
use crate::components::part::part;
use crate::hooks::use_desk::Desk;
use crate::hooks::use_place::use_place;
use crate::platform;
use crate::route::View;
use crate::state::settings::{Setting, Settings, Strength};
use crate::view_model::article::{Extent, article};
use crate::view_model::card::{About, card};
use crate::view_model::same::Same;
use crate::view_model::{margin, window, words};
use crate::wording::{Message, say};

/// The marks in the text that can be switched.
const LAYERS: [(Message, Setting); 4] = [
    (say::marks_names, Setting::Names),
    (say::marks_dates, Setting::Dates),
    (say::marks_quotations, Setting::Quotations),
    (say::marks_hedges, Setting::Hedges),
];

/// How strongly they can be drawn.
const STRENGTHS: [(Message, Strength); 3] = [
    (say::strength_off, Strength::Off),
    (say::strength_light, Strength::Light),
    (say::strength_full, Strength::Full),
];

/// Properties of [`Reading`].
#[derive(Properties, PartialEq)]
pub(crate) struct ReadingProps {
    /// The desk.
    pub(crate) desk: Desk,
    /// The document's number.
    pub(crate) document: u32,
    /// Whether only the selected passages are shown at first.
    pub(crate) is_result: bool,
}

/// The text and what stands beside it.
#[component]
pub(crate) fn Reading(props: &ReadingProps) -> Html {
    let desk = &props.desk;
    let document = DocId::new(props.document);
    let searcher = desk.searcher();
    let corpus = searcher.corpus();
    let whole = use_state_eq(|| false);
    let reach = use_state_eq(|| window::REACH);
    let current = use_state_eq(|| None::<u32>);
    let verdict = use_state_eq(|| None::<AttrValue>);
    let info = corpus.document(document);
    let left_at = use_place(&place_key(corpus.site().title, info.map_or("", |it| it.id)));
    let passage_tools = use_passage_tools(desk, props.document);
    {
        // A new selection is shown as such, even when the one before had been opened up.
        let (whole, reach) = (whole.setter(), reach.setter());
        use_effect_with(desk.route.query.clone(), move |_| {
            whole.set(false);
            reach.set(window::REACH);
        });
    }
    let is_result = props.is_result && !*whole && desk.answer.n_passages < corpus.n_passages();
    let extent = if is_result {
        Extent::Selected
    } else {
        Extent::Whole
    };
    let aim = match &desk.route.view {
        View::Document { passage, .. } => *passage,
        _ => None,
    };
    let first = window::first(&corpus, document, aim, *reach);
    let shown = (desk.answer_key(), extent, first, *reach);
    let text = use_memo(shown, |_| {
        article(searcher, &desk.answer, document, extent, first, *reach)
            .map(|it| (it.matches(), Same::new(it)))
    });
    let beside = use_memo(desk.answer_key(), |_| {
        margin::beside(searcher, &desk.answer, document)
    });
    let oncard = {
        let desk = desk.clone();
        use_callback(desk.answer_key(), move |about: About, _| {
            card(
                desk.searcher(),
                &desk.answer,
                &desk.route.query,
                document,
                about,
            )
        })
    };
    let onwhole = {
        let setter = whole.setter();
        use_callback((), move |(), ()| setter.set(true))
    };
    let onfurther = {
        let setter = reach.setter();
        use_callback(*reach, move |(), reach| setter.set(reach.saturating_mul(2)))
    };
    let (Some((matches, text)), Some(info)) = (&*text, info) else {
        return html! { <div class="reading"></div> };
    };
    let onturn = {
        let turn = desk.turn.clone();
        Callback::from(move |idx: usize| {
            if let Some((_, setting)) = LAYERS.get(idx) {
                turn.emit(*setting);
            }
        })
    };
    let onstrength = {
        let turn = desk.turn.clone();
        Callback::from(move |idx: usize| {
            if let Some((_, strength)) = STRENGTHS.get(idx) {
                turn.emit(Setting::Strength(*strength));
            }
        })
    };
    let place = current.and_then(|it| matches.binary_search(&it).ok());
    let place = place.and_then(|it| u32::try_from(it + 1).ok());
    let onfocusin = {
        let setter = current.setter();
        Callback::from(move |event: FocusEvent| {
            if let Some(start) = platform::number_at(&event, "data-hit") {
                setter.set(Some(start));
            }
        })
    };
    let onstep = {
        let matches = matches.clone();
        Callback::from(move |number: u32| {
            let idx = number.saturating_sub(1) as usize;
            if let Some(start) = matches.get(idx) {
                platform::go_to_first(&format!("[data-hit=\"{start}\"]"));
            }
        })
    };
    let onoriginal = Callback::from(move |()| {
        let name = info.path.rsplit('/').next().unwrap_or(info.path);
        if let Some(bytes) = corpus.original(document) {
            let _ = platform::download(name, "application/octet-stream", bytes);
        }
    });
    let onverify = {
        let setter = verdict.setter();
        Callback::from(move |()| {
            let setter = setter.clone();
            let judge = Callback::from(move |found: Option<String>| {
                setter.set(Some(words::verdict(found.as_deref(), info.sha256).into()));
            });
            platform::digest::sha256(corpus.original(document).unwrap_or_default(), &judge);
        })
    };
    let has_words = !desk.route.query.text.trim().is_empty();
    let n_matches = u32::try_from(matches.len()).unwrap_or(u32::MAX);
    // Links in the text build on the selection alone: the text is not laid out anew when a passage is gone to.
    let selection = Rc::new(desk.route.at(View::Documents));
    html! {
        <div class="reading" {onfocusin}>
            <div>
                { part!(Article {
                    article: text.clone(),
                    route: selection.clone(),
                    layers: layers(&desk.settings),
                    left_at: left_at.filter(|_| aim.is_none() && !is_result),
                    is_result,
                    oncard: oncard.clone(),
                    onwhole,
                    onfurther,
                }) }
                if n_matches > 0 || (has_words && !props.is_result) {
                    { part!(MatchBar { n: n_matches, current: place, onstep }) }
                }
            </div>
            { passage_tools }
            { part!(Margin {
                beside: Same::from(beside),
                file: file(&info),
                has_original: corpus.original(document).is_some(),
                verdict: (*verdict).clone(),
                strengths: STRENGTHS.map(|(label, it)| (label(), desk.settings.strength() == it)).to_vec(),
                layers: LAYERS.map(|(label, it)| (label(), desk.settings.get(it))).to_vec(),
                route: selection,
                oncard,
                onstrength,
                onturn,
                onoriginal,
                onverify,
            }) }
        </div>
    }
}

/// The key that the place in a document is kept under: pages opened from disk share one storage.
fn place_key(site: &str, document: &str) -> String {
    format!("dossier.place.{site}/{document}")
}

fn layers(settings: &Settings) -> Layers {
    let is_on = |setting| settings.marks && settings.get(setting);
    Layers {
        names: is_on(Setting::Names),
        dates: is_on(Setting::Dates),
        quotations: is_on(Setting::Quotations),
        hedges: is_on(Setting::Hedges),
        light: settings.light,
    }
}

fn file(info: &dossier_corpus::info::DocumentInfo<'_>) -> Vec<(AttrValue, AttrValue)> {
    let language = if info.lang_given {
        words::language(info.lang).to_owned()
    } else {
        say::guessed(words::language(info.lang))
    };
    vec![
        (say::file_name().into(), info.path.to_owned().into()),
        (
            say::file_size().into(),
            format!("{}, {}", words::size(info.n_bytes), info.encoding).into(),
        ),
        (say::file_language().into(), language.into()),
        (say::file_hash().into(), info.sha256.to_owned().into()),
    ]
}
