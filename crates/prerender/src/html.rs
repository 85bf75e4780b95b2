//! Text as HTML, and paths as addresses.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path in an address may hold as it is, beside letters and digits.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'/');

/// The text with all that means something in HTML told otherwise, also within quotation marks.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            // Forbidden in HTML, whichever way they are written.
            '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' => html.push('\u{fffd}'),
            _ => html.push(it),
        }
    }
    html
}

/// A path below the site as it stands in an address.
pub(crate) fn path(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

/// What search engines and archives read: JSON-LD, safe inside a script element.
pub(crate) fn data(value: &serde_json::Value) -> String {
    let json = value.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place() {
        assert_eq!(
            escaped("<a b='\"'>&\0"),
            "&lt;a b=&#39;&quot;&#39;&gt;&amp;\u{fffd}"
        );
        assert_eq!(
            path("мои/a b#1?.txt"),
            "%D0%BC%D0%BE%D0%B8/a%20b%231%3F.txt"
        );
        let data = data(&serde_json::json!("</script>"));
        assert_eq!(data.matches("</script>").count(), 1, "{data}");
    }
}
