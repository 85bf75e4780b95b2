//! Writes the made-up letters of [`browser_tests::archive`] into the folder that is named.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: archive FOLDER");
        return ExitCode::FAILURE;
    };
    match browser_tests::archive::write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("cannot write {}: {err}", folder.display());
            ExitCode::FAILURE
        }
    }
}
