//! `test`: every check and test, in order, each timed; the first failure ends it.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, bail};

use crate::args::{BuildOptions, Steps};
use crate::tools::browser::Browser;
use crate::{again, folders, forbidden, run, site, size, tidy, tools, workflows};

/// What a step can use.
struct Context<'a> {
    root: &'a Path,
    /// Where the built page lies.
    page: &'a Path,
    /// The folder of `wasm-bindgen-test-runner`.
    wasm_bindgen: &'a Path,
    browser: &'a Browser,
}

/// One check.
struct Step {
    /// What `--only` and `--from` take.
    name: &'static str,
    /// What it makes sure of.
    what: &'static str,
    run: fn(&Context) -> Result<()>,
}

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];
const DENY: [&str; 3] = ["--", "-D", "warnings"];

const STEPS: &[Step] = &[
    Step {
        name: "format",
        what: "the code is formatted",
        run: |it| cargo(it, &["fmt", "--all", "--", "--check"]),
    },
    Step {
        name: "tidy",
        what: "import rules, headers, colors, versions",
        run: |_| tidy::run(),
    },
    Step {
        name: "workflows",
        what: "actionlint, pinned actions, stated rights",
        run: |it| workflows::check(it.root),
    },
    Step {
        name: "clippy",
        what: "no warning on this machine's target",
        run: |it| clippy(it, &["--workspace", "--all-targets"]),
    },
    Step {
        name: "clippy-wasm",
        what: "no warning on wasm32",
        run: |it| {
            clippy(
                it,
                &["--package", "dossier", "--lib", "--bins", WASM[0], WASM[1]],
            )
        },
    },
    Step {
        name: "docs",
        what: "the documentation has no broken link",
        run: docs,
    },
    Step {
        name: "unit",
        what: "tests on this machine's target",
        run: unit_tests,
    },
    Step {
        name: "components",
        what: "component tests in the browser",
        run: component_tests,
    },
    Step {
        name: "letters",
        what: "a page of many documents, for the tests",
        run: |it| build_made_up(it, "letters"),
    },
    Step {
        name: "forbid",
        what: "forbidden words are found wherever they are in a page",
        run: |_| forbidden::check(&folders::target()?.join("letters")),
    },
    Step {
        name: "odd",
        what: "a page of odd documents, for the tests",
        run: |it| build_made_up(it, "odd"),
    },
    Step {
        name: "build",
        what: "the page of seeds/",
        run: build,
    },
    Step {
        name: "size",
        what: "the page is within its budget",
        run: |it| size::check(it.page),
    },
    Step {
        name: "page",
        what: "the built page in the browser, below a path and from disk",
        run: page_tests,
    },
    Step {
        name: "again",
        what: "built in another folder, the page is the same, byte for byte",
        run: |it| again::check(it.page),
    },
];

/// The names of all steps, in order.
pub(crate) fn names() -> String {
    let names: Vec<_> = STEPS.iter().map(|it| it.name).collect();
    names.join(", ")
}

/// Runs the steps that `wanted` names.
///
/// # Errors
///
/// A tool is missing, or a step failed; the error ends with the command that repeats the step.
pub(crate) fn run(wanted: &Steps) -> Result<()> {
    let steps = choose(wanted)?;
    let root = folders::root()?;
    let page = folders::target()?.join("page");
    let browser = tools::testers()?;
    tools::builders(&root)?;
    let context = Context {
        root: &root,
        page: &page,
        wasm_bindgen: &tools::wasm_bindgen(&root)?,
        browser: &browser,
    };
    let mut times = Vec::new();
    for (idx, step) in steps.iter().enumerate() {
        println!(
            "\n[{}/{}] {}: {}",
            idx + 1,
            steps.len(),
            step.name,
            step.what
        );
        let start = Instant::now();
        (step.run)(&context).map_err(|err| {
            let name = step.name;
            anyhow!(
                "{err:#}\n\n`{name}` failed; repeat it with\n\n    cargo xtask test --only {name}\n"
            )
        })?;
        let time = start.elapsed();
        println!("      good, {}", seconds(time));
        times.push((step.name, time));
    }
    println!();
    for (name, time) in &times {
        println!("{name:<14}{:>9}", seconds(*time));
    }
    let total = times.iter().map(|(_, time)| *time).sum();
    println!("{:<14}{:>9}  all good", "total", seconds(total));
    Ok(())
}

fn choose(wanted: &Steps) -> Result<Vec<&'static Step>> {
    let position = |name: &str| {
        STEPS
            .iter()
            .position(|step| step.name == name)
            .with_context(|| format!("there is no step `{name}`; the steps are {}", names()))
    };
    let (from, to) = match wanted {
        Steps::All => (0, STEPS.len()),
        Steps::From(name) => (position(name)?, STEPS.len()),
        Steps::Only(name) => {
            let at = position(name)?;
            (at, at + 1)
        }
    };
    Ok(STEPS.iter().skip(from).take(to - from).collect())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f32())
}

fn cargo(context: &Context, arguments: &[&str]) -> Result<()> {
    run::run(run::cargo(context.root).args(arguments))
}

