//! The same seeds give the same bytes, whatever the order of the files.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it fails, in its helpers too"
)]

use dossier_bake::{Baked, Config, SeedFile, Seeds, bake};
use proptest::prelude::*;

fn seeds() -> Vec<SeedFile> {
    let file = |path: &str, text: &str| SeedFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    vec![
        file(
            "letters/1968-05-03.md",
            "---\ntitle: A letter\ntags: [harbour, night]\nsource: Archive\n---\n# The bridge\n\nAnn Lee of the \
             Harbour Office wrote: “The **bridge** fell.” In July, allegedly, it rose.\n\n* one\n* two\n",
        ),
        file(
            "letters/b.txt",
            "Ann Lee met John Brown in Riverton on 4 May 1968.\nThey spoke of the Harbour Office.",
        ),
        file(
            "c.txt",
            "Harbour Office (HO) said that nobody knew. According to John Brown, the HO knew.",
        ),
        file(
            "c.meta.yaml",
            "date: 1968-06\nlang: en\nentities: {add: {Riverton: place}}\n",
        ),
        file(
            "metadata.csv",
            "file;shelfmark;tags\nletters/b;R 7;town, night\n",
        ),
        file("corpus.yaml", "title: The bridge\naccent: \"#a30\"\n"),
        file("d.md", "| A | B |\n|---|---|\n| 1 | 2 |\n"),
        file("bad.md", "---\ntitle: [\n---\ntext <b>bold</b>"),
        file("empty.txt", ""),
    ]
}

fn baked(files: Vec<SeedFile>) -> Baked {
    let seeds = Seeds {
        files,
        ..Seeds::default()
    };
    bake(&seeds, &Config::default()).unwrap()
}

#[track_caller]
fn assert_same(left: &Baked, right: &Baked) {
    assert!(left.bytes == right.bytes, "the bytes differ");
    assert_eq!(left.findings, right.findings);
    assert_eq!(left.originals, right.originals);
    assert_eq!(
        dossier_bake::dump::json_lines(left),
        dossier_bake::dump::json_lines(right)
    );
}

#[test]
fn two_bakes_are_equal() {
    assert_same(&baked(seeds()), &baked(seeds()));
}

#[test]
fn real_seeds_bake_equally_twice() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let read = || {
        bake(
            &dossier_bake::files::read(&dir).unwrap(),
            &Config::default(),
        )
        .unwrap()
    };
    assert_same(&read(), &read());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_files_does_not_matter(shuffled in Just(seeds()).prop_shuffle()) {
        assert_same(&baked(seeds()), &baked(shuffled));
    }
}

/// Dates that count from another one, read on machines of the outermost zones.
#[test]
fn the_zone_of_the_machine_does_not_matter() {
    const CHILD: &str = "DOSSIER_TEST_ZONE";
    if std::env::var_os(CHILD).is_some() {
        let mut files = seeds();
        files.push(SeedFile {
            path: "2024-03-31-news.txt".to_owned(),
            bytes: "It began at 23:30 UTC on Friday. Yesterday they met; two weeks ago, in March, at Easter.".into(),
        });
        let baked = baked(files);
        let sum = baked.bytes.iter().fold(0_u64, |sum, it| {
            (sum ^ u64::from(*it)).wrapping_mul(0x0100_0000_01b3)
        });
        print!("<baked {sum:x} {}>", dossier_bake::dump::json_lines(&baked));
        return;
    }
    let read_in = |zone: &str| {
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "the_zone_of_the_machine_does_not_matter",
                "--nocapture",
            ])
            .env(CHILD, "1")
            .env("TZ", zone)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let start = said.find("<baked ").unwrap();
        said[start..said.rfind('>').unwrap()].to_owned()
    };
    let here = read_in("UTC");
    assert!(here.contains("2024-03-30"), "yesterday is read: {here}");
    // The names have the sign that POSIX gives them: these are UTC−12 and UTC+14.
    for zone in ["Etc/GMT+12", "Etc/GMT-14"] {
        assert!(read_in(zone) == here, "{zone}");
    }
}
