//! From a date, a name, a statement to its sentence; the page in one file.

use std::fs;

use browser_tests::{Page, at, built, page, seed, target};
use fantoccini::key::Key;

const DATED: &str = "In July, Russian Foreign Minister";

/// The text of the passage that has the focus or holds what has it.
const FOCUSED: &str =
    "(document.activeElement.closest('[id^=p]') ?? document.activeElement).textContent";

async fn reads_the_dated_sentence(page: &Page) {
    page.until("the reader is open", "location.hash.startsWith('#/doc/')")
        .await;
    page.until(
        "the sentence has the focus",
        &format!("{FOCUSED}.includes('{DATED}')"),
    )
    .await;
    let seen = page
        .eval(
            "(() => { const it = document.activeElement.getBoundingClientRect(); \
             return it.bottom > 0 && it.top < innerHeight; })()",
        )
        .await;
    assert_eq!(seen, true, "the sentence is outside the viewport");
}

#[test]
fn the_first_screen_is_the_document() {
    page("", async |page| {
        page.ready().await;
        let article = page
            .find_where("article", "named by its title", |it| !it.is_empty())
            .await;
        let text = article.text().await.unwrap();
        for paragraph in seed::paragraphs() {
            assert!(text.contains(&paragraph), "missing: {paragraph}");
        }
        let lang = page.eval("document.querySelector('article').lang").await;
        assert_eq!(lang, "en");
    });
}

#[test]
fn a_mark_on_the_timeline_leads_to_its_sentence() {
    page("", async |page| {
        page.ready().await;
        page.find("link", "Timeline").await.click().await.unwrap();
        let timeline = page.find("region", "Timeline").await;
        let mut marks = Vec::new();
        for role in ["button", "link", "option"] {
            marks.extend(page.within(&timeline, role).await);
        }
        let names: Vec<_> = marks.iter().map(|(name, _)| name.clone()).collect();
        let (_, mark) = marks
            .into_iter()
            .find(|(name, _)| name.starts_with("July, year not stated"))
            .unwrap_or_else(|| panic!("no mark of July; there are {names:?}"));
        mark.click().await.unwrap();
        reads_the_dated_sentence(page).await;
    });
}

#[test]
fn the_timeline_is_one_tab_stop_and_opens_by_enter() {
    page("#/timeline", async |page| {
        page.find("region", "Timeline").await;
        page.tab_to("the mark of July", |_, name| name.starts_with("July"))
            .await;
        page.key(Key::Enter).await;
        reads_the_dated_sentence(page).await;
    });
}

#[test]
fn the_timeline_as_a_table() {
    page("#/timeline", async |page| {
        page.find("region", "Timeline").await;
        page.press("T").await;
        let table = page.find_where("table", "of the moments", |_| true).await;
        let text = table.text().await.unwrap();
        assert!(text.contains("July, year not stated"), "{text}");
    });
}

#[test]
fn statements_say_who_and_what() {
    page("", async |page| {
        page.ready().await;
        page.find("link", "Statements").await.click().await.unwrap();
        page.until(
            "the view is open",
            "location.hash.startsWith('#/statements')",
        )
        .await;
        page.until(
            "the quotation and its speaker are shown",
            "['We have a clear vision of what the monument will look like', 'Alexei Chebanenko']\
             .every((it) => document.querySelector('main').textContent.includes(it))",
        )
        .await;
    });
}

#[test]
fn about_lists_the_seed() {
    page("#/about", async |page| {
        page.until(
            "the file's name is shown",
            "document.querySelector('main').textContent.includes('000_6878f1a5fa494d65')",
        )
        .await;
    });
}

#[test]
fn one_file_runs_from_disk() {
    // A name as people give it.
    let folder = target().join("page-from-disk");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("Моя копия #1.html");
    fs::copy(built().join("dossier.html"), &file).unwrap();
    let url = url::Url::from_file_path(file.canonicalize().unwrap()).unwrap();
    at(url.as_str(), async |page| {
        let all = seed::paragraphs().len();
        page.status(&format!("{all} passages in 1 document")).await;
        page.search("skepticism").await;
        let n = seed::holding(&["skepticism"]);
        page.status(&format!("{n} of {all} passages")).await;
        page.reload().await;
        page.status(&format!("{n} of {all} passages")).await;
    });
}

#[test]
fn a_link_into_the_file_on_disk_works() {
    let file = built().join("dossier.html").canonicalize().unwrap();
    let url = url::Url::from_file_path(file).unwrap();
    at(&format!("{url}#/timeline"), async |page| {
        page.find("region", "Timeline").await;
    });
}
