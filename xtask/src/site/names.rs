//! Short names for what the program imports: wasm-bindgen's end in a hash that nothing packs, in program and glue.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use walrus::ModuleConfig;

/// Where the glue hands things in.
const GLUE: &str = "./dossier_bg.js";

/// The program and its glue, with short names for what the one imports from the other.
///
/// # Errors
///
/// The program is none, or the glue does not define each import once.
pub(super) fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut config = ModuleConfig::new();
    config.generate_producers_section(false);
    let mut module = config.parse(wasm)?;
    let mut short: BTreeMap<String, String> = BTreeMap::new();
    for (number, import) in module
        .imports
        .iter_mut()
        .filter(|it| it.module == GLUE)
        .enumerate()
    {
        let name = format!("i{number}");
        let long = std::mem::replace(&mut import.name, name.clone());
        short.insert(long, name);
    }
    let (glue, n_replaced) = renamed(glue, &short);
    ensure!(
        n_replaced == short.len(),
        "the glue defines its functions in another way than wasm-bindgen's used to; look at {}",
        file!()
    );
    Ok((module.emit_wasm(), glue))
}

/// A script with other names, and how many were put in.
fn renamed(script: &str, short: &BTreeMap<String, String>) -> (String, usize) {
    let is_part = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '$');
    let mut out = String::with_capacity(script.len());
    let mut n_replaced = 0;
    for piece in script.split_inclusive(|it| !is_part(it)) {
        let name = piece.trim_end_matches(|it| !is_part(it));
        match short.get(name) {
            Some(it) => {
                n_replaced += 1;
                out.push_str(it);
                out.push_str(piece.get(name.len()..).unwrap_or_default());
            }
            None => out.push_str(piece),
        }
    }
    (out, n_replaced)
}

#[cfg(test)]
mod tests {
    use walrus::Module;

    use super::*;

    fn program(names: &[&str]) -> Vec<u8> {
        let mut module = Module::default();
        let ty = module.types.add(&[], &[]);
        for name in names {
            module.add_import_func(GLUE, name, ty);
        }
        module.add_import_func("elsewhere", "__wbg_kept_01", ty);
        module.emit_wasm()
    }

    #[test]
    fn program_and_glue_agree_on_short_names() {
        let wasm = program(&["__wbg_abort_8b", "__wbg_abort_8b0"]);
        let glue =
            "const i = {\n__wbg_abort_8b0: function() {},\n__wbg_abort_8b: $__wbg_abort_8b0$ };";
        let (wasm, glue) = shorten(&wasm, glue).unwrap();
        assert_eq!(
            glue,
            "const i = {\ni1: function() {},\ni0: $__wbg_abort_8b0$ };"
        );
        let module = Module::from_buffer(&wasm).unwrap();
        let names: Vec<_> = module.imports.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["i0", "i1", "__wbg_kept_01"]);
    }

    #[test]
    fn a_glue_that_lacks_a_function_is_refused() {
        let wasm = program(&["__wbg_abort_8b"]);
        assert!(shorten(&wasm, "const i = {};").is_err());
    }
}
