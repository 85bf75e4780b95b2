//! A browser's driver, started for one test and ended with it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot start is a failed test"
)]

use std::env;
use std::ffi::OsString;
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

/// Starts a driver, which says its port behind these words.
fn start(program: OsString, words: &str) -> Driver {
    let mut child = Command::new(&program)
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
    let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
    let port = lines.find_map(|line| port(&line, words));
    let port = port.expect("the driver says its port");
    // What else it says has to go somewhere.
    thread::spawn(move || lines.for_each(drop));
    Driver {
        child,
        url: format!("http://127.0.0.1:{port}"),
    }
}

/// `ChromeDriver was started successfully on port 40123.` → 40123.
fn port(line: &str, words: &str) -> Option<u16> {
    let (_, port) = line.split_once(words)?;
    port.trim_end_matches('.').parse().ok()
}
