//! `setup`: installs what is missing and says what is there.

use anyhow::Result;

use crate::{folders, tools};

/// Finds or installs every tool.
pub(crate) fn run() -> Result<()> {
    let root = folders::root()?;
    let builders = tools::builders(&root)?;
    println!("{}", builders.wasm_bindgen.display());
    for program in builders.wasm_opt.iter().chain(&builders.esbuild) {
        println!("{}", program.display());
    }
    let browser = tools::testers()?;
    println!("{}", browser.chrome.display());
    println!("{}", browser.driver.display());
    Ok(())
}
