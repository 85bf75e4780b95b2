//! Reads the phrases of a language, and finds one in a text.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use dossier_time::expr::Unit;

use super::{Class, Fnv, Mark};

/// What a phrase says of the date beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dates) enum Role {
    /// So many days from the day of writing: "gestern".
    Day(i8),
    /// So many days from the day told last: "la veille".
    Running(i8),
    /// "letzte" (−1), "diese" (0), "nächste" (1): a unit counted from the day of writing.
    Pointed(i8),
    /// "vorangegangenen" (−1), "folgende" (1): a unit counted from the date told last.
    Followed(i8),
    /// "vor zwei Wochen", "два года назад".
    Ago,
    /// "in zwei Wochen", "через два года".
    Ahead,
    /// "später".
    Later,
    /// "zuvor".
    Earlier,
    /// "seit".
    Since,
    /// "bis".
    Until,
    /// What joins the ends of a range and opens none: "de 1914 a 1918".
    To,
    /// "vor dem Mai 1945".
    Before,
    /// "nach".
    After,
    /// "zwischen".
    Between,
    /// "und".
    And,
    /// "etwa".
    About,
    /// "vielleicht".
    Perhaps,
    /// "Anfang", "Mitte", "Ende".
    Part,
    /// A word that may stand between one of these and a date.
    Filler,
    /// "Jahrhundert".
    Century,
    /// "années" before a decade's number.
    DecadeBefore,
    /// "er Jahre" behind it.
    DecadeAfter,
    /// "v. Chr." behind a year.
    BeforeChrist,
    /// A weekday's name of several tokens, 1 for Monday.
    Weekday(u8),
}

type Row = (Vec<&'static str>, Role);

/// The phrases of a language by their first word or sign, the longest first.
#[derive(Default)]
pub(super) struct Phrases {
    by_first: HashMap<&'static str, Vec<Row>, BuildHasherDefault<Fnv>>,
}

impl Phrases {
    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The position behind a phrase with that role.
    pub(super) fn behind<'a>(
        &self,
        at: usize,
        role: Role,
        word: impl Fn(usize) -> &'a str,
    ) -> Option<usize> {
        self.find(at, |it| (it == role).then_some(()), word)
            .map(|it| it.1)
    }

    /// What is wanted of the longest phrase that has it, and the position behind.
    pub(super) fn find<'a, T>(
        &self,
        at: usize,
        wanted: impl Fn(Role) -> Option<T>,
        word: impl Fn(usize) -> &'a str,
    ) -> Option<(T, usize)> {
        let rows = self.by_first.get(word(at))?;
        rows.iter().find_map(|(words, role)| {
            let found = wanted(*role)?;
            let fits = words
                .iter()
                .zip(at..)
                .skip(1)
                .all(|(it, at)| word(at) == *it);
            fits.then_some((found, at + words.len()))
        })
    }
}

type Parts = (
    Phrases,
    Vec<(&'static str, Class)>,
    Vec<(&'static str, Mark)>,
);

/// The phrases of a language, its words with their class, and the words that are marked.
pub(super) fn read(text: &'static str) -> Parts {
    let mut phrases = Phrases::default();
    let (mut words, mut marks) = (Vec::new(), Vec::new());
    for (name, forms) in text.lines().filter_map(|it| it.split_once(": ")) {
        if let Some(unit) = name.strip_prefix("unit ").and_then(unit_of) {
            for form in forms.split(" | ") {
                words.push((form, Class::Units(unit)));
            }
            continue;
        }
        let rows = forms.split(' ').zip(1_u8..);
        match name {
            "count" => words.extend(rows.flat_map(|(row, number)| {
                row.split(',')
                    .map(move |it| (it, Class::Count(u16::from(number))))
            })),
            "season" => words.extend(rows.flat_map(|(row, number)| {
                row.split(',')
                    .map(move |it| (it, Class::Season(20 + number)))
            })),
            "weekday" => {
                for (form, day) in forms.split(" | ").zip(1..) {
                    phrases.add(form, Role::Weekday(day), &mut marks);
                }
            }
            _ => {
                for form in forms.split(" | ") {
                    if let Some(role) = role_of(name) {
                        phrases.add(form, role, &mut marks);
                    }
                }
            }
        }
    }
    (phrases, words, marks)
}

impl Phrases {
    fn add(&mut self, form: &'static str, role: Role, marks: &mut Vec<(&'static str, Mark)>) {
        let words: Vec<&str> = form.split(' ').collect();
        let Some(first) = words.first().copied() else {
            return;
        };
        let before_time = matches!(
            role,
            Role::Since
                | Role::Until
                | Role::To
                | Role::Before
                | Role::After
                | Role::Between
                | Role::And
                | Role::About
                | Role::Part
                | Role::Filler
        );
        if before_time && words.len() == 1 {
            marks.push((first, Mark::BeforeTime));
        }
        marks.push((first, Mark::Begins));
        let rows = self.by_first.entry(first).or_default();
        let place = rows.partition_point(|it| it.0.len() >= words.len());
        rows.insert(place, (words, role));
    }
}

fn role_of(name: &str) -> Option<Role> {
    Some(match name {
        "last" => Role::Pointed(-1),
        "this" => Role::Pointed(0),
        "next" => Role::Pointed(1),
        "previous" => Role::Followed(-1),
        "following" => Role::Followed(1),
        "ago" => Role::Ago,
        "ahead" => Role::Ahead,
        "later" => Role::Later,
        "earlier" => Role::Earlier,
        "since" => Role::Since,
        "until" => Role::Until,
        "to" => Role::To,
        "before" => Role::Before,
        "after" => Role::After,
        "between" => Role::Between,
        "and" => Role::And,
        "about" => Role::About,
        "perhaps" => Role::Perhaps,
        "part" => Role::Part,
        "filler" => Role::Filler,
        "century" => Role::Century,
        "decade before" => Role::DecadeBefore,
        "decade after" => Role::DecadeAfter,
        "before christ" => Role::BeforeChrist,
        _ => {
            let (name, days) = name.split_once(' ')?;
            let days = days.parse().ok()?;
            match name {
                "day" => Role::Day(days),
                "running" => Role::Running(days),
                _ => return None,
            }
        }
    })
}

fn unit_of(letter: &str) -> Option<Unit> {
    Some(match letter {
        "d" => Unit::Day,
        "w" => Unit::Week,
        "e" => Unit::Weekend,
        "m" => Unit::Month,
        "y" => Unit::Year,
        "D" => Unit::Decade,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::lexicon::{languages, phrases};

    #[test]
    fn every_line_of_every_language_is_understood() {
        for code in languages::CODES {
            for line in phrases::of(code).lines() {
                let (name, forms) = line.split_once(": ").expect(line);
                let known = matches!(name, "count" | "season" | "weekday")
                    || name.strip_prefix("unit ").and_then(unit_of).is_some()
                    || role_of(name).is_some();
                assert!(known && !forms.is_empty(), "{code}: {line}");
            }
            for name in [
                "day -1", "last", "next", "ago", "century", "season", "unit w",
            ] {
                assert!(
                    phrases::of(code)
                        .lines()
                        .any(|it| it.starts_with(&format!("{name}: "))),
                    "{code}: {name}"
                );
            }
        }
    }
}
