//! Questions to a corpus and their answers.
//!
//! Runs in the page, but knows no browser: a [`Corpus`](dossier_corpus::Corpus) and a [`Query`] go in, an
//! [`Answer`] comes out. Nothing is worded here.
//!
//! Read [`query`] and [`answer`] first, then [`searcher`], which puts the others together: `parse` (what was typed),
//! `leaf` (what a word finds), `select` (which passages), `rank` (in what order), `choices` and `counts` (the facets),
//! `times` (the clocks), `excerpt`, `relax` (what to leave out when nothing is found). [`anchor`] stands by itself: where a
//! link to a passage leads after a new build.

pub mod anchor;
pub mod answer;
mod choices;
mod counts;
mod excerpt;
mod expr;
mod findings;
mod leaf;
mod lengths;
mod mark;
pub mod noted;
pub mod order;
mod parse;
pub mod query;
mod rank;
mod recall;
mod relax;
pub mod searcher;
mod select;
pub mod suggest;
mod times;
mod typos;

pub use anchor::{Anchor, Landing};
pub use answer::Answer;
pub use noted::Noted;
pub use query::{Clock, Filter, Query, Sense};
pub use searcher::Searcher;
pub use suggest::Suggestion;
