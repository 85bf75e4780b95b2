//! What people read on the page for a given corpus and query, from files to words, without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it fails, in its helpers too"
)]

use std::rc::Rc;

use dossier::route::Route;
use dossier::state::notes::{Note, Notes};
use dossier::view_model::article::{Block, Extent, article};
use dossier::view_model::card::{self, About, Card};
use dossier::view_model::documents::{documents, listed as in_order};
use dossier::view_model::export::Provenance;
use dossier::view_model::notes::{noted, of_passage};
use dossier::view_model::statements::by_speaker::speakers;
use dossier::view_model::timeline::export::{Format, export};
use dossier::view_model::timeline::list::listed;
use dossier::view_model::timeline::undated::undated;
use dossier::view_model::timeline::{Shape, strip, timeline};
use dossier::view_model::window::{self, REACH};
use dossier::view_model::{
    about, correction, examples, facets, first_screen, hits, margin, statements, status,
};
use dossier_bake::{Config, Seeds, bake};
use dossier_corpus::mention::EntityKind;
use dossier_corpus::{Corpus, DocId};
use dossier_query::{Answer, Query, Searcher};

/// Opens a corpus made of these files. It lives as long as the test.
fn open(files: &[(&str, &str)]) -> &'static Searcher<'static> {
    let files = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let baked = bake(&Seeds::from_files(files), &Config::default()).unwrap();
    let originals: &'static [Vec<u8>] =
        Vec::leak(baked.originals.into_iter().map(|it| it.bytes).collect());
    let original = move |document: DocId| originals.get(document.index()).map(Vec::as_slice);
    let corpus = Corpus::open(Vec::leak(baked.bytes), Box::leak(Box::new(original)));
    Box::leak(Box::new(Searcher::new(corpus.unwrap())))
}

/// The selection of an address.
fn ask(searcher: &Searcher<'_>, address: &str) -> (Query, Answer) {
    let route = Route::parse(address);
    assert!(route.problems.is_empty(), "{:?}", route.problems);
    let answer = searcher.answer(&route.query);
    (route.query, answer)
}

const LETTER: &str = "In March the ferry Aurelia sank off Halm.\n\
    “We saw no light,” said Marta Ilves, the harbour master. The owner allegedly knew.\n\
    Marta Ilves left Halm on 3 May 1921.\n";

fn letter() -> &'static Searcher<'static> {
    open(&[("letter.txt", LETTER)])
}

fn papers() -> &'static Searcher<'static> {
    open(&[
        (
            "a.md",
            "---\ntitle: First paper\ndate: 1921-05\nsource: Gazette\n---\nThe ferry sank on 3 March 1921. Nobody was saved.\n\nA second passage.\n",
        ),
        (
            "b.md",
            "---\ntitle: Second paper\ndate: 1922\nsource: Herald\n---\nThe inquiry about the ferry began in 1922.\n",
        ),
        ("c.txt", "A note about the quay without any date.\n"),
    ])
}

#[test]
fn the_status_says_true_numbers() {
    let searcher = papers();
    for (address, expected) in [
        ("#/", "4 passages in 3 documents"),
        ("#/?q=ferry", "2 of 4 passages in 2 of 3 documents"),
        ("#/?q=quay", "1 of 4 passages in 1 of 3 documents"),
        ("#/?q=nowhere", "0 of 4 passages in 0 of 3 documents"),
        ("#/?source=Gazette", "2 of 4 passages in 1 of 3 documents"),
        ("#/?source=-Gazette", "2 of 4 passages in 2 of 3 documents"),
        (
            "#/?from=1921&to=1921",
            "1 of 4 passages in 1 of 3 documents · 1 surely and 0 possibly in this range",
        ),
        (
            "#/?from=1921&to=1921&undated=1",
            "3 of 4 passages in 2 of 3 documents · 1 surely and 0 possibly in this range, 2 undated",
        ),
    ] {
        let (query, answer) = ask(searcher, address);
        let status = status::status(searcher, &answer, &query);
        assert_eq!(status, expected, "{address}");
    }
    for (address, is_odd) in [
        ("#/?from=2001&to=1999", true),
        ("#/?from=1999&to=2001", false),
        ("#/?from=1999&to=1999", false),
        ("#/?from=2001", false),
    ] {
        let (query, _) = ask(searcher, address);
        assert_eq!(status::range_problem(&query).is_some(), is_odd, "{address}");
    }
    let searcher = letter();
    let (query, answer) = ask(searcher, "#/");
    assert_eq!(
        status::status(searcher, &answer, &query),
        "3 passages in 1 document"
    );
    assert_eq!(
        status::dates(&answer, &query),
        "2 dates\u{a0}· 1 passage without a date"
    );
}

