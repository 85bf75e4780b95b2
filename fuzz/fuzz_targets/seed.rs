//! Whatever lies in the folder is baked, opened and asked; every span fits its text.
//!
//! The first byte of the input chooses the ending.

#![no_main]

use dossier_bake::{Config, Seeds, bake};
use dossier_corpus::{Corpus, Span};
use dossier_query::Searcher;
use fuzzing::{ask_everything, check_answers, read_everything};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&first, rest)) = data.split_first() else {
        return;
    };
    let path = [
        "a.txt",
        "a.md",
        "a.meta.yaml",
        "metadata.csv",
        "corpus.yaml",
        "a",
    ][usize::from(first) % 6];
    let files = [
        (path.to_owned(), rest.to_vec()),
        (
            "other.txt".to_owned(),
            b"On 3 May 1986 Ilona Marek said so.".to_vec(),
        ),
    ];
    let baked = bake(&Seeds::from_files(files), &Config::default()).expect("not too large");
    for document in &baked.collection.documents {
        let fits = |span: Span| assert!(document.text.get(span.range()).is_some(), "{span:?}");
        document.passages.iter().for_each(|it| fits(it.span));
        document
            .passages
            .iter()
            .flat_map(|it| &it.sentences)
            .for_each(|it| fits(*it));
        document.mentions.iter().for_each(|it| fits(it.span));
        document.hedges.iter().for_each(|it| fits(it.span));
        document
            .statements
            .iter()
            .flat_map(|it| &it.content)
            .for_each(|it| fits(*it));
        for moment in &document.moments {
            fits(moment.span);
            assert!(
                dossier_time::Edtf::parse(&moment.edtf).is_ok(),
                "{}",
                moment.edtf
            );
        }
    }
    let originals =
        |it: dossier_corpus::DocId| Some(baked.originals.get(it.index())?.bytes.as_slice());
    let originals: &dyn Fn(_) -> _ = &originals;
    let corpus = Corpus::open(&baked.bytes, originals).expect("what was just baked");
    read_everything(&corpus);
    let searcher = Searcher::new(corpus);
    for text in ["", "marek ", "m", "\"3 may\""] {
        ask_everything(&searcher, text);
        check_answers(&searcher, text);
    }
});
