//! The figures of the page in a browser, beside what criterion measured, as one table.
//!
//! `bench HOME CRITERION SIZE…`: `HOME/seeds/SIZE` holds the texts, `HOME/site/SIZE` the page built from them,
//! `CRITERION` criterion's folder. Called by `cargo xtask bench`.
//!
//! The queries are words of the texts themselves, typed in each of the usual ways. Each is asked once to warm up, then in
//! every pass; its time is the mean of the passes, since a browser's clock is coarse. All times are wall time.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a tool for developers; it stops where something is missing"
)]

use std::fs;
use std::path::Path;

use browser_tests::{Page, at};
use serde_json::{Value, json};

/// Passes over all queries.
const PASSES: u32 = 12;

/// Texts that queries are taken from.
const N_TEXTS: usize = 40;

/// Runs in the page: asks every query `passes` times and gives the mean milliseconds of each.
const ASK: &str = "(async (name, queries, passes) => {
  const sums = queries.map(() => 0)
  for (let pass = -1; pass < passes; pass++) for (const [number, [mode, text]] of queries.entries()) {
    await new Promise((go) => setTimeout(go))
    const start = performance.now()
    await window.bench[name](text, { mode })
    if (pass >= 0) sums[number] += performance.now() - start
  }
  return sums.map((it) => it / passes)
})";

/// Runs in the page: shows `n` dates over eighty years, a tenth of them, all again, then zooms about the middle; gives the
/// milliseconds of each.
const TIMELINE: &str = "(async (n) => {
  const dates = Array.from({ length: n }, (_, i) => {
    const edtf = new Date(Date.UTC(1945, 0, 1) + i / n * 80 * 365 * 864e5).toISOString().slice(0, i % 3 ? 10 : 7)
    return { id: `${i}`, edtf, label: `date number ${i}`, lane: '' }
  })
  const frame = () => new Promise((go) => requestAnimationFrame(go))
  while (!document.querySelector('.timeline')) await frame()
  const times = []
  for (const [name, some] of [['load', dates], ['setItems', dates.filter((_, i) => i % 10 == 3)], ['setItems', dates]]) {
    await frame()
    const start = performance.now()
    await window.bench[name](some)
    times.push(performance.now() - start)
  }
  const { left, top, width, height } = window.bench.el.getBoundingClientRect()
  let slowest = 0
  for (let i = 0, last = await frame(); i < 60; i++) {
    window.bench.el.dispatchEvent(new WheelEvent('wheel', {
      bubbles: true, cancelable: true, deltaY: i < 30 ? -60 : 60, clientX: left + width / 2, clientY: top + height / 2,
    }))
    const now = await frame()
    slowest = Math.max(slowest, now - last)
    last = now
  }
  return [...times, slowest]
})";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [home, criterion, sizes @ ..] = arguments.as_slice() else {
        panic!("usage: bench HOME CRITERION SIZE…");
    };
    let home = Path::new(home);
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for size in sizes {
        let figures = native(Path::new(criterion), size).into_iter();
        for (row, figure) in figures.chain(in_browser(home, size)) {
            match rows.iter_mut().find(|it| it.0 == row) {
                Some((_, figures)) => figures.push(figure),
                None => rows.push((row, vec![figure])),
            }
        }
    }
    print(sizes, &rows);
}

fn print(sizes: &[String], rows: &[(String, Vec<String>)]) {
    let sizes: Vec<String> = sizes.iter().map(|it| format!("{it} texts")).collect();
    println!(
        "\n| | {} |\n|---|{}",
        sizes.join(" | "),
        "---:|".repeat(sizes.len())
    );
    for (row, figures) in rows {
        println!("| {row} | {} |", figures.join(" | "));
    }
}

/// What criterion measured for a size: the fastest sample of each bench.
fn native(criterion: &Path, size: &str) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for (group, bench, row) in [
        ("bake", "all", "bake, native"),
        ("bake", "index", "search index alone, native"),
        ("query", "open", "open and first answer, native"),
        ("query", "ids words", "forty times words to ids, native"),
        (
            "query",
            "answer words",
            "forty times words to a whole answer, native",
        ),
        (
            "query",
            "ids prefix",
            "forty times two letters to ids, native",
        ),
        (
            "query",
            "answer prefix",
            "forty times two letters to a whole answer, native",
        ),
    ] {
        let file = criterion
            .join(group)
            .join(format!("{bench}_{size}"))
            .join("new/sample.json");
        let sample = fs::read_to_string(file).ok();
        let sample: Option<Value> = sample.and_then(|it| serde_json::from_str(&it).ok());
        let best = sample.and_then(|it| best(&it));
        let best = best.map_or_else(|| "–".to_owned(), |it| milliseconds(it / 1e6));
        rows.push((row.to_owned(), best));
    }
    rows
}

/// The nanoseconds of the fastest sample: whatever else the machine does only adds.
fn best(sample: &Value) -> Option<f64> {
    let list = |name: &str| -> Option<Vec<f64>> {
        let list = sample.get(name)?.as_array()?;
        Some(list.iter().filter_map(Value::as_f64).collect())
    };
    let (times, iterations) = (list("times")?, list("iters")?);
    let each = times.iter().zip(&iterations).map(|(time, n)| time / n);
    each.min_by(f64::total_cmp)
}

