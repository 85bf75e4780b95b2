//! However the page is delivered, and whatever befalls it on the way: it works, or says what is wrong and leads to the
//! plain documents.

use std::fs;

use browser_tests::{
    BELOW, Host, Page, Trick, archive, at, built, built_letters, built_odd, coming, in_trouble,
    page, seed,
};

/// What the line at the bottom says.
const NOTICE: &str = "(document.getElementById('notice').hidden ? '' : document.getElementById('notice').textContent)";

/// Longer than any test.
const NEVER: u64 = 3_600_000;

async fn says(page: &Page, words: &str) {
    page.until(words, &format!("{NOTICE}.includes('{words}')"))
        .await;
}

#[allow(
    clippy::unwrap_used,
    reason = "a test may stop where it fails, in its helpers too"
)]
async fn try_again(page: &Page) {
    let button = page.find("button", "Try again").await;
    button.click().await.unwrap();
}

/// The line has a link to the plain pages, and it leads there.
async fn leads_to_the_documents(page: &Page) {
    page.eval("document.querySelector('#notice a').click()")
        .await;
    page.until(
        "the plain list",
        "location.pathname.endsWith('/text/index.html')",
    )
    .await;
    page.find("heading", "All documents").await;
}

async fn is_kept(page: &Page) {
    page.until(
        "the worker keeps the page",
        "!!navigator.serviceWorker.controller && navigator.serviceWorker.controller.state == 'activated'",
    )
    .await;
}

#[test]
fn without_scripts_the_documents_are_readable() {
    page("", async |page| {
        page.run_scripts(false).await;
        page.reload().await;
        let text = page.text().await;
        for paragraph in seed::paragraphs() {
            assert!(text.contains(&paragraph), "missing: {paragraph}");
        }
        assert!(
            text.contains("JavaScript and WebAssembly, which are off"),
            "{text}"
        );
        page.select("noscript a").await[0].click().await.unwrap();
        page.select("ul.documents a").await[0]
            .click()
            .await
            .unwrap();
        let text = page.text().await;
        for paragraph in seed::paragraphs() {
            assert!(
                text.contains(&paragraph),
                "missing on its plain page: {paragraph}"
            );
        }
        page.select("footer a").await[0].click().await.unwrap();
        assert!(page.url().await.contains("#/doc/"), "{}", page.url().await);
    });
}

#[test]
fn the_first_screen_is_there_before_the_program() {
    let host = Host::start(&built(), BELOW);
    host.play("index.html", Trick::SlowProgram(400));
    coming(host.url(), async |page| {
        page.until("it is drawn", "!!document.getElementById('program')")
            .await;
        page.eval(
            "(window.shift = 0, new PerformanceObserver((list) => { \
                   for (const it of list.getEntries()) window.shift += it.value; \
                   }).observe({ type: 'layout-shift', buffered: true }), true)",
        )
        .await;
        let text = page.text().await;
        for paragraph in seed::paragraphs() {
            assert!(text.contains(&paragraph), "missing: {paragraph}");
        }
        says(page, "Loading the search and the documents: ").await;
        page.search("skepticism").await;
        let n = seed::holding(&["skepticism"]);
        page.status(&format!("{n} of ")).await;
        page.until(
            "what was typed early is in the field, which still has the focus",
            "document.activeElement.id == 'search' && document.activeElement.value == 'skepticism'",
        )
        .await;
        assert_eq!(page.eval(NOTICE).await, "");
    });
}

