//! Taking things away: quotations, exports, paper, and links that survive a rebuild.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it fails, in its helpers too"
)]

use browser_tests::{Page, archive, letters, page, seed};
use fantoccini::key::Key;

/// What a link remembers of a text, in the form of the address: first and last words, and a check sum.
fn anchor(text: &str) -> String {
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, it| {
        (sum ^ u32::from(it)).wrapping_mul(0x0100_0193)
    });
    let first: String = text.chars().take(40).collect();
    format!("{sum:08x}~{first}").replace(' ', "%20")
}

/// The text of a passage as it stands in the reader, by its number from 1.
fn passage(number: usize) -> String {
    seed::paragraphs().swap_remove(number - 1)
}

/// The id of the one document.
async fn document(page: &Page) -> String {
    let href = page
        .eval("document.querySelector('.passage-number').getAttribute('href')")
        .await;
    let href = href.as_str().unwrap().to_owned();
    href["#/doc/".len()..href.find('?').unwrap()].to_owned()
}

/// Keeps what is downloaded or copied for the test: `window.kept` is a list of names and texts.
async fn keep(page: &Page) {
    page.eval(
        "(() => {
            window.kept = [];
            URL.createObjectURL = (blob) => { blob.text().then((it) => window.kept.push(it)); return 'about:blank#' + blob.type; };
            HTMLAnchorElement.prototype.click = function () { window.named = this.download; };
            const clipboard = { writeText: async (it) => { window.copied = it; } };
            Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
            return true;
        })()",
    )
    .await;
}

async fn export(page: &Page, item: &str) -> String {
    page.eval("(window.kept = [], true)").await;
    page.find("button", "Export").await.click().await.unwrap();
    page.find("menuitem", item).await.click().await.unwrap();
    page.until("the file is there", "window.kept.length == 1")
        .await;
    page.eval("window.kept[0]")
        .await
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_link_finds_its_passage_after_a_rebuild() {
    page("", async |page| {
        page.ready().await;
        let id = document(page).await;
        let words = passage(5);
        // As if two passages had stood before it when the link was made.
        let moved = format!("#/doc/{id}?p=7&was={}", anchor(&words));
        open(page, &moved).await;
        page.until(
            "it has the focus where it stands now",
            "document.activeElement.id == 'p5'",
        )
        .await;
        page.until(
            "it is said that it moved",
            "document.querySelector('.landing').textContent.includes('number 7, it is number 5 now')",
        )
        .await;
        page.find("link", "Close").await.click().await.unwrap();
        page.until(
            "the notice is closed",
            "!document.querySelector('.landing')",
        )
        .await;
        page.until("the address is short", "location.hash.endsWith('?p=5')")
            .await;
    });
}

#[test]
fn a_link_to_changed_words_shows_both_wordings() {
    page("", async |page| {
        page.ready().await;
        let id = document(page).await;
        let now = passage(5);
        let was = format!("{} indeed, {}", &now[..30], &now[30..60]);
        open(
            page,
            &format!("#/doc/{id}?p=5&was=00000000~{}", was.replace(' ', "%20")),
        )
        .await;
        for words in ["has changed since", "indeed", &now[60..]] {
            page.until(
                "both are shown",
                &format!("document.querySelector('.landing').textContent.includes('{words}')"),
            )
            .await;
        }
        page.until("it has the focus", "document.activeElement.id == 'p5'")
            .await;
        page.reload().await;
        page.until(
            "a reload says the same",
            "document.querySelector('.landing').textContent.includes('has changed')",
        )
        .await;
    });
}

#[test]
fn a_link_to_what_is_gone_says_so() {
    page("", async |page| {
        page.ready().await;
        let id = document(page).await;
        for place in [id.as_str(), "no-such-document"] {
            open(
                page,
                &format!("#/doc/{place}?p=3&was=00000000~skepticism%20of%20the%20ferrymen"),
            )
            .await;
            page.until(
                "it is said",
                "document.querySelector('.landing').textContent.includes('is gone') && \
                 document.querySelector('.landing').textContent.includes('skepticism of the ferrymen')",
            )
            .await;
        }
        page.find("link", "Search for its words")
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "the words are searched for",
            "location.hash.startsWith('#/?q=skepticism')",
        )
        .await;
    });
}

