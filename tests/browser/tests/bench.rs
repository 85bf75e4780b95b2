//! Measuring from outside: `window.bench` is there when it is asked for, and only then.

use browser_tests::{Page, page};
use serde_json::json;

/// Keeps what a promise gives as `window.got`, and waits for it.
async fn get(page: &Page, promise: &str) -> serde_json::Value {
    page.eval(&format!(
        "void {promise}.then((it) => {{ window.got = [it]; }}, (it) => {{ window.got = [`${{it}}`]; }})"
    ))
    .await;
    page.until("the promise is kept", "Array.isArray(window.got)")
        .await;
    page.eval("window.got.splice(0)[0]").await
}

#[test]
fn it_answers_as_the_page_does() {
    page("?bench", async |page| {
        page.ready().await;
        page.until("it is there", "'bench' in window").await;
        assert_eq!(
            get(page, "window.bench.ready.then(() => 'ready')").await,
            "ready"
        );
        let name = page
            .eval("document.querySelector('article, h1').textContent")
            .await;
        assert!(name.is_string(), "the page itself is there too");
        for (text, mode, finds) in [
            ("monument", "words", true),
            ("monu", "prefix", true),
            ("monumnet", "fuzzy", true),
            ("the monument", "phrase", true),
            ("\"the monument\"", "phrase", true),
            ("monument the", "phrase", false),
            ("xyzzyq", "words", false),
        ] {
            let call =
                |name: &str| format!("window.bench.{name}({}, {{mode: '{mode}'}})", json!(text));
            let ids = get(page, &call("search")).await;
            assert_eq!(
                ids.as_array().unwrap().len(),
                usize::from(finds),
                "{mode} {text}: {ids}"
            );
            let results = get(page, &call("results")).await;
            let of_results = results
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it["id"].clone());
            assert_eq!(
                ids,
                of_results.collect::<serde_json::Value>(),
                "{mode} {text}"
            );
            for result in results.as_array().unwrap() {
                assert!(!result["title"].as_str().unwrap().is_empty(), "{result}");
                assert!(
                    result["snippet"].as_str().unwrap().contains("<mark>"),
                    "{result}"
                );
            }
        }
        let odd = get(page, "Promise.all([window.bench.search('\\ud800 \\udfff'), window.bench.search(), window.bench.results(7, 7)])").await;
        assert!(odd.as_array().is_some_and(|it| it.len() == 3), "{odd}");
    });
}

#[test]
fn without_being_asked_for_there_is_nothing() {
    for address in ["", "?benches", "#/?q=bench"] {
        page(address, async |page| {
            page.ready().await;
            assert_eq!(page.eval("'bench' in window").await, false, "{address}");
        });
    }
}
