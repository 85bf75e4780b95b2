//! The timeline: what it draws, how it is moved, and how it is reached by keys. Many dates come from outside, through
//! `window.bench`; the seed has one, of an unknown year.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it fails, in its helpers too"
)]

use browser_tests::{Page, page};
use fantoccini::key::Key;

/// Shows `n` dates, `apart` days from each other, from 1 January 1950 on.
async fn show(page: &Page, n: u32, apart: u32) {
    page.ready().await;
    page.until("it can be fed", "'bench' in window").await;
    page.eval(&format!(
        "void window.bench.load(Array.from({{ length: {n} }}, (_, i) => {{
            const day = new Date(Date.UTC(1950, 0, 1 + i * {apart})).toISOString().slice(0, 10);
            return {{ id: 'e' + i, start: day, edtf: day, label: 'Event number ' + i, lane: 'A paper' }};
        }})).then(() => {{ window.shown = true; }})"
    ))
    .await;
    page.until("it is shown", "window.shown === true").await;
}

/// First and last millisecond in view.
async fn view(page: &Page) -> (f64, f64) {
    let view = page.eval("window.bench.view()").await;
    (view[0].as_f64().unwrap(), view[1].as_f64().unwrap())
}

/// A place of the picture, by shares of its width and height.
async fn at(page: &Page, x: f64, y: f64) -> (f64, f64) {
    let place = page
        .eval(&format!(
            "(() => {{
                const stage = document.querySelector('.plot-stage');
                stage.scrollIntoView({{ block: 'center' }});
                const area = stage.getBoundingClientRect();
                return [area.left + area.width * {x}, area.top + area.height * {y}];
            }})()"
        ))
        .await;
    (place[0].as_f64().unwrap(), place[1].as_f64().unwrap())
}

#[test]
fn from_afar_a_histogram_from_near_marks() {
    page("?bench#/timeline", async |page| {
        show(page, 3000, 5).await;
        page.find("region", "Timeline").await;
        page.tab_to("a bar", |role, name| {
            role == "button" && name.ends_with(" dates")
        })
        .await;
        let (_, first) = page.focus().await;
        page.key(Key::Right).await;
        let (_, second) = page.focus().await;
        assert_ne!(first, second, "an arrow goes to the next bar");
        // Into the bar, and into a bar of that one, down to its dates.
        page.key(Key::Enter).await;
        page.until(
            "its dates are drawn",
            "document.activeElement.matches('[data-mark]')",
        )
        .await;
        let (role, name) = page.focus().await;
        assert_eq!(role, "link");
        assert!(
            name.contains(", Event number ") && name.ends_with(", A paper"),
            "{name}"
        );
        page.key(Key::Enter).await;
        page.until("Enter opens it", "location.hash.startsWith('#/doc/e')")
            .await;
    });
}

#[test]
fn the_wheel_zooms_about_the_pointer_and_a_drag_pans() {
    page("?bench#/timeline", async |page| {
        show(page, 3000, 5).await;
        let (first, last) = view(page).await;
        let place = at(page, 0.25, 0.5).await;
        let under = first + (last - first) * 0.25;
        page.mouse("mouseWheel", place, -240.0).await;
        page.until("it is closer", "window.bench.view()[0] > -631152000000")
            .await;
        let (first, last) = view(page).await;
        let after = first + (last - first) * 0.25;
        let off = (after - under).abs() / (last - first);
        assert!(
            off < 0.01,
            "what was under the pointer moved by {off} of the view"
        );
        page.until("the address follows", "location.hash.includes('span=')")
            .await;
        page.drag(at(page, 0.75, 0.5).await, at(page, 0.25, 0.5).await)
            .await;
        page.until(
            "half a view further",
            &format!(
                "Math.abs(window.bench.view()[0] - {}) < {}",
                f64::midpoint(first, last),
                (last - first) * 0.02
            ),
        )
        .await;
        page.until(
            "the drag has ended in no bar",
            "location.hash.startsWith('#/timeline')",
        )
        .await;
    });
}

#[test]
fn a_link_shows_the_same_view() {
    page(
        "?bench#/timeline?span=1960-03-01/1961-02-28",
        async |page| {
            show(page, 3000, 5).await;
            page.until(
            "the view of the address",
            "window.bench.view().map((it) => new Date(it).toISOString().slice(0, 10)).join() == '1960-03-01,1961-03-01'",
        )
        .await;
        },
    );
}

#[test]
fn two_fingers_zoom() {
    page("?bench#/timeline", async |page| {
        show(page, 3000, 5).await;
        let (first, last) = view(page).await;
        let (a, b) = (at(page, 0.4, 0.5).await, at(page, 0.6, 0.5).await);
        page.touch("touchStart", &[a, b]).await;
        for step in 1..=4 {
            let by = 20.0 * f64::from(step);
            page.touch("touchMove", &[(a.0 - by, a.1), (b.0 + by, b.1)])
                .await;
        }
        page.touch("touchEnd", &[]).await;
        page.until(
            "the view is shorter",
            &format!(
                "window.bench.view()[1] - window.bench.view()[0] < {}",
                (last - first) * 0.8
            ),
        )
        .await;
    });
}

