//! Whatever is typed into the search field is answered.

#![no_main]

use std::sync::LazyLock;

use dossier_corpus::Corpus;
use dossier_query::Searcher;
use fuzzing::{ask_everything, check_answers, small_corpus};
use libfuzzer_sys::fuzz_target;

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(small_corpus);

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let corpus = Corpus::open(&BYTES, &|_| None).expect("what was just baked");
    let searcher = Searcher::new(corpus);
    ask_everything(&searcher, &text);
    check_answers(&searcher, &text);
});
