//! Turns the bytes of a seed into text.
//!
//! Stage: *documents*. In: bytes of unknown origin. Out: text with LF line ends, the encoding's WHATWG name, and
//! where the text stands unchanged in the bytes; or why they are no text.
//!
//! A byte order mark decides; then valid UTF-8 is UTF-8; then what is mostly UTF-8 is damaged UTF-8; everything
//! else is guessed from its bytes. Nothing but CRLF (which becomes LF) changes.

use std::borrow::Cow;

use super::{Noted, line_at};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The whole text, CRLF turned into LF.
    pub(super) text: String,
    /// WHATWG name of the encoding.
    pub(super) encoding: &'static str,
    /// Byte offset in the seed at which the text stands unchanged; `None` where decoding changed it.
    pub(super) text_in_seed: Option<u32>,
    /// What was odd: line (from 1, where one can be told) and sentence.
    pub(super) findings: Vec<Noted>,
}

/// Decodes the bytes of a seed; `label` is the encoding that the publisher names, if any.
///
/// # Errors
///
/// Why the bytes are no text, as a sentence without a full stop.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> Result<Decoded, String> {
    if let Some((encoding, bom)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(bom..).unwrap_or_default();
        return Ok(decode_as(rest, encoding, bom));
    }
    if let Some(kind) = known_format(bytes) {
        return Err(format!(
            "{kind}, which is not read; save its text as .txt or .md"
        ));
    }
    if let Some(encoding) = label.and_then(|it| Encoding::for_label(it.as_bytes())) {
        return Ok(decode_as(bytes, encoding, 0));
    }
    if let Some(encoding) = wide_without_mark(bytes) {
        let mut decoded = decode_as(bytes, encoding, 0);
        decoded.findings.insert(0, (None, converted(encoding)));
        return Ok(decoded);
    }
    if looks_binary(bytes) {
        return Err("not text: it is full of control bytes".to_owned());
    }
    if std::str::from_utf8(bytes).is_ok() || is_damaged_utf8(bytes) {
        return Ok(decode_as(bytes, UTF_8, 0));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let mut decoded = decode_as(bytes, encoding, 0);
    decoded.findings.insert(0, (None, converted(encoding)));
    Ok(decoded)
}

fn converted(encoding: &'static Encoding) -> String {
    format!(
        "not UTF-8; guessed to be {} and converted; check the letters, or save it as UTF-8",
        encoding.name()
    )
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding, offset: usize) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let mut findings = Vec::new();
    if had_errors {
        findings.push(damage(&text, encoding));
    }
    if let Some(at) = text.find('\0') {
        let n = text.matches('\0').count();
        let what = if n == 1 {
            "a NUL character"
        } else {
            "NUL characters"
        };
        findings.push((
            Some(line_at(&text, at)),
            format!("{what} in the text; kept, but nothing is shown there"),
        ));
    }
    let is_unchanged = matches!(text, Cow::Borrowed(_)) && !text.contains("\r\n");
    let text = if text.contains("\r\n") {
        text.replace("\r\n", "\n")
    } else {
        text.into_owned()
    };
    Decoded {
        text_in_seed: u32::try_from(offset).ok().filter(|_| is_unchanged),
        text,
        encoding: encoding.name(),
        findings,
    }
}

fn damage(text: &str, encoding: &'static Encoding) -> Noted {
    let n = text.matches('\u{fffd}').count();
    let places = if n == 1 { "place" } else { "places" };
    let line = text.find('\u{fffd}').map(|at| line_at(text, at));
    let name = encoding.name();
    (
        line,
        format!(
            "bytes that are no {name} in {n} {places}; shown as \u{fffd}; replace them in the file"
        ),
    )
}

/// Formats that people put beside their texts, by their first bytes.
fn known_format(bytes: &[u8]) -> Option<&'static str> {
    const FORMATS: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"{\\rtf", "a rich text document"),
        (b"\x89PNG", "a picture (PNG)"),
        (b"\xff\xd8\xff", "a picture (JPEG)"),
        (b"GIF8", "a picture (GIF)"),
        (b"\x1f\x8b", "a compressed file"),
        (b"\x7fELF", "a program"),
        (b"SQLite format 3\0", "a database"),
    ];
    FORMATS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|&(_, kind)| kind)
}

/// UTF-16 without a byte order mark: nearly every second byte of a Latin text is NUL.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let n_pairs = head.len() / 2;
    let n_nul = |parity: usize| {
        head.iter()
            .skip(parity)
            .step_by(2)
            .filter(|&&it| it == 0)
            .count()
    };
    if n_pairs < 2 {
        return None;
    }
    let (high_first, low_first) = (n_nul(0), n_nul(1));
    if low_first * 10 > n_pairs * 4 && high_first * 50 < n_pairs {
        Some(UTF_16LE)
    } else if high_first * 10 > n_pairs * 4 && low_first * 50 < n_pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether control bytes make up more than a fiftieth.
fn looks_binary(bytes: &[u8]) -> bool {
    let is_control = |it: u8| it < 0x20 && !matches!(it, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let n = bytes.iter().filter(|&&it| is_control(it)).count();
    n > 2 && n * 50 > bytes.len()
}

/// Whether most of what is not ASCII is valid UTF-8. Other encodings hardly ever look so.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut n_valid, mut n_invalid) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        n_valid += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        n_invalid += usize::from(!chunk.invalid().is_empty());
    }
    n_valid >= n_invalid
}
