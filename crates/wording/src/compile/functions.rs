//! Messages → Rust: one function each, so that a message that is not there, or is given the wrong things, does not compile.

use std::collections::BTreeMap;

use super::pattern::Message;

/// The functions, in the order of the tables. They call `super::text` and `super::say`.
pub(super) fn write(ids: &[&str], english: &BTreeMap<String, Message>) -> String {
    let mut rust = format!(
        "/// How many messages there are.\npub const N: usize = {};\n",
        ids.len()
    );
    for (idx, id) in ids.iter().enumerate() {
        let Some(message) = english.get(*id) else {
            continue;
        };
        let arguments = message.arguments();
        let name = rust_name(id);
        let says = message
            .line(&arguments)
            .replace('\\', "\\\\")
            .replace('"', "\\\"");
        if arguments.is_empty() {
            rust.push_str(&format!(
                "#[doc = \"`{says}`\"]\n#[must_use]\npub fn {name}() -> &'static str {{\n    super::text({idx})\n}}\n"
            ));
            continue;
        }
        let parameters = arguments.iter().map(|it| {
            let kind = if it.is_number { "u32" } else { "&str" };
            format!("{}: {kind}", rust_name(&it.name))
        });
        let values = arguments.iter().map(|it| {
            let kind = if it.is_number { "Number" } else { "Text" };
            format!("Value::{kind}({})", rust_name(&it.name))
        });
        let parameters = parameters.collect::<Vec<_>>().join(", ");
        let values = values.collect::<Vec<_>>().join(", ");
        rust.push_str(&format!(
            "#[doc = \"`{says}`\"]\n#[must_use]\npub fn {name}({parameters}) -> String {{\n    super::say({idx}, &[{values}])\n}}\n"
        ));
    }
    rust
}

fn rust_name(id: &str) -> String {
    id.replace('-', "_").to_lowercase()
}
