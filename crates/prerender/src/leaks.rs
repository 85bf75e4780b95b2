//! Forbidden words in a finished site: looked for in every file, its name, and what is compressed in it.
//!
//! In: the words and the folder. Words are compared without case and accents, with any white space between them, also
//! inside longer words, in HTML also across its tags. What is packed (the program, also inside the single file) is
//! unpacked first; what cannot be unpacked fails. The search is linear in the site.
//!
//! A word cut by the compression of the list of words would not be found there; it is found in the text it comes from.

use std::fs;
use std::io;
use std::path::Path;

use dossier_corpus::text::fold;
use dossier_pack::{Packing, text};

/// Fails when one of the words in the file `words`, one a line, occurs anywhere below `folder`.
pub(crate) fn check(words: &Path, folder: &Path) -> Result<(), String> {
    let failed = |err: io::Error| format!("the site cannot be searched for forbidden words: {err}");
    let words = fs::read_to_string(words).map_err(failed)?;
    let words: Vec<(&str, String)> = words
        .lines()
        .map(|it| (it, normal(it)))
        .filter(|(_, folded)| !folded.is_empty())
        .collect();
    if words.is_empty() {
        return Ok(());
    }
    let mut leaks = Vec::new();
    walk(folder, "", &mut |name, bytes| {
        for (place, text) in texts(folder, name, bytes)? {
            for (word, folded) in &words {
                if let Some(at) = text.find(folded.as_str()) {
                    leaks.push(format!(
                        "`{word}` in {place}: … {} …",
                        around(&text, at, folded.len())
                    ));
                }
            }
        }
        Ok(())
    })
    .map_err(failed)?;
    if leaks.is_empty() {
        return Ok(());
    }
    leaks.dedup();
    Err(format!(
        "words that corpus.yaml forbids are in the page:\n  {}",
        leaks.join("\n  ")
    ))
}

