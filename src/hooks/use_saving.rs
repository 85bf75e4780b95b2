//! Writing a file bit by bit, so that the page answers meanwhile and can say how far it is.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform;
use crate::view_model::export::selection::Export;

/// So many bytes are written before the page comes to its turn.
const SLICE: usize = 100_000;

/// How far a file is that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Pieces written.
    pub(crate) n_done: usize,
    /// All pieces, about.
    pub(crate) n_pieces: usize,
}

/// A file that is being written.
struct Job {
    export: Export,
    text: String,
    n_done: usize,
}

/// Returns how far the file is that is being written, none when there is none, and a callback that writes one and
/// hands it to the reader. Another one takes the place of one that is not finished.
#[hook]
pub(crate) fn use_saving() -> (Option<Progress>, Callback<Export>) {
    let progress = use_state_eq(|| None);
    let timer = use_mut_ref(|| None);
    let save = {
        let setter = progress.setter();
        use_callback((), move |export: Export, ()| {
            let job = Job {
                export,
                text: String::new(),
                n_done: 0,
            };
            go_on(job, &setter, &timer);
        })
    };
    (*progress, save)
}

/// Writes a slice; the next one is due when the page has had its turn.
fn go_on(
    mut job: Job,
    setter: &UseStateSetter<Option<Progress>>,
    timer: &Rc<RefCell<Option<Timeout>>>,
) {
    let end = job.text.len() + SLICE;
    while job.text.len() < end {
        let Some(piece) = job.export.pieces.next() else {
            let Export {
                name, media_type, ..
            } = job.export;
            platform::download(name, media_type, job.text.as_bytes());
            timer.replace(None);
            setter.set(None);
            return;
        };
        job.text.push_str(&piece);
        job.n_done += 1;
    }
    setter.set(Some(Progress {
        n_done: job.n_done,
        n_pieces: job.export.n_pieces,
    }));
    let next = {
        let (setter, timer) = (setter.clone(), Rc::clone(timer));
        Timeout::new(0, move || go_on(job, &setter, &timer))
    };
    timer.replace(Some(next));
}