fn clippy(context: &Context, targets: &[&str]) -> Result<()> {
    let arguments = [&["clippy", "--quiet", "--locked"], targets, &DENY].concat();
    cargo(context, &arguments)
}

fn docs(context: &Context) -> Result<()> {
    run::run(
        run::cargo(context.root)
            .args(["doc", "--quiet", "--locked", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn unit_tests(context: &Context) -> Result<()> {
    // What writes the tables of languages is otherwise part of a build script only.
    let all = ["--workspace", "--exclude", "browser-tests"];
    let arguments = [&all[..], &["--features", "dossier-wording/compile"]].concat();
    tests(context, &arguments, &[])
}

fn component_tests(context: &Context) -> Result<()> {
    let name = format!("wasm-bindgen-test-runner{}", std::env::consts::EXE_SUFFIX);
    let runner = context.wasm_bindgen.join(name);
    tests(
        context,
        &["--package", "dossier", "--tests", WASM[0], WASM[1]],
        &[
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                runner.as_os_str(),
            ),
            ("CHROMEDRIVER", context.browser.driver.as_os_str()),
        ],
    )
}

fn build(context: &Context) -> Result<()> {
    site::build(&BuildOptions {
        out: Some(context.page.to_path_buf()),
        ..BuildOptions::default()
    })?;
    Ok(())
}

/// The page of a collection that is made up for the tests. Before the page of `seeds/`: what is built last is built again
/// fastest.
fn build_made_up(context: &Context, name: &str) -> Result<()> {
    let target = folders::target()?;
    let seeds = target.join(format!("{name}-seeds"));
    let write = ["run", "--quiet", "--locked", "--package", "browser-tests"];
    run::run(
        run::cargo(context.root)
            .args(write)
            .args(["--bin", "archive", "--", name])
            .arg(&seeds),
    )?;
    site::build(&BuildOptions {
        seeds: Some(seeds),
        out: Some(target.join(name)),
        ..BuildOptions::default()
    })?;
    Ok(())
}

fn page_tests(context: &Context) -> Result<()> {
    let mut variables = vec![
        ("CHROMEDRIVER", context.browser.driver.as_os_str()),
        ("CHROME", context.browser.chrome.as_os_str()),
        // A failed step of these tests is told by its message; the frames are the runtime's.
        ("RUST_BACKTRACE", OsStr::new("0")),
    ];
    if let Some((firefox, driver)) = &context.browser.firefox {
        variables.push(("FIREFOX", firefox.as_os_str()));
        variables.push(("GECKODRIVER", driver.as_os_str()));
    }
    tests(context, &["--package", "browser-tests"], &variables)
}

/// Runs `cargo test`: shows what is compiled, then only the numbers, or everything when a test failed.
fn tests(context: &Context, arguments: &[&str], variables: &[(&str, &OsStr)]) -> Result<()> {
    let mut command = run::cargo(context.root);
    command
        .args(["test", "--locked", "--no-fail-fast"])
        .args(arguments)
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .stderr(Stdio::inherit());
    let said = said(&mut command)?;
    let (n_passed, n_failed) = said
        .text
        .lines()
        .filter_map(counts)
        .fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    if said.success && n_failed == 0 {
        let closing = said.text.lines().filter(|it| counts(it).is_some());
        for line in closing.filter(|it| !it.contains(" 0 passed")) {
            println!("{line}");
        }
        println!("      {n_passed} tests passed");
        return Ok(());
    }
    print!("{}", said.text);
    bail!("`{}` failed", run::line(&command))
}

struct Said {
    text: String,
    success: bool,
}

fn said(command: &mut Command) -> Result<Said> {
    let output = command
        .stdout(Stdio::piped())
        .spawn()
        .and_then(std::process::Child::wait_with_output)
        .with_context(|| format!("cannot start `{}`", run::line(command)))?;
    Ok(Said {
        text: String::from_utf8_lossy(&output.stdout).into_owned(),
        success: output.status.success(),
    })
}

/// The numbers of a closing line: `test result: ok. 8 passed; 0 failed; …` → 8, 0.
fn counts(line: &str) -> Option<(usize, usize)> {
    let numbers = line.strip_prefix("test result: ")?;
    let number = |name: &str| -> Option<usize> {
        let before = numbers.split(name).next()?;
        before.split_whitespace().next_back()?.parse().ok()
    };
    Some((number(" passed")?, number(" failed")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines() {
        let cases = [
            (
                "test result: ok. 8 passed; 0 failed; 0 ignored",
                Some((8, 0)),
            ),
            (
                "test result: FAILED. 12 passed; 1 failed; 0 ignored",
                Some((12, 1)),
            ),
            ("test a::b ... ok", None),
        ];
        for (line, expected) in cases {
            assert_eq!(counts(line), expected, "{line}");
        }
    }

    #[test]
    fn steps_are_chosen_by_name() {
        let names =
            |wanted| -> Vec<_> { choose(&wanted).unwrap().iter().map(|it| it.name).collect() };
        assert_eq!(names(Steps::Only("size".into())), ["size"]);
        assert_eq!(names(Steps::From("page".into())), ["page", "again"]);
        assert_eq!(names(Steps::All).len(), STEPS.len());
        assert!(choose(&Steps::Only("sise".into())).is_err());
    }
}
