//! What a test does with the page: find, read, press, wait.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a step that cannot be done is a failed test"
)]

use std::env;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

use crate::axe;
use crate::driver::Driver;
use crate::raw::Raw;
use crate::roles;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a browser is started at most.
const TRIES: usize = 3;

/// How often it looks meanwhile.
const PAUSE: Duration = Duration::from_millis(30);

/// How Chromium runs on a machine without a screen, also as root, and reaches nothing but the page.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--window-size=1280,900",
];

/// A viewport in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// The page in a browser of its own.
pub struct Page {
    client: Client,
}

impl Page {
    /// Opens `url`; waits until the page has come or only until it begins.
    pub(crate) async fn open(driver: &Driver, url: &str, waits: bool) -> Self {
        let mut options = json!({ "args": ARGUMENTS });
        if let (Ok(chrome), Some(options)) = (env::var("CHROME"), options.as_object_mut()) {
            options.insert("binary".into(), chrome.into());
        }
        let mut capabilities = Capabilities::new();
        capabilities.insert("goog:chromeOptions".into(), options);
        capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
        let strategy = if waits { "normal" } else { "none" };
        capabilities.insert("pageLoadStrategy".into(), strategy.into());
        Self::connect(driver, capabilities, url).await
    }

    /// The same in Firefox, which has neither a console to be read nor Chrome's protocol.
    pub(crate) async fn open_in_firefox(driver: &Driver, url: &str) -> Self {
        let mut options = json!({ "args": ["-headless", "--width=1280", "--height=900"] });
        if let (Ok(firefox), Some(options)) = (env::var("FIREFOX"), options.as_object_mut()) {
            options.insert("binary".into(), firefox.into());
        }
        let mut capabilities = Capabilities::new();
        capabilities.insert("moz:firefoxOptions".into(), options);
        Self::connect(driver, capabilities, url).await
    }

    async fn connect(driver: &Driver, capabilities: Capabilities, url: &str) -> Self {
        let mut builder = ClientBuilder::new(hyper_connector());
        builder.capabilities(capabilities);
        let mut client = builder.connect(&driver.url).await;
        for _ in 1..TRIES {
            // A browser that dies while it starts has seen nothing of the page.
            if client.is_err() {
                client = builder.connect(&driver.url).await;
            }
        }
        let page = Self {
            client: client.expect("open a browser"),
        };
        page.go(url).await;
        page
    }

    pub(crate) async fn close(self) {
        // The driver ends the browser that is left over.
        let _ = self.client.close().await;
    }

    /// Opens a URL.
    ///
    /// # Panics
    ///
    /// When the browser cannot.
    pub async fn go(&self, url: &str) {
        self.client.goto(url).await.expect("open the URL");
    }

    /// The whole URL, as it stands in the address bar.
    ///
    /// # Panics
    ///
    /// When the browser is gone.
    pub async fn url(&self) -> String {
        self.client
            .current_url()
            .await
            .expect("read the URL")
            .into()
    }

    /// Goes back in the history.
    ///
    /// # Panics
    ///
    /// When the browser is gone.
    pub async fn back(&self) {
        self.client.back().await.expect("go back");
    }

