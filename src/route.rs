//! Where the reader is: the address ⇄ the view and its selection.
//!
//! Pure text work; `platform` reads and writes the browser's address. Everything that selects is in the
//! address, so Back, reload and a link sent to somebody else show the same.
//!
//! What an address holds that cannot be read is left out and reported in [`Route::problems`].

use std::fmt::Write as _;

use dossier_corpus::Facet;
use dossier_corpus::facet::NOTE;
use dossier_query::{Anchor, Clock, Filter, Query, Sense};
use dossier_time::{Day, Edtf, End};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::wording::{self, say};

/// Longer addresses are cut: no selection that a person makes comes near it.
const MAX_ADDRESS: usize = 20_000;

/// More filters than this in an address are left out.
const MAX_FILTERS: usize = 200;

/// More problems than this are not reported; the address is rubbish.
const MAX_PROBLEMS: usize = 5;

/// Prefix of parameters that filter by a field of the publisher's own.
const OWN_FIELD: &str = "x.";

/// What has to be escaped in a parameter's value inside a fragment.
const VALUE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'\\')
    .add(b'`');

/// One of the pages, with what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// All documents, the hits, or the one document.
    #[default]
    Documents,
    /// The timeline.
    Timeline,
    /// Who says what.
    Statements,
    /// One document.
    Document {
        /// Its id.
        id: String,
        /// The passage to go to, from 1.
        passage: Option<u32>,
    },
    /// The reader's own notes.
    Notes,
    /// What is baked in.
    About,
    /// An address that leads nowhere.
    NotFound(String),
}

/// An address, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// The page.
    pub view: View,
    /// The selection.
    pub query: Query,
    /// Whether the timeline is shown as a table.
    pub table: bool,
    /// Whether statements stand under those who make them.
    pub by_speaker: bool,
    /// What a link to a passage remembers of it, so that it still leads there after a new build. Only of a document.
    pub anchor: Option<Anchor>,
    /// First and last day that the timeline has in view; none shows all of the selection. It selects nothing.
    pub span: Option<(Day, Day)>,
    /// Whether the timeline leaves out long stretches in which no date begins or ends.
    pub folded: bool,
    /// The language of the page that the address asks for. It selects nothing.
    pub ui: Option<&'static str>,
    /// What could not be read; sentences without a full stop.
    pub problems: Vec<String>,
}

