//! Damaged bytes give an error or an answer.
//!
//! The input is opened as it is, and read as changes to the bytes of a small corpus: four bytes where, one byte what;
//! a change behind the end cuts the bytes off there.

#![no_main]

use std::sync::LazyLock;

use dossier_corpus::Corpus;
use dossier_query::Searcher;
use fuzzing::{ask_everything, read_everything, small_corpus};
use libfuzzer_sys::fuzz_target;

static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(small_corpus);

fuzz_target!(|data: &[u8]| {
    open(data);
    let mut bytes = WHOLE.clone();
    for change in data.chunks_exact(5).take(64) {
        let (at, what) = change.split_first_chunk::<4>().expect("five bytes");
        let at = u32::from_le_bytes(*at) as usize % (WHOLE.len() + WHOLE.len() / 8);
        match bytes.get_mut(at) {
            Some(byte) => *byte ^= what[0],
            None => bytes.truncate(at.saturating_sub(WHOLE.len()) * 8),
        }
    }
    open(&bytes);
});

fn open(bytes: &[u8]) {
    if let Ok(corpus) = Corpus::open(bytes, &|_| None) {
        read_everything(&corpus);
        let searcher = Searcher::new(corpus);
        for text in ["", "gate ", "\"the gate\"", "gtae ", "g", "tag:dam -july"] {
            ask_everything(&searcher, text);
        }
    }
}
