//! No input stops the build or loses a document silently: each bad seed gives its finding or a clear error.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it fails, in its helpers too"
)]

use std::fs;
use std::path::PathBuf;

use dossier_bake::{BakeError, Baked, Config, Seeds, bake, files};
use dossier_corpus::document::TitleOrigin;

fn baked(files: &[(&str, &[u8])]) -> Baked {
    let files = files
        .iter()
        .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
    bake(&Seeds::from_files(files), &Config::default()).unwrap()
}

/// Bakes one seed; its document's text and its findings as they are printed must be these.
#[track_caller]
fn check(path: &str, bytes: &[u8], text: &str, findings: &[&str]) {
    let baked = baked(&[(path, bytes)]);
    let printed: Vec<String> = baked.findings.iter().map(ToString::to_string).collect();
    assert_eq!(printed, findings, "findings of {path}");
    let [document] = baked.collection.documents.as_slice() else {
        panic!("{path} became no document");
    };
    assert_eq!(document.text, text);
    // Where the text is said to stand in the seed, it does.
    if let Some(at) = document.text_in_seed {
        assert_eq!(&bytes[at as usize..][..text.len()], text.as_bytes());
    }
}

/// Bakes one seed that is left out; the one finding must be this.
#[track_caller]
fn check_left_out(path: &str, bytes: &[u8], finding: &str) {
    let baked = baked(&[("good.txt", b"Fine."), (path, bytes)]);
    let printed: Vec<String> = baked.findings.iter().map(ToString::to_string).collect();
    assert_eq!(printed, [finding]);
    assert_eq!(baked.collection.documents.len(), 1);
    let listed = baked.collection.seeds.iter().find(|it| it.path == path);
    assert!(
        listed.is_some_and(|it| it.fate.is_err()),
        "{path} must be listed as left out"
    );
}

#[test]
fn an_empty_folder_gives_an_empty_corpus() {
    let baked = baked(&[]);
    let open = dossier_corpus::Corpus::open(&baked.bytes, &|_| None).unwrap();
    assert_eq!(open.n_documents(), 0);
    assert!(baked.findings.is_empty());
}

#[test]
fn a_folder_that_is_not_there_is_an_error_that_says_what_to_do() {
    let missing = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no such folder");
    let error = files::read(&missing).unwrap_err();
    assert!(matches!(error, BakeError::Folder { .. }));
    assert!(error.to_string().contains("create it"), "{error}");
}

#[test]
fn empty_files_are_documents_without_text() {
    let finding = "note.txt: there is no text in it";
    check("note.txt", b"", "", &[finding]);
    check("note.txt", b"\n \n\t\n", "\n \n\t\n", &[finding]);
    check(
        "note.md",
        b"# \n",
        "# \n",
        &["note.md: there is no text in it"],
    );
    let baked = baked(&[("note.txt", b"")]);
    let title = &baked.collection.documents[0].title;
    assert_eq!(
        (title.text.as_str(), title.origin),
        ("note.txt", TitleOrigin::FileName)
    );
}

#[test]
fn encodings() {
    let utf16 = |text: &str, little: bool| -> Vec<u8> {
        let units = text.encode_utf16();
        let bytes = |it: u16| {
            if little {
                it.to_le_bytes()
            } else {
                it.to_be_bytes()
            }
        };
        units.flat_map(bytes).collect()
    };
    let text = "The bridge fell – at night.\nNobody saw it.";
    check("a.txt", text.as_bytes(), text, &[]);
    check("a.txt", format!("\u{feff}{text}").as_bytes(), text, &[]);
    check("a.txt", text.replace('\n', "\r\n").as_bytes(), text, &[]);
    check("a.txt", &utf16(&format!("\u{feff}{text}"), true), text, &[]);
    check(
        "a.txt",
        &utf16(&format!("\u{feff}{text}"), false),
        text,
        &[],
    );
    let guessed = |name: &str| {
        format!(
            "a.txt: not UTF-8; guessed to be {name} and converted; check the letters, or save it as UTF-8"
        )
    };
    check("a.txt", &utf16(text, true), text, &[&guessed("UTF-16LE")]);
    check("a.txt", &utf16(text, false), text, &[&guessed("UTF-16BE")]);

    // "Мост упал ночью. Никто этого не видел." in Windows-1251.
    let cyrillic = b"\xcc\xee\xf1\xf2 \xf3\xef\xe0\xeb \xed\xee\xf7\xfc\xfe. \xcd\xe8\xea\xf2\xee \xfd\xf2\xee\xe3\xee \xed\xe5 \xe2\xe8\xe4\xe5\xeb.";
    check(
        "a.txt",
        cyrillic,
        "Мост упал ночью. Никто этого не видел.",
        &[&guessed("windows-1251")],
    );
    check(
        "a.txt",
        b"A caf\xe9 in Z\xfcrich",
        "A café in Zürich",
        &[&guessed("windows-1252")],
    );
}

