//! Which elements can have a role: the candidates whose computed role and name are then asked for.

/// A selector of the elements that can have `role`.
pub(crate) fn selector(role: &str) -> String {
    let native = match role {
        "searchbox" => "input[type=search], [role=combobox]",
        "status" => "output",
        "navigation" => "nav",
        "link" => "a[href]",
        "region" => "section, aside, [role=complementary]",
        "group" => "fieldset, details",
        "checkbox" => "input[type=checkbox]",
        "textbox" => "input:not([type]), input[type=text], textarea",
        "button" => "button, summary",
        "list" => "ul, ol",
        "listitem" => "li",
        "heading" => "h1, h2, h3, h4, h5, h6",
        "dialog" => "dialog",
        "mark" => "mark",
        "article" | "table" => role,
        _ => "",
    };
    let explicit = format!("[role={role}]");
    if native.is_empty() {
        explicit
    } else {
        format!("{native}, {explicit}")
    }
}

/// Whether an element of the computed role `got` is what a test means by `role`.
///
/// The contract leaves a few open: a search field that suggests is a combobox, a filters panel may be an `aside`.
pub(crate) fn is(role: &str, got: &str) -> bool {
    got.eq_ignore_ascii_case(role)
        || match role {
            "searchbox" => got == "combobox",
            "region" => got == "complementary",
            // Chrome's own name for a `summary`.
            "button" => got == "DisclosureTriangle",
            _ => false,
        }
}