#[test]
fn keys_and_buttons_move() {
    page("?bench#/timeline", async |page| {
        show(page, 3000, 5).await;
        let whole = view(page).await;
        let shorter =
            |than: f64| format!("window.bench.view()[1] - window.bench.view()[0] < {than}");
        let span = |it: (f64, f64)| it.1 - it.0;
        for name in ["Zoom in", "Zoom out", "Fit"] {
            page.find("button", name).await;
        }
        page.find("button", "Zoom in").await.click().await.unwrap();
        page.until("a button zooms", &shorter(span(whole) * 0.7))
            .await;
        page.find("button", "Fit").await.click().await.unwrap();
        page.until(
            "all is in view",
            &format!("window.bench.view()[0] == {}", whole.0),
        )
        .await;
        page.tab_to("a bar", |role, name| {
            role == "button" && name.ends_with(" dates")
        })
        .await;
        page.press("+").await;
        page.until("a key zooms", &shorter(span(whole) * 0.7)).await;
        page.key(Key::End).await;
        page.until(
            "to the end",
            &format!("window.bench.view()[1] >= {} - 1", whole.1),
        )
        .await;
        page.key(Key::Home).await;
        page.until(
            "to the beginning",
            &format!("window.bench.view()[0] <= {} + 1", whole.0),
        )
        .await;
        page.press("-").await;
        page.until(
            "all again",
            &format!("window.bench.view()[0] == {}", whole.0),
        )
        .await;
    });
}

#[test]
fn arrows_go_on_where_the_picture_ends() {
    page(
        "?bench#/timeline?span=1950-01-01/1950-02-01",
        async |page| {
            show(page, 300, 40).await;
            page.tab_to("the first date", |role, name| {
                role == "link" && name.starts_with("1 January 1950")
            })
            .await;
            for date in [
                "10 February 1950",
                "22 March 1950",
                "1 May 1950",
                "10 June 1950",
            ] {
                page.key(Key::Right).await;
                page.until(
                    date,
                    &format!(
                        "document.activeElement.getAttribute('aria-label')?.startsWith('{date}')"
                    ),
                )
                .await;
            }
            page.key(Key::Left).await;
            page.until(
                "and back",
                "document.activeElement.getAttribute('aria-label')?.startsWith('1 May 1950')",
            )
            .await;
        },
    );
}

#[test]
fn a_date_is_jumped_to() {
    page("?bench#/timeline", async |page| {
        show(page, 3000, 5).await;
        let field = page.find("textbox", "Jump to a date").await;
        field.send_keys("no date at all\n").await.unwrap();
        page.until(
            "what cannot be read is said",
            "document.querySelector('.plot [role=alert]')?.textContent.includes('Not a date')",
        )
        .await;
        field.clear().await.unwrap();
        field.send_keys("1970\n").await.unwrap();
        page.until(
            "1970 fills the view",
            "window.bench.view().map((it) => new Date(it).getUTCFullYear()).join() == '1969,1971'",
        )
        .await;
    });
}

#[test]
fn long_quiet_stretches_are_folded_and_said() {
    page("?bench#/timeline", async |page| {
        page.ready().await;
        page.until("it can be fed", "'bench' in window").await;
        page.eval(
            "void window.bench.load(Array.from({ length: 60 }, (_, i) => {
                const day = `${i < 30 ? 1066 : 1960 + i}-05-${String(1 + i % 30).padStart(2, '0')}`;
                return { id: 'e' + i, start: day, edtf: day, label: 'Event ' + i, lane: 'A paper' };
            })).then(() => { window.shown = true; })",
        )
        .await;
        page.until("it is shown", "window.shown === true").await;
        page.until(
            "no break yet",
            "!document.querySelector('.plot-stage .fold')",
        )
        .await;
        page.find("button", "Fold quiet stretches")
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "the address keeps it, the axis breaks, and the gap is said",
            "location.hash.includes('fold=1') && document.querySelector('.plot-stage .fold title')?.textContent.includes('nothing between')
                && /Nothing between.* 1066 and .*1990/.test(document.querySelector('.gaps')?.textContent)",
        )
        .await;
        page.until(
            "the caption still tells the dates of the calendar",
            "/^10\\d\\d to 20\\d\\d · 60 dates$/.test(document.querySelector('.plot-caption').textContent)",
        )
        .await;
        page.find("button", "Fold quiet stretches")
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "unfolded again",
            "!location.hash.includes('fold') && !document.querySelector('.plot-stage .fold')",
        )
        .await;
    });
}