#[test]
fn the_encoding_can_be_told() {
    let sidecar: &[u8] = b"encoding: koi8-r";
    let baked = baked(&[("a.txt", b"\xed\xcf\xd3\xd4"), ("a.meta.yaml", sidecar)]);
    assert_eq!(baked.collection.documents[0].text, "Мост");
    assert!(baked.findings.is_empty());
}

#[test]
fn damaged_utf_8_is_kept_and_said() {
    check(
        "a.txt",
        "Été.\nOne – two "
            .as_bytes()
            .iter()
            .chain(b"\xff\xfe!")
            .copied()
            .collect::<Vec<_>>()
            .as_slice(),
        "Été.\nOne – two \u{fffd}\u{fffd}!",
        &[
            "a.txt:2: bytes that are no UTF-8 in 2 places; shown as \u{fffd}; replace them in the file",
        ],
    );
}

#[test]
fn a_nul_byte_is_kept_and_said() {
    check(
        "a.txt",
        b"One.\nTwo\0 and more words than that.",
        "One.\nTwo\0 and more words than that.",
        &["a.txt:2: a NUL character in the text; kept, but nothing is shown there"],
    );
}

#[test]
fn what_is_no_text_is_left_out_with_the_reason() {
    let noise: Vec<u8> = (0..2000u32).map(|it| (it * 7 % 251) as u8).collect();
    check_left_out(
        "x.bin",
        &noise,
        "x.bin: left out: not text: it is full of control bytes",
    );
    check_left_out(
        "report.pdf",
        b"%PDF-1.7 \x01\x02",
        "report.pdf: left out: a PDF, which is not read; save its text as .txt or .md",
    );
    check_left_out(
        "letter.txt",
        b"PK\x03\x04 word/document.xml",
        "letter.txt: left out: a ZIP archive or an office document, which is not read; save its text as .txt or .md",
    );
    check_left_out(
        "../up.txt",
        b"text",
        "../up.txt: left out: its path leads out of the folder",
    );
}

#[test]
fn broken_front_matter_keeps_the_document() {
    check(
        "a.md",
        b"---\ntitle: one\ntags: [a, b\ndate: x\n---\nThe text.",
        "---\ntitle: one\ntags: [a, b\ndate: x\n---\nThe text.",
        &["a.md:4: front matter cannot be read and is left out: did not find expected ',' or ']'"],
    );
    check(
        "a.md",
        b"---\ntitle: one\n\nThe text.",
        "---\ntitle: one\n\nThe text.",
        &["a.md:1: front matter without a closing line ---; taken as text"],
    );
    check(
        "a.md",
        b"---\ntitle: A\ndate: 1998-02-30\nlang: klingon\n---\nText.",
        "---\ntitle: A\ndate: 1998-02-30\nlang: klingon\n---\nText.",
        &[
            "a.md:3: `1998-02-30` is no date that can be read; write it as 1998-07-03, 1998-07, 1998 or in EDTF",
            "a.md:4: `klingon` is no language tag; write it as en, de or pt-BR",
        ],
    );
    // A line across the page is no front matter.
    check(
        "a.md",
        b"---\n\nText.\n\n---\n\nMore.",
        "---\n\nText.\n\n---\n\nMore.",
        &[],
    );
}

