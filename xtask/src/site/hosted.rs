//! The page for a static host: `index.html` and the files it loads, named by their content.

use sha2::{Digest as _, Sha256};

use super::output::OutFile;
use super::{Parts, policy, single};

/// The files of the hosted page.
pub(super) fn files(parts: &Parts) -> Vec<OutFile> {
    let styles = named("css", parts.styles.clone().into_bytes());
    let glue = named("js", parts.glue.clone().into_bytes());
    let wasm = named("wasm", parts.wasm.clone());
    let script = format!(
        "\nimport init from \"./{}\";\n{}init({{ module_or_path: \"./{}\" }}).catch(failed);\n",
        glue.name,
        single::FAILED,
        wasm.name
    );
    let in_head = format!(
        "<link rel=\"stylesheet\" href=\"./{}\">\n\
         <link rel=\"modulepreload\" href=\"./{}\">\n\
         <link rel=\"preload\" href=\"./{}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\">{script}</script>\n",
        styles.name, glue.name, wasm.name
    );
    let index = OutFile {
        name: "index.html".into(),
        bytes: parts
            .shell
            .page(&policy::hosted(&script), &in_head, "")
            .into_bytes(),
    };
    let no_jekyll = OutFile {
        name: ".nojekyll".into(),
        bytes: Vec::new(),
    };
    vec![index, styles, glue, wasm, no_jekyll]
}

/// A file whose name follows from its bytes, so that it may be cached for ever.
fn named(ending: &str, bytes: Vec<u8>) -> OutFile {
    let hash = Sha256::digest(&bytes)
        .iter()
        .take(8)
        .fold(0_u64, |hash, &byte| hash << 8 | u64::from(byte));
    OutFile {
        name: format!("dossier-{hash:016x}.{ending}"),
        bytes,
    }
}
