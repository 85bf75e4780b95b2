//! What the page says, in the language in use.
//!
//! `say` has a function for each message of the catalogues in `assets/locales`, generated when the page is built.
//! English is part of the program and stands in for all else; the table of another language is loaded before the page is
//! drawn, and is then in use for as long as the page lives, or until another is chosen.
//!
//! # Invariants
//!
//! - What is said depends on the table in use and the values alone. Whoever changes the language draws everything anew.
//! - A table that cannot be had or read changes nothing.

mod choice;
mod dates;

use std::cell::{Cell, RefCell};

use dossier_wording::{Table, Value};

pub use choice::{ENGLISH, Language, all, choose, named};
pub use dates::{between, date, short_month};

/// A message that is given nothing, to be said later: tables of words hold these.
pub type Message = fn() -> &'static str;

/// A function for each message, with what it is given.
pub mod say {
    use dossier_wording::Value;

    include!(concat!(env!("OUT_DIR"), "/say.rs"));
}

static ENGLISH_TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));

thread_local! {
    static IN_USE: Cell<Option<&'static Table>> = const { Cell::new(None) };
    static READ: RefCell<Vec<&'static Table>> = const { RefCell::new(Vec::new()) };
}

fn table() -> Option<&'static Table> {
    if IN_USE.get().is_none() {
        take_english();
    }
    IN_USE.get()
}

/// Puts the table of a language into use; returns whether it is one of this build.
///
/// A table stays in memory for as long as the page lives: messages are handed out for so long.
#[must_use]
pub fn take(tag: &'static str, text: String) -> bool {
    read(tag, text.leak())
}

/// Puts the table of a language into use that was in use before; returns whether there is one.
#[must_use]
pub fn take_again(tag: &str) -> bool {
    let known = READ.with_borrow(|all| all.iter().copied().find(|it| it.tag() == tag));
    if known.is_some() {
        IN_USE.set(known);
    }
    known.is_some()
}

/// Puts English into use.
pub fn take_english() {
    if !take_again(ENGLISH) {
        read(ENGLISH, ENGLISH_TABLE);
    }
}

fn read(tag: &'static str, text: &'static str) -> bool {
    let Some(table) = Table::read(tag, text, say::N) else {
        return false;
    };
    let table: &'static Table = Box::leak(Box::new(table));
    READ.with_borrow_mut(|all| all.push(table));
    IN_USE.set(Some(table));
    true
}

/// The tag of the language in use.
#[must_use]
pub fn tag() -> &'static str {
    table().map_or(ENGLISH, Table::tag)
}

/// How the language in use is written: `ltr` or `rtl`.
#[must_use]
pub fn direction() -> &'static str {
    table().map_or("ltr", Table::direction)
}

/// A number with its digits in groups of three: `12,345`.
#[must_use]
pub fn number(n: u32) -> String {
    table().map_or_else(String::new, |it| it.number(n))
}

fn text(message: usize) -> &'static str {
    table().map_or("", |it| it.text(message))
}

fn say(message: usize, values: &[Value<'_>]) -> String {
    table().map_or_else(String::new, |it| it.say(message, values))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// What `f` gives in German.
    pub(crate) fn in_german<T>(f: impl FnOnce() -> T) -> T {
        let table = include_str!(concat!(env!("OUT_DIR"), "/de.txt"));
        assert!(take("de", table.to_owned()));
        let it = f();
        take_english();
        it
    }

    #[test]
    fn a_language_is_in_use_until_another_is() {
        assert_eq!((tag(), direction(), say::views()), ("en", "ltr", "Views"));
        in_german(|| {
            assert_eq!(
                (tag(), say::views(), number(12_345).as_str()),
                ("de", "Ansichten", "12.345")
            );
        });
        assert!(!take("de", "of another build".to_owned()));
        assert_eq!(
            (tag(), say::views(), number(12_345).as_str()),
            ("en", "Views", "12,345")
        );
    }
}
