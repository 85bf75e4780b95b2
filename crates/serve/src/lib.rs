//! The built page on 127.0.0.1, as a static host would serve it.
//!
//! In: a folder and the path below which it appears (`/`, or `/some path/dossier/` to prove that the page works
//! under a sub-path). Out: a running server with its URL. Answers `GET` and `HEAD` with files, their content type
//! and gzip where the browser takes it; everything else is 404 or 405. Listens on the loopback address only and
//! never leaves its folder.
//!
//! Not done here: building, live reload, ranges, TLS.

mod file;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// What a path in a URL must not hold as it is.
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`');

/// Requests answered at the same time. A browser asks for three files at once.
const N_THREADS: usize = 4;

/// A running server. Dropping it stops it.
pub struct Served {
    server: Arc<Server>,
    threads: Vec<JoinHandle<()>>,
    url: String,
}

impl Served {
    /// The URL of the folder, with a `/` at its end: `http://127.0.0.1:8080/some%20path/`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            // A thread that panicked has nothing more to serve; the others go on.
            let _ = thread.join();
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        for _ in &self.threads {
            self.server.unblock();
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Starts serving the files below `folder` under the path `prefix` (not encoded, begins and ends with `/`).
///
/// Takes `port`, or the next free one of the twenty after it; port 0 takes any free one.
///
/// # Errors
///
/// The folder does not exist, or none of the ports is free.
pub fn serve(folder: &Path, prefix: &str, port: u16) -> io::Result<Served> {
    let folder = folder.canonicalize()?;
    let server = Arc::new(bind(port)?);
    let address = server
        .server_addr()
        .to_ip()
        .ok_or_else(|| io::Error::other("the server has no IP address"))?;
    let url = format!("http://{address}{}", utf8_percent_encode(prefix, IN_PATH));
    let threads = (0..N_THREADS)
        .map(|_| {
            let server = Arc::clone(&server);
            let folder = folder.clone();
            let prefix = prefix.to_owned();
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    answer(&folder, &prefix, request);
                }
            })
        })
        .collect();
    Ok(Served {
        server,
        threads,
        url,
    })
}

fn bind(port: u16) -> io::Result<Server> {
    let last = if port == 0 {
        0
    } else {
        port.saturating_add(20)
    };
    let mut error = io::Error::other("no port to try");
    for port in port..=last {
        match Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(server) => return Ok(server),
            Err(err) => error = io::Error::new(io::ErrorKind::AddrInUse, err.to_string()),
        }
    }
    Err(error)
}

fn answer(folder: &Path, prefix: &str, request: Request) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return respond(request, StatusCode(405), Vec::new(), &[]);
    }
    let Some(path) = resolve(folder, prefix, request.url()) else {
        return missing(folder, request);
    };
    let takes_gzip = request.headers().iter().any(|header| {
        header.field.equiv("Accept-Encoding") && header.value.as_str().contains("gzip")
    });
    match file::read(&path, takes_gzip) {
        Ok(file) => {
            let mut headers = vec![
                ("Content-Type", file.content_type),
                ("Cache-Control", "no-cache"),
                ("X-Content-Type-Options", "nosniff"),
            ];
            if file.gzipped {
                headers.push(("Content-Encoding", "gzip"));
            }
            respond(request, StatusCode(200), file.bytes, &headers);
        }
        Err(_) => missing(folder, request),
    }
}

/// Nothing is there: the folder's own page for that, as static hosts send it.
fn missing(folder: &Path, request: Request) {
    let page = file::read(&folder.join("404.html"), false);
    let (bytes, kind) = page.map_or_else(
        |_| (b"not found".to_vec(), "text/plain"),
        |it| (it.bytes, it.content_type),
    );
    respond(request, StatusCode(404), bytes, &[("Content-Type", kind)]);
}

fn respond(request: Request, status: StatusCode, bytes: Vec<u8>, headers: &[(&str, &str)]) {
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(*name, *value) {
            response.add_header(header);
        }
    }
    // The browser hung up: nobody is left to be told.
    let _ = request.respond(response);
}

/// The file that a request names, or `None` when it lies outside the folder or does not exist.
fn resolve(folder: &Path, prefix: &str, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .ok()?;
    let below = path.strip_prefix(prefix)?;
    let wanted = folder.join(below);
    let found = wanted.canonicalize().ok()?;
    let found = if found.is_dir() {
        found.join("index.html")
    } else {
        found
    };
    found.starts_with(folder).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_a_file_of_the_folder_or_nothing() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .canonicalize()
            .unwrap();
        let cases: &[(&str, &str, Option<&str>, &str)] = &[
            ("/", "/Cargo.toml", Some("Cargo.toml"), "at the root"),
            (
                "/a b/",
                "/a%20b/src/lib.rs?x=1",
                Some("src/lib.rs"),
                "below a path",
            ),
            ("/a b/", "/src/lib.rs", None, "outside the path"),
            ("/", "/../corpus/Cargo.toml", None, "above the folder"),
            (
                "/",
                "/%2e%2e/corpus/Cargo.toml",
                None,
                "above the folder, encoded",
            ),
            ("/", "//etc/passwd", None, "an absolute path"),
            ("/", "/nothing.here", None, "no such file"),
            ("/", "/%ff", None, "not UTF-8"),
        ];
        for (prefix, url, expected, why) in cases {
            let got = resolve(&folder, prefix, url);
            assert_eq!(got, expected.map(|it| folder.join(it)), "{why}");
        }
    }

    #[test]
    fn the_url_is_encoded_and_a_taken_port_is_passed_over() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let first = serve(folder, "/a b/", 0).unwrap();
        assert!(first.url().ends_with("/a%20b/"), "{}", first.url());
        let port: u16 = first.url()["http://127.0.0.1:".len()..]
            .split('/')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let second = serve(folder, "/", port).unwrap();
        assert_ne!(first.url(), second.url());
    }
}
