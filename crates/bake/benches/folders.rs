//! The folders of texts that benches are run on.

use std::path::PathBuf;

use dossier_bake::{Seeds, files};

/// The folders below the one that `DOSSIER_BENCH` names, the smallest first; without it the repository's own seeds.
pub(crate) fn all() -> Vec<(String, Seeds)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders: Vec<PathBuf> = match std::env::var_os("DOSSIER_BENCH") {
        Some(folder) => std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|it| Some(it.ok()?.path()))
            .collect(),
        None => vec![root.join("seeds")],
    };
    folders.sort();
    let read = |it: PathBuf| {
        let name = it.file_name()?.to_string_lossy().into_owned();
        Some((name, files::read(&it).ok()?))
    };
    let mut all: Vec<(String, Seeds)> = folders.into_iter().filter_map(read).collect();
    all.sort_by_key(|it| it.1.files.len());
    all
}
