//! EDTF values (ISO 8601-2).

/// A date as certain as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf {}
