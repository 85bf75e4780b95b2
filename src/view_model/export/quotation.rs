//! A passage or a part of it, to be quoted: plain text, Markdown, BibTeX, CSL-JSON, with its source and its address.

use dossier_corpus::{DocId, PassageId};
use dossier_query::{Anchor, Query, Searcher};
use yew::AttrValue;

use super::source::Source;
use super::{bibtex, csl, markdown};
use crate::route::Route;
use crate::wording::say;

/// What is quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The document it stands in.
    pub source: Source,
    /// The passage's number in the document, from 1.
    pub passage: u32,
    /// The words, on one line.
    pub text: String,
    /// The passage's address, which survives a rebuild.
    pub link: String,
    /// The day it is quoted on, as `2026-11-23`; may be empty.
    pub made: String,
}

/// The forms of a quotation, ready to be copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Forms {
    /// The passage's number in the document, from 1.
    pub passage: u32,
    /// What is quoted, in words: for the heading.
    pub title: AttrValue,
    /// The words alone.
    pub text: AttrValue,
    /// The address alone.
    pub link: AttrValue,
    /// Label and text of each form.
    pub forms: Vec<(&'static str, AttrValue)>,
}

impl Quotation {
    /// Quotes a passage of a document, by its number, or what is `selected` of it, when that stands in it. `page` is the
    /// page's address without a fragment.
    #[must_use]
    pub fn of(
        searcher: &Searcher<'_>,
        query: &Query,
        document: DocId,
        passage: u32,
        selected: &str,
        (page, made): (&str, &str),
    ) -> Option<Self> {
        let corpus = searcher.corpus();
        let own = corpus.passages(document);
        let number = own.start.checked_add(passage.checked_sub(1)?)?;
        if !own.contains(&number) {
            return None;
        }
        let id = PassageId::new(number);
        let source = Source::of(&corpus, document, query.as_of.as_ref())?;
        let anchor = Anchor::of(&corpus, id);
        let route = Route::default().at_anchor(&source.id, passage, anchor);
        let whole = one_line(&corpus.visible(id));
        let selected = one_line(selected);
        let is_part = !selected.is_empty() && whole.contains(&selected);
        Some(Self {
            source,
            passage,
            text: if is_part { selected } else { whole },
            link: format!("{page}{}", route.href()),
            made: made.to_owned(),
        })
    }

    /// As plain text: the words in quotation marks, the source, the address.
    #[must_use]
    pub fn plain(&self) -> String {
        let plain = |it: &str| it.to_owned();
        let source = self.source.line(plain, plain);
        let quotation = say::quotation(&self.text, &source, &self.passage.to_string());
        format!("{quotation}\n{}", self.link)
    }

    /// As Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let source = self
            .source
            .line(|it| format!("*{}*", markdown::line(it)), markdown::line);
        let label = say::passage_lower(&self.passage.to_string());
        format!(
            "> {}\n>\n> — {source}, {}\n",
            markdown::line(&self.text),
            markdown::link(&label, &self.link)
        )
    }

    /// All its forms.
    #[must_use]
    pub fn forms(self) -> Forms {
        Forms {
            passage: self.passage,
            title: say::cite_passage(&self.passage.to_string()).into(),
            forms: vec![
                (say::form_plain(), self.plain().into()),
                ("Markdown", self.markdown().into()),
                ("BibTeX", bibtex::entry(&self).into()),
                ("CSL-JSON", csl::item(&self).into()),
                (say::form_link(), self.link.clone().into()),
            ],
            text: self.text.into(),
            link: self.link.into(),
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
