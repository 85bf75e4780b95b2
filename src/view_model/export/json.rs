//! JSON (RFC 8259), written piece by piece.

use std::fmt::Write as _;

/// The media type.
pub const MEDIA_TYPE: &str = "application/json";

/// An object that is being written.
#[derive(Clone, Debug)]
pub struct Object(String);

impl Default for Object {
    fn default() -> Self {
        Self(String::from("{"))
    }
}

impl Object {
    /// Adds a text; nothing when it is empty.
    #[must_use]
    pub fn text(self, name: &str, value: &str) -> Self {
        if value.is_empty() {
            return self;
        }
        self.json(name, &string(value))
    }

    /// Adds what is written as JSON already.
    #[must_use]
    pub fn json(mut self, name: &str, value: &str) -> Self {
        self.begin(name);
        self.0.push_str(value);
        self
    }

    /// Adds a list of what is written as JSON already.
    #[must_use]
    pub fn list(mut self, name: &str, items: impl IntoIterator<Item = String>) -> Self {
        self.begin(name);
        self.0.push('[');
        for (idx, item) in items.into_iter().enumerate() {
            if idx > 0 {
                self.0.push(',');
            }
            self.0.push_str(&item);
        }
        self.0.push(']');
        self
    }

    /// Begins a value that the caller writes behind what this returns, closing brace and all.
    #[must_use]
    pub fn open(mut self, name: &str) -> String {
        self.begin(name);
        self.0
    }

    /// The whole object.
    #[must_use]
    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn begin(&mut self, name: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        push_string(&mut self.0, name);
        self.0.push(':');
    }
}

/// A text as JSON.
#[must_use]
pub fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    push_string(&mut json, text);
    json
}

fn push_string(json: &mut String, text: &str) {
    json.push('"');
    for it in text.chars() {
        match it {
            '"' | '\\' => json.extend(['\\', it]),
            '\n' => json.push_str("\\n"),
            // Line ends to some readers of JavaScript, and marks that turn text around in an editor.
            it if it.is_control()
                || matches!(it, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                let _ = write!(json, "\\u{:04x}", u32::from(it));
            }
            it => json.push(it),
        }
    }
    json.push('"');
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn an_object_is_written() {
        let object = Object::default()
            .text("a", "say \"no\"\n")
            .text("left out", "")
            .json("n", "3")
            .list("all", ["1".to_owned(), string("b")])
            .end();
        assert_eq!(object, r#"{"a":"say \"no\"\n","n":3,"all":[1,"b"]}"#);
        let text = format!("{}[]}}", Object::default().json("v", "1").open("rest"));
        assert_eq!(text, r#"{"v":1,"rest":[]}"#);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(name in "(?s).{1,9}", text in "(?s).{1,40}|[\u{0}-\u{2f}\u{7f}\u{2028}\u{202e}\\\\\"]{1,9}") {
            let object = Object::default().text(&name, &text).end();
            prop_assert_eq!(serde_json::from_str::<Value>(&object).unwrap(), json!({ name: text }));
        }
    }
}
