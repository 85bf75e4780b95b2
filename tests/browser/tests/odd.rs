//! Odd documents and addresses: too long, too short, too wide, too many of something, written from the right.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it fails, in its helpers too"
)]

use browser_tests::{Page, Size, odd, page, seed};
use fantoccini::elements::Element;
use serde_json::json;

const STATUS: &str = "document.querySelector('[role=status]').textContent";

/// Lets the page come, which has megabytes to read; returns what the status says of it.
async fn everything(page: &Page) -> String {
    let said = format!(
        "{STATUS}.endsWith(' passages in {} documents')",
        odd::N_DOCUMENTS
    );
    page.until_within(60, "the page has come", &said).await;
    page.eval(STATUS).await.as_str().unwrap().to_owned()
}

/// "1 of 12,000 passages in 1 of 7 documents", by what the status says of everything.
fn part(all: &str, n: usize) -> String {
    let (passages, documents) = all.split_once(" in ").unwrap();
    format!("{n} of {passages} in 1 of {documents}")
}

/// "12,345", of five digits and more.
fn grouped(n: usize) -> String {
    format!("{},{:03}", n / 1000, n % 1000)
}

/// The number that some words begin with.
fn number(words: &str) -> usize {
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

async fn go(page: &Page, route: &str) {
    page.eval(&format!("(location.hash = '{route}', true)"))
        .await;
}

async fn search(page: &Page, word: &str) {
    page.search(word).await;
    page.until(
        "the word is in the address",
        &format!("location.hash.endsWith('q={word}')"),
    )
    .await;
}

async fn click(page: &Page, role: &str, name: &str) {
    page.find(role, name).await.click().await.unwrap();
}

/// Opens the result of that title.
async fn open_result(page: &Page, title: &str) {
    let results = page.find("list", "Results").await;
    let links = page.within(&results, "link").await;
    let link = links.into_iter().find(|it| it.0 == title).unwrap().1;
    link.click().await.unwrap();
    page.find("article", title).await;
}

async fn resize(page: &Page, width: u32) {
    page.resize(Size { width, height: 800 }).await;
}

async fn fits(page: &Page, width: u32, what: &str) {
    let wide = page.eval("document.documentElement.scrollWidth").await;
    assert!(
        wide.as_u64().unwrap() <= u64::from(width),
        "{what} is {wide} wide in {width}"
    );
}

/// How many values a facet has beside those that it shows, and the button for them.
async fn more(page: &Page, facet: &Element) -> (usize, Element) {
    let buttons = page.within(facet, "button").await;
    let mut buttons = buttons.into_iter().filter(|it| it.0.ends_with(" more"));
    let (name, button) = buttons.next().unwrap();
    (number(&name), button)
}

#[test]
fn all_odd_documents_are_listed() {
    odd("", async |page| {
        everything(page).await;
        let results = page.find("list", "Results").await;
        let links = page.within(&results, "link").await;
        let mut listed: Vec<_> = links.into_iter().map(|it| it.0).collect();
        let mut expected = odd::titles();
        listed.sort();
        expected.sort();
        assert_eq!(listed, expected);
    });
}

#[test]
fn the_heading_holds_all_500_characters_of_a_title() {
    let title = odd::long_title();
    assert_eq!(title.chars().count(), 500);
    odd(&format!("#/doc/{}", odd::LONG_TITLE), async |page| {
        everything(page).await;
        page.find("article", &title).await;
        page.find("heading", &title).await;
    });
}

#[test]
fn a_title_of_500_characters_stays_in_its_place() {
    let title = odd::long_title();
    let hits = format!("#/?q={}", odd::BESIDE_LONG_TITLE);
    let statements = format!("#/statements?q={}", odd::BESIDE_LONG_TITLE);
    let reader = format!("#/doc/{}", odd::LONG_TITLE);
    odd("", async |page| {
        everything(page).await;
        for width in [360, 1152, 1280] {
            resize(page, width).await;
            for (route, place) in [
                ("#/", ".document-row"),
                (&*hits, ".hit-group"),
                (&*statements, ".statements"),
                (&*reader, "article h1"),
            ] {
                go(page, route).await;
                let with_title = format!(
                    "[...document.querySelectorAll('{place}')].find((it) => it.textContent.includes('{title}'))"
                );
                page.until("the title is there", &format!("!!{with_title}"))
                    .await;
                fits(page, width, route).await;
                let is_apart = format!(
                    "(() => {{
                        const place = {with_title};
                        const facts = place.querySelector('.byline')?.getBoundingClientRect();
                        const title = place.querySelector('.document-title')?.getBoundingClientRect();
                        return !facts || title.right <= facts.left || title.bottom <= facts.top;
                    }})()"
                );
                assert_eq!(
                    page.eval(&is_apart).await,
                    true,
                    "the title lies over the facts beside it: {route} in {width}"
                );
            }
        }
    });
}

