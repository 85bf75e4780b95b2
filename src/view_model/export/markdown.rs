//! Running text as Markdown (CommonMark): what is a mark in it becomes a letter.

/// The media type.
pub const MEDIA_TYPE: &str = "text/markdown;charset=utf-8";

/// A text as one line that reads as it stands, at the beginning of a line or behind other words. White space is made
/// one space.
#[must_use]
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for (idx, piece) in text.split_whitespace().enumerate() {
        if idx > 0 {
            line.push(' ');
        }
        push(&mut line, piece, idx == 0);
    }
    line
}

fn push(line: &mut String, piece: &str, is_first: bool) {
    // `12.` and `12)` begin a list.
    let n_digits = piece.bytes().take_while(u8::is_ascii_digit).count();
    for (at, it) in piece.char_indices() {
        let is_mark = match it {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '$' | '!' => {
                true
            }
            '+' | '-' | '=' | ':' => is_first && at == 0,
            '.' | ')' => is_first && n_digits > 0 && at == n_digits,
            _ => false,
        };
        if is_mark {
            line.push('\\');
        }
        line.push(it);
    }
}

/// A link: `[label](<address>)`. The label is escaped here.
#[must_use]
pub fn link(label: &str, address: &str) -> String {
    format!("[{}](<{}>)", line(label), destination(address))
}

/// An address between angle brackets: no bracket, blank, backslash or entity inside.
#[must_use]
pub fn destination(address: &str) -> String {
    let mut safe = String::with_capacity(address.len());
    for it in address.chars() {
        match it {
            '<' => safe.push_str("%3C"),
            '>' => safe.push_str("%3E"),
            '\\' => safe.push_str("%5C"),
            // Without it nothing is an entity.
            ';' => safe.push_str("%3B"),
            ' ' => safe.push_str("%20"),
            it if it.is_control() => {}
            it => safe.push(it),
        }
    }
    safe
}

// `proptest` is a tool of the host.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser, Tag};

    use super::*;

    /// What an independent reader takes for text; none when anything but one paragraph is in it.
    fn read(markdown: &str) -> Option<String> {
        let mut text = String::new();
        for event in Parser::new(markdown) {
            match event {
                Event::Text(it) => text.push_str(&it),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                _ => return None,
            }
        }
        Some(text)
    }

    #[test]
    fn marks_become_letters() {
        for (text, expected) in [
            ("plain, really.", "plain, really."),
            ("a *b* _c_", "a \\*b\\* \\_c\\_"),
            ("1. first 2. second", "1\\. first 2. second"),
            ("- a - b", "\\- a - b"),
            ("two\n\nlines", "two lines"),
            ("<script>", "\\<script\\>"),
            ("&amp; # !", "\\&amp; \\# \\!"),
        ] {
            assert_eq!(line(text), expected);
        }
    }

    #[test]
    fn a_link_is_one() {
        for (label, address) in [
            ("say [no]", "https://example.org/a?b=c&d=e"),
            ("a", "file:///tmp/(copy) of it.html#/doc/a"),
            ("a", "#/?q=a<b>\\&copy;"),
        ] {
            let markdown = link(label, address);
            let found = Parser::new(&markdown).find_map(|it| match it {
                Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
                _ => None,
            });
            let expected = address
                .replace('<', "%3C")
                .replace('>', "%3E")
                .replace('\\', "%5C")
                .replace(' ', "%20")
                .replace(';', "%3B");
            assert_eq!(found, Some(expected), "{markdown}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "\\PC{0,40}|[-+*_#>`~=0-9.) \\[\\]<&!|:a\\\\]{0,20}") {
            let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(read(&line(&text)), Some(one_line.clone()));
            let in_quote = format!("> {} end", line(&text));
            let all: String = Parser::new(&in_quote)
                .filter_map(|it| if let Event::Text(it) = it { Some(it.into_string()) } else { None })
                .collect();
            let expected = format!("{one_line} end");
            prop_assert_eq!(all.trim_start(), expected.trim_start());
        }
    }
}
