//! Markdown → passages.
//!
//! Stage: *documents*. In: decoded text. Out: passages with their visible pieces and styles, and findings. The
//! dialect is `CommonMark` with tables and struck-out text.
//!
//! # Invariants
//!
//! - Only what is listed in [`StyleKind`] gets through. Raw HTML leaves its words behind, pictures their
//!   descriptions, links their addresses only where those are harmless.
//! - Runs stand in order inside their passage and do not overlap. A run of more than one byte that shows just a
//!   line end is a forced line break; other line ends are white space.
//! - The cells of a table row are parted by a tab in the visible text.

use dossier_corpus::document::{Marker, Passage, Role, StyleKind};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::html_text::Stripper;
use super::{Noted, line_at};

/// The passages of `text` between `start` (bytes) and its end.
pub(super) fn passages(text: &str, start: usize) -> (Vec<Passage>, Vec<Noted>) {
    let body = text.get(start..).unwrap_or("");
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut walk = Walk {
        text,
        builder: Builder::new(text),
        quote_depth: 0,
        lists: Vec::new(),
        is_first_cell: true,
        html: Stripper::default(),
        seen: Seen::default(),
    };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        walk.event(event, range.start + start, range.end + start);
    }
    let findings = walk.seen.findings(text);
    (walk.builder.finish(), findings)
}

struct Walk<'a> {
    text: &'a str,
    builder: Builder<'a>,
    quote_depth: u8,
    lists: Vec<List>,
    is_first_cell: bool,
    html: Stripper,
    seen: Seen,
}

/// A list that is open.
struct List {
    /// The next item's number, in a numbered list.
    next: Option<u32>,
    /// What stands before the item's first passage; taken by it.
    pending: Option<Marker>,
}

/// What is not shown as written: how often, and where first (byte offset).
#[derive(Default)]
struct Seen {
    html: Option<(usize, usize)>,
    images: Option<(usize, usize)>,
    links: Option<(usize, usize)>,
}

impl Seen {
    fn findings(&self, text: &str) -> Vec<Noted> {
        let rows = [
            (self.html, "raw HTML is not shown, only the words in it"),
            (
                self.images,
                "pictures are not shown, only their descriptions",
            ),
            (
                self.links,
                "links are kept only to http, https and mailto addresses and to files beside this one",
            ),
        ];
        rows.into_iter()
            .filter_map(|(seen, message)| {
                let (n, first) = seen?;
                let times = if n == 1 {
                    String::new()
                } else {
                    format!(" ({n} times)")
                };
                Some((Some(line_at(text, first)), format!("{message}{times}")))
            })
            .collect()
    }
}

fn count(seen: &mut Option<(usize, usize)>, at: usize) {
    let (n, _) = seen.get_or_insert((0, at));
    *n += 1;
}