#[test]
fn a_filter_leaves_gaps_that_are_counted() {
    let searcher = letter();
    let (_, answer) = ask(searcher, "#/?person=Marta%20Ilves");
    let shown = article(searcher, &answer, DocId::new(0), Extent::Selected, 0, REACH).unwrap();
    assert_eq!((shown.n_shown, shown.n_passages), (2, 3));
    assert!(matches!(shown.blocks[0], Block::Gap { n: 1, first: 1 }));
    let whole = article(searcher, &answer, DocId::new(0), Extent::Whole, 0, REACH).unwrap();
    assert_eq!(whole.n_shown, 3);
    assert_eq!(
        whole.title.as_str(),
        "In March the ferry Aurelia sank off Halm"
    );
    let (query, _) = ask(searcher, "#/?person=Marta%20Ilves&place=-Halm");
    let labels: Vec<_> = facets::active(&query)
        .into_iter()
        .map(|it| it.label)
        .collect();
    assert_eq!(labels, ["People = Marta Ilves", "Places ≠ Halm"]);
}

#[test]
fn a_very_long_passage_is_shown_where_it_was_found() {
    let text = format!(
        "{}The quay burned. {}",
        "All was calm. ".repeat(9_000),
        "Rain fell. ".repeat(9_000)
    );
    let searcher = open(&[("long.txt", &text)]);
    let (_, answer) = ask(searcher, "#/?q=burned");
    let of = |reach| {
        let shown = article(searcher, &answer, DocId::new(0), Extent::Whole, 0, reach).unwrap();
        match shown.blocks.into_iter().next() {
            Some(Block::Passage(it)) => it,
            other => panic!("not a passage: {other:?}"),
        }
    };
    let part = of(REACH);
    let words: String = part.cells[0].iter().map(|it| it.text.as_str()).collect();
    assert!(words.contains("The quay burned."));
    assert!(part.cells[0].iter().any(|it| it.marks.hit.is_some()));
    let n_bytes = u32::try_from(words.len()).unwrap() + part.cut_before + part.cut_behind;
    assert_eq!(
        n_bytes as usize,
        text.trim_end().len(),
        "nothing is lost or doubled"
    );
    assert!(words.len() < 2 * REACH as usize);
    let whole = of(u32::MAX);
    assert_eq!((whole.cut_before, whole.cut_behind), (0, 0));
}

#[test]
fn a_very_long_document_is_shown_around_the_passage_that_is_wanted() {
    let lines: Vec<String> = (1..=12_000)
        .map(|n| format!("Line {n} of the log says nothing of note."))
        .collect();
    let searcher = open(&[("log.txt", &lines.join("\n"))]);
    let corpus = searcher.corpus();
    let (_, answer) = ask(searcher, "#/");
    for (aim, is_whole_before) in [(None, true), (Some(1), true), (Some(6_000), false)] {
        let first = window::first(&corpus, DocId::new(0), aim, REACH);
        let shown = article(
            searcher,
            &answer,
            DocId::new(0),
            Extent::Whole,
            first,
            REACH,
        )
        .unwrap();
        assert_eq!(shown.n_passages, 12_000);
        assert_eq!(
            shown.n_before + shown.n_shown + shown.n_behind,
            shown.n_passages,
            "nothing is lost or doubled at {aim:?}"
        );
        assert!(shown.n_behind > 0, "{aim:?}: not all of it is laid out");
        assert_eq!(shown.n_before == 0, is_whole_before, "{aim:?}");
        let numbers = shown.n_before + 1..=shown.n_before + shown.n_shown;
        assert!(numbers.contains(&aim.unwrap_or(1)), "{aim:?} is shown");
    }
    let all = article(searcher, &answer, DocId::new(0), Extent::Whole, 0, u32::MAX).unwrap();
    assert_eq!((all.n_shown, all.n_behind), (12_000, 0));
}