#[test]
fn a_text_of_one_word_is_read() {
    odd("", async |page| {
        everything(page).await;
        open_result(page, odd::WORD_TITLE).await;
        let text = page
            .eval("document.querySelector('article #p1').textContent")
            .await;
        let text = text.as_str().unwrap();
        assert!(text.ends_with(odd::WORD), "{text}");
    });
}

#[test]
fn five_megabytes_are_shown_in_part_with_a_way_to_more() {
    const SHOWN: &str = "document.querySelectorAll('article .passage').length";
    let n = odd::log().lines().count();
    odd(&format!("#/doc/{}", odd::LOG), async |page| {
        everything(page).await;
        page.find("article", odd::LOG_TITLE).await;
        let n_shown = usize::try_from(page.eval(SHOWN).await.as_u64().unwrap()).unwrap();
        assert!((50..2_000).contains(&n_shown), "{n_shown} of {n}");
        // Not among all buttons: each passage has some.
        let gaps = page.select("article button.gap").await;
        assert_eq!(gaps.len(), 1);
        assert_eq!(
            page.name(&gaps[0]).await.unwrap(),
            format!("{} more passages behind this", grouped(n - n_shown))
        );
        gaps[0].click().await.unwrap();
        page.until("more is laid out", &format!("{SHOWN} > {n_shown}"))
            .await;
    });
}

#[test]
fn a_word_near_the_end_of_five_megabytes_is_found_and_shown() {
    odd("", async |page| {
        let all = everything(page).await;
        search(page, odd::LOG_WORD).await;
        page.status(&part(&all, 1)).await;
        open_result(page, odd::LOG_TITLE).await;
        page.until(
            "the word is marked and seen",
            &format!(
                "(() => {{
                    const mark = document.querySelector('article mark');
                    const box = mark.getBoundingClientRect();
                    return mark.textContent == '{}' && box.top > 0 && box.bottom < innerHeight;
                }})()",
                odd::LOG_WORD
            ),
        )
        .await;
        let gaps = page.select("article button.gap").await;
        assert_eq!(gaps.len(), 1, "the text goes on to its end");
        let before = page.name(&gaps[0]).await.unwrap();
        assert!(before.ends_with(" more passages before this"), "{before}");
    });
}

#[test]
fn one_of_400_names_of_a_paragraph_is_found_and_chosen() {
    let last = odd::last_of_the_crowd();
    odd("", async |page| {
        let all = everything(page).await;
        let people = page.find("group", "People").await;
        let n_shown = page.within(&people, "checkbox").await.len();
        assert!((1..=12).contains(&n_shown), "{n_shown} are shown");
        let (n_more, _) = more(page, &people).await;
        assert!(
            n_shown + n_more >= odd::N_CROWD,
            "{n_shown} and {n_more} of {} are known",
            odd::N_CROWD
        );
        let field = page.find("searchbox", "Find in People").await;
        field.send_keys(&last.to_lowercase()).await.unwrap();
        click(page, "checkbox", &format!("{last} (1)")).await;
        page.status(&part(&all, 1)).await;
        click(page, "button", &format!("Remove filter: People = {last}")).await;
        page.status(&all).await;
    });
}

