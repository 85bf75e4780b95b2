//! What a bake is told beside the seeds.

use std::collections::BTreeMap;

/// What a bake is told beside the seeds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The site's title; wins over `corpus.yaml`.
    pub title: Option<String>,
    /// The day of the bake (EDTF), when it shall be told. Left out, the same seeds give the same bytes.
    pub baked: Option<String>,
    /// Dates to assume for documents that tell none.
    pub as_of: AsOf,
}

/// Dates to assume for documents that tell none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AsOf {
    /// Nothing is assumed.
    #[default]
    Unknown,
    /// The same for all.
    All(Assumed),
    /// By document id.
    ById(BTreeMap<String, Assumed>),
}

/// What is assumed of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub struct Assumed {
    /// EDTF of its day of publication.
    #[serde(default)]
    pub date: Option<String>,
    /// `news` or `narrative`.
    #[serde(default)]
    pub genre: Option<String>,
}

impl AsOf {
    /// The same date for all documents.
    #[must_use]
    pub fn date(edtf: &str) -> Self {
        Self::All(Assumed {
            date: Some(edtf.to_owned()),
            genre: None,
        })
    }

    /// Reads `{"id": {"date": "1998-07-03", "genre": "news"}, …}`.
    ///
    /// # Errors
    ///
    /// When it is not JSON of that shape; the message tells line and column.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json).map(Self::ById)
    }

    /// What is assumed of the document with that id.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&Assumed> {
        match self {
            Self::Unknown => None,
            Self::All(assumed) => Some(assumed),
            Self::ById(by_id) => by_id.get(id),
        }
    }
}