#[test]
fn a_name_tells_where_it_stands_and_who_else_is_there() {
    let searcher = open(&[
        (
            "a.md",
            "---\ntitle: First\n---\nMarta Ilves met Jon Weir in Halm on 3 May 1921.\n\nMarta Ilves left Halm.\n",
        ),
        (
            "b.md",
            "---\ntitle: Second\n---\nJon Weir and Marta Ilves came back to Halm in 1923.\n\nNobody was there.\n",
        ),
    ]);
    let corpus = searcher.corpus();
    let (query, answer) = ask(searcher, "#/?q=left");
    let entity = (0..corpus.n_entities())
        .find(|it| {
            let info = corpus.entity(dossier_corpus::EntityId::new(*it));
            info.is_some_and(|it| it.name == "Marta Ilves")
        })
        .unwrap();
    let told = card::card(
        searcher,
        &answer,
        &query,
        DocId::new(1),
        About::Name(entity),
    );
    let Some(Card::Name(told)) = told else {
        panic!("no card of a name: {told:?}");
    };
    assert_eq!(told.count.as_str(), "3 passages in 2 documents");
    let places: Vec<_> = told
        .passages
        .iter()
        .map(|it| (it.document.as_str(), it.title.as_str(), it.passage))
        .collect();
    assert_eq!(
        places,
        [("b", "", 1), ("a", "First", 1), ("a", "First", 2)],
        "what is read comes first"
    );
    for other in &told.others {
        let n = searcher.answer(&other.query).n_passages;
        assert_eq!(other.count.as_str(), n.to_string(), "{:?}", other.name);
    }
    let mut others: Vec<_> = told.others.iter().map(|it| it.name.as_str()).collect();
    others.sort_unstable();
    assert_eq!(others, ["Halm", "Jon Weir"]);
    assert!(told.dates.contains("2 dates in the text"), "{}", told.dates);
    assert!(
        told.correction.contains("drop: [\"Marta Ilves\"]"),
        "{}",
        told.correction
    );
    assert_eq!(told.correction_file.as_str(), "b.meta.yaml");
}

#[test]
fn examples_are_of_this_corpus_and_find_something() {
    for (searcher, n) in [
        (letter(), 4),
        (papers(), 1),
        (open(&[("a.txt", "No.\n")]), 0),
    ] {
        let examples = examples::examples(searcher);
        assert_eq!(examples.len(), 7, "each form is shown");
        let found: Vec<_> = examples.iter().filter(|it| it.finds).collect();
        assert!(found.len() >= n, "{examples:?}");
        for it in found {
            let answer = searcher.answer(&Query::of_text(&it.query));
            assert!(answer.n_passages > 0, "{:?}", it.query);
            assert!(
                answer.notes.is_empty(),
                "{:?}: {:?}",
                it.query,
                answer.notes
            );
        }
    }
}

#[test]
fn the_first_sentence_says_true_numbers() {
    for (searcher, sentence) in [
        (
            papers(),
            "3 documents, published from 1921 to 1922; one carries no date",
        ),
        (
            open(&[("a.txt", "One.\n"), ("b.txt", "Two.\n")]),
            "2 documents",
        ),
    ] {
        assert_eq!(first_screen::lead(searcher).sentence.as_str(), sentence);
    }
    let numbers = first_screen::lead(papers()).numbers;
    assert!(numbers.contains(" words"), "{numbers}");
    assert!(
        !numbers.contains(" 0 "),
        "nothing of which there is none: {numbers}"
    );
}

