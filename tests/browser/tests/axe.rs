//! axe-core finds nothing: every view, both schemes, three widths, and what lies over the views.

use browser_tests::{Page, Size, letters, page};

const WIDTHS: [u32; 3] = [360, 768, 1280];

/// Views and states of any page.
const VIEWS: [&str; 8] = [
    "#/",
    "#/timeline",
    "#/timeline?table=1",
    "#/statements",
    "#/about",
    "#/nowhere",
    "#/?q=xylophone",
    "#/doc/no-such-document",
];

async fn shown(page: &Page, view: &str) {
    page.eval(&format!("(location.hash = '{view}', true)"))
        .await;
    page.until(
        "the view has come",
        "!!document.querySelector('main h1, main article h1')",
    )
    .await;
}

/// Looks at each view in each scheme and width; `more` are views of this page alone.
async fn check(page: &Page, more: &[&str]) {
    page.find("navigation", "Views").await;
    let mut found = Vec::new();
    for scheme in ["light", "dark"] {
        page.prefer(scheme).await;
        for width in WIDTHS {
            page.resize(Size { width, height: 800 }).await;
            for view in VIEWS.iter().chain(more) {
                shown(page, view).await;
                for it in page.violations().await {
                    found.push(format!("{view}, {width} wide, {scheme}: {it}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_page_of_one_document() {
    page("", async |page| {
        check(page, &["#/?q=monument", "#/?from=2025-07&to=2025-07"]).await;
    });
}

#[test]
fn the_page_of_many_documents() {
    letters("", async |page| {
        let reader = "#/doc/000-norling?p=2";
        check(page, &["#/?q=ferry", "#/?person=Ada%20Norling", reader]).await;
    });
}

#[test]
fn what_lies_over_a_view() {
    letters("#/doc/000-norling", async |page| {
        for width in WIDTHS {
            page.resize(Size { width, height: 800 }).await;
            page.find_where("button", "a name in the text", |it| it == "Jon Weir")
                .await
                .click()
                .await
                .unwrap();
            page.find("dialog", "About Jon Weir").await;
            assert_eq!(
                page.violations().await,
                [""; 0],
                "a name's card, {width} wide"
            );
            page.press("\u{e00c}").await;
            page.press("?").await;
            page.find("dialog", "Keys and queries").await;
            assert_eq!(page.violations().await, [""; 0], "the help, {width} wide");
            page.press("\u{e00c}").await;
        }
        page.resize(Size {
            width: 360,
            height: 740,
        })
        .await;
        page.find("button", "Filters").await.click().await.unwrap();
        assert_eq!(page.violations().await, [""; 0], "the filters on a phone");
    });
}
