//! The filters: which facets are worth showing, and their labels.

use std::rc::Rc;

use dossier_corpus::facet::{NOTE, kind, note};
use dossier_corpus::{Corpus, EntityId, Facet};
use dossier_query::answer::ValueCount;
use dossier_query::{Answer, Filter, Query, Searcher, Sense};
use yew::AttrValue;

use super::words;
use crate::wording::{self, say};

/// Values shown at first.
pub const FEW: usize = 8;

/// Names shown at first even where each of them stands in one passage only.
const FEWEST: usize = 3;

/// A facet of an answer. Its values are worded when they are shown: there may be thousands of names.
#[derive(Clone)]
pub struct FacetGroup {
    /// Its name in addresses.
    pub facet: AttrValue,
    /// Its heading.
    pub label: AttrValue,
    /// Number of its values.
    pub n_values: usize,
    /// Number of values shown at first: a name that stands in one passage of all is not among them.
    pub n_first: usize,
    /// Whether software read it from the text.
    pub is_read: bool,
    corpus: Corpus<'static>,
    answer: Rc<Answer>,
    number: usize,
    /// Values that hold for every passage, and so tell none apart.
    idle: Vec<String>,
}

impl PartialEq for FacetGroup {
    /// Groups of one answer are equal.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer) && self.number == other.number
    }
}

/// A facet value, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetRow {
    /// As it stands in addresses.
    pub value: AttrValue,
    /// As it is shown.
    pub label: AttrValue,
    /// A few words on it: the country of a town; may be empty.
    pub description: AttrValue,
    /// Passages it would leave.
    pub count: u32,
    /// Whether it is chosen, and how.
    pub chosen: Option<Sense>,
}

/// The facets that can tell passages apart, in their order.
///
/// A value that holds for all passages is left out unless it is chosen; so is a facet without values, with a single one in
/// the whole corpus, or with a single one that holds for all of the selection.
#[must_use]
pub fn groups(searcher: &Searcher<'static>, answer: &Rc<Answer>) -> Vec<FacetGroup> {
    let corpus = searcher.corpus();
    let facets = answer.facets.iter().enumerate();
    facets
        .filter_map(|(number, counts)| {
            let facet = u32::try_from(number).unwrap_or(u32::MAX);
            let values = || corpus.facet_values(facet);
            let is_read = is_name(&counts.facet);
            let n_common = if is_read {
                let common = values().take(FEW).take_while(|it| it.count > 1);
                common.count().max(FEWEST)
            } else {
                FEW
            };
            let mut group = FacetGroup {
                facet: counts.facet.clone().into(),
                label: label(&counts.facet).into(),
                n_values: 0,
                n_first: n_common,
                is_read,
                corpus,
                answer: Rc::clone(answer),
                number,
                // Values come by falling count.
                idle: values()
                    .take_while(|it| it.count == corpus.n_passages())
                    .map(|it| it.name.to_owned())
                    .collect(),
            };
            group.n_values = group.values().count();
            // One more value is no longer than the button for it.
            if group.n_values <= group.n_first + 1 {
                group.n_first = group.n_values;
            }
            // Two in the corpus that do not hold for all, and in the selection one that does not.
            let has_choice = counts.facet == NOTE
                || corpus
                    .facet_totals(facet)
                    .nth(group.idle.len() + 1)
                    .is_some();
            let splits =
                group.n_values > 1 || group.values().any(|it| it.count < answer.n_passages);
            let is_chosen = || group.values().any(|it| it.chosen.is_some());
            (group.n_values > 0 && ((has_choice && splits) || is_chosen())).then_some(group)
        })
        .collect()
}

impl FacetGroup {
    fn values(&self) -> impl Iterator<Item = &ValueCount> {
        let counts = self.answer.facets.get(self.number);
        let values = counts.map_or(&[][..], |it| &it.values);
        values
            .iter()
            .filter(|it| it.chosen.is_some() || !self.idle.iter().any(|idle| **idle == *it.name))
    }

    /// The first `limit` values whose label, or another name for it, holds `wanted` (in small letters; may be empty),
    /// and all that are chosen. By falling count.
    #[must_use]
    pub fn rows(&self, wanted: &str, limit: usize) -> Vec<FacetRow> {
        let mut n_left = limit;
        let mut rows = Vec::new();
        for value in self.values() {
            if n_left == 0 && value.chosen.is_none() {
                continue;
            }
            let label = worded(&self.facet, &value.name)
                .map_or_else(|| value.name.clone().into(), AttrValue::from);
            let is_wanted = n_left > 0
                && (wanted.is_empty()
                    || label.to_lowercase().contains(wanted)
                    || self.is_called(value, wanted));
            n_left -= usize::from(is_wanted);
            if is_wanted || value.chosen.is_some() {
                rows.push(FacetRow {
                    description: self.description(value, &label),
                    value: value.name.clone().into(),
                    label,
                    count: value.count,
                    chosen: value.chosen,
                });
            }
        }
        rows
    }

    /// The entity that a value stands for.
    fn entity(&self, value: &ValueCount) -> Option<EntityId> {
        self.corpus.facet_value(value.number)?.entity
    }