#[test]
fn marks_lie_over_the_words_they_belong_to() {
    let searcher = letter();
    let (_, answer) = ask(searcher, "#/?q=light");
    let shown = article(searcher, &answer, DocId::new(0), Extent::Whole, 0, REACH).unwrap();
    let segments: Vec<_> = shown
        .blocks
        .iter()
        .flat_map(|it| match it {
            Block::Passage(it) => it.cells.concat(),
            _ => Vec::new(),
        })
        .collect();
    let text: String = segments.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(text, LETTER.replace('\n', ""), "nothing is lost or doubled");
    let under = |holds: &dyn Fn(&dossier::view_model::segments::Marks) -> bool| -> String {
        let marked = segments.iter().filter(|it| holds(&it.marks));
        marked.map(|it| it.text.as_str()).collect()
    };
    assert_eq!(under(&|it| it.hit.is_some()), "light");
    assert_eq!(under(&|it| it.hedge.is_some()), "allegedly");
    assert_eq!(under(&|it| it.quotation.is_some()), "“We saw no light,”");
    assert_eq!(under(&|it| it.moment.is_some()), "March3 May 1921");
    let names = under(&|it| it.name.as_ref().is_some_and(|it| it.name == "Marta Ilves"));
    assert_eq!(names, "Marta IlvesMarta Ilves");
}

#[test]
fn a_month_without_a_year_stays_so_until_the_reader_assumes_one() {
    let searcher = open(&[("note.txt", "In March the ferry sank.\nNobody was saved.\n")]);
    let (query, answer) = ask(searcher, "#/");
    let drawn = timeline(searcher, &Rc::new(answer), &query);
    assert!(drawn.items.is_empty() && strip(&drawn, &query).is_none());
    let row = drawn.rows.row(drawn.year_unknown[0]).unwrap();
    assert_eq!(row.words.as_str(), "March, year not stated");
    assert_eq!((row.month_day, drawn.months[2]), (Some((3, None)), 1));
    assert_eq!(
        drawn.summary.as_str(),
        "1 date in the text: March, year not stated; 1 passage carries no date"
    );
    let rows = undated(searcher, &query, 10);
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].text.as_str(), rows[0].passage),
        ("Nobody was saved.", 2)
    );
    let (query, answer) = ask(searcher, "#/?as-of=1921-05-01");
    let answer = Rc::new(answer);
    let drawn = timeline(searcher, &answer, &query);
    let row = drawn.rows.row(0).unwrap();
    assert_eq!((row.edtf.as_str(), row.assumed), ("1921-03", true));
    assert!(row.reading.contains("your assumption"), "{}", row.reading);
    assert!(
        row.name().starts_with("March 1921 (assumed), "),
        "{}",
        row.name()
    );
    let beside = margin::beside(searcher, &answer, DocId::new(0));
    assert_eq!(beside.dates[0].words.as_str(), "March 1921");
}

#[test]
fn the_timeline_draws_what_is_known() {
    let searcher = open(&[(
        "a.txt",
        "It began on 3 May 1921.\nIt went on in 1922.\nAround 1925 it was forgotten.\n",
    )]);
    let (query, answer) = ask(searcher, "#/");
    let drawn = timeline(searcher, &Rc::new(answer), &query);
    let axis = strip(&drawn, &query).unwrap();
    let rows = listed(&drawn, drawn.order(), Some(axis.view));
    let shapes: Vec<_> = rows
        .iter()
        .map(|it| (it.row.words.as_str(), it.drawn.as_ref().unwrap().shape))
        .collect();
    assert_eq!(
        shapes,
        [
            ("3 May 1921", Shape::Point),
            ("1922", Shape::Span),
            ("about 1925", Shape::Vague),
        ]
    );
    assert!(
        axis.bars
            .windows(2)
            .all(|it| it[0].right <= it[1].left + 1e-6)
    );
    assert_eq!(axis.highest, 1);
    assert!(drawn.is_list());
}

