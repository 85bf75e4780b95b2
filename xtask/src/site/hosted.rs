//! The page for a static host: `index.html`, the files it loads, and what is kept and found beside it.

use anyhow::ensure;
use dossier_pack::Packing;
use sha2::{Digest as _, Sha256};

use super::languages::Language;
use super::minify::Minifier;
use super::output::OutFile;
use super::scripts::{
    HOSTED, KEPT, MISSING, NOTICE, SCREEN, TEXT, UNPACK, WORKER, enclosed, script,
};
use super::shell::Insert;
use super::{Parts, inline, policy, single};

/// Bytes of plain pages and single file that every visitor's browser keeps, though few ask for them.
const MAX_MORE: usize = 2_000_000;

/// Bytes of a packed program that stand in the page itself: they come while the others are asked for, which takes a slow
/// network about as long. More of them would only put off when all of the page is there. Four are five characters.
const INSIDE: usize = 120_000;

/// In `index.html`: where a link to the plain pages stands.
const PLAIN_MARK: &str = "<!-- plain -->";
const PLAIN: &str = "<a href=\"./text/index.html\">Read the documents as plain pages</a>.";

/// Below the page, beside whatever it shows.
const COLOPHON: &str = "<footer class=\"colophon\"><a href=\"./text/index.html\">All documents as plain pages</a> \
    <a href=\"./dossier.html\" download>Save offline copy</a></footer>\n";

