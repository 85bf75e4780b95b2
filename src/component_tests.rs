//! Components in a real browser: what people see and can reach, found by role, name and text.

use std::cell::RefCell;
use std::rc::Rc;

use dossier_corpus::mention::EntityKind;
use dossier_query::answer::{Answer, FacetCounts, ValueCount};
use dossier_query::{Query, Sense};
use gloo::utils::document;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
    PointerEvent, PointerEventInit,
};
use yew::prelude::*;

use crate::components::date_fields::{DateFields, DateFieldsProps};
use crate::components::facet_group::{FacetGroup, FacetGroupProps};
use crate::components::filters::DateOffer;
use crate::components::mark_list::{MarkList, MarkListProps};
use crate::components::search_box::{SearchBox, SearchBoxProps};
use crate::components::text::{Leads, text};
use crate::components::time_strip::{TimeStrip, TimeStripProps};
use crate::route::Route;
use crate::view_model::facets;
use crate::view_model::segments::{Marks, Name, Segment};
use crate::view_model::suggestions::Offer;
use crate::view_model::timeline::list::Listed;
use crate::view_model::timeline::{MarkRow, Strip, StripBar, View};
use crate::view_model::vocabulary::Facet;

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts a component; the handle takes it down again when it is dropped.
struct Mounted<C: BaseComponent> {
    root: Element,
    handle: Option<AppHandle<C>>,
}

impl<C: BaseComponent> Mounted<C> {
    async fn new(props: C::Properties) -> Self {
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let handle = yew::Renderer::<C>::with_root_and_props(root.clone(), props).render();
        yew::scheduler::flush().await;
        Self {
            root,
            handle: Some(handle),
        }
    }

    fn one<T: wasm_bindgen::JsCast>(&self, selector: &str) -> T {
        self.root
            .query_selector(selector)
            .unwrap()
            .unwrap_or_else(|| panic!("no {selector} in {}", self.root.inner_html()))
            .dyn_into()
            .unwrap()
    }

    fn n(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }
}

impl<C: BaseComponent> Drop for Mounted<C> {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.root.remove();
    }
}

/// A callback that keeps what it was called with.
fn recorder<T: 'static>() -> (Rc<RefCell<Vec<T>>>, Callback<T>) {
    let calls = Rc::new(RefCell::new(Vec::new()));
    let kept = Rc::clone(&calls);
    let callback = Callback::from(move |it| kept.borrow_mut().push(it));
    (calls, callback)
}

