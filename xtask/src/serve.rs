//! `serve`: builds the page into `dist/` and serves it as built, with its content policy.

use anyhow::{Context as _, Result};

use crate::args::ServeOptions;
use crate::site;

/// Builds, says the URL, serves until the process ends.
pub(crate) fn run(options: &ServeOptions) -> Result<()> {
    let folder = site::build(&options.build)?;
    let served = dossier_serve::serve(&folder, "/", options.port)
        .with_context(|| format!("no port from {} on is free", options.port))?;
    println!("The page is at {}  (Ctrl+C ends it)", served.url());
    served.wait();
    Ok(())
}
