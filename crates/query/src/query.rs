//! What is asked: one selection for the hits, the facets and the timeline.

use std::rc::Rc;

use dossier_time::Edtf;

use crate::noted::Noted;

/// A question. The default one selects everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The words of the search field, as typed.
    pub text: String,
    /// Chosen facet values.
    pub filters: Vec<Filter>,
    /// The range of dates, on `clock`.
    pub from: Option<Edtf>,
    /// End of the range, included.
    pub to: Option<Edtf>,
    /// Whether what carries no date on `clock` is added to the range. Without a range it changes nothing.
    pub undated: bool,
    /// Which dates the range and the timeline speak of.
    pub clock: Clock,
    /// The reader's assumption: documents without a date are read as if published on this day.
    pub as_of: Option<Edtf>,
    /// What filters by the facet `note` look in. It selects nothing by itself.
    pub noted: Rc<Noted>,
}

impl Query {
    /// A query of these words and nothing else.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..Self::default()
        }
    }

    /// Whether it selects everything: no words, no filters, no range. Clock and assumption select nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.filters.is_empty() && !self.has_range()
    }

    /// Whether a range of dates is chosen.
    #[must_use]
    pub const fn has_range(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

/// One chosen facet value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Filter {
    /// The facet's name in addresses: `person`, `org`, `kind` …
    pub facet: String,
    /// The value's name.
    pub value: String,
    /// Whether it is wanted or not.
    pub sense: Sense,
}

/// Whether a facet value is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// Passages that have it; several of one facet are alternatives.
    Include,
    /// Passages that do not have it.
    Exclude,
}

/// The three clocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Clock {
    /// When it happened: the moments in the text.
    #[default]
    Happened,
    /// When the document was published.
    Published,
    /// When the document was added to the collection.
    Added,
}

impl Clock {
    /// All clocks, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Happened, Self::Published, Self::Added];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Published => "published",
            Self::Added => "added",
        }
    }

    /// The clock with that name in addresses.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}
