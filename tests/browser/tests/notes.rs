//! The reader's own notes in the text and in the selection.

#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it fails, in its helpers too"
)]

use browser_tests::{Page, page, seed};
use fantoccini::key::Key;

/// Stars a passage by the dialog that its button opens.
async fn star(page: &Page, passage: usize) {
    page.find("button", &format!("Cite passage {passage}"))
        .await
        .click()
        .await
        .unwrap();
    page.find("checkbox", "Star this passage")
        .await
        .click()
        .await
        .unwrap();
    page.key(Key::Escape).await;
    page.until(
        "the dialog is closed",
        "!document.querySelector('dialog[open]')",
    )
    .await;
}

#[test]
fn a_noted_passage_carries_a_mark_that_opens_its_note() {
    page("", async |page| {
        page.ready().await;
        star(page, 3).await;
        page.find("button", "Passage 3: your star")
            .await
            .click()
            .await
            .unwrap();
        page.find("textbox", "Your note")
            .await
            .send_keys("Who paid?")
            .await
            .unwrap();
        page.key(Key::Escape).await;
        page.reload().await;
        page.ready().await;
        let mark = page.find("button", "Passage 3: your star and note").await;
        let (_, _, width, height) = mark.rectangle().await.unwrap();
        assert!(width >= 24.0 && height >= 24.0, "{width} by {height}");
        mark.click().await.unwrap();
        page.until(
            "it opens what was noted",
            "document.querySelector('.note-field textarea').value == 'Who paid?'",
        )
        .await;
    });
}

#[test]
fn notes_are_a_filter_of_the_one_selection() {
    page("", async |page| {
        page.ready().await;
        let n = seed::paragraphs().len();
        assert_eq!(
            page.names("group")
                .await
                .iter()
                .filter(|it| *it == "Your notes")
                .count(),
            0
        );
        for passage in [2, 4] {
            star(page, passage).await;
        }
        page.find("checkbox", "Starred (2)")
            .await
            .click()
            .await
            .unwrap();
        let status = format!("2 of {n} passages");
        page.status(&status).await;
        page.until("it is in the address", "location.hash == '#/?note=starred'")
            .await;
        page.until(
            "just these are shown",
            "document.querySelectorAll('ol.passages > li').length == 2",
        )
        .await;
        for view in ["Timeline", "Statements"] {
            page.find("link", view).await.click().await.unwrap();
            page.until(
                "the view is there",
                &format!("location.hash.startsWith('#/{}')", view.to_lowercase()),
            )
            .await;
            page.status(&status).await;
        }
        page.reload().await;
        page.status(&status).await;
        page.eval(
            "(URL.createObjectURL = (blob) => { blob.text().then((it) => { window.kept = it; }); return 'about:blank'; }, \
              HTMLAnchorElement.prototype.click = () => {}, location.hash = '#/?note=-starred', true)",
        )
        .await;
        page.status(&format!("{} of {n} passages", n - 2)).await;
        page.find("button", "Export").await.click().await.unwrap();
        page.find_where("menuitem", "JSON", |it| it.contains("JSON"))
            .await
            .click()
            .await
            .unwrap();
        page.until("the file is there", "!!window.kept").await;
        let file = page.eval("window.kept").await;
        let file = file.as_str().unwrap();
        assert!(file.contains("Your notes ≠ Starred"), "the filter is told");
        assert!(
            !file.contains(&seed::paragraphs().swap_remove(1)),
            "it is applied"
        );
        page.find("button", "Remove filter: Your notes ≠ Starred")
            .await
            .click()
            .await
            .unwrap();
        page.status(&format!("{n} passages")).await;
    });
}
