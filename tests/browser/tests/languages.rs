//! The page in another language: chosen by the browser, the reader or the address; all of it, and only what is in use.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it fails, in its helpers too"
)]

use browser_tests::{BELOW, Host, Page, Size, Trick, at, built, in_trouble, letters};

/// Views and states of any page.
const VIEWS: [&str; 9] = [
    "#/",
    "#/timeline",
    "#/timeline?table=1",
    "#/statements",
    "#/statements?by=speaker",
    "#/about",
    "#/notes",
    "#/nowhere",
    "#/?q=xylophone",
];

/// Has the browser ask for a language from the next page on.
fn asking(language: &str) -> String {
    format!("Object.defineProperty(navigator, 'languages', {{ get: () => ['{language}', 'en'] }})")
}

/// What of the page is in plain letters, though it is no word of a document: each with where it stands.
///
/// Documents' own words stand in elements of their own direction or language, between marks of isolation, or in the
/// places that are named here: titles, names, cues, files, queries to copy; and the line below the page, which is
/// there without the program.
const PLAIN: &str = r"(() => {
    // One field of the letters is named by their publisher.
    const isPublishers = (text) => text == 'Author';
    const own = `[dir=auto], [lang]:not([lang='ar-XB']), .passage, code, kbd, pre, .edtf, .site-title, .colophon, #crash,
        #notice, noscript, style, script, title, .seed-list, .tags, .byline, .person, .org, .place, .group, .words-used,
        .unnamed + *, .file dd, .speaker, th[scope=row] > span, .colophon *`;
    const letters = (text) => {
        for (let n = 0; n < 5; n++) text = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, '');
        return /[A-Za-z]{2}/.test(text);
    };
    const found = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (!parentElement.closest(own) && !isPublishers(data) && letters(data)) found.add(`${parentElement.tagName}.${parentElement.className}: ${data}`);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'alt']) {
        for (const it of document.body.querySelectorAll(`[${name}]`)) {
            // A value with its count, a name in the text, a date with its sentence.
            if (it.closest('.value, .name, .mark-row, .colophon, #crash, #notice, .passage, .begin')) continue;
            if (it.closest('a[data-step], .finder, .exclude')) continue;
            if (letters(it.getAttribute(name))) found.add(`${name}: ${it.getAttribute(name)}`);
        }
    }
    return [...found];
})()";

async fn speaks(page: &Page, language: &str) {
    page.until(
        &format!("the page speaks {language}"),
        &format!("document.documentElement.lang == '{language}' && !!document.querySelector('main h1, main article h1')"),
    )
    .await;
}

async fn n_tables(page: &Page) -> u64 {
    page.eval("performance.getEntriesByType('resource').filter((it) => it.name.includes('/words-')).length")
        .await
        .as_u64()
        .unwrap()
}

#[test]
fn the_browser_chooses_and_the_reader_chooses_again() {
    letters("", async |page| {
        speaks(page, "en").await;
        assert_eq!(n_tables(page).await, 0, "English needs no table");
        page.prepare(&asking("de-CH")).await;
        page.reload().await;
        speaks(page, "de").await;
        page.find("navigation", "Ansichten").await;
        page.status("360 Absätze in 120 Dokumenten").await;
        assert_eq!(n_tables(page).await, 1, "only the one in use");

        page.eval("(location.hash = '#/timeline?person=Ada%20Norling', true)")
            .await;
        page.find("region", "Zeitleiste").await;
        choose(page, "en").await;
        speaks(page, "en").await;
        page.find("region", "Timeline").await;
        page.until("the focus stays", "document.activeElement.id == 'language'")
            .await;
        assert!(
            page.url()
                .await
                .ends_with("#/timeline?person=Ada%20Norling"),
            "the address survives"
        );
        page.reload().await;
        speaks(page, "en").await;
        choose(page, "de").await;
        speaks(page, "de").await;
        page.reload().await;
        speaks(page, "de").await;
    });
}

async fn choose(page: &Page, language: &str) {
    page.eval(&format!(
        "(() => {{ const it = document.getElementById('language'); it.focus(); it.value = '{language}'; \
         it.dispatchEvent(new Event('change', {{ bubbles: true }})); return true }})()"
    ))
    .await;
}

#[test]
fn an_address_asks_for_a_language_until_another_is_chosen() {
    letters("#/timeline?ui=de", async |page| {
        speaks(page, "de").await;
        page.find("link", "Aussagen").await.click().await.unwrap();
        assert!(page.url().await.ends_with("#/statements?ui=de"));
        choose(page, "en").await;
        speaks(page, "en").await;
        assert!(page.url().await.ends_with("#/statements"));
        page.eval("(location.hash = '#/?ui=de', true)").await;
        speaks(page, "de").await;
        page.eval("(location.hash = '#/?ui=xx', true)").await;
        page.until(
            "what is no language is said to be none",
            "document.querySelector('.notes')?.textContent.includes('ui=xx')",
        )
        .await;
    });
}

#[test]
fn without_its_table_the_page_speaks_english() {
    let host = Host::start(&built(), BELOW);
    host.play(".txt", Trick::Gone);
    in_trouble(&format!("{}#/?ui=de", host.url()), async |page| {
        speaks(page, "en").await;
        page.find("navigation", "Views").await;
    });
}

#[test]
fn a_table_that_does_not_come_keeps_nobody_waiting() {
    let host = Host::start(&built(), BELOW);
    host.play(".txt", Trick::Slow(4_000));
    in_trouble(&format!("{}#/?ui=de", host.url()), async |page| {
        let waits = "document.documentElement.hasAttribute('data-waits')";
        page.until("it waits for the table", waits).await;
        page.until_within(15, "it is drawn", &format!("!({waits})"))
            .await;
        speaks(page, "en").await;
    });
}

#[test]
fn from_disk_it_speaks_german_as_well() {
    let file = format!("file://{}#/?ui=de", built().join("dossier.html").display());
    at(&file, async |page| {
        speaks(page, "de").await;
        page.find("navigation", "Ansichten").await;
    });
}

#[test]
fn every_word_of_the_page_is_in_the_catalogue_and_nothing_overflows() {
    let mut found = Vec::new();
    letters("#/?ui=ar-XB", async |page| {
        speaks(page, "ar-XB").await;
        let direction = page.eval("document.documentElement.dir").await;
        assert_eq!(direction, "rtl");
        for width in [360, 1280] {
            page.resize(Size { width, height: 800 }).await;
            for view in VIEWS.iter().chain(&["#/doc/000-norling", "#/?q=ferry"]) {
                page.eval(&format!("(location.hash = '{view}', true)"))
                    .await;
                speaks(page, "ar-XB").await;
                let plain = page.eval(PLAIN).await;
                for it in plain.as_array().into_iter().flatten() {
                    found.push(format!("{view}: {it}"));
                }
                let wide = page.eval("document.documentElement.scrollWidth").await;
                if wide.as_u64() > Some(width.into()) {
                    found.push(format!("{view}: {wide} wide of {width}"));
                }
                for it in page.violations().await {
                    found.push(format!("{view}, {width} wide: {it}"));
                }
            }
        }
    });
    assert!(found.is_empty(), "{found:#?}");
}
