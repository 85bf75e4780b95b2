//! A document as a source: what a reference to it names.

use dossier_corpus::document::DateOrigin;
use dossier_corpus::{Corpus, DocId};
use dossier_time::Edtf;

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
    /// Where it comes from, when the publisher did not give it; a few words.
    pub origin: &'static str,
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
                    DateOrigin::Given => "",
                    DateOrigin::FileName => "from the file’s name",
                    DateOrigin::Dateline => "from its dateline",
                },
            )),
            None => as_of.map(|it| SourceDate::new(&it.to_string(), "assumed by the reader")),
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
        match &self.date {
            None => "undated".into(),
            Some(date) if date.origin.is_empty() => date.words.clone(),
            Some(date) => format!("{} ({})", date.words, date.origin),
        }
    }
}

impl SourceDate {
    fn new(edtf: &str, origin: &'static str) -> Self {
        Self {
            edtf: edtf.to_owned(),
            words: super::super::article::date_words(edtf),
            origin,
        }
    }
}
