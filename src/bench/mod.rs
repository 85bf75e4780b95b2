//! What measurements from outside call: `window.bench`, only when the page's address says `?bench`.
//!
//! In: a page whose first answer is on screen. Out: the functions of the contract, each in a file by its subject.

mod search;
pub(crate) mod timeline;

use dossier_query::Searcher;

use crate::platform::bench::{Bench, is_asked};

/// Puts `window.bench` on the page when it is asked for.
pub(crate) fn install(searcher: &'static Searcher<'static>) {
    if !is_asked() {
        return;
    }
    let bench = Bench::default();
    search::add(&bench, searcher);
    timeline::add(&bench);
    bench.publish();
}
