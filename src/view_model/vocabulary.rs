//! The plain data of corpus and query that the page shows as it is: components know it under these names only.

pub use dossier_corpus::Facet;
pub use dossier_corpus::document::Role;
pub use dossier_corpus::mention::EntityKind;
pub use dossier_corpus::statement::HedgeUse;
pub use dossier_query::{Clock, Query, Sense};