/// The files of the hosted page, the single file beside them.
///
/// # Errors
///
/// A style holds a text that would end its element, or a file is too large to be told of.
pub(super) fn files(parts: &Parts, single: OutFile) -> anyhow::Result<Vec<OutFile>> {
    let glue = named(
        "dossier",
        "js",
        parts.minifier.script(&glue(parts)?)?.into_bytes(),
    );
    let first = &parts.split.first;
    let packing = Packing::of_program(first.len());
    let (inside, program) = match packing {
        Packing::Lzma => {
            let mut inside = Packing::Lzma.pack(first)?;
            let more = inside.split_off(inside.len().min(INSIDE));
            (inside, named("dossier", "part", more))
        }
        // Most hosts pack it on the way, and the browser unpacks it.
        Packing::Gzip => (Vec::new(), named("dossier", "wasm", first.clone())),
    };
    let rest = named("rest", "lzma", Packing::Lzma.pack(&parts.split.rest)?);
    let values = [
        ("glue", format!("./{}", glue.name)),
        ("program", format!("./{}", program.name)),
        ("rest", format!("./{}", rest.name)),
        ("inside", inside.len().to_string()),
        ("raw", (inside.len() + program.bytes.len()).to_string()),
        (
            "packed",
            Packing::Gzip.pack(&program.bytes)?.len().to_string(),
        ),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let start = script(&[NOTICE, SCREEN, KEPT, TEXT, UNPACK, HOSTED], &values);
    let start = parts.minifier.script(&enclosed(&start))?;
    let style = inline(&parts.all_styles())?;
    let words: String = parts.languages.iter().map(Language::link).collect();
    let in_head = format!(
        "<script>{start}</script>\n<style>{style}</style>\n{}{words}\
         <link rel=\"icon\" href=\"./icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"./icon-192.png\">\n\
         <link rel=\"manifest\" href=\"./manifest.webmanifest\">\n\
         <link rel=\"alternate\" type=\"text/html\" title=\"Offline copy\" href=\"./dossier.html\">\n",
        parts.drawn.meta
    );
    let name = program.name.clone();
    let mut in_body = COLOPHON.to_owned();
    if !inside.is_empty() {
        in_body.push_str(&single::program(packing, &inside, Some(&name)));
    }
    let mut kept = vec![glue, rest, program];
    let index = parts.shell.page(&Insert {
        policy: &policy::hosted(&start, &style),
        about: &parts.drawn.head,
        in_head: &in_head,
        screen: &parts.drawn.screen,
        in_body: &in_body,
    });
    let index = text("index.html", index.replace(PLAIN_MARK, PLAIN));
    kept.insert(0, index);
    let mut others = Vec::new();
    for file in parts.drawn.files.iter().chain(&parts.icons) {
        let is_kept = matches!(file.name.as_str(), "manifest.webmanifest" | "icon.svg");
        if is_kept { &mut kept } else { &mut others }.push(file.clone());
    }
    // The smaller before the larger: pages, then the file that holds everything.
    others.insert(0, parts.plain_style());
    others.push(single);
    let words: Vec<OutFile> = parts.languages.iter().map(Language::file).collect();
    let worker = worker(&parts.minifier, &name, &kept, &words, &others)?;
    kept.extend(words);
    kept.extend(others);
    kept.extend([worker, missing(parts)?, text(".nojekyll", String::new())]);
    Ok(kept)
}

/// The glue, which knows the way to the rest of the program as well.
fn glue(Parts { glue, split, .. }: &Parts) -> anyhow::Result<String> {
    const IMPORTS: &str = "\"./dossier_bg.js\": import0,\n";
    const LOADED: &str =
        "const { instance, module } = await __wbg_load(await module_or_path, imports);\n";
    ensure!(
        glue.contains(IMPORTS) && glue.contains(LOADED),
        "the glue starts the program in another way than wasm-bindgen's used to; look at {}",
        file!()
    );
    let more = split.imports;
    let imports = format!("{IMPORTS}{more}rest: {{ fetch: () => dossierRest.now(wasm) }},\n");
    let loaded = format!("{LOADED}await dossierRest.before(instance.exports);\n");
    Ok(glue.replace(IMPORTS, &imports).replace(LOADED, &loaded))
}

/// The service worker, which keeps these files, `program` among them; of `words` those that the page has asked for; and of
/// the others, in their order, the plain pages and the single file as far as they are small.
fn worker(
    minifier: &Minifier,
    program: &str,
    kept: &[OutFile],
    words: &[OutFile],
    others: &[OutFile],
) -> anyhow::Result<OutFile> {
    let mut version = Sha256::new();
    for file in kept.iter().chain(words).chain(others) {
        version.update(&file.name);
        version.update(&file.bytes);
    }
    let version = hex(&version.finalize());
    let is_beside = |it: &&OutFile| {
        let starts = |with| it.name.starts_with(with);
        starts("text/") || starts("plain-") || it.name == "dossier.html"
    };
    let mut n_bytes = 0;
    let small = others.iter().filter(is_beside).take_while(|it| {
        n_bytes += it.bytes.len();
        n_bytes <= MAX_MORE
    });
    let values = [
        ("version", version.get(..16).unwrap_or_default()),
        ("program", program),
        ("files", &list(kept.iter().chain(words))),
        ("more", &list(small)),
    ];
    let worker = minifier.script(&script(&[WORKER], &values))?;
    Ok(text("sw.js", worker))
}

/// Name, type and hash of files, as the worker reads them.
fn list<'a>(files: impl Iterator<Item = &'a OutFile>) -> String {
    let mut list = String::from("[\n");
    for file in files {
        // A host may add to the page; the others are right or broken.
        let hash = match file.name.as_str() {
            "index.html" => String::new(),
            _ => hex(&Sha256::digest(&file.bytes)),
        };
        let content_type = match file.name.rsplit('.').next() {
            Some("html") => "text/html; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("wasm") => "application/wasm",
            Some("lzma") => Packing::Lzma.media_type(),
            Some("part") => "application/octet-stream",
            Some("svg") => "image/svg+xml",
            Some("txt") => "text/plain; charset=utf-8",
            _ => "application/manifest+json",
        };
        list.push_str(&format!(
            "[\"{}\", \"{content_type}\", \"{hash}\"],\n",
            file.name
        ));
    }
    list.push(']');
    list
}

/// The page for an address that does not exist: it needs no other file, as nobody knows where it is shown.
fn missing(parts: &Parts) -> anyhow::Result<OutFile> {
    let find = parts.minifier.script(&enclosed(MISSING))?;
    let style = inline(&parts.plain)?;
    let policy = policy::missing(&find, &style);
    let title = &parts.drawn.title;
    let home = match parts.drawn.home.as_str() {
        "" => "/",
        known => known,
    };
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <title>Not found · {title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<style>{style}</style>\n</head>\n<body>\n\
         <h1>There is nothing at this address</h1>\n\
         <p>It may have been renamed or left out. <a id=\"home\" href=\"{home}\">To {title}</a></p>\n\
         <script>{find}</script>\n</body>\n</html>\n"
    );
    Ok(text("404.html", page))
}

fn text(name: &str, text: String) -> OutFile {
    OutFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    }
}

/// A file whose name follows from its bytes, so that it may be cached for ever.
pub(super) fn named(name: &str, ending: &str, bytes: Vec<u8>) -> OutFile {
    let hash = hex(&Sha256::digest(&bytes));
    let hash = hash.get(..16).unwrap_or_default();
    OutFile {
        name: format!("{name}-{hash}.{ending}"),
        bytes,
    }
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        hex.push_str(&format!("{byte:02x}"));
        hex
    })
}