#[test]
fn what_finds_no_place_is_counted_and_opened() {
    page("?bench#/timeline", async |page| {
        show(page, 200, 0).await;
        let more = page
            .find_where("button", "that counts what is left out", |it| {
                it.contains(" more, ")
            })
            .await;
        let n: usize = page
            .name(&more)
            .await
            .unwrap()
            .split(' ')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let drawn = page.select(".plot-stage [data-mark]").await.len();
        assert_eq!(drawn + n, 200, "every date once");
        page.tab_to("a mark", |role, name| {
            role == "link" && name.contains("Event number")
        })
        .await;
        page.key(Key::End).await;
        for _ in 0..drawn {
            page.key(Key::Right).await;
        }
        page.key(Key::Enter).await;
        page.find_where("heading", "of the list", |it| {
            it.starts_with(&format!("{n} more dates"))
        })
        .await;
        assert_eq!(page.select(".more-list [data-mark]").await.len(), n);
    });
}

#[test]
fn hostile_dates_and_labels_are_drawn() {
    page("?bench#/timeline", async |page| {
        page.ready().await;
        page.until("it can be fed", "'bench' in window").await;
        page.eval(
            "void window.bench.load([
                ...Array.from({ length: 60 }, (_, i) => ({ id: 'a' + i, edtf: `-${String(9999 - i).padStart(4, '0')}`, label: 'x'.repeat(2000), lane: '' })),
                { id: 'b', edtf: '1918/1914', label: 'שלום עולם, مرحبا', lane: '👩‍👩‍👧‍👦' },
                { id: 'c', edtf: '1999-02-31', label: 'no such day', lane: '' },
                { id: 'd', edtf: 'nonsense', label: '', lane: '' },
                { id: 'e', edtf: '2019/..', label: '🏳️‍🌈'.repeat(300), lane: '<b>' },
                { id: 'f', edtf: 'Y170000002', label: 'far', lane: '' },
            ]).then(() => { window.shown = true; })",
        )
        .await;
        page.until("they are shown", "window.shown === true").await;
        page.mouse("mouseWheel", at(page, 0.5, 0.5).await, -480.0)
            .await;
        page.until("and the page lives", "location.hash.includes('span=')")
            .await;
        page.find("button", "Fit").await.click().await.unwrap();
        page.until("all is in view", "!location.hash.includes('span=')")
            .await;
        let overflow = page
            .eval("document.documentElement.scrollWidth <= innerWidth")
            .await;
        assert_eq!(overflow, true);
    });
}

#[test]
fn the_seed_has_a_calm_lane_and_no_chart() {
    page("#/timeline", async |page| {
        page.ready().await;
        page.find_where("heading", "the sentence", |it| {
            it.starts_with("1 date in the text: July, year not stated; ")
                && it.ends_with("carry no date")
        })
        .await;
        for none in [".time-strip", ".plot-stage"] {
            assert!(page.select(none).await.is_empty(), "{none}");
        }
        page.find("heading", "Year unknown").await;
        page.tab_to("the date", |role, name| {
            role == "link" && name.starts_with("July, year not stated, In July, ")
        })
        .await;
        page.key(Key::Enter).await;
        page.until("its sentence", "/^#\\/doc\\/.*p=6/.test(location.hash)")
            .await;
        page.until("has the focus", "document.activeElement.id == 'p6'")
            .await;
    });
}

#[test]
fn the_table_is_one_key_away() {
    page("#/timeline", async |page| {
        page.ready().await;
        page.press("T").await;
        page.until(
            "the same date",
            "document.querySelector('table tbody th')?.textContent == 'July, year not stated'",
        )
        .await;
        page.press("t").await;
        page.until("and back", "!document.querySelector('table')")
            .await;
    });
}

#[test]
fn what_carries_no_date_is_a_group_that_opens() {
    page("#/timeline", async |page| {
        page.ready().await;
        let group = page
            .find_where("button", "the group", |it| {
                it.ends_with("passages carry no date")
            })
            .await;
        group.click().await.unwrap();
        page.until(
            "its passages",
            "document.querySelectorAll('.undated-list li').length == 17",
        )
        .await;
    });
}

#[test]
fn the_menu_opens_and_closes_by_keys() {
    page("#/timeline", async |page| {
        page.ready().await;
        page.tab_to("the button", |role, name| {
            role == "button" && name == "Export"
        })
        .await;
        page.key(Key::Enter).await;
        page.find("menu", "Export").await;
        page.until(
            "the first item",
            "document.activeElement.textContent == 'Table (CSV)'",
        )
        .await;
        page.key(Key::Down).await;
        page.until(
            "the next",
            "document.activeElement.textContent == 'Calendar (ICS)'",
        )
        .await;
        page.key(Key::Escape).await;
        page.until(
            "closed, and the focus is back",
            "!document.querySelector('[role=menu]') && document.activeElement.id == 'export'",
        )
        .await;
    });
}

#[test]
fn a_span_that_makes_no_sense_is_left_out_and_said() {
    for span in ["2001/1999", "soon", "1999", "%00/%FF"] {
        page(&format!("#/timeline?span={span}"), async |page| {
            page.ready().await;
            page.until(
                "a note",
                "document.querySelector('.notes')?.textContent.includes('could not be read')",
            )
            .await;
        });
    }
}
