//! Marks that open and close.

/// Whether a mark that stands directly behind a sentence's end belongs to that sentence.
///
/// `’`, `'` and `"` are apostrophes or opening marks elsewhere; in this place they close.
pub(super) fn closes(mark: char) -> bool {
    "”’»›\"'“)]}）」』】》".contains(mark)
}

/// Whether a mark may stand before the first word of a sentence.
pub(super) fn opens(mark: char) -> bool {
    "“‘«‹„‚\"'`([»「『（¿¡—–-*_".contains(mark)
}

/// Whether a mark opens a quotation.
pub(super) fn opens_quotation(mark: char) -> bool {
    "“‘«‹„‚\"'`「『".contains(mark)
}
