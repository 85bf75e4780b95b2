//! One selection: searching, filtering, combining, leaving out, and the URL that carries it.

use browser_tests::{Page, page, seed};
use fantoccini::elements::Element;

const NAME: &str = "Alexei Chebanenko";

/// "3 of 18 passages"
fn part(n: usize) -> String {
    let all = seed::paragraphs().len();
    format!("{n} of {all} passages")
}

fn everything() -> String {
    format!("{} passages in 1 document", seed::paragraphs().len())
}

async fn checkbox(page: &Page, value: &str) -> Element {
    let start = format!("{value} (");
    page.find_where("checkbox", value, |it| it.starts_with(&start))
        .await
}

#[test]
fn the_first_screen_says_how_much_there_is() {
    page("", async |page| {
        let status = page.status(&everything()).await;
        assert_eq!(status, everything());
        page.find("navigation", "Views").await;
        for view in ["Documents", "Timeline", "Statements"] {
            page.find("link", view).await;
        }
        let current = page.select("nav [aria-current=page]").await;
        assert_eq!(current.len(), 1);
        assert_eq!(current[0].text().await.unwrap(), "Documents");
    });
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    page("", async |page| {
        page.status(&everything()).await;
        let elsewhere = page
            .eval(
                "performance.getEntriesByType('resource').map((it) => it.name)\
                 .filter((it) => !it.startsWith(location.origin) && !it.startsWith('data:'))",
            )
            .await;
        assert_eq!(elsewhere, serde_json::json!([]));
    });
}

#[test]
fn a_search_leaves_the_passages_that_hold_the_word() {
    page("", async |page| {
        page.status(&everything()).await;
        page.search("skepticism").await;
        page.status(&part(seed::holding(&["skepticism"]))).await;
        page.until(
            "the word is in the URL",
            "location.hash.includes('q=skepticism')",
        )
        .await;
        let marked = page
            .eval(
                "[...document.querySelectorAll('mark')].map((it) => it.textContent.toLowerCase())",
            )
            .await;
        let marked = marked.as_array().unwrap();
        assert!(!marked.is_empty(), "nothing is marked");
        assert!(marked.iter().all(|it| it == "skepticism"), "{marked:?}");
    });
}

#[test]
fn every_hit_has_its_title_and_a_marked_word() {
    page("#/?q=monument", async |page| {
        page.ready().await;
        let results = page.find("list", "Results").await;
        let hits = page.within(&results, "listitem").await;
        assert!(hits.len() > 5, "{} hits", hits.len());
        for (_, hit) in hits {
            let text = hit.text().await.unwrap();
            assert!(
                !page.within(&hit, "link").await.is_empty(),
                "no title: {text}"
            );
            assert!(
                !page.within(&hit, "mark").await.is_empty(),
                "no mark: {text}"
            );
        }
    });
}

#[test]
fn a_name_leaves_the_passages_that_name_it() {
    page("", async |page| {
        page.status(&everything()).await;
        let named = seed::holding(&["Chebanenko"]);
        page.find("group", "People").await;
        let choice = page.find("checkbox", &format!("{NAME} ({named})")).await;
        choice.click().await.unwrap();
        page.status(&part(named)).await;
        page.find("list", "Active filters").await;
        page.find("button", &format!("Remove filter: People = {NAME}"))
            .await;
    });
}

#[test]
fn filters_combine_with_the_search_and_back_takes_them_off() {
    page("", async |page| {
        page.status(&everything()).await;
        checkbox(page, NAME).await.click().await.unwrap();
        page.status(&part(seed::holding(&["Chebanenko"]))).await;
        page.search("monument").await;
        page.status(&part(seed::holding(&["Chebanenko", "monument"])))
            .await;
        page.find("button", "Clear all")
            .await
            .click()
            .await
            .unwrap();
        page.status(&everything()).await;
        page.back().await;
        page.status(&part(seed::holding(&["Chebanenko", "monument"])))
            .await;
    });
}

#[test]
fn back_takes_off_one_filter() {
    page("", async |page| {
        page.status(&everything()).await;
        checkbox(page, NAME).await.click().await.unwrap();
        page.status(&part(seed::holding(&["Chebanenko"]))).await;
        page.back().await;
        page.status(&everything()).await;
        assert!(!checkbox(page, NAME).await.is_selected().await.unwrap());
    });
}

#[test]
fn a_name_can_be_left_out() {
    page("", async |page| {
        page.status(&everything()).await;
        page.find("button", &format!("Exclude {NAME}"))
            .await
            .click()
            .await
            .unwrap();
        let others = seed::paragraphs().len() - seed::holding(&["Chebanenko"]);
        page.status(&part(others)).await;
        page.until("the URL says so", "location.hash.includes('person=-')")
            .await;
        let remove = page
            .find_where("button", "that takes it off", |it| {
                it.starts_with("Remove filter: People") && it.ends_with(NAME)
            })
            .await;
        remove.click().await.unwrap();
        page.status(&everything()).await;
    });
}

#[test]
fn a_link_brings_the_whole_selection_back() {
    page("", async |page| {
        page.status(&everything()).await;
        checkbox(page, NAME).await.click().await.unwrap();
        page.search("monument").await;
        let both = part(seed::holding(&["Chebanenko", "monument"]));
        page.status(&both).await;
        page.until(
            "the URL holds both",
            "location.hash.includes('q=monument') && location.hash.includes('person=')",
        )
        .await;
        let link = page.url().await;
        page.reload().await;
        page.status(&both).await;
        page.go("about:blank").await;
        page.go(&link).await;
        page.status(&both).await;
        assert!(checkbox(page, NAME).await.is_selected().await.unwrap());
        let field = page.find("searchbox", "Search").await;
        assert_eq!(
            field.prop("value").await.unwrap().as_deref(),
            Some("monument")
        );
        assert_eq!(page.url().await, link, "opening a link must not change it");
    });
}

#[test]
fn a_search_without_a_hit_says_so() {
    page("#/?q=xylophone", async |page| {
        page.status(&part(0)).await;
    });
}

#[test]
fn rubbish_in_the_url_does_not_stop_the_page() {
    for route in [
        "#/?from=rubbish&to=31-31-31&person=Nobody%20Known&clock=cuckoo",
        "#/?q=%FF%FE&person=&undated=maybe",
        "#/nothing/here?x",
        "#/doc/no-such-document?p=99999999999",
        "#?",
    ] {
        page(route, async |page| {
            page.find("searchbox", "Search").await;
            page.find("navigation", "Views").await;
        });
    }
}
