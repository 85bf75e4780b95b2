//! `dossier.html`: the whole page in one file that runs from disk.
//!
//! Browsers refuse external modules, `fetch` and workers from `file://`, so everything stands in the file: the program,
//! packed and as text, and a script that unpacks it. Styles, words and glue are sections of the program, as packed they
//! are a quarter.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dossier_pack::{Packing, text};
use wasm_encoder::{CustomSection, Section as _};

use super::languages::Language;
use super::minify::Minifier;
use super::output::OutFile;
use super::scripts::{KEPT, NOTICE, SINGLE, TEXT, UNPACK, enclosed, script};
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
/// A script or the styles hold a text that would end their element, the glue is none that wasm-bindgen makes, or the
/// program is too large for any packing.
pub(super) fn file(parts: &Parts) -> Result<OutFile> {
    // The made-up language is for those who work on the page.
    let languages: Vec<&Language> = parts
        .languages
        .iter()
        .filter(|it| !it.is_pseudo())
        .collect();
    let start = start(&parts.minifier, &languages)?;
    let glue = glue(&parts.minifier, &parts.glue)?;
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
    add_section(&mut wasm, "glue", &glue);
    add_section(&mut wasm, "styles", &styles);
    for it in languages {
        add_section(&mut wasm, &it.place(), it.table());
    }
    let packing = Packing::of_program(wasm.len());
    let program = program(packing, &packing.pack(&wasm)?, None);
    let in_body = format!("{program}<script>{start}</script>\n");
    let page = parts.shell.page(&Insert {
        policy: &policy::single(&[&start, &glue], &[&style, SHOWN, &styles]),
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

/// The script that opens the file.
fn start(minifier: &Minifier, languages: &[&Language]) -> Result<String> {
    let tags = languages.iter().map(|it| format!("\"{}\"", it.tag));
    let tags = tags.collect::<Vec<_>>().join(",");
    let start = script(&[NOTICE, TEXT, UNPACK, SINGLE, KEPT], &[("tags", &tags)]);
    let start = minifier.script(&enclosed(&start))?;
    ensure!(
        !start.contains("</script") && !start.contains("<!--"),
        "the start script holds a text that would end its element"
    );
    Ok(start)
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

/// Adds a text to a program, which does not look at it.
fn add_section(wasm: &mut Vec<u8>, name: &str, text: &str) {
    let section = CustomSection {
        name: name.into(),
        data: text.as_bytes().into(),
    };
    section.append_to(wasm);
}

/// The glue as a script that leaves behind what starts the program: unlike a module it has run as soon as it is added.
fn glue(minifier: &Minifier, module: &str) -> Result<String> {
    const EXPORT: &str = "export { initSync, __wbg_init as default };";
    const ADDRESS: &str = "import.meta.url";
    ensure!(
        module.contains(EXPORT) && module.contains(ADDRESS),
        "the glue is written in another way than wasm-bindgen's used to be; look at {}",
        file!()
    );
    let script = module
        .replace(EXPORT, "globalThis.dossierGlue = __wbg_init;")
        .replace(ADDRESS, "location.href");
    minifier.script(&enclosed(&script))
}