fn milliseconds(time: f64) -> String {
    match time {
        1000.0.. => format!("{:.1} s", time / 1000.0),
        10.0.. => format!("{time:.0} ms"),
        1.0.. => format!("{time:.1} ms"),
        _ => format!("{time:.2} ms"),
    }
}

/// What the page of a size takes in the browser.
fn in_browser(home: &Path, size: &str) -> Vec<(String, String)> {
    let queries = queries(&home.join("seeds").join(size));
    let served =
        dossier_serve::serve(&home.join("site").join(size), "/", 0).expect("serve the page");
    let mut rows = Vec::new();
    at(&format!("{}?bench", served.url()), async |page| {
        page.until_within(120, "the page is ready", "'bench' in window")
            .await;
        // From the last byte on: how fast this machine packs and sends is no matter of the page.
        let since = "performance.now() - Math.max(0, ...performance.getEntriesByType('resource').map((it) => it.responseEnd))";
        let ready = page.eval(since).await.as_f64().unwrap_or(0.0);
        rows.push((
            "page ready after its last byte, in the browser".into(),
            milliseconds(ready),
        ));
        for (name, what) in [("search", "ids"), ("results", "a whole answer")] {
            let times = times(page, name, &queries).await;
            let mut kinds: Vec<&str> = queries.iter().map(|it| it.0).collect();
            kinds.dedup();
            for kind in std::iter::once("all").chain(kinds) {
                let of_kind = queries
                    .iter()
                    .zip(&times)
                    .filter(|it| kind == "all" || it.0.0 == kind);
                rows.push((
                    format!("{kind} to {what}, in the browser: p50 / p95 / worst"),
                    spread(of_kind.map(|it| *it.1).collect()),
                ));
            }
        }
        rows.extend(timeline(page, size).await);
    });
    rows
}

/// What the timeline takes for as many dates as there are texts.
async fn timeline(page: &Page, n: &str) -> Vec<(String, String)> {
    page.eval("(location.hash = '#/timeline', delete window.times)")
        .await;
    let call = format!("void {TIMELINE}({n}).then((it) => {{ window.times = it }})");
    page.eval(&call).await;
    page.until_within(60, "the timeline was moved", "Array.isArray(window.times)")
        .await;
    let times = page.eval("window.times").await;
    [
        "load",
        "filter to a tenth",
        "and back",
        "slowest of 60 zoomed frames",
    ]
    .into_iter()
    .zip(times.as_array().into_iter().flatten())
    .map(|(what, time)| {
        let row = format!("timeline of as many dates, in the browser: {what}");
        (row, milliseconds(time.as_f64().unwrap_or(0.0)))
    })
    .collect()
}

async fn times(page: &Page, name: &str, queries: &[(&str, String)]) -> Vec<f64> {
    let call = format!(
        "void {ASK}({}, {}, {PASSES}).then((it) => {{ window.times = it }})",
        json!(name),
        json!(queries)
    );
    page.eval("delete window.times").await;
    page.eval(&call).await;
    page.until_within(
        300,
        "all queries are answered",
        "Array.isArray(window.times)",
    )
    .await;
    let times = page.eval("window.times").await;
    times
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect()
}

fn spread(mut times: Vec<f64>) -> String {
    times.sort_by(f64::total_cmp);
    let at = |hundredths: usize| {
        let place = (times.len() * hundredths).div_ceil(100).max(1) - 1;
        times.get(place).copied().unwrap_or(0.0)
    };
    format!("{:.2} / {:.2} / {:.2} ms", at(50), at(95), at(100))
}

/// Words from the middle of evenly spread texts, typed in each of the usual ways: mode and text.
fn queries(folder: &Path) -> Vec<(&'static str, String)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("read the texts")
        .filter_map(|it| Some(it.ok()?.path()))
        .collect();
    files.sort();
    let words: Vec<Vec<String>> = files
        .iter()
        .step_by((files.len() / N_TEXTS).max(1))
        .filter_map(|it| {
            let text = fs::read_to_string(it).ok()?;
            let middle = text.floor_char_boundary(text.len() / 2);
            let words = text.get(middle..)?.split(|it: char| !it.is_alphanumeric());
            let words: Vec<String> = words
                .filter(|it| it.len() > 1)
                .skip(1)
                .take(3)
                .map(String::from)
                .collect();
            (words.len() == 3).then_some(words)
        })
        .collect();
    let mut queries = Vec::new();
    for (mode, typed) in [
        ("words", (|it| it.join(" ")) as fn(&[String]) -> String),
        ("phrase", |it| it.get(..2).unwrap_or_default().join(" ")),
        ("prefix", |it| it.concat().chars().take(2).collect()),
        ("fuzzy", |it| {
            let longest = it.iter().max_by_key(|it| it.chars().count());
            let mut letters: Vec<char> = longest.into_iter().flat_map(|it| it.chars()).collect();
            if letters.len() > 3 {
                letters.swap(1, 2);
            }
            letters.into_iter().collect()
        }),
    ] {
        queries.extend(words.iter().map(|it| (mode, typed(it))));
    }
    // A first letter is the most that a keystroke can ask for.
    queries.extend(["a", "s", "t"].map(|it| ("prefix", it.to_owned())));
    queries.sort_by_key(|it| it.0);
    queries
}
