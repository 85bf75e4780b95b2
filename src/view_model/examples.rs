//! Queries to begin with, made of the corpus's own names and dates: each gives results.

use dossier_corpus::text::{fold, words};
use dossier_corpus::{Facet, MomentId};
use dossier_query::{Query, Searcher};
use dossier_time::Edtf;
use yew::AttrValue;

use crate::wording::say;

/// A way to ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What can be typed.
    pub query: AttrValue,
    /// What it means.
    pub meaning: &'static str,
    /// Whether it is of this corpus and finds something; else it shows the form alone.
    pub finds: bool,
    /// Whether people understand it without being told.
    pub is_plain: bool,
}

/// Names of each kind that are looked at for pieces of queries.
const NAMES: usize = 4;

/// A frequent name.
struct Name {
    facet: Facet,
    name: String,
    /// Number of its facet value.
    value: u32,
}

/// The ways to ask, each with what this corpus gives for it.
#[must_use]
pub fn examples(searcher: &Searcher<'_>) -> Vec<Example> {
    let names = names(searcher);
    let phrase = names.iter().find(|it| it.name.contains(' '));
    let phrase = phrase.map(|it| it.name.as_str());
    let last_words: Vec<&str> = names.iter().filter_map(|it| last_word(&it.name)).collect();
    let pair = pair(searcher, &names);
    let beginning = last_words.iter().find_map(|it| {
        let end = it.char_indices().nth(4)?.0;
        Some(format!("{}*", it.get(..end)?.to_lowercase()))
    });
    let field = names.first().and_then(|it| {
        let word = last_word(&it.name)?.to_lowercase();
        Some(format!("{}:{word}", it.facet.name()))
    });
    let of_pair = |join: &str| pair.map(|(a, b)| format!("{a} {join}{b}"));
    let date = year(searcher).map(|it| format!("date:{it}"));
    let tried = [
        (
            say::form_two_words(),
            say::meaning_two_words(),
            of_pair(""),
            true,
        ),
        (
            say::form_phrase(),
            say::meaning_phrase(),
            phrase.map(|it| format!("“{it}”")),
            true,
        ),
        (
            say::form_without(),
            say::meaning_without(),
            of_pair("-"),
            false,
        ),
        (
            say::form_either(),
            say::meaning_either(),
            of_pair("OR "),
            false,
        ),
        (say::form_begin(), say::meaning_begin(), beginning, false),
        (say::form_field(), say::meaning_field(), field, true),
        (say::form_date(), say::meaning_date(), date, true),
    ];
    tried
        .into_iter()
        .map(|(form, meaning, text, is_plain)| {
            let found = finds(searcher, text);
            Example {
                finds: found.is_some(),
                query: found.map_or_else(|| form.into(), AttrValue::from),
                meaning,
                is_plain,
            }
        })
        .collect()
}

/// The query, when it finds something as it was typed.
fn finds(searcher: &Searcher<'_>, text: Option<String>) -> Option<String> {
    text.filter(|text| {
        let answer = searcher.answer(&Query::of_text(text));
        answer.n_passages > 0 && answer.notes.is_empty()
    })
}

/// The most frequent names, one kind after the other.
fn names(searcher: &Searcher<'_>) -> Vec<Name> {
    let corpus = searcher.corpus();
    let kinds = [Facet::Person, Facet::Place, Facet::Organisation];
    let rank = |rank: usize| {
        kinds.into_iter().filter_map(move |facet| {
            let value = corpus.facet_values(facet.code()).nth(rank)?;
            Some(Name {
                facet,
                name: value.name.to_owned(),
                value: value.number,
            })
        })
    };
    (0..NAMES).flat_map(rank).collect()
}

/// The last words of the first two names that stand in one passage.
fn pair<'n>(searcher: &Searcher<'_>, names: &'n [Name]) -> Option<(&'n str, &'n str)> {
    let corpus = searcher.corpus();
    names.iter().enumerate().find_map(|(idx, a)| {
        let here: Vec<_> = corpus.facet_postings(a.value).collect();
        names.iter().skip(idx + 1).find_map(|b| {
            let mut there = corpus.facet_postings(b.value);
            let meet = there.any(|it| {
                let before = here.partition_point(|here| here.end <= it.start);
                here.get(before).is_some_and(|here| here.start < it.end)
            });
            let (a, b) = (last_word(&a.name)?, last_word(&b.name)?);
            (meet && a != b).then_some((a, b))
        })
    })
}

/// The last word of a name, when it is worth typing.
fn last_word(name: &str) -> Option<&str> {
    const SHORTEST: usize = 4;
    let (span, _) = words(name).last()?;
    let word = span.of(name);
    let is_plain = word.chars().all(char::is_alphabetic);
    (is_plain && fold(word).len() >= SHORTEST).then_some(word)
}

/// The year of the date in the middle of all.
fn year(searcher: &Searcher<'_>) -> Option<i32> {
    let corpus = searcher.corpus();
    let n = corpus.n_moments();
    let year = |number: u32| {
        let moment = corpus.moment(MomentId::new(number))?;
        let bounds = Edtf::parse(moment.edtf).ok()?.bounds()?;
        Some(bounds.earliest?.ymd().0).filter(|it| *it > 0)
    };
    (n / 2..n).chain(0..n / 2).find_map(year)
}
