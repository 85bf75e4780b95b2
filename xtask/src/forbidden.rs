//! A word that a publisher forbids stops a page that holds it, wherever it stands: tried on the built page of the letters,
//! with a word of theirs and with one that is nowhere.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::site;

/// A word of the letters.
const WORD: &str = "ferry";

/// Where it stands: as text, and packed.
const PLACES: [&str; 4] = [
    " in index.html:",
    " in the program inside index.html:",
    " in the program inside dossier.html:",
    " in text/",
];

/// Searches the page of the letters in `page` for such words.
///
/// # Errors
///
/// The word is not found in one of its places, or one is found that is not there.
pub(crate) fn check(page: &Path) -> Result<()> {
    let found = site::leaks(&[WORD], page)?.unwrap_or_default();
    for place in PLACES {
        ensure!(
            found.contains(&format!("`{WORD}`{place}")),
            "`{WORD}` was not found{place} …, only:\n{found}"
        );
    }
    let found = site::leaks(&["a word that is nowhere"], page)?;
    ensure!(found.is_none(), "found without being there: {found:?}");
    println!("      `{WORD}` was found in {} places", PLACES.len());
    Ok(())
}
