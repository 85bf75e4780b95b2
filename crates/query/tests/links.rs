//! Links to passages after a new build: the corpus is edited, put in another order, and every link is followed.
//!
//! 1. A passage that still says the same is found, wherever it stands; at least 98 in 100.
//! 2. No link leads to other words without saying so, or takes one passage for another.
//!
//! The corpus is made up, and holds what is hard: passages that occur twice, that differ in a name, that are one word
//! long. `DOSSIER_LINKS=DIR` follows the links of the files in a folder instead; the table is printed with
//! `--nocapture`.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a test may stop where it fails, in its helpers too"
)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use dossier_corpus::encode::{Collection, SearchIndex, encode};
use dossier_corpus::{Corpus, DocId, PassageId};
use dossier_query::{Anchor, Landing, Searcher};
use proptest::prelude::*;
use support::Text;

/// A passage that keeps its identity through all changes.
#[derive(Clone)]
struct Piece {
    key: usize,
    text: String,
}

/// The passages of each document, by its id.
type Folder = Vec<(String, Vec<Piece>)>;

/// The same numbers on every machine.
struct Dice(u64);

impl Dice {
    /// A number below `n`.
    fn roll(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % n as u64) as usize
    }

    fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.roll(all.len())]
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for at in (1..all.len()).rev() {
            all.swap(at, self.roll(at + 1));
        }
    }
}

const WORDS: [&str; 48] = [
    "the", "of", "and", "in", "to", "harbour", "ferry", "lamp", "council", "winter", "bridge",
    "letter", "captain", "ice", "owner", "quay", "paper", "inquiry", "gate", "money", "night",
    "boat", "school", "road", "north", "green", "broken", "late", "cold", "heavy", "wrote",
    "asked", "left", "sold", "knew", "burned", "carried", "found", "never", "again", "twice",
    "slowly", "because", "before", "Ilves", "Norling", "Halm", "Riga",
];

fn sentence(dice: &mut Dice) -> String {
    let n = 4 + dice.roll(14);
    let words: Vec<&str> = (0..n).map(|_| *dice.pick(&WORDS)).collect();
    format!("{}.", words.join(" "))
}

/// A passage: most of a few sentences, some from a template, some very short, some that stand in many documents.
fn passage(dice: &mut Dice) -> String {
    match dice.roll(12) {
        0 => dice
            .pick(&[
                "* * *",
                "Yes.",
                "日本語の文です。",
                "Photograph by the author",
            ])
            .to_string(),
        1 => format!(
            "On {} May 19{:02} {} came to the quay.",
            1 + dice.roll(28),
            dice.roll(60),
            dice.pick(&["Ilves", "Norling", "Weir"])
        ),
        _ => {
            let n = 1 + dice.roll(5);
            (0..n).map(|_| sentence(dice)).collect::<Vec<_>>().join(" ")
        }
    }
}

fn made_up(dice: &mut Dice) -> Folder {
    let mut key = 0;
    (0..100)
        .map(|number| {
            let n = 3 + dice.roll(30);
            let pieces = (0..n).map(|_| {
                key += 1;
                Piece {
                    key,
                    text: passage(dice),
                }
            });
            (format!("{number:05}"), pieces.collect())
        })
        .collect()
}

fn read(folder: &Path) -> Folder {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    paths.sort();
    let mut key = 0;
    let mut all = Folder::new();
    for path in paths {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        // Its metadata is no passage, and what is a mark of the test's own files is none here.
        let text = match text
            .strip_prefix("---\n")
            .and_then(|it| it.split_once("\n---\n"))
        {
            Some((_, text)) => text.to_owned(),
            None => text,
        };
        let text = text.replace("[[", "[").replace("{{", "{").replace("# ", "");
        let lines = text.lines().filter(|it| !it.trim().is_empty());
        let pieces: Vec<Piece> = lines
            .map(|it| {
                key += 1;
                Piece {
                    key,
                    text: it.to_owned(),
                }
            })
            .collect();
        all.push((format!("{:05}", all.len()), pieces));
    }
    all
}

/// Whether a corpus can be searched. Links find their way without, by going through everything.
#[derive(Clone, Copy, PartialEq)]
enum Index {
    With,
    Without,
}

