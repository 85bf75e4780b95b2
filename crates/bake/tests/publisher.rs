//! What a publisher tells in front matter, sidecars, the table and the settings reaches the documents.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it fails, in its helpers too"
)]

use dossier_bake::{AsOf, Baked, Config, Seeds, bake};
use dossier_corpus::document::{DateOrigin, TitleOrigin};
use dossier_corpus::encode::Collection;

const TEXT: &str = "Ann Lee met John Brown in Riverton. In July the harbour was shut. \
    “Nobody knew,” said Ann Lee. Allegedly, the Old Mill burned.";

fn baked(files: &[(&str, &str)]) -> Baked {
    let files = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    bake(&Seeds::from_files(files), &Config::default()).unwrap()
}

fn printed(baked: &Baked) -> Vec<String> {
    baked.findings.iter().map(ToString::to_string).collect()
}

#[test]
fn front_matter_counts_more_than_a_sidecar_and_that_more_than_the_table() {
    let baked = baked(&[
        ("letters/a.md", "---\ntitle: From the head\n---\nText."),
        (
            "letters/a.meta.yaml",
            "title: From the sidecar\nsource: From the sidecar\n",
        ),
        (
            "metadata.csv",
            "file,title,source,shelfmark\nletters/a,From the table,From the table,\"R 7, box 2\"\n",
        ),
    ]);
    let document = &baked.collection.documents[0];
    assert_eq!(document.title.text, "From the head");
    assert_eq!(document.title.origin, TitleOrigin::Given);
    let meta: Vec<_> = document
        .meta
        .iter()
        .map(|(field, value)| (field.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        meta,
        [("source", "From the sidecar"), ("shelfmark", "R 7, box 2")]
    );
    assert!(printed(&baked).is_empty());
}

#[test]
fn values_are_kept_as_they_are_written() {
    let yaml = "Shelfmark: 1.10\nbox: 007\nedition: 1e3\nsealed: true\nAuthor: [Ann Lee, John Brown]\ntags: a, b c\nnote: |\n  two\n  lines\n\
        empty:\nplace: {town: Riverton}\n";
    let baked = baked(&[("a.txt", "Text."), ("a.meta.yaml", yaml)]);
    let meta: Vec<_> = baked.collection.documents[0]
        .meta
        .iter()
        .map(|(field, value)| format!("{field}={value}"))
        .collect();
    assert_eq!(
        meta,
        [
            "shelfmark=1.10",
            "box=007",
            "edition=1e3",
            "sealed=true",
            "author=Ann Lee",
            "author=John Brown",
            "tags=a",
            "tags=b c",
            "note=two\nlines",
            "place=town: Riverton",
        ]
    );
}

#[test]
fn dates_and_languages() {
    let dated = |yaml: &str| {
        let baked = baked(&[
            ("2001-02-03 a.txt", "Text."),
            ("2001-02-03 a.meta.yaml", yaml),
        ]);
        let document = baked.collection.documents[0].clone();
        let date = document.published.map(|it| (it.edtf, it.origin));
        (date, document.lang, document.lang_given)
    };
    let given = |edtf: &str| Some((edtf.to_owned(), DateOrigin::Given));
    assert_eq!(dated("date: 1998").0, given("1998"));
    assert_eq!(dated("date: 1998-07-03").0, given("1998-07-03"));
    assert_eq!(dated("date: '1998-07~'").0, given("1998-07~"));
    assert_eq!(dated("date: 3 July 1998").0, given("1998-07-03"));
    let from_name = Some(("2001-02-03".to_owned(), DateOrigin::FileName));
    assert_eq!(dated("date: soon").0, from_name);
    assert_eq!(
        dated("lang: PT-br"),
        (from_name.clone(), "pt-BR".to_owned(), true)
    );
    assert!(!dated("").2, "what is guessed is not given");
}

#[test]
fn the_site_is_told_by_the_settings() {
    let files = [
        ("a.txt", "One."),
        ("b.txt", "Two."),
        (
            "corpus.yaml",
            "title: The bridge\ndescription: Papers on it\nlanguage: en\naccent: \"#A30\"\n",
        ),
    ];
    let site = baked(&files).collection.site;
    assert_eq!(
        (
            site.title.as_str(),
            site.description.as_str(),
            site.lang.as_str(),
            site.accent.as_str()
        ),
        ("The bridge", "Papers on it", "en", "#aa3300")
    );
    let config = Config {
        title: Some("Told".to_owned()),
        ..Config::default()
    };
    let seeds =
        Seeds::from_files(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())));
    assert_eq!(bake(&seeds, &config).unwrap().collection.site.title, "Told");
    assert_eq!(
        baked(&[("a.txt", "Only one.")]).collection.site.title,
        "Only one"
    );
}

