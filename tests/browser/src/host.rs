//! A host that plays the tricks of real ones: wrong types, dropped connections, stale pages, files that are gone.
//!
//! In: a built page and the path below which it appears. Answers `GET` like a static host with a cache time of ten
//! minutes; a [`Trick`] changes the answer for the files whose name ends as told. One thread a connection, one answer
//! each.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot start is a failed test"
)]

use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What a host does to a file.
#[derive(Clone, Debug)]
pub enum Trick {
    /// It says another content type.
    Type(&'static str),
    /// It drops the connection half way.
    HalfWay,
    /// It sends half of it, and no more.
    Stall,
    /// It has no such file.
    Gone,
    /// It sends the file in pieces, with a pause of so many milliseconds before each of ten.
    Slow(u64),
    /// It sends a page up to its program at once, and the program slowly: [`Self::Slow`].
    SlowProgram(u64),
}

/// What the host does at the moment.
#[derive(Default)]
struct State {
    folder: PathBuf,
    tricks: Vec<(String, Trick)>,
    is_down: bool,
    is_over: bool,
}

/// A running host. Dropping it ends it.
pub struct Host {
    url: String,
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

impl Host {
    /// Serves `folder` below `prefix` (begins and ends with `/`, not encoded) on a free port.
    ///
    /// # Panics
    ///
    /// When there is none.
    #[must_use]
    pub fn start(folder: &Path, prefix: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("its address");
        let encoded: Vec<String> = prefix
            .split('/')
            .map(|it| utf8_percent_encode(it, NON_ALPHANUMERIC).to_string())
            .collect();
        let state = Arc::new(Mutex::new(State {
            folder: folder.to_owned(),
            ..State::default()
        }));
        let (shared, prefix) = (Arc::clone(&state), prefix.to_owned());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if lock(&shared).is_over {
                    return;
                }
                let (shared, prefix) = (Arc::clone(&shared), prefix.clone());
                // Whoever hangs up gets no answer.
                thread::spawn(move || answer(&stream, &prefix, &shared));
            }
        });
        Self {
            url: format!("http://{address}{}", encoded.join("/")),
            address,
            state,
        }
    }

    /// The page's URL, with `/` at its end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Plays a trick on the files whose name holds this.
    pub fn play(&self, part: &str, trick: Trick) {
        lock(&self.state).tricks.push((part.to_owned(), trick));
    }

    /// Plays no tricks from now on.
    pub fn behave(&self) {
        lock(&self.state).tricks.clear();
    }

    /// Serves another build from now on.
    pub fn show(&self, folder: &Path) {
        folder.clone_into(&mut lock(&self.state).folder);
    }

    /// Answers nobody from now on.
    pub fn go_down(&self) {
        lock(&self.state).is_down = true;
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        lock(&self.state).is_over = true;
        // One more connection, so that it looks.
        let _ = TcpStream::connect(self.address);
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(mut stream: &TcpStream, prefix: &str, state: &Mutex<State>) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // All of it is read: a connection closed before would look like a dropped one.
    let _ = lines
        .map_while(Result::ok)
        .take_while(|it| !it.is_empty())
        .count();
    let (path, trick) = {
        let state = lock(state);
        if state.is_down {
            return Ok(());
        }
        let name = named(&first, prefix);
        let path = name.map(|it| state.folder.join(it));
        let trick = state.tricks.iter().find_map(|(part, trick)| {
            let is_meant = path.as_ref()?.file_name()?.to_str()?.contains(part);
            is_meant.then(|| trick.clone())
        });
        (path, trick)
    };
    let bytes = path.as_ref().and_then(|it| fs::read(it).ok());
    let (Some(path), Some(bytes)) = (path, bytes) else {
        return stream.write_all(&head_of("404 Not Found", "text/plain", 0));
    };
    let mut kind = content_type(&path);
    match trick {
        Some(Trick::Gone) => return stream.write_all(&head_of("404 Not Found", "text/plain", 0)),
        Some(Trick::HalfWay) => {
            stream.write_all(&head_of("200 OK", kind, bytes.len()))?;
            stream.write_all(bytes.get(..bytes.len() / 2).unwrap_or_default())?;
            // What breaks off at once is thrown away by browsers, unread.
            thread::sleep(Duration::from_millis(500));
            return Ok(());
        }
        Some(Trick::Stall) => {
            stream.write_all(&head_of("200 OK", kind, bytes.len()))?;
            stream.write_all(bytes.get(..bytes.len() / 2).unwrap_or_default())?;
            thread::sleep(Duration::from_mins(1));
            return Ok(());
        }
        Some(Trick::Slow(pause)) => {
            stream.write_all(&head_of("200 OK", kind, bytes.len()))?;
            return slowly(stream, &bytes, pause);
        }
        Some(Trick::SlowProgram(pause)) => {
            let program = bytes.windows(PROGRAM.len()).position(|it| it == PROGRAM);
            let (page, program) = bytes.split_at(program.unwrap_or(0) + PROGRAM.len());
            stream.write_all(&head_of("200 OK", kind, bytes.len()))?;
            stream.write_all(page)?;
            return slowly(stream, program, pause);
        }
        Some(Trick::Type(other)) => kind = other,
        _ => {}
    }
    stream.write_all(&head_of("200 OK", kind, bytes.len()))?;
    stream.write_all(&bytes)
}

/// What stands before the program that a page holds.
const PROGRAM: &[u8] = b" id=\"program\">";

fn slowly(mut stream: &TcpStream, bytes: &[u8], pause: u64) -> io::Result<()> {
    for piece in bytes.chunks(bytes.len() / 10 + 1) {
        thread::sleep(Duration::from_millis(pause));
        stream.write_all(piece)?;
    }
    Ok(())
}

/// The file that a request's first line names: `GET /below/a%20b.html?x HTTP/1.1` → `a b.html`.
fn named(line: &str, prefix: &str) -> Option<String> {
    let path = line.strip_prefix("GET ")?.split([' ', '?']).next()?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let name = path.strip_prefix(prefix)?;
    if name.split('/').any(|it| it == "..") {
        return None;
    }
    Some(if name.is_empty() || name.ends_with('/') {
        format!("{name}index.html")
    } else {
        name.to_owned()
    })
}

fn head_of(status: &str, kind: &str, length: usize) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: max-age=600\r\nConnection: close\r\n\r\n"
    )
    .into_bytes()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|it| it.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