impl Walk<'_> {
    fn event(&mut self, event: Event<'_>, start: usize, end: usize) {
        match event {
            Event::Start(tag) => self.start(tag, start, end),
            Event::End(tag) => self.end(tag),
            Event::Text(shown) => {
                self.ensure_open();
                self.builder.show(start, end, &shown);
            }
            Event::Code(shown) => self.code(&shown, start, end),
            Event::SoftBreak => self.soft_break(start, end),
            Event::HardBreak => self.builder.replace(start, end, "\n"),
            Event::Html(_) => self.html(start, end),
            Event::InlineHtml(tag) => self.inline_html(&tag, start, end),
            Event::Rule => self.builder.close(),
            // Not asked for in the options.
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, start: usize, end: usize) {
        match tag {
            Tag::Paragraph => self.open_running_text(),
            Tag::Heading { level, .. } => {
                self.take_marker();
                self.open(Role::Heading(level_number(level)));
            }
            Tag::BlockQuote(_) => {
                self.builder.close();
                self.quote_depth = self.quote_depth.saturating_add(1);
            }
            Tag::CodeBlock(_) => {
                self.take_marker();
                self.open(Role::Code);
            }
            Tag::List(first) => {
                self.builder.close();
                self.lists.push(List {
                    next: first.map(|it| u32::try_from(it).unwrap_or(u32::MAX)),
                    pending: None,
                });
            }
            Tag::Item => self.item(),
            Tag::TableHead => self.row(true),
            Tag::TableRow => self.row(false),
            Tag::TableCell => self.cell(start, end),
            Tag::Emphasis => self.style(StyleKind::Emphasis),
            Tag::Strong => self.style(StyleKind::Strong),
            Tag::Strikethrough => self.style(StyleKind::Strike),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => self.link(&format!("mailto:{dest_url}"), start),
            Tag::Link { dest_url, .. } => self.link(&dest_url, start),
            Tag::Image { .. } => {
                count(&mut self.seen.images, start);
                self.style(StyleKind::Image);
            }
            Tag::HtmlBlock => {
                self.builder.close();
                self.html = Stripper::default();
            }
            // Not asked for in the options, or without a look of its own.
            _ => self.builder.close(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => {
                self.builder.close();
                self.quote_depth = self.quote_depth.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.builder.close();
                self.lists.pop();
            }
            TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image => self.builder.end_style(),
            _ => self.builder.close(),
        }
    }

    fn open(&mut self, role: Role) {
        self.builder.open(role, self.quote_depth);
    }

    /// A paragraph, or what a list makes of it.
    fn open_running_text(&mut self) {
        let depth = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        let role = match depth {
            0 => Role::Paragraph,
            _ => Role::Item {
                depth,
                marker: self.take_marker(),
            },
        };
        self.open(role);
    }

    /// The items of a tight list have no paragraphs around their words.
    fn ensure_open(&mut self) {
        if !self.builder.is_open() {
            self.open_running_text();
        }
    }

    fn take_marker(&mut self) -> Marker {
        let list = self.lists.last_mut();
        list.and_then(|it| it.pending.take())
            .unwrap_or(Marker::None)
    }

    fn item(&mut self) {
        self.builder.close();
        if let Some(list) = self.lists.last_mut() {
            list.pending = Some(list.next.map_or(Marker::Bullet, Marker::Number));
            list.next = list.next.map(|it| it.saturating_add(1));
        }
    }

    fn row(&mut self, head: bool) {
        self.open(Role::Row { head });
        self.is_first_cell = true;
    }

    fn cell(&mut self, start: usize, end: usize) {
        let cell = self.text.get(start..end).unwrap_or("");
        let words = cell.trim_start_matches(['|', ' ', '\t']);
        let at = end - words.len();
        if !std::mem::take(&mut self.is_first_cell) {
            self.builder.separate(at);
        }
        self.builder.begin_style(StyleKind::Cell, at);
    }

    fn style(&mut self, kind: StyleKind) {
        self.ensure_open();
        let at = self.builder.position();
        self.builder.begin_style(kind, at);
    }

    fn link(&mut self, address: &str, start: usize) {
        self.ensure_open();
        match allowed(address) {
            Some(address) => self.style(StyleKind::Link(address)),
            None => {
                count(&mut self.seen.links, start);
                self.builder.begin_nothing();
            }
        }
    }

    /// A code span: its words without the backticks.
    fn code(&mut self, shown: &str, start: usize, end: usize) {
        self.style(StyleKind::Code);
        let source = self.text.get(start..end).unwrap_or("");
        let n_ticks = source.len() - source.trim_start_matches('`').len();
        let (first, last) = (start + n_ticks, end.saturating_sub(n_ticks));
        self.builder.show(first, last, shown);
        self.builder.end_style();
    }

    fn soft_break(&mut self, start: usize, end: usize) {
        let source = self.text.get(start..end).unwrap_or("");
        if source.len() == 1 {
            self.builder.show(start, end, source);
        } else {
            let at = source.find(['\n', '\r']).unwrap_or(0);
            self.builder.show(start + at, start + at + 1, "\n");
        }
    }

    fn inline_html(&mut self, tag: &str, start: usize, end: usize) {
        let lower = tag.to_ascii_lowercase();
        if lower.starts_with("<br") {
            self.builder.replace(start, end, "\n");
        } else if !lower.starts_with("<!--") {
            count(&mut self.seen.html, start);
        }
    }

    /// A line of an HTML block.
    fn html(&mut self, start: usize, end: usize) {
        let line = self.text.get(start..end).unwrap_or("");
        if !line.trim_start().starts_with("<!--") && self.seen.html.is_none() {
            count(&mut self.seen.html, start);
        }
        for piece in self.html.words(line, start) {
            if piece.begins_block {
                self.builder.close();
            }
            self.ensure_open();
            self.builder.show(piece.start, piece.end, &piece.shown);
        }
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The address of a link, if it is harmless: `http`, `https`, `mailto`, or without a scheme.
fn allowed(address: &str) -> Option<String> {
    // Browsers ignore these inside a scheme, so that "java\tscript:" would work.
    if address.chars().any(char::is_control) {
        return None;
    }
    let address = address.trim();
    let scheme = address
        .split_once(':')
        .map(|(scheme, _)| scheme)
        .filter(|it| !it.contains(['/', '?', '#']));
    let is_harmless = scheme.is_none_or(|it| {
        ["http", "https", "mailto"]
            .iter()
            .any(|allowed| it.eq_ignore_ascii_case(allowed))
    });
    (is_harmless && !address.is_empty() && !address.starts_with("//")).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use dossier_corpus::span::Span;
    use proptest::prelude::*;

    use super::*;

    /// Each passage as `role|visible words`, with styles as `{kind:source}`.
    fn told(text: &str) -> Vec<String> {
        let (passages, _) = passages(text, 0);
        passages.iter().map(|it| tell(text, it)).collect()
    }

    fn visible(text: &str, passage: &Passage) -> String {
        if passage.runs.is_empty() {
            return passage.span.of(text).to_owned();
        }
        let shown = |it: &dossier_corpus::document::Run| {
            it.shown
                .clone()
                .unwrap_or_else(|| it.span.of(text).to_owned())
        };
        passage.runs.iter().map(shown).collect()
    }

    fn tell(text: &str, passage: &Passage) -> String {
        let role = match passage.role {
            Role::Paragraph => "p".to_owned(),
            Role::Heading(level) => format!("h{level}"),
            Role::Item { depth, marker } => match marker {
                Marker::Bullet => format!("*{depth}"),
                Marker::Number(number) => format!("{number}.{depth}"),
                Marker::None => format!("+{depth}"),
            },
            Role::Row { head } => if head { "head" } else { "row" }.to_owned(),
            Role::Code => "code".to_owned(),
        };
        let quotes = ">".repeat(usize::from(passage.quote_depth));
        let mut told = format!("{quotes}{role}|{}", visible(text, passage));
        for style in &passage.styles {
            let kind = match &style.kind {
                StyleKind::Emphasis => "em".to_owned(),
                StyleKind::Strong => "strong".to_owned(),
                StyleKind::Strike => "strike".to_owned(),
                StyleKind::Code => "code".to_owned(),
                StyleKind::Link(address) => format!("link {address}"),
                StyleKind::Image => "image".to_owned(),
                StyleKind::Cell => "cell".to_owned(),
            };
            let source = style.span.of(text);
            told = format!("{told}{{{kind}:{source}}}");
        }
        told
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(told(text), expected, "{text:?}");
    }

    #[test]
    fn blocks() {
        let rows: &[(&str, &[&str])] = &[
            ("", &[]),
            ("One\ntwo\n\nThree", &["p|One\ntwo", "p|Three"]),
            ("# Head\ntext", &["h1|Head", "p|text"]),
            ("## Head ##\n", &["h2|Head"]),
            ("Head\n---\ntext", &["h2|Head", "p|text"]),
            ("* a\n* b", &["*1|a", "*1|b"]),
            ("3. a\n4. b", &["3.1|a", "4.1|b"]),
            (
                "* a\n\n  more\n* b\n  * c\n",
                &["*1|a", "+1|more", "*1|b", "*2|c"],
            ),
            ("* \n* b", &["*1|b"]),
            ("> one\n> two\n>\n> > deep", &[">p|one\ntwo", ">>p|deep"]),
            ("> * a", &[">*1|a"]),
            ("    let x = 1;\n      y", &["code|let x = 1;\n  y"]),
            ("```rust\n  a\n\nb\n```", &["code|  a\n\nb"]),
            ("a\n\n---\n\nb", &["p|a", "p|b"]),
            ("[ref]: https://x.org\n\ntext", &["p|text"]),
            (
                "| A | B |\n|---|---|\n| 1 | |\n| `x` | y |",
                &[
                    "head|A\tB{cell:A}{cell:B}",
                    "row|1\t{cell:1}{cell:}",
                    "row|x\ty{cell:x}{code:x}{cell:y}",
                ],
            ),
            (
                "|A|B|\n|-|-|\n||2|",
                &["head|A\tB{cell:A}{cell:B}", "row|\t2{cell:}{cell:2}"],
            ),
        ];
        for (text, expected) in rows {
            check(text, expected);
        }
    }

    #[test]
    fn inline_marks() {
        let rows: &[(&str, &[&str])] = &[
            ("a **b *c*** d", &["p|a b c d{strong:b *c}{em:c}"]),
            ("~~a~~", &["p|a{strike:a}"]),
            ("> `a\n> b` c", &[">p|a\nb c{code:a\n> b}"]),
            ("`a\nb`", &["p|a\nb{code:a\nb}"]),
            ("`` a ` b `` c", &["p|a ` b c{code:a ` b}"]),
            ("AT&amp;T \\*x\\* &nbsp;", &["p|AT&T *x*"]),
            ("a\\\nb  \nc", &["p|a\nb\nc"]),
            (
                "[Mr. X](https://x.org/a_b \"t\")",
                &["p|Mr. X{link https://x.org/a_b:Mr. X}"],
            ),
            (
                "<https://x.org>",
                &["p|https://x.org{link https://x.org:https://x.org}"],
            ),
            ("<a@b.org>", &["p|a@b.org{link mailto:a@b.org:a@b.org}"]),
            ("[*a*](b.md)", &["p|a{link b.md:a}{em:a}"]),
            ("[a](javascript:alert(1))", &["p|a"]),
            ("[a](JAVASCRIPT&colon;x) [b](data:text/html,x)", &["p|a b"]),
            ("[a](//evil.org) [b](vbscript:x)", &["p|a b"]),
            (
                "![the *bridge*](x.png) fell",
                &["p|the bridge fell{image:the *bridge}{em:bridge}"],
            ),
            (
                "[![logo](a.png)](https://x.org)",
                &["p|logo{link https://x.org:logo}{image:logo}"],
            ),
            ("> a **b\n> c** d", &[">p|a b\nc d{strong:b\n> c}"]),
        ];
        for (text, expected) in rows {
            check(text, expected);
        }
    }

    #[test]
    fn html_leaves_its_words() {
        let rows: &[(&str, &[&str])] = &[
            ("a <b>bold</b> c<br>d", &["p|a bold c\nd"]),
            (
                "<div>one</div>\n<p>two &amp; three</p>",
                &["p|one", "p|two & three"],
            ),
            ("<script>\nalert(1)\n\nx</script>\n\nafter", &["p|after"]),
            ("<style>p{}</style>\n\nafter", &["p|after"]),
            ("<!-- note -->\n\nafter", &["p|after"]),
            ("<!-- a\n\nb -->\n\nafter", &["p|after"]),
            ("<div onclick=\"x\">1 < 2</div>", &["p|1 < 2"]),
        ];
        for (text, expected) in rows {
            check(text, expected);
        }
        let (_, findings) = passages("a\n\n<b>x</b> <i>y</i>", 0);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].0, Some(3), "the line is told");
    }

    proptest! {
        #[test]
        fn whatever_is_parsed_is_in_order(text in "[ab \\n*_`<>&;#|\\[\\]()!~é\\\\:-]{0,80}") {
            let (passages, _) = passages(&text, 0);
            let mut end = 0;
            for passage in &passages {
                prop_assert!(passage.span.start >= end && text.get(passage.span.range()).is_some());
                end = passage.span.end;
                let mut at = passage.span.start;
                for run in &passage.runs {
                    prop_assert!(run.span.start >= at && text.get(run.span.range()).is_some(), "{:?}", run);
                    at = run.span.end;
                }
                prop_assert!(at <= passage.span.end);
                for style in &passage.styles {
                    prop_assert!(passage.span.contains(style.span), "{:?}", style);
                    prop_assert!(text.get(style.span.range()).is_some());
                }
                prop_assert!(!visible(&text, passage).trim().is_empty());
                let sorted = passage.styles.is_sorted_by_key(|it: &dossier_corpus::document::Style| -> Span { Span { start: it.span.start, end: u32::MAX - it.span.end } });
                prop_assert!(sorted);
            }
        }
    }
}
