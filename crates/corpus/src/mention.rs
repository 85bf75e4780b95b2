//! What analysis finds in a text: names and dates, each tied to its span.

use crate::span::Span;

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation: ministry, company, army, paper, club.
    Organisation,
    /// A place: country, region, town, river, building.
    Place,
    /// A group: nationality, people, language, religion, party as adjective or noun.
    Group,
}

impl EntityKind {
    /// All kinds, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Group];

    /// The name used in dumps and addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Group => "group",
        }
    }
}

/// A person, organisation, place or group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The canonical name: the longest form used, without title or possessive.
    pub name: String,
    /// Other forms used for it, sorted, without the canonical one.
    pub aliases: Vec<String>,
    /// A few words on it where a list knows them (the country of a city); empty otherwise.
    pub description: String,
    /// Whether the publisher put it right; otherwise software read it.
    pub checked: bool,
}

/// A place in the text that names an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The name's bytes, without title or possessive.
    pub span: Span,
    /// Position in the document's list of entities.
    pub entity: u32,
}

/// A date in the text.
///
/// `earliest` and `latest` follow from `edtf`; they are not kept here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The bytes that say when.
    pub span: Span,
    /// The value with all that the document itself tells: EDTF.
    pub edtf: String,
    /// The expression before an anchor was chosen (`dossier_time::Expr` as text), where a document date
    /// that is not known yet would tell more; empty otherwise.
    pub unresolved: String,
    /// Name of the rule that read it, e.g. `month`.
    pub rule: String,
    /// In words, the anchor it was resolved against; empty when it needed none or had none.
    pub anchor: String,
}
