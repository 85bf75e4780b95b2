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

use super::output::OutFile;
use super::{Parts, policy};

/// What both pages do when the program does not start: the shell's message comes to be seen.
pub(super) const FAILED: &str = r#"const failed = (error) => {
document.getElementById("app")?.replaceChildren();
document.getElementById("crash")?.removeAttribute("hidden");
document.getElementById("crash-message")?.replaceChildren(String(error));
throw error;
};
"#;

/// Unpacks the program and starts it.
const START: &str = r#"(async () => {
const packed = document.getElementById("program");
const text = packed.textContent.trim();
packed.remove();
const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
const wasm = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
await __wbg_init({ module_or_path: new Response(wasm, { headers: { "Content-Type": "application/wasm" } }) });
})().catch(failed);
"#;

/// The single file.
///
/// # Errors
///
/// The glue or the styles hold a text that would end their element.
pub(super) fn file(parts: &Parts) -> Result<OutFile> {
    let script = format!("\n{}{FAILED}{START}", module(&parts.glue)?);
    let style = format!("\n{}", parts.styles);
    ensure!(
        !style.contains("</"),
        "a style sheet holds `</`, which would end its element"
    );
    let policy = policy::single(&script, &style);
    let in_head = format!("<style>{style}</style>\n");
    let program = STANDARD.encode(gzip(&parts.wasm)?);
    let in_body = format!(
        "<script type=\"application/gzip\" id=\"program\">{program}</script>\n\
         <script type=\"module\">{script}</script>\n"
    );
    Ok(OutFile {
        name: "dossier.html".into(),
        bytes: parts.shell.page(&policy, &in_head, &in_body).into_bytes(),
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

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
