//! Searching: what is offered while typing, what an empty result leads to, walking through matches and results.

use browser_tests::{Page, archive, letters, page, seed};
use fantoccini::key::Key;

/// Names of the options offered below the search field.
async fn offered(page: &Page) -> Vec<String> {
    page.names("option").await
}

#[test]
fn a_name_that_is_taken_becomes_a_filter() {
    page("", async |page| {
        page.ready().await;
        page.press("/").await;
        page.search("monument cheb").await;
        let wanted = "Alexei Chebanenko person";
        page.find_where("option", wanted, |it| it.starts_with(wanted))
            .await;
        page.key(Key::Down).await;
        page.until(
            "the first option is marked",
            "document.querySelector('[role=option]').getAttribute('aria-selected') == 'true' && \
             document.activeElement.getAttribute('aria-activedescendant') == document.querySelector('[role=option]').id",
        )
        .await;
        page.key(Key::Enter).await;
        page.find("button", "Remove filter: People = Alexei Chebanenko")
            .await;
        let n = seed::holding(&["Chebanenko", "monument"]);
        page.status(&format!("{n} of ")).await;
        page.until(
            "what was typed of the name is gone",
            "document.activeElement.value == 'monument'",
        )
        .await;
        page.back().await;
        page.until(
            "Back brings it back",
            "document.querySelector('#search').value == 'monument cheb'",
        )
        .await;
    });
}

#[test]
fn a_word_that_is_taken_is_finished() {
    page("", async |page| {
        page.ready().await;
        page.search("monum").await;
        page.find_where("option", "monument", |it| it.starts_with("monument "))
            .await;
        page.key(Key::Down).await;
        page.key(Key::Enter).await;
        page.until(
            "the word is finished",
            "document.activeElement.value.startsWith('monument')",
        )
        .await;
        page.key(Key::Escape).await;
    });
}

#[test]
fn last_searches_are_kept_until_they_are_cleared() {
    page("", async |page| {
        page.ready().await;
        for word in ["monument", "skepticism"] {
            page.search(word).await;
            page.key(Key::Enter).await;
            page.eval("document.querySelector('#search').select()")
                .await;
            page.key(Key::Delete).await;
            page.until(
                "it is kept",
                &format!("document.querySelector('[role=option]')?.textContent == '{word}'"),
            )
            .await;
        }
        page.reload().await;
        page.ready().await;
        // Offered is what comes after the first picture.
        page.until(
            "both are offered, the last one first",
            "Array.from(document.querySelectorAll('[role=option]'), (it) => it.textContent).join() == 'skepticism,monument'",
        )
        .await;
        page.select("[role=option]").await[0].click().await.unwrap();
        page.status(&format!("{} of ", seed::holding(&["skepticism"])))
            .await;
        page.eval("document.querySelector('#search').select()")
            .await;
        page.search("\u{E017}").await;
        let clear = page.find("button", "Clear recent searches").await;
        clear.click().await.unwrap();
        page.until(
            "they are forgotten",
            "!document.querySelector('[role=option]')",
        )
        .await;
        page.reload().await;
        page.ready().await;
        assert!(offered(page).await.is_empty());
    });
}

#[test]
fn an_empty_result_says_what_to_leave_out() {
    letters(
        "#/?q=ferry&person=Nobody%20Known&from=1700&to=1800",
        async |page| {
            page.status("0 of ").await;
            let ways = page.find("list", "What to leave out").await;
            let links = page.within(&ways, "link").await;
            assert!(!links.is_empty());
            let says = ways.text().await.unwrap();
            links[0].1.click().await.unwrap();
            page.until(
                "something is found",
                "!document.querySelector('[role=status]').textContent.startsWith('0 ')",
            )
            .await;
            let status = page.status("").await;
            let n_passages = status.split(' ').next().unwrap();
            assert!(
                says.contains(&format!("{n_passages} passages in")),
                "{says} / {status}"
            );
        },
    );
}

#[test]
fn matches_are_counted_and_walked_through() {
    page("#/?q=monument", async |page| {
        page.ready().await;
        let n = page
            .eval("document.querySelectorAll('mark[data-hit]').length")
            .await;
        let bar = page.find("group", "Matches in the text").await;
        assert!(bar.text().await.unwrap().contains(&format!("{n} matches")));
        page.press("n").await;
        page.press("n").await;
        page.until(
            "the second one",
            "document.querySelector('.match-bar').textContent.includes('2 of ')",
        )
        .await;
        page.until(
            "it has the focus",
            "document.activeElement == document.querySelectorAll('mark[data-hit]')[1]",
        )
        .await;
        page.press("N").await;
        page.until(
            "the first one",
            "document.querySelector('.match-bar').textContent.includes('1 of ')",
        )
        .await;
        page.find("button", "Previous match")
            .await
            .click()
            .await
            .unwrap();
        page.until(
            "round to the last",
            &format!("document.querySelector('.match-bar').textContent.includes('{n} of {n} ')"),
        )
        .await;
    });
}

