//! An answer as rows and labels, already worded: pure, tested without a browser.
//!
//! Everything a person reads that depends on data is worded here; components only lay out.

pub mod about;
pub mod accuracy;
pub mod annotations;
pub mod article;
pub mod card;
pub mod correction;
pub mod decimal;
pub mod documents;
pub mod examples;
pub mod export;
pub mod facets;
pub mod first_screen;
pub mod hits;
pub mod landing;
pub mod list_window;
pub mod margin;
pub mod moment;
pub mod name;
pub mod notes;
pub mod relax;
pub mod same;
pub mod segments;
pub mod statements;
pub mod status;
pub mod suggestions;
pub mod timeline;
pub mod vocabulary;
pub mod window;
pub mod words;
