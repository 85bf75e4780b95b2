//! Corrections of statements.

use dossier_corpus::span::Span;
use dossier_corpus::statement::{Speaker, Statement, StatementKind};

use super::{Corrected, orders, unknown_action};
use crate::entities::Names;
use crate::parse::Field;
use crate::statements::Claims;

pub(super) fn correct(of: &mut Corrected<'_>, field: &Field, claims: &mut Claims, names: &Names) {
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
                claims.hedges.retain(|it| reading.words(it.span) != words);
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
                        statement.checked = true;
                        if statement.kind == StatementKind::Quoted {
                            statement.kind = StatementKind::QuotedAndAttributed;
                        }
                    }
                    None => claims.statements.push(Statement {
                        content: vec![place],
                        kind: StatementKind::Attributed,
                        speaker: Some(speaker),
                        cue: None,
                        hedges: Vec::new(),
                        checked: true,
                    }),
                }
            }
            other => of.odd(field, unknown_action(other, "drop, fix and add")),
        }
    }
    claims
        .statements
        .sort_by_key(|it| it.content.first().copied());
}

fn begins_with(text: &str, words: &str) -> bool {
    let mut text = text.split_whitespace();
    words
        .split_whitespace()
        .all(|word| text.next().is_some_and(|it| it.starts_with(word)))
}

/// The speaker of that name, at the mention nearest to what is said.
fn speaker(of: &Corrected<'_>, names: &Names, name: &str, place: Span) -> Option<Speaker> {
    let entity = super::names::find(names, name).and_then(|it| u32::try_from(it).ok());
    let mentions = names.mentions.iter().filter(|it| Some(it.entity) == entity);
    let mut spans: Vec<Span> = mentions.map(|it| it.span).collect();
    if spans.is_empty() {
        spans = of.places(name);
    }
    let distance = |it: &Span| it.start.abs_diff(place.start);
    let span = spans.into_iter().min_by_key(distance)?;
    Some(Speaker { span, entity })
}
