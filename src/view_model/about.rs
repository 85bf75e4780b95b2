//! What is baked in, seed by seed.

use dossier_query::Searcher;
use yew::AttrValue;

use super::words;
use crate::wording::{Message, say};

/// Whose lists the software reads names with: name, licence.
pub const ATTRIBUTIONS: [(Message, Message); 4] = [
    (say::list_cldr, say::licence_unicode),
    (say::list_geonames, say::licence_cc_by),
    (say::list_census, say::licence_public),
    (say::list_scowl, say::licence_notice),
];

/// Everything the About view tells.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// One sentence of true numbers.
    pub summary: AttrValue,
    /// Label and value of each fact about the whole.
    pub facts: Vec<(AttrValue, AttrValue)>,
    /// Every file of the seeds folder.
    pub seeds: Vec<SeedRow>,
}

/// A seed.
#[derive(Clone, Debug, PartialEq)]
pub struct SeedRow {
    /// Path below the seeds folder.
    pub path: AttrValue,
    /// Id of its document, when it became one.
    pub document: Option<AttrValue>,
    /// What became of it.
    pub fate: AttrValue,
    /// SHA-256, when it became a document.
    pub sha256: AttrValue,
    /// What was odd about it.
    pub findings: Vec<AttrValue>,
}

/// Words the corpus as a whole.
#[must_use]
pub fn about(searcher: &Searcher<'_>) -> About {
    let corpus = searcher.corpus();
    let site = corpus.site();
    let seeds = corpus
        .seeds()
        .map(|seed| {
            let info = seed.fate.ok().and_then(|it| corpus.document(it));
            SeedRow {
                path: seed.path.to_owned().into(),
                document: info.map(|it| it.id.to_owned().into()),
                fate: match (seed.fate, info) {
                    (Err(reason), _) => say::left_out(reason),
                    (_, Some(info)) => format!(
                        "{}, {}, {}",
                        say::n_words(info.n_words),
                        words::size(info.n_bytes),
                        info.encoding
                    ),
                    (Ok(_), None) => String::new(),
                }
                .into(),
                sha256: info.map_or_else(AttrValue::default, |it| it.sha256.to_owned().into()),
                findings: seed
                    .findings
                    .iter()
                    .map(|(line, message)| match line {
                        Some(line) => say::finding_line(&line.to_string(), message).into(),
                        None => (*message).to_owned().into(),
                    })
                    .collect(),
            }
        })
        .collect();
    About {
        summary: summary(searcher).into(),
        facts: facts(&site),
        seeds,
    }
}

fn facts(site: &dossier_corpus::info::SiteInfo<'_>) -> Vec<(AttrValue, AttrValue)> {
    let mut facts = Vec::new();
    let mut push = |label: &'static str, value: &str| {
        if !value.is_empty() {
            facts.push((label.into(), value.to_owned().into()));
        }
    };
    push(say::built(), site.baked);
    push(say::hash_of_seeds(), site.hash);
    push(say::version(), env!("CARGO_PKG_VERSION"));
    facts
}

/// What is here: documents, passages, words, names, dates, statements.
#[must_use]
pub fn summary(searcher: &Searcher<'_>) -> String {
    let corpus = searcher.corpus();
    let counts = [
        say::n_documents(corpus.n_documents()),
        say::n_passages(corpus.n_passages()),
        say::n_dates_in_text(corpus.n_moments()),
    ];
    format!("{}\u{a0}· {}", counts.join("\u{a0}· "), holdings(searcher))
}

/// Words, and what software read from them; nothing of which there is none.
#[must_use]
pub fn holdings(searcher: &Searcher<'_>) -> String {
    let corpus = searcher.corpus();
    let counts = [
        (corpus.site().n_words, say::n_words as fn(u32) -> String),
        (corpus.n_entities(), say::n_names),
        (corpus.n_statements(), say::n_statements),
    ];
    let counts = counts.into_iter().filter(|it| it.0 > 0);
    let counts: Vec<String> = counts.map(|(n, worded)| worded(n)).collect();
    counts.join("\u{a0}· ")
}
