//! Plain pages: each document as a static page without a script, and a list of all.
//!
//! In: the site. Out: `text/index.html`, and for up to 500 documents `text/<id>.html` each. Nothing on them runs or is
//! loaded but one style sheet and the icon; their content policy says so.

use dossier::view_model::article::{Article, Block, Extent, Passage, article, byline, marker};
use dossier::view_model::segments::Segment;
use dossier::view_model::vocabulary::Role;
use dossier_corpus::DocId;
use serde_json::json;

use crate::File;
use crate::head::{canonical, robots};
use crate::html::{data, escaped, path};
use crate::site::Site;

/// All documents as one piece of HTML are no longer than this, in bytes.
const MAX_WHOLE: usize = 65_536;

/// So much of a document's beginning describes it, in characters.
const MAX_DESCRIPTION: usize = 160;

/// All documents as one piece of HTML, for the single file that cannot start; nothing when that is long.
pub(crate) fn whole_text(site: &Site) -> String {
    let mut html = String::new();
    for document in site.searcher.corpus().document_ids() {
        if let Some(it) = read(site, document) {
            html.push_str(&body(&it));
        }
        if html.len() > MAX_WHOLE {
            return String::new();
        }
    }
    html
}

/// All plain pages.
pub(crate) fn pages(site: &Site) -> Vec<File> {
    let documents = site.searcher.corpus().document_ids();
    let names = site.pages.iter().flatten();
    let mut files: Vec<File> = documents
        .zip(names)
        .filter_map(|(document, name)| {
            let html = page(site, document, name, &read(site, document)?);
            Some((format!("text/{name}.html"), html))
        })
        .collect();
    files.push(("text/index.html".to_owned(), list(site)));
    files
}

fn read(site: &Site, document: DocId) -> Option<Article> {
    let (searcher, answer) = (site.searcher, &site.answer);
    article(searcher, answer, document, Extent::Whole, 0, u32::MAX)
}

/// A document's title, facts and text.
fn body(it: &Article) -> String {
    let mut text = String::new();
    for block in &it.blocks {
        push_block(&mut text, block);
    }
    let facts: Vec<String> = it.byline.iter().map(|it| escaped(it)).collect();
    format!(
        "<article lang=\"{}\" dir=\"{}\">\n<h1>{}</h1>\n<p class=\"facts\" lang=\"en\" dir=\"ltr\">{}</p>\n{text}</article>\n",
        escaped(&it.lang),
        it.direction,
        escaped(&it.title),
        facts.join(" · "),
    )
}

fn page(site: &Site, document: DocId, name: &str, it: &Article) -> String {
    let up = "../".repeat(1 + name.matches('/').count());
    let at = path(&format!("text/{name}.html"));
    let url = site.at(&at);
    let head = format!(
        "<meta name=\"description\" content=\"{}\">\n{}{}{}",
        escaped(&description(it)),
        robots(site),
        canonical(url.as_deref()),
        data(&facts_of(site, document, it, url.as_deref())),
    );
    let title = format!("{} · {}", it.title, site.title);
    let reader = format!("{up}#/doc/{}", path(&it.id).replace('/', "%2F"));
    let body = format!(
        "<nav><a href=\"{up}\">{}</a> · <a href=\"{up}text/index.html\">All documents</a></nav>\n{}\
         <footer><a href=\"{reader}\">Search this text, with its names, dates and statements marked</a></footer>\n",
        escaped(&site.title),
        body(it),
    );
    whole(site, &up, &title, &head, &body)
}

/// All documents: their plain pages, or their places in the page that searches.
fn list(site: &Site) -> String {
    let corpus = site.searcher.corpus();
    let mut items = String::new();
    for (number, document) in corpus.document_ids().enumerate() {
        let Some(info) = corpus.document(document) else {
            continue;
        };
        let page = site.pages.as_ref().and_then(|it| it.get(number));
        let href = page.map_or_else(
            || format!("../#/doc/{}", path(info.id).replace('/', "%2F")),
            |it| path(&format!("{it}.html")),
        );
        let facts: Vec<String> = byline(site.searcher, document)
            .iter()
            .map(|it| escaped(it))
            .collect();
        items.push_str(&format!(
            "<li><a href=\"{href}\">{}</a> <span class=\"facts\">{}</span></li>\n",
            escaped(info.title),
            facts.join(" · ")
        ));
    }
    let url = site.at("text/index.html");
    let head = format!("{}{}", robots(site), canonical(url.as_deref()));
    let title = format!("All documents · {}", site.title);
    let body = format!(
        "<nav><a href=\"../\">{}</a></nav>\n<h1>All documents</h1>\n<p>{}</p>\n<ul class=\"documents\">\n{items}</ul>\n",
        escaped(&site.title),
        escaped(&site.description),
    );
    whole(site, "../", &title, &head, &body)
}

fn whole(site: &Site, up: &str, title: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; \
         base-uri 'none'; form-action 'none'\">\n<title>{}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n{head}\
         <link rel=\"icon\" href=\"{up}icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"stylesheet\" href=\"{up}{}\">\n</head>\n<body>\n{body}</body>\n</html>\n",
        escaped(title),
        site.style,
    )
}

