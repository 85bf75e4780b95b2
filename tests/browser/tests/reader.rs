//! What the reader of one document can do besides reading: check the file, find words, go on later, look up a name.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it fails, in its helpers too"
)]

use std::fs;
use std::path::Path;

use browser_tests::{Page, Size, archive, letters, page};
use fantoccini::key::Key;
use sha2::{Digest as _, Sha256};

/// What the page says about the file once it has been compared.
const VERDICT: &str = "document.querySelector('.margin [aria-live]').textContent";

/// The card that has the focus: its name.
const CARD: &str =
    "document.activeElement.getAttribute('role') == 'dialog' && document.activeElement.ariaLabel";

/// SHA-256 of the one text in `seeds/`, in hexadecimal.
fn sha256_of_the_seed() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let seed = entries.find(|it| it.extension().is_some_and(|it| it == "txt"));
    let hash = Sha256::digest(fs::read(seed.unwrap()).unwrap());
    hash.iter()
        .fold(String::new(), |hex, it| hex + &format!("{it:02x}"))
}

async fn verify(page: &Page) {
    page.find("button", "Verify").await.click().await.unwrap();
}

#[test]
fn the_original_is_compared_with_its_hash() {
    page("", async |page| {
        page.ready().await;
        let file = page.eval("document.querySelector('.file').textContent");
        let file = file.await.as_str().unwrap().to_owned();
        assert!(file.contains(&sha256_of_the_seed()), "{file}");
        assert_eq!(page.eval(VERDICT).await, "", "nobody asked yet");
        verify(page).await;
        let said = format!("{VERDICT} == 'Computed anew: the original has this SHA-256'");
        page.until("it is the same", &said).await;
    });
}

#[test]
fn another_hash_is_told() {
    page("", async |page| {
        page.prepare(
            "const digest = SubtleCrypto.prototype.digest; \
             SubtleCrypto.prototype.digest = async function (...given) { \
                 const hash = new Uint8Array(await digest.apply(this, given)); hash[31] ^= 1; return hash.buffer; }",
        )
        .await;
        page.reload().await;
        page.ready().await;
        verify(page).await;
        let said = format!("{VERDICT} == 'Computed anew: the original has another SHA-256'");
        page.until("it is another", &said).await;
    });
}

#[test]
fn a_browser_without_hashes_says_so() {
    page("", async |page| {
        page.prepare("Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })")
            .await;
        page.reload().await;
        page.ready().await;
        verify(page).await;
        let said = format!("{VERDICT}.startsWith('This browser does not compute hashes here')");
        page.until("it cannot be compared", &said).await;
    });
}

#[test]
fn words_are_found_within_the_document() {
    const LETTER: usize = 2;
    let text = archive::letter(LETTER);
    let body = text.rsplit("---").next().unwrap();
    let words = body.split(|it: char| !it.is_alphanumeric());
    let n = words.filter(|it| it.eq_ignore_ascii_case("the")).count();
    assert!(n > 2, "too few to walk through");
    letters(&format!("#/doc/{}", archive::id(LETTER)), async |page| {
        page.ready().await;
        let field = page.find("searchbox", "Find in this document").await;
        field.send_keys("the").await.unwrap();
        let bar = async |said: &str| {
            let is_said = format!(
                "document.querySelector('[role=group][aria-label=\"Matches in the text\"] [aria-live]')\
                 .textContent == '{said}'"
            );
            page.until(said, &is_said).await;
        };
        bar(&format!("{n} matches")).await;
        let is_marked = format!(
            "document.querySelectorAll('article mark').length == {n} && \
             [...document.querySelectorAll('article mark')].every((it) => it.textContent.toLowerCase() == 'the')"
        );
        page.until("each is marked", &is_marked).await;
        let on_match = async |number: usize| {
            let is_there = format!(
                "document.activeElement == document.querySelectorAll('article mark')[{}]",
                number - 1
            );
            page.until("the match has the focus", &is_there).await;
            bar(&format!("{number} of {n} matches")).await;
        };
        page.key(Key::Enter).await;
        on_match(1).await;
        let click = async |name: &str| {
            page.find("button", name).await.click().await.unwrap();
        };
        click("Next match").await;
        on_match(2).await;
        click("Previous match").await;
        click("Previous match").await;
        on_match(n).await;
        click("Next match").await;
        on_match(1).await;
        page.press("n").await;
        on_match(2).await;
        page.press("N").await;
        on_match(1).await;

        let field = page.find("searchbox", "Find in this document").await;
        field.clear().await.unwrap();
        field.send_keys("xylophone").await.unwrap();
        bar("No match in this document").await;
        let article = page.find_where("article", "still open", |it| !it.is_empty());
        let shown = article.await.text().await.unwrap();
        assert!(shown.contains(archive::writer(LETTER).1), "{shown}");
    });
}

#[test]
fn who_comes_back_goes_on_at_the_same_passage() {
    const LEFT_AT: u32 = 11;
    let go_on = format!("Go on at passage {LEFT_AT}, where you left");
    page("", async |page| {
        page.resize(Size {
            width: 800,
            height: 500,
        })
        .await;
        page.ready().await;
        let is_offered = "document.querySelector('article').textContent.includes('Go on at')";
        assert_eq!(page.eval(is_offered).await, false, "nobody was here yet");
        page.eval(&format!(
            "(document.getElementById('p{LEFT_AT}').scrollIntoView(), true)"
        ))
        .await;
        page.until(
            "the place is kept",
            &format!(
                "Object.entries(localStorage).some(([key, it]) => key.startsWith('dossier.place.') && it == '{LEFT_AT}')"
            ),
        )
        .await;
        page.reload().await;
        page.find("link", &go_on).await;
        page.tab_to("the link", |role, name| role == "link" && name == go_on)
            .await;
        page.key(Key::Enter).await;
        page.until(
            "the passage has the focus and is seen",
            &format!(
                "(() => {{ const it = document.activeElement; const box = it.getBoundingClientRect(); \
                 return it.id == 'p{LEFT_AT}' && box.top >= 0 && box.top < innerHeight; }})()"
            ),
        )
        .await;
    });
}

#[test]
fn a_name_is_looked_up_by_keyboard() {
    const NAME: &str = "Alexei Chebanenko";
    let is_open = format!("{CARD} == 'About {NAME}'");
    let is_closed = format!(
        "!document.querySelector('article [role=dialog]') && document.activeElement.textContent == '{NAME}'"
    );
    page("", async |page| {
        page.ready().await;
        page.tab_to("the name in the text", |role, name| {
            role == "button" && name == NAME
        })
        .await;
        page.press(" ").await;
        page.until("Space opens the card", &is_open).await;
        page.key(Key::Escape).await;
        page.until("Esc closes it", &is_closed).await;
        page.key(Key::Enter).await;
        page.until("Enter opens it", &is_open).await;
        // The first link leads to all its passages, those behind it to one each.
        page.key(Key::Tab).await;
        let (role, name) = page.focus().await;
        assert!(
            role == "link" && name.contains("passages"),
            "{role} {name:?}"
        );
        page.key(Key::Tab).await;
        let (role, _) = page.focus().await;
        assert_eq!(role, "link");
        page.key(Key::Enter).await;
        page.until(
            "a passage that names it has the focus",
            "document.activeElement.id.startsWith('p') && \
             document.activeElement.textContent.includes('Chebanenko')",
        )
        .await;
        page.until(
            "and the card is closed",
            "!document.querySelector('article [role=dialog]')",
        )
        .await;
    });
}
