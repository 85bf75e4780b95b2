//! An answer as rows and labels, already worded: pure, tested without a browser.
//!
//! Everything a person reads that depends on data is worded here; components only lay out.

pub mod about;
pub mod article;
pub mod decimal;
pub mod documents;
pub mod export;
pub mod facets;
pub mod hits;
pub mod list_window;
pub mod margin;
pub mod moment;
pub mod relax;
pub mod segments;
pub mod statements;
pub mod status;
pub mod suggestions;
pub mod timeline;
pub mod vocabulary;
pub mod window;
pub mod words;