#[test]
fn a_range_keeps_its_surroundings_in_the_strip() {
    let texts: Vec<String> = (1900..1960)
        .map(|year| format!("It rained in {year}."))
        .collect();
    let texts = texts.join("\n");
    let searcher = open(&[("a.txt", &texts)]);
    let (query, answer) = ask(searcher, "#/?from=1910&to=1919");
    let drawn = timeline(searcher, &Rc::new(answer), &query);
    assert_eq!((drawn.items.len(), drawn.all().len()), (10, 60));
    let strip = strip(&drawn, &query).unwrap();
    let (first, last) = strip.chosen.unwrap();
    assert_eq!(
        (
            strip.bars[first].name.as_str(),
            strip.bars[last].last.as_str()
        ),
        ("1910", "1919-12-31")
    );
}

#[test]
fn the_sentence_says_what_the_dates_say() {
    let searcher = papers();
    for (address, expected) in [
        (
            "#/",
            "2 dates in the text from 1921 to 1922; 2 passages carry no date",
        ),
        (
            "#/?clock=published",
            "2 dated documents from 1921 to 1922; 1 passage carries no date",
        ),
        (
            "#/?q=quay",
            "No dates in this selection; 1 passage carries no date",
        ),
        ("#/?q=inquiry", "1 date in the text: 1922"),
    ] {
        let (query, answer) = ask(searcher, address);
        let drawn = timeline(searcher, &Rc::new(answer), &query);
        assert_eq!(drawn.summary.as_str(), expected, "{address}");
    }
    let texts: Vec<String> = (1..=9)
        .map(|day| format!("It rained on {day} August 1998."))
        .collect();
    let texts = texts.join("\n");
    let searcher = open(&[(
        "a.txt",
        &format!("It began in 1921.\n{texts}\nIt ended in June 2000.\n"),
    )]);
    let (query, answer) = ask(searcher, "#/");
    let drawn = timeline(searcher, &Rc::new(answer), &query);
    assert_eq!(
        drawn.summary.as_str(),
        "11 dates in the text from 1921 to 2000, most in 1998"
    );
}

#[test]
fn the_dates_can_be_taken_away() {
    let searcher = open(&[(
        "a.txt",
        "A <b> & \"c\" of 3 May 1921.\nAround 1925 it was forgotten.\nThe quay stands since 1930.\n",
    )]);
    let (query, answer) = ask(searcher, "#/");
    let drawn = timeline(searcher, &Rc::new(answer), &query);
    let text = |format| export(&drawn, format, None, &Provenance::default()).text;
    let csv = text(Format::Csv);
    let lines: Vec<_> = csv.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 4, "{csv}");
    assert!(
        lines[1].starts_with("3 May 1921,1921-05-03,1921-05-03,1921-05-03,\"A <b> & \"\"c\"\""),
        "{}",
        lines[1]
    );
    assert!(
        lines[3].contains(",1930-01-01,,"),
        "an open end stays open: {}",
        lines[3]
    );
    let ics = text(Format::Ics);
    for (part, n) in [
        ("BEGIN:VEVENT", 3),
        ("STATUS:CONFIRMED", 1),
        ("STATUS:TENTATIVE", 2),
        ("SUMMARY:about 1925: ", 1),
        ("SUMMARY:since 1930: ", 1),
        (
            "DTSTART;VALUE=DATE:19300101\r\nDTEND;VALUE=DATE:19300102",
            1,
        ),
    ] {
        assert_eq!(ics.matches(part).count(), n, "{part} in {ics}");
    }
    let svg = text(Format::Svg);
    assert!(svg.contains("A &lt;b&gt; &amp; &quot;c&quot;"), "{svg}");
    assert_eq!(
        svg.matches("<text").count(),
        svg.matches("</text>").count(),
        "{svg}"
    );
    for shape in ["<circle", "url(#both)", "url(#right)"] {
        assert!(svg.contains(shape), "{shape} in {svg}");
    }
}

