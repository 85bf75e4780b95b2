//! The same page in Firefox: hosted, from disk, and without a network. Where there is no Firefox, these pass untested.

use browser_tests::{BELOW, Host, Page, built, built_letters, in_firefox, seed};

/// Opens the page anew. A reload by Firefox's driver passes over whatever keeps the page.
async fn again(page: &Page, url: &str) {
    page.go("about:blank").await;
    page.go(url).await;
}

async fn is_kept(page: &Page) {
    page.until(
        "the worker keeps the page",
        "!!navigator.serviceWorker.controller && navigator.serviceWorker.controller.state == 'activated'",
    )
    .await;
}

#[test]
fn the_hosted_page_searches() {
    let host = Host::start(&built(), BELOW);
    in_firefox(host.url(), async |page| {
        page.ready().await;
        page.search("skepticism").await;
        page.status(&format!("{} of ", seed::holding(&["skepticism"])))
            .await;
    });
}

#[test]
fn one_file_runs_from_disk() {
    let file = built().join("dossier.html").canonicalize().unwrap();
    let url = url::Url::from_file_path(file).unwrap();
    in_firefox(&format!("{url}#/timeline"), async |page| {
        page.find("region", "Timeline").await;
        page.search("skepticism").await;
        page.status(&format!("{} of ", seed::holding(&["skepticism"])))
            .await;
    });
}

#[test]
fn after_one_visit_the_page_works_without_a_network() {
    let host = Host::start(&built_letters(), BELOW);
    in_firefox(host.url(), async |page| {
        page.ready().await;
        is_kept(page).await;
        host.go_down();
        again(page, host.url()).await;
        page.ready().await;
        page.search("ferry").await;
        page.until("it searches", "location.hash.includes('q=ferry')")
            .await;
    });
}

#[test]
fn a_newer_version_waits_until_it_is_asked_for() {
    let host = Host::start(&built_letters(), BELOW);
    in_firefox(host.url(), async |page| {
        page.ready().await;
        is_kept(page).await;
        host.show(&built());
        again(page, host.url()).await;
        page.find("button", "Show it").await.click().await.unwrap();
        page.status(&format!("{} passages", seed::paragraphs().len()))
            .await;
    });
}
