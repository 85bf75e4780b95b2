//! The dates a text has spoken of last.

use dossier_time::Edtf;
use dossier_time::expr::Step;

/// The date the text has spoken of last.
#[derive(Clone, Debug, Default)]
pub(super) struct Running {
    /// The last date of any precision up to a year.
    pub(super) last: Option<Told>,
    /// The last date known to the day.
    pub(super) day: Option<Told>,
    /// The last date known to the month or better.
    pub(super) month: Option<Told>,
    /// The last quarter.
    pub(super) quarter: Option<Told>,
}

#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) value: Edtf,
    /// Whether it was counted to from another date.
    pub(super) is_counted: bool,
    /// The steps that lead there, while the document's date is not known.
    pub(super) open: Option<Vec<Step>>,
    pub(super) passage: usize,
}