#[test]
fn documents_are_grouped_by_year_with_the_undated_last() {
    let searcher = papers();
    let (_, answer) = ask(searcher, "#/");
    let in_order = in_order(searcher, &answer);
    let groups = documents(searcher, &in_order, 0..in_order.len());
    let labels: Vec<_> = groups.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["1922", "1921", "No date given"]);
    let first = &groups[1].rows[0];
    assert_eq!(first.title.as_str(), "First paper");
    assert!(
        first.byline.starts_with("Gazette\u{a0}· May\u{a0}1921"),
        "{}",
        first.byline
    );
    let (_, answer) = ask(searcher, "#/?q=ferry");
    let found = hits::hits(searcher, &answer, 0..50);
    assert_eq!(found.len(), 2);
    let marked: Vec<_> = found[0].hits[0]
        .excerpt
        .iter()
        .filter(|it| it.marks.hit.is_some())
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(marked, ["ferry"]);
}

#[test]
fn statements_name_who_says_what() {
    let searcher = letter();
    let (_, answer) = ask(searcher, "#/");
    let rows = statements::statements(searcher, &answer, 10);
    let quoted = rows
        .iter()
        .find(|it| it.content == "We saw no light")
        .unwrap();
    assert_eq!(quoted.speaker.as_str(), "Marta Ilves");
    assert_eq!(quoted.tags, ["quoted", "said"]);
    assert_eq!(quoted.passage, 2);
}

#[test]
fn statements_stand_under_who_makes_them() {
    let searcher = open(&[(
        "a.txt",
        "Marta Ilves said that the ferry sank. Some experts said that it was old.\n\
         Marta Ilves said that the light allegedly failed. It was “a dark night” for all.\n",
    )]);
    let (_, answer) = ask(searcher, "#/statements?by=speaker");
    let told = |limit| -> Vec<String> {
        let speakers = speakers(searcher, &answer, limit).into_iter();
        speakers
            .map(|it| format!("{} ({}): {}", it.name, it.summary, it.rows.len()))
            .collect()
    };
    assert_eq!(
        told(10),
        [
            "Marta Ilves (2 statements, 1 hedged): 2",
            "Some experts (1 statement): 1",
            " (1 statement): 1",
        ]
    );
    assert_eq!(told(1), ["Marta Ilves (2 statements, 1 hedged): 1"]);
    let file = statements::export::table(searcher, &answer);
    let lines: Vec<&str> = file.text.lines().collect();
    assert_eq!(file.name, "statements.csv");
    assert_eq!(lines.len(), 5);
    assert_eq!(
        lines[3],
        "Marta Ilves,person,,the light allegedly failed,said,allegedly,\
         Marta Ilves said that the ferry sank,a,2"
    );
}

#[test]
fn corrections_are_in_force_as_they_are_copied() {
    let name = correction::of_name("Marta Ilves", EntityKind::Person);
    let said = correction::of_statement("We saw no light", ["allegedly"].into_iter());
    for (copied, before, after) in [(name, "Marta Ilves", 0), (said, "We saw no light", 0)] {
        let lines: Vec<&str> = copied.lines().collect();
        let [head, first, others @ ..] = lines.as_slice() else {
            panic!("{copied}");
        };
        let others = others
            .iter()
            .map(|it| format!("{head}\n{}", it.replacen("# ", "", 1)));
        let texts: Vec<String> = [format!("{head}\n{first}"), copied.clone()]
            .into_iter()
            .chain(others.map(|it| it.replace("who says it", "Halm")))
            .collect();
        for (idx, text) in texts.iter().enumerate() {
            let searcher = open(&[("letter.txt", LETTER), ("letter.meta.yaml", text)]);
            let findings: Vec<_> = about::about(searcher)
                .seeds
                .into_iter()
                .flat_map(|it| it.findings)
                .collect();
            assert!(findings.is_empty(), "{text}: {findings:?}");
            if idx < 2 {
                let (_, answer) = ask(searcher, "#/");
                let rows = statements::statements(searcher, &answer, 10);
                let facets = facets::groups(searcher, &Rc::new(answer));
                let names = facets.iter().flat_map(|it| it.rows("", 100));
                let n = names.filter(|it| it.label == before).count()
                    + rows.iter().filter(|it| it.content == before).count();
                assert_eq!(n, after, "{text}");
            }
        }
    }
    let card = statements::card(letter(), 0).unwrap();
    assert_eq!(
        (card.reading.as_str(), card.file.as_str()),
        ("Read by software", "letter.meta.yaml")
    );
}

