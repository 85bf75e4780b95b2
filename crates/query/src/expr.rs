//! What a query means once it is read: the tree between `parse` and `select`.

use dossier_time::Edtf;

/// A condition on passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expr {
    /// All hold.
    All(Vec<Self>),
    /// At least one holds.
    Any(Vec<Self>),
    /// It does not hold.
    Not(Box<Self>),
    /// The words stand in the passage.
    Words(Words),
    /// The words stand in the document's title.
    Title(Words),
    /// A value of a facet whose name holds the words.
    Value {
        /// The facet's name in addresses.
        facet: String,
        /// The words, folded.
        words: Words,
        /// As typed.
        typed: String,
    },
    /// A date of the query's clock may lie between the two; at least one is given.
    Date {
        /// From its first day.
        from: Option<Edtf>,
        /// To its last day.
        to: Option<Edtf>,
    },
}

/// One or more words that stand one behind the other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Words {
    /// Folded; at least one.
    pub(crate) folded: Vec<String>,
    /// As typed, for notes.
    pub(crate) typed: String,
    /// Whether only these very words are meant: no other forms, no typos.
    pub(crate) exact: bool,
    /// Whether the last word is a beginning.
    pub(crate) prefix: bool,
}

impl Expr {
    /// Whether it asks for words in the text, and is not just a condition.
    pub(crate) fn asks_for_words(&self) -> bool {
        match self {
            Self::Words(_) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::asks_for_words),
            Self::Not(_) | Self::Title(_) | Self::Value { .. } | Self::Date { .. } => false,
        }
    }
}