#[test]
fn nothing_but_the_table_scrolls_sideways() {
    /// Everything that can be scrolled sideways, by its name.
    const SIDEWAYS: &str = "[...document.querySelectorAll('*')]
        .filter((it) => it.scrollWidth > it.clientWidth && ['auto', 'scroll'].includes(getComputedStyle(it).overflowX))
        .map((it) => it.ariaLabel ?? it.outerHTML.slice(0, 100))";
    odd(&format!("#/doc/{}", odd::TABLE), async |page| {
        everything(page).await;
        page.find("region", "Table").await;
        let rows = page
            .eval("document.querySelectorAll('article tbody tr').length")
            .await;
        assert_eq!(rows, json!(odd::N_ROWS + 1), "with the head");
        for width in [360, 1280] {
            resize(page, width).await;
            fits(page, width, "the table").await;
            assert_eq!(page.eval(SIDEWAYS).await, json!(["Table"]), "in {width}");
        }
    });
}

#[test]
fn a_word_in_a_cell_leads_to_its_row() {
    odd("", async |page| {
        let all = everything(page).await;
        search(page, odd::TABLE_WORD).await;
        page.status(&part(&all, 1)).await;
        open_result(page, odd::TABLE_TITLE).await;
        page.until(
            "the row has the focus and is seen, the word is marked",
            &format!(
                "(() => {{
                    const row = document.querySelector('tr#p{}');
                    const box = row.getBoundingClientRect();
                    return document.activeElement == row && row.querySelector('td mark').textContent == '{}' &&
                        box.top >= 0 && box.bottom <= innerHeight;
                }})()",
                odd::TABLE_ROW + 1,
                odd::TABLE_WORD
            ),
        )
        .await;
    });
}

#[test]
fn each_paragraph_reads_in_its_own_direction() {
    odd(&format!("#/doc/{}", odd::BOTH_WAYS), async |page| {
        everything(page).await;
        page.find("article", odd::BOTH_WAYS_TITLE).await;
        let directions = page
            .eval(
                "[...document.querySelectorAll('article .passage')].map((it) => getComputedStyle(it).direction)",
            )
            .await;
        let expected = odd::BOTH_WAYS_PARAGRAPHS.map(|it| it.1);
        assert_eq!(directions, json!(expected));
    });
}

#[test]
fn words_that_are_written_from_the_right_are_found_and_marked() {
    odd("", async |page| {
        let all = everything(page).await;
        for word in odd::BOTH_WAYS_WORDS {
            let is_marked = |place: &str| {
                format!(
                    "document.querySelectorAll('{place} mark').length == 1 && \
                     document.querySelector('{place} mark').textContent == '{word}'"
                )
            };
            go(page, &format!("#/?q={word}")).await;
            page.status(&part(&all, 1)).await;
            page.until("marked in the hit", &is_marked(".hit-group"))
                .await;
            open_result(page, odd::BOTH_WAYS_TITLE).await;
            page.until("marked in the text", &is_marked("article"))
                .await;
        }
    });
}

#[test]
fn one_of_20_000_tags_is_found_and_chosen() {
    const WANTED: usize = 12_345;
    /// The check boxes of the tags.
    const BOXES: &str = "[...document.querySelectorAll('fieldset')]
        .find((it) => it.querySelector('legend')?.textContent == 'Tags').querySelectorAll('input[type=checkbox]').length";
    odd("", async |page| {
        let all = everything(page).await;
        let tags = page.find("group", "Tags").await;
        let n_shown = page.within(&tags, "checkbox").await.len();
        let (n_more, button) = more(page, &tags).await;
        assert_eq!(n_shown + n_more, odd::N_TAGS);
        button.click().await.unwrap();
        page.until("more are laid out", &format!("{BOXES} > {n_shown}"))
            .await;
        let n_boxes = page.eval(BOXES).await.as_u64().unwrap();
        assert!(n_boxes <= 300, "{n_boxes} check boxes");

        let tag = odd::tag(WANTED);
        let field = page.find("searchbox", "Find in Tags").await;
        field.send_keys(&WANTED.to_string()).await.unwrap();
        page.until("the others are gone", &format!("{BOXES} == 1"))
            .await;
        click(page, "checkbox", &format!("{tag} ({})", odd::N_TAGGED)).await;
        page.status(&part(&all, odd::N_TAGGED)).await;
        click(page, "button", &format!("Remove filter: Tags = {tag}")).await;
        page.status(&all).await;
    });
}