#[test]
fn notes_stand_beside_their_passage() {
    let note =
        "notes: {The owner allegedly knew: He denied it.}\nhedges: {fix: {allegedly: quoted}}";
    let searcher = open(&[("letter.txt", LETTER), ("letter.meta.yaml", note)]);
    let (_, answer) = ask(searcher, "#/");
    let article = article(searcher, &answer, DocId::new(0), Extent::Whole, 0, REACH).unwrap();
    let notes: Vec<_> = article
        .blocks
        .iter()
        .map(|it| match it {
            Block::Passage(it) => it.notes.iter().map(ToString::to_string).collect(),
            _ => String::new(),
        })
        .collect();
    assert_eq!(notes, ["", "He denied it.", ""]);
    let kinds = facets::groups(searcher, &Rc::new(answer));
    let kinds = kinds.iter().find(|it| it.label == "Kind").unwrap();
    let labels: Vec<_> = kinds.rows("", 9).into_iter().map(|it| it.label).collect();
    assert!(!labels.contains(&"Hedged".into()), "{labels:?}");
}

#[test]
fn what_the_reader_noted_is_marked_and_can_be_filtered() {
    let searcher = open(&[("a.txt", "One.\n\nTwo.\n\nThree.\n\nFour.\n")]);
    let mut notes = Notes::default();
    for (number, starred, words) in [
        (2, true, ""),
        (3, true, "Why?"),
        (4, false, "Who?"),
        (1, false, " "),
    ] {
        let (_, note) = of_passage(searcher, &notes, DocId::new(0), number).unwrap();
        let note = Note {
            starred,
            text: words.to_owned(),
            ..note
        };
        notes.0.insert(number.to_string(), note);
    }
    let mut query = Route::parse("#/?note=starred").query;
    query.noted = Rc::new(noted(searcher, &notes));
    let answer = Rc::new(searcher.answer(&query));
    assert_eq!(answer.n_passages, 2, "what is blank is no note");
    let groups = facets::groups(searcher, &answer);
    let own = groups.iter().find(|it| it.label == "Your notes").unwrap();
    let rows = own.rows("", 9);
    let rows: Vec<_> = rows.iter().map(|it| (&*it.label, it.count)).collect();
    assert_eq!(rows, [("Starred", 2), ("With a note", 2)]);
    let filter = &facets::active(&query)[0];
    assert_eq!(filter.label, "Your notes = Starred");
    let shown = article(searcher, &answer, DocId::new(0), Extent::Whole, 0, REACH).unwrap();
    let marks: Vec<&str> = shown
        .blocks
        .iter()
        .map(|it| match it {
            Block::Passage(it) => it.own.as_str(),
            _ => "no passage",
        })
        .collect();
    assert_eq!(
        marks,
        [
            "",
            "Passage 2: your star",
            "Passage 3: your star and note",
            "Passage 4: your note"
        ]
    );
}

#[test]
fn names_that_stand_once_are_behind_more() {
    let towns = ["Riga", "Oslo", "Turin", "Quito", "Hanoi", "Lima"];
    let text: Vec<String> = towns
        .iter()
        .map(|it| format!("They went to {it} by way of Paris."))
        .collect();
    let searcher = open(&[("a.txt", &text.join("\n")), ("b.txt", "Nothing here.")]);
    let (_, answer) = ask(searcher, "#/");
    let groups = facets::groups(searcher, &Rc::new(answer));
    let places = groups.iter().find(|it| it.label == "Places").unwrap();
    assert_eq!(
        (places.n_values, places.n_first, places.is_read),
        (7, 3, true)
    );
    let rows = places.rows("", places.n_first);
    assert_eq!(
        (
            rows[0].label.as_str(),
            rows[0].description.as_str(),
            rows[0].count
        ),
        ("Paris", "France", 6)
    );
}

