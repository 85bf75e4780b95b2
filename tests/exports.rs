//! Exports and quotations, opened by readers that are not ours: CSV, JSON, `CommonMark`, iCalendar, biblatex.
//!
//! 1. Each is valid, whatever titles and texts hold, and says what the selection says, in the order of the screen.
//! 2. Each names the corpus, the day, the selection and the reader's assumption.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop where it fails, in its helpers too"
)]

use std::rc::Rc;

use biblatex::{Bibliography, ChunksExt as _, DateValue, PermissiveType};
use dossier::route::Route;
use dossier::view_model::export::quotation::Quotation;
use dossier::view_model::export::selection::{Format, Group, Selection, export};
use dossier::view_model::export::{Provenance, printed};
use dossier::view_model::moment;
use dossier_bake::{Config, Seeds, bake};
use dossier_corpus::{Corpus, DocId};
use dossier_query::Searcher;
use icalendar::{Calendar, CalendarComponent, Component as _, EventStatus};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};
use serde::Deserialize;

const PAGE: &str = "https://example.org/some%20(path)/index.html";
const TODAY: &str = "2026-11-23";

/// A title, an author and a source that mean something to every format.
const HOSTILE: &str =
    "=cmd|' /C calc'!A0 \"said\", {x} \\it *star* _y_ 100 % & #1 <b> \u{202e}שלום";

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

fn yaml(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn papers() -> &'static Searcher<'static> {
    let title = yaml(HOSTILE);
    open(&[
        (
            "letters/a.md",
            &format!(
                "---\ntitle: {title}\ndate: 1921-05~\nauthor: [{title}, Jón Þór]\nsource: {title}\nurl: https://example.org/a?b=c_d&e\nlang: en\n---\n\
                 On 3 May 1921 the ferry sank. “{{Nobody}} & all”, \\\\it said, 100 % of $5 ~ ^ \\#.\n\n\
                 =1+1 was written on the ferry.\n\n- an item of the ferry\n"
            ),
        ),
        (
            "b.txt",
            "In July the ferry sailed again, about 1925.\nNothing else.\n",
        ),
        (
            "c.md",
            "---\ntitle: Third\ndate: 1925\n---\nThe ferry was sold.\n",
        ),
    ])
}

fn selection(searcher: &'static Searcher<'static>, address: &str) -> Selection {
    let route = Route::parse(address);
    assert!(route.problems.is_empty(), "{:?}", route.problems);
    Selection {
        searcher,
        answer: Rc::new(searcher.answer(&route.query)),
        provenance: Provenance::of(searcher, &route, PAGE, TODAY),
        query: route.query,
    }
}

fn groups(selection: &Selection) -> Vec<Group> {
    let values = moment::values(&selection.answer, 0..=u32::MAX);
    let documents = selection.documents().into_iter().enumerate();
    documents
        .map(|(place, it)| selection.group(place, it, &values).unwrap())
        .collect()
}

fn text(selection: &Selection, format: Format) -> String {
    export(selection.clone(), format).pieces.collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everything, best first, in part, on an assumption.
const ADDRESSES: [&str; 4] = [
    "#/",
    "#/?q=ferry",
    "#/?source=-Gazette&q=sank&from=1921",
    "#/?q=ferry&as-of=1924-08-01",
];

#[test]
fn a_selection_is_in_the_order_of_the_screen() {
    let searcher = papers();
    for (address, expected) in [
        ("#/", "c 1; letters/a 1 2 3; b 1 2"),
        ("#/?q=sold", "c 1"),
        ("#/?q=%22ferry+sank%22", "letters/a 1"),
    ] {
        let all = groups(&selection(searcher, address));
        let all = all.iter().map(|it| {
            let numbers: Vec<_> = it.rows.iter().map(|it| it.number.to_string()).collect();
            format!("{} {}", it.source.id, numbers.join(" "))
        });
        assert_eq!(all.collect::<Vec<_>>().join("; "), expected, "{address}");
    }
    let ranked = selection(searcher, "#/?q=ferry");
    let hits = ranked.answer.documents.iter().map(|it| it.document);
    assert_eq!(ranked.documents(), hits.collect::<Vec<_>>());
    for (group, hits) in groups(&ranked).iter().zip(&ranked.answer.documents) {
        assert_eq!(group.rows.len(), hits.passages.len());
    }
}

#[test]
fn a_table_opens_and_runs_nothing() {
    let searcher = papers();
    for address in ADDRESSES {
        let selection = selection(searcher, address);
        let csv = text(&selection, Format::Csv);
        let mut reader = csv::Reader::from_reader(csv.strip_prefix('\u{feff}').unwrap().as_bytes());
        let head: Vec<String> = reader.headers().unwrap().iter().map(String::from).collect();
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        let groups = groups(&selection);
        let expected: Vec<_> = groups
            .iter()
            .flat_map(|it| it.rows.iter().map(move |row| (it, row)))
            .collect();
        assert_eq!(records.len(), expected.len(), "{address}");
        assert_eq!(records.len(), selection.answer.n_passages as usize);
        for (record, (group, row)) in records.iter().zip(expected) {
            let cell = |name: &str| &record[head.iter().position(|it| it == name).unwrap()];
            assert!(
                record
                    .iter()
                    .all(|it| !it.starts_with(['=', '+', '-', '@'])),
                "{record:?}"
            );
            assert_eq!(cell("Text").trim_start_matches('\''), row.text);
            assert_eq!(cell("Title").trim_start_matches('\''), group.source.title);
            assert_eq!(cell("Link"), row.link);
            assert_eq!(cell("SHA-256 of its files"), selection.provenance.hash);
            assert_eq!(cell("Exported on"), TODAY);
            assert_eq!(cell("Selection"), selection.provenance.selection_words());
        }
    }
}

/// The JSON format, version 1, as `docs/export.md` has it; what is not in there may not be in an export.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "to be there is all that is asked of some")]
struct File {
    format: String,
    version: u32,
    exported: String,
    corpus: CorpusField,
    selection: SelectionField,
    passages: u32,
    documents: Vec<DocumentField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "to be there is all that is asked of some")]
struct CorpusField {
    title: String,
    sha256: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "to be there is all that is asked of some")]
