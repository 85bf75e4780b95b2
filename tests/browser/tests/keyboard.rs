//! Everything by keyboard alone.

use browser_tests::{page, seed};
use fantoccini::key::Key;

/// Whether the focused element, or one around it, looks another way without the focus.
const LOOKS_FOCUSED: &str = "(() => {
    const focused = document.activeElement;
    const look = () => {
        let all = '';
        for (let it = focused, n = 0; it && n < 4; it = it.parentElement, n += 1) {
            const style = getComputedStyle(it);
            all += [style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
        }
        return all;
    };
    const before = look();
    focused.blur();
    const after = look();
    focused.focus({ focusVisible: true, preventScroll: true });
    return before != after;
})()";

fn part(n: usize) -> String {
    format!("{n} of {} passages", seed::paragraphs().len())
}

#[test]
fn a_slash_searches() {
    page("", async |page| {
        page.ready().await;
        page.press("/").await;
        page.until(
            "the field has the focus",
            "document.activeElement.matches('input')",
        )
        .await;
        page.press("skepticism").await;
        page.status(&part(seed::holding(&["skepticism"]))).await;
        assert!(
            !page.url().await.contains("%2F"),
            "the slash itself is no search"
        );
    });
}

#[test]
fn a_filter_is_chosen_with_the_space_key() {
    page("", async |page| {
        page.ready().await;
        page.tab_to("the checkbox", |role, name| {
            role == "checkbox" && name.starts_with("Alexei Chebanenko (")
        })
        .await;
        page.press(" ").await;
        page.status(&part(seed::holding(&["Chebanenko"]))).await;
        let (role, name) = page.focus().await;
        assert!(
            role == "checkbox" && name.starts_with("Alexei Chebanenko ("),
            "the focus went to {role} {name:?}"
        );
    });
}

#[test]
fn letters_change_the_view() {
    page("", async |page| {
        page.ready().await;
        for (letter, view) in [("t", "Timeline"), ("s", "Statements"), ("d", "Documents")] {
            page.press(letter).await;
            page.until(
                view,
                &format!("document.querySelector('nav [aria-current=page]')?.textContent.trim() == '{view}'"),
            )
            .await;
        }
    });
}

#[test]
fn letters_in_the_field_are_letters() {
    page("", async |page| {
        page.ready().await;
        page.press("/").await;
        page.until(
            "the field has the focus",
            "document.activeElement.matches('input')",
        )
        .await;
        page.press("tds?").await;
        page.until("they stand in it", "document.activeElement.value == 'tds?'")
            .await;
        let hash = page.eval("location.hash").await;
        assert!(!hash.as_str().unwrap().contains("timeline"), "{hash}");
    });
}

#[test]
fn a_question_mark_helps_and_escape_leaves() {
    page("", async |page| {
        page.ready().await;
        page.press("?").await;
        page.find_where("dialog", "with the keys", |_| true).await;
        page.key(Key::Escape).await;
        page.until(
            "the help is gone",
            "![...document.querySelectorAll('dialog, [role=dialog]')].some((it) => it.checkVisibility())",
        )
        .await;
    });
}

#[test]
fn every_stop_has_a_name_and_can_be_seen() {
    page("", async |page| {
        page.ready().await;
        for _ in 0..40 {
            page.key(Key::Tab).await;
            let (role, name) = page.focus().await;
            if page.eval("document.activeElement == document.body").await == true {
                return;
            }
            assert!(!name.is_empty(), "a stop without a name: {role}");
            let changes = page.eval(LOOKS_FOCUSED).await;
            assert_eq!(changes, true, "the focus cannot be seen on {role} {name:?}");
        }
    });
}
