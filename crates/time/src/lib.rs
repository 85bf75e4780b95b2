//! What a date is: EDTF values, intervals, resolving against an anchor, wording for people.

mod day;
pub mod edtf;

pub use day::Day;
pub use edtf::Edtf;
