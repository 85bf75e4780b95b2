//! References for LaTeX: BibTeX in the form that biblatex reads, whose dates keep their uncertainty (EDTF).

use super::quotation::Quotation;

/// One entry of type `online`.
#[must_use]
pub fn entry(quotation: &Quotation) -> String {
    let source = &quotation.source;
    let mut entry = format!("@online{{{}", key(&source.id, quotation.passage));
    let mut push = |field: &str, value: &str| {
        if !value.is_empty() {
            entry.push_str(&format!(",\n  {field} = {{{value}}}"));
        }
    };
    // Braces around a name keep it from being taken apart.
    let authors: Vec<String> = source
        .authors
        .iter()
        .map(|it| format!("{{{}}}", escape(it)))
        .collect();
    push("author", &authors.join(" and "));
    push("title", &format!("{{{}}}", escape(&source.title)));
    push("organization", &escape(&source.source));
    if let Some(date) = &source.date
        && is_level_1(&date.edtf)
    {
        push("date", &date.edtf);
    }
    push("url", &address(&quotation.link));
    push("urldate", &quotation.made);
    push("langid", &escape(&source.lang));
    let mut note = format!(
        "Passage {}. Date: {}",
        quotation.passage,
        source.date_words()
    );
    if !source.url.is_empty() {
        note.push_str(&format!(". Found at {}", source.url));
    }
    push("note", &escape(&note));
    push("annotation", &escape(&quotation.text));
    entry.push_str("\n}\n");
    entry
}

/// What the entry is called in the text: letters, digits and hyphens of the document's id, and the passage.
fn key(id: &str, passage: u32) -> String {
    let name: String = id
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() { it } else { '-' })
        .collect();
    let name = name.trim_matches('-');
    let name = if name.is_empty() { "document" } else { name };
    format!("{name}-p{passage}")
}

/// Whether biblatex reads a date: EDTF of level 1 without what only some years have. A range has two of these.
fn is_level_1(edtf: &str) -> bool {
    let is_date = |date: &str| {
        let date = date.trim_end_matches(['?', '~', '%']);
        let date = date.strip_prefix('-').unwrap_or(date);
        let mut parts = date.split('-');
        let year = parts.next().unwrap_or_default();
        let is_digits = |it: &str| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit());
        let rest: Vec<&str> = parts.collect();
        let digits = year.trim_end_matches('X');
        year.len() == 4
            && digits.len() >= 2
            && digits.bytes().all(|it| it.is_ascii_digit())
            && rest.len() <= 2
            && rest.iter().all(|it| is_digits(it))
            && (digits.len() == 4 || rest.is_empty())
            && rest.first().is_none_or(|it| *it <= "24")
    };
    match edtf.split_once('/') {
        None => is_date(edtf),
        Some((first, last)) => {
            let is_end = |it: &str| it == ".." || is_date(it);
            is_end(first) && is_end(last) && (is_date(first) || is_date(last))
        }
    }
}

/// Text with what TeX takes for commands as letters, on one line; braces stay in pairs.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (idx, piece) in text.split_whitespace().enumerate() {
        if idx > 0 {
            escaped.push(' ');
        }
        for it in piece.chars() {
            match it {
                '\\' => escaped.push_str("{\\textbackslash}"),
                '{' => escaped.push_str("{\\textbraceleft}"),
                '}' => escaped.push_str("{\\textbraceright}"),
                '~' => escaped.push_str("{\\textasciitilde}"),
                '^' => escaped.push_str("{\\textasciicircum}"),
                '"' => escaped.push_str("{\\textquotedbl}"),
                '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', it]),
                it if it.is_control() => {}
                it => escaped.push(it),
            }
        }
    }
    escaped
}

/// An address as it stands, but for what would end the field or begin a command.
fn address(link: &str) -> String {
    let mut safe = String::with_capacity(link.len());
    for it in link.chars() {
        match it {
            '{' => safe.push_str("%7B"),
            '}' => safe.push_str("%7D"),
            '\\' => safe.push_str("%5C"),
            it if it.is_control() || it == ' ' => safe.push_str("%20"),
            it => safe.push(it),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_biblatex_reads() {
        for (edtf, expected) in [
            ("1921", true),
            ("1921-05-03", true),
            ("1921-05~", true),
            ("1921?", true),
            ("192X", true),
            ("19XX", true),
            ("1921-22", true), // summer
            ("1921/1922-05", true),
            ("1921/..", true),
            ("XXXX-07", false), // a year that nobody knows
            ("1921-XX-03", false),
            ("1921-34", false), // a quarter
            ("[1921,1922]", false),
            ("Y17000", false),
            ("../..", false),
            ("", false),
        ] {
            assert_eq!(is_level_1(edtf), expected, "{edtf}");
        }
    }

    #[test]
    fn keys_are_plain() {
        for (id, expected) in [
            ("letters/1912-03", "letters-1912-03-p4"),
            ("ä, {b}", "b-p4"),
            ("日本", "document-p4"),
        ] {
            assert_eq!(key(id, 4), expected);
        }
    }
}
