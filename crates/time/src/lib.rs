//! What a date is: EDTF values, intervals, resolving against an anchor.
//!
//! Shared by the build and the page. All dates are civil days of the proleptic Gregorian calendar: no time
//! zone, no clock, no locale has a say. Nothing here looks for dates in running text; that is `bake::dates`.

pub mod day;
pub mod edtf;
pub mod expr;
pub mod read;
pub mod relation;

pub use day::Day;
pub use edtf::{Bounds, Date, Edtf, End, ParseError, Precision};
pub use expr::{Expr, resolve};
pub use read::read;
pub use relation::{Relation, relation};
