//! The baked corpus and the original seeds: the only place that embeds them.

use dossier_corpus::{Corpus, DocId, OpenError};
use dossier_query::Searcher;
use include_dir::{Dir, include_dir};

/// What `build.rs` baked.
static BYTES: &[u8] = include_bytes!(env!("DOSSIER_CORPUS"));

/// The seeds as they are, staged by `build.rs`: the n-th file is the n-th document.
static SEEDS: Dir<'static> = include_dir!("$DOSSIER_STAGED");

fn original(document: DocId) -> Option<&'static [u8]> {
    SEEDS
        .entries()
        .get(document.index())?
        .as_file()
        .map(include_dir::File::contents)
}

static ORIGINAL: fn(DocId) -> Option<&'static [u8]> = original;

thread_local! {
    static SEARCHER: Result<&'static Searcher<'static>, OpenError> =
        Corpus::open(BYTES, &ORIGINAL).map(|it| &*Box::leak(Box::new(Searcher::new(it))));
}

/// The corpus, ready to be asked; opened at the first call.
///
/// # Errors
///
/// When the baked bytes are not a corpus of this version.
pub(crate) fn searcher() -> Result<&'static Searcher<'static>, OpenError> {
    SEARCHER.with(Clone::clone)
}
