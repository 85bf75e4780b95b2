//! The site map, where the site's address is known and it may be indexed.

use crate::File;
use crate::html::{escaped, path};
use crate::site::Site;

/// `sitemap.xml`: the page, the plain list, the plain pages. No dates of change: none is known.
pub(crate) fn sitemap(site: &Site) -> Option<File> {
    if site.noindex {
        return None;
    }
    let own = site.at("")?;
    let pages = site.pages.iter().flatten();
    let places = std::iter::once(String::new())
        .chain(["text/index.html".to_owned()])
        .chain(pages.map(|it| path(&format!("text/{it}.html"))));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for place in places {
        xml.push_str(&format!(
            "<url><loc>{}</loc></url>\n",
            escaped(&format!("{own}{place}"))
        ));
    }
    xml.push_str("</urlset>\n");
    Some(("sitemap.xml".to_owned(), xml))
}