    fn is_called(&self, value: &ValueCount, wanted: &str) -> bool {
        let entity = self.entity(value).into_iter();
        let mut aliases = entity.flat_map(|it| self.corpus.aliases(it));
        aliases.any(|it| it.to_lowercase().contains(wanted))
    }

    /// What is known of a name, where the name itself does not say it.
    fn description(&self, value: &ValueCount, label: &str) -> AttrValue {
        let entity = self.entity(value).and_then(|it| self.corpus.entity(it));
        let description = entity.map_or("", |it| it.description);
        if label.contains(description) {
            return AttrValue::default();
        }
        description.into()
    }
}

/// Whether a facet is one of names.
fn is_name(facet: &str) -> bool {
    matches!(
        Facet::from_name(facet),
        Some(Facet::Person | Facet::Organisation | Facet::Place | Facet::Group)
    )
}

/// The heading of a facet. A field of the publisher's own is headed by its name.
#[must_use]
pub fn label(facet: &str) -> String {
    match Facet::from_name(facet) {
        Some(Facet::Person) => say::facet_people().into(),
        Some(Facet::Organisation) => say::facet_organisations().into(),
        Some(Facet::Place) => say::facet_places().into(),
        Some(Facet::Group) => say::facet_groups().into(),
        Some(Facet::Kind) => say::facet_kind().into(),
        Some(Facet::Source) => say::facet_source().into(),
        Some(Facet::Tag) => say::facet_tags().into(),
        Some(Facet::Language) => say::facet_language().into(),
        Some(Facet::Year) => say::facet_year().into(),
        None if facet == NOTE => say::facet_notes().into(),
        None => capitalized(&facet.replace(['_', '-'], " ")),
    }
}

/// A value as it is shown.
#[must_use]
pub fn value_label(facet: &str, value: &str) -> String {
    worded(facet, value).unwrap_or_else(|| value.to_owned())
}

/// The words for a value that is not shown as it is.
fn worded(facet: &str, value: &str) -> Option<String> {
    if facet == NOTE {
        return match value {
            note::STARRED => Some(say::note_starred().into()),
            note::WRITTEN => Some(say::note_written().into()),
            _ => None,
        };
    }
    match Facet::from_name(facet)? {
        Facet::Kind => Some(match value {
            kind::QUOTED => say::kind_quoted().into(),
            kind::ATTRIBUTED => say::kind_attributed().into(),
            kind::HEDGED => say::kind_hedged().into(),
            kind::UNMARKED => say::kind_unmarked().into(),
            kind::DATED => say::kind_dated().into(),
            kind::UNDATED => say::kind_undated().into(),
            other => capitalized(other),
        }),
        Facet::Language => Some(words::language(value).into()),
        _ => None,
    }
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        std::iter::once(capital(first)).chain(chars).collect()
    })
}

/// The capital of a letter, looked for where alphabets keep theirs: the whole table would be 12 kB of the program.
fn capital(letter: char) -> char {
    const AWAY: [u32; 4] = [32, 80, 1, 48];
    let mut capitals = AWAY.iter().filter_map(|away| {
        let capital = char::from_u32(u32::from(letter).checked_sub(*away)?)?;
        capital.to_lowercase().eq([letter]).then_some(capital)
    });
    capitals.next().unwrap_or(letter)
}

/// A filter in words: `People = Ann`, `Places ≠ Kursk`; a value that nobody would read to its end is cut.
#[must_use]
pub fn filter_label(filter: &Filter) -> String {
    const MAX_VALUE: usize = 100;
    let sign = match filter.sense {
        Sense::Include => "=",
        Sense::Exclude => "≠",
    };
    let value = value_label(&filter.facet, &filter.value);
    let value = words::shorten(&value, MAX_VALUE);
    format!("{} {sign} {value}", label(&filter.facet))
}

/// Something that narrows the selection and can be taken away.
#[derive(Clone, Debug, PartialEq)]
pub struct ActiveFilter {
    /// In words.
    pub label: AttrValue,
    /// The query without it.
    pub without: Query,
}

/// Everything that narrows the selection, in the order it stands in the address.
#[must_use]
pub fn active(query: &Query) -> Vec<ActiveFilter> {
    let mut all = Vec::new();
    let mut push = |label: String, change: &dyn Fn(&mut Query)| {
        let mut without = query.clone();
        change(&mut without);
        all.push(ActiveFilter {
            label: label.into(),
            without,
        });
    };
    for filter in &query.filters {
        push(filter_label(filter), &|query| {
            query.filters.retain(|it| it != filter);
        });
    }
    if let Some(date) = &query.from {
        let words = wording::date(date);
        push(say::filter_from(&words), &|query| query.from = None);
    }
    if let Some(date) = &query.to {
        let words = wording::date(date);
        push(say::filter_to(&words), &|query| query.to = None);
    }
    if query.undated && (query.from.is_some() || query.to.is_some()) {
        push(say::filter_undated_too().into(), &|query| {
            query.undated = false;
        });
    }
    if let Some(date) = &query.as_of {
        let words = wording::date(date);
        push(say::filter_as_of(&words), &|query| {
            query.as_of = None;
        });
    }
    all
}
