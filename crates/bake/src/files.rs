//! Reads a folder of seeds: the only place that touches the file system.
//!
//! Stage: *files*. In: a folder. Out: [`Seeds`], sorted by path. Private names (see
//! [`is_private`]) are not even opened. A symbolic link is followed only to a place
//! inside the folder.

use std::fs;
use std::io;
use std::path::Path;

use crate::error::BakeError;
use crate::seeds::{LeftOut, SeedFile, Seeds, is_private};

/// Reads every file below `dir`.
///
/// # Errors
///
/// [`BakeError::Folder`] when `dir` itself cannot be listed. A single file that cannot be read is left out with
/// its reason.
pub fn read(dir: &Path) -> Result<Seeds, BakeError> {
    let failed = |source| BakeError::Folder {
        path: dir.display().to_string(),
        source,
    };
    let root = dir.canonicalize().map_err(failed)?;
    fs::read_dir(&root).map_err(failed)?;
    let mut seeds = Seeds::default();
    let mut walk = Walk {
        root: &root,
        seeds: &mut seeds,
    };
    walk.folder(&root, "");
    seeds.files.sort_by(|a, b| a.path.cmp(&b.path));
    seeds.left_out.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(seeds)
}

struct Walk<'a> {
    root: &'a Path,
    seeds: &'a mut Seeds,
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, prefix: &str) {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.leave_out(prefix, unreadable(&error)),
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let path = format!("{prefix}{}", name.to_string_lossy());
            if is_private(&path) {
                continue;
            }
            if name.to_str().is_none() {
                self.leave_out(&path, "its name is no valid Unicode; rename it".to_owned());
                continue;
            }
            self.entry(&entry.path(), &path);
        }
    }

    fn entry(&mut self, place: &Path, path: &str) {
        let is_link = fs::symlink_metadata(place).is_ok_and(|it| it.file_type().is_symlink());
        let kind = match fs::metadata(place) {
            Ok(kind) => kind,
            Err(error) => return self.leave_out(path, unreadable(&error)),
        };
        if is_link && !self.leads_inside(place) {
            let reason = "a link that leads out of the folder; copy the file into it";
            return self.leave_out(path, reason.to_owned());
        }
        if kind.is_dir() {
            // A link to a folder could lead round in a circle, and its files are here anyway.
            if !is_link {
                self.folder(place, &format!("{path}/"));
            }
        } else if kind.is_file() {
            match fs::read(place) {
                Ok(bytes) => self.seeds.files.push(SeedFile {
                    path: path.to_owned(),
                    bytes,
                }),
                Err(error) => self.leave_out(path, unreadable(&error)),
            }
        } else {
            self.leave_out(path, "neither a file nor a folder".to_owned());
        }
    }

    fn leads_inside(&self, place: &Path) -> bool {
        place
            .canonicalize()
            .is_ok_and(|it| it.starts_with(self.root))
    }

    fn leave_out(&mut self, path: &str, reason: String) {
        self.seeds.left_out.push(LeftOut {
            path: path.trim_end_matches('/').to_owned(),
            reason,
        });
    }
}

fn unreadable(error: &io::Error) -> String {
    format!("cannot be read: {error}")
}
