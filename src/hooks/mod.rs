//! What components and pages share: one hook a file.

pub(crate) mod use_desk;
pub(crate) mod use_keys;
pub(crate) mod use_language;
pub(crate) mod use_moving_view;
pub(crate) mod use_notes;
pub(crate) mod use_place;
pub(crate) mod use_recent;
pub(crate) mod use_route;
pub(crate) mod use_saving;