#[test]
fn an_old_link_and_a_broken_memory_lead_to_the_passage() {
    page("", async |page| {
        page.ready().await;
        let id = document(page).await;
        for rest in ["", "&was=", "&was=nonsense"] {
            open(page, &format!("#/doc/{id}?p=4{rest}")).await;
            page.until("it has the focus", "document.activeElement.id == 'p4'")
                .await;
        }
    });
}

/// Goes to an address of the page, from a fresh start.
async fn open(page: &Page, route: &str) {
    page.eval(&format!("(location.hash = {route:?}, true)"))
        .await;
    page.ready().await;
}

#[test]
fn a_passage_is_cited_and_its_link_leads_back() {
    page("", async |page| {
        page.ready().await;
        keep(page).await;
        let words = passage(2);
        page.find("button", "Cite passage 2")
            .await
            .click()
            .await
            .unwrap();
        for (form, holds) in [
            ("Plain text", "passage 2)"),
            ("Markdown", "[passage 2](<http"),
            ("BibTeX", "@online{"),
            ("CSL-JSON", "\"type\":\"document\""),
        ] {
            page.find("button", form).await.click().await.unwrap();
            page.until(
                "it is copied",
                &format!("window.copied.includes({holds:?})"),
            )
            .await;
            page.until(
                "and said so",
                "document.querySelector('.cite-said').textContent == 'Copied'",
            )
            .await;
            let copied = page.eval("window.copied").await;
            assert!(copied.as_str().unwrap().contains(&words[..40]), "{copied}");
        }
        page.find("button", "Link").await.click().await.unwrap();
        page.until(
            "the link is copied",
            "window.copied.startsWith('http') && window.copied.includes('was=')",
        )
        .await;
        let link = page.eval("window.copied").await;
        page.key(Key::Escape).await;
        page.until("Esc closes it", "!document.querySelector('dialog[open]')")
            .await;
        page.go("about:blank").await;
        page.go(link.as_str().unwrap()).await;
        page.until("the link leads there", "document.activeElement.id == 'p2'")
            .await;
        page.until(
            "and nothing is to be said",
            "!document.querySelector('.landing')",
        )
        .await;
    });
}

#[test]
fn a_passage_is_handed_to_what_the_browser_shares_with() {
    page("", async |page| {
        page.prepare(
            "Object.defineProperty(navigator, 'share', { value: async (it) => { window.shared = it; }, configurable: true })",
        )
        .await;
        page.reload().await;
        page.ready().await;
        let words = passage(2);
        page.find("button", "Cite passage 2")
            .await
            .click()
            .await
            .unwrap();
        page.find("button", "Share").await.click().await.unwrap();
        page.until("it is shared", "!!window.shared").await;
        let shared = page.eval("window.shared").await;
        let of = |name: &str| shared[name].as_str().unwrap().to_owned();
        assert!(of("text").contains(&words[..40]), "{shared}");
        assert!(!of("title").is_empty(), "{shared}");
        page.go("about:blank").await;
        page.go(&of("url")).await;
        page.until("the link leads there", "document.activeElement.id == 'p2'")
            .await;
    });
}

#[test]
fn selected_words_are_cited_alone_and_a_refusal_leaves_them_to_be_copied_by_hand() {
    page("", async |page| {
        page.ready().await;
        page.eval(
            "(() => {
                Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new Error('no'); } } });
                const words = document.createTreeWalker(document.querySelector('#p1'), NodeFilter.SHOW_TEXT);
                let node;
                while ((node = words.nextNode()) && node.length < 20);
                getSelection().setBaseAndExtent(node, 2, node, 12);
                window.chosen = getSelection().toString().trim();
                return true;
            })()",
        )
        .await;
        page.find("button", "Cite passage 1")
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "the selected words are quoted",
            "document.querySelector('dialog textarea').value.startsWith('“' + window.chosen + '”')",
        )
        .await;
        page.find("button", "Plain text")
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "the refusal is said",
            "document.querySelector('.cite-said').textContent.includes('did not copy')",
        )
        .await;
        page.until(
            "the text is selected",
            "(() => { const it = document.querySelector('dialog textarea'); \
             return document.activeElement == it && it.selectionEnd - it.selectionStart == it.value.length; })()",
        )
        .await;
    });
}

