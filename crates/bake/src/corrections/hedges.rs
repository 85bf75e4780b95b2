//! Corrections of hedges: which words lower a claim, and which only look so.

use dossier_corpus::statement::{Hedge, HedgeUse};

use super::{Corrected, orders, unknown_action};
use crate::parse::Field;

pub(super) fn correct(of: &mut Corrected<'_>, field: &Field, hedges: &mut Vec<Hedge>) {
    for order in orders(field, "text", "use") {
        let words = order.words.as_str();
        let reading = of.reading;
        let is_meant = |it: &Hedge| reading.words(it.span) == words;
        let has_match = hedges.iter().any(is_meant);
        match order.action {
            "drop" if has_match => hedges.retain(|it| !is_meant(it)),
            "fix" if has_match => {
                let Some(usage) = usage(order.to.first()) else {
                    of.odd(field, no_use(words));
                    continue;
                };
                let meant = hedges.iter_mut().filter(|it| is_meant(it));
                meant.for_each(|it| it.usage = usage);
            }
            "drop" | "fix" => of.odd(
                field,
                format!("no hedge reads `{words}`, so none is corrected"),
            ),
            "add" => {
                let told = order.to.first();
                let Some(usage) = told.map_or(Some(HedgeUse::Lowers), |it| usage(Some(it))) else {
                    of.odd(field, no_use(words));
                    continue;
                };
                let places = of.places(words);
                if places.is_empty() {
                    of.odd(
                        field,
                        format!("`{words}` does not stand in the text, so it lowers nothing"),
                    );
                }
                hedges.retain(|it| !places.iter().any(|place| place.overlaps(it.span)));
                hedges.extend(places.into_iter().map(|span| Hedge { span, usage }));
                hedges.sort();
            }
            other => of.odd(field, unknown_action(other, "drop, fix and add")),
        }
    }
}

fn usage(told: Option<&String>) -> Option<HedgeUse> {
    HedgeUse::ALL
        .into_iter()
        .find(|it| told.is_some_and(|told| told == it.name()))
}

fn no_use(words: &str) -> String {
    format!("`{words}` needs to be one of lowers, negated and quoted")
}
