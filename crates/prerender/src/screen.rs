//! The first screen: drawn from the page's own components, and told as not yet answering.

use crate::site::Site;

/// What the status says until the program counts.
const OPENING: &str = "Opening the documents …";

/// The first screen as markup.
pub(crate) fn screen(site: &Site) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let Ok(runtime) = runtime else {
        return String::new();
    };
    let local = tokio::task::LocalSet::new();
    opening(&local.block_on(&runtime, dossier::first_screen(site.searcher)))
}

/// The markup with another text in the status: whoever waits for its count knows that the page answers.
fn opening(markup: &str) -> String {
    let status = markup.find("role=\"status\"").and_then(|at| {
        let start = at + markup.get(at..)?.find('>')? + 1;
        let end = start + markup.get(start..)?.find('<')?;
        Some(start..end)
    });
    let mut markup = markup.to_owned();
    if let Some(range) = status {
        markup.replace_range(range, OPENING);
    }
    markup
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_is_not_there_yet() {
        for (markup, expected) in [
            (
                "<p><span class=\"a\" role=\"status\">18 passages</span> x</p>",
                "<p><span class=\"a\" role=\"status\">Opening the documents …</span> x</p>",
            ),
            ("<main>none</main>", "<main>none</main>"),
            ("<b role=\"status\"", "<b role=\"status\""),
        ] {
            assert_eq!(opening(markup), expected);
        }
    }
}
