//! The web manifest: under which name and icon the page is kept.

use serde_json::json;

use crate::File;
use crate::site::Site;

/// `manifest.webmanifest`. All addresses in it are relative, so that it holds below any path.
pub(crate) fn manifest(site: &Site) -> File {
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": file, "sizes": sizes, "type": kind, "purpose": purpose });
    let value = json!({
        "name": site.title,
        "short_name": site.title.chars().take(30).collect::<String>(),
        "description": site.description,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "maskable"),
        ],
    });
    let mut text = format!("{value:#}");
    text.push('\n');
    ("manifest.webmanifest".to_owned(), text)
}