/// How far things move while the page of a folder opens, by the browser's own measure.
fn shift_while_opening(folder: &std::path::Path) -> f64 {
    let host = Host::start(folder, BELOW);
    host.play("index.html", Trick::SlowProgram(60));
    let mut shift = 0.0;
    at(host.url(), async |page| {
        page.eval(
            "(window.shift = 0, new PerformanceObserver((list) => { \
                   for (const it of list.getEntries()) window.shift += it.value; \
                   }).observe({ type: 'layout-shift', buffered: true }), true)",
        )
        .await;
        page.ready().await;
        page.until("frames later", "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
            .await;
        shift = page.eval("window.shift").await.as_f64().unwrap_or(1.0);
    });
    shift
}

#[test]
fn nothing_moves_when_the_program_comes() {
    for (folder, what) in [(built(), "one document"), (built_letters(), "many")] {
        // A machine that does many things at once may show a page in pieces; not every time.
        let shifts = (0..3).map(|_| shift_while_opening(&folder));
        let shifts: Vec<f64> = shifts
            .scan(true, |goes_on, it| {
                std::mem::replace(goes_on, it > 0.0).then_some(it)
            })
            .collect();
        assert_eq!(shifts.last(), Some(&0.0), "{what}: {shifts:?}");
    }
}

#[test]
fn another_address_does_not_show_the_first_screen() {
    let host = Host::start(&built(), BELOW);
    host.play("index.html", Trick::SlowProgram(NEVER));
    coming(&format!("{}#/timeline", host.url()), async |page| {
        page.until(
            "it is empty",
            "document.getElementById('app')?.childElementCount == 0",
        )
        .await;
        says(page, "Loading the search and the documents").await;
    });
}

#[test]
fn the_first_answer_does_not_wait_for_the_rest_of_the_program() {
    for (folder, word, what) in [
        (built(), "skepticism", "one document"),
        (built_letters(), "ferry", "many"),
    ] {
        let host = Host::start(&folder, BELOW);
        // Whoever needed it would fail at once.
        host.play("rest-", Trick::HalfWay);
        in_trouble(host.url(), async |page| {
            page.ready().await;
            page.search(word).await;
            page.until(
                what,
                "/^[1-9][0-9]* of /.test(document.querySelector('[role=status]').textContent)",
            )
            .await;
            page.until(
                "marked where it stands",
                "!!document.querySelector('main mark')",
            )
            .await;
        });
    }
}

#[test]
fn whoever_is_faster_than_the_rest_of_the_program_waits_for_it() {
    let host = Host::start(&built_letters(), BELOW);
    host.play("rest-", Trick::HalfWay);
    in_trouble(host.url(), async |page| {
        page.ready().await;
        // That it was dropped once does not matter.
        host.behave();
        page.find("link", "Timeline").await.click().await.unwrap();
        page.until("the timeline", "!!document.querySelector('.plot')")
            .await;
    });
}

#[test]
fn a_rest_of_the_program_that_does_not_come_is_told() {
    let host = Host::start(&built_letters(), BELOW);
    host.play("rest-", Trick::HalfWay);
    in_trouble(host.url(), async |page| {
        page.ready().await;
        page.find("link", "Timeline").await.click().await.unwrap();
        says(page, "This part of the page did not come").await;
        host.behave();
        try_again(page).await;
        page.until("the timeline", "!!document.querySelector('.plot')")
            .await;
        assert_eq!(page.eval(NOTICE).await, "");
    });
}

#[test]
fn a_wrong_type_does_no_harm() {
    let host = Host::start(&built_odd(), BELOW);
    host.play(".wasm", Trick::Type("application/octet-stream"));
    host.play(".lzma", Trick::Type("text/plain"));
    at(host.url(), async |page| page.ready().await);
    let host = Host::start(&built(), BELOW);
    host.play(".part", Trick::Type("text/plain"));
    at(host.url(), async |page| page.ready().await);
}

#[test]
fn a_connection_that_drops_or_stalls_can_be_tried_again() {
    const DROPS: (Trick, &str) = (Trick::HalfWay, "the connection broke off");
    const STALLS: (Trick, &str) = (Trick::Stall, "or is very slow");
    for (folder, part, (trick, said)) in [
        // The program begins in the page and goes on in a file, or is a file of its own.
        (built(), "index.html", DROPS),
        (built(), ".part", DROPS),
        (built_odd(), ".wasm", DROPS),
        (built(), "index.html", STALLS),
        (built(), ".part", STALLS),
    ] {
        let host = Host::start(&folder, BELOW);
        host.play(part, trick);
        coming(host.url(), async |page| {
            let said = format!("{NOTICE}.includes('{said}')");
            page.until_within(20, part, &said).await;
            host.behave();
            try_again(page).await;
            page.ready().await;
            page.until("the line is gone", &format!("{NOTICE} == ''"))
                .await;
        });
    }
}

#[test]
fn a_dropped_connection_leads_to_the_documents() {
    let host = Host::start(&built(), BELOW);
    host.play(".js", Trick::HalfWay);
    in_trouble(host.url(), async |page| {
        says(page, "the connection broke off").await;
        leads_to_the_documents(page).await;
    });
}

#[test]
fn a_page_that_a_cache_kept_says_that_there_is_a_newer_one() {
    let host = Host::start(&built_letters(), BELOW);
    host.play("rest-", Trick::Gone);
    host.play("sw.js", Trick::Gone);
    in_trouble(host.url(), async |page| {
        page.ready().await;
        says(page, "A newer version of this page is out").await;
        page.search("ferry").await;
        page.status("90 of ").await;
        host.show(&built());
        host.behave();
        page.find("button", "Show it").await.click().await.unwrap();
        let n = seed::paragraphs().len();
        page.status(&format!("0 of {n} passages")).await;
    });
}

#[test]
fn a_page_that_a_cache_kept_finds_the_newer_one() {
    for (folder, part) in [(built_letters(), ".part"), (built_odd(), ".wasm")] {
        let host = Host::start(&folder, BELOW);
        host.play(part, Trick::Gone);
        in_trouble(host.url(), async |page| {
            says(page, "missing on the server").await;
            // Another build; the browser still has the old page, and none of its files.
            host.show(&built());
            host.behave();
            page.go("about:blank").await;
            page.go(host.url()).await;
            page.status(&format!("{} passages", seed::paragraphs().len()))
                .await;
        });
    }
}

#[test]
fn a_page_whose_files_are_gone_says_so() {
    let host = Host::start(&built(), BELOW);
    host.play(".js", Trick::Gone);
    in_trouble(host.url(), async |page| {
        says(page, "missing on the server").await;
        leads_to_the_documents(page).await;
    });
}

#[test]
fn a_host_that_answers_everything_with_its_start_page_is_found_out() {
    let host = Host::start(&built(), BELOW);
    host.play(".js", Trick::Type("text/html"));
    in_trouble(host.url(), async |page| {
        says(page, "missing on the server").await;
    });
}

#[test]
fn a_browser_without_webassembly_shows_the_documents() {
    let host = Host::start(&built(), BELOW);
    in_trouble("about:blank", async |page| {
        page.prepare("delete window.WebAssembly").await;
        page.go(host.url()).await;
        says(page, "This browser knows no WebAssembly").await;
        let text = page.text().await;
        assert!(text.contains(&seed::paragraphs()[0]), "{text}");
        leads_to_the_documents(page).await;
    });
}

/// Runs a test on a page's single file from disk, in a browser that lacks something.
#[allow(
    clippy::unwrap_used,
    reason = "a test may stop where it fails, in its helpers too"
)]
fn single_without(lacking: &str, folder: &std::path::Path, test: impl AsyncFnOnce(&Page)) {
    let file = folder.join("dossier.html").canonicalize().unwrap();
    let url = url::Url::from_file_path(file).unwrap();
    in_trouble("about:blank", async |page| {
        page.prepare(&format!("delete window.{lacking}")).await;
        page.go(url.as_str()).await;
        test(page).await;
    });
}