const NAME: &str = "Alexei Chebanenko";

const FILTER: &str = "person=Alexei%20Chebanenko";

/// Addresses of 60,000 characters and more; each has a filter, so that there is something to clear.
fn endless_addresses() -> [(&'static str, String); 5] {
    let of_words = |words: String| format!("#/?{FILTER}&q={words}");
    let filters: Vec<String> = (0..5_000).map(|n| format!("person=Nobody%20{n}")).collect();
    [
        (
            "a word again and again",
            of_words("monument%20".repeat(5_455)),
        ),
        ("one endless word", of_words("m".repeat(60_000))),
        ("ships", of_words("%F0%9F%9A%A2".repeat(5_000))),
        (
            "one filter 5,000 times",
            format!("#/?{}", format!("{FILTER}&").repeat(5_000)),
        ),
        ("5,000 filters", format!("#/?{}", filters.join("&"))),
    ]
}

async fn says_that_the_address_was_cut(page: &Page) {
    let notes = page.find("list", "Notes on the query").await;
    let notes = notes.text().await.unwrap();
    assert!(
        notes.contains("The address is too long; its end was left out"),
        "{notes}"
    );
}

fn everything_of_the_seed() -> String {
    format!("{} passages in 1 document", seed::paragraphs().len())
}

/// Presses "Clear all", looked for where no filter is: there may be hundreds.
async fn clear_all(page: &Page) {
    for button in page.select(".status-bar > button").await {
        if page.name(&button).await.unwrap() == "Clear all" {
            button.click().await.unwrap();
            return;
        }
    }
    panic!("there is no way to clear all");
}

#[test]
fn an_endless_address_leaves_the_page_usable() {
    let all = everything_of_the_seed();
    for (what, route) in endless_addresses() {
        println!("{what}");
        page(&route, async |page| {
            page.ready().await;
            page.find("searchbox", "Search").await;
            let views = page.find("navigation", "Views").await;
            assert_eq!(page.within(&views, "link").await.len(), 3);
            says_that_the_address_was_cut(page).await;
            clear_all(page).await;
            page.status(&all).await;
            page.until(
                "nothing is searched for",
                "document.querySelector('#search').value == '' && location.hash.length < 100",
            )
            .await;
            page.search("skepticism").await;
            let found = seed::holding(&["skepticism"]);
            page.status(&format!("{found} of ")).await;
        });
    }
}

#[test]
fn a_filter_that_an_address_repeats_is_one() {
    let route = format!("#/?{}", format!("{FILTER}&").repeat(5_000));
    let n = seed::holding(&["Chebanenko"]);
    page(&route, async |page| {
        page.status(&format!("{n} of ")).await;
        page.find("button", &format!("Remove filter: People = {NAME}"))
            .await;
        let filters = page.find("list", "Active filters").await;
        let filters = page.within(&filters, "listitem").await.len();
        assert_eq!(filters, 1, "nothing comes of the piece that was cut");
    });
}

#[test]
fn an_endless_name_in_an_address_does_not_widen_the_page() {
    // Short enough to be taken as it is.
    let route = format!("#/?person={}", "m".repeat(15_000));
    page(&route, async |page| {
        page.status("0 of ").await;
        for width in [360, 1280] {
            resize(page, width).await;
            fits(page, width, "the filter").await;
        }
        clear_all(page).await;
        page.status(&everything_of_the_seed()).await;
    });
}
