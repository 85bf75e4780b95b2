//! `setup`: installs what is missing and says what is there.

use anyhow::Result;

use crate::{folders, tools};

/// Finds or installs every tool.
pub(crate) fn run() -> Result<()> {
    let root = folders::root()?;
    let builders = tools::builders(&root)?;
    for folder in &builders.folders {
        println!("{}", folder.display());
    }
    if let Some(wasm_opt) = &builders.wasm_opt {
        println!("{}", wasm_opt.display());
    }
    let browser = tools::testers()?;
    println!("{}", browser.chrome.display());
    println!("{}", browser.driver.display());
    Ok(())
}