#[test]
fn an_old_browser_shows_what_it_can_of_the_single_file() {
    single_without("WebAssembly", &built(), async |page| {
        says(page, "This browser is too old for this file").await;
        let text = page.text().await;
        assert!(text.contains(&seed::paragraphs()[0]), "{text}");
    });
    single_without("DecompressionStream", &built(), async |page| {
        page.ready().await;
    });
    single_without("DecompressionStream", &built_odd(), async |page| {
        says(page, "This browser is too old for this file").await;
    });
}

#[test]
fn after_one_visit_the_page_works_without_a_network() {
    let host = Host::start(&built_letters(), BELOW);
    in_trouble(host.url(), async |page| {
        page.ready().await;
        is_kept(page).await;
        host.go_down();
        page.reload().await;
        page.ready().await;
        page.search("ferry").await;
        page.until("it searches", "location.hash.includes('q=ferry')")
            .await;
        page.until(
            "it leads to a letter",
            "(document.querySelector('main a[href*=\"#/doc/\"]').click(), location.hash.startsWith('#/doc/'))",
        )
        .await;
        page.until("it reads", "!!document.querySelector('article')")
            .await;
        page.go(&format!("{}?utm_source=elsewhere#/about", host.url()))
            .await;
        page.find("heading", "About this collection").await;
    });
}

