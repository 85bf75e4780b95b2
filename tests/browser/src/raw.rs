//! WebDriver commands that the client has no method for: the console's log, computed names, the browser's own
//! protocol.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command by its path below the session.
#[derive(Debug)]
pub(crate) struct Raw {
    path: String,
    body: Option<Value>,
}

impl Raw {
    /// The console's messages since the last time.
    pub(crate) fn console() -> Self {
        Self {
            path: "se/log".into(),
            body: Some(json!({ "type": "browser" })),
        }
    }

    /// What the accessibility tree calls an element.
    pub(crate) fn computed_label(element: &str) -> Self {
        Self {
            path: format!("element/{element}/computedlabel"),
            body: None,
        }
    }

    /// What the accessibility tree says an element is.
    pub(crate) fn computed_role(element: &str) -> Self {
        Self {
            path: format!("element/{element}/computedrole"),
            body: None,
        }
    }

    /// A command of Chrome's own protocol.
    pub(crate) fn chrome(command: &str, params: &Value) -> Self {
        Self {
            path: "goog/cdp/execute".into(),
            body: Some(json!({ "cmd": command, "params": params })),
        }
    }
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}
