//! Drives a traced page to its first answers, and prints the numbers of the functions that ran.
//!
//! `traced FOLDER WORD…`: the page in `FOLDER`; the words are typed letter by letter, one of them wrongly. Called by
//! `cargo xtask trace`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a tool for developers; it stops where something is missing"
)]

use std::collections::BTreeSet;
use std::path::Path;

use browser_tests::{Page, at};
use serde_json::Value;

/// The addresses that are opened: as usual, in another language, and with a word that was typed before the program came.
const ADDRESSES: [&str; 3] = ["", "#/?ui=de", "#/?q="];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, words @ ..] = arguments.as_slice() else {
        panic!("usage: traced FOLDER WORD…");
    };
    let served = dossier_serve::serve(Path::new(folder), "/", 0).expect("serve the page");
    let mut seen = BTreeSet::new();
    for address in ADDRESSES {
        let word = words.first().filter(|_| address.ends_with('='));
        let word = word.map_or("", String::as_str);
        at(&format!("{}{address}{word}", served.url()), async |page| {
            page.until("the page has come", "'tracedFunctions' in window")
                .await;
            page.eval(PAUSE).await;
            for word in words {
                type_in(page, word).await;
            }
            seen.extend(numbers(&page.eval("[...tracedFunctions]").await));
        });
    }
    for number in seen {
        println!("{number}");
    }
}

/// Long enough for an answer, and for what is put off until it is seen.
const PAUSE: &str = "new Promise((done) => setTimeout(done, 150))";

/// Types a word, slowly and at once, and takes it out again.
async fn type_in(page: &Page, word: &str) {
    let clear = "(() => {
        const field = document.getElementById('search');
        field.focus();
        field.select();
        document.execCommand('delete');
    })()";
    page.eval(clear).await;
    for letter in word.chars() {
        page.press(&letter.to_string()).await;
        page.eval("new Promise((done) => setTimeout(done, 120))")
            .await;
    }
    page.eval(clear).await;
    page.eval("new Promise((done) => setTimeout(done, 120))")
        .await;
}

fn numbers(list: &Value) -> Vec<u64> {
    let list = list.as_array().expect("the page tells what it ran");
    list.iter().filter_map(Value::as_u64).collect()
}
