//! `dossier.html`: the whole page in one file that runs from disk.
//!
//! Browsers refuse external modules, `fetch` and workers from `file://`, so the glue is an inline module and the
//! program stands beside it as text: gzip, then base64.

use std::io::Write as _;

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::languages::Language;
use super::output::OutFile;
use super::scripts::{KEPT, NOTICE, SINGLE, script};
use super::shell::Insert;
use super::{Parts, inline, policy};

/// Shows the plain documents where no script does.
const SHOWN: &str = "#plain{display:block}.loading{display:none}";

/// What is shown until the program has started: from disk, a moment.
const OPENING: &str = "<p class=\"loading\" role=\"status\">Opening the documents …</p>";

/// The single file.
///
/// # Errors
///
/// The glue or the styles hold a text that would end their element.
pub(super) fn file(parts: &Parts) -> Result<OutFile> {
    let start = script(&[NOTICE, SINGLE, KEPT], &[]);
    let module = format!("\n{}{start}", module(&parts.glue)?);
    let style = inline(&parts.all_styles())?;
    let in_head = format!(
        "<style>{style}</style>\n{}<noscript><style>{SHOWN}</style></noscript>\n",
        icon(parts)
    );
    let screen = format!(
        "{OPENING}<div class=\"panel\" id=\"plain\" hidden>\n{}</div>",
        parts.drawn.whole
    );
    let program = STANDARD.encode(gzip(&parts.wasm)?);
    let words: String = parts.languages.iter().map(Language::block).collect();
    let in_body = format!(
        "{words}<script type=\"application/gzip\" id=\"program\">{program}</script>\n\
         <script type=\"module\">{module}</script>\n"
    );
    let page = parts.shell.page(&Insert {
        policy: &policy::single(&module, &[&style, SHOWN]),
        about: &parts.drawn.head,
        in_head: &in_head,
        screen: &screen,
        in_body: &in_body,
    });
    Ok(OutFile {
        name: "dossier.html".into(),
        bytes: page.into_bytes(),
    })
}

/// The icon as a part of the page.
fn icon(parts: &Parts) -> String {
    let svg = parts.icons.iter().find(|it| it.name == "icon.svg");
    svg.map_or_else(String::new, |it| {
        let data = STANDARD.encode(&it.bytes);
        format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{data}\">\n")
    })
}

/// The glue as an inline module: it exports nothing and ends no element.
fn module(glue: &str) -> Result<String> {
    const EXPORT: &str = "export { initSync, __wbg_init as default };";
    ensure!(
        glue.contains(EXPORT),
        "the glue ends in another way than wasm-bindgen's used to; look at {}",
        file!()
    );
    let module = glue.replace(EXPORT, "");
    ensure!(
        !module.contains("</script") && !module.contains("<!--"),
        "the glue holds a text that would end its element"
    );
    Ok(module)
}

/// The bytes as gzip packs them best.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
