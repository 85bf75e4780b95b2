//! `dossier.html`: the whole page in one file that runs from disk.
//!
//! Browsers refuse external modules, `fetch` and workers from `file://`, so the glue is an inline module and the
//! program stands beside it, packed and as text. The styles are a section of the program, as packed they are a fifth.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dossier_pack::{Packing, text};
use wasm_encoder::{CustomSection, Section as _};

use super::languages::Language;
use super::minify::Minifier;
use super::output::OutFile;
use super::scripts::{KEPT, NOTICE, SINGLE, TEXT, UNPACK, script};
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
/// The glue or the styles hold a text that would end their element, or the program is too large for any packing.
pub(super) fn file(parts: &Parts) -> Result<OutFile> {
    let start = script(&[NOTICE, TEXT, UNPACK, SINGLE, KEPT], &[]);
    let module = module(&parts.minifier, &format!("{}{start}", parts.glue))?;
    // Until the program brings the others.
    let style = inline(&parts.plain)?;
    let styles = parts.all_styles();
    let in_head = format!(
        "<style id=\"opening\">{style}</style>\n{}<noscript><style>{SHOWN}</style></noscript>\n",
        icon(parts)
    );
    let screen = format!(
        "{OPENING}<div class=\"panel\" id=\"plain\" hidden>\n{}</div>",
        parts.drawn.whole
    );
    let mut wasm = parts.wasm.clone();
    let section = CustomSection {
        name: "styles".into(),
        data: styles.as_bytes().into(),
    };
    section.append_to(&mut wasm);
    let packing = Packing::of_program(wasm.len());
    let program = program(packing, &packing.pack(&wasm)?, None);
    let words: String = parts.languages.iter().map(Language::block).collect();
    let in_body = format!("{words}{program}<script type=\"module\">{module}</script>\n");
    let page = parts.shell.page(&Insert {
        policy: &policy::single(&module, &[&style, SHOWN, &styles]),
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

/// A packed program as a part of a page, or the beginning of one that goes on in a file.
pub(super) fn program(packing: Packing, packed: &[u8], file: Option<&str>) -> String {
    let media_type = packing.media_type();
    let goes_on = file.map_or_else(String::new, |it| format!(" data-goes-on=\"./{it}\""));
    let text = text::encode(packed);
    format!("<script type=\"{media_type}\"{goes_on} id=\"program\">{text}</script>\n")
}

/// The icon as a part of the page.
fn icon(parts: &Parts) -> String {
    let svg = parts.icons.iter().find(|it| it.name == "icon.svg");
    svg.map_or_else(String::new, |it| {
        let data = STANDARD.encode(&it.bytes);
        format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{data}\">\n")
    })
}

/// The glue and the start as an inline module: it exports nothing and ends no element.
fn module(minifier: &Minifier, text: &str) -> Result<String> {
    const EXPORT: &str = "export { initSync, __wbg_init as default };";
    ensure!(
        text.contains(EXPORT),
        "the glue ends in another way than wasm-bindgen's used to; look at {}",
        file!()
    );
    let module = minifier.script(&text.replace(EXPORT, ""))?;
    ensure!(
        !module.contains("</script") && !module.contains("<!--"),
        "the glue holds a text that would end its element"
    );
    Ok(module)
}