fn bytes(folder: &Folder, index: Index) -> Vec<u8> {
    let documents: Vec<_> = folder
        .iter()
        .map(|(id, pieces)| {
            let texts: Vec<&str> = pieces.iter().map(|it| it.text.as_str()).collect();
            Text::new(id, id, &texts).document()
        })
        .collect();
    let index = match index {
        Index::With => dossier_bake::index::search(&documents),
        Index::Without => SearchIndex::default(),
    };
    encode(&Collection {
        index,
        entity_numbers: vec![Vec::new(); documents.len()],
        documents,
        ..Collection::default()
    })
}

/// Changes the words of a text as an editor does.
fn edit(text: &str, dice: &mut Dice) -> String {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let at = dice.roll(words.len());
    match dice.roll(5) {
        0 => "corrected".clone_into(&mut words[at]),
        1 => words.insert(at, "(sic)".to_owned()),
        2 if words.len() > 1 => drop(words.remove(at)),
        3 => words.push(sentence(dice)),
        _ => {
            for _ in 0..3 {
                let at = dice.roll(words.len());
                words[at] = (*dice.pick(&WORDS)).to_uppercase();
            }
        }
    }
    words.join(" ")
}

/// What becomes of a corpus.
struct Rebuilt {
    folder: Folder,
    /// Keys of the passages that were edited.
    edited: Vec<usize>,
}

/// 5 in 100 passages edited, 2 in 100 taken out, the order shuffled: within each document or through all of them.
fn rebuild(folder: &Folder, dice: &mut Dice, through_all: bool) -> Rebuilt {
    let mut edited = Vec::new();
    let mut new: Folder = Vec::new();
    for (id, pieces) in folder {
        let mut kept: Vec<Piece> = Vec::new();
        for piece in pieces {
            match dice.roll(100) {
                0..5 => {
                    let text = edit(&piece.text, dice);
                    if text.split_whitespace().ne(piece.text.split_whitespace()) {
                        edited.push(piece.key);
                    }
                    kept.push(Piece {
                        key: piece.key,
                        text,
                    });
                }
                5..7 => {}
                _ => kept.push(piece.clone()),
            }
        }
        dice.shuffle(&mut kept);
        new.push((id.clone(), kept));
    }
    if through_all {
        let mut all: Vec<Piece> = new
            .iter_mut()
            .flat_map(|it| std::mem::take(&mut it.1))
            .collect();
        dice.shuffle(&mut all);
        let n = new.len();
        for (idx, piece) in all.into_iter().enumerate() {
            new[idx % n].1.push(piece);
        }
        // Some documents are renamed as well.
        for it in new.iter_mut().step_by(5) {
            it.0.push_str("-renamed");
        }
    }
    Rebuilt {
        folder: new,
        edited,
    }
}

/// How links fared.
#[derive(Debug, Default)]
struct Tally {
    links: usize,
    /// Still say the same: all of them, and those that were found.
    same: (usize, usize),
    /// The same of those whose words stand several times: which of them is meant, only its document tells.
    several: (usize, usize),
    /// Were edited: all of them, and those that were said to have changed, at the right place.
    edited: (usize, usize),
    /// Were taken out: all of them, and those that were said to be gone.
    gone: (usize, usize),
    /// Led to the same words elsewhere, when their own were edited or taken out.
    doubles: usize,
    /// Led elsewhere.
    wrong: Vec<String>,
}

