//! A language's messages as the page reads them, and putting values into one.
//!
//! In: the text of a table (see the head of the crate). Out: words. Costs the length of what is said.

use crate::plural::category;

/// The tag of the made-up language that shows which texts are not in the catalogue: English, accented, lengthened,
/// written from right to left.
pub const PSEUDO: &str = "ar-XB";

/// What a message is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A number, shown with its digits in groups; it may decide about the form.
    Number(u32),
    /// Words, shown as they are.
    Text(&'a str),
}

/// The messages of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    tag: &'static str,
    is_from_right: bool,
    group: &'static str,
    messages: Vec<&'static str>,
}

/// Messages at the beginning of each table that the table itself needs.
pub const OWN: [&str; 2] = ["language-direction", "number-group"];

impl Table {
    /// Reads a table of `n` messages; none when it has another number of them.
    #[must_use]
    pub fn read(tag: &'static str, text: &'static str, n: usize) -> Option<Self> {
        let text = text.strip_suffix('\n').unwrap_or(text);
        let messages: Vec<&str> = text.split('\n').collect();
        let [direction, group, ..] = messages[..] else {
            return None;
        };
        (messages.len() == n).then(|| Self {
            tag,
            is_from_right: direction == "rtl",
            group,
            messages,
        })
    }

    /// The language's tag.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// How the language is written: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.is_from_right { "rtl" } else { "ltr" }
    }

    /// A message without values; empty when there is none of that number.
    #[must_use]
    pub fn text(&self, message: usize) -> &'static str {
        self.messages.get(message).copied().unwrap_or_default()
    }

    /// A message with its values.
    #[must_use]
    pub fn say(&self, message: usize, values: &[Value<'_>]) -> String {
        let mut said = String::new();
        self.put(self.text(message), values, &mut said);
        said
    }

    /// A number with its digits in groups of three.
    #[must_use]
    pub fn number(&self, n: u32) -> String {
        let digits = n.to_string();
        let mut text = String::new();
        for (idx, digit) in digits.chars().enumerate() {
            if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
                text.push_str(self.group);
            }
            text.push(digit);
        }
        text
    }

    fn put(&self, mut pattern: &str, values: &[Value<'_>], said: &mut String) {
        while let Some((before, rest)) = pattern.split_once('{') {
            said.push_str(before);
            let Some((inner, after)) = split_at_end(rest) else {
                return;
            };
            pattern = after;
            let (idx, forms) = match inner.split_once('?') {
                Some((idx, forms)) => (idx, Some(forms)),
                None => (inner, None),
            };
            let value = idx.parse().ok().and_then(|it: usize| values.get(it));
            match (value, forms) {
                (Some(Value::Number(n)), Some(forms)) => {
                    let wanted = category(self.tag, *n).letter();
                    self.put(form(forms, wanted), values, said);
                }
                (Some(Value::Number(n)), None) => said.push_str(&self.number(*n)),
                // What is put in may be written the other way.
                (Some(Value::Text(text)), _) if self.is_from_right => {
                    said.extend(["\u{2068}", text, "\u{2069}"]);
                }
                (Some(Value::Text(text)), _) => said.push_str(text),
                (None, _) => {}
            }
        }
        said.push_str(pattern);
    }
}

/// What stands before the brace that closes, and behind it.
fn split_at_end(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return Some((text.get(..at)?, text.get(at + 1..)?)),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The form of that letter, else the last, which is for all else.
fn form(mut forms: &str, wanted: char) -> &str {
    loop {
        let mut depth = 0_usize;
        let end = forms.bytes().position(|byte| {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            byte == b'|' && depth == 0
        });
        let (own, rest) = match end {
            Some(at) => (forms.get(..at).unwrap_or_default(), forms.get(at + 1..)),
            None => (forms, None),
        };
        let (letter, text) = own.split_once(':').unwrap_or(("", own));
        match rest {
            Some(rest) if !letter.starts_with(wanted) => forms = rest,
            _ => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_message_is_said_with_its_values() {
        use Value::{Number, Text};
        let said = |direction: &str, message: &str, values: &[Value<'_>]| {
            let text = format!("{direction}\n,\n{message}\n").leak();
            Table::read("en", text, 3).unwrap().say(2, values)
        };
        for (message, values, expected, why) in [
            ("Skip", &[][..], "Skip", "no value"),
            (
                "{0} of {1}",
                &[Number(1200), Text("x")],
                "1,200 of x",
                "two",
            ),
            (
                "{1} of {0}",
                &[Number(2), Text("x")],
                "x of 2",
                "in another order",
            ),
            (
                "{0?o:one|*:{0} of them}",
                &[Number(1)],
                "one",
                "the form for one",
            ),
            (
                "{0?o:one|*:{0} of them}",
                &[Number(2000)],
                "2,000 of them",
                "the other form",
            ),
            (
                "a {0?o:{1?o:b|*:c}|*:d}.",
                &[Number(1), Number(2)],
                "a c.",
                "forms in forms",
            ),
            (
                "{0}",
                &[Text("{0} | {1?")],
                "{0} | {1?",
                "values are not read",
            ),
            ("{7}", &[Number(1)], "", "a value that there is not"),
            ("a {0", &[Number(1)], "a ", "damaged"),
        ] {
            assert_eq!(said("ltr", message, values), expected, "{why}");
        }
        assert_eq!(said("rtl", "a {0}", &[Text("b")]), "a \u{2068}b\u{2069}");
    }

    #[test]
    fn digits_stand_in_groups() {
        let table = Table::read("de", "ltr\n.\n", 2).unwrap();
        for (n, expected) in [
            (0, "0"),
            (999, "999"),
            (1000, "1.000"),
            (12_345_678, "12.345.678"),
        ] {
            assert_eq!(table.number(n), expected);
        }
    }

    #[test]
    fn a_table_of_another_build_is_none() {
        assert_eq!(Table::read("de", "ltr\n.\nx\n", 4), None);
        assert_eq!(Table::read("de", "", 4), None);
    }

    proptest! {
        #[test]
        fn rubbish_is_said_without_panic(message in "[{}?|:*o0-3a ]{0,40}", n: u32) {
            let table = Table::read("ar", format!("rtl\n,\n{message}\n").leak(), 3).unwrap();
            let _ = table.say(2, &[Value::Number(n), Value::Text("x")]);
        }
    }
}
