//! Chooses a document's title.

use dossier_corpus::document::{Title, TitleOrigin};

/// Longest title taken from running text, in characters.
const MAX_CHARS: usize = 90;

/// The best title there is: the given one, the first heading, the first sentence cut at a word, and only for a
/// document without text its file name.
#[must_use]
pub fn choose(
    given: Option<&str>,
    heading: Option<&str>,
    sentence: Option<&str>,
    path: &str,
) -> Title {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let some = |text: Option<&str>| text.map(words).filter(|it| !it.is_empty());
    let title = |text, origin| Title { text, origin };
    if let Some(text) = some(given) {
        return title(text, TitleOrigin::Given);
    }
    if let Some(text) = some(heading) {
        return title(text, TitleOrigin::Heading);
    }
    if let Some(text) = some(sentence) {
        return title(cut(&text), TitleOrigin::FirstSentence);
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    title(name.to_owned(), TitleOrigin::FileName)
}

/// Cuts at the end of a clause where one ends late enough, else at a word, else at a character.
fn cut(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(MAX_CHARS) else {
        return text.trim_end_matches(['.', '。']).to_owned();
    };
    let head = text.get(..limit).unwrap_or(text);
    let late = |at: &usize| at * 2 > limit;
    let clause = head
        .rmatch_indices([',', ';', ':', '–', '—'])
        .map(|(at, _)| at)
        .find(|&at| head.get(at..).is_some_and(|it| it.contains(' ')));
    let at = clause
        .filter(late)
        .or_else(|| head.rfind(' ').filter(late))
        .unwrap_or(limit);
    let kept = head.get(..at).unwrap_or(head);
    format!(
        "{}…",
        kept.trim_end_matches(|it: char| !it.is_alphanumeric())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, expected: &str) {
        let title = choose(None, None, Some(sentence), "a/b.txt");
        assert_eq!(title.text, expected, "{sentence:?}");
        assert!(title.text.chars().count() <= MAX_CHARS + 1);
    }

    #[test]
    fn first_sentences_are_cut_at_a_word() {
        let long = "word ".repeat(40);
        let unbroken = "字".repeat(200);
        let rows = [
            ("The bridge fell.", "The bridge fell"),
            ("Who\n knows?", "Who knows?"),
            (
                "The committee that was to look into the fall of the old bridge met, for the first time, on Monday.",
                "The committee that was to look into the fall of the old bridge met, for the first time…",
            ),
            (
                "The ferry had left its berth before the harbour master woke, and nobody on the quay could say who had sailed it.",
                "The ferry had left its berth before the harbour master woke…",
            ),
            (
                long.as_str(),
                &format!("{}…", "word ".repeat(18).trim_end()),
            ),
            (unbroken.as_str(), &format!("{}…", "字".repeat(90))),
        ];
        for (sentence, expected) in rows {
            check(sentence, expected);
        }
    }

    #[test]
    fn the_best_origin_wins() {
        let rows = [
            (Some("G"), Some("H"), Some("S"), "G", TitleOrigin::Given),
            (Some(" "), Some("H"), Some("S"), "H", TitleOrigin::Heading),
            (None, None, Some("S"), "S", TitleOrigin::FirstSentence),
            (None, None, None, "b.txt", TitleOrigin::FileName),
        ];
        for (given, heading, sentence, text, origin) in rows {
            let title = choose(given, heading, sentence, "a/b.txt");
            assert_eq!((title.text.as_str(), title.origin), (text, origin));
        }
    }
}
