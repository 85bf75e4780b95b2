//! Dense identifiers, counted from 0, valid for one baked corpus only.
//!
//! What must survive a rebuild (links, notes) uses a document's textual id and its words instead.

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// Wraps a number, `0..` the count of that table.
            #[must_use]
            pub const fn new(number: u32) -> Self {
                Self(number)
            }

            /// The number, `0..` the count of that table.
            #[must_use]
            pub const fn get(self) -> u32 {
                self.0
            }

            /// The number as a position in a slice.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id! {
    /// A document, in the order of the table: by seed path.
    DocId
}
id! {
    /// A passage, in reading order through all documents.
    PassageId
}
id! {
    /// An entity of the whole corpus.
    EntityId
}
id! {
    /// A moment, in reading order through all documents.
    MomentId
}
id! {
    /// A statement, in reading order through all documents.
    StatementId
}
id! {
    /// A hedge, in reading order through all documents.
    HedgeId
}
