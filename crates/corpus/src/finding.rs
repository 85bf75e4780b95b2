//! Everything odd about a seed that did not stop the build.

use std::fmt;

/// One odd thing about one seed. Printed as a build warning and listed on the About page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The seed's path below `seeds/`.
    pub path: String,
    /// Line in that file, from 1, where one can be told.
    pub line: Option<u32>,
    /// What is odd and what was done about it; a sentence without a full stop.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}
