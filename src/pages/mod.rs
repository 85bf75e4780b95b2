//! One page for each view: state and answer in, components out.

pub(crate) mod about;
pub(crate) mod document;
pub(crate) mod documents;
pub(crate) mod export;
pub(crate) mod frame;
pub(crate) mod not_found;
pub(crate) mod notes;
pub(crate) mod nothing_found;
mod passage_tools;
pub(crate) mod reading;
pub(crate) mod search;
pub(crate) mod statements;
pub(crate) mod timeline;
