//! What every page works with: the corpus, the address, the answer to it, and the reader's settings.

use std::rc::Rc;

use dossier_query::{Answer, Query, Searcher};
use yew::prelude::*;

use super::use_notes::{Notebook, use_notes};
use super::use_route::{Go, Step, use_route};
use crate::platform;
use crate::route::Route;
use crate::state::settings::{STORAGE_KEY, Setting, Settings};
use crate::view_model::annotations::Origin;
use crate::view_model::landing::{Notice, land};
use crate::view_model::notes::noted;

/// The corpus, ready to be asked. There is one a page, so two of these are always equal.
#[derive(Clone, Copy)]
pub(crate) struct Asked(pub(crate) &'static Searcher<'static>);

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// What every page works with. Cheap to clone and to compare.
#[derive(Clone)]
pub(crate) struct Desk {
    asked: Asked,
    /// Where the reader is: the address, with the passage that a link leads to today.
    pub(crate) route: Rc<Route>,
    /// What there is to say about the link that led here.
    pub(crate) notice: Option<Notice>,
    /// The answer to the selection.
    pub(crate) answer: Rc<Answer>,
    /// The reader's notes.
    pub(crate) book: Notebook,
    /// The reader's settings.
    pub(crate) settings: Rc<Settings>,
    /// Goes elsewhere.
    pub(crate) go: Callback<Go>,
    /// Turns a setting over.
    pub(crate) turn: Callback<Setting>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer)
            && self.route == other.route
            && self.notice == other.notice
            && self.book == other.book
            && self.settings == other.settings
    }
}

/// An answer, compared by where it lies.
#[derive(Clone)]
pub(crate) struct AnswerKey(Rc<Answer>);

impl PartialEq for AnswerKey {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// The corpus, ready to be asked.
    pub(crate) fn searcher(&self) -> &'static Searcher<'static> {
        self.asked.0
    }

    /// What tells two answers apart, for what is derived from one.
    pub(crate) fn answer_key(&self) -> AnswerKey {
        AnswerKey(Rc::clone(&self.answer))
    }

    /// A callback that changes the selection, as a step that Back undoes.
    pub(crate) fn select(&self) -> Callback<Query> {
        let (route, go) = (Rc::clone(&self.route), self.go.clone());
        Callback::from(move |query: Query| {
            go.emit(Go {
                route: route.with(|it| *it = query),
                step: Step::Push,
            });
        })
    }
}

/// Returns the desk; the answer is computed anew only when the selection changes.
#[hook]
pub(crate) fn use_desk(asked: Asked) -> Desk {
    let (address, go) = use_route();
    let landed = use_memo(address, |address| land(asked.0, address));
    let (route, notice) = (*landed).clone();
    let book = use_notes(Origin::of(&asked.0.corpus()));
    let noted = use_memo(Rc::clone(&book.notes), |notes| noted(asked.0, notes));
    let route = use_memo((route, noted), |(route, noted)| {
        let mut route = (**route).clone();
        route.query.noted = Rc::clone(noted);
        route
    });
    let answer = use_memo(route.query.clone(), |query| asked.0.answer(query));
    let settings = use_reducer(|| platform::stored::<Settings>(STORAGE_KEY).unwrap_or_default());
    use_effect_with((*settings).clone(), |settings| {
        platform::keep(STORAGE_KEY, settings);
    });
    let dispatcher = settings.dispatcher();
    let turn = use_callback((), move |setting, ()| dispatcher.dispatch(setting));
    Desk {
        asked,
        route,
        notice,
        answer,
        book,
        settings: Rc::new((*settings).clone()),
        go,
        turn,
    }
}
