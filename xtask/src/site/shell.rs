//! `index.html`, taken apart: what stands in the head and the body, and which style sheets it links.
//!
//! The file is ours, so a few rules suffice: one `<head>` and one `<body>` without attributes, links for Trunk
//! are `<link data-trunk …>` with quoted attributes.

use anyhow::{Context as _, Result, ensure};

/// `index.html` without the links that are Trunk's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shell {
    /// Everything before `</head>`.
    pub(super) head: String,
    /// `</head>` and everything after it.
    pub(super) body: String,
}

impl Shell {
    /// Takes `html` apart. Returns the shell and the style sheets' addresses in order.
    pub(super) fn read(html: &str, title: Option<&str>) -> Result<(Self, Vec<String>)> {
        let (html, hrefs) = without_trunk(html)?;
        let at = html.find("</head>").context("index.html has no </head>")?;
        let (head, body) = html.split_at(at);
        let mut head = squeezed(head);
        if let Some(title) = title {
            head = with_title(&head, title)?;
        }
        ensure!(
            head.contains("<meta charset=\"utf-8\">"),
            "index.html must say <meta charset=\"utf-8\">"
        );
        let shell = Self {
            head,
            body: squeezed(body),
        };
        Ok((shell, hrefs))
    }

    /// The page with the content policy before everything it governs, `in_head` at the end of the head and
    /// `in_body` at the end of the body.
    pub(super) fn page(&self, policy: &str, in_head: &str, in_body: &str) -> String {
        let charset = "<meta charset=\"utf-8\">";
        let policy = format!(
            "{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
        );
        let head = self.head.replacen(charset, &policy, 1);
        let (body, end) = self
            .body
            .rfind("</body>")
            .map_or((self.body.as_str(), ""), |at| self.body.split_at(at));
        format!("{head}{in_head}{body}{in_body}{end}")
    }
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

fn with_title(head: &str, title: &str) -> Result<String> {
    let (before, from) = head
        .split_once("<title>")
        .context("index.html has no title")?;
    let (_, after) = from
        .split_once("</title>")
        .context("index.html: the title is not closed")?;
    let title = title
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    Ok(format!("{before}<title>{title}</title>{after}"))
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
    <p>Opening</p>
  </body>
</html>
"#;

    #[test]
    fn the_links_go_and_the_rest_stays() {
        let (shell, hrefs) = Shell::read(HTML, Some("A <b> & c")).unwrap();
        assert_eq!(hrefs, ["styles/a.css", "styles/b.css"]);
        assert_eq!(
            shell.page(
                "default-src 'none'",
                "<style></style>\n",
                "<script></script>\n"
            ),
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
             <title>A &lt;b&gt; &amp; c</title>\n<style></style>\n</head>\n<body>\n<p>Opening</p>\n\
             <script></script>\n</body>\n</html>\n"
        );
    }

    #[test]
    fn a_shell_that_cannot_be_read_is_said() {
        for html in ["", "<head><link data-trunk rel=\"css\"", "<head></head>"] {
            assert!(Shell::read(html, None).is_err(), "{html:?}");
        }
    }
}
