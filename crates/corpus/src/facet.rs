//! What a selection can be filtered by.

/// A facet: one property of passages (or of their document) with countable values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// A person named in the passage.
    Person,
    /// An organisation named in the passage.
    Organisation,
    /// A place named in the passage.
    Place,
    /// A group named in the passage.
    Group,
    /// Quoted, attributed, hedged or unmarked; dated or undated.
    Kind,
    /// The document's source.
    Source,
    /// A tag of the document.
    Tag,
    /// The document's language.
    Language,
    /// The year the document was published.
    Year,
}

impl Facet {
    /// All facets, in the order they are shown and numbered in the bytes.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Group,
        Self::Kind,
        Self::Source,
        Self::Tag,
        Self::Language,
        Self::Year,
    ];

    /// The parameter's name in addresses, and the field's name in the query language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "org",
            Self::Place => "place",
            Self::Group => "group",
            Self::Kind => "kind",
            Self::Source => "source",
            Self::Tag => "tag",
            Self::Language => "lang",
            Self::Year => "year",
        }
    }

    /// The facet with that name in addresses.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its number in the bytes.
    #[must_use]
    pub const fn code(self) -> u32 {
        self as u32
    }

    /// The facet with that number in the bytes.
    #[must_use]
    pub fn from_code(code: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// The facet of the reader's own notes, in addresses. It is not in the corpus, and no [`Facet`].
pub const NOTE: &str = "note";

/// The values of [`NOTE`], as they stand in addresses.
pub mod note {
    /// Has a star.
    pub const STARRED: &str = "starred";
    /// Has a note.
    pub const WRITTEN: &str = "written";
}

/// The values of [`Facet::Kind`], as they stand in addresses.
pub mod kind {
    /// Holds a quotation.
    pub const QUOTED: &str = "quoted";
    /// Holds a reported statement.
    pub const ATTRIBUTED: &str = "attributed";
    /// Holds a word that lowers a claim.
    pub const HEDGED: &str = "hedged";
    /// Holds none of the three.
    pub const UNMARKED: &str = "unmarked";
    /// Holds a date.
    pub const DATED: &str = "dated";
    /// Holds no date.
    pub const UNDATED: &str = "undated";
}
