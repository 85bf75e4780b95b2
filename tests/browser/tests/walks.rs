//! Whole ways through the page: once with the keyboard alone, once by what a screen reader names.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it fails, in its helpers too"
)]

use browser_tests::archive::{N_LETTERS, is_about_the_ferry};
use browser_tests::{Page, letters};
use fantoccini::key::Key;

const PASSAGES: usize = 3 * N_LETTERS;

const CARD: &str =
    "document.activeElement.getAttribute('role') == 'dialog' && document.activeElement.ariaLabel";

fn everything() -> String {
    format!("{PASSAGES} passages in {N_LETTERS} documents")
}

/// How many passages the status says are selected, once they are others than `before`.
async fn fewer(page: &Page, before: usize) -> usize {
    let count = "Number(document.querySelector('[role=status]').textContent.split(' ')[0])";
    let is_less = format!("{count} > 0 && {count} < {before}");
    page.until("the selection is narrower", &is_less).await;
    let n = page.eval(count).await.as_u64().unwrap();
    usize::try_from(n).unwrap()
}

fn with_ferry() -> usize {
    (0..N_LETTERS).filter(|it| is_about_the_ferry(*it)).count()
}

#[test]
fn by_keyboard_alone() {
    letters("", async |page| {
        page.status(&everything()).await;
        // Search.
        page.press("/").await;
        page.press("ferry").await;
        page.status(&format!("{} of {PASSAGES} passages", with_ferry()))
            .await;
        page.key(Key::Escape).await;
        // Filter by two facets, exclude a value of a third.
        let value = |start: &'static str| {
            move |role: &str, name: &str| role == "checkbox" && name.starts_with(start)
        };
        page.tab_to("a person", value("Ada Norling (")).await;
        page.press(" ").await;
        let n = fewer(page, with_ferry()).await;
        page.tab_to("a source", value("Town archive (")).await;
        page.press(" ").await;
        let n = fewer(page, n).await;
        page.find("group", "Year").await;
        page.eval("(document.activeElement.blur(), true)").await;
        page.tab_to("leaving out a year", |role, name| {
            role == "button" && name == "Exclude 1912"
        })
        .await;
        page.key(Key::Enter).await;
        fewer(page, n).await;
        // Open a hit, walk the hits.
        page.eval("(document.activeElement.blur(), true)").await;
        page.press("j").await;
        page.press("j").await;
        page.press("k").await;
        page.key(Key::Enter).await;
        page.until("the reader is open", "location.hash.startsWith('#/doc/')")
            .await;
        page.press("n").await;
        page.until(
            "the match has the focus",
            "document.activeElement.textContent == 'ferry'",
        )
        .await;
        let here = page.eval("location.hash").await;
        page.tab_to("the next result", |role, name| {
            role == "link" && name == "Next ›"
        })
        .await;
        page.key(Key::Enter).await;
        page.until(
            "the next result is open",
            &format!("location.hash != {here} && location.hash.startsWith('#/doc/')"),
        )
        .await;
        // Follow a name to its card.
        page.tab_to("a name", |role, name| {
            role == "button" && name == "Ada Norling"
        })
        .await;
        page.key(Key::Enter).await;
        page.until(
            "its card has the focus",
            &format!("{CARD} == 'About Ada Norling'"),
        )
        .await;
        page.key(Key::Tab).await;
        let (role, name) = page.focus().await;
        assert!(
            role == "link" && name.contains("passages in"),
            "{role} {name:?}"
        );
        page.key(Key::Escape).await;
        // To the timeline, and back to the sentence.
        page.press("t").await;
        page.find("region", "Timeline").await;
        page.tab_to("a date", |role, name| {
            role == "link" && name.contains("Letter ")
        })
        .await;
        page.key(Key::Enter).await;
        page.until(
            "the sentence has the focus",
            "document.activeElement.id.startsWith('p')",
        )
        .await;
        // Undo everything.
        page.tab_to("what takes all off", |role, name| {
            role == "button" && name == "Clear all"
        })
        .await;
        page.key(Key::Enter).await;
        page.status(&everything()).await;
    });
}

async fn click(page: &Page, role: &str, name: &str) {
    page.find(role, name).await.click().await.unwrap();
}

async fn click_where(page: &Page, role: &str, start: &str) {
    let found = page
        .find_where(role, start, |it| it.starts_with(start))
        .await;
    found.click().await.unwrap();
}

#[test]
fn by_names_alone() {
    letters("", async |page| {
        page.status(&everything()).await;
        page.search("ferry").await;
        page.status(&format!("{} of {PASSAGES} passages", with_ferry()))
            .await;
        click_where(page, "checkbox", "Ada Norling (").await;
        let n = fewer(page, with_ferry()).await;
        click_where(page, "checkbox", "Town archive (").await;
        let n = fewer(page, n).await;
        click(page, "button", "Exclude 1912").await;
        fewer(page, n).await;
        let results = page.find("list", "Results").await;
        let links = page.within(&results, "link").await;
        let (_, title) = links
            .into_iter()
            .find(|it| it.0.starts_with("Letter "))
            .unwrap();
        title.click().await.unwrap();
        page.until("the reader is open", "location.hash.startsWith('#/doc/')")
            .await;
        click(page, "button", "Next match").await;
        page.until(
            "the match has the focus",
            "document.activeElement.textContent == 'ferry'",
        )
        .await;
        click(page, "link", "Next ›").await;
        let article = page
            .find_where("article", "named by its title", |it| {
                it.starts_with("Letter ")
            })
            .await;
        let names = page.within(&article, "button").await;
        let (_, name) = names.into_iter().find(|it| it.0 == "Ada Norling").unwrap();
        name.click().await.unwrap();
        let card = page.find("dialog", "About Ada Norling").await;
        let lists = page.within(&card, "list").await;
        let lists: Vec<_> = lists.into_iter().map(|it| it.0).collect();
        assert_eq!(lists, ["Passages", "In the same passages"]);
        click(page, "link", "Timeline").await;
        let timeline = page.find("region", "Timeline").await;
        let marks = page.within(&timeline, "link").await;
        let (_, mark) = marks
            .into_iter()
            .find(|it| it.0.contains("Letter "))
            .unwrap();
        mark.click().await.unwrap();
        page.until(
            "the sentence has the focus",
            "document.activeElement.id.startsWith('p')",
        )
        .await;
        click(page, "button", "Clear all").await;
        page.status(&everything()).await;
    });
}
