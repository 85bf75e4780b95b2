//! What the reader prefers: kept in this browser, never in the address.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::Reducible;

/// The key these are kept under.
pub(crate) const STORAGE_KEY: &str = "dossier.settings";

/// The reader's preferences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// Names are marked in the text.
    pub(crate) names: bool,
    /// Dates are marked in the text.
    pub(crate) dates: bool,
    /// Quotations are marked in the text.
    pub(crate) quotations: bool,
    /// Hedges are marked in the text.
    pub(crate) hedges: bool,
    /// Marks are drawn at all.
    pub(crate) marks: bool,
    /// By a thin line each, without colour or ground.
    pub(crate) light: bool,
    /// Single letters work as keys.
    pub(crate) letter_keys: bool,
    /// The language of the page; empty: what the browser asks for.
    pub(crate) language: String,
}

/// How strongly the marks in the text are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// Not at all.
    Off,
    /// A thin line each.
    Light,
    /// By line, colour and ground.
    Full,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            names: true,
            dates: true,
            quotations: true,
            hedges: true,
            marks: true,
            light: false,
            letter_keys: true,
            language: String::new(),
        }
    }
}

/// A change of one preference: a switch is turned over, the strength is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// Marks of names.
    Names,
    /// Marks of dates.
    Dates,
    /// Marks of quotations.
    Quotations,
    /// Marks of hedges.
    Hedges,
    /// How strongly they are drawn.
    Strength(Strength),
    /// Single letters as keys.
    LetterKeys,
}

impl Settings {
    /// How strongly marks are drawn.
    #[must_use]
    pub(crate) fn strength(&self) -> Strength {
        match (self.marks, self.light) {
            (false, _) => Strength::Off,
            (true, true) => Strength::Light,
            (true, false) => Strength::Full,
        }
    }

    /// Whether a preference is so.
    #[must_use]
    pub(crate) fn get(&self, setting: Setting) -> bool {
        match setting {
            Setting::Names => self.names,
            Setting::Dates => self.dates,
            Setting::Quotations => self.quotations,
            Setting::Hedges => self.hedges,
            Setting::Strength(strength) => self.strength() == strength,
            Setting::LetterKeys => self.letter_keys,
        }
    }
}

impl Reducible for Settings {
    type Action = Setting;

    fn reduce(self: Rc<Self>, setting: Setting) -> Rc<Self> {
        let mut next = (*self).clone();
        let value = match setting {
            Setting::Names => &mut next.names,
            Setting::Dates => &mut next.dates,
            Setting::Quotations => &mut next.quotations,
            Setting::Hedges => &mut next.hedges,
            Setting::Strength(strength) => {
                next.marks = strength != Strength::Off;
                next.light = strength == Strength::Light;
                return Rc::new(next);
            }
            Setting::LetterKeys => &mut next.letter_keys,
        };
        *value = !*value;
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strength_is_set() {
        for strength in [Strength::Off, Strength::Light, Strength::Full] {
            let set = Rc::<Settings>::default().reduce(Setting::Strength(strength));
            assert!(set.get(Setting::Strength(strength)), "{strength:?}");
        }
    }

    #[test]
    fn turning_over_twice_changes_nothing() {
        let before = Rc::new(Settings::default());
        for setting in [
            Setting::Names,
            Setting::Dates,
            Setting::Quotations,
            Setting::Hedges,
            Setting::LetterKeys,
        ] {
            let once = Rc::clone(&before).reduce(setting);
            assert_ne!(once.get(setting), before.get(setting), "{setting:?}");
            assert_eq!(once.reduce(setting), before, "{setting:?}");
        }
    }
}