fn follow(old: &Folder, new: &Rebuilt, every: usize) -> Tally {
    let before = bytes(old, Index::Without);
    let before = Corpus::open(&before, &|_| None).unwrap();
    let (bare, after) = (
        bytes(&new.folder, Index::Without),
        bytes(&new.folder, Index::With),
    );
    let bare = Searcher::new(Corpus::open(&bare, &|_| None).unwrap());
    let after = Searcher::new(Corpus::open(&after, &|_| None).unwrap());
    let now: Vec<&Piece> = new.folder.iter().flat_map(|it| &it.1).collect();
    let then = old.iter().enumerate();
    let then = then.flat_map(|(idx, (_, pieces))| {
        pieces.iter().enumerate().map(move |(at, it)| (idx, at, it))
    });
    let mut place = vec![None; then.clone().map(|it| it.2.key).max().unwrap_or(0) + 1];
    for (number, piece) in now.iter().enumerate() {
        place[piece.key] = Some(number);
    }
    let mut edited = vec![false; place.len()];
    for key in &new.edited {
        edited[*key] = true;
    }
    let one_line = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for it in &now {
        *times.entry(one_line(&it.text)).or_default() += 1;
    }
    let mut tally = Tally::default();
    for (idx, at, piece) in then.step_by(every) {
        let first = before.passages(DocId::new(idx as u32)).start;
        let anchor = Anchor::of(&before, PassageId::new(first + at as u32));
        let anchor = Anchor::read(&anchor.to_string()).unwrap();
        let document = after.corpus().document_by_id(&old[idx].0);
        let landing = anchor.find(&after, document, at as u32 + 1);
        // Going through everything takes long; what it finds, the index has to find.
        if tally.links % 10 == 0 {
            let slow = anchor.find(&bare, document, at as u32 + 1);
            assert_eq!(landing, slow, "of {anchor}");
        }
        let text = |it: PassageId| now[it.index()].text.split_whitespace();
        tally.links += 1;
        let mut wrong = || {
            let there = match landing {
                Landing::Gone => "",
                Landing::Same(it) | Landing::Moved(it) | Landing::Changed(it) => {
                    &now[it.index()].text
                }
            };
            let own = place[piece.key].map_or("", |it: usize| &now[it].text);
            tally.wrong.push(format!(
                "{landing:?}\n    was  {}\n    now  {own}\n    said {there}",
                piece.text
            ));
        };
        let says_the_same = |it: PassageId| text(it).eq(piece.text.split_whitespace());
        let of = match (place[piece.key], edited[piece.key]) {
            (Some(_), false) if times[&one_line(&piece.text)] > 1 => &mut tally.several,
            (Some(_), false) => &mut tally.same,
            (Some(_), true) => &mut tally.edited,
            (None, _) => &mut tally.gone,
        };
        of.0 += 1;
        match (landing, place[piece.key]) {
            (Landing::Same(it) | Landing::Moved(it), here) if says_the_same(it) => {
                if here.is_some() && !edited[piece.key] {
                    of.1 += 1;
                } else {
                    tally.doubles += 1;
                }
            }
            (Landing::Changed(it), Some(here)) if it.index() == here && edited[piece.key] => {
                of.1 += 1;
            }
            (Landing::Gone, None) => of.1 += 1,
            (Landing::Gone, Some(_)) => {}
            _ => wrong(),
        }
    }
    tally
}

/// A row of the table in `docs/quality.md`.
fn report(shuffled: &str, tally: &Tally) -> String {
    let share = |(all, found): (usize, usize)| {
        let tenths = (found * 1000).checked_div(all).unwrap_or(0);
        format!("{}.{} % of {all}", tenths / 10, tenths % 10)
    };
    format!(
        "| {shuffled} | {} | {} | {} | {} | {} | {} | {} |",
        tally.links,
        tally.wrong.len(),
        share(tally.same),
        share(tally.several),
        share(tally.edited),
        share(tally.gone),
        tally.doubles,
    )
}

#[test]
fn links_survive_a_rebuild() {
    let mut dice = Dice(7);
    let old = match std::env::var_os("DOSSIER_LINKS") {
        Some(folder) => read(Path::new(&folder)),
        None => made_up(&mut dice),
    };
    let n_passages: usize = old.iter().map(|it| it.1.len()).sum();
    println!("{} documents, {n_passages} passages", old.len());
    println!(
        "| shuffled | links | wrong | the same found | standing several times, found | edited found | gone said so | same words elsewhere |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|");
    for (shuffled, through_all) in [("in each document", false), ("through all documents", true)] {
        let new = rebuild(&old, &mut dice, through_all);
        // Passages that went elsewhere may cost the whole corpus each.
        let limit = if through_all { 200 } else { 4_000 };
        let tally = follow(&old, &new, n_passages.div_ceil(limit));
        println!("{}", report(shuffled, &tally));
        for it in tally.wrong.iter().take(10) {
            println!("  wrong: {it}");
        }
        assert!(tally.wrong.is_empty(), "{} wrong", tally.wrong.len());
        assert!(tally.same.1 * 100 >= tally.same.0 * 98, "{tally:?}");
    }
}

