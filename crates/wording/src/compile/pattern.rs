//! A message, taken apart: words, values, and forms that a number decides between.

use crate::plural::{CATEGORIES, category};

/// A message of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// From left to right.
    pub(super) pieces: Vec<Piece>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// A value.
    Value {
        /// The argument's name.
        name: String,
        /// Whether it is said to be a number.
        is_number: bool,
    },
    /// What a number decides.
    Forms {
        /// The number's name.
        name: String,
        /// The forms by the names of their categories; the last is for all else.
        forms: Vec<(String, Message)>,
    },
}

/// What a message is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) is_number: bool,
}

impl Message {
    /// What it is given, each once, in the order in which they first stand.
    pub(super) fn arguments(&self) -> Vec<Argument> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect(&self, found: &mut Vec<Argument>) {
        let mut add =
            |name: &str, is_number: bool| match found.iter_mut().find(|it| it.name == name) {
                Some(it) => it.is_number |= is_number,
                None => found.push(Argument {
                    name: name.to_owned(),
                    is_number,
                }),
            };
        let mut inner = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(_) => {}
                Piece::Value { name, is_number } => add(name, *is_number),
                Piece::Forms { name, forms } => {
                    add(name, true);
                    for (_, form) in forms {
                        form.collect(&mut inner);
                        for it in inner.drain(..) {
                            add(&it.name, it.is_number);
                        }
                    }
                }
            }
        }
    }

    /// Its line in a table; values are numbered as in `arguments`.
    pub(super) fn line(&self, arguments: &[Argument]) -> String {
        let number = |name: &str| {
            let idx = arguments.iter().position(|it| it.name == name);
            idx.map_or_else(String::new, |it| it.to_string())
        };
        let mut line = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => line.push_str(text),
                Piece::Value { name, .. } => line.push_str(&format!("{{{}}}", number(name))),
                Piece::Forms { name, forms } => {
                    let forms = forms.iter().map(|(name, form)| {
                        let own = CATEGORIES.iter().find(|it| it.1 == name);
                        let letter = own.map_or('*', |it| it.2);
                        format!("{letter}:{}", form.line(arguments))
                    });
                    let forms: Vec<String> = forms.collect();
                    line.push_str(&format!("{{{}?{}}}", number(name), forms.join("|")));
                }
            }
        }
        line
    }

    /// Its words alone.
    pub(super) fn plain(&self) -> String {
        let words = self.pieces.iter().filter_map(|it| match it {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Value { .. } | Piece::Forms { .. } => None,
        });
        words.collect()
    }

    /// The forms that the language of a tag does not have, and those that it has and the message lacks.
    pub(super) fn wrong_forms(&self, tag: &str) -> Vec<String> {
        // Every whole number below this takes each form that whole numbers can take.
        const ENOUGH: u32 = 200;
        let mut wrong = Vec::new();
        for piece in &self.pieces {
            let Piece::Forms { forms, .. } = piece else {
                continue;
            };
            for (name, letter) in CATEGORIES.map(|it| (it.1, it.2)) {
                let is_used = (0..ENOUGH).any(|n| category(tag, n).letter() == letter);
                let is_there = forms.iter().any(|it| it.0 == name);
                let is_rest = name == "other";
                if is_there != is_used && !is_rest {
                    wrong.push(name.to_owned());
                }
            }
            for (_, form) in forms {
                wrong.extend(form.wrong_forms(tag));
            }
        }
        wrong.sort();
        wrong
    }
}
