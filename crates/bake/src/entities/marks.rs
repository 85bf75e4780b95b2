//! What the lists say about a name or a word, as a set of marks.
//!
//! Role: common ground of *entities*. A new list is a mark here and a line in `lexicon`.

/// What the lists say about a name or a word: a set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u64);

impl Marks {
    pub(crate) const COUNTRY: Self = Self(1);
    pub(crate) const CITY: Self = Self(1 << 1);
    pub(crate) const REGION: Self = Self(1 << 2);
    pub(crate) const ORGANISATION: Self = Self(1 << 3);
    pub(crate) const GROUP: Self = Self(1 << 4);
    /// A capitalised word that names nothing we look for: months, feasts, wars.
    pub(crate) const CALENDAR: Self = Self(1 << 5);
    pub(crate) const FIRST_NAME: Self = Self(1 << 6);
    pub(crate) const SURNAME: Self = Self(1 << 7);
    pub(crate) const TITLE: Self = Self(1 << 8);
    /// A word inside an office: "Deputy", "Foreign".
    pub(crate) const OFFICE: Self = Self(1 << 9);
    pub(crate) const ROLE: Self = Self(1 << 10);
    pub(crate) const ORG_HEAD: Self = Self(1 << 11);
    /// An organisation's head noun that goes on with "of".
    pub(crate) const ORG_HEAD_OF: Self = Self(1 << 12);
    pub(crate) const PLACE_HEAD: Self = Self(1 << 13);
    /// A place's head noun that stands before the name: "Lake".
    pub(crate) const PLACE_HEAD_FIRST: Self = Self(1 << 14);
    /// A place's head noun that may be written small: "Kursk region".
    pub(crate) const PLACE_HEAD_SMALL: Self = Self(1 << 15);
    pub(crate) const OTHER_HEAD: Self = Self(1 << 16);
    /// An organisation's head noun that stands first: "Banco".
    pub(crate) const ORG_HEAD_FIRST: Self = Self(1 << 20);
    pub(crate) const COMMON: Self = Self(1 << 17);
    /// A word that begins sentences and is no name there.
    pub(crate) const FUNCTION: Self = Self(1 << 19);
    /// A particle of personal names: "van", "bin".
    pub(crate) const PARTICLE: Self = Self(1 << 18);
    /// A word before a place: "in", weaker "toward", weakest "from".
    pub(crate) const INSIDE: Self = Self(1 << 21);
    pub(crate) const TOWARD: Self = Self(1 << 22);
    pub(crate) const FROM: Self = Self(1 << 23);
    /// "the", "a".
    pub(crate) const ARTICLE: Self = Self(1 << 24);
    pub(crate) const INDEFINITE: Self = Self(1 << 25);
    /// A small word that stands before people more often than before others.
    pub(crate) const BESIDE_PERSON: Self = Self(1 << 26);
    /// A kind of organisation written before its name: "the daily Zvezdan".
    pub(crate) const BODY: Self = Self(1 << 27);
    /// What stands behind a company's name: "shares".
    pub(crate) const OF_COMPANY: Self = Self(1 << 28);
    /// "who", "himself".
    pub(crate) const RELATIVE: Self = Self(1 << 29);
    /// A verb whose subject is nearly always a person.
    pub(crate) const PERSON_VERB: Self = Self(1 << 30);
    /// What is done by a publisher or owner: "reported by".
    pub(crate) const PUBLISHED: Self = Self(1 << 31);
    /// What stands behind a comma and belongs to the name: "Jr.", "Inc.".
    pub(crate) const SUFFIX: Self = Self(1 << 32);
    /// What ministries and committees are for: "Livestock".
    pub(crate) const PORTFOLIO: Self = Self(1 << 33);
    /// A country, city or region.
    pub(crate) const PLACE: Self = Self(0b111);

    /// Whether it has any of these marks.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether no list knows it.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }
}