#[test]
fn a_long_list_lays_out_what_is_near_the_screen() {
    letters("", async |page| {
        page.status(&format!("{} ", 3 * archive::N_LETTERS)).await;
        let rows = "document.querySelectorAll('.document-row').length";
        let n = page.eval(rows).await.as_u64().unwrap();
        assert!(n < 60, "{n} of {} rows", archive::N_LETTERS);
        page.eval("scrollTo(0, document.documentElement.scrollHeight)")
            .await;
        let last = archive::title((0..40).max_by_key(|&n| archive::id(n)).unwrap());
        page.until(
            "the end is laid out",
            &format!(
                "(scrollTo(0, 1e6), document.querySelector('main').textContent.includes('{last}'))"
            ),
        )
        .await;
        page.until("what is far away is not", &format!("{rows} < 80"))
            .await;
        page.eval("scrollTo(0, 0)").await;
        let first = archive::title(80);
        page.until(
            "the beginning is there again",
            &format!("document.querySelector('main').textContent.includes('{first}')"),
        )
        .await;
    });
}

#[test]
fn j_walks_through_all_results_of_a_long_list() {
    letters("#/?q=ferry", async |page| {
        page.ready().await;
        let n = (0..archive::N_LETTERS)
            .filter(|&n| archive::is_about_the_ferry(n))
            .count();
        page.status(&format!("{n} of ")).await;
        let mut seen = Vec::new();
        for _ in 0..n {
            page.press("j").await;
            seen.push(page.focus().await.1);
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), n, "each result once");
    });
}

#[test]
fn the_reader_leads_to_the_next_result() {
    letters("#/?q=ferry", async |page| {
        page.ready().await;
        let first = page.select(".hit-group .document-title").await;
        let titles = [
            first[0].text().await.unwrap(),
            first[1].text().await.unwrap(),
        ];
        first[0].click().await.unwrap();
        page.find("article", &titles[0]).await;
        page.find("link", "Next ›").await.click().await.unwrap();
        page.find("article", &titles[1]).await;
        page.until(
            "a match is marked",
            "document.querySelector('article mark')?.textContent == 'ferry'",
        )
        .await;
        page.back().await;
        page.find("article", &titles[0]).await;
    });
}

#[test]
fn type_refine_exclude_clear_go_back_share() {
    letters("", async |page| {
        page.ready().await;
        page.search("ferry ").await;
        let about = (0..archive::N_LETTERS)
            .filter(|&n| archive::is_about_the_ferry(n))
            .count();
        page.status(&format!(
            "{about} of {} passages in {about} of {} documents",
            3 * archive::N_LETTERS,
            archive::N_LETTERS
        ))
        .await;
        let source = |n: usize| n.is_multiple_of(2);
        let archived = (0..archive::N_LETTERS)
            .filter(|&n| archive::is_about_the_ferry(n) && source(n))
            .count();
        page.find("checkbox", &format!("Town archive ({archived})"))
            .await
            .click()
            .await
            .unwrap();
        page.status(&format!("{archived} of ")).await;
        page.find("button", "Exclude Family papers")
            .await
            .click()
            .await
            .unwrap();
        page.status(&format!("{archived} of ")).await;
        let link = page.url().await;
        page.find("button", "Clear all")
            .await
            .click()
            .await
            .unwrap();
        page.status(&format!(
            "{} passages in {} documents",
            3 * archive::N_LETTERS,
            archive::N_LETTERS
        ))
        .await;
        page.back().await;
        page.status(&format!("{archived} of ")).await;
        page.go("about:blank").await;
        page.go(&link).await;
        page.status(&format!("{archived} of ")).await;
    });
}

#[test]
fn back_leads_to_the_same_place_of_a_list() {
    letters("#/?q=ferry", async |page| {
        page.ready().await;
        for _ in 0..30 {
            page.press("j").await;
        }
        let title = page.focus().await.1;
        let place = page.eval("Math.round(scrollY)").await.as_f64().unwrap();
        assert!(place > 1000.0, "{place}");
        let top = format!(
            "[...document.querySelectorAll('.document-title')].find((it) => it.textContent == '{title}')?.getBoundingClientRect().top"
        );
        let before = page.eval(&top).await.as_f64().unwrap();
        page.key(Key::Enter).await;
        page.find("article", &title).await;
        page.back().await;
        page.until(
            "the same title at the same height",
            &format!("Math.abs({top} - {before}) < 2"),
        )
        .await;
    });
}