fn walk(
    folder: &Path,
    prefix: &str,
    visit: &mut impl FnMut(&str, &[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            walk(&entry.path(), &format!("{name}/"), visit)?;
        } else {
            visit(&name, &fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Everything a file says, each with where: its name, its bytes as text, its text without tags, what is packed in it.
///
/// # Errors
///
/// Something packed cannot be unpacked.
fn texts(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<Vec<(String, String)>> {
    let text = String::from_utf8_lossy(bytes);
    let mut texts = vec![
        (format!("the name of {name}"), normal(name)),
        (name.to_owned(), normal(&text)),
    ];
    if matches!(name.rsplit_once('.'), Some((_, "html" | "xml"))) {
        texts.push((name.to_owned(), normal(&visible(&text))));
        let decoded = percent_encoding::percent_decode_str(&text).decode_utf8_lossy();
        texts.push((name.to_owned(), normal(&decoded)));
    }
    if let Some(unpacked) = unpacked(folder, name, bytes, &text) {
        let unpacked =
            unpacked.map_err(|err| io::Error::new(err.kind(), format!("{name}: {err}")))?;
        let place = format!("the program inside {name}");
        texts.push((place, normal(&String::from_utf8_lossy(&unpacked))));
    }
    Ok(texts)
}

/// Case, accents and the kind of white space taken out.
fn normal(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    fold(&words.join(" "))
}

/// The text of HTML: without tags, with characters in place of their names.
fn visible(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut is_tag = false;
    for it in html.chars() {
        match it {
            '<' => is_tag = true,
            '>' if is_tag => is_tag = false,
            _ if !is_tag => text.push(it),
            _ => {}
        }
    }
    for (name, it) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(name, it);
    }
    text
}

/// What is packed in a file of the site, if anything: all of it, or the program inside a page, which may go on in another
/// file.
fn unpacked(folder: &Path, name: &str, bytes: &[u8], html: &str) -> Option<io::Result<Vec<u8>>> {
    if let Some((_, "lzma")) = name.rsplit_once('.') {
        return Some(Packing::Lzma.unpack(bytes));
    }
    let (before, behind) = html.split_once("\" id=\"program\">")?;
    let (_, attributes) = before.rsplit_once("<script type=\"")?;
    let (program, _) = behind.split_once("</script>")?;
    let (media_type, more) = match attributes.split_once("\" data-goes-on=\"./") {
        Some((media_type, file)) => (media_type, fs::read(folder.join(file))),
        None => (attributes, Ok(Vec::new())),
    };
    let packing = Packing::of_media_type(media_type);
    let program = packing.zip(text::decode(program.trim()));
    Some(match program {
        Some((packing, packed)) => more.and_then(|more| packing.unpack(&[packed, more].concat())),
        None => Err(io::Error::other("the program is packed in an unknown way")),
    })
}

/// A few characters on either side of a place.
fn around(text: &str, at: usize, len: usize) -> String {
    const REACH: usize = 24;
    let before: Vec<char> = text
        .get(..at)
        .unwrap_or("")
        .chars()
        .rev()
        .take(REACH)
        .collect();
    let behind = text.get(at..).unwrap_or("").chars();
    let shown = before.into_iter().rev().chain(behind.take(len + REACH));
    shown
        .map(|it| if it.is_control() { ' ' } else { it })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed_page(packing: Packing, inside: &str) -> String {
        let program = text::encode(&packing.pack(inside.as_bytes()).unwrap());
        let media_type = packing.media_type();
        format!("<script type=\"{media_type}\" id=\"program\">{program}</script>")
    }

    #[test]
    fn a_word_is_found_in_a_program_that_goes_on_in_a_file() {
        let folder = std::env::temp_dir().join(format!("dossier-parts-{}", std::process::id()));
        let site = folder.join("site");
        fs::create_dir_all(&site).unwrap();
        let packed = Packing::Lzma.pack(b"x Jos\xc3\xa9 Mart\xc3\xad y").unwrap();
        let (inside, more) = packed.split_at(8);
        let media_type = Packing::Lzma.media_type();
        let page = format!(
            "<script type=\"{media_type}\" data-goes-on=\"./a.part\" id=\"program\">{}</script>",
            text::encode(inside)
        );
        fs::write(site.join("a.html"), page).unwrap();
        let words = folder.join("words");
        fs::write(&words, "José Martí\n").unwrap();
        let lost = check(&words, &site).unwrap_err();
        assert!(lost.contains("a.html"), "its other part is lost: {lost}");
        fs::write(site.join("a.part"), more).unwrap();
        let found = check(&words, &site).unwrap_err();
        assert!(found.contains("the program inside a.html"), "{found}");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_word_is_found_wherever_it_is() {
        const INSIDE: &str = "x José Martí y";
        let folder = std::env::temp_dir().join(format!("dossier-leaks-{}", std::process::id()));
        for (name, text, expected, why) in [
            ("a.txt", "Nothing here", None, "nothing there"),
            (
                "a.txt",
                "of JOSE\n  Marti.",
                Some("in a.txt"),
                "case, accents, line ends",
            ),
            (
                "a.html",
                "<i>José</i> <b>Martí</b>",
                Some("in a.html"),
                "across tags",
            ),
            (
                "a.html",
                "href=\"#/doc/Jos%C3%A9%20Mart%C3%AD\"",
                Some("in a.html"),
                "in an address",
            ),
            (
                "text/josé martí.html",
                "",
                Some("the name of text/josé martí.html"),
                "in a name",
            ),
            (
                "a.html",
                &packed_page(Packing::Lzma, INSIDE),
                Some("the program inside a.html"),
                "packed small",
            ),
            (
                "a.html",
                &packed_page(Packing::Gzip, INSIDE),
                Some("the program inside a.html"),
                "packed for speed",
            ),
            (
                "a.html",
                "<script type=\"application/zip\" id=\"program\">abc</script>",
                Some("a.html: the program is packed in an unknown way"),
                "packed by somebody else",
            ),
            (
                "a.lzma",
                "no program",
                Some("cannot be searched for forbidden words: a.lzma"),
                "broken",
            ),
        ] {
            let _ = fs::remove_dir_all(&folder);
            let file = folder.join("site").join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, text).unwrap();
            let words = folder.join("words");
            fs::write(&words, "José Martí\n\n").unwrap();
            let outcome = check(&words, &folder.join("site"));
            match expected {
                None => assert_eq!(outcome, Ok(()), "{why}"),
                Some(place) => assert!(outcome.is_err_and(|it| it.contains(place)), "{why}"),
            }
            fs::remove_dir_all(&folder).unwrap();
        }
    }
}