#[test]
fn after_one_visit_the_plain_pages_and_the_copy_open_without_a_network() {
    let host = Host::start(&built_letters(), BELOW);
    in_trouble(host.url(), async |page| {
        page.ready().await;
        is_kept(page).await;
        host.go_down();
        page.select(".colophon a").await[0].click().await.unwrap();
        page.until(
            "the list opens",
            "location.pathname.endsWith('/text/index.html')",
        )
        .await;
        page.select("ul.documents a").await[0]
            .click()
            .await
            .unwrap();
        page.until(
            "a letter opens, with its style",
            "!!document.querySelector('article p') && document.styleSheets[0].cssRules.length > 0",
        )
        .await;
        page.go(&format!("{}dossier.html", host.url())).await;
        page.ready().await;
        let status = page.status("").await;
        assert!(status.ends_with(" in 120 documents"), "{status}");
        page.go(&format!("{}text/no-such-letter.html", host.url()))
            .await;
        let text = page.text().await;
        assert!(text.contains("There is no network"), "{text}");
        page.find("link", "The documents are kept.")
            .await
            .click()
            .await
            .unwrap();
        page.ready().await;
    });
}

#[test]
fn a_newer_version_waits_until_it_is_asked_for() {
    const N_CACHES: &str = "caches.keys().then((it) => it.length == 1)";
    let host = Host::start(&built_letters(), BELOW);
    in_trouble(host.url(), async |page| {
        page.ready().await;
        is_kept(page).await;
        host.show(&built());
        page.reload().await;
        page.ready().await;
        says(page, "A new version of this page is ready.").await;
        let status = page.status("").await;
        assert!(
            status.contains(" in 120 documents"),
            "still the old one: {status}"
        );
        page.find("button", "Show it").await.click().await.unwrap();
        page.status(&format!("{} passages", seed::paragraphs().len()))
            .await;
        page.until("the old one's files are gone", N_CACHES).await;
        assert_eq!(page.eval(NOTICE).await, "");
    });
}

#[test]
fn a_full_storage_does_no_harm() {
    let host = Host::start(&built(), BELOW);
    in_trouble("about:blank", async |page| {
        let origin = url::Url::parse(host.url()).unwrap().origin();
        page.limit_storage(&origin.ascii_serialization(), 1_000)
            .await;
        page.go(host.url()).await;
        page.ready().await;
        page.search("skepticism").await;
        page.status(&format!("{} of ", seed::holding(&["skepticism"])))
            .await;
        page.until(
            "nothing is kept by halves",
            "caches.keys().then((it) => it.length == 0)",
        )
        .await;
    });
}