#[test]
fn the_selection_leaves_as_files() {
    letters("#/?q=ferry&person=Ada%20Norling", async |page| {
        page.ready().await;
        keep(page).await;
        let status = page.status("").await;
        let n: usize = status.split(' ').next().unwrap().parse().unwrap();
        let json = export(page, "Data (JSON)").await;
        let file: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(file["passages"], n);
        let documents = file["documents"].as_array().unwrap();
        let all: usize = documents
            .iter()
            .map(|it| it["passages"].as_array().unwrap().len())
            .sum();
        assert_eq!(all, n);
        let shown = page.eval("[...document.querySelectorAll('[aria-label=Results] a')].map((it) => it.textContent)").await;
        let first = documents[0]["title"].as_str().unwrap();
        assert!(shown.to_string().contains(first), "{first} in {shown}");
        assert_eq!(file["selection"]["words"], "ferry");
        let csv = export(page, "Table (CSV)").await;
        assert!(csv.contains("Words = ferry; People = Ada Norling"), "{csv}");
        let markdown = export(page, "Text with sources (Markdown)").await;
        assert!(markdown.contains("\n## Sources\n\n1. "), "{markdown}");
        let ics = export(page, "Dates as calendar (ICS)").await;
        assert!(
            ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.contains("BEGIN:VEVENT"),
            "{ics}"
        );
        let name = page.eval("window.named").await;
        assert_eq!(name, "selection.ics");
    });
}

#[test]
fn the_selection_is_printed_as_a_numbered_list() {
    letters("#/?q=ferry", async |page| {
        page.ready().await;
        page.eval(
            "(window.print = () => { window.printed = document.querySelector('.print-list').textContent; \
              window.items = document.querySelectorAll('.print-list > ol > li').length; \
              dispatchEvent(new Event('afterprint')); }, true)",
        )
        .await;
        page.find("button", "Export").await.click().await.unwrap();
        page.find("menuitem", "Print").await.click().await.unwrap();
        let n = (0..archive::N_LETTERS)
            .filter(|&it| archive::is_about_the_ferry(it))
            .count();
        page.until("every document is there", &format!("window.items == {n}"))
            .await;
        page.until(
            "with the query on top",
            "window.printed.includes('Words = ferry')",
        )
        .await;
        page.until(
            "afterwards nothing is left of it",
            "!document.querySelector('.print-list')",
        )
        .await;
    });
}

/// Opens the dialog of a passage and writes a note.
async fn note(page: &Page, passage: usize, text: &str) {
    page.find("button", &format!("Cite passage {passage}"))
        .await
        .click()
        .await
        .unwrap();
    let field = page.find("textbox", "Your note").await;
    field.send_keys(text).await.unwrap();
}

#[test]
fn notes_are_kept_found_and_handed_on() {
    page("", async |page| {
        page.ready().await;
        note(page, 3, "Who paid for this?").await;
        page.find("checkbox", "Star this passage")
            .await
            .click()
            .await
            .unwrap();
        page.key(Key::Escape).await;
        note(page, 4, "Compare with the other one").await;
        page.key(Key::Escape).await;
        page.reload().await;
        page.ready().await;
        // Where it was left, the head of the page may lie over the link.
        page.eval("scrollTo(0, 0)").await;
        page.find("link", "Notes").await.click().await.unwrap();
        page.until(
            "both are there",
            "document.querySelectorAll('.note-list li').length == 2",
        )
        .await;
        let find = page.find("textbox", "Find in notes").await;
        find.send_keys("PAID").await.unwrap();
        page.until(
            "one is found",
            "document.querySelectorAll('.note-list li').length == 1",
        )
        .await;
        keep(page).await;
        page.find("button", "Export notes")
            .await
            .click()
            .await
            .unwrap();
        page.until("the file is there", "window.kept.length == 1")
            .await;
        let file = page.eval("window.kept[0]").await;
        let file: serde_json::Value = serde_json::from_str(file.as_str().unwrap()).unwrap();
        assert_eq!(file["type"], "AnnotationPage");
        assert_eq!(file["items"].as_array().unwrap().len(), 2);
        let quote = &file["items"][0]["target"]["selector"][1]["exact"];
        assert!(
            [passage(3), passage(4)].contains(&quote.as_str().unwrap().to_owned()),
            "{quote}"
        );
        page.find("link", &format!("{}, passage 3", title(page).await))
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "it leads to its passage",
            "document.activeElement.id == 'p3'",
        )
        .await;
    });
}

