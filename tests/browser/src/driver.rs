//! chromedriver, started for one test and ended with it.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot start is a failed test"
)]

use std::env;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

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
pub(crate) fn start() -> Driver {
    let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
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
    let port = BufReader::new(stdout)
        .lines()
        .map_while(Result::ok)
        .find_map(|line| port(&line))
        .expect("chromedriver says its port");
    Driver {
        child,
        url: format!("http://127.0.0.1:{port}"),
    }
}

/// `ChromeDriver was started successfully on port 40123.` → 40123.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}