#[test]
fn what_a_link_is_told() {
    const LONG: &str = "The inquiry was put off again, and the papers wrote of a quarrel in the council that nobody could end before the spring.";
    let old = [
        LONG,
        "Short.",
        "We saw no light on the quay that night.",
        "Short.",
    ];
    for (number, now, expected, why) in [
        (1, &old[..], "same 1", "nothing has changed"),
        (4, &old[..], "same 4", "a double stays at its place"),
        (1, &["New.", LONG], "moved 2", "something was added before"),
        (
            4,
            &["Short.", "a", "b", "c", "Short."],
            "moved 5",
            "the nearer one",
        ),
        (
            3,
            &["We saw no light on the quay that evening."],
            "changed 1",
            "a word was replaced",
        ),
        (
            3,
            &["a", "We saw no light on  the quay\nthat night."],
            "moved 2",
            "white space does not count",
        ),
        (
            3,
            &["we saw no light on the quay that night"],
            "changed 1",
            "marks and case do",
        ),
        (
            1,
            &["The inquiry was put off again, and the papers wrote of peace."],
            "changed 1",
            "only its beginning is left",
        ),
        (
            3,
            &[
                "We saw no light on the quay that evening.",
                "We saw no light on the quay that morning.",
            ],
            "gone",
            "two are alike",
        ),
        (
            3,
            &["We saw no light on the quay that night of May."],
            "changed 1",
            "words were added",
        ),
        (2, &["Shorter."], "gone", "too short to tell"),
        (3, &[], "gone", "the document is empty"),
    ] {
        let bytes_of = |passages: &[&str]| {
            let pieces = passages.iter().map(|it| Piece {
                key: 0,
                text: (*it).to_owned(),
            });
            bytes(&vec![("a".to_owned(), pieces.collect())], Index::With)
        };
        let (before, after) = (bytes_of(&old), bytes_of(now));
        let before = Corpus::open(&before, &|_| None).unwrap();
        let after = Corpus::open(&after, &|_| None).unwrap();
        let anchor = Anchor::of(&before, PassageId::new(number - 1));
        let document = after.document_by_id("a");
        let landing = match anchor.find(&Searcher::new(after), document, number) {
            Landing::Same(it) => format!("same {}", it.get() + 1),
            Landing::Moved(it) => format!("moved {}", it.get() + 1),
            Landing::Changed(it) => format!("changed {}", it.get() + 1),
            Landing::Gone => "gone".to_owned(),
        };
        assert_eq!(landing, expected, "{why}: {now:?}");
    }
}

proptest! {
    #[test]
    fn any_link_into_any_corpus_leads_somewhere_that_is_there(
        texts in prop::collection::vec("(?s).{1,60}", 1..6),
        link in "[0-9a-f]{8}~.{0,40}",
        number: u32,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).filter(|it| !it.contains("[[") && !it.contains("{{")).collect();
        let folder = vec![("a".to_owned(), texts.iter().map(|it| Piece { key: 0, text: (*it).to_owned() }).collect())];
        let (bare, bytes) = (bytes(&folder, Index::Without), bytes(&folder, Index::With));
        let bare = Searcher::new(Corpus::open(&bare, &|_| None).unwrap());
        let corpus = Corpus::open(&bytes, &|_| None).unwrap();
        let searcher = Searcher::new(corpus);
        let anchor = Anchor::read(&link).unwrap();
        for document in [None, corpus.document_by_id("a"), Some(DocId::new(number))] {
            let landing = anchor.find(&searcher, document, number);
            prop_assert_eq!(landing, anchor.find(&bare, document, number));
            match landing {
                Landing::Same(it) | Landing::Moved(it) | Landing::Changed(it) => {
                    prop_assert!(it.get() < corpus.n_passages());
                }
                Landing::Gone => {}
            }
        }
        for at in 0..corpus.n_passages() {
            let anchor = Anchor::of(&corpus, PassageId::new(at));
            prop_assert_eq!(anchor.find(&searcher, Some(DocId::new(0)), at + 1), Landing::Same(PassageId::new(at)));
            // In a document that is not there it is looked for everywhere.
            prop_assert_eq!(anchor.find(&searcher, None, at + 1), anchor.find(&bare, None, at + 1));
            prop_assert_eq!(Anchor::read(&anchor.to_string()), Some(anchor));
        }
    }
}
