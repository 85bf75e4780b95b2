//! Writes a made-up collection into the folder that is named: the letters of [`browser_tests::archive`], or the odd
//! documents of [`mod@browser_tests::odd`].

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use browser_tests::{archive, odd};

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let name = arguments.next();
    let write: Option<fn(&Path) -> io::Result<()>> = match name.as_ref().and_then(|it| it.to_str())
    {
        Some("letters") => Some(archive::write),
        Some("odd") => Some(odd::write),
        _ => None,
    };
    let (Some(write), Some(folder)) = (write, arguments.next().map(PathBuf::from)) else {
        eprintln!("usage: archive letters|odd FOLDER");
        return ExitCode::FAILURE;
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("cannot write {}: {err}", folder.display());
            ExitCode::FAILURE
        }
    }
}
