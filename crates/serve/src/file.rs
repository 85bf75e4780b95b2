//! One file as a static host sends it: its bytes, its content type, gzip or not.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

/// A file ready to be sent.
pub(crate) struct Sent {
    pub(crate) bytes: Vec<u8>,
    pub(crate) content_type: &'static str,
    pub(crate) gzipped: bool,
}

/// Reads a file, compressed when the browser takes gzip and the kind of file gains from it.
pub(crate) fn read(path: &Path, takes_gzip: bool) -> io::Result<Sent> {
    let bytes = fs::read(path)?;
    let (content_type, shrinks) = content_type(path);
    if !(takes_gzip && shrinks) {
        return Ok(Sent {
            bytes,
            content_type,
            gzipped: false,
        });
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&bytes)?;
    Ok(Sent {
        bytes: encoder.finish()?,
        content_type,
        gzipped: true,
    })
}

/// The content type by the file's ending, and whether gzip makes it smaller.
fn content_type(path: &Path) -> (&'static str, bool) {
    match path.extension().and_then(|it| it.to_str()) {
        Some("html") => ("text/html; charset=utf-8", true),
        Some("js" | "mjs") => ("text/javascript; charset=utf-8", true),
        Some("wasm") => ("application/wasm", true),
        Some("css") => ("text/css; charset=utf-8", true),
        Some("svg") => ("image/svg+xml", true),
        Some("json") => ("application/json", true),
        Some("webmanifest") => ("application/manifest+json", true),
        Some("xml") => ("application/xml", true),
        Some("txt" | "md") => ("text/plain; charset=utf-8", true),
        Some("png") => ("image/png", false),
        _ => ("application/octet-stream", false),
    }
}
