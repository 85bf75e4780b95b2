//! A document as a source: what a reference to it names.

use dossier_corpus::document::DateOrigin;
use dossier_corpus::{Corpus, DocId};
use dossier_time::Edtf;

use crate::wording::say;

/// What a reference names. Fields that nobody gave are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The document's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Where it appeared.
    pub source: String,
    /// Where it was found.
    pub url: String,
    /// Language tag; empty when unknown.
    pub lang: String,
    /// SHA-256 of its file, in hexadecimal.
    pub sha256: String,
    /// When it was published.
    pub date: Option<SourceDate>,
}

/// When a source was published, as certain as that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceDate {
    /// EDTF.
    pub edtf: String,
    /// In words.
    pub words: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a source's date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The publisher.
    Given,
    /// The file's name.
    FileName,
    /// The text's dateline.
    Dateline,
    /// The reader's assumption.
    Reader,
}

impl Origin {
    /// As data says it, in any language; empty where the publisher gave it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Given => "",
            Self::FileName => "from the file’s name",
            Self::Dateline => "from its dateline",
            Self::Reader => "assumed by the reader",
        }
    }
}

impl Source {
    /// A document as a source. One without a date has that of the reader's assumption, and says so.
    #[must_use]
    pub fn of(corpus: &Corpus<'_>, document: DocId, as_of: Option<&Edtf>) -> Option<Self> {
        let info = corpus.document(document)?;
        let mut source = Self {
            id: info.id.to_owned(),
            title: info.title.to_owned(),
            sha256: info.sha256.to_owned(),
            ..Self::default()
        };
        if info.lang != "und" {
            info.lang.clone_into(&mut source.lang);
        }
        for (field, value) in corpus.meta(document) {
            match field {
                "author" => source.authors.push(value.to_owned()),
                "source" if source.source.is_empty() => value.clone_into(&mut source.source),
                "url" if source.url.is_empty() => value.clone_into(&mut source.url),
                _ => {}
            }
        }
        source.date = match info.published {
            Some((edtf, origin)) => Some(SourceDate::new(
                edtf,
                match origin {
                    DateOrigin::Given => Origin::Given,
                    DateOrigin::FileName => Origin::FileName,
                    DateOrigin::Dateline => Origin::Dateline,
                },
            )),
            None => as_of.map(|it| SourceDate::new(&it.to_string(), Origin::Reader)),
        };
        Some(source)
    }

    /// Author, title, source and date as one line, each with what `mark` makes of the title.
    #[must_use]
    pub fn line(&self, mark: impl Fn(&str) -> String, plain: impl Fn(&str) -> String) -> String {
        let mut parts = Vec::new();
        if !self.authors.is_empty() {
            parts.push(plain(&self.authors.join(", ")));
        }
        parts.push(mark(&self.title));
        if !self.source.is_empty() {
            parts.push(plain(&self.source));
        }
        parts.push(plain(&self.date_words()));
        parts.join(", ")
    }

    /// The date in words, and where it comes from; or that there is none.
    #[must_use]
    pub fn date_words(&self) -> String {
        let Some(date) = &self.date else {
            return say::source_undated().into();
        };
        let origin = match date.origin {
            Origin::Given => return date.words.clone(),
            Origin::FileName => say::origin_file_name(),
            Origin::Dateline => say::origin_dateline(),
            Origin::Reader => say::origin_assumed(),
        };
        say::words_origin(&date.words, origin)
    }
}

impl SourceDate {
    fn new(edtf: &str, origin: Origin) -> Self {
        Self {
            edtf: edtf.to_owned(),
            words: super::super::article::date_words(edtf),
            origin,
        }
    }
}
