//! Chromium or Chrome, Firefox where there is one, and the drivers that steer them.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::apt;
use crate::run;

/// A browser and its driver.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chrome: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
    /// Firefox and its driver, where they can be had.
    pub(crate) firefox: Option<(PathBuf, PathBuf)>,
}

const CHROME: &[&str] = &[
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
];
const DRIVER: &[&str] = &["chromedriver", "chromium.chromedriver"];

/// Finds both by the variables `CHROME` and `CHROMEDRIVER` and on the PATH, or installs them on Debian as root.
///
/// # Errors
///
/// One of them cannot be had, or their versions differ.
pub(crate) fn ensure() -> Result<Browser> {
    if (chrome().is_none() || driver().is_none()) && apt::works() && !apt::is_ubuntu() {
        apt::install(&["chromium", "chromium-driver"])?;
    }
    let (Some(chrome), Some(driver)) = (chrome(), driver()) else {
        bail!("{}", how_to_install());
    };
    let browser = Browser {
        chrome,
        driver,
        firefox: firefox(),
    };
    same_version(&browser)?;
    Ok(browser)
}

/// Firefox and its driver: on the PATH, from Debian's packages, from the registry. The tests go on without them.
fn firefox() -> Option<(PathBuf, PathBuf)> {
    const FIREFOX: &[&str] = &["firefox", "firefox-esr"];
    let mut firefox = variable("FIREFOX").or_else(|| run::on_path(FIREFOX));
    if firefox.is_none() && apt::works() && !apt::is_ubuntu() {
        // Where it cannot be installed, it is missing.
        let _ = apt::install(&["firefox-esr"]);
        firefox = run::on_path(FIREFOX);
    }
    let name = format!("geckodriver{}", env::consts::EXE_SUFFIX);
    let folder = env::var_os("GECKOWEBDRIVER").map(PathBuf::from);
    let driver = variable("GECKODRIVER")
        .or_else(|| existing(folder?.join(&name)))
        .or_else(|| run::on_path(&["geckodriver"]));
    let found = firefox.and_then(|firefox| {
        let driver = driver.or_else(|| Some(super::geckodriver().ok()?.join(&name)))?;
        Some((firefox, driver))
    });
    if found.is_none() {
        eprintln!("There is no Firefox with its geckodriver here: nothing is tested in it.");
    }
    found
}

/// The browser: of several, the one that fits the driver.
fn chrome() -> Option<PathBuf> {
    let usual = if cfg!(target_os = "macos") {
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    } else if cfg!(windows) {
        r"C:\Program Files\Google\Chrome\Application\chrome.exe"
    } else {
        "/snap/bin/chromium"
    };
    if let Some(chrome) = variable("CHROME") {
        return Some(chrome);
    }
    let found: Vec<PathBuf> = CHROME
        .iter()
        .filter_map(|name| run::on_path(&[name]))
        .chain(existing(usual))
        .collect();
    let wanted = driver().as_deref().and_then(major);
    let fits = |it: &&PathBuf| wanted.is_some() && major(it) == wanted;
    found.iter().find(fits).or(found.first()).cloned()
}

fn driver() -> Option<PathBuf> {
    variable("CHROMEDRIVER")
        .or_else(|| {
            // GitHub's runners name the folder.
            let folder = env::var_os("CHROMEWEBDRIVER")?;
            let name = format!("chromedriver{}", env::consts::EXE_SUFFIX);
            existing(PathBuf::from(folder).join(name))
        })
        .or_else(|| run::on_path(DRIVER))
}

fn variable(name: &str) -> Option<PathBuf> {
    existing(env::var_os(name)?)
}

fn existing(path: impl Into<PathBuf>) -> Option<PathBuf> {
    let path = path.into();
    path.is_file().then_some(path)
}

/// A driver refuses a browser of another major version, with an error that is hard to read.
fn same_version(browser: &Browser) -> Result<()> {
    let (Some(of_chrome), Some(of_driver)) = (major(&browser.chrome), major(&browser.driver))
    else {
        return Ok(());
    };
    if of_chrome != of_driver {
        bail!(
            "{} is version {of_chrome}, but {} is version {of_driver}; install both from one place, or name \
             them with the variables CHROME and CHROMEDRIVER",
            browser.chrome.display(),
            browser.driver.display()
        );
    }
    Ok(())
}

/// The first number of what `--version` says: `Chromium 156.0.8078.79` → 156.
fn major(program: &Path) -> Option<u32> {
    // On Windows, asking Chrome opens a window instead.
    if cfg!(windows) {
        return None;
    }
    let said = run::output(Command::new(program).arg("--version"))?;
    said.split_whitespace()
        .find_map(|word| word.split('.').next()?.parse().ok())
}

fn how_to_install() -> String {
    let how = if cfg!(target_os = "macos") {
        "run `brew install --cask google-chrome chromedriver`"
    } else if cfg!(windows) {
        "install Chrome, and run `npm install --global chromedriver`"
    } else if apt::is_ubuntu() {
        "run `sudo snap install chromium`, which brings both"
    } else {
        "run `sudo apt-get install chromium chromium-driver`, or your system's like"
    };
    format!(
        "the browser tests need Chromium or Chrome and chromedriver: {how}; or name them with the variables \
         CHROME and CHROMEDRIVER"
    )
}