#[test]
fn broken_metadata_beside_the_documents_is_said() {
    let baked = baked(&[
        ("a.txt", b"Text."),
        ("a.meta.yaml", b"title: [x"),
        ("b.meta.yaml", b"title: nobody's"),
        ("corpus.yaml", b"title: T\naccent: reddish\ncolour: red\n"),
        (
            "metadata.csv",
            b"file,date\na,someday\nghost.txt,1998\na.txt,1998,more\n",
        ),
    ]);
    let printed: Vec<String> = baked.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        printed,
        [
            "a.meta.yaml:2: cannot be read and is left out: did not find expected ',' or ']'",
            "b.meta.yaml: there is no document `b` in the folder",
            "corpus.yaml:2: `reddish` is no colour that is read here; write it as \"#7a3e10\"",
            "corpus.yaml:3: the field `colour` is not known here",
            "metadata.csv:3: there is no document `ghost.txt` in the folder",
            "metadata.csv:4: 3 columns where the first line has 2",
        ]
    );
    assert_eq!(baked.collection.site.title, "T");
    assert_eq!(baked.collection.documents.len(), 1);
}

#[test]
fn files_that_would_get_one_id_keep_their_endings() {
    let baked = baked(&[("a.md", b"One."), ("a.txt", b"Two."), ("b.txt", b"Three.")]);
    let ids: Vec<_> = baked
        .collection
        .documents
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(ids, ["a.md", "a.txt", "b"]);
    let printed: Vec<String> = baked.findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        printed,
        [
            "a.md: another file has the same name; the ending stays in this one's address: `a.md`",
            "a.txt: another file has the same name; the ending stays in this one's address: `a.txt`",
        ]
    );
}

#[test]
fn files_without_a_known_ending_are_read_as_text() {
    let finding = |path: &str| {
        format!("{path}: a file without a known ending (.txt, .md); read as plain text")
    };
    check("notes", b"Some text.", "Some text.", &[&finding("notes")]);
    check(
        "notes.log",
        b"Some text.",
        "Some text.",
        &[&finding("notes.log")],
    );
}

#[test]
fn odd_file_names_are_fine() {
    for path in [
        "two words.txt",
        "письмо.txt",
        "a..b.txt",
        "#?&%.txt",
        "a\\b.txt",
        "\u{202e}txt.txt",
    ] {
        let baked = baked(&[(path, b"Text.")]);
        assert!(baked.findings.is_empty(), "{path}: {:?}", baked.findings);
        assert_eq!(
            baked.originals[0].name, "000000",
            "staged under a name of our own"
        );
    }
}

#[test]
fn what_is_withheld_is_not_even_listed() {
    let baked = baked(&[
        ("a.md", b"---\npublish: false\n---\nSecret."),
        ("b.txt", b"Secret."),
        ("b.meta.yaml", b"publish: no\ndate: never"),
        ("_draft.txt", b"Secret."),
        (".hidden/x.txt", b"Secret."),
        ("c.txt", b"Public."),
    ]);
    let listed: Vec<_> = baked
        .collection
        .seeds
        .iter()
        .map(|it| it.path.as_str())
        .collect();
    assert_eq!(listed, ["c.txt"]);
    assert_eq!(baked.originals.len(), 1);
    assert!(baked.findings.is_empty());
    assert!(!baked.bytes.windows(6).any(|it| it == b"Secret"));
}

#[test]
fn what_is_redacted_is_nowhere() {
    let text = "---\ntitle: Ann Lee's diary\nsource: Ann\nLee\nredact: [Ann Lee, Ann]\n---\nAnn\nLee wrote this. ANN LEE!";
    let text = text.replace("source: Ann\nLee", "source: Ann");
    let baked = baked(&[("diary.md", text.as_bytes())]);
    let document = &baked.collection.documents[0];
    assert!(!document.offers_original && document.text_in_seed.is_none());
    assert!(baked.originals[0].bytes.is_empty());
    for word in ["Ann", "ANN", "Lee "] {
        assert!(
            !baked
                .bytes
                .windows(word.len())
                .any(|it| it == word.as_bytes()),
            "{word}"
        );
    }
}