/// The data of one document.
fn facts_of(site: &Site, document: DocId, it: &Article, url: Option<&str>) -> serde_json::Value {
    let corpus = site.searcher.corpus();
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": it.title.as_str(),
        "isPartOf": { "@type": "Collection", "name": site.title },
    });
    let authors: Vec<&str> = corpus
        .meta(document)
        .filter(|(name, _)| *name == "author")
        .map(|(_, value)| value)
        .collect();
    if let Some(fields) = value.as_object_mut() {
        if it.lang.as_str() != "und" {
            fields.insert("inLanguage".into(), it.lang.as_str().into());
        }
        if !authors.is_empty() {
            fields.insert("author".into(), authors.into());
        }
        // Only what is also a date elsewhere; what is uncertain is left out, not made certain.
        if let Some(date) = corpus.published(document).filter(|it| is_plain_date(it)) {
            fields.insert("datePublished".into(), date.into());
        }
        if let Some(url) = url {
            fields.insert("url".into(), url.into());
        }
    }
    value
}

/// `1986`, `1986-04` or `1986-04-26`, and nothing that EDTF adds.
fn is_plain_date(edtf: &str) -> bool {
    let parts: Vec<&str> = edtf.split('-').collect();
    let digits = |it: &str, n: usize| it.len() == n && it.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2) && *month <= "12",
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    }
}

fn description(it: &Article) -> String {
    let first = it.blocks.iter().find_map(|block| match block {
        Block::Passage(it) => Some(it),
        Block::List(all) | Block::Table(all) => all.first(),
        Block::Gap { .. } => None,
    });
    let words = first.map_or_else(String::new, |it| {
        let texts: Vec<&str> = it
            .cells
            .iter()
            .flatten()
            .map(|it| it.text.as_str())
            .collect();
        texts.concat()
    });
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = words.char_indices().nth(MAX_DESCRIPTION) {
        words.truncate(end);
        words.push('…');
    }
    words
}

fn push_block(html: &mut String, block: &Block) {
    match block {
        Block::Passage(it) => html.push_str(&passage(it)),
        Block::List(items) => {
            html.push_str("<ul>\n");
            for it in items {
                let (depth, before) = match it.role {
                    Role::Item { depth, marker: it } => (depth.clamp(1, 4), marker(it)),
                    _ => (1, String::new()),
                };
                let text = cells(it, "");
                let id = it.number;
                html.push_str(&format!(
                    "<li id=\"p{id}\" class=\"depth-{depth}\">{} {text}</li>\n",
                    escaped(&before)
                ));
            }
            html.push_str("</ul>\n");
        }
        Block::Table(rows) => {
            html.push_str("<table>\n");
            for it in rows {
                let cell = match it.role {
                    Role::Row { head: true } => "th",
                    _ => "td",
                };
                html.push_str(&format!(
                    "<tr id=\"p{}\">{}</tr>\n",
                    it.number,
                    cells(it, cell)
                ));
            }
            html.push_str("</table>\n");
        }
        Block::Gap { .. } => {}
    }
}

fn passage(it: &Passage) -> String {
    let element = match it.role {
        Role::Heading(1 | 2) => "h2",
        Role::Heading(3) => "h3",
        Role::Heading(_) => "h4",
        Role::Code => "pre",
        _ => "p",
    };
    let (open, close) = if it.quote_depth > 0 {
        ("<blockquote>", "</blockquote>")
    } else {
        ("", "")
    };
    let text = cells(it, "");
    format!(
        "{open}<{element} id=\"p{}\">{text}</{element}>{close}\n",
        it.number
    )
}

/// The text of each cell, in an element where one is named.
fn cells(it: &Passage, element: &str) -> String {
    let mut html = String::new();
    for cell in &it.cells {
        if !element.is_empty() {
            html.push_str(&format!("<{element}>"));
        }
        for piece in cell {
            push_piece(&mut html, piece);
        }
        if !element.is_empty() {
            html.push_str(&format!("</{element}>"));
        }
    }
    html
}

fn push_piece(html: &mut String, piece: &Segment) {
    if piece.text == "\n" {
        return html.push_str("<br>");
    }
    let styles = piece.marks.styles;
    let elements = [
        (styles.emphasis, "em"),
        (styles.strong, "strong"),
        (styles.strike, "s"),
        (styles.code, "code"),
    ];
    // A relative address was meant from elsewhere.
    let link = piece.marks.link.as_ref().filter(|it| it.contains(':'));
    if let Some(href) = link {
        let href = escaped(href);
        html.push_str(&format!("<a href=\"{href}\" rel=\"noopener noreferrer\">"));
    }
    for (_, name) in elements.iter().filter(|(is_on, _)| *is_on) {
        html.push_str(&format!("<{name}>"));
    }
    html.push_str(&escaped(&piece.text));
    for (_, name) in elements.iter().rev().filter(|(is_on, _)| *is_on) {
        html.push_str(&format!("</{name}>"));
    }
    if link.is_some() {
        html.push_str("</a>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_dates_are_told_as_such() {
        for (edtf, expected) in [
            ("1986", true),
            ("1986-04", true),
            ("1986-04-26", true),
            ("1986~", false),
            ("198X", false),
            ("1986-21", false),
            ("1986/1987", false),
            ("-0044", false),
        ] {
            assert_eq!(is_plain_date(edtf), expected, "{edtf}");
        }
    }
}
