//! `index.html`, taken apart: what stands in the head and the body, and which style sheets it links.
//!
//! The file is ours, so a few rules suffice: one `<head>` and one `<body>` without attributes, links for Trunk
//! are `<link data-trunk …>` with quoted attributes. The title and what the page shows before the program has come
//! are the quick loop's own; a built page has its own in their place.

use anyhow::{Context as _, Result, ensure};

/// `index.html` without the links that are Trunk's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shell {
    /// Everything before `</head>`.
    pub(super) head: String,
    /// `</head>` and everything after it.
    pub(super) body: String,
}

/// What makes a page of the shell.
pub(super) struct Insert<'a> {
    /// The content policy; it stands before everything it governs.
    pub(super) policy: &'a str,
    /// In place of the title.
    pub(super) about: &'a str,
    /// At the end of the head.
    pub(super) in_head: &'a str,
    /// What stands there before the program has come.
    pub(super) screen: &'a str,
    /// At the end of the body.
    pub(super) in_body: &'a str,
}

impl Shell {
    /// Takes `html` apart. Returns the shell and the style sheets' addresses in order.
    pub(super) fn read(html: &str) -> Result<(Self, Vec<String>)> {
        let (html, hrefs) = without_trunk(html)?;
        let at = html.find("</head>").context("index.html has no </head>")?;
        let (head, body) = html.split_at(at);
        let shell = Self {
            head: squeezed(head),
            body: squeezed(body),
        };
        for (text, part) in [
            (CHARSET, &shell.head),
            (TITLE.0, &shell.head),
            (TITLE.1, &shell.head),
            (SCREEN.0, &shell.body),
            (SCREEN.1, &shell.body),
        ] {
            ensure!(part.contains(text), "index.html must say {text}");
        }
        Ok((shell, hrefs))
    }

    /// The page.
    pub(super) fn page(&self, it: &Insert) -> String {
        let policy = it.policy;
        let policy = format!(
            "{CHARSET}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
        );
        let head = self.head.replacen(CHARSET, &policy, 1);
        let head = between(&head, TITLE, it.about);
        let body = between(&self.body, SCREEN, it.screen);
        let (body, end) = body
            .rfind("</body>")
            .map_or((body.as_str(), ""), |at| body.split_at(at));
        format!("{head}{}{body}{}{end}", it.in_head, it.in_body)
    }
}

const CHARSET: &str = "<meta charset=\"utf-8\">";
const TITLE: (&str, &str) = ("<title>", "</title>\n");
const SCREEN: (&str, &str) = ("<!-- screen -->", "<!-- /screen -->");

/// The text with what stands from the one mark to the other, both included, replaced.
fn between(text: &str, (from, to): (&str, &str), inner: &str) -> String {
    let replaced = text.split_once(from).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(to)?;
        Some(format!("{before}{inner}{after}"))
    });
    replaced.unwrap_or_else(|| text.to_owned())
}

/// The text without `<link data-trunk …>`, and the addresses of the style sheets among these.
fn without_trunk(html: &str) -> Result<(String, Vec<String>)> {
    const LINK: &str = "<link data-trunk";
    let mut kept = String::new();
    let mut hrefs = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(LINK) {
        let (before, from) = rest.split_at(at);
        let (tag, after) = from
            .split_once('>')
            .context("index.html: a link for Trunk is not closed")?;
        kept.push_str(before);
        if attribute(tag, "rel") == Some("css") {
            let href = attribute(tag, "href").context("index.html: a style sheet without href")?;
            hrefs.push(href.to_owned());
        }
        rest = after;
    }
    kept.push_str(rest);
    Ok((kept, hrefs))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, from) = tag.split_once(&format!(" {name}=\""))?;
    from.split_once('"').map(|(value, _)| value)
}

/// The text without indentation and empty lines.
fn squeezed(html: &str) -> String {
    html.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = r#"<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Dossier</title>
    <link data-trunk rel="css" href="styles/a.css">

    <link data-trunk rel="rust" data-bin="dossier">
    <link data-trunk rel="css" href="styles/b.css">
  </head>
  <body>
    <div><!-- screen --><p>Opening</p><!-- /screen --></div>
  </body>
</html>
"#;

    #[test]
    fn the_links_go_and_the_rest_stays() {
        let (shell, hrefs) = Shell::read(HTML).unwrap();
        assert_eq!(hrefs, ["styles/a.css", "styles/b.css"]);
        let page = shell.page(&Insert {
            policy: "default-src 'none'",
            about: "<title>A</title>\n",
            in_head: "<style></style>\n",
            screen: "<p>First</p>",
            in_body: "<script></script>\n",
        });
        assert_eq!(
            page,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
             <title>A</title>\n<style></style>\n</head>\n<body>\n<div><p>First</p></div>\n\
             <script></script>\n</body>\n</html>\n"
        );
    }

    #[test]
    fn a_shell_that_cannot_be_read_is_said() {
        for html in ["", "<head><link data-trunk rel=\"css\"", "<head></head>"] {
            assert!(Shell::read(html).is_err(), "{html:?}");
        }
    }
}
