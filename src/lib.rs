//! The page: one selection of documents as hits, facets, timeline and statements.
//!
//! Read the modules in this order: [`route`] (the address), [`view_model`] (an answer in words), then the
//! private ones: `state`, `hooks`, `components`, `pages`, `app`. `platform` holds every call to the browser.

// Markup nests deeply; each component stays small all the same.
#![recursion_limit = "256"]

mod app;
mod bench;
#[cfg(all(test, target_arch = "wasm32"))]
mod component_tests;
mod components;
mod corpus;
mod hooks;
mod pages;
mod platform;
pub mod route;
pub mod state;
pub mod view_model;
pub mod wording;

#[cfg(feature = "ssr")]
pub use app::first_screen;
pub use app::{App, start};