#[test]
fn a_name_is_found_by_its_other_names() {
    let searcher = open(&[
        (
            "a.txt",
            "The Coastal Rescue Service (CRS) came. The CRS left.",
        ),
        ("b.txt", "The Northern Harbour Authority saw nothing."),
    ]);
    let (_, answer) = ask(searcher, "#/");
    let groups = facets::groups(searcher, &Rc::new(answer));
    let bodies = groups
        .iter()
        .find(|it| it.label == "Organisations")
        .unwrap();
    let labels = |wanted| -> Vec<_> {
        let rows = bodies.rows(wanted, 9).into_iter();
        rows.map(|it| it.label.to_string()).collect()
    };
    assert_eq!(labels("crs"), ["Coastal Rescue Service"]);
    assert_eq!(labels("navy"), [""; 0]);
}

#[test]
fn facets_that_tell_nothing_apart_are_left_out() {
    let searcher = letter();
    let (_, answer) = ask(searcher, "#/");
    let labels: Vec<_> = facets::groups(searcher, &Rc::new(answer))
        .into_iter()
        .map(|it| it.label)
        .collect();
    assert!(!labels.contains(&"Language".into()), "{labels:?}");
    assert!(
        !labels.contains(&"People".into()),
        "a single person is no choice: {labels:?}"
    );
    let (_, answer) = ask(searcher, "#/?person=Marta%20Ilves");
    let groups = facets::groups(searcher, &Rc::new(answer));
    assert!(
        groups.iter().any(|it| it.label == "People"),
        "what is chosen is shown"
    );
}

#[test]
fn about_lists_every_file_and_what_was_odd() {
    let searcher = open(&[("a.txt", "Some words.\n"), ("empty.txt", "")]);
    let it = about::about(searcher);
    let paths: Vec<_> = it.seeds.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths, ["a.txt", "empty.txt"]);
    assert!(
        it.seeds[1].fate.starts_with("Left out") || !it.seeds[1].findings.is_empty(),
        "an empty file is mentioned: {:?}",
        it.seeds[1]
    );
}

#[test]
fn too_much_is_cut_and_said() {
    let route = Route::parse(&format!("#/?q={}", "a".repeat(60_000)));
    assert_eq!(
        route.problems,
        ["The address is too long; its end was left out"]
    );
    assert!(route.query.text.len() < 60_000 && route.query.text.starts_with("aaa"));

    let tags: Vec<String> = (0..20_000).map(|n| format!("tag{n:05}")).collect();
    let long = "A very long title about nothing ".repeat(16);
    let files = [
        (
            "tags.md",
            format!("---\ntags: [{}]\n---\nTagged.\n", tags.join(", ")),
        ),
        (
            "title.md",
            format!("---\ntitle: {}\n---\nTitled.\n", long.trim()),
        ),
        ("word.txt", "Word\n".to_owned()),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|it| (it.0, it.1.as_str())).collect();
    let searcher = open(&files);
    let (_, answer) = ask(searcher, "#/");
    let groups = facets::groups(searcher, &Rc::new(answer.clone()));
    let tags = groups.iter().find(|it| it.label == "Tags").unwrap();
    assert_eq!(tags.n_values, 20_000);
    assert_eq!(tags.rows("", 200).len(), 200, "no more is laid out");
    assert_eq!(
        tags.rows("tag19999", 200).len(),
        1,
        "the field finds the others"
    );
    let titled = article(searcher, &answer, DocId::new(1), Extent::Whole, 0, REACH).unwrap();
    assert_eq!(
        titled.title.as_str(),
        long.trim(),
        "a title is shown in full"
    );
    let word = article(searcher, &answer, DocId::new(2), Extent::Whole, 0, REACH).unwrap();
    assert_eq!((word.title.as_str(), word.n_shown), ("Word", 1));
}