#[test]
fn everything_kept_can_be_forgotten() {
    let host = Host::start(&built(), BELOW);
    at(&format!("{}#/about", host.url()), async |page| {
        page.find("heading", "About this collection").await;
        is_kept(page).await;
        assert_eq!(
            page.eval("localStorage.length").await,
            0,
            "nothing was made yet"
        );
        page.search("skepticism").await;
        page.key(fantoccini::key::Key::Enter).await;
        page.until("the search is kept", "localStorage.length == 1")
            .await;
        page.eval(
            "(() => {
                const [recent] = Object.keys(localStorage);
                const site = recent.replace('dossier.recent.', '');
                localStorage.setItem(`dossier.notes.${site}`, '{\"items\":[]}');
                localStorage.setItem(`dossier.place.${site}/a`, '9');
                localStorage.setItem('dossier.recent.Another collection', '[]');
            })()",
        )
        .await;
        page.go(&format!("{}#/about", host.url())).await;
        page.eval("void (window.isBefore = true)").await;
        let forget = page.find("button", "Forget all but the notes").await;
        forget.click().await.unwrap();
        page.until(
            "searches and places are forgotten; notes, and what is another collection's, are not",
            "Object.keys(localStorage).every((it) => it.startsWith('dossier.notes.') || it.endsWith('Another collection'))
                && localStorage.length == 2",
        )
        .await;
        page.until("the page is opened anew", "!window.isBefore")
            .await;
        for (answer, n_left) in [(false, 2), (true, 1)] {
            page.eval(&format!("void (window.confirm = () => {answer})"))
                .await;
            let delete = page.find("button", "Delete all notes").await;
            delete.click().await.unwrap();
            page.until(
                "notes are deleted only when that is confirmed",
                &format!("localStorage.length == {n_left}"),
            )
            .await;
        }
    });
}

#[test]
fn the_offline_copy_is_the_single_file() {
    page("#/timeline", async |page| {
        page.find("button", "Export").await.click().await.unwrap();
        page.find("menuitem", "Save offline copy").await;
        let hash = page
            .eval(
                "fetch(document.querySelector('.colophon [download]').href).then((it) => it.arrayBuffer()) \
                 .then((it) => crypto.subtle.digest('SHA-256', it)) \
                 .then((it) => Array.from(new Uint8Array(it), (it) => it.toString(16).padStart(2, '0')).join(''))",
            )
            .await;
        let sums = fs::read_to_string(built().join("SHA256SUMS")).unwrap();
        let line = format!("{}  dossier.html", hash.as_str().unwrap());
        assert!(sums.lines().any(|it| it == line), "{line}");
    });
}

#[test]
fn an_address_that_does_not_exist_leads_home() {
    let served = dossier_serve::serve(&built(), BELOW, 0).unwrap();
    in_trouble(&format!("{}no/such/page", served.url()), async |page| {
        page.find("heading", "There is nothing at this address")
            .await;
        let home = url::Url::parse(served.url()).unwrap();
        page.until(
            "the link leads home",
            &format!(
                "document.getElementById('home').pathname == '{}'",
                home.path()
            ),
        )
        .await;
        page.select("#home").await[0].click().await.unwrap();
        page.ready().await;
    });
}

#[test]
fn nothing_is_asked_of_another_origin() {
    page("", async |page| {
        page.ready().await;
        is_kept(page).await;
        for view in ["#/timeline", "#/statements", "#/about"] {
            page.eval(&format!("(location.hash = '{view}', true)"))
                .await;
        }
        let foreign = page
            .eval("performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith(location.origin))")
            .await;
        assert_eq!(foreign, serde_json::json!([]));
    });
}

#[test]
fn what_is_planted_in_a_document_does_nothing() {
    const LINKS: &str =
        "[...document.querySelectorAll('a')].filter((it) => it.protocol == 'javascript:').length";
    const FOREIGN: &str = "performance.getEntriesByType('resource').filter((it) => it.name.includes('planted')).length";
    let id = archive::id(archive::PLANTED_IN);
    let host = Host::start(&built_letters(), BELOW);
    for address in [format!("#/doc/{id}"), format!("text/{id}.html")] {
        at(&format!("{}{address}", host.url()), async |page| {
            let says = "document.body.innerText.includes('Another link')";
            page.until("its words are there", says).await;
            for (what, script) in [
                ("scripts", "'planted' in window"),
                ("pictures", "!!document.querySelector('img')"),
                ("links", &format!("{LINKS} > 0")),
                ("requests", &format!("{FOREIGN} > 0")),
            ] {
                assert_eq!(page.eval(script).await, false, "{what} at {address}");
            }
        });
    }
}
