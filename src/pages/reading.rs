//! One document with its margin: shared by the reader and by the first screen of a single document.

use std::rc::Rc;

use dossier_corpus::DocId;
use yew::prelude::*;

use crate::components::article::Article;
use crate::components::margin::Margin;
use crate::components::match_bar::MatchBar;
use crate::hooks::use_desk::Desk;
use crate::platform;
use crate::state::settings::{Setting, Settings};
use crate::view_model::article::{Extent, article};
use crate::view_model::{margin, moment, statements, window, words};

/// The marks in the text that can be switched.
const LAYERS: [(&str, Setting); 4] = [
    ("Names", Setting::Names),
    ("Dates", Setting::Dates),
    ("Quotations", Setting::Quotations),
    ("Hedges", Setting::Hedges),
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
    let whole = use_state_eq(|| false);
    let reach = use_state_eq(|| window::REACH);
    let current = use_state_eq(|| None::<u32>);
    let oncard = use_callback(desk.clone(), |number: u32, desk| {
        moment::card(desk.searcher(), &desk.answer, number)
    });
    {
        // A new selection is shown as such, even when the one before had been opened up.
        let (whole, reach) = (whole.setter(), reach.setter());
        use_effect_with(desk.route.query.clone(), move |_| {
            whole.set(false);
            reach.set(window::REACH);
        });
    }
    let corpus = searcher.corpus();
    let is_result = props.is_result && !*whole && desk.answer.n_passages < corpus.n_passages();
    let extent = if is_result {
        Extent::Selected
    } else {
        Extent::Whole
    };
    let Some(text) = article(searcher, &desk.answer, document, extent, *reach) else {
        return Html::default();
    };
    let Some(info) = corpus.document(document) else {
        return Html::default();
    };
    let onwhole = {
        let setter = whole.setter();
        Callback::from(move |()| setter.set(true))
    };
    let onfurther = {
        let (setter, reach) = (reach.setter(), *reach);
        Callback::from(move |()| setter.set(reach.saturating_mul(2)))
    };
    let onturn = {
        let turn = desk.turn.clone();
        Callback::from(move |idx: usize| {
            if let Some((_, setting)) = LAYERS.get(idx) {
                turn.emit(*setting);
            }
        })
    };
    let matches = text.matches();
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
    html! {
        <div class="reading" {onfocusin}>
            <div>
                <Article
                article={Rc::new(text)}
                route={desk.route.clone()}
                layers={layers(&desk.settings)}
                {is_result}
                oncard={desk.settings.dates.then(|| oncard.clone())}
                {onwhole}
                {onfurther}
                />
                if let Ok(n @ 1..) = u32::try_from(matches.len()) {
                    <MatchBar {n} current={place} {onstep} />
                }
            </div>
            <Margin
                document={info.id.to_owned()}
                outline={margin::outline(searcher, document)}
                dates={margin::dates(searcher, &desk.answer, document)}
                statements={statements::of_document(searcher, &desk.answer, document)}
                file={file(&info)}
                has_original={corpus.original(document).is_some()}
                layers={LAYERS.map(|(label, it)| (label, desk.settings.get(it))).to_vec()}
                route={desk.route.clone()}
                {oncard}
                {onturn}
                {onoriginal}
            />
        </div>
    }
}

fn layers(settings: &Settings) -> Classes {
    classes!(
        (!settings.names).then_some("no-names"),
        (!settings.dates).then_some("no-dates"),
        (!settings.quotations).then_some("no-quotations"),
        (!settings.hedges).then_some("no-hedges"),
    )
}

fn file(info: &dossier_corpus::info::DocumentInfo<'_>) -> Vec<(AttrValue, AttrValue)> {
    let language = if info.lang_given {
        words::language(info.lang).to_owned()
    } else {
        format!("{} (guessed)", words::language(info.lang))
    };
    vec![
        ("Name".into(), info.path.to_owned().into()),
        (
            "Size".into(),
            format!("{}, {}", words::size(info.n_bytes), info.encoding).into(),
        ),
        ("Language".into(), language.into()),
        ("SHA-256".into(), info.sha256.to_owned().into()),
    ]
}
