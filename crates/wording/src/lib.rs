//! What the page says, in any language.
//!
//! A *catalogue* is a Fluent file with the *messages* of one language; a *table* is what the page reads of it: one line a
//! message, `{0}` where its first value stands, `{0?o:one passage|*:{0} passages}` where a number decides.
//!
//! ```text
//! catalogues → compile (build: checked against English, missing messages filled in) → tables, typed functions
//! table + message + values → table (page) → text
//! ```
//!
//! # Invariants
//!
//! - A table that is damaged or of another build is none; a message that is damaged is shown as far as it can be read.
//! - Nothing here knows a language but by its plural rule ([`plural`]); all else is in the catalogues.
//! - No clock, no locale of the machine.

#[cfg(feature = "compile")]
pub mod compile;
pub mod plural;
pub mod table;

pub use plural::Category;
pub use table::{Table, Value};