/// The title of the one document.
async fn title(page: &Page) -> String {
    let place = page
        .eval("document.querySelector('.note-place a').textContent")
        .await;
    place
        .as_str()
        .unwrap()
        .rsplit_once(", passage")
        .unwrap()
        .0
        .to_owned()
}

/// Chooses a file of this text in the field for notes.
async fn import(page: &Page, text: &str) {
    page.until(
        "the field is there",
        "!!document.querySelector('input[type=file]')",
    )
    .await;
    page.eval(&format!(
        "(() => {{
            const files = new DataTransfer();
            files.items.add(new File([{text}], 'notes.jsonld'));
            const field = document.querySelector('input[type=file]');
            field.files = files.files;
            field.dispatchEvent(new Event('change', {{ bubbles: true }}));
            return true;
        }})()"
    ))
    .await;
}

#[test]
fn files_of_notes_are_taken_in_or_refused_and_said_so() {
    page("#/notes", async |page| {
        for (text, said) in [
            ("'{'", "could not be read as notes"),
            (
                "'{\"dossier\":{\"version\":9},\"items\":[]}'",
                "later version",
            ),
            ("'x'.repeat(21e6)", "more than 20 MB"),
            (
                "JSON.stringify({ dossier: { version: 1, collection: 'Elsewhere' }, items: [{ id: 'urn:a', modified: '2020', \
                 body: [{ type: 'TextualBody', purpose: 'commenting', value: '=cmd <b>' }], \
                 target: { selector: [{ value: '/doc/nowhere?p=1&was=00000000~gone' }, { exact: 'What is gone' }] } }] })",
                "another collection, “Elsewhere”",
            ),
        ] {
            import(page, text).await;
            page.until(
                "it is said",
                &format!("document.querySelector('.notes-said').textContent.includes('{said}')"),
            )
            .await;
        }
        page.until(
            "what has no passage here is shown all the same",
            "['The passage is gone', 'What is gone', '=cmd <b>'].every((it) => document.querySelector('.note-list').textContent.includes(it))",
        )
        .await;
        page.reload().await;
        page.find("button", "Delete").await.click().await.unwrap();
        page.until(
            "it is taken back",
            "!document.querySelector('.note-list li')",
        )
        .await;
        page.reload().await;
        page.until(
            "for good",
            "document.querySelector('.notes-said').textContent.includes('No notes yet')",
        )
        .await;
    });
}

#[test]
fn storage_that_refuses_or_is_damaged_loses_nothing_without_a_word() {
    page("", async |page| {
        page.ready().await;
        page.eval("(Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }, true)").await;
        note(page, 2, "x").await;
        page.until(
            "it is said",
            "document.querySelector('dialog .notes-problem').textContent.includes('does not keep')",
        )
        .await;
        page.key(Key::Escape).await;
        page.eval("(location.hash = '#/notes', true)").await;
        page.until(
            "it is there until the page is closed",
            "document.querySelectorAll('.note-list li').length == 1",
        )
        .await;
        page.reload().await;
        page.until("the page has come", "document.title.startsWith('Notes')")
            .await;
        page.eval("(localStorage.setItem('dossier.notes.' + document.title.split(' · ').pop(), '{damaged'), true)").await;
        page.reload().await;
        page.until(
            "what is damaged is put aside",
            "document.querySelector('.notes-problem').textContent.includes('put aside')",
        )
        .await;
        let aside = page.eval("Object.entries(localStorage).some(([key, text]) => key.endsWith('.aside') && text == '{damaged')").await;
        assert_eq!(aside, true);
    });
}
