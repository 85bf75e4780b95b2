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

#[test]
fn a_date_tells_how_it_was_read() {
    const CARD: &str = "document.querySelector('article [role=dialog]')";
    page("", async |page| {
        page.ready().await;
        let date = page.find("button", "July").await;
        date.click().await.unwrap();
        page.until(
            "the card says the value, the rule and the words",
            &format!(
                "['July, year not stated', 'XXXX-07', 'Read as a month, from “July”']\
                 .every((it) => {CARD}.textContent.includes(it))"
            ),
        )
        .await;
        page.until(
            "the card has the focus",
            &format!("document.activeElement == {CARD}"),
        )
        .await;
        page.key(Key::Escape).await;
        page.until(
            "Esc closes the card, and the date has the focus",
            &format!("!{CARD} && document.activeElement.textContent == 'July'"),
        )
        .await;
        page.key(Key::Enter).await;
        page.until("Enter opens it again", &format!("!!{CARD}"))
            .await;
        page.key(Key::Tab).await;
        page.key(Key::Enter).await;
        page.until(
            "its link leads to the timeline",
            "location.hash.startsWith('#/timeline')",
        )
        .await;
    });
}

#[test]
fn the_reader_says_when_it_was_published() {
    const TIMELINE: &str = "document.querySelector('main').textContent";
    page("#/timeline?from=2025-07&to=2025-07", async |page| {
        page.status("1 of 18 passages in 1 document · 0 surely and 1 possibly")
            .await;
        let field = page.find("textbox", "Read as if published on").await;
        field.send_keys("2025-10-01").await.unwrap();
        page.key(Key::Enter).await;
        page.until(
            "the address carries it",
            "location.hash.includes('as-of=2025-10-01')",
        )
        .await;
        page.status("1 of 18 passages in 1 document · 1 surely and 0 possibly")
            .await;
        let has_year = format!("{TIMELINE}.includes('July 2025')");
        page.until("the timeline knows the year", &has_year).await;
        page.until(
            "and no longer says that there is none",
            &format!("!{TIMELINE}.includes('year not stated')"),
        )
        .await;
        page.reload().await;
        page.until("a reload shows the same", &has_year).await;
    });
}
