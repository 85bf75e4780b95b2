//! The site that is drawn: its corpus, opened, and what its publisher says of it.

use std::path::PathBuf;

use dossier_bake::{Config, files};
use dossier_corpus::{Corpus, DocId};
use dossier_query::{Answer, Query, Searcher};

use crate::names;

/// More documents than this have no plain page each.
const MAX_PAGES: u32 = 500;

/// What is to be drawn.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// The folder of seeds.
    pub(crate) seeds: PathBuf,
    /// The title; wins over `corpus.yaml`.
    pub(crate) title: Option<String>,
    /// Where the site will be; wins over `corpus.yaml`.
    pub(crate) url: Option<String>,
    /// File name of the plain pages' style sheet.
    pub(crate) style: String,
}

/// The site. It lives until the program ends.
pub(crate) struct Site {
    pub(crate) searcher: &'static Searcher<'static>,
    /// The answer to no question: everything.
    pub(crate) answer: Answer,
    pub(crate) title: String,
    pub(crate) description: String,
    /// Accent colour as `#rrggbb`; may be empty.
    pub(crate) accent: String,
    /// Where the site will be, with `/` at its end.
    pub(crate) url: Option<String>,
    pub(crate) noindex: bool,
    pub(crate) forbid: Vec<String>,
    pub(crate) style: String,
    /// Paths of the plain pages below `text/`, without ending, document by document; none when there are too many.
    pub(crate) pages: Option<Vec<String>>,
}

impl Site {
    /// Bakes and opens the seeds.
    ///
    /// # Errors
    ///
    /// The folder cannot be read, `corpus.yaml` cannot be read, or the address is none.
    pub(crate) fn open(wanted: &Wanted) -> Result<Self, String> {
        let said = |err: dossier_bake::BakeError| err.to_string();
        let seeds = files::read(&wanted.seeds).map_err(said)?;
        let config = Config {
            title: wanted.title.clone().filter(|it| !it.is_empty()),
            ..Config::default()
        };
        let baked = dossier_bake::bake(&seeds, &config).map_err(said)?;
        if baked.settings.is_broken {
            return Err("corpus.yaml cannot be read, and it may forbid words; mend it".to_owned());
        }
        let originals: &'static [Vec<u8>] =
            Vec::leak(baked.originals.into_iter().map(|it| it.bytes).collect());
        let original = move |it: DocId| originals.get(it.index()).map(Vec::as_slice);
        let corpus = Corpus::open(Vec::leak(baked.bytes), Box::leak(Box::new(original)))
            .map_err(|err| err.to_string())?;
        let searcher: &'static Searcher<'static> = Box::leak(Box::new(Searcher::new(corpus)));
        let corpus = searcher.corpus();
        let site = corpus.site();
        let n_documents = corpus.n_documents();
        let ids = || {
            let documents = corpus.document_ids().filter_map(|it| corpus.document(it));
            documents.map(|it| it.id)
        };
        let url = wanted.url.clone().or(baked.settings.url);
        Ok(Self {
            searcher,
            answer: searcher.answer(&Query::default()),
            title: site.title.to_owned(),
            description: if site.description.is_empty() {
                dossier::view_model::about::summary(searcher)
            } else {
                site.description.to_owned()
            },
            accent: site.accent.to_owned(),
            url: url.map(|it| address(&it)).transpose()?,
            noindex: baked.settings.noindex,
            forbid: baked.settings.forbid,
            style: wanted.style.clone(),
            pages: (n_documents <= MAX_PAGES).then(|| names::distinct(ids())),
        })
    }

    /// The address of a place below the site's, where the site's is known.
    pub(crate) fn at(&self, path: &str) -> Option<String> {
        self.url.as_ref().map(|it| format!("{it}{path}"))
    }
}

/// The address with `/` at its end.
fn address(url: &str) -> Result<String, String> {
    let url = url.trim();
    let is_whole = ["https://", "http://"].iter().any(|it| url.starts_with(it));
    if !is_whole || url.contains(['?', '#', '"', '<', '>', ' ']) {
        return Err(format!(
            "`{url}` is no address of a site; write it as https://example.org/papers/"
        ));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for (typed, expected, why) in [
            ("https://a.org", Some("https://a.org/"), "a `/` is added"),
            (" http://a.org/b/ ", Some("http://a.org/b/"), "trimmed"),
            ("a.org", None, "no scheme"),
            ("https://a.org/?x", None, "more than a folder"),
        ] {
            assert_eq!(address(typed).ok().as_deref(), expected, "{why}");
        }
    }
}
