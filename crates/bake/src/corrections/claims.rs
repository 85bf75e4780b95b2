//! Corrections of statements and hedges.

use dossier_corpus::span::Span;
use dossier_corpus::statement::{Hedge, Speaker, Statement, StatementKind};

use super::{Corrected, orders, unknown_action};
use crate::entities::Names;
use crate::parse::Field;
use crate::statements::Claims;

pub(super) fn correct(
    of: &mut Corrected<'_>,
    field: &Field,
    claims: Claims,
    names: &Names,
) -> Claims {
    let mut claims = claims;
    for order in orders(field, "text", "speaker") {
        let words = order.words.as_str();
        let reading = of.reading;
        let is_meant = |it: &Statement| {
            let first = it.content.first().map_or("", |it| reading.words(*it));
            begins_with(first, words)
        };
        match order.action {
            "drop" => {
                let n_before = claims.statements.len() + claims.hedges.len();
                claims.statements.retain(|it| !is_meant(it));
                drop_hedges(&mut claims, |it| reading.words(it.span) == words);
                if claims.statements.len() + claims.hedges.len() == n_before {
                    of.odd(
                        field,
                        format!("nothing said begins with `{words}`, so nothing is dropped"),
                    );
                }
            }
            "fix" | "add" => {
                let name = order.to.first().map_or("", String::as_str);
                let meant = claims.statements.iter().position(is_meant);
                let place = match meant.and_then(|it| claims.statements.get(it)) {
                    Some(it) => it.content.first().copied(),
                    None => of.places(words).first().copied(),
                };
                let Some(place) = place else {
                    of.odd(
                        field,
                        format!("`{words}` does not stand in the text, so it gets no speaker"),
                    );
                    continue;
                };
                let Some(speaker) = speaker(of, names, name, place) else {
                    of.odd(
                        field,
                        format!("the speaker `{name}` does not stand in the text"),
                    );
                    continue;
                };
                match meant.and_then(|it| claims.statements.get_mut(it)) {
                    Some(statement) => {
                        statement.speaker = Some(speaker);
                        if statement.kind == StatementKind::Quoted {
                            statement.kind = StatementKind::QuotedAndAttributed;
                        }
                    }
                    None => claims.statements.push(Statement {
                        content: vec![place],
                        kind: StatementKind::Attributed,
                        speaker: Some(speaker),
                        cue: None,
                        hedges: hedges_in(&claims.hedges, place),
                    }),
                }
            }
            other => of.odd(field, unknown_action(other, "drop, fix and add")),
        }
    }
    claims
        .statements
        .sort_by_key(|it| it.content.first().copied());
    claims
}

fn begins_with(text: &str, words: &str) -> bool {
    let mut text = text.split_whitespace();
    words
        .split_whitespace()
        .all(|word| text.next().is_some_and(|it| it.starts_with(word)))
}

fn hedges_in(hedges: &[Hedge], place: Span) -> Vec<u32> {
    (0..)
        .zip(hedges)
        .filter(|(_, it)| place.contains(it.span))
        .map(|(number, _)| number)
        .collect()
}

fn drop_hedges(claims: &mut Claims, is_dropped: impl Fn(&Hedge) -> bool) {
    let mut n_kept = 0;
    let numbers: Vec<Option<u32>> = claims
        .hedges
        .iter()
        .map(|it| {
            let number = (!is_dropped(it)).then_some(n_kept);
            n_kept += u32::from(number.is_some());
            number
        })
        .collect();
    claims.hedges.retain(|it| !is_dropped(it));
    for statement in &mut claims.statements {
        let kept = |it: &u32| numbers.get(*it as usize).copied().flatten();
        statement.hedges = statement.hedges.iter().filter_map(kept).collect();
    }
}

/// The speaker of that name, at the mention nearest to what is said.
fn speaker(of: &Corrected<'_>, names: &Names, name: &str, place: Span) -> Option<Speaker> {
    let is_named = |it: &dossier_corpus::mention::Entity| {
        it.name == name || it.aliases.iter().any(|it| it == name)
    };
    let entity = names
        .entities
        .iter()
        .position(is_named)
        .and_then(|it| u32::try_from(it).ok());
    let mentions = names.mentions.iter().filter(|it| Some(it.entity) == entity);
    let mut spans: Vec<Span> = mentions.map(|it| it.span).collect();
    if spans.is_empty() {
        spans = of.places(name);
    }
    let distance = |it: &Span| it.start.abs_diff(place.start);
    let span = spans.into_iter().min_by_key(distance)?;
    Some(Speaker { span, entity })
}