#[test]
fn an_assumed_date_resolves_but_is_not_told() {
    let seeds = Seeds::from_files([("a".to_owned() + ".txt", TEXT.as_bytes().to_vec())]);
    for as_of in [
        AsOf::date("1998-08-10"),
        AsOf::from_json(r#"{"a": {"date": "1998-08-10", "genre": "news"}, "b": {"date": null}}"#)
            .unwrap(),
    ] {
        let config = Config {
            as_of,
            ..Config::default()
        };
        let document = &bake(&seeds, &config).unwrap().collection.documents[0];
        assert_eq!(document.published, None);
        assert_eq!(document.moments[0].edtf, "1998-07");
    }
    assert!(AsOf::from_json("[]").is_err());
}

/// Corrects `TEXT` and tells mentions, moments and statements.
fn corrected(yaml: &str) -> (Vec<String>, Vec<String>) {
    let baked = baked(&[("a.txt", TEXT), ("a.meta.yaml", yaml)]);
    (told(&baked.collection), printed(&baked))
}

fn told(collection: &Collection) -> Vec<String> {
    let document = &collection.documents[0];
    let words = |span: dossier_corpus::Span| span.of(&document.text);
    let mentions = document.mentions.iter().map(|it| {
        let entity = &document.entities[it.entity as usize];
        format!(
            "{} = {} {}",
            words(it.span),
            entity.kind.name(),
            entity.name
        )
    });
    let moments = document
        .moments
        .iter()
        .map(|it| format!("{} = {}", words(it.span), it.edtf));
    let statements = document.statements.iter().map(|it| {
        let speaker = it.speaker.as_ref().map_or("nobody", |it| words(it.span));
        format!("{speaker}: {}", words(it.content[0]))
    });
    let hedges = document
        .hedges
        .iter()
        .map(|it| format!("hedge {} {}", words(it.span), it.usage.name()));
    let notes = document
        .notes
        .iter()
        .map(|it| format!("note on {}: {}", words(it.span), it.text));
    mentions
        .chain(moments)
        .chain(statements)
        .chain(hedges)
        .chain(notes)
        .collect()
}

/// What a correction takes away and adds, against no correction at all.
#[track_caller]
fn check(yaml: &str, gone: &[&str], new: &[&str]) {
    let (before, _) = corrected("");
    let (after, findings) = corrected(yaml);
    assert!(findings.is_empty(), "{yaml}: {findings:?}");
    let only_in = |these: &[String], others: &[String]| -> Vec<String> {
        let only = these.iter().filter(|it| !others.contains(it));
        let mut only: Vec<String> = only.cloned().collect();
        only.dedup();
        only
    };
    assert_eq!(only_in(&before, &after), gone, "gone by {yaml}");
    assert_eq!(only_in(&after, &before), new, "new by {yaml}");
}

#[test]
fn corrections() {
    check(
        "entities: {drop: [Ann Lee]}",
        &["Ann Lee = person Ann Lee"],
        &[],
    );
    check(
        "entities: {rename: {Ann Lee: Ann Lee-Smith}}",
        &["Ann Lee = person Ann Lee"],
        &["Ann Lee = person Ann Lee-Smith"],
    );
    check(
        "entities: {retype: {Riverton: organization}}",
        &["Riverton = place Riverton"],
        &["Riverton = organisation Riverton"],
    );
    check(
        "entities: {merge: {John Brown: Ann Lee}}",
        &["John Brown = person John Brown"],
        &["John Brown = person Ann Lee"],
    );
    check(
        "entities: {merge: {Ann Lee: [John Brown, Riverton]}}",
        &[
            "John Brown = person John Brown",
            "Riverton = place Riverton",
        ],
        &["John Brown = person Ann Lee", "Riverton = person Ann Lee"],
    );
    check(
        "entities: {add: {harbour: place}}",
        &[],
        &["harbour = place harbour"],
    );
    check(
        "entities: {add: [{name: the harbour, kind: place, aliases: [shut]}]}",
        &[],
        &[
            "the harbour = place the harbour",
            "shut = place the harbour",
        ],
    );
    check(
        "moments: {fix: {July: 1998-07}}",
        &["July = XXXX-07"],
        &["July = 1998-07"],
    );
    check("moments: {drop: [July]}", &["July = XXXX-07"], &[]);
    check(
        "moments: [{text: the harbour, date: 1901}]",
        &[],
        &["the harbour = 1901"],
    );
    check(
        "statements: {drop: [Nobody]}",
        &["Ann Lee: Nobody knew"],
        &[],
    );
    check(
        "statements: {fix: {Nobody knew: John Brown}}",
        &["Ann Lee: Nobody knew"],
        &["John Brown: Nobody knew"],
    );
    check(
        "statements: {add: {the harbour was shut: Ann Lee}}",
        &[],
        &["Ann Lee: the harbour was shut"],
    );
    let hedge = "hedge Allegedly lowers";
    check("statements: {drop: [Allegedly]}", &[hedge], &[]);
    check("hedges: {drop: [Allegedly]}", &[hedge], &[]);
    check(
        "hedges: {fix: {Allegedly: quoted}}",
        &[hedge],
        &["hedge Allegedly quoted"],
    );
    check(
        "hedges: {add: [Nobody knew]}",
        &[],
        &["hedge Nobody knew lowers"],
    );
    check(
        "hedges: {add: {burned: negated}}",
        &[],
        &["hedge burned negated"],
    );
    check(
        "notes: {the Old Mill burned: \"The mill stood until 1950.\"}",
        &[],
        &["note on the Old Mill burned: The mill stood until 1950."],
    );
}

#[test]
fn a_name_that_took_too_much_is_split() {
    let text = "Paul Brandt met Anna Nord. Brandt left. Brandt wept.";
    for (yaml, expected) in [
        (
            "",
            ["Paul Brandt", "Anna Nord", "Paul Brandt", "Paul Brandt"],
        ),
        (
            "entities: {split: [Brandt]}",
            ["Paul Brandt", "Anna Nord", "Brandt", "Brandt"],
        ),
        (
            "entities: {split: {Brandt left: Karl Brandt}}",
            ["Paul Brandt", "Anna Nord", "Karl Brandt", "Paul Brandt"],
        ),
        (
            "entities: {split: {Brandt wept: Anna Nord}}",
            ["Paul Brandt", "Anna Nord", "Paul Brandt", "Anna Nord"],
        ),
    ] {
        let baked = baked(&[("a.txt", text), ("a.meta.yaml", yaml)]);
        let document = &baked.collection.documents[0];
        let names: Vec<&str> = document
            .mentions
            .iter()
            .map(|it| document.entities[it.entity as usize].name.as_str())
            .collect();
        assert_eq!(names, expected, "{yaml}");
        assert!(printed(&baked).is_empty(), "{yaml}: {:?}", printed(&baked));
        let short = |name: &str| {
            let mut all = document.entities.iter();
            all.any(|it| it.name == name && it.aliases.contains(&"Brandt".to_owned()))
        };
        assert_eq!(
            short("Paul Brandt"),
            !yaml.contains("[Brandt]"),
            "{yaml}: what nothing reads any more is no form of the name"
        );
    }
}

#[test]
fn what_is_corrected_is_marked_as_checked_by_hand() {
    let baked = baked(&[
        ("a.txt", TEXT),
        (
            "a.meta.yaml",
            "entities: {retype: {Riverton: organisation}}\nstatements: {fix: {Nobody knew: John Brown}}",
        ),
    ]);
    let entities = &baked.collection.entities;
    let checked: Vec<&str> = entities
        .iter()
        .filter(|it| it.checked)
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(checked, ["Riverton"]);
    assert!(baked.collection.documents[0].statements[0].checked);
}

#[test]
fn corrections_of_the_whole_folder_hold_for_every_document() {
    let settings = "title: Papers\nentities:\n  merge: {Чехов: Anton Chekhov}\n  drop: [Nobody Atall]\n\
        hedges: {fix: {Allegedly: quoted}}\n";
    let baked = baked(&[
        ("a.txt", TEXT),
        (
            "b.md",
            "---\nlang: ru\n---\nВчера Антон Чехов уехал. Чехов устал.\n",
        ),
        ("c.txt", "Yesterday Anton Chekhov left. Chekhov was tired."),
        ("corpus.yaml", settings),
    ]);
    assert_eq!(
        printed(&baked),
        ["corpus.yaml:2: no name `Nobody Atall` was found in the text, so it is not corrected"],
        "only what changes nothing anywhere is told"
    );
    let people: Vec<&str> = baked
        .collection
        .entities
        .iter()
        .map(|it| it.name.as_str())
        .filter(|it| it.contains("hekhov") || it.contains("ехов"))
        .collect();
    assert_eq!(people, ["Anton Chekhov"], "two scripts, one person");
    assert!(told(&baked.collection).contains(&"hedge Allegedly quoted".to_owned()));
}

#[test]
fn the_corrections_in_the_manual_are_read() {
    let page = include_str!("../../../docs/seeds.md");
    let (_, rest) = page.split_once("```yaml\n").unwrap();
    let (yaml, _) = rest.split_once("```").unwrap();
    let baked = baked(&[("a.txt", "Nothing of it."), ("corpus.yaml", yaml)]);
    let findings = printed(&baked);
    assert!(
        findings.len() > 15,
        "every correction matches nothing here: {findings:#?}"
    );
    let is_stale = |it: &String| {
        ["so it", "so none", "so nothing"]
            .iter()
            .any(|words| it.contains(words))
    };
    assert!(findings.iter().all(is_stale), "{findings:#?}");
}

#[test]
fn redacted_words_leave_the_corrections_too() {
    let baked = baked(&[
        ("a.txt", TEXT),
        (
            "a.meta.yaml",
            "redact: [John Brown]\nnotes: {the harbour: seen by John Brown}\n",
        ),
    ]);
    assert!(
        !baked.collection.documents[0].notes[0]
            .text
            .contains("Brown")
    );
}

#[test]
fn a_correction_that_changes_nothing_is_a_finding() {
    let rows = [
        (
            "entities: {drop: [Nobody Atall]}",
            "no name `Nobody Atall` was found in the text, so it is not corrected",
        ),
        (
            "entities: {add: {Zanzibar: place}}",
            "no name `Zanzibar` was found in the text, so it is not corrected",
        ),
        (
            "entities: {add: {harbour: ship}}",
            "`harbour` needs a kind: person, organisation, place or group",
        ),
        (
            "entities: {explode: [x]}",
            "the correction `explode` is not known; there are drop, rename, merge, split, retype and add",
        ),
        (
            "moments: {fix: {July: someday}}",
            "`someday` is no date that can be read, for `July`",
        ),
        (
            "moments: {drop: [May]}",
            "no date reads `May`, so none is dropped",
        ),
        (
            "statements: {fix: {Nobody knew: Zoe}}",
            "the speaker `Zoe` does not stand in the text",
        ),
        (
            "entities: {split: [Zoe]}",
            "no name `Zoe` was found in the text, so it is not corrected",
        ),
        (
            "hedges: {drop: [perhaps]}",
            "no hedge reads `perhaps`, so none is corrected",
        ),
        (
            "hedges: {fix: {Allegedly: maybe}}",
            "`Allegedly` needs to be one of lowers, negated and quoted",
        ),
        (
            "hedges: {add: [as they say]}",
            "`as they say` does not stand in the text, so it lowers nothing",
        ),
        (
            "notes: {the moon: up}",
            "`the moon` does not stand in the text, so nothing is noted beside it",
        ),
        (
            "notes: {the harbour: ''}",
            "the note on `the harbour` is empty",
        ),
    ];
    for (yaml, finding) in rows {
        assert_eq!(
            corrected(yaml).1,
            [format!("a.meta.yaml:1: {finding}")],
            "{yaml}"
        );
    }
}
