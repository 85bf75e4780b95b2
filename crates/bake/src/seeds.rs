//! The seeds as plain data: what a bake starts from, wherever the files came from.

/// The files of a seeds folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seeds {
    /// The files, in any order; [`bake`](crate::bake) sorts them by path.
    pub files: Vec<SeedFile>,
    /// Files that were seen and could not be taken.
    pub left_out: Vec<LeftOut>,
}

/// A file of a seeds folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedFile {
    /// Path below the folder, with `/` between folders.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that was seen and could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Path below the folder, with `/` between folders.
    pub path: String,
    /// Why; a sentence without a full stop.
    pub reason: String,
}

impl Seeds {
    /// Seeds from paths and bytes.
    #[must_use]
    pub fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        Self {
            files: files
                .into_iter()
                .map(|(path, bytes)| SeedFile { path, bytes })
                .collect(),
            left_out: Vec::new(),
        }
    }
}

/// Whether a name in the folder stays private: it begins with `.` or `_`. It is neither baked nor listed.
#[must_use]
pub fn is_private(path: &str) -> bool {
    path.split('/')
        .any(|part| part.starts_with(['.', '_']) && part != "..")
}

/// What a file in the folder is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A document.
    Document,
    /// `README` with any ending: notes for whoever keeps the folder.
    Readme,
    /// `name.meta.yaml`: what is told of the document `name`.
    Sidecar,
    /// `metadata.csv`: what is told of many documents.
    Table,
    /// `corpus.yaml`: what is told of the whole.
    Settings,
}

/// What the file with that path is for; names are compared without case.
#[must_use]
pub fn purpose(path: &str) -> Purpose {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    match name.as_str() {
        "metadata.csv" => Purpose::Table,
        "corpus.yaml" | "corpus.yml" => Purpose::Settings,
        _ if name.ends_with(".meta.yaml") || name.ends_with(".meta.yml") => Purpose::Sidecar,
        _ if name == "readme" || name.starts_with("readme.") => Purpose::Readme,
        _ => Purpose::Document,
    }
}
