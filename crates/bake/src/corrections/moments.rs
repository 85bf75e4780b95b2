//! Corrections of dates.

use dossier_corpus::mention::Moment;
use dossier_corpus::span::Span;

use super::{Corrected, orders, unknown_action};
use crate::parse::Field;

/// The rule's name that a corrected moment carries.
const RULE: &str = "by hand";

pub(super) fn correct(
    of: &mut Corrected<'_>,
    field: &Field,
    mut moments: Vec<Moment>,
) -> Vec<Moment> {
    for order in orders(field, "text", "date") {
        let words = order.words.as_str();
        let reading = of.reading;
        let is_meant = |it: &Moment| same_words(reading.words(it.span), words);
        let has_match = moments.iter().any(is_meant);
        match order.action {
            "drop" if has_match => moments.retain(|it| !is_meant(it)),
            "drop" => of.odd(
                field,
                format!("no date reads `{words}`, so none is dropped"),
            ),
            "fix" | "add" => {
                let written = order.to.first().map_or("", String::as_str);
                let Some(date) = dossier_time::read(written) else {
                    of.odd(
                        field,
                        format!("`{written}` is no date that can be read, for `{words}`"),
                    );
                    continue;
                };
                let mut places: Vec<Span> = moments
                    .iter()
                    .filter(|it| is_meant(it))
                    .map(|it| it.span)
                    .collect();
                if places.is_empty() {
                    places = of.places(words);
                }
                if places.is_empty() {
                    of.odd(
                        field,
                        format!("`{words}` does not stand in the text, so it gets no date"),
                    );
                }
                moments.retain(|it| !places.iter().any(|place| place.overlaps(it.span)));
                moments.extend(places.into_iter().map(|span| Moment {
                    span,
                    edtf: date.to_string(),
                    unresolved: String::new(),
                    rule: RULE.to_owned(),
                    anchor: String::new(),
                }));
            }
            other => of.odd(field, unknown_action(other, "drop, fix and add")),
        }
    }
    moments.sort_by_key(|it| it.span);
    moments
}

fn same_words(left: &str, right: &str) -> bool {
    left.split_whitespace().eq(right.split_whitespace())
}
