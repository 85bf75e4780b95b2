//! The built page in a real browser.
//!
//! Role: *whole-product tests*, over WebDriver, of the page of the one text in `seeds/` ([`page`]), of the page of
//! some made-up letters ([`letters`]) and of the page of odd documents ([`fn@odd`]), all served below a path with a space
//! in it. Each opens a browser for one test; [`Page`] finds what a person finds: by role and accessible name. A console
//! error fails the test; a failed test leaves a picture under `target/page-failures/`.
//!
//! Not done here: building. `cargo xtask test --only build` does.

pub mod archive;
mod axe;
mod driver;
pub mod host;
pub mod odd;
mod page;
mod raw;
mod roles;
pub mod seed;

pub use host::{Host, Trick};
pub use page::{Page, Size};

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use tokio::runtime::Runtime;

/// The path below which the page is served: with a space and in another script, as nothing in a page may break on it.
pub const BELOW: &str = "/some path/досье/";

/// Runs a test on the hosted page, opened at `route` (`#/timeline`, or nothing).
///
/// # Panics
///
/// When the test does, when the console holds an error afterwards, or when there is no browser or no built page.
pub fn page(route: &str, test: impl AsyncFnOnce(&Page)) {
    hosted(&built(), route, test);
}

/// The same on the page of the letters in [`archive`].
///
/// # Panics
///
/// As [`page`].
pub fn letters(route: &str, test: impl AsyncFnOnce(&Page)) {
    hosted(&built_letters(), route, test);
}

/// The same on the page of the documents in [`mod@odd`].
///
/// # Panics
///
/// As [`page`].
pub fn odd(route: &str, test: impl AsyncFnOnce(&Page)) {
    hosted(&built_odd(), route, test);
}

#[allow(
    clippy::expect_used,
    reason = "a test that cannot start is a failed test"
)]
fn hosted(folder: &Path, route: &str, test: impl AsyncFnOnce(&Page)) {
    let served = dossier_serve::serve(folder, BELOW, 0).expect("serve the page");
    let url = format!("{}{route}", served.url());
    at(&url, test);
}

/// Runs a test on the page at `url`.
///
/// # Panics
///
/// As [`page`].
pub fn at(url: &str, test: impl AsyncFnOnce(&Page)) {
    in_chromium(url, true, true, test);
}

/// Runs a test on a page that meets trouble, of which the console may tell.
///
/// # Panics
///
/// When the test does, or when there is no browser.
pub fn in_trouble(url: &str, test: impl AsyncFnOnce(&Page)) {
    in_chromium(url, true, false, test);
}

/// Runs a test on a page that has not come as a whole yet.
///
/// # Panics
///
/// As [`in_trouble`].
pub fn coming(url: &str, test: impl AsyncFnOnce(&Page)) {
    in_chromium(url, false, false, test);
}

/// Runs a test on the page at `url` in Firefox; passes where there is none.
///
/// # Panics
///
/// When the test does.
pub fn in_firefox(url: &str, test: impl AsyncFnOnce(&Page)) {
    let Some(driver) = driver::firefox() else {
        println!("no Firefox here: nothing was tested");
        return;
    };
    let runtime = runtime();
    let page = runtime.block_on(Page::open_in_firefox(&driver, url));
    run(&runtime, page, false, test);
}

fn in_chromium(url: &str, waits: bool, is_clean: bool, test: impl AsyncFnOnce(&Page)) {
    let runtime = runtime();
    let driver = driver::chrome();
    let page = runtime.block_on(Page::open(&driver, url, waits));
    run(&runtime, page, is_clean, test);
}

#[allow(
    clippy::expect_used,
    reason = "a test that cannot start is a failed test"
)]
fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("start the runtime")
}

fn run(runtime: &Runtime, page: Page, is_clean: bool, test: impl AsyncFnOnce(&Page)) {
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            test(&page).await;
            if is_clean {
                let errors = page.console_errors().await;
                assert!(errors.is_empty(), "errors in the console: {errors:#?}");
            }
        });
    }));
    if outcome.is_err() {
        let name = std::thread::current().name().unwrap_or("page").to_owned();
        let picture = target().join("page-failures").join(format!("{name}.png"));
        runtime.block_on(page.picture(&picture));
        eprintln!("what it looked like: {}", picture.display());
    }
    runtime.block_on(page.close());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// The folder of the built page of `seeds/`.
///
/// # Panics
///
/// When nothing is built.
#[must_use]
pub fn built() -> PathBuf {
    folder("page")
}

/// The folder of the built page of the letters in [`archive`].
///
/// # Panics
///
/// When nothing is built.
#[must_use]
pub fn built_letters() -> PathBuf {
    folder("letters")
}

/// The folder of the built page of the documents in [`mod@odd`].
///
/// # Panics
///
/// When nothing is built.
#[must_use]
pub fn built_odd() -> PathBuf {
    folder("odd")
}

/// A built page below Cargo's build folder.
fn folder(name: &str) -> PathBuf {
    let folder = target().join(name);
    assert!(
        folder.join("index.html").is_file(),
        "there is no page in {}; run `cargo xtask test --only build`",
        folder.display()
    );
    folder
}

/// Cargo's build folder.
#[must_use]
pub fn target() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |it| root.join(it))
}
