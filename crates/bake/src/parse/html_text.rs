//! The words of simple HTML, without its tags.
//!
//! This is no HTML parser: it keeps what stands between tags, drops scripts, styles and comments, and knows which
//! tags part blocks. What it gives is text and is never read as HTML again.

/// Takes HTML apart, piece by piece.
#[derive(Default)]
pub(super) struct Stripper {
    inside: Inside,
    has_block: bool,
}

/// Where the last piece ended.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Inside {
    #[default]
    Words,
    Tag,
    Comment,
    Script,
    Style,
}

/// Words between two tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    /// Byte offset of their start.
    pub(super) start: usize,
    /// Byte offset of their end.
    pub(super) end: usize,
    /// What they mean: character references are replaced.
    pub(super) shown: String,
    /// Whether they begin a block of their own.
    pub(super) begins_block: bool,
}

impl Stripper {
    /// The words in `html`, which continues what was given before and stands at `offset` (bytes).
    pub(super) fn words(&mut self, html: &str, offset: usize) -> Vec<Words> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = html.get(at..).filter(|it| !it.is_empty()) {
            at += match self.inside {
                Inside::Words => self.read_words(rest, offset + at, &mut found),
                Inside::Tag => self.skip_past(rest, ">"),
                Inside::Comment => self.skip_past(rest, "-->"),
                Inside::Script => self.skip_past(rest, "</script>"),
                Inside::Style => self.skip_past(rest, "</style>"),
            };
        }
        found
    }

    /// Reads up to the next tag and into it; gives the number of bytes read.
    fn read_words(&mut self, rest: &str, offset: usize, found: &mut Vec<Words>) -> usize {
        let is_tag = |at: usize| {
            rest.get(at + 1..).is_some_and(|it| {
                it.starts_with(|it: char| it.is_ascii_alphabetic() || matches!(it, '/' | '!' | '?'))
            })
        };
        let end = rest
            .match_indices('<')
            .map(|(at, _)| at)
            .find(|&at| is_tag(at))
            .unwrap_or(rest.len());
        let words = rest.get(..end).unwrap_or("");
        if !words.is_empty() && (!words.trim().is_empty() || !self.has_block) {
            let begins_block = std::mem::take(&mut self.has_block);
            push_pieces(words, offset, begins_block, found);
        }
        let Some(tag) = rest.get(end..).filter(|it| !it.is_empty()) else {
            return end;
        };
        self.inside = if tag.starts_with("<!--") {
            Inside::Comment
        } else {
            let name: String = tag
                .trim_start_matches(['<', '/'])
                .chars()
                .take(12)
                .take_while(char::is_ascii_alphanumeric)
                .map(|it| it.to_ascii_lowercase())
                .collect();
            self.has_block |= parts_blocks(&name);
            match name.as_str() {
                "script" if !tag.starts_with("</") => Inside::Script,
                "style" if !tag.starts_with("</") => Inside::Style,
                _ => Inside::Tag,
            }
        };
        end + 1
    }

    /// Skips past `mark`, which may come with a later piece.
    fn skip_past(&mut self, rest: &str, mark: &str) -> usize {
        let found = rest
            .as_bytes()
            .windows(mark.len())
            .position(|it| it.eq_ignore_ascii_case(mark.as_bytes()));
        match found {
            Some(at) => {
                self.inside = Inside::Words;
                at + mark.len()
            }
            None => rest.len(),
        }
    }
}

fn parts_blocks(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "br"
            | "hr"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "pre"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "blockquote"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "aside"
            | "figure"
            | "figcaption"
            | "details"
            | "summary"
            | "center"
            | "body"
            | "html"
            | "head"
            | "title"
    )
}

/// Longest character reference that is read (bytes, from `&` to `;`).
const MAX_REFERENCE: usize = 10;

/// Adds words, each character reference as a piece of its own, so that everything else stands in the source.
fn push_pieces(words: &str, offset: usize, begins_block: bool, found: &mut Vec<Words>) {
    let mut begins_block = begins_block;
    let mut push = |start: usize, end: usize, shown: &str| {
        if start < end {
            found.push(Words {
                start: offset + start,
                end: offset + end,
                shown: shown.to_owned(),
                begins_block: std::mem::take(&mut begins_block),
            });
        }
    };
    let mut start = 0;
    for (at, _) in words.match_indices('&') {
        if let Some((meant, len)) = words.get(at..).and_then(reference) {
            push(start, at, words.get(start..at).unwrap_or(""));
            push(at, at + len, meant.encode_utf8(&mut [0; 4]));
            start = at + len;
        }
    }
    push(start, words.len(), words.get(start..).unwrap_or(""));
}

/// The character reference that `text` begins with, as people write them by hand, and its length.
fn reference(text: &str) -> Option<(char, usize)> {
    const NAMED: [(&str, char); 8] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("ndash", '–'),
        ("mdash", '—'),
    ];
    let head = text.get(..text.floor_char_boundary(MAX_REFERENCE))?;
    let (name, _) = head.strip_prefix('&')?.split_once(';')?;
    let len = name.len() + 2;
    if let Some((_, meant)) = NAMED.iter().find(|(it, _)| *it == name) {
        return Some((*meant, len));
    }
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    let meant = char::from_u32(code.ok()?).filter(|it| !it.is_control())?;
    Some((meant, len))
}
