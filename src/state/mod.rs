//! What the reader can change beside the address: no view code, tested without a browser.

pub mod notes;
pub(crate) mod recent;
pub(crate) mod settings;
