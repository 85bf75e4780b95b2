//! Who says what: as a table, under those who say it, filtered, taken away, put right; and the names beside it.

use browser_tests::page;
use fantoccini::key::Key;

const NAME: &str = "Alexei Chebanenko";

#[test]
fn a_statement_leads_to_its_sentence() {
    page("#/statements", async |page| {
        page.ready().await;
        let link = page
            .find_where("link", "a passage", |it| it.ends_with(", passage 3"))
            .await;
        link.click().await.unwrap();
        page.until(
            "the sentence has the focus",
            "location.hash.includes('p=3') && document.activeElement.id == 'p3' \
             && document.activeElement.textContent.includes('We have a clear vision')",
        )
        .await;
    });
}

#[test]
fn statements_stand_under_who_makes_them() {
    page("#/statements", async |page| {
        page.ready().await;
        page.find("link", "By speaker").await.click().await.unwrap();
        page.until(
            "the address says so",
            "location.hash.includes('by=speaker')",
        )
        .await;
        page.find("list", "Speakers").await;
        let said = format!(
            "[...document.querySelectorAll('.speakers > li')].find((it) => it.querySelector('h2').textContent\
             .startsWith('{NAME}')).textContent.includes('We have a clear vision')"
        );
        page.until("what he says", &said).await;
        page.back().await;
        page.until(
            "the table again",
            "!!document.querySelector('table.statements')",
        )
        .await;
    });
}

#[test]
fn hedged_ones_are_marked_and_filtered() {
    page("#/statements", async |page| {
        page.ready().await;
        page.until(
            "the word that lowers",
            "document.querySelector('table .hedged').textContent.startsWith('Hedged: ')",
        )
        .await;
        let n_rows = "document.querySelectorAll('table.statements tbody tr').length";
        let before = page.eval(n_rows).await.as_u64().unwrap();
        let hedged = page
            .find_where("checkbox", "Hedged", |it| it.starts_with("Hedged ("))
            .await;
        hedged.click().await.unwrap();
        page.until("fewer rows", &format!("{n_rows} < {before}"))
            .await;
        page.until(
            "each from a passage that is hedged",
            "location.hash.includes('kind=hedged')",
        )
        .await;
    });
}

#[test]
fn a_statement_gives_its_correction() {
    page("#/statements", async |page| {
        page.ready().await;
        page.tab_to("how it was read", |_, name| name == "Read by software")
            .await;
        page.key(Key::Enter).await;
        page.until(
            "the correction",
            "['statements:', 'drop: [', '.meta.yaml']\
             .every((it) => document.querySelector('details[open].correction').textContent.includes(it))",
        )
        .await;
    });
}

#[test]
fn statements_are_taken_away_as_a_table() {
    page("#/statements", async |page| {
        page.ready().await;
        page.find("button", "Export").await.click().await.unwrap();
        page.find("menu", "Export").await;
        let items = page.names("menuitem").await;
        assert_eq!(items, ["Table (CSV)", "Print"]);
        // What the link would load is read instead of saved.
        page.eval(
            "(window.saved = '', URL.createObjectURL = (blob) => { blob.text().then((it) => window.saved = it); return '#'; }, \
             HTMLAnchorElement.prototype.click = () => {}, true)",
        )
        .await;
        page.find("menuitem", "Table (CSV)")
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "a line for each statement, and the head",
            "window.saved.includes('We have a clear vision') \
             && window.saved.trim().split('\\r\\n').length == 1 + document.querySelectorAll('table.statements tbody tr').length",
        )
        .await;
    });
}

#[test]
fn names_that_stand_once_are_behind_more() {
    page("", async |page| {
        page.ready().await;
        let n = "[...document.querySelectorAll('fieldset.facet')]\
                 .find((it) => it.querySelector('legend').textContent == 'Organisations').querySelectorAll('.value').length";
        let first = page.eval(n).await.as_u64().unwrap();
        let more = page
            .find_where("button", "more", |it| it.ends_with(" more"))
            .await;
        more.click().await.unwrap();
        let all = "document.querySelectorAll('fieldset.facet .value').length";
        page.until("all of them", &format!("{all} > {first}")).await;
        page.until(
            "and what software does is said",
            "document.querySelector('.filters .hint').textContent.includes('read by software')",
        )
        .await;
    });
}

#[test]
fn a_place_says_its_country() {
    page("", async |page| {
        page.ready().await;
        page.until(
            "Kursk region, Russia",
            "[...document.querySelectorAll('.value')].some((it) => \
             it.querySelector('.place')?.textContent == 'Kursk region' && it.querySelector('small')?.textContent == 'Russia')",
        )
        .await;
        page.find_where("checkbox", "the region and nothing else", |it| {
            it.starts_with("Kursk region (")
        })
        .await;
    });
}
