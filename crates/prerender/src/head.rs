//! What the page says of itself: to the tab, to whoever shares it, to search engines and archives.

use serde_json::json;

use crate::html::{data, escaped};
use crate::site::Site;

/// For the hosted page and the single file: title, description, whether it may be indexed.
pub(crate) fn of_every_page(site: &Site) -> String {
    format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">\n{}",
        escaped(&site.title),
        escaped(&site.description),
        robots(site),
    )
}

/// For the hosted page: its address, where to have it offline, and its data.
pub(crate) fn of_hosted_page(site: &Site) -> String {
    let corpus = site.searcher.corpus();
    let told = corpus.site();
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Collection",
        "name": site.title,
        "description": site.description,
        "collectionSize": corpus.n_documents(),
    });
    let mut html = canonical(site.url.as_deref());
    if let Some(fields) = value.as_object_mut() {
        if told.lang != "und" {
            fields.insert("inLanguage".into(), told.lang.into());
        }
        if let Some(url) = &site.url {
            fields.insert("url".into(), url.as_str().into());
        }
    }
    for (property, content) in [
        ("og:type", Some("website")),
        ("og:title", Some(site.title.as_str())),
        ("og:description", Some(site.description.as_str())),
        ("og:url", site.url.as_deref()),
    ] {
        if let Some(content) = content {
            let content = escaped(content);
            html.push_str(&format!(
                "<meta property=\"{property}\" content=\"{content}\">\n"
            ));
        }
    }
    html.push_str(&data(&value));
    html
}

/// The request to search engines to pass over the page, where the publisher makes it.
pub(crate) fn robots(site: &Site) -> &'static str {
    if site.noindex {
        "<meta name=\"robots\" content=\"noindex\">\n"
    } else {
        ""
    }
}

/// The page's own address, where it is known.
pub(crate) fn canonical(url: Option<&str>) -> String {
    url.map_or_else(String::new, |url| {
        format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(url))
    })
}
