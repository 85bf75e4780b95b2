//! A browser's driver, started for one test and ended with it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot start is a failed test"
)]

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

/// A running driver. Dropping it ends it.
pub(crate) struct Driver {
    child: Child,
    /// Where it listens.
    pub(crate) url: String,
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts the driver that `CHROMEDRIVER` names, or the one on the PATH, on a free port.
pub(crate) fn chrome() -> Driver {
    let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    start(program, "started successfully on port ")
}

/// Starts the driver that `GECKODRIVER` names on a free port; none where there is no Firefox.
pub(crate) fn firefox() -> Option<Driver> {
    let program = env::var_os("GECKODRIVER")?;
    Some(start(program, "Listening on 127.0.0.1:"))
}

/// Starts a driver, which says its port behind these words. One whose port is taken at that moment, as happens where
/// many start, ends without saying any; then another is started.
fn start(program: OsString, words: &str) -> Driver {
    const TRIES: usize = 5;
    let mut said = Vec::new();
    for _ in 0..TRIES {
        match try_start(&program, words) {
            Ok(driver) => return driver,
            Err(lines) => said.extend(lines),
        }
    }
    panic!("{} says no port: {said:#?}", program.display());
}

/// A driver, or what it said before it ended.
fn try_start(program: &OsStr, words: &str) -> Result<Driver, Vec<String>> {
    let mut child = Command::new(program)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|err| {
            panic!(
                "cannot start {} ({err}); `cargo xtask setup` installs it",
                program.display()
            )
        });
    let stdout = child.stdout.take().expect("its output is piped");
    let mut driver = Driver {
        child,
        url: String::new(),
    };
    let mut said = Vec::new();
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    while let Some(line) = lines.next() {
        if let Some(port) = port(&line, words) {
            // What else it says has to go somewhere.
            thread::spawn(move || lines.for_each(drop));
            driver.url = format!("http://127.0.0.1:{port}");
            return Ok(driver);
        }
        said.push(line);
    }
    Err(said)
}

/// `ChromeDriver was started successfully on port 40123.` → 40123.
fn port(line: &str, words: &str) -> Option<u16> {
    let (_, port) = line.split_once(words)?;
    port.trim_end_matches('.').parse().ok()
}