fn fire(element: &Element, kind: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict(kind, &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

fn press(element: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

fn value(name: &str, count: u32, chosen: Option<Sense>) -> ValueCount {
    ValueCount {
        name: name.into(),
        number: u32::MAX,
        count,
        chosen,
    }
}

/// The facet of people with these values.
fn people(values: Vec<ValueCount>) -> facets::FacetGroup {
    let counts = FacetCounts {
        facet: "person".into(),
        values,
    };
    let answer = Answer {
        facets: vec![counts],
        n_passages: u32::MAX,
        ..Answer::default()
    };
    let searcher = crate::corpus::searcher().unwrap();
    facets::groups(searcher, &Rc::new(answer)).remove(0)
}

#[wasm_bindgen_test]
async fn a_facet_value_is_chosen_and_excluded() {
    let (calls, onchoose) = recorder();
    let group = people(vec![
        value("Ann", 1234, None),
        value("Bo", 2, Some(Sense::Exclude)),
    ]);
    let it = Mounted::<FacetGroup>::new(FacetGroupProps { group, onchoose }).await;
    it.one::<HtmlInputElement>("[aria-label='Ann (1234)']")
        .click();
    it.one::<HtmlElement>("[aria-label='Exclude Ann']").click();
    it.one::<HtmlElement>("[aria-label='Stop excluding Bo'][aria-pressed=true]")
        .click();
    yew::scheduler::flush().await;
    let expected = [
        ("Ann", Some(Sense::Include)),
        ("Ann", Some(Sense::Exclude)),
        ("Bo", None),
    ]
    .map(|(value, sense)| ("person".into(), value.into(), sense));
    assert_eq!(*calls.borrow(), expected);
}

#[wasm_bindgen_test]
async fn a_long_facet_is_opened_and_searched() {
    let (_, onchoose) = recorder();
    let mut values: Vec<_> = (0..40)
        .map(|n| value(&format!("Value {n}"), 50 - n, None))
        .collect();
    values.push(value("Zoe", 1, Some(Sense::Include)));
    let group = people(values);
    let n_first = u32::try_from(group.n_first).unwrap();
    assert!(n_first < 40);
    let it = Mounted::<FacetGroup>::new(FacetGroupProps { group, onchoose }).await;
    assert_eq!(
        it.n("input[type=checkbox]"),
        n_first + 1,
        "the first ones, and the chosen one"
    );
    let finder: HtmlInputElement = it.one("[aria-label='Find in People']");
    finder.set_value("value 39");
    fire(&finder, "input");
    yew::scheduler::flush().await;
    assert_eq!(
        it.n("input[type=checkbox]"),
        2,
        "the one found, and the chosen one"
    );
    finder.set_value("");
    fire(&finder, "input");
    yew::scheduler::flush().await;
    it.one::<HtmlElement>("button.more").click();
    yew::scheduler::flush().await;
    assert_eq!(it.n("input[type=checkbox]"), 41);
}

fn search_box(text: &'static str) -> SearchBoxProps {
    SearchBoxProps {
        text: text.into(),
        n_documents: 30,
        recent: Vec::new(),
        offers: Callback::from(|()| Vec::new()),
        onchange: Callback::noop(),
        ontake: Callback::noop(),
        onsearched: Callback::noop(),
        onforget: Callback::noop(),
    }
}

fn offer(text: &'static str) -> Offer {
    Offer {
        text: text.into(),
        facet: Some(Facet::Person),
        note: "person 3".into(),
        query: Query::of_text(text),
    }
}

#[wasm_bindgen_test]
async fn the_arrows_walk_round_the_suggestions_and_enter_takes_one() {
    let (taken, ontake) = recorder();
    let (searched, onsearched) = recorder();
    let it = Mounted::<SearchBox>::new(SearchBoxProps {
        offers: Callback::from(|()| vec![offer("Ann"), offer("Anton")]),
        ontake,
        onsearched,
        ..search_box("an")
    })
    .await;
    // The list was not drawn yet: whoever is fast need not wait for it.
    let field: HtmlInputElement = it.one("[role=combobox]");
    for (key, marked) in [
        ("ArrowDown", Some("suggestion-0")),
        ("ArrowDown", Some("suggestion-1")),
        ("ArrowDown", Some("suggestion-0")),
        ("ArrowUp", Some("suggestion-1")),
        ("Escape", None),
        ("ArrowUp", Some("suggestion-1")),
    ] {
        press(&field, key);
        yew::scheduler::flush().await;
        let active = field.get_attribute("aria-activedescendant");
        assert_eq!(active.as_deref(), marked, "after {key}");
        assert_eq!(it.n("[aria-selected=true]"), u32::from(marked.is_some()));
    }
    press(&field, "Enter");
    assert_eq!(*taken.borrow(), [Query::of_text("Anton")]);
    assert!(searched.borrow().is_empty());
    press(&field, "Escape");
    yew::scheduler::flush().await;
    press(&field, "Enter");
    assert_eq!(
        *searched.borrow(),
        [AttrValue::from("an")],
        "nothing is marked"
    );
}

#[wasm_bindgen_test]
async fn the_search_field_reports_each_change() {
    let (calls, onchange) = recorder();
    let props = SearchBoxProps {
        onchange,
        ..search_box("before")
    };
    let it = Mounted::<SearchBox>::new(props).await;
    let field: HtmlInputElement = it.one("input[type=search][aria-label=Search]");
    assert_eq!(field.value(), "before");
    assert_eq!(field.placeholder(), "Search 30 documents");
    field.set_value("after");
    fire(&field, "input");
    assert_eq!(*calls.borrow(), [AttrValue::from("after")]);
}

#[wasm_bindgen_test]
async fn a_date_that_cannot_be_read_is_said_so_and_left_standing() {
    let (calls, onquery) = recorder();
    let offer = DateOffer {
        clocks: [true, false, false],
        n_undated: 17,
        can_assume: false,
    };
    let query = Query::default();
    let it = Mounted::<DateFields>::new(DateFieldsProps {
        query,
        offer,
        onquery,
    })
    .await;
    let from: HtmlInputElement = it.one("[aria-label=From]");
    from.set_value("soon");
    fire(&from, "change");
    yew::scheduler::flush().await;
    assert!(calls.borrow().is_empty());
    assert_eq!(from.value(), "soon");
    assert_eq!(
        it.one::<Element>("[role=alert]").text_content().unwrap(),
        "Not a date that can be read"
    );
    from.set_value("May 1998");
    fire(&from, "change");
    let date = calls
        .borrow()
        .first()
        .and_then(|it: &Query| it.from.clone());
    assert_eq!(date.map(|it| it.to_string()).as_deref(), Some("1998-05"));
    it.one::<HtmlInputElement>("[aria-label='Undated (17)']")
        .click();
    assert!(calls.borrow().last().unwrap().undated);
}

#[derive(Properties, PartialEq)]
struct TextProps {
    segments: Vec<Segment>,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let route = Rc::new(Route::default());
    let leads = Leads {
        route: &route,
        oncard: None,
        names: true,
        dates: true,
    };
    html! { <p>{ text(&props.segments, leads) }</p> }
}

#[wasm_bindgen_test]
async fn a_name_with_a_match_inside_is_one_link() {
    let name = Name {
        start: 0,
        entity: 0,
        kind: EntityKind::Person,
        name: "Ann Lee".into(),
    };
    let piece = |text: &'static str, start, hit| Segment {
        text: text.into(),
        start,
        marks: Marks {
            name: Some(name.clone()),
            hit,
            ..Marks::default()
        },
    };
    let after = Segment {
        text: " left".into(),
        start: 7,
        marks: Marks::default(),
    };
    let segments = vec![piece("Ann ", 0, None), piece("Lee", 4, Some(4)), after];
    let it = Mounted::<Text>::new(TextProps { segments }).await;
    assert_eq!(it.n("a.name"), 1);
    let link: Element = it.one("a.name");
    assert_eq!(
        link.get_attribute("href").as_deref(),
        Some("#/?person=Ann%20Lee")
    );
    assert_eq!(link.text_content().as_deref(), Some("Ann Lee"));
    let hit: Element = it.one("a.name > mark[data-hit='4']");
    assert_eq!(hit.text_content().as_deref(), Some("Lee"));
    assert_eq!(it.root.text_content().unwrap(), "Ann Lee left");
}

#[wasm_bindgen_test]
async fn text_is_never_markup() {
    let segments = vec![Segment {
        text: "<img src=x onerror=alert(1)>".into(),
        ..Segment::default()
    }];
    let it = Mounted::<Text>::new(TextProps { segments }).await;
    assert_eq!(it.n("img"), 0);
    assert_eq!(
        it.root.text_content().unwrap(),
        "<img src=x onerror=alert(1)>"
    );
}

#[wasm_bindgen_test]
async fn the_dates_are_one_tab_stop_and_arrows_move() {
    let mark = |key: &'static str| MarkRow {
        key: key.into(),
        words: key.into(),
        edtf: "1998".into(),
        sentence: "It happened.".into(),
        title: "A paper".into(),
        document: "a".into(),
        passage: Some(3),
        reading: AttrValue::default(),
        assumed: false,
        month_day: None,
    };
    let rows = ["one", "two", "three"].map(|it| Listed {
        row: mark(it),
        drawn: None,
    });
    let props = MarkListProps {
        rows: rows.to_vec(),
        ticks: Vec::new(),
        route: Rc::new(Route::default()),
        label: "Dates",
    };
    let it = Mounted::<MarkList>::new(props).await;
    assert_eq!(it.n("[tabindex='0']"), 1);
    let first: HtmlElement = it.one("[data-mark][tabindex='0']");
    assert_eq!(
        first.get_attribute("aria-label").as_deref(),
        Some("one, It happened., A paper")
    );
    first.focus().unwrap();
    for (key, expected) in [
        ("ArrowDown", "two"),
        ("ArrowRight", "three"),
        ("ArrowDown", "three"),
        ("Home", "one"),
        ("End", "three"),
        ("ArrowUp", "two"),
    ] {
        press(&document().active_element().unwrap(), key);
        let active = document().active_element().unwrap();
        let label = active.get_attribute("aria-label").unwrap_or_default();
        assert!(label.starts_with(expected), "{key} leads to {label:?}");
    }
}

/// Presses, drags and lets go over a strip, at shares of its width.
async fn drag(strip: &Element, from: f64, to: f64) {
    let area = strip.get_bounding_client_rect();
    for (kind, share) in [
        ("pointerdown", from),
        ("pointermove", to),
        ("pointerup", to),
    ] {
        let init = PointerEventInit::new();
        init.set_bubbles(true);
        #[allow(clippy::cast_possible_truncation, reason = "a place on a screen")]
        init.set_client_x((area.left() + area.width() * share) as i32);
        let event = PointerEvent::new_with_event_init_dict(kind, &init).unwrap();
        strip.dispatch_event(&event).unwrap();
        yew::scheduler::flush().await;
    }
}

#[wasm_bindgen_test]
async fn the_brush_sets_the_range_by_keys_and_pointer() {
    let bar = |year: u32| StripBar {
        left: f64::from(year - 1990) * 10.0,
        right: f64::from(year - 1989) * 10.0,
        count: year - 1980,
        label: format!("{year}: some dates").into(),
        name: year.to_string().into(),
        first: format!("{year}-01-01").into(),
        last: format!("{year}-12-31").into(),
    };
    let strip = |chosen| Strip {
        view: View::days(dossier_time::Day(0), dossier_time::Day(3650)),
        bars: (1990..2000).map(bar).collect(),
        highest: 19,
        ticks: Vec::new(),
        beyond: ["3 earlier".into(), AttrValue::default()],
        chosen,
    };
    for (chosen, handle, key, expected, value) in [
        (
            None,
            "Beginning",
            "ArrowRight",
            Some((1991, 1999)),
            "1990, no range chosen",
        ),
        (
            None,
            "End",
            "PageDown",
            Some((1990, 1990)),
            "1999, no range chosen",
        ),
        (
            Some((2, 5)),
            "Beginning",
            "Home",
            Some((1990, 1995)),
            "1992",
        ),
        (Some((2, 5)), "Beginning", "End", Some((1995, 1995)), "1992"),
        (Some((2, 5)), "End", "ArrowLeft", Some((1992, 1994)), "1995"),
        (Some((2, 5)), "End", "Delete", None, "1995"),
    ] {
        let (calls, onrange) = recorder();
        let props = TimeStripProps {
            strip: strip(chosen),
            view: None,
            onrange,
        };
        let it = Mounted::<TimeStrip>::new(props).await;
        let slider: Element = it.one(&format!(
            "[role=slider][aria-label='{handle} of the range']"
        ));
        assert_eq!(
            slider.get_attribute("aria-valuetext").as_deref(),
            Some(value)
        );
        press(&slider, key);
        yew::scheduler::flush().await;
        let expected = expected.map(|(from, to): (u32, u32)| {
            (
                AttrValue::from(format!("{from}-01-01")),
                AttrValue::from(format!("{to}-12-31")),
            )
        });
        assert_eq!(*calls.borrow(), [expected], "{handle} {key}");
    }
    for (chosen, from, to, expected) in [
        (None, 0.25, 0.45, Some(("1992-01-01", "1994-12-31"))),
        (None, 0.45, 0.25, Some(("1992-01-01", "1994-12-31"))),
        (Some((3, 3)), 0.35, 0.35, None),
    ] {
        let (calls, onrange) = recorder();
        let props = TimeStripProps {
            strip: strip(chosen),
            view: None,
            onrange,
        };
        let it = Mounted::<TimeStrip>::new(props).await;
        let element: Element = it.one(".time-strip");
        drag(&element, from, to).await;
        let expected = expected.map(|(a, b)| (AttrValue::from(a), AttrValue::from(b)));
        assert_eq!(calls.borrow().last(), Some(&expected), "{from} to {to}");
    }
}
