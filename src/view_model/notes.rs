//! The reader's notes as a list: where each passage stands now, and which have none any more.

use dossier_corpus::{DocId, PassageId};
use dossier_query::{Anchor, Landing, Noted, Searcher};
use yew::AttrValue;

use super::words;
use crate::route::{Route, View};
use crate::state::notes::{Note, Notes};
use crate::wording::say;

/// A note, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRow {
    /// Its id.
    pub id: AttrValue,
    /// The document's title and the passage's number; or that the passage is gone.
    pub place: AttrValue,
    /// Address of the passage; empty when it is gone.
    pub href: AttrValue,
    /// The words that it was made on.
    pub quote: AttrValue,
    /// The reader's words.
    pub text: AttrValue,
    /// Whether the passage is starred.
    pub starred: bool,
}

/// All notes, by document and passage; those whose passage is gone last.
#[must_use]
pub fn rows(searcher: &Searcher<'_>, notes: &Notes) -> Vec<NoteRow> {
    let mut placed: Vec<(u32, NoteRow)> = notes
        .shown()
        .map(|(id, note)| {
            let passage = passage(searcher, note);
            let order = passage.map_or(u32::MAX, PassageId::get);
            (order, row(searcher, id, note, passage))
        })
        .collect();
    dossier_query::order::sort_by_key(&mut placed, |it| it.0);
    placed.into_iter().map(|it| it.1).collect()
}

/// The passages that have a star or a note, as they stand now.
#[must_use]
pub fn noted(searcher: &Searcher<'_>, notes: &Notes) -> Noted {
    let mut noted = Noted::default();
    for (_, note) in notes.shown() {
        let Some(passage) = passage(searcher, note) else {
            continue;
        };
        if note.starred {
            noted.star(passage);
        }
        if !note.text.trim().is_empty() {
            noted.write(passage);
        }
    }
    noted
}

impl NoteRow {
    /// Whether all these words stand in the note or its passage, whatever their case, and it has the star, if one is
    /// wanted.
    #[must_use]
    pub fn is_wanted(&self, words: &str, starred: Starred) -> bool {
        let text = format!("{} {} {}", self.text, self.quote, self.place).to_lowercase();
        let mut wanted = words.split_whitespace();
        (self.starred || starred == Starred::OrNot)
            && wanted.all(|word| text.contains(&word.to_lowercase()))
    }
}

/// Which notes are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starred {
    /// Those with a star.
    Only,
    /// All.
    OrNot,
}

fn row(searcher: &Searcher<'_>, id: &str, note: &Note, passage: Option<PassageId>) -> NoteRow {
    const QUOTE: usize = 240;
    let corpus = searcher.corpus();
    let place = passage.and_then(|passage| {
        let document = corpus.passage(passage)?.document;
        let number = passage.get() - corpus.passages(document).start + 1;
        Some((corpus.document(document)?, number))
    });
    let (place, href) = match place {
        Some((info, number)) => (
            say::title_passage(info.title, &number.to_string()),
            Route::parse(&note.link)
                .at_passage(info.id, Some(number))
                .href(),
        ),
        None => (say::note_passage_gone().to_owned(), String::new()),
    };
    NoteRow {
        id: id.to_owned().into(),
        place: place.into(),
        href: href.into(),
        quote: words::shorten(&note.quote, QUOTE).into(),
        text: note.text.clone().into(),
        starred: note.starred,
    }
}

/// The passage that a note is on, as it stands now.
fn passage(searcher: &Searcher<'_>, note: &Note) -> Option<PassageId> {
    let corpus = searcher.corpus();
    let route = Route::parse(&note.link);
    let View::Document {
        id,
        passage: Some(number),
    } = &route.view
    else {
        return None;
    };
    match route
        .anchor?
        .find(searcher, corpus.document_by_id(id), *number)
    {
        Landing::Same(it) | Landing::Moved(it) | Landing::Changed(it) => Some(it),
        Landing::Gone => None,
    }
}

/// The first note on the words of a passage, with its id; or an empty one without an id.
#[must_use]
pub fn of_passage(
    searcher: &Searcher<'_>,
    notes: &Notes,
    document: DocId,
    number: u32,
) -> Option<(String, Note)> {
    let blank = blank(searcher, document, number)?;
    let here = Route::parse(&blank.link);
    let is_here = |note: &Note| {
        let route = Route::parse(&note.link);
        match (&route.view, &here.view) {
            (View::Document { id, .. }, View::Document { id: own, .. }) => {
                id == own && route.anchor == here.anchor
            }
            _ => false,
        }
    };
    let found = notes.0.iter().find(|it| is_here(it.1));
    let found = found.map(|(id, note)| (id.clone(), note.clone()));
    Some(found.unwrap_or((String::new(), blank)))
}

/// An empty note on a passage.
fn blank(searcher: &Searcher<'_>, document: DocId, number: u32) -> Option<Note> {
    const QUOTE: usize = 2_000;
    let corpus = searcher.corpus();
    let own = corpus.passages(document);
    let passage = own.start.checked_add(number.checked_sub(1)?)?;
    let passage = own.contains(&passage).then_some(PassageId::new(passage))?;
    let anchor = Anchor::of(&corpus, passage);
    let route = Route::default().at_anchor(corpus.document(document)?.id, number, anchor);
    let text = corpus.visible(passage);
    let text: Vec<&str> = text.split_whitespace().collect();
    Some(Note {
        link: route.href(),
        quote: words::shorten(&text.join(" "), QUOTE),
        ..Note::default()
    })
}