#[test]
fn twenty_megabytes_in_one_line_are_one_passage() {
    let text = "the ferry left the quay before anybody woke ".repeat(450_000);
    let text = text.trim_end();
    let baked = baked(&[("a.txt", text.as_bytes())]);
    let document = &baked.collection.documents[0];
    assert_eq!(
        (document.passages.len(), document.text.len()),
        (1, text.len())
    );
    assert!(document.text_in_seed.is_some(), "the text is kept once");
}

#[test]
fn ten_times_the_text_takes_about_ten_times_as_long() {
    for (piece, n, why) in [
        (
            "The bridge fell on 3 May 1968, said Ann Lee of the Harbour Office, and “nobody saw it.” ",
            1_000,
            "sentences",
        ),
        (
            "on 3 May 1968 the bridge fell and ",
            6_000,
            "one sentence of many dates",
        ),
    ] {
        let timed = |n: usize| {
            let text = piece.repeat(n);
            let started = std::time::Instant::now();
            baked(&[("a.txt", text.as_bytes())]);
            started.elapsed()
        };
        let (small, large) = (timed(n), timed(n * 10));
        assert!(
            large < small * 30 + std::time::Duration::from_secs(2),
            "{why}: {n} took {small:?}, ten times as many {large:?}"
        );
    }
}

#[test]
fn hostile_text_takes_linear_time() {
    let rows: [(&str, &str); 15] = [
        ("a.txt", "\""),
        ("a.txt", "“a” said A. "),
        ("a.txt", "said that "),
        ("a.txt", "A"),
        ("a.txt", "“"),
        ("a.txt", "‘a "),
        ("a.txt", "Aa Bb "),
        ("a.txt", ". "),
        ("a.txt", "a\n\n"),
        ("a.md", "> "),
        ("a.md", "*a "),
        ("a.md", "[a]("),
        ("a.md", "<b "),
        ("a.md", "&nbsp;"),
        ("a.md", "|a"),
    ];
    for (path, piece) in rows {
        let text = piece.repeat(300_000 / piece.len());
        let started = std::time::Instant::now();
        baked(&[(path, text.as_bytes())]);
        let took = started.elapsed();
        assert!(took.as_secs() < 20, "{piece:?} over and over took {took:?}");
    }
}

#[test]
fn the_folder_is_read_as_it_is() {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("seeds as they are");
    let outside = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("outside.txt");
    drop(fs::remove_dir_all(&dir));
    fs::create_dir_all(dir.join("letters/.git")).unwrap();
    fs::write(&outside, "Outside.").unwrap();
    for path in [
        "b.txt",
        "a b.txt",
        "письмо.txt",
        "letters/c.md",
        "letters/.git/config",
        "_x.txt",
    ] {
        fs::write(dir.join(path), path).unwrap();
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&outside, dir.join("link.txt")).unwrap();
        std::os::unix::fs::symlink(dir.join("b.txt"), dir.join("inside.txt")).unwrap();
        std::os::unix::fs::symlink(&dir, dir.join("letters/round")).unwrap();
    }
    let seeds = files::read(&dir).unwrap();
    let paths: Vec<_> = seeds.files.iter().map(|it| it.path.as_str()).collect();
    let expected = [
        "a b.txt",
        "b.txt",
        "inside.txt",
        "letters/c.md",
        "письмо.txt",
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .filter(|it| cfg!(unix) || *it != "inside.txt")
        .collect();
    assert_eq!(paths, expected);
    assert_eq!(seeds.left_out.len(), usize::from(cfg!(unix)));
    let baked = bake(&seeds, &Config::default()).unwrap();
    if let Some(link) = baked.findings.first() {
        assert_eq!(
            link.to_string(),
            "link.txt: left out: a link that leads out of the folder; copy the file into it"
        );
    }
}
