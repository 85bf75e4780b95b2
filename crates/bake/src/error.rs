//! What stops a bake. Everything else is a [`Finding`](dossier_corpus::Finding).

use std::fmt;

/// Why nothing could be baked.
#[derive(Debug)]
#[non_exhaustive]
pub enum BakeError {
    /// The folder of documents cannot be read.
    Folder {
        /// The folder as it was given.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// More bytes than a corpus can hold.
    TooLarge {
        /// Bytes of all seeds.
        n_bytes: u64,
    },
}

impl fmt::Display for BakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder { path, source } => write!(
                f,
                "the folder of documents `{path}` cannot be read ({source}); create it, or name another one"
            ),
            Self::TooLarge { n_bytes } => write!(
                f,
                "the documents have {n_bytes} bytes, and one page holds at most 4 GiB; split the folder"
            ),
        }
    }
}

impl std::error::Error for BakeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Folder { source, .. } => Some(source),
            Self::TooLarge { .. } => None,
        }
    }
}
