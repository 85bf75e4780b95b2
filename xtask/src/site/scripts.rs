//! The scripts that start the page, keep it and lead back to it: put together from the files beside this one.
//!
//! They are small and few: whatever the page itself does is in the program.

/// Says what is going on.
pub(super) const NOTICE: &str = include_str!("scripts/notice.js");
/// Hands the first screen over to the program.
pub(super) const SCREEN: &str = include_str!("scripts/screen.js");
/// Forgets what this browser keeps.
pub(super) const KEPT: &str = include_str!("scripts/kept.js");
/// Reads bytes that are written as text.
pub(super) const TEXT: &str = include_str!("scripts/text.js");
/// Unpacks the program.
pub(super) const UNPACK: &str = include_str!("scripts/unpack.js");
/// Starts the hosted page.
pub(super) const HOSTED: &str = include_str!("scripts/hosted.js");
/// Starts the single file.
pub(super) const SINGLE: &str = include_str!("scripts/single.js");
/// The service worker.
pub(super) const WORKER: &str = include_str!("scripts/worker.js");
/// Finds the page from an address that does not exist.
pub(super) const MISSING: &str = include_str!("scripts/missing.js");

/// One script of several, each `{{name}}` replaced by its value.
pub(super) fn script(parts: &[&str], values: &[(&str, &str)]) -> String {
    let mut script = parts.concat();
    for (name, value) in values {
        script = script.replace(&format!("{{{{{name}}}}}"), value);
    }
    script
}

/// The script with names of its own.
pub(super) fn enclosed(script: &str) -> String {
    format!("\n(() => {{\n{script}}})();\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_put_together() {
        let parts = ["const a = {{a}};\n", "b(\"{{b}}\");\n"];
        assert_eq!(
            script(&parts, &[("a", "1"), ("b", "x")]),
            "const a = 1;\nb(\"x\");\n"
        );
        assert_eq!(enclosed("a();\n"), "\n(() => {\na();\n})();\n");
    }
}