    /// Reloads the page.
    ///
    /// # Panics
    ///
    /// When the browser is gone.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("reload");
    }

    /// The element of this role and accessible name, as soon as there is one.
    ///
    /// # Panics
    ///
    /// When none comes; the message lists the names of that role which are there.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.find_where(role, name, |it| it == name).await
    }

    /// The first element of this role whose name is as wanted; `wanted` in words goes into the message.
    ///
    /// # Panics
    ///
    /// As [`find`](Self::find).
    pub async fn find_where(&self, role: &str, wanted: &str, is: impl Fn(&str) -> bool) -> Element {
        let start = Instant::now();
        loop {
            let names = self.named(role, None).await;
            let is_late = start.elapsed() > PATIENCE;
            if is_late {
                let names: Vec<_> = names.into_iter().map(|(name, _)| name).collect();
                panic!("no {role} {wanted:?}; there are {names:?}");
            }
            if let Some((_, element)) = names.into_iter().find(|(name, _)| is(name)) {
                return element;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The names of all elements of a role that are shown, in the order of the page.
    pub async fn names(&self, role: &str) -> Vec<String> {
        let named = self.named(role, None).await;
        named.into_iter().map(|(name, _)| name).collect()
    }

    /// The elements of a role inside another, with their names.
    pub async fn within(&self, outer: &Element, role: &str) -> Vec<(String, Element)> {
        self.named(role, Some(outer)).await
    }

    /// Elements of a role with their names. One that vanishes while it is asked is passed over.
    async fn named(&self, role: &str, outer: Option<&Element>) -> Vec<(String, Element)> {
        let selector = roles::selector(role);
        let locator = Locator::Css(&selector);
        let found = match outer {
            Some(outer) => outer.find_all(locator).await,
            None => self.client.find_all(locator).await,
        };
        let mut named = Vec::new();
        for element in found.unwrap_or_default() {
            let (Ok(got), Ok(name)) = (
                self.ask(Raw::computed_role(&element.element_id())).await,
                self.name(&element).await,
            ) else {
                continue;
            };
            if got.as_str().is_some_and(|got| roles::is(role, got)) {
                named.push((name, element));
            }
        }
        named
    }

    /// The accessible name of an element.
    ///
    /// # Errors
    ///
    /// The element is gone.
    pub async fn name(&self, element: &Element) -> Result<String, CmdError> {
        let label = self.ask(Raw::computed_label(&element.element_id())).await?;
        Ok(label.as_str().unwrap_or_default().to_owned())
    }

    async fn ask(&self, command: Raw) -> Result<Value, CmdError> {
        self.client.issue_cmd(command).await
    }

    /// Elements by selector, where the contract names one.
    pub async fn select(&self, selector: &str) -> Vec<Element> {
        let found = self.client.find_all(Locator::Css(selector)).await;
        found.unwrap_or_default()
    }

    /// Waits until the status begins with `words`, and returns all of it.
    ///
    /// # Panics
    ///
    /// When it does not come to say so.
    pub async fn status(&self, words: &str) -> String {
        let start = Instant::now();
        let mut said = String::new();
        while start.elapsed() < PATIENCE {
            for element in self.select("[role=status]").await {
                if let Ok(text) = element.text().await {
                    said = text;
                    if said.starts_with(words) {
                        return said;
                    }
                }
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("the status says {said:?}, not {words:?} …");
    }

    /// Waits until the page has come: its status counts passages.
    ///
    /// # Panics
    ///
    /// When it does not come.
    pub async fn ready(&self) {
        // Some have megabytes to read.
        let status = "document.querySelector('[role=status]').textContent";
        self.until_within(
            60,
            "the page has come",
            &format!("{status}.includes('passage')"),
        )
        .await;
    }

    /// Waits until a condition on the page holds; `script` is an expression in the page's own language.
    ///
    /// # Panics
    ///
    /// When it does not come to hold; `what` goes into the message.
    pub async fn until(&self, what: &str, script: &str) {
        self.until_within(PATIENCE.as_secs(), what, script).await;
    }

    /// As [`until`](Self::until), with so many seconds of patience: for what takes long.
    ///
    /// # Panics
    ///
    /// When it does not come to hold; `what` goes into the message.
    pub async fn until_within(&self, seconds: u64, what: &str, script: &str) {
        let start = Instant::now();
        while start.elapsed().as_secs() < seconds {
            // What is not there yet throws.
            if self.ask_page(script).await.is_ok_and(|it| it == true) {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
        panic!("{what}: never came true ({script})");
    }

    /// The value of an expression in the page.
    ///
    /// # Panics
    ///
    /// When it throws.
    pub async fn eval(&self, expression: &str) -> Value {
        let value = self.ask_page(expression).await;
        value.unwrap_or_else(|err| panic!("{expression}: {err}"))
    }

    async fn ask_page(&self, expression: &str) -> Result<Value, CmdError> {
        let script = format!("return {expression};");
        self.client.execute(&script, Vec::new()).await
    }

    /// Types on the keyboard, wherever the focus is.
    ///
    /// # Panics
    ///
    /// When nothing has the focus.
    pub async fn press(&self, text: &str) {
        let start = Instant::now();
        loop {
            let focused = self.client.active_element().await.expect("find the focus");
            match focused.send_keys(text).await {
                Ok(()) => return,
                // Drawn anew between the two steps.
                Err(err) if err.is_stale_element_reference() && start.elapsed() < PATIENCE => {}
                Err(err) => panic!("type: {err}"),
            }
        }
    }

    /// Presses one key that has no character.
    ///
    /// # Panics
    ///
    /// As [`press`](Self::press).
    pub async fn key(&self, key: Key) {
        self.press(&char::from(key).to_string()).await;
    }

    /// Types into the search field.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub async fn search(&self, text: &str) {
        let field = self.find("searchbox", "Search").await;
        field.send_keys(text).await.expect("type");
    }

    /// Presses Tab until what has the focus is as wanted, by role and name; `what` goes into the message.
    ///
    /// # Panics
    ///
    /// When no Tab reaches it; the message lists what was passed.
    pub async fn tab_to(&self, what: &str, is: impl Fn(&str, &str) -> bool) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            self.key(Key::Tab).await;
            let (role, name) = self.focus().await;
            if is(&role, &name) {
                return;
            }
            passed.push(format!("{role} {name:?}"));
        }
        panic!("no Tab reaches {what}; it passes {passed:#?}");
    }

    /// Role and accessible name of what has the focus.
    ///
    /// # Panics
    ///
    /// When the browser is gone.
    pub async fn focus(&self) -> (String, String) {
        let focused = self.client.active_element().await.expect("find the focus");
        let role = self.ask(Raw::computed_role(&focused.element_id())).await;
        let role = role.ok().and_then(|it| it.as_str().map(String::from));
        let name = self.name(&focused).await.unwrap_or_default();
        (role.unwrap_or_default(), name)
    }

    /// Moves or presses the mouse at a place of the viewport: `mouseMoved`, `mousePressed`, `mouseReleased`, or
    /// `mouseWheel` by `wheel` pixels downwards.
    ///
    /// # Panics
    ///
    /// When the browser refuses.
    pub async fn mouse(&self, kind: &str, (x, y): (f64, f64), wheel: f64) {
        let is_down = kind != "mouseMoved" && kind != "mouseWheel";
        let event = json!({
            "type": kind, "x": x, "y": y, "deltaX": 0, "deltaY": wheel, "clickCount": 1,
            "button": if is_down { "left" } else { "none" },
        });
        let command = Raw::chrome("Input.dispatchMouseEvent", &event);
        self.ask(command).await.expect("move the mouse");
    }

    /// Presses the mouse at the first place, drags it in steps to the second, and lets it go.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        self.mouse("mouseMoved", from, 0.0).await;
        self.mouse("mousePressed", from, 0.0).await;
        for step in 1..=5 {
            let part = f64::from(step) / 5.0;
            let at = (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            );
            self.mouse("mouseMoved", at, 0.0).await;
        }
        self.mouse("mouseReleased", to, 0.0).await;
    }

    /// Puts fingers on the viewport, moves them or, with none, lifts them: `touchStart`, `touchMove`, `touchEnd`.
    ///
    /// # Panics
    ///
    /// When the browser refuses.
    pub async fn touch(&self, kind: &str, fingers: &[(f64, f64)]) {
        let points: Vec<Value> = (0..)
            .zip(fingers)
            .map(|(id, (x, y))| json!({ "id": id, "x": x, "y": y }))
            .collect();
        let event = json!({ "type": kind, "touchPoints": points });
        let command = Raw::chrome("Input.dispatchTouchEvent", &event);
        self.ask(command).await.expect("touch");
    }

    /// Has the browser run no script of the page from now on, or run them again.
    ///
    /// # Panics
    ///
    /// When the browser refuses.
    pub async fn run_scripts(&self, runs: bool) {
        let params = json!({ "value": !runs });
        let command = Raw::chrome("Emulation.setScriptExecutionDisabled", &params);
        self.ask(command).await.expect("switch scripts");
    }

    /// Runs a script before everything else on each page opened from now on: for a browser that lacks something.
    ///
    /// # Panics
    ///
    /// When the browser refuses.
    pub async fn prepare(&self, script: &str) {
        let params = json!({ "source": script });
        let command = Raw::chrome("Page.addScriptToEvaluateOnNewDocument", &params);
        self.ask(command).await.expect("prepare the page");
    }

    /// Lets the pages of an origin keep no more than so many bytes.
    ///
    /// # Panics
    ///
    /// When the browser refuses.
    pub async fn limit_storage(&self, origin: &str, bytes: u32) {
        let params = json!({ "origin": origin, "quotaSize": bytes });
        let command = Raw::chrome("Storage.overrideQuotaForOrigin", &params);
        self.ask(command).await.expect("limit the storage");
    }

    /// All text that is on the page as it is laid out, without asking the page.
    ///
    /// # Panics
    ///
    /// When there is no page.
    pub async fn text(&self) -> String {
        let body = self.select("body").await.into_iter().next();
        let body = body.expect("the page has a body");
        body.text().await.expect("read the page")
    }

    /// What axe-core finds wrong with the page as it is: rule, and the first element it is about.
    ///
    /// # Panics
    ///
    /// When axe-core cannot be had or does not run.
    pub async fn violations(&self) -> Vec<String> {
        const RUN: &str = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'], preload: false }).then(
                (it) => done(it.violations.map((it) => `${it.id} (${it.nodes.length}): ${it.nodes[0].html.slice(0, 200)}; ${it.nodes[0].failureSummary}`)),
                (err) => done([String(err)]),
            );";
        let is_there = self.eval("'axe' in window").await == true;
        if !is_there {
            let script = axe::script();
            self.client
                .execute(script, Vec::new())
                .await
                .expect("load axe-core");
        }
        let found = self
            .client
            .execute_async(RUN, Vec::new())
            .await
            .expect("run axe-core");
        let found = found.as_array().map_or(&[] as &[Value], Vec::as_slice);
        found
            .iter()
            .filter_map(|it| it.as_str().map(String::from))
            .collect()
    }

    /// Sets the viewport.
    ///
    /// # Panics
    ///
    /// When the browser refuses.
    pub async fn resize(&self, size: Size) {
        let metrics = json!({
            "width": size.width,
            "height": size.height,
            "deviceScaleFactor": 1,
            "mobile": false,
        });
        let command = Raw::chrome("Emulation.setDeviceMetricsOverride", &metrics);
        self.ask(command).await.expect("set the viewport");
    }

    /// Lets the reader's system prefer `light` or `dark`.
    ///
    /// # Panics
    ///
    /// When the browser refuses.
    pub async fn prefer(&self, scheme: &str) {
        let features = json!({
            "features": [{ "name": "prefers-color-scheme", "value": scheme }],
        });
        let command = Raw::chrome("Emulation.setEmulatedMedia", &features);
        self.ask(command).await.expect("set the color scheme");
    }

    /// Writes a picture of the viewport.
    ///
    /// # Panics
    ///
    /// When it cannot be written.
    pub async fn picture(&self, file: &Path) {
        let png = self.client.screenshot().await.expect("take a picture");
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).expect("make the folder");
        }
        fs::write(file, png).expect("write the picture");
    }

    /// The console's errors since the last time.
    ///
    /// # Panics
    ///
    /// When the browser is gone.
    pub async fn console_errors(&self) -> Vec<String> {
        let log = self.ask(Raw::console()).await.expect("read the console");
        let entries = log.as_array().map_or(&[] as &[Value], Vec::as_slice);
        entries
            .iter()
            .filter(|it| it.get("level").is_some_and(|level| level == "SEVERE"))
            .filter_map(|it| it.get("message")?.as_str().map(String::from))
            .collect()
    }
}

fn hyper_connector() -> hyper_util::client::legacy::connect::HttpConnector {
    hyper_util::client::legacy::connect::HttpConnector::new()
}