struct SelectionField {
    words: Option<String>,
    filters: Vec<FilterField>,
    from: Option<String>,
    to: Option<String>,
    undated: bool,
    clock: String,
    as_of: Option<String>,
    in_words: String,
    link: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FilterField {
    facet: String,
    value: String,
    excluded: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "to be there is all that is asked of some")]
struct DocumentField {
    id: String,
    title: String,
    authors: Vec<String>,
    source: Option<String>,
    url: Option<String>,
    lang: Option<String>,
    sha256: String,
    link: String,
    date: Option<PublishedField>,
    passages: Vec<PassageField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "to be there is all that is asked of some")]
struct PublishedField {
    edtf: String,
    words: String,
    origin: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PassageField {
    number: u32,
    text: String,
    link: String,
    dates: Vec<DateField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DateField {
    text: String,
    edtf: String,
    words: String,
    assumed: bool,
}

#[test]
fn data_is_what_its_schema_says() {
    let searcher = papers();
    for address in ADDRESSES {
        let selection = selection(searcher, address);
        let file: File = serde_json::from_str(&text(&selection, Format::Json)).unwrap();
        assert_eq!(
            (file.format.as_str(), file.version),
            ("dossier-selection", 1)
        );
        assert_eq!(file.exported, TODAY);
        assert_eq!(file.corpus.sha256, searcher.corpus().site().hash);
        assert_eq!(file.passages, selection.answer.n_passages);
        assert_eq!(
            file.selection.link,
            format!("{PAGE}{}", Route::parse(address).href())
        );
        assert_eq!(file.selection.as_of.is_some(), address.contains("as-of"));
        let filters = file.selection.filters.iter();
        let filters: Vec<_> = filters
            .map(|it| (it.facet.as_str(), it.value.as_str(), it.excluded))
            .collect();
        let expected: &[_] = if address.contains("source=-") {
            &[("source", "Gazette", true)]
        } else {
            &[]
        };
        assert_eq!(filters, expected);
        let groups = groups(&selection);
        assert_eq!(file.documents.len(), groups.len());
        for (document, group) in file.documents.iter().zip(&groups) {
            assert_eq!(document.title, group.source.title);
            assert_eq!(document.authors, group.source.authors);
            for (passage, row) in document.passages.iter().zip(&group.rows) {
                assert_eq!(
                    (passage.number, &passage.text, &passage.link),
                    (row.number, &row.text, &row.link)
                );
                assert_eq!(passage.dates.len(), row.dates.len());
                for (date, expected) in passage.dates.iter().zip(&row.dates) {
                    assert_eq!(
                        (&date.text, &date.edtf, &date.words, date.assumed),
                        (
                            &expected.text,
                            &expected.edtf,
                            &expected.words,
                            expected.assumed
                        )
                    );
                }
            }
        }
    }
    let assumed = selection(searcher, "#/?q=July&as-of=1924-08-01");
    let file: File = serde_json::from_str(&text(&assumed, Format::Json)).unwrap();
    let date = &file.documents[0].passages[0].dates[0];
    assert_eq!((date.edtf.as_str(), date.assumed), ("1924-07", true));
    assert_eq!(
        file.documents[0].date.as_ref().unwrap().origin.as_deref(),
        Some("assumed by the reader")
    );
}

#[test]
fn a_text_quotes_every_passage_and_numbers_its_sources() {
    let searcher = papers();
    for address in ADDRESSES {
        let selection = selection(searcher, address);
        let markdown = text(&selection, Format::Markdown);
        let groups = groups(&selection);
        let (mut quotes, mut quote, mut links, mut sources) = (Vec::new(), None, Vec::new(), 0);
        let mut all = String::new();
        let mut in_list = false;
        for event in Parser::new(&markdown) {
            match event {
                Event::Start(Tag::BlockQuote(_)) => quote = Some(String::new()),
                Event::End(pulldown_cmark::TagEnd::BlockQuote(_)) => quotes.extend(quote.take()),
                Event::Start(Tag::List(start)) => in_list = start == Some(1),
                Event::Start(Tag::Item) => sources += usize::from(in_list),
                Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
                Event::Text(it) => {
                    all.push_str(&it);
                    if let Some(quote) = &mut quote {
                        quote.push_str(&it);
                    }
                }
                Event::Html(it) | Event::InlineHtml(it) => panic!("{it} in {markdown}"),
                _ => {}
            }
        }
        let mut number = 0;
        let expected: Vec<_> = groups
            .iter()
            .flat_map(|group| {
                number += 1;
                let number = number;
                group.rows.iter().map(move |row| {
                    format!("{} [{number}, passage {}]", one_line(&row.text), row.number)
                })
            })
            .collect();
        assert_eq!(quotes, expected, "{markdown}");
        assert_eq!(sources, groups.len(), "{markdown}");
        for link in groups
            .iter()
            .flat_map(|it| it.rows.iter().map(|it| &it.link).chain([&it.link]))
        {
            assert!(links.contains(link), "{link} in {links:?}");
        }
        for said in [
            &selection.provenance.hash,
            TODAY,
            &selection.provenance.selection_words(),
        ] {
            assert!(all.contains(said), "{said} in {all}");
        }
    }
}

#[test]
fn the_dates_are_a_calendar() {
    let searcher = papers();
    for (address, n_certain, n_tentative) in [
        ("#/", 1, 1),
        ("#/?q=ferry&as-of=1924-08-01", 1, 2),
        ("#/?q=sold", 0, 0),
    ] {
        let selection = selection(searcher, address);
        let ics = text(&selection, Format::Ics);
        let calendar: Calendar = ics.parse().unwrap();
        let events: Vec<_> = calendar
            .components
            .iter()
            .filter_map(CalendarComponent::as_event)
            .collect();
        let n = |status| {
            events
                .iter()
                .filter(|it| it.get_status() == Some(status))
                .count()
        };
        assert_eq!(
            (n(EventStatus::Confirmed), n(EventStatus::Tentative)),
            (n_certain, n_tentative),
            "{address}: {ics}"
        );
        for event in &events {
            assert!(
                event.get_start().is_some() && event.get_end().is_some(),
                "{ics}"
            );
            assert!(
                event
                    .get_uid()
                    .unwrap()
                    .contains(&searcher.corpus().site().hash[..16])
            );
            if event.get_status() == Some(EventStatus::Tentative) {
                assert!(
                    event
                        .get_description()
                        .unwrap()
                        .contains("Not certain to the day"),
                    "{ics}"
                );
            }
        }
        let unfolded = ics.replace("\r\n ", "");
        assert!(unfolded.contains(searcher.corpus().site().hash), "{ics}");
        assert!(unfolded.contains("Exported on: 2026-11-23"), "{ics}");
        assert_eq!(
            unfolded.contains("Read as if published on 1 August 1924"),
            address.contains("as-of"),
            "{ics}"
        );
    }
}

#[test]
fn what_is_printed_is_numbered_and_says_what_it_is() {
    let searcher = papers();
    let selection = selection(searcher, "#/?q=ferry&as-of=1924-08-01");
    let printed = printed::printed(&selection);
    assert_eq!(printed.groups.len(), selection.answer.documents.len());
    let n: usize = printed.groups.iter().map(|it| it.passages.len()).sum();
    assert_eq!(
        (n, printed.left_out.as_str()),
        (selection.answer.n_passages as usize, "")
    );
    let facts = format!("{:?}", printed.facts);
    for said in [
        "Words = ferry",
        "Read as if published on 1 August 1924",
        TODAY,
        searcher.corpus().site().hash,
    ] {
        assert!(facts.contains(said), "{said} in {facts}");
    }
    let lines: Vec<String> = (0..3_000).map(|it| format!("Line number {it}.")).collect();
    let many = crate::selection(open(&[("a.txt", &lines.join("\n"))]), "#/");
    let printed = printed::printed(&many);
    assert_eq!(printed.groups[0].passages.len(), 2_000);
    assert!(
        printed.left_out.starts_with("1,000 passages are left out"),
        "{}",
        printed.left_out
    );
}

fn quote(
    searcher: &Searcher<'_>,
    address: &str,
    document: &str,
    passage: u32,
    selected: &str,
) -> Option<Quotation> {
    let route = Route::parse(address);
    let document = searcher.corpus().document_by_id(document).unwrap();
    Quotation::of(
        searcher,
        &route.query,
        document,
        passage,
        selected,
        (PAGE, TODAY),
    )
}

fn form(quotation: &Quotation, label: &str) -> String {
    let forms = quotation.clone().forms();
    forms
        .forms
        .iter()
        .find(|it| it.0 == label)
        .unwrap()
        .1
        .to_string()
}

#[test]
fn a_quotation_names_its_source() {
    let searcher = papers();
    let third = quote(searcher, "#/", "c", 1, "").unwrap();
    let link = format!("{PAGE}{}", third.link.strip_prefix(PAGE).unwrap());
    assert_eq!(
        form(&third, "Plain text"),
        format!("“The ferry was sold.” (Third, 1925, passage 1)\n{link}")
    );
    assert_eq!(
        form(&third, "Markdown"),
        format!("> The ferry was sold.\n>\n> — *Third*, 1925, [passage 1](<{link}>)\n")
    );
    for (selected, expected, why) in [
        ("ferry  was", "ferry was", "a part"),
        ("was\nsold", "was sold", "over two lines"),
        (
            "something else",
            "The ferry was sold.",
            "selected elsewhere",
        ),
        (" ", "The ferry was sold.", "nothing"),
    ] {
        assert_eq!(
            quote(searcher, "#/", "c", 1, selected).unwrap().text,
            expected,
            "{why}"
        );
    }
    for passage in [0, 2, u32::MAX] {
        assert_eq!(quote(searcher, "#/", "c", passage, ""), None);
    }
    let undated = quote(searcher, "#/", "b", 2, "").unwrap();
    assert!(form(&undated, "Plain text").contains("undated"));
    let assumed = quote(searcher, "#/?as-of=1924-08-01", "b", 2, "").unwrap();
    for label in ["Plain text", "Markdown", "BibTeX", "CSL-JSON"] {
        let text = form(&assumed, label);
        assert!(
            text.contains("1 August 1924 (assumed by the reader)"),
            "{text}"
        );
    }
    let landed = Route::parse(third.link.strip_prefix(PAGE).unwrap());
    assert!(landed.problems.is_empty() && landed.anchor.is_some());
}

/// Braces of an address would end a field.
fn in_url(link: &str) -> String {
    link.replace('{', "%7B").replace('}', "%7D")
}

/// The one entry of a bibliography.
fn entry(bibtex: &str) -> biblatex::Entry {
    let all = Bibliography::parse(bibtex).unwrap_or_else(|err| panic!("{err} in {bibtex}"));
    assert_eq!(all.len(), 1, "{bibtex}");
    all.into_iter().next().unwrap()
}

#[test]
fn references_are_read_by_others() {
    let quotation = quote(papers(), "#/", "letters/a", 1, "").unwrap();
    let entry = entry(&form(&quotation, "BibTeX"));
    assert_eq!(entry.title().unwrap().format_verbatim(), HOSTILE);
    let authors = entry.author().unwrap();
    assert_eq!(authors.len(), 2);
    assert_eq!(authors[1].name, "Jón Þór");
    assert_eq!(entry.url().unwrap(), in_url(&quotation.link));
    let PermissiveType::Typed(date) = entry.date().unwrap() else {
        panic!("no date");
    };
    let DateValue::At(day) = date.value else {
        panic!("{date:?}");
    };
    assert_eq!(
        (day.year, day.month, day.day, date.approximate),
        (1921, Some(4), None, true)
    );
    let note = entry.note().unwrap().format_verbatim();
    assert!(
        note.starts_with("Passage 1. Date: about May 1921. Found at https://example.org/a?b=c_d&e"),
        "{note}"
    );

    let csl: serde_json::Value = serde_json::from_str(&form(&quotation, "CSL-JSON")).unwrap();
    assert_eq!(csl[0]["title"], HOSTILE);
    assert_eq!(csl[0]["author"][1]["literal"], "Jón Þór");
    assert_eq!(
        csl[0]["issued"],
        serde_json::json!({ "date-parts": [[1921, 5]], "circa": true })
    );
    assert_eq!(
        csl[0]["accessed"]["date-parts"],
        serde_json::json!([[2026, 11, 23]])
    );
    assert_eq!(csl[0]["URL"], quotation.link);
    assert_eq!(csl[0]["custom"]["edtf"], "1921-05~");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_words_make_valid_files(
        title in "\\PC{1,30}|[\"{}\\\\#$%&_^~<>=*,; a]{1,20}",
        passage in "[a-z]\\PC{0,60}|[a-z][\"{}\\\\#$%&_^~<>=*,;\\[\\]() a\u{202e}]{1,30}",
    ) {
        // A title that is nothing but blank is none; one of the software's own takes its place.
        let text = format!("---\ntitle: {}\nauthor: {}\n---\n\n{passage}\n", yaml(&title), yaml(&title));
        let searcher = open(&[("a.md", &text), ("b.txt", &passage)]);
        let selection = selection(searcher, "#/");
        let groups = groups(&selection);
        let csv = self::text(&selection, Format::Csv);
        let mut reader = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        prop_assert_eq!(reader.records().map(Result::unwrap).count(), groups.iter().map(|it| it.rows.len()).sum::<usize>());
        let file: File = serde_json::from_str(&self::text(&selection, Format::Json)).unwrap();
        for (document, group) in file.documents.iter().zip(&groups) {
            prop_assert_eq!(&document.title, &group.source.title);
            for row in &group.rows {
                let quotation = quote(searcher, "#/", &document.id, row.number, "").unwrap();
                let entry = entry(&form(&quotation, "BibTeX"));
                prop_assert_eq!(entry.title().unwrap().format_verbatim(), one_line(&group.source.title));
                prop_assert_eq!(entry.url().unwrap(), in_url(&quotation.link));
                let csl: serde_json::Value = serde_json::from_str(&form(&quotation, "CSL-JSON")).unwrap();
                prop_assert_eq!(csl[0]["abstract"].as_str().unwrap_or_default(), quotation.text);
            }
        }
        prop_assert!(self::text(&selection, Format::Ics).parse::<Calendar>().is_ok());
    }
}
