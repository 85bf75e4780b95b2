//! Where a link that remembers its passage leads in this build, and what is to be said about it.

use std::rc::Rc;

use dossier_query::{Anchor, Landing, Query, Searcher};
use yew::AttrValue;

use super::words;
use crate::route::{Route, View};
use crate::wording::say;

/// What is said about a link whose passage is not what or where it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened, without a full stop.
    pub text: AttrValue,
    /// What the link remembers; empty when the words are the same.
    pub was: AttrValue,
    /// What stands there now; empty when the words are the same, or nowhere.
    pub now: AttrValue,
    /// Label and address of the ways on.
    pub links: Vec<(AttrValue, AttrValue)>,
}

/// The place that an address leads to, and a notice unless it is just what the address says. An address without a
/// memory leads where it says.
#[must_use]
pub fn land(searcher: &Searcher<'_>, address: &Rc<Route>) -> (Rc<Route>, Option<Notice>) {
    let as_it_says = (Rc::clone(address), None);
    let (
        View::Document {
            id,
            passage: Some(number),
        },
        Some(anchor),
    ) = (&address.view, &address.anchor)
    else {
        return as_it_says;
    };
    let corpus = searcher.corpus();
    let document = corpus.document_by_id(id);
    let landing = anchor.find(searcher, document, *number);
    let passage = match landing {
        Landing::Same(_) => return as_it_says,
        Landing::Moved(it) | Landing::Changed(it) => it,
        Landing::Gone => return gone(searcher, address, id, *number, anchor),
    };
    let place = corpus.passage(passage).map(|it| it.document);
    let Some((document, info)) = place.and_then(|it| Some((it, corpus.document(it)?))) else {
        return as_it_says;
    };
    let here = passage.get() - corpus.passages(document).start + 1;
    let place = match (info.id == id, here == *number) {
        (true, true) => String::new(),
        (true, false) => say::link_renumbered(&number.to_string(), &here.to_string()),
        (false, _) => say::link_elsewhere().into(),
    };
    let (text, was, now) = match landing {
        Landing::Changed(_) => (
            say::link_changed(),
            quoted(&anchor.words()),
            quoted(&corpus.visible(passage)),
        ),
        _ => (say::link_moved(), String::new(), String::new()),
    };
    let text = if place.is_empty() {
        text.to_owned()
    } else {
        say::link_place(text, &place)
    };
    let route = address.at_anchor(info.id, here, anchor.clone());
    let plain = address.at_passage(info.id, Some(here)).href();
    let notice = Notice {
        text: text.into(),
        was: was.into(),
        now: now.into(),
        links: vec![(say::close().into(), plain.into())],
    };
    (Rc::new(route), Some(notice))
}

fn gone(
    searcher: &Searcher<'_>,
    address: &Rc<Route>,
    id: &str,
    number: u32,
    anchor: &Anchor,
) -> (Rc<Route>, Option<Notice>) {
    let corpus = searcher.corpus();
    let search = address
        .at(View::Documents)
        .with(|query| *query = Query::of_text(anchor.first()));
    let mut links = Vec::new();
    if !anchor.first().is_empty() {
        links.push((say::link_search().into(), search.href().into()));
    }
    let document = corpus.document_by_id(id);
    let passages = document.map_or(0..0, |it| corpus.passages(it));
    if number <= passages.end - passages.start {
        let plain = address.at_passage(id, Some(number)).href();
        links.push((say::link_of_today(&number.to_string()).into(), plain.into()));
    }
    let notice = Notice {
        text: say::link_gone().into(),
        was: quoted(&anchor.words()).into(),
        now: AttrValue::default(),
        links,
    };
    let route = address.at_passage(id, None);
    (Rc::new(route), Some(notice))
}

/// As much of a text as is worth comparing, in quotation marks.
fn quoted(text: &str) -> String {
    const SHOWN: usize = 240;
    if text.is_empty() {
        return String::new();
    }
    let one_line: Vec<&str> = text.split_whitespace().collect();
    say::quoted_words(&words::shorten(&one_line.join(" "), SHOWN))
}