impl Route {
    /// Reads the fragment of an address, with or without its `#`.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let mut route = Self::default();
        let mut fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.len() > MAX_ADDRESS {
            let end = (0..=MAX_ADDRESS)
                .rev()
                .find(|&it| fragment.is_char_boundary(it))
                .unwrap_or(0);
            fragment = fragment.get(..end).unwrap_or_default();
            // Half a value is another one than was meant; half a search is still seen to be one.
            if let Some((whole, cut)) = fragment.rsplit_once('&')
                && !cut.starts_with("q=")
            {
                fragment = whole;
            }
            route.problems.push(say::address_too_long().into());
        }
        let (path, parameters) = fragment.split_once('?').unwrap_or((fragment, ""));
        route.view = read_path(path);
        for parameter in parameters.split('&').filter(|it| !it.is_empty()) {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            route.read_parameter(&decode(name), decode(&value.replace('+', " ")));
        }
        route
    }

    fn read_parameter(&mut self, name: &str, value: String) {
        match name {
            "q" => self.query.text = value,
            "from" => self.query.from = self.read_date(name, &value),
            "to" => self.query.to = self.read_date(name, &value),
            "as-of" => self.query.as_of = self.read_date(name, &value),
            "undated" => self.query.undated = value != "0",
            "table" => self.table = value != "0",
            "fold" => self.folded = value != "0",
            "by" if value == "speaker" => self.by_speaker = true,
            "span" => {
                self.span = read_span(&value);
                if self.span.is_none() {
                    self.left_out(name, &value);
                }
            }
            "clock" => match Clock::from_name(&value) {
                Some(clock) => self.query.clock = clock,
                None => self.left_out(name, &value),
            },
            "p" => match (&mut self.view, value.parse()) {
                (View::Document { passage, .. }, Ok(number)) if number > 0 => {
                    *passage = Some(number);
                }
                _ => self.left_out(name, &value),
            },
            "was" => match (&self.view, Anchor::read(&value)) {
                (View::Document { .. }, Some(anchor)) => self.anchor = Some(anchor),
                _ => self.left_out(name, &value),
            },
            "ui" => match wording::named(&value) {
                Some(tag) => self.ui = Some(tag),
                None => self.left_out(name, &value),
            },
            _ => self.read_filter(name, &value),
        }
    }

    fn read_date(&mut self, name: &str, value: &str) -> Option<Edtf> {
        if value.is_empty() {
            return None;
        }
        let date = dossier_time::read(value);
        if date.is_none() {
            self.left_out(name, value);
        }
        date
    }

    fn read_filter(&mut self, name: &str, value: &str) {
        let facet = name.strip_prefix(OWN_FIELD).unwrap_or(name);
        let known = is_facet(name) || name.starts_with(OWN_FIELD);
        let (sense, value) = match value.strip_prefix('-') {
            Some(value) => (Sense::Exclude, value),
            None => (Sense::Include, value.strip_prefix('\\').unwrap_or(value)),
        };
        if !known || value.is_empty() || self.query.filters.len() >= MAX_FILTERS {
            self.left_out(name, value);
            return;
        }
        let filter = Filter {
            facet: facet.to_owned(),
            value: value.to_owned(),
            sense,
        };
        if !self.query.filters.contains(&filter) {
            self.query.filters.push(filter);
        }
    }

    fn left_out(&mut self, name: &str, value: &str) {
        const SHOWN: usize = 60;
        let name: String = name.chars().take(SHOWN).collect();
        let value: String = value.chars().take(SHOWN).collect();
        self.report(say::address_left_out(&format!("{name}={value}")));
    }

    /// Keeps a problem, each once and only the first few.
    fn report(&mut self, problem: String) {
        if self.problems.len() < MAX_PROBLEMS && !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// The fragment of this address, with its `#`.
    #[must_use]
    pub fn href(&self) -> String {
        let mut href = String::from("#/");
        match &self.view {
            View::Documents => {}
            View::Timeline => href.push_str("timeline"),
            View::Statements => href.push_str("statements"),
            View::Notes => href.push_str("notes"),
            View::About => href.push_str("about"),
            View::Document { id, .. } => {
                let _ = write!(href, "doc/{}", utf8_percent_encode(id, VALUE));
            }
            View::NotFound(path) => {
                let _ = write!(href, "{}", utf8_percent_encode(path, VALUE));
            }
        }
        for (idx, (name, value)) in self.parameters().iter().enumerate() {
            let before = if idx == 0 { '?' } else { '&' };
            let (name, value) = (
                utf8_percent_encode(name, VALUE),
                utf8_percent_encode(value, VALUE),
            );
            let _ = write!(href, "{before}{name}={value}");
        }
        href
    }

    fn parameters(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        let mut push = |name: &str, value: String| all.push((name.to_owned(), value));
        let query = &self.query;
        if let View::Document {
            passage: Some(number),
            ..
        } = &self.view
        {
            push("p", number.to_string());
            if let Some(anchor) = &self.anchor {
                push("was", anchor.to_string());
            }
        }
        if !query.text.is_empty() {
            push("q", query.text.clone());
        }
        for filter in &query.filters {
            let name = if is_facet(&filter.facet) {
                filter.facet.clone()
            } else {
                format!("{OWN_FIELD}{}", filter.facet)
            };
            // A value that itself begins with the sign is protected by a backslash.
            let value = match filter.sense {
                Sense::Exclude => format!("-{}", filter.value),
                Sense::Include if filter.value.starts_with(['-', '\\']) => {
                    format!("\\{}", filter.value)
                }
                Sense::Include => filter.value.clone(),
            };
            push(&name, value);
        }
        for (name, date) in [("from", &query.from), ("to", &query.to)] {
            if let Some(date) = date {
                push(name, date.to_string());
            }
        }
        if query.undated {
            push("undated", "1".into());
        }
        if query.clock != Clock::default() {
            push("clock", query.clock.name().into());
        }
        if let Some(date) = &query.as_of {
            push("as-of", date.to_string());
        }
        if self.table && self.view == View::Timeline {
            push("table", "1".into());
        }
        if self.folded && self.view == View::Timeline {
            push("fold", "1".into());
        }
        if self.by_speaker && self.view == View::Statements {
            push("by", "speaker".into());
        }
        if let Some((first, last)) = self.span.filter(|_| self.view == View::Timeline) {
            push("span", format!("{first}/{last}"));
        }
        if let Some(tag) = self.ui {
            push("ui", tag.into());
        }
        all
    }

    /// The same selection on another page.
    #[must_use]
    pub fn at(&self, view: View) -> Self {
        Self {
            view,
            query: self.query.clone(),
            table: self.table,
            by_speaker: self.by_speaker,
            anchor: None,
            span: self.span,
            folded: self.folded,
            ui: self.ui,
            problems: Vec::new(),
        }
    }

    /// The same selection with other days in view.
    #[must_use]
    pub fn over(&self, span: Option<(Day, Day)>) -> Self {
        Self {
            span,
            ..self.clone()
        }
    }

    /// The same selection, its timeline as a table or not.
    #[must_use]
    pub fn as_table(&self, table: bool) -> Self {
        Self {
            table,
            ..self.clone()
        }
    }

    /// The same selection, its timeline with or without long quiet stretches.
    #[must_use]
    pub fn as_folded(&self, folded: bool) -> Self {
        Self {
            folded,
            ..self.clone()
        }
    }

    /// The same selection, its statements under those who make them or not.
    #[must_use]
    pub fn by_speaker(&self, by_speaker: bool) -> Self {
        Self {
            by_speaker,
            ..self.clone()
        }
    }

    /// All passages of this selection that also have a facet value.
    #[must_use]
    pub fn narrowed(&self, facet: Facet, value: &str) -> Self {
        let filter = Filter {
            facet: facet.name().to_owned(),
            value: value.to_owned(),
            sense: Sense::Include,
        };
        self.at(View::Documents).with(|query| {
            if !query.filters.contains(&filter) {
                query.filters.push(filter);
            }
        })
    }

    /// A passage of a document, counted from 1, or its beginning; the selection stays.
    #[must_use]
    pub fn at_passage(&self, document: &str, passage: Option<u32>) -> Self {
        self.at(View::Document {
            id: document.to_owned(),
            passage,
        })
    }

    /// The same for a link that is kept: it remembers the passage, and finds it after a new build.
    #[must_use]
    pub fn at_anchor(&self, document: &str, passage: u32, anchor: Anchor) -> Self {
        Self {
            anchor: Some(anchor),
            ..self.at_passage(document, Some(passage))
        }
    }

    /// The same page with another selection. A passage that was gone to is no longer the aim; another range or another
    /// clock comes into view as a whole.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Query)) -> Self {
        let mut route = self.at(match &self.view {
            View::Document { id, .. } => View::Document {
                id: id.clone(),
                passage: None,
            },
            view => view.clone(),
        });
        change(&mut route.query);
        let time = |query: &Query| (query.from.clone(), query.to.clone(), query.clock);
        if time(&route.query) != time(&self.query) {
            route.span = None;
        }
        route
    }
}

