//! The page as a whole: opens the corpus, then head, status, filters and the current view.

use yew::prelude::*;

use crate::components::error_panel::ErrorPanel;
use crate::components::help_dialog::HelpDialog;
use crate::components::masthead::Masthead;
use crate::components::part::part;
use crate::hooks::use_desk::{Asked, Desk, use_desk};
use crate::hooks::use_keys::use_keys;
use crate::hooks::use_language::{
    Spoken, choose_language, speak_first, use_asked_language, use_language,
};
use crate::pages::about::About;
use crate::pages::document::Document;
use crate::pages::documents::Documents;
use crate::pages::not_found::NotFound;
use crate::pages::notes::Notes;
use crate::pages::search::Search;
use crate::pages::statements::Statements;
use crate::pages::timeline::Timeline;
use crate::route::View;
use crate::state::settings::Setting;
use crate::view_model::examples::examples;
use crate::wording::say;
use crate::{bench, corpus, platform};

/// Mounts the page; a panic shows a message and a way to go on instead of a dead page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        platform::show_crash(&info.to_string());
        web_sys::console::error_1(&info.to_string().into());
    }));
    speak_first(mount);
}

fn mount() {
    if let Some(root) = platform::root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The first screen as markup, drawn without a browser from the same components: what the program then shows when the
/// address asks for nothing else.
#[cfg(feature = "ssr")]
pub async fn first_screen(searcher: &'static dossier_query::Searcher<'static>) -> String {
    let props = PageProps {
        asked: Asked(searcher),
        from_help: false,
        onlanguage: Callback::noop(),
    };
    let renderer = yew::LocalServerRenderer::<Page>::with_props(props);
    renderer.hydratable(false).render().await
}

/// The page, or what is wrong with it.
#[component]
pub fn App() -> Html {
    let (spoken, onlanguage) = use_language();
    match corpus::searcher() {
        // All of it anew in another language.
        Ok(searcher) => {
            part!(spoken.tag => Page { asked: Asked(searcher), from_help: spoken.from_help, onlanguage })
        }
        Err(error) => part!(ErrorPanel {
            title: say::could_not_open(),
            message: error.to_string()
        }),
    }
}

#[derive(Properties, PartialEq)]
struct PageProps {
    asked: Asked,
    /// Whether the language was just chosen in the help.
    from_help: bool,
    /// Called with a language to use.
    onlanguage: Callback<Spoken>,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let asked = props.asked;
    let desk = use_desk(asked);
    let help_open = use_state_eq(|| props.from_help);
    let set_help = {
        let setter = help_open.setter();
        Callback::from(move |open| setter.set(open))
    };
    let examples = use_memo(*help_open, |&is_open| match is_open {
        true => examples(asked.0),
        false => Vec::new(),
    });
    use_keys(&desk, set_help.reform(|()| true));
    use_site(&desk);
    use_asked_language(&desk, &props.onlanguage);
    let choose = |from_help| choose_language(&props.onlanguage, from_help);
    use_arrival(&desk);
    use_effect_with((), move |()| bench::install(asked.0));

    html! {
        <>
            <a class="skip" href="#main" onclick={skip_to_main()}>{ say::skip() }</a>
            { part!(Masthead {
                title: desk.searcher().corpus().site().title.to_owned(),
                search: part!(Search { desk: desk.clone() }),
                route: desk.route.clone(),
                onhelp: set_help.reform(|()| true),
                onlanguage: choose(false),
            }) }
            { view(&desk) }
            { part!(HelpDialog {
                open: *help_open,
                examples: (*examples).clone(),
                letter_keys: desk.settings.letter_keys,
                onturn: desk.turn.reform(|()| Setting::LetterKeys),
                onclose: set_help.reform(|()| false),
                onlanguage: choose(true),
            }) }
        </>
    }
}

/// A fragment link would change the address; the focus is moved by hand instead.
fn skip_to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::go_to("main");
    })
}

fn view(desk: &Desk) -> Html {
    let desk = desk.clone();
    match &desk.route.view {
        View::Documents => part!(Documents { desk }),
        View::Timeline => part!(Timeline { desk }),
        View::Statements => part!(Statements { desk }),
        View::Document { id, .. } => {
            let id = AttrValue::from(id.clone());
            part!(Document { desk, id })
        }
        View::Notes => part!(Notes { desk }),
        View::About => part!(About { desk }),
        View::NotFound(path) => {
            let path = AttrValue::from(path.clone());
            part!(NotFound { desk, path })
        }
    }
}

/// Sets what the publisher chose for the whole page: language and accent.
#[hook]
fn use_site(desk: &Desk) {
    let site = desk.searcher().corpus().site();
    use_effect_with((), move |()| {
        if !site.accent.is_empty() {
            platform::set_style("--accent-given", site.accent);
        }
    });
}

/// Names the tab, and after each step to another page moves the focus to where the reader wants to be.
#[hook]
fn use_arrival(desk: &Desk) {
    let searcher = desk.searcher();
    let is_first = use_mut_ref(|| true);
    use_effect_with(desk.route.view.clone(), move |view| {
        let site = searcher.corpus().site().title;
        let page = match view {
            View::Documents => String::new(),
            View::Timeline => say::timeline().into(),
            View::Statements => say::statements().into(),
            View::Notes => say::notes().into(),
            View::About => say::about().into(),
            View::NotFound(_) => say::not_found().into(),
            View::Document { id, .. } => {
                let corpus = searcher.corpus();
                let info = corpus.document_by_id(id).and_then(|it| corpus.document(it));
                info.map_or_else(String::new, |it| it.title.to_owned())
            }
        };
        if page.is_empty() || page == site {
            platform::set_title(site);
        } else {
            platform::set_title(&format!("{page} · {site}"));
        }
        let was_first = is_first.replace(false);
        let place = platform::visits::place();
        let passage = match view {
            View::Document { passage, .. } => *passage,
            _ => None,
        };
        let mut frame = None;
        match (passage, place) {
            // Laid out it is at the next frame.
            (_, Some(y)) if !was_first => {
                platform::focus("heading");
                frame = Some(platform::picture::on_frame(move || platform::scroll_to(y)));
            }
            (Some(number), _) => {
                platform::go_to(&format!("p{number}"));
            }
            _ if was_first => {}
            _ => {
                // While somebody types, the focus stays in the search field.
                if !platform::is_typing() {
                    platform::focus("heading");
                }
                platform::scroll_to(0.0);
            }
        }
        move || drop(frame)
    });
    use_effect_with((), |()| {
        let listener = platform::visits::follow();
        move || drop(listener)
    });
}