/// `1998-05-03/1998-06-19`, each end to any precision; not backwards.
fn read_span(text: &str) -> Option<(Day, Day)> {
    let Ok(Edtf::Interval(End::Date(from), End::Date(to))) = Edtf::parse(text) else {
        return None;
    };
    let (first, last) = (from.bounds()?.0, to.bounds()?.1);
    (first <= last).then_some((first, last))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Whether a parameter is one of the facets that every page knows.
fn is_facet(name: &str) -> bool {
    Facet::from_name(name).is_some() || name == NOTE
}

fn read_path(path: &str) -> View {
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = decode(path);
    match path.trim_end_matches('/') {
        "" | "documents" => View::Documents,
        "timeline" => View::Timeline,
        "statements" => View::Statements,
        "notes" => View::Notes,
        "about" => View::About,
        other => match other.strip_prefix("doc/") {
            Some(id) => View::Document {
                id: id.to_owned(),
                passage: None,
            },
            None => View::NotFound(other.to_owned()),
        },
    }
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(fragment: &str, canonical: &str, n_problems: usize) {
        let route = Route::parse(fragment);
        assert_eq!(route.href(), canonical, "of {fragment:?}");
        assert_eq!(
            route.problems.len(),
            n_problems,
            "of {fragment:?}: {:?}",
            route.problems
        );
    }

    #[test]
    fn addresses_are_read_and_written() {
        for (fragment, canonical, n_problems) in [
            ("", "#/", 0),
            ("#", "#/", 0),
            ("#/timeline/", "#/timeline", 0),
            ("#/notes?q=a", "#/notes?q=a", 0),
            ("#/doc/a/b%20c?p=12", "#/doc/a/b%20c?p=12", 0),
            ("#/doc/%D0%B0?p=0", "#/doc/%D0%B0", 1), // passages count from 1
            (
                "#/doc/a?p=2&was=0000000a~We%20saw~light&q=b",
                "#/doc/a?p=2&was=0000000a~We%20saw~light&q=b",
                0,
            ),
            ("#/doc/a?was=0000000a~We", "#/doc/a", 0), // of which passage?
            ("#/doc/a?p=2&was=We", "#/doc/a?p=2", 1),
            ("#/timeline?was=0000000a~We", "#/timeline", 1), // only a document has passages
            ("#/?q=we+have", "#/?q=we%20have", 0),
            ("#/?person=-A&person=B", "#/?person=-A&person=B", 0),
            ("#/?person=B&person=B", "#/?person=B", 0),
            ("#/?person=%5C-B", "#/?person=%5C-B", 0), // a value that begins with the sign
            ("#/?from=1998-05&to=2000", "#/?from=1998-05&to=2000", 0),
            ("#/?from=nonsense", "#/", 1),
            (
                "#/?clock=published&undated=1",
                "#/?undated=1&clock=published",
                0,
            ),
            ("#/?clock=cuckoo", "#/", 1),
            ("#/?rubbish=1", "#/", 1),
            ("#/?a=1&a=1&a=1", "#/", 1), // said once
            ("#/?a&b&c&d&e&f&g&h", "#/", 5),
            ("#/timeline?table=1", "#/timeline?table=1", 0),
            ("#/?table=1", "#/", 0), // only the timeline is a table
            ("#/timeline?fold=1", "#/timeline?fold=1", 0),
            ("#/timeline?fold=0", "#/timeline", 0),
            ("#/statements?by=speaker", "#/statements?by=speaker", 0),
            ("#/statements?by=moon", "#/statements", 1),
            (
                "#/timeline?span=1998/1999-02",
                "#/timeline?span=1998-01-01/1999-02-28",
                0,
            ),
            (
                "#/timeline?span=-0044-03-15/0014",
                "#/timeline?span=-0044-03-15/0014-12-31",
                0,
            ),
            ("#/timeline?span=1999/1998", "#/timeline", 1), // backwards
            ("#/timeline?span=1999", "#/timeline", 1),
            ("#/timeline?span=1999/..", "#/timeline", 1),
            ("#/timeline?span=XXXX-07/1999", "#/timeline", 1),
            ("#/timeline?span=99999999999999/1", "#/timeline", 1),
            ("#/?x.sender=Ann", "#/?x.sender=Ann", 0),
            ("#/?note=-starred", "#/?note=-starred", 0),
            ("#/?q=%FF%fe", "#/?q=%EF%BF%BD%EF%BF%BD", 0), // not UTF-8
            ("#/nowhere", "#/nowhere", 0),
            ("#/nowhere//", "#/nowhere", 0),
            ("#/doc/", "#/doc", 0), // a document without an id is none
        ] {
            check(fragment, canonical, n_problems);
        }
    }

    #[test]
    fn another_range_comes_into_view_as_a_whole() {
        let route = Route::parse("#/timeline?q=a&span=1998/1999");
        assert!(route.with(|it| it.text = "b".into()).span.is_some());
        assert!(route.with(|it| it.clock = Clock::Published).span.is_none());
        assert!(
            route
                .with(|it| it.from = dossier_time::read("1998"))
                .span
                .is_none()
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in ".*", value in ".+", exclude: bool) {
            let query = Query {
                text,
                filters: vec![Filter {
                    facet: "person".into(),
                    value,
                    sense: if exclude { Sense::Exclude } else { Sense::Include },
                }],
                ..Query::default()
            };
            let route = Route { query, ..Route::default() };
            prop_assert_eq!(Route::parse(&route.href()), route);
        }

        #[test]
        fn rubbish_is_read_without_panic(fragment in ".{0,200}") {
            let again = Route::parse(&Route::parse(&fragment).href());
            prop_assert_eq!(again.href(), Route::parse(&fragment).href());
        }
    }
}
